package nl.besluitroute.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import nl.besluitroute.kalender.Feestdagen;
import nl.besluitroute.kalender.Termijn;
import nl.besluitroute.kalender.Werkdagen;
import nl.besluitroute.planning.Anders;
import nl.besluitroute.planning.Gevolg;
import nl.besluitroute.planning.Plan;
import nl.besluitroute.planning.Planner;
import nl.besluitroute.planning.Planopgave;
import nl.besluitroute.planning.Planregel;
import nl.besluitroute.planning.Planstap;
import nl.besluitroute.planning.Vergaderdag;
import nl.besluitroute.planning.Vergaderkalender;
import nl.besluitroute.planning.Voorganger;
import org.junit.jupiter.api.Test;

/**
 * Planning all regions with a college and a raad per municipality and a year of meetings each, and
 * 'stel dat' on the largest region; beside the plain way, which walks day by day and looks each day
 * up. Both give the same dates, which is checked first. One thread, no database, no Spring.
 */
class PlanningBenchmarkIT {
  private static final LocalDate VANDAAG = LocalDate.of(2027, 1, 4);
  private static final LocalDate STREEFDATUM = LocalDate.of(2027, 12, 17);
  private static final double DOEL_RONDE_MS = 100;
  private static final double DOEL_STEL_DAT = 1_000;

  private final Werkdagen werkdagen = new Werkdagen(new Feestdagen());

  @Test
  void alle_regios_en_stel_dat() {
    long begin = System.nanoTime();
    Planner planner = new Planner(werkdagen);
    double opbouw = ms(begin);
    begin = System.nanoTime();
    List<Planopgave> regios = regios();
    double invoer = ms(begin);
    begin = System.nanoTime();
    regios.forEach(planner::plan);
    double eerste = ms(begin);

    for (Planopgave regio : regios) {
      Plan plan = planner.plan(regio);
      Map<String, LocalDate> vroegst = new HashMap<>();
      Map<String, LocalDate> uiterlijk = new HashMap<>();
      loop(regio, vroegst, uiterlijk);
      for (Planregel r : plan.regels()) {
        assertThat(r.gepland()).as(r.stap()).isEqualTo(Optional.ofNullable(vroegst.get(r.stap())));
        assertThat(r.uiterlijk()).as(r.stap()).isEqualTo(Optional.ofNullable(uiterlijk.get(r.stap())));
      }
    }

    double[] ronde = meet(() -> regios.forEach(planner::plan), 100, 200);
    double[] lopend =
        meet(() -> regios.forEach(r -> loop(r, new HashMap<>(), new HashMap<>())), 5, 15);

    Planopgave grootste =
        regios.stream().max(Comparator.comparingInt(r -> r.stappen().size())).orElseThrow();
    Plan voor = planner.plan(grootste);
    List<UnaryOperator<Planopgave>> wijzigingen = wijzigingen(grootste, voor);
    int[] beurt = {0};
    Runnable stelDat =
        () -> {
          for (int i = 0; i < 10; i++) {
            Gevolg g = planner.gevolg(voor, wijzigingen.get(beurt[0]++ % wijzigingen.size()).apply(grootste));
            assertThat(g.verschillen()).isNotEmpty();
          }
        };
    Runnable tweePlannen =
        () -> {
          for (int i = 0; i < 10; i++) {
            planner.gevolg(
                planner.plan(grootste), wijzigingen.get(beurt[0]++ % wijzigingen.size()).apply(grootste));
          }
        };
    Runnable tweeLopend =
        () -> {
          for (int i = 0; i < 10; i++) {
            loop(grootste, new HashMap<>(), new HashMap<>());
            loop(grootste, new HashMap<>(), new HashMap<>());
          }
        };
    double perSeconde = 10_000 / meet(stelDat, 600, 1_200)[0];
    double opnieuw = 10_000 / meet(tweePlannen, 200, 600)[0];
    double lopendPerSeconde = 10_000 / meet(tweeLopend, 5, 20)[0];

    int gemeenten = regios.stream().mapToInt(r -> (r.stappen().size() - 10) / 2).sum();
    int vergaderingen =
        regios.stream().flatMap(r -> r.kalenders().stream()).mapToInt(k -> k.vergaderingen().size()).sum();
    System.out.printf(
        Locale.ROOT,
        "%nPlanning: %d regio's, %d gemeenten, %d stappen, %d vergaderingen; een thread%n"
            + "  werkdagen nummeren, eenmalig          %9.1f ms%n"
            + "  kalenders en opgaven maken, koud      %9.1f ms%n"
            + "  alle regio's plannen, koud            %9.1f ms%n"
            + "  alle regio's plannen, p50 / p95       %9.2f / %.2f ms   (doel %.0f ms)%n"
            + "  dag voor dag lopend, p50              %9.2f ms   %.0f x zo lang%n"
            + "  stel dat, %d stappen                  %9.0f per seconde   (doel %.0f)%n"
            + "  met het plan ervoor telkens opnieuw   %9.0f per seconde%n"
            + "  twee keer dag voor dag lopend         %9.0f per seconde   %.0f x zo weinig%n%s%n",
        regios.size(), gemeenten, regios.stream().mapToInt(r -> r.stappen().size()).sum(), vergaderingen,
        opbouw, invoer, eerste, ronde[0], ronde[1], DOEL_RONDE_MS, lopend[0], lopend[0] / ronde[0],
        grootste.stappen().size(), perSeconde, DOEL_STEL_DAT, opnieuw, lopendPerSeconde,
        perSeconde / lopendPerSeconde,
        ronde[1] <= DOEL_RONDE_MS && perSeconde >= DOEL_STEL_DAT ? "Elk doel is gehaald." : "Niet gehaald.");
  }

