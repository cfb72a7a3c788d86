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
   * @param waarom the reason given, or null
   */
  record Gebeurtenis(
      String tijd, String wat, String wie, String namens, String waarom, Bron bron) {}
}
