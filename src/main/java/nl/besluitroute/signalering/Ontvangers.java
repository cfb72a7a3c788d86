package nl.besluitroute.signalering;

import java.util.ArrayList;
import java.util.List;
import nl.besluitroute.regio.Regios;
import nl.besluitroute.toegang.Accounts;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.Plek;
import nl.besluitroute.toegang.Toegang;
import org.springframework.stereotype.Component;

/**
 * Whose job something is. What a municipality does is told to who records for its body, and only
 * when nobody of it signs in here to the secretaries of the region and to the body's contact. What
 * somebody may see of it is asked again when he is told: that may have changed by then.
 */
@Component
class Ontvangers {
  private final Accounts accounts;
  private final Toegang toegang;
  private final Regios regios;

  Ontvangers(Accounts accounts, Toegang toegang, Regios regios) {
    this.accounts = accounts;
    this.toegang = toegang;
    this.regios = regios;
  }

  /** Those of the municipality who record there themselves; nobody for what is regional. */
  List<Ontvanger> gemeente(Plek plek) {
    return plek.lokaal() ? accounts(eigen(vastleggers(plek), plek)) : List.of();
  }

  /** Everybody whose job it is. */
  List<Ontvanger> van(Plek plek) {
    List<Gebruiker> alle = vastleggers(plek);
    List<Gebruiker> zelf = plek.lokaal() ? eigen(alle, plek) : alle;
    if (!zelf.isEmpty()) {
      return accounts(zelf);
    }
    List<Ontvanger> wie = new ArrayList<>(accounts(alle));
    if (plek.orgaan() != null
        && regios.contacten(List.of(plek.orgaan())).stream().anyMatch(c -> c.mail().isPresent())) {
      wie.add(Ontvanger.orgaan(plek.orgaan()));
    }
    return wie;
  }

  /** Whether this account does such work today. */
  boolean doet(String account, Plek plek) {
    return accounts.zoek(account).filter(g -> toegang.magVastleggen(g, plek)).isPresent();
  }

  private static List<Gebruiker> eigen(List<Gebruiker> alle, Plek plek) {
    return alle.stream().filter(g -> g.legtVastVoor(plek.gemeente(), plek.soort())).toList();
  }

  private List<Gebruiker> vastleggers(Plek plek) {
    return accounts.vastleggers(plek.regios(), plek.gemeente()).stream()
        .filter(g -> toegang.magVastleggen(g, plek))
        .toList();
  }

  private static List<Ontvanger> accounts(List<Gebruiker> mensen) {
    return mensen.stream().map(g -> Ontvanger.account(g.naam())).toList();
  }
}
