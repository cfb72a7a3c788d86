package nl.besluitroute.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.besluitroute.agenda.Agenda;
import nl.besluitroute.agenda.AgendaTaak;
import nl.besluitroute.agenda.OnjuisteInvoer;
import nl.besluitroute.agenda.TaakNietOpen;
import nl.besluitroute.agenda.Taken;
import nl.besluitroute.besluitvorming.Behandeling;
import nl.besluitroute.besluitvorming.Behandelingen;
import nl.besluitroute.besluitvorming.Besluit;
import nl.besluitroute.besluitvorming.Besluiten;
import nl.besluitroute.besluitvorming.Correcties;
import nl.besluitroute.besluitvorming.Duiding;
import nl.besluitroute.besluitvorming.InvoerFout;
import nl.besluitroute.besluitvorming.Opmerking;
import nl.besluitroute.besluitvorming.Opmerkingen;
import nl.besluitroute.besluitvorming.VisieInbrengen;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.regio.GemeenteCode;
import nl.besluitroute.regio.Orgaansoort;
import nl.besluitroute.regio.Regios;
import nl.besluitroute.stuk.VersieFout;
import nl.besluitroute.toegang.Accounts;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.GeenToegang;
import nl.besluitroute.toegang.Rol;
import nl.besluitroute.toegang.Toekenning;
import nl.besluitroute.vergaderschema.SchemaFout;
import nl.besluitroute.visie.Opschorting;
import nl.besluitroute.visie.RouteGeweigerd;
import nl.besluitroute.visie.Routes;
import nl.besluitroute.visie.Routewijzigingen;
import nl.besluitroute.visie.Stap;
import nl.besluitroute.visie.StapId;
import nl.besluitroute.visie.Stappen;
import nl.besluitroute.visie.Vaststellingsregel;
import nl.besluitroute.visie.VisieFout;
import nl.besluitroute.visie.VisieStarten;
import nl.besluitroute.visie.Visies;
import nl.besluitroute.visieplanning.Aanlevering;
import nl.besluitroute.visieplanning.Herplanning;
import nl.besluitroute.visieplanning.Visieplanning;
import org.springframework.stereotype.Component;

/**
 * Replays a scenario on the real engine, through the same use cases as the pages, under a set clock.
 * The job executor must be off: what falls due runs here, in due order, before each event. Leaves
 * the clock where the scenario ended.
 */
@Component
public class ScenarioSpeler {
  private static final int MAXIMUM_ROUTE = 1024 * 1024;
  private static final LocalTime BEGIN_VAN_DE_DAG = LocalTime.of(8, 0);

  private final Klok klok;
  private final Jobs jobs;
  private final Regios regios;
  private final Routes routes;
  private final VisieStarten starten;
  private final Visies visies;
  private final Stappen stappen;
  private final Aanlevering aanlevering;
  private final Agenda agenda;
  private final Taken taken;
  private final Opmerkingen opmerkingen;
  private final Besluiten besluiten;
  private final Behandelingen behandelingen;
  private final Correcties correcties;
  private final VisieInbrengen inbrengen;
  private final Routewijzigingen wijzigingen;
  private final Opschorting opschorting;
  private final Schemaspeler schemas;
  private final Visieplanning planning;
  private final Herplanning herplanning;
  private final Accounts accounts;
  private final Verwachtingen verwachtingen;

  ScenarioSpeler(
      Klok klok,
      Jobs jobs,
      Regios regios,
      Routes routes,
      VisieStarten starten,
      Visies visies,
      Stappen stappen,
      Aanlevering aanlevering,
      Agenda agenda,
      Taken taken,
      Opmerkingen opmerkingen,
      Besluiten besluiten,
      Behandelingen behandelingen,
      Correcties correcties,
      VisieInbrengen inbrengen,
      Routewijzigingen wijzigingen,
      Opschorting opschorting,
      Schemaspeler schemas,
      Visieplanning planning,
      Herplanning herplanning,
      Accounts accounts,
      Verwachtingen verwachtingen) {
    this.klok = klok;
    this.jobs = jobs;
    this.regios = regios;
    this.routes = routes;
    this.starten = starten;
    this.visies = visies;
    this.stappen = stappen;
    this.aanlevering = aanlevering;
    this.agenda = agenda;
    this.taken = taken;
    this.opmerkingen = opmerkingen;
    this.besluiten = besluiten;
    this.behandelingen = behandelingen;
    this.correcties = correcties;
    this.inbrengen = inbrengen;
    this.wijzigingen = wijzigingen;
    this.opschorting = opschorting;
    this.schemas = schemas;
    this.planning = planning;
    this.herplanning = herplanning;
    this.accounts = accounts;
    this.verwachtingen = verwachtingen;
  }

