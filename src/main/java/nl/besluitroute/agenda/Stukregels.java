package nl.besluitroute.agenda;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.besluitroute.besluitvorming.Uitkomst;
import nl.besluitroute.besluitvorming.VisieStand;
import nl.besluitroute.besluitvorming.Zekerheid;
import nl.besluitroute.stuk.Vingerafdruk;
import nl.besluitroute.visie.Regiovisie;
import nl.besluitroute.visie.Stap;
import org.springframework.stereotype.Component;

/** Reads the rows of the desks with all that stands in and beside them, in one query. */
@Component
class Stukregels {
  /**
   * The rows themselves come first, by their index; only then what they name is looked up by key.
   * In one flat join the database may read all that could be named before it comes to the limit.
   */
  private static final String RIJEN =
      """
      from (select g.visie as visie, g.gemeente as gemeente, g.wat as wat, g.fase as fase,
          g.lopend as lopend, g.college as college, g.raad as raad,
          g.collegebesluit as collegebesluit, g.raadsbesluit as raadsbesluit,
          g.informering as informering, g.raadDag as raadDag, g.besluitDag as besluitDag
        from GemeenteRij g where %1$s order by %2$s limit %3$d) g
      left join Stap c on c.id = g.college
      left join Stap r on r.id = g.raad
      left join Besluit bc on bc.id = g.collegebesluit
      left join Besluit br on br.id = g.raadsbesluit
      left join Informering i on i.id = g.informering
      """;

  private static final String KOLOMMEN =
      """
      select g.visie, g.gemeente, g.wat, g.fase, g.lopend, c, r,
        bc.id, bc.datum, bc.uitkomst, bc.versie, bc.zekerheid,
        br.id, br.datum, br.uitkomst, br.versie, br.zekerheid, i.datum, i.zekerheid
      """;

  private static final int AANTAL_KOLOMMEN = 19;

  private static final String VISIERIJEN =
      """
      from (select g.visie as visie, g.teBesluiten as teBesluiten, g.zonderDatum as zonderDatum,
          g.laatsteDag as laatsteDag, g.bepaalt as bepaalt
        from VisieRij g where %1$s order by %2$s limit %3$d) g
      """;

  private static final String VISIEKOLOMMEN =
      """
      select g.visie, g.teBesluiten, g.zonderDatum, g.laatsteDag, g.bepaalt,
        (select count(t) from AgendaTaak t where t.visie = g.visie and t.sorteer <= :nu)
      """;

  private static final int AANTAL_VISIEKOLOMMEN = 6;

  /** What stands beside a row of a vision. */
  private static final String NAAST =
      """
      , v, st, (select max(j.tijdstip) from journaal j where j.visie = g.visie)
      """;

  private static final String VAN_NAAST =
      """
      join Regiovisie v on v.id = g.visie
      left join VisieStand st on st.visie = g.visie
      """;

  private final EntityManager em;

  Stukregels(EntityManager em) {
    this.em = em;
  }

  /**
   * @param waar conditions on {@code g}
   * @param hoogstens the number of rows; a limit set on the query would come too late
   */
  TypedQuery<Object[]> kaal(String waar, String volgorde, int hoogstens) {
    return vraag(KOLOMMEN, RIJEN.formatted(waar, volgorde, hoogstens), volgorde);
  }

  /** As {@link #kaal}, with the vision and what stands beside it. */
  TypedQuery<Object[]> metVisie(String waar, String volgorde, int hoogstens) {
    return vraag(KOLOMMEN + NAAST, RIJEN.formatted(waar, volgorde, hoogstens) + VAN_NAAST, volgorde);
  }

  /** The same for visions, with how much of each is late {@code :nu}. */
  TypedQuery<Object[]> visies(String waar, String volgorde, int hoogstens) {
    return vraag(
        VISIEKOLOMMEN + NAAST, VISIERIJEN.formatted(waar, volgorde, hoogstens) + VAN_NAAST, volgorde);
  }

