package nl.besluitroute.web;

import static nl.besluitroute.ondersteuning.Proefomgeving.REGIO;
import static nl.besluitroute.ondersteuning.Proefomgeving.SOEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import java.util.Map;
import nl.besluitroute.ondersteuning.Paginaproef;
import nl.besluitroute.ondersteuning.Proefvisie;
import nl.besluitroute.toegang.Rol;
import nl.besluitroute.toegang.Toekenning;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;

/** A suspended vision, as pages and API show it; suspending and resuming it there. */
class OpschortpaginaIT extends Paginaproef {
  private static final String SECRETARIS = "opschort-sec";
  private static final String LEZER = "opschort-lezer";
  private static final String MANAGER = "opschort-manager";
  private static final String GRIFFIER = "opschort-griffier";
  private static final String BELEID = "opschort-beleid";

  @BeforeEach
  void begin() {
    account(SECRETARIS, Toekenning.inRegio(Rol.AMBTELIJK_SECRETARIS, REGIO));
    account(MANAGER, Toekenning.inRegio(Rol.MANAGER, REGIO));
    account(GRIFFIER, Toekenning.inGemeente(Rol.GRIFFIER, SOEST));
    account(BELEID, Toekenning.inGemeente(Rol.BELEIDSMEDEWERKER, SOEST));
    account(LEZER, Toekenning.inRegio(Rol.LEZER, REGIO));
  }

  @Test
  void de_secretaris_schort_op_vanaf_de_planning_en_hervat_vanaf_elke_pagina() throws Exception {
    Proefvisie v = proef.raden(SOEST);
    String visie = "/visies/" + v.id();
    assertThat(pagina(visie + "/planning", SECRETARIS).select("form[action$=/opschorten]")).hasSize(1);
    assertThat(pagina(visie + "/planning", LEZER).select("form[action$=/opschorten]")).isEmpty();
    assertThat(pagina(visie, SECRETARIS).select(".opgeschort")).isEmpty();

    MockHttpServletResponse zonder = vraag(post(visie + "/opschorten").param("reden", " "), SECRETARIS);
    assertThat(zonder.getStatus()).isEqualTo(422);
    assertThat(html(zonder).select(".samenvatting").text()).contains("Geef een reden.");
    assertThat(vraag(post(visie + "/opschorten").param("reden", "Zo."), LEZER).getStatus()).isEqualTo(403);

    assertThat(vraag(post(visie + "/opschorten").param("reden", "De verkiezingen <b>eerst</b>."), SECRETARIS).getStatus())
        .isEqualTo(302);
    for (String tab : List.of("", "/planning", "/gemeenten", "/opmerkingen", "/diagram", "/geschiedenis")) {
      Document blad = pagina(visie + tab, SECRETARIS);
      assertThat(blad.select(".opgeschort").text())
          .as(tab)
          .contains("Opgeschort sinds 2 maart 2026: De verkiezingen <b>eerst</b>.", "Hervatten");
    }
    Document planning = pagina(visie + "/planning", SECRETARIS);
    assertThat(planning.select("form[action$=/opschorten]")).isEmpty();
    assertThat(planning.select("input[name=datum]")).isEmpty();
    assertThat(planning.text()).doesNotContain("Route wijzigen");
    Document lezer = pagina(visie, LEZER);
    assertThat(lezer.select(".opgeschort").text()).contains("Opgeschort sinds 2 maart 2026");
    assertThat(lezer.select("form[action$=/hervatten]")).isEmpty();
    assertThat(pagina("/agenda?visie=" + v.id(), SECRETARIS).select("td[data-kop=Uiterlijk]").text())
        .contains("geen datum", "opgeschort");
    assertThat(pagina("/taken/" + v.taak("versieVastleggen").taak(), SECRETARIS).text()).contains("opgeschort");

    assertThat(vraag(post(visie + "/hervatten").param("reden", "Zo."), LEZER).getStatus()).isEqualTo(403);
    MockHttpServletResponse leeg = vraag(post(visie + "/hervatten"), SECRETARIS);
    assertThat(leeg.getStatus()).isEqualTo(422);
    assertThat(html(leeg).select(".samenvatting").text()).contains("Geef een reden.");
    assertThat(vraag(post(visie + "/hervatten").param("reden", "De raad is er weer."), SECRETARIS).getStatus()).isEqualTo(302);
    assertThat(pagina(visie, SECRETARIS).select(".opgeschort")).isEmpty();
    assertThat(pagina(visie + "/geschiedenis", SECRETARIS).text())
        .contains("De visie is opgeschort.", "De visie is hervat.", "De raad is er weer.");
  }

