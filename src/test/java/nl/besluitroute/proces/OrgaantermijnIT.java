package nl.besluitroute.proces;

import static nl.besluitroute.ondersteuning.Proefomgeving.BAARN;
import static nl.besluitroute.ondersteuning.Proefomgeving.SOEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import nl.besluitroute.agenda.AgendaTaak;
import nl.besluitroute.agenda.AgendaTaak.Wacht;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.kalender.Termijn;
import nl.besluitroute.kalender.Termijn.Eenheid;
import nl.besluitroute.ondersteuning.Databaseproef;
import nl.besluitroute.ondersteuning.Proefvisie;
import nl.besluitroute.regio.Orgaansoort;
import nl.besluitroute.regio.Regios;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.GeenToegang;
import nl.besluitroute.toegang.Rol;
import nl.besluitroute.toegang.Toekenning;
import nl.besluitroute.vergaderschema.Termijnen;
import nl.besluitroute.vergaderschema.Termijnsoort;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Tasks and watches are measured against the terms of their bodies, and go along when these change. */
class OrgaantermijnIT extends Databaseproef {
  private static final String KLANKBORD = "proef-klankbordgroep";
  private static final Gebruiker BEHEERDER =
      new Gebruiker("beheer", "Beheerder", List.of(Toekenning.zonderBereik(Rol.BEHEERDER)));

  // The klankbordgroep meets on Thursday 16 April 2026; the route asks for the stukken five working
  // days before, with Tweede Paasdag on the 6th: on the 9th.
  private static final LocalDate KLANKBORD_OP = LocalDate.of(2026, 4, 16);

  @Autowired private Termijnen termijnen;
  @Autowired private Regios regios;

  @AfterEach
  void zonderTermijnen() {
    for (Termijnsoort soort : Termijnsoort.van(Orgaansoort.KLANKBORDGROEP)) {
      termijnen.wis(KLANKBORD, soort, proef.secretaris());
      termijnen.wis(Orgaansoort.KLANKBORDGROEP, soort, BEHEERDER);
    }
    Termijnsoort.van(Orgaansoort.COLLEGE).forEach(soort -> termijnen.wis(Orgaansoort.COLLEGE, soort, BEHEERDER));
  }

  /** Where the stukken for the klankbordgroep are to be sent. */
  private Proefvisie totVerzenden() {
    Proefvisie v = proef.raden(SOEST).versie("0.9").participatie("participatie_partners");
    assertThat(v.stap("klankbord_concept").gepland().orElseThrow().precies()).contains(KLANKBORD_OP);
    return v;
  }

  private static AgendaTaak verzenden(Proefvisie v) {
    return v.taak("stukkenVerzenden", "klankbord_concept");
  }

  private void zet(Termijnsoort soort, int aantal, Eenheid eenheid, LocalTime tot) {
    termijnen.zet(KLANKBORD, soort, new Termijn(aantal, eenheid, tot), proef.secretaris());
  }

  private static Instant om(LocalDate dag, int uur, int minuut) {
    return dag.atTime(uur, minuut).atZone(Klok.ZONE).toInstant();
  }

  private Wacht wachtOm(Proefvisie v, LocalDate dag, int uur, int minuut) {
    proef.laatVerstrijken(v.wortel(), om(dag, uur, minuut));
    return verzenden(v).wacht();
  }

  private void klopt(Proefvisie v, Instant verlooptOp, Instant herinnerOp) {
    assertThat(verzenden(v).verlooptOp()).contains(verlooptOp);
    assertThat(v.dueInEngine(verzenden(v))).contains(verlooptOp);
    assertThat(verzenden(v).herinnerOp()).contains(herinnerOp);
    assertThat(v.followUpInEngine(verzenden(v))).contains(herinnerOp);
    Map<String, List<String>> live = proef.leesmodel(v.id());
    proef.agenda.herbouw();
    assertThat(proef.leesmodel(v.id())).as("rebuilt").isEqualTo(live);
  }

  @Test
  void zonder_termijn_van_het_overleg_geldt_die_van_de_route() {
    Proefvisie v = totVerzenden();
    klopt(v, om(LocalDate.of(2026, 4, 10), 0, 0), om(LocalDate.of(2026, 4, 7), 0, 0));
  }

