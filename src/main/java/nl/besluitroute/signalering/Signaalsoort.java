package nl.besluitroute.signalering;

/** What a signal tells. */
public enum Signaalsoort {
  HERINNERING("herinnering"),
  TE_LAAT("te laat"),
  NIEUW_WERK("nieuw werk"),
  TOEGEWEZEN("toegewezen"),
  VERGADERING_VERPLAATST("vergadering verplaatst"),
  VERGADERING_VERVALLEN("vergadering vervallen"),
  AANGEHOUDEN("aangehouden"),
  DATUM_GEWIJZIGD("datum gewijzigd");

  private final String naam;

  Signaalsoort(String naam) {
    this.naam = naam;
  }

  /** As it stands on screens. */
  public String naam() {
    return naam;
  }

  /** Whether it tells of open work: it has nothing to tell any more when that is done. */
  boolean vanWerk() {
    return this == HERINNERING || this == TE_LAAT || this == NIEUW_WERK || this == TOEGEWEZEN;
  }
}
