package nl.besluitroute.signalering;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A signal in words, as its reader may see it.
 *
 * @param gedaan whether it tells of work that is done, or gone
 * @param kop what, and by when
 * @param zin for which meeting, what changed and why; may be empty
 * @param visie title of the vision; empty where that is not to be named
 * @param pad where to go on, from the root of the site
 */
public record Melding(
    UUID id,
    Signaalsoort soort,
    boolean dringend,
    Instant gemaaktOp,
    boolean gelezen,
    boolean gedaan,
    String kop,
    String zin,
    Optional<String> visie,
    String pad) {}
