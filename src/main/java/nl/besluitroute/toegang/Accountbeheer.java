package nl.besluitroute.toegang;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.besluitroute.journaal.Journaal;
import nl.besluitroute.journaal.Notitie;
import nl.besluitroute.kalender.GeschrevenDatum;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.regio.Orgaan;
import nl.besluitroute.regio.Regios;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Use cases of the beheerder: people, and the roles that they hold from day to day. Nothing is
 * removed: an account is blocked, a role ends. Each change is in the journal.
 */
@Service
public class Accountbeheer {
  /** Least length of a password, in characters. */
  public static final int MIN_WACHTWOORD = 12;

  /** What the hashing takes, in bytes of UTF-8. */
  private static final int MAX_WACHTWOORD = 72;

  /** From here on a name is too particular to stand in a password by chance. */
  private static final int HERKENBARE_NAAM = 4;

  private static final Pattern NAAM = Pattern.compile("[a-z0-9][a-z0-9._-]{1,59}");

  private final EntityManager em;
  private final Accounts accounts;
  private final Toegang toegang;
  private final Regios regios;
  private final Journaal journaal;
  private final Klok klok;

  Accountbeheer(
      EntityManager em,
      Accounts accounts,
      Toegang toegang,
      Regios regios,
      Journaal journaal,
      Klok klok) {
    this.em = em;
    this.accounts = accounts;
    this.toegang = toegang;
    this.regios = regios;
    this.journaal = journaal;
    this.klok = klok;
  }

  /** A role as it was granted, also when it has ended or not yet begun. */
  public record Verlening(UUID id, Toekenning toekenning, boolean geldtNu) {}

  /**
   * An account as the beheerder sees it.
   *
   * @param geblokkeerdOp empty while it can be used
   */
  public record Overzicht(
      String naam,
      String weergave,
      boolean demo,
      Optional<Instant> geblokkeerdOp,
      List<Verlening> verleningen) {}

  /** @throws GeenToegang when the user administers no accounts */
  public void eisBeheer(Gebruiker wie) {
    toegang.eisBeheren(wie);
  }

  /** All accounts, by name. */
  @Transactional(readOnly = true)
  public List<Overzicht> alle(Gebruiker wie) {
    toegang.eisBeheren(wie);
    Map<String, List<ToekenningRij>> rijen =
        em.createQuery("select t from toekenning t", ToekenningRij.class)
            .getResultStream()
            .collect(Collectors.groupingBy(t -> t.account));
    return em.createQuery("select a from account a order by a.naam", Account.class)
        .getResultStream()
        .map(a -> overzicht(a, rijen.getOrDefault(a.naam, List.of())))
        .toList();
  }

  /** Empty when there is no such account. */
  @Transactional(readOnly = true)
  public Optional<Overzicht> zoek(String naam, Gebruiker wie) {
    toegang.eisBeheren(wie);
    return Optional.ofNullable(em.find(Account.class, naam)).map(a -> overzicht(a, accounts.rijen(naam)));
  }

  /** One's own account, with the roles that ended and those still to come. */
  @Transactional(readOnly = true)
  public Overzicht eigen(Gebruiker wie) {
    return overzicht(haal(wie.naam()), accounts.rijen(wie.naam()));
  }

  private Overzicht overzicht(Account a, List<ToekenningRij> rijen) {
    LocalDate vandaag = klok.vandaag();
    return new Overzicht(
        a.naam,
        a.weergave,
        a.demo,
        Optional.ofNullable(a.geblokkeerdOp),
        rijen.stream()
            .map(r -> new Verlening(r.id, r.toekenning(), r.toekenning().geldtOp(vandaag)))
            .sorted(
                Comparator.comparing((Verlening v) -> !v.geldtNu())
                    .thenComparing(v -> v.toekenning().rol())
                    .thenComparing(v -> v.id()))
            .toList());
  }

