package nl.besluitroute.web;

/**
 * One fact with its name.
 *
 * @param url where the fact leads, or null
 * @param bij a second, quiet line, or null
 * @param merk a status with the fact, or null
 */
public record Feit(String naam, String waarde, String url, String bij, Merk merk) {

  static Feit van(String naam, String waarde) {
    return new Feit(naam, waarde, null, null, null);
  }

  Feit met(String bij) {
    return new Feit(naam, waarde, url, bij, merk);
  }

  Feit naar(String url) {
    return new Feit(naam, waarde, url, bij, merk);
  }

  Feit merk(Merk merk) {
    return new Feit(naam, waarde, url, bij, merk);
  }
}
