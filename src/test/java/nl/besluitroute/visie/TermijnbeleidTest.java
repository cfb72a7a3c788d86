package nl.besluitroute.visie;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.besluitroute.kalender.Feestdagen;
import nl.besluitroute.kalender.GeschrevenDatum;
import nl.besluitroute.kalender.Termijn;
import nl.besluitroute.kalender.Termijn.Eenheid;
import nl.besluitroute.kalender.Werkdagen;
import nl.besluitroute.vergaderschema.Termijnen.Geldend;
import nl.besluitroute.vergaderschema.Termijnen.Herkomst;
import nl.besluitroute.vergaderschema.Termijnsoort;
import nl.besluitroute.visie.Termijnbeleid.Werk;
import nl.besluitroute.visie.Termijnbeleid.Werktermijn;
import org.junit.jupiter.api.Test;

/** When work is due, from a meeting by the terms of its body, else by those of the route. */
class TermijnbeleidTest {
  private static final Werkdagen WERKDAGEN = new Werkdagen(new Feestdagen(List.of()));
  private final Termijnbeleid.Blad beleid = new Termijnbeleid.Blad(Map.of(), WERKDAGEN);

  /** What holds for the body of {@link #stap}. */
  private static Termijnbeleid.Blad blad(Map<Termijnsoort, Geldend> vanOrgaan) {
    return new Termijnbeleid.Blad(Map.of("overleg-do", vanOrgaan), WERKDAGEN);
  }

  private static Geldend eigen(int aantal, Eenheid eenheid, LocalTime tot) {
    return new Geldend(new Termijn(aantal, eenheid, tot), Herkomst.ORGAAN);
  }

  private static Stap stapOp(String dag) {
    return stap(GeschrevenDatum.op(LocalDate.parse(dag)), 5, 2);
  }

  private static Stap stap(GeschrevenDatum datum, int aanleveren, int vastleggen) {
    Stap stap =
        new Stap(
            StapId.van("v", "do"),
            Stap.Soort.OVERLEG,
            new RouteModel.Blok(
                "do", "DO", Bloksoort.OVERLEG, Doel.ADVISEREN, Optional.empty(), Optional.empty(),
                "definitief", aanleveren, vastleggen, 0, Optional.empty(), Optional.empty(), true),
            "DO",
            1,
            "overleg-do");
    if (datum != null) {
      stap.plan(datum, null);
    }
    return stap;
  }

  private Werktermijn termijn(String dag, Werk werk) {
    return beleid.termijn(stapOp(dag), werk).orElseThrow();
  }

  @Test
  void aanleveren_telt_werkdagen_terug_en_slaat_weekend_en_feestdagen_over() {
    assertThat(termijn("2026-09-17", Werk.AANLEVEREN).uiterlijk()).isEqualTo("2026-09-10");
    // Koningsdag (Monday 27 April) and 5 May do not count.
    assertThat(termijn("2026-05-06", Werk.AANLEVEREN).uiterlijk()).isEqualTo("2026-04-28");
  }

  @Test
  void vastleggen_telt_werkdagen_vooruit_en_gereed_is_de_dag_zelf() {
    assertThat(termijn("2026-04-02", Werk.VASTLEGGEN).uiterlijk())
        .as("over Goede Vrijdag en Tweede Paasdag heen")
        .isEqualTo("2026-04-08");
    assertThat(termijn("2026-04-02", Werk.GEREED).uiterlijk()).isEqualTo("2026-04-02");
  }

  @Test
  void te_laat_begint_om_middernacht_in_amsterdam_ook_rond_de_zomertijd() {
    // Summer time begins on Sunday 29 March 2026 at 02.00 and ends on 25 October 2026 at 03.00.
    assertThat(termijn("2026-03-27", Werk.GEREED).verlooptOp())
        .isEqualTo(Instant.parse("2026-03-27T23:00:00Z"));
    assertThat(termijn("2026-03-29", Werk.GEREED).verlooptOp())
        .isEqualTo(Instant.parse("2026-03-29T22:00:00Z"));
    assertThat(termijn("2026-10-25", Werk.GEREED).verlooptOp())
        .isEqualTo(Instant.parse("2026-10-25T23:00:00Z"));
    assertThat(termijn("2026-03-30", Werk.GEREED).herinnerOp())
        .as("two working days before, still winter time")
        .isEqualTo(Instant.parse("2026-03-25T23:00:00Z"));
  }

  @Test
  void een_datum_als_maand_telt_tot_de_laatste_dag() {
    GeschrevenDatum datum = GeschrevenDatum.van("Sept/ Okt", "2021-09/2021-10");
    assertThat(beleid.termijn(stap(datum, 5, 2), Werk.VASTLEGGEN).orElseThrow().uiterlijk())
        .isEqualTo("2021-11-02");
  }

  @Test
  void zonder_datum_is_er_geen_termijn() {
    assertThat(beleid.termijn(stap(null, 5, 2), Werk.GEREED)).isEmpty();
  }

