package nl.besluitroute.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import nl.besluitroute.dossier.Dossier;
import nl.besluitroute.dossier.Dossiers;
import nl.besluitroute.kalender.GeschrevenDatum;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.Toegang;
import nl.besluitroute.visie.Stap;
import nl.besluitroute.visie.StapId;
import nl.besluitroute.visie.Stappen;
import nl.besluitroute.visieplanning.Aanlevering;
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

/** The steps of a vision with their dates: its route and its planning. */
@RestController
@Tag(name = "Stappen")
class StappenApi {

  private final Dossiers dossiers;
  private final Stappen stappen;
  private final Toegang toegang;
  private final Antwoorden antwoorden;
  private final Beurt beurt;
  private final Aanlevering aanlevering;

  StappenApi(
      Dossiers dossiers,
      Stappen stappen,
      Toegang toegang,
      Antwoorden antwoorden,
      Beurt beurt,
      Aanlevering aanlevering) {
    this.dossiers = dossiers;
    this.stappen = stappen;
    this.toegang = toegang;
    this.antwoorden = antwoorden;
    this.beurt = beurt;
    this.aanlevering = aanlevering;
  }

  /** A step; in addresses its parts are joined by a tilde, which no part can hold. */
  @Schema(name = "Stap")
  record Vorm(
      @Schema(
              description = "Het blok van de route, voor een gemeente gevolgd door gemeente, orgaan en besluitronde.",
              example = "lokaal~GM0342~raad~1")
          String id,
      @Schema(description = "Id van het blok in de route.", example = "uo_definitief") String element,
      String naam,
      @Schema(example = "overleg") String soort,
      @Schema(example = "adviseren") String doel,
      @Schema(description = "Ronde van behandeling.", example = "definitief") String ronde,
      @Schema(nullable = true, description = "Id van het overleg of bestuursorgaan.") String orgaan,
      @Schema(nullable = true, description = "CBS-code van de gemeente.") String gemeente,
      int besluitronde,
      @Schema(description = "Plaats in de route; lokale stappen delen die van hun blok.") int volgorde,
      @Schema(allowableValues = {"gepland", "loopt", "gedaan", "vervallen"}) String toestand,
      @Schema(nullable = true) Datum oorspronkelijk,
      @Schema(nullable = true) Datum gepland,
      @Schema(nullable = true) Datum werkelijk,
      @Schema(nullable = true) String bijzonderheden,
      @Schema(description = "Werkdagen voor de vergadering, zoals de route zegt. Een termijn van het orgaan of van zijn soort gaat voor.") int aanlevertermijn,
      @Schema(description = "Werkdagen na de vergadering, zoals de route zegt. Een termijn van het orgaan of van zijn soort gaat voor.") int vastlegtermijn,
      @Schema(description = "Een schriftelijke ronde in plaats van een vergadering; gepland is de laatste dag voor reacties.") boolean schriftelijk,
      @Schema(nullable = true, description = "Wie instemde met nazenden van de stukken.") String nazenden,
      @Schema(description = "Id's van de taken die hier openstaan.") List<String> taken) {

    static Vorm van(Dossier d, Stap s) {
      return new Vorm(
          inAdres(s.id()),
          s.element(),
          s.naam(),
          Api.code(s.soort()),
          Api.code(s.doel()),
          s.ronde(),
          s.orgaan().orElse(null),
          s.gemeente().orElse(null),
          s.besluitronde(),
          s.volgorde(),
          Api.code(s.toestand()),
          Datum.van(s.oorspronkelijk()),
          Datum.van(s.gepland()),
          Datum.van(s.werkelijk()),
          s.bijzonderheden(),
          s.aanlevertermijn(),
          s.vastlegtermijn(),
          s.schriftelijk(),
          s.nazending().map(Stap.Nazending::instemming).orElse(null),
          d.takenVan(s).stream().map(t -> t.taak()).toList());
    }
  }

