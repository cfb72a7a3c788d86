package nl.besluitroute.visie;

/**
 * What is wrong with a drawn route.
 *
 * @param elementId id of the element; empty when the file as a whole is meant
 * @param naam the element's name; may be empty
 * @param zin a sentence that names the element and the mend
 */
public record Routebevinding(String elementId, String naam, String zin) {}
