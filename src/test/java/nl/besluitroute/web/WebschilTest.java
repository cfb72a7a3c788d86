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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** What guards the pages, over real HTTP. */
class WebschilTest {

  private static final String PAGINA = "text/html";
  private static final String DATA = "application/json";

  private static ConfigurableApplicationContext app;
  private static String basis;
  private final HttpClient client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

  @BeforeAll
  static void start() {
    app = VoorbeeldApp.start(0);
    basis = "http://localhost:" + app.getEnvironment().getProperty("local.server.port");
  }

  @AfterAll
  static void stop() {
    app.close();
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

  /** Signs in and gives the token of the task page. */
  private String meldAan() throws Exception {
    String token = token(haal("/aanmelden", PAGINA).body());
    stuur(
        "/aanmelden",
        "application/x-www-form-urlencoded",
        null,
        BodyPublishers.ofString(
            "gebruikersnaam=secretaris&wachtwoord=demo&_csrf="
                + URLEncoder.encode(token, StandardCharsets.UTF_8)));
    return token(haal("/taken/1", PAGINA).body());
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
    for (String pad : new String[] {"/agenda", "/taken/1", "/visies", "/visies/1", "/visies/1/diagram", "/visies/1/opmerkingen"}) {
      assertThat(haal(pad, PAGINA).body())
          .as(pad)
          .doesNotContain("style=\"", "<style", " onclick", "javascript:")
          .doesNotContainPattern("<script(?![^>]*\\ssrc=)[^>]*>");
    }
  }

  @Test
  void bestanden_hebben_een_adres_dat_met_hun_inhoud_verandert() throws Exception {
    Matcher css = Pattern.compile("href=\"(/css/besluitroute-[0-9a-f]{32}\\.css)\"").matcher(haal("/aanmelden", PAGINA).body());
    assertThat(css.find()).isTrue();
    var antwoord = haal(css.group(1), "text/css");
    assertThat(antwoord.statusCode()).isEqualTo(200);
    assertThat(antwoord.headers().firstValue("Cache-Control").orElseThrow()).contains("max-age=31536000");
  }

  @Test
  void wie_niet_is_aangemeld_krijgt_de_aanmeldpagina_en_een_script_een_401() throws Exception {
    var pagina = haal("/visies/1", PAGINA);
    assertThat(pagina.statusCode()).isEqualTo(302);
    assertThat(pagina.headers().firstValue("Location").orElseThrow()).endsWith("/aanmelden");
    var data = haal("/taken/1/formulier", DATA);
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
    var pagina = haal("/visies/99", PAGINA);
    assertThat(pagina.statusCode()).isEqualTo(404);
    assertThat(pagina.body()).contains("Deze visie bestaat niet, of u mag haar niet zien.");
    assertThat(haal("/bestaat/niet", DATA).body()).contains("Deze pagina bestaat niet");
  }

  @Test
  void zonder_token_gebeurt_er_niets() throws Exception {
    meldAan();
    assertThat(stuur("/taken/1", DATA, null, BodyPublishers.ofString("{\"invoer\":{}}")).statusCode())
        .isEqualTo(401);
  }

  @Test
  void onleesbare_invoer_is_een_400_in_woorden() throws Exception {
    String token = meldAan();
    var antwoord = stuur("/taken/1", DATA, token, BodyPublishers.ofString("{\"invoer\":"));
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
      var antwoord = stuur("/taken/1", DATA, token, inhoud);
      assertThat(antwoord.statusCode()).isEqualTo(413);
      assertThat(antwoord.headers().firstValue("Content-Type")).hasValue("application/problem+json");
      assertThat(antwoord.body()).contains("Dit is te veel in één keer");
    }
    byte[] klein = ("{\"invoer\":{\"tekst\":\"" + "x".repeat(100_000) + "\"}}").getBytes(StandardCharsets.UTF_8);
    assertThat(stuur("/taken/1", DATA, token, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(klein))).statusCode())
        .isEqualTo(200);
  }
}
