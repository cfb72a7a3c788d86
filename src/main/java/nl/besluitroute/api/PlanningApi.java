package nl.besluitroute.api;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import nl.besluitroute.dossier.Dossier;
import nl.besluitroute.dossier.Dossiers;
import nl.besluitroute.planning.Planregel;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.Plek;
import nl.besluitroute.toegang.Toegang;
import nl.besluitroute.visie.Stap;
import nl.besluitroute.visieplanning.GevolgVeranderd;
import nl.besluitroute.visieplanning.Herplanning;
import nl.besluitroute.visieplanning.Visieplan;
import nl.besluitroute.visieplanning.Visieplanning;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The plan of a vision over the calendars of its bodies, its target, and what postponing does. */
@RestController
@Tag(name = "Planning")
class PlanningApi {
  private static final String PLAN = Api.PAD + "/visies/{visie}/plan";
  private static final String STREEFDATUM = Api.PAD + "/visies/{visie}/streefdatum";
  private static final int LANGSTE_REDEN = 4000;

  private final Dossiers dossiers;
  private final Visieplanning planning;
  private final Herplanning herplanning;
  private final Toegang toegang;
  private final Antwoorden antwoorden;
  private final Beurt beurt;

  PlanningApi(
      Dossiers dossiers,
      Visieplanning planning,
      Herplanning herplanning,
      Toegang toegang,
      Antwoorden antwoorden,
      Beurt beurt) {
    this.dossiers = dossiers;
    this.planning = planning;
    this.herplanning = herplanning;
    this.toegang = toegang;
    this.antwoorden = antwoorden;
    this.beurt = beurt;
  }

  @Schema(name = "Plan", description = "De planning zoals zij nu volgt uit de route, de stappen en de kalenders.")
  record Vorm(
      @Schema(description = "De planning in een of twee zinnen.") String zin,
      @Schema(description = "De dag van de laatste stap; null zolang een stap geen datum heeft.", nullable = true) LocalDate einde,
      @Schema(description = "Die dag als niets wacht op de datum die er staat.", nullable = true) LocalDate vroegsteEinde,
      @Schema(nullable = true) LocalDate streefdatum,
      @Schema(description = "Of de streefdatum wordt gehaald; null zonder streefdatum.", nullable = true) Boolean streefdatumGehaald,
      @Schema(description = "De laatste dag waarop de tekst gereed moet zijn.", nullable = true) LocalDate uiterlijkGereed,
      @Schema(description = "Of niets de planning in de weg staat.") boolean haalbaar,
      List<Stapplan> stappen,
      @Schema(description = "Wat aandacht vraagt: eerst van de hele planning, dan per stap.") List<Gevolgen.Melding> meldingen,
      @Schema(description = "Datums die de planning geeft aan stappen die u plant en die een andere hebben, of geen.") List<Voorstel> voorstellen,
      @Schema(description = "Van deze voorstellen; nodig om ze over te nemen.", example = "4f1c22a09be37d05") String kenmerk,
      @Schema(description = "Namen van organen zonder vergaderschema; hun stappen zijn gepland op werkdagen.") List<String> zonderSchema) {

    static Vorm van(Visieplan v) {
      var plan = v.plan();
      return new Vorm(
          plan.zin(),
          plan.einde().orElse(null),
          plan.vroegsteEinde().orElse(null),
          plan.streefdatum().orElse(null),
          plan.streefdatumGehaald().orElse(null),
          plan.uiterlijkGereed().orElse(null),
          plan.haalbaar(),
          plan.regels().stream().map(Stapplan::van).toList(),
          plan.meldingen().stream().map(Gevolgen.Melding::van).toList(),
          v.voorstellen().stream().map(Voorstel::van).toList(),
          v.kenmerk(),
          v.zonderSchema());
    }
  }

