package nl.besluitroute.toegang;

import java.util.EnumSet;
import java.util.Set;
import nl.besluitroute.regio.Orgaansoort;

/**
 * A role; with its scope (a region, one of its overleggen, a municipality) it says what somebody
 * reads, plans and records. See {@link Toegang} for what follows from it.
 */
public enum Rol {
  AMBTELIJK_SECRETARIS("Ambtelijk secretaris", Bereik.REGIO),
  BELEIDSMEDEWERKER("Beleidsmedewerker jeugd", Bereik.GEMEENTE, Orgaansoort.values()),
  BESTUURSSECRETARIS("Bestuurssecretaris", Bereik.GEMEENTE, Orgaansoort.COLLEGE),
  GRIFFIER("Griffier", Bereik.GEMEENTE, Orgaansoort.RAAD),
  MANAGER("Manager", Bereik.REGIO),
  BEHEERDER("Beheerder", Bereik.GEEN),
  LEZER("Lezer", Bereik.VRIJ);

  /** What a role is granted for. */
  public enum Bereik {
    /** A region, or one overleg of it. */
    REGIO,
    GEMEENTE,
    /** A region, a municipality, or everything. */
    VRIJ,
    /** The system as a whole. */
    GEEN
  }

  private final String naam;
  private final Bereik bereik;
  private final Set<Orgaansoort> lokaal;

  Rol(String naam, Bereik bereik, Orgaansoort... lokaal) {
    this.naam = naam;
    this.bereik = bereik;
    this.lokaal = EnumSet.noneOf(Orgaansoort.class);
    this.lokaal.addAll(Set.of(lokaal));
  }

  public String naam() {
    return naam;
  }

  public Bereik bereik() {
    return bereik;
  }

  /** Whether this role records anything at all, in any scope. */
  public boolean legtVast() {
    return this == AMBTELIJK_SECRETARIS || !lokaal.isEmpty();
  }

  /** Whether it records, in its municipality, what a body of this kind did. */
  public boolean legtVastVoor(Orgaansoort soort) {
    return lokaal.contains(soort);
  }
}