  @Test
  void wat_iemand_voor_het_orgaan_of_zijn_soort_zette_gaat_voor_de_route_en_de_route_voor_de_standaard() {
    Stap stap = stapOp("2026-09-17");
    for (Herkomst herkomst : Herkomst.values()) {
      Termijnbeleid.Blad blad =
          blad(
              Map.of(
                  Termijnsoort.AANLEVEREN, new Geldend(Termijn.werkdagen(8), herkomst),
                  Termijnsoort.VASTLEGGEN, new Geldend(Termijn.kalenderdagen(2), herkomst)));
      boolean standaard = herkomst == Herkomst.STANDAARD;
      assertThat(blad.aanleveren(stap)).as("%s", herkomst).isEqualTo(Termijn.werkdagen(standaard ? 5 : 8));
      assertThat(blad.termijn(stap, Werk.AANLEVEREN).orElseThrow().uiterlijk())
          .isEqualTo(standaard ? "2026-09-10" : "2026-09-07");
      assertThat(blad.termijn(stap, Werk.VASTLEGGEN).orElseThrow().uiterlijk())
          .as("a term in calendar days that runs forward ends on a working day")
          .isEqualTo("2026-09-21");
    }
  }

  @Test
  void kalenderdagen_tellen_terug_tot_op_een_zondag_en_worden_niet_verlengd() {
    Werktermijn t =
        blad(Map.of(Termijnsoort.AANLEVEREN, eigen(3, Eenheid.KALENDERDAGEN, null)))
            .termijn(stapOp("2026-09-16"), Werk.AANLEVEREN)
            .orElseThrow();
    assertThat(t.uiterlijk()).isEqualTo("2026-09-13");
    assertThat(t.verlooptOp()).isEqualTo(Instant.parse("2026-09-13T22:00:00Z"));
  }

  @Test
  void een_tijdstip_is_dat_van_amsterdam_voor_na_en_in_het_uur_dat_de_zomertijd_overslaat() {
    Map<Termijnsoort, Geldend> middag = Map.of(Termijnsoort.AANLEVEREN, eigen(1, Eenheid.KALENDERDAGEN, LocalTime.NOON));
    assertThat(verloopt(middag, "2026-03-29")).isEqualTo(Instant.parse("2026-03-28T11:00:00Z"));
    assertThat(verloopt(middag, "2026-03-30")).isEqualTo(Instant.parse("2026-03-29T10:00:00Z"));
    Map<Termijnsoort, Geldend> nacht = Map.of(Termijnsoort.AANLEVEREN, eigen(1, Eenheid.KALENDERDAGEN, LocalTime.of(2, 30)));
    assertThat(verloopt(nacht, "2026-03-30")).as("02:30 is 03:30").isEqualTo(Instant.parse("2026-03-29T01:30:00Z"));
    assertThat(verloopt(nacht, "2026-10-26")).as("the first 02:30").isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
    assertThat(blad(nacht).termijn(stapOp("2026-10-26"), Werk.AANLEVEREN).orElseThrow().uiterlijk()).isEqualTo("2026-10-25");
  }

  private static Instant verloopt(Map<Termijnsoort, Geldend> vanOrgaan, String dag) {
    return blad(vanOrgaan).termijn(stapOp(dag), Werk.AANLEVEREN).orElseThrow().verlooptOp();
  }

  @Test
  void de_herinnering_van_een_orgaan_geldt_voor_zijn_stukken_en_komt_nooit_na_het_einde() {
    Termijnbeleid.Blad blad =
        blad(
            Map.of(
                Termijnsoort.AANLEVEREN, eigen(5, Eenheid.WERKDAGEN, LocalTime.NOON),
                Termijnsoort.HERINNEREN, eigen(4, Eenheid.WERKDAGEN, LocalTime.of(9, 0))));
    Stap stap = stapOp("2026-09-17");
    assertThat(blad.termijn(stap, Werk.AANLEVEREN).orElseThrow().herinnerOp())
        .isEqualTo(Instant.parse("2026-09-04T07:00:00Z"));
    assertThat(blad.termijn(stap, Werk.VASTLEGGEN).orElseThrow().herinnerOp())
        .as("two working days before, as without a body")
        .isEqualTo(Instant.parse("2026-09-16T22:00:00Z"));
    Werktermijn krap =
        blad(
                Map.of(
                    Termijnsoort.AANLEVEREN, eigen(5, Eenheid.WERKDAGEN, LocalTime.NOON),
                    Termijnsoort.HERINNEREN, eigen(0, Eenheid.WERKDAGEN, LocalTime.of(17, 0))))
            .termijn(stap, Werk.AANLEVEREN)
            .orElseThrow();
    assertThat(krap.herinnerOp()).isEqualTo(krap.verlooptOp()).isEqualTo(Instant.parse("2026-09-10T10:00:00Z"));
  }
}
