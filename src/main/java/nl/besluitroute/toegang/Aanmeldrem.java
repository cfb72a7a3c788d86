package nl.besluitroute.toegang;

import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import nl.besluitroute.kalender.Klok;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The brake on guessing passwords, kept in the database so that it holds on every node. After five
 * failures of one account from one address, and after fifty from one address whatever the account,
 * the next try waits: half a minute first, then twice as long at each further failure, up to a
 * quarter of an hour. A lock of the account alone would let anybody shut somebody out.
 */
@Service
class Aanmeldrem {
  private static final int VRIJ_ACCOUNT = 5;
  private static final int VRIJ_ADRES = 50;
  private static final Duration EERSTE = Duration.ofSeconds(30);
  private static final Duration LANGSTE = Duration.ofMinutes(15);

  /** After such a silence the count begins anew. */
  private static final Duration VERGEET = Duration.ofHours(1);

  private final EntityManager em;
  private final Klok klok;

  Aanmeldrem(EntityManager em, Klok klok) {
    this.em = em;
    this.klok = klok;
  }

  /** How long this sign-in must still wait; empty when it may go on. */
  @Transactional(readOnly = true)
  Optional<Duration> wacht(String account, String adres) {
    Instant nu = klok.instant();
    return Optional.of(langste(wacht(sleutel(account, adres), nu), wacht(sleutel(adres), nu)))
        .filter(d -> !d.isZero());
  }

  private Duration wacht(String sleutel, Instant nu) {
    Rij rij = em.find(Rij.class, sleutel);
    return rij == null || rij.dichtTot == null || !rij.dichtTot.isAfter(nu)
        ? Duration.ZERO
        : Duration.between(nu, rij.dichtTot);
  }

  private static Duration langste(Duration a, Duration b) {
    return a.compareTo(b) >= 0 ? a : b;
  }

  /** Its own transaction: the count stays, whatever becomes of the sign-in. */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  void mislukt(String account, String adres) {
    tel(sleutel(account, adres), VRIJ_ACCOUNT);
    tel(sleutel(adres), VRIJ_ADRES);
    em.createQuery("delete from aanmeldrem r where r.laatst < :grens")
        .setParameter("grens", klok.instant().minus(VERGEET))
        .executeUpdate();
  }

  @Transactional(propagation = Propagation.REQUIRES_NEW)
  void gelukt(String account, String adres) {
    em.createQuery("delete from aanmeldrem r where r.sleutel = :sleutel")
        .setParameter("sleutel", sleutel(account, adres))
        .executeUpdate();
  }

  private void tel(String sleutel, int vrij) {
    Instant nu = klok.instant();
    Rij rij = em.find(Rij.class, sleutel, LockModeType.PESSIMISTIC_WRITE);
    if (rij == null) {
      rij = new Rij(sleutel, nu);
      em.persist(rij);
    } else if (rij.laatst.isBefore(nu.minus(VERGEET))) {
      rij.mislukt = 0;
    }
    rij.mislukt++;
    rij.laatst = nu;
    int teVeel = rij.mislukt - vrij;
    if (teVeel >= 0) {
      Duration duur = EERSTE.multipliedBy(1L << Math.min(teVeel, 10));
      rij.dichtTot = nu.plus(duur.compareTo(LANGSTE) > 0 ? LANGSTE : duur);
    }
  }

  private static String sleutel(String account, String adres) {
    String naam = account.toLowerCase(Locale.ROOT);
    return "account:" + (naam.length() > 100 ? naam.substring(0, 100) : naam) + "@" + adres;
  }

  private static String sleutel(String adres) {
    return "adres:" + adres;
  }

  @Entity(name = "aanmeldrem")
  static class Rij {
    @Id private String sleutel;
    private int mislukt;
    private Instant laatst;
    private Instant dichtTot;

    protected Rij() {}

    Rij(String sleutel, Instant laatst) {
      this.sleutel = sleutel;
      this.laatst = laatst;
    }
  }
}
