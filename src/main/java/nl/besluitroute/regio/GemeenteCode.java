package nl.besluitroute.regio;

import java.util.regex.Pattern;

/**
 * A municipality's CBS code, {@code GM} and four digits.
 *
 * <p>Its TOOI identifier is {@code https://identifier.overheid.nl/tooi/id/gemeente/} followed by the
 * code in lower case.
 */
public record GemeenteCode(String waarde) implements Comparable<GemeenteCode> {
  private static final Pattern VORM = Pattern.compile("GM\\d{4}");

  /** @throws IllegalArgumentException when the text is not a CBS code */
  public GemeenteCode {
    if (waarde == null || !VORM.matcher(waarde).matches()) {
      throw new IllegalArgumentException("Geen gemeentecode: " + waarde);
    }
  }

  @Override
  public int compareTo(GemeenteCode ander) {
    return waarde.compareTo(ander.waarde);
  }

  @Override
  public String toString() {
    return waarde;
  }
}
