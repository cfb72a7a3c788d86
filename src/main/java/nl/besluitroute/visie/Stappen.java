package nl.besluitroute.visie;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import nl.besluitroute.journaal.Journaal;
import nl.besluitroute.journaal.Notitie;
import nl.besluitroute.kalender.GeschrevenDatum;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.regio.Orgaan;
import nl.besluitroute.regio.Orgaansoort;
import nl.besluitroute.regio.Regios;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.Plek;
import nl.besluitroute.toegang.Toegang;
import nl.besluitroute.vergaderschema.Vergaderdatum;
import nl.besluitroute.vergaderschema.Vergaderschema;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes steps from the model and moves them along; each change of a date is in the journal. */
@Service
public class Stappen {
  /** A target lies at most so many years ahead. */
  private static final int STREEFJAREN = 10;

  private final StapOpslag stappen;
  private final VisieOpslag visies;
  private final DeelnameOpslag deelnames;
  private final Regios regios;
  private final Routes routes;
  private final Routeloop routeloop;
  private final Journaal journaal;
  private final Toegang toegang;
  private final Klok klok;
  private final Herkansing herkansing;
  private final Vergaderschema schema;
  private final ObjectProvider<BijVerzetten> luisteraars;

  Stappen(
      StapOpslag stappen,
      VisieOpslag visies,
      DeelnameOpslag deelnames,
      Regios regios,
      Routes routes,
      @org.springframework.context.annotation.Lazy Routeloop routeloop,
      Journaal journaal,
      Toegang toegang,
      Klok klok,
      Herkansing herkansing,
      Vergaderschema schema,
      ObjectProvider<BijVerzetten> luisteraars) {
    this.herkansing = herkansing;
    this.schema = schema;
    this.luisteraars = luisteraars;
    this.stappen = stappen;
    this.visies = visies;
    this.deelnames = deelnames;
    this.regios = regios;
    this.routes = routes;
    this.routeloop = routeloop;
    this.journaal = journaal;
    this.toegang = toegang;
    this.klok = klok;
  }

  Stap maak(StapId id, RouteModel.Blok blok, int volgorde, Orgaan orgaan) {
    return stappen.save(
        new Stap(id, Stap.Soort.van(blok.soort()), blok, blok.naam(), volgorde, orgaan == null ? null : orgaan.id()));
  }

  /** The municipalities' own steps in a block; none for a block that is regional. */
  List<Stap> maakLokaal(
      String visie, RouteModel.Blok blok, int volgorde, Collection<String> gemeenten) {
    List<Stap> gemaakt = new ArrayList<>();
    Map<String, String> namen = regios.namen(gemeenten);
    for (String g : gemeenten) {
      for (Stap.Soort soort : lokaleSoorten(blok)) {
        gemaakt.add(lokaal(visie, blok, volgorde, g, namen.get(g), soort, 1));
      }
    }
    return gemaakt;
  }

  /** A municipality's step that is asked to decide, or to be informed, when a block goes on. */
  public record LokaalWerk(String gemeente, Stap.Soort soort, int ronde) {}

  /**
   * Who is still to decide, or to be informed, in a block that goes on where its steps stand: who did
   * is not asked again, and whose college decided goes on with its raad.
   *
   * @param lokaal the municipalities' steps of the block
   */
  static List<LokaalWerk> nogTeDoen(
      RouteModel.Blok blok, Collection<Stap> lokaal, Collection<String> deelnemers) {
    int ronde = lokaal.stream().filter(s -> s.doorloop() > 0).mapToInt(Stap::besluitronde).max().orElse(1);
    List<LokaalWerk> werk = new ArrayList<>();
    for (String gemeente : deelnemers) {
      List<Stap> eigen =
          lokaal.stream()
              .filter(s -> s.gemeente().orElseThrow().equals(gemeente) && s.besluitronde() == ronde)
              .toList();
      if (ronde > 1 && eigen.isEmpty()) {
        continue;
      }
      for (Stap.Soort soort : lokaleSoorten(blok)) {
        if (eigen.stream().noneMatch(s -> s.soort() == soort && s.toestand() == Stap.Toestand.GEDAAN)) {
          werk.add(new LokaalWerk(gemeente, soort, ronde));
          break;
        }
      }
    }
    return werk;
  }

