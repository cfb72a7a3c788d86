package nl.besluitroute.proces.route;

/**
 * A fault in a drawn route.
 *
 * @param elementId id of the element; empty when the file as a whole is meant
 * @param naam the element's name; may be empty
 * @param zin a sentence that names the element and the mend
 */
public record Routefout(String elementId, String naam, String zin) {}
