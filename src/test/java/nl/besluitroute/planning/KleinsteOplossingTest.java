package nl.besluitroute.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import nl.besluitroute.kalender.Feestdagen;
import nl.besluitroute.kalender.GeschrevenDatum;
import nl.besluitroute.kalender.Termijn;
import nl.besluitroute.kalender.Werkdagen;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The planner against {@link Uitputtend}, on small cases at random. Another seed or more cases with
 * {@code -Dbesluitroute.planning.seed} and {@code -Dbesluitroute.planning.gevallen}.
 */
class KleinsteOplossingTest {
  private static final long SEED = Long.getLong("besluitroute.planning.seed", 20210902L);
  private static final int GEVALLEN = Integer.getInteger("besluitroute.planning.gevallen", 3_000);
  private static final LocalDate VANDAAG = LocalDate.of(2027, 4, 1);

  private final Planner planner =
      new Planner(new Werkdagen(new Feestdagen(List.of(LocalDate.of(2027, 5, 7)))));

  @BeforeAll
  static void noem_de_seed() {
    System.out.println("KleinsteOplossingTest: seed " + SEED + ", " + GEVALLEN + " cases");
  }

  @Test
  void vooruit_geeft_elke_stap_de_vroegste_dag_van_alle_combinaties() {
    int zonder = 0;
    for (int geval = 0; geval < GEVALLEN; geval++) {
      Planopgave opgave = opgave(geval, 5);
      Plan plan = planner.plan(opgave);
      Uitputtend alle = new Uitputtend(opgave);
      for (int s = 0; s < opgave.stappen().size(); s++) {
        Planregel r = plan.regels().get(s);
        String waar = waar(geval, r.stap(), opgave);
        assertThat(nr(r.vroegst())).as(waar).isEqualTo(alle.vroegst(s, false));
        assertThat(nr(r.gepland())).as(waar).isEqualTo(alle.vroegst(s, true));
        zonder += r.gepland().isEmpty() ? 1 : 0;
      }
    }
    assertThat(zonder).as("cases without a date must occur").isGreaterThan(GEVALLEN / 20);
  }

  @Test
  void terug_geeft_elke_stap_de_laatste_dag_van_alle_combinaties() {
    int met = 0;
    for (int geval = 0; geval < GEVALLEN; geval++) {
      Planopgave opgave = opgave(geval, 5);
      Plan plan = planner.plan(opgave);
      Uitputtend alle = new Uitputtend(opgave);
      Optional<LocalDate> grens = opgave.streefdatum().or(plan::einde);
      for (int s = 0; s < opgave.stappen().size(); s++) {
        Planregel r = plan.regels().get(s);
        if (grens.isEmpty() || r.werkelijk().isPresent()) {
          assertThat(r.uiterlijk()).isEmpty();
        } else {
          assertThat(nr(r.uiterlijk()))
              .as(waar(geval, r.stap(), opgave))
              .isEqualTo(alle.uiterlijk(s, Uitputtend.nr(grens.get())));
          met += r.uiterlijk().isPresent() ? 1 : 0;
        }
      }
    }
    assertThat(met).isGreaterThan(GEVALLEN);
  }

  @Test
  void de_speling_is_hoe_ver_een_stap_kan_schuiven_zonder_dat_de_streefdatum_schuift() {
    int met = 0;
    for (int geval = 0; geval < GEVALLEN; geval++) {
      Planopgave opgave = opgave(geval, 4);
      Plan plan = planner.plan(opgave);
      Optional<LocalDate> grens = opgave.streefdatum().or(plan::einde);
      if (grens.isEmpty()) {
        continue;
      }
      Uitputtend alle = new Uitputtend(opgave);
      for (int s = 0; s < opgave.stappen().size(); s++) {
        Planstap stap = opgave.stappen().get(s);
        Planregel r = plan.regels().get(s);
        OptionalInt laatste = alle.uiterlijkInEenHeelPlan(s, Uitputtend.nr(grens.get()));
        if (laatste.isEmpty() || stap.vast() || r.werkelijk().isPresent() || r.gepland().isEmpty()) {
          continue;
        }
        met++;
        String waar = waar(geval, r.stap(), opgave);
        int van = Uitputtend.nr(r.gepland().get());
        int tot = laatste.getAsInt();
        assertThat(r.spelingWerkdagen()).as(waar).hasValue(Uitputtend.werkdagenTussen(van, tot));
        if (stap.kalender().isPresent()) {
          int vergaderingen = 0;
          for (int d : alle.mogelijk(s)) {
            vergaderingen += d > van && d <= tot ? 1 : d > tot && d <= van ? -1 : 0;
          }
          assertThat(r.spelingVergaderingen()).as(waar).hasValue(vergaderingen);
        }
      }
    }
    assertThat(met).isGreaterThan(GEVALLEN / 4);
  }

  /** Each uitweg is tried, at both ends of its period, in another plan. */
  @Test
  void elke_genoemde_uitweg_neemt_de_melding_weg() {
    int geprobeerd = 0;
    for (int geval = 0; geval < 3 * GEVALLEN; geval++) {
      Planopgave opgave = opgave(geval, 5);
      for (Melding melding : planner.plan(opgave).meldingen()) {
        for (Uitweg uitweg : melding.uitwegen()) {
          for (Planopgave anders : gevolgd(opgave, uitweg)) {
            geprobeerd++;
            assertThat(planner.plan(zoVroegMogelijk(anders)).meldingen())
                .as("%s%n%s%n%s", waar(geval, "", opgave), melding.zin(), uitweg.zin())
                .noneMatch(
                    m -> m.soort() == melding.soort() && m.stap().equals(melding.stap()));
          }
        }
      }
    }
    assertThat(geprobeerd).isGreaterThan(GEVALLEN);
  }

