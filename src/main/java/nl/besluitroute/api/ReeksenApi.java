package nl.besluitroute.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import nl.besluitroute.regio.Orgaan;
import nl.besluitroute.regio.Regios;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.vergaderschema.Agendainlezer;
import nl.besluitroute.vergaderschema.Herhaling;
import nl.besluitroute.vergaderschema.Vergaderschema;
import nl.besluitroute.visie.Herkansing;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Many meetings at once, for who plans for the body: by a repetition or from an agenda. Both are
 * looked at first; what was seen is what is done, or nothing.
 */
@RestController
@Tag(name = "Vergaderschema")
class ReeksenApi {
  private static final String ORGAAN = Api.PAD + "/organen/{orgaan}";
  private static final String AGENDAS = ORGAAN + "/agendavoorbeelden";

  private final Vergaderschema schema;
  private final Agendainlezer inlezer;
  private final Regios regios;
  private final Herkansing herkansing;
  private final Antwoorden antwoorden;

  ReeksenApi(
      Vergaderschema schema,
      Agendainlezer inlezer,
      Regios regios,
      Herkansing herkansing,
      Antwoorden antwoorden) {
    this.schema = schema;
    this.inlezer = inlezer;
    this.regios = regios;
    this.herkansing = herkansing;
    this.antwoorden = antwoorden;
  }

  private Orgaan eisPlannen(String id, Gebruiker wie) {
    return schema.eisPlannen(wie, Api.orgaan(regios, id));
  }

  // -- repeated ------------------------------------------------------------------------------------

  @Schema(name = "Reeksinvoer")
  record Invoer(
      @Schema(description = "Om de zoveel weken, of op de zoveelste weekdag van elke maand.", allowableValues = {"weken", "maand"}) String ritme,
      @Schema(description = "Weken ertussen; in een maand 1 tot en met 4, of -1 voor de laatste.", example = "2") Integer aantal,
      @Schema(description = "1 is maandag, 7 zondag.", example = "2") Integer weekdag,
      @Schema(description = "Eerste dag.") LocalDate van,
      @Schema(description = "Laatste dag.") LocalDate totEnMet,
      @Schema(example = "19:30", nullable = true) String aanvang,
      @Schema(maxLength = 200, nullable = true) String titel,
      @Schema(maxLength = 200, nullable = true) String plaats,
      @Schema(description = "Van het voorbeeld dat u zag; alleen nodig bij toevoegen.", nullable = true) String kenmerk) {

    private Herhaling herhaling() {
      Fouten fouten = new Fouten();
      Herhaling.Soort soort = fouten.kies(Herhaling.Soort.class, ritme, "ritme", "Kies hoe wordt herhaald");
      fouten.eis(aantal != null, "aantal", "Noem om de hoeveel weken, of de hoeveelste weekdag.");
      fouten.eis(weekdag != null && weekdag >= 1 && weekdag <= 7, "weekdag", "Kies 1 (maandag) tot en met 7 (zondag).");
      fouten.weiger();
      return new Herhaling(soort, aantal, DayOfWeek.of(weekdag), van, totEnMet);
    }

    private LocalTime tijd() {
      Fouten fouten = new Fouten();
      LocalTime tijd = null;
      try {
        tijd = aanvang == null ? null : LocalTime.parse(aanvang);
      } catch (DateTimeParseException e) {
        fouten.eis(false, "aanvang", "Dit is geen tijd; schrijf haar als 19:30.");
      }
      fouten.weiger();
      return tijd;
    }
  }

  @Schema(name = "Reeksdag")
  record Dag(
      LocalDate dag,
      @Schema(description = "Waarom er die dag geen vergadering komt.", nullable = true) String overgeslagen) {}

  @Schema(name = "Reeksvoorbeeld")
  record Voorbeeld(
      List<Dag> dagen,
      @Schema(description = "Verandert als het schema verandert; nodig om de reeks toe te voegen.") String kenmerk) {}

  @PostMapping(path = ORGAAN + "/reeksvoorbeelden", consumes = "application/json")
  @Operation(
      summary = "Welke vergaderingen een herhaling zou toevoegen",
      description = "Verandert niets. Dagen in reces en op feestdagen worden overgeslagen.")
  ResponseEntity<Voorbeeld> voorbeeld(
      @PathVariable("orgaan") String orgaan, @RequestBody Invoer invoer, Gebruiker wie) {
    Orgaan bij = eisPlannen(orgaan, wie);
    Vergaderschema.Reeks reeks = schema.voorbeeld(bij.id(), invoer.herhaling(), invoer.tijd(), wie);
    return antwoorden.een(
        new Voorbeeld(
            reeks.dagen().stream().map(d -> new Dag(d.dag(), d.overgeslagen().orElse(null))).toList(),
            reeks.basis()));
  }

