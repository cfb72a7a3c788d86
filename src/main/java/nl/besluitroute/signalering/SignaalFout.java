package nl.besluitroute.signalering;

/** What was entered cannot be; the sentence says why. */
public final class SignaalFout extends RuntimeException {
  private final String veld;

  SignaalFout(String veld, String zin) {
    super(zin);
    this.veld = veld;
  }

  /** The field that it is about. */
  public String veld() {
    return veld;
  }
}
