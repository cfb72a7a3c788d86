package nl.besluitroute.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.besluitroute.agenda.Agenda;
import nl.besluitroute.agenda.AgendaTaak;
import nl.besluitroute.besluitvorming.Besluiten;
import nl.besluitroute.besluitvorming.Opmerkingen;
import nl.besluitroute.besluitvorming.Zekerheid;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.ondersteuning.Webtest;
import nl.besluitroute.regio.Orgaansoort;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What a program gets at the API, over real HTTP on the real application. */
@Webtest
class ApiWebIT extends ApiProef {

  private static final String VISIE = "/visies/eemland-2027";

  @Autowired Agenda agenda;
  @Autowired Besluiten besluiten;
  @Autowired Opmerkingen opmerkingen;
  @Autowired Klok klok;
  @Autowired JdbcTemplate jdbc;
  @Autowired PlatformTransactionManager transacties;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping endpoints;

  // -- signing in ------------------------------------------------------------------------------

  @Test
  void zonder_of_met_verkeerde_aanmelding_volgt_een_401_als_probleem() throws Exception {
    var zonder = doe(verzoek("/mij", null));
    probleem(zonder, 401);
    assertThat(zonder.headers().firstValue("WWW-Authenticate").orElseThrow()).startsWith("Basic ");
    assertThat(zonder.headers().firstValue("Set-Cookie")).isEmpty();
    probleem(doe(verzoek("/mij", "secretaris", "fout")), 401);
    probleem(doe(verzoek("/bestaat-niet", null)), 401);
    assertThat(
            doe(verzoek("/mij", null).header("X-Requested-With", "XMLHttpRequest"))
                .headers()
                .firstValue("WWW-Authenticate")
                .orElseThrow())
        .startsWith("xBasic ");
  }

  @Test
  void een_sessie_van_de_paginas_meldt_hier_niet_aan() throws Exception {
    var browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    String pagina =
        browser.send(
                HttpRequest.newBuilder(URI.create(basis + "/aanmelden")).header("Accept", "text/html").build(),
                BodyHandlers.ofString())
            .body();
    Matcher token = Pattern.compile("name=\"_csrf\"[^>]*(?:value|content)=\"([^\"]+)\"").matcher(pagina);
    assertThat(token.find()).isTrue();
    browser.send(
        HttpRequest.newBuilder(URI.create(basis + "/aanmelden"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                BodyPublishers.ofString(
                    "gebruikersnaam=secretaris&wachtwoord=demo&_csrf="
                        + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8)))
            .build(),
        BodyHandlers.ofString());
    assertThat(
            browser.send(
                    HttpRequest.newBuilder(URI.create(basis + "/visies")).header("Accept", "text/html").build(),
                    BodyHandlers.ofString())
                .statusCode())
        .isEqualTo(200);
    assertThat(
            browser.send(
                    HttpRequest.newBuilder(URI.create(basis + Api.PAD + "/mij")).build(), BodyHandlers.ofString())
                .statusCode())
        .isEqualTo(401);
  }

  @Test
  void na_te_vaak_mislukken_moet_ook_een_programma_wachten() throws Exception {
    for (int i = 0; i < 5; i++) {
      probleem(doe(verzoek("/mij", "api-raadt", "fout")), 401);
    }
    var wacht = doe(verzoek("/mij", "api-raadt", "fout"));
    assertThat(probleem(wacht, 429).get("title").asText()).isEqualTo("Te vaak mislukt");
    assertThat(Integer.parseInt(wacht.headers().firstValue("Retry-After").orElseThrow())).isPositive();
    assertThat(haal("/mij").statusCode()).isEqualTo(200);
  }

  @Test
  void een_blokkade_telt_meteen_ook_als_het_wachtwoord_net_nog_klopte() throws Exception {
    assertThat(doe(verzoek("/mij", "manager")).statusCode()).isEqualTo(200);
    blokkeer("current_timestamp");
    try {
      probleem(doe(verzoek("/mij", "manager")), 401);
    } finally {
      blokkeer("null");
    }
  }

  private void blokkeer(String sinds) {
    new TransactionTemplate(transacties)
        .executeWithoutResult(
            s -> jdbc.update("update account set geblokkeerd_op = " + sinds + " where naam = 'manager'"));
  }

  // -- bad requests ----------------------------------------------------------------------------

