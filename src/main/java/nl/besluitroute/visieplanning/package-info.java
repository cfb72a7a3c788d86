/**
 * The plan of a vision: its steps over the calendars of its bodies, what to move, and what follows
 * when a meeting moves or is cancelled. Fills the opgave of module planning from the route, the steps
 * and the calendars, and writes what is accepted to the steps; it computes no plan itself.
 */
@org.springframework.modulith.ApplicationModule(
    displayName = "Visieplanning",
    allowedDependencies = {
      "planning", "vergaderschema", "visie", "besluitvorming", "regio", "kalender", "journaal", "toegang"
    })
package nl.besluitroute.visieplanning;
