package nl.besluitroute.agenda;

import java.util.Optional;
import nl.besluitroute.kalender.GeschrevenDatum;

/** A regional step under way. */
public record Onderweg(String naam, Optional<GeschrevenDatum> gepland) {}
