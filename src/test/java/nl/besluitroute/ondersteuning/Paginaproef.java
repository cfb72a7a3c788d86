package nl.besluitroute.ondersteuning;

import java.util.List;
import nl.besluitroute.toegang.Accounts;
import nl.besluitroute.toegang.Toekenning;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** Base of the tests of pages and API in the test region, as accounts of their own. */
@Databasetest
public abstract class Paginaproef extends Verzoeken {
  @Autowired protected Proefomgeving proef;
  @Autowired private Accounts accounts;

  @BeforeEach
  void zonderAndermansAccounts() {
    proef.zonderAccounts();
  }

  @AfterEach
  void ruimOp() {
    proef.zonderAccounts();
    proef.herstel();
  }

  protected void account(String naam, Toekenning... toekenningen) {
    accounts.voegToe(naam, naam, "een lang wachtwoord", false, List.of(toekenningen));
  }
}
