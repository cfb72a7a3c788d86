package nl.besluitroute.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import nl.besluitroute.agenda.Agenda;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.ondersteuning.Webtest;
import nl.besluitroute.toegang.Accounts;
import nl.besluitroute.toegang.Rol;
import nl.besluitroute.toegang.Toekenning;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Walks through the application as its users do, on the demo's content. Each walk has work of its
 * own, so that their order does not matter.
 */
@Webtest
class WandelingBrowserIT extends Browsertest {

  private static final String GOOI = "/visies/gooi-en-vechtstreek-2027";
  private static final String EEMLAND = "/visies/eemland-2027";
  private static final String ZUIDOOST = "/visies/zuidoost-brabant-2027";
  private static final String OPMAAK = "<script>alert('x')</script><b>vet</b> =1+1 \"&amp;";

  private static final Set<String> OOK_OP_TELEFOON =
      Set.of("agenda", "visies", "visie-colleges", "gemeenten", "opmerkingen", "diagram", "taak-raad");

  @LocalServerPort int poort;
  @Autowired Agenda agenda;
  @Autowired Accounts accounts;
  private String basis;

  @BeforeEach
  void adres() {
    basis = "http://localhost:" + poort;
  }

  private Page als(String wie, int breedte) {
    Page pagina = nieuweSessie(breedte);
    pagina.onDialog(
        dialoog -> {
          assertThat(dialoog.type()).as("a dialog: " + dialoog.message()).isEqualTo("beforeunload");
          dialoog.accept();
        });
    meldAan(pagina, basis, wie, "demo");
    return pagina;
  }

  private void open(Page pagina, String pad) {
    pagina.navigate(basis + pad);
  }

  private String taak(String visie, String soort, String gemeente) {
    return agenda.vanVisie(visie).stream()
        .filter(t -> t.soort().equals(soort))
        .filter(t -> gemeente == null || t.gemeente().filter(gemeente::equals).isPresent())
        .findFirst()
        .orElseThrow()
        .taak();
  }

  private void openTaak(Page pagina, String taak) {
    open(pagina, "/taken/" + taak);
    formulierKlaar(pagina);
  }

  private static void formulierKlaar(Page pagina) {
    pagina.waitForSelector("#formulier[aria-busy=false] .fjs-form");
  }

  private static void opslaan(Page pagina) {
    pagina.locator("#opslaan").click();
  }

  private static String samenvatting(Page pagina) {
    pagina.waitForSelector("#samenvatting:not([hidden])");
    return pagina.locator("#samenvatting").innerText();
  }

  private static String inhoud(Page pagina) {
    return pagina.locator("main").innerText();
  }

  private static Locator keuze(Page pagina, String tekst) {
    return pagina.locator("#formulier").getByText(tekst, new Locator.GetByTextOptions().setExact(true));
  }

  // -- every page ----------------------------------------------------------------------------

  @Test
  void elke_pagina_is_toegankelijk_en_past_in_de_breedte() {
    Page pagina = als("secretaris", BUREAU);
    bekijk(pagina, "agenda", "/agenda");
    bekijk(pagina, "agenda-leeg", "/agenda?toon=week");
    bekijk(pagina, "visies", "/visies");
    bekijk(pagina, "visie-colleges", GOOI);
    bekijk(pagina, "visie-raden", EEMLAND + "?ronde=concept");
    bekijk(pagina, "visie-groot", ZUIDOOST);
    bekijk(pagina, "visie-begin", "/visies/achterhoek-2027");
    bekijk(pagina, "visie-klaar", "/visies/drenthe-2027");
    bekijk(pagina, "planning", EEMLAND + "/planning");
    bekijk(pagina, "planning-groot", ZUIDOOST + "/planning");
    bekijk(pagina, "visie-nieuw-regio", "/visies/nieuw");
    bekijk(pagina, "visie-nieuw", "/visies/nieuw?regio=JZ16");
    bekijk(pagina, "gemeenten", EEMLAND + "/gemeenten");
    bekijk(pagina, "gemeenten-groot", ZUIDOOST + "/gemeenten");
    bekijk(pagina, "opmerkingen", GOOI + "/opmerkingen");
    bekijk(pagina, "geschiedenis", GOOI + "/geschiedenis");
    bekijk(pagina, "diagram", GOOI + "/diagram");
    bekijk(pagina, "diagram-overleg", GOOI + "/diagram?blok=uo_definitief");
    bekijk(pagina, "diagram-lokaal", EEMLAND + "/diagram?blok=lokaal");
    bekijk(pagina, "taak-participatie", "/taken/" + taak("achterhoek-2027", "taak_participatieVastleggen", null));
    bekijk(pagina, "taak-college", "/taken/" + taak("zuidoost-brabant-2027", "taak_collegebesluitVastleggen", "GM1667"));
    bekijk(pagina, "taak-raad", "/taken/" + taak("zuidoost-brabant-2027", "taak_raadsbesluitVastleggen", "GM0847"));
    Page manager = als("manager", BUREAU);
    bekijk(manager, "agenda-manager", "/agenda");
  }

