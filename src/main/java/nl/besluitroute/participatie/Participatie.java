package nl.besluitroute.participatie;

import jakarta.persistence.EntityManager;
import java.util.List;
import nl.besluitroute.journaal.Journaal;
import nl.besluitroute.journaal.Notitie;
import nl.besluitroute.kalender.GeschrevenDatum;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.visie.Stap;
import nl.besluitroute.visie.Stappen;
import nl.besluitroute.visie.Visies;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Records participation; called by the route inside the task's transaction. */
@Service
public class Participatie {
  private final EntityManager em;
  private final Visies visies;
  private final Stappen stappen;
  private final Journaal journaal;
  private final Klok klok;

  Participatie(EntityManager em, Visies visies, Stappen stappen, Journaal journaal, Klok klok) {
    this.em = em;
    this.visies = visies;
    this.stappen = stappen;
    this.journaal = journaal;
    this.klok = klok;
  }

  /**
   * One activity.
   *
   * @param deelnemers number of organisations or people, when known; else null
   */
  public record Melding(
      String groep, GeschrevenDatum datum, Integer deelnemers, String uitkomst, String verwerking) {}

  @Transactional(propagation = Propagation.MANDATORY)
  public void legVast(String stapId, Melding melding, Gebruiker wie) {
    Stap stap = visies.stap(stapId);
    int volgnr = (int) vanVisie(stap.visie()).stream().filter(a -> a.stap().equals(stapId)).count() + 1;
    em.persist(new Activiteit(stap.visie(), stapId, volgnr, melding, wie.weergave(), klok.instant()));
    stappen.gebeurdeOp(stapId, melding.datum());
    journaal.noteer(
        Notitie.van(wie.weergave(), "participatie_vastgelegd", stap.naam() + ": " + melding.groep() + ", " + melding.datum().tekst() + ".")
            .bijVisie(stap.visie())
            .bijStap(stapId)
            .omdat(melding.verwerking()));
  }

  /** In the order of recording. */
  @Transactional(readOnly = true)
  public List<Activiteit> vanVisie(String visie) {
    return em.createQuery(
            "select a from Activiteit a where a.visie = :visie order by a.stap, a.volgnr",
            Activiteit.class)
        .setParameter("visie", visie)
        .getResultList();
  }
}
