package nl.besluitroute.planning;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What would help against a {@link Melding}.
 *
 * @param stap id of the step that is to change; empty for the target
 * @param van first day that helps
 * @param tot last day that helps
 * @param werkdagen fewer working days, for {@link Soort#MINDER_WERKTIJD}; else 0
 */
public record Uitweg(
    Soort soort,
    Optional<String> stap,
    Optional<LocalDate> van,
    Optional<LocalDate> tot,
    int werkdagen,
    String zin) {

  public enum Soort {
    EERDER_PLANNEN,
    VERGADERING_ERBIJ,
    SCHRIFTELIJKE_RONDE,
    MINDER_WERKTIJD,
    NAZENDEN,
    LATER_PLANNEN,
    VENSTER_VERRUIMEN,
    STREEFDATUM_VERZETTEN
  }
}
