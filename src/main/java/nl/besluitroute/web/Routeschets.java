package nl.besluitroute.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.besluitroute.regio.Orgaansoort;
import nl.besluitroute.visie.Bloksoort;
import nl.besluitroute.visie.RouteModel;
import nl.besluitroute.visie.RouteModel.Blok;
import nl.besluitroute.visie.RouteModel.Moment;
import nl.besluitroute.visie.RouteModel.Spoor;
import nl.besluitroute.web.VisieKop.Baan;
import nl.besluitroute.web.VisieKop.Plek;
import nl.besluitroute.web.VisieKop.Teken;
import nl.besluitroute.web.VisieKop.Voortgang;
import nl.besluitroute.web.VisieKop.Waaier;
import nl.besluitroute.web.VisieKop.Wie;

/** A route before any vision travels it: its track, its steps and its answers in words. */
final class Routeschets {

  private static final int NAMEN = 3;

  private final RouteModel model;
  private final Function<String, String> orgaannaam;
  private final List<String> gemeenten;
  private final Map<String, String> tegelijk = new HashMap<>();
  private final List<String> volgorde = new ArrayList<>();

  /**
   * @param orgaannaam name of a body by its id
   * @param gemeenten names of the municipalities that would decide; empty when no region is known
   */
  Routeschets(RouteModel model, Function<String, String> orgaannaam, List<String> gemeenten) {
    this.model = model;
    this.orgaannaam = orgaannaam;
    this.gemeenten = gemeenten;
    loop(model.spoor(), null);
  }

  RoutePagina.Schets schets() {
    List<RoutePagina.Rij> rijen = new ArrayList<>(volgorde.stream().map(this::rij).toList());
    model.blokken().stream().filter(b -> !b.gepland()).forEach(b -> rijen.add(rij(b)));
    model.momenten().stream()
        .filter(m -> !volgorde.contains(m.elementId()))
        .forEach(m -> rijen.add(rij(m, "alleen na een ander antwoord")));
    return new RoutePagina.Schets(spoor(), rijen, keuzes());
  }

  // -- the order, and what runs at the same time ------------------------------------------------

  private void loop(List<Spoor> spoor, String ernaast) {
    for (Spoor deel : spoor) {
      if (deel instanceof Spoor.Halte halte) {
        volgorde.add(halte.elementId());
        if (ernaast != null) {
          tegelijk.put(halte.elementId(), ernaast);
        }
      } else if (deel instanceof Spoor.Parallel parallel) {
        for (List<Spoor> tak : parallel.takken()) {
          List<String> anderen =
              parallel.takken().stream()
                  .filter(andere -> andere != tak)
                  .flatMap(andere -> haltes(andere).map(this::naam))
                  .toList();
          loop(tak, anderen.isEmpty() ? ernaast : "tegelijk met " + Taal.opsomming(anderen, NAMEN));
        }
      }
    }
  }

  private static Stream<String> haltes(List<Spoor> spoor) {
    return spoor.stream()
        .flatMap(
            deel ->
                deel instanceof Spoor.Halte halte
                    ? Stream.of(halte.elementId())
                    : ((Spoor.Parallel) deel).takken().stream().flatMap(Routeschets::haltes));
  }

  private Optional<Blok> blok(String element) {
    return model.blokken().stream().filter(b -> b.elementId().equals(element)).findFirst();
  }

  private Optional<Moment> moment(String element) {
    return model.momenten().stream().filter(m -> m.elementId().equals(element)).findFirst();
  }

  private String naam(String element) {
    return blok(element).map(Blok::naam).or(() -> moment(element).map(Moment::naam)).orElse(null);
  }

  // -- the track -----------------------------------------------------------------------------

  private VisieKop.Route spoor() {
    Waaier waaier = waaier();
    return new VisieKop.Route(
        volgorde.stream()
            .filter(element -> waaier == null || blok(element).filter(Routeschets::lokaal).isEmpty())
            .map(this::station)
            .toList(),
        waaier);
  }

  private VisieKop.Stap station(String element) {
    Optional<Blok> blok = blok(element);
    if (blok.isEmpty()) {
      Moment moment = moment(element).orElseThrow();
      return new VisieKop.Stap(
          Taal.afbreekbaar(moment.naam()), Voortgang.KOMT, datum(moment), "wacht op deze datum", false);
    }
    String naam = blok.get().naam();
    String overleg = overleg(blok.get());
    boolean zegtMeer = overleg != null && !naam.toLowerCase().contains(overleg.toLowerCase());
    return new VisieKop.Stap(
        Taal.afbreekbaar(naam),
        Voortgang.KOMT,
        blok.get().doel().naam(),
        zegtMeer ? overleg : null,
        false);
  }

  private static boolean lokaal(Blok blok) {
    return blok.soort() == Bloksoort.LOKAAL || blok.soort() == Bloksoort.INFORMEREN;
  }

  private Waaier waaier() {
    Optional<Blok> besluit =
        model.blokken().stream().filter(b -> b.gepland() && b.soort() == Bloksoort.LOKAAL).findFirst();
    if (besluit.isEmpty() || gemeenten.isEmpty()) {
      return null;
    }
    boolean raad = besluit.get().wieBesluit().filter("raad"::equals).isPresent();
    boolean brief =
        !raad && model.blokken().stream().anyMatch(b -> b.gepland() && b.soort() == Bloksoort.INFORMEREN);
    Plek laatste = raad ? plek(Wie.RAAD) : brief ? plek(Wie.BRIEF) : null;
    return new Waaier(
        "College besluit",
        raad ? "Raad besluit" : brief ? "Brief aan raad" : null,
        gemeenten.stream().map(g -> new Baan(g, plek(Wie.COLLEGE), laatste)).toList());
  }

