package nl.besluitroute.journaal;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes and reads the journal. There is no way to change or remove an entry. */
@Service
public class Journaal {
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
