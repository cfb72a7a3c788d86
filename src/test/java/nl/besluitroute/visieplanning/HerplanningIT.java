package nl.besluitroute.visieplanning;

import static nl.besluitroute.ondersteuning.Proefomgeving.BAARN;
import static nl.besluitroute.ondersteuning.Proefomgeving.SOEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalTime;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.Future;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.besluitroute.kalender.GeschrevenDatum;
import nl.besluitroute.kalender.Werkdagen;
import nl.besluitroute.ondersteuning.Databaseproef;
import nl.besluitroute.ondersteuning.Proefvisie;
import nl.besluitroute.planning.Melding;
import nl.besluitroute.regio.Orgaan;
import nl.besluitroute.regio.Orgaansoort;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.Rol;
import nl.besluitroute.toegang.Toekenning;
import nl.besluitroute.vergaderschema.SchemaFout;
import nl.besluitroute.vergaderschema.Vergaderschema;
import nl.besluitroute.visie.Stap;
import nl.besluitroute.visie.StapId;
import nl.besluitroute.visie.Vaststellingsregel;
import nl.besluitroute.visie.Vertrouwelijkheden;
import nl.besluitroute.visie.Vertrouwelijkheid;
import nl.besluitroute.visie.VisieFout;
import nl.besluitroute.visie.VisieNietGevonden;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a moved meeting does, seen beforehand and done as seen. Each test plays in years of its own. */
class HerplanningIT extends Databaseproef {
  private static final String UO = "proef-uitvoeringsoverleg";
  private static final String DO = "proef-directie_overleg";

  @Autowired private Herplanning herplanning;
  @Autowired private Visieplanning planning;
  @Autowired private Vergaderschema schema;
  @Autowired private Werkdagen werkdagen;
  @Autowired private Vertrouwelijkheden vertrouwelijkheden;

  private Proefvisie gepland(int jaar) {
    Proefvisie v =
        Proefvisie.begin(
            proef, "route_raden", List.of(BAARN, SOEST), Vaststellingsregel.ALLE_RADEN, LocalDate.of(jaar, 1, 5), null);
    return v;
  }

  private void neemOver(Proefvisie v) {
    planning.neemOver(
        v.id(), planning.plan(v.id(), proef.secretaris()).kenmerk(), "Eerste planning.", proef.secretaris());
    v.werkAf();
  }

  private UUID vergadering(String orgaan, LocalDate dag) {
    return schema.voegToe(orgaan, dag, null, null, null, proef.secretaris()).vergadering().id();
  }

  private static Gebruiker beleid(String gemeente) {
    return new Gebruiker(
        "bm", "Beleidsmedewerker", List.of(Toekenning.inGemeente(Rol.BELEIDSMEDEWERKER, gemeente)));
  }

  private Optional<LocalDate> dag(Proefvisie v, String stap) {
    return v.stap(stap).gepland().flatMap(GeschrevenDatum::precies);
  }

  private static Herziening een(Herplanning.Voorbeeld voorbeeld) {
    assertThat(voorbeeld.visies()).hasSize(1);
    return voorbeeld.visies().get(0);
  }