  /** The kinds of a municipality's own steps in a block, in their order. */
  static List<Stap.Soort> lokaleSoorten(RouteModel.Blok blok) {
    return switch (blok.soort()) {
      case INFORMEREN -> List.of(Stap.Soort.RAAD_INFORMEREN);
      case LOKAAL ->
          blok.wieBesluit().filter("raad"::equals).isPresent()
              ? List.of(Stap.Soort.COLLEGE, Stap.Soort.RAAD)
              : List.of(Stap.Soort.COLLEGE);
      default -> List.of();
    };
  }

  /** Whether the token, when it comes, takes the step up again where it was left. */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean gaatVerder(StapId id) {
    return haal(id.toString()).ingang().filter(Stap.Ingang.HERVATTEN::equals).isPresent();
  }

  /** Who is still to decide in a block that goes on; a college that decided is passed. */
  @Transactional(propagation = Propagation.MANDATORY)
  public List<LokaalWerk> hervat(StapId id) {
    Regiovisie visie = visies.findById(id.visie()).orElseThrow();
    RouteModel.Blok blok = routes.versie(visie.routeVersie()).model().blok(id.element());
    List<String> deelnemers =
        deelnames.findByVisie(id.visie()).stream()
            .filter(d -> d.op(klok.vandaag()))
            .map(Deelname::gemeente)
            .sorted()
            .toList();
    List<LokaalWerk> werk =
        nogTeDoen(
            blok,
            stappen.findByVisieAndElement(id.visie(), id.element()).stream().filter(s -> s.soort().lokaal()).toList(),
            deelnemers);
    werk.stream()
        .filter(w -> w.soort() == Stap.Soort.RAAD)
        .map(w -> StapId.van(id.visie(), id.element(), w.gemeente(), Stap.Soort.COLLEGE, w.ronde()))
        .forEach(college -> haal(college.toString()).zet(Stap.Toestand.GEDAAN, Stap.Ingang.PASSEREN));
    return werk;
  }

  /** The token comes to a municipality whose college decided already: its step stays as it is. */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean passeerCollege(StapId blokstap, String gemeente, int ronde) {
    StapId id = StapId.van(blokstap.visie(), blokstap.element(), gemeente, Stap.Soort.COLLEGE, ronde);
    Optional<Stap> college =
        stappen.findById(id.toString()).filter(s -> s.ingang().filter(Stap.Ingang.PASSEREN::equals).isPresent());
    college.ifPresent(Stap::gepasseerd);
    return college.isPresent();
  }

  /** Whether a step that the route comes to is not done: it was skipped, or was done already. */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean wordtGepasseerd(StapId id) {
    Stap stap = haal(id.toString());
    return stap.toestand() == Stap.Toestand.VERVALLEN
        || stap.ingang().filter(Stap.Ingang.PASSEREN::equals).isPresent();
  }