  /** An event that cannot be applied, such as one whose work is not open. */
  private static final class NietMogelijk extends RuntimeException {
    NietMogelijk(String zin) {
      super(zin);
    }
  }

  /**
   * Plays all events, checks each expectation at its moment, and goes on to the last of both.
   *
   * @throws ScenarioOnleesbaar when the route's file cannot be read or is no route
   * @param totEnMet the replay also runs what falls due up to this moment; for demo content, now
   */
  public Uitslag speel(Scenario scenario, Optional<Instant> totEnMet) {
    List<Uitslag.Toets> toetsen = new ArrayList<>();
    List<String> tussentijds = new ArrayList<>();
    Optional<String> afgebroken = Optional.empty();
    String visie = scenario.visie().id();
    try {
      klok.zet(scenario.visie().startdatum().atTime(BEGIN_VAN_DE_DAG).atZone(Klok.ZONE).toInstant());
      begin(scenario);
      jobs.voerUitWatVervalt();
      for (Moment moment : momenten(scenario)) {
        vooruitNaar(moment.op());
        if (moment.gebeurtenis() != null) {
          doe(scenario, moment.gebeurtenis());
        } else {
          toetsen.addAll(verwachtingen.toets(visie, moment.verwachting()));
          if (moment.verwachting().behandeling().isPresent()) {
            tussentijds.add(verwachtingen.behandelingNu(visie));
          }
        }
      }
      totEnMet.ifPresent(this::vooruitNaar);
    } catch (Geweigerd e) {
      afgebroken = Optional.of(e.getMessage());
      scenario.verwachtingen().stream()
          .filter(v -> toetsen.stream().noneMatch(t -> t.regel() == v.plaats().regel()))
          .forEach(v -> toetsen.add(verwachtingen.nietBereikt(v)));
    }
    String verslag = visies.zoek(visie).isPresent() ? verwachtingen.verslag(visie) : "";
    return new Uitslag(scenario.naam(), List.copyOf(tussentijds), verslag, List.copyOf(toetsen), afgebroken);
  }

  private static final class Geweigerd extends RuntimeException {
    Geweigerd(String zin) {
      super(zin);
    }
  }

  /** Either an event or an expectation; at one moment events come first. */
  private record Moment(Instant op, Gebeurtenis gebeurtenis, Scenario.Verwachting verwachting) {}

  private static List<Moment> momenten(Scenario scenario) {
    List<Moment> momenten = new ArrayList<>();
    scenario.gebeurtenissen().forEach(g -> momenten.add(new Moment(g.kop().op(), g, null)));
    scenario.verwachtingen().forEach(v -> momenten.add(new Moment(v.op(), null, v)));
    momenten.sort(Comparator.comparing(Moment::op)); // stable: the file's order within a moment
    return momenten;
  }

  private void vooruitNaar(Instant doel) {
    for (Optional<Instant> eerste = jobs.eerste();
        eerste.isPresent() && !eerste.get().isAfter(doel);
        eerste = jobs.eerste()) {
      if (eerste.get().isAfter(klok.instant())) {
        klok.zet(eerste.get());
      }
      jobs.voerUitWatVervalt();
    }
    if (doel.isAfter(klok.instant())) {
      klok.zet(doel);
    }
  }

