package nl.besluitroute.visie;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.besluitroute.journaal.Journaal;
import nl.besluitroute.journaal.Notitie;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.regio.Orgaan;
import nl.besluitroute.regio.Regios;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.Toegang;
import nl.besluitroute.visie.Routevoorbeeld.Gevolg;
import nl.besluitroute.visie.Routevoorbeeld.Stapregel;
import nl.besluitroute.visie.Routevoorbeeld.Werk;
import nl.besluitroute.visie.Stap.Ingang;
import nl.besluitroute.visie.Stap.Toestand;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Use case: the route of a running vision changes. First a preview, that leaves no trace; then the
 * change itself, in one transaction over steps, engine, agenda, stand and journal. What was recorded
 * stays, nothing is asked twice, and a change is applied only to the state that its preview showed.
 */
@Service
public class Routewijzigingen {
  private final VisieOpslag visies;
  private final StapOpslag stapOpslag;
  private final DeelnameOpslag deelnames;
  private final Stappen stappen;
  private final Overlegkeuze overlegkeuze;
  private final Routebeheer routebeheer;
  private final Regios regios;
  private final Routes routes;
  private final Routeloop routeloop;
  private final Routefeiten feiten;
  private final Journaal journaal;
  private final Toegang toegang;
  private final Klok klok;
  private final Herkansing herkansing;

  Routewijzigingen(
      VisieOpslag visies,
      StapOpslag stapOpslag,
      DeelnameOpslag deelnames,
      Stappen stappen,
      Overlegkeuze overlegkeuze,
      Routebeheer routebeheer,
      Regios regios,
      Routes routes,
      @org.springframework.context.annotation.Lazy Routeloop routeloop,
      @org.springframework.context.annotation.Lazy Routefeiten feiten,
      Journaal journaal,
      Toegang toegang,
      Klok klok,
      Herkansing herkansing) {
    this.visies = visies;
    this.stapOpslag = stapOpslag;
    this.deelnames = deelnames;
    this.stappen = stappen;
    this.overlegkeuze = overlegkeuze;
    this.routebeheer = routebeheer;
    this.regios = regios;
    this.routes = routes;
    this.routeloop = routeloop;
    this.feiten = feiten;
    this.journaal = journaal;
    this.toegang = toegang;
    this.klok = klok;
    this.herkansing = herkansing;
  }

  /**
   * What a change would do. Changes nothing.
   *
   * @throws VisieFout when there is no such vision, or its route came to its end
   */
  @Transactional(readOnly = true)
  public Routevoorbeeld voorbeeld(String visie, Routewijziging wijziging, Gebruiker wie) {
    Regiovisie v =
        visies.findById(visie).orElseThrow(() -> new VisieFout("Er is geen visie met kenmerk " + visie + "."));
    return werkUit(v, wijziging, wie).voorbeeld();
  }

  /**
   * Applies a change, exactly as its preview said.
   *
   * @param kenmerk of the preview
   * @throws VisieVeranderd when the vision moved since; nothing was changed
   * @throws VisieFout when it cannot be, or has no reason
   */
  public Routevoorbeeld voerUit(
      String visie, Routewijziging wijziging, String kenmerk, String reden, Gebruiker wie) {
    return herkansing.doe(() -> voerEensUit(visie, wijziging, kenmerk, reden, wie));
  }

  private Routevoorbeeld voerEensUit(
      String visie, Routewijziging wijziging, String kenmerk, String reden, Gebruiker wie) {
    Regiovisie v =
        visies.vergrendel(visie).orElseThrow(() -> new VisieFout("Er is geen visie met kenmerk " + visie + "."));
    Uitwerking u = werkUit(v, wijziging, wie);
    v.eisNietOpgeschort();
    Stappen.eisReden(reden);
    if (!u.voorbeeld().kan()) {
      throw new VisieFout(String.join(" ", u.voorbeeld().beletselen()));
    }
    if (!u.voorbeeld().kenmerk().equals(kenmerk)) {
      throw new VisieVeranderd(u.voorbeeld());
    }
    pasToe(v, u);
    journaal.noteer(
        Notitie.van(wie.weergave(), "route_gewijzigd", journaalzin(u.voorbeeld()))
            .bijVisie(visie)
            .bijStap(u.stap())
            .omdat(reden));
    return u.voorbeeld();
  }