  /** The token leaves a block: its step is done, unless it was only passed. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void verlaten(StapId id) {
    Stap stap = haal(id.toString());
    if (stap.toestand() == Stap.Toestand.LOOPT) {
      stap.rondAf();
    } else {
      stap.gepasseerd();
    }
  }

  private Stap lokaal(
      String visie,
      RouteModel.Blok blok,
      int volgorde,
      String gemeente,
      String naam,
      Stap.Soort soort,
      int ronde) {
    Orgaansoort orgaansoort =
        soort == Stap.Soort.COLLEGE ? Orgaansoort.COLLEGE : Orgaansoort.RAAD;
    StapId id = StapId.van(visie, blok.elementId(), gemeente, soort, ronde);
    Optional<Stap> eerder = stappen.findById(id.toString());
    if (eerder.isPresent()) {
      if (eerder.get().toestand() == Stap.Toestand.VERVALLEN) {
        eerder.get().terug(); // It left and takes part again, or the block comes back.
      }
      return eerder.get();
    }
    String orgaan =
        regios
            .bestuursorgaan(gemeente, orgaansoort)
            .map(Orgaan::id)
            .orElseThrow(() -> new VisieFout("Van " + naam + " is geen " + orgaansoort.naam() + " bekend."));
    return stappen.save(
        new Stap(
            id,
            soort,
            blok,
            orgaansoort.naam() + " " + naam,
            volgorde,
            orgaan));
  }

  /** The token enters a step. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Stap begin(StapId id) {
    Stap stap = haal(id.toString());
    boolean verder = gaatVerder(id);
    stap.begin(klok.vandaag());
    if (stap.doorloop() > 1 && !verder) {
      planVervolgOpnieuw(stap);
    }
    return stap;
  }

  /** After a way back, what was done behind this step will be done again. */
  private void planVervolgOpnieuw(Stap stap) {
    Regiovisie visie = visies.findById(stap.visie()).orElseThrow();
    Set<String> erna = routes.versie(visie.routeVersie()).model().na(stap.element());
    stappen.findByVisieOrderByVolgordeAscIdAsc(stap.visie()).stream()
        .filter(s -> !s.soort().lokaal() && s.toestand() == Stap.Toestand.GEDAAN)
        .filter(s -> s.ingang().isEmpty() && erna.contains(s.element()))
        .forEach(Stap::terug);
  }

