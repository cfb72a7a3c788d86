package nl.besluitroute.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.ondersteuning.Webtest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a program plans at the API: the plan, 'stel dat', the calendars of bodies, signals and the year. */
@Webtest
class ApiPlanningWebIT extends ApiProef {
  private static final String PFHO = "/organen/eem-pfho";

  @Autowired JdbcTemplate jdbc;
  @Autowired Klok klok;

  private long journaal() {
    return jdbc.queryForObject("select count(*) from journaal", Long.class);
  }

  private static List<String> velden(JsonNode probleem) {
    return probleem.get("velden").findValuesAsText("pad");
  }

  private JsonNode goed(HttpResponse<String> antwoord, int status) throws Exception {
    assertThat(antwoord.statusCode()).as(antwoord.body()).isEqualTo(status);
    return lees(antwoord);
  }

  // -- the plan ----------------------------------------------------------------------------------

  @Test
  void elke_visie_heeft_een_plan_met_een_zin_en_wie_haar_niet_mag_inzien_krijgt_er_geen() throws Exception {
    JsonNode visies = goed(haal("/visies"), 200).get("rijen");
    assertThat(visies).hasSizeGreaterThan(3);
    for (JsonNode visie : visies) {
      JsonNode plan = goed(haal("/visies/" + visie.get("id").asText() + "/plan"), 200);
      assertThat(plan.get("zin").asText()).as(visie.get("id").asText()).endsWith(".");
      for (JsonNode melding : plan.get("meldingen")) {
        assertThat(melding.get("zin").asText()).endsWith(".");
      }
    }
    JsonNode plan = goed(haal("/visies/eemland-2027/plan"), 200);
    assertThat(plan.get("stappen").findValuesAsText("stap"))
        .isSubsetOf(goed(haal("/visies/eemland-2027/stappen"), 200).get("rijen").findValuesAsText("id"));
    assertThat(plan.get("stappen").findValuesAsText("gemeente")).contains("GM0342");
    probleem(doe(verzoek("/visies/gooi-en-vechtstreek-2027/plan", "griffier")), 404);
    probleem(haal("/visies/bestaat-niet/plan"), 404);
  }

  @Test
  void wat_het_plan_voorstelt_wordt_geheel_overgenomen_door_wie_het_zo_zag() throws Exception {
    String pad = start("api-plan") + "/plan";
    JsonNode plan = goed(haal(pad), 200);
    assertThat(plan.get("voorstellen")).isNotEmpty();
    String zo = "{\"kenmerk\":\"%s\",\"reden\":\"Uit de kalenders.\"}";
    long vooraf = journaal();
    assertThat(velden(probleem(stuur("POST", pad + "/overname", "secretaris", "{}"), 422))).containsExactly("kenmerk", "reden");
    assertThat(probleem(stuur("POST", pad + "/overname", "secretaris", zo.formatted("oud")), 409).get("detail").asText())
        .contains("intussen veranderd");
    probleem(stuur("POST", pad + "/overname", "griffier", zo.formatted(plan.get("kenmerk").asText())), 404);
    probleem(stuur("POST", pad + "/overname", "beheerder", zo.formatted(plan.get("kenmerk").asText())), 422);
    assertThat(journaal()).isEqualTo(vooraf);
    assertThat(goed(haal(pad), 200)).isEqualTo(plan);

    var antwoord = stuur("POST", pad + "/overname", "secretaris", zo.formatted(plan.get("kenmerk").asText()));
    JsonNode gedaan = goed(antwoord, 201);
    assertThat(antwoord.headers().firstValue("Location")).hasValue(Api.PAD + pad);
    assertThat(gedaan.get("stappen").asInt()).isEqualTo(plan.get("voorstellen").size());
    assertThat(gedaan.get("plan")).isEqualTo(goed(haal(pad), 200));
    assertThat(gedaan.at("/plan/voorstellen")).isEmpty();
    assertThat(gedaan.at("/plan/einde")).isEqualTo(plan.get("einde"));
    JsonNode eerste = plan.at("/voorstellen/0");
    assertThat(goed(haal("/visies/api-plan/stappen/" + eerste.get("stap").asText()), 200).at("/gepland/edtf"))
        .isEqualTo(eerste.get("wordt"));
    assertThat(haal("/visies/api-plan/gebeurtenissen").body()).contains("Uit de kalenders.");
    probleem(stuur("POST", pad + "/overname", "secretaris", zo.formatted(gedaan.at("/plan/kenmerk").asText())), 422);
  }

