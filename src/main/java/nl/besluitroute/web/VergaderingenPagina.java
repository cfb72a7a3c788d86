package nl.besluitroute.web;

import java.util.List;

/**
 * The meetings of who is signed in, template {@code vergaderingen}.
 *
 * @param antwoord the answer first
 * @param filters by region; empty when there is one
 * @param delen the meetings by what they ask, without the empty ones
 * @param zonderDag items of which the day is not known
 * @param leeg what stands there without meetings, or null
 */
public record VergaderingenPagina(
    String bovenkop, Zin antwoord, List<Filter> filters, List<Deel> delen, List<Los> zonderDag, Leeg leeg) {

  public record Deel(String id, String kop, String uitleg, List<Rij> rijen) {}

  /**
   * @param waar the region, where there are more; else null
   * @param wanneer as 'over 3 werkdagen'
   * @param punten titles of the visions
   * @param verzenden as 'do 26 november', or null once it was held
   * @param stand what is to be done
   */
  public record Rij(
      Link overleg, String waar, String dag, String wanneer, List<String> punten, String verzenden, Merk rest, Merk stand) {}

  /** @param datum as written, or null */
  public record Los(Link visie, String overleg, String waar, String datum, String doel, Link planning) {}
}
