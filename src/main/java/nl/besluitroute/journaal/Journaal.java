package nl.besluitroute.journaal;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes and reads the journal. There is no way to change or remove an entry. */
@Service
public class Journaal {
  /** After every entry; both databases hold it. */
  private static final Instant EINDE = Instant.parse("9000-01-01T00:00:00Z");

  private static final String ZICHTBAAR =
      """
      g.visie = :visie and g.soort not in :soorten
        and (g.stap is null or g.stap not in :stappen)
        and (g.versie is null or g.versie not in :versies)
      """;

  private final EntityManager em;
  private final Clock klok;

  Journaal(EntityManager em, Clock klok) {
    this.em = em;
    this.klok = klok;
  }

  /** Notes inside the caller's transaction: the entry and the change commit together or not at all. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void noteer(Notitie notitie) {
    em.persist(new Gebeurtenis(klok.instant(), notitie));
  }

  /** The newest entries of a vision first. */
  @Transactional(readOnly = true)
  public List<Gebeurtenis> vanVisie(String visie, int hoogstens) {
    return em.createQuery(
            "select g from journaal g where g.visie = :visie order by g.tijdstip desc, g.id desc",
            Gebeurtenis.class)
        .setParameter("visie", visie)
        .setMaxResults(hoogstens)
        .getResultList();
  }

  /** A place in a vision's journal; entries that follow are older. */
  public record Plaats(Instant tijdstip, long id) {

    /** As it stands in an address. */
    public String code() {
      return tijdstip + "_" + id;
    }

    /** Empty when this is no place. */
    public static Optional<Plaats> lees(String code) {
      int streep = code.indexOf('_');
      if (streep < 0) {
        return Optional.empty();
      }
      try {
        return Optional.of(
            new Plaats(
                Instant.parse(code.substring(0, streep)), Long.parseLong(code.substring(streep + 1))));
      } catch (DateTimeParseException | NumberFormatException e) {
        return Optional.empty();
      }
    }
  }

  /**
   * A page of a vision's journal.
   *
   * @param volgende where the next page begins; empty on the last
   */
  public record Bladzijde(List<Gebeurtenis> gebeurtenissen, Optional<Plaats> volgende) {}

  /**
   * What a reader does not get: entries of these kinds, and what tells of these steps and versions.
   */
  public record Zonder(Set<String> soorten, Set<String> stappen, Set<String> versies) {}

  /**
   * What a reader asks for; a null, or no kinds, leaves that question open.
   *
   * @param gemeente code of the municipality
   * @param wie as in {@link Gebeurtenis#wie()}
   */
  public record Keuze(String gemeente, String wie, Set<String> soorten) {
    public static final Keuze ALLES = new Keuze(null, null, Set.of());

    public static Keuze vanGemeente(String gemeente) {
      return new Keuze(gemeente, null, Set.of());
    }
  }

  /**
   * The entries of a vision by page, the newest first.
   *
   * @param na empty for the first page
   */
  @Transactional(readOnly = true)
  public Bladzijde bladzijde(
      String visie, Zonder zonder, Keuze keuze, Optional<Plaats> na, int hoogstens) {
    TypedQuery<Gebeurtenis> vraag =
        em.createQuery(
            "select g from journaal g where "
                + ZICHTBAAR
                + (keuze.gemeente() == null ? "" : " and g.gemeente = :gemeente")
                + (keuze.wie() == null ? "" : " and g.wie = :wie")
                + (keuze.soorten().isEmpty() ? "" : " and g.soort in :gekozen")
                + " and (g.tijdstip < :tijdstip or (g.tijdstip = :tijdstip and g.id < :id))"
                + " order by g.tijdstip desc, g.id desc",
            Gebeurtenis.class);
    if (keuze.gemeente() != null) {
      vraag.setParameter("gemeente", keuze.gemeente());
    }
    if (keuze.wie() != null) {
      vraag.setParameter("wie", keuze.wie());
    }
    if (!keuze.soorten().isEmpty()) {
      vraag.setParameter("gekozen", keuze.soorten());
    }
    List<Gebeurtenis> gevonden =
        zichtbaar(vraag, visie, zonder)
            .setParameter("tijdstip", na.map(Plaats::tijdstip).orElse(EINDE))
            .setParameter("id", na.map(Plaats::id).orElse(Long.MAX_VALUE))
            .setMaxResults(hoogstens + 1)
            .getResultList();
    if (gevonden.size() <= hoogstens) {
      return new Bladzijde(gevonden, Optional.empty());
    }
    Gebeurtenis laatste = gevonden.get(hoogstens - 1);
    return new Bladzijde(
        List.copyOf(gevonden.subList(0, hoogstens)),
        Optional.of(new Plaats(laatste.tijdstip(), laatste.id())));
  }

  /** Who acted on a vision, of what the reader gets; by name. */
  @Transactional(readOnly = true)
  public List<String> wie(String visie, Zonder zonder) {
    return zichtbaar(
            em.createQuery(
                "select distinct g.wie from journaal g where " + ZICHTBAAR + " order by g.wie",
                String.class),
            visie,
            zonder)
        .getResultList();
  }

  private static <T> TypedQuery<T> zichtbaar(TypedQuery<T> vraag, String visie, Zonder zonder) {
    return vraag
        .setParameter("visie", visie)
        .setParameter("soorten", lijst(zonder.soorten()))
        .setParameter("stappen", lijst(zonder.stappen()))
        .setParameter("versies", lijst(zonder.versies()));
  }

  /** An empty list is no list to every database. */
  private static Set<String> lijst(Set<String> waarden) {
    return waarden.isEmpty() ? Set.of("") : waarden;
  }

  /** Who completed a task, for the one who comes second. */
  @Transactional(readOnly = true)
  public Optional<Gebeurtenis> vanTaak(String taak) {
    return em.createQuery(
            "select g from journaal g where g.taak = :taak order by g.id desc", Gebeurtenis.class)
        .setParameter("taak", taak)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }
}
