package nl.besluitroute.visie;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.besluitroute.journaal.Journaal;
import nl.besluitroute.journaal.Notitie;
import nl.besluitroute.kalender.GeschrevenDatum;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.regio.Gemeente;
import nl.besluitroute.regio.Regios;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.Toegang;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Use case: a vision starts. Its steps are generated from the route's model; then its route runs. */
@Service
public class VisieStarten {
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{1,58}");

  /** Addresses of pages that stand where a vision's would. */
  private static final Set<String> PAGINAS = Set.of("nieuw", "inbrengen");

  private final VisieOpslag visies;
  private final DeelnameOpslag deelnames;
  private final StapOpslag stapOpslag;
  private final Stappen stappen;
  private final Routefeiten feiten;
  private final Regios regios;
  private final Routebeheer routes;
  private final Routes versies;
  private final Overlegkeuze overlegkeuze;
  private final Routeloop routeloop;
  private final Journaal journaal;
  private final Toegang toegang;
  private final Klok klok;

  VisieStarten(
      VisieOpslag visies,
      DeelnameOpslag deelnames,
      StapOpslag stapOpslag,
      Stappen stappen,
      @org.springframework.context.annotation.Lazy Routefeiten feiten,
      Regios regios,
      Routebeheer routes,
      Routes versies,
      Overlegkeuze overlegkeuze,
      Routeloop routeloop,
      Journaal journaal,
      Toegang toegang,
      Klok klok) {
    this.visies = visies;
    this.deelnames = deelnames;
    this.stapOpslag = stapOpslag;
    this.stappen = stappen;
    this.feiten = feiten;
    this.regios = regios;
    this.routes = routes;
    this.versies = versies;
    this.overlegkeuze = overlegkeuze;
    this.routeloop = routeloop;
    this.journaal = journaal;
    this.toegang = toegang;
    this.klok = klok;
  }

  /**
   * A vision to start.
   *
   * @param id short name in lower case, digits and hyphens; stands in addresses
   * @param looptijdVan first year
   * @param looptijdTot last year
   * @param regios codes, the leading region first; one or two
   * @param deelnemers codes of the municipalities that decide
   * @param route key of the route
   */
  public record Opdracht(
      String id,
      String titel,
      String gevraagdBesluit,
      int looptijdVan,
      int looptijdTot,
      Vaststellingsregel regel,
      List<String> regios,
      List<String> deelnemers,
      String route,
      List<Planregel> planning) {
    public Opdracht {
      regios = List.copyOf(regios);
      deelnemers = List.copyOf(new LinkedHashSet<>(deelnemers));
      planning = List.copyOf(planning);
    }
  }

  /**
   * A date of the first plan.
   *
   * @param element id in the route's model
   * @param gemeente code, for a municipality's own step; else null
   * @param soort the local kind of step, when a municipality is named; else null
   */
  public record Planregel(
      String element,
      String gemeente,
      Stap.Soort soort,
      GeschrevenDatum datum,
      String bijzonderheden) {}

  /** Why this cannot be the id of a vision, in a sentence; empty when it can. */
  public static Optional<String> bezwaarTegenKenmerk(String kenmerk) {
    if (!ID.matcher(kenmerk).matches()) {
      return Optional.of("Gebruik voor het kenmerk 2 tot 59 kleine letters, cijfers en streepjes.");
    }
    return PAGINAS.contains(kenmerk)
        ? Optional.of("Het kenmerk '" + kenmerk + "' is van een pagina; kies een ander.")
        : Optional.empty();
  }

  /**
   * Starts the vision.
   *
   * @throws VisieFout when a part of the order cannot be, in a sentence
   */
  @Transactional
  public Regiovisie start(Opdracht opdracht, Gebruiker wie) {
    Regiovisie visie = maak(opdracht, klok.vandaag(), wie);
    journaal.noteer(
        Notitie.van(wie.weergave(), "visie_gestart", "Visie gestart: " + visie.titel() + ".")
            .bijVisie(visie.id()));
    routeloop.start(visie.id(), visie.routeVersie());
    return visie;
  }

