package nl.besluitroute.proces.route;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The allow-list as data ({@code route/grammatica.json}): which elements, attributes and properties
 * a route may hold. What is not in it, is refused.
 */
record Toelatingslijst(
    int versie,
    Grenzen grenzen,
    Map<String, String> naamruimten,
    Map<String, Element> elementen,
    Map<String, Blok> blokken) {

  /** Bytes of a file, depth and number of its elements, characters of one attribute or text. */
  record Grenzen(int bytes, int diepte, int elementen, int attribuut) {}

  /** Attributes with the pattern of their value, children, and the pattern of the text if any. */
  record Element(Map<String, Pattern> attributen, Set<String> kinderen, Pattern tekst) {}

  /** A block's properties, and the outcome that gateways may ask for. */
  record Blok(
      Map<String, Eigenschap> eigenschappen,
      boolean orgaanVerplicht,
      boolean wacht,
      Uitkomst uitkomst) {}

  record Eigenschap(boolean verplicht, List<String> keuze, Pattern vorm) {

    boolean past(String waarde) {
      return keuze != null ? keuze.contains(waarde) : vorm.matcher(waarde).matches();
    }
  }

  record Uitkomst(String naam, List<String> waarden) {}

  private static final Toelatingslijst STANDAARD = laad();

  static Toelatingslijst standaard() {
    return STANDAARD;
  }

  private static Toelatingslijst laad() {
    try (var in = Toelatingslijst.class.getResourceAsStream("/route/grammatica.json")) {
      return new ObjectMapper()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .readValue(in, Toelatingslijst.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
