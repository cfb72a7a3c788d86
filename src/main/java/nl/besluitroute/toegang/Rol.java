package nl.besluitroute.toegang;

/** A role; with its scope (a region or a municipality) it says what somebody may record. */
public enum Rol {
  AMBTELIJK_SECRETARIS("Ambtelijk secretaris", true),
  BELEIDSMEDEWERKER("Beleidsmedewerker jeugd", true),
  BESTUURSSECRETARIS("Bestuurssecretaris", true),
  GRIFFIER("Griffier", true),
  MANAGER("Manager", false),
  BEHEERDER("Beheerder", false),
  LEZER("Lezer", false);

  private final String naam;
  private final boolean legtVast;

  Rol(String naam, boolean legtVast) {
    this.naam = naam;
    this.legtVast = legtVast;
  }

  public String naam() {
    return naam;
  }

  /** Whether this role records anything at all, in any scope. */
  public boolean legtVast() {
    return legtVast;
  }
}
