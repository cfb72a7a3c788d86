package nl.besluitroute.besluitvorming;

/** What was entered cannot be recorded; the message is a Dutch sentence for the field. */
public class InvoerFout extends RuntimeException {
  private final String veld;

  /** @param veld key of the form's field, or the empty string for the form as a whole */
  public InvoerFout(String veld, String zin) {
    super(zin);
    this.veld = veld;
  }

  public String veld() {
    return veld;
  }
}
