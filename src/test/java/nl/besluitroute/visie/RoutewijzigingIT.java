package nl.besluitroute.visie;

import static nl.besluitroute.ondersteuning.Proefomgeving.AMERSFOORT;
import static nl.besluitroute.ondersteuning.Proefomgeving.BAARN;
import static nl.besluitroute.ondersteuning.Proefomgeving.SOEST;
import static nl.besluitroute.ondersteuning.Proefomgeving.WOUDENBERG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.besluitroute.besluitvorming.Stand;
import nl.besluitroute.ondersteuning.Databaseproef;
import nl.besluitroute.ondersteuning.Proefomgeving;
import nl.besluitroute.ondersteuning.Proefvisie;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.GeenToegang;
import nl.besluitroute.visie.Routevoorbeeld.Gevolg;
import nl.besluitroute.visie.Routewijziging.Herhalen;
import nl.besluitroute.visie.Routewijziging.Overslaan;
import nl.besluitroute.visie.Routewijziging.Plek;
import nl.besluitroute.visie.Routewijziging.Toevoegen;
import nl.besluitroute.visie.Routewijziging.Verplaatsen;
import org.junit.jupiter.api.Test;

/** A running vision changes its route; each change is first previewed, and does what that said. */
class RoutewijzigingIT extends Databaseproef {
  private static final Verplaatsen NAAR_COLLEGES =
      new Verplaatsen("route_colleges", Optional.of(Vaststellingsregel.ALLE_COLLEGES));

  private static Gevolg gevolg(Routevoorbeeld voorbeeld, String element) {
    return voorbeeld.stappen().stream()
        .filter(s -> s.element().equals(element))
        .findFirst()
        .orElseThrow(() -> new AssertionError(element + " ontbreekt in " + voorbeeld.stappen()))
        .gevolg();
  }

  private Proefvisie bijUo() {
    return proef.raden(AMERSFOORT, SOEST).versie("0.9").participatie("participatie_partners")
        .overleg("klankbord_concept", "0.9").versie("1.0");
  }

  // -- skip ------------------------------------------------------------------------------------

  @Test
  void een_stap_die_loopt_wordt_overgeslagen_en_de_tekst_gaat_verder() {
    Proefvisie v = bijUo().verzend("uo_definitief", "1.0");
    Routevoorbeeld voorbeeld = v.wijzig(new Overslaan("uo_definitief"));
    assertThat(gevolg(voorbeeld, "uo_definitief")).isEqualTo(Gevolg.VERVALT);
    assertThat(gevolg(voorbeeld, "do_definitief")).isEqualTo(Gevolg.BEGINT);
    assertThat(v.werk()).containsExactly("stukkenVerzenden do_definitief");
    assertThat(v.behandelingen("uo_definitief")).as("what was sent stays readable").hasSize(1);
    assertThat(v.journaal("route_gewijzigd")).singleElement()
        .satisfies(g -> assertThat(g.reden()).isEqualTo("Op verzoek van het PFHO."));
  }

  @Test
  void een_stap_die_nog_komt_wordt_gepasseerd_als_de_tekst_er_is() {
    Proefvisie v = bijUo();
    Routevoorbeeld voorbeeld = v.wijzig(new Overslaan("do_definitief"));
    assertThat(voorbeeld.vervalt()).isEmpty();
    assertThat(v.werk()).containsExactly("stukkenVerzenden uo_definitief");
    v.overleg("uo_definitief", "1.0");
    assertThat(v.werk()).containsExactly("stukkenVerzenden pfho_definitief");
    assertThat(v.stap("do_definitief").toestand()).isEqualTo(Stap.Toestand.VERVALLEN);
    assertThat(v.behandelingen("do_definitief")).isEmpty();
  }

  @Test
  void wat_gedaan_is_de_enige_tekst_en_het_enige_besluit_worden_niet_overgeslagen() {
    Proefvisie v = proef.raden(SOEST);
    assertThat(v.voorbeeld(new Overslaan("tekst_concept")).beletselen()).singleElement().asString().contains("niemand iets te behandelen");
    assertThat(v.voorbeeld(new Overslaan("lokaal")).beletselen()).singleElement().asString().contains("nooit vastgesteld");
    v.versie("0.9");
    assertThat(v.voorbeeld(new Overslaan("tekst_concept")).beletselen()).singleElement().asString().contains("al gedaan");
    assertThatThrownBy(() -> v.wijzig(new Overslaan("tekst_concept"))).isInstanceOf(VisieFout.class);
    assertThat(v.voorbeeld(new Overslaan("bestaat_niet")).kan()).isFalse();
  }

