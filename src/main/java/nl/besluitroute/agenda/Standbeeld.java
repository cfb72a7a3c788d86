package nl.besluitroute.agenda;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;

/**
 * How the rows of {@code agenda_gemeente}, {@code agenda_visie} and {@code agenda_kop} follow from
 * visions, versions, participants, steps, besluiten and the stand: one statement each, for what was
 * touched and, to rebuild, for all.
 */
final class Standbeeld {
  private static final String STAP =
      """
      (select s.id from stap s where s.visie = d.visie and s.gemeente = d.gemeente and s.soort in (%s)
        order by case when s.toestand = 'VERVALLEN' then 1 else 0 end, s.soort,
          s.besluitronde desc, s.volgorde desc, s.id desc limit 1)
      """;
  private static final String BESLUIT =
      """
      (select b.id from besluit b
        where b.visie = d.visie and b.gemeente = d.gemeente and b.orgaansoort = '%s'
        order by b.datum desc, b.volgnr desc limit 1)
      """;

  /**
   * Who joined on the way has no step of the raad before its college decided; of a further round
   * nobody has one yet while the college is at it.
   */
  private static final String GEMEENTE =
      """
      merge into agenda_gemeente t using (
        select x.*,
          case x.wat when 'BESLUIT' then x.raad_datum else x.college_datum end as besluit_dag,
          case x.wat when 'BESLUIT' then x.raad_klaar and x.college_klaar else x.college_klaar end
            as besloten,
          (x.neemt_deel and x.loopt and x.fase <> 'GEREED') as lopend
        from (
          select k.visie, k.gemeente, k.neemt_deel, (v.afgerond_op is null) as loopt,
            k.college, k.collegebesluit, k.raadsbesluit, k.informering,
            case
              when r.soort = 'RAAD' then 'BESLUIT'
              when r.soort = 'RAAD_INFORMEREN' then 'INFORMEREN'
              when exists (select 1 from stap q where q.visie = k.visie and q.soort = 'RAAD') then 'BESLUIT'
              when exists (select 1 from stap q where q.visie = k.visie and q.soort = 'RAAD_INFORMEREN')
                then 'INFORMEREN'
              else 'GEEN'
            end as wat,
            case when r.soort = 'RAAD' and c.besluitronde > r.besluitronde then null else r.id end
              as raad,
            case when r.soort = 'RAAD' and c.besluitronde > r.besluitronde then date '9999-12-31'
              else coalesce(r.werkelijk_laatste, r.gepland_laatste, date '9999-12-31') end as raad_datum,
            coalesce(c.werkelijk_laatste, c.gepland_laatste, date '9999-12-31') as college_datum,
            (c.toestand is null or c.toestand in ('GEDAAN', 'VERVALLEN')) as college_klaar,
            (r.toestand is null or r.toestand in ('GEDAAN', 'VERVALLEN')) as raad_klaar,
            case
              when not k.neemt_deel then 'VERTROKKEN'
              when r.toestand = 'LOOPT' then case r.soort when 'RAAD' then 'RAAD' else 'INFORMEREN' end
              when c.toestand = 'LOOPT' then 'COLLEGE'
              when (c.toestand is null or c.toestand in ('GEDAAN', 'VERVALLEN'))
                and (r.toestand is null or r.toestand in ('GEDAAN', 'VERVALLEN')) then 'GEREED'
              when c.toestand = 'GEDAAN' then case r.soort when 'RAAD' then 'RAAD' else 'INFORMEREN' end
              else 'REGIO'
            end as fase
          from (
            select d.visie, d.gemeente, d.neemt_deel, %s as college,
              %s as raad,
              %s as collegebesluit, %s as raadsbesluit,
              (select i.id from informering i where i.visie = d.visie and i.gemeente = d.gemeente
                order by i.datum desc, i.vastgelegd_op desc limit 1) as informering
            from (
              select n.visie, n.gemeente, (count(*) > count(n.tot)) as neemt_deel
              from deelname n %s group by n.visie, n.gemeente
            ) d
          ) k
          join visie v on v.id = k.visie
          left join stap c on c.id = k.college
          left join stap r on r.id = k.raad
        ) x
      ) s on (t.visie = s.visie and t.gemeente = s.gemeente)
      when matched and (
          t.wat <> s.wat or t.fase <> s.fase or t.lopend <> s.lopend or t.besloten <> s.besloten
          or t.college is distinct from s.college or t.raad is distinct from s.raad
          or t.collegebesluit is distinct from s.collegebesluit
          or t.raadsbesluit is distinct from s.raadsbesluit
          or t.informering is distinct from s.informering
          or t.raad_dag <> s.raad_datum or t.besluit_dag <> s.besluit_dag)
        then update set wat = s.wat, fase = s.fase, lopend = s.lopend, besloten = s.besloten,
          college = s.college, raad = s.raad, collegebesluit = s.collegebesluit,
          raadsbesluit = s.raadsbesluit, informering = s.informering, raad_dag = s.raad_datum,
          besluit_dag = s.besluit_dag
      when not matched then
        insert (visie, gemeente, wat, fase, lopend, besloten, college, raad, collegebesluit,
          raadsbesluit, informering, raad_dag, besluit_dag)
        values (s.visie, s.gemeente, s.wat, s.fase, s.lopend, s.besloten, s.college, s.raad,
          s.collegebesluit, s.raadsbesluit, s.informering, s.raad_datum, s.besluit_dag)
      """;

