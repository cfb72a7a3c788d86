package nl.besluitroute.signalering;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.besluitroute.journaal.Journaal;
import nl.besluitroute.journaal.Notitie;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.Toegang;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Use cases of the beheerder around mail. Others get {@code GeenToegang}. */
@Service
@Transactional
public class Postbeheer {
  private final EntityManager em;
  private final Postkamer postkamer;
  private final Mailinstelling instelling;
  private final Toegang toegang;
  private final Journaal journaal;
  private final Klok klok;

  Postbeheer(
      EntityManager em,
      Postkamer postkamer,
      Mailinstelling instelling,
      Toegang toegang,
      Journaal journaal,
      Klok klok) {
    this.em = em;
    this.postkamer = postkamer;
    this.instelling = instelling;
    this.toegang = toegang;
    this.journaal = journaal;
    this.klok = klok;
  }

  /**
   * How mail stands.
   *
   * @param wacht mails that are to go out, also those that are tried again
   * @param mislukt mails that were given up
   */
  public record Beeld(boolean ingericht, long wacht, long mislukt) {}

  /**
   * A mail that did not go out.
   *
   * @param aan function of the account, or name of the body
   * @param opgegeven whether it is tried no more
   */
  public record Bericht(
      UUID id, String aan, boolean overzicht, int pogingen, String fout, Instant sinds, boolean opgegeven) {}

  @Transactional(readOnly = true)
  public Beeld beeld(Gebruiker wie) {
    toegang.eisBeheren(wie);
    return new Beeld(instelling.ingericht(), aantal(Mail.Staat.KLAAR), aantal(Mail.Staat.MISLUKT));
  }

  /** How many mails were given up; none for who is no beheerder, so that every page may ask. */
  @Transactional(readOnly = true)
  public long aantalMislukt(Gebruiker wie) {
    return toegang.magBeheren(wie) ? aantal(Mail.Staat.MISLUKT) : 0;
  }

  private long aantal(Mail.Staat staat) {
    return em.createQuery("select count(m) from Mail m where m.staat = :staat", Long.class)
        .setParameter("staat", staat)
        .getSingleResult();
  }

  /** What was given up, and what failed and is tried again; the oldest first. */
  @Transactional(readOnly = true)
  public List<Bericht> mislukt(int hoogstens, Gebruiker wie) {
    toegang.eisBeheren(wie);
    return em
        .createQuery(
            """
            select m from Mail m where m.staat = :mislukt or (m.staat = :klaar and m.fout is not null)
            order by m.gemaaktOp, m.id
            """,
            Mail.class)
        .setParameter("mislukt", Mail.Staat.MISLUKT)
        .setParameter("klaar", Mail.Staat.KLAAR)
        .setMaxResults(hoogstens)
        .getResultStream()
        .map(
            m ->
                new Bericht(
                    m.id,
                    postkamer.aanWie(m),
                    m.overzichtVan != null,
                    m.pogingen,
                    m.fout,
                    m.gemaaktOp,
                    m.staat == Mail.Staat.MISLUKT))
        .toList();
  }

  /**
   * A mail that failed goes out in the next round, under the Message-ID that it has, as often as a new
   * one.
   *
   * @throws SignaalFout when it went out meanwhile, or is not needed any more
   */
  public void opnieuw(UUID id, Gebruiker wie) {
    toegang.eisBeheren(wie);
    int gezet =
        em.createQuery(
                """
                update Mail m set m.staat = :klaar, m.pogingen = 0, m.volgendeOp = :nu
                where m.id = :id and (m.staat = :mislukt or (m.staat = :klaar and m.fout is not null))
                """)
            .setParameter("klaar", Mail.Staat.KLAAR)
            .setParameter("mislukt", Mail.Staat.MISLUKT)
            .setParameter("nu", klok.instant())
            .setParameter("id", id)
            .executeUpdate();
    if (gezet == 0) {
      throw new SignaalFout("", "Dit bericht is intussen verzonden of niet meer nodig.");
    }
    journaal.noteer(
        Notitie.van(
            wie.weergave(),
            "bericht_opnieuw",
            "Mislukt bericht opnieuw verstuurd aan " + postkamer.aanWie(em.find(Mail.class, id)) + "."));
  }
}