  @Test
  void een_streefdatum_zet_wie_plant_en_de_vorige_zag_en_het_plan_zegt_of_zij_wordt_gehaald() throws Exception {
    String visie = start("api-streef", "");
    String pad = visie + "/streefdatum";
    var gelezen = haal(pad);
    assertThat(goed(gelezen, 200).get("dag").isNull()).isTrue();
    String morgen = "{\"dag\":\"" + klok.vandaag().plusDays(1) + "\",\"reden\":\"Inkoop.\"}";
    probleem(stuur("PUT", pad, "secretaris", morgen), 428);
    probleem(stuur("PUT", pad, "secretaris", morgen, "If-Match", "\"oud\""), 412);
    probleem(stuur("PUT", pad, "beheerder", morgen, "If-Match", "*"), 403);
    assertThat(velden(probleem(stuur("PUT", pad, "secretaris", "{}", "If-Match", "*"), 422))).containsExactly("dag");
    for (String dag : List.of(klok.vandaag().minusDays(1).toString(), "9999-12-31", "+123456-01-01")) {
      probleem(stuur("PUT", pad, "secretaris", "{\"dag\":\"" + dag + "\"}", "If-Match", "*"), 422);
    }
    assertThat(kenmerk(haal(pad))).isEqualTo(kenmerk(gelezen));

    var gezet = stuur("PUT", pad, "manager", morgen, "If-Match", kenmerk(gelezen));
    assertThat(goed(gezet, 200)).isEqualTo(goed(haal(pad), 200));
    JsonNode plan = goed(haal(visie + "/plan"), 200);
    assertThat(plan.get("streefdatum").asText()).isEqualTo(klok.vandaag().plusDays(1).toString());
    assertThat(plan.get("streefdatumGehaald").asBoolean(true)).isFalse();
    assertThat(plan.get("haalbaar").asBoolean(true)).isFalse();
    assertThat(plan.get("meldingen").findValuesAsText("knelpunt")).contains("true");
    probleem(stuur("DELETE", pad, "secretaris", "", "If-Match", kenmerk(gelezen)), 412);
    assertThat(goed(stuur("DELETE", pad + "?reden=vervalt", "secretaris", "", "If-Match", kenmerk(gezet)), 200).get("dag").isNull())
        .isTrue();
    assertThat(goed(haal(visie + "/plan"), 200).get("streefdatumGehaald").isNull()).isTrue();
  }

