package nl.besluitroute.web;

/**
 * A link in words.
 *
 * @param url a path of this application, or null where the words stand without a link
 */
public record Link(String tekst, String url) {

  static Link zonder(String tekst) {
    return new Link(tekst, null);
  }
}
