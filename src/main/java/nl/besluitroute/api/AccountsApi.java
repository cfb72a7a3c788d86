package nl.besluitroute.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.besluitroute.toegang.Accountbeheer;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.Rol;
import nl.besluitroute.toegang.Toekenning;
import nl.besluitroute.visie.Herkansing;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Accounts and their roles, kept by the beheerder; and one's own password. */
@RestController
@Tag(name = "Accounts")
class AccountsApi {
  private static final String LIJST = Api.PAD + "/accounts";
  private static final String EEN = LIJST + "/{account}";

  private final Accountbeheer beheer;
  private final Herkansing herkansing;
  private final Antwoorden antwoorden;

  AccountsApi(Accountbeheer beheer, Herkansing herkansing, Antwoorden antwoorden) {
    this.beheer = beheer;
    this.herkansing = herkansing;
    this.antwoorden = antwoorden;
  }

  @Schema(name = "Account")
  record Vorm(
      @Schema(description = "Gebruikersnaam.", example = "griffier-soest") String naam,
      @Schema(description = "De functie zoals die in de geschiedenis staat.", example = "Griffier Soest") String weergave,
      @Schema(description = "Sinds wanneer het is geblokkeerd.", nullable = true) Instant geblokkeerdOp,
      List<Verlening> rollen) {

    static Vorm van(Accountbeheer.Overzicht a) {
      return new Vorm(
          a.naam(), a.weergave(), a.geblokkeerdOp().orElse(null), a.verleningen().stream().map(Verlening::van).toList());
    }
  }

  @Schema(name = "Verlening", description = "Een rol zoals die is verleend, ook als zij nog niet of niet meer geldt.")
  record Verlening(
      UUID id,
      @Schema(example = "griffier") String rol,
      @Schema(description = "Code van de regio.", nullable = true) String regio,
      @Schema(description = "Id van het ene overleg waartoe de rol is beperkt.", nullable = true) String orgaan,
      @Schema(description = "CBS-code van de gemeente.", nullable = true) String gemeente,
      @Schema(description = "Eerste dag.", nullable = true) LocalDate van,
      @Schema(description = "Eerste dag waarop de rol niet meer geldt.", nullable = true) LocalDate tot,
      boolean geldtNu) {

    static Verlening van(Accountbeheer.Verlening v) {
      Toekenning t = v.toekenning();
      return new Verlening(
          v.id(), Api.code(t.rol()), t.regio(), t.orgaan(), t.gemeente(), t.van(), t.tot(), v.geldtNu());
    }
  }

  @Schema(name = "Accountinvoer")
  record Nieuw(String naam, String weergave, @Schema(format = "password") String wachtwoord) {}

  @Schema(name = "Accountwijziging")
  record Wijziging(String weergave) {}

  @Schema(name = "Accountwachtwoord")
  record Wachtwoord(@Schema(format = "password") String wachtwoord) {}

  @Schema(name = "Accountreden")
  record Reden(@Schema(maxLength = 4000) String reden) {}

  @Schema(name = "Rolinvoer", description = "Een rol in een regio, bij een overleg daarvan, of bij een gemeente.")
  record Rolinvoer(
      @Schema(example = "griffier") String rol,
      @Schema(nullable = true) String regio,
      @Schema(nullable = true) String orgaan,
      @Schema(example = "GM0342", nullable = true) String gemeente,
      @Schema(description = "Eerste dag; null voor vandaag en eerder.", nullable = true) LocalDate van,
      @Schema(description = "Eerste dag waarop de rol niet meer geldt; null zonder einde.", nullable = true) LocalDate tot) {

    private Toekenning lees() {
      Fouten fouten = new Fouten();
      Rol gekozen = fouten.kies(Rol.class, rol, "rol", "Kies een rol");
      fouten.weiger();
      return new Toekenning(gekozen, regio, orgaan, gemeente, van, tot);
    }
  }

  @Schema(name = "Roleinde")
  record Einde(
      @Schema(description = "Eerste dag waarop de rol niet meer geldt.") LocalDate tot,
      @Schema(maxLength = 4000) String reden) {}

  @Schema(name = "Wachtwoordwijziging")
  record EigenWachtwoord(
      @Schema(format = "password") String oud, @Schema(description = "Het nieuwe.", format = "password") String wachtwoord) {}

  @GetMapping(LIJST)
  @Operation(summary = "Alle accounts, op naam", description = "Voor de beheerder, zoals alles van een ander account.")
  ResponseEntity<Lijst<Vorm>> accounts(Gebruiker wie) {
    return antwoorden.heel(beheer.alle(wie).stream().map(Vorm::van).toList());
  }

  @GetMapping(EEN)
  @Operation(summary = "Eén account met zijn rollen")
  ResponseEntity<Vorm> account(@PathVariable("account") String account, Gebruiker wie) {
    return antwoorden.een(Vorm.van(eis(account, wie)));
  }