  @Test
  void wie_een_vergadering_verplaatst_ziet_eerst_wat_er_meegaat_en_bekijken_verandert_niets() {
    Proefvisie v = gepland(2070);
    UUID uo = vergadering(UO, LocalDate.of(2070, 5, 13));
    vergadering(DO, LocalDate.of(2070, 5, 28));
    UUID later = vergadering(DO, LocalDate.of(2070, 6, 25));
    neemOver(v);
    planning.zetStreefdatum(v.id(), planning.plan(v.id(), proef.secretaris()).plan().einde().orElseThrow(), "Inkoop.", proef.secretaris());
    Map<String, String> voor = proef.afdruk();
    LocalDate wordt = LocalDate.of(2070, 6, 3);
    Herplanning.Voorbeeld voorbeeld = herplanning.als(uo, Optional.of(wordt), proef.secretaris());
    assertThat(proef.afdruk()).isEqualTo(voor);

    Herziening h = een(voorbeeld);
    assertThat(h.regels().get(0).naam()).isEqualTo(v.stap("uo_definitief").naam());
    assertThat(h.regels().get(0).wordt()).contains(wordt);
    assertThat(h.regels().get(0).werkdagen()).hasValue(werkdagen.tussen(LocalDate.of(2070, 5, 13), wordt));
    assertThat(h.regels()).filteredOn(r -> r.stap().equals(v.stap("do_definitief").id()))
        .singleElement()
        .satisfies(r -> assertThat(r.wordt()).contains(LocalDate.of(2070, 6, 25)))
        .satisfies(r -> assertThat(r.vergadering()).contains(later));
    assertThat(h.einde().orElseThrow()).isAfter(h.eindeNu().orElseThrow());
    assertThat(h.streefdatumGehaald()).contains(false);
    assertThat(h.regels()).allMatch(Herziening.Regel::plant);
    assertThat(h.meldingen()).as("wat een regel al zegt").extracting(Melding::soort)
        .doesNotContain(Melding.Soort.UITLOOP, Melding.Soort.VERSCHOVEN);

    herplanning.verplaats(uo, wordt, null, "Zaal bezet.", voorbeeld.kenmerk(), proef.secretaris());
    v.werkAf();
    h.regels().forEach(
        r ->
            assertThat(proef.visies.stappen(v.id())).filteredOn(s -> s.id().equals(r.stap())).singleElement()
                .satisfies(s -> assertThat(s.gepland().flatMap(GeschrevenDatum::precies)).isEqualTo(r.wordt()))
                .satisfies(s -> assertThat(s.vergadering()).isEqualTo(r.vergadering())));
    assertThat(v.journaal("datum_gewijzigd"))
        .filteredOn(g -> g.reden() != null && g.reden().startsWith("Vergadering verplaatst: Zaal bezet"))
        .hasSize(h.regels().size());
    assertThat(planning.plan(v.id(), proef.secretaris()).plan().einde()).isEqualTo(h.einde());
  }

  @Test
  void wat_intussen_veranderde_wordt_niet_doorgevoerd_en_laat_geen_spoor_na() {
    Proefvisie v = gepland(2074);
    UUID uo = vergadering(UO, LocalDate.of(2074, 5, 16));
    neemOver(v);
    LocalDate wordt = LocalDate.of(2074, 5, 23);
    String gezien = herplanning.als(uo, Optional.of(wordt), proef.secretaris()).kenmerk();
    proef.stappen.wijzigDatum(
        StapId.van(v.id(), "pfho_definitief"), GeschrevenDatum.op(LocalDate.of(2074, 12, 3)), "Zo.", proef.secretaris());
    v.werkAf();
    Map<String, String> voor = proef.afdruk();
    assertThatThrownBy(() -> herplanning.verplaats(uo, wordt, null, "Zaal bezet.", gezien, proef.secretaris()))
        .isInstanceOf(VisieFout.class)
        .hasMessageContaining("intussen veranderd");
    assertThatThrownBy(() -> herplanning.laatVervallen(uo, "Zaal bezet.", gezien, proef.secretaris()))
        .isInstanceOf(VisieFout.class);
    assertThat(proef.afdruk()).isEqualTo(voor);
  }

  @Test
  void een_vervallen_vergadering_schuift_haar_stap_naar_de_eerste_die_zij_haalt_en_wat_erna_komt_mee() {
    Proefvisie v = gepland(2078);
    UUID eerste = vergadering(UO, LocalDate.of(2078, 5, 17));
    UUID tweede = vergadering(UO, LocalDate.of(2078, 6, 14));
    neemOver(v);
    LocalDate pfho = dag(v, "pfho_definitief").orElseThrow();
    Herplanning.Voorbeeld voorbeeld = herplanning.als(eerste, Optional.empty(), proef.secretaris());
    herplanning.laatVervallen(eerste, "Te weinig punten.", voorbeeld.kenmerk(), proef.secretaris());
    v.werkAf();
    assertThat(v.stap("uo_definitief").vergadering()).contains(tweede);
    assertThat(dag(v, "pfho_definitief").orElseThrow()).isAfter(pfho);
    assertThat(planning.plan(v.id(), proef.secretaris()).plan().haalbaar()).isTrue();
  }

