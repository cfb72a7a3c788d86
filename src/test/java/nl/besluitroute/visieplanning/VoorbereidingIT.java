package nl.besluitroute.visieplanning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.besluitroute.beheer.Regiobeheer;
import nl.besluitroute.kalender.GeschrevenDatum;
import nl.besluitroute.kalender.Termijn;
import nl.besluitroute.kalender.Werkdagen;
import nl.besluitroute.ondersteuning.Databaseproef;
import nl.besluitroute.ondersteuning.Proefvisie;
import nl.besluitroute.planning.Melding;
import nl.besluitroute.planning.Planregel;
import nl.besluitroute.regio.Orgaan;
import nl.besluitroute.regio.Orgaansoort;
import nl.besluitroute.toegang.GeenToegang;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.Rol;
import nl.besluitroute.toegang.Toekenning;
import nl.besluitroute.vergaderschema.SchemaFout;
import nl.besluitroute.vergaderschema.Termijnen;
import nl.besluitroute.vergaderschema.Termijnsoort;
import nl.besluitroute.vergaderschema.Vergaderschema;
import nl.besluitroute.visie.Stap;
import nl.besluitroute.visie.Vaststellingsregel;
import nl.besluitroute.visie.Vertrouwelijkheden;
import nl.besluitroute.visie.Vertrouwelijkheid;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a municipality does before its college: parafering and the wethoudersstaf. */
class VoorbereidingIT extends Databaseproef {
  private static final Gebruiker BEHEERDER =
      new Gebruiker("beheerder", "Beheerder", List.of(Toekenning.zonderBereik(Rol.BEHEERDER)));

  /** A Thursday; the stukken of a college are due 10 working days before it by the route. */
  private static final LocalDate PFHO = LocalDate.of(2027, 6, 3);

  @Autowired private Visieplanning planning;
  @Autowired private Herplanning herplanning;
  @Autowired private Vergaderschema schema;
  @Autowired private Termijnen termijnen;
  @Autowired private Regiobeheer beheer;
  @Autowired private Werkdagen werkdagen;
  @Autowired private Vertrouwelijkheden vertrouwelijkheden;

  /** Two municipalities, the colleges meet every Tuesday of June, July and September. */
  private EigenRegio begin() {
    EigenRegio v = new EigenRegio(proef, planning, schema, 2).begin("route_raden", Vaststellingsregel.ALLE_RADEN);
    v.zet("pfho_definitief", PFHO);
    for (String g : v.gemeenten) {
      for (LocalDate d = LocalDate.of(2027, 6, 1); d.isBefore(LocalDate.of(2027, 10, 1)); d = d.plusWeeks(1)) {
        if (d.getMonthValue() != 8) {
          v.vergadering(college(g), d);
        }
      }
    }
    return v;
  }

  private String college(String gemeente) {
    return proef.regios.bestuursorgaan(gemeente, Orgaansoort.COLLEGE).map(Orgaan::id).orElseThrow();
  }

  private String staf(String gemeente) {
    return beheer.voegBestuursorgaanToe(gemeente, "Staf wethouder jeugd", Orgaansoort.WETHOUDERSSTAF, BEHEERDER).id();
  }

  private void parafering(EigenRegio v, String gemeente, int werkdagen) {
    termijnen.zet(college(gemeente), Termijnsoort.PARAFEREN, Termijn.werkdagen(werkdagen), v.secretaris());
  }

  /** The first Tuesday for which the stukken can be there on this day. */
  private LocalDate dinsdagNa(LocalDate gereed) {
    LocalDate dag = gereed;
    while (dag.getDayOfWeek() != DayOfWeek.TUESDAY || werkdagen.min(dag, 10).isBefore(gereed)) {
      dag = dag.plusDays(1);
    }
    return dag;
  }

  private static String stap(EigenRegio v, String gemeente) {
    return v.college(gemeente).toString();
  }

  private static String stafregel(EigenRegio v, String gemeente) {
    return stap(v, gemeente) + "/staf";
  }

  // -- parafering ------------------------------------------------------------------------------

