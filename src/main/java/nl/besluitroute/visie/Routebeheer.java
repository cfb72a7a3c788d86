package nl.besluitroute.visie;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.besluitroute.journaal.Journaal;
import nl.besluitroute.journaal.Notitie;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.regio.Regio;
import nl.besluitroute.regio.Regios;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.GeenToegang;
import nl.besluitroute.toegang.Toegang;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Use case: a region brings in routes of its own, while the system runs. A drawing is judged without
 * trace, taken into use with a reason, replaced by a next version, or withdrawn. A route belongs to
 * the region that brought it in; a shipped route is for all regions and is nobody's to change.
 *
 * <p>Every change is in the journal. What is refused changes nothing.
 */
@Service
public class Routebeheer {
  /** How long a drawing waits between preview and use. */
  static final Duration BEWAARTIJD = Duration.ofDays(1);

  private static final int LANGSTE_TOELICHTING = 4000;

  /** Blocks that ask for a version of the text. */
  private static final Set<Bloksoort> MET_TEKST =
      Set.of(Bloksoort.OVERLEG, Bloksoort.LOKAAL, Bloksoort.TWEEDE_RONDE);

  private final Routes routes;
  private final RegiorouteOpslag eigen;
  private final RouteversieOpslag versies;
  private final RouteconceptOpslag concepten;
  private final VisieOpslag visies;
  private final Overlegkeuze overlegkeuze;
  private final Regios regios;
  private final Toegang toegang;
  private final Journaal journaal;
  private final Klok klok;

  Routebeheer(
      Routes routes,
      RegiorouteOpslag eigen,
      RouteversieOpslag versies,
      RouteconceptOpslag concepten,
      VisieOpslag visies,
      Overlegkeuze overlegkeuze,
      Regios regios,
      Toegang toegang,
      Journaal journaal,
      Klok klok) {
    this.routes = routes;
    this.eigen = eigen;
    this.versies = versies;
    this.concepten = concepten;
    this.visies = visies;
    this.overlegkeuze = overlegkeuze;
    this.regios = regios;
    this.toegang = toegang;
    this.journaal = journaal;
    this.klok = klok;
  }

  /**
   * A route with whose it is.
   *
   * @param route its newest version
   * @param regio code of the region; empty for a route of all regions
   * @param ingetrokken whether no vision starts on it any more
   * @param onderweg how many visions travel it, on any version
   */
  public record Beheerd(
      Routes.Route route, Optional<String> regio, boolean ingetrokken, long onderweg) {}

  /**
   * A version of a route.
   *
   * @param ingebracht how it came in; empty for a shipped route
   * @param onderweg how many visions travel this version
   */
  public record Versie(Routes.Route route, Optional<Routeversie> ingebracht, long onderweg) {}

  /**
   * What is known of a drawing before it counts.
   *
   * @param model as it will be read; empty when the grammar refuses it
   * @param bevindingen why it is refused; empty when it can be taken into use
   * @param aandacht what a vision on it would meet in this region, one sentence each; no refusal
   * @param vorige the version that it replaces
   * @param gelijk whether it is that version, byte for byte
   */
  public record Proef(
      Optional<RouteModel> model,
      List<Routebevinding> bevindingen,
      List<String> aandacht,
      Optional<Routes.Route> vorige,
      boolean gelijk) {

    public boolean isGoed() {
      return bevindingen.isEmpty();
    }
  }

  /** What became of a drawing that was brought in. */
  public enum Uitkomst {
    NIEUWE_VERSIE,
    /** The same drawing as the newest version; nothing changed. */
    ONGEWIJZIGD,
    /** The same drawing as the newest version, which had been withdrawn. */
    WEER_IN_GEBRUIK
  }

  public record Ingebracht(Routes.Route route, Uitkomst uitkomst) {}

  // -- what there is ---------------------------------------------------------------------------

  /** All routes: those of all regions first, then by region; withdrawn ones last of their region. */
  @Transactional(readOnly = true)
  public List<Beheerd> alle() {
    Map<String, Regioroute> vanRegio =
        eigen.findAll().stream().collect(Collectors.toMap(Regioroute::sleutel, Function.identity()));
    Map<String, Long> onderweg =
        visies.onderweg().stream()
            .collect(
                Collectors.groupingBy(
                    VisieOpslag.Onderweg::getRoute,
                    Collectors.summingLong(VisieOpslag.Onderweg::getAantal)));
    Map<String, String> namen =
        regios.regioNamen(vanRegio.values().stream().map(Regioroute::regio).distinct().toList());
    return routes.alle().stream()
        .map(
            route ->
                beheerd(
                    route,
                    Optional.ofNullable(vanRegio.get(route.sleutel())),
                    onderweg.getOrDefault(route.sleutel(), 0L)))
        .sorted(
            Comparator.comparing((Beheerd b) -> b.regio().map(namen::get).orElse(""))
                .thenComparing(Beheerd::ingetrokken))
        .toList();
  }

