package nl.besluitroute.vergaderschema;

import static nl.besluitroute.ondersteuning.Proefomgeving.AMERSFOORT;
import static nl.besluitroute.ondersteuning.Proefomgeving.SOEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import nl.besluitroute.kalender.Termijn;
import nl.besluitroute.ondersteuning.Databaseproef;
import nl.besluitroute.regio.GemeenteCode;
import nl.besluitroute.regio.Orgaan;
import nl.besluitroute.regio.Orgaansoort;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.GeenToegang;
import nl.besluitroute.toegang.Rol;
import nl.besluitroute.toegang.Toekenning;
import nl.besluitroute.vergaderschema.Agendainlezer.Soort;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Meetings, reces, terms, agendas that are read, and feeds; on both databases. */
class VergaderschemaIT extends Databaseproef {
  private static final LocalDate VANDAAG = LocalDate.of(2026, 11, 23);
  private static final LocalTime AVOND = LocalTime.of(19, 30);
  private static final Gebruiker BEHEERDER =
      new Gebruiker("beheer", "Beheerder", List.of(Toekenning.zonderBereik(Rol.BEHEERDER)));

  @Autowired Vergaderschema schema;
  @Autowired Recessen recessen;
  @Autowired Termijnen termijnen;
  @Autowired Agendainlezer inlezer;
  @Autowired Agendafeeds feeds;
  private String regio;
  private String overleg;
  private Gebruiker secretaris;

  @BeforeEach
  void eenRegioMetEenOverleg() {
    proef.zet(VANDAAG);
    regio = "S" + UUID.randomUUID().toString().substring(0, 8);
    overleg = regio.toLowerCase() + "-uo";
    proef.transactie.executeWithoutResult(
        status -> {
          proef.regios.voegRegioToe(regio, "Schemaregio", List.of(new GemeenteCode(SOEST)));
          proef.regios.voegOverlegToe(overleg, "Uitvoeringsoverleg", Orgaansoort.UITVOERINGSOVERLEG, regio);
        });
    secretaris = Gebruiker.secretarisVan(List.of(regio));
  }

  private static Gebruiker met(Toekenning... rollen) {
    return new Gebruiker("iemand", "Iemand", List.of(rollen));
  }

  private void geweigerd(String veld, String zin, ThrowingCallable daad) {
    Map<String, String> voor = proef.afdruk();
    assertThatThrownBy(daad)
        .isInstanceOfSatisfying(SchemaFout.class, fout -> assertThat(fout.veld()).isEqualTo(veld))
        .hasMessageContaining(zin);
    assertThat(proef.afdruk()).isEqualTo(voor);
  }

  private String laatsteInJournaal() {
    return proef.jdbc.queryForObject(
        "select wie || '|' || soort || '|' || tekst || '|' || coalesce(reden, '') from journaal where id = (select max(id) from journaal)",
        String.class);
  }

  private Vergaderdatum vergadering(LocalDate dag) {
    return schema.voegToe(overleg, dag, AVOND, null, null, secretaris).vergadering();
  }

  private List<Moment> gepland() {
    return schema.gepland(List.of(overleg), VANDAAG, VANDAAG.plusYears(5)).getOrDefault(overleg, List.of()).stream()
        .map(Vergaderdatum::moment)
        .toList();
  }

  // -- meetings --------------------------------------------------------------------------------

