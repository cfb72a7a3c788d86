package nl.besluitroute.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import nl.besluitroute.beheer.Contactbeheer;
import nl.besluitroute.regio.Contact;
import nl.besluitroute.regio.Regios;
import nl.besluitroute.toegang.Gebruiker;
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

/** How a body is reached: read by everybody, kept by its secretaris, itself or the beheerder. */
@RestController
@Tag(name = "Contacten")
class ContactenApi {
  private static final String LIJST = Api.PAD + "/organen/{orgaan}/contacten";
  private static final String EEN = LIJST + "/{contact}";

  private final Contactbeheer beheer;
  private final Regios regios;
  private final Herkansing herkansing;
  private final Antwoorden antwoorden;

  ContactenApi(Contactbeheer beheer, Regios regios, Herkansing herkansing, Antwoorden antwoorden) {
    this.beheer = beheer;
    this.regios = regios;
    this.herkansing = herkansing;
    this.antwoorden = antwoorden;
  }

  @Schema(name = "Contact")
  record Vorm(
      UUID id,
      @Schema(example = "Griffie") String functie,
      @Schema(example = "griffie@soest.nl", nullable = true) String mail,
      @Schema(example = "035 609 34 11", nullable = true) String telefoon,
      @Schema(nullable = true) String notitie) {

    static Vorm van(Contact c) {
      return new Vorm(
          c.id(), c.functie(), c.mail().orElse(null), c.telefoon().orElse(null), c.notitie().orElse(null));
    }
  }

  @Schema(name = "Contactinvoer", description = "Een e-mailadres of een telefoonnummer is verplicht.")
  record Invoer(
      @Schema(maxLength = 120) String functie,
      @Schema(nullable = true) String mail,
      @Schema(nullable = true) String telefoon,
      @Schema(maxLength = 1000, nullable = true) String notitie) {

    private Contact.Gegevens gegevens() {
      return new Contact.Gegevens(functie, mail, telefoon, notitie);
    }
  }

  @GetMapping(LIJST)
  @Operation(summary = "De contacten van een overleg of bestuursorgaan, op functie")
  ResponseEntity<Lijst<Vorm>> contacten(@PathVariable("orgaan") String orgaan) {
    return antwoorden.heel(alle(orgaan).stream().map(Vorm::van).toList());
  }

  private List<Contact> alle(String orgaan) {
    return regios.contacten(List.of(Api.orgaan(regios, orgaan).id()));
  }

  @GetMapping(EEN)
  @Operation(summary = "Eén contact")
  ResponseEntity<Vorm> contact(@PathVariable("orgaan") String orgaan, @PathVariable("contact") String contact) {
    return antwoorden.een(Vorm.van(eis(orgaan, contact)));
  }

  private Contact eis(String orgaan, String contact) {
    return Api.zoek(alle(orgaan), Contact::id, contact, "Dit contact bestaat niet.");
  }

  @PostMapping(path = LIJST, consumes = "application/json")
  @Operation(
      summary = "Een contact toevoegen",
      description = "Voor de ambtelijk secretaris, het orgaan zelf en de beheerder.")
  ResponseEntity<Vorm> voegToe(@PathVariable("orgaan") String orgaan, @RequestBody Invoer invoer, Gebruiker wie) {
    Api.orgaan(regios, orgaan);
    return herkansing.doe(
        () -> {
          Contact nieuw = beheer.voegToe(orgaan, invoer.gegevens(), wie);
          return antwoorden.gemaakt("/organen/" + orgaan + "/contacten/" + nieuw.id(), Vorm.van(nieuw));
        });
  }

  @PutMapping(path = EEN, consumes = "application/json")
  @Operation(
      summary = "Een contact wijzigen",
      description = "Rechten als bij toevoegen. If-Match met de ETag van het contact is verplicht.")
  ResponseEntity<Vorm> wijzig(
      @PathVariable("orgaan") String orgaan,
      @PathVariable("contact") String contact,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String alsGelijk,
      @RequestBody Invoer invoer,
      Gebruiker wie) {
    return gezien(
        orgaan, contact, alsGelijk, wie,
        id -> antwoorden.een(Vorm.van(beheer.wijzig(id, invoer.gegevens(), wie))));
  }

  /** What is done with a contact as the sender saw it. */
  private <T> T gezien(
      String orgaan, String contact, String alsGelijk, Gebruiker wie, Function<UUID, T> daad) {
    beheer.eis(Api.orgaan(regios, orgaan).id(), wie);
    return herkansing.doe(
        () -> {
          regios.vergrendelOrgaan(orgaan);
          Contact nu = eis(orgaan, contact);
          antwoorden.eisGezien(alsGelijk, Vorm.van(nu));
          return daad.apply(nu.id());
        });
  }

  @DeleteMapping(EEN)
  @Operation(
      summary = "Een contact verwijderen",
      description = "Rechten als bij toevoegen. If-Match met de ETag van het contact is verplicht.")
  ResponseEntity<Void> verwijder(
      @PathVariable("orgaan") String orgaan,
      @PathVariable("contact") String contact,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String alsGelijk,
      Gebruiker wie) {
    return gezien(
        orgaan, contact, alsGelijk, wie,
        id -> {
          beheer.verwijder(id, wie);
          return ResponseEntity.noContent().build();
        });
  }
}