  private void begin(Scenario scenario) {
    try {
      scenario.regios().stream().filter(Scenario.Regio::isEigen).forEach(this::voegRegioToe);
      scenario.organen().forEach(this::voegOrgaanToe);
      scenario.mensen().forEach(m -> voegMensToe(m, scenario.visie().regios()));
      String route =
          scenario
              .route()
              .bestand()
              .map(pad -> routes.voegToe(pad.getFileName().toString(), lees(pad)).sleutel())
              .or(scenario.route()::sleutel)
              .orElseThrow();
      Scenario.Visie v = scenario.visie();
      VisieStarten.Opdracht opdracht =
          new VisieStarten.Opdracht(
              v.id(),
              v.titel(),
              v.gevraagdBesluit(),
              v.looptijdVan(),
              v.looptijdTot(),
              Vaststellingsregel.valueOf(v.regel().toUpperCase(Locale.ROOT)),
              v.regios(),
              scenario.deelnemers(),
              route,
              scenario.planning().stream().map(ScenarioSpeler::planregel).toList());
      Gebruiker secretaris = Gebruiker.secretarisVan(v.regios());
      if (scenario.verleden().isPresent()) {
        inbrengen.brengIn(opdracht, scenario.verleden().get(), secretaris);
      } else {
        starten.start(opdracht, secretaris);
      }
    } catch (RouteGeweigerd e) {
      throw new ScenarioOnleesbaar(1, 1, "Het routebestand wordt geweigerd: " + e.getMessage());
    } catch (VisieFout | InvoerFout | VersieFout | IllegalArgumentException e) {
      throw new Geweigerd("De visie kan niet beginnen: " + e.getMessage());
    }
  }

  /** A byte more than a route may have is enough for the grammar to refuse it. */
  private static byte[] lees(Path pad) {
    try (InputStream in = Files.newInputStream(pad)) {
      return in.readNBytes(MAXIMUM_ROUTE + 1);
    } catch (IOException e) {
      throw new ScenarioOnleesbaar(1, 1, "Het routebestand " + pad.getFileName() + " is niet te lezen");
    }
  }

  private void voegRegioToe(Scenario.Regio regio) {
    regio.gemeenten().forEach(g -> regios.voegGemeenteToe(new GemeenteCode(g.code()), g.naam()));
    regios.voegRegioToe(
        regio.code(),
        regio.naam().orElseThrow(),
        regio.gemeenten().stream().map(g -> new GemeenteCode(g.code())).toList());
  }

  private void voegOrgaanToe(Scenario.Orgaan o) {
    Orgaansoort soort = Orgaansoort.van(o.soort()).orElseThrow();
    if (o.gemeente().isPresent()) {
      regios.voegBestuursorgaanToe(o.id(), o.naam(), soort, o.gemeente().get());
    } else {
      regios.voegOverlegToe(o.id(), o.naam(), soort, o.regio().orElseThrow());
    }
  }

  /** Nobody is to sign in as one of them: the password is known to nobody. */
  private void voegMensToe(Scenario.Mens m, List<String> visieregios) {
    Rol rol = Rol.valueOf(m.rol().toUpperCase(Locale.ROOT));
    List<Toekenning> rollen =
        m.gemeente().isPresent()
            ? List.of(Toekenning.inGemeente(rol, m.gemeente().get()))
            : visieregios.stream()
                .map(
                    regio ->
                        m.orgaan()
                            .map(o -> Toekenning.bijOverleg(rol, regio, o))
                            .orElseGet(() -> Toekenning.inRegio(rol, regio)))
                .toList();
    accounts.voegToe(m.naam(), m.functie(), UUID.randomUUID().toString(), false, rollen);
  }

  private static VisieStarten.Planregel planregel(Scenario.GeplandeStap p) {
    return new VisieStarten.Planregel(
        p.stap(),
        p.gemeente().orElse(null),
        p.gemeente().map(g -> lokaleSoort(p.orgaansoort())).orElse(null),
        p.datum(),
        p.bijzonderheden().orElse(null));
  }

  private static Stap.Soort lokaleSoort(Optional<String> orgaansoort) {
    return orgaansoort.filter("raad"::equals).isPresent() ? Stap.Soort.RAAD : Stap.Soort.COLLEGE;
  }

  private void doe(Scenario scenario, Gebeurtenis g) {
    try {
      pasToe(scenario.visie().id(), g);
      jobs.voerUitWatVervalt();
    } catch (OnjuisteInvoer
        | InvoerFout
        | TaakNietOpen
        | GeenToegang
        | VisieFout
        | SchemaFout
        | NietMogelijk e) {
      throw new Geweigerd(
          "Regel " + g.kop().plaats().regel() + ", " + g.soort() + ": " + e.getMessage());
    }
  }

