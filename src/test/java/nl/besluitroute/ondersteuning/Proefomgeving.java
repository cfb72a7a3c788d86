package nl.besluitroute.ondersteuning;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import jakarta.annotation.PostConstruct;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import nl.besluitroute.agenda.Agenda;
import nl.besluitroute.agenda.Taken;
import nl.besluitroute.besluitvorming.Behandelingen;
import nl.besluitroute.besluitvorming.Besluiten;
import nl.besluitroute.besluitvorming.Standen;
import nl.besluitroute.journaal.Journaal;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.regio.GemeenteCode;
import nl.besluitroute.regio.Orgaansoort;
import nl.besluitroute.regio.Regios;
import nl.besluitroute.stuk.Versies;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.Rol;
import nl.besluitroute.toegang.Toekenning;
import nl.besluitroute.visie.Routes;
import nl.besluitroute.visie.Routewijzigingen;
import nl.besluitroute.visie.Stappen;
import nl.besluitroute.visie.VisieStarten;
import nl.besluitroute.visie.Visies;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What a test on the whole application works with: the use cases, the clock, the engine, the rows. */
@TestComponent
public class Proefomgeving {
  /** A region of its own, so that bodies of other tests do not get in the way. */
  public static final String REGIO = "PROEF";

  public static final String AMERSFOORT = "GM0307";
  public static final String BAARN = "GM0308";
  public static final String SOEST = "GM0342";
  public static final String WOUDENBERG = "GM0351";
  public static final LocalDateTime BEGIN = LocalDateTime.of(2026, 3, 2, 9, 0);

  public final Regios regios;
  public final VisieStarten starten;
  public final Routewijzigingen wijzigingen;
  public final Routes routes;
  public final Stappen stappen;
  public final Visies visies;
  public final Taken taken;
  public final Agenda agenda;
  public final Versies versies;
  public final Behandelingen behandelingen;
  public final Besluiten besluiten;
  public final Standen standen;
  public final Journaal journaal;
  public final Klok klok;
  public final ProcessEngine engine;
  public final JdbcTemplate jdbc;
  public final TransactionTemplate transactie;

  Proefomgeving(
      Regios regios,
      VisieStarten starten,
      Routewijzigingen wijzigingen,
      Routes routes,
      Stappen stappen,
      Visies visies,
      Taken taken,
      Agenda agenda,
      Versies versies,
      Behandelingen behandelingen,
      Besluiten besluiten,
      Standen standen,
      Journaal journaal,
      Klok klok,
      ProcessEngine engine,
      JdbcTemplate jdbc,
      PlatformTransactionManager transacties) {
    this.regios = regios;
    this.starten = starten;
    this.wijzigingen = wijzigingen;
    this.routes = routes;
    this.stappen = stappen;
    this.visies = visies;
    this.taken = taken;
    this.agenda = agenda;
    this.versies = versies;
    this.behandelingen = behandelingen;
    this.besluiten = besluiten;
    this.standen = standen;
    this.journaal = journaal;
    this.klok = klok;
    this.engine = engine;
    this.jdbc = jdbc;
    this.transactie = new TransactionTemplate(transacties);
  }

  /** The secretary of the test region. */
  public Gebruiker secretaris() {
    return Gebruiker.secretarisVan(List.of(REGIO));
  }

  public Gebruiker griffier(String gemeente) {
    return new Gebruiker(
        "griffier", "Griffier", List.of(Toekenning.inGemeente(Rol.GRIFFIER, gemeente)));
  }

  /** Records for college and raad of a municipality. */
  public Gebruiker beleidsmedewerker(String gemeente) {
    return new Gebruiker(
        "beleidsmedewerker",
        "Beleidsmedewerker jeugd",
        List.of(Toekenning.inGemeente(Rol.BELEIDSMEDEWERKER, gemeente)));
  }

  /** Starts a vision in which the raden of these municipalities adopt. */
  public Proefvisie raden(String... gemeenten) {
    return Proefvisie.begin(this, "route_raden", List.of(gemeenten));
  }

  /** Starts a vision in which the colleges of these municipalities decide. */
  public Proefvisie colleges(String... gemeenten) {
    return Proefvisie.begin(this, "route_colleges", List.of(gemeenten));
  }

  /** The region is there before any test, whichever class runs first. */
  @PostConstruct
  void begin() {
    regio(List.of());
  }

  /** Makes the region with one body of each kind, and these municipalities part of it. */
  void regio(List<String> gemeenten) {
    transactie.executeWithoutResult(
        status -> {
          regios.voegRegioToe(
              REGIO, "Proefregio", gemeenten.stream().map(GemeenteCode::new).toList());
          for (Orgaansoort soort :
              List.of(
                  Orgaansoort.KLANKBORDGROEP,
                  Orgaansoort.UITVOERINGSOVERLEG,
                  Orgaansoort.DIRECTIE_OVERLEG,
                  Orgaansoort.PORTEFEUILLEHOUDERSOVERLEG)) {
            regios.voegOverlegToe("proef-" + soort.code(), soort.naam(), soort, REGIO);
          }
        });
  }

  public static String uniek() {
    return "proef-" + UUID.randomUUID().toString().substring(0, 13);
  }

  public void zet(LocalDateTime moment) {
    klok.zet(moment.atZone(Klok.ZONE).toInstant());
  }

