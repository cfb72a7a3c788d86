package nl.besluitroute.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.besluitroute.besluitvorming.Besluit;
import nl.besluitroute.besluitvorming.Besluiten;
import nl.besluitroute.besluitvorming.Duiding;
import nl.besluitroute.besluitvorming.Stand;
import nl.besluitroute.besluitvorming.Zekerheid;
import nl.besluitroute.dossier.Dossier;
import nl.besluitroute.dossier.Dossiers;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.Toegang;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What municipalities decided, how it is read, and where the whole stands. */
@RestController
@Tag(name = "Besluiten en stand")
class BesluitenApi {

  private final Dossiers dossiers;
  private final Besluiten besluiten;
  private final Toegang toegang;
  private final Antwoorden antwoorden;
  private final Beurt beurt;

  BesluitenApi(
      Dossiers dossiers,
      Besluiten besluiten,
      Toegang toegang,
      Antwoorden antwoorden,
      Beurt beurt) {
    this.dossiers = dossiers;
    this.besluiten = besluiten;
    this.toegang = toegang;
    this.antwoorden = antwoorden;
    this.beurt = beurt;
  }

  // -- stand -----------------------------------------------------------------------------------

  @Schema(name = "Stand", description = "Berekend uit besluiten, duidingen en de regel; door niemand gezet.")
  record StandVorm(
      @Schema(allowableValues = {"open", "vastgesteld", "afwijkend", "deels", "niet"}) String waarde,
      @Schema(example = "3 van 7 vastgesteld; 1 afwijkend; 3 nog open") String zin,
      @Schema(description = "De regel.", example = "alle_raden") String regel,
      @Schema(description = "De dag waarop aan de regel is voldaan.", nullable = true) LocalDate vastOp,
      @Schema(description = "Wat nog nodig is, in zinnen.") List<String> nodig,
      List<Gemeentestand> gemeenten) {}

  record Gemeentestand(
      @Schema(example = "GM0342") String gemeente,
      @Schema(example = "Soest") String naam,
      @Schema(allowableValues = {"open", "vastgesteld", "afwijkend", "andere_tekst", "niet"}) String weging,
      @Schema(description = "Waarom, in één zin.") String reden,
      @Schema(description = "Id van het besluit dat telt.", nullable = true) UUID besluit) {}

  @GetMapping(Api.PAD + "/visies/{visie}/stand")
  @Operation(summary = "De stand van de besluitvorming, met haar redenen, per gemeente")
  ResponseEntity<StandVorm> stand(@PathVariable("visie") String visie, Gebruiker wie) {
    Dossier d = dossiers.van(visie, wie);
    Stand s = d.stand();
    return antwoorden.een(
        new StandVorm(
            Api.code(s.waarde()),
            s.zin(),
            Api.code(d.visie().regel()),
            s.vastOp().orElse(null),
            s.nodig(),
            s.gemeenten().stream()
                .map(
                    g ->
                        new Gemeentestand(
                            g.gemeente(),
                            d.gemeenten().get(g.gemeente()),
                            Api.code(g.weging()),
                            g.reden(),
                            g.besluit().map(Besluit::id).orElse(null)))
                .toList()));
  }

  // -- besluiten -------------------------------------------------------------------------------

  @Schema(name = "Besluit")
  record BesluitVorm(
      UUID id,
      @Schema(example = "lokaal~GM0342~raad~1") String stap,
      @Schema(example = "GM0342") String gemeente,
      @Schema(allowableValues = {"college", "raad"}) String orgaan,
      int besluitronde,
      @Schema(description = "Volgorde onder de besluiten van één orgaan.") int volgnummer,
      LocalDate datum,
      @Schema(example = "gewijzigd_aangenomen") String uitkomst,
      @Schema(nullable = true) String versie,
      @Schema(description = "De beslispunten woord voor woord; null als u ze niet mag inzien.", nullable = true) String dictum,
      @Schema(nullable = true) String nummer,
      @Schema(nullable = true) String amendement,
      @Schema(description = "gemeld: door de regio, met bron; bevestigd: door de gemeente zelf.", allowableValues = {"gemeld", "bevestigd"}) String zekerheid,
      @Schema(nullable = true) String bron,
      String vastgelegdDoor,
      Instant vastgelegdOp,
      @Schema(description = "De oudste eerst; de laatste telt.") List<DuidingVorm> duidingen) {

    static BesluitVorm van(Dossier d, Besluit b) {
      return new BesluitVorm(
          b.id(),
          StappenApi.inAdres(b.stap()),
          b.gemeente(),
          Api.code(b.orgaansoort()),
          b.besluitronde(),
          b.volgnr(),
          b.datum(),
          b.uitkomst().code(),
          b.versie().orElse(null),
          b.dictum().orElse(null),
          b.nummer(),
          b.amendement().orElse(null),
          Api.code(b.zekerheid()),
          b.bron(),
          b.vastgelegdDoor(),
          b.vastgelegdOp(),
          d.duidingen().stream()
              .filter(x -> x.besluit().equals(b.id()))
              .map(x -> new DuidingVorm(Api.code(x.klasse()), x.eensluidend(), x.reden()))
              .toList());
    }
  }

