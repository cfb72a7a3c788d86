package nl.besluitroute.proces;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import nl.besluitroute.Besluitroute;
import nl.besluitroute.agenda.AgendaTaak;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.ondersteuning.Databaseproef;
import nl.besluitroute.ondersteuning.Proefvisie;
import nl.besluitroute.regio.Gemeente;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Two nodes on one database, both with their job executor at work. */
class TweeKnopenIT extends Databaseproef {
  private static final Duration HOOGSTENS = Duration.ofMinutes(2);

  @Autowired private DataSource bron;

  private ConfigurableApplicationContext tweede() {
    HikariDataSource eerste = (HikariDataSource) bron;
    return new SpringApplicationBuilder(Besluitroute.class)
        .web(WebApplicationType.NONE)
        .profiles("test")
        .run(
            "--spring.datasource.url=" + eerste.getJdbcUrl(),
            "--spring.datasource.username=" + eerste.getUsername(),
            "--spring.datasource.password=" + eerste.getPassword(),
            "--camunda.bpm.job-execution.enabled=false");
  }

  private static JobExecutor executor(ProcessEngine engine) {
    return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
  }

  @Test
  void elke_wacht_herinnert_een_keer_en_verloopt_een_keer() {
    String[] gemeenten =
        proef.regios.leden("JZ39", LocalDate.of(2026, 1, 1)).stream().map(Gemeente::code).toArray(String[]::new);
    Proefvisie v = proef.raden(gemeenten).radenTotLokaal();
    assertThat(v.open()).hasSize(gemeenten.length).noneMatch(AgendaTaak::teLaat);
    LocalDate naAlles =
        v.open().stream().flatMap(t -> t.uiterlijk().stream()).max(LocalDate::compareTo).orElseThrow().plusDays(1);
    try (ConfigurableApplicationContext tweede = tweede()) {
      proef.zet(naAlles);
      tweede.getBean(Klok.class).zet(proef.klok.instant());
      List<JobExecutor> executors =
          List.of(executor(proef.engine), executor(tweede.getBean(ProcessEngine.class)));
      executors.forEach(JobExecutor::start);
      try {
        wachtTotAllesTeLaatIs(v);
      } finally {
        executors.forEach(JobExecutor::shutdown);
      }
    }
    v.werkAf();
    assertThat(v.journaal("termijn_verlopen")).hasSize(gemeenten.length);
    assertThat(v.journaal("termijn_verlopen")).extracting(g -> g.gemeente()).doesNotHaveDuplicates();
    assertThat(v.open()).hasSize(gemeenten.length).allMatch(AgendaTaak::teLaat);
  }

  private void wachtTotAllesTeLaatIs(Proefvisie v) {
    long tot = System.nanoTime() + HOOGSTENS.toNanos();
    while (!v.open().stream().allMatch(AgendaTaak::teLaat)) {
      if (System.nanoTime() > tot) {
        throw new AssertionError("Niet elke wacht ging af: " + v.werk());
      }
      LockSupport.parkNanos(20_000_000);
    }
  }
}
