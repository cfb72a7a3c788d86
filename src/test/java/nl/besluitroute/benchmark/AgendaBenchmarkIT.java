package nl.besluitroute.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
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
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;

/**
 * First pages of the desks at 1,000 and at 100,000 open tasks, against the engine's own task query in
 * the same run. The region that is measured has 110 visions and so full pages at both sizes; at the
 * second it has three times as many, and the other 41 regions over 250 each. The rows are made by
 * SQL, like those that the engine makes; the read model is then rebuilt by its own use case.
 */
@Databasetest
class AgendaBenchmarkIT {
  private static final int RIJEN = 50;

  /** A page of a griffier's or a manager's desk: its rows say more, so there are fewer. */
  private static final int RIJEN_BUREAU = 25;

  private static final int OPWARMEN = 400;
  private static final int KEER = 200;
  private static final double DOEL_VRAAG_MS = 5;
  private static final double DOEL_PAGINA_MS = 50;

  /** Of a list; a page also grows with what it offers to choose from, and has its own aim. */
  private static final double DOEL_GROEI = 1.5;

  /** Has eight municipalities, so that its first 110 visions hold about 1,000 open tasks. */
  private static final String REGIO = "JZ99";

  private static final int EERSTE = 110;
  private static final int ALLE = Integer.getInteger("besluitroute.benchmark.visies", 10_950);

  @Autowired Proefomgeving proef;
  @Autowired Agenda agenda;
  @Autowired Regiostukken regiostukken;
  @Autowired Standlijst standlijst;
  @Autowired Accounts accounts;
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

  private record Tijd(double p50, double p95) {}

  private Gebruiker secretaris;
  private Gebruiker overleg;
  private Gebruiker beleid;
  private Gebruiker griffier;
  private Gebruiker manager;
  private String orgaan;

  @Test
  void eerste_bladzijden_bij_duizend_en_honderdduizend_open_taken() throws Exception {
    richtIn();
    vul(1, EERSTE);
    long klein = maakKlaar();
    Map<String, Tijd> bijKlein = meet();
    vul(EERSTE + 1, ALLE);
    long groot = maakKlaar();
    Map<String, Tijd> bijGroot = meet();
    toon(klein, bijKlein, groot, bijGroot);
  }

  // -- what is measured ---------------------------------------------------------------------------

  private Map<String, Tijd> meet() throws Exception {
    Map<String, Callable<?>> vragen = new LinkedHashMap<>();
    Optional<String> begin = Optional.empty();
    vragen.put("engine: groep, op datum", () -> proef.engine.getTaskService().createTaskQuery()
        .taskCandidateGroup(orgaan).orderByDueDate().asc().listPage(0, RIJEN));
    vragen.put("werk van een overleg", () -> agenda.werk(overleg, Werkkeuze.ALLES, begin, RIJEN).rijen());
    vragen.put("werk van een gemeente", () -> agenda.werk(beleid, Werkkeuze.ALLES, begin, RIJEN).rijen());
    vragen.put("werk van een hele regio", () -> agenda.werk(secretaris, Werkkeuze.ALLES, begin, RIJEN).rijen());
    vragen.put("regiostukken van een griffier", () -> regiostukken.van(griffier, true, begin, RIJEN_BUREAU).rijen());
    vragen.put("standlijst van een manager", () -> standlijst.van(manager, true, begin, RIJEN_BUREAU).rijen());
    vragen.put("aantallen van een overleg", () -> agenda.aantallen(overleg, Werkkeuze.ALLES));
    vragen.put("aantallen van een hele regio", () -> agenda.aantallen(secretaris, Werkkeuze.ALLES));
    Map<String, Tijd> tijden = new LinkedHashMap<>();
    for (Map.Entry<String, Callable<?>> vraag : vragen.entrySet()) {
      boolean engine = vraag.getKey().startsWith("engine");
      Object uitkomst = vraag.getValue().call();
      if (uitkomst instanceof List<?> rijen) {
        assertThat(rijen).as(vraag.getKey()).hasSizeBetween(RIJEN_BUREAU, RIJEN);
      }
      tijden.put(vraag.getKey(), tijd(vraag.getValue(), engine ? 30 : OPWARMEN, engine ? 100 : KEER));
    }
    MockMvc mvc =
        MockMvcBuilders.webAppContextSetup(web)
            .addFilters(new ResourceUrlEncodingFilter())
            .apply(springSecurity())
            .build();
    for (Pagina p : PAGINAS) {
      Callable<?> open =
          () -> {
            int status = mvc.perform(get(p.adres()).with(user(p.account()))).andReturn().getResponse().getStatus();
            assertThat(status).isEqualTo(200);
            return status;
          };
      tijden.put("pagina " + p.adres() + " (" + p.account() + ")", tijd(open, OPWARMEN, KEER));
    }
    return tijden;
  }

