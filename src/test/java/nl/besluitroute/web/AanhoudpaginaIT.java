package nl.besluitroute.web;

import static nl.besluitroute.ondersteuning.Proefomgeving.REGIO;
import static nl.besluitroute.ondersteuning.Proefomgeving.SOEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.besluitroute.kalender.GeschrevenDatum;
import nl.besluitroute.ondersteuning.Paginaproef;
import nl.besluitroute.ondersteuning.Proefvisie;
import nl.besluitroute.toegang.Rol;
import nl.besluitroute.toegang.Toekenning;
import nl.besluitroute.vergaderschema.Vergaderdatum;
import nl.besluitroute.vergaderschema.Vergaderschema;
import nl.besluitroute.visie.Vaststellingsregel;
import nl.besluitroute.visieplanning.Herplanning;
import nl.besluitroute.visieplanning.Herziening;
import nl.besluitroute.visieplanning.Visieplanning;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What holding an item over does, seen before it counts and told afterwards. Each test in a year of its own. */
class AanhoudpaginaIT extends Paginaproef {
  private static final String SECRETARIS = "aanhoud-sec";
  private static final String UO = "proef-uitvoeringsoverleg";

  @Autowired private Herplanning herplanning;
  @Autowired private Visieplanning planning;
  @Autowired private Vergaderschema schema;

  @BeforeEach
  void begin() {
    account(SECRETARIS, Toekenning.inRegio(Rol.AMBTELIJK_SECRETARIS, REGIO));
  }

  /** The calendar of the uitvoeringsoverleg is everybody's: the tests of other years look three years ahead. */
  @AfterEach
  void einde() {
    schema.vanOrgaan(UO, proef.klok.vandaag(), proef.klok.vandaag().plusYears(1)).stream()
        .filter(Vergaderdatum::isGepland)
        .forEach(v -> schema.laatVervallen(v.id(), "Einde van de proef.", proef.secretaris()));
  }

  private MockHttpServletResponse vraag(MockHttpServletRequestBuilder verzoek) throws Exception {
    return vraag(verzoek, SECRETARIS);
  }

  /** Up to the conclusion of the uitvoeringsoverleg, with a plan behind it and a target that just holds. */
  private Proefvisie bijHetOverleg(int jaar) {
    Proefvisie v =
        Proefvisie.begin(
            proef, "route_raden", List.of(SOEST), Vaststellingsregel.ALLE_RADEN, LocalDate.of(jaar, 1, 9), null);
    planning.neemOver(
        v.id(), planning.plan(v.id(), proef.secretaris()).kenmerk(), "Eerste planning.", proef.secretaris());
    v.werkAf()
        .versie("0.9")
        .participatie("participatie_partners")
        .overleg("klankbord_concept", "0.9")
        .versie("1.0")
        .verzend("uo_definitief", "1.0")
        .totStap("uo_definitief");
    planning.zetStreefdatum(
        v.id(), planning.plan(v.id(), proef.secretaris()).plan().einde().orElseThrow(), "Inkoop.", proef.secretaris());
    return v;
  }

