package nl.besluitroute.proces.route;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.besluitroute.proces.route.Routegraaf.Stroom;
import nl.besluitroute.proces.route.Routegraaf.Voorwaarde;
import nl.besluitroute.visie.Bloksoort;
import nl.besluitroute.visie.RouteModel;
import nl.besluitroute.visie.Routebevinding;

/** The one validator of the grammar: first the allow-list, then the rules of the drawing. */
final class Routevalidator {

  private static final Pattern SLEUTEL = Pattern.compile("route_[a-z0-9_]{1,50}");
  private static final Set<String> HERHAALBAAR =
      Set.of(
          "bpmn:startEvent", "bpmn:endEvent", "bpmn:callActivity", "bpmn:exclusiveGateway",
          "bpmn:parallelGateway", "bpmn:intermediateCatchEvent", "bpmn:sequenceFlow",
          "bpmn:textAnnotation", "bpmn:association", "bpmn:incoming", "bpmn:outgoing",
          "camunda:property", "camunda:in", "camunda:out", "bpmndi:BPMNDiagram",
          "bpmndi:BPMNShape", "bpmndi:BPMNEdge", "di:waypoint");

  private final Toelatingslijst lijst;
  private final List<Routebevinding> fouten = new ArrayList<>();
  private Routegraaf graaf;
  private Knoop proces;

  /** Per node the parallel branches that it is in, outermost first. */
  private final Map<String, List<Tak>> plaats = new HashMap<>();

  /** Per fact the block that gives it. */
  private final Map<String, Knoop> feiten = new LinkedHashMap<>();

  Routevalidator(Toelatingslijst lijst) {
    this.lijst = lijst;
  }

  /** All faults of the first stage that has any: allow-list, elements, drawing, meaning, overlap. */
  List<Routebevinding> keur(Knoop wortel) {
    if (!wortel.soort().equals("bpmn:definitions")) {
      fout(null, "Het bestand is geen BPMN-model; sla de tekening op als BPMN in Camunda Modeler.");
      return fouten;
    }
    toegelaten(wortel, null);
    if (fouten.isEmpty()) {
      kop(wortel);
    }
    if (fouten.isEmpty()) {
      graaf = new Routegraaf(proces);
      ids(wortel);
      graaf.knopen().stream().filter(k -> graaf.isBlok(k.id())).forEach(this::blok);
      graaf.knopen().stream()
          .filter(k -> k.soort().equals("bpmn:intermediateCatchEvent"))
          .forEach(this::moment);
    }
    if (fouten.isEmpty()) {
      stromen();
      graaf.knopen().forEach(this::aansluitingen);
    }
    if (fouten.isEmpty()) {
      bereikbaar();
    }
    if (fouten.isEmpty()) {
      takken();
    }
    if (fouten.isEmpty()) {
      kringen();
      feiten();
    }
    if (fouten.isEmpty()) {
      overlap(wortel);
    }
    return fouten;
  }

  // --- allow-list

  private void toegelaten(Knoop knoop, Knoop drager) {
    Knoop wie = genoemd(knoop, drager);
    Toelatingslijst.Element regel = lijst.elementen().get(knoop.soort());
    if (regel == null) {
      fout(wie, "mag in een route niet voorkomen (" + knoop.soort() + "); verwijder het.");
      return;
    }
    knoop.attributen().forEach((naam, waarde) -> attribuut(knoop, wie, regel, naam, waarde));
    if (regel.tekst() == null ? !knoop.tekst().isEmpty() : knoop.tekst().length() > lijst.grenzen().attribuut()) {
      fout(wie, "bevat tekst die hier niet hoort of te lang is (" + knoop.soort() + "); kort die in.");
    } else if (regel.tekst() != null && !regel.tekst().matcher(knoop.tekst()).matches()) {
      fout(wie, "bevat een onjuiste waarde (" + knoop.soort() + ").");
    }
    if (expressie(knoop.tekst()) && !knoop.soort().equals("bpmn:conditionExpression")) {
      fout(wie, "bevat een expressie (${…} of #{…}); een route bevat alleen gewone tekst.");
    }
    Map<String, Integer> aantallen = new HashMap<>();
    for (Knoop kind : knoop.kinderen()) {
      Knoop bedoeld = genoemd(kind, wie);
      if (!regel.kinderen().contains(kind.soort())) {
        fout(
            bedoeld,
            "mag hier niet voorkomen (" + kind.soort() + " in " + knoop.soort() + "); verwijder het.");
      } else {
        if (aantallen.merge(kind.soort(), 1, Integer::sum) > 1
            && !HERHAALBAAR.contains(kind.soort())) {
          fout(bedoeld, "komt meer dan eens voor (" + kind.soort() + "); laat er een over.");
        }
        toegelaten(kind, wie);
      }
    }
  }

