package nl.besluitroute.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import nl.besluitroute.agenda.OnjuisteInvoer;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.regio.Orgaan;
import nl.besluitroute.regio.Regios;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.vergaderschema.Vergaderdatum;
import nl.besluitroute.vergaderschema.Vergaderschema;
import nl.besluitroute.visie.Herkansing;
import nl.besluitroute.visieplanning.GevolgVeranderd;
import nl.besluitroute.visieplanning.Herplanning;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The meetings of a body: read by everybody, kept by who plans for it. */
@RestController
@Tag(name = "Vergaderschema")
class VergaderingenApi {
  private static final String LIJST = Api.PAD + "/organen/{orgaan}/vergaderingen";
  private static final String EEN = LIJST + "/{vergadering}";
  private static final int MAANDEN_VOORUIT = 18;

  private final Vergaderschema schema;
  private final Herplanning herplanning;
  private final Regios regios;
  private final Herkansing herkansing;
  private final Klok klok;
  private final Antwoorden antwoorden;

  VergaderingenApi(
      Vergaderschema schema,
      Herplanning herplanning,
      Regios regios,
      Herkansing herkansing,
      Klok klok,
      Antwoorden antwoorden) {
    this.schema = schema;
    this.herplanning = herplanning;
    this.regios = regios;
    this.herkansing = herkansing;
    this.klok = klok;
    this.antwoorden = antwoorden;
  }

  @Schema(name = "Vergadering", description = "Een vergadering houdt haar id als zij verschuift en als zij vervalt.")
  record Regel(
      UUID id,
      @Schema(description = "Id van het overleg of bestuursorgaan.", example = "eem-pfho") String orgaan,
      LocalDate dag,
      @Schema(description = "Tijd in Europe/Amsterdam; null als zij niet bekend is.", example = "19:30", nullable = true) String aanvang,
      @Schema(nullable = true) String titel,
      @Schema(nullable = true) String plaats,
      @Schema(description = "Hoe zij in het schema kwam.", allowableValues = {"ingevoerd", "herhaald", "ingelezen"}) String bron,
      @Schema(allowableValues = {"gepland", "vervallen"}) String toestand,
      @Schema(description = "Waarom zij vervalt.", nullable = true) String reden,
      @Schema(description = "Hoe vaak zij is gewijzigd.") int volgnummer) {

    static Regel van(Vergaderdatum v) {
      return new Regel(
          v.id(),
          v.orgaan(),
          v.dag(),
          v.aanvang().map(LocalTime::toString).orElse(null),
          v.titel().orElse(null),
          v.plaats().orElse(null),
          Api.code(v.bron()),
          Api.code(v.toestand()),
          v.reden().orElse(null),
          v.volgnummer());
    }

    /** Its place in the list: no two the same. */
    private String plaatsInLijst() {
      return dag + " " + (aanvang == null ? "" : aanvang) + " " + id;
    }
  }

  @Schema(name = "Vergaderdatum")
  record Vorm(
      Regel vergadering,
      @Schema(description = "Wat er aan de dag bijzonder is, in zinnen: reces, feestdag, verkiezing, weekend.") List<String> waarschuwingen) {}

  private Vorm vorm(Orgaan orgaan, Vergaderdatum v) {
    return new Vorm(Regel.van(v), schema.waarschuwingen(orgaan, v.dag()));
  }

  @GetMapping(LIJST)
  @Operation(
      summary = "De vergaderingen van een overleg of bestuursorgaan",
      description = "Op dag en tijd, ook wat is vervallen. Zonder van en tot: vanaf vandaag, anderhalf jaar vooruit.")
  ResponseEntity<Lijst<Regel>> vergaderingen(
      @PathVariable("orgaan") String orgaan,
      @Parameter(description = "Eerste dag", example = "2027-01-01") @RequestParam(name = "van", required = false) String van,
      @Parameter(description = "Laatste dag", example = "2027-12-31") @RequestParam(name = "tot", required = false) String tot,
      @Parameter(description = "gepland of vervallen") @RequestParam(name = "toestand", required = false) String toestand,
      @Parameter(description = "Rijen per bladzijde, 1 tot en met 200") @RequestParam(name = "limiet", required = false) String limiet,
      @Parameter(description = "Waar de vorige bladzijde eindigde") @RequestParam(name = "na", required = false) String na) {
    Orgaan bij = Api.orgaan(regios, orgaan);
    Vergaderdatum.Toestand met = Api.filter("toestand", Vergaderdatum.Toestand.class, toestand);
    LocalDate eerste = Api.dag("van", van).orElse(klok.vandaag());
    LocalDate laatste = Api.dag("tot", tot).orElse(eerste.plusMonths(MAANDEN_VOORUIT));
    List<Regel> alle =
        schema.vanOrgaan(bij.id(), eerste, laatste).stream()
            .filter(v -> met == null || v.toestand() == met)
            .map(Regel::van)
            .sorted(Comparator.comparing(Regel::plaatsInLijst))
            .toList();
    Lijst.Gekozen<Regel> gekozen = Lijst.blader(alle, Regel::plaatsInLijst, na, Lijst.limiet(limiet));
    return antwoorden.bladzijde(gekozen.rijen(), gekozen.volgende());
  }

