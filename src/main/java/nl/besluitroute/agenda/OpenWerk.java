package nl.besluitroute.agenda;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Open work that a council waits for.
 *
 * @param gemeente code of the municipality whose work it is; empty for the region's
 * @param groep with whom it is; see {@link AgendaTaak#groep()}
 * @param uiterlijk the last day on which it is in time
 */
public record OpenWerk(
    String taak,
    String naam,
    String stap,
    Optional<String> gemeente,
    String groep,
    Optional<LocalDate> uiterlijk,
    boolean teLaat) {}
