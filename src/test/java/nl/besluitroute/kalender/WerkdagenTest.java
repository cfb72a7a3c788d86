package nl.besluitroute.kalender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WerkdagenTest {

  private final Werkdagen werkdagen = new Werkdagen(new Feestdagen());
  private final TermijnenwetArtikel1 artikel1 = new TermijnenwetArtikel1(werkdagen);

  @Test
  void a_term_in_working_days_ends_on_a_working_day_and_is_found_again_backwards() {
    Random toeval = new Random(20210901);
    for (int i = 0; i < 5_000; i++) {
      LocalDate dag = LocalDate.of(2020, 1, 1).plusDays(toeval.nextInt(7_000));
      int n = toeval.nextInt(60);
      LocalDate einde = werkdagen.plus(dag, n);

      assertThat(werkdagen.tussen(dag, einde)).isEqualTo(n);
      assertThat(werkdagen.tussen(einde, dag)).isEqualTo(-n);
      assertThat(einde).isAfterOrEqualTo(dag.plusDays(n));
      if (n > 0) {
        assertThat(werkdagen.isWerkdag(einde)).isTrue();
      }
      if (werkdagen.isWerkdag(dag)) {
        assertThat(werkdagen.min(einde, n)).isEqualTo(dag);
        assertThat(werkdagen.tussen(werkdagen.min(dag, n), dag)).isEqualTo(n);
      }
    }
  }

  @Test
  void a_longer_term_never_ends_earlier() {
    LocalDate dag = LocalDate.of(2026, 4, 24);
    for (int n = 0; n < 400; n++) {
      assertThat(werkdagen.plus(dag, n + 1)).isAfter(werkdagen.plus(dag, n));
      assertThat(werkdagen.min(dag, n + 1)).isBefore(werkdagen.min(dag, n));
    }
  }

  @Test
  void five_working_days_before_the_directieoverleg_of_2_september_2021_is_26_august() {
    assertThat(werkdagen.min(LocalDate.of(2021, 9, 2), 5)).isEqualTo(LocalDate.of(2021, 8, 26));
  }

  @Test
  void feestdagen_and_days_of_a_royal_decree_are_passed_over() {
    // Hemelvaartsdag 14 May 2026, the Friday after it set equal.
    assertThat(werkdagen.plus(LocalDate.of(2026, 5, 13), 1)).isEqualTo(LocalDate.of(2026, 5, 18));
    assertThat(werkdagen.opOfVoor(LocalDate.of(2026, 5, 17))).isEqualTo(LocalDate.of(2026, 5, 13));
  }

  @Test
  void a_term_of_less_than_zero_or_over_the_maximum_is_refused() {
    LocalDate dag = LocalDate.of(2026, 5, 13);
    assertThatThrownBy(() -> werkdagen.plus(dag, -1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> werkdagen.min(dag, Werkdagen.MAXIMUM + 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_day_ends_at_midnight_in_amsterdam_in_winter_and_in_summer() {
    assertThat(Werkdagen.eindeVan(LocalDate.of(2021, 1, 21)))
        .isEqualTo(Instant.parse("2021-01-21T23:00:00Z"));
    assertThat(Werkdagen.eindeVan(LocalDate.of(2021, 9, 2)))
        .isEqualTo(Instant.parse("2021-09-02T22:00:00Z"));
  }

  @Test
  void the_days_on_which_summer_time_begins_and_ends_have_23_and_25_hours() {
    assertThat(duur(LocalDate.of(2021, 3, 28))).isEqualTo(Duration.ofHours(23));
    assertThat(duur(LocalDate.of(2021, 10, 31))).isEqualTo(Duration.ofHours(25));
    assertThat(duur(LocalDate.of(2021, 10, 30))).isEqualTo(Duration.ofHours(24));
  }

  @Test
  void a_term_that_ends_on_a_free_day_ends_on_the_next_working_day_with_the_article_as_reason() {
    TermijnenwetArtikel1.Uitkomst uitkomst =
        artikel1.vooruit(LocalDate.of(2026, 4, 30), Period.ofWeeks(2));

    assertThat(uitkomst.laatsteDag()).isEqualTo(LocalDate.of(2026, 5, 18));
    assertThat(uitkomst.verlengd()).isTrue();
    assertThat(uitkomst.reden())
        .isEqualTo(
            "De termijn eindigt op 14 mei 2026 (Hemelvaartsdag) en loopt door tot en met 18 mei"
                + " 2026 (Algemene termijnenwet, artikel 1)");
  }

  @Test
  void a_term_that_ends_on_a_working_day_stays() {
    TermijnenwetArtikel1.Uitkomst uitkomst =
        artikel1.vooruit(LocalDate.of(2026, 6, 1), Period.ofDays(3));

    assertThat(uitkomst.laatsteDag()).isEqualTo(LocalDate.of(2026, 6, 4));
    assertThat(uitkomst.verlengd()).isFalse();
  }

  @Test
  void twelve_weeks_are_extended_and_thirteen_are_not() {
    // Both end on a Saturday.
    LocalDate zaterdag = LocalDate.of(2026, 6, 6);
    assertThat(artikel1.vooruit(zaterdag, Period.ofWeeks(12)).laatsteDag())
        .isEqualTo(LocalDate.of(2026, 8, 31));
    assertThat(artikel1.vooruit(zaterdag, Period.ofWeeks(13)).laatsteDag())
        .isEqualTo(LocalDate.of(2026, 9, 5));
    assertThat(artikel1.vooruit(zaterdag, Period.ofMonths(3)).verlengd()).isTrue();
    assertThat(artikel1.vooruit(zaterdag, Period.ofMonths(4)).reden()).contains("artikel 4");
    assertThat(artikel1.vooruit(zaterdag, Period.ofYears(1)).verlengd()).isFalse();
  }

  @Test
  void a_term_counted_backwards_is_never_extended() {
    TermijnenwetArtikel1.Uitkomst uitkomst =
        artikel1.terug(LocalDate.of(2026, 6, 20), Period.ofWeeks(1));

    assertThat(uitkomst.laatsteDag()).isEqualTo(LocalDate.of(2026, 6, 13));
    assertThat(uitkomst.verlengd()).isFalse();
    assertThat(uitkomst.reden()).contains("tweede lid");
  }

  @Test
  void an_extended_term_ends_on_the_first_working_day_from_its_last_day() {
    Random toeval = new Random(7);
    for (int i = 0; i < 3_000; i++) {
      LocalDate begin = LocalDate.of(2020, 1, 1).plusDays(toeval.nextInt(7_000));
      Period termijn = Period.ofDays(toeval.nextInt(91));
      LocalDate einde = artikel1.vooruit(begin, termijn).laatsteDag();

      assertThat(werkdagen.isWerkdag(einde)).isTrue();
      begin
          .plus(termijn)
          .datesUntil(einde)
          .forEach(dag -> assertThat(werkdagen.isWerkdag(dag)).isFalse());
    }
  }

  private static Duration duur(LocalDate dag) {
    return Duration.between(Werkdagen.eindeVan(dag.minusDays(1)), Werkdagen.eindeVan(dag));
  }
}
