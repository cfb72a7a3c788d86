/**
 * Use cases of administration that are nobody else's: regions and their members, bodies and how they
 * are reached, and the state of the system itself. Asks {@link nl.besluitroute.toegang.Toegang} and
 * keeps the journal; the rows themselves are of {@code regio}. Declares the port {@link
 * nl.besluitroute.beheer.Motorbeheer}, which the engine adapter implements; knows no engine.
 */
@org.springframework.modulith.ApplicationModule(
    displayName = "Beheer",
    allowedDependencies = {"regio", "toegang", "journaal", "kalender", "visie", "agenda"})
package nl.besluitroute.beheer;
