package nl.besluitroute.kalender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GeschrevenDatumTest {

  @ParameterizedTest(name = "{0} means {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "23-08-21 | 2021-08-23 | 2021-08-23 | 2021-08-23",
        "23-08-2021 | 2021-08-23 | 2021-08-23 | 2021-08-23",
        "23/08/2021 | 2021-08-23 | 2021-08-23 | 2021-08-23",
        "30-08 | 2021-08-30 | 2021-08-30 | 2021-08-30",
        "2021-08-23 | 2021-08-23 | 2021-08-23 | 2021-08-23",
        "2 september 2021 | 2021-09-02 | 2021-09-02 | 2021-09-02",
        "donderdag 2 september | 2021-09-02 | 2021-09-02 | 2021-09-02",
        "24 augustus | 2021-08-24 | 2021-08-24 | 2021-08-24",
        "23 maart | 2021-03-23 | 2021-03-23 | 2021-03-23",
        "21 mei | 2021-05-21 | 2021-05-21 | 2021-05-21",
        "Februari | 2021-02 | 2021-02-01 | 2021-02-28",
        "November | 2021-11 | 2021-11-01 | 2021-11-30",
        "Februari, maart | {2021-02,2021-03} | 2021-02-01 | 2021-03-31",
        "September, oktober | {2021-09,2021-10} | 2021-09-01 | 2021-10-31",
        "Juni, juli | {2021-06,2021-07} | 2021-06-01 | 2021-07-31",
        "Sept/ Okt | 2021-09/2021-10 | 2021-09-01 | 2021-10-31",
        "Sept/Okt 2022 | 2022-09/2022-10 | 2022-09-01 | 2022-10-31",
        "23 maart, 20 april | {2021-03-23,2021-04-20} | 2021-03-23 | 2021-04-20",
        "23 maart, 20 april 2022 | {2022-03-23,2022-04-20} | 2022-03-23 | 2022-04-20",
        "2 en 16 september | {2021-09-02,2021-09-16} | 2021-09-02 | 2021-09-16",
        "23, 24 en 30 augustus 2021 | {2021-08-23,2021-08-24,2021-08-30} | 2021-08-23 | 2021-08-30",
        "september t/m oktober | 2021-09/2021-10 | 2021-09-01 | 2021-10-31",
        "september - oktober | 2021-09/2021-10 | 2021-09-01 | 2021-10-31",
        "sept-okt | 2021-09/2021-10 | 2021-09-01 | 2021-10-31",
        "23-24 augustus | 2021-08-23/2021-08-24 | 2021-08-23 | 2021-08-24",
        "december, januari | {2021-12,2022-01} | 2021-12-01 | 2022-01-31",
        "december/januari 2022 | 2021-12/2022-01 | 2021-12-01 | 2022-01-31",
        "tweede kwartaal | 2021-34 | 2021-04-01 | 2021-06-30",
        "Tweede kwartaal 2022 | 2022-34 | 2022-04-01 | 2022-06-30",
        "tweede kwartaal (2021) | 2021-34 | 2021-04-01 | 2021-06-30",
        "Q2 2022 | 2022-34 | 2022-04-01 | 2022-06-30",
        "4e kwartaal | 2021-36 | 2021-10-01 | 2021-12-31",
        "rond de zomer | 2021-22~ | 2021-06-01 | 2021-08-31",
        "na de zomer | 2021-09~ | 2021-09-01 | 2021-09-30",
        "medio 2021 | 2021-06~/2021-07~ | 2021-06-01 | 2021-07-31",
        "medio september | 2021-09-11~/2021-09-20~ | 2021-09-11 | 2021-09-20",
        "eind oktober | 2021-10-21~/2021-10-31~ | 2021-10-21 | 2021-10-31",
        "eind februari | 2021-02-21~/2021-02-28~ | 2021-02-21 | 2021-02-28",
        "begin 2022 | 2022-01~/2022-03~ | 2022-01-01 | 2022-03-31",
        "eind 2021 | 2021-10~/2021-12~ | 2021-10-01 | 2021-12-31",
        "najaar 2021 | 2021-23 | 2021-09-01 | 2021-11-30",
        "winter 2021 | 2021-24 | 2021-12-01 | 2022-02-28",
        "eerste helft 2022 | 2022-40 | 2022-01-01 | 2022-06-30",
        "2022 | 2022 | 2022-01-01 | 2022-12-31",
        "week 36 | 2021-09-06/2021-09-12 | 2021-09-06 | 2021-09-12",
        "waarschijnlijk oktober | 2021-10? | 2021-10-01 | 2021-10-31",
        "circa 16 september | 2021-09-16~ | 2021-09-16 | 2021-09-16",
        "uiterlijk 1 oktober | ../2021-10-01 | 0001-01-01 | 2021-10-01",
        "vanaf september | 2021-09/.. | 2021-09-01 | 9999-12-31",
        "onbekend | XXXX | 0001-01-01 | 9999-12-31",
      })
  void what_officials_write_gets_its_meaning_and_keeps_its_text(
      String tekst, String edtf, LocalDate eerste, LocalDate laatste) {
    GeschrevenDatum.Lezing lezing = GeschrevenDatum.lees(tekst, 2021);

    assertThat(lezing.datum()).as(lezing.reden()).isPresent();
    GeschrevenDatum datum = lezing.datum().orElseThrow();
    assertThat(datum.toon()).isEqualTo(tekst);
    assertThat(datum.edtf()).isEqualTo(edtf);
    assertThat(datum.eerste()).isEqualTo(eerste);
    assertThat(datum.laatste()).isEqualTo(laatste);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "binnenkort",
        "rond",
        ", maart",
        "maart,, april",
        "32 augustus",
        "30 februari",
        "2 flapril",
        "31-13-2021",
        "2",
        "vrijdag 2 september",
        "vijfde kwartaal",
        "a/b/c",
        "${datum}",
        "<b>mei</b>",
        "week 77"
      })
  void what_is_no_date_is_refused_with_a_reason(String tekst) {
    GeschrevenDatum.Lezing lezing = GeschrevenDatum.lees(tekst, 2021);

    assertThat(lezing.datum()).isEmpty();
    assertThat(lezing.reden()).isNotBlank();
  }

  @Test
  void a_year_that_is_not_written_is_the_nearest() {
    LocalDate december = LocalDate.of(2021, 12, 20);

    assertThat(GeschrevenDatum.lees("10 januari", december).datum().orElseThrow().precies())
        .contains(LocalDate.of(2022, 1, 10));
    assertThat(GeschrevenDatum.lees("25 november", december).datum().orElseThrow().precies())
        .contains(LocalDate.of(2021, 11, 25));
    assertThat(GeschrevenDatum.lees("29 februari", LocalDate.of(2023, 12, 1)).datum().orElseThrow())
        .isEqualTo(GeschrevenDatum.van("29 februari", "2024-02-29"));
    assertThat(GeschrevenDatum.lees("10 januari 2019", december).datum().orElseThrow().precies())
        .contains(LocalDate.of(2019, 1, 10));
  }

  @Test
  void a_year_that_is_not_written_can_be_the_first_that_is_not_over() {
    LocalDate dag = LocalDate.of(2021, 2, 10);

    assertThat(GeschrevenDatum.leesVanaf("november", dag).datum().orElseThrow().edtf())
        .isEqualTo("2021-11");
    assertThat(GeschrevenDatum.leesVanaf("februari", dag).datum().orElseThrow().edtf())
        .isEqualTo("2021-02");
    assertThat(GeschrevenDatum.leesVanaf("januari", dag).datum().orElseThrow().edtf())
        .isEqualTo("2022-01");
  }

  @Test
  void dates_are_ordered_by_their_last_day_and_unknown_ones_come_last() {
    GeschrevenDatum directie = GeschrevenDatum.op(LocalDate.of(2021, 9, 2));
    GeschrevenDatum colleges = GeschrevenDatum.van("Sept/ Okt", "2021-09/2021-10");
    GeschrevenDatum september = GeschrevenDatum.van("September", "2021-09");

    assertThat(List.of(GeschrevenDatum.ONBEKEND, colleges, september, directie).stream().sorted())
        .containsExactly(directie, september, colleges, GeschrevenDatum.ONBEKEND);
    assertThat(colleges.precies()).isEmpty();
    assertThat(directie.precies()).contains(LocalDate.of(2021, 9, 2));
    assertThat(directie.toon()).isEqualTo("02-09-21");
    assertThat(colleges.isVoorbijOp(LocalDate.of(2021, 10, 31))).isFalse();
    assertThat(GeschrevenDatum.ONBEKEND.isBekend()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2021-13",
        "2021-02-30",
        "2021-20",
        "2021-34-01",
        "{2021-01,}",
        "[]",
        "2021-10/2021-09",
        "/",
        "../..",
        "21",
        "2021-1",
        "0000",
        "2021-XX-01",
        "{2021-01",
        "20X1"
      })
  void what_is_outside_edtf_is_refused(String edtf) {
    assertThatThrownBy(() -> GeschrevenDatum.van("tekst", edtf))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("EDTF");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "2021-09-XX | 2021-09-01 | 2021-09-30",
        "2021-XX | 2021-01-01 | 2021-12-31",
        "202X | 2020-01-01 | 2029-12-31",
        "[2021-09-02,2021-09-16] | 2021-09-02 | 2021-09-16",
        "{2021-03..2021-05,2021-12} | 2021-03-01 | 2021-12-31",
        "[..2021-10] | 0001-01-01 | 2021-10-31",
        "2021-09% | 2021-09-01 | 2021-09-30",
        "2021-34? | 2021-04-01 | 2021-06-30",
        "9999-24 | 9999-12-01 | 9999-12-31",
      })
  void edtf_gives_the_first_and_the_last_day(String edtf, LocalDate eerste, LocalDate laatste) {
    GeschrevenDatum datum = GeschrevenDatum.van("tekst", edtf);

    assertThat(datum.eerste()).isEqualTo(eerste);
    assertThat(datum.laatste()).isEqualTo(laatste);
  }

  @Test
  void a_text_of_more_than_200_characters_or_with_a_line_break_is_refused() {
    assertThatThrownBy(() -> GeschrevenDatum.van("x".repeat(201), "2021"))
        .hasMessageContaining("langer dan 200");
    assertThatThrownBy(() -> GeschrevenDatum.van("mei\njuni", "2021"))
        .hasMessageContaining("stuurteken");
    assertThat(GeschrevenDatum.lees("mei ".repeat(30_000), 2021).reden())
        .contains("langer dan 200");
  }

  @Test
  void the_days_always_belong_to_the_meaning() {
    LocalDate dag = LocalDate.of(2021, 9, 2);
    assertThatThrownBy(() -> new GeschrevenDatum("2 september", "2021-09", dag, dag))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void any_mixture_of_words_is_a_date_in_order_or_a_reason_and_never_an_error() {
    String[] woorden = {
      "2",
      "31",
      "23-08-21",
      "maart",
      "Sept",
      "okt.",
      "2021",
      "'22",
      "/",
      ",",
      "-",
      "t/m",
      "en",
      "of",
      "rond",
      "eind",
      "medio",
      "begin",
      "tweede",
      "kwartaal",
      "zomer",
      "uiterlijk",
      "vanaf",
      "week",
      "53",
      "donderdag",
      "?",
      "(",
      ")",
      "..",
      "q3",
      "",
      "é",
      "{",
      "0"
    };
    Random toeval = new Random(31);
    int gelezen = 0;
    for (int i = 0; i < 10_000; i++) {
      StringBuilder tekst = new StringBuilder();
      for (int n = toeval.nextInt(6); n >= 0; n--) {
        tekst
            .append(woorden[toeval.nextInt(woorden.length)])
            .append(toeval.nextBoolean() ? " " : "");
      }
      GeschrevenDatum.Lezing lezing =
          GeschrevenDatum.lees(tekst.toString(), LocalDate.of(2021, 9, 1));
      if (lezing.datum().isPresent()) {
        gelezen++;
        GeschrevenDatum datum = lezing.datum().get();
        assertThat(datum.eerste()).as(tekst.toString()).isBeforeOrEqualTo(datum.laatste());
        assertThat(datum.toon()).isEqualTo(tekst.toString().strip());
      } else {
        assertThat(lezing.reden()).as(tekst.toString()).isNotBlank();
      }
    }
    assertThat(gelezen).isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"12-03-2207", "12 maart 1205", "maart 2207", "uiterlijk 1 oktober 2207", "2101-01-01", "1999-12-31"})
  void a_year_in_which_nobody_plans_is_a_slip_of_the_pen(String tekst) {
    GeschrevenDatum.Lezing lezing = GeschrevenDatum.lees(tekst, 2026);
    assertThat(lezing.datum()).isEmpty();
    assertThat(lezing.reden()).contains("ligt niet in 2000 tot en met 2100; controleer het jaar");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2100-12-31", "2000-01-01", "uiterlijk 1 oktober 2100", "onbekend"})
  void other_years_are_read(String tekst) {
    assertThat(GeschrevenDatum.lees(tekst, 2026).datum()).isPresent();
  }
}
 