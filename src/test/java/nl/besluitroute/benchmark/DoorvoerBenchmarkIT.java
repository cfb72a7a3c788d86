package nl.besluitroute.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;
import nl.besluitroute.ondersteuning.Databasetest;
import nl.besluitroute.ondersteuning.Proefomgeving;
import nl.besluitroute.ondersteuning.Proefvisie;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.visie.Vaststellingsregel;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Completed tasks per second through the whole stack (form, domain, agenda, journal, engine) over
 * the bare engine with the same models and delegates that only set the facts of the gateways. Both
 * on one PostgreSQL, in one run, in alternating pairs.
 */
@Databasetest
@Import(DoorvoerBenchmarkIT.Telling.class)
class DoorvoerBenchmarkIT {
  private static final int DRADEN = 4;
  private static final int VISIES_PER_DRAAD = 2;
  private static final int OPWARMEN = 5;
  private static final int PAREN = Integer.getInteger("besluitroute.benchmark.paren", 15);
  private static final List<String> GEMEENTEN =
      List.of(Proefomgeving.AMERSFOORT, Proefomgeving.BAARN, Proefomgeving.SOEST, Proefomgeving.WOUDENBERG);

  @TestConfiguration(proxyBeanMethods = false)
  static class Telling {
    @Bean
    static Teller teller() {
      return new Teller();
    }

    @Bean
    static BeanPostProcessor tellen(Teller teller) {
      return new BeanPostProcessor() {
        @Override
        public Object postProcessAfterInitialization(Object bean, String naam) {
          return bean instanceof HikariDataSource bron ? teller.om(bron) : bean;
        }
      };
    }
  }

  @Autowired private Proefomgeving proef;
  @Autowired private Teller stapel;
  @Autowired private EmbeddedPostgres postgres;

  private final Teller kaleTeller = new Teller();

  /** How fast one round went, and what it asked of the database. */
  private record Ronde(long taken, double perSeconde, double statements, double rondreizen, double engine, double domein, double commit, double rest) {}

  @FunctionalInterface
  private interface Afronding {
    void voltooi(String taak, String soort, int volgnr);
  }

  @Test
  void doorvoer_van_de_hele_stapel_tegen_de_kale_engine() throws Exception {
    try (HikariDataSource kaleBron = bron("kaal"); HikariDataSource zij = bron("postgres"); HikariDataSource kaleZij = bron(null)) {
      ProcessEngine kaal = kaleEngine(kaleTeller.om(kaleBron));
      try {
        meet(kaal, new JdbcTemplate(zij), new JdbcTemplate(kaleZij));
      } finally {
        kaal.close();
      }
    }
  }

  private void meet(ProcessEngine kaal, JdbcTemplate zij, JdbcTemplate kaleZij) throws Exception {
    List<Ronde> stapelRonden = new ArrayList<>();
    List<Ronde> kaleRonden = new ArrayList<>();
    for (int paar = -OPWARMEN; paar < PAREN; paar++) {
      boolean kaalEerst = paar % 2 == 0;
      Ronde vooraf = kaalEerst ? kaleRonde(kaal, kaleZij) : null;
      Ronde stapelRonde = stapelRonde(zij);
      Ronde kaleRonde = kaalEerst ? vooraf : kaleRonde(kaal, kaleZij);
      if (paar >= 0) {
        stapelRonden.add(stapelRonde);
        kaleRonden.add(kaleRonde);
      }
    }
    stapel.metTekst = true;
    kaleTeller.metTekst = true;
    kaleRonde(kaal, kaleZij);
    stapelRonde(zij);
    double[] verhouding = new double[PAREN];
    for (int i = 0; i < PAREN; i++) {
      verhouding[i] = stapelRonden.get(i).perSeconde() / kaleRonden.get(i).perSeconde();
    }
    Arrays.sort(verhouding);
    System.out.printf(
        Locale.ROOT,
        "%nDoorvoer, %d paren, %d draden, PostgreSQL: verhouding mediaan %.2f (min %.2f, max %.2f)%n",
        PAREN, DRADEN, verhouding[PAREN / 2], verhouding[0], verhouding[PAREN - 1]);
    toon("hele stapel", stapelRonden);
    toon("kale engine", kaleRonden);
    System.out.println("Statements per afgeronde taak die de kale engine niet heeft:");
    double taken = stapelRonden.get(PAREN - 1).taken();
    stapel.perTekst.entrySet().stream()
        .map(e -> Map.entry(e.getKey(), (e.getValue().sum() - aantal(kaleTeller, e.getKey())) / taken))
        .filter(e -> e.getValue() > 0.04)
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .forEach(e -> System.out.printf(Locale.ROOT, "  %6.2f  %s%n", e.getValue(), e.getKey()));
    assertThat(verhouding[PAREN / 2]).isPositive();
  }

  private static long aantal(Teller teller, String tekst) {
    LongAdder aantal = teller.perTekst.get(tekst);
    return aantal == null ? 0 : aantal.sum();
  }

