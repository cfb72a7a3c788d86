package nl.besluitroute.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Set;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.kalender.Werkdagen;
import nl.besluitroute.ondersteuning.Webtest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The desk of the ambtelijk secretaris in a browser; the meeting by keyboard alone. */
@Webtest
class SecretarisBrowserIT extends Browsertest {
  private static final Set<String> OOK_OP_TELEFOON =
      Set.of("vergaderingen", "vergadering", "verwerken", "colleges-vastleggen", "route-verplaatsen-voorbeeld", "inbrengen");
  private static final String TOEGANG = "/visies/gooi-en-vechtstreek-toegang-2027";

  @LocalServerPort int poort;
  @Autowired Klok klok;
  @Autowired Werkdagen werkdagen;
  private String basis;

  @BeforeEach
  void adres() {
    basis = "http://localhost:" + poort;
  }

  private String donderdag() {
    return "/vergaderingen/gv-directie-overleg/" + werkdagen.plus(klok.vandaag(), 3);
  }

  private static void typ(Page pagina, String tekst) {
    pagina.keyboard().type(tekst);
  }

  private static void toets(Page pagina, String... toetsen) {
    for (String toets : toetsen) {
      pagina.keyboard().press(toets);
    }
  }

  /** Goes on with Tab until a link or button of this name has the focus, as one does without a mouse. */
  private static void tabNaar(Page pagina, String naam) {
    for (int i = 0; i < 60; i++) {
      toets(pagina, "Tab");
      if (((String) pagina.evaluate("document.activeElement.textContent")).strip().startsWith(naam)) {
        return;
      }
    }
    throw new AssertionError("Nergens '" + naam + "' op " + pagina.url());
  }

  @Test
  void de_secretaris_verwerkt_een_vergadering_met_het_toetsenbord_alleen() {
    Page pagina = nieuweSessie(BUREAU);
    pagina.navigate(basis + "/vergaderingen");
    pagina.getByLabel("Gebruikersnaam").focus();
    typ(pagina, "secretaris");
    toets(pagina, "Tab");
    typ(pagina, "demo");
    toets(pagina, "Enter");
    pagina.waitForURL("**/vergaderingen");
    assertThat(pagina.locator(".stand").innerText()).contains("1 vergadering is nog te verwerken");

    tabNaar(pagina, "Uitvoeringsoverleg");
    toets(pagina, "Enter");
    pagina.waitForURL("**/gv-uitvoeringsoverleg/*");
    tabNaar(pagina, "Vergadering verwerken");
    toets(pagina, "Enter");
    pagina.waitForURL("**/verwerken");

    // A key chooses a conclusie only inside that field.
    tabNaar(pagina, "Terug naar de agenda");
    toets(pagina, "2");
    assertThat(pagina.locator("input[type=radio]:checked").count()).isZero();
    toets(pagina, "Tab", "Tab", "Tab");
    assertThat(pagina.evaluate("document.activeElement.type")).isEqualTo("radio");
    toets(pagina, "5");
    assertThat(pagina.locator("#voorbeeld").innerText()).contains("Uitvoeringsoverleg", "Aangehouden.");
    toets(pagina, "Tab", "Tab");
    assertThat(pagina.evaluate("document.activeElement.name")).isEqualTo("gevolg");
    toets(pagina, "Tab");
    assertThat(pagina.evaluate("document.activeElement.id")).isEqualTo("punt-1-opmerking-1");
    typ(pagina, "Eerst de kosten uitwerken.");
    toets(pagina, "Alt+ArrowDown", "2", "Tab");
    typ(pagina, "Noem per actie de trekker.");
    toets(pagina, "Enter");
    typ(pagina, "Maak de planning korter.");
    toets(pagina, "Enter");
    typ(pagina, "Een derde regel, die er nog niet was.");
    assertThat(pagina.locator("#punt-2 .regels > li").count()).isEqualTo(3);
    assertThat(pagina.locator("#voorbeeld").innerText())
        .contains("Met opmerkingen. Opmerkingen: Noem per actie de trekker. Maak de planning korter. Een derde");
    schermafdruk(pagina, "verwerken-bezig-1280");
    verwachtConsolefout("status of 422");
    toets(pagina, "Control+Enter");
    pagina.waitForSelector("#fouten");

    // The one that was refused keeps its words, with the sentence at the field; the other is done.
    assertThat(pagina.evaluate("document.activeElement.id")).isEqualTo("fouten");
    assertThat(pagina.locator("#punt-1-opmerking-1").inputValue()).isEqualTo("Eerst de kosten uitwerken.");
    assertThat(pagina.locator("#punt-2").innerText()).contains("verwerkt", "Vastgelegd: met opmerkingen.");
    assertToegankelijk(pagina);
    assertPastInDeBreedte(pagina);
    schermafdruk(pagina, "verwerken-geweigerd-1280");
    toets(pagina, "Tab", "Enter");
    assertThat(pagina.evaluate("document.activeElement.id")).isEqualTo("punt-1-volgende_datum");
    typ(pagina, "januari " + (klok.vandaag().getYear() + 1));
    toets(pagina, "Control+Enter");
    pagina.waitForURL(url -> !url.contains("/verwerken"));
    assertThat(pagina.locator("main").innerText()).contains("Alle 2 conclusies zijn vastgelegd", "aangehouden");
    schermafdruk(pagina, "vergadering-verwerkt-1280");
    assertToegankelijk(pagina);

    pagina.navigate(basis + TOEGANG);
    assertThat(pagina.locator("table.behandeling").innerText())
        .contains("Met opmerkingen. Opmerkingen: Noem per actie de trekker. Maak de planning korter.");
  }

