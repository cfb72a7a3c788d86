package nl.besluitroute.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import nl.besluitroute.besluitvorming.Behandeling;
import nl.besluitroute.besluitvorming.Besluit;
import nl.besluitroute.besluitvorming.Besluiten;
import nl.besluitroute.besluitvorming.Correctie;
import nl.besluitroute.besluitvorming.Correcties;
import nl.besluitroute.dossier.Dossier;
import nl.besluitroute.dossier.Dossiers;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.Toegang;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Puts right what was recorded wrongly, and tells what stood there before. */
@RestController
@Tag(name = "Correcties")
class CorrectiesApi {
  private static final String BESLUIT = Api.PAD + "/visies/{visie}/besluiten/{besluit}/correcties";
  private static final String BEHANDELING = Api.PAD + "/visies/{visie}/behandelingen/{behandeling}/correcties";

  private final Dossiers dossiers;
  private final Correcties correcties;
  private final Toegang toegang;
  private final Antwoorden antwoorden;
  private final Beurt beurt;

  CorrectiesApi(
      Dossiers dossiers, Correcties correcties, Toegang toegang, Antwoorden antwoorden, Beurt beurt) {
    this.dossiers = dossiers;
    this.correcties = correcties;
    this.toegang = toegang;
    this.antwoorden = antwoorden;
    this.beurt = beurt;
  }

  @Schema(name = "Correctie", description = "Wat er stond voordat het werd gecorrigeerd, en waarom. Wordt nooit gewijzigd.")
  record Vorm(
      @Schema(description = "1 voor de eerste correctie.") int volgnummer,
      @Schema(nullable = true) LocalDate datum,
      @Schema(description = "De uitkomst van het besluit of de conclusie van het overleg.", example = "aangenomen") String uitkomst,
      @Schema(nullable = true) String versie,
      @Schema(description = "Van een besluit: de beslispunten woord voor woord.", nullable = true) String dictum,
      @Schema(description = "Van een besluit.", nullable = true) String nummer,
      @Schema(description = "Van een besluit.", nullable = true) String amendement,
      @Schema(description = "Van een conclusie: wat erbij stond.", nullable = true) String reden,
      @Schema(description = "Van een besluit.", nullable = true, allowableValues = {"gemeld", "bevestigd"}) String zekerheid,
      @Schema(description = "Van een besluit.", nullable = true) String bron,
      String vastgelegdDoor,
      Instant vastgelegdOp,
      @Schema(description = "Waarom dit is gecorrigeerd.") String correctiereden,
      String gecorrigeerdDoor,
      Instant gecorrigeerdOp) {

    static Vorm van(Correctie c) {
      return new Vorm(
          c.volgnr(),
          c.datum().orElse(null),
          c.code(),
          c.versie().orElse(null),
          c.dictum().orElse(null),
          c.nummer().orElse(null),
          c.amendement().orElse(null),
          c.toelichting().orElse(null),
          Api.code(c.zekerheid()),
          c.bron().orElse(null),
          c.vastgelegdDoor(),
          c.vastgelegdOp(),
          c.reden(),
          c.gecorrigeerdDoor(),
          c.gecorrigeerdOp());
    }
  }

  @Schema(name = "Correctiegevolg", description = "Wat een correctie deed.")
  record Gevolg(
      @Schema(description = "De stand ervoor.", example = "3 van 7 vastgesteld; 4 nog open") String standWas,
      @Schema(description = "De stand erna.") String standWordt,
      @Schema(description = "Wat de correctie niet vanzelf doet, in zinnen.") List<String> letOp) {}

  @GetMapping(BESLUIT)
  @Operation(
      summary = "Wat in een besluit stond voordat het werd gecorrigeerd",
      description = "De eerste correctie eerst. Leeg als u de inhoud van het besluit niet mag inzien.")
  ResponseEntity<Lijst<Vorm>> vanBesluit(
      @PathVariable("visie") String visie, @PathVariable("besluit") String nummer, Gebruiker wie) {
    Dossier d = dossiers.van(visie, wie);
    Besluit besluit = BesluitenApi.besluit(d, nummer);
    return lijst(d, c -> c.besluit().filter(besluit.id()::equals).isPresent());
  }

  @GetMapping(BEHANDELING)
  @Operation(
      summary = "Wat bij een behandeling als conclusie stond voordat die werd gecorrigeerd",
      description = "De eerste correctie eerst.")
  ResponseEntity<Lijst<Vorm>> vanBehandeling(
      @PathVariable("visie") String visie, @PathVariable("behandeling") String nummer, Gebruiker wie) {
    Dossier d = dossiers.van(visie, wie);
    Behandeling behandeling = InhoudApi.behandeling(d, nummer);
    return lijst(d, c -> c.behandeling().filter(behandeling.id()::equals).isPresent());
  }

  private ResponseEntity<Lijst<Vorm>> lijst(Dossier d, Predicate<Correctie> welke) {
    return antwoorden.heel(dossiers.correcties(d).stream().filter(welke).map(Vorm::van).toList());
  }