  /** @throws AccountFout when the name is taken or no name, or the password too weak */
  @Transactional
  public void maak(String naam, String weergave, String wachtwoord, Gebruiker wie) {
    toegang.eisBeheren(wie);
    eisNaam(naam);
    eis(em.find(Account.class, naam) == null, "naam", "Er is al een account met deze gebruikersnaam.");
    eisWeergave(weergave);
    eisWachtwoord(wachtwoord, naam);
    em.persist(new Account(naam, weergave.strip(), accounts.versleutel(wachtwoord), false));
    noteer(wie, "account_gemaakt", "Account " + naam + " gemaakt.", null);
  }

  /** @throws AccountFout when there is no such account, or no function is given */
  @Transactional
  public void wijzigWeergave(String naam, String weergave, Gebruiker wie) {
    toegang.eisBeheren(wie);
    Account account = haal(naam);
    eisWeergave(weergave);
    String was = account.weergave;
    account.weergave = weergave.strip();
    noteer(wie, "account_gewijzigd", "Account " + naam + ": functie van " + was + " naar " + account.weergave + ".", null);
  }

  /**
   * Gives the account a new password.
   *
   * @throws AccountFout when it is too weak, or the account is one of the demo
   */
  @Transactional
  public void zetWachtwoord(String naam, String wachtwoord, Gebruiker wie) {
    toegang.eisBeheren(wie);
    Account account = haal(naam);
    eisGeenDemo(account);
    eisWachtwoord(wachtwoord, naam);
    account.wachtwoord = accounts.versleutel(wachtwoord);
    noteer(wie, "wachtwoord_gewijzigd", "Account " + naam + ": nieuw wachtwoord.", null);
  }

  /**
   * Changes one's own password.
   *
   * @throws AccountFout when the present one is wrong, the new one too weak, or the account is one
   *     of the demo
   */
  @Transactional
  public void wijzigEigenWachtwoord(String oud, String nieuw, Gebruiker wie) {
    Account account = haal(wie.naam());
    eisGeenDemo(account);
    eis(accounts.klopt(oud == null ? "" : oud, account), "oud", "Uw huidige wachtwoord klopt niet.");
    eisWachtwoord(nieuw, account.naam);
    account.wachtwoord = accounts.versleutel(nieuw);
    noteer(wie, "wachtwoord_gewijzigd", "Account " + account.naam + ": nieuw wachtwoord.", null);
  }

  /**
   * The account can no longer be used, also by who is signed in with it now.
   *
   * @throws AccountFout when it would leave no beheerder, or no reason is given
   */
  @Transactional
  public void blokkeer(String naam, String reden, Gebruiker wie) {
    toegang.eisBeheren(wie);
    eisReden(reden);
    vergrendelBeheerders();
    Account account = haal(naam);
    if (account.geblokkeerdOp != null) {
      return;
    }
    account.geblokkeerdOp = klok.instant();
    LocalDate vandaag = klok.vandaag();
    if (accounts.rijen(naam).stream().anyMatch(r -> r.toekenning().rol() == Rol.BEHEERDER && r.toekenning().geldtOp(vandaag))) {
      eisBeheerderOver();
    }
    noteer(wie, "account_geblokkeerd", "Account " + naam + " geblokkeerd.", reden);
  }

  /** @throws AccountFout when no reason is given */
  @Transactional
  public void deblokkeer(String naam, String reden, Gebruiker wie) {
    toegang.eisBeheren(wie);
    Account account = haal(naam);
    eisReden(reden);
    if (account.geblokkeerdOp != null) {
      account.geblokkeerdOp = null;
      noteer(wie, "account_gedeblokkeerd", "Account " + naam + " weer te gebruiken.", reden);
    }
  }