  /** Faults inside an event, block or flow name that element: it is what the drawer sees. */
  private static Knoop genoemd(Knoop knoop, Knoop drager) {
    boolean binnenin =
        drager != null
            && (knoop.id().isEmpty()
                || !(drager.soort().equals("bpmn:definitions")
                    || drager.soort().equals("bpmn:process")
                    || drager.soort().startsWith("bpmndi:")));
    return binnenin ? drager : knoop;
  }

  private void attribuut(
      Knoop knoop, Knoop wie, Toelatingslijst.Element regel, String naam, String waarde) {
    Pattern vorm = regel.attributen().get(naam);
    if (vorm == null) {
      fout(wie, "heeft een instelling die een route niet mag hebben (" + naam + "); verwijder die.");
    } else if (waarde.length() > lijst.grenzen().attribuut()) {
      fout(wie, "heeft een te lange waarde (" + naam + "); kort die in.");
    } else if (expressie(waarde)) {
      fout(
          wie,
          "bevat een expressie (${…} of #{…}) in " + naam + "; een route bevat alleen gewone tekst.");
    } else if (naam.equals("name") && (waarde.length() > 120 || stuurtekens(waarde))) {
      fout(wie, "heeft een naam van meer dan 120 tekens of met stuurtekens; maak de naam korter.");
    } else if (!vorm.matcher(waarde).matches()) {
      fout(wie, "heeft een onjuiste waarde voor " + naam + " (" + kort(waarde) + ")." + hulp(naam));
    }
  }

  private static String hulp(String attribuut) {
    return switch (attribuut) {
      case "id" ->
          " Een kenmerk begint met een kleine letter en heeft 2 tot 60 letters, cijfers of _;"
              + " geef een sprekend kenmerk.";
      case "camunda:historyTimeToLive" -> " Vul een aantal dagen in, zoals P3650D.";
      case "camunda:modelerTemplate" -> " Kies een sjabloon van Besluitroute.";
      case "target" -> " Noem de uitkomst conclusie_… of stand_….";
      default -> " Gebruik de sjablonen van Besluitroute.";
    };
  }

  private static boolean expressie(String tekst) {
    return tekst.contains("${") || tekst.contains("#{");
  }

  private static boolean stuurtekens(String tekst) {
    // Line breaks are how Camunda Modeler keeps a name of two lines.
    return tekst.codePoints().anyMatch(c -> Character.getType(c) == Character.FORMAT
        || (Character.isISOControl(c) && c != '\n' && c != '\r'));
  }

  // --- process and ids

  private void kop(Knoop wortel) {
    List<Knoop> processen = wortel.kinderen("bpmn:process").toList();
    if (processen.size() != 1) {
      fout(null, "Een bestand bevat precies één route; dit heeft er " + processen.size() + ".");
      return;
    }
    proces = processen.get(0);
    if (!SLEUTEL.matcher(proces.id()).matches()) {
      fout(
          proces,
          "heeft als kenmerk '" + kort(proces.id())
              + "'; laat het beginnen met route_ en gebruik kleine letters, cijfers en _.");
    }
    naamVerplicht(proces);
    if (!proces.attribuut("isExecutable").equals("true")) {
      fout(proces, "is niet uitvoerbaar; zet Executable aan.");
    }
    if (proces.attribuut("camunda:historyTimeToLive").isEmpty()) {
      fout(proces, "heeft geen History time to live; vul P3650D in.");
    }
  }

  private void ids(Knoop wortel) {
    Map<String, Knoop> gezien = new HashMap<>();
    Deque<Knoop> rij = new ArrayDeque<>(List.of(wortel));
    while (!rij.isEmpty()) {
      Knoop k = rij.pop();
      if (!k.id().isEmpty() && gezien.put(k.id(), k) != null) {
        fout(k, "heeft een kenmerk dat vaker voorkomt; geef elk element een eigen kenmerk.");
      }
      rij.addAll(k.kinderen());
    }
    proces.kinderen().stream()
        .filter(k -> k.id().isEmpty() && !k.soort().equals("bpmn:documentation"))
        .forEach(k -> fout(k, "heeft geen kenmerk (id); geef er een."));
  }

