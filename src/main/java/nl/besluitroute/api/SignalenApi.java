package nl.besluitroute.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.besluitroute.agenda.OnjuisteInvoer;
import nl.besluitroute.signalering.Melding;
import nl.besluitroute.signalering.Signalen;
import nl.besluitroute.toegang.Gebruiker;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the user is told. */
@RestController
@Tag(name = "Mij")
class SignalenApi {
  private static final int MEESTE = 200;

  private final Signalen signalen;
  private final Antwoorden antwoorden;

  SignalenApi(Signalen signalen, Antwoorden antwoorden) {
    this.signalen = signalen;
    this.antwoorden = antwoorden;
  }

  @Schema(name = "Signaal")
  record Vorm(
      UUID id,
      @Schema(example = "te_laat") String soort,
      @Schema(description = "Of het niet kan wachten.") boolean dringend,
      Instant gemaaktOp,
      boolean gelezen,
      @Schema(description = "Of het werk waarover het gaat, is gedaan of vervallen.") boolean gedaan,
      @Schema(description = "Wat, en uiterlijk wanneer.") String kop,
      @Schema(description = "Voor welke vergadering, wat er wijzigde en waarom; kan leeg zijn.") String zin,
      @Schema(description = "Titel van de visie.", nullable = true) String visie,
      @Schema(description = "De pagina om verder te gaan.", example = "/visies/eemland-2027/planning") String pagina) {

    static Vorm van(Melding m) {
      return new Vorm(
          m.id(),
          Api.code(m.soort()),
          m.dringend(),
          m.gemaaktOp(),
          m.gelezen(),
          m.gedaan(),
          m.kop(),
          m.zin(),
          m.visie().orElse(null),
          m.pad());
    }
  }

  @GetMapping(Api.PAD + "/mij/signalen")
  @Operation(
      summary = "Uw nieuwste signalen, het laatste eerst",
      description = "Wat u niet (meer) mag inzien, is weggelaten. Er is geen volgende bladzijde.")
  ResponseEntity<Lijst<Vorm>> signalen(
      @Parameter(description = "Hoeveel, 1 tot en met 200") @RequestParam(name = "limiet", required = false) String limiet,
      Gebruiker wie) {
    return antwoorden.heel(
        signalen.nieuwste(wie, Lijst.limiet(limiet)).stream().map(Vorm::van).toList());
  }

  @Schema(name = "Signaalvoorkeuren")
  record Voorkeuren(
      @Schema(description = "Het adres dat u wilt; geen: u ontvangt geen e-mail.", nullable = true) String mail,
      @Schema(
              description =
                  "Of dat adres is bevestigd met de link in het bericht dat daarheen gaat; tot dan gaat er verder niets heen.",
              accessMode = Schema.AccessMode.READ_ONLY)
          boolean bevestigd,
      @Schema(
              description = "Het bevestigde adres waar uw e-mail nu heen gaat.",
              nullable = true,
              accessMode = Schema.AccessMode.READ_ONLY)
          String mailNu,
      @Schema(description = "Elke werkdag één overzicht.") boolean overzicht,
      @Schema(description = "Meteen wat niet kan wachten; anders komt het in het overzicht.") boolean dringend) {

    static Voorkeuren van(Signalen.Voorkeuren v) {
      return new Voorkeuren(
          v.wens().mail().orElse(null),
          v.bevestigd(),
          v.nu().orElse(null),
          v.wens().overzicht(),
          v.wens().dringend());
    }
  }

  @Schema(name = "SignaalvoorkeurenInvoer")
  record Wens(
      @Schema(description = "Geen: u ontvangt geen e-mail.", nullable = true) String mail,
      Boolean overzicht,
      Boolean dringend) {}

  @GetMapping(Api.PAD + "/mij/signaalvoorkeuren")
  @Operation(summary = "Hoe u signalen wilt ontvangen")
  ResponseEntity<Voorkeuren> voorkeuren(Gebruiker wie) {
    return antwoorden.een(Voorkeuren.van(signalen.voorkeuren(wie)));
  }

  @PutMapping(path = Api.PAD + "/mij/signaalvoorkeuren", consumes = "application/json")
  @Operation(
      summary = "Wijzigen hoe u signalen wilt ontvangen",
      description =
          "Een ander adres telt zodra het is bevestigd; tot dan blijft het oude. If-Match met de ETag van wat u las.")
  ResponseEntity<Voorkeuren> wijzig(
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String alsGelijk,
      @RequestBody Wens invoer,
      Gebruiker wie) {
    if (invoer.overzicht() == null || invoer.dringend() == null) {
      throw new OnjuisteInvoer(
          invoer.overzicht() == null ? "overzicht" : "dringend", "Zeg of u dit wilt: true of false.");
    }
    signalen.wijzig(
        new Signalen.Wens(
            Optional.ofNullable(invoer.mail()).map(String::strip).filter(m -> !m.isEmpty()),
            invoer.overzicht(),
            invoer.dringend()),
        nu -> antwoorden.eisGezien(alsGelijk, Voorkeuren.van(nu)),
        wie);
    return voorkeuren(wie);
  }

  @Schema(name = "SignalenGelezen")
  record Gelezen(
      @Schema(description = "De ids van de signalen die u zag; de andere blijven ongelezen.") List<UUID> signalen) {}

  @PostMapping(path = Api.PAD + "/mij/signalen/gelezen", consumes = "application/json")
  @Operation(
      summary = "Uw signalen op gelezen zetten",
      description = "Wat is gelezen voordat het werd gemaild, wordt niet meer gemaild.")
  ResponseEntity<Void> gelezen(@RequestBody Gelezen invoer, Gebruiker wie) {
    if (invoer.signalen() == null || invoer.signalen().isEmpty() || invoer.signalen().contains(null)) {
      throw new OnjuisteInvoer("signalen", "Noem de ids van de signalen die u zag.");
    }
    if (invoer.signalen().size() > MEESTE) {
      throw new OnjuisteInvoer("signalen", "Noem ten hoogste " + MEESTE + " signalen tegelijk.");
    }
    signalen.gelezen(invoer.signalen(), wie);
    return ResponseEntity.noContent().build();
  }
}