  private static void toon(String naam, List<Ronde> ronden) {
    System.out.printf(
        Locale.ROOT,
        "  %s: %.0f taken/s, %.1f statements en %.1f rondreizen per taak; tijd: engine-SQL %.0f%%, domein-SQL %.0f%%, commit %.0f%%, Java %.0f%%%n",
        naam,
        mediaan(ronden, Ronde::perSeconde),
        mediaan(ronden, Ronde::statements),
        mediaan(ronden, Ronde::rondreizen),
        100 * mediaan(ronden, Ronde::engine),
        100 * mediaan(ronden, Ronde::domein),
        100 * mediaan(ronden, Ronde::commit),
        100 * mediaan(ronden, Ronde::rest));
  }

  private static double mediaan(List<Ronde> ronden, java.util.function.ToDoubleFunction<Ronde> van) {
    double[] waarden = ronden.stream().mapToDouble(van).sorted().toArray();
    return waarden[waarden.length / 2];
  }

  // -- the two sides ------------------------------------------------------------------------------

  private Ronde stapelRonde(JdbcTemplate zij) throws Exception {
    LocalDate vandaag = proef.klok.vandaag();
    List<String> wortels = new ArrayList<>();
    for (int i = 0; i < DRADEN * VISIES_PER_DRAAD; i++) {
      wortels.add(
          Proefvisie.begin(proef, "route_raden", GEMEENTEN, Vaststellingsregel.ALLE_RADEN, null, vandaag).wortel());
    }
    Gebruiker wie = proef.secretaris();
    return ronde(
        wortels,
        zij,
        stapel,
        (taak, soort, volgnr) -> proef.taken.voltooi(taak, invoer(soort, volgnr, vandaag), wie));
  }

  private Ronde kaleRonde(ProcessEngine kaal, JdbcTemplate zij) throws Exception {
    List<String> wortels = new ArrayList<>();
    for (int i = 0; i < DRADEN * VISIES_PER_DRAAD; i++) {
      String id = Proefomgeving.uniek();
      wortels.add(
          kaal.getRuntimeService().startProcessInstanceByKey("route_raden", id, Map.of("visie", id)).getId());
    }
    return ronde(wortels, zij, kaleTeller, (taak, soort, volgnr) -> kaal.getTaskService().complete(taak));
  }

  /** Each thread brings its visions to where all raden decided; only completing is timed. */
  private static Ronde ronde(List<String> wortels, JdbcTemplate zij, Teller teller, Afronding afronding)
      throws Exception {
    teller.begin();
    LongAdder taken = new LongAdder();
    LongAdder nanos = new LongAdder();
    List<Callable<Void>> werk = new ArrayList<>();
    for (int draad = 0; draad < DRADEN; draad++) {
      List<String> eigen = wortels.subList(draad * VISIES_PER_DRAAD, (draad + 1) * VISIES_PER_DRAAD);
      werk.add(
          () -> {
            for (String wortel : eigen) {
              int volgnr = 0;
              for (Map<String, Object> taak = eerste(zij, wortel); taak != null; taak = eerste(zij, wortel)) {
                long begin = System.nanoTime();
                afronding.voltooi((String) taak.get("id_"), (String) taak.get("task_def_key_"), ++volgnr);
                nanos.add(System.nanoTime() - begin);
                taken.increment();
              }
            }
            return null;
          });
    }
    ExecutorService uitvoering = Executors.newFixedThreadPool(DRADEN);
    for (Future<Void> klaar : uitvoering.invokeAll(werk)) {
      klaar.get();
    }
    uitvoering.shutdown();
    double n = taken.sum();
    assertThat(n).isEqualTo(wortels.size() * 19.0);
    double totaal = nanos.sum();
    double engine = teller.engineNanos.sum() / totaal;
    double domein = teller.domeinNanos.sum() / totaal;
    double commit = teller.commitNanos.sum() / totaal;
    return new Ronde(
        taken.sum(),
        DRADEN * n / (totaal / 1e9),
        teller.statements.sum() / n,
        teller.rondreizen.sum() / n,
        engine,
        domein,
        commit,
        1 - engine - domein - commit);
  }

  private static Map<String, Object> eerste(JdbcTemplate zij, String wortel) {
    List<Map<String, Object>> taken =
        zij.queryForList(
            """
            select t.ID_, t.TASK_DEF_KEY_ from ACT_RU_TASK t
            join ACT_RU_EXECUTION e on e.ID_ = t.PROC_INST_ID_
            where e.ROOT_PROC_INST_ID_ = ? order by t.ID_ limit 1
            """,
            wortel);
    return taken.isEmpty() ? null : taken.get(0);
  }

  private static Map<String, Object> invoer(String soort, int volgnr, LocalDate vandaag) {
    String dag = vandaag.toString();
    return switch (soort) {
      case "taak_versieVastleggen" ->
          Proefvisie.versieInvoer(volgnr == 1 ? "0.9" : "1." + volgnr, dag, "Tekst " + volgnr);
      case "taak_participatieVastleggen" ->
          Proefvisie.invoer("groep", "Aanbieders", "datum", dag, "meer", "nee");
      case "taak_stukkenVerzenden" -> Proefvisie.invoer("versie", "0.9", "verzonden_op", dag);
      case "taak_conclusieVastleggen" ->
          Proefvisie.invoer("datum", dag, "versie", "0.9", "conclusie", "positief", "vervolg", "verder");
      case "taak_collegebesluitVastleggen" -> besluit("conform", dag);
      case "taak_raadsbesluitVastleggen" -> besluit("aangenomen", dag);
      default -> throw new IllegalStateException(soort);
    };
  }

