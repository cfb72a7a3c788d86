/**
 * Tells people what is theirs to do or know: signals, written in the transaction of the fact through
 * the ports {@link nl.besluitroute.agenda.BijWerk} and {@link nl.besluitroute.visie.BijVerzetten},
 * shown on a page of their own and sent by mail, at once or in one overview a day. Hides its tables
 * and the mail server. Nothing is sent of what its reader may not see.
 */
@org.springframework.modulith.ApplicationModule(
    displayName = "Signalering",
    allowedDependencies = {
      "agenda", "visie", "vergaderschema", "regio", "kalender", "journaal", "toegang"
    })
package nl.besluitroute.signalering;
