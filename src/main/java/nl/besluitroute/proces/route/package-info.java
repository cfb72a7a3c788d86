/**
 * The grammar of routes: reads a drawn route safely, says what is wrong with it in sentences, and
 * turns it into the engine-free {@link nl.besluitroute.visie.RouteModel}. Guards the engine against
 * deployments that are neither shipped nor a route. Inside module proces only.
 */
package nl.besluitroute.proces.route;
