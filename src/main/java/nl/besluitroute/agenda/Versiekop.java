package nl.besluitroute.agenda;

import java.time.LocalDate;
import nl.besluitroute.stuk.Vingerafdruk;

/** The newest version by number; what is in it may not be for the reader, see the dossier. */
public record Versiekop(String nummer, LocalDate datum, Vingerafdruk kenmerk) {}
