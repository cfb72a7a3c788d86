package nl.besluitroute.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.besluitroute.ondersteuning.Webtest;
import nl.besluitroute.regio.Regios;
import nl.besluitroute.toegang.Accounts;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.Rol;
import nl.besluitroute.toegang.Toekenning;
import nl.besluitroute.visie.Vertrouwelijkheden;
import nl.besluitroute.visie.Vertrouwelijkheid.Niveau;
import nl.besluitroute.visie.Visies;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The administrator's pages and search, over HTTP: who gets in, what is kept back, what is refused. */
@Webtest
class BeheerWebIT {
  private static final String WACHTWOORD = "negen blauwe stoelen";
  private static final String NIEUW = "een nieuw woord dus";
  private static final List<String> PAGINAS =
      List.of(
          "/beheer", "/beheer/mensen", "/beheer/nieuw-account", "/beheer/mensen/griffier", "/beheer/regios",
          "/beheer/regios/JZ16", "/beheer/gemeenten/GM0342", "/beheer/techniek");

  @LocalServerPort int poort;
  @Autowired Accounts accounts;
  @Autowired Vertrouwelijkheden vertrouwelijkheden;
  @Autowired ManagementService motor;
  @Autowired Visies visies;
  @Autowired Regios regios;
  private String basis;
  private HttpClient client;

  @BeforeEach
  void adres() {
    basis = "http://localhost:" + poort;
    client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  }

