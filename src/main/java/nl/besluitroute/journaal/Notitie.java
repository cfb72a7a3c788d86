package nl.besluitroute.journaal;

/**
 * What is to be noted in the journal. Built fluently, so that a caller names only what it knows.
 *
 * @param wie who acted
 * @param namens for whom, when somebody acted for another
 * @param soort kind of event, past tense, such as {@code besluit_vastgelegd}
 * @param tekst one sentence in Dutch, as it stands on the history page
 * @param reden why, when a reason was given
 */
public record Notitie(
    String wie,
    String namens,
    String soort,
    String visie,
    String stap,
    String gemeente,
    String taak,
    String versie,
    String tekst,
    String reden) {

  /** The longest sentence that is kept; what is longer is cut, since the fact itself stands in its own row. */
  static final int MAX_TEKST = 1000;

  public Notitie {
    if (tekst.length() > MAX_TEKST) {
      tekst = tekst.substring(0, MAX_TEKST - 1) + "…";
    }
  }

  public static Notitie van(String wie, String soort, String tekst) {
    return new Notitie(wie, null, soort, null, null, null, null, null, tekst, null);
  }

  public Notitie bijVisie(String id) {
    return new Notitie(wie, namens, soort, id, stap, gemeente, taak, versie, tekst, reden);
  }

  public Notitie bijStap(String id) {
    return new Notitie(wie, namens, soort, visie, id, gemeente, taak, versie, tekst, reden);
  }

  public Notitie bijGemeente(String code) {
    return new Notitie(wie, namens, soort, visie, stap, code, taak, versie, tekst, reden);
  }

  public Notitie bijTaak(String id) {
    return new Notitie(wie, namens, soort, visie, stap, gemeente, id, versie, tekst, reden);
  }

  /** The version whose contents the entry tells of. */
  public Notitie bijVersie(String nummer) {
    return new Notitie(wie, namens, soort, visie, stap, gemeente, taak, nummer, tekst, reden);
  }

  public Notitie namens(String wieVoor) {
    return new Notitie(wie, wieVoor, soort, visie, stap, gemeente, taak, versie, tekst, reden);
  }

  public Notitie omdat(String waarom) {
    return new Notitie(wie, namens, soort, visie, stap, gemeente, taak, versie, tekst, waarom);
  }
}
