package nl.besluitroute;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.besluitroute.agenda.Agenda;
import nl.besluitroute.agenda.AgendaTaak;
import nl.besluitroute.agenda.HerbouwOpdracht;
import nl.besluitroute.journaal.Journaal;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.scenario.Jobs;
import nl.besluitroute.scenario.Scenario;
import nl.besluitroute.scenario.ScenarioLezer;
import nl.besluitroute.scenario.ScenarioSpeler;
import nl.besluitroute.visie.Visies;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Stop and start on the embedded database's file. */
class HerstartTest {
  @TempDir Path map;

  private ConfigurableApplicationContext context;

  @AfterEach
  void stop() {
    if (context != null) {
      context.close();
    }
  }

  private void start() {
    stop();
    context =
        new SpringApplicationBuilder(Besluitroute.class)
            .web(WebApplicationType.NONE)
            .profiles("test")
            .run(
                "--spring.datasource.url=jdbc:h2:file:" + map.resolve("db") + ";DB_CLOSE_ON_EXIT=FALSE",
                "--spring.datasource.username=sa",
                "--camunda.bpm.job-execution.enabled=false");
  }

  private <T> T bean(Class<T> soort) {
    return context.getBean(soort);
  }

  @Test
  void naEenHerstartStaatAllesWaarHetStondEnWatIntussenVerliepGebeurtEenKeer() throws Exception {
    start();
    Scenario scenario;
    try (InputStream in = getClass().getResourceAsStream("/scenarios-test/klein.json")) {
      scenario = bean(ScenarioLezer.class).lees(in);
    }
    assertThat(bean(ScenarioSpeler.class).speel(scenario, Optional.empty()).gehaald()).isTrue();
    bean(Klok.class).loopt();
    int stappen = bean(Visies.class).stappen("klein").size();
    Map<String, AgendaTaak> open = bean(Agenda.class).alles();
    assertThat(open.values()).singleElement().matches(taak -> !taak.teLaat());

    start();

    assertThat(bean(Visies.class).stappen("klein")).hasSize(stappen);
    assertThat(bean(Agenda.class).alles().keySet()).isEqualTo(open.keySet());
    bean(Jobs.class).voerUitWatVervalt();
    assertThat(bean(Agenda.class).alles().values()).singleElement().matches(AgendaTaak::teLaat);

    start();

    bean(Jobs.class).voerUitWatVervalt();
    assertThat(bean(Journaal.class).vanVisie("klein", 100))
        .filteredOn(g -> g.soort().equals("termijn_verlopen"))
        .hasSize(1);
  }

  @Test
  void deOpdrachtMaaktDeAgendaOpnieuwEnEenDatabaseZonderKrijgtHaarBijDeStart() throws Exception {
    start();
    try (InputStream in = getClass().getResourceAsStream("/scenarios-test/klein.json")) {
      bean(ScenarioSpeler.class).speel(bean(ScenarioLezer.class).lees(in), Optional.empty());
    }
    bean(Klok.class).loopt();
    Set<String> open = bean(Agenda.class).alles().keySet();
    assertThat(open).isNotEmpty();

    leeg("agenda_taak");
    stop();
    ByteArrayOutputStream uit = new ByteArrayOutputStream();
    assertThat(
            new HerbouwOpdracht(Besluitroute.class, new PrintStream(uit))
                .voerUit(
                    "--spring.datasource.url=jdbc:h2:file:" + map.resolve("db") + ";DB_CLOSE_ON_EXIT=FALSE",
                    "--spring.datasource.username=sa"))
        .isZero();
    assertThat(uit.toString()).contains("De agenda is opnieuw gemaakt: " + open.size() + " open taken.");
    start();
    assertThat(bean(Agenda.class).alles().keySet()).isEqualTo(open);

    leeg("agenda_taak");
    leeg("agenda_gemeente");
    leeg("agenda_visie");
    leeg("agenda_kop");
    start();
    assertThat(bean(Agenda.class).alles().keySet()).isEqualTo(open);
  }

  private void leeg(String tabel) {
    new TransactionTemplate(bean(PlatformTransactionManager.class))
        .executeWithoutResult(s -> bean(JdbcTemplate.class).update("delete from " + tabel));
  }
}
