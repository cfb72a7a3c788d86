package nl.besluitroute.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import nl.besluitroute.web.VoorbeeldApp;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ConfigurableApplicationContext;

/** Each page with made-up content, at a desk and on a phone. */
class PaginasBrowserIT extends Browsertest {

  private static ConfigurableApplicationContext app;
  private static String basis;

  @BeforeAll
  static void start() {
    app = VoorbeeldApp.start(0);
    basis = "http://localhost:" + app.getEnvironment().getProperty("local.server.port");
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  private Page aangemeld(int breedte) {
    Page pagina = nieuweSessie(breedte);
    meldAan(pagina, basis, "secretaris", "demo");
    return pagina;
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "agenda,/agenda,h1",
    "agenda-leeg,/agenda?toon=later,h1",
    "visies,/visies,h1",
    "visie,/visies/1,h1",
    "visie-groot,/visies/2,h1",
    "gemeenten,/visies/1/gemeenten,h1",
    "opmerkingen,/visies/1/opmerkingen,h1",
    "geschiedenis,/visies/1/geschiedenis,h1",
    "diagram,/visies/1/diagram,#diagram[aria-busy=false]",
    "diagram-blok,/visies/1/diagram?blok=do,#diagram[aria-busy=false]",
    "taak,/taken/1,#formulier[aria-busy=false] .fjs-form",
  })
  void elke_pagina_is_toegankelijk_en_past_op_bureau_en_telefoon(
      String naam, String pad, String klaar) {
    for (int breedte : new int[] {BUREAU, TELEFOON}) {
      Page pagina = aangemeld(breedte);
      pagina.navigate(basis + pad);
      pagina.waitForSelector(klaar);
      schermafdruk(pagina, naam + "-" + breedte);
      assertToegankelijk(pagina);
      assertPastInDeBreedte(pagina);
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"404,/visies/99", "409,/taken/99", "500,/kapot"})
  void een_fout_staat_in_woorden_op_de_pagina(String status, String pad) {
    verwachtConsolefout("status of " + status);
    Page pagina = aangemeld(BUREAU);
    pagina.navigate(basis + pad);
    assertThat(pagina.locator(".foutpagina").innerText()).contains("Foutcode " + status);
    schermafdruk(pagina, "fout-" + status);
    assertToegankelijk(pagina);
  }

  @Test
  void een_klik_op_een_rol_vult_het_aanmeldformulier_in() {
    for (int breedte : new int[] {BUREAU, TELEFOON}) {
      Page pagina = nieuweSessie(breedte);
      pagina.navigate(basis + "/visies/1");
      assertThat(pagina.url()).endsWith("/aanmelden");
      schermafdruk(pagina, "aanmelden-" + breedte);
      assertToegankelijk(pagina);
      assertPastInDeBreedte(pagina);
      pagina.locator(".demo-account", new Page.LocatorOptions().setHasText("Ambtelijk secretaris")).click();
      pagina.keyboard().press("Enter");
      pagina.waitForURL("**/visies/1");
      pagina.getByText("Afmelden").click();
      pagina.waitForURL("**/aanmelden?afgemeld");
      assertThat(pagina.locator("main").innerText()).contains("U bent afgemeld.");
    }
  }

  @Test
  void een_verkeerd_wachtwoord_staat_in_woorden_bij_het_formulier() {
    Page pagina = nieuweSessie(BUREAU);
    meldAan(pagina, basis, "secretaris", "fout");
    assertThat(pagina.getByRole(com.microsoft.playwright.options.AriaRole.ALERT).innerText())
        .contains("De gebruikersnaam of het wachtwoord klopt niet.");
    assertToegankelijk(pagina);
  }

  private Page taak(int nummer) {
    Page pagina = aangemeld(BUREAU);
    pagina.navigate(basis + "/taken/" + nummer);
    pagina.waitForSelector("#formulier[aria-busy=false] .fjs-form");
    return pagina;
  }

  @Test
  void het_formulier_zegt_in_het_nederlands_wat_ontbreekt() {
    Page pagina = taak(1);
    pagina.keyboard().press("Control+Enter");
    pagina.waitForSelector("#samenvatting:not([hidden])");
    assertThat(pagina.locator("#samenvatting").innerText())
        .contains("2 velden kloppen nog niet", "Conclusie: Vul dit in.", "Opmerking, regel 1: Vul dit in.");
    assertThat(pagina.locator("#formulier").innerText()).doesNotContain("Field is required", "Add new");
    schermafdruk(pagina, "taak-fouten");
    assertToegankelijk(pagina);
    pagina.locator("#samenvatting a").first().click();
    assertThat(pagina.evaluate("document.activeElement.type")).isEqualTo("radio");
  }

