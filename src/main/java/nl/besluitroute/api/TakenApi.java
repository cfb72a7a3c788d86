package nl.besluitroute.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.besluitroute.agenda.Agenda;
import nl.besluitroute.agenda.AgendaTaak;
import nl.besluitroute.agenda.Bladzijde;
import nl.besluitroute.agenda.OnjuisteInvoer;
import nl.besluitroute.agenda.Taakmotor;
import nl.besluitroute.agenda.Taken;
import nl.besluitroute.agenda.Werkkeuze;
import nl.besluitroute.agenda.Werkverdeling;
import nl.besluitroute.journaal.Journaal;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.visie.Regiovisie;
import nl.besluitroute.visie.Stap;
import nl.besluitroute.visie.Visies;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Open work: who does it, its form and its completion through the one write path. */
@RestController
@Tag(name = "Taken")
class TakenApi {

  private final Agenda agenda;
  private final Taken taken;
  private final Werkverdeling verdeling;
  private final Visies visies;
  private final Journaal journaal;
  private final ObjectMapper json;
  private final Antwoorden antwoorden;
  private final Beurt beurt;

  TakenApi(
      Agenda agenda,
      Taken taken,
      Werkverdeling verdeling,
      Visies visies,
      Journaal journaal,
      ObjectMapper json,
      Antwoorden antwoorden,
      Beurt beurt) {
    this.agenda = agenda;
    this.taken = taken;
    this.verdeling = verdeling;
    this.visies = visies;
    this.journaal = journaal;
    this.json = json;
    this.antwoorden = antwoorden;
    this.beurt = beurt;
  }

  @Schema(name = "Taak")
  record Vorm(
      String id,
      @Schema(example = "taak_raadsbesluitVastleggen") String soort,
      @Schema(example = "Raadsbesluit vastleggen") String naam,
      @Schema(description = "Kenmerk van de visie.", example = "eemland-2027") String visie,
      String visietitel,
      @Schema(example = "lokaal~GM0342~raad~1") String stap,
      String stapnaam,
      @Schema(nullable = true) String orgaan,
      @Schema(nullable = true, example = "GM0342") String gemeente,
      @Schema(description = "Wiens werk het is: een orgaan, of regio- met een code.") String groep,
      Instant sinds,
      @Schema(description = "De laatste dag waarop het op tijd is.", nullable = true) LocalDate uiterlijk,
      @Schema(description = "Het eerste moment waarop het te laat is.", nullable = true) Instant teLaatVanaf,
      @Schema(allowableValues = {"zonder_termijn", "opgeschort", "loopt", "herinnerd", "te_laat"}) String termijn,
      @Schema(description = "Naam van het account dat dit doet.", nullable = true) String toegewezenAan,
      @Schema(description = "De dag om erop terug te komen.", nullable = true) LocalDate opvolgen) {}

  @GetMapping(Api.PAD + "/taken")
  @Operation(
      summary = "Het open werk dat u mag vastleggen",
      description = "Wat het eerst af moet bovenaan, zonder datum als laatste; bladzijde na bladzijde.")
  ResponseEntity<Lijst<Vorm>> taken(
      @Parameter(description = "Kenmerk van een visie") @RequestParam(name = "visie", required = false) String visie,
      @Parameter(description = "Code van de regio van de visie", example = "JZ20") @RequestParam(name = "regio", required = false) String regio,
      @Parameter(description = "alle, te_laat, deze_week of later") @RequestParam(name = "wanneer", required = false) String wanneer,
      @Parameter(description = "Wiens werk: id van een orgaan, of regio- met een code") @RequestParam(name = "groep", required = false) String groep,
      @Parameter(description = "Naam van het account waaraan het is toegewezen") @RequestParam(name = "toegewezen", required = false) String toegewezen,
      @Parameter(description = "Rijen per bladzijde, 1 tot en met 200") @RequestParam(name = "limiet", required = false) String limiet,
      @Parameter(description = "Waar de vorige bladzijde eindigde") @RequestParam(name = "na", required = false) String na,
      Gebruiker wie) {
    Werkkeuze.Wanneer met = Api.filter("wanneer", Werkkeuze.Wanneer.class, wanneer);
    Bladzijde<AgendaTaak> bladzijde =
        agenda.werk(
            wie,
            new Werkkeuze(
                met == null ? Werkkeuze.Wanneer.ALLE : met, regio, visie, groep, toegewezen, false),
            Lijst.plaats(na, Agenda::plaats),
            Lijst.limiet(limiet));
    return antwoorden.bladzijde(vormen(bladzijde.rijen()), bladzijde.volgende());
  }

