package nl.besluitroute.web;

import static nl.besluitroute.ondersteuning.Proefomgeving.REGIO;
import static nl.besluitroute.ondersteuning.Proefomgeving.SOEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import nl.besluitroute.ondersteuning.Databaseproef;
import nl.besluitroute.ondersteuning.Proefvisie;
import nl.besluitroute.toegang.Accounts;
import nl.besluitroute.toegang.Rol;
import nl.besluitroute.toegang.Toekenning;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Late stukken and a schriftelijke ronde, as pages and API show and do them. */
class AanleveringWebIT extends Databaseproef {
  private static final LocalDate VERGADERING = LocalDate.of(2026, 4, 16);

  @Autowired WebApplicationContext context;
  @Autowired Accounts accounts;
  private MockMvc mvc;

  @BeforeEach
  void begin() {
    mvc = MockMvcBuilders.webAppContextSetup(context).apply(springSecurity()).build();
    proef.zonderAccounts();
    accounts.voegToe(
        "aanlevering-sec", "Secretaris", "een lang wachtwoord", false,
        List.of(Toekenning.inRegio(Rol.AMBTELIJK_SECRETARIS, REGIO)));
    accounts.voegToe(
        "aanlevering-lezer", "Lezer", "een lang wachtwoord", false, List.of(Toekenning.inRegio(Rol.LEZER, REGIO)));
  }

  @AfterEach
  void einde() {
    proef.zonderAccounts();
  }

  private MockHttpServletResponse vraag(MockHttpServletRequestBuilder verzoek, String wie) throws Exception {
    return mvc.perform(verzoek.with(user(wie)).with(csrf()).header("Accept", "text/html")).andReturn().getResponse();
  }

  private MockHttpServletResponse api(String pad, String inhoud, String wie) throws Exception {
    return mvc.perform(post(pad).with(user(wie)).contentType(MediaType.APPLICATION_JSON).content(inhoud)).andReturn().getResponse();
  }

  private static Document html(MockHttpServletResponse antwoord) throws Exception {
    return Jsoup.parse(antwoord.getContentAsString(StandardCharsets.UTF_8));
  }

  private Document pagina(String pad) throws Exception {
    MockHttpServletResponse antwoord = vraag(get(pad), "aanlevering-sec");
    assertThat(antwoord.getStatus()).isEqualTo(200);
    return html(antwoord);
  }

  private Proefvisie teLaat() {
    return proef.raden(SOEST).versie("0.9").participatie("participatie_partners").tot(LocalDate.of(2026, 4, 10));
  }

  private static String taak(Proefvisie v) {
    return "/taken/" + v.taak("stukkenVerzenden", "klankbord_concept").taak();
  }

  @Test
  void de_taakpagina_zegt_dat_de_termijn_voorbij_is_en_wat_dan_kan_tot_het_is_vastgelegd() throws Exception {
    Proefvisie v = teLaat();
    Document taak = pagina(taak(v));
    assertThat(taak.select("section:has(#gemist-kop)").text())
        .contains("donderdag 9 april 2026", "Nazenden met instemming", "geen latere vergadering");

    MockHttpServletResponse leeg = vraag(post(taak(v) + "/nazenden").param("reden", "Reacties kwamen laat."), "aanlevering-sec");
    assertThat(leeg.getStatus()).isEqualTo(422);
    assertThat(html(leeg).select("details[open] .samenvatting").text()).contains("wie heeft ingestemd");
    assertThat(html(leeg).select("#nazenden-reden").attr("value")).isEqualTo("Reacties kwamen laat.");
    assertThat(vraag(post(taak(v) + "/nazenden").param("instemming", "de voorzitter").param("reden", "Zo."), "aanlevering-lezer").getStatus())
        .isEqualTo(403);
    assertThat(vraag(post(taak(v) + "/latere-vergadering").param("reden", "Zo."), "aanlevering-lezer").getStatus()).isEqualTo(403);

    vraag(post(taak(v) + "/nazenden").param("instemming", "de voorzitter").param("reden", "Reacties kwamen laat."), "aanlevering-sec");
    taak = pagina(taak(v));
    assertThat(taak.select("#gemist-kop")).isEmpty();
    assertThat(taak.select("dl.feiten").text()).contains("Nazenden met instemming van de voorzitter", "Reacties kwamen laat.");
    String vergadering = "/vergaderingen/proef-klankbordgroep/" + VERGADERING;
    assertThat(pagina(vergadering).text()).contains("na te zenden");
    v.verzend("klankbord_concept", "0.9");
    assertThat(pagina(vergadering).text()).contains("nagezonden");
    assertThat(pagina("/visies/" + v.id()).text()).contains("nagezonden met instemming van de voorzitter");
  }

