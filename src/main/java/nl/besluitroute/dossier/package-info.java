/**
 * All that is known of one vision, as far as its reader may see it. Pages, API, search and exports
 * read a vision's contents here and nowhere else, so that what is vertrouwelijk or geheim is left
 * out in one place.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Dossier")
package nl.besluitroute.dossier;