  private void bekijk(Page pagina, String naam, String pad) {
    open(pagina, pad);
    if (pad.contains("/diagram")) {
      pagina.waitForSelector("#diagram[aria-busy=false]");
    } else if (pad.startsWith("/taken/")) {
      formulierKlaar(pagina);
    }
    assertThat(pagina.locator("h1").count()).as(pad).isEqualTo(1);
    keur(pagina, naam, OOK_OP_TELEFOON.contains(naam));
  }

  @ParameterizedTest
  @ValueSource(strings = {"404,/visies/bestaat-niet", "404,/taken/bestaat-niet", "500,/kapot"})
  void een_fout_staat_in_woorden_op_de_pagina(String geval) {
    String status = geval.substring(0, 3);
    verwachtConsolefout("status of " + status);
    Page pagina = als("secretaris", BUREAU);
    open(pagina, geval.substring(4));
    assertThat(pagina.locator(".foutpagina").innerText()).contains("Foutcode " + status);
    assertToegankelijk(pagina);
  }

  // -- signing in ----------------------------------------------------------------------------

  @ParameterizedTest
  @ValueSource(ints = {BUREAU, TELEFOON})
  void een_klik_op_een_rol_vult_het_aanmeldformulier_in(int breedte) {
    Page pagina = nieuweSessie(breedte);
    open(pagina, GOOI);
    assertThat(pagina.url()).endsWith("/aanmelden");
    schermafdruk(pagina, "aanmelden-" + breedte);
    assertToegankelijk(pagina);
    assertPastInDeBreedte(pagina);
    pagina.locator(".demo-account", new Page.LocatorOptions().setHasText("Ambtelijk secretaris")).click();
    pagina.keyboard().press("Enter");
    pagina.waitForURL("**" + GOOI);
    pagina.getByText("Afmelden").click();
    pagina.waitForURL("**/aanmelden?afgemeld");
    assertThat(inhoud(pagina)).contains("U bent afgemeld.");
  }

  @Test
  void een_verkeerd_wachtwoord_staat_in_woorden_bij_het_formulier() {
    Page pagina = nieuweSessie(BUREAU);
    meldAan(pagina, basis, "secretaris", "fout");
    assertThat(pagina.getByRole(AriaRole.ALERT).innerText())
        .contains("De gebruikersnaam of het wachtwoord klopt niet.");
    assertToegankelijk(pagina);
  }

  // -- planning ------------------------------------------------------------------------------

