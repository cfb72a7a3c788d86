package nl.besluitroute.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import nl.besluitroute.agenda.Agenda;
import nl.besluitroute.agenda.Regiostukken;
import nl.besluitroute.agenda.Standlijst;
import nl.besluitroute.agenda.Werkkeuze;
import nl.besluitroute.ondersteuning.Databasetest;
import nl.besluitroute.ondersteuning.Proefomgeving;
import nl.besluitroute.regio.Orgaansoort;
import nl.besluitroute.toegang.Accounts;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.Rol;
import nl.besluitroute.toegang.Toekenning;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;

/**
 * First pages of the desks at 1,000 and at 100,000 open tasks, against the engine's own task query in
 * the same run. The region that is measured has 110 visions and so full pages at both sizes; at the
 * second it has three times as many, and the other 41 regions over 250 each. The rows are made by
 * SQL, like those that the engine makes; the read model is then rebuilt by its own use case.
 *
 * <p>Both sizes are there at once, as two databases of one server, and each question is asked of the
 * one, of the other and of the engine in turns of ten: what the machine does meanwhile happens to
 * all three.
 */
@Databasetest
@Import(AgendaBenchmarkIT.Omvangen.class)
class AgendaBenchmarkIT {
  private static final int RIJEN = 50;

  /** A page of a griffier's or a manager's desk: its rows say more, so there are fewer. */
  private static final int RIJEN_BUREAU = 25;

  /** Turns before the measuring: a list is over so soon that the compiler still works at it for long. */
  private static final int OPWARMEN = 200;

  private static final int OPWARMEN_PAGINA = 40;

  private static final int BEURTEN = 20;
  private static final int PER_BEURT = 10;
  private static final double DOEL_VRAAG_MS = 5;
  private static final double DOEL_PAGINA_MS = 50;

  /** Of a list; a page also grows with what it offers to choose from, and has its own aim. */
  private static final double DOEL_GROEI = 1.5;

  /** Has eight municipalities, so that its first 110 visions hold about 1,000 open tasks. */
  private static final String REGIO = "JZ99";

  private static final int EERSTE = 110;
  private static final int ALLE = Integer.getInteger("besluitroute.benchmark.visies", 10_950);

  /** Which rows to measure, by a regular expression on their name; all unless told. */
  private static final Pattern WELKE = Pattern.compile(System.getProperty("besluitroute.benchmark.rijen", ""));

  /** The databases of both sizes, behind the one data source of the application. */
  @TestConfiguration(proxyBeanMethods = false)
  static class Omvangen {
    @Bean
    static BeanPostProcessor wisselen() {
      return new BeanPostProcessor() {
        @Override
        public Object postProcessAfterInitialization(Object bean, String naam) {
          return bean instanceof HikariDataSource bron ? new Wisselbron(bron) : bean;
        }
      };
    }
  }

  /** One database until it is copied; then the one that is asked for. */
  static final class Wisselbron extends AbstractDataSource implements AutoCloseable {
    private final HikariDataSource eerste;
    private final Map<Boolean, HikariDataSource> bronnen = new HashMap<>();
    private volatile boolean groot;

    Wisselbron(HikariDataSource eerste) {
      this.eerste = eerste;
    }

    /** A database can be copied only while nobody is connected to it. */
    void kopieer(EmbeddedPostgres server) throws SQLException {
      eerste.close();
      try (Connection elders = server.getDatabase("postgres", "template1").getConnection();
          Statement opdracht = elders.createStatement()) {
        opdracht.execute("create database groot template postgres");
      }
      bronnen.put(false, bron(server.getJdbcUrl("postgres", "postgres")));
      bronnen.put(true, bron(server.getJdbcUrl("postgres", "groot")));
    }

    private HikariDataSource bron(String url) {
      HikariDataSource bron = new HikariDataSource();
      bron.setJdbcUrl(url);
      bron.setAutoCommit(eerste.isAutoCommit());
      bron.setMaximumPoolSize(eerste.getMaximumPoolSize());
      return bron;
    }

    void kies(boolean groot) {
      this.groot = groot;
    }

    private DataSource nu() {
      return bronnen.isEmpty() ? eerste : bronnen.get(groot);
    }

    @Override
    public Connection getConnection() throws SQLException {
      return nu().getConnection();
    }

    @Override
    public Connection getConnection(String naam, String wachtwoord) throws SQLException {
      return nu().getConnection(naam, wachtwoord);
    }

    @Override
    public void close() {
      eerste.close();
      bronnen.values().forEach(HikariDataSource::close);
    }
  }