  @Test
  void wat_aanhouden_zou_doen_is_te_zien_voordat_het_telt_en_staat_in_de_bevestiging() throws Exception {
    Proefvisie v = bijHetOverleg(2053);
    String een = v.taak("conclusieVastleggen").taak();
    LocalDate vandaag = proef.klok.vandaag();
    String pad = "/vergaderingen/" + UO + "/" + vandaag + "/verwerken";
    Document blad = html(vraag(get(pad)));
    assertThat(blad.select("button[name=gevolg]").attr("formaction")).isEqualTo(pad + "#punt-1-gevolg");
    assertThat(blad.select("[data-gevolg]")).isEmpty();
    assertThat(blad.text()).doesNotContain("eerstvolgend:");

    LocalDate dag = vandaag.plusWeeks(9);
    Map<String, String> voor = proef.afdruk();
    Document gezien =
        html(
            vraag(
                post(pad)
                    .param("taak", een)
                    .param("gevolg", een)
                    .param(een + ".conclusie", "aangehouden")
                    .param(een + ".volgende_datum", GeschrevenDatum.op(dag).tekst())
                    .param(een + ".opmerking", "Nog niet rijp.")));
    assertThat(gezien.select("[data-gevolg]").text())
        .contains("een andere datum", "een streefdatum wordt niet gehaald", "was ", Taal.dagKort(dag, vandaag));
    assertThat(gezien.select("[data-gevolg] tbody tr")).hasSizeGreaterThan(2);
    assertThat(gezien.select("input[value=aangehouden]").hasAttr("checked")).isTrue();
    assertThat(gezien.text()).contains("Nog niet rijp.");
    assertThat(proef.afdruk()).as("kijken verandert niets").isEqualTo(voor);
    int geraakt = gezien.select("[data-gevolg] tbody tr").size();

    assertThat(gevolg(pad, een, "najaar")).contains("zonder dag zijn de gevolgen niet te zeggen");
    assertThat(gevolg(pad, een, "16 september 2099")).contains("controleer het jaar");
    assertThat(gevolg(pad, een, "")).contains("staat geen volgende vergadering");

    assertThat(
            vraag(
                    post(pad)
                        .param("taak", een)
                        .param(een + ".conclusie", "aangehouden")
                        .param(een + ".versie", "1.0")
                        .param(een + ".volgende_datum", GeschrevenDatum.op(dag).tekst()))
                .getStatus())
        .isEqualTo(302);
    assertThat(html(vraag(get("/visies"))).text())
        .contains(
            "aangehouden tot " + Taal.dag(dag, vandaag) + "; " + (geraakt - 1)
                + " andere stappen moeten daardoor schuiven: neem dat over bij Planning. De streefdatum wordt niet gehaald.");
    assertThat(planning.plan(v.id(), proef.secretaris()).voorstellen()).hasSize(geraakt - 1);
  }

  @Test
  void wie_zag_wat_er_verschuift_verzet_het_mee_en_anders_wordt_er_niets_vastgelegd() throws Exception {
    Proefvisie v = bijHetOverleg(2058);
    String een = v.taak("conclusieVastleggen").taak();
    LocalDate vandaag = proef.klok.vandaag();
    String pad = "/vergaderingen/" + UO + "/" + vandaag + "/verwerken";
    LocalDate dag = vandaag.plusWeeks(9);
    MockHttpServletRequestBuilder bekijk =
        post(pad)
            .param("taak", een)
            .param("gevolg", een)
            .param(een + ".conclusie", "aangehouden")
            .param(een + ".volgende_datum", GeschrevenDatum.op(dag).tekst());
    String kenmerk = html(vraag(bekijk)).select("input[name$=.mee]").val();
    assertThat(kenmerk).isNotEmpty();

    Map<String, String> voor = proef.afdruk();
    MockHttpServletResponse anders = vraag(leg(pad, een, dag.plusWeeks(1), kenmerk));
    assertThat(anders.getStatus()).isEqualTo(422);
    assertThat(html(anders).text()).contains("Bekijk de gevolgen opnieuw");
    assertThat(proef.afdruk()).isEqualTo(voor);

    Map<String, Optional<LocalDate>> gezien =
        herplanning.alsAangehouden(v.id(), v.stap("uo_definitief").id(), dag, proef.secretaris()).visies().get(0)
            .regels().stream().collect(Collectors.toMap(Herziening.Regel::stap, Herziening.Regel::wordt));
    assertThat(vraag(leg(pad, een, dag, kenmerk)).getStatus()).isEqualTo(302);
    assertThat(html(vraag(get("/visies"))).text())
        .contains("; " + (gezien.size() - 1) + " andere stappen zijn mee verzet. De streefdatum wordt niet gehaald.");
    assertThat(proef.visies.stappen(v.id()))
        .filteredOn(s -> gezien.containsKey(s.id()))
        .hasSize(gezien.size())
        .allSatisfy(s -> assertThat(s.gepland().flatMap(GeschrevenDatum::precies)).isEqualTo(gezien.get(s.id())));
    assertThat(planning.plan(v.id(), proef.secretaris()).voorstellen()).isEmpty();
  }

