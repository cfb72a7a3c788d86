package nl.besluitroute.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import nl.besluitroute.agenda.OnjuisteInvoer;
import nl.besluitroute.dossier.Dossier;
import nl.besluitroute.dossier.Dossiers;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.regio.Regios;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.Toegang;
import nl.besluitroute.visie.Deelname;
import nl.besluitroute.visie.Stappen;
import nl.besluitroute.visie.Visies;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Which municipalities take part in a vision; joining, leaving and deciding anew on the way. */
@RestController
@Tag(name = "Deelnames")
class DeelnamesApi {

  private final Dossiers dossiers;
  private final Stappen stappen;
  private final Visies visies;
  private final Regios regios;
  private final Toegang toegang;
  private final Klok klok;
  private final Antwoorden antwoorden;

  DeelnamesApi(
      Dossiers dossiers,
      Stappen stappen,
      Visies visies,
      Regios regios,
      Toegang toegang,
      Klok klok,
      Antwoorden antwoorden) {
    this.dossiers = dossiers;
    this.stappen = stappen;
    this.visies = visies;
    this.regios = regios;
    this.toegang = toegang;
    this.klok = klok;
    this.antwoorden = antwoorden;
  }

  @Schema(name = "Deelname")
  record Vorm(
      @Schema(example = "GM0342") String gemeente,
      @Schema(example = "Soest") String naam,
      @Schema(description = "Eerste dag.") LocalDate van,
      @Schema(description = "Eerste dag waarop de gemeente niet meer deelneemt.", nullable = true) LocalDate tot) {}

  @GetMapping(Api.PAD + "/visies/{visie}/deelnames")
  @Operation(summary = "De gemeenten die deelnemen of deelnamen")
  ResponseEntity<Lijst<Vorm>> deelnames(@PathVariable("visie") String visie, Gebruiker wie) {
    return antwoorden.heel(deelnames(dossiers.van(visie, wie)));
  }

  private List<Vorm> deelnames(Dossier d) {
    return visies.deelnames(d.visie().id()).stream()
        .sorted(Comparator.comparing(Deelname::gemeente).thenComparing(Deelname::van))
        .map(
            x ->
                new Vorm(x.gemeente(), d.gemeenten().get(x.gemeente()), x.van(), x.tot().orElse(null)))
        .toList();
  }

  @Schema(description = "Een gemeente die toetreedt, vertrekt of opnieuw besluit.")
  record Overgang(
      @Schema(description = "CBS-code.", example = "GM0342") String gemeente,
      @Schema(maxLength = 4000, example = "De gemeente sluit aan bij de regio.") String reden) {}

  @PostMapping(path = Api.PAD + "/visies/{visie}/toetredingen", consumes = "application/json")
  @Operation(
      summary = "Een gemeente treedt toe",
      description = "Zij krijgt haar stappen in de planning; besluiten de anderen al, dan begint haar werk meteen.")
  ResponseEntity<Lijst<Vorm>> toetreding(
      @PathVariable("visie") String visie, @RequestBody Overgang invoer, Gebruiker wie) {
    Dossier d = eis(visie, invoer, wie);
    boolean lid =
        d.visie().regios().stream()
            .flatMap(regio -> regios.leden(regio, klok.vandaag()).stream())
            .anyMatch(g -> g.code().equals(invoer.gemeente()));
    if (!lid) {
      throw new OnjuisteInvoer("gemeente", "Kies een gemeente van de regio die nog niet deelneemt.");
    }
    stappen.toetreding(visie, invoer.gemeente(), invoer.reden(), wie);
    return gewijzigd(visie, wie);
  }

  @PostMapping(path = Api.PAD + "/visies/{visie}/vertrekken", consumes = "application/json")
  @Operation(
      summary = "Een gemeente vertrekt",
      description = "Wat zij besloot, blijft staan; haar open werk eindigt en zij telt niet meer mee.")
  ResponseEntity<Lijst<Vorm>> vertrek(
      @PathVariable("visie") String visie, @RequestBody Overgang invoer, Gebruiker wie) {
    eis(visie, invoer, wie);
    stappen.vertrek(visie, invoer.gemeente(), invoer.reden(), wie);
    return gewijzigd(visie, wie);
  }

  @PostMapping(path = Api.PAD + "/visies/{visie}/herbesluiten", consumes = "application/json")
  @Operation(
      summary = "Een gemeente besluit opnieuw",
      description =
          "Zolang de besluitronde open is. De gemeente krijgt er nieuwe stappen voor; het besluit dat zij nam, telt tot het"
              + " nieuwe er is. Is een besluit alleen verkeerd overgenomen, corrigeer het dan.")
  ResponseEntity<Void> herbesluit(
      @PathVariable("visie") String visie, @RequestBody Overgang invoer, Gebruiker wie) {
    eis(visie, invoer, wie);
    stappen.opnieuwBesluiten(visie, invoer.gemeente(), invoer.reden(), wie);
    return ResponseEntity.noContent().build();
  }

  private Dossier eis(String visie, Overgang invoer, Gebruiker wie) {
    Dossier d = dossiers.van(visie, wie);
    toegang.eisSecretaris(wie, d.visie().regios());
    if (invoer.gemeente() == null) {
      throw new OnjuisteInvoer("gemeente", "Noem de gemeente.");
    }
    return d;
  }

  private ResponseEntity<Lijst<Vorm>> gewijzigd(String visie, Gebruiker wie) {
    return antwoorden.gedaan(
        "/visies/" + visie + "/deelnames", Lijst.heel(deelnames(dossiers.van(visie, wie))));
  }
}