  @Schema(name = "Duiding", description = "Hoe de regio een besluit leest; nooit een wijziging van het besluit.")
  record DuidingVorm(
      @Schema(description = "Wat de wijziging raakt.", allowableValues = {"tekst", "dictum", "opdracht", "bijlage"}) String klasse,
      @Schema(description = "Of het besluit eensluidend is.") Boolean eensluidend,
      @Schema(maxLength = 4000) String reden) {}

  @GetMapping(Api.PAD + "/visies/{visie}/besluiten")
  @Operation(summary = "De besluiten van colleges en raden, op datum")
  ResponseEntity<Lijst<BesluitVorm>> besluiten(
      @PathVariable("visie") String visie,
      @Parameter(description = "CBS-code: alleen van deze gemeente") @RequestParam(name = "gemeente", required = false) String gemeente,
      Gebruiker wie) {
    Dossier d = dossiers.van(visie, wie);
    return antwoorden.heel(
        d.besluiten().stream()
            .filter(b -> gemeente == null || b.gemeente().equals(gemeente))
            .map(b -> BesluitVorm.van(d, b))
            .toList());
  }

  @GetMapping(Api.PAD + "/visies/{visie}/besluiten/{besluit}")
  @Operation(summary = "Eén besluit met zijn duidingen")
  ResponseEntity<BesluitVorm> besluit(
      @PathVariable("visie") String visie, @PathVariable("besluit") String besluit, Gebruiker wie) {
    Dossier d = dossiers.van(visie, wie);
    return antwoorden.een(BesluitVorm.van(d, besluit(d, besluit)));
  }

  @PostMapping(Api.PAD + "/visies/{visie}/besluiten/{besluit}/bevestigingen")
  @Operation(
      summary = "Een gemeld besluit bevestigen",
      description = "Voor wie bij dit college of deze raad hoort. If-Match wordt geëerd; al bevestigd geeft 409.")
  ResponseEntity<BesluitVorm> bevestig(
      @PathVariable("visie") String visie,
      @PathVariable("besluit") String nummer,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String alsGelijk,
      Gebruiker wie) {
    return beurt.bij(
        visie,
        wie,
        d -> {
          Besluit b = besluit(d, nummer);
          if (wie.legtVastVoor(b.gemeente(), b.orgaansoort())) {
            antwoorden.eisOngewijzigd(alsGelijk, BesluitVorm.van(d, b));
            if (b.zekerheid() == Zekerheid.BEVESTIGD) {
              throw new ResponseStatusException(
                  HttpStatus.CONFLICT, "Dit besluit is intussen al bevestigd.");
            }
          }
          besluiten.bevestig(b.id(), wie);
          return gewijzigd(visie, nummer, wie);
        });
  }

  @PostMapping(
      path = Api.PAD + "/visies/{visie}/besluiten/{besluit}/duidingen",
      consumes = "application/json")
  @Operation(
      summary = "Een besluit duiden; de stand volgt",
      description = "Voor de ambtelijk secretaris van de regio. Een latere duiding gaat voor een eerdere; If-Match met de ETag van het besluit is daarom verplicht.")
  ResponseEntity<BesluitVorm> duid(
      @PathVariable("visie") String visie,
      @PathVariable("besluit") String nummer,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String alsGelijk,
      @RequestBody DuidingVorm invoer,
      Gebruiker wie) {
    return beurt.bij(
        visie,
        wie,
        d -> {
          toegang.eisSecretaris(wie, d.visie().regios());
          Besluit b = besluit(d, nummer);
          antwoorden.eisGezien(alsGelijk, BesluitVorm.van(d, b));
          Fouten fouten = new Fouten();
          Duiding.Klasse klasse =
              fouten.kies(Duiding.Klasse.class, invoer.klasse(), "klasse", "Kies wat de wijziging raakt");
          fouten.eis(invoer.eensluidend() != null, "eensluidend", "Kies of het besluit eensluidend is.");
          fouten.weiger();
          besluiten.duid(b.id(), klasse, invoer.eensluidend(), invoer.reden(), wie);
          return gewijzigd(visie, nummer, wie);
        });
  }

  private ResponseEntity<BesluitVorm> gewijzigd(String visie, String nummer, Gebruiker wie) {
    Dossier nu = dossiers.van(visie, wie);
    return antwoorden.gemaakt(
        "/visies/" + visie + "/besluiten/" + nummer, BesluitVorm.van(nu, besluit(nu, nummer)));
  }

  static Besluit besluit(Dossier d, String nummer) {
    return Api.zoek(d.besluiten(), Besluit::id, nummer, "Dit besluit bestaat niet.");
  }
}
