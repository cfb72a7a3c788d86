package nl.besluitroute.web;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.List;
import java.util.Optional;
import nl.besluitroute.agenda.Bladzijde;
import nl.besluitroute.agenda.Visielijst;
import nl.besluitroute.ondersteuning.Webtest;
import nl.besluitroute.toegang.Accounts;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.Rol;
import nl.besluitroute.toegang.Toekenning;
import nl.besluitroute.visie.Regiovisie;
import nl.besluitroute.visie.Stap;
import nl.besluitroute.visie.Visies;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The desks of griffie and manager and the files of every list, over HTTP on the demo's content. */
@Webtest
class BureausWebIT {

  private static final String EEMLAND = "/visies/eemland-2027";
  private static final String ZUIDOOST = "/visies/zuidoost-brabant-2027";
  private static final String AMENDEMENT = "Amendement A1: aan beslispunt 1 wordt toegevoegd";

  @LocalServerPort int poort;
  @Autowired Accounts accounts;
  @Autowired Visies visies;
  @Autowired Visielijst visielijst;
  private String basis;

  /** Somebody with a session. */
  private final class Persoon {
    private final HttpClient client =
        HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final HttpResponse<String> start;

    Persoon(String naam) throws Exception {
      start = stuur("/aanmelden", "gebruikersnaam=" + naam + "&wachtwoord=demo", haal("/aanmelden"));
    }

    HttpResponse<String> vraag(String pad) throws Exception {
      return client.send(
          HttpRequest.newBuilder(URI.create(basis + pad)).header("Accept", "text/html,*/*").build(),
          BodyHandlers.ofString());
    }

    Document haal(String pad) throws Exception {
      HttpResponse<String> antwoord = vraag(pad);
      assertThat(antwoord.statusCode()).as(pad).isEqualTo(200);
      return Jsoup.parse(antwoord.body());
    }

    /** Posts a form with the token of the page that it stands on. */
    HttpResponse<String> stuur(String pad, String velden, Document van) throws Exception {
      String token = van.selectFirst("input[name=_csrf]").attr("value");
      return client.send(
          HttpRequest.newBuilder(URI.create(basis + pad))
              .header("Accept", "text/html")
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(BodyPublishers.ofString(velden + "&_csrf=" + code(token)))
              .build(),
          BodyHandlers.ofString());
    }
  }

  private static String code(String tekst) {
    return URLEncoder.encode(tekst, StandardCharsets.UTF_8);
  }

  @BeforeEach
  void adres() {
    basis = "http://localhost:" + poort;
  }

  // -- desks ---------------------------------------------------------------------------------

  @ParameterizedTest
  @CsvSource({"griffier,/regiostukken", "manager,/stand", "secretaris,/agenda", "beheerder,/agenda"})
  void wie_zich_aanmeldt_komt_bij_zijn_eigen_werk(String wie, String pad) throws Exception {
    assertThat(new Persoon(wie).start.uri().getPath()).isEqualTo(pad);
  }

  @Test
  void het_menu_volgt_de_rol() throws Exception {
    assertThat(new Persoon("griffier").haal("/visies").select(".hoofdmenu a").eachText())
        .contains("Regiostukken", "Stand");
    assertThat(new Persoon("manager").haal("/visies").select(".hoofdmenu a").eachText())
        .contains("Stand")
        .doesNotContain("Regiostukken");
  }

  @Test
  void de_griffie_ziet_wat_haar_raad_bereikt_en_wat_er_wijzigde() throws Exception {
    Document pagina = new Persoon("griffier").haal("/regiostukken");
    assertThat(pagina.select(".stukken tbody tr th a").eachText())
        .anyMatch(t -> t.contains("Eemland 2027-2030"))
        .noneMatch(t -> t.contains("Zuidoost-Brabant"));
    assertThat(pagina.select("#nieuw-kop").text()).startsWith("Gewijzigd sinds vrijdag ");
    assertThat(pagina.select(".nieuws").text()).contains("Eemnes", "commissie").doesNotContain("Huizen");
    assertThat(pagina.select(".klapper").first().text()).contains("vastgesteld", "1 gewijzigd");
  }

  @Test
  void elders_staan_de_raden_op_datum_met_hun_woorden_en_een_regel_voor_de_lta() throws Exception {
    Document pagina = new Persoon("griffier").haal("/regiostukken?open=eemland-2027");
    assertThat(pagina.select(".raden tbody th").eachText())
        .startsWith("Bunschoten", "Woudenberg", "Amersfoort", "Leusden");
    assertThat(pagina.select(".raden").text()).contains(AMENDEMENT, "na twee jaar");
    assertThat(pagina.select(".raden tr.eigen th").text()).startsWith("Soest");
    String[] lta = pagina.select("textarea").first().wholeText().split("\t", -1);
    assertThat(lta).hasSize(6);
    assertThat(lta[0]).isEqualTo("Regiovisie jeugdhulp Eemland 2027-2030");
    assertThat(lta[1]).isEqualTo("besluit");
    assertThat(lta[2]).matches("\\d\\d-\\d\\d-\\d{4}");
  }

