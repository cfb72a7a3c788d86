package nl.besluitroute.agenda;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

  /** What a row says of a municipality's step, beside its id. */
  private static final List<String> VAN_STAP =
      List.of("soort", "toestand", "orgaan", "aanlevertermijn", "nazending_instemming", "gepland_tekst",
          "gepland_edtf", "werkelijk_tekst", "werkelijk_edtf");

  /** What a row says of a besluit, beside its id. */
  private static final List<String> VAN_BESLUIT = List.of("datum", "uitkomst", "versie", "zekerheid");

  private static final List<String> VAN_INFORMERING = List.of("datum", "zekerheid");

  /** All of a row of {@code agenda_gemeente} but its key and what it only sorts by. */
  static final List<String> GEMEENTEKOLOMMEN =
      Stream.of(
              Stream.of("wat", "fase", "lopend", "college", "raad", "collegebesluit", "raadsbesluit"),
              namen("college", VAN_STAP),
              namen("raad", VAN_STAP),
              namen("collegebesluit", VAN_BESLUIT),
              namen("raadsbesluit", VAN_BESLUIT),
              namen("informering", VAN_INFORMERING))
          .flatMap(Function.identity())
          .toList();

  /**
   * Who joined on the way has no step of the raad before its college decided; of a further round
   * nobody has one yet while the college is at it: then the raad's of the round before is not shown.
   */
  private static final String GEMEENTE =
      """
      select x.*,
        case x.wat when 'BESLUIT' then x.raad_dag else x.college_dag end as besluit_dag,
        case x.wat when 'BESLUIT' then x.raad_klaar and x.college_klaar else x.college_klaar end
          as besloten,
        (x.neemt_deel and x.loopt and x.fase <> 'GEREED') as lopend
      from (
        select k.visie, k.gemeente, k.neemt_deel, (v.afgerond_op is null) as loopt,
          c.id as college, w.id as raad, k.collegebesluit, k.raadsbesluit,
          %1$s,
          case
            when r.soort = 'RAAD' then 'BESLUIT'
            when r.soort = 'RAAD_INFORMEREN' then 'INFORMEREN'
            when exists (select 1 from stap q where q.visie = k.visie and q.soort = 'RAAD') then 'BESLUIT'
            when exists (select 1 from stap q where q.visie = k.visie and q.soort = 'RAAD_INFORMEREN')
              then 'INFORMEREN'
            else 'GEEN'
          end as wat,
          coalesce(w.werkelijk_laatste, w.gepland_laatste, date '9999-12-31') as raad_dag,
          coalesce(c.werkelijk_laatste, c.gepland_laatste, date '9999-12-31') as college_dag,
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
          select d.visie, d.gemeente, d.neemt_deel, %2$s as college,
            %3$s as raad,
            %4$s as collegebesluit, %5$s as raadsbesluit,
            (select i.id from informering i where i.visie = d.visie and i.gemeente = d.gemeente
              order by i.datum desc, i.vastgelegd_op desc limit 1) as informering
          from (
            select n.visie, n.gemeente, (count(*) > count(n.tot)) as neemt_deel
            from deelname n %6$s group by n.visie, n.gemeente
          ) d
        ) k
        join visie v on v.id = k.visie
        left join stap c on c.id = k.college
        left join stap r on r.id = k.raad
        left join stap w on w.id = r.id
          and (r.soort = 'RAAD' and c.besluitronde > r.besluitronde) is not true
        left join besluit bc on bc.id = k.collegebesluit
        left join besluit br on br.id = k.raadsbesluit
        left join informering i on i.id = k.informering
      ) x
      """;

  private static final String VISIE =
      """
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
      """;

  /** Of a region's step and not of a municipality's; null when none is under way. */
  private static final String ONDERWEG =
      """
      (select array_agg(s.%s order by s.volgorde, s.id) from stap s
        where s.visie = v.id and s.toestand = 'LOOPT' and s.gemeente is null)
      """;

  private static final String KOP =
      """
      select v.id as visie, v.titel, e.regio, m.regio as mede_regio,
        (v.afgerond_op is not null) as afgerond, v.opgeschort_op,
        w.nummer as versie, w.datum as versiedatum, w.kenmerk,
        coalesce(st.aantal, (select cast(count(distinct n.gemeente) as integer) from deelname n
          where n.visie = v.id and n.tot is null)) as gemeenten,
        st.waarde, st.vastgesteld, st.afwijkend, st.niet, st.zin, st.vast_op,
        %1$s as onderweg, %2$s as onderweg_tekst, %3$s as onderweg_edtf
      from visie v
      join visie_regio e on e.visie = v.id and e.volgorde = 0
      left join visie_regio m on m.visie = v.id and m.volgorde = 1
      left join versie w on w.visie = v.id
        and not exists (select 1 from versie x where x.visie = w.visie and x.volgorde > w.volgorde)
      left join stand st on st.visie = v.id
      %4$s
      """;

  private static final String ALLE_GEMEENTEN = gemeente("");
  private static final String VAN_VISIE = gemeente("where n.visie = :visie");
  private static final String VAN_GEMEENTEN = gemeente("where n.visie = :visie and n.gemeente in (:gemeenten)");
  private static final String ALLE_VISIES = visie("");
  private static final String EEN_VISIE = visie("where r.visie = :visie");
  private static final String ALLE_KOPPEN = kop("");
  private static final String EEN_KOP = kop("where v.id = :visie");

  /**
   * Comes before all else: of two who change one vision at the same moment, the second computes its
   * rows from what the first did. A merge reads before it waits for a row.
   */
  private static final String VERGRENDEL =
      "select visie from agenda_visie where visie = :visie for update";

  private Standbeeld() {}

  private static String gemeente(String waar) {
    String naast =
        Stream.of(
                waarden("c", "college", VAN_STAP),
                waarden("w", "raad", VAN_STAP),
                waarden("bc", "collegebesluit", VAN_BESLUIT),
                waarden("br", "raadsbesluit", VAN_BESLUIT),
                waarden("i", "informering", VAN_INFORMERING))
            .flatMap(Function.identity())
            .collect(Collectors.joining(", "));
    return merge(
        "agenda_gemeente",
        List.of("visie", "gemeente"),
        Stream.concat(GEMEENTEKOLOMMEN.stream(), Stream.of("besloten", "raad_dag", "besluit_dag")).toList(),
        GEMEENTE.formatted(
            naast,
            STAP.formatted("'COLLEGE'"),
            STAP.formatted("'RAAD', 'RAAD_INFORMEREN'"),
            BESLUIT.formatted("COLLEGE"),
            BESLUIT.formatted("RAAD"),
            waar));
  }

  private static String visie(String waar) {
    return merge(
        "agenda_visie",
        List.of("regio", "visie"),
        List.of("lopend", "te_besluiten", "zonder_datum", "laatste_dag", "bepaalt"),
        VISIE.formatted(waar));
  }

  private static String kop(String waar) {
    return merge(
        "agenda_kop",
        List.of("visie"),
        List.of("titel", "regio", "mede_regio", "afgerond", "opgeschort_op", "versie", "versiedatum",
            "kenmerk", "gemeenten", "waarde", "vastgesteld", "afwijkend", "niet", "zin", "vast_op",
            "onderweg", "onderweg_tekst", "onderweg_edtf"),
        KOP.formatted(
            ONDERWEG.formatted("naam"),
            ONDERWEG.formatted("gepland_tekst"),
            ONDERWEG.formatted("gepland_edtf"),
            waar));
  }

  private static Stream<String> namen(String van, List<String> kolommen) {
    return kolommen.stream().map(kolom -> van + "_" + kolom);
  }

  private static Stream<String> waarden(String tabel, String van, List<String> kolommen) {
    return kolommen.stream().map(kolom -> tabel + "." + kolom + " as " + van + "_" + kolom);
  }

  /** Writes what a select gives over the rows of a table; a row that stays as it was is not written. */
  private static String merge(String tabel, List<String> sleutel, List<String> waarden, String select) {
    List<String> alle = Stream.concat(sleutel.stream(), waarden.stream()).toList();
    return "merge into %s t using (%s) s on (%s) when matched and (%s) then update set %s when not matched then insert (%s) values (%s)"
        .formatted(
            tabel,
            select,
            elk(sleutel, "t.%1$s = s.%1$s", " and "),
            elk(waarden, "t.%1$s is distinct from s.%1$s", " or "),
            elk(waarden, "%1$s = s.%1$s", ", "),
            elk(alle, "%s", ", "),
            elk(alle, "s.%s", ", "));
  }

  private static String elk(List<String> kolommen, String vorm, String tussen) {
    return kolommen.stream().map(vorm::formatted).collect(Collectors.joining(tussen));
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
    jdbc.queryForList(VERGRENDEL, waarden);
    boolean stand = geraakt.alleGemeenten;
    if (geraakt.alleGemeenten) {
      jdbc.update(VAN_VISIE, waarden);
    } else if (!geraakt.gemeenten.isEmpty()) {
      stand = jdbc.update(VAN_GEMEENTEN, waarden) > 0;
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