  @Test
  void uitstel_doet_wat_de_gevolgen_zeiden_en_anders_niets() throws Exception {
    String visie = start("api-stel", "");
    String pad = visie + "/plan/stel-dat";
    String was = goed(haal(visie + "/stappen/uo_concept"), 200).toString();
    LocalDate vanaf = LocalDate.parse(stap(goed(haal(visie + "/plan"), 200), "uo_concept").get("gepland").asText()).plusDays(1);
    for (String vraag :
        List.of("", "?stap=uo_concept", "?vanaf=" + vanaf, "?stap=uo_concept&vanaf=morgen", "?stap=uo_concept&vanaf=2300-01-01")) {
      probleem(haal(pad + vraag), 400);
    }
    probleem(haal(pad + "?stap=bestaat_niet&vanaf=" + vanaf), 404);
    probleem(haal(pad + "?stap=uo_concept&vanaf=" + klok.vandaag().minusDays(1)), 422);
    probleem(haal(pad + "?stap=uo_concept&vanaf=" + klok.vandaag().plusYears(3).plusDays(1)), 422);
    long vooraf = journaal();
    String vraag = "{\"stap\":\"uo_concept\",\"vanaf\":\"" + vanaf + "\",\"kenmerk\":\"%s\",\"reden\":\"Nog niet rijp.\"}";
    JsonNode gevolgen = goed(haal(pad + "?stap=uo_concept&vanaf=" + vanaf), 200);
    JsonNode regel = gevolgen.at("/visies/0/stappen/0");
    assertThat(gevolgen.at("/visies/0/visie").asText()).isEqualTo("api-stel");
    assertThat(regel.get("stap").asText()).isEqualTo("uo_concept");
    assertThat(regel.get("gaatMee").asBoolean()).isTrue();
    assertThat(velden(probleem(stuur("POST", pad, "secretaris", "{}"), 422))).containsExactly("stap", "vanaf", "kenmerk", "reden");
    JsonNode oud = probleem(stuur("POST", pad, "secretaris", vraag.formatted("oud")), 409);
    assertThat(oud.get("title").asText()).isEqualTo("Bekijk eerst de gevolgen");
    assertThat(oud.get("gevolgen")).isEqualTo(gevolgen);
    probleem(stuur("POST", pad, "griffier", vraag.formatted(gevolgen.get("kenmerk").asText())), 404);
    assertThat(journaal()).isEqualTo(vooraf);
    assertThat(goed(haal(visie + "/stappen/uo_concept"), 200).toString()).isEqualTo(was);

    JsonNode gedaan = goed(stuur("POST", pad, "secretaris", vraag.formatted(gevolgen.get("kenmerk").asText())), 201);
    assertThat(gedaan.get("stappen").asLong())
        .isEqualTo(gevolgen.at("/visies/0/stappen").findValuesAsText("wordt").stream().filter(w -> !w.equals("null")).count());
    assertThat(goed(haal(visie + "/stappen/uo_concept"), 200).at("/gepland/edtf")).isEqualTo(regel.get("wordt"));
    assertThat(gedaan.at("/plan/einde")).isEqualTo(gevolgen.at("/visies/0/einde"));
  }

  private static JsonNode stap(JsonNode plan, String id) {
    for (JsonNode stap : plan.get("stappen")) {
      if (stap.get("stap").asText().equals(id)) {
        return stap;
      }
    }
    throw new AssertionError("Geen stap " + id + " in " + plan);
  }

  // -- meetings ----------------------------------------------------------------------------------

