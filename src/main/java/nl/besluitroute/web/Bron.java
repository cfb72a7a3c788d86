package nl.besluitroute.web;

/**
 * What a fact rests on: reported by somebody else, or confirmed by the municipality itself.
 *
 * @param url the source, or null
 */
public record Bron(boolean isBevestigd, String url) {

  /** With a link when the source is a web address; any other source is words. */
  static Bron van(boolean isBevestigd, String bron) {
    return new Bron(isBevestigd, isWebadres(bron) ? bron : null);
  }

  static boolean isWebadres(String bron) {
    return bron != null && bron.matches("https?://\\S+");
  }

  static Bron gemeld() {
    return new Bron(false, null);
  }

  static Bron bevestigd() {
    return new Bron(true, null);
  }

  public String woord() {
    return isBevestigd ? "bevestigd" : "gemeld";
  }

  public String icoon() {
    return isBevestigd ? "i-bevestigd" : "i-gemeld";
  }
}