  @Test
  void een_overgeslagen_stap_kan_alsnog() {
    Proefvisie v = bijUo();
    v.wijzig(new Overslaan("do_definitief"));
    v.wijzig(new Herhalen("do_definitief", false));
    assertThat(v.stap("do_definitief").toestand()).isEqualTo(Stap.Toestand.GEPLAND);
    v.overleg("uo_definitief", "1.0");
    assertThat(v.werk()).containsExactly("stukkenVerzenden do_definitief");
  }

  // -- repeat ----------------------------------------------------------------------------------

  @Test
  void een_stap_wordt_opnieuw_behandeld_en_wat_ertussen_ligt_niet_tenzij_gevraagd() {
    Proefvisie v = bijUo().overleg("uo_definitief", "1.0").overleg("do_definitief", "1.0").verzend("pfho_definitief", "1.0");
    Routevoorbeeld voorbeeld = v.wijzig(new Herhalen("uo_definitief", false));
    assertThat(gevolg(voorbeeld, "uo_definitief")).isEqualTo(Gevolg.BEGINT_OPNIEUW);
    assertThat(gevolg(voorbeeld, "do_definitief")).isEqualTo(Gevolg.BLIJFT);
    assertThat(gevolg(voorbeeld, "pfho_definitief")).isEqualTo(Gevolg.LATER);
    assertThat(v.werk()).containsExactly("stukkenVerzenden uo_definitief");
    v.overleg("uo_definitief", "1.0");
    assertThat(v.werk()).as("what was sent to the pfho is not sent again").containsExactly("conclusieVastleggen pfho_definitief");
    assertThat(v.behandelingen("do_definitief")).hasSize(1);
    assertThat(v.behandelingen("pfho_definitief")).hasSize(1);
    assertThat(v.behandelingen("uo_definitief")).hasSize(2);

    v.wijzig(new Herhalen("uo_definitief", true));
    v.overleg("uo_definitief", "1.0");
    assertThat(v.werk()).containsExactly("stukkenVerzenden do_definitief");
    v.overleg("do_definitief", "1.0").overleg("pfho_definitief", "1.0");
    assertThat(v.behandelingen("pfho_definitief")).extracting(b -> b.vervallen()).containsExactly(true, false);
    assertThat(v.werk()).hasSize(2).allMatch(w -> w.startsWith("collegebesluitVastleggen"));
  }

  @Test
  void na_een_weg_terug_wordt_ook_een_eerder_gepasseerde_stap_weer_behandeld() {
    Proefvisie v = bijUo().overleg("uo_definitief", "1.0").overleg("do_definitief", "1.0");
    v.wijzig(new Herhalen("uo_definitief", false));
    v.overleg("uo_definitief", "1.0");
    assertThat(v.werk()).containsExactly("stukkenVerzenden pfho_definitief");
    v.overleg("pfho_definitief", "1.0", "negatief").versie("1.1").overleg("uo_definitief", "1.1");
    assertThat(v.werk()).containsExactly("stukkenVerzenden do_definitief");
  }

  @Test
  void lokale_besluitvorming_die_werd_onderbroken_gaat_verder_waar_elke_gemeente_was() {
    Proefvisie v = proef.raden(AMERSFOORT, BAARN, SOEST).radenTotLokaal();
    v.college(AMERSFOORT, "conform", "1.0").raad(AMERSFOORT, "aangenomen", "1.0");
    v.college(BAARN, "conform", "1.0");
    v.wijzig(new Herhalen("pfho_definitief", false));
    assertThat(v.werk()).containsExactly("stukkenVerzenden pfho_definitief");
    v.overleg("pfho_definitief", "1.0");
    assertThat(v.werk())
        .containsExactly(
            "collegebesluitVastleggen lokaal " + SOEST, "raadsbesluitVastleggen lokaal " + BAARN);
    v.raad(BAARN, "aangenomen", "1.0").college(SOEST, "conform", "1.0").raad(SOEST, "aangenomen", "1.0").sluitAf();
    assertThat(v.afgerond()).isTrue();
    assertThat(v.stand().waarde()).isEqualTo(Stand.Waarde.VASTGESTELD);
    assertThat(v.besluiten(BAARN)).hasSize(2);
  }

