package nl.besluitroute.web;

import static nl.besluitroute.ondersteuning.Proefvisie.invoer;
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
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.besluitroute.agenda.Agenda;
import nl.besluitroute.agenda.AgendaTaak;
import nl.besluitroute.agenda.Taken;
import nl.besluitroute.besluitvorming.Behandelverslag;
import nl.besluitroute.kalender.GeschrevenDatum;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.kalender.Werkdagen;
import nl.besluitroute.ondersteuning.Webtest;
import nl.besluitroute.toegang.Accounts;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.visie.StapId;
import nl.besluitroute.visie.Stappen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The desk of the ambtelijk secretaris, over real HTTP on the demo's content. */
@Webtest
class VergaderingWebIT {
  private static final String TOEGANG = "gooi-en-vechtstreek-toegang-2027";
  private static final String VERBLIJF = "gooi-en-vechtstreek-verblijf-2027";
  private static final String ZUIDOOST = "zuidoost-brabant-2027";

  @LocalServerPort int poort;
  @Autowired Agenda agenda;
  @Autowired Taken taken;
  @Autowired Stappen stappen;
  @Autowired Behandelverslag verslag;
  @Autowired Accounts accounts;
  @Autowired Klok klok;
  @Autowired Werkdagen werkdagen;
  private final HttpClient client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private String basis;
  private String token;

  @BeforeEach
  void adres() throws Exception {
    basis = "http://localhost:" + poort;
    meldAan("secretaris");
  }

