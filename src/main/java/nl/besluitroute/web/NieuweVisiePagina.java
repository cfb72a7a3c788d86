package nl.besluitroute.web;

import java.util.List;

/**
 * The form for a new vision, template {@code visie-nieuw}, model attribute {@code pagina}. Without a
 * region it asks for the region first.
 *
 * @param regios the regions to choose from
 * @param vorm the form itself, or null while the region is still to be chosen
 */
public record NieuweVisiePagina(List<Link> kruimels, List<Keuze> regios, Visiegegevens vorm) {}
