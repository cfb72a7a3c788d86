package nl.besluitroute.web;

import java.util.List;

/**
 * One meeting, template {@code vergadering}.
 *
 * @param knoppen what can be done now, the first one stressed
 * @param kop above the items, in words
 * @param ontbreekt what is missing, and with whom
 * @param elders other meetings of this overleg of which conclusions are still to be recorded
 * @param mails ready to be copied
 */
public record VergaderingPagina(
    String url,
    List<Link> kruimels,
    String bovenkop,
    String titel,
    String onderkop,
    List<Link> knoppen,
    Zin antwoord,
    List<Feit> feiten,
    String kop,
    List<Rij> rijen,
    List<Ontbreekt> ontbreekt,
    List<Elders> elders,
    List<Conceptmail> mails,
    Link vorige,
    Link volgende) {

  /**
   * @param versie null while there is none
   * @param versieBij a second line on the version, or null
   * @param let what stands out on the version, or null
   * @param conclusie word for word, once recorded; else null
   * @param speling how much the item can move, or null
   * @param uitloop how much later than first planned, or null
   * @param opmerkingen as '2 van 5'; null without any
   * @param eigenaren who has how many of the open ones
   */
  public record Rij(
      int nr,
      String stap,
      Link onderwerp,
      String waar,
      String doel,
      String versie,
      String versieBij,
      Merk let,
      Merk stand,
      String conclusie,
      Merk speling,
      String uitloop,
      String opmerkingen,
      List<String> eigenaren,
      boolean eerste,
      boolean laatste) {}

  public record Ontbreekt(String kop, String uitleg, Link verder) {}

  public record Elders(Link vergadering, String uitleg) {}
}
