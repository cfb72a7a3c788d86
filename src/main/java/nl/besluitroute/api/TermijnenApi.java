package nl.besluitroute.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Collectors;
import nl.besluitroute.kalender.Termijn;
import nl.besluitroute.regio.Orgaan;
import nl.besluitroute.regio.Orgaansoort;
import nl.besluitroute.regio.Regios;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.Toegang;
import nl.besluitroute.vergaderschema.Termijnen;
import nl.besluitroute.vergaderschema.Termijnsoort;
import nl.besluitroute.vergaderschema.Vergaderschema;
import nl.besluitroute.visie.Herkansing;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The terms of a body, set by who plans for it, and of a kind of body, by the beheerder. Everybody reads. */
@RestController
@Tag(name = "Vergaderschema")
class TermijnenApi {
  private static final String LIJST = Api.PAD + "/organen/{orgaan}/termijnen";
  private static final String EEN = LIJST + "/{soort}";
  private static final String SOORTEN = Api.PAD + "/orgaansoorten/{orgaansoort}/termijnen";
  private static final String VAN_SOORT = SOORTEN + "/{soort}";

  private final Termijnen termijnen;
  private final Vergaderschema schema;
  private final Regios regios;
  private final Toegang toegang;
  private final Herkansing herkansing;
  private final Antwoorden antwoorden;

  TermijnenApi(
      Termijnen termijnen,
      Vergaderschema schema,
      Regios regios,
      Toegang toegang,
      Herkansing herkansing,
      Antwoorden antwoorden) {
    this.termijnen = termijnen;
    this.schema = schema;
    this.regios = regios;
    this.toegang = toegang;
    this.herkansing = herkansing;
    this.antwoorden = antwoorden;
  }

  @Schema(name = "Termijn")
  record Vorm(
      @Schema(allowableValues = {"aanleveren", "verspreiden", "herinneren", "vastleggen", "paraferen"}) String soort,
      @Schema(description = "Hoeveel dagen; 0 is de dag zelf.", example = "5") int aantal,
      @Schema(allowableValues = {"werkdagen", "kalenderdagen"}) String eenheid,
      @Schema(description = "Het eerste tijdstip op de laatste dag dat te laat is, in Europe/Amsterdam; null als de hele dag op tijd is.", example = "12:00", nullable = true) String tijdstip,
      @Schema(description = "Vanaf wanneer wordt geteld.", example = "voor de vergadering") String vanaf,
      @Schema(
              description =
                  "Van het orgaan zelf, van zijn soort, of van niemand. Een standaard voor aanleveren en vastleggen wijkt voor de"
                      + " termijn van de route.",
              allowableValues = {"orgaan", "soort", "standaard"})
          String herkomst) {

    static Vorm van(Termijnsoort soort, Termijnen.Geldend g) {
      return new Vorm(
          Api.code(soort),
          g.termijn().aantal(),
          Api.code(g.termijn().eenheid()),
          g.termijn().tot().map(LocalTime::toString).orElse(null),
          soort.vanaf(),
          Api.code(g.herkomst()));
    }
  }

  @GetMapping(LIJST)
  @Operation(
      summary = "De termijnen van een overleg of bestuursorgaan, elke soort één keer",
      description = "Paraferen hoort bij een college, en telt in hele werkdagen. Een wethoudersstaf kent alleen aanleveren.")
  ResponseEntity<Lijst<Vorm>> termijnen(@PathVariable("orgaan") String orgaan) {
    var geldend = termijnen.van(Api.orgaan(regios, orgaan));
    return antwoorden.heel(
        geldend.entrySet().stream().map(t -> Vorm.van(t.getKey(), t.getValue())).toList());
  }

  @GetMapping(EEN)
  @Operation(summary = "Eén termijn van een overleg of bestuursorgaan")
  ResponseEntity<Vorm> termijn(
      @PathVariable("orgaan") String orgaan, @PathVariable("soort") String soort) {
    Orgaan van = Api.orgaan(regios, orgaan);
    return antwoorden.een(vorm(van, soort(van.soort(), soort)));
  }

