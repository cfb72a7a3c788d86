package nl.besluitroute.proces;

import static nl.besluitroute.ondersteuning.Proefomgeving.SOEST;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import nl.besluitroute.agenda.AgendaTaak;
import nl.besluitroute.agenda.TaakNietOpen;
import nl.besluitroute.besluitvorming.Stand;
import nl.besluitroute.ondersteuning.Databaseproef;
import nl.besluitroute.ondersteuning.Proefvisie;
import nl.besluitroute.regio.Gemeente;
import nl.besluitroute.visie.Stap;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Many at the same moment, with the job executor at work. */
class GelijktijdigIT extends Databaseproef {
  private static final int DRADEN = 8;
  private static final Duration HOOGSTENS = Duration.ofMinutes(2);

  /** Real Zuidoost-Brabant: 21 municipalities. */
  private String[] gemeenten() {
    return proef.regios.leden("JZ39", LocalDate.of(2026, 1, 1)).stream()
        .map(Gemeente::code)
        .toArray(String[]::new);
  }

  private <T> List<Future<T>> tegelijk(List<Callable<T>> werk, int draden) throws Exception {
    ExecutorService uitvoering = Executors.newFixedThreadPool(draden);
    try {
      return uitvoering.invokeAll(werk);
    } finally {
      uitvoering.shutdown();
    }
  }

  private void metJobExecutor(Runnable werk) {
    JobExecutor executor =
        ((ProcessEngineConfigurationImpl) proef.engine.getProcessEngineConfiguration()).getJobExecutor();
    executor.start();
    try {
      werk.run();
    } finally {
      executor.shutdown();
    }
  }

  @Test
  void eenentwintig_colleges_besluiten_tegelijk() {
    String[] gemeenten = gemeenten();
    assertThat(gemeenten).hasSize(21);
    Proefvisie v = proef.colleges(gemeenten).collegesTotLokaal();
    proef.klok.loopt();
    metJobExecutor(
        () -> {
          besluitAllen(v, "collegebesluitVastleggen", "conform");
          wachtOpAfsluiten(v);
        });
    controleer(v, gemeenten, 1);
    v.sluitAf();
    assertThat(v.open()).hasSize(21);
  }

  @Test
  void eenentwintig_colleges_en_raden_besluiten_tegelijk() {
    String[] gemeenten = gemeenten();
    Proefvisie v = proef.raden(gemeenten).radenTotLokaal();
    proef.klok.loopt();
    metJobExecutor(
        () -> {
          besluitAllen(v, "collegebesluitVastleggen", "conform");
          besluitAllen(v, "raadsbesluitVastleggen", "aangenomen");
          wachtOpAfsluiten(v);
        });
    controleer(v, gemeenten, 2);
    v.sluitAf();
    assertThat(v.afgerond()).isTrue();
    assertThat(v.loopt()).isFalse();
  }

  private void besluitAllen(Proefvisie v, String soort, String uitkomst) {
    List<AgendaTaak> taken =
        new ArrayList<>(v.open().stream().filter(t -> t.soort().equals("taak_" + soort)).toList());
    assertThat(taken).hasSize(21);
    Collections.shuffle(taken, new java.util.Random(7));
    Map<String, Object> invoer = v.besluitInvoer(uitkomst, "1.0", "datum", "2026-03-02");
    List<Callable<Void>> werk =
        taken.stream()
            .<Callable<Void>>map(
                t ->
                    () -> {
                      proef.taken.voltooi(t.taak(), invoer, proef.secretaris());
                      return null;
                    })
            .toList();
    try {
      for (Future<Void> klaar : tegelijk(werk, DRADEN)) {
        klaar.get();
      }
    } catch (Exception e) {
      throw new AssertionError("Een besluit ging verloren", e);
    }
  }

  /** Only tokens may lag behind: the job executor brings them on. */
  private void wachtOpAfsluiten(Proefvisie v) {
    long tot = System.nanoTime() + HOOGSTENS.toNanos();
    while (!v.werk().equals(List.of("besluitrondeAfsluiten lokaal"))) {
      if (System.nanoTime() > tot) {
        throw new AssertionError("De ronde kwam niet tot afsluiten: " + v.werk() + " " + jobs(v));
      }
      LockSupport.parkNanos(20_000_000);
    }
  }

  private List<Map<String, Object>> jobs(Proefvisie v) {
    return proef.jdbc.queryForList(
        """
        select j.TYPE_, j.RETRIES_, j.HANDLER_TYPE_, j.EXCEPTION_MSG_ from ACT_RU_JOB j
        join ACT_RU_EXECUTION e on e.ID_ = j.PROCESS_INSTANCE_ID_ where e.ROOT_PROC_INST_ID_ = ?
        """,
        v.wortel());
  }

