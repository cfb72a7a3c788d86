package nl.besluitroute.toegang;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.ondersteuning.Databaseproef;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

class AanmeldremIT extends Databaseproef {
  private static final Instant NU = Instant.parse("2026-03-02T09:00:00Z");

  @Autowired Aanmeldrem rem;
  @Autowired Klok klok;
  @Autowired JdbcTemplate jdbc;
  @Autowired TransactionTemplate transactie;

  @BeforeEach
  @AfterEach
  void leeg() {
    transactie.executeWithoutResult(status -> jdbc.update("delete from aanmeldrem"));
    klok.zet(NU);
  }

  private void mislukt(int keer, String account, String adres) {
    for (int i = 0; i < keer; i++) {
      rem.mislukt(account, adres);
    }
  }

  @Test
  void vierMislukkingenMogenEnDeVijfdeSluitDitAccountVanafDitAdresEenHalveMinuut() {
    mislukt(4, "an", "10.0.0.1");
    assertThat(rem.wacht("an", "10.0.0.1")).isEmpty();
    mislukt(1, "an", "10.0.0.1");
    assertThat(rem.wacht("an", "10.0.0.1")).hasValue(Duration.ofSeconds(30));
    assertThat(rem.wacht("AN", "10.0.0.1")).isPresent();
  }

  @Test
  void wieVanEenAnderAdresKomtWordtNietBuitengesloten() {
    mislukt(9, "an", "10.0.0.1");
    assertThat(rem.wacht("an", "10.0.0.2")).isEmpty();
    assertThat(rem.wacht("bert", "10.0.0.1")).isEmpty();
  }

  @Test
  void elkeVolgendeMislukkingWachtTweeKeerZoLangTotEenKwartier() {
    mislukt(6, "an", "10.0.0.1");
    assertThat(rem.wacht("an", "10.0.0.1")).hasValue(Duration.ofMinutes(1));
    mislukt(20, "an", "10.0.0.1");
    assertThat(rem.wacht("an", "10.0.0.1")).hasValue(Duration.ofMinutes(15));
  }

  @Test
  void wieVeelAccountsProbeertVanafEenAdresWachtOok() {
    for (int i = 0; i < 50; i++) {
      rem.mislukt("naam" + i, "10.0.0.1");
    }
    assertThat(rem.wacht("weer-een-ander", "10.0.0.1")).isPresent();
    assertThat(rem.wacht("weer-een-ander", "10.0.0.2")).isEmpty();
  }

  @Test
  void naHetWachtenEnNaEenGelukteAanmeldingIsDeWegVrij() {
    mislukt(5, "an", "10.0.0.1");
    klok.zet(NU.plusSeconds(30));
    assertThat(rem.wacht("an", "10.0.0.1")).isEmpty();
    rem.gelukt("an", "10.0.0.1");
    mislukt(4, "an", "10.0.0.1");
    assertThat(rem.wacht("an", "10.0.0.1")).isEmpty();
  }

  @Test
  void naEenUurStilteBegintHetTellenOpnieuw() {
    mislukt(4, "an", "10.0.0.1");
    klok.zet(NU.plus(Duration.ofMinutes(61)));
    mislukt(1, "an", "10.0.0.1");
    assertThat(rem.wacht("an", "10.0.0.1")).isEmpty();
  }
}