  @Test
  void een_vergadering_wordt_toegevoegd_verplaatst_en_vervalt() throws Exception {
    String lijst = PFHO + "/vergaderingen";
    LocalDate dag = klok.vandaag().plusYears(4).withMonth(3).withDayOfMonth(9);
    long vooraf = journaal();
    String nieuw = "{\"dag\":\"" + dag + "\",\"aanvang\":\"13:15\",\"titel\":\"Extra\",\"plaats\":\"Amersfoort\"}";
    assertThat(velden(probleem(stuur("POST", lijst, "secretaris", "{\"aanvang\":\"laat\"}"), 422))).containsExactly("aanvang", "dag");
    assertThat(velden(probleem(stuur("POST", lijst, "secretaris", "{\"dag\":\"2020-01-01\"}"), 422))).containsExactly("dag");
    assertThat(velden(probleem(stuur("POST", lijst, "secretaris", "{\"dag\":\"+99999-01-01\"}"), 422))).containsExactly("dag");
    assertThat(velden(probleem(stuur("POST", lijst, "secretaris", nieuw.replace("Extra", "x".repeat(201))), 422))).containsExactly("titel");
    probleem(stuur("POST", lijst, "griffier", nieuw), 403);
    probleem(stuur("POST", lijst, "beheerder", "{}"), 403);
    probleem(stuur("POST", "/organen/bestaat-niet/vergaderingen", "secretaris", nieuw), 404);
    assertThat(journaal()).isEqualTo(vooraf);

    var gemaakt = stuur("POST", lijst, "secretaris", nieuw);
    JsonNode vergadering = goed(gemaakt, 201).get("vergadering");
    String pad = lijst + "/" + vergadering.get("id").asText();
    assertThat(gemaakt.headers().firstValue("Location")).hasValue(Api.PAD + pad);
    assertThat(vergadering.get("aanvang").asText()).isEqualTo("13:15");
    assertThat(kenmerk(gemaakt)).isEqualTo(kenmerk(haal(pad)));
    assertThat(kenmerk(doe(verzoek(pad, "griffier")))).as("iedereen leest").isEqualTo(kenmerk(gemaakt));
    assertThat(velden(probleem(stuur("POST", lijst, "secretaris", nieuw), 422))).containsExactly("dag");
    probleem(haal("/organen/eem-klankbordgroep/vergaderingen/" + vergadering.get("id").asText()), 404);
    probleem(haal(lijst + "/geen-nummer"), 404);
    probleem(haal(lijst + "/" + UUID.randomUUID()), 404);

    LocalDate zondag = dag.with(java.time.temporal.TemporalAdjusters.next(java.time.DayOfWeek.SUNDAY));
    String verzet = "{\"dag\":\"" + zondag + "\",\"reden\":\"Zaal bezet.\"}";
    probleem(stuur("PATCH", pad, "secretaris", verzet), 428);
    probleem(stuur("PATCH", pad, "secretaris", verzet, "If-Match", "\"oud\""), 412);
    probleem(stuur("PATCH", pad, "griffier", verzet, "If-Match", "*"), 403);
    probleem(stuur("PATCH", pad, "secretaris", "{}", "If-Match", "*"), 422);
    assertThat(velden(probleem(stuur("PATCH", pad, "secretaris", "{\"dag\":\"" + zondag + "\"}", "If-Match", "*"), 422))).containsExactly("reden");
    assertThat(velden(probleem(stuur("PATCH", pad, "secretaris", "{\"aanvang\":7,\"titel\":8}", "If-Match", "*"), 422))).containsExactly("titel", "aanvang");
    probleem(stuur("PATCH", pad, "secretaris", verzet.replace("\"dag\"", "\"titel\":\"Half\",\"dag\"").replace(zondag.toString(), "2020-01-01"), "If-Match", "*"), 422);
    assertThat(kenmerk(haal(pad))).as("alles of niets").isEqualTo(kenmerk(gemaakt));

    JsonNode gevolgen = goed(haal(pad + "/gevolgen?dag=" + zondag), 200);
    assertThat(gevolgen.get("visies")).isEmpty();
    JsonNode nu = goed(stuur("PATCH", pad, "secretaris", verzet, "If-Match", kenmerk(gemaakt)), 200);
    assertThat(nu.at("/vergadering/dag").asText()).isEqualTo(zondag.toString());
    assertThat(nu.at("/vergadering/aanvang").asText()).as("wat niet is genoemd, blijft").isEqualTo("13:15");
    assertThat(nu.get("waarschuwingen").toString()).contains("weekend");
    JsonNode kaal = goed(stuur("PATCH", pad, "secretaris", "{\"titel\":null,\"plaats\":\"Baarn\"}", "If-Match", "*"), 200);
    assertThat(kaal.at("/vergadering/titel").isNull()).isTrue();
    assertThat(kaal.at("/vergadering/plaats").asText()).isEqualTo("Baarn");

    assertThat(velden(probleem(stuur("POST", pad + "/vervallen", "secretaris", "{}", "If-Match", "*"), 422))).containsExactly("reden");
    probleem(stuur("POST", pad + "/vervallen", "secretaris", "{\"reden\":\"x\"}"), 428);
    JsonNode weg = goed(stuur("POST", pad + "/vervallen", "secretaris", "{\"reden\":\"Te weinig punten.\"}", "If-Match", "*"), 200);
    assertThat(weg.at("/vergadering/toestand").asText()).isEqualTo("vervallen");
    assertThat(weg.at("/vergadering/reden").asText()).isEqualTo("Te weinig punten.");
    probleem(stuur("PATCH", pad, "secretaris", "{\"titel\":\"x\"}", "If-Match", "*"), 422);
  }

