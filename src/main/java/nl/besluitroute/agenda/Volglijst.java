package nl.besluitroute.agenda;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.io.Serializable;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.besluitroute.journaal.Gebeurtenis;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.visie.Herkansing;
import nl.besluitroute.visie.Vertrouwelijkheden;
import nl.besluitroute.visie.VisieNietGevonden;
import nl.besluitroute.visie.Visies;
import org.hibernate.query.NativeQuery;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which visions somebody follows, and what changed since. A private list: not in the journal. */
@Service
@Transactional
public class Volglijst {
  /** What tells of work, and not of the vision. */
  private static final Set<String> ZONDER =
      Stream.concat(Stream.of("taak_afgerond", "signaal_verzonden"), Werkverdeling.SOORTEN.stream())
          .collect(Collectors.toUnmodifiableSet());

  /** Of an entry {@code j}: what this reader may see. */
  private static final String ZICHTBAAR =
      """
       and j.soort <> all(:zonder)
       and (j.stap is null or j.stap <> all(:stappen))
       and (j.versie is null or concat(j.visie, '/', j.versie) <> all(:versies))
      """;

  private final EntityManager em;
  private final Visies visies;
  private final Vertrouwelijkheden vertrouwelijkheden;
  private final Klok klok;
  private final Herkansing herkansing;

  Volglijst(
      EntityManager em,
      Visies visies,
      Vertrouwelijkheden vertrouwelijkheden,
      Klok klok,
      Herkansing herkansing) {
    this.em = em;
    this.visies = visies;
    this.vertrouwelijkheden = vertrouwelijkheden;
    this.klok = klok;
    this.herkansing = herkansing;
  }

  /**
   * Begins to follow; does nothing when he follows it already.
   *
   * @throws VisieNietGevonden when there is no such vision, or it is not his to read
   */
  @Transactional(propagation = Propagation.SUPPORTS)
  public void volg(String visie, Gebruiker wie) {
    herkansing.doe(
        () -> {
          visies.leesbaar(visie, wie);
          if (!volgt(visie, wie)) {
            em.persist(new Volging(wie.naam(), visie, klok.instant()));
          }
        });
  }

  /** Stops following; does nothing when he does not follow it. */
  public void ontvolg(String visie, Gebruiker wie) {
    Volging bestaand = em.find(Volging.class, new Sleutel(wie.naam(), visie));
    if (bestaand != null) {
      em.remove(bestaand);
    }
  }

  @Transactional(readOnly = true)
  public boolean volgt(String visie, Gebruiker wie) {
    return em.find(Volging.class, new Sleutel(wie.naam(), visie)) != null;
  }

  /** He looked at these now; those that he does not follow are left out. */
  public void bekeken(Collection<String> gezien, Gebruiker wie) {
    Instant nu = klok.instant();
    volgingen(wie).stream().filter(v -> gezien.contains(v.visie)).forEach(v -> v.bekeken = nu);
  }

  private List<Volging> volgingen(Gebruiker wie) {
    return em.createQuery("select v from volgt v where v.account = :account", Volging.class)
        .setParameter("account", wie.naam())
        .getResultList();
  }

  /** What he follows and may read, what changed last on top. */
  @Transactional(readOnly = true)
  public List<Gevolgd> van(Gebruiker wie) {
    Map<String, Volging> perVisie =
        volgingen(wie).stream().collect(Collectors.toMap(v -> v.visie, Function.identity()));
    Set<String> leesbaar = leesbaar(perVisie.keySet(), wie);
    if (leesbaar.isEmpty()) {
      return List.of();
    }
    Query vraag =
        em.createNativeQuery(
                """
                select v.visie, count(j.id) as aantal, max(j.tijdstip) as laatste
                from volgt v left join journaal j on j.visie = v.visie and j.tijdstip > v.bekeken
                """
                    + ZICHTBAAR
                    + " where v.account = :account and v.visie = any(:visies) group by v.visie",
                Tuple.class)
            .unwrap(NativeQuery.class)
            // What Hibernate finds out by itself depends on what it met before.
            .addScalar("visie", String.class)
            .addScalar("aantal", Long.class)
            .addScalar("laatste", Instant.class)
            .setParameter("account", wie.naam());
    return Volglijst.<Tuple>lees(zicht(vraag, leesbaar, wie))
        .map(
            r -> {
              Volging v = perVisie.get(r.get("visie", String.class));
              return new Gevolgd(
                  v.visie,
                  v.sinds,
                  v.bekeken,
                  r.get("aantal", Long.class),
                  Optional.ofNullable(r.get("laatste", Instant.class)));
            })
        .sorted(
            Comparator.comparing((Gevolgd g) -> g.laatste().orElse(Instant.MIN))
                .reversed()
                .thenComparing(Gevolgd::visie))
        .toList();
  }

  /**
   * What was noted about these visions since a moment, the newest first, of what he may see; without
   * who completed which task and to whom it was assigned.
   */
  @Transactional(readOnly = true)
  public List<Gebeurtenis> gewijzigdSinds(
      Collection<String> visieIds, Instant sinds, int hoogstens, Gebruiker wie) {
    Set<String> leesbaar = leesbaar(visieIds, wie);
    if (leesbaar.isEmpty()) {
      return List.of();
    }
    Query vraag =
        em.createNativeQuery(
                "select j.* from journaal j where j.visie = any(:visies) and j.tijdstip > :sinds"
                    + ZICHTBAAR
                    + " order by j.tijdstip desc, j.id desc",
                Gebeurtenis.class)
            .setParameter("sinds", sinds)
            .setMaxResults(hoogstens);
    return Volglijst.<Gebeurtenis>lees(zicht(vraag, leesbaar, wie)).toList();
  }

  private Set<String> leesbaar(Collection<String> ids, Gebruiker wie) {
    return ids.isEmpty() ? Set.of() : visies.leesbaar(ids, wie);
  }

  private Query zicht(Query vraag, Collection<String> ids, Gebruiker wie) {
    Vertrouwelijkheden.Verborgen verborgen = vertrouwelijkheden.verborgen(ids, wie);
    return vraag
        .setParameter("visies", rij(ids))
        .setParameter("zonder", rij(ZONDER))
        .setParameter("stappen", rij(verborgen.stappen()))
        .setParameter("versies", rij(verborgen.versies()));
  }

  private static String[] rij(Collection<String> waarden) {
    return waarden.toArray(String[]::new);
  }

  @SuppressWarnings("unchecked")
  private static <T> Stream<T> lees(Query vraag) {
    return vraag.getResultList().stream();
  }

  record Sleutel(String account, String visie) implements Serializable {}

  @Entity(name = "volgt")
  @Table(name = "volgt")
  @IdClass(Sleutel.class)
  static class Volging {
    @Id
    @Column(name = "account")
    private String account;

    @Id
    @Column(name = "visie")
    private String visie;

    private Instant sinds;
    private Instant bekeken;

    protected Volging() {}

    Volging(String account, String visie, Instant nu) {
      this.account = account;
      this.visie = visie;
      this.sinds = nu;
      this.bekeken = nu;
    }
  }
}
