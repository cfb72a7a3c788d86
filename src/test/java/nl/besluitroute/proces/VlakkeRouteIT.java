package nl.besluitroute.proces;

import static nl.besluitroute.ondersteuning.Proefomgeving.AMERSFOORT;
import static nl.besluitroute.ondersteuning.Proefomgeving.BAARN;
import static nl.besluitroute.ondersteuning.Proefomgeving.SOEST;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import nl.besluitroute.agenda.AgendaTaak;
import nl.besluitroute.besluitvorming.Stand;
import nl.besluitroute.besluitvorming.Zekerheid;
import nl.besluitroute.journaal.Gebeurtenis;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.ondersteuning.Databaseproef;
import nl.besluitroute.ondersteuning.Proefvisie;
import nl.besluitroute.visie.Stap;
import org.junit.jupiter.api.Test;

/** Both routes from start to end, each task completed through the one write path. */
class VlakkeRouteIT extends Databaseproef {

  @Test
  void raden_stellen_vast_van_het_eerste_concept_tot_de_laatste_raad() {
    Proefvisie v = proef.raden(AMERSFOORT, SOEST);
    assertThat(v.werk()).containsExactly("versieVastleggen tekst_concept");
    assertThat(v.stap("tekst_concept").toestand()).isEqualTo(Stap.Toestand.LOOPT);
    gelijkMetEngine(v);

    v.versie("0.9");
    assertThat(v.stap("tekst_concept").toestand()).isEqualTo(Stap.Toestand.GEDAAN);
    assertThat(v.werk()).containsExactly("participatieVastleggen participatie_partners");
    v.participatie("participatie_partners");
    assertThat(v.werk()).containsExactly("stukkenVerzenden klankbord_concept");
    gelijkMetEngine(v);
    v.overleg("klankbord_concept", "0.9").versie("1.0");
    assertThat(v.werk()).containsExactly("stukkenVerzenden uo_definitief");
    v.overleg("uo_definitief", "1.0").overleg("do_definitief", "1.0");
    assertThat(v.stap("lokaal").toestand()).isEqualTo(Stap.Toestand.GEPLAND);
    v.overleg("pfho_definitief", "1.0");
    assertThat(v.werk())
        .containsExactly(
            "collegebesluitVastleggen lokaal " + AMERSFOORT, "collegebesluitVastleggen lokaal " + SOEST);
    gelijkMetEngine(v);

    v.college(SOEST, "conform", "1.0");
    assertThat(v.werk())
        .containsExactly(
            "collegebesluitVastleggen lokaal " + AMERSFOORT, "raadsbesluitVastleggen lokaal " + SOEST);
    assertThat(v.stap("lokaal", SOEST, Stap.Soort.COLLEGE, 1).toestand()).isEqualTo(Stap.Toestand.GEDAAN);
    assertThat(v.stap("lokaal", SOEST, Stap.Soort.RAAD, 1).toestand()).isEqualTo(Stap.Toestand.LOOPT);
    assertThat(v.taak("raadsbesluitVastleggen").groep()).isEqualTo("raad-gm0342");
    v.raad(SOEST, "aangenomen", "1.0").college(AMERSFOORT, "conform", "1.0");
    assertThat(v.stand().waarde()).isEqualTo(Stand.Waarde.OPEN);
    assertThat(v.stand().zin()).isEqualTo("1 van 2 vastgesteld; 1 nog open");
    v.raad(AMERSFOORT, "aangenomen", "1.0");
    assertThat(v.stand().waarde()).isEqualTo(Stand.Waarde.VASTGESTELD);
    assertThat(v.stand().vastOp()).contains(proef.klok.vandaag());
    assertThat(v.werk()).containsExactly("besluitrondeAfsluiten lokaal");
    assertThat(v.afgerond()).isFalse();

    v.sluitAf();
    assertThat(v.werk()).isEmpty();
    assertThat(v.afgerond()).isTrue();
    assertThat(v.loopt()).isFalse();
    assertThat(v.stap("lokaal").toestand()).isEqualTo(Stap.Toestand.GEDAAN);
    assertThat(v.stap("tweede_ronde").toestand()).isEqualTo(Stap.Toestand.VERVALLEN);
    assertThat(v.journaal("taak_afgerond")).hasSize(16).allSatisfy(g -> assertThat(g.taak()).isNotNull());
    assertThat(soorten(v))
        .containsEntry("visie_gestart", 1L)
        .containsEntry("versie_vastgelegd", 2L)
        .containsEntry("participatie_vastgelegd", 1L)
        .containsEntry("stukken_verzonden", 4L)
        .containsEntry("conclusie_vastgelegd", 4L)
        .containsEntry("besluit_vastgelegd", 4L)
        .containsEntry("stand_gewijzigd", 1L)
        .containsEntry("besluitronde_afgesloten", 1L)
        .containsEntry("visie_afgerond", 1L)
        .doesNotContainKey("termijn_verlopen");
  }