  private HttpResponse<String> haal(String pad) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(basis + pad)).header("Accept", "text/html").build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> stuur(String pad, Map<String, String> velden) throws Exception {
    Matcher teken =
        Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"")
            .matcher(haal(pad.equals("/aanmelden") ? pad : "/mijn-account").body());
    assertThat(teken.find()).isTrue();
    String vorm =
        velden.entrySet().stream()
            .map(v -> v.getKey() + "=" + URLEncoder.encode(v.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return client.send(
        HttpRequest.newBuilder(URI.create(basis + pad))
            .header("Accept", "text/html")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(vorm + "&_csrf=" + URLEncoder.encode(teken.group(1), StandardCharsets.UTF_8)))
            .build(),
        BodyHandlers.ofString());
  }

  private void meldAan(String wie, String wachtwoord) throws Exception {
    client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    assertThat(stuur("/aanmelden", Map.of("gebruikersnaam", wie, "wachtwoord", wachtwoord)).headers().firstValue("Location").orElseThrow())
        .doesNotContain("fout");
  }

  private static String tekst(HttpResponse<String> antwoord) {
    return antwoord.body().replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ");
  }

  private static String uniek() {
    return "p" + UUID.randomUUID().toString().substring(0, 8);
  }

  @Test
  void de_beheerder_ziet_elke_pagina_van_beheer_en_er_staat_niets_in_de_regel() throws Exception {
    meldAan("beheerder", "demo");
    for (String pad : PAGINAS) {
      var pagina = haal(pad);
      assertThat(pagina.statusCode()).as(pad).isEqualTo(200);
      assertThat(pagina.body()).as(pad).doesNotContain("style=\"", "<style", " onclick").contains("href=\"/beheer\"");
    }
    assertThat(haal("/beheer/mensen/niemand").statusCode()).isEqualTo(404);
    assertThat(haal("/beheer/regios/JZ99").statusCode()).isEqualTo(404);
    assertThat(haal("/beheer/gemeenten/GM9999").statusCode()).isEqualTo(404);
    assertThat(tekst(haal("/beheer/gemeenten?naam=Nergenshuizen"))).contains("Er is geen gemeente met deze naam; kies er een uit de lijst.");
    assertThat(haal("/beheer/gemeenten?naam=Nergenshuizen").body()).contains("value=\"Nergenshuizen\"", "aria-invalid=\"true\"");
    assertThat(haal("/beheer/gemeenten?naam=soest").headers().firstValue("Location").orElseThrow()).endsWith("/beheer/gemeenten/GM0342");
    assertThat(haal("/contacten/nergens").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"secretaris", "griffier", "manager"})
  void een_ander_komt_nergens_in_beheer(String wie) throws Exception {
    meldAan(wie, "demo");
    for (String pad : PAGINAS) {
      assertThat(haal(pad).statusCode()).as(pad).isEqualTo(403);
    }
    for (String pad :
        List.of(
            "/beheer/nieuw-account", "/beheer/mensen/griffier/functie", "/beheer/mensen/griffier/wachtwoord",
            "/beheer/mensen/griffier/blokkering", "/beheer/mensen/griffier/deblokkering", "/beheer/mensen/griffier/rollen",
            "/beheer/mensen/griffier/rollen/" + UUID.randomUUID() + "/einde", "/beheer/regios/JZ16/leden",
            "/beheer/regios/JZ16/leden/" + UUID.randomUUID() + "/einde", "/beheer/regios/JZ16/organen",
            "/beheer/gemeenten/GM0342/organen", "/beheer/organen/raad-gm0342/naam", "/beheer/organen/raad-gm0342/einde",
            "/beheer/techniek/agenda", "/beheer/techniek/storingen/x/opnieuw")) {
      assertThat(stuur(pad, Map.of("naam", "x", "reden", "x")).statusCode()).as(pad).isEqualTo(403);
    }
    assertThat(haal("/agenda").body()).doesNotContain("href=\"/beheer\"");
    assertThat(haal("/mijn-account").statusCode()).isEqualTo(200);
  }

  @Test
  void een_account_krijgt_een_rol_wijzigt_zijn_wachtwoord_en_wordt_geblokkeerd() throws Exception {
    String naam = uniek();
    meldAan("beheerder", "demo");
    var geweigerd = stuur("/beheer/nieuw-account", Map.of("naam", naam, "weergave", "<b>Griffier</b>", "wachtwoord", "kort-geheim"));
    assertThat(geweigerd.statusCode()).isEqualTo(422);
    assertThat(geweigerd.body())
        .contains("ten minste 12 tekens", "&lt;b&gt;Griffier&lt;/b&gt;", "aria-invalid=\"true\"")
        .doesNotContain("kort-geheim", "<b>Griffier");
    assertThat(stuur("/beheer/nieuw-account", Map.of("naam", naam, "weergave", "Griffier Baarn", "wachtwoord", WACHTWOORD)).statusCode()).isEqualTo(302);

    String rollen = "/beheer/mensen/" + naam + "/rollen";
    assertThat(stuur(rollen, Map.of("rol", "griffier", "gemeente", "Nergenshuizen")).body()).contains("Deze gemeente bestaat niet.");
    assertThat(stuur(rollen, Map.of("rol", "")).body()).contains("Kies een rol.");
    assertThat(stuur(rollen, Map.of("rol", "griffier", "gemeente", "baarn", "tot", "31-12")).statusCode()).isEqualTo(422);
    assertThat(stuur(rollen, Map.of("rol", "griffier", "gemeente", "baarn", "regio", "JZ16", "tot", "2099-12-31")).statusCode()).isEqualTo(302);
    assertThat(accounts.gebruiker(naam).toekenningen())
        .singleElement()
        .satisfies(t -> assertThat(t.tot()).hasToString("2100-01-01"))
        .satisfies(t -> assertThat(t.gemeente()).isEqualTo("GM0308"))
        .satisfies(t -> assertThat(t.regio()).isNull());
    assertThat(tekst(haal("/beheer/mensen/" + naam))).contains("Griffier Baarn altijd 31-12-99");

    HttpClient beheerder = client;
    meldAan(naam, WACHTWOORD);
    assertThat(tekst(haal("/mijn-account"))).contains("Griffier", "Baarn", "31-12-99");
    assertThat(stuur("/mijn-account/wachtwoord", Map.of("oud", WACHTWOORD, "wachtwoord", "een nieuw woord dus", "herhaling", "iets anders")).body())
        .contains("De herhaling is anders");
    HttpClient elders = client;
    meldAan(naam, WACHTWOORD);
    assertThat(stuur("/mijn-account/wachtwoord", Map.of("oud", WACHTWOORD, "wachtwoord", NIEUW, "herhaling", NIEUW)).headers().firstValue("Location"))
        .hasValueSatisfying(adres -> assertThat(adres).endsWith("/aanmelden?wachtwoord"));
    assertThat(tekst(haal("/aanmelden?wachtwoord"))).contains("Uw nieuwe wachtwoord geldt vanaf nu. Meld u ermee aan.");
    isAfgemeld(client);
    isAfgemeld(elders);
    meldAan(naam, NIEUW);
    HttpClient zelf = client;
    client = beheerder;
    stuur("/beheer/mensen/" + naam + "/wachtwoord", Map.of("wachtwoord", WACHTWOORD));
    assertThat(tekst(haal("/beheer/mensen/" + naam))).contains("Wie met het oude was aangemeld, is afgemeld.");
    isAfgemeld(zelf);
    meldAan(naam, WACHTWOORD);
    assertThat(haal("/mijn-account").statusCode()).isEqualTo(200);
    zelf = client;
    client = beheerder;
    assertThat(stuur("/beheer/mensen/" + naam + "/blokkering", Map.of("reden", "")).statusCode()).isEqualTo(422);
    assertThat(stuur("/beheer/mensen/" + naam + "/blokkering", Map.of("reden", "Uit dienst.")).statusCode()).isEqualTo(302);
    client = zelf;
    var dicht = haal("/agenda");
    assertThat(dicht.statusCode()).isEqualTo(403);
    assertThat(dicht.body()).contains("Dit account bestaat niet meer of is geblokkeerd.");
  }

  @Test
  void wie_na_een_verlopen_sessie_weer_aanmeldt_komt_terug_op_zijn_pagina_en_nergens_anders() throws Exception {
    String pagina = basis + "/beheer/regios/JZ16";
    assertThat(naVerlopenSessie(pagina)).isEqualTo(pagina);
    for (String elders : List.of("https://kwaad.voorbeeld.nl/beheer", basis + ".kwaad.nl/", basis + "/aanmelden?fout")) {
      assertThat(naVerlopenSessie(elders)).as(elders).endsWith("/").doesNotContain("kwaad", "aanmelden");
    }
  }

  /** Where somebody lands who sends a form without a session and then signs in. */
  private String naVerlopenSessie(String verwijzer) throws Exception {
    client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    var verlopen =
        client.send(
            HttpRequest.newBuilder(URI.create(basis + "/beheer/regios/JZ16/organen"))
                .header("Accept", "text/html")
                .header("Referer", verwijzer)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("naam=Kopgroep"))
                .build(),
            BodyHandlers.ofString());
    assertThat(verlopen.headers().firstValue("Location").orElseThrow()).endsWith("/aanmelden?verlopen");
    return stuur("/aanmelden", Map.of("gebruikersnaam", "beheerder", "wachtwoord", "demo"))
        .headers().firstValue("Location").orElseThrow();
  }

  private void isAfgemeld(HttpClient sessie) throws Exception {
    client = sessie;
    var antwoord = haal("/mijn-account");
    assertThat(antwoord.statusCode()).isEqualTo(302);
    assertThat(antwoord.headers().firstValue("Location").orElseThrow()).endsWith("/aanmelden");
  }

  @Test
  void een_overleg_en_een_contact_worden_toegevoegd_en_geweigerde_invoer_blijft_staan() throws Exception {
    meldAan("beheerder", "demo");
    String naam = "Kopgroep " + uniek();
    assertThat(stuur("/beheer/regios/JZ16/organen", Map.of("naam", naam, "soort", "raad")).statusCode()).isEqualTo(422);
    assertThat(stuur("/beheer/regios/JZ16/organen", Map.of("naam", naam, "soort", "overig")).statusCode()).isEqualTo(302);
    String id = "jz16-" + naam.toLowerCase().replace(' ', '-');
    assertThat(haal("/beheer/regios/JZ16").body()).contains(naam, id, "geen contacten");
    var fout = stuur("/contacten/" + id, Map.of("functie", "Secretariaat", "mail", "geen adres"));
    assertThat(fout.statusCode()).isEqualTo(422);
    assertThat(fout.body()).contains("geen e-mailadres", "value=\"geen adres\"", "href=\"#contact-mail\"");
    assertThat(stuur("/contacten/" + id, Map.of("functie", "Secretariaat", "mail", "kop@voorbeeld.nl")).statusCode()).isEqualTo(302);

    meldAan("griffier", "demo");
    var gelezen = haal("/contacten/" + id);
    assertThat(gelezen.body()).contains("mailto:kop@voorbeeld.nl").doesNotContain("Contact toevoegen");
    assertThat(stuur("/contacten/" + id, Map.of("functie", "Ik", "mail", "ik@voorbeeld.nl")).statusCode()).isEqualTo(403);
    assertThat(stuur("/contacten/raad-gm0342", Map.of("functie", "Griffie " + naam, "mail", "griffie@voorbeeld.nl")).statusCode()).isEqualTo(302);
    assertThat(haal("/contacten").body()).contains("Griffie " + naam);
  }

  @Test
  void een_mislukte_job_staat_op_elke_pagina_van_de_beheerder_en_het_systeem_blijft_gezond() throws Exception {
    String job = motor.createJobQuery().withRetriesLeft().list().get(0).getId();
    motor.setJobRetries(job, 0);
    meldAan("secretaris", "demo");
    assertThat(haal("/agenda").body()).doesNotContain("storingbalk");
    meldAan("beheerder", "demo");
    assertThat(tekst(haal("/visies"))).contains("van het systeem is mislukt");
    assertThat(
            client
                .send(HttpRequest.newBuilder(URI.create(basis + "/actuator/health")).build(), BodyHandlers.ofString())
                .body())
        .contains("\"UP\"");
    assertThat(haal("/beheer/techniek").body()).contains("/beheer/techniek/storingen/" + job + "/opnieuw");
    assertThat(stuur("/beheer/techniek/storingen/" + job + "/opnieuw", Map.of()).statusCode()).isEqualTo(302);
    assertThat(stuur("/beheer/techniek/storingen/" + job + "/opnieuw", Map.of()).statusCode()).isEqualTo(409);
    assertThat(haal("/visies").body()).doesNotContain("storingbalk");
    assertThat(stuur("/beheer/techniek/agenda", Map.of()).statusCode()).isEqualTo(302);
    assertThat(tekst(haal("/beheer/techniek"))).contains("De agenda is herbouwd uit");
  }

  @Test
  void zoeken_toont_de_woorden_als_tekst_en_nooit_als_opmaak() throws Exception {
    meldAan("secretaris", "demo");
    var pagina = haal("/zoeken?q=" + URLEncoder.encode("<script>alert(1)</script>", StandardCharsets.UTF_8));
    assertThat(pagina.statusCode()).isEqualTo(200);
    assertThat(pagina.body()).doesNotContain("<script>alert").contains("Niets gevonden");
    assertThat(haal("/zoeken?q=REGIOVISIE+eemland").body()).contains("<mark>", "/visies/eemland-2027");
    assertThat(haal("/zoeken").body()).contains("Waar zoekt u naar?");
    assertThat(haal("/zoeken?q=x").body()).contains("Dat is te kort");
    assertThat(haal("/zoeken?q=soest&in=overleggen&pagina=99999999").statusCode()).isEqualTo(200);
    assertThat(haal("/zoeken?q=soest&in=onzin").statusCode()).isEqualTo(200);
  }

  @Test
  void wat_vertrouwelijk_is_staat_niet_in_de_uitslag_van_wie_het_niet_mag_inzien() throws Exception {
    String lezer = uniek();
    accounts.voegToe(lezer, "Lezer", WACHTWOORD, false, List.of(Toekenning.inRegio(Rol.LEZER, regio().get(0))));
    meldAan(lezer, WACHTWOORD);
    String zoek = "/zoeken?q=achterhoek";
    assertThat(haal(zoek).body()).contains("/visies/achterhoek-2027");
    var merk =
        vertrouwelijkheden.markeer(
            new Vertrouwelijkheden.Markering(
                "achterhoek-2027", null, null, Niveau.VERTROUWELIJK, "Artikel 5.1 Woo", overleg(), null),
            Gebruiker.secretarisVan(regio()));
    try {
      for (String wie : List.of(lezer, "beheerder")) {
        meldAan(wie, wie.equals(lezer) ? WACHTWOORD : "demo");
        assertThat(haal(zoek).body()).as(wie).doesNotContain("/visies/achterhoek-2027");
        assertThat(haal(zoek + "&in=visies").body()).as(wie).doesNotContain("achterhoek-2027", "Regiovisie jeugdhulp Achterhoek");
      }
      meldAan("secretaris", "demo");
      assertThat(haal(zoek).body()).contains("/visies/achterhoek-2027");
    } finally {
      vertrouwelijkheden.hefOp(merk.id(), "Proef voorbij.", Gebruiker.secretarisVan(regio()));
    }
  }

  private List<String> regio() {
    return visies.visie("achterhoek-2027").regios();
  }

  private String overleg() {
    return regios.overleggen(regio()).get(0).id();
  }
}