  private static Plek plek(Wie wie) {
    return new Plek(wie, Teken.OPEN, "");
  }

  // -- in words ------------------------------------------------------------------------------

  private RoutePagina.Rij rij(String element) {
    return blok(element)
        .map(this::rij)
        .orElseGet(() -> rij(moment(element).orElseThrow(), tegelijk.get(element)));
  }

  private RoutePagina.Rij rij(Blok blok) {
    return new RoutePagina.Rij(
        blok.naam(),
        blok.elementId(),
        blok.soort().naam(),
        blok.doel().naam(),
        overleg(blok),
        Taal.metHoofdletter(blok.ronde().replace('_', ' ')),
        termijnen(blok),
        bij(blok));
  }

  private String bij(Blok blok) {
    String wanneer = blok.gepland() ? tegelijk.get(blok.elementId()) : "alleen na een ander antwoord";
    return blok.overlapt()
        .map(
            ander ->
                (wanneer == null ? "" : wanneer + "; ")
                    + "na de vergadering van "
                    + naam(ander)
                    + ", op een eigen versie en zonder de uitkomst af te wachten")
        .orElse(wanneer);
  }

  private static RoutePagina.Rij rij(Moment moment, String bij) {
    return new RoutePagina.Rij(
        moment.naam(), moment.elementId(), "Datum", "Wachten tot " + datum(moment), null, null, List.of(), bij);
  }

  private static String datum(Moment moment) {
    String[] delen = moment.datum().split("T", 2);
    String dag = Taal.voluitZonderDag(java.time.LocalDate.parse(delen[0]));
    return delen.length == 1 ? dag : dag + ", " + delen[1].substring(0, 5).replace(':', '.') + " uur";
  }

  private String overleg(Blok blok) {
    return switch (blok.soort()) {
      case LOKAAL ->
          blok.wieBesluit().filter("raad"::equals).isPresent() ? "College en raad van elke gemeente" : "College van elke gemeente";
      case INFORMEREN -> "Raad van elke gemeente";
      default -> blok.orgaan().map(orgaannaam).or(() -> blok.orgaansoort().map(Orgaansoort::naam)).orElse(null);
    };
  }

  private static List<String> termijnen(Blok blok) {
    List<String> termijnen = new ArrayList<>();
    if (blok.aanlevertermijn() > 0) {
      termijnen.add("stukken " + werkdagen(blok.aanlevertermijn()) + " vooraf");
    }
    if (blok.vastlegtermijn() > 0) {
      termijnen.add("vastleggen binnen " + werkdagen(blok.vastlegtermijn()));
    }
    if (blok.werktijd() > 0) {
      termijnen.add("ten minste " + werkdagen(blok.werktijd()));
    }
    return termijnen;
  }

  private static String werkdagen(int aantal) {
    return Taal.aantal(aantal, "werkdag", "werkdagen");
  }

  private List<String> keuzes() {
    return model.keuzes().stream()
        .map(
            k -> {
              String naar = naam(k.naar());
              return "Na " + naam(k.blok()) + ", ‘" + k.vraag() + "’: bij ‘" + k.antwoord() + "’ (uitkomst "
                  + k.waarde().replace('_', ' ') + ") "
                  + (naar == null
                      ? "eindigt de route."
                      : "gaat de route " + (k.terug() ? "terug " : "") + "naar ‘" + naar + "’.");
            })
        .toList();
  }

  /** What a drawing changes against the version that it replaces, one sentence each. */
  static List<String> verschil(RouteModel oud, RouteModel nieuw) {
    Map<String, Blok> was = bijElement(oud);
    Map<String, Blok> wordt = bijElement(nieuw);
    List<String> zinnen = new ArrayList<>();
    zin(zinnen, "Nieuw", wordt, b -> !was.containsKey(b.elementId()));
    zin(zinnen, "Vervalt", was, b -> !wordt.containsKey(b.elementId()));
    zin(
        zinnen,
        "Gewijzigd",
        wordt,
        b -> was.containsKey(b.elementId()) && !was.get(b.elementId()).equals(b));
    if (!oud.spoor().equals(nieuw.spoor()) && was.keySet().equals(wordt.keySet())) {
      zinnen.add("De volgorde van de stappen wordt anders.");
    }
    if (!oud.keuzes().equals(nieuw.keuzes())) {
      zinnen.add("De antwoorden bij de keuzes, of waar zij heen leiden, worden anders.");
    }
    if (!oud.momenten().equals(nieuw.momenten())) {
      zinnen.add("De datums waarop de route wacht, worden anders.");
    }
    return zinnen.isEmpty() ? List.of("De stappen en keuzes blijven gelijk; alleen de tekening is anders.") : zinnen;
  }

  private static Map<String, Blok> bijElement(RouteModel model) {
    return model.blokken().stream().collect(Collectors.toMap(Blok::elementId, Function.identity()));
  }

  private static void zin(
      List<String> zinnen, String kop, Map<String, Blok> blokken, java.util.function.Predicate<Blok> welke) {
    List<String> namen = blokken.values().stream().filter(welke).map(Blok::naam).sorted().toList();
    if (!namen.isEmpty()) {
      zinnen.add(kop + ": " + Taal.opsomming(namen) + ".");
    }
  }
}
