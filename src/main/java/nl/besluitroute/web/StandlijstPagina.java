package nl.besluitroute.web;

import java.util.List;

/**
 * The visions of a manager's regions, template {@code stand}, model attribute {@code pagina}.
 *
 * @param volgende where the next rows are, or null on the last page
 */
public record StandlijstPagina(
    String onderkop,
    List<RegiostukkenPagina.Keuzelink> keuzes,
    String kop,
    List<Rij> rijen,
    Leeg leeg,
    Link volgende) {

  /**
   * @param telling as '3 van 7 vastgesteld'
   * @param opgeschort that it is suspended, or null
   * @param teDoen as 'nog 2 te besluiten, 1 zonder datum', or null
   * @param laatste the last planned decision date, or null
   * @param bepaalt whose date that is, or null
   * @param termijn late, or null
   * @param nu where it is on its route
   */
  public record Rij(
      Link visie,
      String regio,
      Merk stand,
      String telling,
      Merk opgeschort,
      String teDoen,
      String laatste,
      String bepaalt,
      Merk termijn,
      String nu,
      String versie) {}
}
