package nl.besluitroute.agenda;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A vision of a region as its manager sees it in a list.
 *
 * @param stand empty while nobody decided
 * @param teLaat pieces of work that are late now
 * @param teBesluiten participating municipalities whose deciding body has not decided
 * @param zonderDatum how many of those have no planned date, so that no end can be named
 * @param laatste the last planned date of those that have one: the decision cannot be complete
 *     earlier by this planning
 * @param bepaalt code of the one municipality whose date that is; empty when several share it or a
 *     municipality has no date
 * @param nu the regional steps under way
 * @param gewijzigd when something was last noted about it
 */
public record Visierij(
    Visiekop visie,
    Optional<Standkop> stand,
    long teLaat,
    int teBesluiten,
    int zonderDatum,
    Optional<LocalDate> laatste,
    Optional<String> bepaalt,
    List<Onderweg> nu,
    Optional<Versiekop> versie,
    Instant gewijzigd) {}
