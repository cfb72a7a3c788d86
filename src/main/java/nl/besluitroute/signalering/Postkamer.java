package nl.besluitroute.signalering;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.besluitroute.agenda.Aantallen;
import nl.besluitroute.agenda.Agenda;
import nl.besluitroute.agenda.AgendaTaak;
import nl.besluitroute.agenda.Werkkeuze;
import nl.besluitroute.journaal.Journaal;
import nl.besluitroute.journaal.Notitie;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.kalender.Werkdagen;
import nl.besluitroute.regio.Orgaan;
import nl.besluitroute.regio.Regios;
import nl.besluitroute.toegang.Accounts;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.visie.Regiovisie;
import nl.besluitroute.visie.Vertrouwelijkheden;
import nl.besluitroute.visie.Visies;
import nl.besluitroute.visie.Zicht;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * From signals to mails that went out, in steps that each commit: signals get a mail with its
 * Message-ID, somebody claims the mail, the server accepts it, it is marked and noted. Who dies in
 * between leaves a mail that is tried again under the same Message-ID: at least once. Any number of
 * nodes may do this at the same time; all they share is the database.
 */
@Component
class Postkamer {
  private static final Logger LOG = LoggerFactory.getLogger(Postkamer.class);

  /** How long who claimed a mail has to send it; longer than the mail server may take. */
  static final Duration BEURT = Duration.ofMinutes(5);

  /** After so many attempts, about three days, a mail is given up. */
  static final int POGINGEN = 20;

  /** What nobody mailed for so long, as there was no server or no address, is left to the page. */
  static final Duration VERS = Duration.ofDays(7);

  private static final Duration LANGSTE_WACHT = Duration.ofHours(6);
  private static final int PER_RONDE = 100;
  private static final int WERK = 20;

  private final EntityManager em;
  private final TransactionTemplate transactie;
  private final Meldingen meldingen;
  private final Mailopmaak opmaak;
  private final Adressen adressen;
  private final Mailinstelling instelling;
  private final Agenda agenda;
  private final Visies visies;
  private final Vertrouwelijkheden vertrouwelijkheden;
  private final Accounts accounts;
  private final Regios regios;
  private final Werkdagen werkdagen;
  private final Journaal journaal;
  private final Klok klok;

  Postkamer(
      EntityManager em,
      PlatformTransactionManager transacties,
      Meldingen meldingen,
      Mailopmaak opmaak,
      Adressen adressen,
      Mailinstelling instelling,
      Agenda agenda,
      Visies visies,
      Vertrouwelijkheden vertrouwelijkheden,
      Accounts accounts,
      Regios regios,
      Werkdagen werkdagen,
      Journaal journaal,
      Klok klok) {
    this.em = em;
    this.transactie = new TransactionTemplate(transacties);
    this.meldingen = meldingen;
    this.opmaak = opmaak;
    this.adressen = adressen;
    this.instelling = instelling;
    this.agenda = agenda;
    this.visies = visies;
    this.vertrouwelijkheden = vertrouwelijkheden;
    this.accounts = accounts;
    this.regios = regios;
    this.werkdagen = werkdagen;
    this.journaal = journaal;
    this.klok = klok;
  }

  // -- from signals to mails ---------------------------------------------------------------------

  /** The mails that ask the owners of addresses. */
  void vraagBevestiging() {
    List<String> adres = transactie.execute(s -> adressen.teVragen());
    adres.forEach(id -> transactie.executeWithoutResult(s -> adressen.maakMail(id)));
  }

