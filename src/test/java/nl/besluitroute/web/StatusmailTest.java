package nl.besluitroute.web;

import static org.assertj.core.api.Assertions.assertThat;

import nl.besluitroute.web.Statusmail.Vraag;
import nl.besluitroute.web.Statusmail.Zaak;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StatusmailTest {

  private static Conceptmail mail(Vraag vraag, String orgaan, String versie) {
    return Statusmail.van(
        "m", vraag, new Zaak("Regiovisie", "Bergeijk", orgaan, "12 januari 2027", versie, "https://x/visies/v"));
  }

  @ParameterizedTest
  @EnumSource(Vraag.class)
  void elke_mail_noemt_gemeente_versie_en_adres(Vraag vraag) {
    Conceptmail mail = mail(vraag, "raad", "1.3");
    assertThat(mail.onderwerp()).startsWith("Regiovisie: ").contains("Bergeijk");
    assertThat(mail.tekst()).contains("de raad van Bergeijk", "versie 1.3", "https://x/visies/v");
  }

  @Test
  void het_college_is_onzijdig_en_zonder_versie_staat_er_geen() {
    assertThat(mail(Vraag.UITKOMST, "college", null).tekst())
        .contains("het college van Bergeijk", "12 januari 2027")
        .doesNotContain("versie");
    assertThat(mail(Vraag.UITKOMST, "college", null).kop()).isEqualTo("Aan de bestuurssecretaris van Bergeijk");
  }
}
