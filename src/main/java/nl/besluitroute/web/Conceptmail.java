package nl.besluitroute.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * A mail that is ready to be copied; nothing is sent from here.
 *
 * @param id of its text field on the page
 * @param kop what it is for, as 'Verzending'
 */
public record Conceptmail(String id, String kop, String onderwerp, String tekst) {

  /** What most mail programs accept of an address. */
  private static final int LANGSTE_ADRES = 1900;

  /** Opens the mail program with the mail in it; with the subject alone when it would not fit. */
  public String mailto() {
    String kort = "mailto:?subject=" + code(onderwerp);
    String heel = kort + "&body=" + code(tekst.replace("\n", "\r\n"));
    return heel.length() <= LANGSTE_ADRES ? heel : kort;
  }

  /** How many lines it takes on the page. */
  public long regels() {
    return Math.min(16, tekst.lines().mapToLong(regel -> 1 + regel.length() / 90).sum() + 1);
  }

  /** As RFC 6068 wants it: a space is no plus sign. */
  private static String code(String tekst) {
    return URLEncoder.encode(tekst, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
