package nl.besluitroute.agenda;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
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
  private static final String KOP =
      """
      select g, c, r, bc.datum, bc.uitkomst, bc.versie, bc.zekerheid,
        br.datum, br.uitkomst, br.versie, br.zekerheid, i.datum, i.zekerheid""";

  private static final String VAN =
      """

      from GemeenteRij g
      left join Stap c on c.id = g.college
      left join Stap r on r.id = g.raad
      left join Besluit bc on bc.id = g.collegebesluit
      left join Besluit br on br.id = g.raadsbesluit
      left join Informering i on i.id = g.informering
      """;

  /** What stands beside a row {@code %1$s} of a vision, to follow the row's own columns. */
  private static final String NAAST =
      """
      , v, st, n.nummer, n.datum, n.kenmerk,
        (select max(j.tijdstip) from journaal j where j.visie = %1$s.visie)
      """;

  private static final String VAN_NAAST =
      """

      join Regiovisie v on v.id = %1$s.visie
      left join VisieStand st on st.visie = %1$s.visie
      left join Versie n on n.visie = %1$s.visie
        and n.volgorde = (select max(w.volgorde) from Versie w where w.visie = %1$s.visie)
      """;

  /** The number of columns of a row without what stands beside it. */
  private static final int KOLOMMEN = 13;

  private final EntityManager em;

  Stukregels(EntityManager em) {
    this.em = em;
  }

  /** @param waar conditions on {@code g} and the order */
  TypedQuery<Object[]> kaal(String waar) {
    return em.createQuery(KOP + VAN + "where " + waar, Object[].class);
  }

  /** As {@link #kaal}, with the vision and what stands beside it. */
  TypedQuery<Object[]> metVisie(String waar) {
    return em.createQuery(
        KOP + NAAST.formatted("g") + VAN + VAN_NAAST.formatted("g") + "where " + waar, Object[].class);
  }

  /** The same beside rows {@code r} of visions, with how much of each is late. */
  TypedQuery<Object[]> visies(String waar) {
    return em.createQuery(
        "select r, (select count(t) from AgendaTaak t where t.visie = r.visie and t.sorteer <= :nu)"
            + NAAST.formatted("r")
            + " from VisieRij r"
            + VAN_NAAST.formatted("r")
            + "where "
            + waar,
        Object[].class);
  }

  static List<Gemeentestuk> lees(TypedQuery<Object[]> vraag) {
    return vraag.getResultStream().map(Stukregels::stuk).toList();
  }

  /**
   * What stands beside a row.
   *
   * @param gewijzigd when something was last noted about the vision
   */
  record Ernaast(
      Regiovisie visie, Optional<VisieStand> stand, Optional<Versiekop> versie, Instant gewijzigd) {

    private static Ernaast van(Object[] rij, int vanaf) {
      return new Ernaast(
          (Regiovisie) rij[vanaf],
          Optional.ofNullable((VisieStand) rij[vanaf + 1]),
          Optional.ofNullable((String) rij[vanaf + 2])
              .map(
                  nummer ->
                      new Versiekop(
                          nummer, (LocalDate) rij[vanaf + 3], new Vingerafdruk((String) rij[vanaf + 4]))),
          (Instant) rij[vanaf + 5]);
    }

    static Ernaast vanStuk(Object[] rij) {
      return van(rij, KOLOMMEN);
    }

    static Ernaast vanVisie(Object[] rij) {
      return van(rij, 2);
    }
  }

  static Gemeentestuk stuk(Object[] rij) {
    GemeenteRij g = (GemeenteRij) rij[0];
    return new Gemeentestuk(
        g.visie,
        g.gemeente,
        g.wat,
        g.fase,
        g.lopend,
        Optional.ofNullable((Stap) rij[1]),
        Optional.ofNullable((Stap) rij[2]),
        genomen(g.collegebesluit, rij, 3),
        genomen(g.raadsbesluit, rij, 7),
        g.informering == null
            ? Optional.empty()
            : Optional.of(new Gemeentestuk.Brief((LocalDate) rij[11], (Zekerheid) rij[12])));
  }

  private static Optional<Gemeentestuk.Genomen> genomen(UUID besluit, Object[] rij, int vanaf) {
    return besluit == null
        ? Optional.empty()
        : Optional.of(
            new Gemeentestuk.Genomen(
                besluit,
                (LocalDate) rij[vanaf],
                (Uitkomst) rij[vanaf + 1],
                Optional.ofNullable((String) rij[vanaf + 2]),
                (Zekerheid) rij[vanaf + 3]));
  }

  /** The regional steps under way, by vision and in the order of the route. */
  @SuppressWarnings("unchecked")
  Map<String, List<Stap>> nu(Collection<String> visies) {
    // Written in SQL: a list of values makes Hibernate translate its own language at each call.
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
