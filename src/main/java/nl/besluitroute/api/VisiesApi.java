package nl.besluitroute.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.besluitroute.agenda.Bladzijde;
import nl.besluitroute.agenda.Onderweg;
import nl.besluitroute.agenda.Standkop;
import nl.besluitroute.agenda.Versiekop;
import nl.besluitroute.agenda.Visielijst;
import nl.besluitroute.besluitvorming.Stand;
import nl.besluitroute.besluitvorming.VisieInbrengen;
import nl.besluitroute.dossier.Dossier;
import nl.besluitroute.dossier.Dossiers;
import nl.besluitroute.dossier.Tekstversie;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.regio.Regios;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.visie.Regiovisie;
import nl.besluitroute.visie.Stap;
import nl.besluitroute.visie.Vaststellingsregel;
import nl.besluitroute.visie.VisieStarten;
import nl.besluitroute.visie.Visies;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The visions, one vision, and starting one. */
@RestController
@Tag(name = "Visies")
class VisiesApi {

  private final Visies visies;
  private final VisieStarten starten;
  private final VisieInbrengen inbrengen;
  private final Dossiers dossiers;
  private final Visielijst visielijst;
  private final Regios regios;
  private final Klok klok;
  private final Antwoorden antwoorden;

  VisiesApi(
      Visies visies,
      VisieStarten starten,
      VisieInbrengen inbrengen,
      Dossiers dossiers,
      Visielijst visielijst,
      Regios regios,
      Klok klok,
      Antwoorden antwoorden) {
    this.visies = visies;
    this.starten = starten;
    this.inbrengen = inbrengen;
    this.dossiers = dossiers;
    this.visielijst = visielijst;
    this.regios = regios;
    this.klok = klok;
    this.antwoorden = antwoorden;
  }

  record Regio(@Schema(example = "JZ20") String code, @Schema(example = "Eemland") String naam) {}

  record Looptijd(
      @Schema(description = "Eerste jaar.", example = "2027") Integer van,
      @Schema(description = "Laatste jaar.", example = "2030") Integer tot) {}

  @Schema(description = "Een visie in een lijst.")
  record Visieregel(
      @Schema(description = "Kenmerk.", example = "eemland-2027") String id,
      String titel,
      List<Regio> regios,
      Looptijd looptijd,
      @Schema(allowableValues = {"onderweg", "afgerond"}) String toestand,
      @Schema(allowableValues = {"open", "vastgesteld", "afwijkend", "deels", "niet"}) String stand,
      @Schema(description = "De stand in woorden.", example = "3 van 7 vastgesteld; 4 nog open", nullable = true)
          String standzin,
      @Schema(description = "Nummer van de nieuwste versie.", nullable = true) String versie,
      @Schema(description = "Namen van de regionale stappen die lopen.") List<String> nu,
      @Schema(description = "Aantal taken dat te laat is.") long teLaat) {}

  record Visie(
      String id,
      String titel,
      @Schema(description = "Het besluit dat wordt gevraagd.") String gevraagdBesluit,
      List<Regio> regios,
      Looptijd looptijd,
      @Schema(description = "Wanneer de visie is vastgesteld.", example = "alle_raden") String regel,
      @Schema(description = "Sleutel van de route.", example = "route_raden") String route,
      @Schema(description = "De versie van de route waarop deze visie loopt.") String routeVersie,
      @Schema(allowableValues = {"onderweg", "afgerond"}) String toestand,
      Instant gestartOp,
      @Schema(nullable = true) Instant afgerondOp,
      @Schema(description = "Sinds wanneer de visie is opgeschort.", nullable = true) Instant opgeschortOp,
      @Schema(description = "Waarom zij is opgeschort.", nullable = true) String opgeschortReden,
      @Schema(allowableValues = {"open", "vastgesteld", "afwijkend", "deels", "niet"}) String stand,
      String standzin,
      @Schema(description = "De dag waarop aan de regel is voldaan.", nullable = true) LocalDate vastOp,
      @Schema(description = "Nummer van de nieuwste versie.", nullable = true) String versie,
      @Schema(description = "CBS-codes van de gemeenten die vandaag deelnemen.") List<String> deelnemers,
      List<String> nu,
      long teLaat,
      long openOpmerkingen) {}

  /** Where the route of a vision stands. */
  enum Toestand {
    ONDERWEG,
    AFGEROND;

    static Toestand van(boolean afgerond) {
      return afgerond ? AFGEROND : ONDERWEG;
    }
  }