  private TypedQuery<Object[]> vraag(String kolommen, String van, String volgorde) {
    return em.createQuery(kolommen + van + "order by " + volgorde, Object[].class);
  }

  static List<Gemeentestuk> lees(TypedQuery<Object[]> vraag) {
    return vraag.getResultList().stream().map(Stukregels::stuk).toList();
  }

  /**
   * What stands beside a row.
   *
   * @param gewijzigd when something was last noted about the vision
   */
  record Ernaast(Regiovisie visie, Optional<VisieStand> stand, Instant gewijzigd) {

    private static Ernaast van(Object[] rij, int vanaf) {
      return new Ernaast(
          (Regiovisie) rij[vanaf],
          Optional.ofNullable((VisieStand) rij[vanaf + 1]),
          (Instant) rij[vanaf + 2]);
    }

    static Ernaast vanStuk(Object[] rij) {
      return van(rij, AANTAL_KOLOMMEN);
    }

    static Ernaast vanVisie(Object[] rij) {
      return van(rij, AANTAL_VISIEKOLOMMEN);
    }
  }

  static Gemeentestuk stuk(Object[] rij) {
    return new Gemeentestuk(
        (String) rij[0],
        (String) rij[1],
        (Gemeentestuk.Wat) rij[2],
        (Gemeentestuk.Fase) rij[3],
        (Boolean) rij[4],
        Optional.ofNullable((Stap) rij[5]),
        Optional.ofNullable((Stap) rij[6]),
        genomen(rij, 7),
        genomen(rij, 12),
        rij[17] == null
            ? Optional.empty()
            : Optional.of(new Gemeentestuk.Brief((LocalDate) rij[17], (Zekerheid) rij[18])));
  }

  private static Optional<Gemeentestuk.Genomen> genomen(Object[] rij, int vanaf) {
    return rij[vanaf] == null
        ? Optional.empty()
        : Optional.of(
            new Gemeentestuk.Genomen(
                (UUID) rij[vanaf],
                (LocalDate) rij[vanaf + 1],
                (Uitkomst) rij[vanaf + 2],
                Optional.ofNullable((String) rij[vanaf + 3]),
                (Zekerheid) rij[vanaf + 4]));
  }

  /** The newest version of each of these visions; one without a version has none. */
  @SuppressWarnings("unchecked")
  Map<String, Versiekop> versies(Collection<String> visies) {
    // Written in SQL: a list of values makes Hibernate translate its own language at each call.
    List<Tuple> rijen =
        em.createNativeQuery(
                """
                select w.visie, w.nummer, w.datum, w.kenmerk from versie w
                where w.visie in (:visies)
                  and w.volgorde = (select max(x.volgorde) from versie x where x.visie = w.visie)
                """,
                Tuple.class)
            .setParameter("visies", visies)
            .getResultList();
    return rijen.stream()
        .collect(
            Collectors.toMap(
                r -> r.get(0, String.class),
                r ->
                    new Versiekop(
                        r.get(1, String.class),
                        dag(r.get(2)),
                        new Vingerafdruk(r.get(3, String.class)))));
  }

  /** As the driver gives it. */
  private static LocalDate dag(Object waarde) {
    return waarde instanceof Date dag ? dag.toLocalDate() : (LocalDate) waarde;
  }

  /** The regional steps under way, by vision and in the order of the route. */
  @SuppressWarnings("unchecked")
  Map<String, List<Stap>> nu(Collection<String> visies) {
    List<Stap> lopend =
        em.createNativeQuery(
                """
                select s.* from stap s
                where s.visie in (:visies) and s.toestand = 'LOOPT' and s.gemeente is null
                order by s.volgorde
                """,
                Stap.class)
            .setParameter("visies", visies)
            .getResultList();
    return lopend.stream().collect(Collectors.groupingBy(Stap::visie));
  }
}