  /** The id of a step without its vision, as it stands in an address. */
  static String inAdres(String stap) {
    return stap.substring(stap.indexOf('/') + 1).replace('/', '~');
  }

  static Stap stap(Dossier d, String adres) {
    return zoek(d, adres).orElseThrow(() -> Api.nietGevonden("Deze stap bestaat niet."));
  }

  static Optional<Stap> zoek(Dossier d, String adres) {
    return d.stap(d.visie().id() + "/" + adres.replace('~', '/'));
  }

  @GetMapping(Api.PAD + "/visies/{visie}/stappen")
  @Operation(
      summary = "De stappen van een visie met hun datums",
      description = "In de volgorde van de route: oorspronkelijk gepland, nu gepland en zoals het ging.")
  ResponseEntity<Lijst<Vorm>> stappen(
      @PathVariable("visie") String visie,
      @Parameter(description = "gepland, loopt, gedaan of vervallen") @RequestParam(name = "toestand", required = false) String toestand,
      @Parameter(description = "CBS-code: alleen de stappen van deze gemeente") @RequestParam(name = "gemeente", required = false) String gemeente,
      Gebruiker wie) {
    Stap.Toestand met = Api.filter("toestand", Stap.Toestand.class, toestand);
    Dossier d = dossiers.van(visie, wie);
    return antwoorden.heel(
        d.stappen().stream()
            .filter(s -> met == null || s.toestand() == met)
            .filter(s -> gemeente == null || s.gemeente().filter(gemeente::equals).isPresent())
            .map(s -> Vorm.van(d, s))
            .toList());
  }

  @GetMapping(Api.PAD + "/visies/{visie}/stappen/{stap}")
  @Operation(summary = "Eén stap")
  ResponseEntity<Vorm> stap(
      @PathVariable("visie") String visie, @PathVariable("stap") String stap, Gebruiker wie) {
    Dossier d = dossiers.van(visie, wie);
    return antwoorden.een(Vorm.van(d, stap(d, stap)));
  }

  @Schema(name = "Nazending")
  record Nazenden(
      @Schema(description = "Wie instemde, bijvoorbeeld de voorzitter.", maxLength = 200) String instemming,
      @Schema(maxLength = 4000) String reden) {}

  @PostMapping(path = Api.PAD + "/visies/{visie}/stappen/{stap}/nazending", consumes = "application/json")
  @Operation(
      summary = "Stukken nazenden met instemming van de voorzitter",
      description =
          "Alleen als de aanlevertermijn voorbij is en de stukken niet zijn verzonden. Het werk kan door tot en"
              + " met de dag van de vergadering, en wat dan wordt verzonden staat als nagezonden in de Behandeling.")
  ResponseEntity<Vorm> nazenden(
      @PathVariable("visie") String visie,
      @PathVariable("stap") String stap,
      @RequestBody Nazenden invoer,
      Gebruiker wie) {
    return bij(
        visie, stap, wie,
        id -> {
          Fouten fouten = new Fouten();
          fouten.eisTekst(invoer.instemming(), "instemming", "Noem wie heeft ingestemd.");
          fouten.eisTekst(invoer.reden(), "reden", "Geef een reden.");
          fouten.eisHoogstens(200, invoer.instemming(), "instemming");
          fouten.eisHoogstens(4000, invoer.reden(), "reden");
          fouten.weiger();
          aanlevering.nazenden(id, invoer.instemming(), invoer.reden(), wie);
        });
  }

  @Schema(name = "SchriftelijkeRonde")
  record Schriftelijk(
      @Schema(description = "Laatste dag voor reacties.", example = "2027-03-18") LocalDate reactiesTotEnMet,
      @Schema(maxLength = 4000) String reden) {}

