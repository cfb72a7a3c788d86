package nl.besluitroute.toegang;

/** The user may not do this; the message is a Dutch sentence for the screen. */
public class GeenToegang extends RuntimeException {
  public GeenToegang(String zin) {
    super(zin);
  }
}