  @Test
  void een_stap_die_de_volgende_vergadering_niet_haalt_heeft_na_het_vervallen_geen_datum_meer() {
    EigenRegio v = new EigenRegio(proef, planning, schema, 1).begin("route_raden", Vaststellingsregel.ALLE_RADEN);
    String overleg = v.overleg(Orgaansoort.UITVOERINGSOVERLEG);
    LocalDate dag = LocalDate.of(2027, 5, 11);
    UUID eerste = v.vergadering(overleg, dag);
    v.vergadering(overleg, LocalDate.of(2027, 6, 8));
    v.zet("uo_definitief", dag);
    v.zet("tekst_definitief", LocalDate.of(2027, 6, 22));
    Herplanning.Voorbeeld voorbeeld = herplanning.als(eerste, Optional.empty(), v.secretaris());
    assertThat(een(voorbeeld).regels()).filteredOn(r -> r.stap().equals(v.visie + "/uo_definitief"))
        .singleElement()
        .satisfies(r -> assertThat(r.was()).contains(dag))
        .satisfies(r -> assertThat(r.wordt()).as("de tekst komt na de volgende vergadering").isEmpty());
    herplanning.laatVervallen(eerste, "Te weinig punten.", voorbeeld.kenmerk(), v.secretaris());
    Stap uo = proef.visies.stap(v.visie + "/uo_definitief");
    assertThat(uo.vergadering()).isEmpty();
    assertThat(uo.gepland().filter(GeschrevenDatum::isBekend)).isEmpty();
  }

  @Test
  void wat_iemand_op_de_dag_van_een_vergadering_plande_gaat_met_haar_mee_en_vervalt_zij_naar_de_volgende() {
    Proefvisie v = gepland(2093);
    LocalDate dag = LocalDate.of(2093, 5, 12);
    LocalDate wordt = LocalDate.of(2093, 6, 2);
    LocalDate later = LocalDate.of(2093, 6, 30);
    UUID uo = vergadering(UO, dag);
    UUID volgende = vergadering(UO, later);
    proef.stappen.wijzigDatum(
        StapId.van(v.id(), "uo_definitief"), GeschrevenDatum.op(dag), "Zo afgesproken.", proef.secretaris());
    v.werkAf();
    assertThat(v.stap("uo_definitief").vergadering()).isEmpty();
    Herplanning.Voorbeeld voorbeeld = herplanning.als(uo, Optional.of(wordt), proef.secretaris());
    assertThat(een(voorbeeld).regels().get(0).wordt()).contains(wordt);
    assertThatThrownBy(() -> herplanning.verplaats(uo, wordt, null, "Zaal bezet.", null, proef.secretaris()))
        .isInstanceOf(GevolgVeranderd.class);
    herplanning.verplaats(uo, wordt, null, "Zaal bezet.", voorbeeld.kenmerk(), proef.secretaris());
    v.werkAf();
    assertThat(dag(v, "uo_definitief")).contains(wordt);
    assertThat(v.stap("uo_definitief").vergadering()).contains(uo);

    proef.stappen.wijzigDatum(
        StapId.van(v.id(), "uo_definitief"), GeschrevenDatum.op(wordt), "Zo afgesproken.", proef.secretaris());
    Herplanning.Voorbeeld vervalt = herplanning.als(uo, Optional.empty(), proef.secretaris());
    assertThat(een(vervalt).regels().get(0).wordt()).contains(later);
    herplanning.laatVervallen(uo, "Te weinig punten.", vervalt.kenmerk(), proef.secretaris());
    v.werkAf();
    assertThat(v.stap("uo_definitief").vergadering()).contains(volgende);
  }

  @Test
  void vervalt_een_van_twee_vergaderingen_op_een_dag_dan_blijft_de_stap_op_die_dag() {
    Proefvisie v = gepland(2091);
    LocalDate dag = LocalDate.of(2091, 5, 10);
    UUID middag = schema.voegToe(UO, dag, LocalTime.of(14, 0), null, null, proef.secretaris()).vergadering().id();
    UUID avond = schema.voegToe(UO, dag, LocalTime.of(19, 30), null, null, proef.secretaris()).vergadering().id();
    vergadering(UO, dag.plusDays(28));
    neemOver(v);
    assertThat(v.stap("uo_definitief").vergadering()).contains(middag);
    Herplanning.Voorbeeld voorbeeld = herplanning.als(middag, Optional.empty(), proef.secretaris());
    assertThat(een(voorbeeld).regels()).isEmpty();
    herplanning.laatVervallen(middag, "Zaal bezet.", voorbeeld.kenmerk(), proef.secretaris());
    v.werkAf();
    assertThat(dag(v, "uo_definitief")).contains(dag);
    assertThat(v.stap("uo_definitief").vergadering()).contains(avond);
  }

