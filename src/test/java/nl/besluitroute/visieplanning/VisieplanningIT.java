package nl.besluitroute.visieplanning;

import static nl.besluitroute.ondersteuning.Proefomgeving.AMERSFOORT;
import static nl.besluitroute.ondersteuning.Proefomgeving.BAARN;
import static nl.besluitroute.ondersteuning.Proefomgeving.REGIO;
import static nl.besluitroute.ondersteuning.Proefomgeving.SOEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.besluitroute.agenda.Vergaderingen;
import nl.besluitroute.kalender.GeschrevenDatum;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.kalender.Termijn;
import nl.besluitroute.kalender.Werkdagen;
import nl.besluitroute.ondersteuning.Databaseproef;
import nl.besluitroute.ondersteuning.Proefvisie;
import nl.besluitroute.planning.Melding;
import nl.besluitroute.planning.Planregel;
import nl.besluitroute.regio.Orgaan;
import nl.besluitroute.regio.Orgaansoort;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.Rol;
import nl.besluitroute.toegang.Toekenning;
import nl.besluitroute.vergaderschema.Termijnen;
import nl.besluitroute.vergaderschema.Termijnsoort;
import nl.besluitroute.vergaderschema.Vergaderschema;
import nl.besluitroute.visie.Routewijziging;
import nl.besluitroute.visie.Stap;
import nl.besluitroute.visie.StapId;
import nl.besluitroute.visie.Vaststellingsregel;
import nl.besluitroute.visie.Vertrouwelijkheden;
import nl.besluitroute.visie.Vertrouwelijkheid;
import nl.besluitroute.visie.VisieFout;
import nl.besluitroute.visie.VisieNietGevonden;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The plan of a vision over the calendars of its bodies, and what follows when a meeting changes.
 * Each test plays in years of its own, as the bodies' calendars are shared.
 */
class VisieplanningIT extends Databaseproef {
  private static final String UO = "proef-uitvoeringsoverleg";

  @Autowired private Visieplanning planning;
  @Autowired private Vergaderschema schema;
  @Autowired private Termijnen termijnen;
  @Autowired private Vergaderingen vergaderingen;
  @Autowired private Vertrouwelijkheden vertrouwelijkheden;
  @Autowired private Werkdagen werkdagen;

  /** Without any date, on the first working day of a year. */
  private Proefvisie visie(int jaar) {
    return Proefvisie.begin(
        proef, "route_raden", List.of(BAARN, SOEST), Vaststellingsregel.ALLE_RADEN, LocalDate.of(jaar, 1, 5), null);
  }

  private UUID vergadering(String orgaan, LocalDate dag) {
    return schema.voegToe(orgaan, dag, null, null, null, proef.secretaris()).vergadering().id();
  }

  private String orgaan(String gemeente, Orgaansoort soort) {
    return proef.regios.bestuursorgaan(gemeente, soort).map(Orgaan::id).orElseThrow();
  }

  private void vergaderingVan(String gemeente, Orgaansoort soort, LocalDate dag) {
    schema.voegToe(
        orgaan(gemeente, soort), dag, null, null, null,
        new Gebruiker("bm", "Beleidsmedewerker", List.of(Toekenning.inGemeente(Rol.BELEIDSMEDEWERKER, gemeente))));
  }

  private Planregel regel(Proefvisie v, String stap) {
    return plan(v).plan().regel(stap);
  }

  private Visieplan plan(Proefvisie v) {
    return planning.plan(v.id(), proef.secretaris());
  }

  private String raad(Proefvisie v, String gemeente) {
    return StapId.van(v.id(), "lokaal", gemeente, Stap.Soort.RAAD, 1).toString();
  }

  private void neemOver(Proefvisie v) {
    planning.neemOver(v.id(), plan(v).kenmerk(), "Eerste planning.", proef.secretaris());
    v.werkAf();
  }