  @Test
  void de_paginas_van_de_secretaris_zijn_toegankelijk_en_passen_in_de_breedte() {
    Page pagina = nieuweSessie(BUREAU);
    meldAan(pagina, basis, "secretaris", "demo");
    bekijk(pagina, "vergaderingen", "/vergaderingen");
    bekijk(pagina, "vergadering", donderdag());
    bekijk(pagina, "vergadering-komt", donderdag() + "/verwerken");
    bekijk(pagina, "verwerken", "/vergaderingen/gv-uitvoeringsoverleg/" + werkdagen.min(klok.vandaag(), 1) + "/verwerken");
    bekijk(pagina, "agenda-keuze", "/agenda?toon=te-laat&visie=gooi-en-vechtstreek-2027");
    bekijk(pagina, "colleges-vastleggen", "/visies/zuidoost-brabant-2027/colleges-vastleggen");
    bekijk(pagina, "raden-vastleggen", "/visies/zuidoost-brabant-2027/raden-vastleggen");
    bekijk(pagina, "routes", "/routes");
    bekijk(pagina, "route", "/routes/route_raden");
    bekijk(pagina, "route-nieuw", "/routes/nieuw?regio=JZ16");
    bekijk(pagina, "route-wijzigen", "/visies/gooi-en-vechtstreek-2027/route");
    bekijk(
        pagina, "route-wijzigen-voorbeeld",
        "/visies/gooi-en-vechtstreek-2027/route?soort=overslaan&stap=pfho_definitief");
    bekijk(
        pagina, "route-verplaatsen-voorbeeld",
        "/visies/gooi-en-vechtstreek-2027/route?soort=verplaatsen&route=route_raden&regel=ALLE_RADEN");
    bekijk(pagina, "inbrengen", "/visies/inbrengen?regio=JZ16&route=route_raden");
    pagina.navigate(basis + "/visies/zuidoost-brabant-2027/gemeenten");
    pagina.locator(".toelichting .links a").first().click();
    bekijk(pagina, "correctie", pagina.url().substring(basis.length()));
    bekijk(pagina, "signalen", "/signalen");
    bekijk(pagina, "gevolgd-leeg", "/gevolgd");
    pagina.navigate(basis + "/visies/achterhoek-2027");
    pagina.getByText("Volgen", new Page.GetByTextOptions().setExact(true)).click();
    bekijk(pagina, "gevolgd", "/gevolgd");
    pagina.getByText("Niet meer volgen").click();
    pagina.waitForSelector(".melding--goed");
  }

  private void bekijk(Page pagina, String naam, String pad) {
    assertThat(pagina.navigate(basis + pad).status()).as(pad).isEqualTo(200);
    assertThat(pagina.locator("h1").count()).as(pad).isEqualTo(1);
    keur(pagina, naam, OOK_OP_TELEFOON.contains(naam));
  }
}