  @Test
  void wie_een_stap_op_een_vergadering_zet_die_net_vervalt_wordt_geweigerd() throws Exception {
    Proefvisie v = gepland(2092);
    UUID uo = vergadering(UO, LocalDate.of(2092, 5, 14));
    Future<?> tweede =
        proef.transactie.execute(
            s -> {
              schema.laatVervallen(uo, "Zaal bezet.", proef.secretaris());
              return proef.tegelijk(() -> neemOver(v));
            });
    assertThatThrownBy(() -> tweede.get(30, TimeUnit.SECONDS)).cause().isInstanceOfAny(
        VisieFout.class, org.springframework.dao.ConcurrencyFailureException.class);
    assertThat(dag(v, "uo_definitief")).isEmpty();
  }

  @Test
  void een_stap_later_behandelen_neemt_mee_wat_erop_wacht_en_laat_staan_wat_met_de_hand_is_geschreven() {
    Proefvisie v = gepland(2082);
    neemOver(v);
    LocalDate was = dag(v, "uo_definitief").orElseThrow();
    LocalDate met = dag(v, "pfho_definitief").orElseThrow();
    proef.stappen.wijzigDatum(
        StapId.van(v.id(), "pfho_definitief"), GeschrevenDatum.op(met), "Zo afgesproken.", proef.secretaris());
    v.werkAf();
    String stap = v.stap("uo_definitief").id();
    LocalDate vanaf = was.plusDays(70);
    Map<String, String> voor = proef.afdruk();
    Herplanning.Voorbeeld voorbeeld = herplanning.als(v.id(), stap, vanaf, proef.secretaris());
    assertThat(proef.afdruk()).isEqualTo(voor);
    assertThat(een(voorbeeld).regels()).extracting(Herziening.Regel::stap)
        .contains(stap, v.stap("do_definitief").id())
        .doesNotContain(v.stap("pfho_definitief").id());
    assertThat(een(voorbeeld).meldingen()).extracting(Melding::soort).contains(Melding.Soort.VOOR_VOORGANGER);
    assertThatThrownBy(
            () -> herplanning.stelUit(v.id(), stap, vanaf, " ", voorbeeld.kenmerk(), proef.secretaris()))
        .isInstanceOf(VisieFout.class);
    assertThat(
            herplanning.stelUit(v.id(), stap, vanaf, "Nog niet rijp.", voorbeeld.kenmerk(), proef.secretaris()))
        .isEqualTo(een(voorbeeld).regels().size());
    v.werkAf();
    assertThat(dag(v, "uo_definitief").orElseThrow()).isAfterOrEqualTo(vanaf);
    assertThat(dag(v, "pfho_definitief")).contains(met);
  }

  @Test
  void een_wijziging_waardoor_niets_verschuift_wordt_geweigerd() {
    EigenRegio v = new EigenRegio(proef, planning, schema, 1).begin("route_raden", Vaststellingsregel.ALLE_RADEN);
    planning.neemOver(v.visie, v.plan().kenmerk(), "Eerste planning.", v.secretaris());
    String stap = v.visie + "/uo_definitief";
    LocalDate was = v.gepland("uo_definitief").orElseThrow();
    Map<String, String> voor = proef.afdruk();
    Herplanning.Voorbeeld voorbeeld = herplanning.als(v.visie, stap, was, v.secretaris());
    assertThat(een(voorbeeld).regels()).isEmpty();
    assertThatThrownBy(
            () -> herplanning.stelUit(v.visie, stap, was, "Nog niet rijp.", voorbeeld.kenmerk(), v.secretaris()))
        .isInstanceOf(VisieFout.class)
        .hasMessageContaining("geen enkele stap");
    assertThat(proef.afdruk()).isEqualTo(voor);
  }

