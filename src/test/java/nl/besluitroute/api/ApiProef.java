package nl.besluitroute.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What tests of the API share: requests over real HTTP, and what a refusal looks like. */
abstract class ApiProef {
  @LocalServerPort int poort;
  @Autowired ObjectMapper json;

  final HttpClient client = HttpClient.newHttpClient();
  String basis;

  @BeforeEach
  void adres() {
    basis = "http://localhost:" + poort;
  }

  HttpRequest.Builder verzoek(String pad, String wie) {
    return verzoek(pad, wie, "demo");
  }

  HttpRequest.Builder verzoek(String pad, String wie, String wachtwoord) {
    var verzoek = HttpRequest.newBuilder(URI.create(basis + (pad.startsWith("/api") ? pad : Api.PAD + pad)));
    if (wie != null) {
      verzoek.header(
          "Authorization",
          "Basic " + Base64.getEncoder().encodeToString((wie + ":" + wachtwoord).getBytes(StandardCharsets.UTF_8)));
    }
    return verzoek;
  }

  HttpResponse<String> doe(HttpRequest.Builder verzoek) throws Exception {
    return client.send(verzoek.build(), BodyHandlers.ofString());
  }

  HttpResponse<String> haal(String pad) throws Exception {
    return doe(verzoek(pad, "secretaris"));
  }

  HttpResponse<String> stuur(String methode, String pad, String wie, String inhoud, String... koppen)
      throws Exception {
    var verzoek =
        verzoek(pad, wie)
            .header("Content-Type", "application/json")
            .method(methode, BodyPublishers.ofString(inhoud));
    for (int i = 0; i < koppen.length; i += 2) {
      verzoek.header(koppen[i], koppen[i + 1]);
    }
    return doe(verzoek);
  }

  JsonNode lees(HttpResponse<String> antwoord) throws Exception {
    return json.readTree(antwoord.body());
  }

  /** A problem with the status, in the form of RFC 9457 and with a sentence. */
  JsonNode probleem(HttpResponse<String> antwoord, int status) throws Exception {
    assertThat(antwoord.statusCode()).as(antwoord.body()).isEqualTo(status);
    assertThat(antwoord.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(antwoord.headers().firstValue("API-Version")).hasValue(Api.VERSIE);
    JsonNode probleem = lees(antwoord);
    assertThat(probleem.get("status").asInt()).isEqualTo(status);
    assertThat(probleem.get("title").asText()).isNotBlank();
    assertThat(probleem.get("detail").asText()).endsWith(".");
    assertThat(probleem.get("instance").asText()).startsWith("/api/v1/");
    assertThat(antwoord.body()).doesNotContain("Exception", "nl.besluitroute");
    return probleem;
  }

  static String kenmerk(HttpResponse<String> antwoord) {
    return antwoord.headers().firstValue("ETag").orElseThrow();
  }

  /** A vision in Gooi en Vechtstreek; its address. */
  String start(String id) throws Exception {
    return start(id, "{\"element\":\"uo_concept\",\"datum\":{\"tekst\":\"Sept/ Okt\",\"edtf\":\"2030-09/2030-10\"}}");
  }

  /** @param planning lines of the first plan, in JSON */
  String start(String id, String planning) throws Exception {
    var gestart =
        stuur(
            "POST",
            "/visies",
            "secretaris",
            """
            {"id":"%s","titel":"Proef %s","gevraagdBesluit":"De visie vaststellen.","looptijd":{"van":2028,"tot":2031},
             "regel":"alle_colleges","regios":["JZ16"],"deelnemers":["GM0376","GM0406"],"route":"route_colleges",
             "planning":[%s]}
            """
                .formatted(id, id, planning));
    assertThat(gestart.statusCode()).as(gestart.body()).isEqualTo(201);
    assertThat(gestart.headers().firstValue("Location")).hasValue(Api.PAD + "/visies/" + id);
    return "/visies/" + id;
  }
}
