package nl.besluitroute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import liquibase.integration.spring.SpringLiquibase;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** On which databases the tables are made. */
class MigratieTest {
  private static DriverManagerDataSource bron(String verder) {
    return new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1" + verder, "sa", "");
  }

  private static void migreer(DriverManagerDataSource bron) throws Exception {
    SpringLiquibase liquibase = new SpringLiquibase();
    liquibase.setDataSource(bron);
    liquibase.setChangeLog("classpath:db/changelog/db.changelog-master.yaml");
    liquibase.setResourceLoader(new DefaultResourceLoader());
    liquibase.afterPropertiesSet();
  }

  private static long tabellen(DriverManagerDataSource bron) {
    return new JdbcTemplate(bron)
        .queryForObject(
            "select count(*) from information_schema.tables where table_schema = 'PUBLIC' and lower(table_name) = 'visie'",
            Long.class);
  }

  @Test
  void een_database_die_tekst_naar_de_regels_van_een_taal_ordent_wordt_geweigerd_en_blijft_leeg() throws Exception {
    DriverManagerDataSource taal = bron(";INIT=SET COLLATION DUTCH");
    assertThatThrownBy(() -> migreer(taal)).hasMessageContaining("LOCALE_PROVIDER builtin");
    assertThat(tabellen(taal)).isZero();
    DriverManagerDataSource codepunt = bron("");
    migreer(codepunt);
    assertThat(tabellen(codepunt)).isOne();
  }
}
