/**
 * The vision: its text's title, participants, adoption rule, route and the steps that are generated
 * from the route's model. Declares the ports {@link nl.besluitroute.visie.Routes} and {@link
 * nl.besluitroute.visie.Routeloop}, which the engine adapter implements; knows no engine.
 */
@org.springframework.modulith.ApplicationModule(
    displayName = "Visie",
    allowedDependencies = {"regio", "kalender", "journaal", "toegang", "vergaderschema"})
package nl.besluitroute.visie;
