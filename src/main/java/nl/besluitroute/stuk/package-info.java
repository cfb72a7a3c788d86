/**
 * Versions of a text. A version is a manifest of its common parts, each with its SHA-256, and one
 * over all; nothing recorded is ever changed. Hides how parts are kept.
 */
@org.springframework.modulith.ApplicationModule(
    displayName = "Stuk",
    allowedDependencies = {"journaal", "kalender"})
package nl.besluitroute.stuk;