  @Schema(
      description =
          "Een regel van de planning. Wat niet kan, is null; een melding zegt waarom. Geen stap van de visie, maar wel een"
              + " regel, zijn een datum waarop de route wacht en de wethoudersstaf voor een college: die heeft het id van"
              + " de stap van het college met ~staf erachter.")
  record Stapplan(
      @Schema(example = "lokaal~GM0342~raad~1") String stap,
      String naam,
      @Schema(description = "Naam van het overleg of bestuursorgaan.", nullable = true) String orgaan,
      @Schema(description = "CBS-code van de gemeente.", nullable = true) String gemeente,
      @Schema(description = "Eerste dag waarop zij kan worden behandeld.", nullable = true) LocalDate vroegst,
      @Schema(nullable = true) LocalDate gepland,
      @Schema(description = "Id van de vergadering op de geplande dag.", nullable = true) UUID vergadering,
      @Schema(description = "Laatste dag waarop streefdatum en vaste datums nog te halen zijn.", nullable = true) LocalDate uiterlijk,
      @Schema(nullable = true) LocalDate werkelijk,
      @Schema(nullable = true) Datum oorspronkelijk,
      @Schema(description = "Laatste dag om stukken aan te leveren voor de geplande dag.", nullable = true) LocalDate aanleveren,
      @Schema(description = "Die voor de uiterste dag.", nullable = true) LocalDate uiterlijkAanleveren,
      @Schema(description = "Hoeveel vergaderingen later nog kan; negatief is al te laat.", nullable = true) Integer spelingVergaderingen,
      @Schema(description = "Hetzelfde in werkdagen.", nullable = true) Integer spelingWerkdagen,
      @Schema(description = "Werkdagen later dan oorspronkelijk gepland; negatief is eerder.", nullable = true) Integer uitloop,
      @Schema(description = "Of de datum vaststaat.") boolean vast,
      @Schema(description = "Of deze stap het einde bepaalt.") boolean bepalend) {

    static Stapplan van(Planregel r) {
      return new Stapplan(
          StappenApi.inAdres(r.stap()),
          r.naam(),
          r.orgaan().orElse(null),
          r.gemeente().orElse(null),
          r.vroegst().orElse(null),
          r.gepland().orElse(null),
          r.vergadering().map(UUID::fromString).orElse(null),
          r.uiterlijk().orElse(null),
          r.werkelijk().orElse(null),
          Datum.van(r.oorspronkelijk()),
          r.aanleveren().orElse(null),
          r.uiterlijkAanleveren().orElse(null),
          getal(r.spelingVergaderingen()),
          getal(r.spelingWerkdagen()),
          getal(r.uitloop()),
          r.vast(),
          r.bepalend());
    }

    private static Integer getal(OptionalInt waarde) {
      return waarde.isPresent() ? waarde.getAsInt() : null;
    }
  }

  @Schema(name = "Planvoorstel")
  record Voorstel(
      @Schema(example = "uo_definitief") String stap,
      String naam,
      @Schema(description = "Zoals nu gepland.", nullable = true) Datum nu,
      LocalDate wordt,
      @Schema(description = "Id van de vergadering op die dag.", nullable = true) UUID vergadering) {

    static Voorstel van(Visieplan.Voorstel v) {
      return new Voorstel(
          StappenApi.inAdres(v.stap()), v.naam(), Datum.van(v.nu()), v.wordt(), v.vergadering().orElse(null));
    }
  }

  @GetMapping(PLAN)
  @Operation(
      summary = "De planning van een visie over de kalenders van haar organen",
      description =
          "Vooruit gerekend vanaf vandaag en terug vanaf de streefdatum. Verandert niets: wat de kalenders anders willen,"
              + " staat in voorstellen, en overnemen is een besluit van wie plant.")
  ResponseEntity<Vorm> plan(@PathVariable("visie") String visie, Gebruiker wie) {
    return antwoorden.een(Vorm.van(planning.plan(visie, wie)));
  }

  @Schema(name = "Planovername")
  record Overname(
      @Schema(description = "Het kenmerk van het plan dat u zag.") String kenmerk,
      @Schema(maxLength = LANGSTE_REDEN) String reden) {}

  @Schema(name = "Planwijziging", description = "Wat er is gewijzigd, en de planning erna.")
  record Gewijzigd(
      @Schema(description = "Hoeveel stappen een andere datum kregen.") int stappen, Vorm plan) {}