  @PostMapping(path = Api.PAD + "/visies/{visie}/stappen/{stap}/schriftelijke-ronde", consumes = "application/json")
  @Operation(
      summary = "Een schriftelijke ronde in plaats van een vergadering",
      description =
          "Alleen voor een overleg; een raad, raadscommissie of college besluit in een vergadering. Een andere"
              + " datum voor de stap maakt er een einde aan.")
  ResponseEntity<Vorm> schriftelijk(
      @PathVariable("visie") String visie,
      @PathVariable("stap") String stap,
      @RequestBody Schriftelijk invoer,
      Gebruiker wie) {
    return bij(
        visie, stap, wie,
        id -> {
          Fouten fouten = new Fouten();
          fouten.eis(invoer.reactiesTotEnMet() != null, "reactiesTotEnMet", "Noem de laatste dag voor reacties.");
          fouten.eisTekst(invoer.reden(), "reden", "Geef een reden.");
          fouten.eisHoogstens(4000, invoer.reden(), "reden");
          fouten.weiger();
          stappen.zetSchriftelijk(StapId.lees(id), invoer.reactiesTotEnMet(), invoer.reden(), wie);
        });
  }

  @Schema(name = "LatereVergadering")
  record Later(@Schema(maxLength = 4000) String reden) {}

  @PostMapping(path = Api.PAD + "/visies/{visie}/stappen/{stap}/latere-vergadering", consumes = "application/json")
  @Operation(
      summary = "Behandelen in de eerstvolgende vergadering die nog te halen is",
      description = "Alleen als de aanlevertermijn voorbij is en de stukken niet zijn verzonden.")
  ResponseEntity<Vorm> latereVergadering(
      @PathVariable("visie") String visie,
      @PathVariable("stap") String stap,
      @RequestBody Later invoer,
      Gebruiker wie) {
    return bij(
        visie, stap, wie,
        id -> {
          Fouten fouten = new Fouten();
          fouten.eisTekst(invoer.reden(), "reden", "Geef een reden.");
          fouten.eisHoogstens(4000, invoer.reden(), "reden");
          fouten.weiger();
          aanlevering.latereVergadering(id, invoer.reden(), wie);
        });
  }

  private ResponseEntity<Vorm> bij(String visie, String stap, Gebruiker wie, Consumer<String> daad) {
    return beurt.bij(
        visie,
        wie,
        d -> {
          daad.accept(stap(d, stap).id());
          Dossier nu = dossiers.van(visie, wie);
          return antwoorden.een(Vorm.van(nu, stap(nu, stap)));
        });
  }

  @Schema(name = "Stapwijziging")
  record Wijziging(
      Datum.Invoer gepland,
      @Schema(description = "Waarom de datum wijzigt.", maxLength = 4000, example = "Het overleg is verzet.") String reden) {}

  @PatchMapping(
      path = Api.PAD + "/visies/{visie}/stappen/{stap}",
      consumes = {"application/json", "application/merge-patch+json"})
  @Operation(
      summary = "De geplande datum van een stap wijzigen",
      description =
          "Taken en termijnen verhuizen mee. If-Match met de ETag van de stap is verplicht, zodat niemand"
              + " ongezien de datum van een ander overschrijft.")
  ResponseEntity<Vorm> wijzig(
      @PathVariable("visie") String visie,
      @PathVariable("stap") String stap,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String alsGelijk,
      @RequestBody Wijziging invoer,
      Gebruiker wie) {
    return beurt.bij(
        visie,
        wie,
        d -> {
          Stap huidig = stap(d, stap);
          toegang.eisPlannen(wie, huidig.plek(d.visie().regios()));
          antwoorden.eisGezien(alsGelijk, Vorm.van(d, huidig));
          Fouten fouten = new Fouten();
          GeschrevenDatum gepland = fouten.datum(invoer.gepland(), d.vandaag(), "gepland");
          fouten.eisTekst(invoer.reden(), "reden", "Geef de reden van de wijziging.");
          fouten.weiger();
          stappen.wijzigDatum(StapId.lees(huidig.id()), gepland, invoer.reden().strip(), wie);
          Dossier nu = dossiers.van(visie, wie);
          return antwoorden.een(Vorm.van(nu, stap(nu, stap)));
        });
  }
}
