package nl.besluitroute.web;

import java.util.List;

/**
 * Second tab of a vision, template {@code visie-gemeenten}, model attributes {@code visie} and
 * {@code pagina}.
 *
 * @param kolommen headings between municipality and source; each row has as many cells
 * @param samen where this user records the besluiten of many municipalities at once
 * @param deelname the forms for who joins and who leaves; empty when this user changes neither
 */
public record GemeentenPagina(
    String toelichting,
    List<String> kolommen,
    List<Rij> rijen,
    List<Link> samen,
    List<Deelnamevorm> deelname) {

  /** Whether this user has work in any row. */
  public boolean isMetTaken() {
    return rijen.stream().anyMatch(rij -> !rij.taken().isEmpty());
  }

  /** Whether words stand below the matrix. */
  public boolean heeftToelichting() {
    return rijen.stream().anyMatch(Rij::isUitgebreid);
  }

  /**
   * The form for a municipality that joins or leaves, a form post with fields {@code gemeente} and
   * {@code reden}.
   *
   * @param id unique on the page
   * @param kop as 'Gemeente toegetreden'
   * @param gevolg what happens, in a sentence
   * @param gemeenten those that can be chosen
   * @param fout why it was refused, or null
   */
  public record Deelnamevorm(
      String id,
      String url,
      String kop,
      String gevolg,
      List<Keuze> gemeenten,
      String gemeente,
      String reden,
      String fout) {}

  /**
   * @param code of the municipality
   * @param bij a quiet line under the name, or null
   * @param taken open work here that this user may record
   * @param bron what the besluit that counts rests on, or null
   * @param bronTekst the source as it was given when it is no web address, or null
   * @param isEigen the user's own municipality
   * @param merk that the words are vertrouwelijk or geheim, or null
   * @param dictum the dictum as adopted when it deviates, or null
   * @param amendement the amendement word for word, or null
   * @param duiding the reading given to it, or null
   * @param bevestigen what this user may confirm: words and where the form goes
   * @param corrigeren what was recorded here that this user may put right, or see how it was
   * @param duiden the form for a reading, or null when this user gives none here
   */
  public record Rij(
      String code,
      String gemeente,
      String bij,
      List<Link> taken,
      List<Cel> cellen,
      Bron bron,
      String bronTekst,
      boolean isEigen,
      Merk merk,
      String dictum,
      String amendement,
      String duiding,
      List<Link> bevestigen,
      List<Link> corrigeren,
      Duidvorm duiden) {

    /** Whether more than fits in the row stands below the matrix. */
    public boolean isUitgebreid() {
      return bronTekst != null
          || merk != null
          || dictum != null
          || amendement != null
          || duiding != null
          || !bevestigen.isEmpty()
          || !corrigeren.isEmpty()
          || duiden != null;
    }
  }

  /**
   * The form for a reading, a form post with fields {@code klasse}, {@code eensluidend} (ja, nee) and
   * {@code reden}.
   *
   * @param id unique on the page
   * @param fout why it was refused, or null
   */
  public record Duidvorm(
      String id,
      String url,
      List<Keuze> klassen,
      String klasse,
      String eensluidend,
      String reden,
      String fout) {}

  /** A cell: a status or words, with a quiet line; all null is an empty cell. */
  public record Cel(Merk merk, String tekst, String bij) {

    static Cel van(Merk merk, String bij) {
      return new Cel(merk, null, bij);
    }

    static Cel tekst(String tekst, String bij) {
      return new Cel(null, tekst, bij);
    }
  }
}