  @Test
  void colleges_besluiten_en_raden_worden_geinformeerd() {
    Proefvisie v = proef.colleges(AMERSFOORT, SOEST);
    assertThat(v.werk())
        .containsExactly(
            "participatieVastleggen participatie_dialoog", "versieVastleggen tekst_concept");
    v.participatie("participatie_dialoog").versie("0.9");
    v.overleg("uo_concept", "0.9").overleg("do_concept", "0.9").overleg("pfho_concept", "0.9");
    v.participatie("webinar_raden");
    assertThat(v.werk())
        .containsExactly(
            "participatieVastleggen participatie_concept", "versieVastleggen tekst_definitief");
    v.versie("1.0");
    assertThat(v.werk())
        .containsExactly(
            "participatieVastleggen participatie_concept",
            "stukkenVerzenden klankbord_definitief",
            "stukkenVerzenden uo_definitief");
    v.overleg("uo_definitief", "1.0");
    assertThat(v.stap("do_definitief").toestand()).isEqualTo(Stap.Toestand.GEPLAND);
    v.overleg("klankbord_definitief", "1.0").overleg("do_definitief", "1.0");
    v.overleg("pfho_definitief", "1.0");
    assertThat(v.werk()).containsExactly("participatieVastleggen participatie_concept");
    v.participatie("participatie_concept");

    v.college(AMERSFOORT, "conform", "1.0").college(SOEST, "conform", "1.0");
    assertThat(v.stand().waarde()).isEqualTo(Stand.Waarde.VASTGESTELD);
    assertThat(v.besluiten(SOEST)).hasSize(1);
    v.sluitAf();
    assertThat(v.werk())
        .containsExactly("raadInformeren informeren " + AMERSFOORT, "raadInformeren informeren " + SOEST);
    gelijkMetEngine(v);
    String vandaag = proef.klok.vandaag().toString();
    v.voltooi(v.taak("raadInformeren", SOEST), Proefvisie.invoer("datum", vandaag), proef.griffier(SOEST));
    v.voltooi(
        v.taak("raadInformeren", AMERSFOORT),
        Proefvisie.invoer("datum", vandaag, "bron", Proefvisie.BRON));
    assertThat(v.afgerond()).isTrue();
    assertThat(v.loopt()).isFalse();
    assertThat(v.journaal("raad_geinformeerd")).hasSize(2);
  }

  @Test
  void een_besluit_dat_de_gemeente_zelf_vastlegt_is_bevestigd_en_van_de_secretaris_gemeld() {
    Proefvisie v = proef.raden(AMERSFOORT, SOEST).radenTotLokaal();
    v.college(AMERSFOORT, "conform", "1.0");
    v.voltooi(
        v.taak("collegebesluitVastleggen", SOEST),
        v.besluitInvoer("conform", "1.0", "bron", null),
        proef.beleidsmedewerker(SOEST));
    assertThat(v.besluiten(AMERSFOORT).get(0).zekerheid()).isEqualTo(Zekerheid.GEMELD);
    assertThat(v.besluiten(AMERSFOORT).get(0).bron()).isEqualTo(Proefvisie.BRON);
    assertThat(v.besluiten(SOEST).get(0).zekerheid()).isEqualTo(Zekerheid.BEVESTIGD);
  }