  /** Names are read for the whole page at once. */
  private List<Vorm> vormen(List<AgendaTaak> rijen) {
    if (rijen.isEmpty()) {
      return List.of();
    }
    Map<String, Regiovisie> perId = visies.visies(rijen.stream().map(AgendaTaak::visie).distinct().toList());
    Map<String, Stap> stappen =
        visies.stappen(rijen.stream().map(AgendaTaak::stap).distinct().toList()).stream()
            .collect(Collectors.toMap(Stap::id, Function.identity()));
    return rijen.stream()
        .map(
            t ->
                new Vorm(
                    t.taak(),
                    t.soort(),
                    t.naam(),
                    t.visie(),
                    perId.get(t.visie()).titel(),
                    StappenApi.inAdres(t.stap()),
                    stappen.get(t.stap()).naam(),
                    t.orgaan().orElse(null),
                    t.gemeente().orElse(null),
                    t.groep(),
                    t.sinds(),
                    t.uiterlijk().orElse(null),
                    t.verlooptOp().orElse(null),
                    Api.code(t.wacht()),
                    t.toegewezen().orElse(null),
                    t.opvolgenOp().orElse(null)))
        .toList();
  }

  @Schema(description = "Het formulier van een taak.")
  record Formulier(
      @Schema(description = "De taak zelf.") Vorm taak,
      @Schema(description = "Het formulier als Camunda Form; de sleutels van zijn velden zijn die van de afronding.", type = "object")
          JsonNode schema,
      @Schema(description = "Keuzes en beginwaarden bij het formulier.") Map<String, Object> gegevens) {}

  @GetMapping(Api.PAD + "/taken/{taak}")
  @Operation(
      summary = "Eén taak met haar formulier",
      description = "Wat al is afgerond, geeft 409 met wie dat deed.")
  ResponseEntity<Formulier> taak(@PathVariable("taak") String id, Gebruiker wie) {
    return antwoorden.een(lees(id, wie));
  }

  private Formulier lees(String id, Gebruiker wie) {
    AgendaTaak taak = open(id);
    Taakmotor.Formulier formulier = taken.formulier(id, wie);
    try {
      return new Formulier(
          vormen(List.of(taak)).get(0), json.readTree(formulier.schema()), formulier.gegevens());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The form of " + taak.soort() + " is no JSON", e);
    }
  }

  @Schema(description = "Wie een taak doet en wanneer erop terug te komen; wat niet is genoemd, blijft.")
  record Taakwijziging(
      @Schema(type = "string", description = "Naam van het account dat dit doet; null geeft de taak terug.", example = "secretaris", nullable = true)
          JsonNode toegewezenAan,
      @Schema(type = "string", format = "date", description = "Vandaag of later; null haalt de dag weg. Wijzigt geen termijn.", nullable = true)
          JsonNode opvolgen) {}

  @PatchMapping(
      path = Api.PAD + "/taken/{taak}",
      consumes = {"application/json", "application/merge-patch+json"})
  @Operation(
      summary = "Een taak toewijzen of teruggeven, en een opvolgdatum zetten",
      description =
          "Voor wie de taak mag vastleggen; toewijzen gaat alleen naar wie dat ook mag. If-Match met de ETag van de taak is"
              + " verplicht.")
  ResponseEntity<Formulier> wijzig(
      @PathVariable("taak") String id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String alsGelijk,
      @RequestBody Taakwijziging invoer,
      Gebruiker wie) {
    String visie = lees(id, wie).taak().visie();
    return beurt.bij(
        visie,
        () -> {
          antwoorden.eisGezien(alsGelijk, lees(id, wie));
          Fouten fouten = new Fouten();
          fouten.eis(
              invoer.toegewezenAan() != null || invoer.opvolgen() != null,
              "",
              "Noem toegewezenAan, opvolgen of beide.");
          fouten.eis(
              isTekstOfNull(invoer.toegewezenAan()), "toegewezenAan", "Noem het account, of null.");
          fouten.eis(isDagOfNull(invoer.opvolgen()), "opvolgen", "De opvolgdatum is geen datum.");
          fouten.weiger();
          if (invoer.toegewezenAan() != null) {
            if (invoer.toegewezenAan().isNull()) {
              verdeling.geefTerug(List.of(id), wie);
            } else {
              verdeling.wijsToe(List.of(id), invoer.toegewezenAan().textValue().strip(), wie);
            }
          }
          if (invoer.opvolgen() != null) {
            verdeling.zetOpvolgdatum(
                id,
                invoer.opvolgen().isNull() ? null : LocalDate.parse(invoer.opvolgen().textValue()),
                wie);
          }
          return antwoorden.een(lees(id, wie));
        });
  }