  /**
   * The token enters a municipality's step; a step that the plan did not hold (somebody joined, or a
   * further round) is made now.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Stap beginLokaal(StapId blokstap, String gemeente, Stap.Soort soort, int ronde) {
    StapId id = StapId.van(blokstap.visie(), blokstap.element(), gemeente, soort, ronde);
    Stap stap = stappen.findById(id.toString()).orElseGet(() -> maakNog(blokstap, id, soort));
    stap.begin(klok.vandaag());
    return stap;
  }

  private Stap maakNog(StapId blokstap, StapId id, Stap.Soort soort) {
    Stap boven = haal(blokstap.toString());
    Regiovisie visie = visies.findById(blokstap.visie()).orElseThrow();
    RouteModel.Blok blok = routes.versie(visie.routeVersie()).model().blok(blokstap.element());
    String naam = regios.gemeente(id.gemeente()).orElseThrow().naam();
    Stap stap =
        lokaal(
            id.visie(),
            blok,
            boven.volgorde(),
            id.gemeente(),
            naam,
            soort,
            id.besluitronde());
    boven.gepland().ifPresent(datum -> stap.plan(datum, null));
    return stap;
  }

  /** Notes the day on which the step's body met or decided. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void gebeurdeOp(String id, LocalDate dag) {
    haal(id).gebeurdeOp(GeschrevenDatum.op(dag));
  }

  /** As {@link #gebeurdeOp(String, LocalDate)}, as written; of several dates the latest stays. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void gebeurdeOp(String id, GeschrevenDatum datum) {
    haal(id).gebeurdeOp(datum);
  }

  /**
   * A step was done, or skipped, before the vision came in.
   *
   * @param datum as written; null when nobody knows
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Stap wasAl(StapId id, boolean gedaan, GeschrevenDatum datum) {
    Stap stap = haal(id.toString());
    stap.wasAl(gedaan ? Stap.Toestand.GEDAAN : Stap.Toestand.VERVALLEN, datum);
    return stap;
  }

  /** A step was under way when the vision came in: it goes on from what is recorded. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Stap wasOnderweg(StapId id) {
    Stap stap = haal(id.toString());
    stap.zet(Stap.Toestand.GEPLAND, Stap.Ingang.HERVATTEN);
    return stap;
  }

  /** The day on which it met or decided was recorded wrongly. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void corrigeerDatum(String id, LocalDate dag) {
    haal(id).corrigeerDatum(GeschrevenDatum.op(dag));
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void rondAf(String id) {
    haal(id).rondAf();
  }

  /** The step was left backwards: it is planned again. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void terug(String id) {
    haal(id).terug();
  }

  /**
   * The next meeting of a step that was postponed; its baseline stays. When the calendar of its body
   * has a meeting on that day, the step is treated there, and goes along when that meeting moves.
   *
   * @param datum null while the next meeting is not known: then nothing falls due
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void verzet(String id, GeschrevenDatum datum, Gebruiker wie) {
    Stap stap = haal(id);
    Optional<GeschrevenDatum> was = stap.gepland();
    Optional<UUID> stond = stap.vergadering();
    Optional<LocalDate> dag = Optional.ofNullable(datum).flatMap(GeschrevenDatum::precies);
    Optional<UUID> vergadering = dag.flatMap(d -> vergaderingOp(stap, d));
    if (vergadering.isPresent()) {
      stap.plaats(dag.get(), vergadering.get());
    } else {
      stap.verzet(datum);
    }
    noteerDatum(stap, tekst(was), null, wie);
    luisteraars.forEach(l -> l.verzet(stap, was, stond, BijVerzetten.Door.AANGEHOUDEN, null, wie));
  }

  private Optional<UUID> vergaderingOp(Stap stap, LocalDate dag) {
    return stap.orgaan()
        .flatMap(
            orgaan ->
                schema.gepland(List.of(orgaan), dag, dag).getOrDefault(orgaan, List.of()).stream()
                    .findFirst())
        .map(Vergaderdatum::id);
  }

  private void noteerDatum(Stap stap, String was, String reden, Gebruiker wie) {
    journaal.noteer(
        Notitie.van(
                wie.weergave(),
                "datum_gewijzigd",
                stap.naam() + ": van " + was + " naar " + tekst(stap.gepland()) + ".")
            .bijVisie(stap.visie())
            .bijStap(stap.id())
            .bijGemeente(stap.gemeente().orElse(null))
            .omdat(reden));
  }

  private static String tekst(Optional<GeschrevenDatum> datum) {
    return datum.map(GeschrevenDatum::tekst).orElse("geen datum");
  }

  /** The vision's route came to its end. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void visieAfgerond(String visie) {
    visies.findById(visie).orElseThrow().rondAf(klok.instant());
    stappen.findByVisieOrderByVolgordeAscIdAsc(visie).stream()
        .filter(stap -> stap.toestand() == Stap.Toestand.GEPLAND)
        .forEach(Stap::vervalt);
    journaal.noteer(
        Notitie.van("systeem", "visie_afgerond", "De route is doorlopen.").bijVisie(visie));
  }

  /**
   * Use case: a step's date changes. Its open work, due dates and watches follow in the same
   * transaction.
   *
   * @throws VisieFout when the step does not exist or is done, or the vision is suspended
   */
  public void wijzigDatum(StapId id, GeschrevenDatum datum, String reden, Gebruiker wie) {
    herkansing.doe(
        () ->
            wijzigDatumEens(
                id,
                s -> {
                  visies.findById(s.visie()).orElseThrow().eisNietOpgeschort();
                  if (datum.isBekend() && datum.laatste().isBefore(klok.vandaag().minusYears(1))) {
                    throw new VisieFout("Deze dag ligt meer dan een jaar terug; controleer het jaar.");
                  }
                  s.verzet(datum);
                },
                reden,
                wie));
  }

  /**
   * Use case: a step goes to a day of the calendar, and from then on along with its meeting. As
   * {@link #wijzigDatum}, and also while the vision is suspended: a meeting is moved for all that it
   * treats, and the open work follows when the vision is resumed.
   *
   * @param vergadering id of the meeting; empty for a day without one
   */
  public void zetOpVergadering(
      StapId id, LocalDate dag, Optional<UUID> vergadering, String reden, Gebruiker wie) {
    herkansing.doe(
        () -> wijzigDatumEens(id, s -> s.plaats(dag, vergadering.orElse(null)), reden, wie));
  }

