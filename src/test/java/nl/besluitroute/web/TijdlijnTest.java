package nl.besluitroute.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TijdlijnTest {

  private static final LocalDate VANDAAG = LocalDate.of(2027, 2, 15);

  @Test
  void hele_maanden_van_de_eerste_tot_de_laatste_dag() {
    var tijd = new Tijdlijn(List.of(LocalDate.of(2027, 1, 20), LocalDate.of(2027, 4, 2)), VANDAAG);
    assertThat(tijd.x(LocalDate.of(2027, 1, 1))).isEqualTo("0.00%");
    assertThat(tijd.x(LocalDate.of(2027, 5, 1))).isEqualTo("100.00%");
    assertThat(tijd.maanden()).extracting(Tijdlijn.Maand::naam).containsExactly("jan 2027", "feb", "mrt", "apr");
  }

  @Test
  void vandaag_staat_er_altijd_op() {
    assertThat(new Tijdlijn(List.of(), VANDAAG).vandaag()).isEqualTo("50.00%");
    assertThat(new Tijdlijn(List.of(LocalDate.of(2026, 1, 1)), VANDAAG).isVandaagRechts()).isTrue();
  }

  @Test
  void over_jaren_heeft_niet_elke_maand_een_naam() {
    var tijd = new Tijdlijn(List.of(LocalDate.of(2025, 1, 1), LocalDate.of(2027, 12, 1)), VANDAAG);
    assertThat(tijd.maanden()).hasSize(36).filteredOn(m -> m.naam() != null).hasSizeLessThanOrEqualTo(7);
  }
}