  @Test
  void de_api_doet_hetzelfde_en_weigert_wie_het_niet_mag() throws Exception {
    Proefvisie v = teLaat();
    String pad = "/api/v1/visies/" + v.id() + "/stappen/klankbord_concept";
    String invoer = "{\"instemming\":\"de voorzitter\",\"reden\":\"Reacties kwamen laat.\"}";
    assertThat(api(pad + "/nazending", invoer, "aanlevering-lezer").getStatus()).isEqualTo(403);
    assertThat(api(pad + "/latere-vergadering", "{\"reden\":\"Zo.\"}", "aanlevering-lezer").getStatus()).isEqualTo(403);
    MockHttpServletResponse leeg = api(pad + "/nazending", "{}", "aanlevering-sec");
    assertThat(leeg.getStatus()).isEqualTo(422);
    assertThat(leeg.getContentAsString(StandardCharsets.UTF_8)).contains("instemming", "reden");
    MockHttpServletResponse geen = api(pad + "/latere-vergadering", "{\"reden\":\"Zo.\"}", "aanlevering-sec");
    assertThat(geen.getStatus()).isBetween(400, 499);
    assertThat(geen.getContentAsString(StandardCharsets.UTF_8)).contains("geen latere vergadering");
    MockHttpServletResponse goed = api(pad + "/nazending", invoer, "aanlevering-sec");
    assertThat(goed.getStatus()).isEqualTo(200);
    assertThat(goed.getContentAsString(StandardCharsets.UTF_8)).contains("\"nazenden\":\"de voorzitter\"");
  }

  @Test
  void een_schriftelijke_ronde_staat_in_planning_behandeling_en_vergadering() throws Exception {
    Proefvisie v = proef.raden(SOEST).versie("0.9").participatie("participatie_partners");
    String stap = v.id() + "/klankbord_concept";
    String planning = "/visies/" + v.id() + "/planning";
    MockHttpServletResponse vaag =
        vraag(post(planning).param("stap", stap).param("datum", "april 2026").param("reden", "Zo.").param("schriftelijk", "true"), "aanlevering-sec");
    assertThat(vaag.getStatus()).isEqualTo(422);
    assertThat(html(vaag).text()).contains("de dag tot en met welke er gereageerd kan worden");
    vraag(post(planning).param("stap", stap).param("datum", "22 april 2026").param("reden", "Weinig punten.").param("schriftelijk", "true"), "aanlevering-sec");
    assertThat(pagina(planning).text()).contains("schriftelijke ronde, geen vergadering");
    assertThat(pagina("/visies/" + v.id()).text()).contains("schriftelijke ronde, geen vergadering");
    assertThat(pagina("/vergaderingen/proef-klankbordgroep/2026-04-22").text())
        .contains("schriftelijke ronde, reacties tot en met deze dag");
    MockHttpServletResponse raad =
        vraag(post(planning).param("stap", v.id() + "/lokaal/GM0342/raad/1").param("datum", "22 september 2026").param("reden", "Zo.").param("schriftelijk", "true"), "aanlevering-sec");
    assertThat(raad.getStatus()).isEqualTo(422);
    assertThat(html(raad).text()).contains("Een raad beraadslaagt en besluit in een vergadering (Gemeentewet");
  }
}
