package nl.besluitroute.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.besluitroute.agenda.Gevolgd;
import nl.besluitroute.agenda.Volglijst;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.Toekenning;
import nl.besluitroute.visie.Regiovisie;
import nl.besluitroute.visie.Visies;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who is signed in, and what he follows. */
@RestController
@Tag(name = "Mij")
class MijApi {

  private final Volglijst volglijst;
  private final Visies visies;
  private final Antwoorden antwoorden;

  MijApi(Volglijst volglijst, Visies visies, Antwoorden antwoorden) {
    this.volglijst = volglijst;
    this.visies = visies;
    this.antwoorden = antwoorden;
  }

  record Mij(
      @Schema(description = "Gebruikersnaam.", example = "secretaris") String naam,
      @Schema(description = "De functie zoals die in de geschiedenis staat.", example = "Ambtelijk secretaris")
          String functie,
      List<Rol> rollen) {}

  /** A role as it holds today. */
  record Rol(
      @Schema(example = "ambtelijk_secretaris") String rol,
      @Schema(description = "Code van de regio.", example = "JZ20", nullable = true) String regio,
      @Schema(description = "Id van het ene overleg waartoe de rol is beperkt.", nullable = true) String orgaan,
      @Schema(description = "CBS-code van de gemeente.", example = "GM0342", nullable = true) String gemeente,
      @Schema(description = "Eerste dag.", nullable = true) LocalDate van,
      @Schema(description = "Eerste dag waarop de rol niet meer geldt.", nullable = true) LocalDate tot) {

    static Rol van(Toekenning t) {
      return new Rol(Api.code(t.rol()), t.regio(), t.orgaan(), t.gemeente(), t.van(), t.tot());
    }
  }

  @GetMapping(Api.PAD + "/mij")
  @Operation(summary = "Wie is aangemeld, met de rollen die vandaag gelden")
  ResponseEntity<Mij> mij(Gebruiker wie) {
    return antwoorden.een(
        new Mij(wie.naam(), wie.weergave(), wie.toekenningen().stream().map(Rol::van).toList()));
  }

  @Schema(description = "Een visie die u volgt.")
  record GevolgdeVisie(
      @Schema(description = "Kenmerk.", example = "eemland-2027") String visie,
      String titel,
      @Schema(description = "Sinds wanneer u volgt.") Instant sinds,
      @Schema(description = "Wanneer u laatst keek bij Gevolgd, of begon te volgen.") Instant bekeken,
      @Schema(description = "Hoeveel er sindsdien is gewijzigd, van wat u mag inzien.") long wijzigingen,
      @Schema(description = "De laatste wijziging sindsdien.", nullable = true) Instant laatste) {}

  @GetMapping(Api.PAD + "/mij/gevolgd")
  @Operation(summary = "De visies die u volgt, de laatst gewijzigde eerst")
  ResponseEntity<Lijst<GevolgdeVisie>> gevolgd(Gebruiker wie) {
    List<Gevolgd> alle = volglijst.van(wie);
    Map<String, Regiovisie> perId = visies.visies(alle.stream().map(Gevolgd::visie).toList());
    return antwoorden.heel(
        alle.stream()
            .map(
                g ->
                    new GevolgdeVisie(
                        g.visie(),
                        perId.get(g.visie()).titel(),
                        g.sinds(),
                        g.bekeken(),
                        g.wijzigingen(),
                        g.laatste().orElse(null)))
            .toList());
  }

  @PutMapping(Api.PAD + "/mij/gevolgd/{visie}")
  @Operation(summary = "Een visie volgen", description = "Wie al volgt, merkt niets.")
  ResponseEntity<Void> volg(@PathVariable("visie") String visie, Gebruiker wie) {
    volglijst.volg(visie, wie);
    return ResponseEntity.noContent().build();
  }

  @DeleteMapping(Api.PAD + "/mij/gevolgd/{visie}")
  @Operation(summary = "Een visie niet meer volgen", description = "Wie niet volgt, merkt niets.")
  ResponseEntity<Void> ontvolg(@PathVariable("visie") String visie, Gebruiker wie) {
    volglijst.ontvolg(visie, wie);
    return ResponseEntity.noContent().build();
  }
}