  private static Tijd tijd(Callable<?> wat, int opwarmen, int keer) throws Exception {
    for (int i = 0; i < opwarmen; i++) {
      wat.call();
    }
    double[] ms = new double[keer];
    for (int i = 0; i < keer; i++) {
      long begin = System.nanoTime();
      wat.call();
      ms[i] = (System.nanoTime() - begin) / 1e6;
    }
    Arrays.sort(ms);
    return new Tijd(ms[keer / 2], ms[keer * 95 / 100]);
  }

  private void toon(long klein, Map<String, Tijd> bijKlein, long groot, Map<String, Tijd> bijGroot) {
    Tijd engine = bijGroot.get("engine: groep, op datum");
    System.out.printf(
        Locale.ROOT,
        "%nEerste bladzijde (%d rijen), PostgreSQL, ms%n%-42s %17s %17s %7s %9s%n%-42s %8s %8s %8s %8s %7s %9s%n",
        RIJEN, "", klein + " open", groot + " open", "", "", "", "p50", "p95", "p50", "p95", "groei", "engine x");
    List<String> gemist = new ArrayList<>();
    bijGroot.forEach(
        (naam, g) -> {
          Tijd k = bijKlein.get(naam);
          boolean pagina = naam.startsWith("pagina");
          double groei = g.p50() / k.p50();
          System.out.printf(
              Locale.ROOT,
              "%-42s %8.2f %8.2f %8.2f %8.2f %7.2f %9.1f%n",
              naam, k.p50(), k.p95(), g.p50(), g.p95(), groei, engine.p50() / g.p50());
          if (naam.startsWith("engine")) {
            return;
          }
          if (g.p95() > (pagina ? DOEL_PAGINA_MS : DOEL_VRAAG_MS)
              || (!pagina && !naam.startsWith("aantallen") && groei > DOEL_GROEI)) {
            gemist.add(naam);
          }
        });
    System.out.println(gemist.isEmpty() ? "Elk doel is gehaald." : "Niet gehaald: " + String.join("; ", gemist));
    if (!gemist.isEmpty()) {
      plan("select t.* from agenda_taak t where t.groep = '" + orgaan + "' order by t.sorteer, t.taak limit 51");
      plan("select t.* from agenda_taak t where t.regio = '" + REGIO + "' order by t.sorteer, t.taak limit 51");
      plan("select count(*), count(case when t.sorteer <= now() then 1 end) from agenda_taak t where t.regio = '" + REGIO + "'");
      plan("select * from agenda_gemeente g left join stap c on c.id = g.college left join stap r on r.id = g.raad left join besluit b on b.id = g.collegebesluit where g.gemeente = 'BM001' and g.lopend and g.wat <> 'GEEN' order by g.raad_dag, g.visie limit 51");
      plan("select * from agenda_visie r where r.regio = '" + REGIO + "' and r.lopend order by r.laatste_dag desc, r.visie desc limit 51");
      plan("select v.id, (select max(j.tijdstip) from journaal j where j.visie = v.id) from visie v where v.id in ('bm-1', 'bm-2', 'bm-3')");
    }
  }

  private void plan(String sql) {
    System.out.println(sql);
    proef.transactie.executeWithoutResult(
        s -> proef.jdbc.queryForList("explain (analyze, buffers) " + sql, String.class).forEach(r -> System.out.println("    " + r)));
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
    try (Connection verbinding = postgres.getPostgresDatabase().getConnection();
        Statement opdracht = verbinding.createStatement()) {
      opdracht.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
