package nl.besluitroute.web;

import java.util.List;

/**
 * The form for a new vision, template {@code visie-nieuw}, model attribute {@code pagina}. Without a
 * region it asks for the region first.
 *
 * @param regios the regions to choose from
 * @param vorm the form itself, or null while the region is still to be chosen
 */
record NieuweVisiePagina(
    List<Link> kruimels, List<Invoerfout> fouten, List<Keuze> regios, Vorm vorm) {

  /**
   * @param regio code of the region that leads
   * @param tweede code of a second region on the same text, or empty
   * @param regionamen as 'Eemland en Gooi en Vechtstreek'
   * @param andereRegio where another region is chosen, or null when there is only one
   */
  record Vorm(
      String regio,
      String tweede,
      String regionamen,
      String andereRegio,
      Invoer invoer,
      List<Keuze> gemeenten,
      List<Keuze> regels,
      List<Route> routes) {}

  /**
   * A route to choose.
   *
   * @param bij who decides, in a sentence
   * @param isCollege whether the colleges decide
   */
  record Route(String waarde, String tekst, String bij, boolean isCollege) {}

  /** What was filled in so far; texts as they were sent. */
  record Invoer(
      String titel,
      String kenmerk,
      String besluit,
      String van,
      String tot,
      List<String> deelnemers,
      String regel,
      String route) {}

  /** The refusal of a field, or null. */
  public String fout(String id) {
    return fouten.stream()
        .filter(fout -> id.equals(fout.id()))
        .map(Invoerfout::zin)
        .findFirst()
        .orElse(null);
  }

  /** For {@code aria-describedby}: the refusal and the hint of a field. */
  public String bij(String id) {
    return fout(id) == null ? "uitleg-" + id : "fout-" + id + " uitleg-" + id;
  }
}