  @Autowired Proefomgeving proef;
  @Autowired Agenda agenda;
  @Autowired Regiostukken regiostukken;
  @Autowired Standlijst standlijst;
  @Autowired Accounts accounts;
  @Autowired DataSource bron;
  @Autowired EmbeddedPostgres postgres;
  @Autowired WebApplicationContext web;

  /** A page as somebody opens it; a new page is a new row. */
  private record Pagina(String adres, String account) {}

  private static final List<Pagina> PAGINAS =
      List.of(
          new Pagina("/agenda", "bm-secretaris"),
          new Pagina("/agenda", "bm-overleg"),
          new Pagina("/agenda", "bm-griffier"),
          new Pagina("/vergaderingen", "bm-secretaris"),
          new Pagina("/regiostukken", "bm-griffier"),
          new Pagina("/stand", "bm-manager"),
          new Pagina("/visies", "bm-manager"),
          new Pagina("/gevolgd", "bm-manager"),
          new Pagina("/zoeken?q=jeugdhulp", "bm-manager"),
          new Pagina("/visies/bm-1", "bm-manager"),
          new Pagina("/visies/bm-1/planning", "bm-manager"),
          new Pagina("/visies/bm-1/gemeenten", "bm-manager"),
          new Pagina("/visies/bm-1/geschiedenis", "bm-manager"),
          new Pagina("/stand/bm-1", "bm-manager"));

  /** Milliseconds, turn by turn. */
  private static final class Tijden {
    private final List<double[]> beurten = new ArrayList<>();

    double p50() {
      return deel(beurten.stream().flatMapToDouble(Arrays::stream), 50);
    }

    double p95() {
      return deel(beurten.stream().flatMapToDouble(Arrays::stream), 95);
    }

    /** The median over the turns of what this took over what the other took right beside it. */
    double over(Tijden ander) {
      return deel(
          IntStream.range(0, beurten.size())
              .mapToDouble(i -> midden(beurten.get(i)) / midden(ander.beurten.get(i))),
          50);
    }

    private static double midden(double[] beurt) {
      return deel(Arrays.stream(beurt), 50);
    }

    private static double deel(DoubleStream ms, int procent) {
      double[] op = ms.sorted().toArray();
      return op[op.length * procent / 100];
    }
  }

  /** One question at both sizes, and the engine's own beside them. */
  private record Meting(Tijden klein, Tijden groot, Tijden engine) {}

  private Wisselbron wissel;
  private Gebruiker secretaris;
  private Gebruiker overleg;
  private Gebruiker beleid;
  private Gebruiker griffier;
  private Gebruiker manager;
  private String orgaan;

  @Test
  void eerste_bladzijden_bij_duizend_en_honderdduizend_open_taken() throws Exception {
    wissel = (Wisselbron) bron;
    richtIn();
    vul(1, EERSTE);
    long klein = maakKlaar();
    wissel.kopieer(postgres);
    wissel.kies(true);
    vul(EERSTE + 1, ALLE);
    long groot = maakKlaar();
    toon(klein, groot, meet());
  }

  // -- what is measured ---------------------------------------------------------------------------

  private Map<String, Meting> meet() throws Exception {
    Optional<String> begin = Optional.empty();
    Map<String, Callable<?>> vragen = new LinkedHashMap<>();
    vragen.put("werk van een overleg", () -> agenda.werk(overleg, Werkkeuze.ALLES, begin, RIJEN).rijen());
    vragen.put("werk van een gemeente", () -> agenda.werk(beleid, Werkkeuze.ALLES, begin, RIJEN).rijen());
    vragen.put("werk van een hele regio", () -> agenda.werk(secretaris, Werkkeuze.ALLES, begin, RIJEN).rijen());
    vragen.put("regiostukken van een griffier", () -> regiostukken.van(griffier, true, begin, RIJEN_BUREAU).rijen());
    vragen.put("standlijst van een manager", () -> standlijst.van(manager, true, begin, RIJEN_BUREAU).rijen());
    vragen.put("aantallen van een overleg", () -> agenda.aantallen(overleg, Werkkeuze.ALLES));
    vragen.put("aantallen van een hele regio", () -> agenda.aantallen(secretaris, Werkkeuze.ALLES));
    MockMvc mvc =
        MockMvcBuilders.webAppContextSetup(web)
            .addFilters(new ResourceUrlEncodingFilter())
            .apply(springSecurity())
            .build();
    for (Pagina p : PAGINAS) {
      vragen.put(
          "pagina " + p.adres() + " (" + p.account() + ")",
          () -> {
            int status = mvc.perform(get(p.adres()).with(user(p.account()))).andReturn().getResponse().getStatus();
            assertThat(status).isEqualTo(200);
            return status;
          });
    }
    vragen.keySet().removeIf(naam -> !WELKE.matcher(naam).find());
    Map<String, Meting> metingen = new LinkedHashMap<>();
    for (Map.Entry<String, Callable<?>> vraag : vragen.entrySet()) {
      for (boolean omvang : new boolean[] {false, true}) {
        beurt(vraag.getValue(), omvang);
        if (vraag.getValue().call() instanceof List<?> rijen) {
          assertThat(rijen).as(vraag.getKey()).hasSizeBetween(RIJEN_BUREAU, RIJEN);
        }
      }
    }
    for (Map.Entry<String, Callable<?>> vraag : vragen.entrySet()) {
      boolean pagina = vraag.getKey().startsWith("pagina");
      metingen.put(vraag.getKey(), meet(vraag.getValue(), pagina ? OPWARMEN_PAGINA : OPWARMEN));
    }
    return metingen;
  }