  /**
   * What cannot wait: all that there is for one reader in one mail. Of a body's contact who did not
   * confirm his address it waits, and he is asked.
   */
  void bundel() {
    List<Ontvanger> wie =
        transactie.execute(
            s ->
                em.createQuery(
                        """
                        select distinct s.account, s.orgaan from Signaal s
                        where s.mail is null and s.dringend = true and s.gelezenOp is null and s.gemaaktOp > :sinds
                          and (s.orgaan is not null or exists (
                            select v from Voorkeur v
                            where v.account = s.account and v.mail is not null and v.dringend = true))
                        """,
                        Object[].class)
                    .setParameter("sinds", klok.instant().minus(VERS))
                    .getResultStream()
                    .map(rij -> new Ontvanger((String) rij[0], (String) rij[1]))
                    .toList());
    wie.forEach(
        o ->
            transactie.executeWithoutResult(
                status -> {
                  if (o.orgaan() != null && !isBevestigd(o)) {
                    return;
                  }
                  if (hangAan(bewaar(new Mail(o, null, instelling.domein(), klok.instant())), true) == 0) {
                    status.setRollbackOnly(); // Another node was first.
                  }
                }));
  }

  private boolean isBevestigd(Ontvanger orgaan) {
    Optional<String> adres = contact(orgaan.orgaan());
    boolean bevestigd = adres.filter(a -> adressen.bevestigd(orgaan, a)).isPresent();
    if (adres.isPresent() && !bevestigd && !isGevraagd(orgaan, adres.get())) {
      adressen.vraag(orgaan, adres.get());
    }
    return bevestigd;
  }

  /** Once for each time that a link works, so that a contact who does not answer is not flooded. */
  private boolean isGevraagd(Ontvanger orgaan, String adres) {
    Instant nu = klok.instant();
    return adressen
        .van(orgaan)
        .filter(a -> a.adres.equals(adres) && (a.geldigTot == null || a.geldigTot.isAfter(nu)))
        .isPresent();
  }

  private Optional<String> contact(String orgaan) {
    return regios.contacten(List.of(orgaan)).stream().flatMap(c -> c.mail().stream()).findFirst();
  }

  /**
   * The overviews of today, once a day for each person who wants one: on working days, from the hour
   * that is set. Who has nothing to read gets none, and none later that day.
   */
  void overzichten() {
    LocalDate vandaag = klok.vandaag();
    if (!werkdagen.isWerkdag(vandaag)
        || klok.instant().isBefore(vandaag.atTime(instelling.overzichtOm()).atZone(Klok.ZONE).toInstant())) {
      return;
    }
    List<String> wie =
        transactie.execute(
            s ->
                em.createQuery(
                        """
                        select v.account from Voorkeur v
                        where v.mail is not null and v.overzicht = true and not exists (
                          select m from Mail m where m.account = v.account and m.overzichtVan = :vandaag)
                        order by v.account
                        """,
                        String.class)
                    .setParameter("vandaag", vandaag)
                    .getResultList());
    wie.forEach(account -> transactie.executeWithoutResult(status -> maakOverzicht(account, vandaag)));
    if (!wie.isEmpty()) {
      transactie.executeWithoutResult(status -> ruimOp(vandaag));
    }
  }

  /** Who makes it holds the reader's preference meanwhile; who comes second sees that it is there. */
  private void maakOverzicht(String account, LocalDate vandaag) {
    em.find(Voorkeur.class, account, LockModeType.PESSIMISTIC_WRITE);
    if (!em.createQuery("select m.id from Mail m where m.account = :account and m.overzichtVan = :vandaag", UUID.class)
        .setParameter("account", account)
        .setParameter("vandaag", vandaag)
        .getResultList()
        .isEmpty()) {
      return;
    }
    Mail mail = bewaar(new Mail(Ontvanger.account(account), vandaag, instelling.domein(), klok.instant()));
    // An overview that could not go out gives its signals to today's.
    em.createQuery(
            """
            update Signaal s set s.mail = :nieuw where s.mail in (
              select m.id from Mail m where m.account = :account and m.overzichtVan < :vandaag and m.staat in :open)
            """)
        .setParameter("nieuw", mail.id)
        .setParameter("account", account)
        .setParameter("vandaag", vandaag)
        .setParameter("open", List.of(Mail.Staat.KLAAR, Mail.Staat.MISLUKT))
        .executeUpdate();
    em.createQuery(
            "update Mail m set m.staat = :vervallen where m.account = :account and m.overzichtVan < :vandaag and m.staat in :open")
        .setParameter("vervallen", Mail.Staat.VERVALLEN)
        .setParameter("account", account)
        .setParameter("vandaag", vandaag)
        .setParameter("open", List.of(Mail.Staat.KLAAR, Mail.Staat.MISLUKT))
        .executeUpdate();
    hangAan(mail, false);
    if (inhoud(mail).isEmpty()) {
      mail.staat = Mail.Staat.VERVALLEN;
    }
  }