  @Test
  void parafering_kost_werkdagen_voor_de_aanleverdatum_alleen_waar_iemand_haar_zette() {
    EigenRegio v = begin();
    String een = v.gemeenten.get(0);
    String ander = v.gemeenten.get(1);
    assertThat(v.gepland(stap(v, een))).contains(dinsdagNa(PFHO));
    LocalDate einde = v.plan().plan().einde().orElseThrow();
    planning.zetStreefdatum(v.visie, einde.plusMonths(1), "Inkoop.", v.secretaris());
    LocalDate pfhoUiterlijk = v.regel("pfho_definitief").uiterlijk().orElseThrow();

    parafering(v, een, 5);
    assertThat(v.gepland(stap(v, een))).contains(dinsdagNa(werkdagen.plus(PFHO, 5)));
    assertThat(v.gepland(stap(v, een)).orElseThrow()).isAfter(dinsdagNa(PFHO));
    assertThat(v.gepland(stap(v, ander))).contains(dinsdagNa(PFHO));
    assertThat(v.plan().parafering()).isEqualTo(Map.of(stap(v, een), 5));
    // Backward: the advice is needed so much sooner.
    LocalDate aanleveren = v.regel(stap(v, een)).uiterlijkAanleveren().orElseThrow();
    assertThat(v.regel("pfho_definitief").uiterlijk()).contains(werkdagen.min(aanleveren, 5));
    assertThat(v.regel("pfho_definitief").uiterlijk().orElseThrow()).isBefore(pfhoUiterlijk);

    // What somebody wrote too early is said in words.
    v.zet(v.college(een), dinsdagNa(PFHO));
    assertThat(v.regel(stap(v, een)).meldingen())
        .filteredOn(m -> m.soort() == Melding.Soort.VASTE_DATUM_TE_VROEG)
        .singleElement()
        .satisfies(m -> assertThat(m.zin()).contains("op zijn vroegst op", "gereed"))
        .satisfies(m -> assertThat(m.uitwegen()).anyMatch(u -> u.zin().contains("minder werktijd")));

    termijnen.wis(college(een), Termijnsoort.PARAFEREN, v.secretaris());
    assertThat(v.regel(stap(v, een)).meldingen()).noneMatch(Melding::isKnelpunt);
  }

  @Test
  void parafering_is_ook_voor_alle_colleges_te_zetten_maar_niet_voor_wie_geen_college_is() {
    EigenRegio v = begin();
    String een = v.gemeenten.get(0);
    termijnen.zet(Orgaansoort.COLLEGE, Termijnsoort.PARAFEREN, Termijn.werkdagen(3), BEHEERDER);
    try {
      assertThat(v.gepland(stap(v, een))).contains(dinsdagNa(werkdagen.plus(PFHO, 3)));
      parafering(v, een, 0);
      assertThat(v.gepland(stap(v, een))).contains(dinsdagNa(PFHO));
    } finally {
      termijnen.wis(Orgaansoort.COLLEGE, Termijnsoort.PARAFEREN, BEHEERDER);
    }
    Map<String, String> voor = proef.afdruk();
    String raad = proef.regios.bestuursorgaan(een, Orgaansoort.RAAD).map(Orgaan::id).orElseThrow();
    assertThatThrownBy(() -> termijnen.zet(raad, Termijnsoort.PARAFEREN, Termijn.werkdagen(3), v.secretaris()))
        .isInstanceOf(SchemaFout.class)
        .hasMessageContaining("alleen vooraf aan een college");
    assertThatThrownBy(() -> termijnen.zet(Orgaansoort.RAAD, Termijnsoort.PARAFEREN, Termijn.werkdagen(3), BEHEERDER))
        .isInstanceOf(SchemaFout.class);
    assertThatThrownBy(
            () ->
                termijnen.zet(
                    college(een), Termijnsoort.PARAFEREN, new Termijn(3, Termijn.Eenheid.KALENDERDAGEN, null), v.secretaris()))
        .isInstanceOf(SchemaFout.class)
        .hasMessageContaining("werkdagen");
    assertThatThrownBy(
            () ->
                termijnen.zet(
                    college(een), Termijnsoort.PARAFEREN, new Termijn(3, Termijn.Eenheid.WERKDAGEN, LocalTime.NOON), v.secretaris()))
        .isInstanceOf(SchemaFout.class)
        .hasMessageContaining("tijdstip");
    assertThat(proef.afdruk()).isEqualTo(voor);
    assertThat(termijnen.van(proef.regios.orgaan(raad).orElseThrow())).doesNotContainKey(Termijnsoort.PARAFEREN);
    assertThat(termijnen.vanSoort(Orgaansoort.WETHOUDERSSTAF)).isEqualTo(Map.of(Termijnsoort.AANLEVEREN, Termijn.werkdagen(0)));
  }

