package nl.besluitroute.web;

import java.util.List;
import java.util.Map;

/**
 * The fields that every vision begins with, fragment {@code visievorm :: gegevens}.
 *
 * @param regio code of the region that leads
 * @param tweede code of a second region on the same text, or empty
 * @param regionamen as 'Eemland en Gooi en Vechtstreek'
 * @param andereRegio where another region is chosen, or null when there is only one
 */
public record Visiegegevens(
    String regio,
    String tweede,
    String regionamen,
    String andereRegio,
    Invoer invoer,
    List<Keuze> gemeenten,
    List<Keuze> regels,
    List<Route> routes,
    List<Invoerfout> fouten) {

  /**
   * A route to choose.
   *
   * @param bij who decides, in a sentence
   * @param isCollege whether the colleges decide
   */
  public record Route(String waarde, String tekst, String bij, boolean isCollege) {}

  /** What was filled in so far; texts as they were sent. */
  public record Invoer(
      String titel,
      String kenmerk,
      String besluit,
      String van,
      String tot,
      List<String> deelnemers,
      String regel,
      String route) {

    /** As the form sends it. */
    static Invoer van(Map<String, List<String>> in) {
      return new Invoer(
          een(in, "titel"),
          een(in, "kenmerk"),
          een(in, "besluit"),
          een(in, "van"),
          een(in, "tot"),
          in.getOrDefault("deelnemers", List.of()),
          een(in, "regel"),
          een(in, "route"));
    }

    private static String een(Map<String, List<String>> in, String veld) {
      return in.getOrDefault(veld, List.of("")).get(0).strip();
    }
  }

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
