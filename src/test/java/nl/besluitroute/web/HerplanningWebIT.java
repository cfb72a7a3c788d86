package nl.besluitroute.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.ondersteuning.Verzoeken;
import nl.besluitroute.ondersteuning.Webtest;
import nl.besluitroute.toegang.Accounts;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.vergaderschema.Vergaderschema;
import nl.besluitroute.visie.Stap;
import nl.besluitroute.visie.StapId;
import nl.besluitroute.visie.Stappen;
import nl.besluitroute.visie.Visies;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;

/** What a change of dates does is seen first and done as seen; a year's visions stand on one page. */
@Webtest
class HerplanningWebIT extends Verzoeken {
  private static final String VISIE = "gooi-en-vechtstreek-2027";
  private static final String STAP = VISIE + "/pfho_definitief";
  private static final String PFHO = "gv-pfho";

  @Autowired Klok klok;
  @Autowired Stappen stappen;
  @Autowired Visies visies;
  @Autowired Vergaderschema schema;
  @Autowired Accounts accounts;

  private Document pagina(MockHttpServletResponse antwoord, int status) throws Exception {
    assertThat(antwoord.getStatus()).isEqualTo(status);
    return html(antwoord);
  }

  private LocalDate gepland() {
    Stap stap = visies.stap(STAP);
    return stap.gepland().orElseThrow().precies().orElseThrow();
  }

  @Test
  void stel_dat_laat_zien_wat_er_verschuift_en_voert_door_wat_is_gezien() throws Exception {
    LocalDate was = gepland();
    String pad = "/visies/" + VISIE + "/stel-dat";
    LocalDate vanaf = was.plusDays(30);
    Document leeg = pagina(vraag(get(pad), "secretaris"), 200);
    assertThat(leeg.select("option[value=" + STAP + "]")).hasSize(1);
    assertThat(leeg.select("form[method=post]:has(#reden)")).isEmpty();

    Document gezien =
        pagina(vraag(get(pad).param("stap", STAP).param("vanaf", vanaf.toString()), "secretaris"), 200);
    assertThat(gezien.select("tbody tr:contains(Portefeuillehoudersoverleg)").text()).contains("gaat mee");
    String kenmerk = gezien.select("input[name=kenmerk]").attr("value");
    assertThat(gepland()).isEqualTo(was);

    Document zonderReden =
        pagina(
            vraag(post(pad).param("stap", STAP).param("vanaf", vanaf.toString()).param("kenmerk", kenmerk), "secretaris"),
            422);
    assertThat(zonderReden.text()).contains("Geef een reden.");
    Document anders =
        pagina(
            vraag(post(pad).param("stap", STAP).param("vanaf", vanaf.toString()).param("kenmerk", "x").param("reden", "Zo."), "secretaris"),
            422);
    assertThat(anders.text()).contains("intussen veranderd");
    assertThat(gepland()).isEqualTo(was);

    assertThat(
            vraag(post(pad).param("stap", STAP).param("vanaf", vanaf.toString()).param("kenmerk", kenmerk).param("reden", "Nog niet rijp."), "secretaris")
                .getRedirectedUrl())
        .startsWith("/visies/" + VISIE + "/planning");
    assertThat(gepland()).isAfterOrEqualTo(vanaf);
  }

  @Test
  void wat_geen_dag_of_stap_is_wordt_met_een_zin_geweigerd_en_wie_leest_voert_niets_door() throws Exception {
    String pad = "/visies/" + VISIE + "/stel-dat";
    assertThat(pagina(vraag(get(pad).param("stap", STAP).param("vanaf", "morgen"), "secretaris"), 422).text())
        .contains("Kies de dag");
    assertThat(pagina(vraag(get(pad).param("stap", STAP).param("vanaf", "2001-01-01"), "secretaris"), 422).text())
        .contains("al geweest");
    assertThat(
            pagina(
                    vraag(get(pad).param("stap", VISIE + "/bestaat_niet").param("vanaf", klok.vandaag().plusDays(9).toString()), "secretaris"),
                    422)
                .select(".melding--laat")
                .text())
        .isNotBlank();
    Document lezer =
        pagina(
            vraag(get(pad).param("stap", STAP).param("vanaf", gepland().plusDays(30).toString()), "beheerder"), 200);
    assertThat(lezer.text()).contains("blijft staan").doesNotContain("gaat mee");
    assertThat(lezer.select("#reden")).isEmpty();
  }

  @Test
  void een_vergadering_waarop_een_visie_staat_verschuift_pas_nadat_haar_gevolgen_zijn_gezien() throws Exception {
    Gebruiker secretaris = accounts.gebruiker("secretaris");
    LocalDate was = gepland();
    UUID vergadering =
        schema.vanOrgaan(PFHO, was, was).stream().findFirst().orElseThrow().id();
    stappen.zetOpVergadering(StapId.lees(STAP), was, Optional.of(vergadering), "In het schema.", secretaris);
    LocalDate wordt = was.plusDays(3);
    String pad = "/schemas/" + PFHO + "/vergaderingen/" + vergadering + "/verplaatsen";
    Document gevolgen =
        pagina(
            vraag(post(pad).param("dag", wordt.toString()).param("aanvang", "14:00").param("reden", "Zaal bezet"), "secretaris"),
            200);
    assertThat(gevolgen.select("h1").text()).startsWith("Van ");
    assertThat(gevolgen.text()).contains("een andere datum");
    assertThat(gepland()).as("bekijken verandert niets").isEqualTo(was);
    assertThat(
            vraag(post(pad)
                        .param("dag", wordt.toString())
                        .param("aanvang", "14:00")
                        .param("reden", "Zaal bezet")
                        .param("kenmerk", gevolgen.select("input[name=kenmerk]").attr("value")), "secretaris")
                .getRedirectedUrl())
        .isEqualTo("/schemas/" + PFHO);
    assertThat(gepland()).isEqualTo(wordt);
  }

  @Test
  void een_jaar_toont_de_visies_van_een_regio_met_de_stappen_van_de_eigen_gemeente() throws Exception {
    int jaar = klok.vandaag().getYear();
    Document griffier = pagina(vraag(get("/jaar").param("jaar", String.valueOf(jaar)), "griffier"), 200);
    assertThat(griffier.select("h1").text()).isEqualTo("Jaaroverzicht");
    assertThat(griffier.text()).contains("regio Eemland", "Raad Soest").doesNotContain("Raad Baarn");
    Document secretaris = pagina(vraag(get("/jaar").param("regio", "JZ16"), "secretaris"), 200);
    assertThat(secretaris.text()).contains("Gooi en Vechtstreek", "Portefeuillehoudersoverleg");
    assertThat(pagina(vraag(get("/jaar").param("regio", "x").param("jaar", "9999999"), "secretaris"), 200).select("h1").text())
        .isEqualTo("Jaaroverzicht");
    assertThat(pagina(vraag(get("/jaar").param("jaar", String.valueOf(jaar - 9)), "griffier"), 200).text())
        .contains("Niets gepland in " + (jaar - 9));
  }
}
