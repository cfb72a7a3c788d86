package nl.besluitroute.kalender;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;

@Configuration(proxyBeanMethods = false)
class KalenderConfiguratie {

  @Bean
  Klok klok() {
    return new Klok();
  }

  /** An administrator adds a royal decree by pointing the property at a file of his own. */
  @Bean
  Feestdagen feestdagen(
      @Value("${besluitroute.kalender.gelijkgestelde-dagen:classpath:" + Feestdagen.LIJST + "}")
          Resource lijst)
      throws IOException {
    try (Reader lezer = new InputStreamReader(lijst.getInputStream(), StandardCharsets.UTF_8)) {
      return new Feestdagen(Feestdagen.leesLijst(lezer));
    }
  }

  @Bean
  Werkdagen werkdagen(Feestdagen feestdagen) {
    return new Werkdagen(feestdagen);
  }

  @Bean
  TermijnenwetArtikel1 termijnenwetArtikel1(Werkdagen werkdagen) {
    return new TermijnenwetArtikel1(werkdagen);
  }
}
