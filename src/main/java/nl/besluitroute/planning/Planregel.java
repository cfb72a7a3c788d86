package nl.besluitroute.planning;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import nl.besluitroute.kalender.GeschrevenDatum;

/**
 * The plan of one step. A date that cannot be is empty, and a melding says why.
 *
 * @param stap id
 * @param vroegst earliest day of treatment; for a fixed or actual date that date
 * @param gepland the day that the plan gives it: actual, else fixed, else the first possible one that
 *     is not before the date as planned
 * @param vergadering id of the meeting on that day, where it has one
 * @param uiterlijk last day of treatment with which target and fixed dates can still be met; empty
 *     for what is treated, and when there is none or no end to count from
 * @param werkelijk actual day
 * @param oorspronkelijk as first planned
 * @param aanleveren last day on which the stukken are delivered for {@code gepland}
 * @param uiterlijkAanleveren last day on which they can be delivered for {@code uiterlijk}, and for
 *     the steps that overlap with it
 * @param spelingVergaderingen meetings that {@code gepland} can move before target or end moves;
 *     negative when it is too late already; empty for work and where {@code uiterlijk} is
 * @param spelingWerkdagen the same in working days
 * @param uitloop working days later than first planned, negative when earlier; 0 within the period
 *     that was written
 * @param bepalend whether it sets the end of the plan
 */
public record Planregel(
    String stap,
    String naam,
    Optional<String> orgaan,
    Optional<String> gemeente,
    Optional<LocalDate> vroegst,
    Optional<LocalDate> gepland,
    Optional<String> vergadering,
    Optional<LocalDate> uiterlijk,
    Optional<LocalDate> werkelijk,
    Optional<GeschrevenDatum> oorspronkelijk,
    Optional<LocalDate> aanleveren,
    Optional<LocalDate> uiterlijkAanleveren,
    OptionalInt spelingVergaderingen,
    OptionalInt spelingWerkdagen,
    OptionalInt uitloop,
    boolean vast,
    boolean bepalend,
    List<Melding> meldingen) {

  public Planregel {
    meldingen = List.copyOf(meldingen);
  }

  /** What the sentences of its meldingen call it. */
  public String omschrijving() {
    return Planstap.omschrijving(naam, orgaan);
  }
}
