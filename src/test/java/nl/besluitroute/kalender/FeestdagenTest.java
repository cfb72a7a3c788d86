package nl.besluitroute.kalender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FeestdagenTest {

  private static final Map<Integer, Set<LocalDate>> BESLUITEN =
      Map.of(
          2026, Set.of(LocalDate.of(2026, 1, 2), LocalDate.of(2026, 5, 15)),
          2027, Set.of(LocalDate.of(2027, 5, 7)),
          2028, Set.of(LocalDate.of(2028, 4, 28), LocalDate.of(2028, 5, 26)));

  private final Feestdagen feestdagen = new Feestdagen();

  static IntStream jaren() {
    return IntStream.rangeClosed(2020, 2040);
  }

  @ParameterizedTest
  @MethodSource("jaren")
  void feestdagen_of_a_year_equal_those_of_article_3_computed_independently(int jaar) {
    LocalDate pasen = pasen(jaar);
    LocalDate koningsdag = LocalDate.of(jaar, 4, 27);
    Set<LocalDate> verwacht = new TreeSet<>();
    verwacht.add(LocalDate.of(jaar, 1, 1));
    verwacht.add(pasen.minusDays(2));
    verwacht.add(pasen.plusDays(1));
    verwacht.add(pasen.plusDays(39));
    verwacht.add(pasen.plusDays(50));
    verwacht.add(
        koningsdag.getDayOfWeek() == DayOfWeek.SUNDAY ? koningsdag.minusDays(1) : koningsdag);
    verwacht.add(LocalDate.of(jaar, 5, 5));
    verwacht.add(LocalDate.of(jaar, 12, 25));
    verwacht.add(LocalDate.of(jaar, 12, 26));
    verwacht.addAll(BESLUITEN.getOrDefault(jaar, Set.of()));

    assertThat(feestdagen.van(jaar).keySet()).containsExactlyElementsOf(verwacht);
  }

  @Test
  void koningsdag_is_on_saturday_when_27_april_is_a_sunday() {
    assertThat(feestdagen.naam(LocalDate.of(2025, 4, 26))).contains("Koningsdag");
    assertThat(feestdagen.isFeestdag(LocalDate.of(2025, 4, 27))).isFalse();
  }

  @Test
  void bevrijdingsdag_and_goede_vrijdag_count_every_year() {
    jaren()
        .forEach(
            jaar -> {
              assertThat(feestdagen.naam(LocalDate.of(jaar, 5, 5)).orElse(""))
                  .contains("Bevrijdingsdag");
              assertThat(feestdagen.naam(pasen(jaar).minusDays(2))).contains("Goede Vrijdag");
            });
  }

  @Test
  void two_feestdagen_on_one_day_are_both_named() {
    // Hemelvaartsdag of 2016 fell on 5 mei.
    assertThat(feestdagen.naam(LocalDate.of(2016, 5, 5)).orElse(""))
        .contains("Bevrijdingsdag")
        .contains("Hemelvaartsdag");
  }

  @Test
  void another_list_of_royal_decrees_replaces_the_shipped_one() throws IOException {
    Feestdagen eigen =
        new Feestdagen(Feestdagen.leesLijst(new StringReader("# besluit\n\n2031-05-23 # vrijdag")));

    assertThat(eigen.isFeestdag(LocalDate.of(2031, 5, 23))).isTrue();
    assertThat(eigen.isFeestdag(LocalDate.of(2026, 1, 2))).isFalse();
  }

  @Test
  void a_list_with_something_else_than_a_date_is_refused_with_its_line() {
    assertThatThrownBy(() -> Feestdagen.leesLijst(new StringReader("2026-01-02\n2 januari")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("Regel 2");
  }

  /** Meeus/Jones/Butcher, Astronomical Algorithms, chapter 8. */
  static LocalDate pasen(int jaar) {
    int a = jaar % 19;
    int b = jaar / 100;
    int c = jaar % 100;
    int d = b / 4;
    int e = b % 4;
    int f = (b + 8) / 25;
    int g = (b - f + 1) / 3;
    int h = (19 * a + b - d - g + 15) % 30;
    int i = c / 4;
    int k = c % 4;
    int l = (32 + 2 * e + 2 * i - h - k) % 7;
    int m = (a + 11 * h + 22 * l) / 451;
    int som = h + l - 7 * m + 114;
    return LocalDate.of(jaar, som / 31, som % 31 + 1);
  }
}