  private static Beheerd beheerd(Routes.Route route, Optional<Regioroute> rij, long onderweg) {
    return new Beheerd(
        route,
        rij.map(Regioroute::regio),
        rij.flatMap(Regioroute::ingetrokkenOp).isPresent(),
        onderweg);
  }

  /** A route by its key. */
  @Transactional(readOnly = true)
  public Optional<Beheerd> zoek(String sleutel) {
    return alle().stream().filter(b -> b.route().sleutel().equals(sleutel)).findFirst();
  }

  /** All versions of a route, the newest first. */
  @Transactional(readOnly = true)
  public List<Versie> versies(String sleutel) {
    Map<String, Routeversie> ingebracht =
        versies.findByRoute(sleutel).stream()
            .collect(Collectors.toMap(Routeversie::versie, Function.identity()));
    Map<String, Long> onderweg =
        visies.onderweg().stream()
            .collect(
                Collectors.toMap(
                    VisieOpslag.Onderweg::getVersie, VisieOpslag.Onderweg::getAantal, Long::sum));
    return routes.versies(sleutel).stream()
        .map(
            route ->
                new Versie(
                    route,
                    Optional.ofNullable(ingebracht.get(route.versie())),
                    onderweg.getOrDefault(route.versie(), 0L)))
        .toList();
  }

  /** The routes on which a vision may start that this region leads. */
  @Transactional(readOnly = true)
  public List<Beheerd> teStarten(String regio) {
    return alle().stream()
        .filter(b -> !b.ingetrokken() && b.regio().filter(r -> !r.equals(regio)).isEmpty())
        .toList();
  }

  /**
   * The newest version of a route on which a vision of this region starts.
   *
   * @throws VisieFout when there is no such route, it is another region's or it was withdrawn
   */
  @Transactional(readOnly = true)
  public Routes.Route eisTeStarten(String sleutel, String regio) {
    Routes.Route route =
        routes
            .nieuwste(sleutel)
            .orElseThrow(() -> new VisieFout("Er is geen route '" + sleutel + "'."));
    eigen
        .findById(sleutel)
        .ifPresent(
            rij -> {
              if (!rij.regio().equals(regio)) {
                throw new VisieFout(
                    "De route '" + route.model().naam() + "' is van een andere regio ("
                        + naam(rij.regio()) + "). Kies een route van de eigen regio of een"
                        + " meegeleverde.");
              }
              if (rij.ingetrokkenOp().isPresent()) {
                throw new VisieFout(
                    "De route '" + route.model().naam()
                        + "' is ingetrokken. Kies een andere route, of neem haar eerst weer in"
                        + " gebruik.");
              }
            });
    return route;
  }

  // -- bringing in -----------------------------------------------------------------------------

  /** Whether somebody may bring in and withdraw routes of this region. */
  public boolean magBeheren(Gebruiker wie, String regio) {
    return toegang.magRoutesBeheren(wie, regio);
  }

  /**
   * Judges a drawing for a region; leaves no trace.
   *
   * @throws GeenToegang when the user manages no routes of this region
   * @throws VisieFout when there is no such region
   */
  @Transactional(readOnly = true)
  public Proef keur(String regio, byte[] bpmn, Gebruiker wie) {
    toegang.eisRoutesBeheren(wie, regio);
    eisRegio(regio);
    Routes.Oordeel oordeel = routes.keur(bpmn);
    List<Routebevinding> bevindingen = new ArrayList<>(oordeel.bevindingen());
    if (oordeel.model().isEmpty()) {
      return new Proef(Optional.empty(), bevindingen, List.of(), Optional.empty(), false);
    }
    RouteModel model = oordeel.model().get();
    Optional<Routes.Route> vorige = routes.nieuwste(model.sleutel());
    Optional<Regioroute> rij = eigen.findById(model.sleutel());
    if (vorige.isPresent() && rij.filter(r -> r.regio().equals(regio)).isEmpty()) {
      return new Proef(
          oordeel.model(), List.of(bezet(model, rij)), List.of(), Optional.empty(), false);
    }
    return new Proef(
        oordeel.model(),
        zonderTekst(model),
        aandacht(model, regio),
        vorige,
        vorige.filter(v -> Arrays.equals(routes.bpmn(v.versie()), bpmn)).isPresent());
  }

