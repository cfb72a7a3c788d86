package nl.besluitroute.agenda;

/** The work is done or gone; the message says by whom and when, as far as that is known. */
public class TaakNietOpen extends RuntimeException {
  public TaakNietOpen(String zin) {
    super(zin);
  }
}
