package nl.besluitroute.vergaderschema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import nl.besluitroute.vergaderschema.Herhaling.Soort;
import org.junit.jupiter.api.Test;

class HerhalingTest {
  private static final LocalDate VAN = LocalDate.of(2027, 1, 1);

  @Test
  void elke_tweede_dinsdag_telt_vanaf_de_eerste_dinsdag() {
    assertThat(new Herhaling(Soort.WEKEN, 2, DayOfWeek.TUESDAY, VAN, LocalDate.of(2027, 2, 16)).dagen())
        .containsExactly(
            LocalDate.of(2027, 1, 5), LocalDate.of(2027, 1, 19), LocalDate.of(2027, 2, 2), LocalDate.of(2027, 2, 16));
  }

  @Test
  void de_eerste_donderdag_van_de_maand_valt_binnen_de_eerste_week() {
    assertThat(new Herhaling(Soort.MAAND, 1, DayOfWeek.THURSDAY, LocalDate.of(2027, 1, 8), LocalDate.of(2027, 4, 1)).dagen())
        .as("januari is al voorbij, april telt nog mee")
        .containsExactly(LocalDate.of(2027, 2, 4), LocalDate.of(2027, 3, 4), LocalDate.of(2027, 4, 1));
  }

  @Test
  void de_laatste_woensdag_is_soms_de_vierde_en_soms_de_vijfde() {
    assertThat(new Herhaling(Soort.MAAND, Herhaling.LAATSTE, DayOfWeek.WEDNESDAY, VAN, LocalDate.of(2027, 3, 31)).dagen())
        .containsExactly(LocalDate.of(2027, 1, 27), LocalDate.of(2027, 2, 24), LocalDate.of(2027, 3, 31));
  }

  @Test
  void een_reeks_is_begrensd_in_duur_en_aantal() {
    assertThatThrownBy(() -> new Herhaling(Soort.WEKEN, 1, DayOfWeek.MONDAY, VAN, VAN.plusYears(3)))
        .isInstanceOf(SchemaFout.class)
        .hasMessageContaining("meer dan 120 vergaderingen");
    assertThatThrownBy(() -> new Herhaling(Soort.MAAND, 1, DayOfWeek.MONDAY, VAN, LocalDate.MAX))
        .hasMessageContaining("hoogstens drie jaar");
    assertThatThrownBy(() -> new Herhaling(Soort.WEKEN, 0, DayOfWeek.MONDAY, VAN, VAN))
        .hasMessageContaining("hoeveel weken");
    assertThatThrownBy(() -> new Herhaling(Soort.MAAND, 5, DayOfWeek.MONDAY, VAN, VAN))
        .hasMessageContaining("vierde");
    assertThatThrownBy(() -> new Herhaling(Soort.WEKEN, 1, DayOfWeek.MONDAY, VAN, VAN.minusDays(1)))
        .hasMessageContaining("eindigt voordat zij begint");
  }
}
