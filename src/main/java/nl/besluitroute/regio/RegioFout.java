package nl.besluitroute.regio;

/** What was entered about a region, body or contact cannot be; the message is a Dutch sentence for the screen. */
public class RegioFout extends RuntimeException {
  private final String veld;

  public RegioFout(String veld, String zin) {
    super(zin);
    this.veld = veld;
  }

  /** Key of the field; empty for the whole. */
  public String veld() {
    return veld;
  }

  static void eis(boolean waar, String veld, String zin) {
    if (!waar) {
      throw new RegioFout(veld, zin);
    }
  }

  static void hoogstens(String veld, String tekst, int tekens) {
    eis(
        tekst == null || tekst.length() <= tekens,
        veld,
        "Dit is langer dan " + tekens + " tekens; kort het in.");
  }
}