  @Test
  void elke_stap_komt_op_de_eerste_vergadering_die_kan_en_de_laatste_raad_bepaalt() {
    Proefvisie v = visie(2030);
    // Too early, too late to deliver for, and the first that can be.
    LocalDate uo = LocalDate.of(2030, 5, 14);
    vergadering(UO, LocalDate.of(2030, 1, 8));
    vergadering(UO, uo);
    vergadering(UO, LocalDate.of(2030, 5, 28));
    vergaderingVan(BAARN, Orgaansoort.RAAD, LocalDate.of(2030, 9, 10));
    vergaderingVan(SOEST, Orgaansoort.RAAD, LocalDate.of(2030, 10, 8));
    assertThat(regel(v, "uo_definitief").gepland()).contains(uo);
    assertThat(regel(v, "uo_definitief").aanleveren()).contains(werkdagen.min(uo, 5));
    assertThat(plan(v).plan().einde()).contains(LocalDate.of(2030, 10, 8));
    assertThat(plan(v).plan().bepalend()).extracting(Planregel::stap).containsExactly(raad(v, SOEST));
    assertThat(regel(v, raad(v, BAARN)).gepland()).contains(LocalDate.of(2030, 9, 10));
    assertThat(plan(v).zonderSchema()).contains("Directie-overleg").doesNotContain("Uitvoeringsoverleg");
  }

  @Test
  void overnemen_zet_elke_stap_op_haar_vergadering_in_een_keer_en_daarna_is_er_niets_meer_over_te_nemen() {
    Proefvisie v = visie(2034);
    UUID id = vergadering(UO, LocalDate.of(2034, 5, 13));
    Visieplan voor = plan(v);
    assertThat(voor.voorstellen()).hasSize(11);
    assertThatThrownBy(() -> planning.neemOver(v.id(), voor.kenmerk(), " ", proef.secretaris()))
        .isInstanceOf(VisieFout.class);
    assertThatThrownBy(() -> planning.neemOver(v.id(), "iets anders", "zo", proef.secretaris()))
        .hasMessageContaining("intussen veranderd");
    assertThat(v.stap("uo_definitief").gepland()).isEmpty();

    neemOver(v);
    assertThat(v.stap("uo_definitief").gepland().flatMap(GeschrevenDatum::precies)).contains(LocalDate.of(2034, 5, 13));
    assertThat(v.stap("uo_definitief").vergadering()).contains(id);
    assertThat(v.stap("tekst_concept").vergadering()).isEmpty();
    assertThat(v.journaal("datum_gewijzigd")).hasSize(11);
    assertThatThrownBy(() -> neemOver(v)).hasMessageContaining("niets over te nemen");
  }

  @Test
  void wie_niet_plant_krijgt_geen_voorstellen_en_wie_niet_leest_vindt_de_visie_niet() {
    Proefvisie v = visie(2038);
    Gebruiker lezer = new Gebruiker("lezer", "Lezer", List.of(Toekenning.inRegio(Rol.LEZER, REGIO)));
    assertThat(planning.plan(v.id(), lezer).voorstellen()).isEmpty();
    Gebruiker griffier = proef.griffier(SOEST);
    assertThat(planning.plan(v.id(), griffier).voorstellen())
        .extracting(Visieplan.Voorstel::stap)
        .containsExactly(raad(v, SOEST));
    assertThatThrownBy(() -> planning.plan(v.id(), proef.griffier(AMERSFOORT))).isInstanceOf(VisieNietGevonden.class);
  }

