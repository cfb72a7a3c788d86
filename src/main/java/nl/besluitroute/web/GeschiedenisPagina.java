package nl.besluitroute.web;

import java.util.List;

/**
 * The journal of a vision by day, latest first, template {@code visie-geschiedenis}, model
 * attributes {@code visie} and {@code pagina}.
 *
 * @param keuzes what the list can be narrowed by
 */
public record GeschiedenisPagina(
    List<Zeef> keuzes, boolean isGefilterd, List<Dag> dagen, Link volgende) {

  /**
   * A select above the list.
   *
   * @param naam of its parameter
   * @param alle what stands for no choice
   * @param gekozen the value that was chosen, or null
   */
  public record Zeef(String naam, String label, String alle, List<Keuze> keuzes, String gekozen) {}

  public record Dag(String datum, List<Gebeurtenis> gebeurtenissen) {}

  /**
   * @param wie function, not person
   * @param namens for whom, or null
   * @param waarom the reason or source given, or null
   * @param waaromKop what kind of reason it is, as 'Reden'
   */
  public record Gebeurtenis(
      String tijd, String wat, String wie, String namens, String waaromKop, String waarom) {}
}
