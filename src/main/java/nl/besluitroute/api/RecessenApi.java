package nl.besluitroute.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import nl.besluitroute.regio.Orgaan;
import nl.besluitroute.regio.Regios;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.Toegang;
import nl.besluitroute.vergaderschema.Reces;
import nl.besluitroute.vergaderschema.Recessen;
import nl.besluitroute.vergaderschema.Schoolvakantie;
import nl.besluitroute.vergaderschema.Vergaderschema;
import nl.besluitroute.visie.Herkansing;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * Reces of bodies, entered by who plans for them, and of municipalities and regions, entered by the
 * beheerder, as school holidays are. Everybody reads.
 */
@RestController
@Tag(name = "Vergaderschema")
class RecessenApi {
  private static final String LIJST = Api.PAD + "/recessen";
  private static final String EEN = LIJST + "/{reces}";
  private static final String VAKANTIES = Api.PAD + "/schoolvakanties";
  private static final String VAKANTIE = VAKANTIES + "/{vakantie}";

  private final Recessen recessen;
  private final Vergaderschema schema;
  private final Regios regios;
  private final Toegang toegang;
  private final Herkansing herkansing;
  private final Antwoorden antwoorden;

  RecessenApi(
      Recessen recessen,
      Vergaderschema schema,
      Regios regios,
      Toegang toegang,
      Herkansing herkansing,
      Antwoorden antwoorden) {
    this.recessen = recessen;
    this.schema = schema;
    this.regios = regios;
    this.toegang = toegang;
    this.herkansing = herkansing;
    this.antwoorden = antwoorden;
  }

  @Schema(name = "Reces", description = "Een reces met waarvoor het geldt: van orgaan, gemeente en regio is er een ingevuld.")
  record Vorm(
      UUID id,
      @Schema(example = "Kerstvakantie") String naam,
      @Schema(description = "Eerste dag.") LocalDate van,
      @Schema(description = "Laatste dag.") LocalDate totEnMet,
      @Schema(nullable = true) String orgaan,
      @Schema(description = "CBS-code: voor al haar bestuursorganen.", nullable = true) String gemeente,
      @Schema(description = "Code: voor al haar overleggen.", nullable = true) String regio) {

    static Vorm van(Reces r) {
      return new Vorm(
          r.id(),
          r.naam(),
          r.van(),
          r.totEnMet(),
          r.orgaan().orElse(null),
          r.gemeente().orElse(null),
          r.regio().orElse(null));
    }
  }

  @Schema(name = "Recesinvoer")
  record Invoer(
      @Schema(maxLength = 120) String naam,
      @Schema(description = "Eerste dag.") LocalDate van,
      @Schema(description = "Laatste dag, hoogstens 120 dagen na de eerste.") LocalDate totEnMet) {}

  @Schema(name = "RecesinvoerVoorGebied")
  record Gebiedinvoer(
      @Schema(description = "CBS-code van een gemeente of code van een regio.", example = "GM0342") String gebied,
      @Schema(maxLength = 120) String naam,
      LocalDate van,
      LocalDate totEnMet) {}

  @Schema(name = "Recesgevolg", description = "Welke vergaderingen vanaf vandaag door een wijziging in reces vallen, of niet meer. Geen ervan is verplaatst.")
  record Gevolg(
      @Schema(description = "Het reces zoals het nu is; null als het is verwijderd.", nullable = true) Vorm reces,
      List<VergaderingenApi.Regel> inReces,
      List<VergaderingenApi.Regel> nietMeerInReces) {

    static Gevolg van(Vorm reces, Recessen.Gevolg g) {
      return new Gevolg(
          reces,
          g.erin().stream().map(VergaderingenApi.Regel::van).toList(),
          g.eruit().stream().map(VergaderingenApi.Regel::van).toList());
    }
  }

  @GetMapping(LIJST)
  @Operation(summary = "Het reces van gemeenten en regio's, op eerste dag")
  ResponseEntity<Lijst<Vorm>> recessen() {
    return antwoorden.heel(recessen.vanGebieden().stream().map(Vorm::van).toList());
  }

  @GetMapping(EEN)
  @Operation(summary = "Eén reces, van een orgaan, gemeente of regio")
  ResponseEntity<Vorm> reces(@PathVariable("reces") String reces) {
    return antwoorden.een(Vorm.van(eis(reces)));
  }

  private Reces eis(String nummer) {
    return id(nummer).flatMap(recessen::zoek).orElseThrow(() -> Api.nietGevonden("Dit reces bestaat niet."));
  }