  @Test
  void een_stap_die_de_wijziging_niet_raakt_of_al_op_die_dag_staat_is_er_geen_gevolg_van() {
    EigenRegio v = new EigenRegio(proef, planning, schema, 1).begin("route_raden", Vaststellingsregel.ALLE_RADEN);
    String uo = v.visie + "/uo_definitief";
    String directie = v.visie + "/do_definitief";
    assertThat(v.regel("uo_definitief").gepland()).as("voorgesteld, nog niet overgenomen").isPresent();
    assertThat(
            een(herplanning.als(v.visie, directie, v.gepland("do_definitief").orElseThrow().plusDays(30), v.secretaris()))
                .regels())
        .extracting(Herziening.Regel::stap)
        .contains(directie)
        .doesNotContain(uo);

    UUID vroeg = v.vergadering(v.overleg(Orgaansoort.UITVOERINGSOVERLEG), LocalDate.of(2027, 5, 11));
    LocalDate eerste = LocalDate.of(2027, 6, 10);
    v.vergadering(v.overleg(Orgaansoort.DIRECTIE_OVERLEG), eerste);
    v.vergadering(v.overleg(Orgaansoort.DIRECTIE_OVERLEG), LocalDate.of(2027, 7, 8));
    planning.neemOver(v.visie, v.plan().kenmerk(), "Eerste planning.", v.secretaris());
    schema.verplaats(vroeg, LocalDate.of(2027, 6, 15), null, "Zaal bezet.", v.secretaris());
    assertThat(v.gepland("do_definitief")).contains(LocalDate.of(2027, 7, 8));
    assertThat(een(herplanning.als(vroeg, Optional.of(LocalDate.of(2027, 5, 18)), v.secretaris())).regels())
        .extracting(Herziening.Regel::stap)
        .contains(uo)
        .doesNotContain(directie);
  }

  @Test
  void wat_iemand_niet_plant_blijft_staan_als_zijn_vergadering_verschuift() {
    Proefvisie v = gepland(2086);
    Orgaan college = proef.regios.bestuursorgaan(BAARN, Orgaansoort.COLLEGE).orElseThrow();
    UUID id =
        schema.voegToe(college.id(), LocalDate.of(2086, 10, 8), null, null, null, beleid(BAARN)).vergadering().id();
    neemOver(v);
    String raad = StapId.van(v.id(), "lokaal", BAARN, Stap.Soort.RAAD, 1).toString();
    Stap voor = proef.visies.stappen(v.id()).stream().filter(s -> s.id().equals(raad)).findFirst().orElseThrow();
    LocalDate wordt = LocalDate.of(2086, 12, 3);
    Gebruiker bestuurssecretaris =
        new Gebruiker("bs", "Bestuurssecretaris", List.of(Toekenning.inGemeente(Rol.BESTUURSSECRETARIS, BAARN)));
    Herplanning.Voorbeeld voorbeeld = herplanning.als(id, Optional.of(wordt), bestuurssecretaris);
    assertThat(een(voorbeeld).regels()).filteredOn(r -> r.stap().equals(raad)).singleElement()
        .satisfies(r -> assertThat(r.plant()).isFalse());
    herplanning.verplaats(id, wordt, null, "Collegereces.", voorbeeld.kenmerk(), bestuurssecretaris);
    v.werkAf();
    assertThat(v.stap("lokaal", BAARN, Stap.Soort.COLLEGE, 1).gepland()).contains(GeschrevenDatum.op(wordt));
    assertThat(proef.visies.stappen(v.id())).filteredOn(s -> s.id().equals(raad)).singleElement()
        .satisfies(s -> assertThat(s.gepland()).isEqualTo(voor.gepland()));
    assertThat(planning.plan(v.id(), proef.secretaris()).voorstellen())
        .extracting(Visieplan.Voorstel::stap)
        .contains(raad);
  }

  @Test
  void nagaan_of_een_vergadering_kan_verschuiven_of_vervallen_kan_zonder_te_wijzigen() {
    gepland(2090);
    LocalDate dag = LocalDate.of(2090, 5, 17);
    UUID uo = vergadering(UO, dag);
    Map<String, String> voor = proef.afdruk();
    schema.eisVerplaatsbaar(uo, dag.plusDays(1), null, "Zaal bezet.", proef.secretaris());
    schema.eisVervalbaar(uo, "Zaal bezet.", proef.secretaris());
    assertThatThrownBy(() -> schema.eisVerplaatsbaar(uo, dag.plusDays(1), null, " ", proef.secretaris()))
        .isInstanceOf(SchemaFout.class);
    assertThat(proef.afdruk()).isEqualTo(voor);
  }

