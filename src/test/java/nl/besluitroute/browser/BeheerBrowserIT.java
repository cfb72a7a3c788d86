package nl.besluitroute.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;
import nl.besluitroute.ondersteuning.Webtest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The administrator's pages and search in a browser. */
@Webtest
class BeheerBrowserIT extends Browsertest {
  @LocalServerPort int poort;
  private String basis;

  @BeforeEach
  void adres() {
    basis = "http://localhost:" + poort;
  }

  private Page als(String wie, int breedte) {
    Page pagina = nieuweSessie(breedte);
    meldAan(pagina, basis, wie, "demo");
    return pagina;
  }

  private void bekijk(Page pagina, String naam, String pad) {
    pagina.navigate(basis + pad);
    keur(pagina, "beheer-" + naam);
  }

  @Test
  void elke_pagina_is_toegankelijk_en_past_in_de_breedte() {
    Page pagina = als("beheerder", BUREAU);
    bekijk(pagina, "begin", "/beheer");
    bekijk(pagina, "mensen", "/beheer/mensen");
    bekijk(pagina, "account", "/beheer/mensen/manager");
    pagina.locator("summary").first().click();
    pagina.getByLabel("Reden").first().fill("");
    pagina.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Rol beëindigen")).first().click();
    keur(pagina, "beheer-account-fout");
    bekijk(pagina, "nieuw-account", "/beheer/nieuw-account");
    bekijk(pagina, "regios", "/beheer/regios");
    bekijk(pagina, "regio", "/beheer/regios/JZ16");
    bekijk(pagina, "gemeente", "/beheer/gemeenten/GM0342");
    bekijk(pagina, "techniek", "/beheer/techniek");
    bekijk(pagina, "contact", "/contacten/raad-gm0307");
    bekijk(pagina, "contacten-gemeente", "/contacten?waar=GM0307");
    bekijk(pagina, "contacten-leeg", "/contacten");
    bekijk(pagina, "zoeken", "/zoeken?q=jeugdhulp");
    bekijk(pagina, "zoeken-leeg", "/zoeken?q=komt-niet-voor");
    bekijk(pagina, "mijn-account", "/mijn-account");
    verwachtConsolefout("422");
  }

  @Test
  void een_veld_zonder_naam_en_een_pagina_die_zijwaarts_schuift_worden_gezien() {
    Page pagina = als("beheerder", BUREAU);
    assertToegankelijk(pagina);
    assertPastInDeBreedte(pagina);
    pagina.evaluate(
        "document.body.append(Object.assign(document.createElement('input'), {style: 'width: 200vw'}))");
    assertThatThrownBy(() -> assertToegankelijk(pagina)).isInstanceOf(AssertionError.class).hasMessageContaining("label: ");
    assertThatThrownBy(() -> assertPastInDeBreedte(pagina)).isInstanceOf(AssertionError.class);
  }

  @Test
  void met_alleen_het_toetsenbord_zoekt_iemand_en_maakt_de_beheerder_een_account_met_een_rol() {
    Page pagina = als("beheerder", BUREAU);
    pagina.locator("#kopzoek").focus();
    pagina.keyboard().type("eemland");
    pagina.keyboard().press("Enter");
    pagina.waitForURL("**/zoeken?q=eemland");
    assertThat(pagina.locator("mark").first().innerText()).isEqualToIgnoringCase("eemland");

    String naam = "k" + UUID.randomUUID().toString().substring(0, 6);
    pagina.navigate(basis + "/beheer/nieuw-account");
    pagina.getByLabel("Gebruikersnaam").focus();
    pagina.keyboard().type(naam);
    pagina.keyboard().press("Tab");
    pagina.keyboard().type("Griffier Amersfoort");
    pagina.keyboard().press("Tab");
    pagina.keyboard().type("negen blauwe stoelen");
    pagina.keyboard().press("Enter");
    pagina.waitForURL("**/beheer/mensen/" + naam);
    assertThat(pagina.locator("main").innerText()).contains("is gemaakt", "Nog geen rol");

    assertThat(pagina.getByLabel("Regio of overleg").isVisible()).isTrue();
    pagina.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("Griffier").setExact(true)).focus();
    pagina.keyboard().press("Space");
    assertThat(pagina.getByLabel("Regio of overleg").isVisible()).as("a griffier has no region").isFalse();
    pagina.keyboard().press("Tab");
    pagina.keyboard().type("Amersfoort");
    pagina.keyboard().press("Enter");
    pagina.waitForSelector("text=De rol is verleend.");
    assertThat(pagina.locator("main table").innerText()).contains("Griffier", "Amersfoort", "geldt nu");
  }
}
