package nl.besluitroute.web;

import java.util.List;

/**
 * The list of routes, template {@code routes}, model attribute {@code pagina}.
 *
 * @param nieuw where a route is brought in, or null for who brings in none
 */
public record RoutesPagina(Link nieuw, Zin antwoord, List<Rij> rijen, List<Link> beginpunten) {

  /**
   * @param van whose it is
   * @param merk whether a vision may start on it
   * @param bpmn the drawing of its newest version
   */
  public record Rij(Link route, String kenmerk, String van, Merk merk, String versie, String sinds, String onderweg, String bpmn) {}

  /** The form that brings in a drawing, template {@code route-nieuw}, model attribute {@code vorm}. */
  public record Vorm(
      List<Link> kruimels,
      List<Keuze> regios,
      String regio,
      String bestandsnaam,
      List<Invoerfout> fouten,
      List<Link> beginpunten) {}
}
