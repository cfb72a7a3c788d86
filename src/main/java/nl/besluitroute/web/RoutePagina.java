package nl.besluitroute.web;

import java.util.List;

/**
 * A route on its own, without a vision: as it will look on the track, drawn and in words. Templates
 * {@code route} and {@code route-concept}, model attribute {@code pagina}.
 *
 * @param bovenkop whose it is
 * @param onderkop what it is about, or null
 * @param bpmn where the drawing is
 */
public record RoutePagina(
    List<Link> kruimels,
    String bovenkop,
    String titel,
    String onderkop,
    List<Feit> feiten,
    Schets schets,
    String bpmn) {

  /**
   * @param spoor as a vision's track before anything was done
   * @param keuzes the answers that leave the planned path, one sentence each
   */
  public record Schets(VisieKop.Route spoor, List<Rij> rijen, List<String> keuzes) {

    /** Whether a vision's track takes steps of another round together. */
    public boolean isLang() {
      return spoor.stappen().size() > Routekaart.MEESTE_STATIONS;
    }
  }

  /**
   * A step in words.
   *
   * @param kenmerk element id in the drawing
   * @param termijnen one each
   * @param bij what runs at the same time and what it overlaps with, or that it is not on the
   *     planned path, or null
   */
  public record Rij(
      String naam,
      String kenmerk,
      String soort,
      String doel,
      String overleg,
      String ronde,
      List<String> termijnen,
      String bij) {}

  /**
   * A version of a route, model attribute {@code versies}.
   *
   * @param naam as 'Versie 2', with a link unless it is the one that is shown
   * @param kenmerk the drawing's fingerprint in short, or null
   * @param door who brought it in, or null
   */
  public record Versie(
      Link naam, String sinds, String door, String kenmerk, String toelichting, String onderweg, String bpmn) {}

  /**
   * The form that takes a kept drawing into use, model attribute {@code vorm}.
   *
   * @param aandacht what a vision on it would meet, one sentence each
   * @param verschil what changes against the version before, one sentence each
   * @param toelichting as it was sent
   */
  public record Conceptvorm(
      String url, List<String> aandacht, List<String> verschil, String toelichting, String fout) {}

  /**
   * What this user may do with a route, model attribute {@code beheer}; null for who manages nothing.
   *
   * @param nieuw where a next version is brought in
   * @param intrekken where the form goes; null when there is nothing to withdraw
   */
  public record Beheer(Link nieuw, String intrekken, String reden, String fout) {}
}