  private Vorm vorm(Orgaan orgaan, Termijnsoort soort) {
    return Vorm.van(soort, termijnen.van(orgaan).get(soort));
  }

  private static Termijnsoort soort(Orgaansoort van, String code) {
    return Api.waarde(Termijnsoort.class, code)
        .filter(s -> s.geldtVoor(van))
        .orElseThrow(
            () ->
                Api.nietGevonden(
                    "Deze termijn bestaat niet; wel: "
                        + Termijnsoort.van(van).stream().map(Api::code).collect(Collectors.joining(", "))
                        + "."));
  }

  @Schema(name = "Termijnwijziging")
  record Wijziging(
      @Schema(description = "0 tot en met 999.", example = "5") Integer aantal,
      @Schema(allowableValues = {"werkdagen", "kalenderdagen"}) String eenheid,
      @Schema(description = "Het eerste tijdstip op de laatste dag dat te laat is; zonder is de hele dag op tijd.", example = "12:00", nullable = true) String tijdstip) {

    private Termijn lees() {
      Fouten fouten = new Fouten();
      fouten.eis(aantal != null, "aantal", "Noem hoeveel dagen.");
      Termijn.Eenheid in = fouten.kies(Termijn.Eenheid.class, eenheid, "eenheid", "Kies waarin wordt geteld");
      LocalTime tot = null;
      try {
        tot = tijdstip == null ? null : LocalTime.parse(tijdstip);
      } catch (DateTimeParseException e) {
        fouten.eis(false, "tijdstip", "Dit is geen tijd; schrijf haar als 12:00.");
      }
      fouten.weiger();
      return Termijnen.termijn(aantal, in, tot);
    }
  }

  @PutMapping(path = EEN, consumes = "application/json")
  @Operation(
      summary = "Een eigen termijn voor een overleg of bestuursorgaan",
      description =
          "Voor wie voor het orgaan plant. Uiterste dagen van open werk verhuizen mee. If-Match met de ETag van de termijn"
              + " is verplicht.")
  ResponseEntity<Vorm> zet(
      @PathVariable("orgaan") String orgaan,
      @PathVariable("soort") String soort,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String alsGelijk,
      @RequestBody Wijziging invoer,
      Gebruiker wie) {
    Termijnsoort welke = soort(Api.orgaan(regios, orgaan).soort(), soort);
    return bij(
        orgaan, welke, alsGelijk, wie, () -> termijnen.zet(orgaan, welke, invoer.lees(), wie));
  }

  @DeleteMapping(EEN)
  @Operation(
      summary = "Geen eigen termijn meer: weer die van de soort",
      description = "Voor wie voor het orgaan plant. If-Match met de ETag van de termijn is verplicht.")
  ResponseEntity<Vorm> wis(
      @PathVariable("orgaan") String orgaan,
      @PathVariable("soort") String soort,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String alsGelijk,
      Gebruiker wie) {
    Termijnsoort welke = soort(Api.orgaan(regios, orgaan).soort(), soort);
    return bij(orgaan, welke, alsGelijk, wie, () -> termijnen.wis(orgaan, welke, wie));
  }

  private ResponseEntity<Vorm> bij(
      String orgaan, Termijnsoort soort, String alsGelijk, Gebruiker wie, Runnable daad) {
    Orgaan bij = schema.eisPlannen(wie, Api.orgaan(regios, orgaan));
    return herkansing.doe(
        () -> {
          regios.vergrendelOrgaan(bij.id());
          antwoorden.eisGezien(alsGelijk, vorm(bij, soort));
          daad.run();
          return antwoorden.een(vorm(bij, soort));
        });
  }

  // -- per kind ----------------------------------------------------------------------------------