  @Test
  void een_verplaatste_vergadering_neemt_stap_taak_en_wacht_mee_en_de_planning_van_toen_blijft() {
    Proefvisie v =
        Proefvisie.begin(
            proef, "route_raden", List.of(BAARN, SOEST), Vaststellingsregel.ALLE_RADEN,
            LocalDate.of(2042, 1, 5), LocalDate.of(2042, 1, 5));
    v.versie("0.1");
    v.participatie("participatie_partners");
    LocalDate was = v.stap("klankbord_concept").gepland().orElseThrow().laatste();
    LocalDate wordt = was.plusDays(5);
    UUID id = vergadering("proef-klankbordgroep", was);
    proef.stappen.zetOpVergadering(
        StapId.van(v.id(), "klankbord_concept"), was, java.util.Optional.of(id), "In het schema.", proef.secretaris());
    v.werkAf();
    schema.verplaats(id, wordt, null, "Zaal bezet.", proef.secretaris());
    v.werkAf();

    Stap stap = v.stap("klankbord_concept");
    assertThat(stap.gepland()).contains(GeschrevenDatum.op(wordt));
    assertThat(stap.oorspronkelijk()).contains(GeschrevenDatum.op(was));
    assertThat(stap.vergadering()).contains(id);
    assertThat(v.taak("stukkenVerzenden", "klankbord_concept").uiterlijk()).contains(werkdagen.min(wordt, 5));
    assertThat(v.dueInEngine(v.taak("stukkenVerzenden", "klankbord_concept")))
        .contains(Werkdagen.eindeVan(werkdagen.min(wordt, 5)));
    assertThat(v.journaal("datum_gewijzigd")).first()
        .satisfies(g -> assertThat(g.reden()).contains("Vergadering verplaatst: Zaal bezet."));
    assertThat(regel(v, "klankbord_concept").uitloop()).hasValue(werkdagen.tussen(was, wordt));
  }

  @Test
  void vervalt_een_vergadering_dan_gaat_de_stap_naar_de_volgende_en_zonder_volgende_heeft_zij_geen_datum() {
    Proefvisie v = visie(2046);
    UUID eerste = vergadering(UO, LocalDate.of(2046, 5, 16));
    UUID tweede = vergadering(UO, LocalDate.of(2046, 6, 13));
    neemOver(v);
    schema.laatVervallen(eerste, "Te weinig punten.", proef.secretaris());
    assertThat(v.stap("uo_definitief").vergadering()).contains(tweede);
    assertThat(v.stap("uo_definitief").gepland()).contains(GeschrevenDatum.op(LocalDate.of(2046, 6, 13)));
    // What was planned behind it is not moved by itself; the plan says what it would be now.
    assertThat(plan(v).plan().meldingen()).extracting(Melding::soort).contains(Melding.Soort.VERSCHOVEN);
    assertThat(plan(v).voorstellen()).isNotEmpty();
    schema.laatVervallen(tweede, "Te weinig punten.", proef.secretaris());
    assertThat(v.stap("uo_definitief").gepland()).contains(GeschrevenDatum.ONBEKEND);
    assertThat(v.stap("uo_definitief").vergadering()).isEmpty();
  }

  @Test
  void wie_de_vergadering_maar_niet_de_stap_mag_verzetten_verandert_niets() {
    Proefvisie v = visie(2050);
    UUID id = vergadering(UO, LocalDate.of(2050, 5, 15));
    neemOver(v);
    Gebruiker buurman =
        new Gebruiker("buur", "Buurman", List.of(Toekenning.inRegio(Rol.AMBTELIJK_SECRETARIS, "JZ16")));
    Map<String, String> voor = proef.afdruk();
    assertThatThrownBy(() -> schema.verplaats(id, LocalDate.of(2050, 5, 22), null, "Zo.", buurman))
        .isInstanceOf(RuntimeException.class);
    assertThat(proef.afdruk()).isEqualTo(voor);
  }

