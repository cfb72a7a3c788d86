package nl.besluitroute.web;

/**
 * What stands in the place of an empty list: why it is empty, and where to go.
 *
 * @param link the way on, or null
 */
public record Leeg(String kop, String uitleg, Link link) {}
