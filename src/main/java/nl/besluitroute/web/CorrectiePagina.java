package nl.besluitroute.web;

import java.util.List;

/**
 * Page on which a besluit or a conclusion is corrected, template {@code visie-correctie}, model
 * attributes {@code visie} and {@code pagina}.
 *
 * @param uitleg what a correction is, in a sentence
 * @param nu what stands there, as one line
 * @param eerder what stood there before, the newest first
 * @param velden the form's fields; empty when this user corrects nothing here
 * @param waarom why not, or null
 */
public record CorrectiePagina(
    String url,
    String terug,
    String kop,
    String uitleg,
    String nu,
    List<Eerder> eerder,
    List<Veld> velden,
    String waarom,
    List<Invoerfout> fouten) {

  /** @param was what stood there; @param bij by whom and why it was corrected */
  public record Eerder(String was, String woorden, String bij) {}

  /**
   * @param soort tekst, datum, lang or keuze
   * @param keuzes for a select, else empty
   */
  public record Veld(String naam, String kop, String soort, boolean verplicht, List<Keuze> keuzes, String waarde) {}
}