  private static final String VISIE =
      """
      merge into agenda_visie t using (
        select x.*,
          case when x.zonder_datum = 0 then
            (select case when count(*) = 1 then max(g.gemeente) end from agenda_gemeente g
              where g.visie = x.visie and g.fase <> 'VERTROKKEN' and not g.besloten
                and g.besluit_dag = x.laatste_dag) end as bepaalt
        from (
          select r.regio, r.visie, (v.afgerond_op is null) as lopend,
            cast(count(g.gemeente) as integer) as te_besluiten,
            cast(count(case when g.besluit_dag = date '9999-12-31' then 1 end) as integer) as zonder_datum,
            coalesce(max(case when g.besluit_dag < date '9999-12-31' then g.besluit_dag end),
              date '0001-01-01') as laatste_dag
          from visie_regio r
          join visie v on v.id = r.visie
          left join agenda_gemeente g
            on g.visie = r.visie and g.fase <> 'VERTROKKEN' and not g.besloten
          %s
          group by r.regio, r.visie, v.afgerond_op
        ) x
      ) s on (t.visie = s.visie and t.regio = s.regio)
      when matched and (
          t.lopend <> s.lopend or t.te_besluiten <> s.te_besluiten
          or t.zonder_datum <> s.zonder_datum or t.laatste_dag <> s.laatste_dag
          or t.bepaalt is distinct from s.bepaalt)
        then update set lopend = s.lopend, te_besluiten = s.te_besluiten,
          zonder_datum = s.zonder_datum, laatste_dag = s.laatste_dag, bepaalt = s.bepaalt
      when not matched then
        insert (regio, visie, lopend, te_besluiten, zonder_datum, laatste_dag, bepaalt)
        values (s.regio, s.visie, s.lopend, s.te_besluiten, s.zonder_datum, s.laatste_dag, s.bepaalt)
      """;

