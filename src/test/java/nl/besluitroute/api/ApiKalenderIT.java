package nl.besluitroute.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import nl.besluitroute.ondersteuning.Paginaproef;
import nl.besluitroute.regio.Orgaansoort;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.Rol;
import nl.besluitroute.toegang.Toekenning;
import nl.besluitroute.vergaderschema.Recessen;
import nl.besluitroute.vergaderschema.Vergaderschema;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;

/** What calendars begin with, at the API and on the beheerder's page: reces, holidays, terms, series, agendas. */
class ApiKalenderIT extends Paginaproef {
  private static final String SECRETARIS = "kalender-sec";
  private static final String BEHEERDER = "kalender-beheer";

  /** In which nothing runs: its calendar is this test's alone. */
  private static final String REGIO = "JZ02";
  private static final Gebruiker PLANNER = Gebruiker.secretarisVan(List.of(REGIO));
  private static final String UO = "kalender-uitvoeringsoverleg";
  private static final String ANDER = "kalender-directie_overleg";
  private static final LocalDate DAG = LocalDate.of(2027, 7, 15);

  @Autowired private Vergaderschema schema;
  @Autowired private Recessen recessen;

  @BeforeEach
  void begin() {
    account(SECRETARIS, Toekenning.inRegio(Rol.AMBTELIJK_SECRETARIS, REGIO));
    account(BEHEERDER, Toekenning.zonderBereik(Rol.BEHEERDER));
    if (proef.regios.orgaan(UO).isEmpty()) {
      proef.transactie.executeWithoutResult(
          s -> {
            proef.regios.voegOverlegToe(UO, "Kalenderoverleg", Orgaansoort.UITVOERINGSOVERLEG, REGIO);
            proef.regios.voegOverlegToe(ANDER, "Ander overleg", Orgaansoort.DIRECTIE_OVERLEG, REGIO);
          });
    }
    leeg();
  }

  private String naam() {
    return proef.regios.regio(REGIO).orElseThrow().naam();
  }

  @AfterEach
  void einde() {
    leeg();
  }

  private void leeg() {
    proef.transactie.executeWithoutResult(
        s -> {
          proef.jdbc.update("update stap set vergadering = null where vergadering in (select id from vergaderdatum where orgaan = ?)", UO);
          proef.jdbc.update("delete from vergaderdatum where orgaan = ?", UO);
          proef.jdbc.update("delete from reces where orgaan = ? or regio = ?", UO, REGIO);
        });
  }

  private static String reces(LocalDate van, LocalDate tot) {
    return "{\"naam\":\"Zomerreces\",\"van\":\"%s\",\"totEnMet\":\"%s\"}".formatted(van, tot);
  }