  @Test
  void de_vergaderingen_komen_op_dag_en_tijd_bladzijde_na_bladzijde() throws Exception {
    LocalDate dag = klok.vandaag().plusYears(5).withMonth(5).withDayOfMonth(4);
    for (String wat : List.of("\"aanvang\":\"19:30\"", "\"aanvang\":\"09:00\"", "\"aanvang\":\"13:00\"")) {
      goed(stuur("POST", PFHO + "/vergaderingen", "secretaris", "{\"dag\":\"" + dag + "\"," + wat + "}"), 201);
    }
    goed(stuur("POST", PFHO + "/vergaderingen", "secretaris", "{\"dag\":\"" + dag.minusDays(1) + "\"}"), 201);
    List<String> tijden = new ArrayList<>();
    String adres = PFHO + "/vergaderingen?van=" + dag.minusDays(1) + "&tot=" + dag + "&limiet=1";
    while (adres != null) {
      JsonNode bladzijde = goed(haal(adres), 200);
      bladzijde.get("rijen").forEach(v -> tijden.add(v.get("dag").asText() + " " + v.get("aanvang").asText("?")));
      adres = bladzijde.get("volgende").asText(null);
    }
    assertThat(tijden).containsExactly(dag.minusDays(1) + " ?", dag + " 09:00", dag + " 13:00", dag + " 19:30");
    assertThat(goed(haal(PFHO + "/vergaderingen?van=" + dag + "&tot=" + dag + "&toestand=vervallen"), 200).get("rijen")).isEmpty();
    for (String raar : List.of("van=ooit", "tot=1899-12-31", "toestand=weg", "limiet=0")) {
      probleem(haal(PFHO + "/vergaderingen?" + raar), 400);
    }
    probleem(haal("/organen/bestaat-niet/vergaderingen"), 404);
  }

  @Test
  void een_vergadering_waarop_een_stap_staat_verschuift_als_de_gevolgen_zijn_gezien() throws Exception {
    String visie = start("api-gevolg", "");
    String orgaan = "/organen/" + goed(haal(visie + "/stappen/uo_concept"), 200).get("orgaan").asText();
    LocalDate gepland = LocalDate.parse(stap(goed(haal(visie + "/plan"), 200), "uo_concept").get("gepland").asText());
    JsonNode nieuw = goed(stuur("POST", orgaan + "/vergaderingen", "secretaris", "{\"dag\":\"" + gepland.plusDays(3) + "\"}"), 201);
    JsonNode plan = goed(haal(visie + "/plan"), 200);
    goed(stuur("POST", visie + "/plan/overname", "secretaris", "{\"kenmerk\":\"" + plan.get("kenmerk").asText() + "\",\"reden\":\"zo\"}"), 201);
    JsonNode gezet = stap(goed(haal(visie + "/plan"), 200), "uo_concept");
    assertThat(gezet.get("vergadering").asText()).as(gezet + " " + nieuw).isNotEqualTo("null");
    String pad = orgaan + "/vergaderingen/" + gezet.get("vergadering").asText();
    String dag = LocalDate.parse(gezet.get("gepland").asText()).plusDays(1).toString();
    var gelezen = haal(pad);
    String stap = haal(visie + "/stappen/uo_concept").body();
    long vooraf = journaal();

    String verzet = "{\"dag\":\"" + dag + "\",\"reden\":\"Zaal bezet.\"}";
    JsonNode zonder = probleem(stuur("PATCH", pad, "secretaris", verzet, "If-Match", kenmerk(gelezen)), 409);
    assertThat(zonder.get("title").asText()).isEqualTo("Bekijk eerst de gevolgen");
    assertThat(zonder.get("detail").asText()).contains("niets opgeslagen", "raakt een visie");
    JsonNode gevolgen = goed(haal(pad + "/gevolgen?dag=" + dag), 200);
    assertThat(zonder.get("gevolgen")).isEqualTo(gevolgen);
    assertThat(gevolgen.get("visies").findValuesAsText("visie")).contains("api-gevolg");
    assertThat(gevolgen.get("visies").findValuesAsText("stap")).contains("uo_concept");
    String met = verzet.substring(0, verzet.length() - 1) + ",\"kenmerk\":\"%s\"}";
    assertThat(probleem(stuur("PATCH", pad, "secretaris", met.formatted("oud"), "If-Match", "*"), 409).get("detail").asText())
        .contains("intussen veranderd");
    assertThat(probleem(stuur("POST", pad + "/vervallen", "secretaris", "{\"reden\":\"x\"}", "If-Match", "*"), 409).at("/gevolgen/kenmerk").asText())
        .isEqualTo(goed(haal(pad + "/gevolgen"), 200).get("kenmerk").asText())
        .isNotEqualTo(gevolgen.get("kenmerk").asText());
    probleem(doe(verzoek(pad + "/gevolgen", "griffier")), 403);
    probleem(haal(pad + "/gevolgen?dag=" + klok.vandaag().minusDays(1)), 422);
    assertThat(journaal()).isEqualTo(vooraf);
    assertThat(kenmerk(haal(pad))).isEqualTo(kenmerk(gelezen));
    assertThat(haal(visie + "/stappen/uo_concept").body()).isEqualTo(stap);

    goed(stuur("PATCH", pad, "secretaris", met.formatted(gevolgen.get("kenmerk").asText()), "If-Match", kenmerk(gelezen)), 200);
    assertThat(goed(haal(visie + "/stappen/uo_concept"), 200).at("/gepland/edtf").asText()).isEqualTo(dag);
    String weg = goed(haal(pad + "/gevolgen"), 200).get("kenmerk").asText();
    goed(stuur("POST", pad + "/vervallen", "secretaris", "{\"reden\":\"Toch niet.\",\"kenmerk\":\"" + weg + "\"}", "If-Match", "*"), 200);
    assertThat(goed(haal(visie + "/stappen/uo_concept"), 200).at("/gepland/edtf").asText()).isNotEqualTo(dag);
  }