  @Test
  void een_streefdatum_zegt_of_het_past_en_wat_helpt_als_het_niet_past() {
    Proefvisie v = visie(2054);
    vergaderingVan(SOEST, Orgaansoort.RAAD, LocalDate.of(2054, 10, 7));
    vergaderingVan(SOEST, Orgaansoort.RAAD, LocalDate.of(2054, 11, 4));
    planning.zetStreefdatum(v.id(), LocalDate.of(2054, 12, 1), "Inkoop.", proef.secretaris());
    assertThat(plan(v).plan().streefdatumGehaald()).contains(true);
    assertThat(regel(v, raad(v, SOEST)).spelingVergaderingen()).hasValue(1);
    planning.zetStreefdatum(v.id(), LocalDate.of(2054, 9, 1), "Inkoop eerder.", proef.secretaris());
    assertThat(plan(v).plan().streefdatumGehaald()).contains(false);
    assertThat(plan(v).plan().meldingen())
        .filteredOn(Melding::isKnelpunt)
        .isNotEmpty()
        .allSatisfy(m -> assertThat(m.zin()).isNotBlank());
    assertThat(v.journaal("streefdatum_gezet")).hasSize(2);
    assertThatThrownBy(() -> planning.zetStreefdatum(v.id(), LocalDate.of(2054, 1, 1), null, proef.secretaris()))
        .isInstanceOf(VisieFout.class)
        .hasMessageContaining("al voorbij");
    planning.zetStreefdatum(v.id(), null, "Vervallen.", proef.secretaris());
    assertThat(plan(v).plan().streefdatum()).isEmpty();
  }

  @Test
  void wat_met_de_hand_is_geschreven_staat_en_wat_geweest_is_telt_zoals_het_ging() {
    Proefvisie v =
        Proefvisie.begin(
            proef, "route_raden", List.of(BAARN, SOEST), Vaststellingsregel.ALLE_RADEN,
            LocalDate.of(2058, 1, 5), LocalDate.of(2058, 1, 5));
    v.versie("0.1");
    LocalDate uo = v.stap("uo_definitief").gepland().orElseThrow().laatste();
    vergadering(UO, uo.plusDays(1));
    assertThat(regel(v, "tekst_concept").werkelijk()).contains(LocalDate.ofInstant(proef.klok.instant(), Klok.ZONE));
    assertThat(regel(v, "uo_definitief").gepland()).contains(uo);
    assertThat(regel(v, "uo_definitief").meldingen())
        .extracting(Melding::soort)
        .contains(Melding.Soort.GEEN_VERGADERDAG);
  }

  @Test
  void een_gemeente_die_aan_zet_is_heeft_de_stukken_ook_als_de_aanlevertermijn_voorbij_is() {
    Proefvisie v =
        Proefvisie.begin(
            proef, "route_raden", List.of(BAARN, SOEST), Vaststellingsregel.ALLE_RADEN,
            LocalDate.of(2062, 1, 5), LocalDate.of(2062, 1, 5));
    v.radenTotLokaal();
    Stap college = v.stap("lokaal", BAARN, Stap.Soort.COLLEGE, 1);
    LocalDate dag = college.gepland().orElseThrow().laatste();
    v.tot(werkdagen.min(dag, 1));
    assertThat(regel(v, college.id()).aanleveren().orElseThrow()).isBefore(proef.klok.vandaag());
    assertThat(regel(v, college.id()).meldingen()).noneMatch(Melding::isKnelpunt);
    assertThat(regel(v, college.id()).vroegst().orElseThrow()).isAfterOrEqualTo(proef.klok.vandaag());
  }

  @Test
  void plan_taak_en_vergadering_rekenen_met_dezelfde_termijn_van_het_overleg() {
    Proefvisie v =
        Proefvisie.begin(
            proef, "route_raden", List.of(BAARN, SOEST), Vaststellingsregel.ALLE_RADEN,
            LocalDate.of(2070, 1, 6), LocalDate.of(2070, 1, 6));
    v.versie("0.1");
    v.participatie("participatie_partners");
    String klankbord = "proef-klankbordgroep";
    LocalDate dag = v.stap("klankbord_concept").gepland().orElseThrow().laatste();
    termijnen.zet(
        klankbord, Termijnsoort.AANLEVEREN, new Termijn(8, Termijn.Eenheid.KALENDERDAGEN, LocalTime.NOON), proef.secretaris());
    try {
      v.werkAf();
      assertThat(regel(v, "klankbord_concept").aanleveren()).contains(dag.minusDays(8));
      assertThat(v.taak("stukkenVerzenden", "klankbord_concept").uiterlijk()).contains(dag.minusDays(8));
      assertThat(vergaderingen.vergadering(proef.regios.orgaan(klankbord).orElseThrow(), dag, proef.secretaris()).verzenden())
          .isEqualTo(dag.minusDays(8));
    } finally {
      termijnen.wis(klankbord, Termijnsoort.AANLEVEREN, proef.secretaris());
    }
    assertThat(regel(v, "klankbord_concept").aanleveren()).contains(werkdagen.min(dag, 5));
  }

