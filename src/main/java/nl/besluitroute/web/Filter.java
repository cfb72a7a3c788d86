package nl.besluitroute.web;

/**
 * A filter above a list: a link with the number that it would show.
 *
 * @param merk shape and colour beside the word, or null
 */
public record Filter(String tekst, long aantal, String url, boolean isGekozen, Merk merk) {}