  @Test
  void de_eigen_termijn_van_het_overleg_geldt_met_zijn_tijdstip_en_zijn_herinnering() {
    zet(Termijnsoort.AANLEVEREN, 4, Eenheid.KALENDERDAGEN, LocalTime.NOON);
    zet(Termijnsoort.HERINNEREN, 1, Eenheid.WERKDAGEN, LocalTime.of(9, 0));
    Proefvisie v = totVerzenden();
    LocalDate zondag = LocalDate.of(2026, 4, 12);
    LocalDate vrijdag = LocalDate.of(2026, 4, 10);
    klopt(v, om(zondag, 12, 0), om(vrijdag, 9, 0));
    assertThat(verzenden(v).uiterlijk()).contains(zondag);
    assertThat(verzenden(v).tot()).contains(LocalTime.NOON);
    assertThat(wachtOm(v, vrijdag, 8, 59)).isEqualTo(Wacht.LOOPT);
    assertThat(wachtOm(v, vrijdag, 9, 0)).isEqualTo(Wacht.HERINNERD);
    assertThat(wachtOm(v, zondag, 11, 59)).isEqualTo(Wacht.HERINNERD);
    assertThat(wachtOm(v, zondag, 12, 0)).isEqualTo(Wacht.TE_LAAT);
    assertThat(v.journaal("termijn_verlopen")).hasSize(1);
  }

  @Test
  void een_gewijzigde_termijn_stelt_de_wacht_opnieuw_in_voor_en_na_herinnering_en_verlopen() {
    Proefvisie v = totVerzenden();
    assertThat(wachtOm(v, LocalDate.of(2026, 4, 7), 9, 0)).isEqualTo(Wacht.HERINNERD);

    zet(Termijnsoort.AANLEVEREN, 2, Eenheid.WERKDAGEN, null);
    v.werkAf();
    klopt(v, om(LocalDate.of(2026, 4, 15), 0, 0), om(LocalDate.of(2026, 4, 10), 0, 0));
    assertThat(verzenden(v).wacht()).as("changed after the reminder").isEqualTo(Wacht.LOOPT);
    assertThat(wachtOm(v, LocalDate.of(2026, 4, 10), 9, 0)).as("reminds again").isEqualTo(Wacht.HERINNERD);
    assertThat(wachtOm(v, LocalDate.of(2026, 4, 14), 23, 59)).isEqualTo(Wacht.HERINNERD);
    assertThat(wachtOm(v, LocalDate.of(2026, 4, 15), 0, 0)).isEqualTo(Wacht.TE_LAAT);
    assertThat(v.journaal("termijn_verlopen")).hasSize(1);

    zet(Termijnsoort.AANLEVEREN, 0, Eenheid.WERKDAGEN, LocalTime.of(10, 0));
    v.werkAf();
    assertThat(verzenden(v).wacht()).as("changed after it was late").isEqualTo(Wacht.HERINNERD);
    assertThat(wachtOm(v, KLANKBORD_OP, 10, 0)).isEqualTo(Wacht.TE_LAAT);
    assertThat(v.journaal("termijn_verlopen")).hasSize(2);

    termijnen.wis(KLANKBORD, Termijnsoort.AANLEVEREN, proef.secretaris());
    v.werkAf();
    klopt(v, om(LocalDate.of(2026, 4, 10), 0, 0), om(LocalDate.of(2026, 4, 7), 0, 0));
    assertThat(verzenden(v).wacht()).as("that of the route is past: late at once").isEqualTo(Wacht.TE_LAAT);
    assertThat(v.journaal("termijn_gewijzigd"))
        .hasSize(3)
        .allSatisfy(
            g -> {
              assertThat(g.stap()).contains(v.id() + "/klankbord_concept");
              assertThat(g.tekst())
                  .contains("het werk volgt de gewijzigde termijn voor aanleveren van Ambtelijke klankbordgroep.");
            });
  }