  private void naamVerplicht(Knoop k) {
    if (k.naam().isBlank()) {
      fout(k, "heeft geen naam; geef een naam van 1 tot 120 tekens.");
    }
  }

  // --- blocks and moments

  private void blok(Knoop k) {
    naamVerplicht(k);
    String proces = k.attribuut("calledElement");
    var soort = Bloksoort.vanProces(proces);
    if (soort.isEmpty()) {
      fout(k, "is geen bekend blok ('" + kort(proces) + "'); kies een sjabloon van Besluitroute.");
      return;
    }
    if (!k.attribuut("camunda:calledElementBinding").equals("deployment")) {
      fout(k, "heeft niet de binding 'deployment'; kies het sjabloon opnieuw.");
    }
    String sjabloon = k.attribuut("camunda:modelerTemplate");
    if (!sjabloon.isEmpty() && !sjabloon.equals("nl.besluitroute." + soort.get().code())) {
      fout(k, "heeft het sjabloon van een ander blok; kies het sjabloon opnieuw.");
    }
    Toelatingslijst.Blok regel = lijst.blokken().get(soort.get().code());
    List<Knoop> uitbreiding =
        k.kinderen("bpmn:extensionElements").flatMap(e -> e.kinderen().stream()).toList();
    eigenschappen(k, regel, uitbreiding);
    if (uitbreiding.stream().filter(e -> e.soort().equals("camunda:in")).count() != 1
        || uitbreiding.stream()
            .filter(e -> e.soort().equals("camunda:in"))
            .anyMatch(
                e ->
                    !e.attribuut("source").equals("visie")
                        || !e.attribuut("target").equals("visie"))) {
      fout(k, "geeft niet precies de visie door aan het blok; kies het sjabloon opnieuw.");
    }
    uitkomst(k, regel, uitbreiding.stream().filter(e -> e.soort().equals("camunda:out")).toList());
  }

  private void eigenschappen(Knoop k, Toelatingslijst.Blok regel, List<Knoop> uitbreiding) {
    Map<String, String> waarden = new HashMap<>();
    uitbreiding.stream()
        .filter(e -> e.soort().equals("camunda:properties"))
        .flatMap(e -> e.kinderen().stream())
        .forEach(
            e -> {
              String naam = e.attribuut("name");
              if (waarden.put(naam, e.attribuut("value")) != null) {
                fout(k, "heeft de eigenschap " + naam + " meer dan eens; laat er een over.");
              }
            });
    waarden.forEach(
        (naam, waarde) -> {
          Toelatingslijst.Eigenschap e = regel.eigenschappen().get(naam);
          if (e == null) {
            fout(
                k,
                "heeft een onbekende eigenschap '" + kort(naam) + "'; toegestaan is: "
                    + String.join(", ", new TreeSet<>(regel.eigenschappen().keySet())) + ".");
          } else if (!e.past(waarde)) {
            fout(
                k,
                "heeft een onjuiste waarde voor " + naam + " ('" + kort(waarde) + "'); "
                    + (e.keuze() != null
                        ? "kies uit: " + String.join(", ", e.keuze()) + "."
                        : vorm(naam)));
          }
        });
    regel.eigenschappen().forEach(
        (naam, e) -> {
          if (e.verplicht() && !waarden.containsKey(naam)) {
            fout(k, "mist de eigenschap " + naam + "; vul die in.");
          }
        });
    if (regel.orgaanVerplicht()
        && !waarden.containsKey("orgaansoort")
        && !waarden.containsKey("orgaan")) {
      fout(k, "noemt geen overleg; vul orgaansoort in, of orgaan voor een bepaald overleg.");
    }
  }

  private static String vorm(String eigenschap) {
    return switch (eigenschap) {
      case "ronde" -> "gebruik een woord van kleine letters, cijfers en _, ten hoogste 40 tekens.";
      case "orgaan" -> "gebruik het kenmerk van het overleg: kleine letters, cijfers, - en _.";
      case "overlapt" -> "gebruik het kenmerk (Id) van het andere overleg in de tekening.";
      default -> "vul een getal van 0 tot 999 in.";
    };
  }