  @Test
  void wie_reces_wijzigt_hoort_welke_vergaderingen_erin_vallen_en_welke_niet_meer() throws Exception {
    schema.voegToe(UO, DAG, null, null, null, PLANNER);
    schema.voegToe(UO, DAG.plusWeeks(4), null, null, null, PLANNER);
    String gebied = reces(DAG.minusDays(3), DAG.plusDays(3)).replace("{", "{\"gebied\":\"" + REGIO + "\",");
    assertThat(api(post("/api/v1/recessen"), SECRETARIS, gebied).getStatus()).isEqualTo(403);
    assertThat(api(post("/api/v1/recessen"), BEHEERDER, gebied.replace(REGIO, "NERGENS")).getStatus()).isEqualTo(422);
    MockHttpServletResponse gemaakt = api(post("/api/v1/recessen"), BEHEERDER, gebied);
    assertThat(gemaakt.getStatus()).isEqualTo(201);
    assertThat(lees(gemaakt).at("/inReces/0/dag").asText()).isEqualTo(DAG.toString());
    String plek = gemaakt.getHeader("Location");

    String etag = api(get(plek), SECRETARIS).getHeader("ETag");
    String later = reces(DAG.plusWeeks(3), DAG.plusWeeks(5));
    assertThat(api(put(plek), BEHEERDER, later).getStatus()).isEqualTo(428);
    assertThat(api(put(plek).header("If-Match", etag), SECRETARIS, later).getStatus()).isEqualTo(403);
    assertThat(api(put(plek).header("If-Match", etag), BEHEERDER, reces(DAG, DAG.minusDays(1))).getStatus()).isEqualTo(422);
    JsonNode gevolg = lees(api(put(plek).header("If-Match", etag), BEHEERDER, later));
    assertThat(gevolg.get("inReces")).hasSize(1);
    assertThat(gevolg.at("/inReces/0/dag").asText()).isEqualTo(DAG.plusWeeks(4).toString());
    assertThat(gevolg.at("/nietMeerInReces/0/dag").asText()).isEqualTo(DAG.toString());
    assertThat(api(put(plek).header("If-Match", etag), BEHEERDER, later).getStatus()).isEqualTo(412);
    String nu = api(get(plek), SECRETARIS).getHeader("ETag");
    assertThat(lees(api(delete(plek).header("If-Match", nu), BEHEERDER)).get("nietMeerInReces")).hasSize(1);
    assertThat(api(get(plek), SECRETARIS).getStatus()).isEqualTo(404);
    assertThat(schema.vanOrgaan(UO, DAG, DAG.plusWeeks(4))).as("geen vergadering is verplaatst").hasSize(2);
    assertThat(proef.jdbc.queryForList("select tekst from journaal where soort = 'reces_gewijzigd'", String.class))
        .anyMatch(t -> t.contains("Regio " + naam()) && t.contains("is nu Zomerreces"));

    MockHttpServletResponse eigen = api(post("/api/v1/organen/" + UO + "/reces"), SECRETARIS, reces(DAG, DAG));
    assertThat(eigen.getStatus()).isEqualTo(201);
    assertThat(lees(eigen).at("/reces/orgaan").asText()).isEqualTo(UO);
    assertThat(lees(api(get("/api/v1/organen/" + UO + "/reces"), SECRETARIS)).get("rijen")).hasSize(1);
  }

  @Test
  void de_beheerder_wijzigt_en_verwijdert_reces_en_vakantie_op_zijn_pagina() throws Exception {
    schema.voegToe(UO, DAG, null, null, null, PLANNER);
    assertThat(vraag(post("/beheer/kalender/reces").param("gebied", REGIO).param("naam", "Zomerreces").param("van", DAG.toString()).param("tot", DAG.toString()), BEHEERDER).getStatus()).isEqualTo(302);
    Document blad = pagina("/beheer/kalender", BEHEERDER);
    assertThat(blad.text()).contains("Het reces is toegevoegd. 1 vergadering valt nu in reces; geen ervan is verplaatst.", "Regio " + naam());
    String id = recessen.vanGebieden().stream().filter(r -> r.regio().filter(REGIO::equals).isPresent()).findFirst().orElseThrow().id().toString();
    Document vorm = pagina("/beheer/kalender?wijzig=" + id, BEHEERDER);
    assertThat(vorm.select("#wijzig input[name=van]").val()).isEqualTo(DAG.toString());
    assertThat(vorm.select("#wijzig select[name=landsdeel]")).isEmpty();
    assertThat(vorm.select("#wijzig").text()).contains("Nu: 1 vergadering valt hierdoor in reces.");
    String wijzig = "/beheer/kalender/reces/" + id + "/wijzigen";
    MockHttpServletResponse fout = vraag(post(wijzig).param("naam", "").param("van", DAG.toString()).param("tot", DAG.toString()), BEHEERDER);
    assertThat(fout.getStatus()).isEqualTo(422);
    assertThat(html(fout).select("#wijzig").text()).contains("Vul de naam in.");
    vraag(post(wijzig).param("naam", "Reces").param("van", DAG.plusDays(1).toString()).param("tot", DAG.plusDays(2).toString()), BEHEERDER);
    assertThat(pagina("/beheer/kalender", BEHEERDER).text()).contains("1 vergadering valt niet meer in reces");
    vraag(post("/beheer/kalender/reces/" + id + "/verwijderen"), BEHEERDER);
    assertThat(pagina("/beheer/kalender", BEHEERDER).text()).contains("Het reces is verwijderd. Er valt geen andere vergadering in reces dan daarvoor.");

    String vakantie = recessen.schoolvakanties().get(0).id().toString();
    assertThat(pagina("/beheer/kalender?wijzig=" + vakantie, BEHEERDER).select("#wijzig select[name=landsdeel] option[selected]")).hasSize(1);
    String naam = recessen.schoolvakanties().get(0).naam();
    String van = recessen.schoolvakanties().get(0).van().toString();
    String landsdeel = recessen.schoolvakanties().get(0).landsdeel().name().toLowerCase(java.util.Locale.ROOT);
    vraag(post("/beheer/kalender/vakanties/" + vakantie + "/wijzigen").param("landsdeel", landsdeel).param("naam", naam).param("van", van).param("tot", recessen.schoolvakanties().get(0).totEnMet().toString()), BEHEERDER);
    assertThat(pagina("/beheer/kalender", BEHEERDER).text()).contains("De schoolvakantie is gewijzigd.", "wat een overleg al overnam, blijft zoals het is");
  }

