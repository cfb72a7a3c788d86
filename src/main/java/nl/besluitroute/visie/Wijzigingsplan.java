package nl.besluitroute.visie;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.visie.Stap.Ingang;
import nl.besluitroute.visie.Stap.Toestand;

/**
 * What a change of the route does to the steps and where the text comes to rest. Works on what it is
 * given and changes nothing: the preview shows it, applying it follows it.
 */
final class Wijzigingsplan {

  /**
   * What a plan is made from.
   *
   * @param stappen all steps of the vision, local ones too
   * @param oud the route as it is followed
   * @param nieuw the route that will be followed; may be the same
   * @param organen the body of each block of the new route, by element; absent when it has none
   */
  record Uitgangspunt(
      List<Stap> stappen,
      List<String> deelnemers,
      RouteModel oud,
      RouteModel nieuw,
      Routes.Wandeling wandeling,
      Map<String, String> organen,
      Map<String, String> uitkomsten,
      LocalDate vandaag) {}

  /** A regional step, before and after. */
  static final class Rij {
    final String element;
    final Stap stap;
    final RouteModel.Blok blok;
    Toestand wordt;
    Ingang ingang;

    /** Its open work ends; the block begins anew, later, or not at all. */
    boolean losgelaten;

    /** The route begins here, with the change. */
    boolean begint;

    private Rij(String element, Stap stap, RouteModel.Blok blok) {
      this.element = element;
      this.stap = stap;
      this.blok = blok;
      this.wordt = stap == null ? Toestand.GEPLAND : stap.toestand();
      this.ingang = stap == null ? null : stap.ingang().orElse(null);
    }

    boolean was(Toestand toestand) {
      return stap != null && stap.toestand() == toestand;
    }

    boolean begonnen() {
      return wordt == Toestand.GEDAAN || wordt == Toestand.LOOPT;
    }

    String naam() {
      return blok == null || was(Toestand.GEDAAN) ? stap.naam() : blok.naam();
    }
  }

  private final Uitgangspunt uit;
  private final Map<String, Rij> rijen = new LinkedHashMap<>();
  private final List<String> beletselen = new ArrayList<>();
  private final List<String> letOp = new ArrayList<>();
  private List<String> rust = List.of();

  private Wijzigingsplan(Uitgangspunt uit) {
    this.uit = uit;
    Map<String, Stap> stappen = new LinkedHashMap<>();
    uit.stappen().stream().filter(s -> !s.soort().lokaal()).forEach(s -> stappen.put(s.element(), s));
    // The new route's order; what only the old one has stays behind what it stood behind.
    List<String> volgorde =
        new ArrayList<>(uit.nieuw().blokken().stream().map(RouteModel.Blok::elementId).toList());
    String vorige = null;
    for (String element : stappen.keySet()) {
      if (!volgorde.contains(element)) {
        volgorde.add(vorige == null ? 0 : volgorde.indexOf(vorige) + 1, element);
      }
      vorige = element;
    }
    Map<String, RouteModel.Blok> blokken =
        uit.nieuw().blokken().stream().collect(Collectors.toMap(RouteModel.Blok::elementId, b -> b));
    volgorde.forEach(e -> rijen.put(e, new Rij(e, stappen.get(e), blokken.get(e))));
  }

  static Wijzigingsplan maak(Routewijziging wijziging, Uitgangspunt uit) {
    Wijzigingsplan plan = new Wijzigingsplan(uit);
    if (wijziging instanceof Routewijziging.Overslaan w) {
      plan.overslaan(w);
    } else if (wijziging instanceof Routewijziging.Herhalen w) {
      plan.herhalen(w);
    } else if (wijziging instanceof Routewijziging.Toevoegen w) {
      plan.toevoegen(w);
    } else {
      plan.verplaatsen();
    }
    if (plan.beletselen.isEmpty()) {
      plan.legNeer();
      if (wijziging instanceof Routewijziging.Herhalen w) {
        plan.eisOpDeWeg(w.element());
      }
    }
    return plan;
  }

  private void eisOpDeWeg(String element) {
    if (rust.stream().noneMatch(r -> r.equals(element) || uit.wandeling().na(r).contains(element))) {
      beletselen.add(
          "Stap '" + rijen.get(element).naam() + "' ligt op een zijweg die nu niet wordt gevolgd; de tekst komt er niet langs.");
    }
  }

