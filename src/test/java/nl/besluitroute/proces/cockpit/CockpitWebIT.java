package nl.besluitroute.proces.cockpit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.besluitroute.agenda.Agenda;
import nl.besluitroute.ondersteuning.Webtest;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Cockpit and Tasklist over real HTTP: the beheerder looks, and nobody changes anything there. */
@Webtest
class CockpitWebIT {

  private static final String ENGINE = "/camunda/api/engine/engine/default";

  @LocalServerPort int poort;
  @Autowired Agenda agenda;
  @Autowired RuntimeService runtime;
  @Autowired IdentityService identiteit;

  private String basis;
  private final CookieManager koekjes = new CookieManager();
  private final HttpClient client = HttpClient.newBuilder().cookieHandler(koekjes).build();

  @Autowired ProcessEngine engine;

  @BeforeEach
  void adres() {
    basis = "http://localhost:" + poort;
    // Cockpit finds its engine in a register of the whole JVM, in which the suite's other contexts stand too.
    ProcessEngines.registerProcessEngine(engine);
  }

  private HttpResponse<String> haal(String pad) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(basis + pad)).header("Accept", "text/html,application/json,*/*").build(),
        BodyHandlers.ofString());
  }

  private HttpResponse<String> stuur(String methode, String pad, String inhoud) throws Exception {
    String token =
        koekjes.getCookieStore().getCookies().stream()
            .filter(k -> k.getName().equals("XSRF-TOKEN"))
            .map(HttpCookie::getValue)
            .reduce((a, b) -> b)
            .orElse("");
    return client.send(
        HttpRequest.newBuilder(URI.create(basis + pad))
            .header("Accept", "application/json")
            .header("Content-Type", "application/json")
            .header("X-XSRF-TOKEN", token)
            .method(methode, BodyPublishers.ofString(inhoud))
            .build(),
        BodyHandlers.ofString());
  }

  private void meldAan(String wie) throws Exception {
    Matcher token =
        Pattern.compile("name=\"_csrf\"[^>]*(?:value|content)=\"([^\"]+)\"").matcher(haal("/aanmelden").body());
    assertThat(token.find()).isTrue();
    client.send(
        HttpRequest.newBuilder(URI.create(basis + "/aanmelden"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                BodyPublishers.ofString(
                    "gebruikersnaam=" + wie + "&wachtwoord=demo&_csrf="
                        + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8)))
            .build(),
        BodyHandlers.ofString());
  }

  @Test
  void wie_niet_is_aangemeld_gaat_naar_onze_eigen_aanmeldpagina() throws Exception {
    var pagina = haal("/camunda/app/cockpit/default/");
    assertThat(pagina.statusCode()).isEqualTo(302);
    assertThat(pagina.headers().firstValue("Location").orElseThrow()).endsWith("/aanmelden");
    assertThat(stuur("GET", ENGINE + "/task", "").statusCode()).isEqualTo(401);
  }

  @Test
  void alleen_de_beheerder_komt_erin() throws Exception {
    for (String wie : List.of("secretaris", "griffier", "manager")) {
      meldAan(wie);
      for (String pad :
          List.of("/camunda/app/cockpit/default/", "/camunda/app/tasklist/default/", "/camunda/app/admin/default/", ENGINE + "/task", "/camunda/lib/deps.js")) {
        assertThat(haal(pad).statusCode()).as(wie + " " + pad).isEqualTo(403);
      }
    }
  }

  @Test
  void de_beheerder_kijkt_zonder_nog_eens_aan_te_melden() throws Exception {
    meldAan("beheerder");
    var cockpit = haal("/camunda/app/cockpit/default/");
    assertThat(cockpit.statusCode()).isEqualTo(200);
    assertThat(cockpit.body()).contains("cockpit");
    assertThat(cockpit.headers().firstValue("Content-Security-Policy").orElseThrow()).contains("script-src");
    assertThat(haal("/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);
    assertThat(haal("/camunda/api/admin/auth/user/default").body()).contains("\"userId\":\"beheerder\"");
    assertThat(haal(ENGINE + "/task/count").body()).contains("\"count\":");
    assertThat(stuur("POST", ENGINE + "/task", "{}").statusCode()).isEqualTo(200);
    assertThat(stuur("POST", ENGINE + "/history/process-instance/count", "{}").statusCode()).isEqualTo(200);
    assertThat(stuur("POST", "/camunda/api/cockpit/plugin/base/default/process-instance", "{}").statusCode()).isEqualTo(200);
    assertThat(haal("/").headers().firstValue("Location").orElseThrow()).endsWith("/agenda");
  }

  @Test
  void wat_schrijft_wordt_geweigerd_met_een_zin_en_verandert_niets() throws Exception {
    meldAan("beheerder");
    haal("/camunda/app/cockpit/default/");
    String taak = agenda.vanVisie("eemland-2027").get(0).taak();
    String instantie = runtime.createProcessInstanceQuery().list().get(0).getId();
    long voor = runtime.createProcessInstanceQuery().count();
    for (String[] schrijft :
        new String[][] {
          {"POST", "/task/" + taak + "/complete"},
          {"POST", "/task/" + taak + "/claim"},
          {"POST", "/task/" + taak + "/submit-form"},
          {"POST", "/task/create"},
          {"PUT", "/task/" + taak},
          {"POST", "/process-definition/key/route_raden/start"},
          {"POST", "/process-instance/" + instantie + "/modification"},
          {"PUT", "/process-instance/" + instantie + "/variables/stap"},
          {"PUT", "/process-instance/" + instantie + "/suspended"},
          {"DELETE", "/process-instance/" + instantie},
          {"POST", "/deployment/create"},
          {"POST", "/message"},
          {"POST", "/migration/execute"},
          {"PUT", "/job/x/retries"},
          {"POST", "/user/create"},
          {"POST", "/filter/create"}
        }) {
      var antwoord = stuur(schrijft[0], ENGINE + schrijft[1], "{}");
      assertThat(antwoord.statusCode()).as(schrijft[1]).isEqualTo(403);
      assertThat(antwoord.body()).as(schrijft[1]).contains("alleen om te kijken");
    }
    assertThat(stuur("POST", "/camunda/api/admin/setup/default/user/create", "{}").statusCode()).isEqualTo(403);
    assertThat(stuur("POST", "/camunda/api/admin/auth/user/default/login/cockpit", "").statusCode()).isEqualTo(403);
    assertThat(agenda.vind(taak)).isPresent();
    assertThat(runtime.createProcessInstanceQuery().count()).isEqualTo(voor);
  }

  @Test
  void de_engine_kent_onze_mensen_en_kan_er_geen_maken() {
    assertThat(identiteit.isReadOnly()).isTrue();
    assertThat(identiteit.createUserQuery().userId("beheerder").count()).isEqualTo(1);
    assertThat(identiteit.createUserQuery().userId("bestaat-niet").count()).isZero();
    assertThat(identiteit.createUserQuery().userId("demo").count()).isZero();
    assertThat(identiteit.checkPassword("beheerder", "demo")).isFalse();
  }

  @Test
  void de_rest_van_de_engine_is_er_niet() throws Exception {
    meldAan("beheerder");
    assertThat(haal("/engine-rest").statusCode()).isEqualTo(404);
    assertThat(haal("/engine-rest/task").statusCode()).isEqualTo(404);
  }
}
