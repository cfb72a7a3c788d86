package nl.besluitroute.web;

import java.util.List;
import java.util.Map;

/**
 * What a change of dates would do, page {@code herplanning}.
 *
 * @param vraag the form by which another change is looked at, or null
 * @param zin what it would do, in a sentence; null before anything was asked
 * @param vorm the form that does it, or null when there is nothing to do
 */
public record HerplanningPagina(
    List<Link> kruimels,
    String bovenkop,
    String titel,
    Vraag vraag,
    Zin zin,
    List<Visie> visies,
    Vorm vorm) {

  /** @param stap id of the chosen step, or null */
  public record Vraag(String url, List<Keuze> stappen, String stap, String vanaf, String fout) {}

  /** @param meldingen what is to be said afterwards */
  public record Visie(
      Link titel, List<Feit> feiten, List<Rij> rijen, List<Planvak.Meldingregel> meldingen) {}

  /**
   * @param bij the body, where the step's name does not say it, or null
   * @param nu as it is planned now, or null
   * @param wordt null when no date is possible
   * @param verschuiving in words, or null
   */
  public record Rij(String stap, String bij, String nu, String wordt, String verschuiving, Merk merk) {}

  /** @param verborgen fields that go along */
  public record Vorm(
      String url, Map<String, String> verborgen, String knop, String reden, String fout, Link terug) {}
}