  /**
   * Use case: the meeting of a step is cancelled and there is none to go to; as {@link
   * #zetOpVergadering}, also while the vision is suspended.
   */
  public void zonderVergadering(StapId id, String reden, Gebruiker wie) {
    herkansing.doe(
        () -> wijzigDatumEens(id, s -> s.verzet(GeschrevenDatum.ONBEKEND), reden, wie));
  }

  /**
   * Use case: an overleg treats a step in writing and not in a meeting. Its open work, due dates and
   * watches follow the last day for reactions, in the same transaction.
   *
   * @param reactiesTotEnMet last day for reactions, in Europe/Amsterdam
   * @throws VisieFout when the step is no step of an overleg that can do so, is done, or the day is past
   */
  public void zetSchriftelijk(StapId id, LocalDate reactiesTotEnMet, String reden, Gebruiker wie) {
    herkansing.doe(
        () -> {
          Stap stap = haal(id.toString());
          Regiovisie visie = visies.findById(stap.visie()).orElseThrow();
          toegang.eisPlannen(wie, stap.plek(visie.regios()));
          visie.eisNietOpgeschort();
          eisOpen(stap);
          magSchriftelijk(stap).ifPresent(zin -> { throw new VisieFout(zin); });
          if (reactiesTotEnMet == null) {
            throw new VisieFout("Noem de dag tot en met welke er gereageerd kan worden.");
          }
          if (reactiesTotEnMet.isBefore(klok.vandaag())) {
            throw new VisieFout("De dag tot en met welke er gereageerd kan worden, is al geweest.");
          }
          if (reactiesTotEnMet.isAfter(klok.vandaag().plusYears(1))) {
            throw new VisieFout(
                "De dag tot en met welke er gereageerd kan worden, ligt meer dan een jaar vooruit; controleer het jaar.");
          }
          eisReden(reden);
          String was = tekst(stap.gepland());
          stap.schriftelijk(reactiesTotEnMet);
          journaal.noteer(
              Notitie.van(
                      wie.weergave(),
                      "schriftelijke_ronde",
                      stap.naam()
                          + ": schriftelijke ronde in plaats van een vergadering; reacties tot en met "
                          + tekst(stap.gepland())
                          + " (was "
                          + was
                          + ").")
                  .bijVisie(stap.visie())
                  .bijStap(stap.id())
                  .omdat(reden.strip()));
          stappen.flush();
          routeloop.termijnGewijzigd(List.of(stap));
        });
  }

  /** Why a step cannot be treated in writing; empty when it can. */
  private Optional<String> magSchriftelijk(Stap stap) {
    Orgaansoort soort =
        stap.orgaan().flatMap(regios::orgaan).map(Orgaan::soort).orElse(stap.soort().bestuursorgaan());
    if (soort == Orgaansoort.RAAD) {
      return Optional.of(
          "Een raad beraadslaagt en besluit in een vergadering (Gemeentewet, artikelen 20 tot en met 32);"
              + " schriftelijk kan dat niet.");
    }
    if (soort == Orgaansoort.RAADSCOMMISSIE) {
      return Optional.of(
          "Een raadscommissie komt in vergadering bijeen (Gemeentewet, artikel 82); schriftelijk kan dat niet.");
    }
    if (soort == Orgaansoort.COLLEGE) {
      return Optional.of(
          "Een college beraadslaagt en besluit in een vergadering (Gemeentewet, artikelen 52 tot en met 59);"
              + " schriftelijk kan dat niet.");
    }
    return stap.soort() == Stap.Soort.OVERLEG
        ? Optional.empty()
        : Optional.of("Alleen een stap van een overleg kan een schriftelijke ronde zijn.");
  }

  private static void eisOpen(Stap stap) {
    if (!stap.isOpen()) {
      throw new VisieFout("Stap '" + stap.naam() + "' is al " + stap.toestand().naam() + "; de datum staat vast.");
    }
  }

