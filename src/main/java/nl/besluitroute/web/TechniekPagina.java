package nl.besluitroute.web;

import java.util.List;

/** The technical page, template {@code techniek}, model attribute {@code pagina}. */
public record TechniekPagina(
    List<Link> kruimels,
    Zin antwoord,
    Merk stand,
    List<Feit> feiten,
    List<Storing> storingen,
    String meer,
    List<Bericht> berichten) {

  /**
   * A mail that did not go out.
   *
   * @param stand whether it is tried again
   * @param url where the form 'opnieuw versturen' goes
   */
  public record Bericht(String aan, String wat, Merk stand, String melding, String sinds, String url) {}

  /** @param url where the form 'opnieuw proberen' goes */
  public record Storing(
      String werk, Link visie, String stap, String gemeente, String melding, String sinds, String url) {}
}