  @Test
  void een_schoolvakantie_en_een_termijn_van_een_soort_zijn_van_de_beheerder() throws Exception {
    String invoer = "{\"landsdeel\":\"zuid\",\"naam\":\"Carnaval\",\"van\":\"2027-02-06\",\"totEnMet\":\"2027-02-14\"}";
    assertThat(api(post("/api/v1/schoolvakanties"), SECRETARIS, invoer).getStatus()).isEqualTo(403);
    assertThat(api(post("/api/v1/schoolvakanties"), BEHEERDER, invoer.replace("zuid", "oost")).getStatus()).isEqualTo(422);
    MockHttpServletResponse nieuw = api(post("/api/v1/schoolvakanties"), BEHEERDER, invoer);
    String plek = nieuw.getHeader("Location");
    MockHttpServletResponse anders = api(put(plek).header("If-Match", nieuw.getHeader("ETag")), BEHEERDER, invoer.replace("02-14", "02-13"));
    assertThat(lees(anders).get("totEnMet").asText()).isEqualTo("2027-02-13");
    assertThat(api(put(plek).header("If-Match", nieuw.getHeader("ETag")), BEHEERDER, invoer).getStatus()).isEqualTo(412);
    assertThat(api(delete(plek).header("If-Match", anders.getHeader("ETag")), BEHEERDER).getStatus()).isEqualTo(204);

    String termijn = "/api/v1/orgaansoorten/adviesraad/termijnen/verspreiden";
    MockHttpServletResponse was = api(get(termijn), SECRETARIS);
    assertThat(api(put(termijn).header("If-Match", was.getHeader("ETag")), SECRETARIS, "{\"aantal\":9,\"eenheid\":\"werkdagen\"}").getStatus()).isEqualTo(403);
    assertThat(api(put(termijn), BEHEERDER, "{\"aantal\":9,\"eenheid\":\"werkdagen\"}").getStatus()).isEqualTo(428);
    assertThat(api(put(termijn).header("If-Match", was.getHeader("ETag")), BEHEERDER, "{\"aantal\":1000,\"eenheid\":\"werkdagen\"}").getStatus()).isEqualTo(422);
    MockHttpServletResponse gezet = api(put(termijn).header("If-Match", was.getHeader("ETag")), BEHEERDER, "{\"aantal\":9,\"eenheid\":\"werkdagen\",\"tijdstip\":\"12:00\"}");
    assertThat(lees(gezet).get("aantal").asInt()).isEqualTo(9);
    assertThat(lees(api(get("/api/v1/orgaansoorten/adviesraad/termijnen"), SECRETARIS)).get("rijen")).hasSize(4);
    MockHttpServletResponse gewist = api(delete(termijn).header("If-Match", gezet.getHeader("ETag")), BEHEERDER);
    assertThat(gewist.getHeader("ETag")).isEqualTo(was.getHeader("ETag"));
    assertThat(api(get("/api/v1/orgaansoorten/kerkenraad/termijnen"), SECRETARIS).getStatus()).isEqualTo(404);
  }

