package nl.besluitroute.web;

import java.util.List;

/**
 * Third tab of a vision, template {@code visie-opmerkingen}, model attributes {@code visie} and
 * {@code pagina}. An answer is an ordinary form post to {@code antwoordUrl} with fields {@code
 * antwoord} (verwerkt, niet_overgenomen), {@code versie}, {@code pagina}, {@code motivatie}.
 *
 * @param versies the choices for 'verwerkt in versie'
 */
public record OpmerkingenPagina(Zin antwoord, List<Filter> filters, List<Rij> rijen, List<Keuze> versies) {

  /**
   * @param bij body and date as written
   * @param eigenaar null when nobody has it
   * @param antwoord the answer in words, or null while open
   * @param antwoordUrl where an answer is sent, or null when this user may not answer
   * @param invoer what was refused, to be mended, or null
   */
  public record Rij(
      String id,
      String tekst,
      String bij,
      String eigenaar,
      Merk stand,
      String antwoord,
      String antwoordUrl,
      Invoer invoer) {}

  /** A refused answer, shown again with the reason. */
  public record Invoer(String antwoord, String versie, String pagina, String motivatie, String fout) {}
}
