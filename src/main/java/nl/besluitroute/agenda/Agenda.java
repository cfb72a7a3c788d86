package nl.besluitroute.agenda;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.kalender.Werkdagen;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.visie.Vertrouwelijkheden;
import org.hibernate.Session;
import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The open work: kept by the engine adapter inside its transactions, read by the pages. */
@Service
public class Agenda {
  private static final int PORTIE = 500;

  private final EntityManager em;
  private final Taakmotor motor;
  private final Vertrouwelijkheden vertrouwelijkheden;
  private final Klok klok;
  private final ObjectProvider<BijWerk> luisteraars;

  Agenda(
      EntityManager em,
      @Lazy Taakmotor motor,
      Vertrouwelijkheden vertrouwelijkheden,
      Klok klok,
      ObjectProvider<BijWerk> luisteraars) {
    this.luisteraars = luisteraars;
    this.em = em;
    this.motor = motor;
    this.vertrouwelijkheden = vertrouwelijkheden;
    this.klok = klok;
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void zetKlaar(Taakmotor.OpenTaak taak) {
    AgendaTaak rij = new AgendaTaak(taak, null);
    em.persist(rij);
    luisteraars.forEach(l -> l.klaargezet(rij));
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void haalWeg(String taak) {
    AgendaTaak rij = em.find(AgendaTaak.class, taak);
    if (rij == null) {
      return;
    }
    if (rij.heeftAfspraak()) {
      em.remove(em.find(Werkafspraak.class, taak));
    }
    em.remove(rij);
  }

  /** The term of a task is new: its watch starts again. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void termijn(String taak, Instant herinnerOp, Instant verlooptOp) {
    vind(taak).ifPresent(rij -> rij.termijn(herinnerOp, verlooptOp, klok.instant()));
  }

  /** The open work of a vision is suspended: it has no term until {@link #termijn} gives it one. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void schortOp(String visie) {
    vanVisie(visie).forEach(AgendaTaak::schortOp);
  }

  /** What the watch of a step's task found. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<AgendaTaak> zetWacht(String stap, String soort, AgendaTaak.Wacht wacht) {
    Optional<AgendaTaak> rij =
        vanStap(stap).stream().filter(t -> t.soort().equals(soort)).findFirst();
    rij.ifPresent(
        t -> {
          t.zet(wacht);
          luisteraars.forEach(l -> l.bewaakt(t));
        });
    return rij;
  }

  @Transactional(readOnly = true)
  public Optional<AgendaTaak> vind(String taak) {
    return Optional.ofNullable(em.find(AgendaTaak.class, taak));
  }

  /** By task; what is done or gone is left out. */
  @Transactional(readOnly = true)
  public Map<String, AgendaTaak> vind(Collection<String> taken) {
    return em.unwrap(Session.class).byMultipleIds(AgendaTaak.class).multiLoad(List.copyOf(taken)).stream()
        .filter(java.util.Objects::nonNull)
        .collect(Collectors.toMap(AgendaTaak::taak, t -> t));
  }

  @Transactional(readOnly = true)
  public List<AgendaTaak> vanStap(String stap) {
    return lees("t.stap = :waarde", stap);
  }

  @Transactional(readOnly = true)
  public List<AgendaTaak> vanStappen(Collection<String> stappen) {
    return em.createQuery(
            "select t from AgendaTaak t where t.stap in :stappen order by t.sorteer, t.taak",
            AgendaTaak.class)
        .setParameter("stappen", stappen)
        .getResultList();
  }

  @Transactional(readOnly = true)
  public List<AgendaTaak> vanVisie(String visie) {
    return lees("t.visie = :waarde", visie);
  }

  private List<AgendaTaak> lees(String waar, String waarde) {
    return em.createQuery(
            "select t from AgendaTaak t where " + waar + " order by t.sorteer, t.taak",
            AgendaTaak.class)
        .setParameter("waarde", waarde)
        .getResultList();
  }

  /** Where a page of work begins; empty when this is no such place. */
  public static Optional<String> plaats(String code) {
    return Plaats.moment(Optional.of(code)).map(Plaats::code);
  }

  /**
   * The work that this user may record, what falls due first on top and what has no date last.
   *
   * @param na empty, or what is no place, for the first page
   */
  @Transactional(readOnly = true)
  public Bladzijde<AgendaTaak> werk(
      Gebruiker wie, Werkkeuze keuze, Optional<String> na, int hoogstens) {
    Bereik bereik = new Bereik(wie, vertrouwelijkheden.verborgenVisies(wie));
    if (bereik.leeg()) {
      return new Bladzijde<>(List.of(), Optional.empty());
    }
    Map<String, Object> waarden = new HashMap<>(bereik.waarden());
    String smal = smal(keuze, waarden);
    String waar = smal + wanneer(keuze.wanneer(), waarden) + vanaf(Plaats.moment(na), waarden);
    // A number and no parameter: H2 gives a part of a union its last result again when nothing but
    // its limit differs.
    String volgorde = " order by %1$s.sorteer, %1$s.taak limit " + (hoogstens + 1);
    String sql =
        takken(bereik, keuze, smal).stream()
            .map(
                tak ->
                    "(select t.* from agenda_taak t where "
                        + tak
                        + waar
                        + volgorde.formatted("t")
                        + ")")
            .collect(Collectors.joining(" union all "));
    Query vraag =
        em.createNativeQuery(
            "select * from (" + sql + ") u" + volgorde.formatted("u"), AgendaTaak.class);
    waarden.forEach(vraag::setParameter);
    @SuppressWarnings("unchecked")
    List<AgendaTaak> gevonden = vraag.getResultList();
    if (gevonden.size() <= hoogstens) {
      return new Bladzijde<>(gevonden, Optional.empty());
    }
    AgendaTaak laatste = gevonden.get(hoogstens - 1);
    return new Bladzijde<>(
        gevonden.subList(0, hoogstens),
        Optional.of(new Plaats<>(laatste.sorteer(), laatste.taak()).code()));
  }

  /** How much of it there is, whatever {@link Werkkeuze#wanneer} the choice names. */
  @Transactional(readOnly = true)
  public Aantallen aantallen(Gebruiker wie, Werkkeuze keuze) {
    Bereik bereik = new Bereik(wie, vertrouwelijkheden.verborgenVisies(wie));
    if (bereik.leeg()) {
      return new Aantallen(0, 0, 0, 0, 0, 0);
    }
    Map<String, Object> waarden = new HashMap<>(bereik.waarden());
    String smal = smal(keuze, waarden);
    waarden.put("nu", klok.instant());
    waarden.put("eindeWeek", eindeWeek());
    waarden.put("ik", wie.naam());
    waarden.put("vandaag", klok.vandaag());
    String tellingen =
        takken(bereik, keuze, smal).stream()
            .map(
                tak ->
                    """
                    select count(*) as alle, count(case when t.sorteer <= :nu then 1 end) as laat,
                      count(case when t.sorteer > :nu and t.sorteer <= :eindeWeek then 1 end) as week
                    from agenda_taak t where\s"""
                        + tak
                        + smal)
            .collect(Collectors.joining(" union all "));
    String andere = "(select count(*) from agenda_taak t where %s and " + bereik.samen() + smal + ")";
    Query vraag =
        em.createNativeQuery(
            "select sum(alle), sum(laat), sum(week), "
                + andere.formatted("t.toegewezen = :ik")
                + ", "
                + andere.formatted("t.opvolgen_op <= :vandaag")
                + " from ("
                + tellingen
                + ") u");
    waarden.forEach(vraag::setParameter);
    Object[] rij = (Object[]) vraag.getSingleResult();
    long alle = getal(rij[0]);
    long laat = getal(rij[1]);
    long week = getal(rij[2]);
    return new Aantallen(alle, laat, week, alle - laat - week, getal(rij[3]), getal(rij[4]));
  }

  /**
   * Where somebody has work.
   *
   * @param visies title by id, in the order of the titles
   * @param regios codes of their regions
   */
  public record Werkgebied(Map<String, String> visies, Set<String> regios) {}

  /** Where this user has work to record. */
  @Transactional(readOnly = true)
  @SuppressWarnings("unchecked")
  public Werkgebied werkgebied(Gebruiker wie) {
    Bereik bereik = new Bereik(wie, vertrouwelijkheden.verborgenVisies(wie));
    Map<String, String> titels = new LinkedHashMap<>();
    Set<String> regios = new TreeSet<>();
    if (bereik.leeg()) {
      return new Werkgebied(titels, regios);
    }
    Query vraag =
        em.createNativeQuery(
            "select w.visie, v.titel, w.regio, w.mede_regio from ("
                + bereik.takken().stream()
                    .map(tak -> "select distinct t.visie, t.regio, t.mede_regio from agenda_taak t where " + tak)
                    .collect(Collectors.joining(" union "))
                + ") w join visie v on v.id = w.visie order by v.titel, v.id");
    bereik.waarden().forEach(vraag::setParameter);
    for (Object[] rij : (List<Object[]>) vraag.getResultList()) {
      titels.put((String) rij[0], (String) rij[1]);
      regios.add((String) rij[2]);
      if (rij[3] != null) {
        regios.add((String) rij[3]);
      }
    }
    return new Werkgebied(titels, regios);
  }

  private static long getal(Object waarde) {
    return ((Number) waarde).longValue();
  }

  /** What names one region, vision, body or person has an index of its own: then all that may be read is one. */
  private static List<String> takken(Bereik bereik, Werkkeuze keuze, String smal) {
    if (keuze.regio() != null) {
      return List.of(
          bereik.samen() + " and t.regio = :regio",
          bereik.samen() + " and t.mede_regio = :regio and t.regio <> :regio");
    }
    return smal.isEmpty() ? bereik.takken() : List.of(bereik.samen());
  }

  private String smal(Werkkeuze keuze, Map<String, Object> waarden) {
    StringBuilder waar = new StringBuilder();
    if (keuze.regio() != null) {
      waar.append(" and (t.regio = :regio or t.mede_regio = :regio)");
      waarden.put("regio", keuze.regio());
    }
    if (keuze.visie() != null) {
      waar.append(" and t.visie = :visie");
      waarden.put("visie", keuze.visie());
    }
    if (keuze.groep() != null) {
      waar.append(" and t.groep = :groep");
      waarden.put("groep", keuze.groep());
    }
    if (keuze.toegewezen() != null) {
      waar.append(" and t.toegewezen = :toegewezen");
      waarden.put("toegewezen", keuze.toegewezen());
    }
    if (keuze.opTeVolgen()) {
      waar.append(" and t.opvolgen_op <= :vandaag");
      waarden.put("vandaag", klok.vandaag());
    }
    return waar.toString();
  }

  private String wanneer(Werkkeuze.Wanneer wanneer, Map<String, Object> waarden) {
    if (wanneer == Werkkeuze.Wanneer.TE_LAAT || wanneer == Werkkeuze.Wanneer.DEZE_WEEK) {
      waarden.put("nu", klok.instant());
    }
    if (wanneer == Werkkeuze.Wanneer.DEZE_WEEK || wanneer == Werkkeuze.Wanneer.LATER) {
      waarden.put("eindeWeek", eindeWeek());
    }
    return switch (wanneer) {
      case ALLE -> "";
      case TE_LAAT -> " and t.sorteer <= :nu";
      case DEZE_WEEK -> " and t.sorteer > :nu and t.sorteer <= :eindeWeek";
      case LATER -> " and t.sorteer > :eindeWeek";
    };
  }

  private static String vanaf(Optional<Plaats<Instant>> na, Map<String, Object> waarden) {
    if (na.isEmpty()) {
      return "";
    }
    waarden.put("moment", na.get().sorteer());
    waarden.put("taak", na.get().id());
    // The first half bounds the index, the second tells equals apart.
    return " and t.sorteer >= :moment and (t.sorteer > :moment or t.taak > :taak)";
  }

  /** The first moment after this week's Sunday. */
  private Instant eindeWeek() {
    return Werkdagen.eindeVan(klok.vandaag().with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY)));
  }