  private void uitkomst(Knoop k, Toelatingslijst.Blok regel, List<Knoop> uit) {
    if (uit.isEmpty()) {
      return;
    }
    if (regel.uitkomst() == null) {
      fout(k, "heeft geen uitkomst om door te geven; verwijder de uitgaande koppeling.");
      return;
    }
    Knoop eerste = uit.get(0);
    String naam = regel.uitkomst().naam();
    String feit = eerste.attribuut("target");
    if (uit.size() > 1) {
      fout(k, "geeft zijn uitkomst meer dan eens door; laat er een over.");
    } else if (!eerste.attribuut("source").equals(naam) || !feit.startsWith(naam + "_")) {
      fout(k, "geeft '" + naam + "' door onder een naam die begint met " + naam + "_; pas dat aan.");
    } else if (feiten.put(feit, k) != null) {
      fout(k, "gebruikt de naam " + feit + ", die een ander blok al heeft; kies een andere naam.");
    }
  }

  private void moment(Knoop k) {
    naamVerplicht(k);
    List<Knoop> datum =
        k.kinderen("bpmn:timerEventDefinition").flatMap(t -> t.kinderen("bpmn:timeDate")).toList();
    if (datum.size() != 1 || !datum(datum.get(0).tekst())) {
      fout(
          k,
          "wacht niet op een datum; kies een timer met een datum als 2027-03-01"
              + " of 2027-03-01T09:00:00+01:00.");
    }
  }

  private static boolean datum(String tekst) {
    try {
      if (tekst.length() == 10) {
        LocalDate.parse(tekst);
      } else {
        OffsetDateTime.parse(tekst);
      }
      return tekst.length() <= 25;
    } catch (DateTimeException e) {
      return false;
    }
  }

  // --- drawing

  private void stromen() {
    for (Stroom s : graaf.stromen()) {
      if (!graaf.kent(s.van()) || !graaf.kent(s.naar())) {
        fout(s.xml(), "begint of eindigt nergens; verbind de pijl met twee elementen.");
      }
    }
    long begin = aantal("bpmn:startEvent");
    if (begin != 1) {
      fout(proces, "heeft " + begin + " startgebeurtenissen; teken er precies één.");
    }
    if (aantal("bpmn:endEvent") == 0) {
      fout(proces, "heeft geen eindgebeurtenis; teken er ten minste één.");
    }
    if (aantal("bpmn:callActivity") == 0) {
      fout(proces, "heeft geen enkel blok; teken er ten minste één.");
    }
  }

  private long aantal(String soort) {
    return graaf.knopen().stream().filter(k -> k.soort().equals(soort)).count();
  }

  private void aansluitingen(Knoop k) {
    int in = graaf.in(k.id()).size();
    int uit = graaf.uit(k.id()).size();
    switch (k.soort()) {
      case "bpmn:startEvent" -> {
        if (in != 0 || uit != 1) {
          fout(k, "heeft niet precies één uitgaande pijl; een start heeft er één en geen inkomende.");
        }
      }
      case "bpmn:endEvent" -> {
        if (in != 1 || uit != 0) {
          fout(k, "heeft niet precies één inkomende pijl; voeg wegen samen in een gateway, of teken"
              + " nog een einde.");
        }
      }
      case "bpmn:callActivity", "bpmn:intermediateCatchEvent" -> {
        if (in != 1 || uit != 1) {
          fout(k, "heeft niet precies één inkomende en één uitgaande pijl; splits en voeg samen met"
              + " een gateway.");
        }
      }
      default -> {
        if (in == 0 || uit == 0 || (in > 1) == (uit > 1)) {
          fout(k, "splitst niet en voegt niet samen, of doet beide; gebruik een gateway voor één van"
              + " de twee.");
        } else {
          antwoorden(k);
        }
        return;
      }
    }
    graaf.uit(k.id()).stream()
        .filter(Stroom::heeftVoorwaarde)
        .forEach(s -> fout(s.xml(), "heeft een voorwaarde, maar komt niet uit een keuze (gateway met"
            + " X); verwijder de voorwaarde."));
  }