  // -- the staf --------------------------------------------------------------------------------

  @Test
  void een_wethoudersstaf_met_een_kalender_komt_voor_het_college_en_is_geen_stap() {
    EigenRegio v = begin();
    String een = v.gemeenten.get(0);
    String staf = staf(een);
    assertThat(v.plan().regel(stafregel(v, een))).isEmpty();
    v.vergadering(staf, PFHO.minusDays(3));
    LocalDate maandag = LocalDate.of(2027, 6, 14);
    UUID id = v.vergadering(staf, maandag);
    LocalDate laatste = LocalDate.of(2027, 8, 30);
    v.vergadering(staf, laatste);
    parafering(v, een, 2);

    Planregel regel = v.regel(stafregel(v, een));
    assertThat(regel.naam()).isEqualTo("Wethoudersstaf " + proef.regios.gemeente(een).orElseThrow().naam());
    assertThat(regel.gepland()).contains(maandag);
    assertThat(regel.vergadering()).contains(id.toString());
    assertThat(v.gepland(stap(v, een))).contains(dinsdagNa(werkdagen.plus(maandag, 2)));
    assertThat(v.plan().plan().regels()).extracting(Planregel::stap)
        .containsSubsequence(stafregel(v, een), stap(v, een))
        .doesNotContain(stafregel(v, v.gemeenten.get(1)));
    assertThat(v.gepland(stap(v, v.gemeenten.get(1)))).contains(dinsdagNa(PFHO));
    assertThat(v.plan().zonderSchema()).doesNotContain("Staf wethouder jeugd");

    // Backward: the last staf from which the last college can be reached, and the advice before it.
    LocalDate college = v.gepland(stap(v, een)).orElseThrow();
    planning.zetStreefdatum(v.visie, v.plan().plan().einde().orElseThrow().plusWeeks(2), "Inkoop.", v.secretaris());
    assertThat(v.regel(stafregel(v, een)).uiterlijk()).contains(maandag);
    assertThat(v.regel("pfho_definitief").uiterlijk()).contains(werkdagen.opOfVoor(maandag));
    planning.zetStreefdatum(v.visie, LocalDate.of(2027, 12, 31), "Inkoop.", v.secretaris());
    assertThat(v.regel(stafregel(v, een)).uiterlijk()).contains(laatste);

    // It is nobody's to take over; the steps are.
    assertThat(v.plan().voorstellen()).noneMatch(x -> x.stap().endsWith("/staf"));
    planning.neemOver(v.visie, v.plan().kenmerk(), "Eerste planning.", v.secretaris());
    assertThat(proef.visies.stap(stap(v, een)).gepland()).contains(GeschrevenDatum.op(college));
    assertThat(v.plan().voorstellen()).isEmpty();
  }

  @Test
  void kan_het_college_de_staf_niet_afwachten_dan_staat_dat_er_in_woorden() {
    EigenRegio v = begin();
    String een = v.gemeenten.get(0);
    String staf = staf(een);
    v.vergadering(staf, LocalDate.of(2027, 6, 14));
    v.zet(v.college(een), LocalDate.of(2027, 6, 22));
    assertThat(v.regel(stap(v, een)).meldingen())
        .filteredOn(Melding::isKnelpunt)
        .singleElement()
        .satisfies(m -> assertThat(m.zin()).contains("op zijn vroegst op 14 juni 2027 gereed"));
    v.zet("pfho_definitief", LocalDate.of(2027, 6, 17));
    assertThat(v.regel(stafregel(v, een)).gepland()).isEmpty();
    assertThat(v.regel(stafregel(v, een)).meldingen())
        .singleElement()
        .satisfies(m -> assertThat(m.zin()).contains("Wethoudersstaf", "geen vergadering op of na"))
        .satisfies(m -> assertThat(m.uitwegen()).anyMatch(u -> u.zin().contains("Een extra vergadering van")));
    assertThat(v.regel(stap(v, een)).meldingen())
        .anySatisfy(m -> assertThat(m.zin()).contains("Wethoudersstaf", "heeft geen datum"));
  }

