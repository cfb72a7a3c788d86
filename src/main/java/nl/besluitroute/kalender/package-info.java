/**
 * Time and dates: the one clock, dates as officials write them, feestdagen, working days and terms.
 * It hides the holiday library and the reading of written dates. It calls no other module; every
 * module may call it.
 */
@org.springframework.modulith.ApplicationModule(
    displayName = "Kalender",
    allowedDependencies = {})
package nl.besluitroute.kalender;
