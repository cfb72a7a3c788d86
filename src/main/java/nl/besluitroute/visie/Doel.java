package nl.besluitroute.visie;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a body is asked to do with a text. */
public enum Doel {
  /** Of the writing of the text itself; no body is asked anything. */
  OPSTELLEN("Opstellen"),
  ADVISEREN("Adviseren"),
  BESPREKEN("Bespreken"),
  VASTSTELLEN("Vaststellen"),
  BESLUITEN("Besluiten"),
  INFORMEREN("Informeren"),
  INPUT_OPHALEN("Input ophalen"),
  TER_KENNISNAME("Ter kennisname"),
  ZIENSWIJZE("Zienswijze"),
  WENSEN_EN_BEDENKINGEN("Wensen en bedenkingen"),
  TOESTEMMING("Toestemming");

  private final String naam;

  Doel(String naam) {
    this.naam = naam;
  }

  /** As it stands in the Behandeling. */
  public String naam() {
    return naam;
  }

  /** As routes name it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Empty when there is no such doel. */
  public static Optional<Doel> van(String code) {
    return Arrays.stream(values()).filter(d -> d.code().equals(code)).findFirst();
  }
}
