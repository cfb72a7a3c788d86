/**
 * Who was consulted, when, what came of it and what was done with it. Organisations and groups, no
 * private persons (AVG).
 */
@org.springframework.modulith.ApplicationModule(
    displayName = "Participatie",
    allowedDependencies = {"visie", "kalender", "journaal", "toegang"})
package nl.besluitroute.participatie;