  /**
   * The stukken of a step may come until the day of its meeting; its open work follows. Whoever calls
   * knows that this user may record it and that there are stukken to send.
   *
   * @throws VisieFout when consent or reason is missing or too long
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void nazenden(StapId id, String instemming, String reden, Gebruiker wie) {
    if (instemming == null || instemming.isBlank()) {
      throw new VisieFout("Noem wie heeft ingestemd, bijvoorbeeld de voorzitter.");
    }
    if (instemming.strip().length() > 200) {
      throw new VisieFout("Wie heeft ingestemd is langer dan 200 tekens.");
    }
    eisReden(reden);
    Stap stap = haal(id.toString());
    stap.zet(new Stap.Nazending(instemming.strip(), reden.strip()));
    journaal.noteer(
        Notitie.van(
                wie.weergave(),
                "nazenden_toegestaan",
                stap.naam() + ": nazenden met instemming van " + instemming.strip() + ".")
            .bijVisie(stap.visie())
            .bijStap(stap.id())
            .omdat(reden.strip()));
    stappen.flush();
    routeloop.termijnGewijzigd(List.of(stap));
  }

  /** The open steps that stand on a meeting. */
  @Transactional(readOnly = true)
  public List<Stap> opVergadering(UUID vergadering) {
    return stappen.findByVergadering(vergadering).stream().filter(Stap::isOpen).toList();
  }

  /**
   * The open steps that a meeting treats: what is tied to it, and what somebody planned for its day
   * without tying it, when its body has no other meeting then.
   *
   * @param dag of the meeting, or on which it was
   */
  @Transactional(readOnly = true)
  public List<Stap> behandeldIn(UUID vergadering, String orgaan, LocalDate dag) {
    boolean enige =
        schema.gepland(List.of(orgaan), dag, dag).getOrDefault(orgaan, List.of()).stream()
            .allMatch(v -> v.id().equals(vergadering));
    return Stream.concat(
            opVergadering(vergadering).stream(),
            enige ? stappen.losOp(orgaan, dag).stream().filter(Stap::isOpen) : Stream.empty())
        .toList();
  }

  /** The visions in which the college of a municipality is still to decide, by id. */
  @Transactional(readOnly = true)
  public List<String> visiesNogBijCollege(String gemeente) {
    return stappen.findByGemeenteAndSoort(gemeente, Stap.Soort.COLLEGE).stream()
        .filter(Stap::isOpen)
        .map(Stap::visie)
        .distinct()
        .toList();
  }

  /**
   * Use case: the day on which every municipality has decided at the latest; null for none.
   *
   * @throws VisieFout when that day is past or too far ahead, or the route came to its end
   */
  public void zetStreefdatum(String visieId, LocalDate dag, String reden, Gebruiker wie) {
    herkansing.doe(
        () -> {
          Regiovisie visie = visies.vergrendel(visieId).orElseThrow(() -> new VisieNietGevonden(visieId));
          toegang.eisPlannen(wie, Plek.regionaal(visie.regios()));
          visie.eisNietOpgeschort();
          if (visie.afgerondOp().isPresent()) {
            throw new VisieFout("De route van deze visie is al doorlopen.");
          }
          if (dag != null && dag.isBefore(klok.vandaag())) {
            throw new VisieFout("De streefdatum is al voorbij.");
          }
          if (dag != null && dag.isAfter(klok.vandaag().plusYears(STREEFJAREN))) {
            throw new VisieFout(
                "De streefdatum ligt meer dan " + STREEFJAREN + " jaar vooruit; controleer het jaar.");
          }
          hoogstens(reden);
          visie.streefNaar(dag);
          journaal.noteer(
              Notitie.van(
                      wie.weergave(),
                      "streefdatum_gezet",
                      dag == null
                          ? "Er is geen streefdatum meer."
                          : "Streefdatum: " + GeschrevenDatum.op(dag).tekst() + ".")
                  .bijVisie(visieId)
                  .omdat(reden));
        });
  }

