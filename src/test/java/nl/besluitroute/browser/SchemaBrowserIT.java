package nl.besluitroute.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import nl.besluitroute.ondersteuning.Webtest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages of schemas in a browser, at a desk and on a telephone. */
@Webtest
class SchemaBrowserIT extends Browsertest {
  private static final String UO = "/schemas/eem-uitvoeringsoverleg";

  @LocalServerPort int poort;

  @Test
  void een_schema_is_toegankelijk_en_past_in_de_breedte() {
    String basis = "http://localhost:" + poort;
    Page pagina = nieuweSessie(BUREAU);
    meldAan(pagina, basis, "secretaris", "demo");
    pagina.navigate(basis + "/schemas");
    keur(pagina, "schemas");
    pagina.navigate(basis + UO);
    keur(pagina, "schema");
    pagina.locator("summary").all().forEach(kop -> kop.click());
    keur(pagina, "schema-open");

    pagina.getByLabel("Hoe vaak").selectOption("w2");
    pagina.getByLabel("Dag van de week").selectOption("2");
    pagina.locator("button:has-text('Dagen bekijken')").click();
    keur(pagina, "schema-reeks");

    pagina.navigate(basis + UO);
    pagina.locator("summary:has-text('Inlezen')").click();
    pagina
        .getByLabel("Bestand", new Page.GetByLabelOptions().setExact(true))
        .setInputFiles(
            new FilePayload("lijst.csv", "text/csv", "Datum;Tijd\r\n5-5-2028;10:00\r\n8-5-2028;10:00".getBytes(StandardCharsets.UTF_8)));
    pagina.locator("button:has-text('Bekijken wat verandert')").click();
    assertThat(pagina.locator("h1").textContent()).isEqualTo("Agenda inlezen");
    keur(pagina, "schema-inlezen");

    pagina.navigate(basis + UO);
    pagina.locator("td[data-kop=Wijzigen] a").first().click();
    keur(pagina, "schema-vergadering");

    Page beheer = nieuweSessie(BUREAU);
    meldAan(beheer, basis, "beheerder", "demo");
    beheer.navigate(basis + "/beheer/kalender");
    beheer.locator("summary").all().forEach(kop -> kop.click());
    keur(beheer, "beheer-kalender");
  }
}
