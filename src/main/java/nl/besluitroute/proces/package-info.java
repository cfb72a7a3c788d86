/**
 * The engine adapter: the only module that knows Camunda. It implements the ports of the other
 * modules, binds each recording step of a model to one use case, and keeps the agenda with the
 * engine's tasks. Nobody imports it.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Proces")
package nl.besluitroute.proces;
