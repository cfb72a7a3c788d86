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

class StelDatTest {
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
  void een_verplaatste_vergadering_neemt_mee_wat_ervoor_gepland_was() {
    Gevolg gevolg =
        planner.stelDat(opgave, new Wijziging.VergaderingVerplaatst("pfho", dag(4, 15), dag(4, 22)));

    assertThat(gevolg.na().regel("pfho").gepland()).hasValue(dag(4, 22));
    assertThat(gevolg.na().regel("pfho").aanleveren()).hasValue(dag(4, 15));
    assertThat(gevolg.geraakt()).extracting(v -> v.na().stap()).containsExactly("pfho");
    assertThat(gevolg.geraakt().get(0).verschuiving()).hasValue(5);
    assertThat(gevolg.geraakteOrganen()).containsExactly("PFHO");
    assertThat(gevolg.geraakteGemeenten()).isEmpty();
    assertThat(gevolg.streefdatumGehaald()).hasValue(true);
  }

  @Test
  void een_vaste_datum_gaat_met_zijn_vergadering_mee() {
    Planopgave vast = opgave.stappen(
        opgave.stappen().stream().map(s -> s.id().equals("soest") ? s.vast(dag(5, 20)) : s).toList());
    Gevolg gevolg =
        planner.stelDat(vast, new Wijziging.VergaderingVerplaatst("soest", dag(5, 20), dag(5, 25)));
    assertThat(gevolg.na().regel("soest").gepland()).hasValue(dag(5, 25));
    assertThat(gevolg.na().regel("soest").vast()).isTrue();
    assertThat(gevolg.na().meldingen()).isEmpty();
  }

  @Test
  void een_vervallen_vergadering_schuift_door_naar_de_volgende_en_raakt_wat_daarop_bouwt() {
    Gevolg gevolg =
        planner.stelDat(
            opgave,
            new Wijziging.VergaderingVervallen("pfho", dag(4, 15)),
            new Wijziging.VergaderingVervallen("pfho", dag(4, 29)));

    assertThat(gevolg.na().regel("pfho").gepland()).hasValue(dag(5, 27));
    assertThat(gevolg.na().regel("soest").gepland()).isEmpty();
    assertThat(gevolg.na().regel("baarn").gepland()).hasValue(dag(7, 7));
    assertThat(gevolg.geraakteGemeenten()).containsExactly("GM0342", "GM0308");
    assertThat(gevolg.verschillen().get(1).verschuiving()).isEmpty();
    assertThat(gevolg.streefdatumGehaald()).hasValue(false);
    assertThat(gevolg.na().regel("soest").meldingen().get(0).zin()).contains(
        "Raad Soest heeft geen vergadering op of na ");
  }

  @Test
  void een_extra_vergadering_maakt_eerder_mogelijk_maar_verplaatst_niets_vanzelf() {
    Gevolg gevolg =
        planner.stelDat(
            opgave,
            new Wijziging.VergaderingToegevoegd("baarn", Vergaderdag.op(dag(5, 5).plusDays(14))));

    assertThat(gevolg.voor().regel("baarn").vroegst()).hasValue(dag(5, 12));
    assertThat(gevolg.geraakt()).isEmpty();
    Gevolg later =
        planner.stelDat(
            opgave, new Wijziging.VergaderingToegevoegd("baarn", Vergaderdag.op(dag(5, 4))));
    assertThat(later.na().regel("baarn").vroegst()).hasValue(dag(5, 4));
    assertThat(later.na().regel("baarn").gepland()).hasValue(dag(6, 9));
  }

