package nl.besluitroute.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.besluitroute.agenda.Agenda;
import nl.besluitroute.besluitvorming.Besluiten;
import nl.besluitroute.besluitvorming.Opmerkingen;
import nl.besluitroute.ondersteuning.Webtest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What guards the pages, over real HTTP on the real application. */
@Webtest
class PaginasWebIT {

  private static final String PAGINA = "text/html";
  private static final String DATA = "application/json";

  private static final String VISIE = "/visies/gooi-en-vechtstreek-2027";

  @LocalServerPort int poort;
  @Autowired Agenda agenda;
  @Autowired Besluiten besluiten;
  @Autowired Opmerkingen opmerkingen;
  private String basis;
  private final HttpClient client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

  @BeforeEach
  void adres() {
    basis = "http://localhost:" + poort;
  }

  private String taak(String visie, String gemeente) {
    return agenda.vanVisie(visie).stream()
        .filter(t -> gemeente == null ? t.gemeente().isEmpty() : t.gemeente().filter(gemeente::equals).isPresent())
        .findFirst()
        .orElseThrow()
        .taak();
  }

  private String regiotaak() {
    return taak("achterhoek-2027", null);
  }

  private HttpResponse<String> haal(String pad, String soort) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(basis + pad)).header("Accept", soort).build(),
        BodyHandlers.ofString());
  }

  private HttpResponse<String> stuur(String pad, String vorm, String token, BodyPublisher inhoud)
      throws Exception {
    var verzoek =
        HttpRequest.newBuilder(URI.create(basis + pad))
            .header("Accept", DATA)
            .header("Content-Type", vorm)
            .POST(inhoud);
    if (token != null) {
      verzoek.header("X-CSRF-TOKEN", token);
    }
    return client.send(verzoek.build(), BodyHandlers.ofString());
  }

  private static String token(String html) {
    Matcher token = Pattern.compile("name=\"_csrf\"[^>]*(?:value|content)=\"([^\"]+)\"").matcher(html);
    assertThat(token.find()).isTrue();
    return token.group(1);
  }

  private String meldAan() throws Exception {
    return meldAan("secretaris");
  }

  /** Signs in and gives the session's token. */
  private String meldAan(String wie) throws Exception {
    String token = token(haal("/aanmelden", PAGINA).body());
    stuur(
        "/aanmelden",
        "application/x-www-form-urlencoded",
        null,
        BodyPublishers.ofString(
            "gebruikersnaam=" + wie + "&wachtwoord=demo&_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8)));
    return token(haal("/agenda", PAGINA).body());
  }

  @Test
  void elke_pagina_draagt_een_streng_beleid() throws Exception {
    var koppen = haal("/aanmelden", PAGINA).headers();
    assertThat(koppen.firstValue("Content-Security-Policy")).hasValue(Beveiliging.CSP);
    assertThat(Beveiliging.CSP).doesNotContain("unsafe");
    assertThat(koppen.firstValue("X-Frame-Options")).hasValue("DENY");
    assertThat(koppen.firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(koppen.firstValue("Referrer-Policy")).hasValue("same-origin");
    assertThat(koppen.firstValue("Permissions-Policy")).isPresent();
    assertThat(koppen.firstValue("Set-Cookie").orElseThrow()).contains("HttpOnly", "SameSite=Lax");
  }

  @Test
  void geen_pagina_heeft_script_of_stijl_in_de_regel() throws Exception {
    meldAan();
    for (String pad : new String[] {"/agenda", "/taken/" + regiotaak(), "/visies", VISIE, VISIE + "/planning", VISIE + "/gemeenten", "/visies/nieuw", "/visies/nieuw?regio=JZ16", VISIE + "/diagram", VISIE + "/opmerkingen", VISIE + "/geschiedenis"}) {
      assertThat(haal(pad, PAGINA).body())
          .as(pad)
          .doesNotContain("style=\"", "<style", " onclick", "javascript:")
          .doesNotContainPattern("<script(?![^>]*\\ssrc=)[^>]*>");
    }
  }

  @Test
  void bestanden_hebben_een_adres_dat_met_hun_inhoud_verandert() throws Exception {
    Matcher css = Pattern.compile("href=\"(/static/css/besluitroute-[0-9a-f]{32}\\.css)\"").matcher(haal("/aanmelden", PAGINA).body());
    assertThat(css.find()).isTrue();
    var antwoord = haal(css.group(1), "text/css");
    assertThat(antwoord.statusCode()).isEqualTo(200);
    assertThat(antwoord.headers().firstValue("Cache-Control").orElseThrow()).contains("max-age=31536000");
  }

  @Test
  void wie_niet_is_aangemeld_krijgt_de_aanmeldpagina_en_een_script_een_401() throws Exception {
    var pagina = haal(VISIE, PAGINA);
    assertThat(pagina.statusCode()).isEqualTo(302);
    assertThat(pagina.headers().firstValue("Location").orElseThrow()).endsWith("/aanmelden");
    var data = haal("/taken/" + regiotaak() + "/formulier", DATA);
    assertThat(data.statusCode()).isEqualTo(401);
    assertThat(data.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(data.body()).contains("U bent niet aangemeld");
    assertThat(haal("/actuator/health", DATA).statusCode()).isEqualTo(200);
    assertThat(haal("/actuator/env", DATA).statusCode()).isIn(401, 403);
  }

  @Test
  void een_fout_is_voor_een_script_een_probleem_en_voor_een_mens_een_pagina() throws Exception {
    meldAan();
    var data = haal("/kapot", DATA);
    assertThat(data.statusCode()).isEqualTo(500);
    assertThat(data.body()).contains("Er ging iets mis", "nummer").doesNotContain("for the test", "IllegalState");
    var pagina = haal("/visies/bestaat-niet", PAGINA);
    assertThat(pagina.statusCode()).isEqualTo(404);
    assertThat(pagina.body()).contains("Deze visie bestaat niet, of u mag haar niet inzien.");
    assertThat(haal("/bestaat/niet", DATA).body()).contains("Deze pagina bestaat niet");
  }

  @Test
  void zonder_token_gebeurt_er_niets() throws Exception {
    meldAan();
    assertThat(stuur("/taken/" + regiotaak(), DATA, null, BodyPublishers.ofString("{\"invoer\":{}}")).statusCode())
        .isEqualTo(401);
  }

  @Test
  void onleesbare_invoer_is_een_400_in_woorden() throws Exception {
    String token = meldAan();
    var antwoord = stuur("/taken/" + regiotaak(), DATA, token, BodyPublishers.ofString("{\"invoer\":"));
    assertThat(antwoord.statusCode()).isEqualTo(400);
    assertThat(antwoord.body()).contains("Dit verzoek kunnen wij niet lezen");
  }

  @Test
  void meer_dan_een_megabyte_wordt_geweigerd_met_en_zonder_opgegeven_lengte() throws Exception {
    String token = meldAan();
    byte[] groot = ("{\"invoer\":{\"tekst\":\"" + "x".repeat(20_000_000) + "\"}}").getBytes(StandardCharsets.UTF_8);
    for (BodyPublisher inhoud :
        new BodyPublisher[] {
          BodyPublishers.ofByteArray(groot),
          BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(groot))
        }) {
      var antwoord = stuur("/taken/" + regiotaak(), DATA, token, inhoud);
      assertThat(antwoord.statusCode()).isEqualTo(413);
      assertThat(antwoord.headers().firstValue("Content-Type")).hasValue("application/problem+json");
      assertThat(antwoord.body()).contains("Dit is te veel in één keer");
    }
    byte[] klein = ("{\"invoer\":{\"groep\":\"" + "x".repeat(100_000) + "\"}}").getBytes(StandardCharsets.UTF_8);
    var antwoord = stuur("/taken/" + regiotaak(), DATA, token, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(klein)));
    assertThat(antwoord.statusCode()).isEqualTo(422);
    assertThat(antwoord.body()).contains("Deze tekst is 100000 tekens lang");
  }

  @Test
  void wat_er_niet_is_geeft_404_met_een_zin() throws Exception {
    String token = meldAan();
    for (String pad :
        new String[] {
          "/visies/bestaat-niet", "/visies/bestaat-niet/planning", "/visies/bestaat-niet/gemeenten", "/visies/bestaat-niet/opmerkingen",
          "/visies/bestaat-niet/geschiedenis", "/visies/bestaat-niet/diagram", "/visies/bestaat-niet/diagram.bpmn",
          "/visies/bestaat-niet/diagram.json", VISIE + "/diagram?blok=bestaat-niet",
          VISIE + "/diagram.bpmn?blok=bestaat-niet", VISIE + "/diagram.json?blok=bestaat-niet",
          "/taken/bestaat-niet", "/taken/bestaat-niet/formulier"
        }) {
      var antwoord = haal(pad, DATA + ", application/xml");
      assertThat(antwoord.statusCode()).as(pad).isEqualTo(404);
      assertThat(antwoord.body()).as(pad).containsAnyOf("bestaat niet", "heeft geen blok");
    }
    for (String pad :
        new String[] {
          VISIE + "/opmerkingen/" + UUID.randomUUID(), VISIE + "/opmerkingen/x",
          VISIE + "/besluiten/" + UUID.randomUUID() + "/bevestigen", VISIE + "/besluiten/x/duiding"
        }) {
      assertThat(formulier(pad, token, "a=b").statusCode()).as(pad).isEqualTo(404);
    }
    assertThat(stuur("/taken/bestaat-niet", DATA, token, BodyPublishers.ofString("{\"invoer\":{}}")).statusCode())
        .isEqualTo(404);
  }

  private HttpResponse<String> formulier(String pad, String token, String velden) throws Exception {
    return stuur(pad, "application/x-www-form-urlencoded", token, BodyPublishers.ofString(velden));
  }

  @Test
  void andermans_werk_is_403_en_verandert_niets() throws Exception {
    String vanRegio = regiotaak();
    String vanEersel = taak("zuidoost-brabant-2027", "GM0770");
    for (String wie : new String[] {"griffier", "manager", "beheerder"}) {
      String token = meldAan(wie);
      for (String taak : new String[] {vanRegio, vanEersel}) {
        assertThat(haal("/taken/" + taak, PAGINA).statusCode()).as(wie).isEqualTo(403);
        assertThat(haal("/taken/" + taak + "/formulier", DATA).statusCode()).as(wie).isEqualTo(403);
        var antwoord = stuur("/taken/" + taak, DATA, token, BodyPublishers.ofString("{\"invoer\":{}}"));
        assertThat(antwoord.statusCode()).as(wie).isEqualTo(403);
        assertThat(antwoord.body()).contains("legt dit vast");
        assertThat(agenda.vind(taak)).isPresent();
      }
      UUID opmerking = opmerkingen.vanVisie("gooi-en-vechtstreek-2027").get(0).id();
      assertThat(formulier(VISIE + "/opmerkingen/" + opmerking, token, "antwoord=niet_overgenomen&motivatie=nee").statusCode())
          .as(wie)
          .isEqualTo(wie.equals("griffier") ? 404 : 403);
      var geduid = afwijkend();
      assertThat(
              formulier("/visies/eemland-2027/besluiten/" + geduid + "/duiding", token, "klasse=tekst&eensluidend=ja&reden=zo").statusCode())
          .as(wie)
          .isEqualTo(403);
    }
    String token = meldAan();
    assertThat(formulier("/visies/eemland-2027/besluiten/" + afwijkend() + "/bevestigen", token, "").statusCode())
        .isEqualTo(403);
  }

  private UUID afwijkend() {
    return besluiten.vanVisie("eemland-2027").stream()
        .filter(b -> b.amendement().isPresent())
        .findFirst()
        .orElseThrow()
        .id();
  }

  @Test
  void een_formulier_zonder_token_doet_niets() throws Exception {
    meldAan();
    UUID open =
        opmerkingen.vanVisie("gooi-en-vechtstreek-2027").stream().filter(o -> o.open()).findFirst().orElseThrow().id();
    assertThat(formulier(VISIE + "/opmerkingen/" + open, null, "antwoord=niet_overgenomen&motivatie=nee").statusCode())
        .isEqualTo(401);
    assertThat(opmerkingen.vanVisie("gooi-en-vechtstreek-2027"))
        .filteredOn(o -> o.id().equals(open))
        .allMatch(o -> o.open());
  }

  @Test
  void een_onbekend_veld_en_een_verkeerde_vorm_worden_geweigerd() throws Exception {
    String token = meldAan();
    var vreemd = stuur("/taken/" + regiotaak(), DATA, token, BodyPublishers.ofString("{\"invoer\":{\"hacker\":1}}"));
    assertThat(vreemd.statusCode()).isEqualTo(422);
    assertThat(vreemd.body()).contains("Het formulier heeft geen veld 'hacker'.");
    assertThat(stuur("/taken/" + regiotaak(), DATA, token, BodyPublishers.ofString("{\"invoer\":[]}")).statusCode())
        .isEqualTo(400);
    assertThat(stuur("/taken/" + regiotaak(), DATA, token, BodyPublishers.ofString("[]")).statusCode())
        .isEqualTo(400);
  }

  @Test
  void een_tekening_is_het_model_waarmee_de_visie_begon() throws Exception {
    meldAan();
    var route = haal(VISIE + "/diagram.bpmn", "application/xml");
    assertThat(route.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/xml");
    assertThat(route.body()).contains("id=\"route_colleges\"", "BPMNDiagram");
    assertThat(haal(VISIE + "/diagram.bpmn?blok=do_definitief", "application/xml").body()).contains("id=\"blok_overleg\"");
    assertThat(haal(VISIE + "/diagram.json", DATA).body()).contains("\"id\":\"do_definitief\",\"stand\":\"hier_nu\"");
  }

  /** What the preview of a route change has in a step's column 'Voor wie'. */
  private static String voorWie(String pagina, String stap) {
    Matcher cel =
        Pattern.compile("<th scope=\"row\">" + stap + "</th>.*?data-kop=\"Voor wie\"><span[^>]*>([^<]*)<", Pattern.DOTALL)
            .matcher(pagina);
    assertThat(cel.find()).as(stap).isTrue();
    return cel.group(1);
  }

  private String startVisie(String token, String kenmerk) throws Exception {
    var antwoord =
        formulier(
            "/visies/nieuw",
            token,
            "regio=JZ16&titel=Proefvisie&kenmerk=" + kenmerk
                + "&besluit=De+visie+vaststellen.&van=2028&tot=2031&deelnemers=GM0376&deelnemers=GM0406"
                + "&regel=alle_colleges&route=route_colleges");
    assertThat(antwoord.statusCode()).isEqualTo(302);
    assertThat(antwoord.headers().firstValue("Location").orElseThrow()).endsWith("/visies/" + kenmerk + "/planning");
    return "/visies/" + kenmerk;
  }

  @Test
  void een_secretaris_start_een_visie_en_een_geweigerd_formulier_houdt_zijn_invoer() throws Exception {
    String token = meldAan();
    assertThat(haal("/visies", PAGINA).body()).contains("href=\"/visies/nieuw\"");
    assertThat(haal("/visies/nieuw", PAGINA).body()).contains("Stap 1 van 2", "Gooi en Vechtstreek");
    assertThat(haal("/visies/nieuw?regio=JZ16", PAGINA).body())
        .contains("checked=\"checked\"", "Norm voor Opdrachtgeverschap")
        .doesNotContain("aria-invalid");
    var geweigerd =
        formulier(
            "/visies/nieuw",
            token,
            "regio=JZ16&titel=Proef+%3Cb%3E&kenmerk=Gooi+2027&besluit=&van=2031&tot=2028&deelnemers=GM9999"
                + "&regel=alle_raden&route=route_colleges");
    assertThat(geweigerd.statusCode()).isEqualTo(422);
    assertThat(geweigerd.body())
        .contains(
            "value=\"Proef &lt;b&gt;\"", "value=\"Gooi 2027\"", "href=\"#kenmerk\"", "href=\"#besluit\"",
            "De looptijd eindigt voordat hij begint.", "Kies gemeenten van de gekozen regio.",
            "In deze route besluiten de raden niet");
    assertThat(formulier("/visies/nieuw", token, "regio=JZ16&kenmerk=gooi-en-vechtstreek-2027").body())
        .contains("Er is al een visie met kenmerk gooi-en-vechtstreek-2027.");
    String visie = startVisie(token, "proef-starten");
    assertThat(haal(visie + "/planning", PAGINA).body())
        .contains("Vul nu de datums in", "nog geen datum", "zonder datum", "Datum wijzigen")
        .contains("op een eigen versie, na ambtelijke klankbordgroep");
    assertThat(formulier("/visies/nieuw", token, "regio=JZ99&kenmerk=x1").statusCode()).isEqualTo(403);
  }

  @Test
  void de_route_wordt_gewijzigd_na_een_voorbeeld_en_met_een_reden() throws Exception {
    String token = meldAan();
    String visie = startVisie(token, "proef-route");
    assertThat(haal(visie + "/planning", PAGINA).body()).contains("href=\"" + visie + "/route\"");
    assertThat(haal(visie + "/route", PAGINA).body())
        .contains("Een stap overslaan", "Een overleg toevoegen", "Directie-overleg")
        .doesNotContain("Wat er per stap verandert");
    String keuze = "soort=overslaan&stap=do_concept";
    String voorbeeld = haal(visie + "/route?" + keuze, PAGINA).body();
    assertThat(voorbeeld).contains("Wat er per stap verandert", "vervalt", "Geen open werk vervalt", "Reden van de wijziging")
        .contains("Stap overslaan: ").doesNotContain("Stap overgeslagen");
    assertThat(voorWie(voorbeeld, "Webinar raden")).isEqualTo("de ambtelijk secretaris");
    assertThat(voorWie(voorbeeld, "Colleges")).isEqualTo("de gemeenten");
    assertThat(voorWie(voorbeeld, "Directie-overleg")).isEqualTo("het overleg zelf");
    assertThat(haal(visie + "/route?soort=overslaan&stap=lokaal", PAGINA).body())
        .contains("nooit vastgesteld").doesNotContain("Reden van de wijziging");
    Matcher kenmerk = Pattern.compile("name=\"kenmerk\" value=\"([0-9a-f]{64})\"").matcher(voorbeeld);
    assertThat(kenmerk.find()).isTrue();
    var zonderReden = formulier(visie + "/route", token, keuze + "&kenmerk=" + kenmerk.group(1) + "&reden=");
    assertThat(zonderReden.statusCode()).isEqualTo(422);
    assertThat(zonderReden.body()).contains("Geef de reden van de wijziging.", "href=\"#reden\"");
    var ingehaald = formulier(visie + "/route", token, keuze + "&kenmerk=oud&reden=te+veel+overleggen");
    assertThat(ingehaald.statusCode()).isEqualTo(422);
    assertThat(ingehaald.body()).contains("Bekijk het nieuwe voorbeeld", "te veel overleggen");
    var goed = formulier(visie + "/route", token, keuze + "&kenmerk=" + kenmerk.group(1) + "&reden=te+veel+overleggen");
    assertThat(goed.statusCode()).isEqualTo(302);
    assertThat(haal(visie + "/geschiedenis", PAGINA).body()).contains("Stap overgeslagen", "te veel overleggen");
    // Every page of the vision still reads after it follows another route.
    String anders = "soort=verplaatsen&route=route_raden&regel=ALLE_RADEN";
    Matcher nieuw = Pattern.compile("name=\"kenmerk\" value=\"([0-9a-f]{64})\"").matcher(haal(visie + "/route?" + anders, PAGINA).body());
    assertThat(nieuw.find()).isTrue();
    assertThat(formulier(visie + "/route", token, anders + "&kenmerk=" + nieuw.group(1) + "&reden=raad").statusCode()).isEqualTo(302);
    for (String pad : new String[] {"", "/planning", "/gemeenten", "/opmerkingen", "/diagram", "/geschiedenis", "/route"}) {
      assertThat(haal(visie + pad, PAGINA).statusCode()).as(pad).isEqualTo(200);
    }
    assertThat(haal(visie + "/diagram.json", DATA).statusCode()).isEqualTo(200);
    for (String wie : new String[] {"griffier", "manager", "beheerder"}) {
      meldAan(wie);
      assertThat(haal(VISIE + "/route", PAGINA).statusCode()).as(wie).isIn(403, 404);
    }
  }

  @Test
  void een_conclusie_heeft_een_pagina_om_haar_te_corrigeren() throws Exception {
    String token = meldAan();
    Matcher link = Pattern.compile(VISIE + "/behandelingen/[0-9a-f-]{36}/correctie").matcher(haal(VISIE, PAGINA).body());
    assertThat(link.find()).isTrue();
    assertThat(haal(link.group(), PAGINA).body()).contains("Conclusie corrigeren", "Correctie vastleggen", "Reden van de correctie");
    var geweigerd = formulier(link.group(), token, "datum=2020-01-01&versie=x&conclusie=positief&correctiereden=");
    assertThat(geweigerd.statusCode()).isEqualTo(422);
    assertThat(geweigerd.body()).contains("Geef de reden van de correctie.", "value=\"2020-01-01\"");
    assertThat(haal(VISIE + "/besluiten/" + UUID.randomUUID() + "/correctie", PAGINA).statusCode()).isEqualTo(404);
    String besluit = "/visies/eemland-2027/besluiten/" + besluiten.vanVisie("eemland-2027").get(0).id() + "/correctie";
    assertThat(haal(besluit, PAGINA).body()).contains("Besluit corrigeren");
  }

  @Test
  void een_datum_wordt_gewijzigd_zoals_hij_is_geschreven() throws Exception {
    String token = meldAan();
    String visie = startVisie(token, "proef-planning");
    String stap = visie.substring("/visies/".length()) + "/do_definitief";
    var onleesbaar = formulier(visie + "/planning", token, "stap=" + stap + "&datum=ooit+%3Ceens%3E&reden=agenda");
    assertThat(onleesbaar.statusCode()).isEqualTo(422);
    assertThat(onleesbaar.body())
        .contains("value=\"ooit &lt;eens&gt;\"", "value=\"agenda\"", "href=\"#datum-do_definitief\"", "aria-invalid=\"true\"");
    var zonderReden = formulier(visie + "/planning", token, "stap=" + stap + "&datum=16+september&reden=");
    assertThat(zonderReden.statusCode()).isEqualTo(422);
    assertThat(zonderReden.body()).contains("value=\"16 september\"", "Geef de reden van de wijziging.");
    var goed = formulier(visie + "/planning", token, "stap=" + stap + "&datum=Sept%2F+Okt+2030&reden=overleg+verzet");
    assertThat(goed.statusCode()).isEqualTo(302);
    assertThat(haal(visie + "/planning", PAGINA).body())
        .contains("Datum gewijzigd: directie-overleg", "01-09-30 tot en met 31-10-30", "taken en termijnen zijn mee verplaatst");
    assertThat(haal(visie + "/geschiedenis", PAGINA).body()).contains("overleg verzet");
    for (String vreemd : new String[] {"", "x", VISIE.substring("/visies/".length()) + "/do_definitief"}) {
      assertThat(formulier(visie + "/planning", token, "stap=" + vreemd + "&datum=1+mei&reden=zo").statusCode())
          .as(vreemd)
          .isEqualTo(404);
    }
  }

  @Test
  void een_gemeente_treedt_toe_en_vertrekt_met_een_reden() throws Exception {
    String token = meldAan();
    String visie = startVisie(token, "proef-deelname");
    assertThat(haal(visie + "/gemeenten", PAGINA).body()).contains("Gemeente toegetreden", "Gemeente vertrokken");
    var geweigerd = formulier(visie + "/deelname/toetreding", token, "gemeente=GM0402&reden=+");
    assertThat(geweigerd.statusCode()).isEqualTo(422);
    assertThat(geweigerd.body()).contains("Geef een reden.", "<option value=\"GM0402\" selected=\"selected\"");
    assertThat(formulier(visie + "/deelname/vertrek", token, "gemeente=GM0402&reden=zo").body())
        .contains("Kies een gemeente die deelneemt.");
    assertThat(formulier(visie + "/deelname/toetreding", token, "gemeente=GM0402&reden=sluit+aan").statusCode())
        .isEqualTo(302);
    assertThat(haal(visie + "/gemeenten", PAGINA).body()).contains("Gemeente Hilversum neemt nu deel");
    assertThat(formulier(visie + "/deelname/vertrek", token, "gemeente=GM0406&reden=eigen+visie").statusCode())
        .isEqualTo(302);
    assertThat(haal(visie + "/gemeenten", PAGINA).body()).contains("Gemeente Huizen neemt niet langer deel.");
  }

  @Test
  void een_manager_plant_maar_start_en_wijzigt_geen_visie() throws Exception {
    String token = meldAan("manager");
    assertThat(haal(VISIE + "/planning", PAGINA).body()).contains("Datum wijzigen", "Wethoudersstaf Laren");
    assertThat(haal("/visies/nieuw", PAGINA).statusCode()).isEqualTo(403);
    assertThat(formulier(VISIE + "/deelname/vertrek", token, "gemeente=GM0376&reden=zo").statusCode())
        .isEqualTo(403);
  }

  @Test
  void wie_een_visie_niet_mag_inzien_krijgt_te_horen_dat_zij_er_niet_is() throws Exception {
    String token = meldAan("griffier");
    for (String pad : new String[] {"", "/planning", "/gemeenten", "/opmerkingen", "/diagram", "/diagram.bpmn", "/diagram.json", "/geschiedenis"}) {
      String soort = pad.contains(".") ? "*/*" : PAGINA;
      assertThat(haal(VISIE + pad, soort).statusCode()).as(pad).isEqualTo(404);
    }
    assertThat(haal("/visies", PAGINA).body()).doesNotContain(VISIE + "\"").contains("/visies/eemland-2027");
    assertThat(formulier(VISIE + "/planning", token, "stap=gooi-en-vechtstreek-2027/do_definitief&datum=1+mei&reden=zo").statusCode())
        .isEqualTo(404);
  }

  @Test
  void na_vijf_mislukte_pogingen_moet_wie_aanmeldt_wachten() throws Exception {
    for (int poging = 0; poging < 5; poging++) {
      assertThat(probeer("iemand", "fout").headers().firstValue("Location").orElseThrow()).endsWith("?fout");
    }
    String verder = probeer("iemand", "fout").headers().firstValue("Location").orElseThrow();
    assertThat(verder).contains("?wacht=");
    assertThat(haal(verder.replace(basis, ""), PAGINA).body()).contains("Te vaak mislukt", "1 minuut");
    assertThat(probeer("lezer", "fout").headers().firstValue("Location").orElseThrow()).endsWith("?fout");
  }

  private HttpResponse<String> probeer(String naam, String wachtwoord) throws Exception {
    return formulier(
        "/aanmelden",
        null,
        "gebruikersnaam=" + naam + "&wachtwoord=" + wachtwoord + "&_csrf="
            + URLEncoder.encode(token(haal("/aanmelden", PAGINA).body()), StandardCharsets.UTF_8));
  }

  @Test
  void wie_geen_secretaris_is_plant_niet_en_start_niets() throws Exception {
    for (String wie : new String[] {"beheerder"}) {
      String token = meldAan(wie);
      assertThat(haal("/visies", PAGINA).body()).as(wie).doesNotContain("/visies/nieuw");
      assertThat(haal("/visies/nieuw", PAGINA).statusCode()).as(wie).isEqualTo(403);
      assertThat(formulier("/visies/nieuw", token, "regio=JZ16").statusCode()).as(wie).isEqualTo(403);
      assertThat(haal(VISIE + "/planning", PAGINA).body()).as(wie).doesNotContain("Datum wijzigen");
      assertThat(
              formulier(VISIE + "/planning", token, "stap=gooi-en-vechtstreek-2027/do_definitief&datum=1+mei&reden=zo").statusCode())
          .as(wie)
          .isEqualTo(403);
      assertThat(formulier(VISIE + "/deelname/vertrek", token, "gemeente=GM0376&reden=zo").statusCode())
          .as(wie)
          .isEqualTo(403);
    }
  }
}
