package nl.besluitroute.kalender;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KlokTest {

  private static final Instant NA_MIDDERNACHT = Instant.parse("2021-08-31T22:30:00Z");

  private final Klok klok = new Klok();

  @Test
  void follows_the_system_clock_until_it_is_set_and_again_when_it_runs() {
    assertThat(Duration.between(klok.instant(), Instant.now()).abs())
        .isLessThan(Duration.ofMinutes(1));

    klok.zet(NA_MIDDERNACHT);
    assertThat(klok.instant()).isEqualTo(NA_MIDDERNACHT);
    assertThat(klok.staatVast()).isTrue();

    klok.loopt();
    assertThat(Duration.between(klok.instant(), Instant.now()).abs())
        .isLessThan(Duration.ofMinutes(1));
    assertThat(klok.staatVast()).isFalse();
  }

  @Test
  void today_is_the_date_in_amsterdam_and_not_in_utc() {
    klok.zet(NA_MIDDERNACHT);

    assertThat(klok.vandaag()).isEqualTo(LocalDate.of(2021, 9, 1));
    assertThat(LocalDate.now(klok)).isEqualTo(LocalDate.of(2021, 9, 1));
  }

  @Test
  void the_same_clock_in_another_zone_follows_what_is_set_later() {
    Clock utc = klok.withZone(ZoneOffset.UTC);
    klok.zet(NA_MIDDERNACHT);

    assertThat(utc.instant()).isEqualTo(NA_MIDDERNACHT);
    assertThat(LocalDate.now(utc)).isEqualTo(LocalDate.of(2021, 8, 31));
    assertThat(utc.withZone(Klok.ZONE)).isSameAs(klok);
  }

  @Test
  void listeners_hear_the_present_setting_and_each_change() {
    List<Optional<Instant>> gehoord = new ArrayList<>();
    klok.bijWijziging(gehoord::add);
    klok.zet(NA_MIDDERNACHT);
    klok.loopt();

    assertThat(gehoord)
        .containsExactly(Optional.empty(), Optional.of(NA_MIDDERNACHT), Optional.empty());
  }
}
