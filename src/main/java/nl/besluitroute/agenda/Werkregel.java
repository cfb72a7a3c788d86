package nl.besluitroute.agenda;

import java.time.Instant;
import java.util.Optional;
import nl.besluitroute.kalender.GeschrevenDatum;
import nl.besluitroute.visie.Doel;

/**
 * Open work with the names that a list shows beside it.
 *
 * @param visie title of the vision
 * @param opgeschortOp since when the vision is suspended; empty when it is not
 * @param stap name of the step
 * @param gepland the date of its meeting, as written
 * @param overleg who treats it: the body's name, of a municipality its kind; empty for work without
 *     a body
 * @param gemeente name of the municipality, for local work
 * @param nieuwste the newest version of the text
 * @param verzonden number of the version that lies before this body; empty before it was sent
 */
public record Werkregel(
    AgendaTaak taak,
    String visie,
    Optional<Instant> opgeschortOp,
    String stap,
    Doel doel,
    Optional<GeschrevenDatum> gepland,
    Optional<String> overleg,
    Optional<String> gemeente,
    Optional<Versiekop> nieuwste,
    Optional<String> verzonden) {

  /** Number of the version that this work is about. */
  public Optional<String> versie() {
    return verzonden.or(() -> nieuwste.map(Versiekop::nummer));
  }
}