  @ParameterizedTest
  @ValueSource(ints = {BUREAU, TELEFOON})
  void de_secretaris_start_een_visie_en_plant_haar(int breedte) {
    verwachtConsolefout("status of 422");
    Page pagina = als("secretaris", breedte);
    open(pagina, "/visies");
    pagina.getByText("Nieuwe visie").click();
    pagina.getByLabel("Regio", new Page.GetByLabelOptions().setExact(true)).selectOption("JZ16");
    pagina.getByText("Verder").click();
    assertThat(pagina.locator(".bij-college").isVisible()).isFalse();
    pagina.getByLabel("Titel").fill("Regiovisie " + breedte);
    pagina.getByLabel("Kenmerk").fill("Wandeling " + breedte);
    pagina.getByLabel("Gevraagd besluit").fill("De regiovisie vaststellen.");
    pagina.getByLabel("Looptijd tot en met").fill("2031");
    pagina.locator("input[name=route].beslist-college").first().check();
    assertThat(pagina.locator(".bij-college").isVisible()).isTrue();
    pagina.getByText("Alle colleges stellen vast").click();
    pagina.getByText("Visie starten").click();
    assertThat(pagina.locator("#fouten").innerText()).contains("Gebruik voor het kenmerk");
    schermafdruk(pagina, "visie-nieuw-geweigerd-" + breedte);
    assertToegankelijk(pagina);
    assertPastInDeBreedte(pagina);
    pagina.locator("#fouten a").first().click();
    assertThat(pagina.evaluate("document.activeElement.id")).isEqualTo("kenmerk");
    pagina.keyboard().press("ControlOrMeta+a");
    pagina.keyboard().type("wandeling-" + breedte);
    pagina.keyboard().press("Enter");
    pagina.waitForURL("**/visies/wandeling-" + breedte + "/planning");
    assertThat(inhoud(pagina)).contains("De visie is gestart.", "nog geen datum");

    Locator vorm = pagina.locator("details:has(> form #datum-do_definitief)");
    vorm.locator("summary").focus();
    pagina.keyboard().press("Enter");
    vorm.getByLabel("Nieuwe datum").fill("ooit eens");
    vorm.getByLabel("Reden").fill("overleg verzet");
    pagina.keyboard().press("Enter");
    pagina.locator("#fouten a").first().click();
    assertThat(pagina.evaluate("document.activeElement.id")).isEqualTo("datum-do_definitief");
    assertThat(vorm.getByLabel("Reden").inputValue()).isEqualTo("overleg verzet");
    schermafdruk(pagina, "planning-geweigerd-" + breedte);
    pagina.locator("summary", new Page.LocatorOptions().setHasText("Per gemeente")).first().click();
    assertToegankelijk(pagina);
    assertPastInDeBreedte(pagina);
    schermafdruk(pagina, "planning-gemeenten-" + breedte);
    vorm.getByLabel("Nieuwe datum").fill("16 september 2030");
    pagina.keyboard().press("Enter");
    pagina.waitForSelector(".melding--goed");
    assertThat(inhoud(pagina)).contains("Datum gewijzigd: directie-overleg", "16 september 2030", "16-09-30");

    open(pagina, "/visies/wandeling-" + breedte + "/gemeenten");
    pagina.locator("summary", new Page.LocatorOptions().setHasText("Gemeente vertrokken")).click();
    schermafdruk(pagina, "gemeenten-deelname-" + breedte);
    assertToegankelijk(pagina);
    assertPastInDeBreedte(pagina);
    pagina.locator("#gemeente-vertrek").selectOption("GM0376");
    pagina.locator("#reden-vertrek").fill("eigen visie");
    pagina.keyboard().press("Enter");
    pagina.waitForSelector(".melding--goed");
    assertThat(inhoud(pagina)).contains("neemt niet langer deel. Wat zij besloot, blijft staan");
  }

  // -- the secretary -------------------------------------------------------------------------