  /** Wherever in the list it stands, page after page; empty when it stands nowhere. */
  private String rij(Proefvisie v, String lijst, String wie) throws Exception {
    for (String adres = lijst; !adres.isEmpty(); ) {
      Document blad = pagina(adres, wie);
      String rij = blad.select("tr:contains(" + v.id() + ")").text();
      if (!rij.isEmpty()) {
        return rij;
      }
      adres = blad.select("a[rel=next]").attr("href");
    }
    return "";
  }

  private String bestand(String pad, String wie) throws Exception {
    return tekst(vraag(get(pad), wie));
  }

  @Test
  void dat_een_visie_is_opgeschort_en_sinds_wanneer_staat_in_elke_lijst_in_woorden() throws Exception {
    Proefvisie v = proef.raden(SOEST);
    String sinds = "opgeschort sinds ma 2 mrt";
    Map<String, String> lijsten =
        Map.of(
            "/visies?toon=alle", SECRETARIS,
            "/stand", MANAGER,
            "/agenda?visie=" + v.id(), SECRETARIS,
            "/regiostukken", GRIFFIER);
    for (Map.Entry<String, String> lijst : lijsten.entrySet()) {
      assertThat(rij(v, lijst.getKey(), lijst.getValue())).as(lijst.getKey()).isNotEmpty().doesNotContain("opgeschort");
    }
    vraag(post("/visies/" + v.id() + "/opschorten").param("reden", "De verkiezingen."), SECRETARIS);
    for (Map.Entry<String, String> lijst : lijsten.entrySet()) {
      assertThat(rij(v, lijst.getKey(), lijst.getValue())).as(lijst.getKey()).contains(sinds);
    }
    assertThat(pagina("/stand/" + v.id(), MANAGER).select(".melding").text())
        .contains("Opgeschort sinds 2 maart 2026: De verkiezingen.");
    for (String[] tabel :
        List.of(
            new String[] {"/visies.csv", SECRETARIS},
            new String[] {"/stand.csv", MANAGER},
            new String[] {"/stand/" + v.id() + "/gemeenten.csv", MANAGER},
            new String[] {"/agenda.csv", SECRETARIS},
            new String[] {"/regiostukken.csv", GRIFFIER})) {
      assertThat(bestand(tabel[0], tabel[1]).lines().toList())
          .as(tabel[0])
          .first(org.assertj.core.api.InstanceOfAssertFactories.STRING)
          .endsWith("Opgeschort sinds");
      assertThat(bestand(tabel[0], tabel[1])).as(tabel[0]).contains(";02-03-2026\r\n");
    }
  }

  @Test
  void de_formulieren_van_een_opgeschorte_visie_worden_niet_aangeboden_en_een_zin_zegt_waarom() throws Exception {
    Proefvisie v = proef.raden(SOEST).radenTotLokaal();
    String taak = "/taken/" + v.taak("collegebesluitVastleggen", SOEST).taak();
    String gemeenten = "/visies/" + v.id() + "/gemeenten";
    assertThat(pagina(taak, SECRETARIS).select("#formulier, script[src$=taak.js]")).hasSize(2);
    assertThat(pagina(gemeenten, SECRETARIS).select(".deelname form")).isNotEmpty();
    assertThat(pagina("/visies/" + v.id() + "/colleges-vastleggen", SECRETARIS).select("main form")).hasSize(1);
    assertThat(pagina(gemeenten, SECRETARIS).select("td[data-kop=Nu te doen] a")).isNotEmpty();
    vraag(post("/visies/" + v.id() + "/opschorten").param("reden", "De verkiezingen."), SECRETARIS);

    Document blad = pagina(taak, SECRETARIS);
    assertThat(blad.select("#formulier, #opslaan, script[src$=taak.js]")).isEmpty();
    assertThat(blad.select(".opgeschort").text())
        .contains(
            "Opgeschort sinds 2 maart 2026: De verkiezingen.",
            "kan daarom nu niet worden afgerond",
            "De ambtelijk secretaris van de regio Proefregio kan haar hervatten.");
    assertThat(blad.select(".opgeschort a[href=/visies/" + v.id() + "]")).hasSize(1);
    assertThat(pagina(taak, BELEID).select(".opgeschort a")).isEmpty();

    Document samen = pagina("/visies/" + v.id() + "/colleges-vastleggen", SECRETARIS);
    assertThat(samen.select("main form")).isEmpty();
    assertThat(samen.text()).contains("Er kan nu niets worden vastgelegd", "Opgeschort sinds 2 maart 2026: De verkiezingen.");
    Document lokaal = pagina(gemeenten, SECRETARIS);
    assertThat(lokaal.select(".tabinhoud form, td[data-kop=Nu te doen] a")).isEmpty();
    assertThat(pagina(gemeenten, LEZER).select(".opgeschort").text())
        .contains("De ambtelijk secretaris van de regio Proefregio kan haar hervatten.");
  }