  @Test
  void de_kalender_en_de_keuzelijst_zijn_nederlands() {
    Page pagina = taak(1);
    assertThat(pagina.locator(".fjs-datepicker input.fjs-input").inputValue()).isEqualTo("2-9-2021");
    pagina.locator(".fjs-datepicker input.fjs-input").click();
    pagina.waitForSelector(".flatpickr-calendar.open");
    assertThat(pagina.locator(".flatpickr-calendar").innerText().toLowerCase()).contains("september", "ma", "wo");
    schermafdruk(pagina, "taak-kalender");
    assertToegankelijk(pagina);
    pagina.keyboard().press("Escape");
    pagina.locator("input.fjs-select-hidden-input").first().focus();
    pagina.waitForSelector(".fjs-dropdownlist");
    schermafdruk(pagina, "taak-keuzelijst");
    assertToegankelijk(pagina);
  }

  private void vulIn(Page pagina) {
    pagina.getByText("Met opmerkingen", new Page.GetByTextOptions().setExact(true)).click();
    pagina.locator("textarea:visible").first().fill("Leg vast wie de werkagenda beheert.");
  }

  @Test
  void opslaan_gaat_naar_de_volgende_pagina_met_een_bevestiging() {
    Page pagina = taak(1);
    vulIn(pagina);
    pagina.keyboard().press("Control+Enter");
    pagina.waitForURL("**/visies/1");
    assertThat(pagina.locator(".melding--boven").innerText()).contains("is vastgelegd");
    schermafdruk(pagina, "visie-melding");
    pagina.reload();
    assertThat(pagina.locator(".melding--boven").count()).isZero();
  }

  @Test
  void wat_de_server_weigert_staat_bij_het_veld() {
    verwachtConsolefout("status of 422");
    Page pagina = taak(2);
    vulIn(pagina);
    pagina.locator("#opslaan").click();
    pagina.waitForSelector("#samenvatting:not([hidden])");
    assertThat(pagina.locator("#samenvatting").innerText())
        .contains("Datum van behandeling: Versie 1.0 bestond op deze dag nog niet.", "Opmerking, regel 1: Deze opmerking staat er al.");
    assertThat(pagina.locator("#formulier").innerText()).contains("Versie 1.0 bestond op deze dag nog niet.");
    schermafdruk(pagina, "taak-geweigerd");
    assertToegankelijk(pagina);
  }

  @Test
  void de_tweede_krijgt_een_duidelijke_zin() {
    verwachtConsolefout("status of 409");
    Page pagina = taak(3);
    vulIn(pagina);
    pagina.locator("#opslaan").click();
    pagina.waitForSelector("#samenvatting:not([hidden])");
    assertThat(pagina.locator("#samenvatting").innerText()).contains("De griffier van Laren legde dit om 11.40 uur al vast.");
    schermafdruk(pagina, "taak-tweede");
  }

  @Test
  void wie_intussen_is_afgemeld_houdt_zijn_invoer_en_slaat_na_aanmelden_alsnog_op() {
    verwachtConsolefout("status of 401");
    Page pagina = taak(1);
    vulIn(pagina);
    pagina.context().clearCookies();
    pagina.locator("#opslaan").click();
    pagina.waitForSelector("#samenvatting:not([hidden])");
    assertThat(pagina.locator("#samenvatting").innerText()).contains("U bent niet meer aangemeld");
    Page tabblad = pagina.context().newPage();
    meldAan(tabblad, basis, "secretaris", "demo");
    pagina.locator("#opslaan").click();
    pagina.waitForURL("**/visies/1");
  }

  @Test
  void een_blok_in_het_diagram_opent_zijn_eigen_diagram() {
    Page pagina = aangemeld(BUREAU);
    pagina.navigate(basis + "/visies/1/diagram");
    pagina.waitForSelector("#diagram[aria-busy=false]");
    assertThat(pagina.locator(".diagramteken--hier_nu").innerText()).isEqualTo("hier nu");
    pagina.getByLabel("Open het diagram van Directie-overleg").click();
    pagina.waitForURL("**/diagram?blok=do#onderdeel");
    pagina.getByText("Terug naar de route").waitFor(new com.microsoft.playwright.Locator.WaitForOptions().setState(WaitForSelectorState.VISIBLE));
  }
}
