/**
 * The read model behind the three desks (what must this body do, what reaches this council, what is
 * late or at risk), the one use case by which work is completed, and what people keep beside it:
 * who does it, when to come back to it, which visions they follow, which filters they saved. The
 * read model's rows live in the transactions of what they are made from, and can be rebuilt. Declares
 * the port {@link nl.besluitroute.agenda.Taakmotor}; knows no engine.
 */
@org.springframework.modulith.ApplicationModule(
    displayName = "Agenda",
    allowedDependencies = {
      "visie", "besluitvorming", "stuk", "regio", "kalender", "journaal", "toegang"
    })
package nl.besluitroute.agenda;