  private Meting meet(Callable<?> vraag, int opwarmen) throws Exception {
    Meting meting = new Meting(new Tijden(), new Tijden(), new Tijden());
    for (int i = -opwarmen; i < BEURTEN; i++) {
      double[] klein = beurt(vraag, false);
      double[] groot = beurt(vraag, true);
      double[] eigen = beurt(this::vraagEngine, true);
      if (i >= 0) {
        meting.klein.beurten.add(klein);
        meting.groot.beurten.add(groot);
        meting.engine.beurten.add(eigen);
      }
    }
    return meting;
  }

  private List<Task> vraagEngine() {
    return proef.engine.getTaskService().createTaskQuery()
        .taskCandidateGroup(orgaan).orderByDueDate().asc().listPage(0, RIJEN);
  }

  private double[] beurt(Callable<?> wat, boolean omvang) throws Exception {
    wissel.kies(omvang);
    double[] ms = new double[PER_BEURT];
    for (int i = 0; i < PER_BEURT; i++) {
      long begin = System.nanoTime();
      wat.call();
      ms[i] = (System.nanoTime() - begin) / 1e6;
    }
    return ms;
  }

  private void toon(long klein, long groot, Map<String, Meting> metingen) {
    System.out.printf(
        Locale.ROOT,
        "%nEerste bladzijde (%d rijen), PostgreSQL, ms; groei en engine: mediaan van wat naast elkaar is gemeten%n"
            + "%-42s %17s %17s %7s %17s %9s%n%-42s %8s %8s %8s %8s %7s %8s %8s %9s%n",
        RIJEN, "", klein + " open", groot + " open", "", "engine", "", "", "p50", "p95", "p50", "p95", "groei", "p50", "p95", "engine x");
    List<String> gemist = new ArrayList<>();
    metingen.forEach(
        (naam, m) -> {
          boolean pagina = naam.startsWith("pagina");
          double groei = m.groot.over(m.klein);
          System.out.printf(
              Locale.ROOT,
              "%-42s %8.2f %8.2f %8.2f %8.2f %7.2f %8.2f %8.2f %9.2f%n",
              naam, m.klein.p50(), m.klein.p95(), m.groot.p50(), m.groot.p95(), groei,
              m.engine.p50(), m.engine.p95(), m.engine.over(m.groot));
          if (m.groot.p95() > (pagina ? DOEL_PAGINA_MS : DOEL_VRAAG_MS)
              || (!pagina && !naam.startsWith("aantallen") && groei > DOEL_GROEI)) {
            gemist.add(naam);
          }
        });
    System.out.println(gemist.isEmpty() ? "Elk doel is gehaald." : "Niet gehaald: " + String.join("; ", gemist));
  }

  // -- what it is measured on ---------------------------------------------------------------------