  @GetMapping(EEN)
  @Operation(summary = "Eén vergadering")
  ResponseEntity<Vorm> vergadering(
      @PathVariable("orgaan") String orgaan, @PathVariable("vergadering") String vergadering) {
    Orgaan bij = Api.orgaan(regios, orgaan);
    return antwoorden.een(vorm(bij, eisVan(bij, vergadering)));
  }

  private Vergaderdatum eisVan(Orgaan orgaan, String nummer) {
    Optional<UUID> id;
    try {
      id = Optional.of(UUID.fromString(nummer));
    } catch (IllegalArgumentException e) {
      id = Optional.empty();
    }
    return id.flatMap(schema::zoek)
        .filter(v -> v.orgaan().equals(orgaan.id()))
        .orElseThrow(() -> Api.nietGevonden("Deze vergadering bestaat niet."));
  }

  private Orgaan eisPlannen(String id, Gebruiker wie) {
    return schema.eisPlannen(wie, Api.orgaan(regios, id));
  }

  @Schema(name = "NieuweVergadering")
  record Nieuw(
      @Schema(description = "Vandaag of later.") LocalDate dag,
      @Schema(example = "19:30", nullable = true) String aanvang,
      @Schema(maxLength = 200, nullable = true) String titel,
      @Schema(maxLength = 200, nullable = true) String plaats) {}

  @PostMapping(path = LIJST, consumes = "application/json")
  @Operation(
      summary = "Een vergadering toevoegen",
      description = "Voor wie voor het orgaan plant. Een dag in een reces of op een feestdag mag, met een waarschuwing.")
  ResponseEntity<Vorm> voegToe(
      @PathVariable("orgaan") String orgaan, @RequestBody Nieuw invoer, Gebruiker wie) {
    Orgaan bij = eisPlannen(orgaan, wie);
    Fouten fouten = new Fouten();
    LocalTime aanvang = tijd(invoer.aanvang(), fouten);
    fouten.eis(invoer.dag() != null, "dag", "Noem de dag van de vergadering.");
    fouten.weiger();
    return herkansing.doe(
        () -> {
          Vergaderdatum nieuw =
              schema
                  .voegToe(bij.id(), invoer.dag(), aanvang, invoer.titel(), invoer.plaats(), wie)
                  .vergadering();
          return antwoorden.gemaakt(
              "/organen/" + bij.id() + "/vergaderingen/" + nieuw.id(), vorm(bij, nieuw));
        });
  }

  private static LocalTime tijd(String tekst, Fouten fouten) {
    if (tekst == null) {
      return null;
    }
    try {
      return LocalTime.parse(tekst);
    } catch (DateTimeParseException e) {
      fouten.eis(false, "aanvang", "Dit is geen tijd; schrijf haar als 19:30.");
      return null;
    }
  }

  @GetMapping(EEN + "/gevolgen")
  @Operation(
      summary = "Wat het zou doen als een vergadering op een andere dag komt, of vervalt",
      description =
          "Voor wie voor het orgaan plant. Verandert niets. Het kenmerk is nodig om de vergadering te verplaatsen of te"
              + " laten vervallen als dat visies raakt.")
  ResponseEntity<Gevolgen> gevolgen(
      @PathVariable("orgaan") String orgaan,
      @PathVariable("vergadering") String vergadering,
      @Parameter(description = "De andere dag; zonder: zij vervalt", example = "2027-09-16") @RequestParam(name = "dag", required = false) String dag,
      Gebruiker wie) {
    Vergaderdatum v = eisVan(eisPlannen(orgaan, wie), vergadering);
    Optional<LocalDate> naar = Api.dag("dag", dag);
    if (naar.filter(klok.vandaag()::isAfter).isPresent()) {
      throw new OnjuisteInvoer("dag", "Deze dag is al geweest; kies vandaag of een latere dag.");
    }
    return antwoorden.een(Gevolgen.van(herplanning.als(v.id(), naar, wie)));
  }

  @Schema(name = "Vergaderingwijziging", description = "Wat niet is genoemd, blijft.")
  record Wijziging(
      @Schema(description = "Vandaag of later.", nullable = true) LocalDate dag,
      @Schema(type = "string", description = "Null als de tijd niet bekend is.", example = "19:30", nullable = true) JsonNode aanvang,
      @Schema(type = "string", description = "Null haalt hem weg.", maxLength = 200, nullable = true) JsonNode titel,
      @Schema(type = "string", description = "Null haalt haar weg.", maxLength = 200, nullable = true) JsonNode plaats,
      @Schema(description = "Verplicht bij een andere dag of tijd.", maxLength = 1000, nullable = true) String reden,
      @Schema(description = "Het kenmerk van de gevolgen die u zag; verplicht als een andere dag of tijd een visie raakt.", nullable = true) String kenmerk) {}

