package nl.besluitroute.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.LinkedHashMap;
import java.util.Map;
import nl.besluitroute.agenda.Agenda;
import nl.besluitroute.besluitvorming.Besluiten;
import nl.besluitroute.besluitvorming.Zekerheid;
import nl.besluitroute.ondersteuning.Verzoeken;
import nl.besluitroute.ondersteuning.Webtest;
import nl.besluitroute.visie.Visies;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The page on which a vision comes in half-way. */
@Webtest
class InbrengWebIT extends Verzoeken {
  private static final String ADRES = "/visies/inbrengen";

  @Autowired Visies visies;
  @Autowired Agenda agenda;
  @Autowired Besluiten besluiten;
  private final Map<String, String> velden = new LinkedHashMap<>();

  @BeforeEach
  void vulIn() {
    velden.putAll(
        Map.of(
            "regio", "JZ20", "route", "route_raden", "titel", "Regiovisie van toen", "kenmerk", "van-toen",
            "besluit", "De regiovisie vaststellen.", "van", "2026", "tot", "2029", "regel", "alle_raden"));
    zet("versie.1", "nummer", "0.9", "datum", "2026-03-02", "inhoud", "Het concept");
    zet("versie.2", "nummer", "1.0", "datum", "2026-06-01", "inhoud", "ab".repeat(32));
    gedaan("tekst_concept", "maart 2026");
    gedaan("participatie_partners", "voorjaar 2026");
    gedaan("klankbord_concept", "");
    gedaan("tekst_definitief", "1 juni 2026");
  }

  private void zet(String begin, String... namenEnWaarden) {
    for (int i = 0; i < namenEnWaarden.length; i += 2) {
      velden.put(begin + "." + namenEnWaarden[i], namenEnWaarden[i + 1]);
    }
  }

  private void gedaan(String element, String datum) {
    velden.put("stap." + element, "gedaan");
    velden.put("stap." + element + ".datum", datum);
  }

  private MockHttpServletResponse stuur() throws Exception {
    MockHttpServletRequestBuilder verzoek =
        post(ADRES).param("deelnemers", "GM0308", "GM0342");
    velden.forEach(verzoek::param);
    return vraag(verzoek, "secretaris");
  }

  private Document haal(String query) throws Exception {
    return pagina(ADRES + query, "secretaris");
  }

  @Test
  void eerst_de_regio_dan_de_route_en_dan_het_formulier_met_de_stappen_van_die_route() throws Exception {
    assertThat(haal("").select("select[name=regio] option[value=JZ20]")).hasSize(1);
    assertThat(haal("?regio=JZ20").select("input[name=route][value=route_raden]")).hasSize(1);
    Document vorm = haal("?regio=JZ20&route=route_raden");
    assertThat(vorm.select("select[name=stap.uo_definitief], select[name=GM0308.raad.uitkomst]")).hasSize(2);
    assertThat(vorm.select("select[name=GM0308.raad.uitkomst] option").eachAttr("value"))
        .contains("aangenomen")
        .doesNotContain("aangehouden");
    assertThat(haal("?regio=JZ20&route=route_colleges").select("[name^=GM0308.raad]")).isEmpty();
  }

  @Test
  void zij_gaat_verder_bij_de_eerste_stap_die_nog_niet_was_gedaan() throws Exception {
    MockHttpServletResponse antwoord = stuur();
    assertThat(antwoord.getRedirectedUrl()).isEqualTo("/visies/van-toen");
    assertThat(agenda.vanVisie("van-toen")).singleElement().satisfies(t -> assertThat(t.stap()).endsWith("/uo_definitief"));
    assertThat(visies.stappen("van-toen"))
        .filteredOn(s -> s.element().equals("klankbord_concept"))
        .singleElement()
        .satisfies(s -> assertThat(s.werkelijk()).isEmpty());
  }

  @Test
  void wat_een_raad_al_besloot_komt_mee_als_gemeld() throws Exception {
    velden.put("kenmerk", "met-besluit");
    for (String stap : new String[] {"uo_definitief", "do_definitief", "pfho_definitief"}) {
      gedaan(stap, "juli 2026");
      velden.put("stap." + stap + ".conclusie", "positief");
      velden.put("stap." + stap + ".versie", "1.0");
    }
    zet("GM0308.college", "uitkomst", "conform", "datum", "2026-08-25", "versie", "1.0", "bron", "besluitenlijst");
    assertThat(stuur().getRedirectedUrl()).isEqualTo("/visies/met-besluit");
    assertThat(besluiten.vanVisie("met-besluit"))
        .singleElement()
        .satisfies(
            b -> {
              assertThat(b.zekerheid()).isEqualTo(Zekerheid.GEMELD);
              assertThat(b.dictum()).contains("De regiovisie vaststellen.");
            });
  }

  @Test
  void wat_niet_klopt_staat_met_de_stap_of_gemeente_erbij_boven_het_formulier_en_verandert_niets() throws Exception {
    velden.put("kenmerk", "klopt-niet");
    velden.put("versie.2.inhoud", "");
    velden.put("stap.uo_definitief", "gedaan");
    velden.put("stap.uo_definitief.datum", "ooit eens");
    velden.put("GM0308.raad.uitkomst", "aangenomen");
    Document geweigerd = geweigerd();
    assertThat(geweigerd.select("#fouten li a").eachAttr("href"))
        .containsExactly("#versie.2.inhoud", "#stap.uo_definitief.datum", "#GM0308.raad.datum");
    assertThat(geweigerd.getElementById("stap.uo_definitief.datum").val()).isEqualTo("ooit eens");
    assertThat(visies.zoek("klopt-niet")).isEmpty();
  }

  @Test
  void wat_het_domein_weigert_noemt_de_gemeente_en_laat_niets_achter() throws Exception {
    velden.put("kenmerk", "zonder-bron");
    zet("GM0308.college", "uitkomst", "conform", "datum", "2026-08-25", "versie", "1.0");
    assertThat(geweigerd().select("#fouten li").text()).startsWith("College van Baarn: ");
    assertThat(visies.zoek("zonder-bron")).isEmpty();
  }

  private Document geweigerd() throws Exception {
    MockHttpServletResponse antwoord = stuur();
    assertThat(antwoord.getStatus()).isEqualTo(422);
    return html(antwoord);
  }
}