  // -- add -------------------------------------------------------------------------------------

  @Test
  void een_overleg_dat_de_route_niet_noemt_behandelt_de_tekst_ook() {
    Proefvisie v = bijUo();
    Toevoegen extra = new Toevoegen("proef-klankbordgroep", Doel.ADVISEREN, Plek.NA, "uo_definitief");
    Map<String, String> voor = proef.afdruk();
    Routevoorbeeld voorbeeld = v.voorbeeld(extra);
    assertThat(proef.afdruk()).as("a preview leaves no trace, in no table").isEqualTo(voor);
    assertThat(gevolg(voorbeeld, "extra_1")).isEqualTo(Gevolg.KOMT_ERBIJ);
    v.wijzig(extra);
    assertThat(v.werk()).containsExactly("stukkenVerzenden uo_definitief");
    v.overleg("uo_definitief", "1.0");
    assertThat(v.werk()).containsExactly("stukkenVerzenden extra_1");
    v.overleg("extra_1", "1.0", "met_opmerkingen");
    assertThat(v.werk()).containsExactly("stukkenVerzenden do_definitief");
    assertThat(proef.routes.alle()).extracting(Routes.Route::sleutel).doesNotContain(proef.visies.visie(v.id()).route());
    String tekening = new String(proef.routes.bpmn(proef.visies.visie(v.id()).routeVersie()), StandardCharsets.UTF_8);
    assertThat(tekening).contains("extra_1_di");
  }

  @Test
  void een_overleg_komt_ook_voor_een_stap_en_tweemaal_maar_niet_waar_de_tekst_al_voorbij_is() {
    Proefvisie v = bijUo();
    v.wijzig(new Toevoegen("proef-klankbordgroep", Doel.ADVISEREN, Plek.VOOR, "pfho_definitief"));
    v.wijzig(new Toevoegen("proef-directie_overleg", Doel.BESPREKEN, Plek.NA, "extra_1"));
    v.overleg("uo_definitief", "1.0").overleg("do_definitief", "1.0").overleg("extra_1", "1.0").overleg("extra_2", "1.0");
    assertThat(v.werk()).containsExactly("stukkenVerzenden pfho_definitief");
    assertThat(v.voorbeeld(new Toevoegen("proef-klankbordgroep", Doel.ADVISEREN, Plek.VOOR, "pfho_definitief")).beletselen())
        .singleElement().asString().contains("al verder");
    assertThat(v.voorbeeld(new Toevoegen("elders", Doel.ADVISEREN, Plek.NA, "pfho_definitief")).beletselen())
        .singleElement().asString().contains("geen overleg");
  }

  // -- move ------------------------------------------------------------------------------------

  @Test
  void raden_stellen_vast_wordt_onderweg_raden_informeren() {
    Proefvisie v = bijUo();
    assertThat(v.voorbeeld(new Verplaatsen("route_colleges", Optional.empty())).beletselen())
        .singleElement().asString().contains("past niet bij de route");
    Routevoorbeeld voorbeeld = v.wijzig(NAAR_COLLEGES);
    assertThat(gevolg(voorbeeld, "informeren")).isEqualTo(Gevolg.KOMT_ERBIJ);
    assertThat(gevolg(voorbeeld, "tweede_ronde")).isEqualTo(Gevolg.VERVALT);
    assertThat(gevolg(voorbeeld, "uo_definitief")).isEqualTo(Gevolg.BLIJFT);
    assertThat(gevolg(voorbeeld, "klankbord_definitief")).as("runs beside the uo there").isEqualTo(Gevolg.KOMT_ERBIJ);
    assertThat(gevolg(voorbeeld, "uo_concept")).isEqualTo(Gevolg.VOORBIJ);
    assertThat(voorbeeld.regel()).get().satisfies(r -> assertThat(r.wordt()).isEqualTo(Vaststellingsregel.ALLE_COLLEGES));
    assertThat(v.werk())
        .containsExactly(
            "participatieVastleggen participatie_concept",
            "stukkenVerzenden klankbord_definitief",
            "stukkenVerzenden uo_definitief");
    v.participatie("participatie_concept").overleg("klankbord_definitief", "1.0");
    assertThat(v.stap("klankbord_concept").toestand()).as("what the old route had done stays readable").isEqualTo(Stap.Toestand.GEDAAN);
    v.overleg("uo_definitief", "1.0").overleg("do_definitief", "1.0").overleg("pfho_definitief", "1.0");
    assertThat(v.werk()).hasSize(2).allMatch(w -> w.startsWith("collegebesluitVastleggen"));
  }