  private void pasToe(String visie, Gebeurtenis g) {
    if (g instanceof Gebeurtenis.Participatie e) {
      voltooi(visie, "taak_participatieVastleggen", e.stap(), null, e.kop(), e.invoer());
    } else if (g instanceof Gebeurtenis.Versie e) {
      voltooi(visie, "taak_versieVastleggen", e.stap(), null, e.kop(), e.invoer());
    } else if (g instanceof Gebeurtenis.Verzending e) {
      eisOrgaan(visie, e.stap(), e.orgaan());
      voltooi(visie, "taak_stukkenVerzenden", e.stap(), null, e.kop(), e.invoer());
    } else if (g instanceof Gebeurtenis.Behandeling e) {
      eisOrgaan(visie, e.stap(), e.orgaan());
      voltooi(visie, "taak_conclusieVastleggen", e.stap(), null, e.kop(), e.invoer());
    } else if (g instanceof Gebeurtenis.Besluit e) {
      String taak =
          e.orgaansoort().equals("raad")
              ? "taak_raadsbesluitVastleggen"
              : "taak_collegebesluitVastleggen";
      eisRonde(visie, e);
      voltooi(visie, taak, e.stap().orElse(null), e.gemeente(), e.kop(), e.invoer());
    } else if (g instanceof Gebeurtenis.Informeren e) {
      voltooi(visie, "taak_raadInformeren", e.stap().orElse(null), e.gemeente(), e.kop(), e.invoer());
    } else if (g instanceof Gebeurtenis.Afsluiten e) {
      voltooi(visie, "taak_besluitrondeAfsluiten", e.stap().orElse(null), null, e.kop(), e.invoer());
    } else if (g instanceof Gebeurtenis.Advies e) {
      voltooi(visie, "taak_adviesTweedeRonde", e.stap().orElse(null), null, e.kop(), e.invoer());
    } else if (g instanceof Gebeurtenis.Antwoord e) {
      beantwoord(visie, e);
    } else if (g instanceof Gebeurtenis.Duiding e) {
      duid(visie, e);
    } else if (g instanceof Gebeurtenis.Datum e) {
      StapId stap =
          e.gemeente()
              .map(
                  gemeente ->
                      StapId.van(visie, e.stap(), gemeente, lokaleSoort(e.orgaansoort()), visies.laatsteBesluitronde(visie)))
              .orElseGet(() -> StapId.van(visie, e.stap()));
      stappen.wijzigDatum(
          stap, e.datum(), e.reden(), wie(visie, e.kop(), e.gemeente().orElse(null)));
    } else if (g instanceof Gebeurtenis.Vertrek e) {
      stappen.vertrek(visie, e.gemeente(), e.reden(), wie(visie, e.kop(), null));
    } else if (g instanceof Gebeurtenis.Toetreding e) {
      stappen.toetreding(visie, e.gemeente(), e.reden(), wie(visie, e.kop(), null));
    } else if (g instanceof Gebeurtenis.RouteGewijzigd e) {
      Gebruiker wie = wie(visie, e.kop(), null);
      wijzigingen.voerUit(
          visie, e.wijziging(), wijzigingen.voorbeeld(visie, e.wijziging(), wie).kenmerk(), e.reden(), wie);
    } else if (g instanceof Gebeurtenis.OpnieuwBesluiten e) {
      stappen.opnieuwBesluiten(visie, e.gemeente(), e.reden(), wie(visie, e.kop(), null));
    } else if (g instanceof Gebeurtenis.Vergadering e) {
      String gemeente = regios.orgaan(e.orgaan()).flatMap(o -> o.gemeente()).orElse(null);
      schemas.speel(e, wie(visie, e.kop(), gemeente));
    } else if (g instanceof Gebeurtenis.TermijnGezet e) {
      String gemeente = e.orgaan().flatMap(regios::orgaan).flatMap(o -> o.gemeente()).orElse(null);
      schemas.speel(e, wie(visie, e.kop(), gemeente));
    } else if (g instanceof Gebeurtenis.Nazenden e) {
      aanlevering.nazenden(
          StapId.van(visie, e.stap()).toString(), e.instemming(), e.reden(), wie(visie, e.kop(), null));
    } else if (g instanceof Gebeurtenis.LatereVergadering e) {
      aanlevering.latereVergadering(
          StapId.van(visie, e.stap()).toString(), e.reden(), wie(visie, e.kop(), null));
    } else if (g instanceof Gebeurtenis.Schriftelijk e) {
      stappen.zetSchriftelijk(
          StapId.van(visie, e.stap()), e.reactiesTotEnMet(), e.reden(), wie(visie, e.kop(), null));
    } else if (g instanceof Gebeurtenis.Streefdatum e) {
      planning.zetStreefdatum(
          visie, e.dag().orElse(null), e.reden().orElse(null), wie(visie, e.kop(), null));
    } else if (g instanceof Gebeurtenis.PlanOvernemen e) {
      Gebruiker wie = wie(visie, e.kop(), null);
      planning.neemOver(visie, planning.plan(visie, wie).kenmerk(), e.reden(), wie);
    } else if (g instanceof Gebeurtenis.Uitstellen e) {
      Gebruiker wie = wie(visie, e.kop(), null);
      String stap = StapId.van(visie, e.stap()).toString();
      herplanning.stelUit(
          visie, stap, e.vanaf(), e.reden(), herplanning.als(visie, stap, e.vanaf(), wie).kenmerk(), wie);
    } else if (g instanceof Gebeurtenis.Opschorten e) {
      opschorting.schortOp(visie, e.reden(), wie(visie, e.kop(), null));
    } else if (g instanceof Gebeurtenis.Hervatten e) {
      opschorting.hervat(visie, e.reden(), wie(visie, e.kop(), null));
    } else if (g instanceof Gebeurtenis.Correctie e) {
      corrigeer(visie, e);
    }
  }

