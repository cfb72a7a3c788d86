package nl.besluitroute.visie;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The blocks from which a route is drawn. */
public enum Bloksoort {
  TEKST("Tekst opstellen"),
  PARTICIPATIE("Participatie"),
  OVERLEG("Behandelen in overleg"),
  LOKAAL("Lokale besluitvorming"),
  INFORMEREN("Raden informeren"),
  TWEEDE_RONDE("Tweede besluitronde");

  private final String naam;

  Bloksoort(String naam) {
    this.naam = naam;
  }

  public String naam() {
    return naam;
  }

  /** As the grammar names it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Key of the block's own process. */
  public String proces() {
    return "blok_" + code();
  }

  /** Empty when no block has this process. */
  public static Optional<Bloksoort> vanProces(String sleutel) {
    return Arrays.stream(values()).filter(s -> s.proces().equals(sleutel)).findFirst();
  }
}
