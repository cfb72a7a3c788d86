package nl.besluitroute.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nl.besluitroute.kalender.Feestdagen;
import nl.besluitroute.kalender.GeschrevenDatum;
import nl.besluitroute.kalender.Termijn;
import nl.besluitroute.kalender.Werkdagen;
import nl.besluitroute.planning.Melding.Soort;
import org.junit.jupiter.api.Test;

/**
 * Gooi en Vechtstreek 2021: the days are those of the region's own planning and Behandeling. Terms
 * and the days of the colleges are not in those documents; the terms are the defaults, the colleges
 * meet on Tuesdays.
 */
class GooiEnVechtstreek2021PlanTest {
  private static final List<String> GEMEENTEN =
      List.of("Blaricum", "Gooise Meren", "Hilversum", "Huizen", "Laren", "Weesp", "Wijdemeren");

  private final Planner planner = new Planner(new Werkdagen(new Feestdagen()));

  @Test
  void in_juli_aanvaardt_de_planning_23_en_24_augustus_en_houdt_2_en_16_september() {
    Plan plan = planner.plan(opgave(dag(7, 1), false));

    assertThat(plan.regel("klankbord").gepland()).hasValue(dag(8, 23));
    assertThat(plan.regel("uo").gepland()).hasValue(dag(8, 24));
    // Delivered for the UO before the klankbordgroep met: another version.
    assertThat(plan.regel("uo").aanleveren()).hasValue(dag(8, 17));
    assertThat(plan.regel("do").gepland()).hasValue(dag(9, 2));
    assertThat(plan.regel("pfho").gepland()).hasValue(dag(9, 16));
    assertThat(plan.regel("college-Weesp").gepland()).hasValue(dag(9, 28));
    assertThat(plan.streefdatumGehaald()).hasValue(true);
    assertThat(plan.haalbaar()).isTrue();
  }

  @Test
  void de_planning_waarschuwt_voor_de_partners_en_voor_het_verschoven_gesprek_met_de_adviesraden() {
    Plan plan = planner.plan(opgave(dag(7, 1), false));

    assertThat(plan.meldingen()).extracting(Melding::zin).containsExactly(
        "Gesprek Adviesraden was op 3 maart 2021, 3 werkdagen later dan oorspronkelijk gepland (Februari).",
        "Definitieve versie (Uitvoeringsoverleg) staat vast op 24 augustus 2021, maar pas daarna komt"
            + " Concept bespreken met partners (30 augustus 2021), waarop het voortbouwt.");
  }

  @Test
  void op_1_september_zegt_zij_hetzelfde_over_wat_er_toen_was_gebeurd() {
    Plan plan = planner.plan(opgave(dag(9, 1), true));

    assertThat(plan.meldingen()).extracting(Melding::zin).containsExactly(
        "Gesprek Adviesraden was op 3 maart 2021, 3 werkdagen later dan oorspronkelijk gepland (Februari).",
        "Definitieve versie (Uitvoeringsoverleg) was op 24 augustus 2021, maar pas daarna komt Concept"
            + " bespreken met partners (30 augustus 2021), waarop het voortbouwt.");
    assertThat(plan.regel("do").gepland()).hasValue(dag(9, 2));
    assertThat(plan.regel("pfho").gepland()).hasValue(dag(9, 16));
    assertThat(plan.haalbaar()).isTrue();
  }

  /** The same days on one and the same version cannot be: the reason why the kind of edge is there. */
  @Test
  void op_dezelfde_versie_zou_24_augustus_niet_kunnen() {
    Planopgave opgave = opgave(dag(7, 1), false);
    Planopgave naElkaar =
        Anders.stappen(
            opgave,
            opgave.stappen().stream()
                .map(
                    s ->
                        s.id().equals("uo")
                            ? Planstap.van("uo", s.naam()).orgaan("Uitvoeringsoverleg")
                                .kalender("uo").na("klankbord").vast(dag(8, 24))
                                .aanlevertermijn(Termijn.werkdagen(5))
                            : s)
                .toList());
    assertThat(planner.plan(naElkaar).regel("uo").meldingen()).extracting(Melding::soort)
        .containsExactly(Soort.VASTE_DATUM_TE_VROEG);
  }

