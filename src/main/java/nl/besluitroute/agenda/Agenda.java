package nl.besluitroute.agenda;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.regio.Orgaansoort;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.Rol;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The work lists: kept by the engine adapter inside its transactions, read by the pages. */
@Service
public class Agenda {
  private final EntityManager em;
  private final Taakmotor motor;
  private final Klok klok;

  Agenda(EntityManager em, @Lazy Taakmotor motor, Klok klok) {
    this.em = em;
    this.motor = motor;
    this.klok = klok;
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void zetKlaar(Taakmotor.OpenTaak taak) {
    em.persist(new AgendaTaak(taak));
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void haalWeg(String taak) {
    AgendaTaak rij = em.find(AgendaTaak.class, taak);
    if (rij != null) {
      em.remove(rij);
    }
  }

  /** The term of a task is new: its watch starts again. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void termijn(String taak, Instant herinnerOp, Instant verlooptOp) {
    vind(taak).ifPresent(rij -> rij.termijn(herinnerOp, verlooptOp, klok.instant()));
  }

  /** What the watch of a step's task found. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<AgendaTaak> zetWacht(String stap, String soort, AgendaTaak.Wacht wacht) {
    Optional<AgendaTaak> rij =
        vanStap(stap).stream().filter(t -> t.soort().equals(soort)).findFirst();
    rij.ifPresent(t -> t.zet(wacht));
    return rij;
  }

  @Transactional(readOnly = true)
  public Optional<AgendaTaak> vind(String taak) {
    return Optional.ofNullable(em.find(AgendaTaak.class, taak));
  }

  @Transactional(readOnly = true)
  public List<AgendaTaak> vanStap(String stap) {
    return lees("t.stap = :waarde", stap);
  }

  @Transactional(readOnly = true)
  public List<AgendaTaak> vanVisie(String visie) {
    return lees("t.visie = :waarde", visie);
  }

  private List<AgendaTaak> lees(String waar, String waarde) {
    return em.createQuery(
            "select t from AgendaTaak t where " + waar + " order by t.verlooptOp nulls last, t.taak",
            AgendaTaak.class)
        .setParameter("waarde", waarde)
        .getResultList();
  }

  /** The work that this user may record, what falls due first on top. */
  @Transactional(readOnly = true)
  public List<AgendaTaak> van(Gebruiker wie) {
    return em.createQuery(
            """
            select t from AgendaTaak t
            where t.orgaan in :overleggen
              or t.orgaan in (select o.id from Orgaan o
                  where (o.soort = :college and o.gemeente in :colleges)
                     or (o.soort = :raad and o.gemeente in :raden))
              or t.visie in (select v.id from Regiovisie v join v.regios r where r in :regios)
            order by t.verlooptOp nulls last, t.taak
            """,
            AgendaTaak.class)
        .setParameter("overleggen", lijst(wie.overleggen(Rol.AMBTELIJK_SECRETARIS)))
        .setParameter("college", Orgaansoort.COLLEGE)
        .setParameter("colleges", lijst(wie.gemeenten(Orgaansoort.COLLEGE)))
        .setParameter("raad", Orgaansoort.RAAD)
        .setParameter("raden", lijst(wie.gemeenten(Orgaansoort.RAAD)))
        .setParameter("regios", lijst(wie.regios(Rol.AMBTELIJK_SECRETARIS)))
        .getResultList();
  }

  /**
   * The work that this user may record, what falls due first on top and what has no date last.
   *
   * @param na empty, or what is no place, for the first page
   */
  @Transactional(readOnly = true)
  public Bladzijde<AgendaTaak> werk(
      Gebruiker wie, Werkkeuze keuze, Optional<String> na, int hoogstens) {
    throw new UnsupportedOperationException();
  }

  /** How much of it there is, whatever {@link Werkkeuze#wanneer} the choice names. */
  @Transactional(readOnly = true)
  public Aantallen aantallen(Gebruiker wie, Werkkeuze keuze) {
    throw new UnsupportedOperationException();
  }

  private static Collection<String> lijst(Collection<String> waarden) {
    return waarden.isEmpty() ? List.of("") : waarden;
  }

  /** How many tasks of each vision are late. */
  @Transactional(readOnly = true)
  public Map<String, Long> teLaatPerVisie() {
    return em.createQuery(
            "select t.visie, count(t) from AgendaTaak t where t.wacht = :laat group by t.visie",
            Object[].class)
        .setParameter("laat", AgendaTaak.Wacht.TE_LAAT)
        .getResultStream()
        .collect(Collectors.toMap(r -> (String) r[0], r -> (Long) r[1]));
  }

  /** Use case: makes the read model anew from the engine's open work. */
  @Transactional
  public int herbouw() {
    em.createQuery("delete from AgendaTaak").executeUpdate();
    em.clear();
    List<Taakmotor.OpenTaak> open = motor.openTaken();
    open.forEach(taak -> em.persist(new AgendaTaak(taak)));
    return open.size();
  }

  /** Every row, by task; to compare a rebuilt read model with the live one. */
  @Transactional(readOnly = true)
  public Map<String, AgendaTaak> alles() {
    return em.createQuery("select t from AgendaTaak t", AgendaTaak.class)
        .getResultStream()
        .collect(Collectors.toMap(AgendaTaak::taak, Function.identity()));
  }
}