  private static boolean isTekstOfNull(JsonNode waarde) {
    return waarde == null || waarde.isNull() || waarde.isTextual();
  }

  private static boolean isDagOfNull(JsonNode waarde) {
    if (waarde == null || waarde.isNull()) {
      return true;
    }
    try {
      LocalDate.parse(waarde.asText());
      return waarde.isTextual();
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  @Schema(description = "Wat er na de afronding is.")
  record Afgerond(
      String taak,
      @Schema(example = "eemland-2027") String visie,
      @Schema(example = "lokaal~GM0342~raad~1") String stap) {}

  @PostMapping(path = Api.PAD + "/taken/{taak}/afrondingen", consumes = "application/json")
  @Operation(
      summary = "Een taak afronden",
      description =
          "De inhoud zijn de velden van het formulier, met dezelfde sleutels. Wat het formulier of het domein weigert,"
              + " geeft 422 met de velden, en de taak blijft open. Wie net te laat is, krijgt 409.")
  ResponseEntity<Afgerond> rondAf(
      @PathVariable("taak") String id, @RequestBody Map<String, Object> invoer, Gebruiker wie) {
    AgendaTaak taak = open(id);
    taken.voltooi(id, invoer, wie);
    return ResponseEntity.ok(
        new Afgerond(id, taak.visie(), StappenApi.inAdres(taak.stap())));
  }

  @Schema(description = "Veel taken in één keer, zoals de colleges van een regio die op één dag conform besloten.")
  record Bundel(
      @Schema(description = "Wat voor elke taak geldt, tenzij haar regel iets anders zegt.") Map<String, Object> voorAlle,
      @Schema(description = "Ten hoogste 200.") List<Regel> regels) {}

  @Schema(name = "Bundelregel")
  record Regel(
      @Schema(description = "Id van de taak.") String taak,
      @Schema(description = "Wat hier anders of extra is.", nullable = true) Map<String, Object> afwijkend) {}

  @Schema(name = "Bundeluitslag")
  record Uitslag(
      String taak,
      boolean vastgelegd,
      @Schema(description = "Waarom niet.", nullable = true) String geweigerd,
      @Schema(description = "Wat er mis is met welk veld.") List<Veldfout> velden) {}

  record Veldfout(String pad, String melding) {}

  @PostMapping(path = Api.PAD + "/afrondingen", consumes = "application/json")
  @Operation(
      summary = "Veel taken afronden",
      description =
          "Elke taak in een eigen transactie: wat wordt geweigerd, verandert niets en houdt geen andere tegen."
              + " Het antwoord zegt per taak wat ervan werd.")
  ResponseEntity<Lijst<Uitslag>> rondVeelAf(@RequestBody Bundel invoer, Gebruiker wie) {
    List<Regel> regels = Api.lijst(invoer.regels());
    if (regels.isEmpty() || regels.size() > Lijst.HOOGSTENS || regels.stream().anyMatch(r -> r == null || r.taak() == null)) {
      throw new OnjuisteInvoer("regels", "Noem 1 tot en met " + Lijst.HOOGSTENS + " taken.");
    }
    return ResponseEntity.ok(
        Lijst.heel(
            taken
                .voltooiVeel(
                    invoer.voorAlle() == null ? Map.of() : invoer.voorAlle(),
                    regels.stream()
                        .map(r -> new Taken.Regel(r.taak(), r.afwijkend() == null ? Map.of() : r.afwijkend()))
                        .toList(),
                    wie)
                .stream()
                .map(
                    r ->
                        new Uitslag(
                            r.taak(),
                            r.vastgelegd(),
                            r.geweigerd().orElse(null),
                            r.fouten().stream().map(f -> new Veldfout(f.veld(), f.zin())).toList()))
                .toList()));
  }

  /** Open work; what is done answers with who did it, what never was is not found. */
  private AgendaTaak open(String id) {
    return agenda
        .vind(id)
        .orElseThrow(
            () ->
                journaal.vanTaak(id).isPresent()
                    ? taken.nietOpen(id)
                    : Api.nietGevonden("Deze taak bestaat niet, of is vervallen."));
  }
}
