package nl.besluitroute.web;

import java.util.List;

/**
 * The visions of a region over a year, page {@code jaar}.
 *
 * @param regios to choose from; empty when there is one
 * @param reces periods in which the reader's raad does not meet, as lines in the drawing
 * @param recesZin the same in words, or null
 * @param leeg what to say when there is nothing; else null
 */
public record JaarPagina(
    String kop,
    Zin zin,
    List<Keuze> regios,
    String regio,
    int jaar,
    Link vorig,
    Link volgend,
    Tijdlijn tijdlijn,
    List<Tijdlijn.Lijn> reces,
    String recesZin,
    List<Rij> rijen,
    List<Maand> maanden,
    Leeg leeg) {

  public record Rij(Link visie, Tijdlijn.Spoor spoor, String eigen) {}

  /** The same by month, as a list. */
  public record Maand(String naam, List<Punt> punten) {}

  /** @param merk null for what is planned */
  public record Punt(String datum, Link visie, String stap, Merk merk) {}
}