  @Test
  void midden_in_de_besluitvorming_blijft_wat_besloten_is_en_worden_de_raden_geinformeerd() {
    Proefvisie v = proef.raden(AMERSFOORT, BAARN, SOEST).radenTotLokaal();
    v.college(AMERSFOORT, "conform", "1.0").raad(AMERSFOORT, "aangenomen", "1.0").college(BAARN, "conform", "1.0");
    Routevoorbeeld voorbeeld = v.wijzig(NAAR_COLLEGES);
    assertThat(voorbeeld.vervalt()).extracting(w -> w.soort())
        .containsExactlyInAnyOrder("taak_collegebesluitVastleggen", "taak_raadsbesluitVastleggen");
    assertThat(v.werk()).containsExactly("collegebesluitVastleggen lokaal " + SOEST);
    assertThat(proef.visies.visie(v.id()).regel()).isEqualTo(Vaststellingsregel.ALLE_COLLEGES);
    assertThat(v.stand().zin()).startsWith("2 van 3 vastgesteld");
    v.college(SOEST, "conform", "1.0").sluitAf();
    assertThat(v.werk()).hasSize(3).allMatch(w -> w.startsWith("raadInformeren"));
    assertThat(v.besluiten(AMERSFOORT)).as("the raad's besluit stays").hasSize(2);
    assertThat(v.stap("lokaal", AMERSFOORT, Stap.Soort.RAAD, 1).toestand()).isEqualTo(Stap.Toestand.GEDAAN);
    assertThat(v.stap("lokaal", BAARN, Stap.Soort.RAAD, 1).toestand()).isEqualTo(Stap.Toestand.VERVALLEN);
  }

  @Test
  void en_terug_naar_de_raden_gaat_wie_al_een_collegebesluit_heeft_naar_de_raad() {
    Proefvisie v = proef.colleges(AMERSFOORT, SOEST).collegesTotLokaal().college(AMERSFOORT, "conform", "1.0");
    v.wijzig(new Verplaatsen("route_raden", Optional.of(Vaststellingsregel.ALLE_RADEN)));
    assertThat(v.werk())
        .containsExactly(
            "collegebesluitVastleggen lokaal " + SOEST, "raadsbesluitVastleggen lokaal " + AMERSFOORT);
    v.raad(AMERSFOORT, "terugverwezen", "1.0");
    assertThat(v.werk()).contains("collegebesluitVastleggen lokaal " + AMERSFOORT);
  }

  @Test
  void bij_een_nieuwe_versie_van_dezelfde_route_houdt_elke_gemeente_haar_plaats() {
    String sleutel = nieuweRoute("Raden", "10");
    Proefvisie v =
        Proefvisie.begin(proef, sleutel, List.of(AMERSFOORT, BAARN, SOEST), Vaststellingsregel.ALLE_RADEN, Proefomgeving.BEGIN.toLocalDate(), null);
    v.radenTotLokaal().college(AMERSFOORT, "conform", "1.0");
    v.wijzigDatum("lokaal", proef.klok.vandaag().plusDays(60));
    String taak = v.taak("raadsbesluitVastleggen", AMERSFOORT).taak();
    var termijn = v.taak("raadsbesluitVastleggen", AMERSFOORT).verlooptOp();
    String wortel = v.wortel();
    assertThat(v.voorbeeld(new Verplaatsen(sleutel, Optional.empty())).beletselen()).singleElement().asString().contains("nieuwste");
    herzie(sleutel, "Raden", "20");

    Routevoorbeeld voorbeeld = v.wijzig(new Verplaatsen(sleutel, Optional.empty()));
    assertThat(voorbeeld.vervalt()).isEmpty();
    assertThat(voorbeeld.komt()).isEmpty();
    assertThat(v.taak("raadsbesluitVastleggen", AMERSFOORT).taak()).isEqualTo(taak);
    assertThat(v.taak("raadsbesluitVastleggen", AMERSFOORT).verlooptOp()).as("terms of the new version").isNotEqualTo(termijn);
    assertThat(v.wortel()).isEqualTo(wortel);
    assertThat(proef.engine.getRuntimeService().createProcessInstanceQuery().processInstanceId(wortel).singleResult().getProcessDefinitionId())
        .isEqualTo(proef.visies.visie(v.id()).routeVersie());
    v.toetreding(WOUDENBERG).vertrek(SOEST);
    v.raad(AMERSFOORT, "aangenomen", "1.0");
    for (String g : List.of(BAARN, WOUDENBERG)) {
      v.college(g, "conform", "1.0").raad(g, "aangenomen", "1.0");
    }
    v.sluitAf();
    assertThat(v.afgerond()).isTrue();
    assertThat(v.loopt()).isFalse();
  }

