/**
 * The read model behind the work lists, and the one use case by which work is completed. Its rows
 * live in the transactions of the engine's task events and of the steps; they can be rebuilt.
 * Declares the port {@link nl.besluitroute.agenda.Taakmotor}; knows no engine.
 */
@org.springframework.modulith.ApplicationModule(
    displayName = "Agenda",
    allowedDependencies = {"visie", "regio", "kalender", "journaal", "toegang"})
package nl.besluitroute.agenda;
