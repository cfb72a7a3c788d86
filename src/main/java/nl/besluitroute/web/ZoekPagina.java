package nl.besluitroute.web;

import java.util.List;

/**
 * What a search found, template {@code zoeken}, model attribute {@code pagina}.
 *
 * @param vraag as it was asked
 * @param groep name of the one group that is shown, or null when all are
 * @param leeg what stands in the place of results, or null
 * @param terug to all groups, or null
 */
public record ZoekPagina(String vraag, String groep, List<Groep> groepen, Leeg leeg, Link terug) {

  /** @param meer where the rest of this group is, or null */
  public record Groep(String code, String naam, List<Treffer> treffers, Link meer) {}

  /**
   * @param bij where and when, a quiet line
   * @param stukken the text around the words, with the words marked; may be empty
   */
  public record Treffer(Link link, String bij, List<Stuk> stukken) {}

  public record Stuk(String tekst, boolean isTreffer) {}
}