  /** That there was nothing to say on a day need not be kept. */
  private void ruimOp(LocalDate vandaag) {
    em.createQuery(
            """
            delete from Mail m where m.staat = :vervallen and m.overzichtVan < :vandaag
              and not exists (select s from Signaal s where s.mail = m.id)
            """)
        .setParameter("vervallen", Mail.Staat.VERVALLEN)
        .setParameter("vandaag", vandaag)
        .executeUpdate();
  }

  /**
   * Removes signals older than is set and the mails that told them. What tells of work that is still
   * open and was never mailed stays, and so does what is still to go out. What was sent stands in the
   * journal, from which nothing is removed.
   *
   * @return how many signals went
   */
  int verwijderOude() {
    Instant grens = klok.instant().minus(Duration.ofDays(instelling.bewaardagen()));
    return transactie.execute(
        s -> {
          List<String> taken =
              em.createQuery(
                      "select distinct s.taak from Signaal s where s.taak is not null and s.gemaaktOp < :grens",
                      String.class)
                  .setParameter("grens", grens)
                  .getResultList();
          Set<String> open = new HashSet<>(agenda.vind(taken).keySet());
          open.add(""); // A list in a query is never empty.
          int weg =
              em.createQuery(
                      """
                      delete from Signaal s where s.gemaaktOp < :grens
                        and (s.taak is null or s.taak not in :open
                          or exists (select v from Mail v where v.id = s.mail and v.staat = :verzonden))
                        and not exists (select m from Mail m where m.id = s.mail and m.staat in :onderweg)
                      """)
                  .setParameter("grens", grens)
                  .setParameter("open", open)
                  .setParameter("verzonden", Mail.Staat.VERZONDEN)
                  .setParameter("onderweg", List.of(Mail.Staat.KLAAR, Mail.Staat.MISLUKT))
                  .executeUpdate();
          em.createQuery(
                  """
                  delete from Mail m where m.gemaaktOp < :grens and m.staat not in :onderweg
                    and not exists (select s from Signaal s where s.mail = m.id)
                  """)
              .setParameter("grens", grens)
              .setParameter("onderweg", List.of(Mail.Staat.KLAAR, Mail.Staat.MISLUKT))
              .executeUpdate();
          return weg;
        });
  }

  private Mail bewaar(Mail mail) {
    em.persist(mail);
    em.flush();
    return mail;
  }

  /** Gives the reader's unread signals without a mail this one; who comes second finds none. */
  private int hangAan(Mail mail, boolean alleenDringend) {
    return em.createQuery(
            """
            update Signaal s set s.mail = :mail
            where s.mail is null and s.gelezenOp is null and s.gemaaktOp > :sinds
              and (s.account = :account or s.orgaan = :orgaan) and (s.dringend = true or :alles = true)
            """)
        .setParameter("mail", mail.id)
        .setParameter("sinds", klok.instant().minus(VERS))
        .setParameter("account", mail.account)
        .setParameter("orgaan", mail.orgaan)
        .setParameter("alles", !alleenDringend)
        .executeUpdate();
  }

  // -- sending -----------------------------------------------------------------------------------

