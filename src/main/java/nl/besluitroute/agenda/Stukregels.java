package nl.besluitroute.agenda;

import static nl.besluitroute.agenda.Deskrij.dag;
import static nl.besluitroute.agenda.Deskrij.datumkolommen;
import static nl.besluitroute.agenda.Deskrij.geschreven;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.besluitroute.besluitvorming.Stand;
import nl.besluitroute.besluitvorming.Uitkomst;
import nl.besluitroute.besluitvorming.Zekerheid;
import nl.besluitroute.visie.Stap;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.stereotype.Component;

/**
 * Reads the rows of the desks with all that stands in and beside them, one statement for each kind.
 * Written in SQL and read into records: a page of fifty rows names some 450 rows of other tables, and
 * making entities of them took longer than finding them. A list of keys goes in as one array: the
 * statement is then the same for every page, and its plan is kept.
 */
@Component
class Stukregels {
  /**
   * The rows themselves come first, by their index; only then what they name is looked up by key.
   * In one flat join the database may read all that could be named before it comes to the limit.
   */
  private static final String RIJEN =
      """
      from (select g.* from agenda_gemeente g where %1$s order by %2$s limit %3$d) g
      left join stap c on c.id = g.college
      left join stap r on r.id = g.raad
      left join besluit bc on bc.id = g.collegebesluit
      left join besluit br on br.id = g.raadsbesluit
      left join informering i on i.id = g.informering
      """;

  private static final String KOLOMMEN =
      "select g.visie, g.gemeente, g.wat, g.fase, g.lopend, "
          + stapkolommen("c")
          + stapkolommen("r")
          + besluitkolommen("bc")
          + besluitkolommen("br")
          + "i.datum as i_datum, i.zekerheid as i_zekerheid ";

  private static final String TE_LAAT =
      "(select count(*) from agenda_taak t where t.visie = g.visie and t.sorteer <= :nu) as te_laat ";

  private static final String VISIERIJEN =
      " from (select g.* from agenda_visie g where %1$s order by %2$s limit %3$d) g ";

  private static final String VISIEKOLOMMEN =
      """
      select g.visie, g.te_besluiten, g.zonder_datum, g.laatste_dag, g.bepaalt,
      """
          + TE_LAAT;

  /** What stands beside a row of a vision. */
  private static final String NAAST =
      ", k.titel, k.regio, k.mede_regio, k.afgerond, k.opgeschort_op, "
          + Deskrij.VERSIEKOLOMMEN
          + """
            , k.gemeenten, k.waarde, k.vastgesteld, k.afwijkend, k.niet, k.zin, k.vast_op,
              (select max(j.tijdstip) from journaal j where j.visie = g.visie) as gewijzigd,
              exists (select 1 from vertrouwelijkheid h
                where h.visie = g.visie and h.stap is null and h.versie is null) as gemerkt
            """;

  private static final String VAN_NAAST = " join agenda_kop k on k.visie = g.visie ";

  /** Stands for the municipality of work that is regional. */
  private static final String REGIONAAL = "";

  private final NamedParameterJdbcOperations jdbc;

