/**
 * The plan of a route over the calendars of its bodies: earliest and latest date of each step,
 * speling, who sets the end, what cannot be and what would help, and what a change would do. Pure
 * computation on days in Europe/Amsterdam: no tables, no clock, no route model; who knows those
 * fills a {@link nl.besluitroute.planning.Planopgave}. It hides how it counts and searches.
 */
@org.springframework.modulith.ApplicationModule(
    displayName = "Planning",
    allowedDependencies = {"kalender"})
package nl.besluitroute.planning;
