package nl.besluitroute.proces.route;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import nl.besluitroute.proces.route.Routegraaf.Stroom;
import nl.besluitroute.visie.Routes;

/** Walks a route past what is behind the text, and says where it comes to rest. */
public final class Routewandeling implements Routes.Wandeling {
  /** The outcome of a block that was skipped: no condition compares with it, so the default follows. */
  public static final String OVERGESLAGEN = "overgeslagen";

  private final Routegraaf graaf;
  private final Map<String, String> feiten = new HashMap<>();
  private final Set<String> terug = new HashSet<>();

  private Routewandeling(Routegraaf graaf) {
    this.graaf = graaf;
    graaf.knopen().stream()
        .filter(k -> graaf.isBlok(k.id()))
        .forEach(
            k ->
                k.kinderen("bpmn:extensionElements")
                    .flatMap(e -> e.kinderen("camunda:out"))
                    .forEach(uit -> feiten.put(uit.attribuut("target"), k.id())));
    zoekTerug(start(), new HashSet<>(), new HashSet<>());
  }

  /** @param bpmn a model that the grammar accepts */
  public static Routewandeling op(byte[] bpmn) {
    try {
      Knoop wortel = new Xmllezer(Toelatingslijst.standaard()).lees(bpmn);
      return new Routewandeling(
          new Routegraaf(wortel.kinderen("bpmn:process").findFirst().orElseThrow()));
    } catch (Xmllezer.Onleesbaar e) {
      throw new IllegalArgumentException("No route", e);
    }
  }

  /**
   * The facts that hold behind these outcomes: for each block that has one its name and value. An
   * outcome that leads back counts as none.
   *
   * @param uitkomsten by element; {@link #OVERGESLAGEN} for what was skipped
   */
  public Map<String, String> feiten(Map<String, String> uitkomsten) {
    Map<String, String> waarden = new LinkedHashMap<>();
    feiten.forEach(
        (feit, blok) -> {
          String uitkomst = uitkomsten.get(blok);
          if (uitkomst != null) {
            waarden.put(feit, leidtTerug(feit, uitkomst) ? OVERGESLAGEN : uitkomst);
          }
        });
    return waarden;
  }

  /** The fact that a block hands to the route, by element. */
  public Map<String, String> feitVanBlok() {
    Map<String, String> namen = new HashMap<>();
    feiten.forEach((feit, blok) -> namen.put(blok, feit));
    return namen;
  }

  private boolean leidtTerug(String feit, String waarde) {
    return graaf.stromen().stream()
        .filter(s -> geldt(s, feit, waarde))
        .anyMatch(s -> terug.contains(s.id()) || na(s.naar()).stream().noneMatch(this::isEinde) && !isEinde(s.naar()));
  }

  /** Depth first: a flow to where the walk came from is a way back. */
  private void zoekTerug(String id, Set<String> onderweg, Set<String> gedaan) {
    if (gedaan.contains(id)) {
      return;
    }
    onderweg.add(id);
    for (Stroom s : graaf.uit(id)) {
      if (onderweg.contains(s.naar())) {
        terug.add(s.id());
      } else {
        zoekTerug(s.naar(), onderweg, gedaan);
      }
    }
    onderweg.remove(id);
    gedaan.add(id);
  }

  private boolean isEinde(String id) {
    return graaf.uit(id).isEmpty();
  }

  private String start() {
    return graaf.knopen().stream()
        .filter(k -> k.soort().equals("bpmn:startEvent"))
        .findFirst()
        .orElseThrow()
        .id();
  }

  @Override
  public Set<String> na(String element) {
    Set<String> erna = new HashSet<>();
    Deque<String> rij = new ArrayDeque<>(List.of(element));
    while (!rij.isEmpty()) {
      graaf.uit(rij.pop()).stream()
          .filter(s -> !terug.contains(s.id()) && erna.add(s.naar()))
          .forEach(s -> rij.add(s.naar()));
    }
    return erna;
  }

  private static boolean geldt(Stroom s, String feit, String waarde) {
    return s.voorwaarde().filter(v -> v.feit().equals(feit) && v.waarde().equals(waarde)).isPresent();
  }

  @Override
  public List<String> rust(Predicate<String> voorbij, Map<String, String> uitkomsten) {
    List<String> rust = new ArrayList<>();
    Set<String> beantwoord = new HashSet<>();
    Map<String, Integer> bijSamenloop = new LinkedHashMap<>();
    Deque<String> rij = new ArrayDeque<>();
    rij.add(start());
    while (!rij.isEmpty()) {
      String id = rij.pop();
      List<Stroom> uit = graaf.uit(id);
      if (uit.isEmpty()) {
        rust.add(id);
      } else if (graaf.isParallel(id) && graaf.in(id).size() > 1) {
        if (bijSamenloop.merge(id, 1, Integer::sum) == graaf.in(id).size()) {
          bijSamenloop.remove(id);
          rij.add(uit.get(0).naar());
        }
      } else if (graaf.isKeuze(id)) {
        // An answer that led back was followed then; asked again, the text goes on.
        rij.add(antwoord(uit, beantwoord.add(id) ? uitkomsten : Map.of()).naar());
      } else if (isHalte(id) && !voorbij.test(id)) {
        rust.add(id);
      } else {
        uit.forEach(s -> rij.add(s.naar()));
      }
    }
    bijSamenloop.forEach((id, aantal) -> rust.addAll(Collections.nCopies(aantal, id)));
    return List.copyOf(rust);
  }

  private Stroom antwoord(List<Stroom> uit, Map<String, String> uitkomsten) {
    return uit.stream()
        .filter(s -> !terug.contains(s.id()))
        .filter(
            s ->
                s.voorwaarde()
                    .filter(v -> v.waarde().equals(uitkomsten.get(feiten.get(v.feit()))))
                    .isPresent())
        .findFirst()
        .orElseGet(() -> uit.stream().filter(Stroom::gepland).findFirst().orElseThrow());
  }

  private boolean isHalte(String id) {
    return graaf.isBlok(id) || graaf.knoop(id).soort().equals("bpmn:intermediateCatchEvent");
  }
}