  private void antwoorden(Knoop k) {
    List<Stroom> uit = graaf.uit(k.id());
    if (!graaf.isKeuze(k.id())) {
      if (!k.attribuut("default").isEmpty()) {
        fout(k, "heeft een standaardpijl, maar is geen keuze; verwijder die.");
      }
      uit.stream()
          .filter(Stroom::heeftVoorwaarde)
          .forEach(s -> fout(s.xml(), "heeft een voorwaarde, maar komt niet uit een keuze; verwijder"
              + " de voorwaarde."));
      return;
    }
    naamVerplicht(k);
    if (uit.stream().noneMatch(s -> s.id().equals(k.attribuut("default")))) {
      fout(k, "heeft geen standaardpijl; maak de pijl van het geplande pad de standaard (Default"
          + " flow).");
      return;
    }
    Set<Voorwaarde> gezien = new HashSet<>();
    for (Stroom s : uit) {
      naamVerplicht(s.xml());
      if (s.gepland()) {
        if (s.heeftVoorwaarde()) {
          fout(s.xml(), "is de standaardpijl en heeft toch een voorwaarde; verwijder de voorwaarde.");
        }
      } else if (s.voorwaarde().isEmpty()) {
        fout(s.xml(), "heeft geen geldige voorwaarde; schrijf precies ${uitkomst == 'waarde'}, met de"
            + " naam van de uitkomst van een blok en een van zijn waarden.");
      } else if (!gezien.add(s.voorwaarde().get())) {
        fout(s.xml(), "heeft dezelfde voorwaarde als een andere pijl van deze keuze; verwijder er"
            + " een.");
      }
    }
  }

  private void bereikbaar() {
    String start =
        graaf.knopen().stream()
            .filter(k -> k.soort().equals("bpmn:startEvent"))
            .findFirst().orElseThrow().id();
    Set<String> vooruit = graaf.vanaf(start);
    Set<String> terug =
        graaf.naar(
            graaf.knopen().stream()
                .filter(k -> k.soort().equals("bpmn:endEvent"))
                .map(Knoop::id).toList());
    for (Knoop k : graaf.knopen()) {
      if (!vooruit.contains(k.id())) {
        fout(k, "is vanaf de start niet te bereiken; verbind het of verwijder het.");
      } else if (!terug.contains(k.id())) {
        fout(k, "leidt nooit naar een einde; teken een weg naar een eindgebeurtenis.");
      }
    }
  }

  /** A branch of a parallel gateway, by the flow with which it begins. */
  private record Tak(String splitsing, String stroom) {}

  private void takken() {
    Map<String, List<Tak>> plaatsVanStroom = new HashMap<>();
    Deque<Knoop> rij = new ArrayDeque<>();
    Knoop start = graaf.knopen().stream()
        .filter(k -> k.soort().equals("bpmn:startEvent")).findFirst().orElseThrow();
    plaats.put(start.id(), List.of());
    rij.add(start);
    while (!rij.isEmpty()) {
      Knoop k = rij.pop();
      List<Tak> hier = plaats.get(k.id());
      boolean splitst = graaf.isParallel(k.id()) && graaf.uit(k.id()).size() > 1;
      for (Stroom s : graaf.uit(k.id())) {
        List<Tak> tak = hier;
        if (splitst) {
          tak = new ArrayList<>(hier);
          tak.add(new Tak(k.id(), s.id()));
        }
        plaatsVanStroom.put(s.id(), tak);
        Knoop doel = graaf.knoop(s.naar());
        boolean sluit = graaf.isParallel(doel.id()) && graaf.in(doel.id()).size() > 1;
        if (sluit) {
          if (tak.isEmpty()) {
            fout(doel, "voegt takken samen die niet door een parallelle gateway zijn gesplitst;"
                + " gebruik een gateway met X.");
            return;
          }
          tak = tak.subList(0, tak.size() - 1);
        }
        List<Tak> eerder = plaats.putIfAbsent(doel.id(), tak);
        if (eerder == null) {
          rij.add(doel);
        } else if (!eerder.equals(tak)) {
          fout(doel, "is te bereiken van binnen en van buiten een parallelle tak; blijf met elke pijl"
              + " binnen dezelfde tak.");
          return;
        }
      }
      if (k.soort().equals("bpmn:endEvent") && !hier.isEmpty()) {
        fout(k, "ligt in een parallelle tak; voeg eerst alle takken samen.");
        return;
      }
    }
    for (Knoop k : graaf.knopen()) {
      if (!graaf.isParallel(k.id()) || graaf.in(k.id()).size() < 2) {
        continue;
      }
      List<Tak> laatste =
          graaf.in(k.id()).stream()
              .map(s -> plaatsVanStroom.get(s.id()))
              .map(t -> t.get(t.size() - 1))
              .toList();
      String splitsing = laatste.get(0).splitsing();
      boolean zelfde = laatste.stream().allMatch(t -> t.splitsing().equals(splitsing));
      long takken = laatste.stream().map(Tak::stroom).distinct().count();
      if (!zelfde || takken != laatste.size() || takken != graaf.uit(splitsing).size()) {
        fout(k, "voegt niet precies de takken samen van één parallelle gateway, elk één keer; teken"
            + " voor elke splitsing één samenvoeging.");
      }
    }
    // A split whose branches meet nowhere would have been found: its ends lie inside a branch.
  }

