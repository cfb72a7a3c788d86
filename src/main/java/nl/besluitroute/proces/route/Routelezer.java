package nl.besluitroute.proces.route;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.besluitroute.proces.route.Routegraaf.Stroom;
import nl.besluitroute.regio.Orgaansoort;
import nl.besluitroute.visie.Bloksoort;
import nl.besluitroute.visie.Doel;
import nl.besluitroute.visie.RouteModel;
import nl.besluitroute.visie.RouteModel.Spoor;

/** The one reader of the grammar. Expects a model in which the validator found no fault. */
final class Routelezer {

  private final Routegraaf graaf;
  private final Map<String, Set<String>> voorgangers = new LinkedHashMap<>();
  private final List<RouteModel.Blok> blokken = new ArrayList<>();
  private final List<RouteModel.Moment> momenten = new ArrayList<>();
  private final Set<String> bezocht = new HashSet<>();

  /** Per gateway with answers: what was done just before it. */
  private final Map<String, Set<String>> voorKeuze = new LinkedHashMap<>();

  private boolean gepland = true;

  private Routelezer(Routegraaf graaf) {
    this.graaf = graaf;
  }

  static RouteModel lees(Knoop wortel) {
    Knoop proces = wortel.kinderen("bpmn:process").findFirst().orElseThrow();
    return new Routelezer(new Routegraaf(proces)).model(proces);
  }

  private RouteModel model(Knoop proces) {
    String start =
        graaf.knopen().stream()
            .filter(k -> k.soort().equals("bpmn:startEvent"))
            .findFirst().orElseThrow().id();
    List<Spoor> spoor = new ArrayList<>();
    loop(start, new LinkedHashSet<>(), spoor);
    gepland = false;
    // Other answers may lead to gateways with answers of their own.
    Set<String> gedaan = new HashSet<>();
    boolean meer = true;
    while (meer) {
      meer = false;
      for (String gateway : List.copyOf(voorKeuze.keySet())) {
        if (gedaan.add(gateway)) {
          meer = true;
          graaf.uit(gateway).stream()
              .filter(s -> !s.gepland())
              .forEach(
                  s -> loop(s.naar(), new LinkedHashSet<>(voorKeuze.get(gateway)), new ArrayList<>()));
        }
      }
    }
    Map<String, List<String>> vooraf = new HashMap<>();
    voorgangers.forEach((id, eerder) -> vooraf.put(id, List.copyOf(eerder)));
    return new RouteModel(
        proces.id(), regel(proces.naam()), blokken, momenten, vooraf, spoor, keuzes());
  }

  /**
   * Walks the default answers from a node until an end, a parallel gateway that joins, or a node
   * that was passed already.
   *
   * @param laatste what was done last; afterwards what was done last at the point reached
   * @return the joining gateway, or null
   */
  private String loop(String begin, Set<String> laatste, List<Spoor> spoor) {
    String id = begin;
    while (id != null) {
      boolean voegtTakkenSamen = graaf.isParallel(id) && graaf.in(id).size() > 1;
      if (voegtTakkenSamen) {
        return id;
      }
      if (!bezocht.add(id)) {
        return null;
      }
      if (graaf.isParallel(id)) {
        id = takken(id, laatste, spoor);
        continue;
      }
      if (halte(graaf.knoop(id), laatste)) {
        spoor.add(new Spoor.Halte(id));
        laatste.clear();
        laatste.add(id);
      }
      if (graaf.isKeuze(id)) {
        voorKeuze.put(id, Set.copyOf(laatste));
      }
      id = graaf.uit(id).stream().filter(Stroom::gepland).map(Stroom::naar).findFirst().orElse(null);
    }
    return null;
  }

