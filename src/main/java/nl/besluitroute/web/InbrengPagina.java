package nl.besluitroute.web;

import java.util.List;
import java.util.Map;

/**
 * The form for a vision that is already half-way, template {@code visie-inbrengen}, model attribute
 * {@code pagina}. Without a route it asks for region and route first.
 *
 * @param regios the regions to choose from, while there is no route
 * @param routes the routes of the chosen region, while there is no route
 * @param regio the chosen region, or null
 * @param vorm the form itself, or null
 */
public record InbrengPagina(
    List<Link> kruimels,
    List<Keuze> regios,
    List<Visiegegevens.Route> routes,
    Keuze regio,
    Vorm vorm) {

  /**
   * @param gegevens what every vision begins with
   * @param route name of the chosen route
   * @param versies the numbers of its lines
   * @param organen each municipality with its college and, where the raden decide, its raad
   * @param waarden what was filled in so far, by the name of the field
   */
  public record Vorm(
      Visiegegevens gegevens,
      String route,
      List<Integer> versies,
      List<Staprij> stappen,
      List<Orgaanrij> organen,
      List<Keuze> conclusies,
      Map<String, String> waarden) {

    /** What stands in a field; empty when nothing does. */
    public String w(String veld) {
      return waarden.getOrDefault(veld, "");
    }
  }

  /** A regional step. */
  public record Staprij(String element, String naam, String bij, boolean isOverleg) {}

  /** @param veld how its fields' names begin, as 'GM0308.raad' */
  public record Orgaanrij(String veld, String gemeente, String orgaan, List<Keuze> uitkomsten) {}
}
