package nl.besluitroute.signalering;

/** What others may know of signals. */
public final class Signalen {

  /** The kind of the journal's entries about what was mailed. */
  public static final String VERZONDEN = "signaal_verzonden";

  private Signalen() {}
}
