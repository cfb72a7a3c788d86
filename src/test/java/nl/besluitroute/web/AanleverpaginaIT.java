package nl.besluitroute.web;

import static nl.besluitroute.ondersteuning.Proefomgeving.REGIO;
import static nl.besluitroute.ondersteuning.Proefomgeving.SOEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import nl.besluitroute.ondersteuning.Paginaproef;
import nl.besluitroute.ondersteuning.Proefvisie;
import nl.besluitroute.toegang.Rol;
import nl.besluitroute.toegang.Toekenning;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

/** Late stukken and a schriftelijke ronde, as pages and API show and do them. */
class AanleverpaginaIT extends Paginaproef {
  private static final String SECRETARIS = "aanlevering-sec";
  private static final String LEZER = "aanlevering-lezer";
  private static final LocalDate VERGADERING = LocalDate.of(2026, 4, 16);

  @BeforeEach
  void begin() {
    account(SECRETARIS, Toekenning.inRegio(Rol.AMBTELIJK_SECRETARIS, REGIO));
    account(LEZER, Toekenning.inRegio(Rol.LEZER, REGIO));
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
    Document taak = pagina(taak(v), SECRETARIS);
    assertThat(taak.select("section:has(#gemist-kop)").text())
        .contains("donderdag 9 april 2026", "Nazenden met instemming", "geen latere vergadering");

    MockHttpServletResponse leeg = vraag(post(taak(v) + "/nazenden").param("reden", "Reacties kwamen laat."), SECRETARIS);
    assertThat(leeg.getStatus()).isEqualTo(422);
    assertThat(html(leeg).select("details[open] .samenvatting").text()).contains("wie heeft ingestemd");
    assertThat(html(leeg).select("#nazenden-reden").attr("value")).isEqualTo("Reacties kwamen laat.");
    assertThat(vraag(post(taak(v) + "/nazenden").param("instemming", "de voorzitter").param("reden", "Zo."), LEZER).getStatus())
        .isEqualTo(403);
    assertThat(vraag(post(taak(v) + "/latere-vergadering").param("reden", "Zo."), LEZER).getStatus()).isEqualTo(403);

    vraag(post(taak(v) + "/nazenden").param("instemming", "de voorzitter").param("reden", "Reacties kwamen laat."), SECRETARIS);
    taak = pagina(taak(v), SECRETARIS);
    assertThat(taak.select("#gemist-kop")).isEmpty();
    assertThat(taak.select("dl.feiten").text()).contains("Nazenden met instemming van de voorzitter", "Reacties kwamen laat.");
    String vergadering = "/vergaderingen/proef-klankbordgroep/" + VERGADERING;
    assertThat(pagina(vergadering, SECRETARIS).text()).contains("na te zenden");
    v.verzend("klankbord_concept", "0.9");
    assertThat(pagina(vergadering, SECRETARIS).text()).contains("nagezonden");
    assertThat(pagina("/visies/" + v.id(), SECRETARIS).text()).contains("nagezonden met instemming van de voorzitter");
  }

  @Test
  void de_api_doet_hetzelfde_en_weigert_wie_het_niet_mag() throws Exception {
    Proefvisie v = teLaat();
    String pad = "/api/v1/visies/" + v.id() + "/stappen/klankbord_concept";
    String invoer = "{\"instemming\":\"de voorzitter\",\"reden\":\"Reacties kwamen laat.\"}";
    assertThat(api(post(pad + "/nazending"), LEZER, invoer).getStatus()).isEqualTo(403);
    assertThat(api(post(pad + "/latere-vergadering"), LEZER, "{\"reden\":\"Zo.\"}").getStatus()).isEqualTo(403);
    MockHttpServletResponse leeg = api(post(pad + "/nazending"), SECRETARIS, "{}");
    assertThat(leeg.getStatus()).isEqualTo(422);
    assertThat(tekst(leeg)).contains("instemming", "reden");
    MockHttpServletResponse geen = api(post(pad + "/latere-vergadering"), SECRETARIS, "{\"reden\":\"Zo.\"}");
    assertThat(geen.getStatus()).isBetween(400, 499);
    assertThat(tekst(geen)).contains("geen latere vergadering");
    MockHttpServletResponse goed = api(post(pad + "/nazending"), SECRETARIS, invoer);
    assertThat(goed.getStatus()).isEqualTo(200);
    assertThat(tekst(goed)).contains("\"nazenden\":\"de voorzitter\"");
  }

  @Test
  void een_schriftelijke_ronde_staat_in_planning_behandeling_en_vergadering() throws Exception {
    Proefvisie v = proef.raden(SOEST).versie("0.9").participatie("participatie_partners");
    String stap = v.id() + "/klankbord_concept";
    String planning = "/visies/" + v.id() + "/planning";
    MockHttpServletResponse vaag =
        vraag(post(planning).param("stap", stap).param("datum", "april 2026").param("reden", "Zo.").param("schriftelijk", "true"), SECRETARIS);
    assertThat(vaag.getStatus()).isEqualTo(422);
    assertThat(html(vaag).text()).contains("de dag tot en met welke er gereageerd kan worden");
    vraag(post(planning).param("stap", stap).param("datum", "22 april 2026").param("reden", "Weinig punten.").param("schriftelijk", "true"), SECRETARIS);
    assertThat(pagina(planning, SECRETARIS).text()).contains("schriftelijke ronde, geen vergadering");
    assertThat(pagina("/visies/" + v.id(), SECRETARIS).text()).contains("schriftelijke ronde, geen vergadering");
    assertThat(pagina("/vergaderingen/proef-klankbordgroep/2026-04-22", SECRETARIS).text())
        .contains("schriftelijke ronde, reacties tot en met deze dag");
    MockHttpServletResponse raad =
        vraag(post(planning).param("stap", v.id() + "/lokaal/GM0342/raad/1").param("datum", "22 september 2026").param("reden", "Zo.").param("schriftelijk", "true"), SECRETARIS);
    assertThat(raad.getStatus()).isEqualTo(422);
    assertThat(html(raad).text()).contains("Een raad beraadslaagt en besluit in een vergadering (Gemeentewet");
  }
}
