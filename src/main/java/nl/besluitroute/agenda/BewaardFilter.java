package nl.besluitroute.agenda;

/**
 * A choice of work that somebody saved.
 *
 * @param vraag the part of the agenda's address after the question mark
 */
public record BewaardFilter(String naam, String vraag) {}
