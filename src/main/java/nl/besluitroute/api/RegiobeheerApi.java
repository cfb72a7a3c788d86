package nl.besluitroute.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.UUID;
import nl.besluitroute.api.RegiosApi.Overleg;
import nl.besluitroute.beheer.Regiobeheer;
import nl.besluitroute.regio.Lidmaatschap;
import nl.besluitroute.regio.Orgaan;
import nl.besluitroute.regio.Orgaansoort;
import nl.besluitroute.regio.Regios;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.Toegang;
import nl.besluitroute.visie.Herkansing;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * Which municipalities belong to a region, and which bodies there are. Kept by the beheerder; visions
 * under way do not change with it.
 */
@RestController
@Tag(name = "Regio's")
class RegiobeheerApi {
  private static final String LEDEN = Api.PAD + "/regios/{regio}/lidmaatschappen";

  private final Regiobeheer beheer;
  private final Regios regios;
  private final Toegang toegang;
  private final Herkansing herkansing;
  private final Antwoorden antwoorden;

  RegiobeheerApi(
      Regiobeheer beheer, Regios regios, Toegang toegang, Herkansing herkansing, Antwoorden antwoorden) {
    this.beheer = beheer;
    this.regios = regios;
    this.toegang = toegang;
    this.herkansing = herkansing;
    this.antwoorden = antwoorden;
  }

  @Schema(name = "Lidmaatschap", description = "Dat een gemeente bij een regio hoort.")
  record Lid(
      UUID id,
      @Schema(description = "CBS-code.", example = "GM0342") String gemeente,
      @Schema(description = "Eerste dag; null als zij er altijd al bij hoorde.", nullable = true) LocalDate van,
      @Schema(description = "Eerste dag waarop zij er niet meer bij hoort; null zonder einde.", nullable = true) LocalDate tot) {

    static Lid van(Lidmaatschap l) {
      return new Lid(l.id(), l.gemeente(), l.van().orElse(null), l.tot().orElse(null));
    }
  }

  @Schema(name = "Lidmaatschapinvoer")
  record Lidinvoer(
      @Schema(description = "CBS-code.", example = "GM0342") String gemeente,
      @Schema(description = "Eerste dag.") LocalDate van) {}

  @Schema(name = "Einde", description = "Wanneer iets er niet meer is, en waarom.")
  record Einde(
      @Schema(description = "Eerste dag waarop het er niet meer is.") LocalDate tot,
      @Schema(maxLength = 4000) String reden) {}

  @Schema(name = "Orgaaninvoer")
  record Orgaaninvoer(
      @Schema(description = "Code van de regio van een overleg; anders null.", nullable = true) String regio,
      @Schema(description = "CBS-code van de gemeente van een bestuursorgaan; anders null.", nullable = true) String gemeente,
      @Schema(example = "uitvoeringsoverleg") String soort,
      @Schema(maxLength = 200) String naam) {}

  @Schema(name = "Orgaannaam")
  record Naam(@Schema(maxLength = 200) String naam) {}

  @GetMapping(LEDEN)
  @Operation(summary = "Welke gemeenten bij een regio horen, hoorden of gaan horen")
  ResponseEntity<Lijst<Lid>> leden(@PathVariable("regio") String regio) {
    eisRegio(regio);
    return antwoorden.heel(regios.lidmaatschappen(regio).stream().map(Lid::van).toList());
  }

  private void eisRegio(String code) {
    regios.regio(code).orElseThrow(() -> Api.nietGevonden("Deze regio bestaat niet."));
  }

  @PostMapping(path = LEDEN, consumes = "application/json")
  @Operation(
      summary = "Een gemeente bij een regio",
      description = "Voor de beheerder. Lopende visies veranderen er niet door; leg daar de toetreding apart vast.")
  ResponseEntity<Lid> treedToe(
      @PathVariable("regio") String regio, @RequestBody Lidinvoer invoer, Gebruiker wie) {
    toegang.eisBeheren(wie);
    eisRegio(regio);
    String gemeente = invoer.gemeente() == null ? "" : invoer.gemeente();
    return herkansing.doe(
        () ->
            antwoorden.gedaan(
                "/regios/" + regio + "/lidmaatschappen",
                Lid.van(beheer.treedToe(regio, gemeente, invoer.van(), wie))));
  }