  private static List<Planopgave> gevolgd(Planopgave opgave, Uitweg uitweg) {
    List<Planopgave> anders = new ArrayList<>();
    switch (uitweg.soort()) {
      case VERGADERING_ERBIJ -> {
        String kalender = stap(opgave, uitweg).kalender().orElseThrow();
        for (Optional<LocalDate> dag : List.of(uitweg.van(), uitweg.tot())) {
          dag.ifPresent(d -> anders.add(Anders.met(opgave, kalender, d)));
        }
      }
      case MINDER_WERKTIJD ->
          anders.add(Anders.stap(opgave, uitweg.stap().orElseThrow(), s -> s.werktijd(s.werktijd() - uitweg.werkdagen())));
      case LATER_PLANNEN ->
          anders.add(Anders.stap(opgave, uitweg.stap().orElseThrow(), s -> s.vast(uitweg.van().orElseThrow())));
      case VENSTER_VERRUIMEN ->
          anders.add(Anders.stap(opgave, uitweg.stap().orElseThrow(), s -> s.nietNa(uitweg.tot().orElseThrow())));
      case STREEFDATUM_VERZETTEN -> anders.add(Anders.streefdatum(opgave, uitweg.van()));
      case EERDER_PLANNEN -> anders.add(opgave);
      // Not in a calendar, or at someone's discretion.
      case SCHRIFTELIJKE_RONDE, NAZENDEN -> {}
    }
    return anders;
  }

  /** Who takes the way out plans what follows anew. */
  private static Planopgave zoVroegMogelijk(Planopgave opgave) {
    return Anders.stappen(
        opgave,
        opgave.stappen().stream()
            .map(s -> s.vast() ? s : s.metDatums(Optional.empty(), false, s.werkelijk()))
            .toList());
  }

  private static Planstap stap(Planopgave opgave, Uitweg uitweg) {
    return opgave.stappen().stream()
        .filter(s -> s.id().equals(uitweg.stap().orElseThrow()))
        .findFirst()
        .orElseThrow();
  }

  // -- cases at random ----------------------------------------------------------------------------

  private static Planopgave opgave(int geval, int hoogsteAantal) {
    Random toeval = new Random(SEED * 1_000_003 + geval);
    int aantal = 1 + toeval.nextInt(hoogsteAantal);
    int werk = 1 + (toeval.nextInt(8) == 0 ? 1 : 0);
    List<Planstap> stappen = new ArrayList<>();
    List<Vergaderkalender> kalenders = new ArrayList<>();
    for (int i = 0; i < aantal; i++) {
      Planstap s = Planstap.van("s" + i, "Stap " + i).werktijd(toeval.nextInt(5));
      s =
          s.aanlevertermijn(
              toeval.nextBoolean()
                  ? Termijn.werkdagen(toeval.nextInt(4))
                  : Termijn.kalenderdagen(toeval.nextInt(6)));
      for (int j = 0; j < i; j++) {
        int kans = toeval.nextInt(i < 3 ? 4 : 6);
        s = kans == 0 ? s.overlappendMet("s" + j) : kans <= 2 ? s.na("s" + j) : s;
      }
      if (werk > 0 && toeval.nextInt(4) == 0) {
        werk--;
      } else {
        List<Vergaderdag> dagen = new ArrayList<>();
        for (int d = toeval.nextInt(6); d > 0; d--) {
          dagen.add(Vergaderdag.op(VANDAAG.plusDays(toeval.nextInt(45) - 4)));
        }
        kalenders.add(Vergaderkalender.van("k" + i, "Overleg " + i, dagen));
        s = s.kalender("k" + i);
        s = toeval.nextBoolean() ? s.magSchriftelijk() : s;
      }
      s = toeval.nextInt(8) == 0 ? s.nietVoor(VANDAAG.plusDays(toeval.nextInt(30))) : s;
      s = toeval.nextInt(8) == 0 ? s.nietNa(VANDAAG.plusDays(toeval.nextInt(40))) : s;
      switch (toeval.nextInt(10)) {
        case 0 -> s = s.vast(VANDAAG.plusDays(toeval.nextInt(35) - 3));
        case 1, 2 -> s = s.gepland(VANDAAG.plusDays(toeval.nextInt(35) - 3));
        case 3 -> s = s.werkelijk(VANDAAG.minusDays(toeval.nextInt(8)));
        default -> {}
      }
      s = toeval.nextInt(10) == 0 ? s.aangeleverd(VANDAAG.minusDays(toeval.nextInt(8) - 1)) : s;
      s = toeval.nextInt(4) == 0 ? s.oorspronkelijk(GeschrevenDatum.op(VANDAAG.plusDays(toeval.nextInt(20)))) : s;
      stappen.add(s);
    }
    Planopgave opgave =
        new Planopgave(stappen, kalenders, VANDAAG).begin(VANDAAG.minusDays(toeval.nextInt(6)));
    return toeval.nextInt(3) > 0
        ? opgave.streefdatum(VANDAAG.plusDays(toeval.nextInt(55) - 2))
        : opgave;
  }

  private static OptionalInt nr(Optional<LocalDate> dag) {
    return dag.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Uitputtend.nr(dag.get()));
  }

  private static String waar(int geval, String stap, Planopgave opgave) {
    StringBuilder s = new StringBuilder("seed " + SEED + ", case " + geval + ", step " + stap);
    s.append(", target ").append(opgave.streefdatum()).append(", begin ").append(opgave.begin());
    opgave.stappen().forEach(x -> s.append("\n  ").append(x));
    opgave.kalenders().forEach(
        k -> s.append("\n  ").append(k.id()).append(k.vergaderingen().stream().map(Vergaderdag::dag).toList()));
    return s.toString();
  }
}