  private String takken(String splitsing, Set<String> laatste, List<Spoor> spoor) {
    List<List<Spoor>> takken = new ArrayList<>();
    Set<String> samen = new LinkedHashSet<>();
    String join = null;
    for (Stroom s : graaf.uit(splitsing)) {
      Set<String> tak = new LinkedHashSet<>(laatste);
      List<Spoor> haltes = new ArrayList<>();
      String eind = loop(s.naar(), tak, haltes);
      join = eind == null ? join : eind;
      samen.addAll(tak);
      takken.add(haltes);
    }
    // What precedes an empty branch precedes the others too: they come after it.
    if (samen.size() > 1 && samen.stream().anyMatch(x -> !laatste.contains(x))) {
      samen.removeAll(laatste);
    }
    spoor.add(new Spoor.Parallel(takken));
    laatste.clear();
    laatste.addAll(samen);
    if (join == null || !bezocht.add(join)) {
      return null;
    }
    return graaf.uit(join).get(0).naar();
  }

  private boolean halte(Knoop k, Set<String> laatste) {
    switch (k.soort()) {
      case "bpmn:callActivity" -> blokken.add(blok(k));
      case "bpmn:intermediateCatchEvent" ->
          momenten.add(
              new RouteModel.Moment(
                  k.id(), regel(k.naam()), k.kinderen().stream()
                      .flatMap(t -> t.kinderen("bpmn:timeDate"))
                      .findFirst().orElseThrow().tekst()));
      default -> {
        return false;
      }
    }
    voorgangers.put(k.id(), new LinkedHashSet<>(laatste));
    return true;
  }

  private RouteModel.Blok blok(Knoop k) {
    Map<String, String> waarden = new HashMap<>();
    k.kinderen("bpmn:extensionElements")
        .flatMap(e -> e.kinderen("camunda:properties"))
        .flatMap(e -> e.kinderen("camunda:property"))
        .forEach(e -> waarden.put(e.attribuut("name"), e.attribuut("value")));
    return new RouteModel.Blok(
        k.id(),
        regel(k.naam()),
        Bloksoort.vanProces(k.attribuut("calledElement")).orElseThrow(),
        Doel.van(waarden.getOrDefault("doel", Doel.OPSTELLEN.code())).orElseThrow(),
        Optional.ofNullable(waarden.get("orgaansoort")).flatMap(Orgaansoort::van),
        Optional.ofNullable(waarden.get("orgaan")),
        waarden.get("ronde"),
        Integer.parseInt(waarden.getOrDefault("aanlevertermijn", "0")),
        Integer.parseInt(waarden.getOrDefault("vastlegtermijn", "0")),
        Integer.parseInt(waarden.getOrDefault("werktijd", "0")),
        Optional.ofNullable(waarden.get("overlapt")),
        Optional.ofNullable(waarden.get("wieBesluit")),
        gepland);
  }

  private List<RouteModel.Keuze> keuzes() {
    Map<String, String> feiten = new HashMap<>();
    graaf.knopen().stream()
        .filter(k -> graaf.isBlok(k.id()))
        .forEach(
            k ->
                k.kinderen("bpmn:extensionElements")
                    .flatMap(e -> e.kinderen("camunda:out"))
                    .forEach(uit -> feiten.put(uit.attribuut("target"), k.id())));
    List<RouteModel.Keuze> keuzes = new ArrayList<>();
    for (Stroom s : graaf.stromen()) {
      s.voorwaarde()
          .ifPresent(
              v ->
                  keuzes.add(
                      new RouteModel.Keuze(
                          s.van(),
                          regel(graaf.knoop(s.van()).naam()),
                          regel(s.naam()),
                          feiten.get(v.feit()),
                          v.waarde(),
                          eersteHalte(s.naar()),
                          graaf.vanaf(s.naar()).contains(s.van()))));
    }
    return keuzes;
  }

  private String eersteHalte(String begin) {
    String id = begin;
    while (graaf.knoop(id).soort().endsWith("Gateway")) {
      id = graaf.uit(id).stream().filter(Stroom::gepland).findFirst().orElseThrow().naar();
    }
    return id;
  }

  /** A name as one line: Camunda Modeler lets names run over two. */
  private static String regel(String naam) {
    return naam.replaceAll("\\s+", " ").strip();
  }
}