  public void zet(LocalDate dag) {
    zet(dag.atTime(9, 0));
  }

  /** A test that held the clock lets it go. */
  public void herstel() {
    klok.loopt();
  }

  /** Removes all accounts with what is theirs; other tests on the same database may have left some. */
  public void zonderAccounts() {
    transactie.executeWithoutResult(
        status ->
            List.of("signaal", "signaal_adres", "signaal_mail", "signaal_voorkeur", "volgt", "bewaard_filter", "werkafspraak", "toekenning", "account")
                .forEach(tabel -> jdbc.update("delete from " + tabel)));
  }

  /** Runs what is due now in the instances below this one, in due order, until nothing is. */
  public void werkAf(String wortel) {
    for (List<String> open = vervallenJobs(wortel, klok.instant());
        !open.isEmpty();
        open = vervallenJobs(wortel, klok.instant())) {
      engine.getManagementService().executeJob(open.get(0));
    }
  }

  /** Lets time pass until a moment; each job runs at the time at which it falls due. */
  public void laatVerstrijken(String wortel, Instant tot) {
    while (true) {
      List<Instant> moment =
          jdbc.query(
              """
              select min(j.DUEDATE_) from ACT_RU_JOB j
              join ACT_RU_EXECUTION e on e.ID_ = j.PROCESS_INSTANCE_ID_
              where e.ROOT_PROC_INST_ID_ = ? and j.RETRIES_ > 0 and j.SUSPENSION_STATE_ = 1
              """,
              (rij, nummer) -> rij.getTimestamp(1) == null ? null : rij.getTimestamp(1).toInstant(),
              wortel);
      Instant eerste = moment.get(0);
      if (eerste == null || eerste.isAfter(tot)) {
        break;
      }
      if (eerste.isAfter(klok.instant())) {
        klok.zet(eerste);
      }
      werkAf(wortel);
    }
    klok.zet(tot);
  }

  private List<String> vervallenJobs(String wortel, Instant nu) {
    return jdbc.queryForList(
        """
        select j.ID_ from ACT_RU_JOB j
        join ACT_RU_EXECUTION e on e.ID_ = j.PROCESS_INSTANCE_ID_
        where e.ROOT_PROC_INST_ID_ = ? and j.RETRIES_ > 0 and j.SUSPENSION_STATE_ = 1
          and (j.DUEDATE_ is null or j.DUEDATE_ <= ?)
        order by j.DUEDATE_, j.ID_
        """,
        String.class,
        wortel,
        java.sql.Timestamp.from(nu));
  }

  /**
   * Begins something beside the transaction that is open, and comes back when it waits for what that
   * transaction holds: two at the same moment, without chance.
   *
   * @throws AssertionError when it comes to its end, or 30 seconds pass, without waiting
   */
  public Future<?> tegelijk(Runnable tweede) {
    ExecutorService ander = Executors.newSingleThreadExecutor();
    Future<?> loopt = ander.submit(tweede);
    ander.shutdown();
    TransactionTemplate ernaast = new TransactionTemplate(transactie.getTransactionManager());
    ernaast.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    long tot = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (ernaast.execute(s -> jdbc.queryForObject(WACHTENDEN, Long.class)) == 0) {
      if (loopt.isDone() || System.nanoTime() > tot) {
        throw new AssertionError("The second did not wait for the first");
      }
      LockSupport.parkNanos(5_000_000);
    }
    return loopt;
  }

  private static final String WACHTENDEN =
      Testdatabase.POSTGRESQL
          ? "select count(*) from pg_locks where not granted"
          // H2 names who blocks a row; for a key it tries again and again within the statement.
          : """
          select count(*) from information_schema.sessions where blocker_id is not null
            or (session_id <> session_id()
              and executing_statement_start < dateadd('MILLISECOND', -200, current_timestamp))
          """;

  /** The rows of the read model of one vision, by table and in an order of their own. */
  public Map<String, List<String>> leesmodel(String visie) {
    Map<String, List<String>> rijen = new TreeMap<>();
    for (String tabel : List.of("agenda_taak", "agenda_gemeente", "agenda_visie", "agenda_kop")) {
      rijen.put(
          tabel,
          jdbc
              .query("select * from " + tabel + " where visie = ?", (r, n) -> rij(r), visie)
              .stream()
              .sorted()
              .toList());
    }
    return rijen;
  }

  private static String rij(ResultSet r) throws SQLException {
    ResultSetMetaData kolommen = r.getMetaData();
    StringJoiner rij = new StringJoiner(", ");
    for (int i = 1; i <= kolommen.getColumnCount(); i++) {
      // PostgreSQL writes an array otherwise from the fifth reading on; its values are the same.
      Array reeks = kolommen.getColumnType(i) == Types.ARRAY ? r.getArray(i) : null;
      rij.add(
          kolommen.getColumnName(i).toLowerCase(Locale.ROOT)
              + "="
              + (reeks == null ? r.getString(i) : Arrays.toString((Object[]) reeks.getArray())));
    }
    return rij.toString();
  }

  /**
   * Number and content of the rows of all our tables and the engine's: equal before and after when
   * nothing was changed.
   */
  public Map<String, String> afdruk() {
    return Afdruk.van(jdbc, tabel -> true);
  }
}
