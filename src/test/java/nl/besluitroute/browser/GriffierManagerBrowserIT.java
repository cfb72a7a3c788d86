package nl.besluitroute.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
import java.util.List;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.ondersteuning.Webtest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The desks of griffie and manager as they use them: on a phone, on a screen, on paper. */
@Webtest
class GriffierManagerBrowserIT extends Browsertest {

  private static final String ZUIDOOST = "/visies/zuidoost-brabant-2027";

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

  private static String inhoud(Page pagina) {
    return pagina.locator("main").innerText();
  }

  @Autowired private Klok klok;

  private void bekijk(Page pagina, String naam, String pad) {
    pagina.navigate(basis + pad);
    keur(pagina, naam);
  }

  @Test
  void elke_pagina_van_griffie_en_manager_is_toegankelijk_en_past_in_de_breedte() {
    Page griffier = als("griffier", BUREAU);
    bekijk(griffier, "regiostukken", "/regiostukken?open=eemland-2027");
    bekijk(griffier, "regiostukken-gereed", "/regiostukken?toon=gereed");
    bekijk(griffier, "jaar", "/jaar");
    Page manager = als("manager", BUREAU);
    bekijk(manager, "stand", "/stand");
    bekijk(manager, "stand-gemeenten", "/stand/zuidoost-brabant-2027?open=GM1724");
    bekijk(manager, "stand-colleges", "/stand/gooi-en-vechtstreek-2027");
    bekijk(manager, "geschiedenis-zeef", "/visies/eemland-2027/geschiedenis?gemeente=GM0307");
    Page secretaris = als("secretaris", BUREAU);
    bekijk(
        secretaris,
        "stel-dat",
        "/visies/gooi-en-vechtstreek-2027/stel-dat?stap=gooi-en-vechtstreek-2027/pfho_definitief&vanaf="
            + klok.vandaag().plusDays(60));
    bekijk(secretaris, "vertrouwelijk", "/visies/eemland-2027/vertrouwelijk");
  }

  @Test
  void een_griffier_leest_op_haar_telefoon_wat_de_andere_raden_deden_en_neemt_de_regel_mee() {
    Page pagina = als("griffier", TELEFOON);
    assertThat(pagina.url()).endsWith("/regiostukken");
    assertThat(inhoud(pagina)).contains("Gewijzigd sinds vrijdag", "Regiovisie jeugdhulp Eemland 2027-2030");
    Locator elders = pagina.locator(".klapper").first();
    assertThat(elders.getAttribute("aria-expanded")).isEqualTo("false");
    elders.click();
    assertThat(pagina.locator(".klapper").first().getAttribute("aria-expanded")).isEqualTo("true");
    assertThat(pagina.locator(".raden").innerText()).contains("Amersfoort", "Gewijzigd aangenomen", "na twee jaar");
    Locator kopieer = pagina.getByText("Regel kopiëren");
    assertThat(kopieer.isVisible()).isTrue();
    kopieer.click();
    pagina.waitForCondition(() -> pagina.locator("[data-kopieer]").innerText().matches("(Gekopieerd|Geselecteerd).*"));
    pagina.goBack();
    assertThat(pagina.locator(".raden").count()).isZero();
    pagina.locator(".stukken th a").first().click();
    assertThat(pagina.url()).endsWith("/visies/eemland-2027");
  }

  @Test
  void een_manager_ziet_21_gemeenten_op_een_scherm_en_stelt_met_het_toetsenbord_een_mail_op() {
    Page pagina = als("manager", BUREAU);
    assertThat(pagina.url()).endsWith("/stand");
    pagina.getByText("Zuidoost-Brabant 2027-2031").click();
    assertThat(inhoud(pagina)).contains("9 van 21 vastgesteld", "Bergeijk");
    Locator bergeijk = pagina.locator("#g-GM1724 .klapper");
    bergeijk.focus();
    pagina.keyboard().press("Enter");
    pagina.waitForURL("**open=GM1724**");
    assertThat(pagina.locator("tr.uitklap textarea").inputValue()).contains("het college van Bergeijk", "versie 1.3");
    assertThat(pagina.locator("tr.uitklap a[href^='mailto:']").count()).isEqualTo(1);
    assertThat(pagina.locator("tr.uitklap button").isVisible()).isTrue();

    pagina.setViewportSize(BUREAU, 800);
    pagina.navigate(basis + ZUIDOOST + "/gemeenten#onderdeel");
    assertThat(pagina.locator(".gemeentetabel tbody tr").count()).isEqualTo(21);
    double onderkant =
        ((Number) pagina.evaluate("document.querySelector('.gemeentetabel').getBoundingClientRect().bottom")).doubleValue();
    double bovenkant =
        ((Number) pagina.evaluate("document.querySelector('.gemeentetabel').getBoundingClientRect().top")).doubleValue();
    assertThat(bovenkant).as("the top of the matrix").isGreaterThanOrEqualTo(0);
    assertThat(onderkant).as("the bottom of 21 municipalities").isLessThanOrEqualTo(800);
  }

  @Test
  void op_papier_staan_de_rijen_zonder_navigatie_knoppen_en_formulieren() {
    Page pagina = als("manager", BUREAU);
    for (String pad : List.of("/stand/zuidoost-brabant-2027", ZUIDOOST + "/gemeenten", "/visies/eemland-2027", "/visies/eemland-2027/geschiedenis")) {
      pagina.emulateMedia(new Page.EmulateMediaOptions());
      pagina.navigate(basis + pad);
      pagina.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      for (String weg : List.of(".kop", ".tabs", ".chips", ".uitvoer", "main form", "main button", ".knoppen")) {
        for (Locator deel : pagina.locator(weg).all()) {
          assertThat(deel.isVisible()).as(weg + " on " + pad).isFalse();
        }
      }
      assertThat(pagina.locator("h1").isVisible()).isTrue();
      pagina.pdf(
          new Page.PdfOptions()
              .setPath(Path.of("target", "screenshots", "druk" + pad.replace('/', '-') + ".pdf"))
              .setPreferCSSPageSize(true));
    }
  }
}