  @Test
  void een_vergadering_wordt_toegevoegd_verplaatst_en_vervalt_en_houdt_haar_id() {
    LocalDate dag = LocalDate.of(2027, 1, 12);
    UUID id = schema.voegToe(overleg, dag, AVOND, " Themasessie ", "", secretaris).vergadering().id();
    assertThat(laatsteInJournaal())
        .isEqualTo("Ambtelijk secretaris|vergadering_toegevoegd|Uitvoeringsoverleg: vergadering op dinsdag 12 januari 2027, 19:30 uur toegevoegd.|");

    schema.verplaats(id, dag.plusDays(2), LocalTime.of(20, 0), "Zaal bezet.", secretaris);
    assertThat(laatsteInJournaal())
        .endsWith("vergadering van dinsdag 12 januari 2027, 19:30 uur verplaatst naar donderdag 14 januari 2027, 20:00 uur.|Zaal bezet.");
    Vergaderdatum verplaatst = schema.zoek(id).orElseThrow();
    assertThat(verplaatst.moment()).isEqualTo(new Moment(dag.plusDays(2), LocalTime.of(20, 0)));
    assertThat(verplaatst.titel()).contains("Themasessie");
    assertThat(verplaatst.plaats()).isEmpty();
    assertThat(verplaatst.volgnummer()).isEqualTo(1);

    schema.laatVervallen(id, "Geen agendapunten.", secretaris);
    assertThat(schema.zoek(id).orElseThrow().reden()).contains("Geen agendapunten.");
    assertThat(gepland()).isEmpty();
    geweigerd("", "is vervallen", () -> schema.verplaats(id, dag, AVOND, "Toch.", secretaris));
  }

  @Test
  void een_dag_die_geweest_is_of_te_ver_weg_ligt_wordt_geweigerd() {
    geweigerd("dag", "al geweest", () -> vergadering(VANDAAG.minusDays(1)));
    geweigerd("dag", "10 jaar vooruit", () -> vergadering(LocalDate.of(9027, 1, 12)));
    geweigerd("dag", "Noem de dag", () -> vergadering(null));
    assertThat(vergadering(VANDAAG).dag()).isEqualTo(VANDAAG);
    UUID id = vergadering(VANDAAG.plusDays(1)).id();
    proef.zet(VANDAAG.plusDays(2));
    geweigerd("", "is geweest", () -> schema.laatVervallen(id, "Te laat.", secretaris));
    UUID later = vergadering(VANDAAG.plusDays(9)).id();
    geweigerd("reden", "Geef een reden", () -> schema.laatVervallen(later, " ", secretaris));
  }

  @Test
  void twee_op_een_tijd_kan_niet_en_twee_op_een_dag_alleen_met_twee_tijden() {
    LocalDate dag = LocalDate.of(2027, 1, 12);
    vergadering(dag);
    geweigerd("dag", "Er is al een vergadering", () -> vergadering(dag));
    geweigerd("dag", "Er is al een vergadering", () -> schema.voegToe(overleg, dag, null, null, null, secretaris));
    UUID middag = schema.voegToe(overleg, dag, LocalTime.of(14, 0), null, null, secretaris).vergadering().id();
    geweigerd("dag", "Er is al een vergadering", () -> schema.verplaats(middag, dag, AVOND, "Later.", secretaris));
    schema.laatVervallen(middag, "Niet nodig.", secretaris);
    assertThat(schema.voegToe(overleg, dag, LocalTime.of(14, 0), null, null, secretaris).waarschuwingen()).isEmpty();
  }