  @Test
  void wie_niet_keek_verplaatst_geen_vergadering_waarop_een_stap_staat_en_hoort_wat_het_zou_doen() {
    Proefvisie v = gepland(2094);
    LocalDate dag = LocalDate.of(2094, 5, 18);
    UUID uo = vergadering(UO, dag);
    neemOver(v);
    Map<String, String> voor = proef.afdruk();
    LocalDate wordt = dag.plusDays(7);
    assertThatThrownBy(() -> herplanning.verplaats(uo, wordt, null, "Zaal bezet.", null, proef.secretaris()))
        .isInstanceOfSatisfying(
            GevolgVeranderd.class,
            fout ->
                assertThat(fout.voorbeeld().kenmerk())
                    .isEqualTo(herplanning.als(uo, Optional.of(wordt), proef.secretaris()).kenmerk()));
    assertThatThrownBy(
            () -> herplanning.als(v.id(), v.stap("uo_definitief").id(), LocalDate.of(2094, 1, 4), proef.secretaris()))
        .isInstanceOf(VisieFout.class)
        .hasMessageContaining("al geweest");
    assertThatThrownBy(
            () -> herplanning.als(v.id(), v.stap("uo_definitief").id(), LocalDate.of(2097, 1, 6), proef.secretaris()))
        .isInstanceOf(VisieFout.class)
        .hasMessageContaining("3 jaar vooruit");
    assertThat(proef.afdruk()).isEqualTo(voor);
    UUID leeg = vergadering(UO, LocalDate.of(2094, 11, 9));
    herplanning.verplaats(leeg, LocalDate.of(2094, 11, 10), null, "Zaal bezet.", null, proef.secretaris());
    assertThat(schema.zoek(leeg).orElseThrow().dag()).isEqualTo(LocalDate.of(2094, 11, 10));
  }

  @Test
  void wie_een_visie_niet_mag_inzien_ziet_haar_ook_niet_bij_haar_vergadering() {
    Proefvisie v = gepland(2098);
    LocalDate dag = LocalDate.of(2098, 5, 14);
    UUID uo = vergadering(UO, dag);
    neemOver(v);
    Gebruiker soest = beleid(SOEST);
    assertThat(een(herplanning.als(uo, Optional.of(dag.plusDays(7)), soest)).visie()).isEqualTo(v.id());
    vertrouwelijkheden.markeer(
        new Vertrouwelijkheden.Markering(
            v.id(), null, null, Vertrouwelijkheid.Niveau.GEHEIM, "Gemeentewet 87", "college-" + BAARN.toLowerCase(), null),
        new Gebruiker("oplegger", "Beleidsmedewerker", List.of(Toekenning.inGemeente(Rol.BELEIDSMEDEWERKER, BAARN))));
    assertThat(herplanning.als(uo, Optional.of(dag.plusDays(7)), soest)).isEqualTo(Herplanning.Voorbeeld.GEEN);
    assertThatThrownBy(() -> herplanning.als(v.id(), v.stap("uo_definitief").id(), dag.plusDays(7), soest))
        .isInstanceOf(VisieNietGevonden.class);
  }

  @Test
  void wat_gedaan_is_of_bij_een_andere_visie_hoort_wordt_niet_later_behandeld() {
    Proefvisie v = proef.raden(BAARN, SOEST).radenTotLokaal();
    LocalDate later = LocalDate.of(2027, 6, 1);
    assertThatThrownBy(() -> herplanning.als(v.id(), v.stap("uo_definitief").id(), later, proef.secretaris()))
        .isInstanceOf(VisieFout.class)
        .hasMessageContaining("gedaan of vervallen");
    String vreemd = proef.raden(SOEST).stap("uo_definitief").id();
    assertThatThrownBy(() -> herplanning.als(v.id(), vreemd, later, proef.secretaris()))
        .isInstanceOf(VisieFout.class)
        .hasMessageContaining("niet bij deze visie");
  }
}