  private static double ms(long begin) {
    return (System.nanoTime() - begin) / 1e6;
  }

  /** p50 and p95 in ms. */
  private static double[] meet(Runnable wat, int opwarmen, int keer) {
    for (int i = 0; i < opwarmen; i++) {
      wat.run();
    }
    double[] tijden = new double[keer];
    for (int i = 0; i < keer; i++) {
      long begin = System.nanoTime();
      wat.run();
      tijden[i] = ms(begin);
    }
    Arrays.sort(tijden);
    return new double[] {tijden[keer / 2], tijden[keer * 95 / 100]};
  }

  // -- the plain way --------------------------------------------------------------------------------

  /** Day by day, for opgaven without fixed or actual dates. Steps come after their predecessors. */
  private void loop(Planopgave opgave, Map<String, LocalDate> vroegst, Map<String, LocalDate> uiterlijk) {
    Map<String, Set<LocalDate>> dagen =
        opgave.kalenders().stream()
            .collect(
                Collectors.toMap(
                    Vergaderkalender::id,
                    k -> k.vergaderingen().stream().map(Vergaderdag::dag).collect(Collectors.toSet())));
    Map<String, LocalDate> levering = new HashMap<>();
    for (Planstap s : opgave.stappen()) {
      LocalDate gereed = opgave.vandaag();
      LocalDate na = LocalDate.MIN;
      for (Voorganger v : s.voorgangers()) {
        if (v.aansluiting() == Voorganger.Aansluiting.NA) {
          gereed = laatste(gereed, werkdagen.plus(vroegst.get(v.stap()), s.werktijd()));
        } else {
          na = laatste(na, vroegst.get(v.stap()));
          gereed = laatste(gereed, levering.get(v.stap()));
        }
      }
      if (s.voorgangers().isEmpty()) {
        gereed = laatste(gereed, werkdagen.plus(opgave.begin(), s.werktijd()));
      }
      LocalDate dag = opgave.vandaag();
      while (!kan(s, dag, dagen) || !dag.isAfter(na) || aanleverdag(s, dag).isBefore(gereed)) {
        dag = dag.plusDays(1);
      }
      vroegst.put(s.id(), dag);
      levering.put(s.id(), gereed);
    }
    Map<String, LocalDate> uiterlijkeLevering = new HashMap<>();
    for (int i = opgave.stappen().size() - 1; i >= 0; i--) {
      Planstap s = opgave.stappen().get(i);
      LocalDate dag = opgave.streefdatum().orElseThrow();
      while (!kan(s, dag, dagen) || !opTijd(opgave, s, dag, uiterlijk, uiterlijkeLevering)) {
        dag = dag.minusDays(1);
      }
      LocalDate aanleveren = aanleverdag(s, dag);
      for (Planstap t : opgave.stappen()) {
        if (t.voorgangers().contains(Voorganger.overlappend(s.id()))) {
          LocalDate ander = uiterlijkeLevering.get(t.id());
          aanleveren = ander.isBefore(aanleveren) ? ander : aanleveren;
        }
      }
      uiterlijk.put(s.id(), dag);
      uiterlijkeLevering.put(s.id(), aanleveren);
    }
  }

  private boolean opTijd(
      Planopgave opgave, Planstap s, LocalDate dag,
      Map<String, LocalDate> uiterlijk, Map<String, LocalDate> uiterlijkeLevering) {
    for (Planstap t : opgave.stappen()) {
      if (t.voorgangers().contains(Voorganger.na(s.id()))
          && werkdagen.plus(dag, t.werktijd()).isAfter(uiterlijkeLevering.get(t.id()))) {
        return false;
      }
      if (t.voorgangers().contains(Voorganger.overlappend(s.id())) && !dag.isBefore(uiterlijk.get(t.id()))) {
        return false;
      }
    }
    return true;
  }

  private boolean kan(Planstap s, LocalDate dag, Map<String, Set<LocalDate>> dagen) {
    return s.kalender().map(k -> dagen.get(k).contains(dag)).orElseGet(() -> werkdagen.isWerkdag(dag));
  }

  private LocalDate aanleverdag(Planstap s, LocalDate dag) {
    return s.aanlevertermijn().eenheid() == Termijn.Eenheid.WERKDAGEN
        ? werkdagen.min(dag, s.aanlevertermijn().aantal())
        : dag.minusDays(s.aanlevertermijn().aantal());
  }