  private static Optional<UUID> id(String nummer) {
    try {
      return Optional.of(UUID.fromString(nummer));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @GetMapping(Api.PAD + "/organen/{orgaan}/reces")
  @Operation(
      summary = "Het reces van een overleg of bestuursorgaan",
      description = "Zijn eigen reces en dat van zijn gemeente of regio, op eerste dag.")
  ResponseEntity<Lijst<Vorm>> vanOrgaan(@PathVariable("orgaan") String orgaan) {
    return antwoorden.heel(
        recessen.van(Api.orgaan(regios, orgaan)).stream()
            .sorted(Comparator.comparing(Reces::van).thenComparing(Reces::totEnMet).thenComparing(Reces::id))
            .map(Vorm::van)
            .toList());
  }

  @PostMapping(path = LIJST, consumes = "application/json")
  @Operation(
      summary = "Een reces van een gemeente of regio toevoegen",
      description = "Voor de beheerder. Een vergadering in reces blijft staan, met een waarschuwing.")
  ResponseEntity<Gevolg> voegToe(@RequestBody Gebiedinvoer invoer, Gebruiker wie) {
    toegang.eisBeheren(wie);
    return herkansing.doe(
        () ->
            gemaakt(
                recessen.voegToeVoorGebied(
                    invoer.gebied(), invoer.naam(), invoer.van(), invoer.totEnMet(), wie)));
  }

  @PostMapping(path = Api.PAD + "/organen/{orgaan}/reces", consumes = "application/json")
  @Operation(
      summary = "Een reces van een overleg of bestuursorgaan toevoegen",
      description = "Voor wie voor het orgaan plant.")
  ResponseEntity<Gevolg> voegToe(
      @PathVariable("orgaan") String orgaan, @RequestBody Invoer invoer, Gebruiker wie) {
    Orgaan bij = schema.eisPlannen(wie, Api.orgaan(regios, orgaan));
    return herkansing.doe(
        () -> gemaakt(recessen.voegToe(bij.id(), invoer.naam(), invoer.van(), invoer.totEnMet(), wie)));
  }

  private ResponseEntity<Gevolg> gemaakt(Reces nieuw) {
    return antwoorden.gedaan(
        "/recessen/" + nieuw.id(),
        Gevolg.van(Vorm.van(nieuw), new Recessen.Gevolg(recessen.erin(nieuw), List.of())));
  }

  private void eisWijzigen(Reces reces, Gebruiker wie) {
    reces.orgaan().flatMap(regios::orgaan).ifPresentOrElse(o -> schema.eisPlannen(wie, o), () -> toegang.eisBeheren(wie));
  }

  @PutMapping(path = EEN, consumes = "application/json")
  @Operation(
      summary = "Een reces wijzigen",
      description =
          "Voor wie voor het orgaan plant; dat van een gemeente of regio voor de beheerder. Waarvoor het geldt, blijft."
              + " If-Match met de ETag van het reces is verplicht.")
  ResponseEntity<Gevolg> wijzig(
      @PathVariable("reces") String reces,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String alsGelijk,
      @RequestBody Invoer invoer,
      Gebruiker wie) {
    eisWijzigen(eis(reces), wie);
    return herkansing.doe(
        () -> {
          Reces nu = eis(reces);
          antwoorden.eisGezien(alsGelijk, Vorm.van(nu));
          Recessen.Gevolg gevolg =
              recessen.wijzig(nu.id(), invoer.naam(), invoer.van(), invoer.totEnMet(), wie);
          return antwoorden.een(Gevolg.van(Vorm.van(eis(reces)), gevolg));
        });
  }

  @DeleteMapping(EEN)
  @Operation(
      summary = "Een reces verwijderen",
      description = "Rechten als bij wijzigen. If-Match met de ETag van het reces is verplicht.")
  ResponseEntity<Gevolg> verwijder(
      @PathVariable("reces") String reces,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String alsGelijk,
      Gebruiker wie) {
    eisWijzigen(eis(reces), wie);
    return herkansing.doe(
        () -> {
          Reces nu = eis(reces);
          antwoorden.eisGezien(alsGelijk, Vorm.van(nu));
          return antwoorden.een(Gevolg.van(null, recessen.verwijder(nu.id(), wie)));
        });
  }

  // -- school holidays -----------------------------------------------------------------------------

  @Schema(name = "Schoolvakantie", description = "Het begin van reces. Wat een orgaan als reces overnam, verandert niet mee.")
  record Vakantie(
      UUID id,
      @Schema(allowableValues = {"noord", "midden", "zuid"}) String landsdeel,
      @Schema(example = "Kerstvakantie") String naam,
      LocalDate van,
      LocalDate totEnMet) {

    static Vakantie van(Schoolvakantie s) {
      return new Vakantie(s.id(), Api.code(s.landsdeel()), s.naam(), s.van(), s.totEnMet());
    }
  }

  @Schema(name = "Schoolvakantieinvoer")
  record Vakantieinvoer(
      @Schema(allowableValues = {"noord", "midden", "zuid"}) String landsdeel,
      @Schema(maxLength = 120) String naam,
      LocalDate van,
      LocalDate totEnMet) {

    private Schoolvakantie.Landsdeel kies() {
      Fouten fouten = new Fouten();
      Schoolvakantie.Landsdeel gekozen =
          fouten.kies(Schoolvakantie.Landsdeel.class, landsdeel, "landsdeel", "Kies de regio van de vakantie");
      fouten.weiger();
      return gekozen;
    }
  }

  @GetMapping(VAKANTIES)
  @Operation(summary = "De schoolvakanties, op eerste dag")
  ResponseEntity<Lijst<Vakantie>> schoolvakanties() {
    return antwoorden.heel(recessen.schoolvakanties().stream().map(Vakantie::van).toList());
  }

  @GetMapping(VAKANTIE)
  @Operation(summary = "Eén schoolvakantie")
  ResponseEntity<Vakantie> schoolvakantie(@PathVariable("vakantie") String vakantie) {
    return antwoorden.een(Vakantie.van(eisVakantie(vakantie)));
  }

  private Schoolvakantie eisVakantie(String nummer) {
    return id(nummer)
        .flatMap(recessen::schoolvakantie)
        .orElseThrow(() -> Api.nietGevonden("Deze schoolvakantie bestaat niet."));
  }

  @PostMapping(path = VAKANTIES, consumes = "application/json")
  @Operation(summary = "Een schoolvakantie toevoegen", description = "Voor de beheerder.")
  ResponseEntity<Vakantie> voegVakantieToe(@RequestBody Vakantieinvoer invoer, Gebruiker wie) {
    toegang.eisBeheren(wie);
    Schoolvakantie.Landsdeel landsdeel = invoer.kies();
    return herkansing.doe(
        () -> {
          Schoolvakantie nieuw =
              recessen.voegSchoolvakantieToe(
                  landsdeel, invoer.naam(), invoer.van(), invoer.totEnMet(), wie);
          return antwoorden.gemaakt("/schoolvakanties/" + nieuw.id(), Vakantie.van(nieuw));
        });
  }

  @PutMapping(path = VAKANTIE, consumes = "application/json")
  @Operation(
      summary = "Een schoolvakantie wijzigen",
      description = "Voor de beheerder. If-Match met de ETag van de vakantie is verplicht.")
  ResponseEntity<Vakantie> wijzigVakantie(
      @PathVariable("vakantie") String vakantie,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String alsGelijk,
      @RequestBody Vakantieinvoer invoer,
      Gebruiker wie) {
    toegang.eisBeheren(wie);
    Schoolvakantie.Landsdeel landsdeel = invoer.kies();
    return metVakantie(
        vakantie, alsGelijk,
        () -> {
          recessen.wijzigSchoolvakantie(
              eisVakantie(vakantie).id(), landsdeel, invoer.naam(), invoer.van(), invoer.totEnMet(), wie);
          return antwoorden.een(Vakantie.van(eisVakantie(vakantie)));
        });
  }

  @DeleteMapping(VAKANTIE)
  @Operation(
      summary = "Een schoolvakantie verwijderen",
      description = "Voor de beheerder. If-Match met de ETag van de vakantie is verplicht.")
  ResponseEntity<Void> verwijderVakantie(
      @PathVariable("vakantie") String vakantie,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String alsGelijk,
      Gebruiker wie) {
    toegang.eisBeheren(wie);
    return metVakantie(
        vakantie, alsGelijk,
        () -> {
          recessen.verwijderSchoolvakantie(eisVakantie(vakantie).id(), wie);
          return ResponseEntity.noContent().build();
        });
  }

  private <T> T metVakantie(String vakantie, String alsGelijk, Supplier<T> daad) {
    return herkansing.doe(
        () -> {
          antwoorden.eisGezien(alsGelijk, Vakantie.van(eisVakantie(vakantie)));
          return daad.get();
        });
  }
}
