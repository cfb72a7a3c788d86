package nl.besluitroute.web;

import java.util.List;

/**
 * A region or a municipality with its bodies, templates {@code regio} and {@code gemeente}, model
 * attribute {@code pagina}.
 *
 * @param url of its forms
 * @param leden of a region; empty for a municipality
 * @param regios the regions of a municipality; empty for a region
 * @param soorten kinds of bodies that can be added
 * @param gemeenten that can join
 * @param vandaag first value of a date, as a date field holds it
 */
public record GebiedPagina(
    List<Link> kruimels,
    String url,
    String code,
    String naam,
    List<Lid> leden,
    List<Link> regios,
    List<OrgaanRij> organen,
    List<Keuze> soorten,
    List<Keuze> gemeenten,
    String vandaag,
    Invulling vul) {

  /** @param isTeEindigen whether it can still end, or end earlier */
  public record Lid(
      String id, Link gemeente, String van, String tot, Merk stand, boolean isTeEindigen) {}

  /**
   * @param contacten the way to its contacts, with their number
   * @param isEigen whether it can be renamed and ended here
   */
  public record OrgaanRij(
      String id, String naam, String soort, Link contacten, Merk stand, String tot, boolean isEigen) {}
}