  private HttpResponse<String> haal(String pad) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(basis + pad)).header("Accept", "text/html").build(), BodyHandlers.ofString());
  }

  /** @param velden names and values in turn */
  private HttpResponse<String> stuur(String pad, String... velden) throws Exception {
    StringJoiner inhoud = new StringJoiner("&");
    for (int i = 0; i < velden.length; i += 2) {
      inhoud.add(code(velden[i]) + "=" + code(velden[i + 1]));
    }
    inhoud.add("_csrf=" + code(token));
    return client.send(
        HttpRequest.newBuilder(URI.create(basis + pad))
            .header("Accept", "text/html")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(inhoud.toString()))
            .build(),
        BodyHandlers.ofString());
  }

  private static String code(String tekst) {
    return URLEncoder.encode(tekst, StandardCharsets.UTF_8);
  }

  private void meldAan(String wie) throws Exception {
    token = token(haal("/aanmelden").body());
    stuur("/aanmelden", "gebruikersnaam", wie, "wachtwoord", "demo");
    token = token(haal("/visies").body());
  }

  private static String token(String html) {
    Matcher token = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"").matcher(html);
    assertThat(token.find()).isTrue();
    return token.group(1);
  }

  private static String naar(HttpResponse<String> antwoord) {
    assertThat(antwoord.statusCode()).as(antwoord.body()).isEqualTo(302);
    return antwoord.headers().firstValue("Location").orElseThrow();
  }

  private String gisteren() {
    return "/vergaderingen/gv-uitvoeringsoverleg/" + werkdagen.min(klok.vandaag(), 1);
  }

  private String donderdag() {
    return "/vergaderingen/gv-directie-overleg/" + werkdagen.plus(klok.vandaag(), 3);
  }

  private AgendaTaak taak(String visie, String soort) {
    return agenda.vanVisie(visie).stream().filter(t -> t.soort().equals("taak_" + soort)).findFirst().orElseThrow();
  }

  private String behandeling(String visie, String ronde) {
    return verslag.rijen(visie, ronde).stream().map(Behandelverslag.Rij::conclusie).reduce("", (a, b) -> a + "\n" + b);
  }

  @Test
  void een_vergadering_zegt_wat_er_op_staat_en_wat_ontbreekt() throws Exception {
    assertThat(haal("/vergaderingen").body())
        .contains("Eerstvolgend: ", "Komende vergaderingen", donderdag(), "Nog zonder dag", "Dag plannen");
    assertThat(haal(donderdag()).body())
        .contains("Stukken verzenden", "niet op tijd verzonden", "punten in volgorde")
        .contains("http://localhost:" + poort + "/visies/gooi-en-vechtstreek-2027", "Versie 1.0 van", "mailto:?subject=")
        .doesNotContain("Vergadering verwerken");
    assertThat(haal("/vergaderingen/gv-pfho/" + werkdagen.plus(klok.vandaag(), 14)).body())
        .contains("nog niet zover", "De tekst is nog niet bij dit overleg. Nu: ", "De stukken volgen.");
    assertThat(haal(donderdag() + "/verwerken").body())
        .contains("vanaf die dag legt u hier de conclusies vast")
        .doesNotContain("name=\"taak\"");
    assertThat(haal("/vergaderingen/gv-directie-overleg/2020-01-01").body()).contains("Deze agenda is leeg");
  }

  @Test
  void de_volgorde_die_de_secretaris_kiest_blijft() throws Exception {
    List<String> eerst = stappenOp(donderdag());
    assertThat(naar(stuur(donderdag() + "/volgorde", "later", eerst.get(0)))).endsWith(donderdag() + "#agenda");
    assertThat(stappenOp(donderdag())).hasSameSizeAs(eerst).startsWith(eerst.get(1), eerst.get(0));
    stuur(donderdag() + "/volgorde", "eerder", eerst.get(0));
    assertThat(stappenOp(donderdag())).isEqualTo(eerst);
    stuur(donderdag() + "/volgorde", "eerder", "hoort-er-niet-bij");
    assertThat(stappenOp(donderdag())).isEqualTo(eerst);
  }

  private List<String> stappenOp(String vergadering) throws Exception {
    Matcher rij = Pattern.compile("name=\"eerder\" value=\"([^\"]+)\"").matcher(haal(vergadering).body());
    return Stream.iterate(rij.find(), gevonden -> gevonden, gevonden -> rij.find()).map(gevonden -> rij.group(1)).toList();
  }

  @Test
  void wie_geen_secretaris_is_komt_er_niet_in() throws Exception {
    String vanRegio = taak(ZUIDOOST, "collegebesluitVastleggen").taak();
    for (String wie : new String[] {"griffier", "manager", "beheerder"}) {
      meldAan(wie);
      for (String pad : new String[] {"/vergaderingen", donderdag(), gisteren(), gisteren() + "/verwerken"}) {
        assertThat(haal(pad).statusCode()).as(wie + " " + pad).isEqualTo(403);
      }
      assertThat(haal("/visies").body()).doesNotContain("href=\"/vergaderingen\"");
      String conclusie = agenda.vanVisie(TOEGANG).get(0).taak();
      assertThat(stuur(gisteren() + "/verwerken", "taak", conclusie, conclusie + ".conclusie", "positief").statusCode()).isEqualTo(403);
      assertThat(stuur(donderdag() + "/volgorde", "later", TOEGANG + "/do_definitief").statusCode()).isEqualTo(403);
      assertThat(stuur("/agenda", "actie", "mij", "taak", vanRegio).statusCode()).as(wie).isEqualTo(403);
      assertThat(haal("/visies/" + ZUIDOOST + "/colleges-vastleggen").statusCode()).as(wie).isEqualTo(wie.equals("griffier") ? 404 : 403);
      assertThat(stuur("/visies/" + ZUIDOOST + "/colleges-vastleggen", "taak", vanRegio).statusCode()).as(wie).isEqualTo(wie.equals("griffier") ? 404 : 403);
      assertThat(agenda.vind(conclusie)).isPresent();
      assertThat(agenda.vind(vanRegio)).isPresent();
    }
    meldAan("secretaris");
    for (String pad : new String[] {"/vergaderingen/raad-gm0342/2026-01-01", "/vergaderingen/bestaat-niet/2026-01-01", "/vergaderingen/gv-pfho/gisteren", "/vergaderingen/gv-pfho/x/verwerken"}) {
      assertThat(haal(pad).statusCode()).as(pad).isEqualTo(404);
    }
  }

  @Test
  void een_vergadering_wordt_verwerkt_zonder_dat_invoer_verloren_gaat() throws Exception {
    String een = taak(VERBLIJF, "conclusieVastleggen").taak();
    String ander = taak(TOEGANG, "conclusieVastleggen").taak();
    String pad = gisteren() + "/verwerken";
    assertThat(haal(gisteren()).body()).contains("Vergadering verwerken", "2 van 2 conclusies");
    assertThat(haal(pad).body()).contains("2 van 2 punten vast te leggen", een + ".conclusie").doesNotContain("Voorbehoud per gemeente");

    // More lines: nothing is recorded, what was typed stays.
    var meer = stuur(pad, "taak", een, "regel", een, een + ".opmerking", "Leg <b>vast</b> & bewaar", een + ".eigenaar", "projectleider");
    assertThat(meer.statusCode()).isEqualTo(200);
    assertThat(meer.body()).contains("Leg &lt;b&gt;vast&lt;/b&gt; &amp; bewaar", "value=\"projectleider\"", "punt-1-opmerking-6");
    assertThat(agenda.vind(een)).isPresent();

    // One is refused and keeps its words, the other is recorded.
    var half =
        stuur(
            pad,
            "taak", een, een + ".conclusie", "aangehouden", een + ".versie", "0.3",
            een + ".opmerking", "Werk de kosten uit.", een + ".eigenaar", "regiocontroller",
            een + ".opmerking", "", een + ".eigenaar", "zonder tekst",
            "taak", ander, ander + ".conclusie", "met_opmerkingen", ander + ".versie", "1.0", ander + ".vervolg", "verder",
            ander + ".opmerking", "Noem de trekker per actie.", ander + ".eigenaar", "projectleider");
    assertThat(half.statusCode()).isEqualTo(422);
    assertThat(half.body())
        .contains("De conclusie is vastgelegd", "Niet alles is vastgelegd", "href=\"#punt-1-volgende_datum\"", "href=\"#punt-1-opmerking-2\"")
        .contains("Werk de kosten uit.", "value=\"zonder tekst\"", "Vastgelegd: met opmerkingen.")
        .containsPattern("value=\"aangehouden\"[^>]*checked");
    assertThat(agenda.vind(een)).isPresent();
    assertThat(agenda.vind(ander)).isEmpty();
    assertThat(behandeling(TOEGANG, "definitief")).contains("Met opmerkingen. Opmerkingen: Noem de trekker per actie.");

    // Who comes second reads who was first and keeps his words.
    var tweede = stuur(pad, "taak", ander, ander + ".conclusie", "positief", ander + ".opmerking", "Te laat getypt.");
    assertThat(tweede.statusCode()).isEqualTo(422);
    assertThat(tweede.body()).contains("Deze taak is al afgerond door ambtelijk secretaris", "Te laat getypt.");

    assertThat(stuur(pad, "taak", een).body()).contains("kies bij ten minste één punt een conclusie");
    assertThat(naar(stuur(pad, "taak", een, een + ".conclusie", "positief", een + ".versie", "0.3", een + ".vervolg", "verder", een + ".opmerking", "Goed leesbaar.")))
        .endsWith(gisteren());
    assertThat(haal(gisteren()).body())
        .contains("Alle 2 conclusies zijn vastgelegd", "Uitkomst uitvoeringsoverleg", "Conclusie: Positief. Opmerkingen: Goed leesbaar.", "Noem de trekker per actie. (projectleider)");

    voorbehoud();
  }

  /** The same text in the portefeuillehoudersoverleg, where municipalities make their voorbehoud. */
  private void voorbehoud() throws Exception {
    Gebruiker wie = accounts.gebruiker("secretaris");
    String vandaag = klok.vandaag().toString();
    Map<String, Object> zenden = invoer("versie", "0.3", "verzonden_op", vandaag);
    taken.voltooi(taak(VERBLIJF, "stukkenVerzenden").taak(), zenden, wie);
    taken.voltooi(
        taak(VERBLIJF, "conclusieVastleggen").taak(),
        invoer("datum", vandaag, "versie", "0.3", "conclusie", "positief", "vervolg", "verder"),
        wie);
    stappen.wijzigDatum(StapId.van(VERBLIJF, "pfho_concept"), GeschrevenDatum.op(LocalDate.parse(vandaag)), "vervroegd", wie);
    String pad = "/vergaderingen/gv-pfho/" + vandaag + "/verwerken";
    assertThat(haal(pad).body()).contains("Eerst &#39;stukken verzenden&#39;");
    taken.voltooi(taak(VERBLIJF, "stukkenVerzenden").taak(), zenden, wie);
    String taak = taak(VERBLIJF, "conclusieVastleggen").taak();
    assertThat(haal(pad).body()).contains("Voorbehoud per gemeente", "Laren", "Wijdemeren");
    var geweigerd = stuur(pad, "taak", taak, taak + ".conclusie", "positief", taak + ".versie", "0.3", taak + ".vervolg", "verder", taak + ".voorbehoud", "GM0417", taak + ".voorbehoud.GM0417", " ");
    assertThat(geweigerd.statusCode()).isEqualTo(422);
    assertThat(geweigerd.body()).contains("href=\"#punt-1-voorbehoud-GM0417\"", "voorbehoud Laren (NH.): ");
    naar(stuur(pad, "taak", taak, taak + ".conclusie", "positief", taak + ".versie", "0.3", taak + ".vervolg", "verder", taak + ".voorbehoud", "GM0417", taak + ".voorbehoud.GM0417", "Dekking aantonen."));
    assertThat(behandeling(VERBLIJF, "concept")).contains("Positief. Voorbehoud Laren (NH.): Dekking aantonen.");
  }

  @Test
  void werk_wordt_verdeeld_en_een_keuze_bewaard() throws Exception {
    String raad = taak(ZUIDOOST, "raadsbesluitVastleggen").taak();
    String college = taak(ZUIDOOST, "collegebesluitVastleggen").taak();
    assertThat(naar(stuur("/agenda", "actie", "mij", "taak", raad, "toon", "later", "visie", ZUIDOOST)))
        .endsWith("/agenda?toon=later&visie=" + ZUIDOOST);
    assertThat(haal("/agenda?toon=mij").body()).contains("1 taak is aan u toegewezen.", "bij secretaris", raad).doesNotContain(college);
    LocalDate dag = klok.vandaag();
    naar(stuur("/agenda", "actie", "opvolgen", "taak", raad, "opvolgen", dag.toString()));
    assertThat(haal("/agenda?toon=opvolgen").body()).contains(raad, "opvolgen " + Taal.dag(dag, dag));
    for (String[] fout :
        new String[][] {
          {"opvolgen", dag.minusDays(1).toString(), "De opvolgdatum is al voorbij."},
          {"opvolgen", "morgen", "De opvolgdatum is geen datum."},
          {"toewijzen", "niemand", "Er is geen account"},
          {"iets", "", "Kies wat er met deze taken moet gebeuren."}
        }) {
      var antwoord = stuur("/agenda", "actie", fout[0], "taak", raad, "opvolgen", fout[1], "account", fout[1]);
      assertThat(antwoord.statusCode()).as(fout[2]).isEqualTo(422);
      assertThat(antwoord.body()).contains(fout[2]).containsPattern("value=\"" + raad + "\"[^>]*checked");
    }
    assertThat(stuur("/agenda", "actie", "mij").body()).contains("Vink eerst de taken aan");
    assertThat(stuur("/agenda", "actie", "vastleggen", "taak", raad, "taak", college).body()).contains("Samen vastleggen kan met collegebesluiten of raadsbesluiten van één visie");
    assertThat(naar(stuur("/agenda", "actie", "vastleggen", "taak", raad))).endsWith("/visies/" + ZUIDOOST + "/raden-vastleggen?taak=" + raad);
    naar(stuur("/agenda", "actie", "teruggeven", "taak", raad));
    naar(stuur("/agenda", "actie", "opvolgen", "taak", raad, "opvolgen", ""));
    assertThat(agenda.vind(raad).orElseThrow().toegewezen()).isEmpty();

    assertThat(naar(stuur("/agenda/filters", "naam", "Brabant & meer", "toon", "te-laat", "visie", ZUIDOOST))).endsWith("visie=" + ZUIDOOST);
    assertThat(haal("/agenda").body()).contains("Brabant &amp; meer", "href=\"/agenda?toon=te-laat&amp;visie=" + ZUIDOOST + "\"");
    assertThat(stuur("/agenda/filters", "naam", " ", "toon", "te-laat").statusCode()).isEqualTo(422);
    naar(stuur("/agenda/filters/verwijderen", "naam", "Brabant & meer"));
    assertThat(haal("/agenda").body()).doesNotContain("Brabant &amp; meer");

    assertThat(haal("/agenda").body()).as("werk in meer dan een regio").contains("name=\"regio\"", "Zuidoost-Brabant");
    assertThat(haal("/agenda?regio=JZ39").body()).contains(raad).containsPattern("value=\"JZ39\"[^>]*selected");
    assertThat(haal("/agenda?regio=JZ16").body()).doesNotContain(raad);
    assertThat(naar(stuur("/agenda/filters", "naam", "Brabant", "regio", "JZ39"))).endsWith("/agenda?regio=JZ39");
    assertThat(haal("/agenda").body()).contains("href=\"/agenda?regio=JZ39\"");
    naar(stuur("/agenda/filters/verwijderen", "naam", "Brabant"));
  }

  @Test
  void veel_colleges_worden_met_een_formulier_vastgelegd_en_een_geweigerde_rij_houdt_niets_tegen() throws Exception {
    String pad = "/visies/" + ZUIDOOST + "/colleges-vastleggen";
    List<String> open =
        agenda.vanVisie(ZUIDOOST).stream().filter(t -> t.soort().equals("taak_collegebesluitVastleggen")).map(AgendaTaak::taak).toList();
    assertThat(open).hasSizeGreaterThanOrEqualTo(2);
    String een = open.get(0);
    String ander = open.get(1);
    assertThat(haal(pad + "?taak=" + een).body()).containsPattern("value=\"" + een + "\"[^>]*checked").doesNotContainPattern("value=\"" + ander + "\"[^>]*checked");
    assertThat(stuur(pad, "datum", klok.vandaag().toString()).body()).contains("vink aan welke gemeenten hebben besloten");
    String[] alle = {
      "datum", klok.vandaag().toString(), "uitkomst", "conform", "versie", "1.3", "dictum", "De regiovisie vast te stellen.",
      "taak", een, een + ".bron", "https://voorbeeld.nl/lijst", "taak", ander
    };
    var half = stuur(pad, alle);
    assertThat(half.statusCode()).isEqualTo(422);
    assertThat(half.body()).contains("1 besluit is vastgelegd.", "Noem de bron", "De regiovisie vast te stellen.").containsPattern("value=\"" + ander + "\"[^>]*checked");
    assertThat(agenda.vind(een)).isEmpty();
    assertThat(agenda.vind(ander)).isPresent();
    // Its own outcome: postponed, so no version and no dictum go with it.
    assertThat(naar(stuur(pad, Stream.concat(Stream.of(alle), Stream.of(ander + ".bron", "besluitenlijst", ander + ".uitkomst", "aangehouden")).toArray(String[]::new).clone())))
        .endsWith("/visies/" + ZUIDOOST + "/gemeenten");
    assertThat(agenda.vind(ander)).isEmpty();
    assertThat(haal("/visies/gooi-en-vechtstreek-2027/colleges-vastleggen").body()).contains("Er wacht geen collegebesluit");
  }

  @Test
  void wie_een_visie_volgt_leest_wat_er_wijzigt() throws Exception {
    String achterhoek = "/visies/achterhoek-2027";
    assertThat(haal("/gevolgd").body()).contains("U volgt nog geen visie");
    assertThat(haal(achterhoek).body()).contains(">Volgen</button>");
    assertThat(naar(stuur(achterhoek + "/volgen", "volgen", "true"))).endsWith(achterhoek);
    assertThat(haal(achterhoek).body()).contains("Niet meer volgen");
    assertThat(haal("/gevolgd").body()).contains("Niets gewijzigd", "Achterhoek");
    stappen.wijzigDatum(
        StapId.van("achterhoek-2027", "klankbord_concept"), GeschrevenDatum.op(klok.vandaag().plusDays(40)), "zaal bezet", accounts.gebruiker("secretaris"));
    assertThat(haal("/gevolgd").body()).contains("1 wijziging", "Gewijzigd sinds u laatst keek", "Alles gelezen");
    naar(stuur("/gevolgd"));
    assertThat(haal("/gevolgd").body()).contains("Niets gewijzigd").doesNotContain("Alles gelezen");
    assertThat(naar(stuur(achterhoek + "/volgen", "volgen", "false", "terug", "lijst"))).endsWith("/gevolgd");
    assertThat(haal("/gevolgd").body()).contains("Open een visie en kies");
    meldAan("griffier");
    assertThat(stuur(achterhoek + "/volgen", "volgen", "true").statusCode()).isEqualTo(404);
  }

  @Test
  void geen_pagina_van_dit_bureau_heeft_script_of_stijl_in_de_regel() throws Exception {
    for (String pad : new String[] {"/vergaderingen", donderdag(), gisteren() + "/verwerken", "/agenda", "/gevolgd", "/visies/" + ZUIDOOST + "/raden-vastleggen"}) {
      assertThat(haal(pad).body())
          .as(pad)
          .doesNotContain("style=\"", "<style", " onclick", "javascript:")
          .doesNotContainPattern("<script(?![^>]*\\ssrc=)[^>]*>");
    }
  }
}