  private Accountbeheer.Overzicht eis(String naam, Gebruiker wie) {
    return beheer.zoek(naam, wie).orElseThrow(() -> Api.nietGevonden("Dit account bestaat niet."));
  }

  @PostMapping(path = LIJST, consumes = "application/json")
  @Operation(summary = "Een account maken", description = "Zonder rollen; die worden daarna verleend.")
  ResponseEntity<Vorm> maak(@RequestBody Nieuw invoer, Gebruiker wie) {
    return herkansing.doe(
        () -> {
          beheer.maak(invoer.naam(), invoer.weergave(), invoer.wachtwoord(), wie);
          return antwoorden.gemaakt("/accounts/" + invoer.naam(), Vorm.van(eis(invoer.naam(), wie)));
        });
  }

  @PutMapping(path = EEN, consumes = "application/json")
  @Operation(
      summary = "De functie van een account wijzigen",
      description = "Wat onder de oude functie is vastgelegd, blijft zo staan. If-Match met de ETag van het account is verplicht.")
  ResponseEntity<Vorm> wijzig(
      @PathVariable("account") String account,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String alsGelijk,
      @RequestBody Wijziging invoer,
      Gebruiker wie) {
    return herkansing.doe(
        () -> {
          antwoorden.eisGezien(alsGelijk, Vorm.van(eis(account, wie)));
          beheer.wijzigWeergave(account, invoer.weergave(), wie);
          return antwoorden.een(Vorm.van(eis(account, wie)));
        });
  }

  @PutMapping(path = EEN + "/wachtwoord", consumes = "application/json")
  @Operation(summary = "Een account een nieuw wachtwoord geven")
  ResponseEntity<Void> zetWachtwoord(
      @PathVariable("account") String account, @RequestBody Wachtwoord invoer, Gebruiker wie) {
    return bij(account, wie, () -> beheer.zetWachtwoord(account, invoer.wachtwoord(), wie));
  }

  @PostMapping(path = EEN + "/blokkering", consumes = "application/json")
  @Operation(summary = "Een account blokkeren")
  ResponseEntity<Void> blokkeer(
      @PathVariable("account") String account, @RequestBody Reden invoer, Gebruiker wie) {
    return bij(account, wie, () -> beheer.blokkeer(account, invoer.reden(), wie));
  }

  @PostMapping(path = EEN + "/deblokkering", consumes = "application/json")
  @Operation(summary = "Een geblokkeerd account weer toelaten")
  ResponseEntity<Void> deblokkeer(
      @PathVariable("account") String account, @RequestBody Reden invoer, Gebruiker wie) {
    return bij(account, wie, () -> beheer.deblokkeer(account, invoer.reden(), wie));
  }

  @PostMapping(path = EEN + "/rollen", consumes = "application/json")
  @Operation(summary = "Een rol verlenen")
  ResponseEntity<Vorm> kenToe(
      @PathVariable("account") String account, @RequestBody Rolinvoer invoer, Gebruiker wie) {
    eis(account, wie);
    Toekenning rol = invoer.lees();
    return herkansing.doe(
        () -> {
          beheer.kenToe(account, rol, wie);
          return antwoorden.gemaakt("/accounts/" + account, Vorm.van(eis(account, wie)));
        });
  }

  @PostMapping(path = EEN + "/rollen/{verlening}/beeindiging", consumes = "application/json")
  @Operation(summary = "Een rol beëindigen", description = "Een rol die dan nog niet begon, wordt ingetrokken.")
  ResponseEntity<Void> beeindig(
      @PathVariable("account") String account,
      @PathVariable("verlening") String verlening,
      @RequestBody Einde invoer,
      Gebruiker wie) {
    UUID id =
        Api.zoek(eis(account, wie).verleningen(), Accountbeheer.Verlening::id, verlening, "Deze rol bestaat niet.").id();
    return bij(account, wie, () -> beheer.beeindig(id, invoer.tot(), invoer.reden(), wie));
  }

  private ResponseEntity<Void> bij(String account, Gebruiker wie, Runnable daad) {
    eis(account, wie);
    herkansing.doe(daad);
    return ResponseEntity.noContent().build();
  }

  @PutMapping(path = Api.PAD + "/mij/wachtwoord", consumes = "application/json")
  @Operation(summary = "Uw eigen wachtwoord wijzigen")
  ResponseEntity<Void> wijzigEigenWachtwoord(@RequestBody EigenWachtwoord invoer, Gebruiker wie) {
    herkansing.doe(() -> beheer.wijzigEigenWachtwoord(invoer.oud(), invoer.wachtwoord(), wie));
    return ResponseEntity.noContent().build();
  }
}
