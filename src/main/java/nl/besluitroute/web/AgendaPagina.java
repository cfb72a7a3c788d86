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
 * @param fout why what was asked was refused, or null
 */
public record AgendaPagina(
    String bovenkop,
    Zin antwoord,
    List<Filter> filters,
    String kop,
    List<Rij> rijen,
    Leeg leeg,
    Link volgende,
    String fout,
    Keuzes keuzes) {

  /**
   * What the list is narrowed to, and what it can be narrowed to.
   *
   * @param toon code of the chosen chip
   * @param regios empty for who has work in one region only
   * @param collegas to whom work can be given
   * @param isBekend whether this choice is saved already, or is no choice
   */
  public record Keuzes(
      String toon,
      String regio,
      String visie,
      String groep,
      List<Keuze> regios,
      List<Keuze> visies,
      List<Keuze> overleggen,
      List<Keuze> collegas,
      boolean isBekend,
      List<Bewaard> bewaard) {}

  public record Bewaard(String naam, String url, boolean isGekozen) {}

  /**
   * @param id of the task
   * @param toegewezen who does it, or null
   * @param opvolgen the day to come back to it, or null
   * @param onderwerp the vision
   * @param taak what is to be done, and its page
   * @param overleg the body, with the date of its meeting as written in {@code vergadering}
   * @param gemeente the municipality, or null for the region
   * @param uiterlijk the due date in words, as 'do 26 augustus', or null when there is none
   * @param dagen what is left of the term, in words, or that the vision is suspended
   */
  public record Rij(
      String id,
      boolean isAangevinkt,
      String toegewezen,
      String opvolgen,
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