  private void kringen() {
    List<String> gepland = graaf.kring(id -> true, Stroom::gepland);
    if (!gepland.isEmpty()) {
      fout(graaf.knoop(gepland.get(0)), "ligt op het geplande pad in een kring; maak van de pijl"
          + " terug een antwoord met een voorwaarde.");
      return;
    }
    List<String> zonderWerk =
        graaf.kring(id -> !graaf.isBlok(id) || !wacht(graaf.knoop(id)), s -> true);
    if (!zonderWerk.isEmpty()) {
      fout(graaf.knoop(zonderWerk.get(0)), "ligt in een kring waarin niemand iets doet; laat de pijl"
          + " terug uitkomen voor een eerder blok.");
    }
  }

  private boolean wacht(Knoop blok) {
    return Bloksoort.vanProces(blok.attribuut("calledElement"))
        .map(s -> lijst.blokken().get(s.code()).wacht())
        .orElse(false);
  }

  // --- facts

  /** On every way to a gateway the block must have been passed whose outcome it asks for. */
  private void feiten() {
    Map<String, Set<String>> na = new HashMap<>();
    graaf.knopen().forEach(k -> na.put(k.id(), new HashSet<>(feiten.keySet())));
    Map<String, String> feitVan =
        feiten.entrySet().stream()
            .collect(Collectors.toMap(e -> e.getValue().id(), Map.Entry::getKey));
    boolean verandert = true;
    while (verandert) {
      verandert = false;
      for (Knoop k : graaf.knopen()) {
        Set<String> bekend = bekend(k, na);
        if (feitVan.containsKey(k.id())) {
          bekend.add(feitVan.get(k.id()));
        }
        verandert |= !na.put(k.id(), bekend).equals(bekend);
      }
    }
    for (Stroom s : graaf.stromen()) {
      s.voorwaarde().ifPresent(v -> feit(s, v, na.get(s.van())));
    }
  }

  private Set<String> bekend(Knoop k, Map<String, Set<String>> na) {
    Set<String> bekend = null;
    for (Stroom s : graaf.in(k.id())) {
      if (bekend == null) {
        bekend = new HashSet<>(na.get(s.van()));
      } else if (graaf.isParallel(k.id())) {
        bekend.addAll(na.get(s.van()));
      } else {
        bekend.retainAll(na.get(s.van()));
      }
    }
    return bekend == null ? new HashSet<>() : bekend;
  }

  private void feit(Stroom s, Voorwaarde v, Set<String> bekend) {
    Knoop blok = feiten.get(v.feit());
    if (blok == null || !bekend.contains(v.feit())) {
      fout(
          s.xml(),
          "vraagt naar " + v.feit() + ", maar geen blok dat op elke weg hierheen ligt geeft die"
              + " uitkomst; noem de uitkomst van een eerder blok.");
      return;
    }
    List<String> waarden =
        lijst.blokken()
            .get(Bloksoort.vanProces(blok.attribuut("calledElement")).orElseThrow().code())
            .uitkomst().waarden();
    if (!waarden.contains(v.waarde())) {
      fout(
          s.xml(),
          "vraagt of " + v.feit() + " '" + v.waarde() + "' is; dat kan niet. Kies uit: "
              + String.join(", ", waarden) + ".");
      return;
    }
    boolean terug = graaf.vanaf(s.naar()).contains(s.van());
    if (terug && !graaf.vanaf(s.naar()).contains(blok.id())) {
      fout(s.xml(), "gaat terug naar een punt na het blok waarvan het de uitkomst vraagt, en komt dus"
          + " steeds opnieuw; ga verder terug of vraag een latere uitkomst.");
    }
  }