  // -- terms and reces ---------------------------------------------------------------------------

  @Test
  void een_orgaan_krijgt_een_eigen_termijn_en_gaat_weer_terug_naar_die_van_zijn_soort() throws Exception {
    String lijst = "/organen/eem-klankbordgroep/termijnen";
    String pad = lijst + "/verspreiden";
    assertThat(goed(haal(lijst), 200).get("rijen").findValuesAsText("soort"))
        .containsExactly("aanleveren", "verspreiden", "herinneren", "vastleggen");
    var gelezen = haal(pad);
    assertThat(goed(gelezen, 200).get("herkomst").asText()).isEqualTo("standaard");
    String zo = "{\"aantal\":4,\"eenheid\":\"kalenderdagen\",\"tijdstip\":\"12:00\"}";
    long vooraf = journaal();
    probleem(stuur("PUT", pad, "secretaris", zo), 428);
    probleem(stuur("PUT", pad, "secretaris", zo, "If-Match", "\"oud\""), 412);
    probleem(stuur("PUT", pad, "griffier", zo, "If-Match", "*"), 403);
    probleem(stuur("PUT", lijst + "/lezen", "secretaris", zo, "If-Match", "*"), 404);
    assertThat(velden(probleem(stuur("PUT", pad, "secretaris", "{\"tijdstip\":\"twaalf\"}", "If-Match", "*"), 422)))
        .containsExactly("aantal", "eenheid", "tijdstip");
    for (String aantal : List.of("-1", "1000", "10000")) {
      assertThat(velden(probleem(stuur("PUT", pad, "secretaris", zo.replace("4", aantal), "If-Match", "*"), 422))).containsExactly("aantal");
    }
    assertThat(velden(probleem(stuur("PUT", pad, "secretaris", zo.replace("12:00", "00:00"), "If-Match", "*"), 422))).containsExactly("tijdstip");
    assertThat(journaal()).isEqualTo(vooraf);
    assertThat(kenmerk(haal(pad))).isEqualTo(kenmerk(gelezen));

    var gezet = stuur("PUT", pad, "secretaris", zo, "If-Match", kenmerk(gelezen));
    JsonNode eigen = goed(gezet, 200);
    assertThat(eigen).isEqualTo(goed(haal(pad), 200));
    assertThat(List.of(eigen.get("aantal").asText(), eigen.get("eenheid").asText(), eigen.get("tijdstip").asText(), eigen.get("herkomst").asText()))
        .containsExactly("4", "kalenderdagen", "12:00", "orgaan");
    probleem(stuur("DELETE", pad, "secretaris", "", "If-Match", kenmerk(gelezen)), 412);
    assertThat(goed(stuur("DELETE", pad, "secretaris", "", "If-Match", kenmerk(gezet)), 200)).isEqualTo(lees(gelezen));
    probleem(haal("/organen/bestaat-niet/termijnen"), 404);
  }

