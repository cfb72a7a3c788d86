package nl.besluitroute.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.ondersteuning.Verzoeken;
import nl.besluitroute.ondersteuning.Webtest;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The pages of a schema, as a secretary uses them, and the calendar behind a secret address. */
@Webtest
class SchemaWebIT extends Verzoeken {
  private static final String UO = "/schemas/eem-uitvoeringsoverleg";

  @Autowired Klok klok;
  private LocalDate dag;

  @BeforeEach
  void begin() {
    dag = klok.vandaag().plusMonths(16).withDayOfMonth(7);
  }

  private MockHttpServletResponse vraag(MockHttpServletRequestBuilder verzoek) throws Exception {
    return vraag(verzoek, "secretaris");
  }

  private Document pagina(String pad) throws Exception {
    return pagina(pad, "secretaris");
  }

  @Test
  void een_secretaris_ziet_haar_overleggen_met_een_jaar_vergaderingen() throws Exception {
    Document overzicht = pagina("/schemas");
    assertThat(overzicht.select("nav.hoofdmenu a[aria-current]").text()).isEqualTo("Schema's");
    assertThat(overzicht.select("h2").eachText()).contains("Regio Eemland", "Gemeente Soest");
    Document schema = pagina(UO);
    assertThat(schema.select("section.tabelvlak h2").eachText()).contains("Reces", "Termijnen").hasSizeGreaterThan(8);
    assertThat(schema.text()).contains("De eerstvolgende vergadering is").contains("het aantal werkdagen van de route voor de vergadering", "3 werkdagen voor de vergadering");
  }

  @Test
  void een_vergadering_wordt_toegevoegd_verplaatst_en_vervalt() throws Exception {
    assertThat(vraag(post(UO + "/vergaderingen").param("dag", dag.toString()).param("aanvang", "13:15")).getRedirectedUrl()).isEqualTo(UO);
    Document schema = pagina(UO);
    assertThat(schema.select(".melding").text()).startsWith("De vergadering is toegevoegd.");
    String wijzig = schema.select("tr:contains(13:15) a").attr("href");
    assertThat(pagina(wijzig).select("h1").text()).contains("13:15 uur");

    MockHttpServletResponse zonderReden = vraag(post(wijzig + "/verplaatsen").param("dag", dag.plusDays(1).toString()).param("aanvang", "13:15"));
    assertThat(zonderReden.getStatus()).isEqualTo(422);
    assertThat(html(zonderReden).select("#fout-verplaats-reden").text()).isEqualTo("Geef een reden.");
    assertThat(html(zonderReden).select("#verplaats-dag").attr("value")).as("wat is ingevuld, staat er nog").isEqualTo(dag.plusDays(1).toString());

    MockHttpServletResponse geenDag = vraag(post(wijzig + "/verplaatsen").param("dag", "32 mei").param("reden", "Zaal bezet"));
    assertThat(html(geenDag).select("#fout-verplaats-dag").text()).contains("geen datum");

    vraag(post(wijzig + "/verplaatsen").param("dag", dag.plusDays(1).toString()).param("aanvang", "13:15").param("reden", "Zaal bezet"));
    vraag(post(wijzig + "/vervallen").param("reden", "Geen punten"));
    assertThat(pagina(UO).select("tr:contains(13:15)").text()).contains("vervallen", "Geen punten");
  }

  @Test
  void een_termijn_met_een_tijdstip_staat_bij_het_open_werk_van_het_overleg() throws Exception {
    Document voor = pagina("/agenda");
    assertThat(voor.text()).doesNotContain(", 11:15 uur");
    String overleg = "/schemas/gv-uitvoeringsoverleg";
    vraag(post(overleg + "/termijnen").param("soort", "vastleggen").param("aantal", "3").param("eenheid", "werkdagen").param("tijdstip", "11:15"));
    assertThat(pagina(overleg).select("tr:contains(11:15)").text()).contains("eigen termijn");
    Document na = pagina("/agenda");
    assertThat(na.select("td[data-kop=Uiterlijk]").text()).contains(", 11:15 uur");
    assertThat(na.select("td[data-kop=Uiterlijk]").size()).isEqualTo(voor.select("td[data-kop=Uiterlijk]").size());
    vraag(post(overleg + "/termijnen").param("soort", "vastleggen").param("aantal", ""));
    assertThat(pagina("/agenda").select("td[data-kop=Uiterlijk]").text()).isEqualTo(voor.select("td[data-kop=Uiterlijk]").text());
    assertThat(pagina(overleg).select("tr:contains(Uitkomst vastleggen)").text()).contains("het aantal werkdagen van de route na de vergadering", "tot u hier een termijn zet");
  }