  @Test
  void de_secretaris_verzendt_legt_een_conclusie_vast_en_beantwoordt_een_opmerking() {
    verwachtConsolefout("status of 422");
    Page pagina = als("secretaris", BUREAU);
    assertThat(pagina.url()).endsWith("/agenda");
    assertThat(inhoud(pagina)).contains("taken, waarvan", "te laat");
    pagina
        .locator("tr", new Page.LocatorOptions().setHasText("Samenwerkingsafspraken").setHasText("Stukken verzenden"))
        .getByText("Stukken verzenden")
        .click();
    formulierKlaar(pagina);
    assertThat(pagina.locator("aside").innerText())
        .contains("Directie-overleg", "doel: adviseren", "Vergadering", "kenmerk", "te laat");

    // Wrong: sent in the future. The sentence stands at the field and nothing changed.
    vulDatum(pagina, "31-12-2099");
    opslaan(pagina);
    assertThat(samenvatting(pagina)).contains("De verzenddatum ligt in de toekomst.");
    assertThat(pagina.locator("#formulier .fjs-form-field-error").innerText())
        .contains("De verzenddatum ligt in de toekomst.");
    assertToegankelijk(pagina);

    pagina.reload();
    formulierKlaar(pagina);
    pagina.locator("#formulier textarea").fill(OPMAAK);
    pagina.keyboard().press("Control+Enter");
    pagina.waitForURL("**" + GOOI);
    assertThat(pagina.locator(".melding--boven").innerText())
        .isEqualTo("De verzending is vastgelegd: Directie-overleg.");
    assertThat(pagina.locator("table.behandeling").innerText())
        .contains("verzendversie 1.0", "conclusie vastleggen uiterlijk");
    pagina.reload();
    assertThat(pagina.locator(".melding--boven").count()).isZero();

    // The form says in Dutch what is missing, and with the keyboard one goes there.
    pagina.locator("table.behandeling a", new Page.LocatorOptions().setHasText("conclusie vastleggen")).click();
    formulierKlaar(pagina);
    vulVandaag(pagina);
    pagina.keyboard().press("Control+Enter");
    assertThat(samenvatting(pagina)).contains("Eén veld klopt nog niet", "Conclusie: Vul dit in.");
    assertThat(pagina.locator("#formulier").innerText()).doesNotContain("Field is required", "Add new");
    assertToegankelijk(pagina);
    pagina.locator("#samenvatting a").first().click();
    assertThat(pagina.evaluate("document.activeElement.type")).isEqualTo("radio");
    keuze(pagina, "Positief").click();
    pagina.locator("#formulier .fjs-repeat-render-add").last().click();
    pagina.locator("#formulier .fjs-repeat-row-container textarea").last().fill("Opmerking " + OPMAAK);
    opslaan(pagina);
    pagina.waitForURL("**" + GOOI);
    assertThat(pagina.locator("table.behandeling").innerText())
        .contains("Positief. Opmerkingen: Opmerking " + OPMAAK);

    // An answer without its reason comes back with the sentence; with it, it stands and is in the history.
    pagina.locator(".tabs a", new Page.LocatorOptions().setHasText("Opmerkingen")).click();
    Locator opmerking =
        pagina.locator("li.opmerking", new Page.LocatorOptions().setHasText("Koppel de cijfers"));
    opmerking.getByText("Beantwoorden").click();
    opmerking.getByText("Niet overgenomen").click();
    opmerking.getByText("Antwoord vastleggen").click();
    assertThat(opmerking.getByRole(AriaRole.ALERT).innerText())
        .contains("Motiveer waarom de opmerking niet is overgenomen.");
    assertToegankelijk(pagina);
    opmerking.locator("textarea").fill("Dat doet de VNG " + OPMAAK);
    opmerking.getByText("Antwoord vastleggen").click();
    assertThat(pagina.locator(".melding--boven").innerText()).contains("antwoord op de opmerking is vastgelegd");
    assertThat(opmerking.innerText()).contains("niet overgenomen", "Dat doet de VNG " + OPMAAK);
    pagina.locator(".tabs a", new Page.LocatorOptions().setHasText("Geschiedenis")).click();
    assertThat(inhoud(pagina))
        .contains("Versie 1.0 verzonden: Directie-overleg.", OPMAAK, "Opmerking niet overgenomen: Koppel de cijfers");

    // The diagram shows where the route went.
    pagina.locator(".tabs a", new Page.LocatorOptions().setHasText("Diagram")).click();
    pagina.waitForSelector("#diagram[aria-busy=false]");
    assertThat(pagina.locator(".diagramteken--hier_nu").count()).isPositive();
    pagina.getByLabel("Open het diagram van Portefeuillehoudersoverleg").click();
    pagina.waitForURL("**/diagram?blok=pfho_definitief#onderdeel");
    pagina.waitForSelector("#diagram[aria-busy=false]");
    assertThat(inhoud(pagina)).contains("Diagram van het blok Portefeuillehoudersoverleg");
  }

