package nl.besluitroute.web;

import java.util.List;

/**
 * The journal of a vision by day, latest first, template {@code visie-geschiedenis}, model
 * attributes {@code visie} and {@code pagina}.
 */
record GeschiedenisPagina(List<Dag> dagen, Link volgende) {

  record Dag(String datum, List<Gebeurtenis> gebeurtenissen) {}

  /**
   * @param wie function, not person
   * @param namens for whom, or null
   * @param waarom the reason or source given, or null
   * @param waaromKop what kind of reason it is, as 'Reden'
   */
  record Gebeurtenis(
      String tijd, String wat, String wie, String namens, String waaromKop, String waarom) {}
}
