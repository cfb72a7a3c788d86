package nl.besluitroute.api;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import nl.besluitroute.dossier.Dossier;
import nl.besluitroute.dossier.Dossiers;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.Toegang;
import nl.besluitroute.visie.Doel;
import nl.besluitroute.visie.Routevoorbeeld;
import nl.besluitroute.visie.Routewijziging;
import nl.besluitroute.visie.Routewijzigingen;
import nl.besluitroute.visie.Vaststellingsregel;
import nl.besluitroute.visie.VisieVeranderd;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The route of a running vision changes: first what that would do, then the change itself. */
@RestController
@Tag(name = "Route wijzigen")
class RoutewijzigingenApi {
  private final Dossiers dossiers;
  private final Routewijzigingen wijzigingen;
  private final Toegang toegang;
  private final Antwoorden antwoorden;

  RoutewijzigingenApi(
      Dossiers dossiers, Routewijzigingen wijzigingen, Toegang toegang, Antwoorden antwoorden) {
    this.dossiers = dossiers;
    this.wijzigingen = wijzigingen;
    this.toegang = toegang;
    this.antwoorden = antwoorden;
  }

  /** What can be changed about a route. */
  enum Soort {
    OVERSLAAN,
    HERHALEN,
    TOEVOEGEN,
    VERPLAATSEN
  }

  @Schema(name = "Routekeuze", description = "Een wijziging van de route. Bij elke soort horen haar eigen velden.")
  record Keuze(
      @Schema(
              description =
                  "overslaan: een stap wordt niet gedaan; herhalen: een stap wordt (weer) behandeld; toevoegen: een overleg"
                      + " behandelt de tekst ook; verplaatsen: de visie gaat verder op de nieuwste versie van een route.",
              allowableValues = {"overslaan", "herhalen", "toevoegen", "verplaatsen"})
          String soort,
      @Schema(description = "Bij overslaan, herhalen en toevoegen: id van het blok in de route.", example = "do_definitief", nullable = true)
          String element,
      @Schema(description = "Bij herhalen: ook wat erna is gedaan. Zonder: nee.", nullable = true) Boolean ookErna,
      @Schema(description = "Bij toevoegen: id van een overleg van de regio.", example = "eem-pfho", nullable = true) String orgaan,
      @Schema(description = "Bij toevoegen: waartoe.", example = "adviseren", nullable = true) String doel,
      @Schema(description = "Bij toevoegen: voor of na het element.", allowableValues = {"voor", "na"}, nullable = true) String plek,
      @Schema(description = "Bij verplaatsen: sleutel van de route.", example = "route_colleges", nullable = true) String route,
      @Schema(description = "Bij verplaatsen: de regel van dan af; zonder blijft die.", example = "alle_colleges", nullable = true) String regel) {

    /** What was meant, or null with a fault. */
    private static Routewijziging lees(Keuze k, Fouten fouten) {
      if (k == null) {
        fouten.eis(false, "wijziging", "Noem de wijziging.");
        return null;
      }
      Soort soort = fouten.kies(Soort.class, k.soort, veld("soort"), "Kies een soort wijziging");
      if (soort == null) {
        return null;
      }
      if (soort != Soort.VERPLAATSEN) {
        fouten.eisTekst(k.element, veld("element"), "Noem het blok van de route.");
      }
      return switch (soort) {
        case OVERSLAAN -> new Routewijziging.Overslaan(k.element);
        case HERHALEN -> new Routewijziging.Herhalen(k.element, Boolean.TRUE.equals(k.ookErna));
        case TOEVOEGEN -> {
          fouten.eisTekst(k.orgaan, veld("orgaan"), "Noem het overleg.");
          yield new Routewijziging.Toevoegen(
              k.orgaan,
              fouten.kies(Doel.class, k.doel, veld("doel"), "Kies waartoe"),
              fouten.kies(Routewijziging.Plek.class, k.plek, veld("plek"), "Kies waar"),
              k.element);
        }
        case VERPLAATSEN -> {
          fouten.eisTekst(k.route, veld("route"), "Noem de route.");
          yield new Routewijziging.Verplaatsen(
              k.route,
              k.regel == null
                  ? Optional.empty()
                  : Optional.ofNullable(
                      fouten.kies(Vaststellingsregel.class, k.regel, veld("regel"), "Kies een regel")));
        }
      };
    }

    private static String veld(String naam) {
      return "wijziging." + naam;
    }
  }

  record Routevoorbeeldvraag(Keuze wijziging) {}

  @Schema(name = "Routewijziging")
  record Uitvoering(
      Keuze wijziging,
      @Schema(description = "Het kenmerk van het voorbeeld dat u zag.") String kenmerk,
      @Schema(description = "Waarom.", maxLength = 4000) String reden) {}

  @Schema(name = "Routevoorbeeld", description = "Wat een wijziging doet, en voor wie.")
  record Voorbeeld(
      @Schema(description = "Van de toestand waarin dit geldt; nodig om de wijziging uit te voeren.") String kenmerk,
      @Schema(description = "De wijziging in één zin.") String zin,
      @Schema(description = "Of het kan.") boolean kan,
      @Schema(description = "Waarom niet, in zinnen.") List<String> beletselen,
      @Schema(description = "Wat u vooraf moet weten, in zinnen.") List<String> letOp,
      @Schema(description = "Elke regionale stap die er is of komt, in de volgorde van de route.") List<Stapgevolg> stappen,
      @Schema(description = "Open werk dat verdwijnt.") List<Werk> vervalt,
      @Schema(description = "Werk dat meteen komt.") List<Werk> komt,
      @Schema(description = "De regel, als die wijzigt.", nullable = true) Regelwijziging regel) {

    static Voorbeeld van(Routevoorbeeld v) {
      return new Voorbeeld(
          v.kenmerk(),
          v.zin(),
          v.kan(),
          v.beletselen(),
          v.letOp(),
          v.stappen().stream().map(Stapgevolg::van).toList(),
          v.vervalt().stream().map(Werk::van).toList(),
          v.komt().stream().map(Werk::van).toList(),
          v.regel().map(Regelwijziging::van).orElse(null));
    }
  }

