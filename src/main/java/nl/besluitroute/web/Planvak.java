package nl.besluitroute.web;

import java.util.List;
import nl.besluitroute.planning.Melding;
import nl.besluitroute.planning.Uitweg;

/**
 * The plan of a vision on its Planning, fragment {@code plan :: vak}.
 *
 * @param zin the plan in a sentence or two
 * @param meldingen what stands in its way, and then what is to know
 * @param rijen the steps that are still to come, municipalities by their date
 * @param zonderSchema that bodies have no calendar yet, in a sentence, or null
 * @param overname what accepting the plan changes, or null when there is nothing to accept
 * @param laat who is late with what
 * @param stelDat to what a change would do
 * @param streefdatum the form for the target, or null when this user sets none
 */
public record Planvak(
    String zin,
    List<Feit> feiten,
    List<Meldingregel> meldingen,
    Tijdlijn tijdlijn,
    String doel,
    List<Rij> rijen,
    String zonderSchema,
    List<Laatregel> laat,
    Overname overname,
    Streefvorm streefdatum,
    Link stelDat) {

  /**
   * @param uitwegen what would help, each by itself
   * @param stappen sentences of the steps for which {@code zin} holds, when there are many; else empty
   */
  public record Meldingregel(Merk merk, String zin, List<String> uitwegen, List<String> stappen) {

    static Meldingregel samen(String zin, List<Melding> meldingen) {
      return new Meldingregel(
          Merk.let("let op"), zin, List.of(), meldingen.stream().map(Melding::zin).toList());
    }

    /** As {@link #samen}; what helps all of them stands with it, what helps one with that one. */
    static Meldingregel knelpunt(String zin, List<Melding> meldingen) {
      List<String> alle =
          uitwegen(meldingen.get(0)).stream()
              .filter(u -> meldingen.stream().allMatch(m -> uitwegen(m).contains(u)))
              .toList();
      return new Meldingregel(
          Merk.laat("knelpunt"),
          zin,
          alle,
          meldingen.stream()
              .map(
                  m -> {
                    List<String> eigen = uitwegen(m).stream().filter(u -> !alle.contains(u)).toList();
                    return m.zin() + (eigen.isEmpty() ? "" : " Wat helpt: " + String.join(" Of: ", eigen));
                  })
              .toList());
    }

    static Meldingregel van(Melding m) {
      return new Meldingregel(
          m.isKnelpunt() ? Merk.laat("knelpunt") : Merk.let("let op"), m.zin(), uitwegen(m), List.of());
    }

    private static List<String> uitwegen(Melding m) {
      return m.uitwegen().stream().map(Uitweg::zin).toList();
    }
  }

  /**
   * @param bij the body's name where the step's does not say it, what it overlaps with, its parafering;
   *     or null
   * @param uiterlijk the last meeting that is in time, or null
   * @param aanleveren last day of delivery, or null
   * @param speling in words, or null
   * @param uitloop in words, or null
   */
  public record Rij(
      String stap,
      String bij,
      Tijdlijn.Spoor spoor,
      String gepland,
      String uiterlijk,
      String aanleveren,
      Merk speling,
      String uitloop,
      boolean isBepalend) {}

  /** @param regels as 'Directie-overleg: van 02-09-21 naar 16-09-21' */
  public record Overname(String url, String kenmerk, List<String> regels, String reden) {}

  public record Streefvorm(String url, String dag) {}
}
