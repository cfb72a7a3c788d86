package nl.besluitroute.agenda;

import jakarta.persistence.EntityManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Fills the read model of a database that came from before it; else does nothing. */
@Component
class Agendastart implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Agendastart.class);

  /** After the routes are deployed, before the demo's content, web and jobs. */
  private static final int FASE = 5;

  private final EntityManager em;
  private final Agenda agenda;
  private volatile boolean gestart;

  Agendastart(EntityManager em, Agenda agenda) {
    this.em = em;
    this.agenda = agenda;
  }

  @Override
  public void start() {
    boolean zonder =
        !em.createNativeQuery(
                "select v.id from visie v where not exists (select 1 from agenda_kop k where k.visie = v.id)")
            .setMaxResults(1)
            .getResultList()
            .isEmpty();
    if (zonder) {
      LOG.info("The agenda was made from {} open tasks; this happens once", agenda.herbouw());
    }
    gestart = true;
  }

  @Override
  public void stop() {
    gestart = false;
  }

  @Override
  public boolean isRunning() {
    return gestart;
  }

  @Override
  public int getPhase() {
    return FASE;
  }
}
