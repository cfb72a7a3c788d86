package nl.besluitroute.web;

import java.util.List;

/**
 * Second tab of a vision, template {@code visie-gemeenten}, model attributes {@code visie} and
 * {@code pagina}.
 *
 * @param kolommen headings between municipality and source; each row has as many cells
 */
record GemeentenPagina(String toelichting, List<String> kolommen, List<Rij> rijen) {

  /**
   * @param bij a quiet line under the name, or null
   * @param isEigen the user's own municipality
   * @param dictum the dictum as adopted when it deviates, or null
   * @param duiding the reading given to it, or null
   */
  record Rij(
      Link gemeente,
      String bij,
      List<Cel> cellen,
      Bron bron,
      boolean isEigen,
      String dictum,
      String duiding) {}

  /** A cell: a status or words, with a quiet line; all null is an empty cell. */
  record Cel(Merk merk, String tekst, String bij) {

    static Cel van(Merk merk, String bij) {
      return new Cel(merk, null, bij);
    }

    static Cel tekst(String tekst, String bij) {
      return new Cel(null, tekst, bij);
    }
  }
}