  /** The planned meetings of the demo lie ahead, and so their forms ask for the day. */
  private static void vulVandaag(Page pagina) {
    vulDatum(pagina, LocalDate.now(Klok.ZONE).format(DateTimeFormatter.ofPattern("dd-MM-yyyy")));
  }

  private static void vulDatum(Page pagina, String datum) {
    Locator veld = pagina.locator(".fjs-datepicker input.fjs-input").first();
    veld.fill(datum);
    veld.press("Enter");
  }

  @Test
  void kalender_en_keuzelijst_zijn_nederlands_en_openen_niet_vanzelf() {
    Page pagina = als("secretaris", BUREAU);
    openTaak(pagina, taak("zuidoost-brabant-2027", "taak_raadsbesluitVastleggen", "GM0847"));
    assertThat(pagina.locator(".fjs-dropdownlist, .flatpickr-calendar.open").count()).isZero();
    pagina.locator(".fjs-datepicker input.fjs-input").first().click();
    pagina.waitForSelector(".flatpickr-calendar.open");
    assertThat(pagina.locator(".flatpickr-calendar.open").innerText().toLowerCase()).contains("ma", "wo", "zo");
    assertToegankelijk(pagina);
    pagina.keyboard().press("Escape");
    pagina.locator(".fjs-form-field-select input").first().focus();
    pagina.waitForSelector(".fjs-dropdownlist");
    assertToegankelijk(pagina);
  }

  @Test
  void wie_intussen_is_afgemeld_houdt_zijn_invoer_en_slaat_na_aanmelden_alsnog_op() {
    verwachtConsolefout("status of 401");
    Page pagina = als("secretaris", BUREAU);
    openTaak(pagina, taak("zuidoost-brabant-2027", "taak_collegebesluitVastleggen", "GM1724"));
    vulVandaag(pagina);
    keuze(pagina, "Conform").click();
    pagina.getByLabel("Bron").fill("https://bergeijk.example/besluitenlijst");
    pagina.context().clearCookies();
    opslaan(pagina);
    assertThat(samenvatting(pagina)).contains("U bent niet meer aangemeld");
    Page tabblad = pagina.context().newPage();
    meldAan(tabblad, basis, "secretaris", "demo");
    opslaan(pagina);
    pagina.waitForURL("**" + ZUIDOOST);
  }

  // -- the municipality ----------------------------------------------------------------------

  @Test
  void de_griffier_legt_het_raadsbesluit_vast_en_de_tweede_krijgt_een_duidelijke_zin() {
    verwachtConsolefout("status of 409");
    String taak = taak("eemland-2027", "taak_raadsbesluitVastleggen", "GM0342");
    Page secretaris = als("secretaris", BUREAU);
    openTaak(secretaris, taak);
    assertThat(inhoud(secretaris)).contains("U hoort niet bij gemeente Soest: u legt dit vast als gemeld.");
    vulVandaag(secretaris);
    keuze(secretaris, "Verworpen").click();
    secretaris.getByLabel("Bron").fill("https://soest.example/besluitenlijst");

    Page griffier = als("griffier", BUREAU);
    assertThat(inhoud(griffier)).contains("Raad van Soest", "1 stuk onderweg");
    griffier.locator("table a", new Page.LocatorOptions().setHasText("Raadsbesluit vastleggen")).click();
    formulierKlaar(griffier);
    assertThat(inhoud(griffier)).doesNotContain("als gemeld");
    vulVandaag(griffier);
    keuze(griffier, "Aangenomen").click();
    opslaan(griffier);
    griffier.waitForURL("**" + EEMLAND);
    open(griffier, EEMLAND + "/gemeenten");
    assertThat(griffier.locator("tr.eigen").first().innerText()).contains("Soest", "vastgesteld", "aangenomen", "bevestigd");

    opslaan(secretaris);
    assertThat(samenvatting(secretaris))
        .contains("Iemand anders was u voor", "Deze taak is al afgerond door griffier Soest", "niet opgeslagen");
    open(secretaris, "/taken/" + taak);
    assertThat(inhoud(secretaris)).contains("Foutcode 409", "al afgerond door");
    open(griffier, "/agenda");
    assertThat(inhoud(griffier)).contains("Er wacht niets op u.", "Naar de visies");
  }