  /**
   * Sends what is ready. Stops at a mail server that does not answer: the rest is left for later.
   *
   * @return how many mails the server accepted
   */
  int verstuur(JavaMailSender post) {
    int verzonden = 0;
    for (UUID id : klaar()) {
      if (!claim(id)) {
        continue;
      }
      Bericht bericht;
      try {
        Optional<Bericht> gemaakt = transactie.execute(s -> bericht(id, post));
        if (gemaakt.isEmpty()) {
          transactie.executeWithoutResult(s -> vervalt(id));
          continue;
        }
        bericht = gemaakt.get();
        post.send(bericht.mail());
      } catch (MailException e) {
        mislukt(id, e);
        if (!(e instanceof MailSendException) || e.getCause() != null || diepste(e) instanceof IOException) {
          return verzonden; // Not this mail is refused: the server is away, or too slow.
        }
        continue;
      } catch (RuntimeException e) {
        // One mail that cannot be made must not hold up the others; it is kept and shown with its error.
        mislukt(id, e);
        continue;
      }
      Set<UUID> gemeld = bericht.gemeld();
      transactie.executeWithoutResult(s -> verzonden(id, gemeld));
      verzonden++;
    }
    return verzonden;
  }

  private List<UUID> klaar() {
    return transactie.execute(
        s ->
            em.createQuery(
                    "select m.id from Mail m where m.staat = :klaar and m.volgendeOp <= :nu order by m.volgendeOp, m.id",
                    UUID.class)
                .setParameter("klaar", Mail.Staat.KLAAR)
                .setParameter("nu", klok.instant())
                .setMaxResults(PER_RONDE)
                .getResultList());
  }

  /** By one conditional update: of two nodes one gets it, and nobody else until its turn is over. */
  private boolean claim(UUID id) {
    Instant nu = klok.instant();
    return transactie.execute(
            s ->
                em.createQuery(
                        """
                        update Mail m set m.pogingen = m.pogingen + 1, m.volgendeOp = :eind
                        where m.id = :id and m.staat = :klaar and m.volgendeOp <= :nu
                        """)
                    .setParameter("eind", nu.plus(BEURT))
                    .setParameter("id", id)
                    .setParameter("klaar", Mail.Staat.KLAAR)
                    .setParameter("nu", nu)
                    .executeUpdate())
        == 1;
  }

  /** @param gemeld ids of the signals of which it tells: what was done or hidden meanwhile is left out */
  private record Bericht(MimeMessage mail, Set<UUID> gemeld) {}

  private Optional<Bericht> bericht(UUID id, JavaMailSender post) {
    Mail mail = em.find(Mail.class, id);
    if (mail.bevestigt != null) {
      return adressen
          .vanMail(mail)
          .filter(a -> a.account == null || accounts.zoek(a.account).isPresent())
          .map(a -> new Bericht(vraag(mail, a, post), Set.of()));
    }
    Optional<String> aan = adres(mail);
    Optional<Mailopmaak.Inhoud> inhoud = aan.flatMap(a -> inhoud(mail));
    return inhoud.map(
        i -> {
          try {
            return new Bericht(
                opmaak.maak(post.createMimeMessage(), mail, aan.get(), i),
                i.meldingen().stream().map(Melding::id).collect(Collectors.toSet()));
          } catch (MessagingException e) {
            throw new IllegalStateException("The mail cannot be made: " + e.getMessage(), e);
          }
        });
  }

  private MimeMessage vraag(Mail mail, Adres a, JavaMailSender post) {
    try {
      return opmaak.maakVraag(
          post.createMimeMessage(),
          mail,
          a.adres,
          aanWie(mail),
          a.sleutel,
          Signaalschrijver.DAG.format(a.geldigTot.minus(Duration.ofDays(1)).atZone(Klok.ZONE)));
    } catch (MessagingException e) {
      throw new IllegalStateException("The mail cannot be made: " + e.getMessage(), e);
    }
  }

  /**
   * Where it goes now; none when the account was blocked, or the address taken away or not confirmed.
   */
  private Optional<String> adres(Mail mail) {
    if (mail.account == null) {
      return contact(mail.orgaan).filter(a -> adressen.bevestigd(mail.ontvanger(), a));
    }
    return accounts
        .zoek(mail.account)
        .flatMap(g -> Optional.ofNullable(em.find(Voorkeur.class, g.naam())))
        .map(v -> v.mail);
  }