  Stukregels(NamedParameterJdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  private static String stapkolommen(String s) {
    return """
        %1$s.id as %1$s_id, %1$s.soort as %1$s_soort, %1$s.toestand as %1$s_toestand,
        %1$s.orgaan as %1$s_orgaan, %1$s.aanlevertermijn as %1$s_aanlevertermijn,
        %1$s.nazending_instemming as %1$s_nazending,
        """
            .formatted(s)
        + datumkolommen(s, "gepland")
        + ", "
        + datumkolommen(s, "werkelijk")
        + ", ";
  }

  private static String besluitkolommen(String b) {
    return """
        %1$s.id as %1$s_id, %1$s.datum as %1$s_datum, %1$s.uitkomst as %1$s_uitkomst,
        %1$s.versie as %1$s_versie, %1$s.zekerheid as %1$s_zekerheid,
        """
        .formatted(b);
  }

  /** A row of a municipality with what stands beside it. */
  record Regel(Gemeentestuk stuk, Ernaast ernaast) {}

  /** A row of a vision in one of its regions with what stands beside it. */
  record Visieregel(
      String visie,
      int teBesluiten,
      int zonderDatum,
      LocalDate laatsteDag,
      String bepaalt,
      long teLaat,
      Ernaast ernaast) {}

  /**
   * What stands beside a row.
   *
   * @param gemeenten how many municipalities count
   * @param vastOp the day since which the stand is fixed
   * @param gewijzigd when something was last noted about the vision
   * @param gemerkt whether the vision as a whole was ever marked vertrouwelijk: then ask who may see it
   */
  record Ernaast(
      Visiekop visie,
      Optional<Versiekop> versie,
      Optional<Standkop> stand,
      int gemeenten,
      Optional<LocalDate> vastOp,
      Instant gewijzigd,
      boolean gemerkt) {}

  /**
   * @param waar conditions on {@code g}, a row of {@code agenda_gemeente}
   * @param hoogstens the number of rows; a limit set on the query would come too late
   */
  List<Gemeentestuk> kaal(String waar, String volgorde, int hoogstens, Map<String, ?> waarden) {
    return jdbc.query(
        KOLOMMEN + RIJEN.formatted(waar, volgorde, hoogstens) + "order by " + volgorde,
        waarden,
        (r, n) -> stuk(r));
  }

  /** As {@link #kaal}, with the vision and what stands beside it. */
  List<Regel> metVisie(String waar, String volgorde, int hoogstens, Map<String, ?> waarden) {
    return jdbc.query(
        KOLOMMEN + NAAST + RIJEN.formatted(waar, volgorde, hoogstens) + VAN_NAAST + "order by " + volgorde,
        waarden,
        (r, n) -> new Regel(stuk(r), ernaast(r)));
  }

  /** The same for rows of {@code agenda_visie}, with how much of each is late at a moment. */
  List<Visieregel> visies(
      String waar, String volgorde, int hoogstens, Instant nu, Map<String, ?> waarden) {
    Map<String, Object> alle = new HashMap<>(waarden);
    alle.put("nu", nu.atOffset(ZoneOffset.UTC));
    return jdbc.query(
        VISIEKOLOMMEN
            + NAAST
            + VISIERIJEN.formatted(waar, volgorde, hoogstens)
            + VAN_NAAST
            + "order by "
            + volgorde,
        alle,
        (r, n) ->
            new Visieregel(
                r.getString("visie"),
                r.getInt("te_besluiten"),
                r.getInt("zonder_datum"),
                dag(r, "laatste_dag"),
                r.getString("bepaalt"),
                r.getLong("te_laat"),
                ernaast(r)));
  }

  /**
   * Visions by title, with all that stands in the list.
   *
   * @param waar conditions on {@code v}, a row of {@code visie}
   */
  List<Visielijst.Regel> lijst(String waar, int hoogstens, Instant nu, Map<String, ?> waarden) {
    Map<String, Object> alle = new HashMap<>(waarden);
    alle.put("nu", nu.atOffset(ZoneOffset.UTC));
    List<Lijstrij> rijen =
        jdbc.query(
            "select g.visie, g.looptijd_van, g.looptijd_tot, "
                + TE_LAAT
                + NAAST
                + " from (select v.id as visie, v.looptijd_van, v.looptijd_tot from visie v where "
                + waar
                + " order by v.titel, v.id limit "
                + hoogstens
                + ") g"
                + VAN_NAAST
                + " order by k.titel, g.visie",
            alle,
            (r, n) ->
                new Lijstrij(
                    r.getInt("looptijd_van"),
                    r.getInt("looptijd_tot"),
                    r.getLong("te_laat"),
                    ernaast(r)));
    Bij bij = bij(rijen.stream().map(rij -> rij.ernaast().visie().id()).toList());
    return rijen.stream()
        .map(
            rij ->
                new Visielijst.Regel(
                    rij.ernaast().visie(),
                    rij.looptijdVan(),
                    rij.looptijdTot(),
                    rij.ernaast().stand(),
                    rij.ernaast().gemeenten(),
                    rij.ernaast().vastOp(),
                    rij.teLaat(),
                    bij.nu(rij.ernaast().visie().id()),
                    rij.ernaast().versie()))
        .toList();
  }

  private record Lijstrij(int looptijdVan, int looptijdTot, long teLaat, Ernaast ernaast) {}

  private static Gemeentestuk stuk(ResultSet r) throws SQLException {
    String gemeente = r.getString("gemeente");
    return new Gemeentestuk(
        r.getString("visie"),
        gemeente,
        Gemeentestuk.Wat.valueOf(r.getString("wat")),
        Gemeentestuk.Fase.valueOf(r.getString("fase")),
        r.getBoolean("lopend"),
        stap(r, "c", gemeente),
        stap(r, "r", gemeente),
        genomen(r, "bc"),
        genomen(r, "br"),
        brief(r));
  }

  private static Optional<Stapkop> stap(ResultSet r, String s, String gemeente) throws SQLException {
    String id = r.getString(s + "_id");
    return id == null
        ? Optional.empty()
        : Optional.of(
            new Stapkop(
                id,
                Stap.Soort.valueOf(r.getString(s + "_soort")),
                Stap.Toestand.valueOf(r.getString(s + "_toestand")),
                r.getString(s + "_orgaan"),
                gemeente,
                r.getInt(s + "_aanlevertermijn"),
                r.getString(s + "_nazending") != null,
                geschreven(r, s + "_gepland"),
                geschreven(r, s + "_werkelijk")));
  }

  private static Optional<Gemeentestuk.Genomen> genomen(ResultSet r, String b) throws SQLException {
    UUID id = r.getObject(b + "_id", UUID.class);
    return id == null
        ? Optional.empty()
        : Optional.of(
            new Gemeentestuk.Genomen(
                id,
                dag(r, b + "_datum"),
                Uitkomst.valueOf(r.getString(b + "_uitkomst")),
                Optional.ofNullable(r.getString(b + "_versie")),
                Zekerheid.valueOf(r.getString(b + "_zekerheid"))));
  }

  private static Optional<Gemeentestuk.Brief> brief(ResultSet r) throws SQLException {
    LocalDate datum = dag(r, "i_datum");
    return datum == null
        ? Optional.empty()
        : Optional.of(
            new Gemeentestuk.Brief(datum, Zekerheid.valueOf(r.getString("i_zekerheid"))));
  }

  private static Ernaast ernaast(ResultSet r) throws SQLException {
    String waarde = r.getString("waarde");
    String medeRegio = r.getString("mede_regio");
    return new Ernaast(
        new Visiekop(
            r.getString("visie"),
            r.getString("titel"),
            medeRegio == null
                ? List.of(r.getString("regio"))
                : List.of(r.getString("regio"), medeRegio),
            r.getBoolean("afgerond"),
            Optional.ofNullable(Deskrij.moment(r, "opgeschort_op"))),
        Deskrij.versie(r),
        waarde == null
            ? Optional.empty()
            : Optional.of(
                new Standkop(
                    Stand.Waarde.valueOf(waarde),
                    r.getInt("vastgesteld"),
                    r.getInt("afwijkend"),
                    r.getInt("niet"),
                    r.getInt("gemeenten"),
                    r.getString("zin"))),
        r.getInt("gemeenten"),
        Optional.ofNullable(dag(r, "vast_op")),
        Deskrij.moment(r, "gewijzigd"),
        r.getBoolean("gemerkt"));
  }

  /**
   * The lists that stand beside rows of visions.
   *
   * @param nu the regional steps under way, in the order of the route
   * @param werk open work, what falls due first on top
   */
  record Bij(Map<String, List<Onderweg>> nu, Map<String, List<OpenWerk>> werk) {

    List<Onderweg> nu(String visie) {
      return nu.getOrDefault(visie, List.of());
    }

    List<OpenWerk> werk(String visie) {
      return werk.getOrDefault(visie, List.of());
    }
  }

  /** Steps under way; beside them the columns of open work, empty. */
  private static final String BIJ =
      """
      select s.visie, s.volgorde, s.naam, s.gepland_tekst, s.gepland_edtf, s.gepland_eerste,
        s.gepland_laatste, null as taak, null as stap, null as gemeente, null as groep,
        cast(null as timestamp with time zone) as verloopt_op, null as wacht,
        cast(null as timestamp with time zone) as sorteer
      from stap s
      where s.visie = any(:visies) and s.toestand = 'LOOPT' and s.gemeente is null
      """;

  /**
   * Found by the vision alone: all regional work of the country is without a municipality, so an
   * index on that finds too much.
   */
  private static final String OPEN_WERK =
      """
      union all
      select t.visie, 0, t.naam, null, null, null, null, t.taak, t.stap, t.gemeente,
        t.groep, t.verloopt_op, t.wacht, t.sorteer
      from agenda_taak t
      where t.visie = any(:visies) and coalesce(t.gemeente, '') = any(:gemeenten)
      """;

  private static final String OP_VOLGORDE = "order by volgorde, sorteer, taak";

  /** Read for a whole page at once, without open work. */
  Bij bij(Collection<String> visies) {
    return bij(BIJ + OP_VOLGORDE, Map.of("visies", visies.toArray(String[]::new)));
  }

  /** The same with the open work that is regional or of one of these municipalities. */
  Bij bij(Collection<String> visies, Collection<String> gemeenten) {
    return bij(
        BIJ + OPEN_WERK + OP_VOLGORDE,
        Map.of(
            "visies", visies.toArray(String[]::new),
            "gemeenten", Stream.concat(Stream.of(REGIONAAL), gemeenten.stream()).toArray(String[]::new)));
  }

  private Bij bij(String sql, Map<String, ?> waarden) {
    Bij bij = new Bij(new HashMap<>(), new HashMap<>());
    jdbc.query(
        sql,
        waarden,
        r -> {
          String visie = r.getString("visie");
          if (r.getString("taak") != null) {
            bij.werk.computeIfAbsent(visie, v -> new ArrayList<>()).add(werk(r));
          } else {
            bij.nu.computeIfAbsent(visie, v -> new ArrayList<>())
                .add(new Onderweg(r.getString("naam"), geschreven(r, "gepland")));
          }
        });
    return bij;
  }

  private static OpenWerk werk(ResultSet r) throws SQLException {
    return new OpenWerk(
        r.getString("taak"),
        r.getString("naam"),
        r.getString("stap"),
        Optional.ofNullable(r.getString("gemeente")),
        r.getString("groep"),
        Optional.ofNullable(Deskrij.moment(r, "verloopt_op")).map(AgendaTaak::uiterlijk),
        AgendaTaak.Wacht.valueOf(r.getString("wacht")) == AgendaTaak.Wacht.TE_LAAT);
  }
}
