/**
 * The REST API under {@code /api/v1}: the use cases of the pages for programs. Its representations
 * are records of its own, never entities, so that the inside can change while {@code v1} stands.
 * Hides everything: no other module calls this one.
 */
@org.springframework.modulith.ApplicationModule(displayName = "API")
package nl.besluitroute.api;