  @Test
  void wie_bij_twee_gemeenten_hoort_kiest_er_een() throws Exception {
    accounts.voegToe(
        "griffier-twee", "Griffier", "demo", true,
        List.of(Toekenning.inGemeente(Rol.GRIFFIER, "GM0342"), Toekenning.inGemeente(Rol.GRIFFIER, "GM0743")));
    Persoon griffier = new Persoon("griffier-twee");
    assertThat(griffier.haal("/regiostukken").select(".raadkeuze a").eachText()).containsExactly("Asten", "Soest");
    assertThat(griffier.haal("/regiostukken?gemeente=GM0342").select(".stukken").text())
        .contains("Eemland")
        .doesNotContain("Zuidoost-Brabant");
    assertThat(griffier.haal("/regiostukken?gemeente=GM0743&toon=gereed").select(".stukken").text())
        .contains("Zuidoost-Brabant")
        .doesNotContain("Eemland");
  }

  @Test
  void wie_geen_gemeente_heeft_leest_wat_hij_kan_doen() throws Exception {
    assertThat(new Persoon("manager").haal("/regiostukken").text())
        .contains("U heeft geen rol in een gemeente", "Naar de visies");
  }

  @Test
  void de_manager_ziet_per_gemeente_hoe_het_staat_met_dezelfde_feiten_in_de_tekening() throws Exception {
    Persoon manager = new Persoon("manager");
    assertThat(manager.haal("/stand").select(".standlijst th a").eachText()).contains("Regiovisie jeugdhulp Zuidoost-Brabant 2027-2031");
    Document pagina = manager.haal("/stand/zuidoost-brabant-2027");
    assertThat(pagina.select(".standtabel > tbody > tr")).hasSize(21);
    assertThat(pagina.select(".stand-zin").text()).contains("9 van 21 vastgesteld", "nog 10 te besluiten");
    assertThat(pagina.select(".standtabel tbody th").first().text()).startsWith("Bergeijk");
    for (var rij : pagina.select(".standtabel > tbody > tr")) {
      String zin = rij.select("svg[role=img]").attr("aria-label");
      assertThat(zin).startsWith(rij.select("th a").text());
      rij.select(".raaddag b").eachText().forEach(datum -> assertThat(zin).contains(datum));
    }
    assertThat(manager.haal("/stand/zuidoost-brabant-2027?toon=telt-niet").select(".standtabel tbody th a").eachText())
        .containsExactlyInAnyOrder("Geldrop-Mierlo", "Heeze-Leende");
    Document open = manager.haal("/stand/zuidoost-brabant-2027?open=GM1724");
    assertThat(open.select("tr.uitklap textarea").text())
        .contains("het college van Bergeijk", "versie 1.3", "/visies/zuidoost-brabant-2027");
    assertThat(open.select("tr.uitklap .gebeurtenissen").text()).contains("Bergeijk");
  }

  @Test
  void een_stand_die_niet_te_lezen_is_bestaat_niet() throws Exception {
    Persoon griffier = new Persoon("griffier");
    assertThat(griffier.vraag("/stand/zuidoost-brabant-2027").statusCode()).isEqualTo(404);
    assertThat(griffier.vraag("/stand/zuidoost-brabant-2027/gemeenten.csv").statusCode()).isEqualTo(404);
    assertThat(griffier.vraag(ZUIDOOST + "/gemeenten.xlsx").statusCode()).isEqualTo(404);
  }

  @Test
  void de_geschiedenis_is_te_zeven_en_een_bestand_volgt_dezelfde_zeef() throws Exception {
    Persoon manager = new Persoon("manager");
    String zeef = "/geschiedenis?gemeente=GM0307&soort=besluiten";
    assertThat(manager.haal(EEMLAND + zeef).select(".gebeurtenissen li p:first-child").eachText())
        .isNotEmpty()
        .allMatch(t -> t.contains("Amersfoort"));
    assertThat(manager.haal(EEMLAND + zeef).select(".uitvoer a").first().attr("href"))
        .isEqualTo(EEMLAND + "/geschiedenis.csv?gemeente=GM0307&soort=besluiten");
    assertThat(csv(manager, EEMLAND + "/geschiedenis.csv?gemeente=GM0307&soort=besluiten"))
        .hasSize(manager.haal(EEMLAND + zeef).select(".gebeurtenissen li").size());
  }

  // -- files ---------------------------------------------------------------------------------