  @PostMapping(path = LEDEN + "/{lidmaatschap}/beeindiging", consumes = "application/json")
  @Operation(
      summary = "Een gemeente uit een regio",
      description = "Voor de beheerder. Lopende visies veranderen er niet door; leg daar het vertrek apart vast.")
  ResponseEntity<Void> vertrek(
      @PathVariable("regio") String regio,
      @PathVariable("lidmaatschap") String lidmaatschap,
      @RequestBody Einde invoer,
      Gebruiker wie) {
    toegang.eisBeheren(wie);
    eisRegio(regio);
    Lidmaatschap lid =
        Api.zoek(regios.lidmaatschappen(regio), Lidmaatschap::id, lidmaatschap, "Dit lidmaatschap bestaat niet.");
    return herkansing.doe(
        () -> {
          beheer.vertrek(lid.id(), invoer.tot(), invoer.reden(), wie);
          return ResponseEntity.noContent().build();
        });
  }

  @PostMapping(path = Api.PAD + "/organen", consumes = "application/json")
  @Operation(
      summary = "Een overleg of bestuursorgaan toevoegen",
      description = "Voor de beheerder. Noem een regio of een gemeente; een raad en een college heeft elke gemeente al.")
  ResponseEntity<Overleg> voegToe(@RequestBody Orgaaninvoer invoer, Gebruiker wie) {
    toegang.eisBeheren(wie);
    Fouten fouten = new Fouten();
    fouten.eis(
        (invoer.regio() == null) != (invoer.gemeente() == null), "regio", "Noem een regio of een gemeente, niet beide.");
    Orgaansoort soort = fouten.kies(Orgaansoort.class, invoer.soort(), "soort", "Kies de soort");
    fouten.weiger();
    return herkansing.doe(
        () -> {
          Orgaan nieuw =
              invoer.regio() == null
                  ? beheer.voegBestuursorgaanToe(invoer.gemeente(), invoer.naam(), soort, wie)
                  : beheer.voegOverlegToe(invoer.regio(), invoer.naam(), soort, wie);
          return antwoorden.gemaakt("/organen/" + nieuw.id(), Overleg.van(nieuw));
        });
  }

  @PutMapping(path = Api.PAD + "/organen/{orgaan}", consumes = "application/json")
  @Operation(
      summary = "Een overleg of bestuursorgaan een andere naam geven",
      description = "Voor de beheerder. If-Match met de ETag van het orgaan is verplicht.")
  ResponseEntity<Overleg> hernoem(
      @PathVariable("orgaan") String orgaan,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String alsGelijk,
      @RequestBody Naam invoer,
      Gebruiker wie) {
    toegang.eisBeheren(wie);
    Api.orgaan(regios, orgaan);
    return herkansing.doe(
        () -> {
          regios.vergrendelOrgaan(orgaan);
          antwoorden.eisGezien(alsGelijk, Overleg.van(Api.orgaan(regios, orgaan)));
          return antwoorden.een(Overleg.van(beheer.hernoem(orgaan, invoer.naam(), wie)));
        });
  }

  @PostMapping(path = Api.PAD + "/organen/{orgaan}/beeindiging", consumes = "application/json")
  @Operation(
      summary = "Een overleg of bestuursorgaan beëindigen",
      description = "Voor de beheerder. Wat er is behandeld, blijft staan; te kiezen is het niet meer.")
  ResponseEntity<Void> beeindig(
      @PathVariable("orgaan") String orgaan, @RequestBody Einde invoer, Gebruiker wie) {
    toegang.eisBeheren(wie);
    Api.orgaan(regios, orgaan);
    return herkansing.doe(
        () -> {
          beheer.beeindig(orgaan, invoer.tot(), invoer.reden(), wie);
          return ResponseEntity.noContent().build();
        });
  }
}
