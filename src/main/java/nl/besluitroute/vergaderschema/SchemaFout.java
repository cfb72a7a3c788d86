package nl.besluitroute.vergaderschema;

/** What was entered or read about meetings cannot be; the message is a Dutch sentence for the screen. */
public class SchemaFout extends RuntimeException {
  private final String veld;

  public SchemaFout(String veld, String zin) {
    super(zin);
    this.veld = veld;
  }

  /** Key of the field; empty for the whole. */
  public String veld() {
    return veld;
  }

  static void eis(boolean waar, String veld, String zin) {
    if (!waar) {
      throw new SchemaFout(veld, zin);
    }
  }

  /** The text without spaces around it, or null when nothing is left. */
  static String tekst(String veld, String tekst, int tekens) {
    String kaal = tekst == null || tekst.isBlank() ? null : tekst.strip();
    eis(
        kaal == null || kaal.length() <= tekens,
        veld,
        "Dit is langer dan " + tekens + " tekens; kort het in.");
    eis(
        kaal == null || kaal.chars().noneMatch(Character::isISOControl),
        veld,
        "Hier staan tekens die niet te lezen zijn; typ het op één regel.");
    return kaal;
  }

  static String reden(String reden) {
    String kaal = tekst("reden", reden, 1000);
    eis(kaal != null, "reden", "Geef een reden.");
    return kaal;
  }
}
