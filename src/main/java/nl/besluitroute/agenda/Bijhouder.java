package nl.besluitroute.agenda;

import jakarta.annotation.PostConstruct;
import jakarta.persistence.EntityManagerFactory;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import nl.besluitroute.agenda.Standbeeld.Geraakt;
import nl.besluitroute.besluitvorming.Besluit;
import nl.besluitroute.besluitvorming.Informering;
import nl.besluitroute.besluitvorming.VisieStand;
import nl.besluitroute.stuk.Versie;
import nl.besluitroute.visie.Deelname;
import nl.besluitroute.visie.Regiovisie;
import nl.besluitroute.visie.Stap;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.event.spi.EventSource;
import org.hibernate.event.spi.EventType;
import org.hibernate.event.spi.PostDeleteEvent;
import org.hibernate.event.spi.PostDeleteEventListener;
import org.hibernate.event.spi.PostInsertEvent;
import org.hibernate.event.spi.PostInsertEventListener;
import org.hibernate.event.spi.PostUpdateEvent;
import org.hibernate.event.spi.PostUpdateEventListener;
import org.hibernate.persister.entity.EntityPersister;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/**
 * Keeps the rows of visions and their municipalities. Hears from Hibernate what is written, so that
 * no module that changes a step, a besluit or a participant can forget to tell; collects what was
 * touched, and recomputes that once, in the same transaction, after the last flush.
 */
@Component
class Bijhouder implements PostInsertEventListener, PostUpdateEventListener, PostDeleteEventListener {
  /** Per running transaction, by vision, what was touched. */
  private final Map<SharedSessionContractImplementor, Map<String, Geraakt>> geraakt =
      new ConcurrentHashMap<>();

  private final EntityManagerFactory fabriek;

  Bijhouder(EntityManagerFactory fabriek) {
    this.fabriek = fabriek;
  }

  @PostConstruct
  void luister() {
    EventListenerRegistry register =
        fabriek
            .unwrap(SessionFactoryImplementor.class)
            .getServiceRegistry()
            .requireService(EventListenerRegistry.class);
    register.appendListeners(EventType.POST_INSERT, this);
    register.appendListeners(EventType.POST_UPDATE, this);
    register.appendListeners(EventType.POST_DELETE, this);
  }

  @Override
  public void onPostInsert(PostInsertEvent e) {
    hoor(e.getEntity(), e.getSession());
  }

  @Override
  public void onPostUpdate(PostUpdateEvent e) {
    hoor(e.getEntity(), e.getSession());
  }

  @Override
  public void onPostDelete(PostDeleteEvent e) {
    hoor(e.getEntity(), e.getSession());
  }

  @Override
  public boolean requiresPostCommitHandling(EntityPersister soort) {
    return false;
  }

  private void hoor(Object wat, EventSource sessie) {
    if (wat instanceof Stap stap) {
      Geraakt geraakt = geraakt(sessie, stap.visie());
      stap.gemeente().ifPresentOrElse(geraakt::gemeente, geraakt::kop);
    } else if (wat instanceof Besluit besluit) {
      geraakt(sessie, besluit.visie()).gemeente(besluit.gemeente());
    } else if (wat instanceof Informering informering) {
      geraakt(sessie, informering.visie()).gemeente(informering.gemeente());
    } else if (wat instanceof Deelname deelname) {
      Geraakt geraakt = geraakt(sessie, deelname.visie());
      geraakt.gemeente(deelname.gemeente());
      geraakt.kop();
    } else if (wat instanceof Regiovisie visie) {
      geraakt(sessie, visie.id()).alles();
    } else if (wat instanceof Versie versie) {
      geraakt(sessie, versie.visie()).kop();
    } else if (wat instanceof VisieStand stand) {
      geraakt(sessie, stand.visie()).kop();
    }
  }

  private Geraakt geraakt(EventSource sessie, String visie) {
    Map<String, Geraakt> eigen =
        geraakt.computeIfAbsent(
            sessie,
            s -> {
              sessie.getActionQueue().registerProcess((gelukt, zelf) -> geraakt.remove(zelf));
              return new TreeMap<>();
            });
    if (eigen.isEmpty()) {
      sessie.getActionQueue().registerProcess(zelf -> werkBij((EventSource) zelf));
    }
    return eigen.computeIfAbsent(visie, v -> new Geraakt());
  }

  /** In the order of the visions' ids, so that two transactions never wait for each other. */
  private void werkBij(EventSource sessie) {
    Map<String, Geraakt> eigen = geraakt.get(sessie);
    sessie.doWork(
        verbinding -> {
          var jdbc =
              new NamedParameterJdbcTemplate(new SingleConnectionDataSource(verbinding, true));
          eigen.forEach((visie, wat) -> Standbeeld.herbereken(jdbc, visie, wat));
        });
    eigen.clear();
  }
}