  private static LocalDate laatste(LocalDate een, LocalDate ander) {
    return een.isAfter(ander) ? een : ander;
  }

  // -- what it is measured on -----------------------------------------------------------------------

  private static List<Planopgave> regios() {
    Map<String, List<String>> gemeenten = new TreeMap<>();
    try (var invoer =
        PlanningBenchmarkIT.class.getResourceAsStream("/referentie/jeugdregios.csv")) {
      new String(invoer.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(r -> r.split(",", -1))
          .filter(r -> r[5].isEmpty())
          .forEach(r -> gemeenten.computeIfAbsent(r[0], x -> new ArrayList<>()).add(r[3]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Random toeval = new Random(42);
    List<Planopgave> regios = new ArrayList<>();
    gemeenten.values().forEach(g -> regios.add(regio(g, toeval)));
    return regios;
  }

  private static Planopgave regio(List<String> gemeenten, Random toeval) {
    List<Planstap> stappen = new ArrayList<>();
    List<Vergaderkalender> kalenders = new ArrayList<>();
    for (String o : List.of("klankbord", "uo", "do", "pfho")) {
      kalenders.add(kalender(o, o, toeval, o.equals("pfho") ? 42 : 21));
    }
    stappen.add(Planstap.van("tekst", "Concept opstellen").werktijd(15));
    stappen.add(overleg("klankbord1", "klankbord").na("tekst"));
    stappen.add(overleg("uo1", "uo").overlappendMet("klankbord1").na("tekst"));
    stappen.add(overleg("do1", "do").na("klankbord1", "uo1").werktijd(2));
    stappen.add(overleg("pfho1", "pfho").na("do1").werktijd(2));
    stappen.add(Planstap.van("participatie", "Participatie").na("pfho1").werktijd(20));
    stappen.add(Planstap.van("definitief", "Definitieve tekst opstellen").na("participatie").werktijd(5));
    stappen.add(overleg("uo2", "uo").na("definitief"));
    stappen.add(overleg("do2", "do").overlappendMet("uo2"));
    stappen.add(overleg("pfho2", "pfho").na("uo2", "do2").werktijd(1));
    for (String g : gemeenten) {
      kalenders.add(kalender("college " + g, "College " + g, toeval, 7));
      kalenders.add(kalender("raad " + g, "Raad " + g, toeval, 28));
      stappen.add(
          Planstap.van("c " + g, "Collegebesluit").orgaan("College " + g).gemeente(g)
              .kalender("college " + g).na("pfho2").werktijd(3)
              .aanlevertermijn(Termijn.werkdagen(5)));
      stappen.add(
          Planstap.van("r " + g, "Vaststelling").orgaan("Raad " + g).gemeente(g)
              .kalender("raad " + g).na("c " + g).werktijd(2)
              .aanlevertermijn(Termijn.kalenderdagen(14)));
    }
    return new Planopgave(stappen, kalenders, VANDAAG).streefdatum(STREEFDATUM);
  }

  private static Planstap overleg(String id, String kalender) {
    return Planstap.van(id, "Behandeling").orgaan(kalender).kalender(kalender).magSchriftelijk()
        .aanlevertermijn(Termijn.werkdagen(5));
  }

  /** A year of meetings, not in the six weeks of the summer. */
  private static Vergaderkalender kalender(String id, String orgaan, Random toeval, int elkeDagen) {
    List<Vergaderdag> dagen = new ArrayList<>();
    for (LocalDate d = VANDAAG.plusDays(toeval.nextInt(elkeDagen));
        ChronoUnit.DAYS.between(VANDAAG, d) < 365;
        d = d.plusDays(elkeDagen)) {
      if (d.isBefore(LocalDate.of(2027, 7, 17)) || d.isAfter(LocalDate.of(2027, 8, 29))) {
        dagen.add(Vergaderdag.op(d));
      }
    }
    return Vergaderkalender.van(id, orgaan, dagen);
  }

  /** Of each kind, at the beginning of the route and at its end. */
  private static List<UnaryOperator<Planopgave>> wijzigingen(Planopgave opgave, Plan plan) {
    List<UnaryOperator<Planopgave>> alle = new ArrayList<>();
    for (Planstap s : opgave.stappen()) {
      LocalDate dag = plan.regel(s.id()).gepland().orElseThrow();
      s.kalender()
          .ifPresent(
              k -> {
                alle.add(o -> Anders.zonder(o, k, dag));
                alle.add(o -> Anders.met(Anders.zonder(o, k, dag), k, dag.plusDays(3)));
                alle.add(o -> Anders.met(o, k, dag.minusDays(2)));
                alle.add(o -> Anders.stap(o, s.id(), x -> x.aanlevertermijn(Termijn.werkdagen(12))));
              });
      alle.add(o -> Anders.stap(o, s.id(), x -> x.gepland(dag.plusDays(1))));
      alle.add(o -> Anders.stap(o, s.id(), x -> x.werktijd(15)));
      alle.add(o -> o.streefdatum(LocalDate.of(2027, 6, 1)));
    }
    return alle;
  }
}