  @Test
  void een_reeks_komt_er_zoals_zij_is_gezien_of_niet() throws Exception {
    String invoer = "{\"ritme\":\"weken\",\"aantal\":2,\"weekdag\":2,\"van\":\"2027-09-01\",\"totEnMet\":\"2027-10-15\",\"aanvang\":\"19:30\"}";
    api(post("/api/v1/organen/" + UO + "/reces"), SECRETARIS, reces(LocalDate.of(2027, 9, 20), LocalDate.of(2027, 9, 26)));
    String voorbeelden = "/api/v1/organen/" + UO + "/reeksvoorbeelden";
    String reeksen = "/api/v1/organen/" + UO + "/reeksen";
    assertThat(api(post(voorbeelden), BEHEERDER, invoer).getStatus()).isEqualTo(403);
    assertThat(lees(api(post(voorbeelden), SECRETARIS, invoer.replace("\"weekdag\":2", "\"weekdag\":8"))).toString()).contains("weekdag");
    JsonNode gezien = lees(api(post(voorbeelden), SECRETARIS, invoer));
    assertThat(gezien.get("dagen")).hasSize(3);
    assertThat(gezien.at("/dagen/1/overgeslagen").asText()).contains("reces");
    String met = invoer.replace("}", ",\"kenmerk\":\"" + gezien.get("kenmerk").asText() + "\"}");
    schema.voegToe(UO, LocalDate.of(2027, 9, 7), null, null, null, PLANNER);
    assertThat(api(post(reeksen), SECRETARIS, met).getStatus()).as("intussen veranderd").isEqualTo(422);
    String nu = lees(api(post(voorbeelden), SECRETARIS, invoer)).get("kenmerk").asText();
    MockHttpServletResponse gedaan = api(post(reeksen), SECRETARIS, invoer.replace("}", ",\"kenmerk\":\"" + nu + "\"}"));
    assertThat(gedaan.getStatus()).as(tekst(gedaan)).isEqualTo(201);
    assertThat(lees(gedaan).get("rijen")).isNotEmpty().allMatch(r -> r.get("bron").asText().equals("herhaald"));
  }

  @Test
  void een_agenda_wordt_ingelezen_bekeken_en_in_een_keer_doorgevoerd() throws Exception {
    String pad = "/api/v1/organen/" + UO + "/agendavoorbeelden";
    byte[] csv = "datum;aanvang;titel\n2027-11-02;19:30;Overleg\n2027-11-16;19:30;Overleg\n".getBytes(StandardCharsets.UTF_8);
    assertThat(api(post(pad).contentType("text/csv").content(csv), BEHEERDER).getStatus()).isEqualTo(403);
    assertThat(api(post(pad).contentType("text/calendar").content("onzin".getBytes(StandardCharsets.UTF_8)), SECRETARIS).getStatus()).isEqualTo(422);
    assertThat(api(post(pad), SECRETARIS, "{\"adres\":\"http://127.0.0.1/agenda.ics\"}").getStatus()).isEqualTo(422);
    MockHttpServletResponse gelezen = api(post(pad).contentType("text/csv").content(csv), SECRETARIS);
    assertThat(gelezen.getStatus()).as(tekst(gelezen)).isEqualTo(201);
    assertThat(lees(gelezen).get("wijzigingen")).hasSize(2).allMatch(w -> w.get("soort").asText().equals("nieuw"));
    assertThat(schema.vanOrgaan(UO, LocalDate.of(2027, 11, 1), LocalDate.of(2027, 11, 30))).isEmpty();
    String plek = gelezen.getHeader("Location");
    assertThat(lees(api(get(plek), SECRETARIS)).get("wijzigingen")).hasSize(2);
    assertThat(api(get(plek.replace(UO, ANDER)), SECRETARIS).getStatus()).isEqualTo(404);
    assertThat(api(post(plek + "/doorvoeringen"), SECRETARIS).getStatus()).isEqualTo(200);
    assertThat(schema.vanOrgaan(UO, LocalDate.of(2027, 11, 1), LocalDate.of(2027, 11, 30))).hasSize(2);
    assertThat(api(post(plek + "/doorvoeringen"), SECRETARIS).getStatus()).as("eenmaal").isIn(404, 422);
  }
}
