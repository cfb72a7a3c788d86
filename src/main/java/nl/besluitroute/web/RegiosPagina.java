package nl.besluitroute.web;

import java.util.List;

/** The regions, template {@code regios}, model attribute {@code pagina}. */
public record RegiosPagina(List<Link> kruimels, Zin antwoord, List<Rij> rijen, List<Keuze> gemeenten) {

  /** @param overleggen how many there are to choose, in words */
  public record Rij(Link regio, String code, String leden, String overleggen) {}
}
