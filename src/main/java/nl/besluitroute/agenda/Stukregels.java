package nl.besluitroute.agenda;

import static nl.besluitroute.agenda.Deskrij.dag;
import static nl.besluitroute.agenda.Deskrij.geschreven;

import java.sql.Array;
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
import java.util.StringJoiner;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
      " from (select g.* from agenda_gemeente g where %1$s order by %2$s limit %3$d) g ";

  private static final String KOLOMMEN =
      Standbeeld.GEMEENTEKOLOMMEN.stream()
          .map(kolom -> "g." + kolom)
          .collect(Collectors.joining(", ", "select g.visie, g.gemeente, ", " "));

  private static final String TE_LAAT =
      "(select count(*) from agenda_taak t where t.visie = g.visie and t.sorteer <= :nu) as te_laat ";

  private static final String VISIERIJEN = RIJEN.replace("agenda_gemeente", "agenda_visie");

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
              k.onderweg, k.onderweg_tekst, k.onderweg_edtf,
              (select max(j.tijdstip) from journaal j where j.visie = g.visie) as gewijzigd,
              exists (select 1 from vertrouwelijkheid h
                where h.visie = g.visie and h.stap is null and h.versie is null) as gemerkt
            """;

  private static final String VAN_NAAST = " join agenda_kop k on k.visie = g.visie ";

  private final NamedParameterJdbcOperations jdbc;

  Stukregels(NamedParameterJdbcOperations jdbc) {
    this.jdbc = jdbc;
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
   * @param nu the regional steps under way, in the order of the route
   * @param gemeenten how many municipalities count
   * @param vastOp the day since which the stand is fixed
   * @param gewijzigd when something was last noted about the vision
   * @param gemerkt whether the vision as a whole was ever marked vertrouwelijk: then ask who may see it
   */
  record Ernaast(
      Visiekop visie,
      List<Onderweg> nu,
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
    return jdbc.query(
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
        (r, n) -> {
          Ernaast ernaast = ernaast(r);
          return new Visielijst.Regel(
              ernaast.visie(),
              r.getInt("looptijd_van"),
              r.getInt("looptijd_tot"),
              ernaast.stand(),
              ernaast.gemeenten(),
              ernaast.vastOp(),
              r.getLong("te_laat"),
              ernaast.nu(),
              ernaast.versie());
        });
  }

  private static Gemeentestuk stuk(ResultSet r) throws SQLException {
    String gemeente = r.getString("gemeente");
    return new Gemeentestuk(
        r.getString("visie"),
        gemeente,
        Gemeentestuk.Wat.valueOf(r.getString("wat")),
        Gemeentestuk.Fase.valueOf(r.getString("fase")),
        r.getBoolean("lopend"),
        stap(r, "college", gemeente),
        stap(r, "raad", gemeente),
        genomen(r, "collegebesluit"),
        genomen(r, "raadsbesluit"),
        brief(r));
  }

  private static Optional<Stapkop> stap(ResultSet r, String s, String gemeente) throws SQLException {
    String id = r.getString(s);
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
                r.getString(s + "_nazending_instemming") != null,
                geschreven(r, s + "_gepland"),
                geschreven(r, s + "_werkelijk")));
  }

  private static Optional<Gemeentestuk.Genomen> genomen(ResultSet r, String b) throws SQLException {
    UUID id = r.getObject(b, UUID.class);
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
    LocalDate datum = dag(r, "informering_datum");
    return datum == null
        ? Optional.empty()
        : Optional.of(
            new Gemeentestuk.Brief(datum, Zekerheid.valueOf(r.getString("informering_zekerheid"))));
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
        onderweg(r),
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

  private static List<Onderweg> onderweg(ResultSet r) throws SQLException {
    Array namen = r.getArray("onderweg");
    if (namen == null) {
      return List.of();
    }
    Object[] naam = (Object[]) namen.getArray();
    Object[] tekst = (Object[]) r.getArray("onderweg_tekst").getArray();
    Object[] edtf = (Object[]) r.getArray("onderweg_edtf").getArray();
    return IntStream.range(0, naam.length)
        .mapToObj(i -> new Onderweg((String) naam[i], geschreven((String) tekst[i], (String) edtf[i])))
        .toList();
  }

  private static final String OPEN_WERK =
      """
      select t.visie, t.taak, t.naam, t.stap, t.gemeente, t.groep, t.verloopt_op, t.wacht, t.sorteer
      from agenda_taak t where t.visie = any(:visies) and t.gemeente\s""";

  /**
   * Open work by vision, what falls due first on top; read for a whole page at once.
   *
   * @param gemeenten whose work; and what is regional. Each is a part of the statement, and not one
   *     of a list: of a list PostgreSQL supposes that it is longer, and plans at each call anew
   */
  Map<String, List<OpenWerk>> werk(Collection<String> visies, Collection<String> gemeenten) {
    StringJoiner delen = new StringJoiner(" union all ", "", " order by sorteer, taak");
    delen.add(OPEN_WERK + "is null");
    Map<String, Object> waarden = new HashMap<>(Map.of("visies", visies.toArray(String[]::new)));
    for (String gemeente : gemeenten) {
      String naam = "gemeente" + waarden.size();
      delen.add(OPEN_WERK + "= :" + naam);
      waarden.put(naam, gemeente);
    }
    Map<String, List<OpenWerk>> werk = new HashMap<>();
    jdbc.query(
        delen.toString(),
        waarden,
        r -> {
          werk.computeIfAbsent(r.getString("visie"), v -> new ArrayList<>()).add(werk(r));
        });
    return werk;
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
