/**
 * Scenario files: a text on its way, with what happened and what must then be so. The module reads
 * and checks them, and hides the schema and the JSON library. It may call every module's API as a
 * user would; nobody calls it but the command line and demo seeding.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Scenario")
package nl.besluitroute.scenario;
