package nl.besluitroute.scenario;

import java.util.Collections;
import java.util.List;

/** Writes tables in which every cell shows as the text that it is. */
final class Markdown {

  private Markdown() {}

  /**
   * A table with a head, ending in a line break.
   *
   * @throws IllegalArgumentException when a row has another number of cells than the head
   */
  static String tabel(List<String> kop, List<? extends List<String>> rijen) {
    StringBuilder uit = new StringBuilder();
    regel(uit, kop.stream().map(Markdown::cel).toList());
    regel(uit, Collections.nCopies(kop.size(), "---"));
    for (List<String> rij : rijen) {
      if (rij.size() != kop.size()) {
        throw new IllegalArgumentException(
            "Een rij heeft " + rij.size() + " cellen, de kop " + kop.size());
      }
      regel(uit, rij.stream().map(Markdown::cel).toList());
    }
    return uit.toString();
  }

  /**
   * A text as the content of a cell. Markup of HTML and of Markdown is defused; plain sentences
   * stay as they are. Control characters and line breaks become one space.
   */
  static String cel(String tekst) {
    StringBuilder uit = new StringBuilder();
    boolean spatie = false;
    String kaal = tekst == null ? "" : tekst.strip();
    for (int i = 0; i < kaal.length(); ) {
      int teken = kaal.codePointAt(i);
      i += Character.charCount(teken);
      if (Character.isISOControl(teken) || teken == 0x2028 || teken == 0x2029) {
        spatie = true;
        continue;
      }
      if (spatie) {
        uit.append(' ');
        spatie = false;
      }
      switch (teken) {
        case '&' -> uit.append("&amp;");
        case '<' -> uit.append("&lt;");
        case '>' -> uit.append("&gt;");
        case '|', '\\', '`', '*', '_', '[', ']', '~' -> uit.append('\\').appendCodePoint(teken);
        default -> uit.appendCodePoint(teken);
      }
    }
    return uit.toString();
  }

  private static void regel(StringBuilder uit, List<String> cellen) {
    uit.append('|');
    for (String cel : cellen) {
      uit.append(' ').append(cel).append(cel.isEmpty() ? "|" : " |");
    }
    uit.append('\n');
  }
}