  private static Map<String, Object> besluit(String uitkomst, String dag) {
    return Proefvisie.invoer(
        "datum", dag, "uitkomst", uitkomst, "versie", "0.9", "dictum", Proefvisie.DICTUM, "bron", Proefvisie.BRON);
  }

  private HikariDataSource bron(String database) throws Exception {
    if ("kaal".equals(database)) {
      try (var verbinding = postgres.getPostgresDatabase().getConnection(); var opdracht = verbinding.createStatement()) {
        opdracht.execute("create database kaal");
      }
    }
    HikariDataSource bron = new HikariDataSource();
    bron.setJdbcUrl(postgres.getJdbcUrl("postgres", database == null ? "kaal" : database));
    bron.setUsername("postgres");
    bron.setAutoCommit(database == null || !database.equals("kaal"));
    bron.setMaximumPoolSize(16);
    return bron;
  }

  /** The same models on an engine of its own, set up as ours, with delegates that only set facts. */
  private static ProcessEngine kaleEngine(DataSource bron) {
    StandaloneProcessEngineConfiguration configuratie = new StandaloneProcessEngineConfiguration();
    configuratie.setProcessEngineName("kaal");
    configuratie.setDataSource(bron);
    configuratie.setDatabaseSchemaUpdate("true");
    configuratie.setHistoryLevel(HistoryLevel.HISTORY_LEVEL_AUDIT);
    configuratie.setHistory("audit");
    configuratie.setIdGenerator(new StrongUuidGenerator());
    configuratie.setJobExecutorActivate(false);
    configuratie.setMetricsEnabled(false);
    configuratie.setTaskMetricsEnabled(false);
    configuratie.setHistoryCleanupEnabled(false);
    configuratie.setAuthorizationEnabled(false);
    configuratie.setEnsureJobDueDateNotNull(true);
    configuratie.setBeans(new HashMap<>(feiten()));
    ProcessEngine engine = configuratie.buildProcessEngine();
    DeploymentBuilder uitrol = engine.getRepositoryService().createDeployment().name("kaal");
    for (File model : new File("bpmn").listFiles((map, naam) -> naam.startsWith("blok_") || naam.startsWith("termijnwacht") || naam.equals("route_raden.bpmn"))) {
      uitrol.addClasspathResource("bpmn/" + model.getName());
    }
    uitrol.deploy();
    return engine;
  }

  private static Map<String, JavaDelegate> feiten() {
    JavaDelegate niets = e -> {};
    Map<String, JavaDelegate> feiten = new HashMap<>();
    feiten.put(
        "stapBeginnen",
        e -> {
          e.setProcessBusinessKey((String) e.getVariable("visie"));
          e.setVariable("stap", e.getVariable("visie") + "/" + e.getSuperExecution().getCurrentActivityId());
        });
    feiten.put(
        "lokaalBeginnen",
        e -> {
          e.setProcessBusinessKey((String) e.getVariable("visie"));
          e.setVariable("stap", e.getVariable("visie") + "/lokaal");
          e.setVariable("ronde", "1");
          e.setVariable("wieBesluit", "raad");
          e.setVariable("gemeenten", Variables.untypedValue(GEMEENTEN, true));
        });
    feiten.put("gemeenteBeginnen", e -> e.setVariable("stap", e.getVariable("blokstap") + "/" + e.getVariable("gemeente") + "/college/1"));
    feiten.put("raadBeginnen", e -> e.setVariable("stap", e.getVariable("blokstap") + "/" + e.getVariable("gemeente") + "/raad/1"));
    feiten.put("versieVastleggen", niets);
    feiten.put("stukkenVerzenden", niets);
    feiten.put(
        "conclusieVastleggen",
        e -> {
          e.setVariable("conclusie", "positief");
          e.setVariable("vervolg", "verder");
        });
    feiten.put("participatieVastleggen", e -> e.setVariable("meer", "nee"));
    feiten.put("collegebesluitVastleggen", e -> e.setVariable("vervolg", "raad"));
    feiten.put("raadsbesluitVastleggen", e -> e.setVariable("vervolg", "afgerond"));
    feiten.put("besluitrondeAfsluiten", e -> e.setVariable("stand", "vastgesteld"));
    feiten.put(
        "termijnLezen",
        e -> {
          e.setVariable("herinnerOp", "2099-01-01T00:00:00Z");
          e.setVariable("verlooptOp", "2099-01-03T00:00:00Z");
          e.setVariable("termijn", "bekend");
        });
    feiten.put("herinneringVastleggen", niets);
    feiten.put("teLaatVastleggen", niets);
    return feiten;
  }
}
