/**
 * When bodies meet: their meetings, reces, terms, school holidays and election dates; entered,
 * repeated, or read from an iCalendar or CSV file; and the calendar feeds that others subscribe to.
 * Hides its tables, the calendar libraries and the fetching of addresses. Tells whoever implements
 * {@link nl.besluitroute.vergaderschema.BijVergaderdatum} what changed, in the same transaction;
 * knows no visions.
 */
@org.springframework.modulith.ApplicationModule(
    displayName = "Vergaderschema",
    allowedDependencies = {"kalender", "regio", "toegang", "journaal"})
package nl.besluitroute.vergaderschema;
