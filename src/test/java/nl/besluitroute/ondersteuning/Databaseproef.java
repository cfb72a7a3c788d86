package nl.besluitroute.ondersteuning;

import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;

/** Base of the tests on the whole application: the clock is let go after each. */
@Databasetest
public abstract class Databaseproef {
  @Autowired protected Proefomgeving proef;

  @AfterEach
  void klokLaatLos() {
    proef.herstel();
  }
}
