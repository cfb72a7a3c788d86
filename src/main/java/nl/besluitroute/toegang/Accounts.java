package nl.besluitroute.toegang;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.besluitroute.journaal.Journaal;
import nl.besluitroute.journaal.Notitie;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Accounts with their roles; roles are read again at each request, so a change counts at once. */
@Service
public class Accounts implements UserDetailsService {
  private final EntityManager em;
  private final PasswordEncoder versleuteling = PasswordEncoderFactories.createDelegatingPasswordEncoder();

  private final Journaal journaal;
  private final boolean demo;

  Accounts(EntityManager em, Journaal journaal, Environment omgeving) {
    this.em = em;
    this.journaal = journaal;
    this.demo = omgeving.acceptsProfiles(Profiles.of("demo"));
  }

  /** @throws GeenToegang when the account does not exist (any more) */
  @Transactional(readOnly = true)
  public Gebruiker gebruiker(String naam) {
    Account account =
        zoek(naam)
            .orElseThrow(() -> new GeenToegang("Dit account bestaat niet meer."));
    return new Gebruiker(account.naam, account.weergave, toekenningen(naam));
  }

  /** A demo account exists in the demo profile only, whatever the database holds. */
  private Optional<Account> zoek(String naam) {
    return Optional.ofNullable(em.find(Account.class, naam)).filter(a -> demo || !a.demo);
  }

  private List<Toekenning> toekenningen(String naam) {
    return em.createQuery("select t from toekenning t where t.account = :naam", ToekenningRij.class)
        .setParameter("naam", naam)
        .getResultStream()
        .map(t -> new Toekenning(t.rol, t.regio, t.gemeente))
        .toList();
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
      em.persist(new Account(naam, weergave, versleuteling.encode(wachtwoord), demo));
      journaal.noteer(Notitie.van("systeem", "account_gemaakt", "Account " + naam + " gemaakt."));
    }
    List<Toekenning> bestaand = toekenningen(naam);
    rollen.stream()
        .filter(rol -> !bestaand.contains(rol))
        .forEach(rol -> em.persist(new ToekenningRij(naam, rol)));
  }

  @Override
  @Transactional(readOnly = true)
  public UserDetails loadUserByUsername(String naam) {
    Account account =
        zoek(naam).orElseThrow(() -> new UsernameNotFoundException("Onbekend account"));
    String[] rollen =
        toekenningen(naam).stream().map(t -> t.rol().name()).distinct().toArray(String[]::new);
    return org.springframework.security.core.userdetails.User.withUsername(account.naam)
        .password(account.wachtwoord)
        .roles(rollen)
        .build();
  }

  @Entity(name = "account")
  static class Account {
    @Id private String naam;
    private String weergave;
    private String wachtwoord;
    private boolean demo;

    protected Account() {}

    Account(String naam, String weergave, String wachtwoord, boolean demo) {
      this.naam = naam;
      this.weergave = weergave;
      this.wachtwoord = wachtwoord;
      this.demo = demo;
    }
  }

  @Entity(name = "toekenning")
  static class ToekenningRij {
    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    private UUID id;

    private String account;

    @Enumerated(EnumType.STRING)
    @Column(length = 40)
    private Rol rol;

    private String regio;
    private String gemeente;

    protected ToekenningRij() {}

    ToekenningRij(String account, Toekenning toekenning) {
      this.account = account;
      this.rol = toekenning.rol();
      this.regio = toekenning.regio();
      this.gemeente = toekenning.gemeente();
    }
  }
}