  @Test
  void een_opmerking_wordt_niet_beantwoord_zolang_de_visie_is_opgeschort() throws Exception {
    Proefvisie v =
        proef
            .raden(SOEST)
            .versie("0.9")
            .participatie("participatie_partners")
            .overleg(
                "klankbord_concept", "0.9", "met_opmerkingen",
                "opmerkingen", List.of(Proefvisie.invoer("tekst", "Noem de gezinnen.", "eigenaar", "projectleider")));
    String opmerkingen = "/visies/" + v.id() + "/opmerkingen";
    assertThat(pagina(opmerkingen, SECRETARIS).select(".opmerking form")).hasSize(1);
    vraag(post("/visies/" + v.id() + "/opschorten").param("reden", "De verkiezingen."), SECRETARIS);
    assertThat(pagina(opmerkingen, SECRETARIS).select(".opmerking form")).isEmpty();
    assertThat(pagina(opmerkingen, SECRETARIS).text()).contains("Noem de gezinnen.");
  }

  @Test
  void een_taak_die_toch_wordt_afgerond_wordt_in_woorden_geweigerd() throws Exception {
    Proefvisie v = proef.raden(SOEST);
    String taak = v.taak("versieVastleggen").taak();
    vraag(post("/visies/" + v.id() + "/opschorten").param("reden", "De verkiezingen."), SECRETARIS);
    String zin = "Deze visie is opgeschort sinds 2 maart 2026: De verkiezingen. Hervat haar eerst.";
    MockHttpServletResponse blad =
        vraag(
            post("/taken/" + taak).contentType(MediaType.APPLICATION_JSON).content("{\"invoer\":{}}"), SECRETARIS);
    assertThat(blad.getStatus()).isEqualTo(422);
    assertThat(tekst(blad)).contains(zin);
    MockHttpServletResponse weg = api(post("/api/v1/visies/" + v.id() + "/vertrekken"), SECRETARIS, "{\"gemeente\":\"GM0342\",\"reden\":\"Zo.\"}");
    assertThat(weg.getStatus()).isEqualTo(422);
    assertThat(tekst(weg)).contains(zin);
    MockHttpServletResponse datum =
        vraag(
            post("/visies/" + v.id() + "/planning")
                .param("stap", v.id() + "/tekst_concept").param("datum", "16 april 2026").param("reden", "Zo."),
            SECRETARIS);
    assertThat(datum.getStatus()).isEqualTo(422);
    assertThat(html(datum).select(".samenvatting").text()).contains(zin);
  }

  @Test
  void de_api_schort_op_toont_het_en_hervat() throws Exception {
    Proefvisie v = proef.raden(SOEST);
    String pad = "/api/v1/visies/" + v.id();
    assertThat(api(post(pad + "/opschorting"), SECRETARIS, "{}").getStatus()).isEqualTo(422);
    assertThat(api(post(pad + "/opschorting"), SECRETARIS, "{\"reden\":\"De verkiezingen.\"}").getStatus()).isEqualTo(204);
    assertThat(tekst(api(get(pad), SECRETARIS))).contains("\"opgeschortOp\":\"2026-03-02", "\"opgeschortReden\":\"De verkiezingen.\"");
    assertThat(tekst(api(get("/api/v1/taken?visie=" + v.id()), SECRETARIS))).contains("\"termijn\":\"opgeschort\"");
    assertThat(api(post(pad + "/opschorting"), SECRETARIS, "{\"reden\":\"Nog eens.\"}").getStatus()).isEqualTo(422);
    assertThat(api(post(pad + "/hervatting"), SECRETARIS, "{\"reden\":\"Verder.\"}").getStatus()).isEqualTo(204);
    assertThat(tekst(api(get(pad), SECRETARIS))).contains("\"opgeschortOp\":null");
    assertThat(api(post(pad + "/hervatting"), SECRETARIS, "{\"reden\":\"Verder.\"}").getStatus()).isEqualTo(422);
  }
}