  private void richtIn() {
    orgaan = "bm-pfho-" + REGIO.toLowerCase(Locale.ROOT);
    doe(
        """
        create table bm_regio as
          select code, row_number() over (order by code) as nr from (
            select 'JZ99' as code union all select code from (select code from regio order by code limit 41) r) x;
        insert into regio (code, naam) values ('JZ99', 'Meetregio');
        insert into gemeente (code, naam) select 'BM' || lpad(i::text, 3, '0'), 'Meetdam ' || i from generate_series(1, 8) i;
        insert into orgaan (id, naam, soort, gemeente)
          select s || '-' || lower(code), initcap(s) || ' ' || naam, upper(s), code
          from gemeente, (values ('college'), ('raad')) k (s) where code like 'BM%';
        insert into lidmaatschap (id, regio, gemeente) select gen_random_uuid(), 'JZ99', code from gemeente where code like 'BM%';
        insert into orgaan (id, naam, soort, regio)
          select 'bm-pfho-' || lower(code), 'Portefeuillehoudersoverleg', 'PORTEFEUILLEHOUDERSOVERLEG', code from bm_regio;
        """);
    secretaris = account("bm-secretaris", Toekenning.inRegio(Rol.AMBTELIJK_SECRETARIS, REGIO));
    overleg = account("bm-overleg", Toekenning.bijOverleg(Rol.AMBTELIJK_SECRETARIS, REGIO, orgaan));
    beleid = account("bm-beleid", Toekenning.inGemeente(Rol.BELEIDSMEDEWERKER, "BM001"));
    griffier = account("bm-griffier", Toekenning.inGemeente(Rol.GRIFFIER, "BM001"));
    manager = account("bm-manager", Toekenning.inRegio(Rol.MANAGER, REGIO));
    assertThat(proef.regios.orgaan(orgaan).orElseThrow().soort()).isEqualTo(Orgaansoort.PORTEFEUILLEHOUDERSOVERLEG);
  }

  private Gebruiker account(String naam, Toekenning rol) {
    accounts.voegToe(naam, naam, "wachtwoord-meting", false, List.of(rol));
    return accounts.gebruiker(naam);
  }