  private static String journaalzin(Routevoorbeeld voorbeeld) {
    String stappen =
        voorbeeld.stappen().stream()
            .filter(s -> s.gevolg() != Gevolg.BLIJFT && s.gevolg() != Gevolg.VOORBIJ)
            .map(s -> s.naam() + " " + s.gevolg().naam())
            .collect(Collectors.joining("; "));
    return voorbeeld.zin() + (stappen.isEmpty() ? "" : " Gevolg: " + stappen + ".");
  }

  // -- working out -----------------------------------------------------------------------------

  /** @param versie of the route that is followed afterwards; null when it is not deployed yet */
  private record Uitwerking(
      Routevoorbeeld voorbeeld,
      Wijzigingsplan plan,
      String versie,
      Routes.Ontwerp ontwerp,
      Vaststellingsregel regel,
      List<String> deelnemers,
      Map<String, Orgaan> organen,
      String stap) {}

  private Uitwerking werkUit(Regiovisie v, Routewijziging wijziging, Gebruiker wie) {
    toegang.eisSecretaris(wie, v.regios());
    if (v.afgerondOp().isPresent()) {
      throw new VisieFout("De route van deze visie is al doorlopen.");
    }
    List<Stap> alle = stapOpslag.findByVisieOrderByVolgordeAscIdAsc(v.id());
    List<String> deelnemers =
        deelnames.findByVisie(v.id()).stream()
            .filter(d -> d.op(klok.vandaag()))
            .map(Deelname::gemeente)
            .sorted()
            .toList();
    RouteModel oud = routes.versie(v.routeVersie()).model();
    List<String> beletselen = new ArrayList<>();
    String versie = v.routeVersie();
    Routes.Ontwerp ontwerp = new Routes.Ontwerp(routes.bpmn(versie), oud);
    Vaststellingsregel regel = v.regel();
    if (wijziging instanceof Routewijziging.Toevoegen w) {
      try {
        ontwerp = metOverleg(v, w, alle);
        versie = null;
      } catch (VisieFout e) {
        beletselen.add(e.getMessage());
      } catch (RouteGeweigerd e) {
        beletselen.addAll(e.zinnen());
      }
    } else if (wijziging instanceof Routewijziging.Verplaatsen w) {
      regel = w.regel().orElse(regel);
      Optional<Routes.Route> doel = Optional.empty();
      try {
        // The own route's next version may be followed also when no vision starts on it any more.
        doel =
            v.route().equals(w.route())
                ? routes.nieuwste(w.route())
                : Optional.of(routebeheer.eisTeStarten(w.route(), v.regios().get(0)));
      } catch (VisieFout e) {
        beletselen.add(e.getMessage());
      }
      if (doel.isPresent() && doel.get().versie().equals(versie) && regel == v.regel()) {
        beletselen.add("De visie volgt deze route al, in haar nieuwste versie.");
      } else if (doel.isPresent()) {
        versie = doel.get().versie();
        ontwerp = new Routes.Ontwerp(routes.bpmn(versie), doel.get().model());
        try {
          VisieStarten.controleerRegel(regel, ontwerp.model());
        } catch (VisieFout e) {
          beletselen.add(e.getMessage() + " Kies ook een regel die bij de route past.");
        }
      }
    }
    Map<String, Orgaan> organen = organen(v, ontwerp.model(), alle, wijziging, beletselen);
    Routes.Wandeling wandeling = routes.wandeling(ontwerp.bpmn());
    Wijzigingsplan plan =
        beletselen.isEmpty()
            ? Wijzigingsplan.maak(
                wijziging,
                new Wijzigingsplan.Uitgangspunt(
                    alle,
                    deelnemers,
                    oud,
                    ontwerp.model(),
                    wandeling,
                    organen.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().id())),
                    feiten.uitkomsten(v.id()),
                    klok.vandaag()))
            : null;
    if (plan != null) {
      beletselen.addAll(plan.beletselen());
    }
    List<Routefeiten.OpenWerk> open = feiten.openWerk(v.id());
    String kenmerk = kenmerk(v, alle, deelnemers, open, wijziging, ontwerp);
    String voornemen = zin(v, wijziging, ontwerp.model(), alle, false);
    String zin = zin(v, wijziging, ontwerp.model(), alle, true);
    Routevoorbeeld voorbeeld =
        plan == null || !beletselen.isEmpty()
            ? new Routevoorbeeld(
                kenmerk, voornemen, zin, List.of(), List.of(), List.of(), Optional.empty(), List.of(), beletselen)
            : voorbeeld(v, kenmerk, voornemen, zin, plan, alle, deelnemers, open, organen, regel);
    String stap =
        wijziging instanceof Routewijziging.Overslaan w
            ? StapId.van(v.id(), w.element()).toString()
            : wijziging instanceof Routewijziging.Herhalen w ? StapId.van(v.id(), w.element()).toString() : null;
    return new Uitwerking(voorbeeld, plan, versie, ontwerp, regel, deelnemers, organen, stap);
  }

  private Routes.Ontwerp metOverleg(Regiovisie v, Routewijziging.Toevoegen w, List<Stap> alle) {
    Orgaan orgaan =
        regios
            .orgaan(w.orgaan())
            .filter(o -> o.regio().filter(v.regios()::contains).isPresent())
            .orElseThrow(() -> new VisieFout("De regio heeft geen overleg '" + w.orgaan() + "'."));
    RouteModel model = routes.versie(v.routeVersie()).model();
    Stap bij =
        alle.stream()
            .filter(s -> s.element().equals(w.element()) && !s.soort().lokaal())
            .filter(s -> model.blokken().stream().anyMatch(b -> b.elementId().equals(s.element())))
            .findFirst()
            .orElseThrow(() -> new VisieFout("De route heeft geen stap " + w.element() + "."));
    Set<String> bezet = alle.stream().map(Stap::element).collect(Collectors.toSet());
    int nummer = 1;
    while (bezet.contains("extra_" + nummer)) {
      nummer++;
    }
    // A regional meeting's own terms: those of the step that it stands beside, or the usual ones.
    boolean overleg = bij.soort() == Stap.Soort.OVERLEG;
    return routes.metOverleg(
        v.routeVersie(),
        new Routes.ExtraOverleg(
            eigenSleutel(v),
            "extra_" + nummer,
            orgaan,
            w.doel(),
            bij.ronde(),
            overleg ? bij.aanlevertermijn() : 5,
            overleg ? bij.vastlegtermijn() : 2,
            w.plek(),
            w.element()));
  }

  /** The key of the route that only this vision follows. */
  private static String eigenSleutel(Regiovisie v) {
    String stam = v.route().replaceFirst(Routes.EIGEN + ".*$", "");
    String eigen = Routes.EIGEN + hash(v.id()).substring(0, 8);
    return stam.substring(0, Math.min(stam.length(), 56 - eigen.length())) + eigen;
  }

  private Map<String, Orgaan> organen(
      Regiovisie v, RouteModel model, List<Stap> alle, Routewijziging wijziging, List<String> beletselen) {
    boolean zelfde = !(wijziging instanceof Routewijziging.Verplaatsen) || model.sleutel().equals(v.route());
    Map<String, Stap> bekend =
        alle.stream().filter(s -> !s.soort().lokaal()).collect(Collectors.toMap(Stap::element, s -> s));
    Map<String, Orgaan> organen = new HashMap<>();
    for (RouteModel.Blok blok : model.blokken()) {
      Stap stap = bekend.get(blok.elementId());
      if (stap != null && zelfde) {
        // The region's bodies may have changed since; a step of the same route keeps its own.
        stap.orgaan().flatMap(regios::orgaan).ifPresent(o -> organen.put(blok.elementId(), o));
        continue;
      }
      try {
        Orgaan orgaan = overlegkeuze.bij(blok, v.regios());
        if (orgaan != null) {
          organen.put(blok.elementId(), orgaan);
        }
      } catch (VisieFout e) {
        beletselen.add(e.getMessage());
      }
    }
    return organen;
  }

  /**
   * @param gedaan whether it has been applied; else it is still only looked at
   */
  private String zin(
      Regiovisie v, Routewijziging wijziging, RouteModel model, List<Stap> alle, boolean gedaan) {
    if (wijziging instanceof Routewijziging.Overslaan w) {
      return (gedaan ? "Stap overgeslagen: " : "Stap overslaan: ") + naam(alle, w.element()) + ".";
    }
    if (wijziging instanceof Routewijziging.Herhalen w) {
      return (gedaan ? "Stap opnieuw behandeld: " : "Stap opnieuw behandelen: ")
          + naam(alle, w.element())
          + (w.ookErna() ? ", en wat erna kwam." : ".");
    }
    if (wijziging instanceof Routewijziging.Toevoegen w) {
      return (gedaan ? "Overleg toegevoegd: " : "Overleg toevoegen: ")
          + regios.orgaan(w.orgaan()).map(Orgaan::naam).orElse(w.orgaan())
          + (w.plek() == Routewijziging.Plek.NA ? ", na " : ", voor ")
          + naam(alle, w.element())
          + ".";
    }
    String oud = routes.versie(v.routeVersie()).model().naam();
    return model.sleutel().equals(v.route())
        ? "Verder volgens de nieuwste versie van route '" + model.naam() + "'."
        : "Verder volgens route '" + model.naam() + "', in plaats van '" + oud + "'.";
  }

  private static String naam(List<Stap> alle, String element) {
    return alle.stream()
        .filter(s -> s.element().equals(element) && !s.soort().lokaal())
        .map(Stap::naam)
        .findFirst()
        .orElse(element);
  }

  private static String kenmerk(
      Regiovisie v,
      List<Stap> alle,
      List<String> deelnemers,
      List<Routefeiten.OpenWerk> open,
      Routewijziging wijziging,
      Routes.Ontwerp ontwerp) {
    StringBuilder tekst = new StringBuilder(v.routeVersie()).append(v.regel()).append(wijziging).append(deelnemers);
    alle.forEach(s -> tekst.append(s.id()).append(s.toestand()).append(s.doorloop()).append(s.slot()).append(';'));
    open.stream().map(Routefeiten.OpenWerk::taak).sorted().forEach(tekst::append);
    return hash(tekst + hash(new String(ontwerp.bpmn(), StandardCharsets.UTF_8)));
  }

  private static String hash(String tekst) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(tekst.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  // -- the preview -----------------------------------------------------------------------------

  private Routevoorbeeld voorbeeld(
      Regiovisie v,
      String kenmerk,
      String voornemen,
      String zin,
      Wijzigingsplan plan,
      List<Stap> alle,
      List<String> deelnemers,
      List<Routefeiten.OpenWerk> open,
      Map<String, Orgaan> organen,
      Vaststellingsregel regel) {
    Map<String, Stap> bijId = alle.stream().collect(Collectors.toMap(Stap::id, s -> s));
    Map<String, String> gemeenten =
        regios.namen(alle.stream().flatMap(s -> s.gemeente().stream()).distinct().toList());
    Map<String, Orgaan> vanStappen =
        regios.organen(alle.stream().flatMap(s -> s.orgaan().stream()).distinct().toList()).stream()
            .collect(Collectors.toMap(Orgaan::id, o -> o));
    Set<String> losgelaten =
        plan.rijen().stream().filter(r -> r.losgelaten).map(r -> r.element).collect(Collectors.toSet());
    List<Werk> vervalt =
        open.stream()
            .filter(w -> losgelaten.contains(bijId.get(w.stap()).element()))
            .map(
                w -> {
                  Stap stap = bijId.get(w.stap());
                  String wie =
                      stap.gemeente().isPresent()
                          ? stap.naam()
                          : stap.orgaan().map(vanStappen::get).map(Orgaan::naam).orElse("");
                  return new Werk(w.stap(), w.soort(), w.naam(), wie, stap.gemeente());
                })
            .sorted(java.util.Comparator.comparing(Werk::stap))
            .toList();
    List<Werk> komt = new ArrayList<>();
    for (Wijzigingsplan.Rij rij : plan.rijen()) {
      if (rij.begint) {
        komt.addAll(eersteWerk(v.id(), rij, alle, deelnemers, organen, gemeenten));
      }
    }
    List<Stapregel> regels = new ArrayList<>();
    for (Wijzigingsplan.Rij rij : plan.rijen()) {
      regels.add(
            new Stapregel(
                rij.element,
                rij.naam(),
                rij.blok == null ? rij.stap.soort() : Stap.Soort.van(rij.blok.soort()),
                Optional.ofNullable(rij.stap).map(Stap::toestand),
                rij.wordt,
                gevolg(rij),
                rij.was(Toestand.GEDAAN) || rij.blok == null
                    ? rij.stap.orgaan()
                    : Optional.ofNullable(organen.get(rij.element)).map(Orgaan::id),
                java.util.stream.Stream.concat(vervalt.stream(), komt.stream())
                    .filter(w -> StapId.lees(w.stap()).element().equals(rij.element))
                    .flatMap(w -> w.gemeente().stream())
                    .distinct()
                    .sorted()
                    .toList()));
    }
    List<String> letOp = new ArrayList<>(plan.letOp());
    Optional<Routevoorbeeld.Regelwijziging> regelwijziging =
        regel == v.regel()
            ? Optional.empty()
            : Optional.of(
                new Routevoorbeeld.Regelwijziging(
                    v.regel(), regel, feiten.stand(v.id(), v.regel()), feiten.stand(v.id(), regel)));
    return new Routevoorbeeld(kenmerk, voornemen, zin, regels, vervalt, komt, regelwijziging, letOp, List.of());
  }

  private static Gevolg gevolg(Wijzigingsplan.Rij rij) {
    if (rij.begint) {
      return rij.stap == null || rij.stap.doorloop() == 0
          ? rij.stap == null ? Gevolg.KOMT_ERBIJ : Gevolg.BEGINT
          : rij.ingang == Ingang.HERVATTEN ? Gevolg.GAAT_VERDER : Gevolg.BEGINT_OPNIEUW;
    }
    if (rij.stap == null) {
      return rij.wordt == Toestand.VERVALLEN ? Gevolg.VOORBIJ : Gevolg.KOMT_ERBIJ;
    }
    if (rij.wordt == Toestand.VERVALLEN && !rij.was(Toestand.VERVALLEN)) {
      return Gevolg.VERVALT;
    }
    return rij.wordt == Toestand.GEPLAND && !rij.was(Toestand.GEPLAND) ? Gevolg.LATER : Gevolg.BLIJFT;
  }

  /** The work that opens when a block begins or goes on. */
  private List<Werk> eersteWerk(
      String visie,
      Wijzigingsplan.Rij rij,
      List<Stap> alle,
      List<String> deelnemers,
      Map<String, Orgaan> organen,
      Map<String, String> gemeenten) {
    String id = StapId.van(visie, rij.element).toString();
    String orgaan = Optional.ofNullable(organen.get(rij.element)).map(Orgaan::naam).orElse("");
    boolean verder = rij.ingang == Ingang.HERVATTEN;
    return switch (rij.blok.soort()) {
      case TEKST -> List.of(new Werk(id, "taak_versieVastleggen", "Versie vastleggen", orgaan, Optional.empty()));
      case PARTICIPATIE ->
          List.of(new Werk(id, "taak_participatieVastleggen", "Participatie vastleggen", orgaan, Optional.empty()));
      case OVERLEG ->
          verder && feiten.verzonden(id)
              ? List.of(new Werk(id, "taak_conclusieVastleggen", "Conclusie vastleggen", orgaan, Optional.empty()))
              : List.of(new Werk(id, "taak_stukkenVerzenden", "Stukken verzenden", orgaan, Optional.empty()));
      case TWEEDE_RONDE ->
          List.of(
              new Werk(id, "taak_adviesTweedeRonde", "Advies tweede ronde vastleggen", orgaan, Optional.empty()));
      case LOKAAL, INFORMEREN -> lokaalWerk(visie, rij, verder, alle, deelnemers, gemeenten);
    };
  }

  private List<Werk> lokaalWerk(
      String visie,
      Wijzigingsplan.Rij rij,
      boolean verder,
      List<Stap> alle,
      List<String> deelnemers,
      Map<String, String> gemeenten) {
    List<Stap> lokaal =
        alle.stream().filter(s -> s.element().equals(rij.element) && s.soort().lokaal()).toList();
    Stap.Soort eerste = Stappen.lokaleSoorten(rij.blok).get(0);
    boolean lokaalBesluit = rij.blok.soort() == Bloksoort.LOKAAL;
    List<Stappen.LokaalWerk> werk;
    if (verder) {
      werk = Stappen.nogTeDoen(rij.blok, lokaal, deelnemers);
    } else {
      boolean opnieuw = lokaalBesluit && rij.stap != null && rij.stap.doorloop() > 0;
      int ronde = opnieuw ? alle.stream().mapToInt(Stap::besluitronde).max().orElse(1) + 1 : 1;
      werk =
          (opnieuw ? feiten.moetenBesluiten(visie) : deelnemers)
              .stream().map(g -> new Stappen.LokaalWerk(g, eerste, ronde)).toList();
    }
    if (werk.isEmpty() && lokaalBesluit) {
      return List.of(
          new Werk(
              StapId.van(visie, rij.element).toString(),
              "taak_besluitrondeAfsluiten",
              "Besluitronde afsluiten",
              "",
              Optional.empty()));
    }
    Map<String, String> namen = new HashMap<>(gemeenten);
    namen.putAll(regios.namen(werk.stream().map(Stappen.LokaalWerk::gemeente).toList()));
    return werk.stream()
        .map(
            w ->
                new Werk(
                    StapId.van(visie, rij.element, w.gemeente(), w.soort(), w.ronde()).toString(),
                    switch (w.soort()) {
                      case COLLEGE -> "taak_collegebesluitVastleggen";
                      case RAAD -> "taak_raadsbesluitVastleggen";
                      default -> "taak_raadInformeren";
                    },
                    switch (w.soort()) {
                      case COLLEGE -> "Collegebesluit vastleggen";
                      case RAAD -> "Raadsbesluit vastleggen";
                      default -> "Raad informeren";
                    },
                    (w.soort() == Stap.Soort.COLLEGE ? "College " : "Raad ") + namen.get(w.gemeente()),
                    Optional.of(w.gemeente())))
        .toList();
  }

  // -- applying --------------------------------------------------------------------------------

  private void pasToe(Regiovisie v, Uitwerking u) {
    String versie = u.versie();
    if (versie == null) {
      versie = routes.voegToe(u.ontwerp().model().sleutel() + ".bpmn", u.ontwerp().bpmn()).versie();
    }
    boolean andereRoute = !versie.equals(v.routeVersie());
    v.volg(u.ontwerp().model().sleutel(), versie, u.regel());
    List<Stap> lopend = new ArrayList<>();
    int volgorde = 0;
    for (Wijzigingsplan.Rij rij : u.plan().rijen()) {
      volgorde++;
      Stap stap = rij.stap;
      if (stap == null) {
        stap = stappen.maak(StapId.van(v.id(), rij.element), rij.blok, volgorde, u.organen().get(rij.element));
      }
      stap.verplaats(volgorde);
      if (andereRoute && rij.blok != null && !rij.was(Toestand.GEDAAN)) {
        stap.neemOver(rij.blok, Optional.ofNullable(u.organen().get(rij.element)).map(Orgaan::id).orElse(null));
      }
      // Where the route begins, the engine begins the step.
      stap.zet(rij.begint ? Toestand.GEPLAND : rij.wordt, rij.ingang);
      lopend.addAll(zetLokaal(v.id(), rij, stap, volgorde, u, andereRoute));
      if (andereRoute && rij.wordt == Toestand.LOOPT && !rij.begint) {
        lopend.add(stap);
      }
    }
    stapOpslag.flush();
    routeloop.verplaats(v.id(), versie, u.plan().blijft(), u.plan().begint());
    routeloop.termijnGewijzigd(lopend);
  }

  /** @return the municipalities' steps that stay under way with terms of another route */
  private List<Stap> zetLokaal(
      String visie, Wijzigingsplan.Rij rij, Stap stap, int volgorde, Uitwerking u, boolean andereRoute) {
    List<Stap> lokaal =
        stapOpslag.findByVisieAndElement(visie, rij.element).stream().filter(s -> s.soort().lokaal()).toList();
    lokaal.forEach(s -> s.verplaats(volgorde));
    if (rij.wordt == Toestand.VERVALLEN) {
      lokaal.forEach(Stap::vervalt);
      return List.of();
    }
    if (rij.wordt == Toestand.GEDAAN) {
      return List.of();
    }
    List<Stap> lopend = new ArrayList<>();
    boolean verder = rij.ingang == Ingang.HERVATTEN && rij.blok.soort() != Bloksoort.TWEEDE_RONDE;
    List<Stap.Soort> soorten = Stappen.lokaleSoorten(rij.blok);
    for (Stap s : lokaal) {
      if (s.toestand() == Toestand.GEDAAN || s.toestand() == Toestand.VERVALLEN) {
        continue;
      }
      if (andereRoute) {
        s.neemOver(rij.blok, null);
      }
      if (rij.losgelaten && s.toestand() == Toestand.LOOPT) {
        if (verder) {
          s.zet(Toestand.GEPLAND, Ingang.HERVATTEN);
        } else {
          s.vervalt();
        }
      }
      if (!soorten.isEmpty() && !soorten.contains(s.soort())) {
        s.vervalt();
      } else if (s.toestand() == Toestand.LOOPT && andereRoute) {
        lopend.add(s);
      }
    }
    boolean eersteRonde = stap.doorloop() == 0 || (verder && lokaal.stream().allMatch(s -> s.besluitronde() == 1));
    if ((rij.wordt == Toestand.GEPLAND || rij.begint) && eersteRonde) {
      stappen
          .maakLokaal(visie, rij.blok, volgorde, u.deelnemers())
          .forEach(s -> stap.gepland().filter(d -> s.gepland().isEmpty()).ifPresent(d -> s.plan(d, null)));
    }
    return lopend;
  }
}