  @GetMapping(Api.PAD + "/visies")
  @Operation(
      summary = "De visies die u mag inzien",
      description = "Op titel, bladzijde na bladzijde. Wat u niet mag inzien, staat er niet in.")
  ResponseEntity<Lijst<Visieregel>> visies(
      @Parameter(description = "onderweg of afgerond") @RequestParam(name = "toestand", required = false) String toestand,
      @Parameter(description = "open, vastgesteld, afwijkend, deels of niet") @RequestParam(name = "stand", required = false) String stand,
      @Parameter(description = "Code van de regio", example = "JZ20") @RequestParam(name = "regio", required = false) String regio,
      @Parameter(description = "Rijen per bladzijde, 1 tot en met 200") @RequestParam(name = "limiet", required = false) String limiet,
      @Parameter(description = "Waar de vorige bladzijde eindigde") @RequestParam(name = "na", required = false) String na,
      Gebruiker wie) {
    Toestand metToestand = Api.filter("toestand", Toestand.class, toestand);
    Stand.Waarde metStand = Api.filter("stand", Stand.Waarde.class, stand);
    int hoogstens = Lijst.limiet(limiet);
    Optional<String> plaats = Lijst.plaats(na, id -> visies.zoek(id).map(Regiovisie::id));
    Bladzijde<Visielijst.Regel> bladzijde =
        visielijst.van(
            wie,
            new Visielijst.Keuze(
                Optional.ofNullable(regio),
                Optional.ofNullable(metToestand).map(Toestand.AFGEROND::equals),
                Optional.ofNullable(metStand)),
            plaats,
            hoogstens);
    return antwoorden.bladzijde(regels(bladzijde.rijen()), bladzijde.volgende());
  }

  private List<Visieregel> regels(List<Visielijst.Regel> rijen) {
    Map<String, String> namen =
        regios.regioNamen(
            rijen.stream().flatMap(r -> r.visie().regios().stream()).collect(Collectors.toSet()));
    return rijen.stream()
        .map(
            r ->
                new Visieregel(
                    r.visie().id(),
                    r.visie().titel(),
                    r.visie().regios().stream().map(code -> new Regio(code, namen.get(code))).toList(),
                    new Looptijd(r.looptijdVan(), r.looptijdTot()),
                    Api.code(Toestand.van(r.visie().afgerond())),
                    Api.code(r.stand().map(Standkop::waarde).orElse(Stand.Waarde.OPEN)),
                    r.stand().map(Standkop::zin).orElse(null),
                    r.versie().map(Versiekop::nummer).orElse(null),
                    r.nu().stream().map(Onderweg::naam).toList(),
                    r.teLaat()))
        .toList();
  }

  @GetMapping(Api.PAD + "/visies/{visie}")
  @Operation(summary = "Eén visie met haar stand")
  ResponseEntity<Visie> visie(@PathVariable("visie") String id, Gebruiker wie) {
    return antwoorden.een(visie(dossiers.van(id, wie)));
  }

  private Visie visie(Dossier d) {
    Regiovisie v = d.visie();
    List<Regio> in = new ArrayList<>();
    for (int i = 0; i < v.regios().size(); i++) {
      in.add(new Regio(v.regios().get(i), d.regios().get(i)));
    }
    return new Visie(
        v.id(),
        v.titel(),
        v.gevraagdBesluit(),
        in,
        new Looptijd(v.looptijdVan(), v.looptijdTot()),
        Api.code(v.regel()),
        v.route(),
        v.routeVersie(),
        Api.code(Toestand.van(v.afgerondOp().isPresent())),
        v.gestartOp(),
        v.afgerondOp().orElse(null),
        v.opgeschortOp().orElse(null),
        v.opgeschortReden().orElse(null),
        Api.code(d.stand().waarde()),
        d.stand().zin(),
        d.stand().vastOp().orElse(null),
        d.nieuwste().map(Tekstversie::nummer).orElse(null),
        visies.deelnemers(v.id()),
        d.route().stream().filter(s -> s.toestand() == Stap.Toestand.LOOPT).map(Stap::naam).toList(),
        d.taken().stream().filter(t -> t.teLaat()).count(),
        d.opmerkingen().stream().filter(o -> o.open()).count());
  }

  @Schema(description = "Een visie om te starten. Weglaten mag alleen planning en verleden.")
  record Start(
      @Schema(description = "Kenmerk: 2 tot 59 kleine letters, cijfers en streepjes.", example = "eemland-2031") String id,
      @Schema(maxLength = 200, example = "Regiovisie jeugdhulp Eemland 2031-2034") String titel,
      @Schema(maxLength = 4000, example = "De regiovisie jeugdhulp vast te stellen.") String gevraagdBesluit,
      Looptijd looptijd,
      @Schema(allowableValues = {"alle_raden", "alle_colleges", "twee_derde_raden"}) String regel,
      @Schema(description = "Codes van een of twee regio's, de eerste leidt.", example = "[\"JZ20\"]") List<String> regios,
      @Schema(description = "CBS-codes van de gemeenten die besluiten.", example = "[\"GM0307\",\"GM0342\"]") List<String> deelnemers,
      @Schema(description = "Sleutel van de route.", example = "route_raden") String route,
      List<Planregel> planning,
      @Schema(description = "Voor een visie die al onderweg is.", nullable = true) Verleden verleden) {}