  private static MockHttpServletRequestBuilder leg(String pad, String taak, LocalDate dag, String mee) {
    return post(pad)
        .param("taak", taak)
        .param(taak + ".conclusie", "aangehouden")
        .param(taak + ".versie", "1.0")
        .param(taak + ".volgende_datum", GeschrevenDatum.op(dag).tekst())
        .param(taak + ".mee", mee);
  }

  private String gevolg(String pad, String taak, String volgende) throws Exception {
    return html(
            vraag(
                post(pad)
                    .param("taak", taak)
                    .param("gevolg", taak)
                    .param(taak + ".conclusie", "aangehouden")
                    .param(taak + ".volgende_datum", volgende)))
        .text();
  }

  @Test
  void de_eerstvolgende_vergadering_die_te_halen_is_wordt_ingevuld_ook_op_de_taakpagina() throws Exception {
    Proefvisie v = bijHetOverleg(2048);
    String een = v.taak("conclusieVastleggen").taak();
    LocalDate vandaag = proef.klok.vandaag();
    String pad = "/vergaderingen/" + UO + "/" + vandaag + "/verwerken";
    assertThat(html(vraag(get("/taken/" + een))).select("a[href*=stel-dat]")).isEmpty();
    LocalDate dag = vandaag.plusWeeks(5);
    schema.voegToe(UO, vandaag.plusDays(1), null, null, null, proef.secretaris());
    UUID volgende = schema.voegToe(UO, dag, null, null, null, proef.secretaris()).vergadering().id();

    assertThat(html(vraag(get(pad))).text()).contains("eerstvolgend: " + Taal.dag(dag, vandaag));
    Document gezien =
        html(vraag(post(pad).param("taak", een).param("gevolg", een).param(een + ".conclusie", "aangehouden")));
    assertThat(gezien.select("input[name$=volgende_datum]").val()).isEqualTo(Taal.voluitZonderDag(dag));
    assertThat(gezien.select("[data-gevolg] table").text()).contains(Taal.dagKort(dag, vandaag));

    Document taak = html(vraag(get("/taken/" + een)));
    assertThat(taak.select("a[href*=stel-dat]").text()).isEqualTo("Bekijk wat aanhouden tot " + Taal.dag(dag, vandaag) + " zou doen");
    assertThat(html(vraag(get(java.net.URI.create(taak.select("a[href*=stel-dat]").attr("href"))))).text())
        .contains("een andere datum", Taal.dagKort(dag, vandaag));
    MockHttpServletResponse antwoord =
        vraag(
            post("/taken/" + een)
                .contentType(MediaType.APPLICATION_JSON)
                .content(
                    """
                    {"invoer":{"datum":"%s","versie":"1.0","conclusie":"aangehouden","volgende_datum":"%s"}}
                    """
                        .formatted(vandaag, GeschrevenDatum.op(dag).tekst())));
    assertThat(antwoord.getStatus()).as(tekst(antwoord)).isEqualTo(200);
    assertThat(html(vraag(get("/visies"))).text()).contains("Aangehouden tot " + Taal.dag(dag, vandaag) + "; ");

    assertThat(v.stap("uo_definitief").vergadering()).as("op de vergadering van die dag").contains(volgende);
    LocalDate verplaatst = dag.plusDays(1);
    herplanning.verplaats(
        volgende, verplaatst, null, "Zaal bezet.",
        herplanning.als(volgende, Optional.of(verplaatst), proef.secretaris()).kenmerk(), proef.secretaris());
    assertThat(v.stap("uo_definitief").gepland()).contains(GeschrevenDatum.op(verplaatst));
  }
}