  /**
   * Makes a vision that comes in half-way, with its steps; its route does not run yet. Who calls
   * records the past, and then lets it {@link #gaVerder go on}.
   *
   * @param sinds the day since which the municipalities take part
   * @throws VisieFout when a part of the order cannot be, in a sentence
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Regiovisie brengIn(Opdracht opdracht, LocalDate sinds, Gebruiker wie) {
    Regiovisie visie = maak(opdracht, sinds, wie);
    journaal.noteer(
        Notitie.van(wie.weergave(), "visie_ingebracht", "Visie halverwege ingebracht: " + visie.titel() + ".")
            .bijVisie(visie.id()));
    return visie;
  }

  /**
   * The route of a vision that came in half-way begins where its steps say that the text is.
   *
   * @throws VisieFout when a step that was never begun is missing
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void gaVerder(Regiovisie visie) {
    Routes.Route route = versies.versie(visie.routeVersie());
    List<Stap> alle = stapOpslag.findByVisieOrderByVolgordeAscIdAsc(visie.id());
    Wijzigingsplan plan =
        Wijzigingsplan.inbrengen(
            new Wijzigingsplan.Uitgangspunt(
                alle,
                List.of(),
                route.model(),
                route.model(),
                versies.wandeling(versies.bpmn(route.versie())),
                Map.of(),
                feiten.uitkomsten(visie.id()),
                klok.vandaag()));
    plan.rijen().stream()
        .filter(rij -> !rij.begint)
        .forEach(rij -> rij.stap.zet(rij.wordt, rij.ingang));
    stapOpslag.flush();
    routeloop.startBij(visie.id(), visie.routeVersie(), plan.begint());
  }

  private Regiovisie maak(Opdracht opdracht, LocalDate sinds, Gebruiker wie) {
    opdracht.regios().forEach(regio -> toegang.eisSecretaris(wie, List.of(regio)));
    controleer(opdracht);
    Routes.Route route = routes.eisTeStarten(opdracht.route(), opdracht.regios().get(0));
    controleerRegel(opdracht.regel(), route.model());
    Regiovisie visie =
        visies.saveAndFlush(new Regiovisie(opdracht, route.versie(), klok.instant()));
    opdracht.deelnemers().forEach(g -> deelnames.save(new Deelname(visie.id(), g, sinds, null)));

    List<Stap> gemaakt = new ArrayList<>();
    int volgorde = 0;
    for (RouteModel.Blok blok : route.model().blokken()) {
      volgorde++;
      gemaakt.add(
          stappen.maak(StapId.van(visie.id(), blok.elementId()), blok, volgorde, overlegkeuze.bij(blok, visie.regios())));
      gemaakt.addAll(stappen.maakLokaal(visie.id(), blok, volgorde, opdracht.deelnemers()));
    }
    plan(gemaakt, opdracht, visie.id());
    return visie;
  }

  private void controleer(Opdracht o) {
    bezwaarTegenKenmerk(o.id())
        .ifPresent(
            bezwaar -> {
              throw new VisieFout(bezwaar);
            });
    if (visies.existsById(o.id())) {
      throw new VisieFout("Er is al een visie met kenmerk " + o.id() + ".");
    }
    if (o.titel().isBlank() || o.titel().length() > 200) {
      throw new VisieFout("De titel is leeg of langer dan 200 tekens.");
    }
    if (o.gevraagdBesluit().isBlank() || o.gevraagdBesluit().length() > 4000) {
      throw new VisieFout("Het gevraagde besluit is leeg of langer dan 4000 tekens.");
    }
    if (o.looptijdTot() < o.looptijdVan()) {
      throw new VisieFout("De looptijd eindigt voordat hij begint.");
    }
    if (o.regios().isEmpty() || o.regios().size() > 2) {
      throw new VisieFout("Een visie hoort bij één of twee regio's.");
    }
    o.regios()
        .forEach(
            code ->
                regios.regio(code).orElseThrow(() -> new VisieFout("Onbekende regio: " + code + ".")));
    if (o.deelnemers().isEmpty()) {
      throw new VisieFout("Aan een visie neemt ten minste één gemeente deel.");
    }
    Map<String, String> bekend = regios.namen(o.deelnemers());
    Set<String> leden =
        o.regios().stream()
            .flatMap(regio -> regios.leden(regio, klok.vandaag()).stream())
            .map(Gemeente::code)
            .collect(Collectors.toSet());
    o.deelnemers()
        .forEach(
            code -> {
              if (!bekend.containsKey(code)) {
                throw new VisieFout("Onbekende gemeente: " + code + ".");
              }
              if (!leden.contains(code)) {
                throw new VisieFout("Gemeente " + bekend.get(code) + " hoort niet bij de regio.");
              }
            });
  }

  /** A rule over raden on a route in which colleges decide would never be met, nor the reverse. */
  static void controleerRegel(Vaststellingsregel regel, RouteModel route) {
    String beslist = regel.beslist().code();
    route.blokken().stream()
        .filter(blok -> blok.wieBesluit().filter(wie -> !wie.equals(beslist)).isPresent())
        .findFirst()
        .ifPresent(
            blok -> {
              throw new VisieFout(
                  "De regel '"
                      + regel.omschrijving()
                      + "' past niet bij de route: in stap '"
                      + blok.naam()
                      + "' besluit "
                      + (blok.wieBesluit().get().equals("raad") ? "de raad." : "het college."));
            });
  }

  private void plan(List<Stap> gemaakt, Opdracht opdracht, String visie) {
    Map<String, Stap> bijId = new HashMap<>();
    gemaakt.forEach(stap -> bijId.put(stap.id(), stap));
    for (Planregel regel : opdracht.planning()) {
      StapId id =
          regel.gemeente() == null
              ? StapId.van(visie, regel.element())
              : StapId.van(visie, regel.element(), regel.gemeente(), regel.soort(), 1);
      Stap stap = bijId.get(id.toString());
      if (stap == null) {
        throw new VisieFout(
            "De planning noemt een stap die de route niet heeft: " + regel.element()
                + (regel.gemeente() == null ? "." : " van " + regel.gemeente() + "."));
      }
      stap.plan(regel.datum(), regel.bijzonderheden());
    }
    // A municipality without a date of its own follows the date of the block, as written.
    gemaakt.stream()
        .filter(stap -> stap.soort().lokaal() && stap.gepland().isEmpty())
        .forEach(
            stap ->
                bijId
                    .get(StapId.van(visie, stap.element()).toString())
                    .gepland()
                    .ifPresent(datum -> stap.plan(datum, null)));
  }
}
