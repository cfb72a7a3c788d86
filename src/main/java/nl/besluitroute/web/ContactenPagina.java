package nl.besluitroute.web;

import java.util.List;

/**
 * How bodies are reached: template {@code contacten} for those of a place, {@code contact} for one
 * body; model attribute {@code pagina}.
 *
 * @param bovenkop the place, or null
 * @param organen one on the page of one body
 * @param isEigen whether these are the user's own bodies, and not those of a place
 */
public record ContactenPagina(
    List<Link> kruimels, String bovenkop, String titel, boolean isEigen, List<OrgaanContacten> organen, Link verder, Invulling vul) {

  /** @param magWijzigen whether this user keeps them */
  public record OrgaanContacten(
      String id, String naam, String bij, Link link, boolean magWijzigen, List<Rij> contacten) {}

  public record Rij(String id, String functie, String mail, String telefoon, String notitie) {}
}
