package nl.besluitroute.beheer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.besluitroute.journaal.Journaal;
import nl.besluitroute.journaal.Notitie;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.regio.Contact;
import nl.besluitroute.regio.Gemeente;
import nl.besluitroute.regio.Orgaan;
import nl.besluitroute.regio.RegioFout;
import nl.besluitroute.regio.Regios;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.GeenToegang;
import nl.besluitroute.toegang.Plek;
import nl.besluitroute.toegang.Rol;
import nl.besluitroute.toegang.Toegang;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Use cases around contacts: a beheerder keeps those of every body, and who records for a body keeps
 * its contacts. The journal tells of which body and function, never an address or number: a contact
 * that is removed is gone (AVG).
 */
@Service
@Transactional
public class Contactbeheer {
  private final Regios regios;
  private final Toegang toegang;
  private final Journaal journaal;
  private final Klok klok;

  Contactbeheer(Regios regios, Toegang toegang, Journaal journaal, Klok klok) {
    this.regios = regios;
    this.toegang = toegang;
    this.journaal = journaal;
    this.klok = klok;
  }

  /** Whether the user keeps the contacts of this body. */
  @Transactional(readOnly = true)
  public boolean mag(Orgaan orgaan, Gebruiker wie) {
    return toegang.magContactenBeheren(wie, plek(orgaan));
  }

  /** The bodies of which the user, other than as beheerder, keeps the contacts: his daily ones. */
  @Transactional(readOnly = true)
  public List<Orgaan> eigen(Gebruiker wie) {
    Set<String> regio = new LinkedHashSet<>(wie.regios(Rol.AMBTELIJK_SECRETARIS));
    List<Orgaan> organen = new ArrayList<>(regios.overleggen(regio));
    organen.addAll(regios.organen(wie.overleggen(Rol.AMBTELIJK_SECRETARIS)));
    organen.addAll(regios.organenVan(wie.gemeenten()));
    return organen.stream()
        .filter(o -> o.geldtOp(klok.vandaag()) && mag(o, wie))
        .distinct()
        .sorted(Comparator.comparing(Orgaan::soort).thenComparing(Orgaan::naam))
        .toList();
  }

  /** @throws RegioFout when the contact cannot be reached by what is entered */
  public Contact voegToe(String orgaan, Contact.Gegevens gegevens, Gebruiker wie) {
    Orgaan bij = eis(orgaan, wie);
    Contact contact = regios.voegContactToe(orgaan, gegevens);
    noteer(bij, "contact_toegevoegd", contact.functie() + " toegevoegd.", wie);
    return contact;
  }

  /** @throws RegioFout when the contact cannot be reached by what is entered, or was removed */
  public Contact wijzig(UUID id, Contact.Gegevens gegevens, Gebruiker wie) {
    Orgaan bij = eis(contact(id).orgaan(), wie);
    Contact contact = regios.wijzigContact(id, gegevens);
    noteer(bij, "contact_gewijzigd", contact.functie() + " gewijzigd.", wie);
    return contact;
  }

  /** @throws RegioFout when the contact was removed already */
  public void verwijder(UUID id, Gebruiker wie) {
    Orgaan bij = eis(contact(id).orgaan(), wie);
    Contact contact = regios.verwijderContact(id);
    noteer(bij, "contact_verwijderd", contact.functie() + " verwijderd.", wie);
  }

  private Contact contact(UUID id) {
    return regios.contact(id).orElseThrow(() -> new RegioFout("", "Dit contact bestaat niet meer."));
  }

  /**
   * The body, for who keeps its contacts.
   *
   * @throws RegioFout when there is no such body
   * @throws GeenToegang when its contacts are not his to keep
   */
  public Orgaan eis(String id, Gebruiker wie) {
    Orgaan orgaan = regios.orgaan(id).orElseThrow(() -> new RegioFout("", "Dit orgaan bestaat niet."));
    if (!mag(orgaan, wie)) {
      throw new GeenToegang("De contacten van " + orgaan.naam() + " beheert de ambtelijk secretaris, het orgaan zelf of een beheerder.");
    }
    return orgaan;
  }

  private Plek plek(Orgaan orgaan) {
    return orgaan
        .gemeente()
        .map(g -> new Plek(regios.regiosVan(List.of(g), klok.vandaag()), orgaan.id(), g, orgaan.soort().houder()))
        .orElseGet(() -> new Plek(List.of(orgaan.regio().orElseThrow()), orgaan.id(), null, null));
  }

  private void noteer(Orgaan orgaan, String soort, String wat, Gebruiker wie) {
    String gemeente = orgaan.gemeente().flatMap(regios::gemeente).map(Gemeente::naam).orElse(null);
    boolean genoemd = gemeente == null || orgaan.naam().contains(gemeente);
    journaal.noteer(
        Notitie.van(
                wie.weergave(),
                soort,
                "Contact van " + orgaan.naam() + (genoemd ? "" : " (" + gemeente + ")") + ": " + wat)
            .bijGemeente(orgaan.gemeente().orElse(null)));
  }
}
