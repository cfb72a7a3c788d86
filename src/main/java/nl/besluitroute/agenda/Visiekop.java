package nl.besluitroute.agenda;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A vision as a row of a desk names it.
 *
 * @param regios codes of its regions, the leading one first
 * @param afgerond whether its route came to its end
 * @param opgeschortOp since when it is suspended; empty when it is not
 */
public record Visiekop(
    String id,
    String titel,
    List<String> regios,
    boolean afgerond,
    Optional<Instant> opgeschortOp) {}