  @PatchMapping(path = EEN, consumes = {"application/json", "application/merge-patch+json"})
  @Operation(
      summary = "Een vergadering verplaatsen, of haar titel en plaats wijzigen",
      description =
          "Wat erop staat en wat daaruit volgt, verhuist mee. If-Match met de ETag van de vergadering is verplicht. Raakt"
              + " een andere dag of tijd visies, en ontbreekt het kenmerk van de gevolgen of doet het intussen iets anders, dan"
              + " volgt 409 en verandert er niets; de gevolgen van nu, met hun kenmerk, staan dan in `gevolgen`.")
  ResponseEntity<Vorm> wijzig(
      @PathVariable("orgaan") String orgaan,
      @PathVariable("vergadering") String vergadering,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String alsGelijk,
      @RequestBody Wijziging invoer,
      Gebruiker wie) {
    return bij(
        orgaan, vergadering, alsGelijk, wie,
        v -> {
          Fouten fouten = new Fouten();
          boolean verplaatst = invoer.dag() != null || invoer.aanvang() != null;
          boolean beschreven = invoer.titel() != null || invoer.plaats() != null;
          fouten.eis(verplaatst || beschreven, "", "Noem dag, aanvang, titel of plaats.");
          String titel = tekst(invoer.titel(), v.titel(), "titel", fouten);
          String plaats = tekst(invoer.plaats(), v.plaats(), "plaats", fouten);
          LocalTime aanvang =
              tijd(tekst(invoer.aanvang(), v.aanvang().map(LocalTime::toString), "aanvang", fouten), fouten);
          fouten.weiger();
          if (beschreven) {
            schema.beschrijf(v.id(), titel, plaats, wie);
          }
          if (verplaatst) {
            LocalDate dag = invoer.dag() == null ? v.dag() : invoer.dag();
            schema.eisVerplaatsbaar(v.id(), dag, aanvang, invoer.reden(), wie);
            herplanning.verplaats(v.id(), dag, aanvang, invoer.reden(), invoer.kenmerk(), wie);
          }
        });
  }

  /** What is to stand there: as sent, or as it was when it was not named. */
  private static String tekst(JsonNode waarde, Optional<String> was, String veld, Fouten fouten) {
    if (waarde == null) {
      return was.orElse(null);
    }
    fouten.eis(waarde.isTextual() || waarde.isNull(), veld, "Stuur een tekst, of null.");
    return waarde.textValue();
  }

  @Schema(name = "Vervallen")
  record Vervallen(
      @Schema(maxLength = 1000) String reden,
      @Schema(description = "Het kenmerk van de gevolgen die u zag; verplicht als het een visie raakt.", nullable = true) String kenmerk) {}

  @PostMapping(path = EEN + "/vervallen", consumes = "application/json")
  @Operation(
      summary = "Een vergadering laten vervallen; zij blijft staan met haar reden",
      description =
          "Wat erop stond, gaat naar de eerstvolgende vergadering die het haalt. If-Match met de ETag van de vergadering is"
              + " verplicht. Raakt het visies, dan geldt voor het kenmerk van de gevolgen wat bij verplaatsen geldt.")
  ResponseEntity<Vorm> laatVervallen(
      @PathVariable("orgaan") String orgaan,
      @PathVariable("vergadering") String vergadering,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String alsGelijk,
      @RequestBody Vervallen invoer,
      Gebruiker wie) {
    return bij(
        orgaan, vergadering, alsGelijk, wie,
        v -> {
          schema.eisVervalbaar(v.id(), invoer.reden(), wie);
          herplanning.laatVervallen(v.id(), invoer.reden(), invoer.kenmerk(), wie);
        });
  }

  /** Changes of one body's meetings one after the other, each in its own transaction. */
  private ResponseEntity<Vorm> bij(
      String orgaan,
      String vergadering,
      String alsGelijk,
      Gebruiker wie,
      Consumer<Vergaderdatum> daad) {
    Orgaan bij = eisPlannen(orgaan, wie);
    return herkansing.doe(
        () -> {
          regios.vergrendelOrgaan(bij.id());
          Vergaderdatum v = eisVan(bij, vergadering);
          antwoorden.eisGezien(alsGelijk, vorm(bij, v));
          daad.accept(v);
          return antwoorden.een(vorm(bij, eisVan(bij, vergadering)));
        });
  }

  @Hidden
  @ExceptionHandler
  ResponseEntity<ProblemDetail> veranderd(GevolgVeranderd fout) {
    return Gevolgen.veranderd(fout);
  }
}