  /** The rows below the headings; no cell of the demo holds a line break but in words. */
  private static List<String> csv(Persoon wie, String pad) throws Exception {
    HttpResponse<String> antwoord = wie.vraag(pad);
    assertThat(antwoord.statusCode()).as(pad).isEqualTo(200);
    assertThat(antwoord.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
    assertThat(antwoord.headers().firstValue("Content-Disposition").orElseThrow())
        .matches("attachment; filename=\"[a-z0-9-]+-\\d{4}-\\d\\d-\\d\\d\\.csv\"");
    assertThat(antwoord.body()).startsWith("\uFEFF");
    List<String> regels = new ArrayList<>();
    StringBuilder regel = new StringBuilder();
    boolean binnen = false;
    for (char teken : antwoord.body().toCharArray()) {
      binnen ^= teken == '"';
      if (teken == '\n' && !binnen) {
        regels.add(regel.toString().strip());
        regel.setLength(0);
      } else {
        regel.append(teken);
      }
    }
    return regels.subList(1, regels.size());
  }

  @ParameterizedTest
  @CsvSource({
    "/visies,.visietabel tbody tr",
    "/visies?toon=onderweg,.visietabel tbody tr",
    "/stand,.standlijst tbody tr",
    "/agenda,.takentabel tbody tr",
    "/agenda?toon=te-laat,.takentabel tbody tr",
    EEMLAND + "/gemeenten,.gemeentetabel tbody tr",
    EEMLAND + "/opmerkingen,.opmerkingen > li",
    EEMLAND + "/opmerkingen?toon=open,.opmerkingen > li",
    EEMLAND + "/planning,.planningtabel:not(.planningtabel--lokaal) > tbody > tr:not(.dictumrij)",
  })
  void een_bestand_heeft_de_rijen_van_de_pagina(String pad, String rijen) throws Exception {
    Persoon secretaris = new Persoon("secretaris");
    Document pagina = secretaris.haal(pad);
    List<String> getoond =
        pagina.select(rijen).stream()
            .map(r -> Optional.ofNullable(r.selectFirst("th a")).or(() -> Optional.ofNullable(r.selectFirst("th, p.woordelijk"))).orElseThrow())
            .map(e -> e.hasText() && e.selectFirst("span") != null ? e.ownText() : e.text())
            .toList();
    String[] delen = pad.split("\\?");
    String achter = delen.length > 1 ? "?" + delen[1] : "";
    List<String> regels = csv(secretaris, delen[0] + ".csv" + achter);
    assertThat(getoond).isNotEmpty();
    for (String naam : getoond) {
      assertThat(regels).as(pad).anyMatch(regel -> kaal(regel).startsWith(kaal(naam)));
    }
    if (!pad.contains("planning")) {
      assertThat(regels).as(pad).hasSameSizeAs(getoond);
    }
    HttpResponse<String> xlsx = secretaris.vraag(delen[0] + ".xlsx" + achter);
    assertThat(xlsx.statusCode()).isEqualTo(200);
    assertThat(xlsx.body()).startsWith("PK");
    assertThat(pagina.select(".uitvoer a").eachAttr("href"))
        .containsExactly(delen[0] + ".csv" + achter, delen[0] + ".xlsx" + achter);
  }

  /** Without quotes, and without the apostrophe that keeps a formula from being one. */
  private static String kaal(String regel) {
    return regel.replace("\"", "").replaceAll("^'", "");
  }

  @Test
  void ook_behandeling_regiostukken_en_stand_per_gemeente_zijn_een_bestand() throws Exception {
    Persoon griffier = new Persoon("griffier");
    assertThat(csv(griffier, EEMLAND + "/behandeling.csv")).anyMatch(r -> r.contains("Portefeuillehoudersoverleg"));
    assertThat(csv(griffier, "/regiostukken.csv"))
        .hasSameSizeAs(griffier.haal("/regiostukken").select(".stukken > tbody > tr"))
        .anyMatch(r -> r.startsWith("Regiovisie jeugdhulp Eemland 2027-2030;Eemland;Besluit;"));
    assertThat(csv(new Persoon("manager"), "/stand/zuidoost-brabant-2027/gemeenten.csv?toon=telt-niet")).hasSize(2);
    assertThat(griffier.vraag("/visies.docx").statusCode()).isEqualTo(404);
  }

  @Test
  void een_titel_die_op_een_formule_lijkt_komt_er_onschadelijk_uit() throws Exception {
    Persoon secretaris = new Persoon("secretaris");
    secretaris.stuur(
        "/visies/nieuw",
        "regio=JZ16&titel=" + code("=HYPERLINK(\"x\")") + "&kenmerk=proef-formule&besluit=Vast+te+stellen.&van=2028&tot=2031"
            + "&deelnemers=GM0376&deelnemers=GM0406&regel=alle_colleges&route=route_colleges",
        secretaris.haal("/visies/nieuw?regio=JZ16"));
    assertThat(csv(secretaris, "/visies.csv")).anyMatch(r -> r.startsWith("\"'=HYPERLINK(\"\"x\"\")\""));
  }

  // -- what is vertrouwelijk -----------------------------------------------------------------

  @Test
  void wat_vertrouwelijk_is_ontbreekt_bij_wie_het_niet_mag_zien_op_elke_pagina_en_in_elk_bestand() throws Exception {
    String regio = visies.visie("eemland-2027").regios().get(0);
    accounts.voegToe("lezer-regio", "Lezer", "demo", true, List.of(Toekenning.inRegio(Rol.LEZER, regio)));
    Persoon lezer = new Persoon("lezer-regio");
    Persoon secretaris = new Persoon("secretaris");
    List<String> paden =
        List.of(EEMLAND + "/gemeenten", EEMLAND + "/gemeenten.csv", EEMLAND + "/geschiedenis.csv", "/stand/eemland-2027?open=GM0307", "/stand/eemland-2027/gemeenten.csv");
    assertThat(lezer.vraag(EEMLAND + "/gemeenten.csv").body()).contains(AMENDEMENT);

    String stap =
        visies.stappen("eemland-2027").stream()
            .filter(s -> s.gemeente().filter("GM0307"::equals).isPresent() && s.soort() == Stap.Soort.RAAD)
            .findFirst()
            .orElseThrow()
            .id();
    Document vorm = secretaris.haal(EEMLAND + "/vertrouwelijk");
    HttpResponse<String> geweigerd =
        secretaris.stuur(EEMLAND + "/vertrouwelijk", "wat=stap:" + code(stap) + "&niveau=vertrouwelijk&grond=&orgaan=raad-gm0307", vorm);
    assertThat(geweigerd.statusCode()).isEqualTo(422);
    assertThat(geweigerd.body()).contains("Geef een grond.");
    HttpResponse<String> gelukt =
        secretaris.stuur(EEMLAND + "/vertrouwelijk", "wat=stap:" + code(stap) + "&niveau=vertrouwelijk&grond=Zaak+van+personen&orgaan=raad-gm0307", vorm);
    assertThat(gelukt.statusCode()).isEqualTo(200);
    assertThat(gelukt.body()).contains("is aangemerkt als vertrouwelijk", "Zaak van personen");
    try {
      for (String pad : paden) {
        HttpResponse<String> antwoord = lezer.vraag(pad);
        assertThat(antwoord.statusCode()).as(pad).isEqualTo(200);
        assertThat(antwoord.body()).as(pad).doesNotContain(AMENDEMENT, "na twee jaar", "Zaak van personen");
      }
      assertThat(lezer.haal(EEMLAND + "/gemeenten").select("#bij-GM0307 .m").text()).contains("vertrouwelijk");
      Document bij = lezer.haal(EEMLAND + "/vertrouwelijk");
      assertThat(bij.select("main table").text()).contains("vertrouwelijk", "niet voor u").doesNotContain("Zaak van personen");
      assertThat(bij.select("main form:not([action$=volgen])")).isEmpty();
      assertThat(secretaris.vraag(EEMLAND + "/gemeenten.csv").body()).contains(AMENDEMENT);
    } finally {
      Document lijst = secretaris.haal(EEMLAND + "/vertrouwelijk");
      String opheffen = lijst.selectFirst("form[action*=opheffen]").attr("action").replaceAll("#.*", "");
      assertThat(secretaris.stuur(opheffen, "reden=niet+meer+nodig", lijst).body()).contains("is niet langer vertrouwelijk");
    }
    assertThat(lezer.vraag(EEMLAND + "/gemeenten.csv").body()).contains(AMENDEMENT);
  }

  // -- the list of visions -------------------------------------------------------------------

  @Test
  void de_lijst_van_visies_komt_per_bladzijde_uit_de_database_zonder_gaten_of_dubbelen() {
    for (String naam : List.of("secretaris", "griffier", "beheerder")) {
      Gebruiker wie = accounts.gebruiker(naam);
      List<String> gelezen = new ArrayList<>();
      Optional<String> na = Optional.empty();
      do {
        Bladzijde<Visielijst.Regel> bladzijde = visielijst.van(wie, Visielijst.Toon.ALLE, na, 2);
        assertThat(bladzijde.rijen()).hasSizeLessThanOrEqualTo(2);
        bladzijde.rijen().forEach(v -> gelezen.add(v.visie().id()));
        na = bladzijde.volgende();
      } while (na.isPresent());
      assertThat(gelezen)
          .as(naam)
          .doesNotHaveDuplicates()
          .containsExactlyInAnyOrderElementsOf(visies.leesbaar(wie).stream().map(Regiovisie::id).toList());
      assertThat(visielijst.aantallen(wie)).containsEntry(Visielijst.Toon.ALLE, (long) gelezen.size());
    }
  }
}
