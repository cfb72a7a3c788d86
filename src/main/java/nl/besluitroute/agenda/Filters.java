package nl.besluitroute.agenda;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.List;
import nl.besluitroute.toegang.Gebruiker;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The choices of work that somebody saved. A private list: not in the journal. */
@Service
@Transactional
public class Filters {
  /** The most that one account keeps. */
  static final int HOOGSTENS = 50;

  private static final int MAX_NAAM = 60;
  private static final int MAX_VRAAG = 500;

  private final EntityManager em;

  Filters(EntityManager em) {
    this.em = em;
  }

  /**
   * Saves a choice; one of the same name is replaced.
   *
   * @throws AgendaFout when the name is empty, one of both is too long, or there are too many
   */
  public void bewaar(BewaardFilter filter, Gebruiker wie) {
    String naam = filter.naam() == null ? "" : filter.naam().strip();
    if (naam.isEmpty()) {
      throw new AgendaFout("Geef het filter een naam.");
    }
    if (naam.length() > MAX_NAAM) {
      throw new AgendaFout("De naam van het filter is langer dan " + MAX_NAAM + " tekens.");
    }
    if (filter.vraag().length() > MAX_VRAAG) {
      throw new AgendaFout("Dit filter is te lang om te bewaren.");
    }
    Rij bestaand = em.find(Rij.class, new Sleutel(wie.naam(), naam));
    if (bestaand != null) {
      bestaand.vraag = filter.vraag();
      return;
    }
    if (van(wie).size() >= HOOGSTENS) {
      throw new AgendaFout(
          "U hebt al " + HOOGSTENS + " filters bewaard; verwijder er eerst een.");
    }
    em.persist(new Rij(wie.naam(), naam, filter.vraag()));
  }

  /** Does nothing when there is none of that name. */
  public void verwijder(String naam, Gebruiker wie) {
    Rij bestaand = em.find(Rij.class, new Sleutel(wie.naam(), naam));
    if (bestaand != null) {
      em.remove(bestaand);
    }
  }

  /** By name. */
  @Transactional(readOnly = true)
  public List<BewaardFilter> van(Gebruiker wie) {
    return em.createQuery(
            "select f from bewaardFilter f where f.account = :account order by f.naam", Rij.class)
        .setParameter("account", wie.naam())
        .getResultStream()
        .map(f -> new BewaardFilter(f.naam, f.vraag))
        .toList();
  }

  record Sleutel(String account, String naam) implements Serializable {}

  @Entity(name = "bewaardFilter")
  @Table(name = "bewaard_filter")
  @IdClass(Sleutel.class)
  static class Rij {
    @Id
    @Column(name = "account")
    private String account;

    @Id
    @Column(name = "naam")
    private String naam;

    private String vraag;

    protected Rij() {}

    Rij(String account, String naam, String vraag) {
      this.account = account;
      this.naam = naam;
      this.vraag = vraag;
    }
  }
}
