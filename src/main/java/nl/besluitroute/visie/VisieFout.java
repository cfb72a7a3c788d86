package nl.besluitroute.visie;

/** A request on a vision that cannot be; the message is a Dutch sentence for the screen. */
public class VisieFout extends RuntimeException {
  public VisieFout(String zin) {
    super(zin);
  }
}