  @Schema(name = "TermijnVanSoort", description = "Geldt voor elk orgaan van de soort dat geen eigen termijn heeft.")
  record Soortvorm(
      @Schema(allowableValues = {"aanleveren", "verspreiden", "herinneren", "vastleggen", "paraferen"}) String soort,
      int aantal,
      @Schema(allowableValues = {"werkdagen", "kalenderdagen"}) String eenheid,
      @Schema(example = "12:00", nullable = true) String tijdstip,
      @Schema(example = "voor de vergadering") String vanaf) {

    static Soortvorm van(Termijnsoort soort, Termijn t) {
      return new Soortvorm(
          Api.code(soort),
          t.aantal(),
          Api.code(t.eenheid()),
          t.tot().map(LocalTime::toString).orElse(null),
          soort.vanaf());
    }
  }

  @GetMapping(SOORTEN)
  @Operation(
      summary = "De termijnen van een soort overleg of bestuursorgaan",
      description = "Wat de beheerder niet zette, staat er als standaard; voor aanleveren en vastleggen gaat de termijn van de route daarvoor.")
  ResponseEntity<Lijst<Soortvorm>> vanSoort(@PathVariable("orgaansoort") String orgaansoort) {
    var alle = termijnen.vanSoort(orgaansoort(orgaansoort));
    return antwoorden.heel(
        alle.entrySet().stream().map(t -> Soortvorm.van(t.getKey(), t.getValue())).toList());
  }

  @GetMapping(VAN_SOORT)
  @Operation(summary = "Eén termijn van een soort overleg of bestuursorgaan")
  ResponseEntity<Soortvorm> vanSoort(
      @PathVariable("orgaansoort") String orgaansoort, @PathVariable("soort") String soort) {
    Orgaansoort orgaan = orgaansoort(orgaansoort);
    return antwoorden.een(soortvorm(orgaan, soort(orgaan, soort)));
  }

  private Soortvorm soortvorm(Orgaansoort orgaan, Termijnsoort soort) {
    return Soortvorm.van(soort, termijnen.vanSoort(orgaan).get(soort));
  }

  private static Orgaansoort orgaansoort(String code) {
    return Orgaansoort.van(code).orElseThrow(() -> Api.nietGevonden("Deze soort overleg bestaat niet."));
  }

  @PutMapping(path = VAN_SOORT, consumes = "application/json")
  @Operation(
      summary = "Een termijn voor een soort overleg of bestuursorgaan",
      description =
          "Voor de beheerder. Uiterste dagen van open werk verhuizen mee. If-Match met de ETag van de termijn is verplicht.")
  ResponseEntity<Soortvorm> zetVanSoort(
      @PathVariable("orgaansoort") String orgaansoort,
      @PathVariable("soort") String soort,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String alsGelijk,
      @RequestBody Wijziging invoer,
      Gebruiker wie) {
    Orgaansoort orgaan = orgaansoort(orgaansoort);
    Termijnsoort welke = soort(orgaan, soort);
    return bijSoort(
        orgaan, welke, alsGelijk, wie, () -> termijnen.zet(orgaan, welke, invoer.lees(), wie));
  }

  @DeleteMapping(VAN_SOORT)
  @Operation(
      summary = "Geen termijn van de beheerder meer voor een soort: weer de standaard",
      description = "Voor de beheerder. If-Match met de ETag van de termijn is verplicht.")
  ResponseEntity<Soortvorm> wisVanSoort(
      @PathVariable("orgaansoort") String orgaansoort,
      @PathVariable("soort") String soort,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String alsGelijk,
      Gebruiker wie) {
    Orgaansoort orgaan = orgaansoort(orgaansoort);
    Termijnsoort welke = soort(orgaan, soort);
    return bijSoort(orgaan, welke, alsGelijk, wie, () -> termijnen.wis(orgaan, welke, wie));
  }

  private ResponseEntity<Soortvorm> bijSoort(
      Orgaansoort orgaan, Termijnsoort soort, String alsGelijk, Gebruiker wie, Runnable daad) {
    toegang.eisBeheren(wie);
    return herkansing.doe(
        () -> {
          antwoorden.eisGezien(alsGelijk, soortvorm(orgaan, soort));
          daad.run();
          return antwoorden.een(soortvorm(orgaan, soort));
        });
  }
}
