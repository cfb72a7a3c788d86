package nl.besluitroute.visie;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.besluitroute.kalender.Feestdagen;
import nl.besluitroute.kalender.GeschrevenDatum;
import nl.besluitroute.kalender.Werkdagen;
import nl.besluitroute.visie.Termijnbeleid.Termijn;
import nl.besluitroute.visie.Termijnbeleid.Termijnsoort;
import org.junit.jupiter.api.Test;

/** When work is due, from a meeting by terms in working days. */
class TermijnbeleidTest {
  private final Termijnbeleid beleid = new Termijnbeleid(new Werkdagen(new Feestdagen(List.of())));

  private static Stap stap(GeschrevenDatum datum, int aanleveren, int vastleggen) {
    Stap stap =
        new Stap(
            StapId.van("v", "do"),
            Stap.Soort.OVERLEG,
            new RouteModel.Blok(
                "do", "DO", Bloksoort.OVERLEG, Doel.ADVISEREN, Optional.empty(), Optional.empty(),
                "definitief", aanleveren, vastleggen, 0, Optional.empty(), true),
            "DO",
            1,
            null);
    if (datum != null) {
      stap.plan(datum, null);
    }
    return stap;
  }

  private Termijn termijn(String dag, Termijnsoort soort) {
    return beleid.termijn(stap(GeschrevenDatum.op(LocalDate.parse(dag)), 5, 2), soort).orElseThrow();
  }

  @Test
  void aanleveren_telt_werkdagen_terug_en_slaat_weekend_en_feestdagen_over() {
    assertThat(termijn("2026-09-17", Termijnsoort.AANLEVEREN).uiterlijk()).isEqualTo("2026-09-10");
    // Koningsdag (Monday 27 April) and 5 May do not count.
    assertThat(termijn("2026-05-06", Termijnsoort.AANLEVEREN).uiterlijk()).isEqualTo("2026-04-28");
  }

  @Test
  void vastleggen_telt_werkdagen_vooruit_en_gereed_is_de_dag_zelf() {
    assertThat(termijn("2026-04-02", Termijnsoort.VASTLEGGEN).uiterlijk())
        .as("over Goede Vrijdag en Tweede Paasdag heen")
        .isEqualTo("2026-04-08");
    assertThat(termijn("2026-04-02", Termijnsoort.GEREED).uiterlijk()).isEqualTo("2026-04-02");
  }

  @Test
  void te_laat_begint_om_middernacht_in_amsterdam_ook_rond_de_zomertijd() {
    // Summer time begins on Sunday 29 March 2026 at 02.00 and ends on 25 October 2026 at 03.00.
    assertThat(termijn("2026-03-27", Termijnsoort.GEREED).verlooptOp())
        .isEqualTo(Instant.parse("2026-03-27T23:00:00Z"));
    assertThat(termijn("2026-03-29", Termijnsoort.GEREED).verlooptOp())
        .isEqualTo(Instant.parse("2026-03-29T22:00:00Z"));
    assertThat(termijn("2026-10-25", Termijnsoort.GEREED).verlooptOp())
        .isEqualTo(Instant.parse("2026-10-25T23:00:00Z"));
    assertThat(termijn("2026-03-30", Termijnsoort.GEREED).herinnerOp())
        .as("two working days before, still winter time")
        .isEqualTo(Instant.parse("2026-03-25T23:00:00Z"));
  }

  @Test
  void een_datum_als_maand_telt_tot_de_laatste_dag() {
    GeschrevenDatum datum = GeschrevenDatum.van("Sept/ Okt", "2021-09/2021-10");
    assertThat(beleid.termijn(stap(datum, 5, 2), Termijnsoort.VASTLEGGEN).orElseThrow().uiterlijk())
        .isEqualTo("2021-11-02");
  }

  @Test
  void zonder_datum_is_er_geen_termijn() {
    assertThat(beleid.termijn(stap(null, 5, 2), Termijnsoort.GEREED)).isEmpty();
  }
}