  @Schema(description = "Een besluit zoals het vastgelegd had moeten worden: alle velden, ook die niet wijzigen.")
  record Besluitcorrectie(
      LocalDate datum,
      @Schema(example = "gewijzigd_aangenomen") String uitkomst,
      @Schema(description = "Nummer van de versie.", example = "1.0", nullable = true) String versie,
      @Schema(description = "De beslispunten woord voor woord.", maxLength = 10000, nullable = true) String dictum,
      @Schema(maxLength = 200, nullable = true) String nummer,
      @Schema(maxLength = 10000, nullable = true) String amendement,
      @Schema(description = "Verplicht als u niet bij de gemeente hoort.", maxLength = 1000, nullable = true) String bron,
      @Schema(description = "Waarom dit wordt gecorrigeerd.", maxLength = 4000) String correctiereden) {}

  @PostMapping(path = BESLUIT, consumes = "application/json")
  @Operation(
      summary = "Een besluit corrigeren; de stand volgt",
      description =
          "Herstelt wat verkeerd is overgenomen; een nieuw besluit van de gemeente is geen correctie. Wat er stond,"
              + " blijft leesbaar. Wie bij de gemeente hoort, bevestigt hiermee; wat de gemeente heeft bevestigd, corrigeert"
              + " alleen zij. If-Match met de ETag van het besluit is verplicht.")
  ResponseEntity<Gevolg> besluit(
      @PathVariable("visie") String visie,
      @PathVariable("besluit") String nummer,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String alsGelijk,
      @RequestBody Besluitcorrectie invoer,
      Gebruiker wie) {
    return beurt.bij(
        visie,
        wie,
        d -> {
          Besluit besluit = BesluitenApi.besluit(d, nummer);
          if (!d.zicht().stap(besluit.stap())) {
            throw Api.nietGevonden("Dit besluit bestaat niet.");
          }
          eisVastleggen(d, besluit.stap(), wie);
          antwoorden.eisGezien(alsGelijk, BesluitenApi.BesluitVorm.van(d, besluit));
          Fouten fouten = new Fouten();
          fouten.eis(invoer.datum() != null, "datum", "Vul de datum in.");
          fouten.eis(invoer.uitkomst() != null, "uitkomst", "Kies een uitkomst.");
          fouten.weiger();
          return gedaan(
              "/visies/" + visie + "/besluiten/" + nummer,
              correcties.besluit(
                  besluit.id(),
                  new Besluiten.Vastlegging(
                      invoer.datum(),
                      invoer.uitkomst(),
                      invoer.versie(),
                      invoer.dictum(),
                      invoer.nummer(),
                      invoer.amendement(),
                      invoer.bron(),
                      null),
                  invoer.correctiereden(),
                  wie));
        });
  }

  @Schema(description = "Een conclusie zoals zij vastgelegd had moeten worden: alle velden, ook die niet wijzigen.")
  record Conclusiecorrectie(
      @Schema(description = "De dag van de vergadering.") LocalDate datum,
      @Schema(description = "Nummer van de behandelde versie.", example = "1.0") String versie,
      @Schema(example = "met_opmerkingen") String conclusie,
      @Schema(description = "Wat bij de conclusie staat; verplicht bij nvt.", maxLength = 4000, nullable = true) String reden,
      @Schema(description = "Waarom dit wordt gecorrigeerd.", maxLength = 4000) String correctiereden) {}

  @PostMapping(path = BEHANDELING, consumes = "application/json")
  @Operation(
      summary = "De conclusie van een behandeling corrigeren",
      description =
          "Wat er stond, blijft leesbaar; de tekst blijft waar hij is op de route. Van en naar aangehouden kan niet. If-Match"
              + " met de ETag van de behandeling is verplicht.")
  ResponseEntity<Gevolg> conclusie(
      @PathVariable("visie") String visie,
      @PathVariable("behandeling") String nummer,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String alsGelijk,
      @RequestBody Conclusiecorrectie invoer,
      Gebruiker wie) {
    return beurt.bij(
        visie,
        wie,
        d -> {
          Behandeling behandeling = InhoudApi.behandeling(d, nummer);
          eisVastleggen(d, behandeling.stap(), wie);
          antwoorden.eisGezien(alsGelijk, InhoudApi.BehandelingVorm.van(behandeling));
          Fouten fouten = new Fouten();
          fouten.eis(invoer.datum() != null, "datum", "Vul de datum in.");
          fouten.eis(invoer.versie() != null, "versie", "Noem de behandelde versie.");
          fouten.eis(invoer.conclusie() != null, "conclusie", "Kies een conclusie.");
          fouten.weiger();
          return gedaan(
              "/visies/" + visie + "/behandelingen/" + nummer,
              correcties.conclusie(
                  behandeling.id(),
                  new Correcties.Conclusiecorrectie(
                      invoer.datum(), invoer.versie(), invoer.conclusie(), invoer.reden()),
                  invoer.correctiereden(),
                  wie));
        });
  }

  private void eisVastleggen(Dossier d, String stap, Gebruiker wie) {
    toegang.eisVastleggen(wie, d.stap(stap).orElseThrow().plek(d.visie().regios()));
  }

  private ResponseEntity<Gevolg> gedaan(String gecorrigeerd, Correcties.Gevolg gevolg) {
    return antwoorden.gedaan(
        gecorrigeerd + "/correcties", new Gevolg(gevolg.standWas(), gevolg.standWordt(), gevolg.letOp()));
  }
}