  /** A plan for a vision that comes in half-way: its steps hold what is behind it. */
  static Wijzigingsplan inbrengen(Uitgangspunt uit) {
    Wijzigingsplan plan = new Wijzigingsplan(uit);
    plan.legNeer();
    return plan;
  }

  // -- the changes -----------------------------------------------------------------------------

  private void overslaan(Routewijziging.Overslaan w) {
    Rij rij = rij(w.element());
    if (rij == null) {
      return;
    }
    if (rij.was(Toestand.GEDAAN) || rij.was(Toestand.VERVALLEN)) {
      beletselen.add("Stap '" + rij.naam() + "' is al " + rij.stap.toestand().naam() + ".");
      return;
    }
    if (rij.blok.soort() == Bloksoort.TEKST && !andere(rij, Bloksoort.TEKST, Toestand.GEDAAN)) {
      beletselen.add(
          "Er is nog geen tekst opgesteld: zonder stap '" + rij.naam() + "' heeft niemand iets te behandelen.");
    }
    if (rij.blok.soort() == Bloksoort.LOKAAL
        && !andere(rij, Bloksoort.LOKAAL, Toestand.GEPLAND, Toestand.LOOPT, Toestand.GEDAAN)) {
      beletselen.add(
          "Zonder stap '" + rij.naam() + "' besluit geen gemeente, en is de tekst nooit vastgesteld.");
    }
    rij.wordt = Toestand.VERVALLEN;
    rij.ingang = null;
    rij.losgelaten = rij.was(Toestand.LOOPT);
  }

  private boolean andere(Rij rij, Bloksoort soort, Toestand... toestanden) {
    return rijen.values().stream()
        .filter(r -> r != rij && r.blok != null && r.blok.soort() == soort)
        .anyMatch(r -> List.of(toestanden).contains(r.wordt));
  }

  private void herhalen(Routewijziging.Herhalen w) {
    Rij rij = rij(w.element());
    if (rij == null) {
      return;
    }
    if (rij.was(Toestand.LOOPT) || rij.was(Toestand.GEPLAND)) {
      beletselen.add(
          "Stap '" + rij.naam() + (rij.was(Toestand.LOOPT) ? "' loopt nog." : "' komt nog aan de beurt."));
      return;
    }
    rij.wordt = Toestand.GEPLAND;
    rij.ingang = null;
    for (String element : uit.wandeling().na(w.element())) {
      Rij erna = rijen.get(element);
      if (erna == null || erna == rij) {
        continue;
      }
      if (erna.was(Toestand.LOOPT)) {
        laatLos(erna, !w.ookErna());
      } else if (erna.was(Toestand.GEDAAN) && w.ookErna()) {
        erna.wordt = Toestand.GEPLAND;
        erna.ingang = null;
      }
    }
  }

  /** Its open work ends; the block comes later, and goes on from what was recorded or begins anew. */
  private static void laatLos(Rij rij, boolean hervat) {
    rij.wordt = Toestand.GEPLAND;
    rij.ingang = hervat ? Ingang.HERVATTEN : null;
    rij.losgelaten = true;
  }

  private void toevoegen(Routewijziging.Toevoegen w) {
    Rij bij = rij(w.element());
    if (bij == null) {
      return;
    }
    String nieuw =
        rijen.values().stream().filter(r -> r.stap == null).map(r -> r.element).findFirst().orElseThrow();
    boolean verder =
        uit.wandeling().na(nieuw).stream()
            .map(rijen::get)
            .anyMatch(r -> r != null && r.begonnen() && r.ingang == null);
    if (verder) {
      beletselen.add(
          "De tekst is "
              + (w.plek() == Routewijziging.Plek.NA ? "na" : "bij")
              + " stap '"
              + bij.naam()
              + "' al verder; kies een stap die nog loopt of nog komt.");
    }
  }

  private void verplaatsen() {
    Set<String> begonnen = new HashSet<>();
    for (Rij rij : rijen.values()) {
      if (rij.stap == null) {
        continue;
      }
      if (rij.blok == null) {
        if (!rij.was(Toestand.GEDAAN)) {
          rij.losgelaten = rij.was(Toestand.LOOPT);
          rij.wordt = Toestand.VERVALLEN;
          rij.ingang = null;
        }
        continue;
      }
      if (!Stap.Soort.van(rij.blok.soort()).equals(rij.stap.soort())) {
        beletselen.add(
            "Stap '" + rij.stap.naam() + "' (" + rij.element + ") is in de nieuwe route iets anders: "
                + rij.blok.soort().naam().toLowerCase(java.util.Locale.ROOT)
                + ". Geef die stap in de tekening een ander kenmerk.");
      } else if (rij.was(Toestand.LOOPT) && !gelijk(rij)) {
        laatLos(rij, true);
        begonnen.add(rij.element);
      } else if (rij.begonnen()) {
        begonnen.add(rij.element);
      }
    }
    // What the new route has before something that was begun is behind the text already.
    for (Rij rij : rijen.values()) {
      if (rij.blok != null
          && rij.wordt == Toestand.GEPLAND
          && !begonnen.contains(rij.element)
          && uit.wandeling().na(rij.element).stream().anyMatch(begonnen::contains)) {
        rij.wordt = Toestand.VERVALLEN;
        rij.ingang = null;
      }
    }
  }