  @Test
  void aangehouden_gaat_naar_de_volgende_vergadering_met_een_nieuwe_behandeling() {
    Proefvisie v = proef.raden(SOEST).versie("0.9").participatie("participatie_partners");
    v.totStap("klankbord_concept").verzend("klankbord_concept", "0.9");
    v.concludeer(
        "klankbord_concept", "0.9", "aangehouden", "vervolg", null, "volgende_datum", "7 mei 2026");

    assertThat(v.werk()).containsExactly("stukkenVerzenden klankbord_concept");
    assertThat(v.behandelingen("klankbord_concept"))
        .extracting(b -> b.conclusie().map(Enum::name).orElse("open"))
        .containsExactly("AANGEHOUDEN", "open");
    Stap stap = v.stap("klankbord_concept");
    assertThat(stap.gepland().orElseThrow().tekst()).isEqualTo("7 mei 2026");
    assertThat(stap.oorspronkelijk().orElseThrow().tekst()).isEqualTo("16-04-26");
    assertThat(stap.toestand()).isEqualTo(Stap.Toestand.LOOPT);
    // Five working days before 7 May: 5 May and 27 April (Koningsdag) do not count.
    assertThat(v.taak("stukkenVerzenden").uiterlijk()).contains(LocalDate.of(2026, 4, 29));
    gelijkMetEngine(v);

    v.overleg("klankbord_concept", "0.9");
    assertThat(v.werk()).containsExactly("versieVastleggen tekst_definitief");
  }

  @Test
  void een_nieuwe_versie_na_de_conclusie_komt_voor_de_volgende_stap() {
    Proefvisie v = proef.raden(SOEST).versie("0.9").participatie("participatie_partners");
    v.overleg(
        "klankbord_concept",
        "0.9",
        "met_opmerkingen",
        "vervolg",
        "nieuwe_versie",
        "opmerkingen",
        java.util.List.of(
            Proefvisie.invoer("tekst", "Geef aan hoe we dit gaan uitvoeren.", "eigenaar", "Projectgroep")));
    assertThat(v.werk()).containsExactly("versieVastleggen klankbord_concept");
    assertThat(v.stap("klankbord_concept").toestand()).isEqualTo(Stap.Toestand.LOOPT);
    v.versie("0.95");
    assertThat(v.werk()).containsExactly("versieVastleggen tekst_definitief");
    assertThat(v.stap("klankbord_concept").toestand()).isEqualTo(Stap.Toestand.GEDAAN);
    assertThat(proef.versies.nieuwste(v.id()).orElseThrow().nummer()).isEqualTo("0.95");
  }

  @Test
  void negatief_gaat_terug_naar_de_schrijvers_en_daarna_opnieuw_langs_de_overleggen() {
    Proefvisie v =
        proef.raden(SOEST).versie("0.9").participatie("participatie_partners")
            .overleg("klankbord_concept", "0.9").versie("1.0").overleg("uo_definitief", "1.0");
    v.overleg("do_definitief", "1.0", "negatief");
    assertThat(v.werk()).containsExactly("versieVastleggen tekst_definitief");
    assertThat(v.stap("tekst_definitief").doorloop()).isEqualTo(2);
    v.versie("1.1").overleg("uo_definitief", "1.1").overleg("do_definitief", "1.1");
    assertThat(v.behandelingen("do_definitief"))
        .extracting(b -> b.behandeldeVersie().orElseThrow())
        .containsExactly("1.0", "1.1");
    v.overleg("pfho_definitief", "1.1", "negatief");
    assertThat(v.werk()).containsExactly("versieVastleggen tekst_definitief");
    assertThat(v.stap("tekst_definitief").doorloop()).isEqualTo(3);
  }

  @Test
  void een_college_dat_terugneemt_of_aanhoudt_is_opnieuw_aan_de_beurt() {
    Proefvisie v = proef.raden(AMERSFOORT, SOEST).radenTotLokaal();
    v.college(SOEST, "teruggenomen", "1.0", "volgende_datum", "12 november 2026");
    assertThat(v.taak("collegebesluitVastleggen", SOEST).uiterlijk()).contains(LocalDate.of(2026, 11, 19));
    v.college(SOEST, "aangehouden", "1.0", "volgende_datum", "26 november 2026");
    assertThat(v.taak("collegebesluitVastleggen", SOEST).uiterlijk()).contains(LocalDate.of(2026, 12, 3));
    gelijkMetEngine(v);
    assertThat(v.stand().zin()).isEqualTo("0 van 2 vastgesteld; 2 nog open");
    v.college(SOEST, "conform", "1.0");
    assertThat(v.besluiten(SOEST)).extracting(b -> b.uitkomst().name())
        .containsExactly("TERUGGENOMEN", "AANGEHOUDEN", "CONFORM");
    assertThat(v.werk())
        .containsExactly(
            "collegebesluitVastleggen lokaal " + AMERSFOORT, "raadsbesluitVastleggen lokaal " + SOEST);
  }

