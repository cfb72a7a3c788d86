package nl.besluitroute.kalender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TermijnTest {
  private final Werkdagen werkdagen = new Werkdagen(new Feestdagen());

  @Test
  void vijf_werkdagen_voor_een_dinsdag_slaan_het_weekend_over() {
    assertThat(Termijn.werkdagen(5).dagVoor(LocalDate.of(2027, 1, 26), werkdagen))
        .isEqualTo(LocalDate.of(2027, 1, 19));
  }

  @Test
  void een_feestdag_en_een_gelijkgestelde_dag_tellen_niet_als_werkdag() {
    // Hemelvaartsdag 6 mei 2027 en 7 mei 2027 bij koninklijk besluit; 5 mei is Bevrijdingsdag.
    assertThat(Termijn.werkdagen(1).dagVoor(LocalDate.of(2027, 5, 10), werkdagen))
        .isEqualTo(LocalDate.of(2027, 5, 4));
  }

  @Test
  void teruggerekende_kalenderdagen_worden_niet_verlengd_of_verkort() {
    assertThat(Termijn.kalenderdagen(3).dagVoor(LocalDate.of(2027, 1, 27), werkdagen))
        .as("een zondag")
        .isEqualTo(LocalDate.of(2027, 1, 24));
  }

  @Test
  void vooruitgerekende_kalenderdagen_lopen_door_tot_de_volgende_werkdag() {
    assertThat(Termijn.kalenderdagen(3).dagNa(LocalDate.of(2027, 1, 21), werkdagen))
        .isEqualTo(LocalDate.of(2027, 1, 25));
    assertThat(Termijn.kalenderdagen(91).dagNa(LocalDate.of(2027, 1, 23), werkdagen))
        .as("langer dan twaalf weken: artikel 4")
        .isEqualTo(LocalDate.of(2027, 4, 24));
  }

  @Test
  void nul_dagen_is_de_dag_zelf() {
    LocalDate zondag = LocalDate.of(2027, 1, 24);
    assertThat(Termijn.werkdagen(0).dagVoor(zondag, werkdagen)).isEqualTo(zondag);
    assertThat(Termijn.kalenderdagen(0).dagVoor(zondag, werkdagen)).isEqualTo(zondag);
  }

  @ParameterizedTest(name = "{0} voor {1}: {2}")
  @CsvSource({
    // de nacht van 28 maart 2027 en van 31 oktober 2027: de klok verspringt
    "1, 2027-03-29, 2027-03-28T10:00:00Z",
    "2, 2027-03-29, 2027-03-27T11:00:00Z",
    "1, 2027-11-01, 2027-10-31T11:00:00Z",
    "2, 2027-11-01, 2027-10-30T10:00:00Z"
  })
  void twaalf_uur_blijft_twaalf_uur_als_de_klok_verspringt(int dagen, LocalDate dag, Instant moment) {
    var termijn = new Termijn(dagen, Termijn.Eenheid.KALENDERDAGEN, LocalTime.NOON);
    assertThat(termijn.voor(dag, werkdagen)).isEqualTo(moment);
  }

  @Test
  void een_hele_dag_duurt_op_de_laatste_zondag_van_maart_23_en_van_oktober_25_uur() {
    for (int jaar = 2024; jaar <= 2040; jaar++) {
      assertThat(duur(laatsteZondag(jaar, 3))).isEqualTo(Duration.ofHours(23));
      assertThat(duur(laatsteZondag(jaar, 10))).isEqualTo(Duration.ofHours(25));
      assertThat(duur(laatsteZondag(jaar, 10).plusDays(1))).isEqualTo(Duration.ofHours(24));
    }
  }

  private Duration duur(LocalDate dag) {
    Termijn geheel = Termijn.kalenderdagen(0);
    return Duration.between(geheel.voor(dag.minusDays(1), werkdagen), geheel.voor(dag, werkdagen));
  }

  private static LocalDate laatsteZondag(int jaar, int maand) {
    return LocalDate.of(jaar, maand, 1)
        .with(java.time.temporal.TemporalAdjusters.lastInMonth(java.time.DayOfWeek.SUNDAY));
  }

  @Test
  void een_uur_dat_niet_bestaat_is_het_uur_erna_en_een_dat_tweemaal_komt_het_eerste() {
    var halfDrie = new Termijn(0, Termijn.Eenheid.KALENDERDAGEN, LocalTime.of(2, 30));
    assertThat(halfDrie.voor(LocalDate.of(2027, 3, 28), werkdagen))
        .isEqualTo(Instant.parse("2027-03-28T01:30:00Z"));
    assertThat(halfDrie.voor(LocalDate.of(2027, 10, 31), werkdagen))
        .isEqualTo(Instant.parse("2027-10-31T00:30:00Z"));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 1_000, 10_000})
  void een_termijn_buiten_de_grenzen_wordt_geweigerd_met_een_zin(int aantal) {
    assertThatThrownBy(() -> Termijn.werkdagen(aantal))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Een termijn is 0 tot en met 999 dagen, geen " + aantal + ".");
  }

  @ParameterizedTest
  @EnumSource(Termijn.Eenheid.class)
  void een_langere_termijn_eindigt_nooit_later_en_werkdagen_nooit_op_een_vrije_dag(Termijn.Eenheid eenheid) {
    Random toeval = new Random(4);
    for (int i = 0; i < 2_000; i++) {
      LocalDate dag = LocalDate.of(2026, 1, 1).plusDays(toeval.nextInt(3_000));
      int n = 1 + toeval.nextInt(60);
      var kort = new Termijn(n, eenheid, LocalTime.of(9, 0));
      var lang = new Termijn(n + 1, eenheid, LocalTime.of(9, 0));
      assertThat(lang.voor(dag, werkdagen)).isBefore(kort.voor(dag, werkdagen));
      assertThat(kort.na(dag, werkdagen)).isBeforeOrEqualTo(lang.na(dag, werkdagen));
      assertThat(kort.dagVoor(dag, werkdagen)).isBefore(dag);
      if (eenheid == Termijn.Eenheid.WERKDAGEN) {
        assertThat(werkdagen.isWerkdag(kort.dagVoor(dag, werkdagen))).isTrue();
        assertThat(werkdagen.tussen(kort.dagNa(dag, werkdagen), dag)).isEqualTo(-n);
      }
    }
  }
}