  private void eisOrgaan(String visie, String element, Optional<String> orgaan) {
    Optional<String> vanStap = visies.stap(StapId.van(visie, element).toString()).orgaan();
    if (orgaan.isPresent() && !orgaan.equals(vanStap)) {
      throw new NietMogelijk("stap " + element + " is niet van " + orgaan.get() + ".");
    }
  }

  private void eisRonde(String visie, Gebeurtenis.Besluit e) {
    e.ronde()
        .filter(
            ronde ->
                agenda.vanVisie(visie).stream()
                    .filter(t -> t.gemeente().filter(e.gemeente()::equals).isPresent())
                    .noneMatch(t -> ronde.equals(StapId.lees(t.stap()).besluitronde())))
        .ifPresent(
            ronde -> {
              throw new NietMogelijk("deze gemeente besluit nu niet in ronde " + ronde + ".");
            });
  }

  /** Completes the one open task of this kind at the step, as its form would. */
  private void voltooi(
      String visie,
      String soort,
      String element,
      String gemeente,
      Gebeurtenis.Kop kop,
      Map<String, Object> invoer) {
    AgendaTaak taak =
        agenda.vanVisie(visie).stream()
            .filter(t -> t.soort().equals(soort))
            .filter(t -> element == null || StapId.lees(t.stap()).element().equals(element))
            .filter(t -> gemeente == null || t.gemeente().filter(gemeente::equals).isPresent())
            .findFirst()
            .orElseThrow(() -> new NietMogelijk(nietOpen(visie, soort, element, gemeente)));
    Map<String, Object> velden = new LinkedHashMap<>();
    invoer.forEach((k, v) -> velden.put(k, v instanceof LocalDate dag ? dag.toString() : v));
    taken.voltooi(taak.taak(), velden, wie(visie, kop, gemeente));
  }

  private String nietOpen(String visie, String soort, String element, String gemeente) {
    String open =
        String.join(
            ", ",
            agenda.vanVisie(visie).stream()
                .map(t -> t.naam() + " (" + t.stap().substring(visie.length() + 1) + ")")
                .limit(10)
                .toList());
    return "dit werk is nu niet aan de beurt: "
        + soort
        + (element == null ? "" : " bij " + element)
        + (gemeente == null ? "" : " van " + gemeente)
        + ". Aan de beurt: "
        + (open.isEmpty() ? "niets" : open)
        + ".";
  }

  private void beantwoord(String visie, Gebeurtenis.Antwoord e) {
    List<Opmerking> vanStap =
        opmerkingen.vanStap(StapId.van(visie, e.stap()).toString());
    if (e.opmerking() < 1 || e.opmerking() > vanStap.size()) {
      throw new NietMogelijk(
          "stap " + e.stap() + " heeft " + vanStap.size() + " opmerkingen, geen nummer " + e.opmerking() + ".");
    }
    boolean verwerkt = e.antwoord().equals("verwerkt");
    opmerkingen.beantwoord(
        vanStap.get(e.opmerking() - 1).id(),
        new Opmerkingen.Beantwoording(
            verwerkt ? Opmerking.Antwoord.VERWERKT : Opmerking.Antwoord.NIET_OVERGENOMEN,
            e.versie().orElse(null),
            e.plaats().orElse(null),
            e.tekst().or(e::motivering).orElse(null)),
        wie(visie, e.kop(), null));
  }