  @Test
  void een_overgeslagen_stap_doet_niet_mee_en_wat_erna_komt_wacht_op_wat_ervoor_kwam() {
    Proefvisie v =
        Proefvisie.begin(
            proef, "route_raden", List.of(BAARN, SOEST), Vaststellingsregel.ALLE_RADEN, LocalDate.of(2066, 1, 5), null);
    v.wijzig(new Routewijziging.Overslaan("do_definitief"));
    assertThat(plan(v).regel("do_definitief")).isEmpty();
    assertThat(regel(v, "pfho_definitief").gepland().orElseThrow())
        .isAfter(regel(v, "uo_definitief").gepland().orElseThrow());
  }

  /** 'Uiterlijk 1 oktober' has no first day, and a year of long ago may stand in what was entered before. */
  @Test
  void een_datum_zonder_begin_of_van_een_onmogelijk_jaar_houdt_geen_plan_tegen() {
    Proefvisie v = visie(2066);
    StapId raad = StapId.van(v.id(), "lokaal", SOEST, Stap.Soort.RAAD, 1);
    GeschrevenDatum uiterlijk = GeschrevenDatum.leesVanaf("uiterlijk 1 oktober 2066", proef.klok.vandaag()).datum().orElseThrow();
    proef.stappen.wijzigDatum(raad, uiterlijk, "Zo is het afgesproken.", proef.secretaris());
    assertThat(plan(v).plan().regels()).isNotEmpty();
    proef.jdbc.update(
        "update stap set gepland_tekst = '12-03-2207', gepland_edtf = '2207-03-12', gepland_eerste = date '2207-03-12', gepland_laatste = date '2207-03-12' where id = ?",
        raad.toString());
    assertThat(plan(v).plan().regels()).isNotEmpty();
  }

  @Test
  void wie_de_agenda_schikt_laat_staan_wat_hij_niet_ziet() {
    LocalDate dag = LocalDate.of(2067, 3, 10);
    Orgaan uo = proef.regios.orgaan(UO).orElseThrow();
    List<Proefvisie> visies = List.of(visie(2067), visie(2067), visie(2067));
    vergadering(UO, dag);
    visies.forEach(v -> v.wijzigDatum("uo_definitief", dag));
    List<String> orde = vergaderingen.vergadering(uo, dag, proef.secretaris()).punten().stream().map(p -> p.stap().id()).toList();
    assertThat(orde).hasSize(3);
    vergaderingen.verplaats(uo, dag, orde.get(1), true, proef.secretaris());
    // Now 1, 0, 2: the first of these is kept from the secretaris.
    vertrouwelijkheden.markeer(
        new Vertrouwelijkheden.Markering(
            orde.get(0).split("/")[0], null, null, Vertrouwelijkheid.Niveau.GEHEIM, "Artikel 87 Gemeentewet", "college-gm0342", null),
        new Gebruiker("bm", "Beleidsmedewerker", List.of(Toekenning.inGemeente(Rol.BELEIDSMEDEWERKER, SOEST))));
    vergaderingen.verplaats(uo, dag, orde.get(2), true, proef.secretaris());
    assertThat(
            proef.jdbc.queryForList(
                "select stap from agendapunt where orgaan = ? and dag = ? order by plaats", String.class, UO, dag))
        .containsExactly(orde.get(2), orde.get(1), orde.get(0));
  }
}