  @Test
  void wat_niet_kan_staat_met_een_zin_bij_het_veld_van_zijn_eigen_formulier() throws Exception {
    Document dubbel = html(vraag(post(UO + "/vergaderingen").param("dag", "2020-01-01")));
    assertThat(dubbel.select("details[open] #fout-nieuw-dag").text()).contains("al geweest");
    assertThat(html(vraag(post(UO + "/termijnen").param("soort", "aanleveren").param("aantal", "10000").param("eenheid", "werkdagen"))).select("#fout-termijn-aantal").text())
        .contains("0 tot en met 999");
    assertThat(html(vraag(post(UO + "/reeks").param("ritme", "x").param("van", dag.toString()).param("tot", dag.toString()))).select("#fout-reeks-ritme").text())
        .contains("hoe vaak");
    assertThat(html(vraag(multipart(UO + "/inlezen").param("adres", "http://169.254.169.254/latest"))).select("#fout-inlezen-adres").text())
        .contains("intern netwerk");
    assertThat(html(vraag(multipart(UO + "/inlezen"))).select("#fout-inlezen-bestand").text()).contains("Kies een bestand");
  }

  @Test
  void een_reeks_wordt_eerst_getoond_en_dan_toegevoegd() throws Exception {
    Document reeks =
        html(
            vraag(
                post(UO + "/reeks").param("ritme", "w2").param("weekdag", "5").param("aanvang", "08:05")
                    .param("van", dag.toString()).param("tot", dag.plusWeeks(8).toString())));
    assertThat(reeks.select("h1").text()).isEqualTo("Reeks bekijken");
    assertThat(pagina(UO).text()).doesNotContain("08:05");
    var opslaan = post(UO + "/reeks/opslaan");
    reeks.select("form input[type=hidden]:not([name=_csrf])").forEach(veld -> opslaan.param(veld.attr("name"), veld.attr("value")));
    assertThat(vraag(opslaan).getRedirectedUrl()).isEqualTo(UO);
    assertThat(pagina(UO).text()).contains("08:05");
  }

  @Test
  void een_bestand_toont_wat_verandert_en_een_slecht_bestand_een_zin() throws Exception {
    String lijst = "Datum;Tijd;Onderwerp\r\n" + dag.plusDays(9) + ";10:20;Ingelezen overleg\r\n";
    MockHttpServletResponse gelezen =
        vraag(multipart(UO + "/inlezen").file(new MockMultipartFile("bestand", "lijst.csv", "text/csv", lijst.getBytes(StandardCharsets.UTF_8))));
    String voorbeeld = gelezen.getRedirectedUrl();
    Document pagina = pagina(voorbeeld);
    assertThat(pagina.text()).contains("1 nieuw. Er is nog niets opgeslagen.", "Ingelezen overleg", "Uit lijst.csv.");
    assertThat(vraag(post(voorbeeld)).getRedirectedUrl()).isEqualTo(UO);
    assertThat(pagina(UO).text()).contains("De agenda is ingelezen: 1 nieuw.");
    MockHttpServletResponse kapot =
        vraag(multipart(UO + "/inlezen").file(new MockMultipartFile("bestand", "a.ics", "text/calendar", "BEGIN:VCALENDAR".getBytes(StandardCharsets.UTF_8))));
    assertThat(kapot.getStatus()).isEqualTo(422);
    assertThat(html(kapot).select("#fout-inlezen-bestand").text()).contains("afgebroken");
    assertThat(vraag(get(UO + "/inlezen/00000000-0000-0000-0000-000000000000")).getStatus()).isEqualTo(404);
  }

  @Test
  void een_geheim_adres_geeft_de_agenda_zonder_aanmelden_tot_het_wordt_ingetrokken() throws Exception {
    String adres = adres(UO, UO + "/adres");
    MockHttpServletResponse agenda = zonderAanmelden(get(adres));
    assertThat(agenda.getStatus()).isEqualTo(200);
    assertThat(agenda.getContentType()).isEqualTo("text/calendar;charset=UTF-8");
    assertThat(agenda.getHeader("Cache-Control")).contains("private");
    assertThat(tekst(agenda)).startsWith("BEGIN:VCALENDAR").contains("SUMMARY:Uitvoeringsoverleg");
    vraag(post(UO + "/adres/intrekken"));
    assertThat(zonderAanmelden(get(adres)).getStatus()).isEqualTo(404);
    assertThat(zonderAanmelden(get("/kalender/onbekend.ics")).getStatus()).isEqualTo(404);

    String eigen = adres("/schemas", "/schemas/mijn-adres");
    assertThat(tekst(zonderAanmelden(get(eigen))))
        .contains("SUMMARY:Uitvoeringsoverleg", "SUMMARY:Portefeuillehoudersoverleg")
        .doesNotContain("Gemeenteraad");
  }

  private String adres(String pagina, String maak) throws Exception {
    vraag(post(maak));
    Document met = pagina(pagina);
    assertThat(met.select("script[src*=kopieer]")).hasSize(1);
    String veld = met.select(".melding button").attr("data-kopieer");
    Matcher m = Pattern.compile("^https?://.+(/kalender/[A-Za-z0-9_-]{43}\\.ics)$").matcher(met.select(".melding textarea#" + veld).text());
    assertThat(m.find()).isTrue();
    assertThat(pagina(pagina).text()).as("maar één keer").doesNotContain(m.group(1));
    return m.group(1);
  }

  @Test
  void wie_er_niet_plant_leest_alleen() throws Exception {
    assertThat(pagina(UO, "griffier").select("main form")).isEmpty();
  }
}