  private Optional<Mailopmaak.Inhoud> inhoud(Mail mail) {
    List<Signaal> signalen = signalen(mail.id);
    if (mail.account == null) {
      Orgaan orgaan = regios.orgaan(mail.orgaan).orElseThrow();
      return Optional.of(
              new Mailopmaak.Inhoud(
                  null,
                  meldingen.perMail(signalen),
                  List.of(),
                  0,
                  0,
                  "U ontvangt dit bericht van Besluitroute omdat dit adres daar staat als contact van "
                      + orgaan.naam()
                      + "."))
          .filter(i -> !i.leeg());
    }
    Optional<Gebruiker> wie = accounts.zoek(mail.account);
    return wie.map(
            g -> {
              List<Melding> nieuw = meldingen.perMail(signalen, g);
              String waarom =
                  "U ontvangt dit bericht van Besluitroute als "
                      + g.weergave()
                      + ". Wat u wilt ontvangen, kiest u op "
                      + instelling.adres()
                      + "/signalen.";
              if (mail.overzichtVan == null) {
                return new Mailopmaak.Inhoud(null, nieuw, List.of(), 0, 0, waarom);
              }
              Aantallen aantal = agenda.aantallen(g, Werkkeuze.ALLES);
              List<Mailopmaak.Werk> werk =
                  aantal.teLaat() + aantal.dezeWeek() == 0 ? List.of() : werk(g);
              return new Mailopmaak.Inhoud(
                  mail.overzichtVan, nieuw, werk, aantal.teLaat(), aantal.dezeWeek(), waarom);
            })
        .filter(i -> !i.leeg());
  }

  private List<Signaal> signalen(UUID mail) {
    return em.createQuery(
            "select s from Signaal s where s.mail = :mail order by s.dringend desc, s.gemaaktOp, s.id", Signaal.class)
        .setParameter("mail", mail)
        .getResultList();
  }

  /** The first of what is late or due this week, what falls due first on top. */
  private List<Mailopmaak.Werk> werk(Gebruiker wie) {
    Instant nu = klok.instant();
    LocalDate zondag = klok.vandaag().with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
    List<AgendaTaak> taken =
        agenda.werk(wie, Werkkeuze.ALLES, Optional.empty(), WERK).rijen().stream()
            .filter(t -> t.uiterlijk().filter(dag -> !dag.isAfter(zondag)).isPresent())
            .toList();
    Map<String, Regiovisie> bijVisie =
        visies.visies(taken.stream().map(AgendaTaak::visie).distinct().toList());
    Map<String, Zicht> zicht = vertrouwelijkheden.zicht(bijVisie.values(), wie);
    return taken.stream()
        .map(
            t -> {
              boolean gemerkt = zicht.get(t.visie()).merkVanVisie().isPresent();
              return new Mailopmaak.Werk(
                  gemerkt ? "Werk aan een vertrouwelijk stuk" : t.naam(),
                  gemerkt ? null : bijVisie.get(t.visie()).titel(),
                  t.uiterlijk().orElseThrow(),
                  !nu.isBefore(t.verlooptOp().orElseThrow()),
                  "/taken/" + t.taak());
            })
        .toList();
  }