  @Test
  void een_termijn_die_hetzelfde_blijft_maakt_niemand_een_tweede_keer_te_laat() {
    Proefvisie v = totVerzenden();
    assertThat(wachtOm(v, LocalDate.of(2026, 4, 10), 9, 0)).isEqualTo(Wacht.TE_LAAT);
    zet(Termijnsoort.AANLEVEREN, 5, Eenheid.WERKDAGEN, null);
    zet(Termijnsoort.VASTLEGGEN, 9, Eenheid.WERKDAGEN, null);
    zet(Termijnsoort.VERSPREIDEN, 1, Eenheid.WERKDAGEN, null);
    proef.laatVerstrijken(v.wortel(), om(LocalDate.of(2026, 4, 11), 9, 0));
    assertThat(verzenden(v).wacht()).isEqualTo(Wacht.TE_LAAT);
    assertThat(v.journaal("termijn_verlopen")).hasSize(1);
    assertThat(v.journaal("termijn_gewijzigd")).isEmpty();
  }

  @Test
  void een_termijn_van_de_soort_geldt_voor_wie_geen_eigen_heeft_en_voor_zijn_open_werk() {
    Proefvisie v = proef.raden(BAARN, SOEST).radenTotLokaal();
    LocalDate college = v.stap("lokaal").gepland().orElseThrow().laatste();
    String soest = regios.bestuursorgaan(SOEST, Orgaansoort.COLLEGE).orElseThrow().id();
    Gebruiker medewerker = proef.beleidsmedewerker(SOEST);
    termijnen.zet(soest, Termijnsoort.VASTLEGGEN, new Termijn(0, Eenheid.WERKDAGEN, LocalTime.of(17, 30)), medewerker);
    try {
      termijnen.zet(Orgaansoort.COLLEGE, Termijnsoort.VASTLEGGEN, Termijn.werkdagen(1), BEHEERDER);
      v.werkAf();
      assertThat(v.taak("collegebesluitVastleggen", SOEST).verlooptOp()).contains(om(college, 17, 30));
      assertThat(v.taak("collegebesluitVastleggen", BAARN).uiterlijk()).contains(college.plusDays(1));
      assertThat(v.dueInEngine(v.taak("collegebesluitVastleggen", BAARN)))
          .contains(om(college.plusDays(2), 0, 0));
      assertThat(v.journaal("termijn_gewijzigd")).hasSize(2);
    } finally {
      termijnen.wis(soest, Termijnsoort.VASTLEGGEN, medewerker);
    }
    assertThat(v.taak("collegebesluitVastleggen", SOEST).uiterlijk()).contains(college.plusDays(1));
  }

  @Test
  void een_tijdstip_in_het_uur_dat_de_zomertijd_overslaat_valt_een_uur_later() {
    zet(Termijnsoort.AANLEVEREN, 2, Eenheid.KALENDERDAGEN, LocalTime.of(2, 30));
    Proefvisie v = totVerzenden();
    v.wijzigDatum("klankbord_concept", LocalDate.of(2026, 3, 31));
    Instant einde = Instant.parse("2026-03-29T01:30:00Z");
    klopt(v, einde, om(LocalDate.of(2026, 3, 26), 0, 0));
    proef.laatVerstrijken(v.wortel(), einde.minusSeconds(60));
    assertThat(verzenden(v).wacht()).isEqualTo(Wacht.HERINNERD);
    proef.laatVerstrijken(v.wortel(), einde);
    assertThat(verzenden(v).wacht()).isEqualTo(Wacht.TE_LAAT);
    assertThat(v.journaal("termijn_verlopen")).hasSize(1).allSatisfy(g -> assertThat(g.tijdstip()).isEqualTo(einde));
  }

  @Test
  void wie_de_termijn_niet_mag_wijzigen_verandert_niets() {
    totVerzenden();
    Map<String, String> voor = proef.afdruk();
    assertThatThrownBy(
            () -> termijnen.zet(KLANKBORD, Termijnsoort.AANLEVEREN, Termijn.werkdagen(1), proef.griffier(SOEST)))
        .isInstanceOf(GeenToegang.class);
    assertThatThrownBy(() -> termijnen.wis(Orgaansoort.COLLEGE, Termijnsoort.AANLEVEREN, proef.secretaris()))
        .isInstanceOf(GeenToegang.class);
    assertThat(proef.afdruk()).isEqualTo(voor);
  }
}
