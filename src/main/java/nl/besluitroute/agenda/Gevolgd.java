package nl.besluitroute.agenda;

import java.time.Instant;
import java.util.Optional;

/**
 * A vision on somebody's follow list.
 *
 * @param bekeken when he last looked, or began to follow
 * @param wijzigingen how much was noted since, of what he may see
 * @param laatste when something was last noted since then
 */
public record Gevolgd(
    String visie, Instant sinds, Instant bekeken, long wijzigingen, Optional<Instant> laatste) {}
