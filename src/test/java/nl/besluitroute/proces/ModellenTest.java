package nl.besluitroute.proces;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Date;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Walks the shipped models on a bare engine with stub delegates: job executor off, timers fired by
 * id. What the delegates decide is played by {@link #antwoorden}.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ModellenTest {

  private static final Dekking DEKKING = new Dekking();
  private static final Instant BEGIN = Instant.parse("2021-02-01T08:00:00Z");
  private static final List<String> BEANS =
      List.of(
          "stapBeginnen", "stukkenVerzenden", "conclusieVastleggen", "versieVastleggen",
          "participatieVastleggen", "gemeenteBeginnen", "collegebesluitVastleggen", "raadBeginnen",
          "raadsbesluitVastleggen", "lokaalBeginnen", "besluitrondeAfsluiten",
          "informerenBeginnen", "informerenGemeenteBeginnen", "raadInformeren",
          "adviesTweedeRonde", "termijnLezen", "herinneringVastleggen", "teLaatVastleggen");

  private static ProcessEngine engine;
  private static RuntimeService runtime;

  /** Per bean the variables of its next calls; the last one stays. */
  private static final Map<String, Deque<Map<String, Object>>> antwoorden = new HashMap<>();

  private static final Map<String, Integer> aanroepen = new HashMap<>();
  private static List<String> gemeenten = List.of("GM0376", "GM0402");

  @BeforeAll
  static void bouw() throws IOException {
    var configuratie = new StandaloneInMemProcessEngineConfiguration();
    configuratie.setJdbcUrl("jdbc:h2:mem:modellen;DB_CLOSE_DELAY=-1");
    configuratie.setJobExecutorActivate(false);
    configuratie.setHistory(ProcessEngineConfiguration.HISTORY_AUDIT);
    configuratie.setEnableExceptionsAfterUnhandledBpmnError(true);
    Map<Object, Object> beans = new HashMap<>();
    BEANS.forEach(naam -> beans.put(naam, (JavaDelegate) e -> speel(naam, e)));
    configuratie.setBeans(beans);
    DEKKING.aansluiten(configuratie);
    engine = configuratie.buildProcessEngine();
    runtime = engine.getRuntimeService();
    var uitrol = engine.getRepositoryService().createDeployment();
    for (String map : List.of("bpmn", "forms")) {
      try (Stream<Path> bestanden = Files.list(Path.of(map))) {
        for (Path bestand : bestanden.filter(Files::isRegularFile).sorted().toList()) {
          uitrol.addString(bestand.getFileName().toString(), Files.readString(bestand));
        }
      }
    }
    uitrol.deploy();
  }

  @AfterAll
  static void sluit() {
    System.out.println(DEKKING.rapport());
    ClockUtil.reset();
    engine.close();
  }

  @AfterEach
  void ruimOp() {
    runtime.createProcessInstanceQuery().rootProcessInstances().list()
        .forEach(i -> runtime.deleteProcessInstance(i.getId(), "einde test"));
    antwoorden.clear();
    aanroepen.clear();
    gemeenten = List.of("GM0376", "GM0402");
    ClockUtil.reset();
  }

  private static void speel(String naam, DelegateExecution e) {
    aanroepen.merge(naam, 1, Integer::sum);
    String visie = (String) e.getVariable("visie");
    switch (naam) {
      case "stapBeginnen", "lokaalBeginnen", "informerenBeginnen" -> {
        e.setProcessBusinessKey(visie);
        e.setVariable(naam.startsWith("informeren") ? "blokstap" : "stap", "stap-" + e.getId());
        if (!naam.equals("stapBeginnen")) {
          e.setVariable("gemeenten", Variables.objectValue(gemeenten, true).create());
        }
        if (naam.equals("lokaalBeginnen")) {
          e.setVariable("ronde", "1");
          e.setVariable("wieBesluit", "raad");
        }
      }
      case "gemeenteBeginnen", "raadBeginnen" ->
          e.setVariable("stap", naam + "-" + e.getVariable("gemeente"));
      case "informerenGemeenteBeginnen" ->
          e.setVariableLocal("stap", "informeren-" + e.getVariable("gemeente"));
      case "termijnLezen" -> {
        e.setVariable("termijn", "bekend");
        e.setVariable("herinnerOp", BEGIN.plus(1, ChronoUnit.DAYS).toString());
        e.setVariable("verlooptOp", BEGIN.plus(3, ChronoUnit.DAYS).toString());
      }
      case "conclusieVastleggen" -> {
        e.setVariable("conclusie", "positief");
        e.setVariable("vervolg", "verder");
      }
      case "participatieVastleggen" -> e.setVariable("meer", "nee");
      case "collegebesluitVastleggen" -> e.setVariable("vervolg", "raad");
      case "raadsbesluitVastleggen" -> e.setVariable("vervolg", "afgerond");
      case "besluitrondeAfsluiten" -> e.setVariable("stand", "vastgesteld");
      case "adviesTweedeRonde" -> e.setVariable("vervolg", "afsluiten");
      default -> {}
    }
    Deque<Map<String, Object>> gepland = antwoorden.get(naam);
    if (gepland != null && !gepland.isEmpty()) {
      gepland.pop().forEach(e::setVariable);
    }
  }

  private static void antwoord(String bean, Map<String, Object> variabelen) {
    antwoorden.computeIfAbsent(bean, b -> new ArrayDeque<>()).add(variabelen);
  }

  private static ProcessInstance start(String route) {
    return runtime.startProcessInstanceByKey(route, "visie-1", Map.of("visie", "visie-1"));
  }

  private static Set<String> open() {
    return engine.getTaskService().createTaskQuery().list().stream()
        .map(Task::getTaskDefinitionKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Completes all open tasks with this key, then runs the engine's own save points. */
  private static void rondAf(String taak) {
    List<Task> taken =
        engine.getTaskService().createTaskQuery().taskDefinitionKey("taak_" + taak).list();
    assertThat(taken).as("open taken %s; open is %s", taak, open()).isNotEmpty();
    for (Task t : taken) {
      engine.getTaskService().complete(t.getId());
    }
    spoor();
  }

  private static void spoor() {
    List<Job> jobs;
    while (!(jobs = engine.getManagementService().createJobQuery().messages().list()).isEmpty()) {
      jobs.forEach(j -> engine.getManagementService().executeJob(j.getId()));
    }
  }

  private static void overleg() {
    rondAf("stukkenVerzenden");
    rondAf("conclusieVastleggen");
  }

  private static void vuur(String timer, Instant nu) {
    ClockUtil.setCurrentTime(Date.from(nu));
    Job job =
        engine.getManagementService().createJobQuery().timers().activityId(timer).singleResult();
    assertThat(job).as(timer).isNotNull();
    assertThat(job.getDuedate()).isBeforeOrEqualTo(Date.from(nu));
    engine.getManagementService().executeJob(job.getId());
  }

  private static void bericht(String naam, Map<String, Object> lokaal) {
    var correlatie = runtime.createMessageCorrelation(naam);
    if (!lokaal.isEmpty()) {
      correlatie.setVariablesToTriggeredScope(lokaal);
    }
    correlatie.correlateAll();
    spoor();
  }

  private static boolean klaar(ProcessInstance instantie) {
    return engine.getHistoryService().createHistoricProcessInstanceQuery()
            .processInstanceId(instantie.getId()).completed().count() == 1
        && runtime.createProcessInstanceQuery().count() == 0
        && engine.getManagementService().createJobQuery().count() == 0;
  }

  private static void collegesTotLokaal() {
    rondAf("participatieVastleggen");
    rondAf("versieVastleggen");
    overleg();
    overleg();
    overleg();
    rondAf("participatieVastleggen");
    rondAf("participatieVastleggen");
    rondAf("versieVastleggen");
    overleg();
    overleg();
    overleg();
  }

  @Test
  @Order(1)
  void route_colleges_loopt_van_concept_tot_geinformeerde_raden() {
    antwoord("collegebesluitVastleggen", Map.of("vervolg", "afgerond"));
    antwoord("collegebesluitVastleggen", Map.of("vervolg", "afgerond"));
    ProcessInstance i = start("route_colleges");
    collegesTotLokaal();
    assertThat(open()).containsExactly("taak_collegebesluitVastleggen");
    assertThat(
            runtime.createProcessInstanceQuery().processDefinitionKey("blok_gemeente").list())
        .extracting(ProcessInstance::getBusinessKey)
        .containsExactlyInAnyOrder("visie-1/GM0376/1", "visie-1/GM0402/1");
    rondAf("collegebesluitVastleggen");
    rondAf("besluitrondeAfsluiten");
    assertThat(runtime.getVariable(i.getId(), "stand_lokaal")).isEqualTo("vastgesteld");
    rondAf("raadInformeren");
    assertThat(klaar(i)).isTrue();
    assertThat(aanroepen).doesNotContainKeys("raadBeginnen", "adviesTweedeRonde");
  }

  @Test
  @Order(1)
  void lijst_van_gemeenten_wordt_geen_variabele_in_de_historie() {
    ProcessInstance i = start("route_colleges");
    collegesTotLokaal();
    assertThat(engine.getHistoryService().createHistoricVariableInstanceQuery()
            .variableName("gemeenten").count()).isZero();
    assertThat(runtime.createVariableInstanceQuery().variableName("gemeenten").count()).isZero();
    assertThat(klaar(i)).isFalse();
  }

  @Test
  @Order(1)
  void negatief_in_directie_of_pfho_brengt_de_tekst_terug_bij_de_schrijvers() {
    for (String route : List.of("route_colleges", "route_raden")) {
      antwoorden.clear();
      ProcessInstance i = start(route);
      naarDefinitieveTekst(route);
      rondAf("versieVastleggen");
      overleg(); // klankbordgroep and uitvoeringsoverleg at once, or the latter alone
      antwoord("conclusieVastleggen", Map.of("conclusie", "negatief"));
      overleg(); // directie-overleg
      assertThat(open()).containsExactly("taak_versieVastleggen");
      rondAf("versieVastleggen");
      overleg(); // klankbordgroep and uitvoeringsoverleg at once, or the latter alone
      overleg();
      antwoord("conclusieVastleggen", Map.of("conclusie", "negatief"));
      overleg(); // pfho
      assertThat(open()).containsExactly("taak_versieVastleggen");
      assertThat(klaar(i)).isFalse();
      runtime.deleteProcessInstance(i.getId(), "volgende route");
    }
  }

  private static void naarDefinitieveTekst(String route) {
    if (route.equals("route_colleges")) {
      rondAf("participatieVastleggen");
      rondAf("versieVastleggen");
      overleg();
      overleg();
      overleg();
      rondAf("participatieVastleggen");
      rondAf("participatieVastleggen");
    } else {
      rondAf("versieVastleggen");
      rondAf("participatieVastleggen");
      overleg();
    }
  }

  private static ProcessInstance radenTotLokaal() {
    ProcessInstance i = start("route_raden");
    naarDefinitieveTekst("route_raden");
    rondAf("versieVastleggen");
    overleg();
    overleg();
    overleg();
    return i;
  }

  @Test
  @Order(1)
  void route_raden_eindigt_na_eensluidende_besluiten() {
    ProcessInstance i = radenTotLokaal();
    rondAf("collegebesluitVastleggen");
    rondAf("raadsbesluitVastleggen");
    rondAf("besluitrondeAfsluiten");
    assertThat(klaar(i)).isTrue();
    assertThat(aanroepen).doesNotContainKey("adviesTweedeRonde");
  }

  @Test
  @Order(1)
  void wat_niet_overal_dezelfde_tekst_is_leidt_tot_een_tweede_ronde_met_elk_advies() {
    Map<String, String> stand =
        Map.of("overnemen", "afwijkend", "heroverwegen", "deels", "afsluiten", "niet");
    for (String advies : List.of("overnemen", "heroverwegen", "afsluiten")) {
      antwoord("besluitrondeAfsluiten", Map.of("stand", stand.get(advies)));
      antwoord("adviesTweedeRonde", Map.of("vervolg", advies));
      ProcessInstance i = radenTotLokaal();
      rondAf("collegebesluitVastleggen");
      rondAf("raadsbesluitVastleggen");
      rondAf("besluitrondeAfsluiten");
      rondAf("adviesTweedeRonde");
      if (advies.equals("overnemen")) {
        rondAf("versieVastleggen");
      }
      if (!advies.equals("afsluiten")) {
        rondAf("collegebesluitVastleggen");
        rondAf("raadsbesluitVastleggen");
        rondAf("besluitrondeAfsluiten");
      }
      assertThat(klaar(i)).as(advies).isTrue();
    }
  }

  @Test
  @Order(1)
  void aangehouden_gaat_opnieuw_naar_een_vergadering_en_opmerkingen_geven_een_nieuwe_versie() {
    antwoord("conclusieVastleggen", Map.of("conclusie", "aangehouden", "vervolg", "aangehouden"));
    antwoord("conclusieVastleggen", Map.of("vervolg", "nieuwe_versie"));
    start("route_raden");
    rondAf("versieVastleggen");
    antwoord("participatieVastleggen", Map.of("meer", "ja"));
    rondAf("participatieVastleggen");
    rondAf("participatieVastleggen");
    overleg();
    assertThat(open()).containsExactly("taak_stukkenVerzenden");
    overleg();
    assertThat(open()).containsExactly("taak_versieVastleggen");
    assertThat(aanroepen.get("versieVastleggen")).isEqualTo(1);
    rondAf("versieVastleggen");
    assertThat(aanroepen.get("versieVastleggen")).isEqualTo(2);
    assertThat(open()).containsExactly("taak_versieVastleggen");
  }

  @Test
  @Order(1)
  void college_en_raad_kunnen_opnieuw_en_de_raad_kan_terug_naar_het_college() {
    gemeenten = List.of("GM0376");
    antwoord("collegebesluitVastleggen", Map.of("vervolg", "opnieuw_college"));
    antwoord("raadsbesluitVastleggen", Map.of("vervolg", "opnieuw_raad"));
    antwoord("raadsbesluitVastleggen", Map.of("vervolg", "terug_college"));
    ProcessInstance i = radenTotLokaal();
    rondAf("collegebesluitVastleggen");
    rondAf("collegebesluitVastleggen");
    rondAf("raadsbesluitVastleggen");
    assertThat(aanroepen.get("raadBeginnen")).isEqualTo(1);
    rondAf("raadsbesluitVastleggen");
    assertThat(aanroepen.get("gemeenteBeginnen")).isEqualTo(2);
    rondAf("collegebesluitVastleggen");
    rondAf("raadsbesluitVastleggen");
    rondAf("besluitrondeAfsluiten");
    assertThat(klaar(i)).isTrue();
  }

  @Test
  @Order(1)
  void zonder_gemeenten_komt_de_ronde_meteen_bij_het_afsluiten() {
    gemeenten = List.of();
    ProcessInstance i = start("route_colleges");
    collegesTotLokaal();
    assertThat(open()).containsExactly("taak_besluitrondeAfsluiten");
    rondAf("besluitrondeAfsluiten");
    assertThat(klaar(i)).isTrue();
  }

  @Test
  @Order(1)
  void na_vertrek_van_de_laatste_open_gemeente_komt_de_ronde_bij_het_afsluiten() {
    ProcessInstance i = radenTotLokaal();
    Task eerste =
        engine.getTaskService().createTaskQuery()
            .processInstanceBusinessKey("visie-1/GM0376/1").singleResult();
    engine.getTaskService().complete(eerste.getId());
    rondAf("raadsbesluitVastleggen");
    assertThat(open()).containsExactly("taak_collegebesluitVastleggen");
    bericht("gemeenteVertrokken-GM0402", Map.of());
    assertThat(open()).containsExactly("taak_besluitrondeAfsluiten");
    rondAf("besluitrondeAfsluiten");
    assertThat(klaar(i)).isTrue();
  }

  @Test
  @Order(1)
  void vertrek_tijdens_het_informeren_laat_de_anderen_doorgaan() {
    antwoord("collegebesluitVastleggen", Map.of("vervolg", "afgerond"));
    antwoord("collegebesluitVastleggen", Map.of("vervolg", "afgerond"));
    ProcessInstance i = start("route_colleges");
    collegesTotLokaal();
    rondAf("collegebesluitVastleggen");
    rondAf("besluitrondeAfsluiten");
    bericht("gemeenteVertrokken-GM0402", Map.of());
    assertThat(engine.getTaskService().createTaskQuery().count()).isEqualTo(1);
    rondAf("raadInformeren");
    assertThat(klaar(i)).isTrue();
  }

  @Test
  @Order(1)
  void toegetreden_gemeente_besluit_mee_of_vertrekt_weer() {
    ProcessInstance i = radenTotLokaal();
    bericht("gemeenteToegetreden", Map.of("gemeente", "GM0406"));
    bericht("gemeenteToegetreden", Map.of("gemeente", "GM0417"));
    assertThat(
            runtime.createProcessInstanceQuery().processDefinitionKey("blok_gemeente").list())
        .extracting(ProcessInstance::getBusinessKey)
        .containsExactlyInAnyOrder(
            "visie-1/GM0376/1", "visie-1/GM0402/1", "visie-1/GM0406/1", "visie-1/GM0417/1");
    bericht("gemeenteVertrokken-GM0417", Map.of());
    assertThat(engine.getTaskService().createTaskQuery().count()).isEqualTo(3);
    rondAf("collegebesluitVastleggen");
    rondAf("raadsbesluitVastleggen");
    rondAf("besluitrondeAfsluiten");
    assertThat(klaar(i)).isTrue();
  }

  @Test
  @Order(1)
  void een_gemeente_kan_opnieuw_besluiten_in_een_volgende_ronde() {
    ProcessInstance i = radenTotLokaal();
    rondAf("collegebesluitVastleggen");
    rondAf("raadsbesluitVastleggen");
    bericht("opnieuwBesluiten", Map.of("gemeente", "GM0376", "ronde", "2"));
    bericht("opnieuwBesluiten", Map.of("gemeente", "GM0402", "ronde", "2"));
    assertThat(
            runtime.createProcessInstanceQuery().processDefinitionKey("blok_gemeente").list())
        .extracting(ProcessInstance::getBusinessKey)
        .containsExactlyInAnyOrder("visie-1/GM0376/2", "visie-1/GM0402/2");
    bericht("gemeenteVertrokken-GM0402", Map.of());
    assertThat(open())
        .containsExactly("taak_besluitrondeAfsluiten", "taak_collegebesluitVastleggen");
    rondAf("besluitrondeAfsluiten");
    assertThat(klaar(i)).as("de ronde wacht op het nieuwe besluit").isFalse();
    rondAf("collegebesluitVastleggen");
    rondAf("raadsbesluitVastleggen");
    assertThat(klaar(i)).isTrue();
  }

  @Test
  @Order(1)
  void wacht_herinnert_meldt_te_laat_en_begint_na_een_gewijzigde_termijn_opnieuw() {
    ClockUtil.setCurrentTime(Date.from(BEGIN));
    start("route_raden");
    bericht("termijnGewijzigd", Map.of()); // before the reminder
    assertThat(aanroepen.get("termijnLezen")).isEqualTo(2);
    vuur("timer_herinnering", BEGIN.plus(1, ChronoUnit.DAYS));
    bericht("termijnGewijzigd", Map.of()); // between reminder and due date
    assertThat(aanroepen.get("herinneringVastleggen")).isEqualTo(1);
    vuur("timer_herinnering", BEGIN.plus(1, ChronoUnit.DAYS));
    vuur("timer_verlopen", BEGIN.plus(3, ChronoUnit.DAYS));
    assertThat(aanroepen.get("teLaatVastleggen")).isEqualTo(1);
    assertThat(engine.getManagementService().createJobQuery().timers().count()).isZero();
    bericht("termijnGewijzigd", Map.of()); // after the term
    assertThat(engine.getManagementService().createJobQuery().timers().activityId("timer_herinnering").count()).isEqualTo(1);
    rondAf("versieVastleggen");
    assertThat(runtime.createProcessInstanceQuery().processDefinitionKey("termijnwacht").list())
        .as("alleen de wacht van de volgende taak")
        .hasSize(1);
  }

  @Test
  @Order(1)
  void wacht_slaat_een_voorbije_herinnering_over_en_kan_zonder_termijn_wachten() {
    ClockUtil.setCurrentTime(Date.from(BEGIN));
    antwoord("termijnLezen", Map.of("termijn", "geen"));
    antwoord("termijnLezen", Map.of("termijn", "voorbij_herinnering"));
    start("route_raden");
    assertThat(engine.getManagementService().createJobQuery().timers().count()).isZero();
    bericht("termijnGewijzigd", Map.of());
    vuur("timer_verlopen", BEGIN.plus(3, ChronoUnit.DAYS));
    assertThat(aanroepen).doesNotContainKey("herinneringVastleggen");
  }

  @Test
  @Order(1)
  void een_vervallen_wacht_laat_elke_taak_gewoon_afronden() {
    for (int n = 0; n < 200; n++) {
      antwoord("termijnLezen", Map.of("termijn", "vervallen"));
    }
    antwoord("conclusieVastleggen", Map.of("vervolg", "nieuwe_versie"));
    antwoord("besluitrondeAfsluiten", Map.of("stand", "afwijkend"));
    antwoord("adviesTweedeRonde", Map.of("vervolg", "overnemen"));
    ProcessInstance i = start("route_raden");
    rondAf("versieVastleggen");
    rondAf("participatieVastleggen");
    overleg();
    rondAf("versieVastleggen");
    rondAf("versieVastleggen");
    overleg();
    overleg();
    overleg();
    rondAf("collegebesluitVastleggen");
    rondAf("raadsbesluitVastleggen");
    rondAf("besluitrondeAfsluiten");
    rondAf("adviesTweedeRonde");
    rondAf("versieVastleggen");
    rondAf("collegebesluitVastleggen");
    rondAf("raadsbesluitVastleggen");
    rondAf("besluitrondeAfsluiten");
    assertThat(klaar(i)).isTrue();
    antwoord("collegebesluitVastleggen", Map.of("vervolg", "afgerond"));
    antwoord("collegebesluitVastleggen", Map.of("vervolg", "afgerond"));
    i = start("route_colleges");
    collegesTotLokaal();
    rondAf("collegebesluitVastleggen");
    rondAf("besluitrondeAfsluiten");
    rondAf("raadInformeren");
    assertThat(klaar(i)).isTrue();
  }

  @Test
  @Order(2)
  void elke_knoop_en_elke_stroom_van_de_modellen_is_genomen() {
    assertThat(DEKKING.ontbrekend(p -> true)).isEmpty();
  }
}