  /**
   * Grants a role.
   *
   * @throws AccountFout when the scope does not fit the role, the days are no period or lie in the
   *     past, or the account has this role on one of those days already
   */
  @Transactional
  public void kenToe(String naam, Toekenning toekenning, Gebruiker wie) {
    toegang.eisBeheren(wie);
    Account account = haal(naam);
    controleer(toekenning);
    // The same role twice at one moment: the second waits and then sees the first.
    em.lock(account, LockModeType.PESSIMISTIC_WRITE);
    boolean heeftAl =
        accounts.rijen(naam).stream()
            .map(ToekenningRij::toekenning)
            .anyMatch(
                t ->
                    t.van(null, null).equals(toekenning.van(null, null))
                        && overlapt(t, toekenning));
    eis(!heeftAl, "", "Deze rol heeft " + account.weergave + " in die periode al.");
    em.persist(new ToekenningRij(naam, toekenning));
    noteer(
        wie,
        "rol_verleend",
        "Account "
            + naam
            + ": "
            + woorden(toekenning)
            + (toekenning.van() == null ? "" : ", vanaf " + dag(toekenning.van()))
            + (toekenning.tot() == null ? "" : ", tot en met " + dag(toekenning.tot().minusDays(1)))
            + ".",
        null);
  }

  /**
   * Ends a role. One that has not begun by then is withdrawn: it never holds.
   *
   * @param tot the first day, in Europe/Amsterdam, on which it no longer holds
   * @throws AccountFout when it would leave no beheerder, lies in the past, or the role ends by then
   *     already
   */
  @Transactional
  public void beeindig(UUID verlening, LocalDate tot, String reden, Gebruiker wie) {
    toegang.eisBeheren(wie);
    eisReden(reden);
    eis(tot != null, "tot", "Noem de dag vanaf wanneer de rol niet meer geldt.");
    eis(
        !tot.isBefore(klok.vandaag()),
        "tot",
        "Een rol eindigt vandaag of later; wat met de rol is vastgelegd blijft staan.");
    vergrendelBeheerders();
    ToekenningRij rij =
        Optional.ofNullable(em.find(ToekenningRij.class, verlening))
            .orElseThrow(() -> new AccountFout("", "Deze rol bestaat niet."));
    Toekenning was = rij.toekenning();
    eis(was.tot() == null || tot.isBefore(was.tot()), "tot", "Deze rol eindigt dan al.");
    boolean ingetrokken = was.van() != null && !tot.isAfter(was.van());
    rij.beeindig(ingetrokken ? was.van() : tot);
    if (was.rol() == Rol.BEHEERDER && !ingetrokken) {
      eisBeheerderOver();
    }
    noteer(
        wie,
        "rol_beeindigd",
        "Account "
            + rij.account
            + ": "
            + woorden(was)
            + (ingetrokken ? " ingetrokken voordat de rol begon." : ", niet meer vanaf " + dag(tot) + "."),
        reden);
  }

  /** One after the other: two administrators must not shut each other out at the same moment. */
  private void vergrendelBeheerders() {
    em.createQuery(
            """
            select a from account a
            where a.naam in (select t.account from toekenning t where t.rol = :rol) order by a.naam
            """,
            Account.class)
        .setParameter("rol", Rol.BEHEERDER)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }

  /** Somebody must be able to let others in: today, and with no end in sight. */
  private void eisBeheerderOver() {
    LocalDate vandaag = klok.vandaag();
    boolean over =
        em.createQuery("select t from toekenning t where t.rol = :rol and t.tot is null", ToekenningRij.class)
            .setParameter("rol", Rol.BEHEERDER)
            .getResultStream()
            .filter(t -> t.toekenning().geldtOp(vandaag))
            .anyMatch(t -> accounts.bruikbaar(t.account).isPresent());
    eis(over, "", "Er moet een beheerder overblijven die kan aanmelden.");
  }