  private String nieuweRoute(String naam, String termijn) {
    String sleutel = "route_" + Proefomgeving.uniek().replace('-', '_');
    herzie(sleutel, naam, termijn);
    return sleutel;
  }

  private void herzie(String sleutel, String naam, String vastlegtermijn) {
    String bpmn = new String(proef.routes.bpmn(proef.routes.nieuwste("route_raden").orElseThrow().versie()), StandardCharsets.UTF_8);
    proef.routes.voegToe(
        sleutel + ".bpmn",
        bpmn.replace("route_raden", sleutel)
            .replace("name=\"vastlegtermijn\" value=\"5\"", "name=\"vastlegtermijn\" value=\"" + vastlegtermijn + "\"")
            .getBytes(StandardCharsets.UTF_8));
  }

  // -- rules -----------------------------------------------------------------------------------

  @Test
  void een_voorbeeld_dat_is_ingehaald_wordt_niet_uitgevoerd_en_het_nieuwe_wordt_getoond() {
    Proefvisie v = bijUo();
    Overslaan wijziging = new Overslaan("do_definitief");
    String kenmerk = v.voorbeeld(wijziging).kenmerk();
    v.overleg("uo_definitief", "1.0");
    Map<String, String> voor = proef.afdruk();
    assertThatThrownBy(() -> proef.wijzigingen.voerUit(v.id(), wijziging, kenmerk, "Reden", proef.secretaris()))
        .isInstanceOfSatisfying(VisieVeranderd.class, e -> assertThat(gevolg(e.voorbeeld(), "pfho_definitief")).isEqualTo(Gevolg.BEGINT));
    assertThat(proef.afdruk()).isEqualTo(voor);
  }

  @Test
  void alleen_de_secretaris_wijzigt_en_niet_zonder_reden() {
    Proefvisie v = bijUo();
    Overslaan wijziging = new Overslaan("do_definitief");
    String kenmerk = v.voorbeeld(wijziging).kenmerk();
    assertThatThrownBy(() -> proef.wijzigingen.voorbeeld(v.id(), wijziging, proef.griffier(SOEST))).isInstanceOf(GeenToegang.class);
    assertThatThrownBy(() -> proef.wijzigingen.voerUit(v.id(), wijziging, kenmerk, "Reden", Gebruiker.secretarisVan(List.of("JZ01"))))
        .isInstanceOf(GeenToegang.class);
    assertThatThrownBy(() -> proef.wijzigingen.voerUit(v.id(), wijziging, kenmerk, " ", proef.secretaris()))
        .isInstanceOf(VisieFout.class).hasMessageContaining("reden");
  }

  @Test
  void wie_de_laatste_stap_overslaat_rondt_de_visie_af() {
    Proefvisie v = proef.colleges(SOEST).collegesTotLokaal().college(SOEST, "conform", "1.0").sluitAf();
    Routevoorbeeld voorbeeld = v.wijzig(new Overslaan("informeren"));
    assertThat(voorbeeld.letOp()).singleElement().asString().contains("afgerond");
    assertThat(v.afgerond()).isTrue();
    assertThat(v.loopt()).isFalse();
    assertThatThrownBy(() -> v.voorbeeld(new Overslaan("informeren"))).isInstanceOf(VisieFout.class);
  }
}