  private static Planopgave opgave(LocalDate vandaag, boolean augustusIsGeweest) {
    List<Planstap> stappen = new ArrayList<>();
    List<Vergaderkalender> kalenders = new ArrayList<>();
    stappen.add(
        Planstap.van("adviesraden", "Gesprek Adviesraden")
            .oorspronkelijk(GeschrevenDatum.van("Februari", "2021-02"))
            .werkelijk(dag(3, 3)));
    stappen.add(
        overleg("uo1", "Bespreking", "Uitvoeringsoverleg").kalender("uo").na("adviesraden").werkelijk(dag(4, 20)));
    stappen.add(
        overleg("do1", "Bespreking", "Directie-overleg").kalender("do").na("uo1").werkelijk(dag(5, 11)));
    stappen.add(
        overleg("pfho1", "Bespreking", "Portefeuillehoudersoverleg").kalender("pfho").na("do1").werkelijk(dag(5, 21)));
    stappen.add(Planstap.van("webinar", "Webinar Raden").na("pfho1").werkelijk(dag(5, 31)));
    Planstap partners = Planstap.van("partners", "Concept bespreken met partners").na("pfho1");
    Planstap klankbord =
        overleg("klankbord", "Ambtelijke klankbordgroep", "Ambtelijke klankbordgroep").kalender("klankbord").na("pfho1");
    Planstap uo =
        overleg("uo", "Definitieve versie", "Uitvoeringsoverleg").kalender("uo")
            .overlappendMet("klankbord").na("pfho1", "partners");
    stappen.add(augustusIsGeweest ? partners.werkelijk(dag(8, 30)) : partners.vast(dag(8, 30)));
    stappen.add(augustusIsGeweest ? klankbord.werkelijk(dag(8, 23)) : klankbord.vast(dag(8, 23)));
    stappen.add(augustusIsGeweest ? uo.werkelijk(dag(8, 24)) : uo.vast(dag(8, 24)));
    stappen.add(overleg("do", "Definitieve versie", "Directie-overleg").kalender("do").na("uo").vast(dag(9, 2)));
    if (augustusIsGeweest) {
      stappen.set(stappen.size() - 1, stappen.get(stappen.size() - 1).aangeleverd(dag(8, 26)));
    }
    stappen.add(
        overleg("pfho", "Definitieve versie", "Portefeuillehoudersoverleg").kalender("pfho").na("do").vast(dag(9, 16)));
    kalenders.add(kalender("klankbord", dag(8, 23)));
    kalenders.add(kalender("uo", dag(3, 23), dag(4, 20), dag(8, 24)));
    kalenders.add(kalender("do", dag(5, 11), dag(9, 2)));
    kalenders.add(kalender("pfho", dag(5, 21), dag(9, 16)));
    for (String gemeente : GEMEENTEN) {
      stappen.add(
          overleg("college-" + gemeente, "Collegebesluit", "College " + gemeente).gemeente(gemeente)
              .kalender("college-" + gemeente).na("pfho")
              .nietVoor(dag(9, 1)).nietNa(dag(10, 31))
              .oorspronkelijk(GeschrevenDatum.van("September, oktober", "2021-09/2021-10")));
      stappen.add(
          Planstap.van("brief-" + gemeente, "Raadsinformatiebrief").orgaan("Raad " + gemeente)
              .gemeente(gemeente).na("college-" + gemeente).werktijd(2).nietVoor(dag(11, 1)).nietNa(dag(11, 30)));
      kalenders.add(
          kalender(
              "college-" + gemeente,
              dag(9, 7).datesUntil(dag(11, 30), Period.ofWeeks(1)).toArray(LocalDate[]::new)));
    }
    return new Planopgave(stappen, kalenders, vandaag).begin(dag(1, 21)).streefdatum(dag(11, 30));
  }

  private static Planstap overleg(String id, String naam, String orgaan) {
    return Planstap.van(id, naam).orgaan(orgaan).aanlevertermijn(Termijn.werkdagen(5));
  }

  private static Vergaderkalender kalender(String id, LocalDate... dagen) {
    return Vergaderkalender.van(id, id, Arrays.stream(dagen).map(Vergaderdag::op).toList());
  }

  private static LocalDate dag(int maand, int dag) {
    return LocalDate.of(2021, maand, dag);
  }
}