  private void wijzigDatumEens(
      StapId id, Consumer<Stap> verzet, String reden, Gebruiker wie) {
    Stap stap = haal(id.toString());
    Regiovisie visie = visies.findById(stap.visie()).orElseThrow();
    toegang.eisPlannen(wie, stap.plek(visie.regios()));
    eisOpen(stap);
    hoogstens(reden);
    Optional<GeschrevenDatum> stondOp = stap.gepland();
    Optional<UUID> stond = stap.vergadering();
    String was = tekst(stondOp);
    verzet.accept(stap);
    List<Stap> geraakt = new ArrayList<>(List.of(stap));
    if (!stap.soort().lokaal()) {
      // Municipalities without a date of their own keep following the block.
      stappen.findByVisieAndElement(stap.visie(), stap.element()).stream()
          .filter(s -> s.soort().lokaal())
          .filter(Stap::isOpen)
          .filter(s -> tekst(s.gepland()).equals(was))
          .forEach(
              s -> {
                s.verzet(stap.gepland().orElseThrow());
                geraakt.add(s);
              });
    }
    noteerDatum(stap, was, reden, wie);
    stappen.flush();
    routeloop.termijnGewijzigd(geraakt);
    luisteraars.forEach(
        l -> geraakt.forEach(s -> l.verzet(s, stondOp, stond, BijVerzetten.Door.PLANNING, reden, wie)));
  }

  /**
   * Use case: a municipality leaves. What it decided stays; its open work ends.
   *
   * @throws VisieFout when it takes no part
   */
  public void vertrek(String visieId, String gemeente, String reden, Gebruiker wie) {
    herkansing.doe(() -> vertrekEens(visieId, gemeente, reden, wie));
  }

  private void vertrekEens(String visieId, String gemeente, String reden, Gebruiker wie) {
    Regiovisie visie = vergrendeld(visieId, wie);
    Deelname deelname =
        deelnames.findByVisie(visieId).stream()
            .filter(d -> d.gemeente().equals(gemeente) && d.op(klok.vandaag()))
            .findFirst()
            .orElseThrow(() -> new VisieFout("Gemeente " + naam(gemeente) + " neemt niet deel."));
    eisReden(reden);
    deelname.beeindig(klok.vandaag(), reden);
    stappen.findByVisieAndGemeente(visieId, gemeente).forEach(Stap::vervalt);
    journaal.noteer(
        Notitie.van(wie.weergave(), "gemeente_vertrokken", "Gemeente " + naam(gemeente) + " neemt niet langer deel.")
            .bijVisie(visie.id())
            .bijGemeente(gemeente)
            .omdat(reden));
    stappen.flush();
    routeloop.gemeenteVertrokken(visieId, gemeente);
  }

  /**
   * Use case: a municipality joins on the way.
   *
   * @throws VisieFout when it is unknown or already takes part
   */
  public void toetreding(String visieId, String gemeente, String reden, Gebruiker wie) {
    herkansing.doe(() -> toetredingEens(visieId, gemeente, reden, wie));
  }

  private void toetredingEens(String visieId, String gemeente, String reden, Gebruiker wie) {
    Regiovisie visie = vergrendeld(visieId, wie);
    String naam =
        regios.gemeente(gemeente).orElseThrow(() -> new VisieFout("Onbekende gemeente: " + gemeente + ".")).naam();
    if (deelnames.findByVisie(visieId).stream()
        .anyMatch(d -> d.gemeente().equals(gemeente) && d.op(klok.vandaag()))) {
      throw new VisieFout("Gemeente " + naam + " neemt al deel.");
    }
    eisReden(reden);
    eisNogBesluiten(visieId);
    deelnames.save(new Deelname(visieId, gemeente, klok.vandaag(), reden));
    RouteModel model = routes.versie(visie.routeVersie()).model();
    for (Stap boven : stappen.findByVisieOrderByVolgordeAscIdAsc(visieId)) {
      if ((boven.soort() == Stap.Soort.LOKAAL || boven.soort() == Stap.Soort.INFORMEREN)
          && boven.toestand() == Stap.Toestand.GEPLAND) {
        maakLokaal(visieId, model.blok(boven.element()), boven.volgorde(), List.of(gemeente))
            .forEach(stap -> boven.gepland().ifPresent(datum -> stap.plan(datum, null)));
      }
    }
    journaal.noteer(
        Notitie.van(wie.weergave(), "gemeente_toegetreden", "Gemeente " + naam + " neemt deel.")
            .bijVisie(visieId)
            .bijGemeente(gemeente)
            .omdat(reden));
    stappen.flush();
    routeloop.gemeenteToegetreden(visieId, gemeente);
  }

