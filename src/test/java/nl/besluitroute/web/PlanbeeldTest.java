package nl.besluitroute.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.besluitroute.kalender.Feestdagen;
import nl.besluitroute.kalender.Werkdagen;
import nl.besluitroute.planning.Plan;
import nl.besluitroute.planning.Planner;
import nl.besluitroute.planning.Planopgave;
import nl.besluitroute.planning.Planstap;
import nl.besluitroute.planning.Vergaderdag;
import nl.besluitroute.planning.Vergaderkalender;
import nl.besluitroute.web.Planvak.Meldingregel;
import org.junit.jupiter.api.Test;

/** How the knelpunten of a plan are told, without a server. */
class PlanbeeldTest {
  private static final LocalDate VANDAAG = LocalDate.of(2027, 4, 5);
  private static final List<String> GEMEENTEN =
      List.of("Achtkarspelen", "Dantumadiel", "Harlingen", "Heerenveen", "Leeuwarden", "Smallingerland");

  private final Planner planner = new Planner(new Werkdagen(new Feestdagen()));

  private Planopgave raden(List<Vergaderdag> dagen) {
    List<Planstap> stappen = new ArrayList<>();
    List<Vergaderkalender> kalenders = new ArrayList<>();
    for (String gemeente : GEMEENTEN) {
      stappen.add(Planstap.van(gemeente, "Raad " + gemeente).orgaan("Raad " + gemeente).gemeente(gemeente).kalender(gemeente));
      kalenders.add(Vergaderkalender.van(gemeente, "Raad " + gemeente, dagen));
    }
    return new Planopgave(stappen, kalenders, VANDAAG);
  }

  @Test
  void wat_voor_meer_stappen_hetzelfde_is_staat_er_een_keer_met_hun_namen() {
    Planopgave opgave =
        raden(List.of(new Vergaderdag(LocalDate.of(2027, 6, 3), Optional.empty(), false))).streefdatum(LocalDate.of(2027, 6, 1));
    Plan plan = planner.plan(opgave);
    assertThat(Planbeeld.meldingen(plan)).singleElement().satisfies(
        m -> {
          assertThat(m.zin())
              .isEqualTo(
                  "Raad Achtkarspelen, Raad Dantumadiel en 4 andere kunnen op zijn vroegst op 3 juni 2027, na de"
                      + " streefdatum 1 juni 2027.");
          assertThat(m.merk().woord()).isEqualTo("knelpunt");
          assertThat(m.uitwegen()).containsExactly("Kies een streefdatum op of na 3 juni 2027.");
          assertThat(m.stappen()).hasSize(6).allMatch(s -> s.contains("Wat helpt: Een extra vergadering van Raad "));
        });
  }

  @Test
  void een_kalender_zonder_vergaderingen_staat_er_een_keer() {
    assertThat(Planbeeld.meldingen(planner.plan(raden(List.of())))).extracting(Meldingregel::zin)
        .containsExactly(
            "Raad Achtkarspelen, Raad Dantumadiel en 4 andere: hun kalenders hebben geen vergaderingen; nodig is er een"
                + " op of na 5 april 2027.");
  }

  @Test
  void wat_maar_voor_een_stap_geldt_blijft_zoals_het_is() {
    Planopgave alle = raden(List.of());
    Planopgave een = new Planopgave(alle.stappen().subList(0, 1), alle.kalenders().subList(0, 1), VANDAAG);
    Plan plan = planner.plan(een);
    assertThat(Planbeeld.meldingen(plan)).extracting(Meldingregel::zin).containsExactly(plan.meldingen().get(0).zin());
    assertThat(Planbeeld.meldingen(plan).get(0).stappen()).isEmpty();
  }
}
