package nl.besluitroute.signalering;

import jakarta.persistence.EntityManager;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import nl.besluitroute.kalender.Klok;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which addresses their owners confirmed. To an address that is not, nothing goes but one mail with a
 * link that works once and for {@link #GELDIG}. The secret in it is kept as it is, as that mail must
 * be the same when it is tried again; all that it can do is confirm.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Adressen {
  static final Duration GELDIG = Duration.ofDays(3);

  /** Nobody is mailed more often in a day because somebody else enters his address. */
  static final int PER_DAG = 5;

  private final EntityManager em;
  private final Mailinstelling instelling;
  private final Klok klok;
  private final SecureRandom toeval = new SecureRandom();

  Adressen(EntityManager em, Mailinstelling instelling, Klok klok) {
    this.em = em;
    this.instelling = instelling;
    this.klok = klok;
  }

  Optional<Adres> van(Ontvanger wie) {
    return Optional.ofNullable(em.find(Adres.class, Adres.id(wie)));
  }

  /** Whether the owner of this address of a contact confirmed it. */
  boolean bevestigd(Ontvanger wie, String adres) {
    return van(wie).filter(a -> a.bevestigdOp != null && a.adres.equals(adres)).isPresent();
  }

  /** Asks the owner of an address; what was asked before for the same reader does not count any more. */
  void vraag(Ontvanger wie, String adres) {
    Adres nu =
        van(wie)
            .orElseGet(
                () -> {
                  Adres nieuw = new Adres(wie);
                  nieuw.adres = adres;
                  em.persist(nieuw);
                  return nieuw;
                });
    nu.adres = adres;
    nu.sleutel = null;
    nu.geldigTot = null;
    nu.bevestigdOp = null;
    vervalt(nu.id);
  }

  void vergeet(Ontvanger wie) {
    van(wie)
        .ifPresent(
            a -> {
              vervalt(a.id);
              em.remove(a);
            });
  }

  private void vervalt(String id) {
    em.flush();
    em.createQuery(
            "update Mail m set m.staat = :vervallen where m.bevestigt = :id and m.staat in :open")
        .setParameter("vervallen", Mail.Staat.VERVALLEN)
        .setParameter("id", id)
        .setParameter("open", List.of(Mail.Staat.KLAAR, Mail.Staat.MISLUKT))
        .executeUpdate();
  }

  /** How many mails this reader's addresses were asked by since a day ago. */
  long vandaagGevraagd(Ontvanger wie) {
    return em.createQuery(
            "select count(m) from Mail m where m.bevestigt = :id and m.gemaaktOp > :sinds", Long.class)
        .setParameter("id", Adres.id(wie))
        .setParameter("sinds", klok.instant().minus(Duration.ofDays(1)))
        .getSingleResult();
  }

  /** Those whose owner is still to be asked. */
  List<String> teVragen() {
    return em.createQuery(
            "select a.id from Adres a where a.sleutel is null and a.bevestigdOp is null order by a.id",
            String.class)
        .getResultList();
  }

  /** Makes the mail that asks the owner; of two nodes one does. */
  void maakMail(String id) {
    byte[] geheim = new byte[24];
    toeval.nextBytes(geheim);
    int gezet =
        em.createQuery(
                """
                update Adres a set a.sleutel = :sleutel, a.geldigTot = :tot
                where a.id = :id and a.sleutel is null and a.bevestigdOp is null
                """)
            .setParameter("sleutel", Base64.getUrlEncoder().withoutPadding().encodeToString(geheim))
            .setParameter("tot", klok.instant().plus(GELDIG))
            .setParameter("id", id)
            .executeUpdate();
    if (gezet == 1) {
      Adres adres = em.find(Adres.class, id);
      Mail mail = new Mail(adres.van(), null, instelling.domein(), klok.instant());
      mail.bevestigt = id;
      em.persist(mail);
    }
  }

  /** That waits for its owner, by the secret of its link. */
  Optional<Adres> open(String sleutel) {
    return em
        .createQuery(
            "select a from Adres a where a.sleutel = :sleutel and a.bevestigdOp is null and a.geldigTot > :nu",
            Adres.class)
        .setParameter("sleutel", sleutel)
        .setParameter("nu", klok.instant())
        .getResultStream()
        .findFirst();
  }

  /** What a mail that asks the owner is about; empty when it is not needed any more. */
  Optional<Adres> vanMail(Mail mail) {
    Instant nu = klok.instant();
    return Optional.ofNullable(em.find(Adres.class, mail.bevestigt))
        .filter(a -> a.sleutel != null && a.bevestigdOp == null && a.geldigTot.isAfter(nu));
  }
}
