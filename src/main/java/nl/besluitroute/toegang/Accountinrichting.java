package nl.besluitroute.toegang;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * Which accounts a system starts with: in the demo profile the four demo accounts, refused on
 * PostgreSQL unless told so explicitly; otherwise, once, the first administrator from configuration.
 */
@Component
class Accountinrichting implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Accountinrichting.class);

  /** Before anything that fills the database. */
  private static final int FASE = -10;

  private final Accounts accounts;
  private final DataSource bron;
  private final boolean demo;
  private final boolean demoOpPostgresql;
  private final String beheerder;
  private final String wachtwoord;
  private volatile boolean gestart;

  Accountinrichting(
      Accounts accounts,
      DataSource bron,
      Environment omgeving,
      @Value("${besluitroute.demo.op-postgresql:false}") boolean demoOpPostgresql,
      @Value("${besluitroute.beheerder.naam:}") String beheerder,
      @Value("${besluitroute.beheerder.wachtwoord:}") String wachtwoord) {
    this.accounts = accounts;
    this.bron = bron;
    this.demo = omgeving.acceptsProfiles(Profiles.of("demo"));
    this.demoOpPostgresql = demoOpPostgresql;
    this.beheerder = beheerder;
    this.wachtwoord = wachtwoord;
  }

  @Override
  public void start() {
    if (demo) {
      if (opPostgresql() && !demoOpPostgresql) {
        throw new IllegalStateException(
            "The demo accounts (password 'demo') are not started on PostgreSQL. Set"
                + " SPRING_PROFILES_ACTIVE=productie for a real system, or"
                + " BESLUITROUTE_DEMO_OP_POSTGRESQL=true when this database may hold the demo.");
      }
      demoAccounts();
    } else if (accounts.leeg()) {
      eersteBeheerder();
    }
    gestart = true;
  }

  private void eersteBeheerder() {
    if (beheerder.isBlank() || wachtwoord.isBlank()) {
      LOG.info("There are no accounts yet; besluitroute.beheerder.naam and .wachtwoord make the first");
      return;
    }
    if (accounts.isDemo(beheerder)) {
      throw new IllegalStateException(
          "besluitroute.beheerder.naam is an account of the demo in this database; choose another");
    }
    try {
      Accountbeheer.eisNaam(beheerder);
      Accountbeheer.eisWachtwoord(wachtwoord, beheerder);
    } catch (AccountFout fout) {
      throw new IllegalStateException(
          "besluitroute.beheerder." + fout.veld() + ": " + fout.getMessage(), fout);
    }
    accounts.voegToe(beheerder, "Beheerder", wachtwoord, false, List.of(Toekenning.zonderBereik(Rol.BEHEERDER)));
    LOG.info("The first administrator was made from configuration; remove its password there");
  }

  private void demoAccounts() {
    List<String> regios = List.of("JZ16", "JZ20", "JZ39", "JZ04", "JZ25");
    demo("secretaris", "Ambtelijk secretaris", regios.stream().map(r -> Toekenning.inRegio(Rol.AMBTELIJK_SECRETARIS, r)).toList());
    demo("griffier", "Griffier Soest", List.of(Toekenning.inGemeente(Rol.GRIFFIER, "GM0342")));
    demo("manager", "Manager", regios.stream().map(r -> Toekenning.inRegio(Rol.MANAGER, r)).toList());
    demo("beheerder", "Beheerder", List.of(Toekenning.zonderBereik(Rol.BEHEERDER)));
  }

  private void demo(String naam, String weergave, List<Toekenning> rollen) {
    accounts.voegToe(naam, weergave, "demo", true, rollen);
  }

  private boolean opPostgresql() {
    try (Connection verbinding = bron.getConnection()) {
      return verbinding.getMetaData().getDatabaseProductName().equals("PostgreSQL");
    } catch (SQLException e) {
      throw new IllegalStateException("The database does not answer", e);
    }
  }

  @Override
  public void stop() {
    gestart = false;
  }

  @Override
  public boolean isRunning() {
    return gestart;
  }

  @Override
  public int getPhase() {
    return FASE;
  }
}