  /**
   * Use case: makes the read model anew, the open work from the engine and the rest from steps,
   * besluiten and participants. Who changes something meanwhile waits.
   *
   * @return the number of pieces of open work
   */
  @Transactional
  public int herbouw() {
    em.clear();
    if (opPostgresql()) {
      em.createNativeQuery(
              "lock table agenda_taak, agenda_gemeente, agenda_visie, agenda_kop in share row exclusive mode")
          .executeUpdate();
    }
    em.createQuery("delete from AgendaTaak").executeUpdate();
    List.of("agenda_gemeente", "agenda_visie", "agenda_kop")
        .forEach(tabel -> em.createNativeQuery("delete from " + tabel).executeUpdate());
    Map<String, Werkafspraak> afspraken =
        em.createQuery("select w from Werkafspraak w", Werkafspraak.class)
            .getResultStream()
            .collect(Collectors.toMap(Werkafspraak::taak, w -> w));
    List<Taakmotor.OpenTaak> open = motor.openTaken();
    for (int van = 0; van < open.size(); van += PORTIE) {
      open.subList(van, Math.min(van + PORTIE, open.size()))
          .forEach(taak -> em.persist(new AgendaTaak(taak, afspraken.get(taak.taak()))));
      em.flush();
      em.clear();
    }
    em.unwrap(Session.class)
        .doWork(
            verbinding ->
                Standbeeld.maakAlle(
                    new NamedParameterJdbcTemplate(
                        new SingleConnectionDataSource(verbinding, true))));
    return open.size();
  }

  /** Every row, by task; to compare a rebuilt read model with the live one. */
  @Transactional(readOnly = true)
  public Map<String, AgendaTaak> alles() {
    return em.createQuery("select t from AgendaTaak t", AgendaTaak.class)
        .getResultStream()
        .collect(Collectors.toMap(AgendaTaak::taak, t -> t));
  }

  private boolean opPostgresql() {
    return em.getEntityManagerFactory()
            .unwrap(SessionFactoryImplementor.class)
            .getJdbcServices()
            .getDialect()
        instanceof PostgreSQLDialect;
  }
}
