package nl.besluitroute.web;

import java.util.List;

/**
 * First tab of a vision, template {@code visie}, model attributes {@code visie} and {@code pagina}.
 *
 * @param toelichting one line under the heading
 * @param ronden the rounds to choose from; empty when there is one
 * @param vertrouwelijk where something is marked as vertrouwelijk, or null when not by this user
 */
public record BehandelingPagina(
    String toelichting,
    List<Filter> ronden,
    List<Rij> rijen,
    List<Signaal> signalen,
    Link vertrouwelijk) {

  /**
   * A row, word for word.
   *
   * @param datum as written
   * @param conclusie null when nothing was concluded yet; blank when it was left blank on purpose
   * @param merk that what was concluded is vertrouwelijk or geheim, or null
   * @param eigen lines of the system itself, which do not belong to the text
   */
  public record Rij(
      String datum, String overleg, String doel, String conclusie, Merk merk, List<Link> eigen) {

    public boolean isLeeg() {
      return conclusie == null;
    }

    public boolean isBlanco() {
      return conclusie != null && conclusie.isBlank();
    }
  }

  /** Something worth knowing: a consequence stated, not an advice. */
  public record Signaal(Merk.Soort soort, String kop, String uitleg) {
    public String icoon() {
      return new Merk(soort, kop).icoon();
    }

    public String kleur() {
      return new Merk(soort, kop).kleur();
    }
  }
}