  @PostMapping(path = ORGAAN + "/reeksen", consumes = "application/json")
  @Operation(
      summary = "Herhaalde vergaderingen toevoegen",
      description = "Met het kenmerk van het voorbeeld; is het schema intussen veranderd, dan gebeurt er niets.")
  ResponseEntity<Lijst<VergaderingenApi.Regel>> herhaal(
      @PathVariable("orgaan") String orgaan, @RequestBody Invoer invoer, Gebruiker wie) {
    Orgaan bij = eisPlannen(orgaan, wie);
    Herhaling herhaling = invoer.herhaling();
    LocalTime aanvang = invoer.tijd();
    return herkansing.doe(
        () ->
            antwoorden.gedaan(
                "/organen/" + bij.id() + "/vergaderingen",
                Lijst.heel(
                    schema
                        .herhaal(
                            bij.id(), herhaling, aanvang, invoer.titel(), invoer.plaats(), invoer.kenmerk(), wie)
                        .stream()
                        .map(VergaderingenApi.Regel::van)
                        .toList())));
  }

  // -- read in -------------------------------------------------------------------------------------

  @Schema(name = "Agendawijziging")
  record Wijziging(
      @Schema(allowableValues = {"nieuw", "verplaatst", "gewijzigd", "gekoppeld", "vervalt", "botst", "ongewijzigd"}) String soort,
      @Schema(description = "Id, van een die er al is.", nullable = true) UUID vergadering,
      @Schema(description = "Dag en tijd zoals ze er nu staat.", nullable = true) String was,
      @Schema(nullable = true) String wordt,
      @Schema(nullable = true) String titel,
      List<String> waarschuwingen) {}

  @Schema(name = "Agendavoorbeeld", description = "Wat een ingelezen agenda zou veranderen. Blijft een dag bewaard.")
  record Agenda(UUID id, String herkomst, List<Wijziging> wijzigingen, @Schema(description = "Wat is overgeslagen, in zinnen.") List<String> opmerkingen) {

    static Agenda van(Agendainlezer.Voorbeeld v) {
      return new Agenda(
          v.id(),
          v.herkomst(),
          v.wijzigingen().stream()
              .map(
                  w ->
                      new Wijziging(
                          Api.code(w.soort()),
                          w.vergadering().orElse(null),
                          w.was().map(Object::toString).orElse(null),
                          w.wordt().map(Object::toString).orElse(null),
                          w.titel().orElse(null),
                          w.waarschuwingen()))
              .toList(),
          v.opmerkingen());
    }
  }

  @Schema(name = "Agenda-adres")
  record Adres(@Schema(description = "Een openbaar https- of webcal-adres.") String adres) {}

  @PostMapping(path = AGENDAS, consumes = {"text/calendar", "text/csv"})
  @Operation(summary = "Een agenda als bestand inlezen (iCalendar of CSV) en zien wat zij zou veranderen")
  ResponseEntity<Agenda> lees(
      @PathVariable("orgaan") String orgaan, @RequestBody byte[] bestand, Gebruiker wie) {
    Orgaan bij = eisPlannen(orgaan, wie);
    return herkansing.doe(() -> gelezen(bij, inlezer.lees(bij.id(), "API", bestand, wie)));
  }

  @PostMapping(path = AGENDAS, consumes = "application/json")
  @Operation(summary = "Een agenda van een adres inlezen en zien wat zij zou veranderen")
  ResponseEntity<Agenda> leesAdres(
      @PathVariable("orgaan") String orgaan, @RequestBody Adres invoer, Gebruiker wie) {
    Orgaan bij = eisPlannen(orgaan, wie);
    return gelezen(bij, inlezer.leesAdres(bij.id(), invoer.adres(), wie));
  }

  private ResponseEntity<Agenda> gelezen(Orgaan bij, Agendainlezer.Voorbeeld voorbeeld) {
    return antwoorden.gedaan(
        "/organen/" + bij.id() + "/agendavoorbeelden/" + voorbeeld.id(), Agenda.van(voorbeeld));
  }

  @GetMapping(AGENDAS + "/{agenda}")
  @Operation(summary = "Wat een agenda die u inlas nu zou veranderen")
  ResponseEntity<Agenda> bekijk(
      @PathVariable("orgaan") String orgaan, @PathVariable("agenda") String agenda, Gebruiker wie) {
    return antwoorden.een(Agenda.van(eis(eisPlannen(orgaan, wie), agenda, wie)));
  }

  private Agendainlezer.Voorbeeld eis(Orgaan bij, String nummer, Gebruiker wie) {
    UUID id;
    try {
      id = UUID.fromString(nummer);
    } catch (IllegalArgumentException e) {
      throw Api.nietGevonden("Deze agenda is niet ingelezen.");
    }
    Agendainlezer.Voorbeeld voorbeeld = inlezer.bekijk(id, wie);
    if (!voorbeeld.orgaan().equals(bij.id())) {
      throw Api.nietGevonden("Deze agenda is niet ingelezen.");
    }
    return voorbeeld;
  }

  @PostMapping(AGENDAS + "/{agenda}/doorvoeringen")
  @Operation(
      summary = "Een ingelezen agenda doorvoeren",
      description = "In één keer, of niets: is het schema veranderd sinds u haar inlas, dan wordt het geweigerd.")
  ResponseEntity<Agenda> voerDoor(
      @PathVariable("orgaan") String orgaan, @PathVariable("agenda") String agenda, Gebruiker wie) {
    Orgaan bij = eisPlannen(orgaan, wie);
    UUID id = eis(bij, agenda, wie).id();
    return herkansing.doe(() -> antwoorden.een(Agenda.van(inlezer.voerDoor(id, wie))));
  }
}
