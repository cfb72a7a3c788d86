package nl.besluitroute.toegang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import javax.sql.DataSource;
import nl.besluitroute.ondersteuning.Databaseproef;
import nl.besluitroute.ondersteuning.Testdatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

class AccountinrichtingIT extends Databaseproef {
  @Autowired Accounts accounts;
  @Autowired DataSource bron;
  @Autowired JdbcTemplate jdbc;

  @BeforeEach
  @AfterEach
  void zonderAccounts() {
    proef.zonderAccounts();
  }

  private Accountinrichting inrichting(String profiel, boolean demoOpPostgresql, String wachtwoord) {
    MockEnvironment omgeving = new MockEnvironment();
    omgeving.setActiveProfiles(profiel);
    return new Accountinrichting(accounts, bron, omgeving, demoOpPostgresql, "eerste", wachtwoord);
  }

  @Test
  void deDemoAccountsBestaanOpDeIngebouwdeDatabaseEnOpPostgresqlAlleenAlsHetUitdrukkelijkMag() {
    if (Testdatabase.POSTGRESQL) {
      assertThatThrownBy(() -> inrichting("demo", false, "").start())
          .hasMessageContaining("PostgreSQL");
      assertThat(accounts.leeg()).isTrue();
    }
    inrichting("demo", Testdatabase.POSTGRESQL, "").start();
    assertThat(jdbc.queryForList("select naam from account order by naam", String.class))
        .containsExactly("beheerder", "griffier", "manager", "secretaris");
  }

  @Test
  void buitenDeDemoMeldtNiemandZichMetEenDemoAccountAan() {
    inrichting("demo", true, "").start();
    assertThatThrownBy(() -> accounts.voorAanmelding("secretaris"))
        .isInstanceOf(UsernameNotFoundException.class);
  }

  @Test
  void deEersteBeheerderKomtEenmaalUitDeInstellingen() {
    inrichting("productie", false, "een lang wachtwoord").start();
    inrichting("productie", false, "een ander wachtwoord").start();

    assertThat(accounts.gebruiker("eerste").toekenningen())
        .isEqualTo(List.of(Toekenning.zonderBereik(Rol.BEHEERDER)));
    assertThat(jdbc.queryForObject("select count(*) from account", Integer.class)).isOne();
  }

  @Test
  void eenKortWachtwoordVoorDeEersteBeheerderWordtGeweigerd() {
    assertThatThrownBy(() -> inrichting("productie", false, "kort").start())
        .hasMessageContaining("12");
    assertThat(accounts.leeg()).isTrue();
  }
}
