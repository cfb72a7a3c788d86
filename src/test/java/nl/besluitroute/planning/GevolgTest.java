package nl.besluitroute.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nl.besluitroute.kalender.Feestdagen;
import nl.besluitroute.kalender.Termijn;
import nl.besluitroute.kalender.Werkdagen;
import nl.besluitroute.planning.Gevolg.Verschil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GevolgTest {
  private static final LocalDate VANDAAG = dag(4, 5);

  private final Planner planner = new Planner(new Werkdagen(new Feestdagen()));

  private final Planopgave opgave =
      new Planopgave(
              List.of(
                  Planstap.van("pfho", "Behandeling").orgaan("PFHO").kalender("pfho")
                      .aanlevertermijn(Termijn.werkdagen(5)).gepland(dag(4, 15)),
                  raad("soest", "Soest", "GM0342").gepland(dag(5, 20)),
                  raad("baarn", "Baarn", "GM0308").gepland(dag(6, 9))),
              List.of(
                  kalender("pfho", "PFHO", dag(4, 15), dag(4, 29), dag(5, 27)),
                  kalender("soest", "Raad Soest", dag(5, 6), dag(5, 20), dag(6, 3)),
                  kalender("baarn", "Raad Baarn", dag(5, 12), dag(6, 9), dag(7, 7))),
              VANDAAG)
          .streefdatum(dag(6, 15));
  private final Plan voor = planner.plan(opgave);

  @BeforeEach
  void zonder_wijziging_kan_alles() {
    assertThat(voor.meldingen()).isEmpty();
    assertThat(voor.streefdatumGehaald()).hasValue(true);
  }

  @Test
  void per_stap_staat_er_wat_zij_was_wat_zij_wordt_en_hoeveel_werkdagen_dat_verschuift() {
    Gevolg gevolg = planner.gevolg(voor, Anders.zonder(opgave, "pfho", dag(4, 15)));

    assertThat(gevolg.verschillen()).extracting(v -> v.na().stap()).containsExactly("pfho", "soest", "baarn");
    assertThat(gevolg.verschillen()).extracting(Verschil::geraakt).containsExactly(true, false, false);
    Verschil pfho = gevolg.verschillen().get(0);
    assertThat(pfho.voor().gepland()).hasValue(dag(4, 15));
    assertThat(pfho.na().gepland()).hasValue(dag(4, 29));
    assertThat(pfho.na().aanleveren()).hasValue(dag(4, 21));
    assertThat(pfho.verschuiving()).as("Koningsdag telt niet").hasValue(9);
    assertThat(gevolg.voor()).isEqualTo(voor);
  }

  @Test
  void wat_geen_datum_meer_heeft_is_geraakt_zonder_verschuiving_en_wordt_gezegd() {
    Planopgave anders = Anders.zonder(Anders.zonder(opgave, "pfho", dag(4, 15)), "pfho", dag(4, 29));
    Gevolg gevolg = planner.gevolg(voor, anders);

    Verschil soest = gevolg.verschillen().get(1);
    assertThat(soest.na().gepland()).isEmpty();
    assertThat(soest.geraakt()).isTrue();
    assertThat(soest.verschuiving()).isEmpty();
    assertThat(gevolg.na().regel("baarn").gepland()).hasValue(dag(7, 7));
    assertThat(gevolg.na().streefdatumGehaald()).hasValue(false);
    assertThat(gevolg.nieuweMeldingen())
        .extracting(Melding::zin)
        .anyMatch(z -> z.contains("Raad Soest heeft geen vergadering op of na 10 juni 2027"));
  }

  @Test
  void wat_ervoor_al_werd_gezegd_is_niet_nieuw() {
    Planopgave krap = Anders.streefdatum(opgave, Optional.of(dag(6, 1)));
    Plan eerst = planner.plan(krap);
    assertThat(eerst.meldingen()).isNotEmpty();
    assertThat(planner.gevolg(eerst, krap).nieuweMeldingen()).isEmpty();
    assertThat(planner.gevolg(voor, krap).nieuweMeldingen()).isEqualTo(eerst.meldingen());
  }

  @Test
  void alleen_een_andere_aanleverdag_raakt_een_stap_ook() {
    Gevolg gevolg =
        planner.gevolg(voor, Anders.stap(opgave, "baarn", s -> s.aanlevertermijn(Termijn.werkdagen(11))));
    assertThat(gevolg.verschillen()).extracting(Verschil::geraakt).containsExactly(false, false, true);
    assertThat(gevolg.verschillen().get(2).verschuiving()).hasValue(0);
  }

  @Test
  void een_extra_vergadering_maakt_eerder_mogelijk_maar_verplaatst_niets_vanzelf() {
    assertThat(voor.regel("baarn").vroegst()).hasValue(dag(5, 12));
    Gevolg gevolg = planner.gevolg(voor, Anders.met(opgave, "baarn", dag(5, 4)));
    assertThat(gevolg.na().regel("baarn").vroegst()).hasValue(dag(5, 4));
    assertThat(gevolg.verschillen()).noneMatch(Verschil::geraakt);
  }

  @Test
  void een_opgave_die_geen_planning_is_wordt_geweigerd() {
    assertThatThrownBy(() -> planner.gevolg(voor, Anders.stap(opgave, "soest", s -> s.werktijd(10_001))))
        .isInstanceOf(PlanopgaveGeweigerd.class);
  }

  private static Planstap raad(String id, String naam, String gemeente) {
    return Planstap.van(id, "Vaststelling").orgaan("Raad " + naam).gemeente(gemeente).kalender(id)
        .na("pfho").aanlevertermijn(Termijn.werkdagen(10));
  }

  private static Vergaderkalender kalender(String id, String orgaan, LocalDate... dagen) {
    return Vergaderkalender.van(id, orgaan, Arrays.stream(dagen).map(Vergaderdag::op).toList());
  }

  private static LocalDate dag(int maand, int dag) {
    return LocalDate.of(2027, maand, dag);
  }
}
