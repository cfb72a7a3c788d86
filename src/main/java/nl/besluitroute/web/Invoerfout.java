package nl.besluitroute.web;

/**
 * What is wrong with a form that was sent.
 *
 * @param id id of the field on the page, or null when it is about the whole
 */
public record Invoerfout(String id, String zin) {}
