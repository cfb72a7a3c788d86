package nl.besluitroute.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.besluitroute.dossier.Dossier;
import nl.besluitroute.dossier.Dossiers;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.visie.Stap;
import nl.besluitroute.visie.Vertrouwelijkheden;
import nl.besluitroute.visie.Vertrouwelijkheid;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What is vertrouwelijk or geheim. */
@RestController
@Tag(name = "Vertrouwelijkheid")
class VertrouwelijkhedenApi {

  private final Dossiers dossiers;
  private final Vertrouwelijkheden vertrouwelijkheden;
  private final Antwoorden antwoorden;

  VertrouwelijkhedenApi(
      Dossiers dossiers, Vertrouwelijkheden vertrouwelijkheden, Antwoorden antwoorden) {
    this.dossiers = dossiers;
    this.vertrouwelijkheden = vertrouwelijkheden;
    this.antwoorden = antwoorden;
  }

  @Schema(name = "Vertrouwelijkheid")
  record Vorm(
      UUID id,
      @Schema(description = "De stap waarvan de inhoud wordt bedoeld.", nullable = true) String stap,
      @Schema(description = "De versie waarvan de inhoud wordt bedoeld. Zonder stap en versie gaat het om de hele visie.", nullable = true) String versie,
      @Schema(allowableValues = {"vertrouwelijk", "geheim"}) String niveau,
      @Schema(description = "De grond; null als u de inhoud niet mag inzien.", nullable = true) String grond,
      @Schema(description = "Id van het orgaan dat dit oplegde.") String orgaan,
      @Schema(description = "Eerste dag waarop dit niet meer geldt.", nullable = true) LocalDate tot,
      String gemarkeerdDoor,
      Instant gemarkeerdOp) {

    static Vorm van(Dossier d, Vertrouwelijkheid m) {
      boolean zichtbaar =
          m.stap().map(d.zicht()::stap).orElse(true) && m.versie().map(d.zicht()::versie).orElse(true);
      return new Vorm(
          m.id(),
          m.stap().map(StappenApi::inAdres).orElse(null),
          m.versie().orElse(null),
          Api.code(m.niveau()),
          zichtbaar ? m.grond() : null,
          m.orgaan(),
          m.tot().orElse(null),
          m.gemarkeerdDoor(),
          m.gemarkeerdOp());
    }
  }

  @GetMapping(Api.PAD + "/visies/{visie}/vertrouwelijkheden")
  @Operation(summary = "Wat van deze visie vertrouwelijk of geheim is")
  ResponseEntity<Lijst<Vorm>> lijst(@PathVariable("visie") String visie, Gebruiker wie) {
    Dossier d = dossiers.van(visie, wie);
    return antwoorden.heel(d.zicht().merken().stream().map(m -> Vorm.van(d, m)).toList());
  }

  @Schema(name = "Markering")
  record Markering(
      @Schema(description = "Alleen de inhoud van deze stap.", nullable = true) String stap,
      @Schema(description = "Alleen de inhoud van deze versie.", nullable = true) String versie,
      @Schema(allowableValues = {"vertrouwelijk", "geheim"}) String niveau,
      @Schema(maxLength = 1000, example = "Bedrijfsgegevens van aanbieders.") String grond,
      @Schema(description = "Id van het orgaan dat dit oplegt.", example = "eem-pfho") String orgaan,
      @Schema(description = "Eerste dag waarop dit niet meer geldt.", nullable = true) LocalDate tot) {}

  @PostMapping(path = Api.PAD + "/visies/{visie}/vertrouwelijkheden", consumes = "application/json")
  @Operation(
      summary = "Een visie, stap of versie als vertrouwelijk of geheim aanmerken",
      description = "Geheimhouding legt een college of raad op (Gemeentewet, artikel 87 tot en met 89).")
  ResponseEntity<Vorm> markeer(
      @PathVariable("visie") String visie, @RequestBody Markering invoer, Gebruiker wie) {
    Dossier d = dossiers.van(visie, wie);
    Fouten fouten = new Fouten();
    Vertrouwelijkheid.Niveau niveau =
        fouten.kies(Vertrouwelijkheid.Niveau.class, invoer.niveau(), "niveau", "Kies een niveau");
    fouten.eis(invoer.orgaan() != null, "orgaan", "Noem het orgaan dat dit oplegt.");
    fouten.eis(
        invoer.stap() == null || invoer.versie() == null,
        "versie",
        "Noem een stap of een versie, niet beide.");
    fouten.eis(
        invoer.versie() == null
            || d.versies().stream().anyMatch(v -> v.nummer().equals(invoer.versie())),
        "versie",
        "Deze versie bestaat niet.");
    fouten.weiger();
    Stap stap = invoer.stap() == null ? null : StappenApi.stap(d, invoer.stap());
    Vertrouwelijkheid merk =
        vertrouwelijkheden.markeer(
            new Vertrouwelijkheden.Markering(
                visie,
                stap == null ? null : stap.id(),
                invoer.versie(),
                niveau,
                invoer.grond(),
                invoer.orgaan(),
                invoer.tot()),
            wie);
    return antwoorden.gedaan("/visies/" + visie + "/vertrouwelijkheden", Vorm.van(d, merk));
  }

  record Opheffing(@Schema(description = "Waarom dit niet langer geldt.", maxLength = 4000) String reden) {}

  @PostMapping(
      path = Api.PAD + "/visies/{visie}/vertrouwelijkheden/{vertrouwelijkheid}/opheffingen",
      consumes = "application/json")
  @Operation(summary = "Een markering opheffen")
  ResponseEntity<Void> hefOp(
      @PathVariable("visie") String visie,
      @PathVariable("vertrouwelijkheid") String nummer,
      @RequestBody Opheffing invoer,
      Gebruiker wie) {
    Vertrouwelijkheid merk =
        Api.zoek(
            dossiers.van(visie, wie).zicht().merken(),
            Vertrouwelijkheid::id,
            nummer,
            "Deze markering bestaat niet of geldt niet meer.");
    vertrouwelijkheden.hefOp(merk.id(), invoer.reden(), wie);
    return ResponseEntity.noContent().build();
  }
}
