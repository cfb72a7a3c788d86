package nl.besluitroute.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import nl.besluitroute.kalender.Feestdagen;
import nl.besluitroute.kalender.GeschrevenDatum;
import nl.besluitroute.kalender.Termijn;
import nl.besluitroute.kalender.Werkdagen;
import nl.besluitroute.planning.Melding.Soort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class PlannerTest {
  /** A Monday; Goede Vrijdag and Tweede Paasdag of 2027 lie behind it. */
  private static final LocalDate VANDAAG = dag(4, 5);

  private final Werkdagen werkdagen = new Werkdagen(new Feestdagen());
  private final Planner planner = new Planner(werkdagen);

  private final Planstap tekst = Planstap.van("tekst", "Concept schrijven").werktijd(5);
  private final Planstap pfho =
      Planstap.van("pfho", "Behandeling").orgaan("PFHO").kalender("pfho").na("tekst")
          .aanlevertermijn(Termijn.werkdagen(5)).magSchriftelijk();
  private final Planstap parafering =
      Planstap.van("staf", "Staf met de wethouder").gemeente("GM0342").na("pfho").werktijd(3);
  private final Planstap college =
      Planstap.van("college", "Collegebesluit").orgaan("College Soest").gemeente("GM0342")
          .kalender("college").na("staf").aanlevertermijn(Termijn.werkdagen(5));
  private final Planstap raad =
      Planstap.van("raad", "Vaststelling").orgaan("Raad Soest").gemeente("GM0342")
          .kalender("raad").na("college").werktijd(1)
          .aanlevertermijn(Termijn.kalenderdagen(14));

  private final Vergaderkalender pfhos = kalender("pfho", "PFHO", dag(4, 15), dag(4, 22), dag(5, 20));
  private final Vergaderkalender colleges =
      kalender("college", "College Soest", dag(4, 20), dag(5, 4), dag(5, 11), dag(5, 18), dag(5, 25));
  private final Vergaderkalender raden =
      kalender("raad", "Raad Soest", dag(5, 20), dag(6, 3), dag(6, 24), dag(7, 8));

  private Planopgave opgave() {
    return new Planopgave(
        List.of(tekst, pfho, parafering, college, raad), List.of(pfhos, colleges, raden), VANDAAG);
  }

  @Test
  void elke_stap_krijgt_de_eerste_vergadering_die_werktijd_en_aanlevertermijn_toelaten() {
    Plan plan = planner.plan(opgave());

    // Five working days from Monday 5 April, then five before the meeting: 15 April is too early.
    assertThat(plan.regel("tekst").gepland()).hasValue(dag(4, 12));
    assertThat(plan.regel("pfho").gepland()).hasValue(dag(4, 22));
    assertThat(plan.regel("pfho").aanleveren()).hasValue(dag(4, 15));
    // Koningsdag counts for nothing.
    assertThat(plan.regel("staf").gepland()).hasValue(dag(4, 28));
    assertThat(plan.regel("college").gepland()).hasValue(dag(5, 11));
    assertThat(plan.regel("raad").gepland()).hasValue(dag(6, 3));
    assertThat(plan.regel("raad").aanleveren()).hasValue(dag(5, 20));
    assertThat(plan.einde()).hasValue(dag(6, 3));
    assertThat(plan.haalbaar()).isTrue();
    assertThat(plan.zin()).isEqualTo("Klaar op 3 juni 2027; bepalend: Raad Soest.");
  }

  @Test
  void vanaf_de_streefdatum_terug_staat_er_de_laatste_veilige_vergadering_en_wanneer_het_concept_klaar_moet_zijn() {
    Plan plan = planner.plan(opgave().streefdatum(dag(7, 1)));

    assertThat(plan.regel("raad").uiterlijk()).hasValue(dag(6, 24));
    assertThat(plan.regel("raad").spelingVergaderingen()).hasValue(1);
    assertThat(plan.regel("raad").spelingWerkdagen()).hasValue(15);
    assertThat(plan.regel("college").uiterlijk()).hasValue(dag(5, 25));
    assertThat(plan.regel("college").spelingVergaderingen()).hasValue(2);
    assertThat(plan.regel("staf").uiterlijk()).hasValue(dag(5, 18));
    assertThat(plan.regel("staf").spelingVergaderingen()).isEmpty();
    assertThat(plan.regel("pfho").uiterlijk()).hasValue(dag(4, 22));
    assertThat(plan.regel("pfho").spelingVergaderingen()).hasValue(0);
    assertThat(plan.uiterlijkGereed()).hasValue(dag(4, 15));
    assertThat(plan.streefdatumGehaald()).hasValue(true);
    assertThat(plan.zin()).endsWith("De streefdatum 1 juli 2027 wordt gehaald.");
  }

  @Test
  void gemeenten_lopen_naast_elkaar_en_de_laatste_raad_is_bepalend() {
    Planstap pfhoAlleen = pfho.werktijd(0);
    Planstap baarn =
        Planstap.van("baarn", "Vaststelling").orgaan("Raad Baarn").gemeente("GM0308").kalender("baarn").na("pfho");
    Planstap bunschoten =
        Planstap.van("bunschoten", "Vaststelling").orgaan("Raad Bunschoten").kalender("bunschoten").na("pfho");
    Planstap leusden =
        Planstap.van("leusden", "Vaststelling").orgaan("Raad Leusden").kalender("leusden").na("pfho");
    Function<Vergaderkalender, Plan> metBaarnOp =
        raadBaarn ->
            planner.plan(
                new Planopgave(
                    List.of(tekst, pfhoAlleen, baarn, bunschoten, leusden),
                    List.of(
                        pfhos,
                        raadBaarn,
                        kalender("bunschoten", "Raad Bunschoten", dag(6, 10)),
                        kalender("leusden", "Raad Leusden", dag(6, 10))),
                    VANDAAG));
    Plan plan = metBaarnOp.apply(kalender("baarn", "Raad Baarn", dag(5, 12), dag(6, 9)));

    assertThat(plan.bepalend()).extracting(Planregel::stap).containsExactly("bunschoten", "leusden");
    assertThat(plan.regel("baarn").spelingVergaderingen()).hasValue(1);
    assertThat(plan.zin()).isEqualTo("Klaar op 10 juni 2027; bepalend: Raad Bunschoten en Raad Leusden.");
    assertThat(metBaarnOp.apply(kalender("baarn", "Raad Baarn", dag(6, 10))).zin()).endsWith("bepalend: Raad Baarn, Raad Bunschoten en Raad Leusden.");
  }

  @Test
  void een_overlappende_behandeling_wordt_aangeleverd_voor_de_vorige_er_was_maar_niet_voor_haar_tekst_er_is() {
    Planstap klankbord =
        Planstap.van("klankbord", "Klankbordgroep").kalender("klankbord").na("tekst")
            .aanlevertermijn(Termijn.werkdagen(2));
    Planstap uo =
        Planstap.van("uo", "Uitvoeringsoverleg").kalender("uo").overlappendMet("klankbord")
            .aanlevertermijn(Termijn.werkdagen(5));
    Vergaderkalender maandag = kalender("klankbord", "Klankbordgroep", dag(4, 19));
    Vergaderkalender dinsdagen = kalender("uo", "Uitvoeringsoverleg", dag(4, 13), dag(4, 19), dag(4, 20));
    Plan plan =
        planner.plan(new Planopgave(List.of(tekst, klankbord, uo), List.of(maandag, dinsdagen), VANDAAG));

    assertThat(plan.regel("klankbord").gepland()).hasValue(dag(4, 19));
    assertThat(plan.regel("uo").gepland()).hasValue(dag(4, 20));
    assertThat(plan.regel("uo").aanleveren()).hasValue(dag(4, 13));
    // Ready on 14 April: too late to deliver for the 20th.
    Plan later =
        planner.plan(
            new Planopgave(
                List.of(tekst.werktijd(7), klankbord, uo), List.of(maandag, dinsdagen), VANDAAG));
    assertThat(later.regel("uo").gepland()).isEmpty();
    assertThat(later.meldingen()).extracting(Melding::soort).containsExactly(Soort.GEEN_VERGADERING);
  }

  @Test
  void wat_werkelijk_gebeurde_gaat_voor_wat_gepland_was() {
    Plan plan =
        planner.plan(
            new Planopgave(
                List.of(
                    tekst.werkelijk(dag(3, 30)),
                    pfho.vast(dag(4, 22)).werkelijk(dag(4, 1)),
                    parafering, college, raad),
                List.of(pfhos, colleges, raden),
                VANDAAG));

    assertThat(plan.regel("pfho").gepland()).hasValue(dag(4, 1));
    assertThat(plan.regel("pfho").uiterlijk()).isEmpty();
    assertThat(plan.regel("pfho").spelingVergaderingen()).isEmpty();
    assertThat(plan.regel("staf").gepland()).hasValue(dag(4, 6));
    assertThat(plan.regel("college").gepland()).hasValue(dag(4, 20));
    assertThat(plan.regel("raad").gepland()).hasValue(dag(5, 20));
  }

  @Test
  void een_geplande_datum_blijft_zolang_hij_kan_en_schuift_anders_op() {
    Plan kan = planner.plan(vervang(opgave(), raad.gepland(dag(6, 24))));
    assertThat(kan.regel("raad").gepland()).hasValue(dag(6, 24));
    assertThat(kan.regel("raad").vroegst()).hasValue(dag(6, 3));
    assertThat(kan.meldingen()).isEmpty();

    Plan kanNiet = planner.plan(vervang(opgave(), raad.gepland(dag(5, 20))));
    assertThat(kanNiet.regel("raad").gepland()).hasValue(dag(6, 3));
    assertThat(kanNiet.regel("raad").meldingen()).extracting(Melding::zin).containsExactly(
        "Vaststelling (Raad Soest) stond gepland op 20 mei 2027, maar kan op zijn vroegst op 26 mei"
            + " 2027; de planning rekent nu met 3 juni 2027.");
    assertThat(kanNiet.haalbaar()).isTrue();
  }

  @Test
  void een_vaste_datum_blijft_en_dat_hij_niet_kan_staat_erbij_met_wat_zou_helpen() {
    Plan plan = planner.plan(vervang(opgave(), pfho.vast(dag(4, 15))));

    assertThat(plan.regel("pfho").gepland()).hasValue(dag(4, 15));
    assertThat(plan.haalbaar()).isFalse();
    Melding melding = plan.regel("pfho").meldingen().get(0);
    assertThat(melding.soort()).isEqualTo(Soort.VASTE_DATUM_TE_VROEG);
    assertThat(melding.zin())
        .isEqualTo(
            "Behandeling (PFHO) staat vast op 15 april 2027. De stukken moeten uiterlijk op 8 april"
                + " 2027 zijn aangeleverd, maar zijn op zijn vroegst op 12 april 2027 gereed.");
    assertThat(melding.uitwegen()).extracting(Uitweg::zin).containsExactly(
        "Met 2 werkdagen minder werktijd haalt Concept schrijven 8 april 2027.",
        "Zend de stukken na op 12 april 2027, als de voorzitter daarmee instemt.",
        "Plan Behandeling (PFHO) op 22 april 2027.");
    assertThat(plan.zin()).isEqualTo("Deze planning is niet haalbaar. Met deze datums klaar op 3 juni 2027; bepalend: Raad Soest.");
    assertThat(planner.plan(vervang(opgave(), pfho.vast(dag(4, 15))).streefdatum(dag(7, 1))).zin())
        .startsWith("Deze planning is niet haalbaar. ").endsWith(" De streefdatum 1 juli 2027 wordt dan gehaald.");
    // What comes after it builds on the date that is kept.
    assertThat(plan.regel("staf").gepland()).hasValue(dag(4, 20));
  }

  @Test
  void aangeleverde_stukken_houden_een_vergadering_haalbaar_als_de_aanleverdatum_voorbij_is() {
    Planopgave zonder = vervang(opgave(), pfho.vast(dag(4, 8)));
    zonder = vervang(zonder, tekst.werkelijk(dag(3, 30)));
    assertThat(planner.plan(zonder).regel("pfho").meldingen().get(0).zin()).contains("en dat is voorbij");

    Planopgave met = vervang(zonder, pfho.vast(dag(4, 8)).aangeleverd(dag(3, 31)));
    assertThat(planner.plan(met).regel("pfho").meldingen())
        .extracting(Melding::soort)
        .containsExactly(Soort.GEEN_VERGADERDAG);
  }

  @Test
  void wat_vooraf_had_moeten_gaan_geeft_een_waarschuwing_en_breekt_de_planning_niet() {
    Plan plan =
        planner.plan(
            new Planopgave(
                List.of(
                    tekst.werkelijk(dag(4, 2)),
                    pfho.werkelijk(dag(4, 1)),
                    Planstap.van("info", "Informatieavond").na("pfho").vast(dag(4, 7)).werktijd(0)),
                List.of(pfhos),
                VANDAAG));

    assertThat(plan.haalbaar()).isTrue();
    assertThat(plan.meldingen()).extracting(Melding::zin).containsExactly(
        "Behandeling (PFHO) was op 1 april 2027, maar pas daarna komt Concept schrijven (2 april"
            + " 2027), waarop het voortbouwt.");
  }

  @Test
  void zonder_vergadering_staat_er_welke_ontbreekt_en_wat_zou_helpen() {
    Plan plan =
        planner.plan(
            new Planopgave(
                List.of(tekst, pfho, parafering, college, raad),
                List.of(kalender("pfho", "PFHO", dag(4, 15)), colleges, raden),
                VANDAAG));

    assertThat(plan.einde()).isEmpty();
    Melding melding = plan.regel("pfho").meldingen().get(0);
    assertThat(melding.zin())
        .isEqualTo(
            "Behandeling (PFHO): de kalender van PFHO heeft geen vergadering op of na 19 april 2027;"
                + " de laatste is op 15 april 2027.");
    assertThat(melding.uitwegen()).extracting(Uitweg::zin).containsExactly(
        "Een extra vergadering van PFHO op of na 19 april 2027.",
        "Een schriftelijke ronde van PFHO op of na 19 april 2027.",
        "Met 2 werkdagen minder werktijd haalt Concept schrijven 8 april 2027.");
    assertThat(plan.regel("staf").meldingen()).extracting(Melding::zin).containsExactly(
        "Staf met de wethouder heeft geen datum: Behandeling (PFHO), dat eerst komt, heeft geen datum.");
    assertThat(plan.zin()).isEqualTo("Deze planning heeft nog geen einde: niet elke stap heeft een datum.");
  }

  @Test
  void een_gemiste_streefdatum_noemt_de_extra_vergadering_waarmee_hij_wel_gehaald_wordt() {
    Plan plan = planner.plan(opgave().streefdatum(dag(6, 1)));

    assertThat(plan.zin())
        .isEqualTo("De streefdatum 1 juni 2027 wordt niet gehaald: klaar op 3 juni 2027; bepalend: Raad Soest.");
    assertThat(plan.streefdatumGehaald()).hasValue(false);
    assertThat(plan.regel("raad").spelingVergaderingen()).hasValue(-1);
    Melding melding = plan.regel("raad").meldingen().get(0);
    assertThat(melding.zin())
        .isEqualTo("Vaststelling (Raad Soest) kan op zijn vroegst op 3 juni 2027, na de streefdatum 1 juni 2027.");
    assertThat(melding.uitwegen()).extracting(Uitweg::zin).containsExactly(
        "Een extra vergadering van Raad Soest van 26 mei 2027 tot en met 1 juni 2027.",
        "Kies een streefdatum op of na 3 juni 2027.");
  }

  @Test
  void een_venster_waarin_niets_past_wordt_gemeld() {
    Plan teVroeg = planner.plan(vervang(opgave(), college.nietNa(dag(5, 6))));
    assertThat(teVroeg.regel("college").meldingen().get(0).zin())
        .isEqualTo("Collegebesluit (College Soest) mag niet na 6 mei 2027, en kan op zijn vroegst op 11 mei 2027.");
    assertThat(teVroeg.regel("college").meldingen().get(0).uitwegen()).extracting(Uitweg::zin).contains(
        "Sta behandeling toe tot en met 11 mei 2027.");

    Plan leeg = planner.plan(vervang(opgave(), college.nietVoor(dag(6, 2)).nietNa(dag(6, 1))));
    assertThat(leeg.regel("college").meldingen().get(0).zin()).contains("er is geen dag die aan beide voldoet");
  }

  @Test
  void een_vergadering_in_reces_kan_maar_wordt_gemeld() {
    Vergaderkalender inReces =
        Vergaderkalender.van(
            "pfho", "PFHO", List.of(new Vergaderdag(dag(4, 29), Optional.of("v-7"), true)));
    Plan plan = planner.plan(new Planopgave(List.of(tekst, pfho), List.of(inReces), VANDAAG));

    assertThat(plan.regel("pfho").gepland()).hasValue(dag(4, 29));
    assertThat(plan.regel("pfho").vergadering()).hasValue("v-7");
    assertThat(plan.haalbaar()).isTrue();
    assertThat(plan.meldingen()).extracting(Melding::zin).containsExactly(
        "De vergadering van PFHO op 29 april 2027 valt in het reces; dat is ongebruikelijk.");
  }

  @Test
  void de_uitloop_telt_vanaf_de_laatste_dag_die_was_geschreven() {
    Plan plan =
        planner.plan(
            vervang(opgave(), raad.oorspronkelijk(GeschrevenDatum.van("april/mei", "2027-04/2027-05"))));
    assertThat(plan.regel("raad").uitloop()).hasValue(3);
    assertThat(plan.regel("raad").meldingen()).extracting(Melding::zin).containsExactly(
        "Vaststelling (Raad Soest) is nu op 3 juni 2027, 3 werkdagen later dan oorspronkelijk gepland (april/mei).");

    Plan binnen =
        planner.plan(
            vervang(opgave(), raad.oorspronkelijk(GeschrevenDatum.van("juni", "2027-06"))));
    assertThat(binnen.regel("raad").uitloop()).hasValue(0);
    Plan eerder =
        planner.plan(vervang(opgave(), raad.oorspronkelijk(GeschrevenDatum.op(dag(6, 10)))));
    assertThat(eerder.regel("raad").uitloop()).hasValue(-5);
  }

  // -- bad input ------------------------------------------------------------------------------------

  @Test
  void een_lege_opgave_geeft_een_zin() {
    Plan plan = planner.plan(new Planopgave(List.of(), List.of(), VANDAAG).streefdatum(dag(6, 1)));
    assertThat(plan.zin()).isEqualTo("De planning heeft geen stappen.");
    assertThat(plan.meldingen()).extracting(Melding::soort).containsExactly(Soort.LEEG);
    assertThat(plan.einde()).isEmpty();
  }

  @Test
  void een_streefdatum_voor_vandaag_geeft_een_zin_en_de_eerste_die_wel_kan() {
    Plan plan = planner.plan(opgave().streefdatum(dag(4, 1)));
    assertThat(plan.haalbaar()).isFalse();
    assertThat(plan.meldingen().get(0).zin())
        .isEqualTo("De streefdatum 1 april 2027 is voorbij, en nog niet elke stap is gedaan.");
    assertThat(plan.meldingen().get(0).uitwegen()).extracting(Uitweg::zin)
        .containsExactly("Kies een streefdatum op of na 3 juni 2027.");
  }

  @Test
  void kalenders_zonder_vergaderingen_geven_een_zin() {
    Plan plan =
        planner.plan(
            new Planopgave(
                List.of(tekst, pfho), List.of(Vergaderkalender.van("pfho", "PFHO", List.of())), VANDAAG));
    assertThat(plan.regel("pfho").meldingen().get(0).zin())
        .isEqualTo(
            "Behandeling (PFHO): de kalender van PFHO heeft geen vergaderingen; nodig is er een op of"
                + " na 19 april 2027.");
  }

  @Test
  void twee_vergaderingen_op_een_dag_tellen_als_een_en_dat_wordt_gemeld() {
    Plan plan =
        planner.plan(
            new Planopgave(
                List.of(tekst, pfho),
                List.of(kalender("pfho", "PFHO", dag(5, 20), dag(4, 22), dag(4, 22))),
                VANDAAG).streefdatum(dag(5, 30)));
    assertThat(plan.regel("pfho").spelingVergaderingen()).hasValue(1);
    assertThat(plan.meldingen()).extracting(Melding::zin).containsExactly(
        "De kalender van PFHO heeft meer dan een vergadering op 22 april 2027; de planning rekent met een.");
  }

  @Test
  void een_termijn_van_nul_dagen_mag_en_laat_alles_op_een_dag_toe() {
    Planstap een = Planstap.van("a", "Overleg").kalender("k");
    Planstap twee = Planstap.van("b", "Besluit").kalender("k").na("a");
    Plan plan =
        planner.plan(new Planopgave(List.of(een, twee), List.of(kalender("k", "K", VANDAAG)), VANDAAG));
    assertThat(plan.regel("b").gepland()).hasValue(VANDAAG);
    assertThat(plan.regel("b").spelingWerkdagen()).hasValue(0);
  }

  @Test
  void een_termijn_van_tienduizend_dagen_geeft_een_zin_en_een_langere_wordt_geweigerd() {
    Plan plan = planner.plan(vervang(opgave(), college.aanlevertermijn(Termijn.werkdagen(Termijn.MAXIMUM))));
    assertThat(plan.regel("college").meldingen().get(0).zin())
        .startsWith("Collegebesluit (College Soest): de kalender van College Soest heeft geen vergadering op of na ");

    Planopgave lang = vervang(opgave(), parafering.werktijd(10_000));
    for (Planstap s : List.of(college, raad)) {
      lang = vervang(lang, Planstap.van(s.id(), s.naam()).na(s.voorgangers().get(0).stap()).werktijd(10_000));
    }
    lang = vervang(lang, Planstap.van("pfho", "Overleg").na("tekst").werktijd(10_000));
    Plan heelLang = planner.plan(lang.streefdatum(dag(6, 1)));
    assertThat(heelLang.meldingen()).extracting(Melding::zin).anySatisfy(
        z -> assertThat(z).contains("is met deze termijnen niet voor 31 december 2150 gereed"));

    assertThatThrownBy(() -> raad.werktijd(-1)).isInstanceOf(PlanopgaveGeweigerd.class);
  }

  @Test
  void feestdagen_op_elke_dag_geven_een_zin() {
    List<LocalDate> alleDagen = LocalDate.of(2000, 1, 1).datesUntil(LocalDate.of(2151, 1, 1)).toList();
    Planner altijdVrij = new Planner(new Werkdagen(new Feestdagen(alleDagen)));
    Plan plan = altijdVrij.plan(opgave().streefdatum(dag(7, 1)));
    assertThat(plan.haalbaar()).isFalse();
    assertThat(plan.regel("tekst").meldingen()).extracting(Melding::zin).containsExactly(
        "Concept schrijven is met deze termijnen niet voor 31 december 2150 gereed.");
  }

  @Test
  void reces_over_alles_waarschuwt_bij_elke_vergadering_en_plant_toch() {
    List<Vergaderkalender> inReces =
        List.of(pfhos, colleges, raden).stream()
            .map(k -> Vergaderkalender.van(k.id(), k.orgaan(), k.vergaderingen().stream()
                .map(v -> new Vergaderdag(v.dag(), v.id(), true)).toList()))
            .toList();
    Plan plan = planner.plan(Anders.kalenders(opgave(), inReces));
    assertThat(plan.einde()).hasValue(dag(6, 3));
    assertThat(plan.meldingen()).extracting(Melding::soort).containsOnly(Soort.IN_RECES).hasSize(3);
  }

  @Test
  void wat_geen_planning_is_wordt_geweigerd_met_een_zin() {
    assertThatThrownBy(() -> planner.plan(vervang(opgave(), tekst.na("raad"))))
        .isInstanceOf(PlanopgaveGeweigerd.class)
        .hasMessage(
            "Deze stappen wachten op elkaar of op stappen die dat doen: Concept schrijven, Behandeling"
                + " (PFHO), Staf met de wethouder, Collegebesluit (College Soest), Vaststelling (Raad Soest).");
    assertThatThrownBy(() -> planner.plan(vervang(opgave(), tekst.na("tekst"))))
        .isInstanceOf(PlanopgaveGeweigerd.class);
    assertThatThrownBy(() -> planner.plan(vervang(opgave(), tekst.na("nergens"))))
        .hasMessage("Concept schrijven bouwt voort op stap nergens, die er niet is.");
    assertThatThrownBy(() -> planner.plan(vervang(opgave(), tekst.kalender("nergens"))))
        .hasMessage("Concept schrijven hoort bij kalender nergens, die er niet is.");
    assertThatThrownBy(() -> planner.plan(new Planopgave(List.of(tekst, tekst), List.of(), VANDAAG)))
        .hasMessage("De stap tekst staat twee keer in de planning.");
    assertThatThrownBy(() -> planner.plan(opgave().streefdatum(LocalDate.of(9999, 12, 31))))
        .hasMessage("De streefdatum van de planning (31 december 9999) ligt niet in de jaren 2000 tot en met 2100.");
    assertThatThrownBy(() -> kalender("k", "PFHO", LocalDate.of(27, 4, 1)))
        .isInstanceOf(PlanopgaveGeweigerd.class);
    assertThatThrownBy(() -> planner.plan(opgave()).regel("nergens"))
        .isInstanceOf(PlanopgaveGeweigerd.class);
  }

  @Test
  void de_volgorde_van_de_stappen_in_de_opgave_doet_niet_ter_zake() {
    Plan plan = planner.plan(opgave().streefdatum(dag(7, 1)));
    List<Planstap> andersom = new ArrayList<>(opgave().stappen());
    Collections.reverse(andersom);
    Plan omgekeerd = planner.plan(Anders.stappen(opgave(), andersom).streefdatum(dag(7, 1)));
    assertThat(omgekeerd.regels()).containsExactlyInAnyOrderElementsOf(plan.regels());
  }

  @Test
  void de_tabel_telt_werkdagen_zoals_de_kalender() {
    Werkdagtabel tabel = new Werkdagtabel(werkdagen);
    Random toeval = new Random(11);
    for (int i = 0; i < 20_000; i++) {
      LocalDate d = LocalDate.of(2000, 1, 1).plusDays(toeval.nextInt(30_000));
      int n = toeval.nextInt(80);
      int nr = Dagen.van(d);
      assertThat(tabel.plus(nr, n)).isEqualTo(Dagen.van(werkdagen.plus(d, n)));
      assertThat(tabel.min(nr, n)).isEqualTo(Dagen.van(werkdagen.min(d, n)));
      assertThat(tabel.opOfNa(nr)).isEqualTo(Dagen.van(werkdagen.opOfNa(d)));
      assertThat(tabel.opOfVoor(nr)).isEqualTo(Dagen.van(werkdagen.opOfVoor(d)));
      LocalDate ander = d.plusDays(toeval.nextInt(100) - 50);
      assertThat(tabel.tussen(nr, Dagen.van(ander))).isEqualTo(werkdagen.tussen(d, ander));
      int eerste = tabel.eersteMetErvoor(nr, n);
      assertThat(tabel.min(eerste, n)).isGreaterThanOrEqualTo(nr);
      assertThat(tabel.min(eerste - 1, n)).isLessThan(nr);
      int laatste = tabel.laatsteMetErna(nr, n);
      assertThat(tabel.plus(laatste, n)).isLessThanOrEqualTo(nr);
      assertThat(tabel.plus(laatste + 1, n)).isGreaterThan(nr);
    }
  }

  private static Planopgave vervang(Planopgave opgave, Planstap stap) {
    return Anders.stap(opgave, stap.id(), s -> stap);
  }

  private static Vergaderkalender kalender(String id, String orgaan, LocalDate... dagen) {
    return Vergaderkalender.van(id, orgaan, Arrays.stream(dagen).map(Vergaderdag::op).toList());
  }

  private static LocalDate dag(int maand, int dag) {
    return LocalDate.of(2027, maand, dag);
  }
}
