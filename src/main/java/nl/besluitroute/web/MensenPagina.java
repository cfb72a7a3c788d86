package nl.besluitroute.web;

import java.util.List;

/**
 * The accounts, template {@code mensen}, model attribute {@code pagina}.
 *
 * @param zoek what was looked for, or empty
 * @param volgende where the next rows are, or null on the last page
 */
public record MensenPagina(
    List<Link> kruimels, Zin antwoord, List<Filter> filters, String toon, String zoek, List<Rij> rijen, Link volgende) {

  /** @param rollen those in force, in words */
  public record Rij(Link account, String naam, List<String> rollen, Merk stand) {}
}
