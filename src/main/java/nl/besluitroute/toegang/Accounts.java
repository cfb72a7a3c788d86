package nl.besluitroute.toegang;

import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.besluitroute.journaal.Journaal;
import nl.besluitroute.journaal.Notitie;
import nl.besluitroute.kalender.Klok;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Accounts with the roles that hold today. They are read again at each request, so that a change
 * counts at once. Whichever way somebody signs in, its name leads to {@link #gebruiker}.
 */
@Service
public class Accounts {
  private final EntityManager em;
  private final PasswordEncoder versleuteling;
  private final Journaal journaal;
  private final Klok klok;
  private final boolean demo;

  Accounts(
      EntityManager em,
      PasswordEncoder versleuteling,
      Journaal journaal,
      Klok klok,
      Environment omgeving) {
    this.em = em;
    this.versleuteling = versleuteling;
    this.journaal = journaal;
    this.klok = klok;
    this.demo = omgeving.acceptsProfiles(Profiles.of("demo"));
  }

  /**
   * Who this is, with the roles that hold today.
   *
   * @throws GeenToegang when the account does not exist (any more) or is blocked
   */
  @Transactional(readOnly = true)
  public Gebruiker gebruiker(String naam) {
    return zoek(naam)
        .orElseThrow(() -> new GeenToegang("Dit account bestaat niet meer of is geblokkeerd."));
  }

  /** As {@link #gebruiker}; empty when the account does not exist (any more) or is blocked. */
  @Transactional(readOnly = true)
  public Optional<Gebruiker> zoek(String naam) {
    return bruikbaar(naam).map(a -> new Gebruiker(a.naam, a.weergave, toekenningen(naam)));
  }

  /** A demo account exists in the demo profile only, whatever the database holds. */
  Optional<Account> bruikbaar(String naam) {
    return Optional.ofNullable(em.find(Account.class, naam))
        .filter(a -> demo || !a.demo)
        .filter(a -> a.geblokkeerdOp == null);
  }

  private List<Toekenning> toekenningen(String naam) {
    LocalDate vandaag = klok.vandaag();
    return rijen(naam).stream()
        .map(ToekenningRij::toekenning)
        .filter(t -> t.geldtOp(vandaag))
        .toList();
  }

  List<ToekenningRij> rijen(String naam) {
    return em.createQuery("select t from toekenning t where t.account = :naam", ToekenningRij.class)
        .setParameter("naam", naam)
        .getResultList();
  }

  /** Somebody to whom work can be given. */
  public record Collega(String naam, String weergave) {}

  /**
   * Who else records today in a region or for a municipality where this user does, by function.
   * Whether he may record one piece of work is asked when it is given to him.
   */
  @Transactional(readOnly = true)
  public List<Collega> collegas(Gebruiker wie) {
    Set<String> regios = vastlegt(wie, Toekenning::regio);
    Set<String> gemeenten = vastlegt(wie, Toekenning::gemeente);
    LocalDate vandaag = klok.vandaag();
    Set<String> namen =
        em.createQuery(
                "select t from toekenning t where t.regio in :regios or t.gemeente in :gemeenten",
                ToekenningRij.class)
            .setParameter("regios", regios.isEmpty() ? Set.of("") : regios)
            .setParameter("gemeenten", gemeenten.isEmpty() ? Set.of("") : gemeenten)
            .getResultStream()
            .filter(rij -> rij.toekenning().rol().legtVast() && rij.toekenning().geldtOp(vandaag))
            .map(rij -> rij.account)
            .filter(naam -> !naam.equals(wie.naam()))
            .collect(Collectors.toSet());
    return namen.stream()
        .flatMap(naam -> bruikbaar(naam).stream())
        .map(a -> new Collega(a.naam, a.weergave))
        .sorted(Comparator.comparing(Collega::weergave).thenComparing(Collega::naam))
        .toList();
  }

  /**
   * Who records today in one of these regions or for this municipality, in any function, by name.
   *
   * @param gemeente null for none
   */
  @Transactional(readOnly = true)
  public List<Gebruiker> vastleggers(Collection<String> regios, String gemeente) {
    LocalDate vandaag = klok.vandaag();
    Map<String, List<Toekenning>> perAccount = new TreeMap<>();
    em.createQuery(
            """
            select t from toekenning t where t.account in
              (select x.account from toekenning x where x.regio in :regios or x.gemeente = :gemeente)
            """,
            ToekenningRij.class)
        .setParameter("regios", regios.isEmpty() ? Set.of("") : regios)
        .setParameter("gemeente", gemeente == null ? "" : gemeente)
        // Asked for each fact of a large transaction, which changes no roles.
        .setFlushMode(FlushModeType.COMMIT)
        .getResultStream()
        .filter(rij -> rij.toekenning().geldtOp(vandaag))
        .forEach(rij -> perAccount.computeIfAbsent(rij.account, a -> new ArrayList<>()).add(rij.toekenning()));
    return perAccount.entrySet().stream()
        .filter(e -> e.getValue().stream().anyMatch(t -> t.rol().legtVast()))
        .flatMap(e -> bruikbaar(e.getKey()).map(a -> new Gebruiker(a.naam, a.weergave, e.getValue())).stream())
        .toList();
  }

  private static Set<String> vastlegt(Gebruiker wie, Function<Toekenning, String> waar) {
    return wie.toekenningen().stream()
        .filter(t -> t.rol().legtVast() && waar.apply(t) != null)
        .map(waar)
        .collect(Collectors.toSet());
  }

  /** Whether there is no account but those of the demo. */
  @Transactional(readOnly = true)
  public boolean leeg() {
    return em.createQuery("select count(a) from account a where not a.demo", Long.class).getSingleResult() == 0;
  }

  /** Whether the name is taken by an account of the demo. */
  @Transactional(readOnly = true)
  public boolean isDemo(String naam) {
    Account account = em.find(Account.class, naam);
    return account != null && account.demo;
  }

  /** Adds an account; one that exists keeps its password and gets the roles that it lacks. */
  @Transactional
  public void voegToe(
      String naam, String weergave, String wachtwoord, boolean demo, List<Toekenning> rollen) {
    if (em.find(Account.class, naam) == null) {
      em.persist(new Account(naam, weergave, versleutel(wachtwoord), demo));
      journaal.noteer(Notitie.van("systeem", "account_gemaakt", "Account " + naam + " gemaakt."));
    }
    List<Toekenning> bestaand = rijen(naam).stream().map(ToekenningRij::toekenning).toList();
    rollen.stream()
        .filter(rol -> !bestaand.contains(rol))
        .forEach(
            rol -> {
              em.persist(new ToekenningRij(naam, rol));
              journaal.noteer(
                  Notitie.van("systeem", "rol_verleend", "Account " + naam + ": " + rol.rol().naam() + "."));
            });
  }

  String versleutel(String wachtwoord) {
    return versleuteling.encode(wachtwoord);
  }

  boolean klopt(String wachtwoord, Account account) {
    return versleuteling.matches(wachtwoord, account.wachtwoord);
  }

  /** As the password provider asks for it. */
  @Transactional(readOnly = true)
  UserDetails voorAanmelding(String naam) {
    Account account =
        bruikbaar(naam).orElseThrow(() -> new UsernameNotFoundException("Onbekend account"));
    return new Aangemelde(account, toekenningen(naam).stream().map(Toekenning::rol).distinct().toList());
  }

  /** Whether the account still has the password with which he signed in; one that is gone has none. */
  @Transactional(readOnly = true)
  boolean wachtwoordGeldt(Aangemelde wie) {
    Account account = em.find(Account.class, wie.getUsername());
    return account != null && wie.geldtVoor(account);
  }
}
