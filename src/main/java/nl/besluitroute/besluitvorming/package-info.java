/**
 * What bodies concluded and decided: treatments with opmerkingen and voorbehouden, besluiten with
 * their dictum and version, duiding, and the stand that follows from them by the adoption rule. The
 * rules are named policies that return their reasons; the stand is never set by hand.
 */
@org.springframework.modulith.ApplicationModule(
    displayName = "Besluitvorming",
    allowedDependencies = {"visie", "stuk", "regio", "kalender", "journaal", "toegang"})
package nl.besluitroute.besluitvorming;