  // --- overlap

  private static final String ANDERE_TAK =
      "noem het kenmerk van een overleg in een andere tak, of laat overlapt leeg.";

  /** What an overleg overlaps with runs beside it, and does not in the end wait for it. */
  private void overlap(Knoop wortel) {
    RouteModel model = Routelezer.lees(wortel);
    Map<String, Set<String>> eerder = new HashMap<>();
    model.voorgangers().forEach((id, voor) -> eerder.put(id, new HashSet<>(voor)));
    for (RouteModel.Blok b : model.blokken()) {
      b.overlapt().ifPresent(ander -> overlap(graaf.knoop(b.elementId()), ander, eerder));
    }
  }

  private void overlap(Knoop k, String ander, Map<String, Set<String>> eerder) {
    if (ander.equals(k.id())) {
      fout(k, "overlapt met zichzelf; " + ANDERE_TAK);
      return;
    }
    if (!graaf.kent(ander)) {
      fout(k, "overlapt met '" + kort(ander) + "', en dat komt in deze route niet voor; " + ANDERE_TAK);
      return;
    }
    Knoop doel = graaf.knoop(ander);
    if (!Bloksoort.OVERLEG.proces().equals(doel.attribuut("calledElement"))) {
      fout(k, "overlapt met " + aangeduid(doel) + ", en dat is geen overleg; " + ANDERE_TAK);
    } else if (!ernaast(k.id(), ander)) {
      fout(
          k,
          "overlapt met " + aangeduid(doel) + ", maar die twee liggen niet in verschillende takken van één"
              + " parallelle gateway; teken ze daarin, of laat overlapt leeg.");
    } else if (komtNa(ander, k.id(), eerder)) {
      fout(
          k,
          "overlapt met " + aangeduid(doel) + ", maar dat komt, door een andere overlap, zelf pas na dit"
              + " overleg; laat bij een van de twee overlapt leeg.");
    } else {
      eerder.get(k.id()).add(ander);
    }
  }

  /** Whether the first gateway at which their ways part sends each along a branch of its own. */
  private boolean ernaast(String een, String ander) {
    List<Tak> hier = plaats.get(een);
    List<Tak> daar = plaats.get(ander);
    int i = 0;
    while (i < hier.size() && i < daar.size() && hier.get(i).equals(daar.get(i))) {
      i++;
    }
    return i < hier.size()
        && i < daar.size()
        && hier.get(i).splitsing().equals(daar.get(i).splitsing());
  }

  private static boolean komtNa(String later, String eerst, Map<String, Set<String>> eerder) {
    Set<String> gezien = new HashSet<>();
    Deque<String> rij = new ArrayDeque<>(List.of(later));
    while (!rij.isEmpty()) {
      String id = rij.pop();
      if (id.equals(eerst)) {
        return true;
      }
      if (gezien.add(id)) {
        rij.addAll(eerder.getOrDefault(id, Set.of()));
      }
    }
    return false;
  }

  // --- sentences

  private static String aangeduid(Knoop k) {
    return "'" + kort(k.naam().isBlank() ? k.soort() : k.naam()) + "' (" + kort(k.id()) + ")";
  }

  private void fout(Knoop k, String zin) {
    if (k == null) {
      fouten.add(new Routebevinding("", "", zin));
      return;
    }
    String naam = kort(k.naam());
    String wie =
        naam.isBlank()
            ? "Element " + (k.id().isEmpty() ? k.soort() : kort(k.id()))
            : "'" + naam + "'" + (k.id().isEmpty() ? "" : " (" + kort(k.id()) + ")");
    fouten.add(new Routebevinding(k.id(), naam, wie + " " + zin));
  }

  /** For a sentence: one line, without control characters, at most 80 characters. */
  private static String kort(String tekst) {
    String regel = tekst.replaceAll("[\\p{Cntrl}\\p{Cf}]+", " ").strip();
    return regel.length() > 80 ? regel.substring(0, 79) + "…" : regel;
  }
}
