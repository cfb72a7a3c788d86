package nl.besluitroute.web;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.liquibase.LiquibaseAutoConfiguration;
import org.springframework.boot.autoconfigure.orm.jpa.HibernateJpaAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Profile;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;

/**
 * The pages with made-up content and without database or engine, to look at them and to test them
 * in a browser. Run {@link #main} and sign in as secretaris, password demo.
 */
public final class VoorbeeldApp {

  private VoorbeeldApp() {}

  public static void main(String[] args) {
    start(args.length > 0 ? Integer.parseInt(args[0]) : 8191);
  }

  /** Starts on a port, 0 for any free one; the port is in {@code local.server.port}. */
  public static ConfigurableApplicationContext start(int poort) {
    var app = new SpringApplication(Inrichting.class);
    app.setAdditionalProfiles("voorbeeld", "demo");
    return app.run(
        "--server.port=" + poort, "--spring.main.banner-mode=off", "--logging.level.root=WARN");
  }

  /** Behind a profile, so that a component scan of the real application never finds it. */
  @Configuration(proxyBeanMethods = false)
  @Profile("voorbeeld")
  @EnableAutoConfiguration(
      exclude = {
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        HibernateJpaAutoConfiguration.class,
        LiquibaseAutoConfiguration.class,
        CamundaBpmAutoConfiguration.class
      })
  @Import({
    Beveiliging.class,
    InvoerGrens.class,
    FoutAfhandeling.class,
    FoutController.class,
    Schil.class,
    DemoAccountsOpDePagina.class,
    AanmeldController.class,
    VoorbeeldController.class
  })
  static class Inrichting {

    @Bean
    UserDetailsService accounts() {
      var accounts = new InMemoryUserDetailsManager();
      for (String naam : new String[] {"secretaris", "griffier", "manager", "beheerder"}) {
        accounts.createUser(User.withUsername(naam).password("{noop}demo").roles("X").build());
      }
      return accounts;
    }

    @Bean
    Schil.WieIsWie wieIsWie() {
      return account ->
          account.getName().equals("griffier")
              ? new Schil.Wie("Griffier", "gemeente Laren")
              : new Schil.Wie("Ambtelijk secretaris", "regio Gooi en Vechtstreek");
    }

    @Bean
    Clock klok() {
      return Clock.fixed(Instant.parse("2021-08-25T10:00:00Z"), ZoneId.of("Europe/Amsterdam"));
    }
  }
}
