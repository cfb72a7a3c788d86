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
import nl.besluitroute.besluitvorming.Zekerheid;
import nl.besluitroute.visie.Stap;
import org.springframework.stereotype.Component;

/** Reads rows of {@code agenda_gemeente} with all that stands in them by id, in one query. */
@Component
class Stukregels {
  private static final String LEES =
      """
      select g, c, r, bc.datum, bc.uitkomst, bc.versie, bc.zekerheid,
        br.datum, br.uitkomst, br.versie, br.zekerheid, i.datum, i.zekerheid
      from GemeenteRij g
      left join Stap c on c.id = g.college
      left join Stap r on r.id = g.raad
      left join Besluit bc on bc.id = g.collegebesluit
      left join Besluit br on br.id = g.raadsbesluit
      left join Informering i on i.id = g.informering
      where\s""";

  private final EntityManager em;

  Stukregels(EntityManager em) {
    this.em = em;
  }

  TypedQuery<Object[]> vraag(String waar) {
    return em.createQuery(LEES + waar, Object[].class);
  }

  static List<Gemeentestuk> lees(TypedQuery<Object[]> vraag) {
    return vraag.getResultStream().map(Stukregels::stuk).toList();
  }

  private static Gemeentestuk stuk(Object[] rij) {
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

  /** When something was last noted about each of these visions. */
  Map<String, Instant> gewijzigd(Collection<String> visies) {
    return em.createQuery(
            """
            select v.id, (select max(j.tijdstip) from journaal j where j.visie = v.id)
            from Regiovisie v where v.id in :visies
            """,
            Object[].class)
        .setParameter("visies", visies)
        .getResultStream()
        .collect(Collectors.toMap(r -> (String) r[0], r -> (Instant) r[1]));
  }
}
