package nl.besluitroute.toegang;

/** What was entered about an account cannot be; the message is a Dutch sentence for the screen. */
public class AccountFout extends RuntimeException {
  private final String veld;

  public AccountFout(String veld, String zin) {
    super(zin);
    this.veld = veld;
  }

  /** Key of the field; empty for the whole. */
  public String veld() {
    return veld;
  }
}
