/**
 * The journal: who did what, for whom, why and when. Append-only in code and in the database; it
 * outlives the engine's history. Hides its table.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Journaal", allowedDependencies = "kalender")
package nl.besluitroute.journaal;
