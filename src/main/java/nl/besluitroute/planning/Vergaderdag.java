package nl.besluitroute.planning;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A day on which a body meets.
 *
 * @param id of the meeting, where it has one
 * @param inReces only warns: a meeting in reces is unusual, not impossible
 */
public record Vergaderdag(LocalDate dag, Optional<String> id, boolean inReces) {

  public static Vergaderdag op(LocalDate dag) {
    return new Vergaderdag(dag, Optional.empty(), false);
  }
}
