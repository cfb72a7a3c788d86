package nl.besluitroute.ondersteuning;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Primary;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** The database of a test run: H2 in memory, or an embedded PostgreSQL that needs no Docker. */
@TestConfiguration(proxyBeanMethods = false)
public class Testdatabase {
  public static final boolean POSTGRESQL =
      "postgresql".equals(System.getProperty("besluitroute.test.database"));

  /** Only when the run asks for PostgreSQL. */
  static class Gevraagd implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      return POSTGRESQL;
    }
  }

  /** Outlives the pool: closed as a bean, not by a shutdown hook of its own. */
  @Bean(destroyMethod = "close")
  @Conditional(Gevraagd.class)
  EmbeddedPostgres postgres() throws IOException {
    EmbeddedPostgres.Builder bouwer =
        EmbeddedPostgres.builder()
            .setRegisterShutdownHook(false)
            // As in docker-compose.yml, whatever the machine's own language is.
            .setLocaleConfig("locale-provider", "builtin")
            .setLocaleConfig("builtin-locale", "C.UTF-8");
    if (Boolean.getBoolean("besluitroute.test.duurzaam")) {
      // As in production: a commit waits for the disk. The embedded default does not.
      bouwer
          .setServerConfig("fsync", "on")
          .setServerConfig("synchronous_commit", "on")
          .setServerConfig("full_page_writes", "on")
          // As in docker-compose.yml.
          .setServerConfig("random_page_cost", "1.1")
          .setServerConfig("shared_buffers", "512MB");
    }
    return bouwer.start();
  }

  @Bean
  @Primary
  @Conditional(Gevraagd.class)
  DataSource postgresBron(EmbeddedPostgres postgres) {
    return bron(postgres.getJdbcUrl("postgres", "postgres"), "postgres", "postgres");
  }

  @Bean
  @Primary
  @Conditional(NietGevraagd.class)
  DataSource h2Bron() {
    return bron("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
  }

  static class NietGevraagd extends Gevraagd {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      return !POSTGRESQL;
    }
  }

  private static HikariDataSource bron(String url, String gebruiker, String wachtwoord) {
    HikariDataSource bron = new HikariDataSource();
    bron.setJdbcUrl(url);
    bron.setUsername(gebruiker);
    bron.setPassword(wachtwoord);
    bron.setAutoCommit(false);
    bron.setMaximumPoolSize(16);
    return bron;
  }
}
