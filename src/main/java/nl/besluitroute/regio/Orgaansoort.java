package nl.besluitroute.regio;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A kind of body. Which of them a region has, and in which order they treat a text, differs. */
public enum Orgaansoort {
  PROJECTGROEP("Projectgroep"),
  KLANKBORDGROEP("Ambtelijke klankbordgroep"),
  UITVOERINGSOVERLEG("Uitvoeringsoverleg"),
  DIRECTIE_OVERLEG("Directie-overleg"),
  PORTEFEUILLEHOUDERSOVERLEG("Portefeuillehoudersoverleg"),
  COLLEGE("College"),
  RAADSCOMMISSIE("Raadscommissie"),
  RAAD("Raad"),
  ADVIESRAAD("Adviesraad"),
  OVERIG("Overig overleg");

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

  /** Empty when there is no such kind. */
  public static Optional<Orgaansoort> van(String code) {
    return Arrays.stream(values()).filter(s -> s.code().equals(code)).findFirst();
  }
}
