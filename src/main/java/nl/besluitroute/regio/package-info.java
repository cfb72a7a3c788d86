/**
 * Regions, municipalities, their membership over time and the bodies (overleggen en bestuursorganen)
 * that treat a text. Hides the tables; imports no other module.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Regio", allowedDependencies = {})
package nl.besluitroute.regio;