  private static final String KOP =
      """
      merge into agenda_kop t using (
        select v.id as visie, v.titel, e.regio, m.regio as mede_regio,
          (v.afgerond_op is not null) as afgerond, v.opgeschort_op,
          w.nummer as versie, w.datum as versiedatum, w.kenmerk,
          coalesce(st.aantal, (select cast(count(distinct n.gemeente) as integer) from deelname n
            where n.visie = v.id and n.tot is null)) as gemeenten,
          st.waarde, st.vastgesteld, st.afwijkend, st.niet, st.zin, st.vast_op
        from visie v
        join visie_regio e on e.visie = v.id and e.volgorde = 0
        left join visie_regio m on m.visie = v.id and m.volgorde = 1
        left join versie w on w.visie = v.id
          and not exists (select 1 from versie x where x.visie = w.visie and x.volgorde > w.volgorde)
        left join stand st on st.visie = v.id
        %s
      ) s on (t.visie = s.visie)
      when matched and (
          t.titel <> s.titel or t.regio <> s.regio or t.mede_regio is distinct from s.mede_regio
          or t.afgerond <> s.afgerond or t.opgeschort_op is distinct from s.opgeschort_op
          or t.versie is distinct from s.versie or t.gemeenten <> s.gemeenten
          or t.waarde is distinct from s.waarde or t.vastgesteld is distinct from s.vastgesteld
          or t.afwijkend is distinct from s.afwijkend or t.niet is distinct from s.niet
          or t.zin is distinct from s.zin or t.vast_op is distinct from s.vast_op)
        then update set titel = s.titel, regio = s.regio, mede_regio = s.mede_regio,
          afgerond = s.afgerond, opgeschort_op = s.opgeschort_op, versie = s.versie,
          versiedatum = s.versiedatum, kenmerk = s.kenmerk, gemeenten = s.gemeenten,
          waarde = s.waarde, vastgesteld = s.vastgesteld, afwijkend = s.afwijkend, niet = s.niet,
          zin = s.zin, vast_op = s.vast_op
      when not matched then
        insert (visie, titel, regio, mede_regio, afgerond, opgeschort_op, versie, versiedatum,
          kenmerk, gemeenten, waarde, vastgesteld, afwijkend, niet, zin, vast_op)
        values (s.visie, s.titel, s.regio, s.mede_regio, s.afgerond, s.opgeschort_op, s.versie,
          s.versiedatum, s.kenmerk, s.gemeenten, s.waarde, s.vastgesteld, s.afwijkend, s.niet,
          s.zin, s.vast_op)
      """;

  private static final String ALLE_GEMEENTEN = gemeente("");
  private static final String VAN_VISIE = gemeente("where n.visie = :visie");
  private static final String VAN_GEMEENTEN = gemeente("where n.visie = :visie and n.gemeente in (:gemeenten)");
  private static final String ALLE_VISIES = VISIE.formatted("");
  private static final String EEN_VISIE = VISIE.formatted("where r.visie = :visie");
  private static final String ALLE_KOPPEN = KOP.formatted("");
  private static final String EEN_KOP = KOP.formatted("where v.id = :visie");

  /** Of two who change one vision at the same moment, the second sees here what the first did. */
  private static final String VERGRENDEL =
      "select visie from agenda_visie where visie = :visie for update";

  private Standbeeld() {}

  private static String gemeente(String waar) {
    return GEMEENTE.formatted(
        STAP.formatted("'COLLEGE'"),
        STAP.formatted("'RAAD', 'RAAD_INFORMEREN'"),
        BESLUIT.formatted("COLLEGE"),
        BESLUIT.formatted("RAAD"),
        waar);
  }

  /** What was touched of a vision. */
  static final class Geraakt {
    private final Set<String> gemeenten = new TreeSet<>();
    private boolean alleGemeenten;
    private boolean kop;

    void gemeente(String gemeente) {
      gemeenten.add(gemeente);
    }

    void kop() {
      kop = true;
    }

    void alles() {
      alleGemeenten = true;
      kop = true;
    }
  }

  /** The rows of what was touched, and those that follow from them. */
  static void herbereken(NamedParameterJdbcOperations jdbc, String visie, Geraakt geraakt) {
    MapSqlParameterSource waarden =
        new MapSqlParameterSource("visie", visie).addValue("gemeenten", geraakt.gemeenten);
    boolean stand = geraakt.alleGemeenten;
    if (geraakt.alleGemeenten) {
      jdbc.update(VAN_VISIE, waarden);
    } else if (!geraakt.gemeenten.isEmpty()) {
      stand = jdbc.update(VAN_GEMEENTEN, waarden) > 0;
    }
    if (stand || geraakt.kop) {
      jdbc.queryForList(VERGRENDEL, waarden);
    }
    if (stand) {
      jdbc.update(EEN_VISIE, waarden);
    }
    if (geraakt.kop) {
      jdbc.update(EEN_KOP, waarden);
    }
  }

  /** All rows, in tables that are empty. */
  static void maakAlle(NamedParameterJdbcOperations jdbc) {
    jdbc.update(ALLE_GEMEENTEN, Map.of());
    jdbc.update(ALLE_VISIES, Map.of());
    jdbc.update(ALLE_KOPPEN, Map.of());
  }
}