  @Test
  void een_raad_die_aanhoudt_of_afvoert_blijft_aan_de_beurt_en_terugverwezen_of_ingetrokken_opent_het_college() {
    Proefvisie v = proef.raden(AMERSFOORT, SOEST).radenTotLokaal().college(SOEST, "conform", "1.0");
    v.raad(SOEST, "aangehouden", null, "dictum", null, "volgende_datum", "november 2026");
    assertThat(v.taak("raadsbesluitVastleggen", SOEST).uiterlijk()).contains(LocalDate.of(2026, 12, 7));
    v.raad(SOEST, "van_de_agenda_afgevoerd", null, "dictum", null);
    assertThat(v.taak("raadsbesluitVastleggen", SOEST)).isNotNull();

    v.raad(SOEST, "terugverwezen", null, "dictum", null);
    assertThat(v.taak("collegebesluitVastleggen", SOEST)).isNotNull();
    assertThat(v.stap("lokaal", SOEST, Stap.Soort.RAAD, 1).toestand()).isEqualTo(Stap.Toestand.GEPLAND);
    assertThat(v.stap("lokaal", SOEST, Stap.Soort.COLLEGE, 1).toestand()).isEqualTo(Stap.Toestand.LOOPT);
    proef.zet(proef.klok.vandaag().plusDays(7));
    v.college(SOEST, "conform", "1.0");
    assertThat(v.stand().gemeenten()).allSatisfy(g -> assertThat(g.weging()).isEqualTo(Stand.Weging.OPEN));
  }

  @Test
  void ingetrokken_door_het_college_is_geen_verworpen() {
    Proefvisie v = proef.raden(SOEST).radenTotLokaal().college(SOEST, "conform", "1.0");
    v.raad(SOEST, "ingetrokken", null, "dictum", null);
    assertThat(v.werk()).containsExactly("collegebesluitVastleggen lokaal " + SOEST);
    assertThat(v.stand().gemeenten()).extracting(Stand.GemeenteStand::weging)
        .containsExactly(Stand.Weging.OPEN);
    proef.zet(proef.klok.vandaag().plusDays(7));
    v.college(SOEST, "conform", "1.0").raad(SOEST, "aangenomen", "1.0");
    assertThat(v.stand().waarde()).isEqualTo(Stand.Waarde.VASTGESTELD);
  }

  @Test
  void een_eigen_vergaderdatum_en_de_termijn_staan_in_engine_en_agenda_gelijk() {
    Proefvisie v = proef.raden(AMERSFOORT, BAARN, SOEST);
    v.radenTotLokaal();
    gelijkMetEngine(v);
    assertThat(v.open()).allSatisfy(t -> assertThat(t.verlooptOp()).isPresent());
    AgendaTaak taak = v.taak("collegebesluitVastleggen", BAARN);
    LocalDate vergadering = v.stap("lokaal").gepland().orElseThrow().laatste();
    assertThat(taak.uiterlijk()).contains(vergadering.plusWeeks(1));
    assertThat(taak.verlooptOp())
        .contains(vergadering.plusWeeks(1).plusDays(1).atStartOfDay(Klok.ZONE).toInstant());
  }

  private void gelijkMetEngine(Proefvisie v) {
    assertThat(v.open())
        .isNotEmpty()
        .allSatisfy(
            t -> {
              assertThat(v.dueInEngine(t)).isEqualTo(t.verlooptOp());
              assertThat(v.followUpInEngine(t)).isEqualTo(t.herinnerOp());
              assertThat(
                      proef.engine.getTaskService().createTaskQuery()
                          .taskId(t.taak()).taskCandidateGroup(t.groep()).count())
                  .isEqualTo(1);
            });
  }

  private static Map<String, Long> soorten(Proefvisie v) {
    return v.journaal().stream()
        .collect(Collectors.groupingBy(Gebeurtenis::soort, Collectors.counting()));
  }
}
