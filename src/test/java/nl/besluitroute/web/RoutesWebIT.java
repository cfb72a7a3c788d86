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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.besluitroute.ondersteuning.Webtest;
import nl.besluitroute.visie.Routes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages of routes, over real HTTP on the real application. */
@Webtest
class RoutesWebIT {

  private static final String SCHEIDING = "grens7d1f";

  @LocalServerPort int poort;
  @Autowired Routes routes;
  private String basis;
  private HttpClient client;
  private String token;
  private final String sleutel = "route_" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);

  @BeforeEach
  void begin() throws Exception {
    basis = "http://localhost:" + poort;
    meldAan("secretaris");
  }

  private void meldAan(String wie) throws Exception {
    client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    token = token(haal("/aanmelden").body());
    formulier("/aanmelden", "gebruikersnaam=" + wie + "&wachtwoord=demo");
    token = token(haal("/agenda").body());
  }

  private static String token(String html) {
    Matcher token = Pattern.compile("name=\"_csrf\"[^>]*(?:value|content)=\"([^\"]+)\"").matcher(html);
    assertThat(token.find()).isTrue();
    return token.group(1);
  }

  private HttpResponse<String> haal(String pad) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(basis + pad)).header("Accept", "text/html").build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> formulier(String pad, String velden) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(basis + pad))
            .header("Accept", "text/html")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(velden + "&_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8)))
            .build(),
        BodyHandlers.ofString());
  }

  private HttpResponse<String> brengIn(String regio, String bestandsnaam, String bpmn) throws Exception {
    return brengIn(regio, bestandsnaam, bpmn, token);
  }

  private HttpResponse<String> brengIn(String regio, String bestandsnaam, String bpmn, String metToken) throws Exception {
    String inhoud =
        deel("name=\"_csrf\"", metToken)
            + deel("name=\"regio\"", regio)
            + deel("name=\"bestand\"; filename=\"" + bestandsnaam + "\"\r\nContent-Type: application/octet-stream", bpmn)
            + "--" + SCHEIDING + "--\r\n";
    return client.send(
        HttpRequest.newBuilder(URI.create(basis + "/routes/nieuw"))
            .header("Accept", "text/html")
            .header("Content-Type", "multipart/form-data; boundary=" + SCHEIDING)
            .POST(BodyPublishers.ofString(inhoud))
            .build(),
        BodyHandlers.ofString());
  }

  private static String deel(String kop, String waarde) {
    return "--" + SCHEIDING + "\r\nContent-Disposition: form-data; " + kop + "\r\n\r\n" + waarde + "\r\n";
  }

  private String tekening(String naam) throws Exception {
    return Files.readString(Path.of("bpmn/route_raden.bpmn"))
        .replace("\"route_raden\"", "\"" + sleutel + "\"")
        .replace("name=\"Raden stellen vast\"", "name=\"" + naam + "\"");
  }

  private String concept(String bpmn) throws Exception {
    var antwoord = brengIn("JZ20", "eigen.bpmn", bpmn);
    assertThat(antwoord.statusCode()).isEqualTo(302);
    return URI.create(antwoord.headers().firstValue("Location").orElseThrow()).getPath();
  }

  @Test
  void de_lijst_noemt_wat_er_is_en_biedt_sjablonen_en_tekeningen_aan() throws Exception {
    String lijst = haal("/routes").body();
    assertThat(lijst)
        .contains("Raden stellen vast", "Colleges besluiten, raden geïnformeerd", "Alle regio&#39;s", "in gebruik")
        .contains("href=\"/routes/nieuw\"", "href=\"/routes/sjablonen\"", "href=\"/routes/route_raden/versies/1.bpmn\"");
    var sjablonen = haal("/routes/sjablonen");
    assertThat(sjablonen.headers().firstValue("Content-Disposition").orElseThrow()).contains("besluitroute.json");
    assertThat(sjablonen.body()).contains("nl.besluitroute.overleg");
    var bpmn = haal("/routes/route_raden/versies/1.bpmn");
    assertThat(bpmn.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/xml");
    assertThat(bpmn.body()).isEqualTo(Files.readString(Path.of("bpmn/route_raden.bpmn")));
  }

  @Test
  void een_tekening_wordt_eerst_getoond_en_telt_pas_na_in_gebruik_nemen() throws Exception {
    String concept = concept(tekening("Eemland eerst"));
    String proef = haal(concept).body();
    assertThat(proef)
        .contains("Dit is een proef", "Eemland eerst", "niets, zij is nieuw", "eigen.bpmn")
        .contains("Zo staat zij op het spoor", "Daarna per gemeente", "Woudenberg", "data-bpmn=\"" + concept + "/tekening.bpmn\"")
        .contains("gaat de route terug naar ‘Definitieve tekst opstellen’", "stukken 5 werkdagen vooraf");
    assertThat(haal(concept + "/tekening.bpmn").body()).isEqualTo(tekening("Eemland eerst"));
    assertThat(routes.nieuwste(sleutel)).isEmpty();

    var zonder = formulier(concept, "toelichting=+");
    assertThat(zonder.statusCode()).isEqualTo(422);
    assertThat(zonder.body()).contains("Vul een toelichting in", "aria-invalid=\"true\"");
    assertThat(routes.nieuwste(sleutel)).isEmpty();

    var goed = formulier(concept, "toelichting=Zo+willen+wij+het.");
    assertThat(goed.statusCode()).isEqualTo(302);
    assertThat(routes.nieuwste(sleutel)).isPresent();
    String pagina = haal("/routes/" + sleutel).body();
    assertThat(pagina).contains("Versie 1 is in gebruik", "Route van de regio Eemland", "Zo willen wij het.", "Route intrekken");
    assertThat(haal(concept).statusCode()).isEqualTo(404);
    assertThat(haal("/routes").body()).contains("href=\"/routes/" + sleutel + "\"");
    assertThat(haal("/visies/nieuw?regio=JZ20").body()).contains("Eemland eerst");
    assertThat(haal("/visies/nieuw?regio=JZ16").body()).doesNotContain("Eemland eerst");
  }

  @Test
  void wat_overlapt_staat_in_woorden_bij_de_stap_ook_voordat_de_tekening_telt() throws Exception {
    String zin =
        "tegelijk met Ambtelijke klankbordgroep; na de vergadering van Ambtelijke klankbordgroep, op een eigen versie"
            + " en zonder de uitkomst af te wachten";
    assertThat(haal("/routes/route_colleges").body()).contains(zin);
    String tekening =
        Files.readString(Path.of("bpmn/route_colleges.bpmn")).replace("\"route_colleges\"", "\"" + sleutel + "\"");
    String concept = concept(tekening);
    assertThat(haal(concept).body()).contains(zin);
    formulier(concept, "toelichting=Zo.");
    String zonder = concept(tekening.replaceAll("<camunda:property name=\"overlapt\"[^>]*>", ""));
    assertThat(haal(zonder).body()).contains("Gewijzigd: Uitvoeringsoverleg.").doesNotContain("af te wachten");
  }

  @Test
  void een_volgende_versie_zegt_wat_er_verandert_en_dezelfde_dat_er_niets_verandert() throws Exception {
    formulier(concept(tekening("Eerste")), "toelichting=Eerste.");
    String tweede = concept(tekening("Tweede").replace("name=\"Directie-overleg\"", "name=\"Directeuren\""));
    assertThat(haal(tweede).body()).contains("versie 1 van", "Gewijzigd: Directeuren.");
    formulier(tweede, "toelichting=Tweede.");
    assertThat(haal("/routes/" + sleutel).body()).contains("Versie 2 is in gebruik", "Directeuren", "?versie=1");
    assertThat(haal("/routes/" + sleutel + "?versie=1").body()).contains("nu geldt versie 2", "vervangen").doesNotContain("Directeuren", "kunnen erop beginnen");
    assertThat(haal("/routes/" + sleutel + "/versies/1.bpmn").body()).isEqualTo(tekening("Eerste"));

    String zelfde = concept(haal("/routes/" + sleutel + "/versies/2.bpmn").body());
    assertThat(haal(zelfde).body()).contains("in gebruik nemen wijzigt niets");
    formulier(zelfde, "toelichting=Nog+eens.");
    assertThat(haal("/routes/" + sleutel).body()).contains("Dit is dezelfde tekening als versie 2; er is niets gewijzigd.");
    assertThat(routes.versies(sleutel)).hasSize(2);
  }

  @Test
  void een_geweigerde_tekening_geeft_een_pagina_met_element_en_herstel() throws Exception {
    var antwoord = brengIn("JZ20", "C:\\map\\mis<b>.bpmn", tekening("Mis").replace("\"uitvoeringsoverleg\"", "\"stuurgroep\""));
    assertThat(antwoord.statusCode()).isEqualTo(422);
    assertThat(antwoord.body())
        .contains("mis&lt;b&gt;.bpmn is nog geen route", "&#39;Uitvoeringsoverleg&#39; (uo_definitief)", "kies uit: projectgroep")
        .contains("selected=\"selected\">Eemland");
    assertThat(brengIn("JZ20", "leeg.bpmn", "").body()).contains("Kies het BPMN-bestand");
    assertThat(brengIn("JZ01", "x.bpmn", tekening("x")).body()).contains("Kies een regio waarvoor u routes beheert.");
    assertThat(brengIn("JZ20", "x.bpmn", tekening("x").replace(sleutel, "route_colleges")).body())
        .contains("voor alle regio&#39;s is", "ander kenmerk");
    String veel = tekening("x").replace("camunda:calledElementBinding=\"deployment\"", "camunda:class=\"x\" camunda:expression=\"y\" camunda:async=\"z\" camunda:type=\"q\"");
    assertThat(brengIn("JZ20", "x.bpmn", veel).body()).containsPattern("En nog \\d+ andere punten");
    assertThat(routes.nieuwste(sleutel)).isEmpty();
  }

  @Test
  void opmaak_in_een_naam_staat_als_tekst_op_elke_pagina() throws Exception {
    String naam = "&lt;script&gt;alert(1)&lt;/script&gt;";
    String bpmn =
        tekening(naam)
            .replace("name=\"Directie-overleg\"", "name=\"&lt;img src=x onerror=alert(1)&gt;\"")
            .replace("name=\"Is het advies negatief?\"", "name=\"&lt;b&gt;vraag\"");
    String concept = concept(bpmn);
    String proef = haal(concept).body();
    formulier(concept, "toelichting=%3Cb%3Ereden");
    for (String pagina :
        new String[] {
          proef, haal("/routes/" + sleutel).body(), haal("/routes").body(), haal("/visies/nieuw?regio=JZ20").body()
        }) {
      assertThat(pagina).contains("&lt;script&gt;alert(1)").doesNotContain("<script>alert", "<img src=x", "<b>vraag", "<b>reden");
    }
    assertThat(proef).contains("&lt;img src=x onerror=alert(1)&gt;", "&lt;b&gt;vraag");
  }

  @Test
  void elke_routepagina_draagt_het_strenge_beleid_en_niets_in_de_regel() throws Exception {
    String concept = concept(tekening("Beleid"));
    for (String pad : new String[] {"/routes", "/routes/nieuw", concept, "/routes/route_raden"}) {
      var antwoord = haal(pad);
      assertThat(antwoord.statusCode()).as(pad).isEqualTo(200);
      assertThat(antwoord.headers().firstValue("Content-Security-Policy")).hasValue(Beveiliging.CSP);
      assertThat(antwoord.body())
          .as(pad)
          .doesNotContain("style=\"", "<style", " onclick", "javascript:")
          .doesNotContainPattern("<script(?![^>]*\\ssrc=)[^>]*>");
    }
  }

  @Test
  void intrekken_vraagt_een_reden_en_haalt_de_route_uit_de_keuze() throws Exception {
    formulier(concept(tekening("Tijdelijk")), "toelichting=Even.");
    String pad = "/routes/" + sleutel + "/intrekken";
    var zonder = formulier(pad, "reden=");
    assertThat(zonder.statusCode()).isEqualTo(422);
    assertThat(zonder.body()).contains("Vul een reden in");
    assertThat(formulier(pad, "reden=Klaar.").statusCode()).isEqualTo(302);
    assertThat(haal("/routes/" + sleutel).body()).contains("De route is ingetrokken", "er begint geen visie meer op").doesNotContain("Route intrekken");
    assertThat(haal("/visies/nieuw?regio=JZ20").body()).doesNotContain("Tijdelijk");
    var start =
        formulier(
            "/visies/nieuw",
            "regio=JZ20&titel=Proef&kenmerk=proef-ingetrokken&besluit=Vaststellen.&van=2028&tot=2031&deelnemers=GM0342"
                + "&regel=alle_raden&route=" + sleutel);
    assertThat(start.statusCode()).isEqualTo(422);
    assertThat(start.body()).contains("Kies een route.");
  }

  @Test
  void wie_geen_routes_beheert_kijkt_alleen() throws Exception {
    String concept = concept(tekening("Van de secretaris"));
    formulier(concept(tekening("Van de secretaris")), "toelichting=x");
    for (String wie : new String[] {"manager", "griffier"}) {
      meldAan(wie);
      assertThat(haal("/routes").body()).contains("Raden stellen vast").doesNotContain("Eigen route inbrengen");
      assertThat(haal("/routes/" + sleutel).body()).doesNotContain("Route intrekken", "Nieuwe versie inbrengen");
      assertThat(haal("/routes/nieuw").statusCode()).isEqualTo(403);
      assertThat(brengIn("JZ20", "x.bpmn", tekening("x")).statusCode()).isEqualTo(403);
      assertThat(formulier("/routes/" + sleutel + "/intrekken", "reden=x").statusCode()).isEqualTo(403);
      assertThat(haal(concept).statusCode()).isEqualTo(404);
      assertThat(haal(concept + "/tekening.bpmn").statusCode()).isEqualTo(404);
      assertThat(formulier(concept, "toelichting=x").statusCode()).isEqualTo(404);
    }
    meldAan("beheerder");
    assertThat(haal("/routes/nieuw").body()).contains("Groningen");
    assertThat(haal(concept).statusCode()).isEqualTo(404);
    assertThat(routes.versies(sleutel)).hasSize(1);
  }

  @Test
  void zonder_token_of_boven_een_megabyte_komt_er_niets_binnen() throws Exception {
    assertThat(brengIn("JZ20", "x.bpmn", tekening("x"), "vals").statusCode()).isIn(401, 403, 302);
    var groot = brengIn("JZ20", "x.bpmn", tekening("x") + "<!--" + "x".repeat(1_100_000) + "-->");
    assertThat(groot.statusCode()).isEqualTo(413);
    assertThat(groot.body()).contains("kies een kleiner bestand");
    assertThat(routes.nieuwste(sleutel)).isEmpty();
  }

  @Test
  void wat_er_niet_is_geeft_404_met_een_zin() throws Exception {
    for (String pad :
        new String[] {
          "/routes/route_bestaat_niet", "/routes/route_raden?versie=99", "/routes/route_raden/versies/99.bpmn",
          "/routes/blok_overleg", "/routes/blok_overleg/versies/1.bpmn", "/routes/route_x/versies/1.bpmn",
          "/routes/concept/" + UUID.randomUUID(), "/routes/concept/x"
        }) {
      assertThat(haal(pad).statusCode()).as(pad).isEqualTo(404);
    }
    assertThat(formulier("/routes/route_bestaat_niet/intrekken", "reden=x").statusCode()).isEqualTo(404);
  }
}