  @Test
  void wat_de_secretaris_meldt_bevestigt_de_griffier_en_de_duiding_volgt_op_een_wijziging() {
    verwachtConsolefout("status of 422");
    Page secretaris = als("secretaris", BUREAU);
    openTaak(secretaris, taak("eemland-2027", "taak_raadsbesluitVastleggen", "GM0308"));
    vulVandaag(secretaris);
    keuze(secretaris, "Gewijzigd aangenomen").click();
    secretaris.getByLabel("Dictum").fill("Vast te stellen " + OPMAAK);
    opslaan(secretaris);
    assertThat(samenvatting(secretaris)).contains("Noem de bron");
    secretaris.getByLabel("Bron").fill("https://baarn.example/besluitenlijst");
    opslaan(secretaris);
    secretaris.waitForURL("**" + EEMLAND);

    open(secretaris, EEMLAND + "/gemeenten");
    Locator rij = secretaris.locator(".gemeentetabel tbody tr", new Page.LocatorOptions().setHasText("Baarn"));
    assertThat(rij.innerText()).contains("afwijkend", "gemeld");
    Locator onder = secretaris.locator(".toelichting", new Page.LocatorOptions().setHasText("Baarn"));
    assertThat(onder.innerText()).contains("Vast te stellen " + OPMAAK, "nog zonder duiding");
    onder.getByText("Duiding vastleggen").first().click();
    onder.getByText("Het dictum").click();
    onder.getByText("Ja, het telt mee").click();
    onder.locator("textarea").fill("Alleen een toelichting.");
    assertToegankelijk(secretaris);
    onder.locator("button").click();
    assertThat(secretaris.locator(".melding--boven").innerText()).contains("De duiding bij het besluit van Baarn");
    assertThat(rij.innerText()).contains("vastgesteld");

    accounts.voegToe(
        "griffier-baarn", "Griffier Baarn", "demo", true, List.of(Toekenning.inGemeente(Rol.GRIFFIER, "GM0308")));
    Page griffier = als("griffier-baarn", TELEFOON);
    open(griffier, EEMLAND + "/gemeenten");
    schermafdruk(griffier, "gemeenten-bevestigen-375");
    assertToegankelijk(griffier);
    griffier.locator("button", new Page.LocatorOptions().setHasText("Raadsbesluit")).click();
    assertThat(griffier.locator(".melding--boven").innerText())
        .isEqualTo("Het besluit van de raad van Baarn is bevestigd.");
    assertThat(griffier.locator("button", new Page.LocatorOptions().setHasText("Raadsbesluit")).count()).isZero();
    open(griffier, EEMLAND + "/geschiedenis");
    assertThat(inhoud(griffier)).contains("Gemeente Baarn: besluit bevestigd: gewijzigd aangenomen.");
  }

  // -- who records nothing -------------------------------------------------------------------

  @Test
  void een_manager_ziet_alles_en_legt_niets_vast() {
    verwachtConsolefout("status of 403");
    Page pagina = als("manager", BUREAU);
    open(pagina, "/agenda");
    assertThat(inhoud(pagina)).contains("U legt zelf niets vast", "Als manager volgt u de stand");
    pagina.getByText("Naar de visies").click();
    // Other walks may have started visions of their own beside the demo's own.
    assertThat(inhoud(pagina))
        .contains("Achterhoek 2027-2031", "Drenthe 2027-2030", "Eemland 2027-2030")
        .contains("Gooi en Vechtstreek 2027-2030", "Zuidoost-Brabant 2027-2031");
    open(pagina, GOOI);
    assertThat(pagina.locator("a[href*='/taken/']").count()).isZero();
    // The one form that is hers: to follow the vision.
    for (String deel : List.of("/opmerkingen", "/gemeenten")) {
      open(pagina, EEMLAND + deel);
      assertThat(pagina.locator("main form:not([action$='/volgen'])").count()).as(deel).isZero();
    }
    open(pagina, "/taken/" + taak("achterhoek-2027", "taak_participatieVastleggen", null));
    assertThat(inhoud(pagina)).contains("Foutcode 403", "Deze taak is van de ambtelijk secretaris van de regio.");
  }
}