  /**
   * Use case: a municipality decides anew on the text while the decision round is open; the besluit
   * that it took counts until it does.
   *
   * @throws VisieFout when no round is open, or it is deciding already
   */
  public void opnieuwBesluiten(String visieId, String gemeente, String reden, Gebruiker wie) {
    herkansing.doe(
        () -> {
          vergrendeld(visieId, wie);
          eisReden(reden);
          String naam = naam(gemeente);
          if (deelnames.findByVisie(visieId).stream()
              .noneMatch(d -> d.gemeente().equals(gemeente) && d.op(klok.vandaag()))) {
            throw new VisieFout("Gemeente " + naam + " neemt niet deel.");
          }
          List<Stap> eigen = stappen.findByVisieAndGemeente(visieId, gemeente);
          if (eigen.stream().anyMatch(s -> s.toestand() == Stap.Toestand.LOOPT)) {
            throw new VisieFout("Gemeente " + naam + " is nog aan zet; leg het besluit vast bij die taak.");
          }
          int ronde = eigen.stream().mapToInt(Stap::besluitronde).max().orElse(1) + 1;
          journaal.noteer(
              Notitie.van(wie.weergave(), "opnieuw_besluiten", "Gemeente " + naam + " besluit opnieuw.")
                  .bijVisie(visieId)
                  .bijGemeente(gemeente)
                  .omdat(reden));
          if (!routeloop.opnieuwBesluiten(visieId, gemeente, ronde)) {
            throw new VisieFout(
                "Er loopt nu geen besluitronde. Behandel de lokale besluitvorming opnieuw met 'Route wijzigen'.");
          }
        });
  }

  /** Who joins must be able to decide: after the last decision round it would stay open for good. */
  private void eisNogBesluiten(String visie) {
    boolean nog =
        stappen.findByVisieOrderByVolgordeAscIdAsc(visie).stream()
            .filter(s -> s.soort() == Stap.Soort.LOKAAL)
            .anyMatch(Stap::isOpen);
    if (!nog) {
      throw new VisieFout("De gemeenten hebben al besloten; toetreden kan niet meer op deze route.");
    }
  }

  private Regiovisie vergrendeld(String visie, Gebruiker wie) {
    Regiovisie v =
        visies.vergrendel(visie).orElseThrow(() -> new VisieNietGevonden(visie));
    toegang.eisSecretaris(wie, v.regios());
    v.eisNietOpgeschort();
    if (v.afgerondOp().isPresent()) {
      throw new VisieFout("De route van deze visie is al doorlopen.");
    }
    return v;
  }

  private String naam(String gemeente) {
    return regios.gemeente(gemeente).map(g -> g.naam()).orElse(gemeente);
  }

  static void eisReden(String reden) {
    if (reden == null || reden.isBlank()) {
      throw new VisieFout("Geef een reden.");
    }
    hoogstens(reden);
  }

  private static void hoogstens(String reden) {
    if (reden != null && reden.length() > 4000) {
      throw new VisieFout("De reden is langer dan 4000 tekens.");
    }
  }

  private Stap haal(String id) {
    return stappen.findById(id).orElseThrow(() -> new VisieFout("Er is geen stap " + id + "."));
  }
}
