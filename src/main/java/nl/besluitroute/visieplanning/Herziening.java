package nl.besluitroute.visieplanning;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import nl.besluitroute.planning.Melding;

/**
 * What a change of dates would do to a vision. Nothing of it is recorded.
 *
 * @param visie id
 * @param regels the steps that get another date, in the order of the route
 * @param einde the day on which the last body has decided, before and after; empty while a step has
 *     no date
 * @param meldingen what is to be said afterwards and not now, but for steps that move or run late:
 *     the lines say so
 */
public record Herziening(
    String visie,
    String titel,
    List<Regel> regels,
    Optional<LocalDate> eindeNu,
    Optional<LocalDate> einde,
    Optional<LocalDate> streefdatum,
    List<Melding> meldingen) {

  public Herziening {
    regels = List.copyOf(regels);
    meldingen = List.copyOf(meldingen);
  }

  /**
   * A step before and after.
   *
   * @param stap id
   * @param orgaan name of the body, where it has one
   * @param wordt empty when no date is possible
   * @param vergadering id of the meeting on that day, where the calendar has one
   * @param werkdagen how much later, negative when earlier; empty when it has no date before or after
   * @param plant whether this user plans the step: then it goes along
   */
  public record Regel(
      String stap,
      String naam,
      Optional<String> orgaan,
      Optional<LocalDate> was,
      Optional<LocalDate> wordt,
      Optional<UUID> vergadering,
      OptionalInt werkdagen,
      boolean plant) {}

  /** Whether the target holds afterwards; empty without a target. */
  public Optional<Boolean> streefdatumGehaald() {
    return streefdatum.map(doel -> einde.isPresent() && !einde.get().isAfter(doel));
  }
}