  @Schema(description = "Een datum van de eerste planning.")
  record Planregel(
      @Schema(description = "Id van het blok in de route.", example = "uo_definitief") String element,
      @Schema(description = "CBS-code, voor een stap van één gemeente.", nullable = true) String gemeente,
      @Schema(description = "Bij een gemeente: college, raad of raad_informeren.", nullable = true) String soort,
      Datum.Invoer datum,
      @Schema(nullable = true, maxLength = 4000) String bijzonderheden) {}

  @PostMapping(path = Api.PAD + "/visies", consumes = "application/json")
  @Operation(
      summary = "Een visie starten",
      description =
          "Maakt de stappen uit het model van de route en start haar. Met een verleden komt zij halverwege binnen en gaat zij"
              + " verder waar zij staat. Voor de ambtelijk secretaris van elke genoemde regio.")
  ResponseEntity<Visie> start(@RequestBody Start invoer, Gebruiker wie) {
    Fouten fouten = new Fouten();
    fouten.eis(invoer.id() != null && !invoer.id().equals("nieuw"), "id", "Noem het kenmerk; 'nieuw' kan niet.");
    fouten.eis(invoer.titel() != null, "titel", "Noem de titel.");
    fouten.eis(invoer.gevraagdBesluit() != null, "gevraagdBesluit", "Noem het gevraagde besluit.");
    Looptijd looptijd = invoer.looptijd();
    fouten.eis(
        looptijd != null && isJaar(looptijd.van()) && isJaar(looptijd.tot()),
        "looptijd",
        "Noem het eerste en het laatste jaar van de looptijd, van 1900 tot en met 2199.");
    Vaststellingsregel regel = fouten.kies(Vaststellingsregel.class, invoer.regel(), "regel", "Kies een regel");
    fouten.eis(invoer.route() != null, "route", "Noem de route.");
    fouten.eis(geheel(invoer.regios()), "regios", "Een code ontbreekt.");
    fouten.eis(geheel(invoer.deelnemers()), "deelnemers", "Een code ontbreekt.");
    List<VisieStarten.Planregel> planning = new ArrayList<>();
    for (int i = 0; i < Api.lijst(invoer.planning()).size(); i++) {
      planregel(invoer.planning().get(i), "planning[" + i + "]", fouten).ifPresent(planning::add);
    }
    VisieInbrengen.Verleden verleden =
        invoer.verleden() == null ? null : invoer.verleden().lees(fouten, klok.vandaag());
    fouten.weiger();
    var opdracht =
        new VisieStarten.Opdracht(
            invoer.id(),
            invoer.titel().strip(),
            invoer.gevraagdBesluit().strip(),
            looptijd.van(),
            looptijd.tot(),
            regel,
            Api.lijst(invoer.regios()),
            Api.lijst(invoer.deelnemers()),
            invoer.route(),
            planning);
    Regiovisie gestart =
        verleden == null ? starten.start(opdracht, wie) : inbrengen.brengIn(opdracht, verleden, wie);
    return antwoorden.gemaakt(
        "/visies/" + gestart.id(), visie(dossiers.van(gestart.id(), wie)));
  }

  private Optional<VisieStarten.Planregel> planregel(
      Planregel r, String veld, Fouten fouten) {
    if (r == null || r.element() == null) {
      fouten.eis(false, veld + ".element", "Noem het blok van de route.");
      return Optional.empty();
    }
    Optional<Stap.Soort> soort = Api.waarde(Stap.Soort.class, r.soort()).filter(Stap.Soort::lokaal);
    fouten.eis(
        (r.gemeente() == null) == soort.isEmpty() && (r.soort() == null || soort.isPresent()),
        veld + ".soort",
        "Noem bij een gemeente de soort stap (college, raad of raad_informeren), en anders geen van beide.");
    fouten.eisHoogstens(4000, r.bijzonderheden(), veld + ".bijzonderheden");
    return Optional.ofNullable(fouten.datum(r.datum(), klok.vandaag(), veld + ".datum"))
        .map(
            datum ->
                new VisieStarten.Planregel(
                    r.element(), r.gemeente(), soort.orElse(null), datum, r.bijzonderheden()));
  }

  private static boolean geheel(List<String> codes) {
    return Api.lijst(codes).stream().noneMatch(c -> c == null || c.isBlank());
  }

  private static boolean isJaar(Integer jaar) {
    return jaar != null && jaar >= 1900 && jaar <= 2199;
  }
}