  /** Of two routes with the same key only one can be; the one that was there stays. */
  private Routebevinding bezet(RouteModel model, Optional<Regioroute> rij) {
    return new Routebevinding(
        model.sleutel(),
        model.naam(),
        "'" + model.naam() + "' (" + model.sleutel() + ") heeft het kenmerk van "
            + rij.map(r -> "een route van de regio " + naam(r.regio()))
                .orElse("een route die voor alle regio's is")
            + ", en die kunt u niet vervangen; geef het proces in de tekening een ander kenmerk (Id),"
            + " zoals route_ met de naam van uw regio.");
  }

  /** Where a text is treated before anybody wrote one, a vision would wait for ever. */
  private static List<Routebevinding> zonderTekst(RouteModel model) {
    Set<String> metTekst =
        model.blokken().stream()
            .filter(b -> b.soort() == Bloksoort.TEKST)
            .flatMap(b -> model.na(b.elementId()).stream())
            .collect(Collectors.toSet());
    return model.blokken().stream()
        .filter(b -> MET_TEKST.contains(b.soort()))
        .filter(b -> !metTekst.contains(b.elementId()))
        .map(
            b ->
                new Routebevinding(
                    b.elementId(),
                    b.naam(),
                    "'" + b.naam() + "' (" + b.elementId() + ") komt voordat er een tekst is om te"
                        + " behandelen; zet een stap 'Tekst opstellen' ervoor, niet in een tak ernaast."))
        .toList();
  }

  private List<String> aandacht(RouteModel model, String regio) {
    Set<String> zinnen = new LinkedHashSet<>();
    for (RouteModel.Blok blok : model.blokken()) {
      try {
        overlegkeuze.bij(blok, List.of(regio));
      } catch (VisieFout fout) {
        zinnen.add(fout.getMessage());
      }
    }
    return List.copyOf(zinnen);
  }

  /**
   * Takes a drawing into use for a region: from now on visions start on it; those under way keep the
   * version with which they began. The same drawing as the newest version gives no new version.
   *
   * @param toelichting why, 1 to 4000 characters
   * @throws RouteGeweigerd when the grammar refuses the drawing, or its key is not this region's
   * @throws VisieFout when the reason is missing or too long, or the region unknown
   * @throws GeenToegang when the user manages no routes of this region
   */
  @Transactional
  public Ingebracht voegToe(String regio, byte[] bpmn, String toelichting, Gebruiker wie) {
    Proef proef = keur(regio, bpmn, wie);
    if (!proef.isGoed()) {
      throw new RouteGeweigerd(proef.bevindingen().stream().map(Routebevinding::zin).toList());
    }
    String reden = eisToelichting(toelichting, "Vul een toelichting in");
    RouteModel model = proef.model().orElseThrow();
    Regioroute rij = vergrendeld(model, regio);
    // Asked again behind the lock: another version may have come in meanwhile.
    Optional<String> vorige = routes.nieuwste(model.sleutel()).map(Routes.Route::versie);
    Routes.Route route = routes.voegToe(model.sleutel() + ".bpmn", bpmn);
    boolean nieuw = vorige.filter(route.versie()::equals).isEmpty();
    boolean weer = rij.ingetrokkenOp().isPresent();
    rij.herstel();
    if (nieuw) {
      versies.save(
          new Routeversie(route, regio, kenmerk(bpmn), reden, wie.weergave(), klok.instant()));
      noteer(wie, "route_ingebracht", "in gebruik genomen, versie " + route.volgnummer(), route, regio, reden);
    } else if (weer) {
      noteer(wie, "route_hersteld", "weer in gebruik genomen", route, regio, reden);
    }
    return new Ingebracht(
        route,
        nieuw ? Uitkomst.NIEUWE_VERSIE : weer ? Uitkomst.WEER_IN_GEBRUIK : Uitkomst.ONGEWIJZIGD);
  }

