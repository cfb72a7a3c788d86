package nl.besluitroute.besluitvorming;

/** Checks on entered text. Text is kept as it came: markup and formulas are text. */
final class Tekst {
  private Tekst() {}

  static boolean leeg(String tekst) {
    return tekst == null || tekst.isBlank();
  }

  static void hoogstens(String veld, String tekst, int tekens) {
    if (tekst != null && tekst.length() > tekens) {
      throw new InvoerFout(
          veld, "Deze tekst is " + tekst.length() + " tekens lang; er passen er " + tekens + " in.");
    }
  }
}
