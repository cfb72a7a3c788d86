package nl.besluitroute.web;

import java.util.List;

/**
 * The regions, template {@code regios}, model attribute {@code pagina}.
 *
 * @param gezocht a name that no municipality has, or null
 */
public record RegiosPagina(
    List<Link> kruimels, Zin antwoord, List<Rij> rijen, List<Keuze> gemeenten, String gezocht) {

  /** @param overleggen how many there are to choose, in words */
  public record Rij(Link regio, String code, String leden, String overleggen) {}
}
