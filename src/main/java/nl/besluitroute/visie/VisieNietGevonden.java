package nl.besluitroute.visie;

/** There is no such vision, or it is not for this user to know of: the two are not told apart. */
public class VisieNietGevonden extends VisieFout {
  public VisieNietGevonden(String id) {
    super("Er is geen visie met kenmerk " + id + ".");
  }
}
