package nl.besluitroute.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import nl.besluitroute.agenda.Jaarplan;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.toegang.Gebruiker;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** All visions of a region over a year. */
@RestController
@Tag(name = "Planning")
class JaarApi {
  private final Jaarplan jaarplan;
  private final Klok klok;
  private final Antwoorden antwoorden;

  JaarApi(Jaarplan jaarplan, Klok klok, Antwoorden antwoorden) {
    this.jaarplan = jaarplan;
    this.klok = klok;
    this.antwoorden = antwoorden;
  }

  @Schema(name = "Jaarregel")
  record Regel(
      @Schema(description = "Kenmerk.", example = "eemland-2027") String visie,
      String titel,
      @Schema(description = "Wat van de visie in dit jaar valt, het eerste eerst.") List<Punt> stappen) {

    static Regel van(Jaarplan.Regel r) {
      return new Regel(r.visie(), r.titel(), r.punten().stream().map(Punt::van).toList());
    }
  }

  @Schema(name = "Jaarpunt")
  record Punt(
      @Schema(example = "lokaal~GM0342~raad~1") String stap,
      String naam,
      @Schema(example = "overleg") String soort,
      @Schema(allowableValues = {"gepland", "loopt", "gedaan"}) String toestand,
      @Schema(description = "CBS-code, bij een stap van uw eigen gemeente.", nullable = true) String gemeente,
      @Schema(description = "Zoals het ging, en anders zoals nu gepland.") Datum datum) {

    static Punt van(Jaarplan.Punt p) {
      return new Punt(
          StappenApi.inAdres(p.stap()),
          p.naam(),
          Api.code(p.soort()),
          Api.code(p.toestand()),
          p.gemeente().orElse(null),
          Datum.van(Optional.of(p.datum())));
    }
  }

  @GetMapping(Api.PAD + "/jaar")
  @Operation(
      summary = "Alle visies van een regio in een jaar",
      description =
          "De visies die u mag inzien en waarvan een stap in het jaar valt, op titel, ten hoogste " + Jaarplan.MEESTE_VISIES
              + ". Met de regionale stappen en die van uw eigen gemeente; hoort u bij geen gemeente, dan staan de lokale"
              + " besluiten er als de ene stap van de route.")
  ResponseEntity<Lijst<Regel>> jaar(
      @Parameter(description = "Code van de regio", example = "JZ20", required = true) @RequestParam(name = "regio", required = false) String regio,
      @Parameter(description = "Het jaar; zonder: dit jaar", example = "2027") @RequestParam(name = "jaar", required = false) String jaar,
      Gebruiker wie) {
    if (regio == null) {
      throw Api.onleesbaar("Noem in de parameter 'regio' de code van de regio.");
    }
    return antwoorden.heel(jaarplan.van(wie, regio, jaar(jaar)).stream().map(Regel::van).toList());
  }

  private int jaar(String waarde) {
    if (waarde == null) {
      return klok.vandaag().getYear();
    }
    if (!waarde.matches("19\\d\\d|2[01]\\d\\d")) {
      throw Api.onleesbaar("De parameter 'jaar' is een jaar van 1900 tot en met 2199.");
    }
    return Integer.parseInt(waarde);
  }
}