  private void controleer(Proefvisie v, String[] gemeenten, int besluitenPerGemeente) {
    assertThat(v.stand().waarde()).isEqualTo(Stand.Waarde.VASTGESTELD);
    assertThat(proef.standen.laatste(v.id()).orElseThrow().zin()).isEqualTo("21 van 21 vastgesteld");
    assertThat(proef.standen.laatste(v.id()).orElseThrow().waarde()).isEqualTo(Stand.Waarde.VASTGESTELD);
    for (String gemeente : gemeenten) {
      assertThat(v.besluiten(gemeente)).as(gemeente).hasSize(besluitenPerGemeente);
      assertThat(v.stap("lokaal", gemeente, Stap.Soort.COLLEGE, 1).toestand()).isEqualTo(Stap.Toestand.GEDAAN);
    }
    assertThat(v.journaal("stand_gewijzigd")).hasSize(1);
    assertThat(jobs(v)).allSatisfy(j -> assertThat(((Number) j.get("RETRIES_")).intValue()).isPositive());
    assertThat(bladerenZonderWerk(v)).isEmpty();
  }

  /** Active executions without children and without a called instance that wait for nothing. */
  private List<Map<String, Object>> bladerenZonderWerk(Proefvisie v) {
    return proef.jdbc.queryForList(
        """
        select e.ID_, e.ACT_ID_, e.PROC_DEF_ID_ from ACT_RU_EXECUTION e
        where e.ROOT_PROC_INST_ID_ = ?
          and not exists (select 1 from ACT_RU_EXECUTION k where k.PARENT_ID_ = e.ID_ or k.SUPER_EXEC_ = e.ID_)
          and not exists (select 1 from ACT_RU_TASK t where t.EXECUTION_ID_ = e.ID_)
          and not exists (select 1 from ACT_RU_JOB j where j.EXECUTION_ID_ = e.ID_)
          and not exists (select 1 from ACT_RU_EVENT_SUBSCR s where s.EXECUTION_ID_ = e.ID_)
        """,
        v.wortel());
  }

  @RepeatedTest(5)
  void twee_die_hetzelfde_besluit_tegelijk_vastleggen_een_wint_en_de_ander_leest_dat() throws Exception {
    Proefvisie v = proef.raden(SOEST).radenTotLokaal();
    String taak = v.taak("collegebesluitVastleggen").taak();
    eenWint(v, taak, v.besluitInvoer("conform", "1.0"));
    assertThat(v.besluiten(SOEST)).hasSize(1);
    assertThat(v.werkAf().werk()).containsExactly("raadsbesluitVastleggen lokaal " + SOEST);
  }

  @RepeatedTest(5)
  void twee_die_dezelfde_versie_of_conclusie_tegelijk_vastleggen_een_wint_en_de_ander_leest_dat()
      throws Exception {
    Proefvisie v = proef.raden(SOEST);
    eenWint(v, v.taak("versieVastleggen").taak(), Proefvisie.versieInvoer("0.9", "2026-03-02", "x"));
    v.participatie("participatie_partners").verzend("klankbord_concept", "0.9");
    Map<String, Object> aangehouden = v.conclusieInvoer("0.9", "aangehouden", "volgende_datum", "7 mei 2026");
    aangehouden.remove("vervolg");
    eenWint(v, v.taak("conclusieVastleggen").taak(), aangehouden);
    assertThat(v.behandelingen("klankbord_concept")).hasSize(2);
  }

  private void eenWint(Proefvisie v, String taak, Map<String, Object> invoer) throws Exception {
    CyclicBarrier start = new CyclicBarrier(2);
    Callable<Throwable> poging =
        () -> {
          start.await();
          try {
            proef.taken.voltooi(taak, invoer, proef.secretaris());
            return null;
          } catch (Throwable fout) {
            return fout;
          }
        };
    List<Throwable> uitkomsten = new ArrayList<>();
    for (Future<Throwable> f : tegelijk(List.of(poging, poging), 2)) {
      uitkomsten.add(f.get());
    }
    assertThat(uitkomsten).containsOnlyOnce((Throwable) null);
    assertThat(uitkomsten.stream().filter(java.util.Objects::nonNull))
        .singleElement()
        .isInstanceOf(TaakNietOpen.class)
        .satisfies(f -> assertThat(((Throwable) f).getMessage()).startsWith("Deze taak is al afgerond door"));
    assertThat(v.journaal("taak_afgerond").stream().filter(g -> taak.equals(g.taak()))).hasSize(1);
  }
}
