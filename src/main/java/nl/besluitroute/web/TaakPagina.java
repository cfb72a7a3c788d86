package nl.besluitroute.web;

import java.util.List;

/**
 * A task and its form, template {@code taak}, model attribute {@code pagina}. The browser gets the
 * form from {@code formulierUrl} and sends what was filled in to {@code url}; the shapes are {@link
 * TaakFormulier}, {@link TaakInvoer} and {@link TaakAntwoord}.
 *
 * @param opgeschort why nothing can be recorded, or null
 * @param melding what to know before filling in, or null
 * @param gemist what can be done about stukken that are late, or null
 * @param aanhouden where to see what holding it over would do, or null
 * @param knop what the one button does, in words
 * @param gevolgen what happens on saving, one line each
 */
public record TaakPagina(
    String url,
    String formulierUrl,
    List<Link> kruimels,
    String bovenkop,
    String titel,
    String onderkop,
    Opgeschort opgeschort,
    String melding,
    Gemist gemist,
    List<Feit> feiten,
    List<String> gevolgen,
    Link aanhouden,
    String knop,
    Link terug) {

  /**
   * @param zin since when the vision is suspended, and why
   * @param wie who resumes it, in a sentence
   * @param hervat where this user resumes it, or null
   */
  public record Opgeschort(String zin, String wie, Link hervat) {}

  /**
   * Stukken that were not sent in time.
   *
   * @param zin what is the matter
   * @param isNazenden whether they can still come for this meeting
   * @param latere the next meeting for which they can be in time, as in a sentence, or null
   */
  public record Gemist(String zin, boolean isNazenden, String latere, Invulling vul) {}
}