  /** Visions from one number to another; the first belong to the measured region, then to each in turn. */
  private void vul(int van, int tot) {
    String route = proef.engine.getRepositoryService().createProcessDefinitionQuery()
        .processDefinitionKey("route_raden").latestVersion().singleResult().getId();
    String blok = proef.engine.getRepositoryService().createProcessDefinitionQuery()
        .processDefinitionKey("blok_overleg").latestVersion().singleResult().getId();
    doe(
        """
        create table bm_visie as
          select i, 'bm-' || i as id, r.code as regio, date '2026-03-02' + (i * 37 %% 400) as dag,
            case when i %% 3 = 0 then 'LOOPT' else 'GEDAAN' end as college
          from generate_series(%1$d, %2$d) i
          join bm_regio r on r.code = case when i <= %3$d then 'JZ99' else (select code from bm_regio where nr = 1 + i %% 42) end;
        insert into visie (id, titel, gevraagd_besluit, looptijd_van, looptijd_tot, regel, route, route_versie, gestart_op, slot)
          select id, 'Regiovisie jeugdhulp ' || i, 'De regiovisie vast te stellen.', 2027, 2030, 'ALLE_RADEN', 'route_raden', '%4$s', now(), 0 from bm_visie;
        insert into visie_regio (visie, regio, volgorde) select id, regio, 0 from bm_visie;
        create table bm_deel as
          select v.id as visie, l.gemeente, v.dag, (v.i + row_number() over (partition by v.id order by l.gemeente)) %% 2 = 0 as bij_raad
          from bm_visie v join (select distinct regio, gemeente from lidmaatschap where tot is null) l on l.regio = v.regio;
        insert into deelname (id, visie, gemeente, van) select gen_random_uuid(), visie, gemeente, date '2026-03-01' from bm_deel;
        insert into stap (id, visie, element, naam, soort, doel, ronde, orgaan, volgorde, toestand, doorloop, aanlevertermijn, vastlegtermijn, werktijd, gepland_tekst, gepland_edtf, gepland_eerste, gepland_laatste, slot)
          select v.id || '/stap' || n, v.id, 'stap' || n, 'Stap ' || n, case n when 8 then 'LOKAAL' else 'OVERLEG' end, 'BESLUITEN', 'definitief',
            case n when 8 then null else 'bm-pfho-' || lower(v.regio) end, n, case when n >= 7 then 'LOOPT' else 'GEDAAN' end, 1, 5, 5, 0,
            to_char(v.dag, 'DD-MM-YY'), v.dag::text, v.dag, v.dag, 0
          from bm_visie v, generate_series(1, 8) n;
        insert into stap (id, visie, element, naam, soort, doel, ronde, orgaan, gemeente, besluitronde, volgorde, toestand, doorloop, aanlevertermijn, vastlegtermijn, werktijd, gepland_tekst, gepland_edtf, gepland_eerste, gepland_laatste, slot)
          select d.visie || '/stap8/' || d.gemeente || '/' || s || '/1', d.visie, 'stap8', initcap(s), upper(s), 'BESLUITEN', 'definitief',
            s || '-' || lower(d.gemeente), d.gemeente, 1, 8,
            case when s = 'college' then case when d.bij_raad then 'GEDAAN' else 'LOOPT' end else case when d.bij_raad then 'LOOPT' else 'GEPLAND' end end,
            1, 5, 5, 0, to_char(d.dag, 'DD-MM-YY'), d.dag::text, d.dag, d.dag, 0
          from (select visie, gemeente, bij_raad, dag + (ascii(right(gemeente, 1)) %% 7) * 7 as dag from bm_deel) d, (values ('college'), ('raad')) k (s);
        insert into versie (id, visie, nummer, volgorde, datum, kenmerk, vastgelegd_door, vastgelegd_op)
          select gen_random_uuid(), id, '1.0', 1, date '2026-03-01', md5(id) || md5(id), 'Secretaris', now() from bm_visie;
        insert into besluit (id, visie, stap, gemeente, orgaansoort, besluitronde, volgnr, datum, uitkomst, versie, dictum, zekerheid, vastgelegd_door, vastgelegd_op, slot)
          select gen_random_uuid(), visie, visie || '/stap8/' || gemeente || '/college/1', gemeente, 'COLLEGE', 1, 1, date '2026-03-02', 'CONFORM', '1.0', 'De regiovisie vast te stellen.', 'GEMELD', 'Secretaris', now(), 0
          from bm_deel where bij_raad;
        insert into stand (visie, waarde, vastgesteld, afwijkend, niet, aantal, zin, berekend_op, slot)
          select id, 'OPEN', 0, 0, 0, 8, '0 van 8 vastgesteld; 8 nog open', now(), 0 from bm_visie;
        insert into journaal (id, tijdstip, wie, soort, visie, tekst)
          select nextval('journaal_volgorde') * 50 + n, now() - n * interval '1 hour', 'Secretaris', 'besluit_vastgelegd', id, 'College: conform op versie 1.0 (gemeld).' from bm_visie, generate_series(1, 20) n;
        create table bm_taak as
          select gen_random_uuid()::text as id, gen_random_uuid()::text as exe, s.id as stap, s.orgaan as groep,
            case s.soort when 'COLLEGE' then 'taak_collegebesluitVastleggen' when 'RAAD' then 'taak_raadsbesluitVastleggen' else 'taak_conclusieVastleggen' end as soort
          from stap s join bm_visie v on v.id = s.visie where s.toestand = 'LOOPT' and s.soort <> 'LOKAAL';
        insert into act_ru_execution (id_, rev_, root_proc_inst_id_, proc_inst_id_, proc_def_id_, act_id_, is_active_, is_concurrent_, is_scope_, is_event_scope_, suspension_state_, cached_ent_state_, sequence_counter_)
          select exe, 1, exe, exe, '%5$s', soort, true, false, true, false, 1, 2, 1 from bm_taak;
        insert into act_ru_variable (id_, rev_, type_, name_, execution_id_, proc_inst_id_, text_, var_scope_, sequence_counter_, is_concurrent_local_)
          select gen_random_uuid()::text, 1, 'string', 'stap', exe, exe, stap, exe, 1, false from bm_taak;
        insert into act_ru_task (id_, rev_, execution_id_, proc_inst_id_, proc_def_id_, name_, task_def_key_, priority_, create_time_, suspension_state_, due_date_)
          select t.id, 1, exe, exe, '%5$s', 'Vastleggen', t.soort, 50, now(), 1, s.gepland_laatste + 7 from bm_taak t join stap s on s.id = t.stap;
        insert into act_ru_identitylink (id_, rev_, type_, group_id_, task_id_) select gen_random_uuid()::text, 1, 'candidate', groep, id from bm_taak;
        drop table bm_visie, bm_deel, bm_taak;
        """
            .formatted(van, tot, EERSTE, route, blok));
  }

  private long maakKlaar() {
    doe("vacuum analyze");
    long begin = System.nanoTime();
    int open = agenda.herbouw();
    System.out.printf("Herbouw van %d open taken: %d s%n", open, Duration.ofNanos(System.nanoTime() - begin).toSeconds());
    doe("vacuum analyze");
    doe("checkpoint"); // Else what was just written goes to disk while the pages are measured.
    return open;
  }

  private void doe(String sql) {
    try (Connection verbinding = bron.getConnection();
        Statement opdracht = verbinding.createStatement()) {
      verbinding.setAutoCommit(true);
      opdracht.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