  /** The server accepted it. A mail that another node sent meanwhile, as our turn was over, is noted once. */
  private void verzonden(UUID id, Set<UUID> gemeld) {
    int gezet =
        em.createQuery(
                "update Mail m set m.staat = :verzonden, m.verzondenOp = :nu, m.fout = null where m.id = :id and m.staat = :klaar")
            .setParameter("verzonden", Mail.Staat.VERZONDEN)
            .setParameter("nu", klok.instant())
            .setParameter("id", id)
            .setParameter("klaar", Mail.Staat.KLAAR)
            .executeUpdate();
    if (gezet == 0) {
      return;
    }
    Mail mail = em.find(Mail.class, id);
    String aan = aanWie(mail);
    if (mail.bevestigt != null) {
      journaal.noteer(
          Notitie.van("systeem", Signalen.VERZONDEN, "Om bevestiging van een e-mailadres gevraagd: " + aan + "."));
      return;
    }
    String hoe = mail.overzichtVan == null ? "Per e-mail gemeld aan " : "In het dagelijks overzicht gemeld aan ";
    Map<String, List<Signaal>> perVisie =
        signalen(id).stream()
            .filter(s -> gemeld.contains(s.id))
            .collect(Collectors.groupingBy(s -> s.visie, TreeMap::new, Collectors.toList()));
    perVisie.forEach(
        (visie, eigen) ->
            journaal.noteer(
                Notitie.van("systeem", Signalen.VERZONDEN, hoe + aan + ": " + soorten(eigen) + ".").bijVisie(visie)));
    if (perVisie.isEmpty()) {
      journaal.noteer(Notitie.van("systeem", Signalen.VERZONDEN, "Dagelijks overzicht gemaild aan " + aan + "."));
    }
  }

  /** A function or a body; an address does not belong in what is kept for good. */
  String aanWie(Mail mail) {
    return mail.account == null
        ? regios.orgaan(mail.orgaan).map(Orgaan::naam).orElse(mail.orgaan)
        : accounts.zoek(mail.account).map(Gebruiker::weergave).orElse(mail.account);
  }

  /** As '2 keer te laat, herinnering'. */
  private static String soorten(List<Signaal> signalen) {
    return signalen.stream()
        .collect(Collectors.groupingBy(s -> s.soort, TreeMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .sorted(Comparator.comparing(Map.Entry::getKey))
        .map(e -> (e.getValue() == 1 ? "" : e.getValue() + " keer ") + e.getKey().naam())
        .collect(Collectors.joining(", "));
  }

  /**
   * There is nothing to send, or nobody to send it to. A body's contact who has another address by now
   * is told at that one: its signals wait for it to be confirmed, as those that came later do.
   */
  private void vervalt(UUID id) {
    Mail mail = em.find(Mail.class, id);
    mail.staat = Mail.Staat.VERVALLEN;
    if (mail.bevestigt == null && mail.account == null && adres(mail).isEmpty()) {
      em.createQuery("update Signaal s set s.mail = null where s.mail = :mail")
          .setParameter("mail", id)
          .executeUpdate();
    }
  }

  /** Again after one minute, two, four and so on, at most six hours apart. */
  private void mislukt(UUID id, Exception fout) {
    transactie.executeWithoutResult(
        s -> {
          Mail mail = em.find(Mail.class, id);
          mail.fout = Signaal.kort(Mailopmaak.eenRegel(oorzaak(fout)), 1000);
          Duration wacht = Duration.of(1L << Math.min(mail.pogingen - 1, 20), ChronoUnit.MINUTES);
          mail.volgendeOp = klok.instant().plus(wacht.compareTo(LANGSTE_WACHT) < 0 ? wacht : LANGSTE_WACHT);
          if (mail.pogingen >= POGINGEN) {
            mail.staat = Mail.Staat.MISLUKT;
            LOG.warn("Mail {} failed for good: {}. See /beheer/techniek", mail.messageId, mail.fout);
          }
        });
  }

  private static String oorzaak(Throwable fout) {
    Throwable diepst = diepste(fout);
    return diepst.getClass().getSimpleName() + ": " + diepst.getMessage();
  }

  private static Throwable diepste(Throwable fout) {
    Throwable diepst = fout;
    if (fout instanceof MailSendException een && !een.getFailedMessages().isEmpty()) {
      diepst = een.getFailedMessages().values().iterator().next();
    }
    while (diepst.getCause() != null && diepst.getCause() != diepst) {
      diepst = diepst.getCause();
    }
    return diepst;
  }
}
