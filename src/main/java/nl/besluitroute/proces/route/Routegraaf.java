package nl.besluitroute.proces.route;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The nodes and flows of a route, with the questions that validator and reader ask of them. */
final class Routegraaf {

  private static final Pattern VOORWAARDE =
      Pattern.compile("\\$\\{([A-Za-z][A-Za-z0-9_]{0,99}) == '([a-z][a-z0-9_]{0,59})'}");

  /** A comparison of a named fact with a literal. */
  record Voorwaarde(String feit, String waarde) {}

  /** A sequence flow; {@code gepland} unless it is another answer than the default. */
  record Stroom(String id, String naam, String van, String naar, Knoop xml, boolean gepland) {

    boolean heeftVoorwaarde() {
      return xml.kinderen("bpmn:conditionExpression").findAny().isPresent();
    }

    /** Empty when there is no condition, or one that the grammar does not know. */
    Optional<Voorwaarde> voorwaarde() {
      return xml.kinderen("bpmn:conditionExpression")
          .findFirst()
          .map(Knoop::tekst)
          .map(VOORWAARDE::matcher)
          .filter(Matcher::matches)
          .map(m -> new Voorwaarde(m.group(1), m.group(2)));
    }
  }

  private final Map<String, Knoop> knopen = new LinkedHashMap<>();
  private final Map<String, Stroom> stromen = new LinkedHashMap<>();

  Routegraaf(Knoop proces) {
    for (Knoop kind : proces.kinderen()) {
      switch (kind.soort()) {
        case "bpmn:startEvent", "bpmn:endEvent", "bpmn:callActivity", "bpmn:exclusiveGateway",
            "bpmn:parallelGateway", "bpmn:intermediateCatchEvent" ->
            knopen.put(kind.id(), kind);
        default -> {
          // Flows follow below; the rest is for the reader of the drawing.
        }
      }
    }
    proces.kinderen("bpmn:sequenceFlow")
        .forEach(
            s -> {
              String van = s.attribuut("sourceRef");
              Knoop bron = knopen.get(van);
              boolean splitst =
                  bron != null
                      && bron.soort().equals("bpmn:exclusiveGateway")
                      && !bron.attribuut("default").isEmpty();
              stromen.put(
                  s.id(),
                  new Stroom(
                      s.id(), s.naam(), van, s.attribuut("targetRef"), s,
                      !splitst || bron.attribuut("default").equals(s.id())));
            });
  }

  Collection<Knoop> knopen() {
    return knopen.values();
  }

  Collection<Stroom> stromen() {
    return stromen.values();
  }

  Knoop knoop(String id) {
    return knopen.get(id);
  }

  boolean kent(String id) {
    return knopen.containsKey(id);
  }

  List<Stroom> uit(String id) {
    return stromen.values().stream().filter(s -> s.van().equals(id)).toList();
  }

  List<Stroom> in(String id) {
    return stromen.values().stream().filter(s -> s.naar().equals(id)).toList();
  }

  boolean isBlok(String id) {
    return knoop(id).soort().equals("bpmn:callActivity");
  }

  boolean isParallel(String id) {
    return knoop(id).soort().equals("bpmn:parallelGateway");
  }

  boolean isKeuze(String id) {
    return knoop(id).soort().equals("bpmn:exclusiveGateway") && uit(id).size() > 1;
  }

  /** All that lies behind a node, itself included. */
  Set<String> vanaf(String id) {
    return bereik(id, s -> true, true);
  }

  /** All that leads to one of these nodes, themselves included. */
  Set<String> naar(Collection<String> doelen) {
    Set<String> gezien = new LinkedHashSet<>();
    doelen.forEach(d -> gezien.addAll(bereik(d, s -> true, false)));
    return gezien;
  }

  private Set<String> bereik(String begin, Predicate<Stroom> welke, boolean vooruit) {
    Set<String> gezien = new LinkedHashSet<>();
    Deque<String> rij = new ArrayDeque<>(List.of(begin));
    while (!rij.isEmpty()) {
      String id = rij.pop();
      if (gezien.add(id)) {
        (vooruit ? uit(id) : in(id))
            .stream().filter(welke).forEach(s -> rij.add(vooruit ? s.naar() : s.van()));
      }
    }
    return gezien;
  }

  /** The nodes of one cycle that passes only these nodes and flows; empty when there is none. */
  List<String> kring(Predicate<String> knoop, Predicate<Stroom> stroom) {
    // Repeatedly drops what nothing leads to; what stays lies on or behind a cycle.
    Set<String> over = new LinkedHashSet<>();
    knopen.keySet().stream().filter(knoop).forEach(over::add);
    boolean minder = true;
    while (minder) {
      minder =
          over.removeIf(
              id -> in(id).stream().filter(stroom).noneMatch(s -> over.contains(s.van()))
                  || uit(id).stream().filter(stroom).noneMatch(s -> over.contains(s.naar())));
    }
    return new ArrayList<>(over);
  }
}
