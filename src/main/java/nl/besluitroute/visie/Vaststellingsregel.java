package nl.besluitroute.visie;

import nl.besluitroute.regio.Orgaansoort;

/**
 * When a vision counts as adopted. The Norm voor Opdrachtgeverschap (VNG, June 2020) has the raden
 * adopt; a route in which colleges decide is possible and is warned about on screen.
 */
public enum Vaststellingsregel {
  ALLE_RADEN("alle raden stellen eensluidend vast", Orgaansoort.RAAD),
  ALLE_COLLEGES("alle colleges stellen vast; de raden worden geïnformeerd", Orgaansoort.COLLEGE),
  TWEE_DERDE_RADEN("twee derde van de raden stelt eensluidend vast", Orgaansoort.RAAD);

  private final String omschrijving;
  private final Orgaansoort beslist;

  Vaststellingsregel(String omschrijving, Orgaansoort beslist) {
    this.omschrijving = omschrijving;
    this.beslist = beslist;
  }

  /** The rule as a Dutch clause, to follow 'Regel: '. */
  public String omschrijving() {
    return omschrijving;
  }

  /** The kind of body whose besluiten count. */
  public Orgaansoort beslist() {
    return beslist;
  }
}