  @PostMapping(path = PLAN + "/overname", consumes = "application/json")
  @Operation(
      summary = "De voorgestelde datums overnemen, alle of geen",
      description =
          "Taken en termijnen verhuizen mee; de oorspronkelijke planning blijft staan. Zijn de voorstellen intussen"
              + " anders, dan volgt 409 en verandert er niets.")
  ResponseEntity<Gewijzigd> neemOver(
      @PathVariable("visie") String visie, @RequestBody Overname invoer, Gebruiker wie) {
    return beurt.bij(
        visie,
        wie,
        d -> {
          Fouten fouten = new Fouten();
          fouten.eisTekst(invoer.kenmerk(), "kenmerk", "Noem het kenmerk van het plan dat u zag.");
          eisReden(invoer.reden(), fouten);
          fouten.weiger();
          Visieplan nu = planning.plan(visie, wie);
          if (!nu.voorstellen().isEmpty() && !nu.kenmerk().equals(invoer.kenmerk())) {
            throw new ResponseStatusException(
                HttpStatus.CONFLICT,
                "Er is niets opgeslagen. De planning is intussen veranderd; lees haar opnieuw voordat u haar overneemt.");
          }
          return gedaan(visie, planning.neemOver(visie, invoer.kenmerk(), invoer.reden(), wie), wie);
        });
  }

  private static void eisReden(String reden, Fouten fouten) {
    fouten.eisTekst(reden, "reden", "Geef een reden.");
    fouten.eisHoogstens(LANGSTE_REDEN, reden, "reden");
  }

  private ResponseEntity<Gewijzigd> gedaan(String visie, int stappen, Gebruiker wie) {
    return antwoorden.gedaan(
        "/visies/" + visie + "/plan", new Gewijzigd(stappen, Vorm.van(planning.plan(visie, wie))));
  }

  // -- 'stel dat' --------------------------------------------------------------------------------

  @GetMapping(PLAN + "/stel-dat")
  @Operation(
      summary = "Stel dat een stap later wordt behandeld: wat dat zou doen",
      description = "Verandert niets.")
  ResponseEntity<Gevolgen> stelDat(
      @PathVariable("visie") String visie,
      @Parameter(description = "Id van een stap die nog komt", example = "uo_definitief", required = true) @RequestParam(name = "stap", required = false) String stap,
      @Parameter(description = "De eerste dag waarop zij dan kan worden behandeld", example = "2027-09-16", required = true) @RequestParam(name = "vanaf", required = false) String vanaf,
      Gebruiker wie) {
    Dossier d = dossiers.van(visie, wie);
    if (stap == null) {
      throw Api.onleesbaar("Noem in de parameter 'stap' de stap die later wordt behandeld.");
    }
    LocalDate dag =
        Api.dag("vanaf", vanaf)
            .orElseThrow(() -> Api.onleesbaar("Noem in de parameter 'vanaf' de dag vanaf welke de stap kan worden behandeld."));
    return antwoorden.een(Gevolgen.van(herplanning.als(visie, StappenApi.stap(d, stap).id(), dag, wie)));
  }

  @Schema(name = "Uitstel")
  record Uitstel(
      @Schema(description = "Id van een stap die nog komt.", example = "uo_definitief") String stap,
      @Schema(description = "De eerste dag waarop zij kan worden behandeld.") LocalDate vanaf,
      @Schema(description = "Het kenmerk van de gevolgen die u zag.") String kenmerk,
      @Schema(maxLength = LANGSTE_REDEN) String reden) {}

