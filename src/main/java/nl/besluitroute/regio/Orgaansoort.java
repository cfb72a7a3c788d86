package nl.besluitroute.regio;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A kind of body. Which of them a region has, and in which order they treat a text, differs. */
public enum Orgaansoort {
  PROJECTGROEP("Projectgroep"),
  KLANKBORDGROEP("Ambtelijke klankbordgroep"),
  UITVOERINGSOVERLEG("Uitvoeringsoverleg"),
  DIRECTIE_OVERLEG("Directie-overleg"),
  PORTEFEUILLEHOUDERSOVERLEG("Portefeuillehoudersoverleg"),
  /** The wethouder with her staff, before the college: it prepares, decides nothing and is in no route. */
  WETHOUDERSSTAF("Wethoudersstaf"),
  COLLEGE("College"),
  RAADSCOMMISSIE("Raadscommissie"),
  RAAD("Raad"),
  ADVIESRAAD("Adviesraad"),
  OVERIG("Overig overleg");

  /** What a route can name. */
  public static final Set<Orgaansoort> IN_ROUTES =
      Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(WETHOUDERSSTAF)));

  /** What an overleg of a region can be. */
  public static final Set<Orgaansoort> VAN_REGIO =
      Collections.unmodifiableSet(
          EnumSet.complementOf(EnumSet.of(WETHOUDERSSTAF, COLLEGE, RAADSCOMMISSIE, RAAD)));

  /** What a municipality can have beside its college and raad. */
  public static final Set<Orgaansoort> NAAST_RAAD_EN_COLLEGE =
      Collections.unmodifiableSet(EnumSet.of(WETHOUDERSSTAF, RAADSCOMMISSIE, ADVIESRAAD, OVERIG));

  /** What a municipality can have at all. */
  public static final Set<Orgaansoort> VAN_GEMEENTE =
      Collections.unmodifiableSet(
          EnumSet.of(WETHOUDERSSTAF, COLLEGE, RAADSCOMMISSIE, RAAD, ADVIESRAAD, OVERIG));

  private final String naam;

  Orgaansoort(String naam) {
    this.naam = naam;
  }

  /** As it stands on screens. */
  public String naam() {
    return naam;
  }

  /** As routes and reference data name it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The body of a municipality whose people keep its schema and contacts: a griffie its raadscommissie. */
  public Orgaansoort houder() {
    return switch (this) {
      case RAADSCOMMISSIE -> RAAD;
      case WETHOUDERSSTAF -> COLLEGE;
      default -> this;
    };
  }

  /** Empty when there is no such kind. */
  public static Optional<Orgaansoort> van(String code) {
    return Arrays.stream(values()).filter(s -> s.code().equals(code)).findFirst();
  }
}