  /** Whether a step that is under way means the same in both routes, so that it can go on untouched. */
  private boolean gelijk(Rij rij) {
    RouteModel.Blok oud = uit.oud().blok(rij.element);
    return oud.wieBesluit().equals(rij.blok.wieBesluit())
        && rij.stap.orgaan().equals(Optional.ofNullable(uit.organen().get(rij.element)));
  }

  private Rij rij(String element) {
    Rij rij = rijen.get(element);
    if (rij == null || rij.blok == null) {
      beletselen.add("De route heeft geen stap " + element + ".");
      return null;
    }
    return rij;
  }

  // -- where the text comes to rest ------------------------------------------------------------

  private void legNeer() {
    Map<String, String> uitkomsten = new LinkedHashMap<>(uit.uitkomsten());
    uitkomsten.keySet().removeIf(e -> rijen.get(e) == null || rijen.get(e).wordt != Toestand.GEDAAN);
    rust = uit.wandeling().rust(this::voorbij, uitkomsten);
    Set<String> plaatsen = new HashSet<>(rust);
    for (Rij rij : rijen.values()) {
      boolean hier = plaatsen.contains(rij.element);
      if (rij.wordt == Toestand.LOOPT && !hier) {
        laatLos(rij, true);
      } else if (rij.wordt == Toestand.GEPLAND && hier) {
        rij.wordt = Toestand.LOOPT;
        rij.begint = true;
      }
    }
    // Nothing is done twice: what was done and lies ahead is passed.
    Set<String> voor =
        rust.stream()
            .flatMap(r -> uit.wandeling().na(r).stream())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    for (Rij rij : rijen.values()) {
      if (rij.wordt == Toestand.GEDAAN && rij.blok != null && voor.contains(rij.element)) {
        rij.ingang = Ingang.PASSEREN;
      }
    }
    if (rust.stream().noneMatch(r -> rijen.containsKey(r)) && rust.stream().allMatch(this::einde)) {
      letOp.add("Daarna is de route doorlopen en is de visie afgerond.");
    }
  }

  private boolean einde(String element) {
    return uit.wandeling().na(element).isEmpty();
  }

  private boolean voorbij(String element) {
    Rij rij = rijen.get(element);
    if (rij != null) {
      return rij.wordt == Toestand.GEDAAN || rij.wordt == Toestand.VERVALLEN;
    }
    RouteModel.Moment moment =
        uit.nieuw().momenten().stream().filter(m -> m.elementId().equals(element)).findFirst().orElseThrow();
    return !dag(moment).isAfter(uit.vandaag())
        || uit.wandeling().na(element).stream()
            .map(rijen::get)
            .anyMatch(r -> r != null && (r.begonnen() || r.losgelaten));
  }

  private static LocalDate dag(RouteModel.Moment moment) {
    return moment.datum().length() == 10
        ? LocalDate.parse(moment.datum())
        : OffsetDateTime.parse(moment.datum()).atZoneSameInstant(Klok.ZONE).toLocalDate();
  }

  // -- the outcome -----------------------------------------------------------------------------

  Collection<Rij> rijen() {
    return rijen.values();
  }

  List<String> beletselen() {
    return beletselen;
  }

  List<String> letOp() {
    return letOp;
  }

  /** Blocks that go on as they are. */
  Set<String> blijft() {
    return rijen.values().stream()
        .filter(r -> r.wordt == Toestand.LOOPT && !r.begint)
        .map(r -> r.element)
        .collect(Collectors.toSet());
  }

  /** Where the route begins: blocks, moments, joins, an end. */
  List<String> begint() {
    Set<String> blijft = blijft();
    return rust.stream().filter(r -> !blijft.contains(r)).toList();
  }

  /** All places where the text is. */
  List<String> rust() {
    return rust;
  }
}
