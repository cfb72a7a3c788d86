package nl.besluitroute.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import nl.besluitroute.kalender.Feestdagen;
import nl.besluitroute.kalender.Werkdagen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaalTest {

  private static final LocalDate VANDAAG = LocalDate.of(2021, 8, 25);
  private static final Werkdagen WERKDAGEN = new Werkdagen(new Feestdagen(List.of()));

  @Test
  void datums_staan_zoals_een_ambtenaar_ze_schrijft() {
    assertThat(Taal.voluit(VANDAAG)).isEqualTo("woensdag 25 augustus 2021");
    assertThat(Taal.dag(LocalDate.of(2021, 8, 26), VANDAAG)).isEqualTo("do 26 augustus");
    assertThat(Taal.dag(LocalDate.of(2022, 3, 1), VANDAAG)).isEqualTo("di 1 maart 2022");
    assertThat(Taal.kort(LocalDate.of(2021, 9, 2))).isEqualTo("02-09-21");
  }

  @ParameterizedTest
  @CsvSource({
    "2020-08-20, LAAT, meer dan een jaar te laat",
    "2021-08-20, LAAT, 3 werkdagen te laat",
    "2021-08-24, LAAT, 1 werkdag te laat",
    "2021-08-25, LET, vandaag",
    "2021-08-26, LET, nog 1 werkdag",
    "2021-08-27, LET, nog 2 werkdagen",
    "2021-08-29, LET, nog 2 werkdagen",
    "2021-08-30, OPEN, nog 3 werkdagen",
    "9999-12-31, OPEN, over meer dan een jaar",
  })
  void wat_van_een_termijn_rest_staat_in_woorden_en_vorm(
      LocalDate uiterlijk, Merk.Soort soort, String woord) {
    assertThat(Taal.resterend(uiterlijk, VANDAAG, WERKDAGEN)).isEqualTo(new Merk(soort, woord));
  }

  @Test
  void een_termijn_die_in_het_weekend_afliep_is_op_maandag_te_laat() {
    LocalDate maandag = LocalDate.of(2021, 8, 30);
    assertThat(Taal.resterend(maandag.minusDays(1), maandag, WERKDAGEN))
        .isEqualTo(Merk.laat("1 werkdag te laat"));
    assertThat(Taal.resterend(maandag.minusDays(1), maandag.minusDays(2), WERKDAGEN))
        .isEqualTo(Merk.let("voor de volgende werkdag"));
  }

  @Test
  void een_opsomming_noemt_er_enkele_en_telt_de_rest() {
    assertThat(Taal.opsomming(List.of("Laren"), 2)).isEqualTo("Laren");
    assertThat(Taal.opsomming(List.of("Huizen", "Laren", "Weesp"), 2)).isEqualTo("Huizen, Laren en Weesp");
    assertThat(Taal.opsomming(List.of("Huizen", "Laren", "Weesp", "Blaricum"), 2))
        .isEqualTo("Huizen, Laren en 2 andere");
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
