package nl.besluitroute.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaalTest {

  private static final LocalDate VANDAAG = LocalDate.of(2021, 8, 25);

  @Test
  void datums_staan_zoals_een_ambtenaar_ze_schrijft() {
    assertThat(Taal.voluit(VANDAAG)).isEqualTo("woensdag 25 augustus 2021");
    assertThat(Taal.dag(LocalDate.of(2021, 8, 26), VANDAAG)).isEqualTo("do 26 augustus");
    assertThat(Taal.dag(LocalDate.of(2022, 3, 1), VANDAAG)).isEqualTo("di 1 maart 2022");
    assertThat(Taal.kort(LocalDate.of(2021, 9, 2))).isEqualTo("02-09-21");
  }

  @ParameterizedTest
  @CsvSource({
    "2021-08-20, LAAT, 5 dagen te laat",
    "2021-08-24, LAAT, 1 dag te laat",
    "2021-08-25, LET, vandaag",
    "2021-08-26, LET, morgen",
    "2021-08-27, LET, nog 2 dagen",
    "2021-08-28, OPEN, nog 3 dagen",
  })
  void wat_van_een_termijn_rest_staat_in_woorden_en_vorm(
      LocalDate uiterlijk, Merk.Soort soort, String woord) {
    assertThat(Taal.resterend(uiterlijk, VANDAAG)).isEqualTo(new Merk(soort, woord));
  }

  @Test
  void een_aantal_past_bij_zijn_woord() {
    assertThat(Taal.aantal(1, "taak", "taken")).isEqualTo("1 taak");
    assertThat(Taal.aantal(4, "taak", "taken")).isEqualTo("4 taken");
    assertThat(Taal.geenOfAantal(0, "taak", "taken")).isEqualTo("geen taken");
  }

  @Test
  void een_lang_woord_breekt_op_zijn_naad() {
    assertThat(Taal.afbreekbaar("Portefeuillehoudersoverleg"))
        .isEqualTo("Portefeuille\u00ADhouders\u00ADoverleg");
    assertThat(Taal.afbreekbaar("Raad")).isEqualTo("Raad");
  }
}