  @Test
  void van_tien_tegelijk_op_een_tijd_lukt_er_een() throws Exception {
    LocalDate dag = LocalDate.of(2027, 1, 12);
    var ploeg = Executors.newFixedThreadPool(5);
    try {
      List<Callable<Boolean>> pogingen = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        pogingen.add(
            () -> {
              try {
                vergadering(dag);
                return true;
              } catch (SchemaFout e) {
                return false;
              }
            });
      }
      int gelukt = 0;
      for (Future<Boolean> poging : ploeg.invokeAll(pogingen)) {
        gelukt += poging.get() ? 1 : 0;
      }
      assertThat(gelukt).isEqualTo(1);
      assertThat(gepland()).hasSize(1);
    } finally {
      ploeg.shutdownNow();
    }
  }

  @Test
  void een_vergadering_in_reces_op_een_verkiezingsdag_of_feestdag_mag_met_een_waarschuwing() {
    recessen.voegToe(overleg, "Winterreces", LocalDate.of(2027, 3, 15), LocalDate.of(2027, 3, 19), secretaris);
    assertThat(schema.voegToe(overleg, LocalDate.of(2027, 3, 17), AVOND, null, null, secretaris).waarschuwingen())
        .containsExactly(
            "Deze dag valt in het reces (Winterreces).",
            "Op deze dag is een verkiezing (Verkiezingen Provinciale Staten en waterschappen).");
    assertThat(schema.voegToe(overleg, LocalDate.of(2027, 5, 5), AVOND, null, null, secretaris).waarschuwingen())
        .containsExactly("Deze dag is een feestdag (Bevrijdingsdag).");
    assertThat(schema.voegToe(overleg, LocalDate.of(2027, 3, 20), AVOND, null, null, secretaris).waarschuwingen())
        .containsExactly("Deze dag valt in het weekend.");
  }

  @Test
  void wie_het_schema_bijhoudt() {
    Orgaan raad = proef.regios.bestuursorgaan(SOEST, Orgaansoort.RAAD).orElseThrow();
    Orgaan college = proef.regios.bestuursorgaan(SOEST, Orgaansoort.COLLEGE).orElseThrow();
    Orgaan commissie =
        proef.transactie.execute(
            s -> proef.regios.voegBestuursorgaanToe(regio.toLowerCase() + "-com", "Commissie", Orgaansoort.RAADSCOMMISSIE, SOEST));
    Orgaan uo = proef.regios.orgaan(overleg).orElseThrow();
    Gebruiker griffier = proef.griffier(SOEST);
    Gebruiker bestuurssecretaris = met(Toekenning.inGemeente(Rol.BESTUURSSECRETARIS, SOEST));
    Gebruiker beleid = proef.beleidsmedewerker(SOEST);
    assertThat(List.of(raad, commissie, college, uo)).map(o -> schema.magPlannen(griffier, o)).containsExactly(true, true, false, false);
    assertThat(List.of(raad, commissie, college, uo)).map(o -> schema.magPlannen(bestuurssecretaris, o)).containsExactly(false, false, true, false);
    assertThat(List.of(raad, commissie, college, uo)).map(o -> schema.magPlannen(beleid, o)).containsExactly(true, true, true, false);
    for (Gebruiker heel : List.of(secretaris, met(Toekenning.inRegio(Rol.MANAGER, regio)))) {
      assertThat(List.of(raad, commissie, college, uo)).allMatch(o -> schema.magPlannen(heel, o));
    }
    Gebruiker vanOverleg = met(Toekenning.bijOverleg(Rol.AMBTELIJK_SECRETARIS, regio, overleg));
    assertThat(List.of(raad, commissie, college, uo)).map(o -> schema.magPlannen(vanOverleg, o)).containsExactly(false, false, false, true);
    for (Gebruiker niet : List.of(BEHEERDER, met(Toekenning.inRegio(Rol.LEZER, regio)), proef.griffier(AMERSFOORT))) {
      assertThat(List.of(raad, commissie, college, uo)).noneMatch(o -> schema.magPlannen(niet, o));
      assertThatThrownBy(() -> schema.voegToe(overleg, VANDAAG, AVOND, null, null, niet)).isInstanceOf(GeenToegang.class);
    }
    assertThat(schema.organen(griffier)).extracting(Orgaan::id).contains(raad.id(), commissie.id()).doesNotContain(college.id());
    assertThat(schema.organen(secretaris)).extracting(Orgaan::id).startsWith(overleg).contains(raad.id(), college.id());
  }

  // -- reces, terms, repetition ----------------------------------------------------------------

  @Test
  void schoolvakanties_worden_een_keer_als_reces_overgenomen() {
    assertThat(recessen.neemSchoolvakantiesOver(overleg, Schoolvakantie.Landsdeel.MIDDEN, secretaris)).isEqualTo(9);
    assertThat(recessen.neemSchoolvakantiesOver(overleg, Schoolvakantie.Landsdeel.MIDDEN, secretaris)).isZero();
    Orgaan uo = proef.regios.orgaan(overleg).orElseThrow();
    assertThat(recessen.van(uo)).extracting(Reces::naam).startsWith("Kerstvakantie", "Voorjaarsvakantie");
    recessen.verwijder(recessen.van(uo).get(0).id(), secretaris);
    assertThat(recessen.van(uo)).hasSize(8);
    assertThatThrownBy(() -> recessen.verwijder(recessen.van(uo).get(0).id(), proef.griffier(SOEST))).isInstanceOf(GeenToegang.class);
  }

  @Test
  void reces_van_een_gebied_geldt_voor_al_zijn_organen_en_is_van_de_beheerder() {
    Orgaan uo = proef.regios.orgaan(overleg).orElseThrow();
    recessen.voegToeVoorGebied(regio, "Zomerreces", LocalDate.of(2027, 7, 10), LocalDate.of(2027, 8, 22), BEHEERDER);
    assertThat(recessen.van(uo)).extracting(Reces::naam).containsExactly("Zomerreces");
    assertThatThrownBy(() -> recessen.voegToeVoorGebied(regio, "X", VANDAAG, VANDAAG, secretaris)).isInstanceOf(GeenToegang.class);
    geweigerd("gebied", "Kies een gemeente of een regio", () -> recessen.voegToeVoorGebied("JZ99", "X", VANDAAG, VANDAAG, BEHEERDER));
    geweigerd("tot", "voor de eerste", () -> recessen.voegToe(overleg, "X", VANDAAG, VANDAAG.minusDays(1), secretaris));
    geweigerd("tot", "langer dan 120 dagen", () -> recessen.voegToe(overleg, "X", VANDAAG, VANDAAG.plusDays(120), secretaris));
    geweigerd("naam", "Vul de naam in", () -> recessen.voegToe(overleg, "", VANDAAG, VANDAAG, secretaris));
  }

  @Test
  void de_beheerder_verbetert_schoolvakanties_en_verkiezingen() {
    Schoolvakantie extra =
        recessen.voegSchoolvakantieToe(Schoolvakantie.Landsdeel.ZUID, "Carnaval", LocalDate.of(2029, 2, 10), LocalDate.of(2029, 2, 18), BEHEERDER);
    recessen.wijzigSchoolvakantie(extra.id(), Schoolvakantie.Landsdeel.ZUID, "Voorjaarsvakantie", LocalDate.of(2029, 2, 10), LocalDate.of(2029, 2, 18), BEHEERDER);
    assertThat(laatsteInJournaal()).contains("Carnaval Zuid (10 februari 2029 tot en met 18 februari 2029) is nu Voorjaarsvakantie Zuid");
    recessen.verwijderSchoolvakantie(extra.id(), BEHEERDER);
    recessen.zetVerkiezing(LocalDate.of(2029, 6, 7), "Europees Parlement", BEHEERDER);
    assertThat(recessen.verkiezing(LocalDate.of(2029, 6, 7))).map(Verkiezing::naam).contains("Europees Parlement");
    recessen.verwijderVerkiezing(LocalDate.of(2029, 6, 7), BEHEERDER);
    assertThat(recessen.verkiezingen()).extracting(Verkiezing::dag).contains(LocalDate.of(2026, 3, 18), LocalDate.of(2030, 3, 20));
    assertThatThrownBy(() -> recessen.zetVerkiezing(VANDAAG, "X", secretaris)).isInstanceOf(GeenToegang.class);
  }

  @Test
  void een_termijn_van_een_orgaan_gaat_voor_die_van_zijn_soort() {
    Orgaan uo = proef.regios.orgaan(overleg).orElseThrow();
    assertThat(termijnen.van(uo).get(Termijnsoort.AANLEVEREN)).isEqualTo(new Termijnen.Geldend(Termijn.werkdagen(5), Termijnen.Herkomst.STANDAARD));
    Orgaan raad = proef.regios.bestuursorgaan(SOEST, Orgaansoort.RAAD).orElseThrow();
    assertThat(termijnen.van(raad).get(Termijnsoort.VERSPREIDEN).termijn()).isEqualTo(Termijn.werkdagen(10));
    assertThat(termijnen.vanSoort(Orgaansoort.RAADSCOMMISSIE).get(Termijnsoort.AANLEVEREN)).isEqualTo(Termijn.werkdagen(15));
    assertThat(termijnen.vanSoort(Orgaansoort.COLLEGE).get(Termijnsoort.AANLEVEREN)).isEqualTo(Termijn.werkdagen(5));

    Termijn eigen = new Termijn(8, Termijn.Eenheid.KALENDERDAGEN, LocalTime.NOON);
    termijnen.zet(overleg, Termijnsoort.AANLEVEREN, eigen, secretaris);
    assertThat(laatsteInJournaal()).contains("de termijn voor aanleveren is nu 8 kalenderdagen, tot 12:00 uur.");
    termijnen.zet(Orgaansoort.UITVOERINGSOVERLEG, Termijnsoort.AANLEVEREN, Termijn.werkdagen(6), BEHEERDER);
    termijnen.zet(Orgaansoort.UITVOERINGSOVERLEG, Termijnsoort.AANLEVEREN, Termijn.werkdagen(7), BEHEERDER);
    assertThat(termijnen.van(uo).get(Termijnsoort.AANLEVEREN)).isEqualTo(new Termijnen.Geldend(eigen, Termijnen.Herkomst.ORGAAN));
    termijnen.wis(overleg, Termijnsoort.AANLEVEREN, secretaris);
    assertThat(termijnen.van(uo).get(Termijnsoort.AANLEVEREN)).isEqualTo(new Termijnen.Geldend(Termijn.werkdagen(7), Termijnen.Herkomst.SOORT));
    termijnen.wis(Orgaansoort.UITVOERINGSOVERLEG, Termijnsoort.AANLEVEREN, BEHEERDER);
    assertThat(termijnen.van(uo).get(Termijnsoort.AANLEVEREN).herkomst()).isEqualTo(Termijnen.Herkomst.STANDAARD);

    Termijn middernacht = Termijnen.termijn(5, Termijn.Eenheid.WERKDAGEN, LocalTime.MIDNIGHT);
    geweigerd("tijdstip", "00:00 uur", () -> termijnen.zet(overleg, Termijnsoort.AANLEVEREN, middernacht, secretaris));
    geweigerd("tijdstip", "00:00 uur", () -> termijnen.zet(Orgaansoort.RAAD, Termijnsoort.AANLEVEREN, middernacht, BEHEERDER));
    geweigerd("aantal", "0 tot en met 999 dagen, geen 10000", () -> Termijnen.termijn(10_000, Termijn.Eenheid.WERKDAGEN, null));
    assertThatThrownBy(() -> termijnen.zet(Orgaansoort.RAAD, Termijnsoort.AANLEVEREN, eigen, secretaris)).isInstanceOf(GeenToegang.class);
    assertThatThrownBy(() -> termijnen.zet(overleg, Termijnsoort.AANLEVEREN, eigen, BEHEERDER)).isInstanceOf(GeenToegang.class);
  }

  @Test
  void een_reeks_slaat_reces_feestdagen_en_bestaande_vergaderingen_over() {
    recessen.voegToe(overleg, "Kerstreces", LocalDate.of(2026, 12, 19), LocalDate.of(2027, 1, 3), secretaris);
    vergadering(LocalDate.of(2027, 1, 12));
    var herhaling = new Herhaling(Herhaling.Soort.WEKEN, 2, DayOfWeek.TUESDAY, LocalDate.of(2026, 12, 1), LocalDate.of(2027, 2, 1));
    Vergaderschema.Reeks reeks = schema.voorbeeld(overleg, herhaling, AVOND, secretaris);
    assertThat(reeks.nieuw()).containsExactly(LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 15), LocalDate.of(2027, 1, 26));
    assertThat(reeks.dagen()).extracting(Vergaderschema.Reeksdag::overgeslagen)
        .containsExactly(Optional.empty(), Optional.empty(), Optional.of("Kerstreces"), Optional.of("er is dan al een vergadering"), Optional.empty());
    assertThat(schema.herhaal(overleg, herhaling, AVOND, "UO", null, reeks.basis(), secretaris)).hasSize(3);
    assertThat(laatsteInJournaal()).contains("reeks van 3 vergaderingen toegevoegd");
    geweigerd("", "intussen veranderd", () -> schema.herhaal(overleg, herhaling, AVOND, "UO", null, reeks.basis(), secretaris));
    String nu = schema.voorbeeld(overleg, herhaling, AVOND, secretaris).basis();
    geweigerd("", "geen enkele vergadering", () -> schema.herhaal(overleg, herhaling, AVOND, "UO", null, nu, secretaris));
  }

  @Test
  void reces_over_alles_laat_van_een_reeks_niets_over() {
    for (int maand = 0; maand < 6; maand++) {
      recessen.voegToe(overleg, "Alles", VANDAAG.plusMonths(maand), VANDAAG.plusMonths(maand + 1), secretaris);
    }
    var herhaling = new Herhaling(Herhaling.Soort.MAAND, 1, DayOfWeek.MONDAY, VANDAAG, VANDAAG.plusMonths(5));
    assertThat(schema.voorbeeld(overleg, herhaling, AVOND, secretaris).nieuw()).isEmpty();
  }

  // -- reading an agenda -----------------------------------------------------------------------

  private Agendainlezer.Voorbeeld lees(String... afspraken) {
    return inlezer.lees(overleg, "raad.ics", AgendabestandTest.agenda(afspraken).getBytes(StandardCharsets.UTF_8), secretaris);
  }

  private static String op(String uid, String moment) {
    return AgendabestandTest.afspraak(uid, "SUMMARY:Overleg " + uid, "DTSTART;TZID=Europe/Amsterdam:" + moment);
  }

  @Test
  void een_agenda_toont_eerst_wat_er_verandert_en_daarna_nog_eens_niets() {
    UUID metDeHand = vergadering(LocalDate.of(2027, 1, 26)).id();
    var eerst = lees(op("a", "20270112T193000"), op("b", "20270209T193000"), op("c", "20270126T193000"));
    assertThat(eerst.van(Soort.NIEUW)).hasSize(2);
    assertThat(eerst.van(Soort.GEKOPPELD)).extracting(w -> w.vergadering().orElseThrow()).containsExactly(metDeHand);
    assertThat(gepland()).as("er is nog niets gebeurd").hasSize(1);
    inlezer.voerDoor(eerst.id(), secretaris);
    assertThat(gepland()).hasSize(3);
    assertThat(laatsteInJournaal()).contains("agenda ingelezen uit raad.ics: 2 nieuw, 0 verplaatst, 0 vervallen.");

    Map<String, String> voor = proef.afdruk();
    var opnieuw = lees(op("a", "20270112T193000"), op("b", "20270209T193000"), op("c", "20270126T193000"));
    assertThat(opnieuw.verandertIets()).isFalse();
    inlezer.voerDoor(opnieuw.id(), secretaris);
    assertThat(proef.afdruk()).isEqualTo(voor);

    UUID a = schema.vanOrgaan(overleg, VANDAAG, VANDAAG.plusYears(1)).get(0).id();
    var anders = lees(op("a", "20270114T200000"), op("c", "20270126T193000"), op("d", "20270209T193000"));
    assertThat(anders.van(Soort.VERPLAATST)).extracting(w -> w.vergadering().orElseThrow()).containsExactly(a);
    assertThat(anders.van(Soort.GEKOPPELD)).as("dezelfde vergadering onder een ander kenmerk").hasSize(1);
    assertThat(anders.van(Soort.VERVALT)).isEmpty();
    inlezer.voerDoor(anders.id(), secretaris);
    assertThat(gepland()).extracting(Moment::toString)
        .containsExactly("donderdag 14 januari 2027, 20:00 uur", "dinsdag 26 januari 2027, 19:30 uur", "dinsdag 9 februari 2027, 19:30 uur");
    assertThat(schema.zoek(a).orElseThrow().dag()).isEqualTo(LocalDate.of(2027, 1, 14));
  }

  @Test
  void wie_alleen_de_tijd_wijzigt_verplaatst_ook_als_het_kenmerk_van_de_tijd_is_gemaakt() {
    inlezer.voerDoor(lees(op("a|1930", "20270112T193000"), op("b|1930", "20270209T193000")).id(), secretaris);
    List<UUID> voor = schema.vanOrgaan(overleg, VANDAAG, VANDAAG.plusYears(1)).stream().map(Vergaderdatum::id).toList();
    var anders = lees(op("a|2000", "20270112T200000"), op("b|2000", "20270209T200000"));
    assertThat(anders.van(Soort.VERPLAATST)).extracting(w -> w.vergadering().orElseThrow()).containsExactlyElementsOf(voor);
    inlezer.voerDoor(anders.id(), secretaris);
    assertThat(schema.vanOrgaan(overleg, VANDAAG, VANDAAG.plusYears(1))).extracting(Vergaderdatum::id).containsExactlyElementsOf(voor);
    assertThat(gepland()).extracting(Moment::toString)
        .containsExactly("dinsdag 12 januari 2027, 20:00 uur", "dinsdag 9 februari 2027, 20:00 uur");
    assertThat(lees(op("a|2000", "20270112T200000"), op("b|2000", "20270209T200000")).verandertIets()).isFalse();

    var tweeOpEenDag = lees(op("a|0900", "20270112T090000"), op("a|1400", "20270112T140000"), op("b|2000", "20270209T200000"));
    assertThat(tweeOpEenDag.van(Soort.VERVALT)).as("welke van de twee het is, weet niemand").hasSize(1);
    assertThat(tweeOpEenDag.van(Soort.NIEUW)).hasSize(2);
  }

  @Test
  void een_voorbeeld_waarvan_de_grond_veranderde_wordt_geweigerd() {
    var voorbeeld = lees(op("a", "20270112T193000"));
    vergadering(LocalDate.of(2027, 3, 9));
    geweigerd("", "intussen veranderd", () -> inlezer.voerDoor(voorbeeld.id(), secretaris));
    geweigerd("", "er niet meer", () -> inlezer.voerDoor(voorbeeld.id(), new Gebruiker("ander", "Ander", secretaris.toekenningen())));
    geweigerd("", "er niet meer", () -> inlezer.bekijk(UUID.randomUUID(), secretaris));
    var later = lees(op("a", "20270112T193000"));
    proef.zet(VANDAAG.plusDays(2));
    geweigerd("", "er niet meer", () -> inlezer.voerDoor(later.id(), secretaris));
  }

  @Test
  void wat_hier_verviel_blijft_vervallen_en_wat_botst_wordt_overgeslagen() {
    inlezer.voerDoor(lees(op("a", "20270112T193000")).id(), secretaris);
    schema.laatVervallen(schema.vanOrgaan(overleg, VANDAAG, VANDAAG.plusYears(1)).get(0).id(), "Niet nodig.", secretaris);
    schema.voegToe(overleg, LocalDate.of(2027, 2, 9), null, null, null, secretaris);
    var weer = lees(op("a", "20270112T193000"), op("b", "20270209T193000"));
    assertThat(weer.van(Soort.ONGEWIJZIGD).get(0).waarschuwingen()).containsExactly("Is hier vervallen en blijft vervallen.");
    assertThat(weer.van(Soort.BOTST)).hasSize(1);
    assertThat(weer.verandertIets()).isFalse();
  }

  @Test
  void twee_vergaderingen_die_van_plaats_wisselen_botsen_niet() {
    inlezer.voerDoor(lees(op("a", "20270112T193000"), op("b", "20270209T193000")).id(), secretaris);
    var wissel = lees(op("a", "20270209T193000"), op("b", "20270112T193000"));
    assertThat(wissel.van(Soort.VERPLAATST)).hasSize(2);
    inlezer.voerDoor(wissel.id(), secretaris);
    assertThat(gepland()).hasSize(2);
  }

  @Test
  void een_geweigerd_bestand_of_adres_verandert_niets_en_vraagt_niets_aan_wie_het_niet_mag() {
    geweigerd("bestand", "leeg", () -> inlezer.lees(overleg, "x", new byte[0], secretaris));
    geweigerd("adres", "intern netwerk", () -> inlezer.leesAdres(overleg, "http://127.0.0.1:1/", secretaris));
    assertThatThrownBy(() -> inlezer.leesAdres(overleg, "http://127.0.0.1:1/", BEHEERDER)).isInstanceOf(GeenToegang.class);
  }

  // -- feeds -----------------------------------------------------------------------------------

  private static List<VEvent> gelezen(String ics) throws Exception {
    Calendar agenda = new CalendarBuilder().build(new StringReader(ics));
    agenda.validate();
    return agenda.getComponents("VEVENT");
  }

  @Test
  void een_feed_houdt_zijn_kenmerken_en_telt_wijzigingen_gelezen_met_een_andere_bibliotheek() throws Exception {
    UUID id = schema.voegToe(overleg, LocalDate.of(2027, 3, 29), LocalTime.of(9, 0), "Thema, met; tekens", "Zaal 1", secretaris).vergadering().id();
    UUID heleDag = schema.voegToe(overleg, LocalDate.of(2027, 10, 31), null, null, null, secretaris).vergadering().id();
    String geheim = feeds.maakVoorOrgaan(overleg, secretaris);
    List<VEvent> eerst = gelezen(feeds.lees(geheim).orElseThrow());
    assertThat(eerst).hasSize(2);
    VEvent thema = eerst.get(0);
    assertThat(thema.getUid().orElseThrow().getValue()).isEqualTo(id + "@besluitroute");
    assertThat(thema.getSequence().getSequenceNo()).isZero();
    assertThat(thema.getSummary().getValue()).isEqualTo("Uitvoeringsoverleg: Thema, met; tekens");
    assertThat(thema.getLocation().getValue()).isEqualTo("Zaal 1");
    assertThat(thema.getDateTimeStart().getValue()).as("zomertijd").isEqualTo("20270329T070000Z");
    assertThat(eerst.get(1).getUid().orElseThrow().getValue()).isEqualTo(heleDag + "@besluitroute");
    assertThat(eerst.get(1).getDateTimeStart().getValue()).isEqualTo("20271031");

    schema.verplaats(id, LocalDate.of(2027, 3, 26), LocalTime.of(9, 0), "Eerder.", secretaris);
    schema.laatVervallen(heleDag, "Weekend.", secretaris);
    List<VEvent> daarna = gelezen(feeds.lees(geheim).orElseThrow());
    assertThat(daarna.get(0).getUid().orElseThrow().getValue()).isEqualTo(id + "@besluitroute");
    assertThat(daarna.get(0).getSequence().getSequenceNo()).isEqualTo(1);
    assertThat(daarna.get(0).getDateTimeStart().getValue()).as("wintertijd").isEqualTo("20270326T080000Z");
    assertThat(daarna.get(1).getStatus().getValue()).isEqualTo("CANCELLED");
  }

  @Test
  void wat_de_feed_schrijft_leest_de_inlezer_terug_als_dezelfde_momenten() {
    vergadering(LocalDate.of(2027, 3, 30));
    schema.voegToe(overleg, LocalDate.of(2027, 10, 31), null, null, null, secretaris);
    String ics = feeds.lees(feeds.maakVoorOrgaan(overleg, secretaris)).orElseThrow();
    assertThat(Agendabestand.lees(ics.getBytes(StandardCharsets.UTF_8), VANDAAG, VANDAAG.plusYears(2)).regels())
        .extracting(Agendabestand.Regel::moment)
        .isEqualTo(gepland());
  }

  @Test
  void een_adres_is_geheim_en_in_te_trekken() {
    String eerste = feeds.maakVoorOrgaan(overleg, secretaris);
    assertThat(eerste).hasSize(43);
    assertThat(proef.jdbc.queryForObject("select count(*) from agendafeed where hash = ?", Long.class, eerste)).isZero();
    String tweede = feeds.maakVoorOrgaan(overleg, secretaris);
    assertThat(feeds.lees(eerste)).as("het nieuwe vervangt het oude").isEmpty();
    assertThat(feeds.lees(tweede)).isPresent();
    assertThat(feeds.vanOrgaan(overleg)).isPresent();
    feeds.trekInVoorOrgaan(overleg, secretaris);
    assertThat(feeds.lees(tweede)).isEmpty();
    assertThat(feeds.vanOrgaan(overleg)).isEmpty();
    for (String onbekend : List.of("", "x", "A".repeat(43), "../" + "A".repeat(40))) {
      assertThat(feeds.lees(onbekend)).isEmpty();
    }
    assertThat(feeds.lees(feeds.maakVoorMij(secretaris))).as("een account dat niet bestaat").isEmpty();
    assertThatThrownBy(() -> feeds.maakVoorOrgaan(overleg, BEHEERDER)).isInstanceOf(GeenToegang.class);
  }
}