  private void corrigeer(String visie, Gebeurtenis.Correctie e) {
    Gebruiker wie = wie(visie, e.kop(), e.gemeente().orElse(null));
    if (e.conclusie().isPresent()) {
      String stap = StapId.van(visie, e.stap().orElseThrow()).toString();
      Behandeling behandeling =
          behandelingen.vanVisie(visie).stream()
              .filter(b -> b.stap().equals(stap) && b.conclusie().isPresent())
              .reduce((eerder, later) -> later)
              .orElseThrow(() -> new NietMogelijk("stap " + e.stap().get() + " heeft nog geen conclusie."));
      correcties.conclusie(
          behandeling.id(),
          new Correcties.Conclusiecorrectie(
              e.datum(), e.versie().orElseThrow(), e.conclusie().get(), e.tekst().orElse(null)),
          e.reden(),
          wie);
      return;
    }
    Orgaansoort soort = Orgaansoort.van(e.orgaansoort().orElseThrow()).orElseThrow();
    Besluit besluit =
        besluiten.vanVisie(visie).stream()
            .filter(b -> b.gemeente().equals(e.gemeente().orElseThrow()) && b.orgaansoort() == soort)
            .reduce((eerder, later) -> later)
            .orElseThrow(() -> new NietMogelijk("gemeente " + e.gemeente().get() + " heeft nog geen besluit."));
    correcties.besluit(
        besluit.id(),
        new Besluiten.Vastlegging(
            e.datum(),
            e.uitkomst().orElseThrow(),
            e.versie().orElse(null),
            e.dictum().orElse(null),
            e.nummer().orElse(null),
            e.amendement().orElse(null),
            e.bron().orElse(null),
            null),
        e.reden(),
        wie);
  }

  private void duid(String visie, Gebeurtenis.Duiding e) {
    Orgaansoort soort =
        e.orgaansoort().flatMap(Orgaansoort::van).orElseGet(() -> visies.visie(visie).regel().beslist());
    Besluit besluit =
        besluiten.vanVisie(visie).stream()
            .filter(b -> b.gemeente().equals(e.gemeente()) && b.orgaansoort() == soort)
            .filter(b -> b.uitkomst().besluit())
            .reduce((eerder, later) -> later)
            .orElseThrow(() -> new NietMogelijk("gemeente " + e.gemeente() + " heeft nog geen besluit om te duiden."));
    besluiten.duid(
        besluit.id(),
        Duiding.Klasse.valueOf(e.klasse().toUpperCase(Locale.ROOT)),
        e.eensluidend(),
        e.reden(),
        wie(visie, e.kop(), null));
  }

  /**
   * Who acts, by the first word of 'door': an account of the region, or a function of the
   * municipality that is meant.
   */
  private Gebruiker wie(String visieId, Gebeurtenis.Kop kop, String gemeente) {
    List<String> regios = visies.visie(visieId).regios();
    String functie = kop.door().toLowerCase(Locale.ROOT).replaceFirst("^ambtelijk ", "");
    if (functie.startsWith("secretaris")) {
      return Gebruiker.secretarisVan(regios);
    }
    if (functie.startsWith("beheerder")) {
      return new Gebruiker(kop.door(), "Beheerder", List.of(Toekenning.zonderBereik(Rol.BEHEERDER)));
    }
    for (Rol rol : Rol.values()) {
      if (functie.startsWith(rol.name().toLowerCase(Locale.ROOT))) {
        boolean lokaal = gemeente != null && rol.legtVast();
        return new Gebruiker(
            kop.door(),
            rol.naam(),
            List.of(lokaal ? Toekenning.inGemeente(rol, gemeente) : Toekenning.inRegio(rol, regios.get(0))));
      }
    }
    throw new NietMogelijk("'" + kop.door() + "' is geen functie die iets kan vastleggen.");
  }
}