  @Test
  void een_verplaatste_staf_laat_eerst_zien_welk_college_meegaat_en_voert_dat_dan_door() {
    EigenRegio v = begin();
    String een = v.gemeenten.get(0);
    String staf = staf(een);
    LocalDate maandag = LocalDate.of(2027, 6, 14);
    UUID id = v.vergadering(staf, maandag);
    UUID later = v.vergadering(staf, LocalDate.of(2027, 7, 26));
    planning.neemOver(v.visie, v.plan().kenmerk(), "Eerste planning.", v.secretaris());
    LocalDate was = v.gepland(stap(v, een)).orElseThrow();
    LocalDate wordt = LocalDate.of(2027, 6, 28);

    // On a meeting that nothing waits for, nothing depends.
    assertThat(herplanning.als(later, Optional.of(LocalDate.of(2027, 7, 27)), v.secretaris()).leeg()).isTrue();
    Herplanning.Voorbeeld gezien = herplanning.als(id, Optional.of(wordt), v.secretaris());
    Herziening h = gezien.visies().get(0);
    assertThat(h.visie()).isEqualTo(v.visie);
    assertThat(h.regels()).noneMatch(r -> r.stap().endsWith("/staf"));
    assertThat(h.regels()).filteredOn(r -> r.stap().equals(stap(v, een))).singleElement()
        .satisfies(r -> assertThat(r.was()).contains(was))
        .satisfies(r -> assertThat(r.wordt()).contains(dinsdagNa(wordt)));

    Map<String, String> voor = proef.afdruk();
    assertThatThrownBy(() -> herplanning.verplaats(id, wordt, null, "Vrij.", null, v.secretaris()))
        .isInstanceOf(GevolgVeranderd.class);
    assertThat(proef.afdruk()).isEqualTo(voor);
    herplanning.verplaats(id, wordt, null, "Vrij.", gezien.kenmerk(), v.secretaris());
    assertThat(proef.visies.stap(stap(v, een)).gepland()).contains(GeschrevenDatum.op(dinsdagNa(wordt)));
    assertThat(v.plan().voorstellen()).isEmpty();

    // The last one that is cancelled takes its line along; what was seen is what there is.
    herplanning.laatVervallen(later, "Vrij.", herplanning.als(later, Optional.empty(), v.secretaris()).kenmerk(), v.secretaris());
    Herplanning.Voorbeeld zonder = herplanning.als(id, Optional.empty(), v.secretaris());
    assertThat(zonder.visies()).allSatisfy(x -> assertThat(x.meldingen()).isEmpty());
    herplanning.laatVervallen(id, "Vrij.", zonder.leeg() ? null : zonder.kenmerk(), v.secretaris());
    assertThat(v.plan().regel(stafregel(v, een))).isEmpty();
    assertThat(v.regel(stap(v, een)).gepland()).contains(dinsdagNa(wordt));
  }

  @Test
  void wie_een_visie_niet_mag_inzien_ziet_haar_ook_niet_bij_zijn_wethoudersstaf() {
    EigenRegio v = begin();
    String een = v.gemeenten.get(0);
    UUID id = v.vergadering(staf(een), LocalDate.of(2027, 6, 14));
    planning.neemOver(v.visie, v.plan().kenmerk(), "Eerste planning.", v.secretaris());
    Optional<LocalDate> wordt = Optional.of(LocalDate.of(2027, 6, 28));
    assertThat(herplanning.als(id, wordt, beleid(een)).visies()).extracting(Herziening::visie).containsExactly(v.visie);
    String ander = v.gemeenten.get(1);
    vertrouwelijkheden.markeer(
        new Vertrouwelijkheden.Markering(
            v.visie, null, null, Vertrouwelijkheid.Niveau.GEHEIM, "Gemeentewet 87", college(ander), null),
        beleid(ander));
    assertThat(herplanning.als(id, wordt, beleid(een))).isEqualTo(Herplanning.Voorbeeld.GEEN);
  }

  private static Gebruiker beleid(String gemeente) {
    return new Gebruiker(
        "bm-" + gemeente, "Beleidsmedewerker", List.of(Toekenning.inGemeente(Rol.BELEIDSMEDEWERKER, gemeente)));
  }

  @Test
  void stel_dat_een_stap_later_komt_rekent_met_de_staf_ervoor() {
    EigenRegio v = begin();
    String een = v.gemeenten.get(0);
    String staf = staf(een);
    v.vergadering(staf, LocalDate.of(2027, 6, 14));
    v.vergadering(staf, LocalDate.of(2027, 7, 12));
    planning.neemOver(v.visie, v.plan().kenmerk(), "Eerste planning.", v.secretaris());
    String pfho = v.visie + "/pfho_definitief";
    Herziening h =
        herplanning.als(v.visie, pfho, LocalDate.of(2027, 6, 17), v.secretaris()).visies().get(0);
    assertThat(h.regels()).filteredOn(r -> r.stap().equals(stap(v, een))).singleElement()
        .satisfies(r -> assertThat(r.wordt()).contains(dinsdagNa(LocalDate.of(2027, 7, 12))));
  }