  private Regioroute vergrendeld(RouteModel model, String regio) {
    Optional<Regioroute> bestaand = eigen.vergrendel(model.sleutel());
    if (bestaand.isPresent()) {
      if (!bestaand.get().regio().equals(regio)) {
        throw new RouteGeweigerd(List.of(bezet(model, bestaand).zin()));
      }
      return bestaand.get();
    }
    try {
      return eigen.saveAndFlush(new Regioroute(model.sleutel(), regio));
    } catch (DataIntegrityViolationException e) {
      throw new VisieFout(
          "Iemand anders bracht tegelijk met u een route met kenmerk " + model.sleutel()
              + " in. Er is niets opgeslagen; kijk eerst of uw tekening nog nodig is.");
    }
  }

  /**
   * Withdraws a region's route: no vision starts on it any more; those under way go on.
   *
   * @param reden 1 to 4000 characters
   * @throws VisieFout when the route is no region's own or was withdrawn already, or the reason is
   *     missing
   * @throws GeenToegang when the user manages no routes of that region
   */
  @Transactional
  public void trekIn(String sleutel, String reden, Gebruiker wie) {
    Regioroute rij =
        eigen
            .vergrendel(sleutel)
            .orElseThrow(
                () -> new VisieFout("Alleen een route van een regio zelf is in te trekken."));
    toegang.eisRoutesBeheren(wie, rij.regio());
    if (rij.ingetrokkenOp().isPresent()) {
      throw new VisieFout("Deze route is al ingetrokken.");
    }
    String waarom = eisToelichting(reden, "Vul een reden in");
    rij.trekIn(klok.instant());
    noteer(
        wie, "route_ingetrokken", "ingetrokken", routes.nieuwste(sleutel).orElseThrow(), rij.regio(), waarom);
  }

  private void noteer(
      Gebruiker wie, String soort, String wat, Routes.Route route, String regio, String reden) {
    journaal.noteer(
        Notitie.van(
                wie.weergave(),
                soort,
                "Route '" + route.model().naam() + "' (" + route.sleutel() + ") van de regio "
                    + naam(regio) + " " + wat + ".")
            .omdat(reden));
  }

  // -- between preview and use -----------------------------------------------------------------

  /**
   * Keeps a drawing that was found right until it is taken into use, for a day at most.
   *
   * @throws RouteGeweigerd when it is not right
   * @throws GeenToegang when the user manages no routes of this region
   */
  @Transactional
  public Routeconcept bewaar(String regio, String bestandsnaam, byte[] bpmn, Gebruiker wie) {
    Proef proef = keur(regio, bpmn, wie);
    if (!proef.isGoed()) {
      throw new RouteGeweigerd(proef.bevindingen().stream().map(Routebevinding::zin).toList());
    }
    concepten.ruimOp(klok.instant().minus(BEWAARTIJD));
    return concepten.save(new Routeconcept(regio, bestandsnaam, bpmn, wie.naam(), klok.instant()));
  }

  /** A drawing that this user kept; empty when it was used, is too old or is somebody else's. */
  @Transactional(readOnly = true)
  public Optional<Routeconcept> concept(UUID id, Gebruiker wie) {
    return concepten
        .findById(id)
        .filter(c -> c.account().equals(wie.naam()))
        .filter(c -> c.bewaardOp().isAfter(klok.instant().minus(BEWAARTIJD)));
  }

  /**
   * Takes a kept drawing into use; judged anew, as {@link #voegToe}.
   *
   * @throws VisieFout when this user keeps no such drawing (any more)
   */
  @Transactional
  public Ingebracht neemInGebruik(UUID concept, String toelichting, Gebruiker wie) {
    Routeconcept bewaard =
        concept(concept, wie)
            .orElseThrow(
                () -> new VisieFout("Deze tekening is er niet meer. Breng haar opnieuw in."));
    Ingebracht ingebracht = voegToe(bewaard.regio(), bewaard.bpmn(), toelichting, wie);
    concepten.delete(bewaard);
    return ingebracht;
  }

  // -- small -----------------------------------------------------------------------------------

  private String eisToelichting(String tekst, String zin) {
    String schoon = tekst == null ? "" : tekst.strip();
    if (schoon.isEmpty() || schoon.length() > LANGSTE_TOELICHTING) {
      throw new VisieFout(zin + ", van ten hoogste " + LANGSTE_TOELICHTING + " tekens.");
    }
    return schoon;
  }

  private void eisRegio(String code) {
    regios.regio(code).orElseThrow(() -> new VisieFout("Onbekende regio: " + code + "."));
  }

  private String naam(String regio) {
    return regios.regio(regio).map(Regio::naam).orElse(regio);
  }

  private static String kenmerk(byte[] bpmn) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bpmn));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