  @Test
  void wat_niet_kan_wordt_geweigerd_met_een_zin() throws Exception {
    assertThat(probleem(haal("/visies?regoi=JZ20"), 400).get("detail").asText()).contains("'regoi'", "regio");
    for (String limiet : List.of("0", "201", "-1", "veel", "", "99999999999")) {
      assertThat(probleem(haal("/visies?limiet=" + limiet), 400).get("detail").asText())
          .as(limiet)
          .contains("1 tot en met 200");
    }
    assertThat(probleem(haal(VISIE + "/gebeurtenissen?na=%25"), 400).get("detail").asText()).contains("geen plaats");
    assertThat(probleem(haal(VISIE + "/gebeurtenissen?na=Zm9v"), 400).get("detail").asText()).contains("geen plaats");
    assertThat(probleem(haal("/taken?na=YWJj"), 400).get("detail").asText()).contains("geen plaats");
    assertThat(haal("/visies?stand=%00").statusCode()).isEqualTo(400);
    assertThat(probleem(haal("/visies?stand=raar"), 400).get("detail").asText()).contains("'raar'", "afwijkend");
    assertThat(probleem(haal(VISIE + "/behandelingen?ronde=raar"), 400).get("detail").asText()).contains("definitief");
    probleem(haal("/bestaat-niet"), 404);
    probleem(haal("/visies/"), 404);
    probleem(haal("/visies/bestaat-niet"), 404);
    probleem(haal(VISIE + "/besluiten/geen-uuid"), 404);
    probleem(haal(VISIE + "/stappen/lokaal~x"), 404);
    probleem(doe(verzoek("/visies", "secretaris").DELETE()), 405);
    probleem(doe(verzoek("/visies", "secretaris").header("Accept", "application/xml")), 406);
    probleem(
        doe(
            verzoek("/visies", "secretaris")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("x"))),
        415);
    probleem(stuur("POST", "/visies", "secretaris", "{\"titel\":\"" + "x".repeat(1_100_000) + "\"}"), 413);
    assertThat(doe(verzoek("/visies", "secretaris").header("Accept", "text/html")).statusCode()).isEqualTo(406);
  }

  @Test
  void een_veld_dat_er_niet_is_of_niet_past_wordt_genoemd() throws Exception {
    JsonNode onbekend = probleem(stuur("POST", "/visies", "secretaris", "{\"titeltje\":\"x\"}"), 400);
    assertThat(onbekend.at("/velden/0/pad").asText()).isEqualTo("titeltje");
    JsonNode dieper =
        probleem(
            stuur("POST", "/visies", "secretaris", "{\"planning\":[{\"datum\":{\"text\":\"x\"}}]}"), 400);
    assertThat(dieper.at("/velden/0/pad").asText()).isEqualTo("planning[0].datum.text");
    assertThat(
            probleem(stuur("POST", "/visies", "secretaris", "{\"looptijd\":{\"van\":\"straks\"}}"), 400)
                .at("/velden/0/melding")
                .asText())
        .contains("looptijd.van");
    for (String geenJson : List.of("{", "[]", "x", "{} {}", "")) {
      probleem(stuur("POST", "/visies", "secretaris", geenJson), 400);
    }
    JsonNode leeg = probleem(stuur("POST", "/visies", "secretaris", "{}"), 422);
    assertThat(leeg.get("velden").findValuesAsText("pad"))
        .contains("id", "titel", "gevraagdBesluit", "looptijd", "regel", "route");
  }

  // -- ETags -----------------------------------------------------------------------------------

  @Test
  void wat_niet_wijzigde_komt_niet_nog_eens() throws Exception {
    for (String pad :
        List.of(
            "/mij", "/visies", VISIE, VISIE + "/stappen", VISIE + "/stand", VISIE + "/besluiten",
            VISIE + "/gebeurtenissen", "/taken", "/regios", "/routes/route_raden/versies/1/tekening")) {
      var eerste = haal(pad);
      assertThat(eerste.statusCode()).as(pad).isEqualTo(200);
      var tweede = doe(verzoek(pad, "secretaris").header("If-None-Match", kenmerk(eerste)));
      assertThat(tweede.statusCode()).as(pad).isEqualTo(304);
      assertThat(tweede.body()).isEmpty();
      assertThat(doe(verzoek(pad, "secretaris").header("If-None-Match", "\"anders\"")).statusCode()).isEqualTo(200);
    }
    assertThat(haal("/mij").headers().firstValue("Cache-Control")).hasValue("private, no-cache");
  }

  @Test
  void een_datum_wijzigt_alleen_wie_de_vorige_zag() throws Exception {
    String stap = start("api-datum") + "/stappen/uo_concept";
    var gelezen = haal(stap);
    assertThat(lees(gelezen).at("/gepland/laatste").asText()).isEqualTo("2030-10-31");
    String nieuw = "{\"gepland\":{\"tekst\":\"16 september 2030\"},\"reden\":\"overleg verzet\"}";
    probleem(stuur("PATCH", stap, "secretaris", nieuw), 428);
    probleem(stuur("PATCH", stap, "secretaris", nieuw, "If-Match", "\"oud\""), 412);
    assertThat(kenmerk(haal(stap))).isEqualTo(kenmerk(gelezen));
    var eerste = stuur("PATCH", stap, "manager", nieuw, "If-Match", kenmerk(gelezen));
    assertThat(eerste.statusCode()).as(eerste.body()).isEqualTo(200);
    assertThat(lees(eerste).at("/gepland/edtf").asText()).isEqualTo("2030-09-16");
    assertThat(kenmerk(eerste)).isEqualTo(kenmerk(haal(stap))).isNotEqualTo(kenmerk(gelezen));
    probleem(stuur("PATCH", stap, "secretaris", nieuw, "If-Match", kenmerk(gelezen)), 412);
    JsonNode leeg = probleem(stuur("PATCH", stap, "secretaris", "{}", "If-Match", kenmerk(eerste)), 422);
    assertThat(leeg.get("velden").findValuesAsText("pad")).containsExactly("gepland", "reden");
    JsonNode raar =
        probleem(
            stuur("PATCH", stap, "secretaris", "{\"gepland\":{\"tekst\":\"x\",\"edtf\":\"gisteren\"},\"reden\":\"r\"}", "If-Match", "*"),
            422);
    assertThat(raar.at("/velden/0/melding").asText()).contains("EDTF");
    assertThat(haal("/visies/api-datum/gebeurtenissen").body()).contains("overleg verzet");
  }

  // -- pages -----------------------------------------------------------------------------------

  private List<JsonNode> alleBladzijden(String pad) throws Exception {
    List<JsonNode> rijen = new ArrayList<>();
    String adres = Api.PAD + pad;
    while (adres != null) {
      var antwoord = haal(adres);
      assertThat(antwoord.statusCode()).as(antwoord.body()).isEqualTo(200);
      JsonNode bladzijde = lees(antwoord);
      bladzijde.get("rijen").forEach(rijen::add);
      adres = bladzijde.get("volgende").isNull() ? null : bladzijde.get("volgende").asText();
      assertThat(antwoord.headers().firstValue("Link").orElse(null))
          .isEqualTo(adres == null ? null : "<" + adres + ">; rel=\"next\"");
    }
    return rijen;
  }

  @Test
  void een_lange_lijst_komt_heel_en_zonder_dubbele_over_bladzijde_na_bladzijde() throws Exception {
    Long aantal =
        jdbc.queryForObject(
            "select count(*) from journaal where visie = 'zuidoost-brabant-2027' and soort <> 'taak_afgerond'", Long.class);
    assertThat(aantal).isGreaterThan(40);
    List<JsonNode> gebeurtenissen = alleBladzijden("/visies/zuidoost-brabant-2027/gebeurtenissen?limiet=7");
    assertThat(gebeurtenissen).hasSize(aantal.intValue());
    List<String> tijden = gebeurtenissen.stream().map(g -> g.get("tijdstip").asText()).toList();
    assertThat(tijden).allMatch(t -> t.endsWith("Z"));
    assertThat(tijden.stream().map(java.time.Instant::parse)).isSortedAccordingTo(java.util.Comparator.reverseOrder());
    List<String> taken = alleBladzijden("/taken?limiet=2").stream().map(t -> t.get("id").asText()).toList();
    assertThat(taken).isEqualTo(alleBladzijden("/taken?limiet=200").stream().map(t -> t.get("id").asText()).toList());
    assertThat(new HashSet<>(taken)).hasSameSizeAs(taken).hasSizeGreaterThan(5);
    assertThat(alleBladzijden("/visies?limiet=1&toestand=onderweg").stream().map(v -> v.get("id").asText()))
        .contains("eemland-2027", "zuidoost-brabant-2027")
        .doesNotHaveDuplicates();
    assertThat(alleBladzijden("/visies?regio=JZ20").stream().map(v -> v.get("id").asText())).containsExactly("eemland-2027");
  }

  // -- the same as the pages -------------------------------------------------------------------

  private AgendaTaak taak(String visie, boolean lokaal) {
    return agenda.vanVisie(visie).stream().filter(t -> t.gemeente().isPresent() == lokaal).findFirst().orElseThrow();
  }

  @Test
  void een_taak_wordt_met_de_sleutels_van_haar_formulier_afgerond_of_geweigerd_zoals_op_de_pagina() throws Exception {
    start("api-taak");
    AgendaTaak taak = taak("api-taak", false);
    JsonNode formulier = lees(haal("/taken/" + taak.taak()));
    assertThat(formulier.at("/schema/components").findValuesAsText("key")).contains("groep");
    assertThat(formulier.at("/taak/visie").asText()).isEqualTo("api-taak");
    JsonNode vreemd = probleem(stuur("POST", "/taken/" + taak.taak() + "/afrondingen", "secretaris", "{\"hacker\":1}"), 422);
    assertThat(vreemd.toString()).contains("Het formulier heeft geen veld 'hacker'.");
    assertThat(agenda.vind(taak.taak())).isPresent();
    assertThat(
            probleem(stuur("POST", "/taken/" + taak.taak() + "/afrondingen", "griffier", "{}"), 403).get("detail").asText())
        .contains("legt dit vast");
    probleem(stuur("POST", "/taken/bestaat-niet/afrondingen", "secretaris", "{}"), 404);
    var goed =
        stuur(
            "POST",
            "/taken/" + taak.taak() + "/afrondingen",
            "secretaris",
            "{\"groep\":\"Aanbieders\",\"datum\":\"1 mei 2026\",\"deelnemers\":12,\"uitkomst\":\"goed\",\"verwerking\":\"ja\",\"meer\":\"nee\"}");
    assertThat(goed.statusCode()).as(goed.body()).isEqualTo(200);
    assertThat(lees(goed).get("visie").asText()).isEqualTo("api-taak");
    assertThat(
            probleem(stuur("POST", "/taken/" + taak.taak() + "/afrondingen", "secretaris", "{}"), 409).get("detail").asText())
        .contains("al afgerond door ambtelijk secretaris");
  }

  @Test
  void een_opmerking_wordt_een_keer_beantwoord() throws Exception {
    var open = opmerkingen.vanVisie("gooi-en-vechtstreek-2027").stream().filter(o -> o.open()).reduce((a, b) -> b).orElseThrow();
    String pad = "/visies/gooi-en-vechtstreek-2027/opmerkingen/" + open.id();
    JsonNode zonder = probleem(stuur("PUT", pad + "/antwoord", "secretaris", "{\"antwoord\":\"verwerkt\",\"versie\":\"9.9\"}"), 422);
    assertThat(zonder.at("/velden/0/pad").asText()).isEqualTo("versie");
    assertThat(probleem(stuur("PUT", pad + "/antwoord", "secretaris", "{}"), 422).at("/velden/0/pad").asText()).isEqualTo("antwoord");
    probleem(stuur("PUT", pad + "/antwoord", "secretaris", "{\"antwoord\":\"niet_overgenomen\",\"motivatie\":\"nee\"}", "If-Match", "\"oud\""), 412);
    probleem(stuur("PUT", pad + "/antwoord", "beheerder", "{\"antwoord\":\"niet_overgenomen\",\"motivatie\":\"nee\"}"), 403);
    var goed = stuur("PUT", pad + "/antwoord", "secretaris", "{\"antwoord\":\"niet_overgenomen\",\"motivatie\":\"nee\"}", "If-Match", kenmerk(haal(pad)));
    assertThat(goed.statusCode()).as(goed.body()).isEqualTo(200);
    assertThat(lees(haal(pad)).at("/antwoord/motivatie").asText()).isEqualTo("nee");
    probleem(stuur("PUT", pad + "/antwoord", "secretaris", "{\"antwoord\":\"niet_overgenomen\",\"motivatie\":\"nee\"}"), 409);
  }

  @Test
  void wie_deelneemt_wijzigt_met_een_reden_en_een_markering_houdt_achter() throws Exception {
    String visie = start("api-deelname");
    assertThat(stuur("POST", visie + "/toetredingen", "secretaris", "{\"gemeente\":\"GM0402\",\"reden\":\"sluit aan\"}").statusCode()).isEqualTo(201);
    probleem(stuur("POST", visie + "/toetredingen", "secretaris", "{\"gemeente\":\"GM0342\",\"reden\":\"x\"}"), 422);
    probleem(stuur("POST", visie + "/vertrekken", "secretaris", "{\"gemeente\":\"GM0406\"}"), 422);
    assertThat(stuur("POST", visie + "/vertrekken", "secretaris", "{\"gemeente\":\"GM0406\",\"reden\":\"eigen visie\"}").statusCode()).isEqualTo(201);
    assertThat(lees(haal(visie)).get("deelnemers").toString()).isEqualTo("[\"GM0376\",\"GM0402\"]");
    assertThat(doe(verzoek(visie, "beheerder")).statusCode()).isEqualTo(200);
    probleem(stuur("POST", visie + "/vertrouwelijkheden", "secretaris", "{\"niveau\":\"geheim\",\"grond\":\"x\",\"orgaan\":\"gv-pfho\"}"), 422);
    var merk = stuur("POST", visie + "/vertrouwelijkheden", "secretaris", "{\"niveau\":\"vertrouwelijk\",\"grond\":\"onderhandeling\",\"orgaan\":\"gv-pfho\"}");
    assertThat(merk.statusCode()).as(merk.body()).isEqualTo(201);
    probleem(doe(verzoek(visie, "beheerder")), 404);
    String op = visie + "/vertrouwelijkheden/" + lees(merk).get("id").asText() + "/opheffingen";
    probleem(stuur("POST", op, "beheerder", "{\"reden\":\"x\"}"), 404);
    assertThat(stuur("POST", op, "secretaris", "{\"reden\":\"voorbij\"}").statusCode()).isEqualTo(204);
    assertThat(doe(verzoek(visie, "beheerder")).statusCode()).isEqualTo(200);
  }

  @Test
  void een_duiding_vraagt_wat_zij_vervangt_en_de_stand_volgt() throws Exception {
    var besluit = besluiten.vanVisie("zuidoost-brabant-2027").stream().filter(b -> b.amendement().isPresent()).findFirst().orElseThrow();
    String pad = "/visies/zuidoost-brabant-2027/besluiten/" + besluit.id();
    String duiding = "{\"klasse\":\"opdracht\",\"eensluidend\":true,\"reden\":\"alleen een lokale opdracht\"}";
    probleem(stuur("POST", pad + "/duidingen", "secretaris", duiding), 428);
    probleem(stuur("POST", pad + "/duidingen", "manager", duiding, "If-Match", "*"), 403);
    var gelezen = haal(pad);
    var goed = stuur("POST", pad + "/duidingen", "secretaris", duiding, "If-Match", kenmerk(gelezen));
    assertThat(goed.statusCode()).as(goed.body()).isEqualTo(201);
    probleem(stuur("POST", pad + "/duidingen", "secretaris", duiding, "If-Match", kenmerk(gelezen)), 412);
    assertThat(lees(haal(pad)).get("duidingen").toString()).contains("alleen een lokale opdracht");
    probleem(stuur("POST", pad + "/bevestigingen", "secretaris", ""), 403);
  }

  @Test
  void pagina_en_api_weigeren_met_dezelfde_woorden() throws Exception {
    AgendaTaak raad = taak("zuidoost-brabant-2027", true);
    JsonNode api = probleem(doe(verzoek("/taken/" + raad.taak(), "griffier")), 403);
    assertThat(api.get("detail").asText())
        .isEqualTo("Alleen de gemeente zelf of een ambtelijk secretaris van de regio legt dit vast.");
    assertThat(probleem(doe(verzoek("/visies/gooi-en-vechtstreek-2027", "griffier")), 404).get("detail").asText())
        .isEqualTo("Deze visie bestaat niet, of u mag haar niet inzien.");
  }

  // -- corrections -----------------------------------------------------------------------------

  /** What somebody would send to leave everything as it was read. */
  private ObjectNode kopie(JsonNode gelezen, String... velden) {
    ObjectNode kopie = json.createObjectNode();
    for (String veld : velden) {
      kopie.set(veld, gelezen.get(veld));
    }
    return kopie.put("correctiereden", "Verkeerd overgenomen.");
  }

  @Test
  void een_besluit_corrigeert_alleen_wie_het_zag_en_wat_er_stond_blijft_leesbaar() throws Exception {
    String visie = "/visies/zuidoost-brabant-2027";
    var besluit =
        besluiten.vanVisie("zuidoost-brabant-2027").stream()
            .filter(b -> b.zekerheid() == Zekerheid.GEMELD && b.amendement().isEmpty())
            .findFirst()
            .orElseThrow();
    String pad = visie + "/besluiten/" + besluit.id();
    assertThat(lees(haal(pad + "/correcties")).get("rijen")).isEmpty();
    var gelezen = haal(pad);
    ObjectNode zo = kopie(lees(gelezen), "datum", "uitkomst", "versie", "dictum", "amendement", "bron").put("nummer", "R-17");
    probleem(stuur("POST", pad + "/correcties", "secretaris", zo.toString()), 428);
    probleem(stuur("POST", pad + "/correcties", "secretaris", zo.toString(), "If-Match", "\"oud\""), 412);
    probleem(stuur("POST", pad + "/correcties", "manager", zo.toString(), "If-Match", "*"), 403);
    JsonNode leeg = probleem(stuur("POST", pad + "/correcties", "secretaris", "{}", "If-Match", "*"), 422);
    assertThat(leeg.get("velden").findValuesAsText("pad")).containsExactly("datum", "uitkomst");
    JsonNode zonder = probleem(stuur("POST", pad + "/correcties", "secretaris", zo.deepCopy().put("correctiereden", " ").toString(), "If-Match", "*"), 422);
    assertThat(zonder.at("/velden/0/pad").asText()).isEqualTo("correctiereden");
    assertThat(kenmerk(haal(pad))).isEqualTo(kenmerk(gelezen));

    var goed = stuur("POST", pad + "/correcties", "secretaris", zo.toString(), "If-Match", kenmerk(gelezen));
    assertThat(goed.statusCode()).as(goed.body()).isEqualTo(201);
    assertThat(goed.headers().firstValue("Location")).hasValue(Api.PAD + pad + "/correcties");
    assertThat(lees(goed).get("standWordt")).isEqualTo(lees(goed).get("standWas"));
    probleem(stuur("POST", pad + "/correcties", "secretaris", zo.toString(), "If-Match", kenmerk(gelezen)), 412);
    assertThat(lees(haal(pad)).get("nummer").asText()).isEqualTo("R-17");
    JsonNode eerder = lees(haal(pad + "/correcties")).at("/rijen/0");
    assertThat(eerder.get("nummer")).isEqualTo(lees(gelezen).get("nummer"));
    assertThat(eerder.get("uitkomst").asText()).isEqualTo(besluit.uitkomst().code());
    assertThat(eerder.get("correctiereden").asText()).isEqualTo("Verkeerd overgenomen.");

    String orgaan = jdbc.queryForList("select id from orgaan where regio = 'JZ39' order by id", String.class).get(0);
    var merk =
        stuur(
            "POST",
            visie + "/vertrouwelijkheden",
            "secretaris",
            "{\"stap\":\"%s\",\"niveau\":\"vertrouwelijk\",\"grond\":\"proef\",\"orgaan\":\"%s\"}".formatted(StappenApi.inAdres(besluit.stap()), orgaan));
    assertThat(merk.statusCode()).as(merk.body()).isEqualTo(201);
    assertThat(lees(doe(verzoek(pad + "/correcties", "beheerder"))).get("rijen")).as("wie de woorden niet mag lezen").isEmpty();
    assertThat(lees(haal(pad + "/correcties")).get("rijen")).hasSize(1);
    stuur("POST", visie + "/vertrouwelijkheden/" + lees(merk).get("id").asText() + "/opheffingen", "secretaris", "{\"reden\":\"voorbij\"}");
  }

  @Test
  void een_conclusie_wordt_gecorrigeerd_bij_haar_behandeling() throws Exception {
    String lijst = "/visies/gooi-en-vechtstreek-2027/behandelingen";
    HttpResponse<String> gelezen = null;
    for (JsonNode rij : lees(haal(lijst)).get("rijen")) {
      if (rij.get("behandeld").asBoolean() && !rij.get("behandeling").isNull() && rij.get("datum").asText().matches("\\d\\d-\\d\\d-\\d\\d")) {
        gelezen = haal(lijst + "/" + rij.get("behandeling").asText());
      }
    }
    assertThat(gelezen).isNotNull();
    JsonNode was = lees(gelezen);
    String pad = lijst + "/" + was.get("id").asText();
    ObjectNode zo = kopie(was, "datum", "versie", "conclusie").put("reden", "Ter vergadering aangevuld.");
    probleem(stuur("POST", pad + "/correcties", "secretaris", zo.toString()), 428);
    probleem(stuur("POST", pad + "/correcties", "manager", zo.toString(), "If-Match", "*"), 403);
    assertThat(probleem(stuur("POST", pad + "/correcties", "secretaris", "{}", "If-Match", "*"), 422).get("velden").findValuesAsText("pad"))
        .containsExactly("datum", "versie", "conclusie");
    JsonNode raar = probleem(stuur("POST", pad + "/correcties", "secretaris", zo.deepCopy().put("conclusie", "mwah").toString(), "If-Match", "*"), 422);
    assertThat(raar.at("/velden/0/pad").asText()).isEqualTo("conclusie");
    var goed = stuur("POST", pad + "/correcties", "secretaris", zo.toString(), "If-Match", kenmerk(gelezen));
    assertThat(goed.statusCode()).as(goed.body()).isEqualTo(201);
    probleem(stuur("POST", pad + "/correcties", "secretaris", zo.toString(), "If-Match", kenmerk(gelezen)), 412);
    assertThat(lees(haal(pad)).get("reden").asText()).isEqualTo("Ter vergadering aangevuld.");
    assertThat(lees(haal(pad)).get("correcties").asInt()).isEqualTo(1);
    assertThat(lees(haal(pad + "/correcties")).at("/rijen/0/uitkomst")).isEqualTo(was.get("conclusie"));
    probleem(haal(lijst + "/geen-uuid"), 404);
  }

  // -- the route on the way --------------------------------------------------------------------

  @Test
  void een_wijziging_van_de_route_doet_wat_haar_voorbeeld_zei_en_anders_niets() throws Exception {
    String visie = start("api-route");
    String vraag = "{\"wijziging\":{\"soort\":\"overslaan\",\"element\":\"uo_concept\"}}";
    Long vooraf = jdbc.queryForObject("select count(*) from journaal", Long.class);
    var antwoord = stuur("POST", visie + "/routevoorbeelden", "secretaris", vraag);
    assertThat(antwoord.statusCode()).as(antwoord.body()).isEqualTo(200);
    JsonNode voorbeeld = lees(antwoord);
    assertThat(voorbeeld.get("kan").asBoolean()).as(antwoord.body()).isTrue();
    assertThat(voorbeeld.get("stappen")).anySatisfy(
        s -> {
          assertThat(s.get("element").asText()).isEqualTo("uo_concept");
          assertThat(s.get("gevolg").asText()).isEqualTo("vervalt");
        });
    assertThat(jdbc.queryForObject("select count(*) from journaal", Long.class)).as("zonder spoor").isEqualTo(vooraf);
    probleem(stuur("POST", visie + "/routevoorbeelden", "manager", vraag), 403);
    assertThat(probleem(stuur("POST", visie + "/routevoorbeelden", "secretaris", "{}"), 422).at("/velden/0/pad").asText()).isEqualTo("wijziging");
    JsonNode half = probleem(stuur("POST", visie + "/routevoorbeelden", "secretaris", "{\"wijziging\":{\"soort\":\"toevoegen\",\"doel\":\"raar\"}}"), 422);
    assertThat(half.get("velden").findValuesAsText("pad"))
        .containsExactly("wijziging.element", "wijziging.orgaan", "wijziging.doel", "wijziging.plek");
    JsonNode niet = lees(stuur("POST", visie + "/routevoorbeelden", "secretaris", "{\"wijziging\":{\"soort\":\"overslaan\",\"element\":\"bestaat_niet\"}}"));
    assertThat(niet.get("kan").asBoolean()).isFalse();
    assertThat(niet.get("beletselen")).isNotEmpty();

    String wijziging = vraag.substring(0, vraag.length() - 1) + ",\"kenmerk\":\"%s\",\"reden\":\"%s\"}";
    String kenmerk = voorbeeld.get("kenmerk").asText();
    JsonNode zonder = probleem(stuur("POST", visie + "/routewijzigingen", "secretaris", wijziging.formatted("", "")), 422);
    assertThat(zonder.get("velden").findValuesAsText("pad")).containsExactly("kenmerk", "reden");
    stuur("POST", visie + "/toetredingen", "secretaris", "{\"gemeente\":\"GM0402\",\"reden\":\"sluit aan\"}");
    JsonNode intussen = probleem(stuur("POST", visie + "/routewijzigingen", "secretaris", wijziging.formatted(kenmerk, "kan vervallen")), 409);
    String nieuw = intussen.at("/voorbeeld/kenmerk").asText();
    assertThat(nieuw).isNotBlank().isNotEqualTo(kenmerk);
    assertThat(intussen.get("title").asText()).isEqualTo("De visie is intussen veranderd");
    assertThat(lees(haal(visie + "/stappen/uo_concept")).get("toestand").asText()).isNotEqualTo("vervallen");
    var goed = stuur("POST", visie + "/routewijzigingen", "secretaris", wijziging.formatted(nieuw, "kan vervallen"));
    assertThat(goed.statusCode()).as(goed.body()).isEqualTo(201);
    assertThat(lees(goed)).isEqualTo(intussen.get("voorbeeld"));
    assertThat(lees(haal(visie + "/stappen/uo_concept")).get("toestand").asText()).isEqualTo("vervallen");
    assertThat(haal(visie + "/gebeurtenissen").body()).contains("route_gewijzigd", "kan vervallen");
  }

  private static final String HALVERWEGE =
      """
      {"id":"%s","titel":"Halverwege","gevraagdBesluit":"De visie vaststellen.","looptijd":{"van":2027,"tot":2030},
       "regel":"alle_raden","regios":["JZ16"],"deelnemers":["GM0376","GM0406"],"route":"route_raden","verleden":%s}
      """;

  @Test
  void een_visie_komt_halverwege_binnen_met_haar_verleden() throws Exception {
    String verleden =
        """
        {"versies":[{"nummer":"0.9","datum":"2025-11-03","onderdelen":[{"naam":"Regiovisie","tekst":"Concept"}]},
                    {"nummer":"1.0","datum":"2026-01-12","onderdelen":[{"naam":"Regiovisie","tekst":"Definitief"}]}],
         "stappen":[{"element":"tekst_concept","datum":{"tekst":"3 november 2025"}},
                    {"element":"participatie_partners","datum":{"tekst":"november, december 2025"}},
                    {"element":"klankbord_concept","datum":{"tekst":"Sept/ Okt","edtf":"2025-09/2025-10"},"conclusie":"leeg"},
                    {"element":"tekst_definitief","datum":{"tekst":"12 januari 2026"}},
                    {"element":"uo_definitief","datum":{"tekst":"20 januari 2026"},"conclusie":"met_opmerkingen","tekst":"Korter.","versie":"1.0"},
                    {"element":"do_definitief","overgeslagen":true},
                    {"element":"pfho_definitief","datum":{"tekst":"29 januari 2026"},"conclusie":"positief","versie":"1.0"}],
         "besluiten":[{"gemeente":"GM0376","orgaan":"college","datum":"2026-02-10","uitkomst":"conform","versie":"1.0",
                       "dictum":"De visie aan de raad voor te leggen.","bron":"https://voorbeeld.nl/besluitenlijst"}]}
        """;
    var gestart = stuur("POST", "/visies", "secretaris", HALVERWEGE.formatted("api-halverwege", verleden));
    assertThat(gestart.statusCode()).as(gestart.body()).isEqualTo(201);
    assertThat(lees(gestart).get("versie").asText()).isEqualTo("1.0");
    String visie = "/visies/api-halverwege";
    assertThat(lees(haal(visie + "/stappen/uo_definitief")).get("toestand").asText()).isEqualTo("gedaan");
    assertThat(lees(haal(visie + "/stappen/klankbord_concept")).at("/werkelijk/tekst").asText()).isEqualTo("Sept/ Okt");
    assertThat(lees(haal(visie + "/stappen/do_definitief")).get("toestand").asText()).isEqualTo("vervallen");
    assertThat(lees(haal(visie + "/besluiten")).get("rijen")).hasSize(1);
    assertThat(haal(visie + "/behandelingen?ronde=definitief").body()).contains("Met opmerkingen. Korter.");
    assertThat(haal(visie + "/gebeurtenissen").body()).contains("visie_ingebracht", "verleden_vastgelegd").doesNotContain("visie_gestart");
  }

  @Test
  void een_verleden_dat_niet_kan_wordt_per_veld_genoemd_en_laat_niets_achter() throws Exception {
    String kapot =
        """
        {"versies":[{"onderdelen":[{"naam":"x","kenmerk":"geen"}]}, null],"stappen":[{"datum":{"tekst":"ooit"}}],
         "besluiten":[{"gemeente":"GM0376","orgaan":"adviesraad"}]}
        """;
    JsonNode geweigerd = probleem(stuur("POST", "/visies", "secretaris", HALVERWEGE.formatted("api-kapot", kapot)), 422);
    assertThat(geweigerd.get("velden").findValuesAsText("pad"))
        .containsExactly(
            "verleden.versies[0].nummer", "verleden.versies[0].datum", "verleden.versies[0].onderdelen[0].kenmerk",
            "verleden.versies[1]", "verleden.stappen[0].element", "verleden.stappen[0].datum",
            "verleden.besluiten[0].orgaan", "verleden.besluiten[0].datum", "verleden.besluiten[0].uitkomst");
    for (String verleden :
        List.of(
            "{\"stappen\":[{\"element\":\"bestaat_niet\"}]}",
            "{\"besluiten\":[{\"gemeente\":\"GM9999\",\"orgaan\":\"raad\",\"datum\":\"2026-01-01\",\"uitkomst\":\"aangenomen\"}]}",
            "{\"versies\":[{\"nummer\":\"1.0\",\"datum\":\"2025-01-01\"}]}")) {
      probleem(stuur("POST", "/visies", "secretaris", HALVERWEGE.formatted("api-kapot", verleden)), 422);
      probleem(haal("/visies/api-kapot"), 404);
    }
  }

  @Test
  void een_gemeente_besluit_opnieuw_zolang_de_ronde_open_is() throws Exception {
    String visie = "zuidoost-brabant-2027";
    Set<String> aanZet = new HashSet<>();
    agenda.vanVisie(visie).forEach(t -> t.gemeente().ifPresent(aanZet::add));
    String gemeente =
        besluiten.vanVisie(visie).stream()
            .filter(b -> b.orgaansoort() == Orgaansoort.RAAD && b.uitkomst().besluit() && !aanZet.contains(b.gemeente()))
            .findFirst()
            .orElseThrow()
            .gemeente();
    String pad = "/visies/" + visie + "/herbesluiten";
    String invoer = "{\"gemeente\":\"" + gemeente + "\",\"reden\":\"De nieuwe raad wil opnieuw kijken.\"}";
    probleem(stuur("POST", pad, "manager", invoer), 403);
    probleem(stuur("POST", pad, "secretaris", "{\"reden\":\"x\"}"), 422);
    assertThat(stuur("POST", pad, "secretaris", invoer).statusCode()).isEqualTo(204);
    assertThat(haal("/visies/" + visie + "/gebeurtenissen?limiet=1").body()).contains("opnieuw_besluiten", "De nieuwe raad");
    String nietOpen = start("api-opnieuw") + "/herbesluiten";
    assertThat(probleem(stuur("POST", nietOpen, "secretaris", "{\"gemeente\":\"GM0376\",\"reden\":\"x\"}"), 422).get("detail").asText())
        .contains("geen besluitronde");
  }

  // -- work ------------------------------------------------------------------------------------

  @Test
  void een_taak_wordt_toegewezen_en_teruggegeven_door_wie_haar_zag() throws Exception {
    start("api-werk");
    String id = taak("api-werk", false).taak();
    String pad = "/taken/" + id;
    var gelezen = haal(pad);
    String mij = "{\"toegewezenAan\":\"secretaris\"}";
    probleem(stuur("PATCH", pad, "secretaris", mij), 428);
    probleem(stuur("PATCH", pad, "secretaris", mij, "If-Match", "\"oud\""), 412);
    probleem(stuur("PATCH", pad, "manager", mij, "If-Match", "*"), 403);
    var goed = stuur("PATCH", pad, "secretaris", mij, "If-Match", kenmerk(gelezen));
    assertThat(goed.statusCode()).as(goed.body()).isEqualTo(200);
    assertThat(kenmerk(goed)).isEqualTo(kenmerk(haal(pad))).isNotEqualTo(kenmerk(gelezen));
    probleem(stuur("PATCH", pad, "secretaris", mij, "If-Match", kenmerk(gelezen)), 412);
    assertThat(haal("/taken?toegewezen=secretaris").body()).contains(id);

    String dag = klok.vandaag().plusDays(3).toString();
    JsonNode opgevolgd = lees(stuur("PATCH", pad, "secretaris", "{\"opvolgen\":\"" + dag + "\"}", "If-Match", "*"));
    assertThat(opgevolgd.at("/taak/opvolgen").asText()).isEqualTo(dag);
    assertThat(opgevolgd.at("/taak/toegewezenAan").asText()).as("wat niet is genoemd, blijft").isEqualTo("secretaris");
    for (String fout :
        List.of("{}", "{\"toegewezenAan\":\"niemand\"}", "{\"toegewezenAan\":\"manager\",\"opvolgen\":null}", "{\"toegewezenAan\":7}", "{\"opvolgen\":\"morgen\"}", "{\"opvolgen\":\"+12000-01-01\"}", "{\"opvolgen\":\"+999999999-01-01\"}", "{\"toegewezenAan\":\"a\\u0000b\"}", "{\"opvolgen\":\"2020-01-01\",\"toegewezenAan\":null}")) {
      probleem(stuur("PATCH", pad, "secretaris", fout, "If-Match", "*"), 422);
    }
    JsonNode nog = lees(haal(pad)).get("taak");
    assertThat(List.of(nog.get("toegewezenAan").asText(), nog.get("opvolgen").asText())).as("alles of niets").containsExactly("secretaris", dag);
    JsonNode terug = lees(stuur("PATCH", pad, "secretaris", "{\"toegewezenAan\":null,\"opvolgen\":null}", "If-Match", "*"));
    assertThat(terug.at("/taak/toegewezenAan").isNull()).isTrue();
    assertThat(terug.at("/taak/opvolgen").isNull()).isTrue();
  }

  @Test
  void het_werk_wordt_tot_een_regio_beperkt() throws Exception {
    start("api-regio");
    for (JsonNode taak : alleBladzijden("/taken?regio=JZ16&limiet=3")) {
      assertThat(lees(haal("/visies/" + taak.get("visie").asText())).get("regios").findValuesAsText("code")).contains("JZ16");
    }
    assertThat(alleBladzijden("/taken?regio=JZ16").stream().map(t -> t.get("visie").asText())).contains("api-regio");
    assertThat(alleBladzijden("/taken?regio=JZ39").stream().map(t -> t.get("visie").asText())).isNotEmpty().doesNotContain("api-regio");
    assertThat(alleBladzijden("/taken?regio=JZ01")).isEmpty();
  }

  @Test
  void wie_een_visie_volgt_leest_haar_in_zijn_eigen_lijst() throws Exception {
    String visie = start("api-volgen");
    String pad = "/mij/gevolgd/api-volgen";
    for (int i = 0; i < 2; i++) {
      assertThat(doe(verzoek(pad, "manager").PUT(BodyPublishers.noBody())).statusCode()).isEqualTo(204);
    }
    probleem(doe(verzoek("/mij/gevolgd/bestaat-niet", "manager").PUT(BodyPublishers.noBody())), 404);
    stuur("POST", visie + "/toetredingen", "secretaris", "{\"gemeente\":\"GM0402\",\"reden\":\"sluit aan\"}");
    JsonNode rij = lees(doe(verzoek("/mij/gevolgd", "manager"))).at("/rijen/0");
    assertThat(rij.get("visie").asText()).isEqualTo("api-volgen");
    assertThat(rij.get("titel").asText()).isEqualTo("Proef api-volgen");
    assertThat(rij.get("wijzigingen").asLong()).isPositive();
    assertThat(haal("/mij/gevolgd").body()).doesNotContain("api-volgen");
    for (int i = 0; i < 2; i++) {
      assertThat(doe(verzoek(pad, "manager").DELETE()).statusCode()).isEqualTo(204);
    }
    assertThat(lees(doe(verzoek("/mij/gevolgd", "manager"))).get("rijen")).isEmpty();
  }

  // -- description -----------------------------------------------------------------------------

  @Test
  void de_beschrijving_is_open_geldig_en_volledig() throws Exception {
    var antwoord = doe(verzoek(Api.OPENAPI, null).header("Origin", "https://developer.overheid.nl"));
    assertThat(antwoord.statusCode()).isEqualTo(200);
    assertThat(antwoord.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
    ParseOptions opties = new ParseOptions();
    opties.setResolve(true);
    var gelezen = new OpenAPIV3Parser().readContents(antwoord.body(), null, opties);
    assertThat(gelezen.getMessages()).isEmpty();
    OpenAPI api = gelezen.getOpenAPI();
    Set<String> beschreven = new TreeSet<>();
    api.getPaths()
        .forEach(
            (pad, regels) ->
                regels
                    .readOperationsMap()
                    .forEach(
                        (methode, o) -> {
                          String naam = methode + " " + pad;
                          beschreven.add(naam);
                          assertThat(o.getSummary()).as(naam).isNotBlank();
                          assertThat(o.getTags()).as(naam).hasSize(1);
                          assertThat(o.getResponses()).as(naam).containsKeys("400", "401", "429");
                          if (o.getParameters() != null) {
                            assertThat(o.getParameters()).as(naam).noneMatch(p -> p.getName().equals("wie"));
                          }
                        }));
    Set<String> echt = new TreeSet<>();
    endpoints
        .getHandlerMethods()
        .forEach(
            (info, methode) -> {
              if (methode.getBeanType().getPackageName().equals(Api.class.getPackageName())) {
                info.getPatternValues()
                    .forEach(pad -> info.getMethodsCondition().getMethods().forEach(m -> echt.add(m + " " + pad)));
              }
            });
    assertThat(beschreven).isEqualTo(echt);
    assertThat(doe(verzoek(Api.OPENAPI + ".yaml", null)).body()).startsWith("openapi: 3.0");
  }
}
