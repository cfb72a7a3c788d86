package nl.besluitroute.stuk;

/**
 * A version that cannot be; the message is a Dutch sentence.
 */
public class VersieFout extends RuntimeException {
  private final String veld;

  public VersieFout(String veld, String zin) {
    super(zin);
    this.veld = veld;
  }

  /** Key of the form's field at which the sentence belongs. */
  public String veld() {
    return veld;
  }
}
