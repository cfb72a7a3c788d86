package nl.besluitroute.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.besluitroute.agenda.Agenda;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.ondersteuning.Databasetest;
import nl.besluitroute.ondersteuning.Proefomgeving;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

@Databasetest
class ScenarioIT {
  @Autowired ScenarioLezer lezer;
  @Autowired ScenarioSpeler speler;
  @Autowired Agenda agenda;
  @Autowired Klok klok;
  @Autowired Proefomgeving proef;

  static Stream<Resource> meegeleverd() throws IOException {
    PathMatchingResourcePatternResolver bestanden = new PathMatchingResourcePatternResolver();
    return Stream.of("classpath:scenarios/*.json", "classpath:demo/*.json", "classpath:scenarios-test/*.json")
        .flatMap(
            patroon -> {
              try {
                return Arrays.stream(bestanden.getResources(patroon));
              } catch (IOException e) {
                return Stream.empty();
              }
            });
  }

  @AfterEach
  void laatDeKlokWeerLopen() {
    klok.loopt();
    proef.zonderAccounts();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("meegeleverd")
  void elkScenarioHaaltElkeVerwachtingEnDeAgendaIsTeHerbouwen(Resource bestand) throws IOException {
    Scenario scenario = lezer.lees(bestand.getFile().toPath());
    Uitslag uitslag = speler.speel(scenario, Optional.empty());

    assertThat(uitslag.afgebroken()).isEmpty();
    assertThat(uitslag.toetsen()).isNotEmpty().allSatisfy(t -> assertThat(t.gehaald()).as(t.toString()).isTrue());

    // Other scenarios in this database stand at another date: only this one's rows compare.
    Map<String, List<String>> levend = proef.leesmodel(scenario.visie().id());
    assertThat(levend.get("agenda_gemeente")).isNotEmpty();
    assertThat(levend.get("agenda_visie")).isNotEmpty();
    assertThat(levend.get("agenda_kop")).hasSize(1);
    agenda.herbouw();
    assertThat(proef.leesmodel(scenario.visie().id())).isEqualTo(levend);
  }
}
