package nl.besluitroute.web;

import java.util.List;

/**
 * The list of visions, template {@code visies}, model attribute {@code pagina}.
 *
 * @param nieuw where a vision is started, or null when this user starts none
 * @param volgende where the next rows are, or null on the last page
 */
public record VisiesPagina(
    String bovenkop, Link nieuw, Zin antwoord, List<Filter> filters, List<Rij> rijen, Link volgende) {

  /**
   * @param stand the stand in a word
   * @param telling as '3 van 7 vastgesteld'
   * @param nu where it is on its route
   * @param wanneer the date with it, as written, or null
   * @param opgeschort that it is suspended, or null
   * @param termijn late or at risk, or null
   */
  public record Rij(
      Link visie,
      String regio,
      Merk stand,
      String telling,
      String nu,
      String wanneer,
      Merk opgeschort,
      Merk termijn,
      String versie,
      String looptijd) {}
}
