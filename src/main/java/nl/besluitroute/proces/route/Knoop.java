package nl.besluitroute.proces.route;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An XML element as read: names with the grammar's own prefixes, whatever the file calls them.
 *
 * @param soort such as bpmn:task; an unknown namespace stands between braces
 * @param tekst all character data directly inside, comments left out, as the engine reads it
 */
record Knoop(String soort, Map<String, String> attributen, List<Knoop> kinderen, String tekst) {

  String attribuut(String naam) {
    return attributen.getOrDefault(naam, "");
  }

  String id() {
    return attribuut("id");
  }

  String naam() {
    return attribuut("name");
  }

  Stream<Knoop> kinderen(String soort) {
    return kinderen.stream().filter(k -> k.soort().equals(soort));
  }
}
