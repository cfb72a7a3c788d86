package nl.besluitroute.signalering;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.regio.Contact;
import nl.besluitroute.toegang.Gebruiker;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Use cases of who is told: his own signals, and how he wants to be told. Private, so not in the
 * journal.
 */
@Service
@Transactional
public class Signalen {

  /** The kind of the journal's entries about what was mailed. */
  public static final String VERZONDEN = "signaal_verzonden";

  private final EntityManager em;
  private final Meldingen meldingen;
  private final Mailinstelling instelling;
  private final Klok klok;

  Signalen(EntityManager em, Meldingen meldingen, Mailinstelling instelling, Klok klok) {
    this.em = em;
    this.meldingen = meldingen;
    this.instelling = instelling;
    this.klok = klok;
  }

  /**
   * How somebody wants to be told. Without an address nothing is mailed; what is not mailed stays to
   * be read on the page.
   *
   * @param mail his address; empty for none
   * @param overzicht one mail on each working day
   * @param dringend at once what cannot wait; else it comes in the overview
   */
  public record Voorkeuren(Optional<String> mail, boolean overzicht, boolean dringend) {}

  /** This user's signals that he may see now, the newest first. */
  @Transactional(readOnly = true)
  public List<Melding> nieuwste(Gebruiker wie, int hoogstens) {
    return meldingen.opPagina(
        em.createQuery(
                "select s from Signaal s where s.account = :account order by s.gemaaktOp desc, s.id",
                Signaal.class)
            .setParameter("account", wie.naam())
            .setMaxResults(hoogstens)
            .getResultList(),
        wie);
  }

  /**
   * This user has read his signals. What is read before it was mailed, is not mailed any more.
   *
   * @param tot the moment of the newest that he saw; what came later stays unread
   */
  public void gelezen(Instant tot, Gebruiker wie) {
    em.createQuery(
            """
            update Signaal s set s.gelezenOp = :nu
            where s.account = :account and s.gelezenOp is null and s.gemaaktOp <= :tot
            """)
        .setParameter("nu", klok.instant())
        .setParameter("account", wie.naam())
        .setParameter("tot", tot)
        .executeUpdate();
  }

  @Transactional(readOnly = true)
  public Voorkeuren voorkeuren(Gebruiker wie) {
    Voorkeur v = em.find(Voorkeur.class, wie.naam());
    return v == null
        ? new Voorkeuren(Optional.empty(), true, true)
        : new Voorkeuren(Optional.ofNullable(v.mail), v.overzicht, v.dringend);
  }

  /** @throws SignaalFout when the address is none */
  public void wijzig(Voorkeuren nieuw, Gebruiker wie) {
    nieuw
        .mail()
        .filter(m -> !Contact.isMail(m))
        .ifPresent(
            m -> {
              throw new SignaalFout("mail", "Dit is geen e-mailadres; schrijf het zoals naam@gemeente.nl.");
            });
    Voorkeur v = em.find(Voorkeur.class, wie.naam());
    if (v == null) {
      v = new Voorkeur(wie.naam());
      em.persist(v);
    }
    v.mail = nieuw.mail().orElse(null);
    v.overzicht = nieuw.overzicht();
    v.dringend = nieuw.dringend();
  }

  /** Whether this system can mail at all. */
  public boolean mailIngericht() {
    return instelling.ingericht();
  }
}
