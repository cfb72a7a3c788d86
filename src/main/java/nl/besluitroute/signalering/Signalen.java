package nl.besluitroute.signalering;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.stream.IntStream;
import java.util.UUID;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import nl.besluitroute.journaal.Journaal;
import nl.besluitroute.journaal.Notitie;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.regio.Contact;
import nl.besluitroute.regio.Regios;
import nl.besluitroute.toegang.Accounts;
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

  private static final Duration RECENT = Duration.ofDays(14);
  private static final int TERUG = 200;

  /** Where the link goes by which the owner of an address confirms it. */
  public static final String BEVESTIG_PAD = "/mailadres";

  private final EntityManager em;
  private final Meldingen meldingen;
  private final Mailinstelling instelling;
  private final Adressen adressen;
  private final Accounts accounts;
  private final Regios regios;
  private final Journaal journaal;
  private final Klok klok;

  Signalen(
      EntityManager em,
      Meldingen meldingen,
      Mailinstelling instelling,
      Adressen adressen,
      Accounts accounts,
      Regios regios,
      Journaal journaal,
      Klok klok) {
    this.em = em;
    this.meldingen = meldingen;
    this.instelling = instelling;
    this.adressen = adressen;
    this.accounts = accounts;
    this.regios = regios;
    this.journaal = journaal;
    this.klok = klok;
  }

  /**
   * How somebody wants to be told. Without an address nothing is mailed; what is not mailed stays to
   * be read on the page.
   *
   * @param mail the address that he wants; empty for none
   * @param overzicht one mail on each working day
   * @param dringend at once what cannot wait; else it comes in the overview
   */
  public record Wens(Optional<String> mail, boolean overzicht, boolean dringend) {}

  /**
   * How somebody wants to be told, and where his mail goes meanwhile: an address that he did not
   * confirm yet gets nothing but the mail that asks him to.
   *
   * @param nu his confirmed address; empty for none
   */
  public record Voorkeuren(Wens wens, Optional<String> nu) {
    /** Whether the address that he wants is confirmed, or he wants none. */
    public boolean bevestigd() {
      return wens.mail().equals(nu);
    }
  }

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
   * As {@link #nieuwste}, without what tells of work that is done and is older than two weeks; what he
   * did not read comes whatever the number. Looks no further back than {@link #TERUG} signals.
   */
  @Transactional(readOnly = true)
  public List<Melding> zonderOudGedaan(Gebruiker wie, int hoogstens) {
    Instant grens = klok.instant().minus(RECENT);
    List<Melding> alle =
        nieuwste(wie, TERUG).stream()
            .filter(m -> !m.gedaan() || m.gemaaktOp().isAfter(grens))
            .toList();
    return IntStream.range(0, alle.size())
        .filter(i -> i < hoogstens || !alle.get(i).gelezen())
        .mapToObj(alle::get)
        .toList();
  }

  /**
   * This user has read these of his signals; what is not his is left alone. What is read before it was
   * mailed, is not mailed any more.
   *
   * @param gezien ids
   */
  public void gelezen(Collection<UUID> gezien, Gebruiker wie) {
    if (gezien.isEmpty()) {
      return;
    }
    em.createQuery(
            """
            update Signaal s set s.gelezenOp = :nu
            where s.account = :account and s.gelezenOp is null and s.id in :gezien
            """)
        .setParameter("nu", klok.instant())
        .setParameter("account", wie.naam())
        .setParameter("gezien", gezien)
        .executeUpdate();
  }

  @Transactional(readOnly = true)
  public Voorkeuren voorkeuren(Gebruiker wie) {
    Voorkeur v = em.find(Voorkeur.class, wie.naam());
    Optional<String> nu = Optional.ofNullable(v).map(een -> een.mail);
    Optional<String> wacht = adressen.van(Ontvanger.account(wie.naam())).map(a -> a.adres);
    return new Voorkeuren(
        new Wens(wacht.or(() -> nu), v == null || v.overzicht, v == null || v.dringend), nu);
  }

  /**
   * Another address counts when its owner confirmed it; the old one stays until then.
   *
   * @throws SignaalFout when the address is none, or was asked too often today
   */
  public void wijzig(Wens nieuw, Gebruiker wie) {
    wijzig(nieuw, nu -> {}, wie);
  }

  /** @param nu what may still refuse it, by how it is now */
  public void wijzig(Wens nieuw, Consumer<Voorkeuren> nu, Gebruiker wie) {
    nieuw
        .mail()
        .filter(m -> !Contact.isMail(m))
        .ifPresent(
            m -> {
              throw new SignaalFout("mail", "Dit is geen e-mailadres; schrijf het zoals naam@gemeente.nl.");
            });
    Voorkeur v = em.find(Voorkeur.class, wie.naam(), LockModeType.PESSIMISTIC_WRITE);
    nu.accept(voorkeuren(wie));
    if (v == null) {
      v = new Voorkeur(wie.naam());
      em.persist(v);
    }
    v.overzicht = nieuw.overzicht();
    v.dringend = nieuw.dringend();
    Ontvanger ik = Ontvanger.account(wie.naam());
    if (nieuw.mail().isEmpty()) {
      v.mail = null;
      adressen.vergeet(ik);
    } else if (nieuw.mail().get().equals(v.mail)) {
      adressen.vergeet(ik);
    } else if (adressen.van(ik).filter(a -> a.adres.equals(nieuw.mail().get())).isEmpty()) {
      vraag(ik, nieuw.mail().get());
    }
  }

  /**
   * Mails the link once more; the one before does not work any more.
   *
   * @throws SignaalFout when no address of his waits, or it was asked too often today
   */
  public void vraagOpnieuw(Gebruiker wie) {
    Ontvanger ik = Ontvanger.account(wie.naam());
    vraag(
        ik,
        adressen
            .van(ik)
            .orElseThrow(() -> new SignaalFout("", "Uw e-mailadres hoeft niet te worden bevestigd."))
            .adres);
  }

  private void vraag(Ontvanger ik, String adres) {
    if (adressen.vandaagGevraagd(ik) >= Adressen.PER_DAG) {
      throw new SignaalFout(
          "mail", "U vroeg vandaag al " + Adressen.PER_DAG + " keer om bevestiging. Probeer het morgen opnieuw.");
    }
    adressen.vraag(ik, adres);
  }

  /**
   * An address that waits for its owner.
   *
   * @param voor for whom mail would go there: function of the account, or name of the body
   */
  public record Bevestiging(String adres, String voor) {}

  /** What the link of a mail would confirm; empty when it was used, is too old, or never was. */
  @Transactional(readOnly = true)
  public Optional<Bevestiging> teBevestigen(String sleutel) {
    return adressen.open(sleutel).map(a -> new Bevestiging(a.adres, naam(a)));
  }

  /**
   * The owner of an address confirms it: who has the link got it there. Works once.
   *
   * @throws SignaalFout when it was used, is too old, or never was
   */
  public Bevestiging bevestig(String sleutel) {
    Adres a =
        adressen
            .open(sleutel)
            .orElseThrow(() -> new SignaalFout("", "Deze link is al gebruikt of niet meer geldig."));
    Bevestiging gedaan = new Bevestiging(a.adres, naam(a));
    if (a.account != null) {
      em.find(Voorkeur.class, a.account, LockModeType.PESSIMISTIC_WRITE).mail = a.adres;
      adressen.vergeet(a.van());
    } else {
      a.bevestigdOp = klok.instant();
      a.sleutel = null;
      journaal.noteer(
          Notitie.van(
              "contact",
              "contactadres_bevestigd",
              "Het e-mailadres van het contact van " + gedaan.voor() + " is bevestigd."));
    }
    return gedaan;
  }

  private String naam(Adres a) {
    return a.account != null
        ? accounts.zoek(a.account).map(Gebruiker::weergave).orElse(a.account)
        : regios.orgaan(a.orgaan).orElseThrow().naam();
  }

  /**
   * That somebody was told something.
   *
   * @param aan name of the account, or id of the body
   * @param stap id
   */
  public record Verteld(String aan, Signaalsoort soort, String stap, Instant op) {}

  /** All that was told about a vision, in order; without asking who may see it. */
  @Transactional(readOnly = true)
  public List<Verteld> verteld(String visie) {
    return em
        .createQuery(
            "select s from Signaal s where s.visie = :visie order by s.gemaaktOp, s.id", Signaal.class)
        .setParameter("visie", visie)
        .getResultStream()
        .map(s -> new Verteld(s.account != null ? s.account : s.orgaan, s.soort, s.stap, s.gemaaktOp))
        .toList();
  }

  /** Whether this system can mail at all. */
  public boolean mailIngericht() {
    return instelling.ingericht();
  }
}
