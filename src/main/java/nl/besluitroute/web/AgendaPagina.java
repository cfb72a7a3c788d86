package nl.besluitroute.web;

import java.util.List;

/**
 * The work list, template {@code agenda}, model attribute {@code pagina}.
 *
 * @param bovenkop whose agenda and which day it is
 * @param antwoord the answer first: how many tasks, how many late
 * @param kop the heading above the rows, with the chosen filter in words
 * @param rijen sorted by due date, earliest first
 * @param leeg what stands there without rows
 * @param volgende where the next rows are, or null on the last page
 */
record AgendaPagina(
    String bovenkop,
    Zin antwoord,
    List<Filter> filters,
    String kop,
    List<Rij> rijen,
    Leeg leeg,
    Link volgende) {

  /**
   * @param onderwerp the vision
   * @param taak what is to be done, and its page
   * @param overleg the body, with the date of its meeting as written in {@code vergadering}
   * @param gemeente the municipality, or null for the region
   * @param uiterlijk the due date in words, as 'do 26 augustus', or null when there is none
   * @param dagen what is left of the term, in words
   */
  record Rij(
      Link taak,
      Link onderwerp,
      String overleg,
      String gemeente,
      String vergadering,
      String doel,
      String uiterlijk,
      Merk dagen,
      String versie,
      String kenmerk) {}
}
