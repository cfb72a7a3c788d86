package nl.besluitroute.agenda;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What reaches a council: a row of 'Regiostukken mijn raad'. The raad's date as written stands in
 * {@code stuk.raad()}.
 *
 * @param nu the regional steps under way
 * @param aanleveren the last day on which the papers for the raad are in time; empty without a date,
 *     or when the raad is not asked to decide or has decided
 * @param ontbreekt the open work that this council waits for, what falls due first on top: the
 *     municipality's own, else the region's; {@link OpenWerk#groep()} says with whom
 * @param versie the newest version
 * @param elders the stand over all municipalities; empty while nobody decided
 * @param gemeenten how many municipalities count for it
 * @param gewijzigd when something was last noted about the vision
 */
public record Regiostuk(
    Gemeentestuk stuk,
    Visiekop visie,
    List<Onderweg> nu,
    Optional<LocalDate> aanleveren,
    List<OpenWerk> ontbreekt,
    Optional<Versiekop> versie,
    Optional<Standkop> elders,
    int gemeenten,
    Instant gewijzigd) {}
