package nl.besluitroute.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.besluitroute.besluitvorming.Behandeling;
import nl.besluitroute.besluitvorming.InvoerFout;
import nl.besluitroute.besluitvorming.Opmerking;
import nl.besluitroute.besluitvorming.Opmerkingen;
import nl.besluitroute.dossier.Dossier;
import nl.besluitroute.dossier.Dossiers;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.Toegang;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The remarks on a text and their answers. */
@RestController
@Tag(name = "Opmerkingen")
class OpmerkingenApi {

  private final Dossiers dossiers;
  private final Opmerkingen opmerkingen;
  private final Toegang toegang;
  private final Antwoorden antwoorden;
  private final Beurt beurt;

  OpmerkingenApi(
      Dossiers dossiers,
      Opmerkingen opmerkingen,
      Toegang toegang,
      Antwoorden antwoorden,
      Beurt beurt) {
    this.dossiers = dossiers;
    this.opmerkingen = opmerkingen;
    this.toegang = toegang;
    this.antwoorden = antwoorden;
    this.beurt = beurt;
  }

  @Schema(name = "Opmerking")
  record Vorm(
      UUID id,
      @Schema(description = "De stap waarin de opmerking is gemaakt.", example = "uo_concept") String stap,
      @Schema(description = "Plaats binnen haar behandeling, vanaf 1.") int volgnummer,
      String tekst,
      @Schema(description = "Functie die haar beantwoordt.", nullable = true) String eigenaar,
      @Schema(allowableValues = {"open", "beantwoord"}) String toestand,
      @Schema(nullable = true) Antwoord antwoord) {}

  @Schema(name = "Antwoord")
  record Antwoord(
      @Schema(allowableValues = {"verwerkt", "niet_overgenomen"}) String antwoord,
      @Schema(description = "Bij verwerkt: nummer van de versie.", example = "1.0", nullable = true) String versie,
      @Schema(description = "Bij verwerkt: pagina of paragraaf.", example = "pag. 7", maxLength = 200, nullable = true) String plaats,
      @Schema(description = "Bij niet overgenomen: waarom.", maxLength = 4000, nullable = true) String motivatie) {}

  /** Whether a remark was answered. */
  enum Toestand {
    OPEN,
    BEANTWOORD
  }

  private static Vorm vorm(Opmerking o, Behandeling b) {
    return new Vorm(
        o.id(),
        StappenApi.inAdres(b.stap()),
        o.volgnr(),
        o.tekst(),
        o.eigenaar(),
        Api.code(o.open() ? Toestand.OPEN : Toestand.BEANTWOORD),
        o.open()
            ? null
            : new Antwoord(
                Api.code(o.antwoord()), o.antwoordVersie(), o.antwoordPlaats(), o.antwoordTekst()));
  }

  @GetMapping(Api.PAD + "/visies/{visie}/opmerkingen")
  @Operation(summary = "De opmerkingen op de tekst met hun antwoorden")
  ResponseEntity<Lijst<Vorm>> opmerkingen(
      @PathVariable("visie") String visie,
      @Parameter(description = "open of beantwoord") @RequestParam(name = "toestand", required = false) String toestand,
      Gebruiker wie) {
    Toestand met = Api.filter("toestand", Toestand.class, toestand);
    Dossier d = dossiers.van(visie, wie);
    Map<UUID, Behandeling> behandelingen =
        d.behandelingen().stream().collect(Collectors.toMap(Behandeling::id, Function.identity()));
    return antwoorden.heel(
        d.opmerkingen().stream()
            .filter(o -> met == null || o.open() == (met == Toestand.OPEN))
            .map(o -> vorm(o, behandelingen.get(o.behandeling())))
            .toList());
  }

  @GetMapping(Api.PAD + "/visies/{visie}/opmerkingen/{opmerking}")
  @Operation(summary = "Eén opmerking")
  ResponseEntity<Vorm> opmerking(
      @PathVariable("visie") String visie,
      @PathVariable("opmerking") String nummer,
      Gebruiker wie) {
    Dossier d = dossiers.van(visie, wie);
    Opmerking o = opmerking(d, nummer);
    return antwoorden.een(vorm(o, behandeling(d, o)));
  }

  @PutMapping(
      path = Api.PAD + "/visies/{visie}/opmerkingen/{opmerking}/antwoord",
      consumes = "application/json")
  @Operation(
      summary = "Een open opmerking beantwoorden",
      description = "Een opmerking die al is beantwoord, geeft 409. If-Match met de ETag van de opmerking wordt geëerd.")
  ResponseEntity<Vorm> beantwoord(
      @PathVariable("visie") String visie,
      @PathVariable("opmerking") String nummer,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String alsGelijk,
      @RequestBody Antwoord invoer,
      Gebruiker wie) {
    return beurt.bij(
        visie,
        wie,
        d -> {
          Opmerking o = opmerking(d, nummer);
          Behandeling b = behandeling(d, o);
          toegang.eisVastleggen(wie, d.stap(b.stap()).orElseThrow().plek(d.visie().regios()));
          antwoorden.eisOngewijzigd(alsGelijk, vorm(o, b));
          if (!o.open()) {
            throw new ResponseStatusException(
                HttpStatus.CONFLICT,
                "Deze opmerking is intussen al beantwoord. Uw antwoord is niet opgeslagen.");
          }
          return antwoorden.een(vorm(opmerkingen.beantwoord(o.id(), beantwoording(invoer), wie), b));
        });
  }

  private static Opmerkingen.Beantwoording beantwoording(Antwoord a) {
    return switch (Api.waarde(Opmerking.Antwoord.class, a.antwoord())
        .orElseThrow(
            () ->
                new InvoerFout(
                    "antwoord", "Kies of de opmerking is verwerkt of niet_overgenomen is."))) {
      case VERWERKT -> Opmerkingen.Beantwoording.verwerkt(a.versie(), a.plaats());
      case NIET_OVERGENOMEN -> Opmerkingen.Beantwoording.nietOvergenomen(a.motivatie());
    };
  }

  private static Opmerking opmerking(Dossier d, String nummer) {
    return Api.zoek(d.opmerkingen(), Opmerking::id, nummer, "Deze opmerking bestaat niet.");
  }

  private static Behandeling behandeling(Dossier d, Opmerking o) {
    return d.behandelingen().stream().filter(b -> b.id().equals(o.behandeling())).findFirst().orElseThrow();
  }
}