  record Stapgevolg(
      @Schema(example = "uo_definitief") String element,
      String naam,
      @Schema(description = "Null voor een stap die erbij komt.", nullable = true) String was,
      @Schema(allowableValues = {"gepland", "loopt", "gedaan", "vervallen"}) String wordt,
      @Schema(example = "begint_opnieuw") String gevolg,
      @Schema(description = "Id van het overleg.", nullable = true) String orgaan,
      @Schema(description = "CBS-codes van de gemeenten wier eigen werk dit raakt.") List<String> gemeenten) {

    static Stapgevolg van(Routevoorbeeld.Stapregel s) {
      return new Stapgevolg(
          s.element(),
          s.naam(),
          Api.code(s.was()),
          Api.code(s.wordt()),
          Api.code(s.gevolg()),
          s.orgaan().orElse(null),
          s.gemeenten());
    }
  }

  record Werk(
      @Schema(example = "lokaal~GM0342~raad~1") String stap,
      @Schema(example = "taak_conclusieVastleggen") String soort,
      String naam,
      @Schema(description = "Overleg of gemeente zoals op de pagina's genoemd.") String wie,
      @Schema(description = "CBS-code.", nullable = true) String gemeente) {

    static Werk van(Routevoorbeeld.Werk w) {
      return new Werk(
          StappenApi.inAdres(w.stap()), w.soort(), w.naam(), w.wie(), w.gemeente().orElse(null));
    }
  }

  record Regelwijziging(
      @Schema(example = "alle_raden") String was,
      @Schema(example = "alle_colleges") String wordt,
      @Schema(description = "De stand onder de oude regel.") String standWas,
      @Schema(description = "De stand onder de nieuwe.") String standWordt) {

    static Regelwijziging van(Routevoorbeeld.Regelwijziging r) {
      return new Regelwijziging(Api.code(r.was()), Api.code(r.wordt()), r.standWas(), r.standWordt());
    }
  }

  @PostMapping(path = Api.PAD + "/visies/{visie}/routevoorbeelden", consumes = "application/json")
  @Operation(
      summary = "Wat een wijziging van de route zou doen, zonder spoor",
      description =
          "Voor de ambtelijk secretaris van de regio. Het kenmerk in het antwoord is nodig om de wijziging uit te voeren;"
              + " wat niet kan, staat in beletselen.")
  ResponseEntity<Voorbeeld> voorbeeld(
      @PathVariable("visie") String visie, @RequestBody Routevoorbeeldvraag invoer, Gebruiker wie) {
    eisSecretaris(visie, wie);
    Fouten fouten = new Fouten();
    Routewijziging wijziging = Keuze.lees(invoer.wijziging(), fouten);
    fouten.weiger();
    return ResponseEntity.ok(Voorbeeld.van(wijzigingen.voorbeeld(visie, wijziging, wie)));
  }

  @PostMapping(path = Api.PAD + "/visies/{visie}/routewijzigingen", consumes = "application/json")
  @Operation(
      summary = "De route van een visie wijzigen",
      description =
          "Doet precies wat het voorbeeld zei. Is de visie sindsdien veranderd, dan volgt 409 en verandert er niets;"
              + " het nieuwe voorbeeld, met zijn kenmerk, staat dan in `voorbeeld`.")
  ResponseEntity<Voorbeeld> wijzig(
      @PathVariable("visie") String visie, @RequestBody Uitvoering invoer, Gebruiker wie) {
    eisSecretaris(visie, wie);
    Fouten fouten = new Fouten();
    Routewijziging wijziging = Keuze.lees(invoer.wijziging(), fouten);
    fouten.eisTekst(invoer.kenmerk(), "kenmerk", "Noem het kenmerk van het voorbeeld.");
    fouten.eisTekst(invoer.reden(), "reden", "Geef de reden van de wijziging.");
    fouten.weiger();
    return antwoorden.gedaan(
        "/visies/" + visie + "/stappen",
        Voorbeeld.van(
            wijzigingen.voerUit(visie, wijziging, invoer.kenmerk(), invoer.reden().strip(), wie)));
  }

  private void eisSecretaris(String visie, Gebruiker wie) {
    Dossier d = dossiers.van(visie, wie);
    toegang.eisSecretaris(wie, d.visie().regios());
  }

  /** Nothing was changed: the preview as it would be now is named, to look at and to apply. */
  @Hidden
  @ExceptionHandler
  ResponseEntity<ProblemDetail> veranderd(VisieVeranderd fout) {
    ProblemDetail probleem = ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, fout.getMessage());
    probleem.setTitle("De visie is intussen veranderd");
    probleem.setProperty("voorbeeld", Voorbeeld.van(fout.voorbeeld()));
    return ResponseEntity.status(HttpStatus.CONFLICT).body(probleem);
  }
}