  @PostMapping(path = PLAN + "/stel-dat", consumes = "application/json")
  @Operation(
      summary = "Een stap later behandelen, met alles wat daaruit volgt",
      description =
          "Doet precies wat de gevolgen zeiden, voor de stappen die u plant. Doet het intussen iets anders, dan volgt 409"
              + " en verandert er niets; de gevolgen van nu, met hun kenmerk, staan dan in `gevolgen`.")
  ResponseEntity<Gewijzigd> stelUit(
      @PathVariable("visie") String visie, @RequestBody Uitstel invoer, Gebruiker wie) {
    return beurt.bij(
        visie,
        wie,
        d -> {
          Fouten fouten = new Fouten();
          Optional<Stap> stap = Optional.ofNullable(invoer.stap()).flatMap(s -> StappenApi.zoek(d, s));
          fouten.eis(stap.isPresent(), "stap", "Noem de stap van deze visie die later wordt behandeld.");
          fouten.eis(invoer.vanaf() != null, "vanaf", "Noem de dag vanaf welke de stap kan worden behandeld.");
          fouten.eisTekst(invoer.kenmerk(), "kenmerk", "Noem het kenmerk van de gevolgen die u zag.");
          eisReden(invoer.reden(), fouten);
          fouten.weiger();
          return gedaan(
              visie,
              herplanning.stelUit(
                  visie, stap.get().id(), invoer.vanaf(), invoer.reden(), invoer.kenmerk(), wie),
              wie);
        });
  }

  @Hidden
  @ExceptionHandler
  ResponseEntity<ProblemDetail> veranderd(GevolgVeranderd fout) {
    return Gevolgen.veranderd(fout);
  }

  // -- target ------------------------------------------------------------------------------------

  @Schema(name = "Streefdatum")
  record Streefdatum(
      @Schema(description = "De dag waarop elke gemeente uiterlijk heeft besloten; null als er geen is.", nullable = true) LocalDate dag) {}

  @Schema(name = "Streefdatumwijziging")
  record Streefwijziging(
      @Schema(description = "Vandaag of later.") LocalDate dag,
      @Schema(maxLength = LANGSTE_REDEN, nullable = true) String reden) {}

  @GetMapping(STREEFDATUM)
  @Operation(summary = "De streefdatum van een visie")
  ResponseEntity<Streefdatum> streefdatum(@PathVariable("visie") String visie, Gebruiker wie) {
    return antwoorden.een(streefdatum(dossiers.van(visie, wie)));
  }

  private static Streefdatum streefdatum(Dossier d) {
    return new Streefdatum(d.visie().streefdatum().orElse(null));
  }

  @PutMapping(path = STREEFDATUM, consumes = "application/json")
  @Operation(
      summary = "De streefdatum van een visie zetten",
      description = "Voor wie voor de regio plant. If-Match met de ETag van de streefdatum is verplicht.")
  ResponseEntity<Streefdatum> zetStreefdatum(
      @PathVariable("visie") String visie,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String alsGelijk,
      @RequestBody Streefwijziging invoer,
      Gebruiker wie) {
    return zet(
        visie, alsGelijk, wie,
        () -> {
          Fouten fouten = new Fouten();
          fouten.eis(invoer.dag() != null, "dag", "Noem de streefdatum.");
          fouten.eisHoogstens(LANGSTE_REDEN, invoer.reden(), "reden");
          fouten.weiger();
          planning.zetStreefdatum(visie, invoer.dag(), reden(invoer.reden()), wie);
        });
  }

  @DeleteMapping(STREEFDATUM)
  @Operation(
      summary = "De streefdatum van een visie weghalen",
      description = "Voor wie voor de regio plant. If-Match met de ETag van de streefdatum is verplicht.")
  ResponseEntity<Streefdatum> wisStreefdatum(
      @PathVariable("visie") String visie,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String alsGelijk,
      @Parameter(description = "Waarom") @RequestParam(name = "reden", required = false) String reden,
      Gebruiker wie) {
    return zet(visie, alsGelijk, wie, () -> planning.zetStreefdatum(visie, null, reden(reden), wie));
  }

  private static String reden(String reden) {
    return reden == null || reden.isBlank() ? null : reden.strip();
  }

  private ResponseEntity<Streefdatum> zet(String visie, String alsGelijk, Gebruiker wie, Runnable daad) {
    return beurt.bij(
        visie,
        wie,
        d -> {
          toegang.eisPlannen(wie, Plek.regionaal(d.visie().regios()));
          antwoorden.eisGezien(alsGelijk, streefdatum(d));
          daad.run();
          return antwoorden.een(streefdatum(dossiers.van(visie, wie)));
        });
  }
}