  private void controleer(Toekenning t) {
    eis(
        t.van() == null || t.tot() == null || t.van().isBefore(t.tot()),
        "tot",
        "De rol eindigt voordat zij begint.");
    eis(
        t.tot() == null || t.tot().isAfter(klok.vandaag()),
        "tot",
        "De laatste dag ligt in het verleden; zo geldt de rol nooit.");
    boolean regio = t.regio() != null;
    boolean gemeente = t.gemeente() != null;
    switch (t.rol().bereik()) {
      case REGIO -> eis(regio && !gemeente, "regio", t.rol().naam() + " is iemand van een regio: kies de regio.");
      case GEMEENTE -> eis(gemeente && !regio, "gemeente", t.rol().naam() + " is iemand van een gemeente: kies de gemeente.");
      case VRIJ -> eis(!(regio && gemeente), "regio", "Kies een regio of een gemeente, niet beide.");
      case GEEN -> eis(!regio && !gemeente, "regio", t.rol().naam() + " geldt voor het hele systeem: kies geen regio of gemeente.");
    }
    if (regio) {
      eis(regios.regio(t.regio()).isPresent(), "regio", "Deze regio bestaat niet.");
    }
    if (gemeente) {
      eis(regios.gemeente(t.gemeente()).isPresent(), "gemeente", "Deze gemeente bestaat niet.");
    }
    if (t.orgaan() != null) {
      eis(t.rol() == Rol.AMBTELIJK_SECRETARIS, "orgaan", "Alleen een ambtelijk secretaris hoort bij één overleg.");
      eis(
          regios.orgaan(t.orgaan()).flatMap(Orgaan::regio).filter(r -> r.equals(t.regio())).isPresent(),
          "orgaan",
          "Dit overleg hoort niet bij de regio.");
    }
  }

  private static boolean overlapt(Toekenning a, Toekenning b) {
    return (a.tot() == null || b.van() == null || b.van().isBefore(a.tot()))
        && (b.tot() == null || a.van() == null || a.van().isBefore(b.tot()));
  }

  private String woorden(Toekenning t) {
    String waar =
        t.gemeente() != null
            ? regios.gemeente(t.gemeente()).orElseThrow().naam()
            : t.orgaan() != null
                ? regios.orgaan(t.orgaan()).orElseThrow().naam()
                : t.regio() != null ? "regio " + regios.regio(t.regio()).orElseThrow().naam() : null;
    return t.rol().naam() + (waar == null ? "" : " (" + waar + ")");
  }

  private static String dag(LocalDate dag) {
    return GeschrevenDatum.op(dag).tekst();
  }

  private Account haal(String naam) {
    return Optional.ofNullable(em.find(Account.class, naam))
        .orElseThrow(() -> new AccountFout("naam", "Er is geen account " + naam + "."));
  }

  private static void eisWeergave(String weergave) {
    eis(
        weergave != null && !weergave.isBlank() && weergave.length() <= 120,
        "weergave",
        "Noem de functie, in ten hoogste 120 tekens.");
  }

  static void eisNaam(String naam) {
    eis(
        naam != null && NAAM.matcher(naam).matches(),
        "naam",
        "Een gebruikersnaam heeft 2 tot 60 tekens: kleine letters, cijfers, punt, streepje of laag streepje.");
  }

  private static void eisGeenDemo(Account account) {
    eis(!account.demo, "", "Een account van de demonstratie houdt zijn wachtwoord.");
  }

  static void eisWachtwoord(String wachtwoord, String naam) {
    eis(
        wachtwoord != null && wachtwoord.length() >= MIN_WACHTWOORD,
        "wachtwoord",
        "Een wachtwoord heeft ten minste " + MIN_WACHTWOORD + " tekens.");
    eis(
        wachtwoord.getBytes(StandardCharsets.UTF_8).length <= MAX_WACHTWOORD,
        "wachtwoord",
        "Een wachtwoord heeft ten hoogste " + MAX_WACHTWOORD + " tekens; een letter met een accent telt voor twee.");
    eis(
        naam.length() < HERKENBARE_NAAM || !wachtwoord.toLowerCase(Locale.ROOT).contains(naam),
        "wachtwoord",
        "Het wachtwoord bevat de gebruikersnaam; kies een ander.");
  }

  private static void eisReden(String reden) {
    eis(reden != null && !reden.isBlank(), "reden", "Geef een reden.");
    eis(reden.length() <= 4000, "reden", "De reden is langer dan 4000 tekens.");
  }

  private static void eis(boolean waar, String veld, String zin) {
    if (!waar) {
      throw new AccountFout(veld, zin);
    }
  }

  private void noteer(Gebruiker wie, String soort, String tekst, String reden) {
    journaal.noteer(Notitie.van(wie.weergave(), soort, tekst).omdat(reden));
  }
}