  @Test
  void parafering_staat_alleen_bij_een_college() throws Exception {
    assertThat(goed(haal("/organen/college-gm0342/termijnen"), 200).get("rijen").findValuesAsText("soort"))
        .containsExactly("aanleveren", "verspreiden", "herinneren", "vastleggen", "paraferen");
    assertThat(goed(haal("/organen/college-gm0342/termijnen/paraferen"), 200).get("aantal").asInt()).isZero();
    probleem(haal("/organen/raad-gm0342/termijnen/paraferen"), 404);
    assertThat(velden(probleem(
            stuur("PUT", "/organen/college-gm0342/termijnen/paraferen", "secretaris", "{\"aantal\":4,\"eenheid\":\"kalenderdagen\"}", "If-Match", "*"), 422)))
        .containsExactly("eenheid");
  }

  @Test
  void het_reces_van_een_orgaan_staat_in_volgorde_en_zegt_waarvoor_het_geldt() throws Exception {
    String raad = jdbc.queryForObject("select id from orgaan where gemeente = 'GM0342' and soort = 'RAAD'", String.class);
    JsonNode rijen = goed(haal("/organen/" + raad + "/reces"), 200).get("rijen");
    assertThat(rijen).isNotEmpty();
    assertThat(rijen.findValuesAsText("van")).isSorted();
    probleem(haal("/organen/bestaat-niet/reces"), 404);
  }

  // -- signals and the year ----------------------------------------------------------------------

  @Test
  void ieder_leest_zijn_eigen_signalen_en_zet_ze_op_gelezen() throws Exception {
    JsonNode rijen = goed(haal("/mij/signalen"), 200).get("rijen");
    assertThat(rijen).isNotEmpty();
    assertThat(rijen.findValuesAsText("gemaaktOp")).isSortedAccordingTo(java.util.Comparator.reverseOrder());
    assertThat(rijen).allSatisfy(s -> assertThat(s.get("kop").asText()).isNotBlank());
    assertThat(goed(haal("/mij/signalen?limiet=1"), 200).get("rijen")).hasSizeLessThanOrEqualTo(1);
    assertThat(goed(doe(verzoek("/mij/signalen", "manager")), 200).get("rijen")).isEmpty();
    assertThat(velden(probleem(stuur("POST", "/mij/signalen/gelezen", "secretaris", "{}"), 422))).containsExactly("signalen");
    probleem(stuur("POST", "/mij/signalen/gelezen", "secretaris", "{\"signalen\":[\"gisteren\"]}"), 400);
    String ids = new ObjectMapper().writeValueAsString(Map.of("signalen", rijen.findValuesAsText("id")));
    stuur("POST", "/mij/signalen/gelezen", "manager", ids);
    assertThat(goed(haal("/mij/signalen"), 200).get("rijen")).as("een ander leest ze niet voor mij").isEqualTo(rijen);
    assertThat(stuur("POST", "/mij/signalen/gelezen", "secretaris", ids).statusCode()).isEqualTo(204);
    assertThat(goed(haal("/mij/signalen"), 200).get("rijen")).allSatisfy(s -> assertThat(s.get("gelezen").asBoolean()).isTrue());
  }

  @Test
  void een_jaar_toont_de_visies_van_een_regio_en_van_een_andere_regio_niets() throws Exception {
    JsonNode rijen = goed(doe(verzoek("/jaar?regio=JZ20&jaar=" + klok.vandaag().getYear(), "griffier")), 200).get("rijen");
    assertThat(rijen).isEqualTo(goed(doe(verzoek("/jaar?regio=JZ20", "griffier")), 200).get("rijen"));
    assertThat(rijen.findValuesAsText("visie")).contains("eemland-2027");
    assertThat(rijen.findValuesAsText("stap")).contains("lokaal~GM0342~raad~1");
    assertThat(goed(doe(verzoek("/jaar?regio=JZ16", "griffier")), 200).get("rijen")).isEmpty();
    assertThat(goed(haal("/jaar?regio=JZ20&jaar=1950"), 200).get("rijen")).isEmpty();
    for (String raar : List.of("", "?regio=JZ20&jaar=ooit", "?regio=JZ20&jaar=2200", "?regio=JZ20&jaar=99999999999")) {
      probleem(haal("/jaar" + raar), 400);
    }
  }
}