  @Test
  void wie_het_college_plant_plant_de_staf_en_de_griffier_niet() {
    EigenRegio v = begin();
    String een = v.gemeenten.get(0);
    String staf = staf(een);
    Gebruiker bestuurssecretaris =
        new Gebruiker("bs", "Bestuurssecretaris", List.of(Toekenning.inGemeente(Rol.BESTUURSSECRETARIS, een)));
    assertThat(schema.organen(bestuurssecretaris)).extracting(Orgaan::id).contains(staf, college(een));
    schema.voegToe(staf, LocalDate.of(2027, 6, 14), null, null, null, bestuurssecretaris);
    assertThatThrownBy(
            () -> schema.voegToe(staf, LocalDate.of(2027, 6, 21), null, null, null, proef.griffier(een)))
        .isInstanceOf(GeenToegang.class);
  }

  // -- when the text has come to the municipality ----------------------------------------------

  @Test
  void is_het_college_aan_zet_dan_telt_de_voorbereiding_vanaf_het_advies_tot_de_aanleverdatum() {
    EigenRegio los = new EigenRegio(proef, planning, schema, 1);
    String gemeente = los.gemeenten.get(0);
    Proefvisie v =
        Proefvisie.begin(
            proef, "route_raden", los.gemeenten, Vaststellingsregel.ALLE_RADEN,
            LocalDate.of(2027, 1, 5), LocalDate.of(2027, 1, 5));
    v.radenTotLokaal();
    Stap college = v.stap("lokaal", gemeente, Stap.Soort.COLLEGE, 1);
    assertThat(college.toestand()).isEqualTo(Stap.Toestand.LOOPT);
    LocalDate advies = v.stap("pfho_definitief").datum().orElseThrow().laatste();
    LocalDate vandaag = proef.klok.vandaag();
    LocalDate dag = college.gepland().orElseThrow().laatste();
    assertThat(regel(v, college.id()).meldingen()).noneMatch(Melding::isKnelpunt);

    // Known until the last day of delivery: parafering that cannot be ready by then is a knelpunt.
    LocalDate eind = werkdagen.min(dag, 10);
    assertThat(eind).isAfterOrEqualTo(vandaag);
    termijnen.zet(
        college(gemeente), Termijnsoort.PARAFEREN, Termijn.werkdagen(werkdagen.tussen(advies, eind) + 1), proef.secretaris());
    assertThat(regel(v, college.id()).meldingen()).anyMatch(Melding::isKnelpunt);
    termijnen.zet(
        college(gemeente), Termijnsoort.PARAFEREN, Termijn.werkdagen(werkdagen.tussen(advies, eind)), proef.secretaris());
    assertThat(regel(v, college.id()).meldingen()).noneMatch(Melding::isKnelpunt);

    // A staf that still comes is waited for; one that has been is taken to have treated it.
    termijnen.zet(college(gemeente), Termijnsoort.PARAFEREN, Termijn.werkdagen(1), proef.secretaris());
    String staf = staf(gemeente);
    LocalDate morgen = werkdagen.plus(vandaag, 1);
    schema.voegToe(staf, morgen, null, null, null, proef.secretaris());
    schema.voegToe(staf, dag.plusMonths(2), null, null, null, proef.secretaris());
    assertThat(regel(v, college.id() + "/staf").gepland()).contains(morgen);
    v.tot(werkdagen.plus(morgen, 1));
    assertThat(plan(v).regel(college.id() + "/staf")).isEmpty();
    assertThat(plan(v).parafering()).containsEntry(college.id(), 1);

    // After the last day of delivery nothing of it is held against the college.
    v.tot(werkdagen.plus(eind, 1));
    assertThat(plan(v).parafering()).isEmpty();
    assertThat(regel(v, college.id()).meldingen()).noneMatch(Melding::isKnelpunt);
  }

  private Visieplan plan(Proefvisie v) {
    return planning.plan(v.id(), proef.secretaris());
  }

  private Planregel regel(Proefvisie v, String stap) {
    return plan(v).plan().regel(stap);
  }
}