  @Test
  void een_doorgeschoven_stuk_gaat_naar_de_volgende_vergadering_ook_als_het_al_behandeld_was() {
    Gevolg gevolg = planner.stelDat(opgave, new Wijziging.Doorgeschoven("soest"));
    assertThat(gevolg.na().regel("soest").gepland()).hasValue(dag(6, 3));
    assertThat(gevolg.geraakteGemeenten()).containsExactly("GM0342");

    Planopgave aangehouden =
        new Planopgave(opgave.stappen(), opgave.kalenders(), dag(4, 16)).stappen(
            opgave.stappen().stream()
                .map(s -> s.id().equals("pfho") ? s.aangeleverd(dag(4, 8)).werkelijk(dag(4, 15)) : s)
                .toList());
    assertThat(planner.stelDat(aangehouden, new Wijziging.Doorgeschoven("pfho")).na().regel("pfho").gepland())
        .hasValue(dag(4, 29));
  }

  @Test
  void een_andere_termijn_werktijd_of_streefdatum_werkt_door() {
    assertThat(
            planner.stelDat(opgave, new Wijziging.TermijnGewijzigd("soest", Termijn.werkdagen(25)))
                .na().regel("soest").gepland())
        .hasValue(dag(6, 3));
    assertThat(planner.stelDat(opgave, new Wijziging.WerktijdGewijzigd("baarn", 40)).streefdatumGehaald())
        .hasValue(false);
    Gevolg eerder =
        planner.stelDat(opgave, new Wijziging.StreefdatumGewijzigd(Optional.of(dag(6, 1))));
    assertThat(eerder.streefdatumGehaald()).hasValue(false);
    assertThat(eerder.geraakt()).isEmpty();
    assertThat(eerder.na().regel("baarn").meldingen().get(0).uitwegen().get(0).soort())
        .isEqualTo(Uitweg.Soort.EERDER_PLANNEN);
    assertThat(planner.stelDat(opgave, new Wijziging.StreefdatumGewijzigd(Optional.empty())).streefdatumGehaald())
        .isEmpty();
  }

  @Test
  void de_opgave_blijft_zoals_zij_was_en_met_het_gevolg_kan_verder_worden_gepland() {
    Planopgave kopie =
        new Planopgave(opgave.stappen(), opgave.kalenders(), VANDAAG).streefdatum(dag(6, 15));
    Gevolg gevolg =
        planner.stelDat(
            opgave,
            voor,
            new Wijziging.VergaderingVervallen("pfho", dag(4, 15)),
            new Wijziging.Doorgeschoven("baarn"));

    assertThat(opgave).isEqualTo(kopie);
    assertThat(planner.plan(opgave)).isEqualTo(voor);
    assertThat(gevolg.voor()).isEqualTo(voor);
    assertThat(planner.plan(gevolg.opgave())).isEqualTo(gevolg.na());
    assertThat(gevolg.geraakt()).extracting(Verschil::na).extracting(Planregel::stap)
        .containsExactly("pfho", "baarn");
  }

  @Test
  void een_wijziging_van_iets_dat_er_niet_is_wordt_geweigerd_met_een_zin() {
    assertThatThrownBy(() -> planner.stelDat(opgave, new Wijziging.VergaderingVervallen("pfho", dag(4, 16))))
        .isInstanceOf(PlanopgaveGeweigerd.class)
        .hasMessage("PFHO heeft geen vergadering op 16 april 2027.");
    assertThatThrownBy(() -> planner.stelDat(opgave, new Wijziging.Doorgeschoven("nergens")))
        .isInstanceOf(PlanopgaveGeweigerd.class)
        .hasMessage("De planning heeft geen stap nergens.");
    assertThatThrownBy(
            () -> planner.stelDat(opgave, new Wijziging.VergaderingVerplaatst("nergens", dag(4, 1), dag(4, 2))))
        .hasMessage("De planning heeft geen kalender nergens.");
    assertThatThrownBy(() -> planner.stelDat(opgave, new Wijziging.WerktijdGewijzigd("soest", 10_001)))
        .isInstanceOf(PlanopgaveGeweigerd.class);
    Planopgave vol = opgave.kalenders(
        List.of(kalender("pfho", "PFHO"), opgave.kalender("soest"), opgave.kalender("baarn")));
    assertThatThrownBy(() -> planner.stelDat(vol, new Wijziging.Doorgeschoven("pfho")))
        .hasMessage("Behandeling (PFHO) heeft geen datum om door te schuiven.");
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
