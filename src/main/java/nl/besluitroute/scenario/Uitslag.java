package nl.besluitroute.scenario;

import java.util.List;
import java.util.Optional;

/**
 * What a replay gave.
 *
 * @param tussentijds the Behandeling as Markdown at each moment at which one was expected
 * @param verslag the Behandeling, planning and stand as Markdown at the end
 * @param toetsen one per part of each expectation
 * @param afgebroken the Dutch sentence with which an event was refused; the replay ended there
 */
public record Uitslag(
    String naam,
    List<String> tussentijds,
    String verslag,
    List<Toets> toetsen,
    Optional<String> afgebroken) {

  /** Whether every expectation was met and every event was accepted. */
  public boolean gehaald() {
    return afgebroken.isEmpty() && toetsen.stream().allMatch(Toets::gehaald);
  }

  /**
   * One part of an expectation.
   *
   * @param regel line in the file
   * @param verschil what was expected and what was found, when it was not met
   */
  public record Toets(int regel, String op, String wat, boolean gehaald, String verschil) {}
}
