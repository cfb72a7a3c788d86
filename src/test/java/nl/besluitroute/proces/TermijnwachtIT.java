package nl.besluitroute.proces;

import static nl.besluitroute.ondersteuning.Proefomgeving.AMERSFOORT;
import static nl.besluitroute.ondersteuning.Proefomgeving.SOEST;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import nl.besluitroute.agenda.AgendaTaak;
import nl.besluitroute.agenda.AgendaTaak.Wacht;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.ondersteuning.Databaseproef;
import nl.besluitroute.ondersteuning.Proefvisie;
import nl.besluitroute.visie.Vaststellingsregel;
import org.junit.jupiter.api.Test;

/** The deadline watch: it reminds, marks late, and starts anew when a date moves. */
class TermijnwachtIT extends Databaseproef {
  // The concept is ready on Thursday 19 March 2026; the reminder comes two working days earlier.
  private static final LocalDate GEREED = LocalDate.of(2026, 3, 19);

  private Wacht wacht(Proefvisie v) {
    return v.taak("versieVastleggen").wacht();
  }

  @Test
  void herinnert_voor_de_laatste_dag_en_is_te_laat_op_de_dag_erna() {
    Proefvisie v = proef.raden(SOEST);
    AgendaTaak taak = v.taak("versieVastleggen");
    assertThat(taak.uiterlijk()).contains(GEREED);
    assertThat(wacht(v)).isEqualTo(Wacht.LOOPT);
    v.tot(LocalDate.of(2026, 3, 16));
    assertThat(wacht(v)).isEqualTo(Wacht.LOOPT);
    v.tot(LocalDate.of(2026, 3, 17));
    assertThat(wacht(v)).isEqualTo(Wacht.HERINNERD);
    v.tot(GEREED);
    assertThat(wacht(v)).isEqualTo(Wacht.HERINNERD);
    assertThat(v.journaal("termijn_verlopen")).isEmpty();
    v.tot(GEREED.plusDays(1));
    assertThat(wacht(v)).isEqualTo(Wacht.TE_LAAT);
    assertThat(v.journaal("termijn_verlopen"))
        .hasSize(1)
        .allSatisfy(
            g -> {
              assertThat(g.wie()).isEqualTo("systeem");
              assertThat(g.tijdstip()).isEqualTo(GEREED.plusDays(1).atStartOfDay(Klok.ZONE).toInstant());
            });
    v.tot(GEREED.plusDays(30));
    assertThat(v.journaal("termijn_verlopen")).hasSize(1);
    v.versie("0.9");
    assertThat(proef.agenda.vind(taak.taak())).isEmpty();
  }

  @Test
  void een_verzette_datum_stelt_de_wacht_opnieuw_in_voor_en_nadat_hij_afging() {
    Proefvisie v = proef.raden(SOEST);
    v.wijzigDatum("tekst_concept", LocalDate.of(2026, 4, 2));
    assertThat(v.dueInEngine(v.taak("versieVastleggen"))).isEqualTo(v.taak("versieVastleggen").verlooptOp());
    v.tot(LocalDate.of(2026, 3, 25));
    assertThat(wacht(v)).as("voor de herinnering verzet").isEqualTo(Wacht.LOOPT);
    v.tot(LocalDate.of(2026, 4, 1));
    assertThat(wacht(v)).isEqualTo(Wacht.HERINNERD);
    v.wijzigDatum("tekst_concept", LocalDate.of(2026, 4, 16));
    assertThat(wacht(v)).as("na de herinnering verzet").isEqualTo(Wacht.LOOPT);
    v.tot(LocalDate.of(2026, 4, 17));
    assertThat(wacht(v)).isEqualTo(Wacht.TE_LAAT);
    v.wijzigDatum("tekst_concept", LocalDate.of(2026, 4, 30));
    assertThat(wacht(v)).as("na het verlopen verzet").isEqualTo(Wacht.LOOPT);
    v.tot(LocalDate.of(2026, 4, 29));
    assertThat(wacht(v)).isEqualTo(Wacht.HERINNERD);
    v.tot(LocalDate.of(2026, 5, 1));
    assertThat(wacht(v)).isEqualTo(Wacht.TE_LAAT);
    assertThat(v.journaal("termijn_verlopen")).hasSize(2);
    assertThat(v.journaal("datum_gewijzigd")).hasSize(3).allSatisfy(g -> assertThat(g.reden()).isNotBlank());
    assertThat(v.stap("tekst_concept").oorspronkelijk().orElseThrow().tekst()).isEqualTo("19-03-26");
  }

  @Test
  void een_datum_in_het_verleden_is_meteen_te_laat_en_binnen_de_herinnering_meteen_herinnerd() {
    Proefvisie v = proef.raden(SOEST);
    v.wijzigDatum("tekst_concept", LocalDate.of(2026, 3, 3));
    assertThat(wacht(v)).isEqualTo(Wacht.HERINNERD);
    v.wijzigDatum("tekst_concept", LocalDate.of(2026, 2, 27));
    assertThat(wacht(v)).isEqualTo(Wacht.TE_LAAT);
    assertThat(v.journaal("termijn_verlopen")).hasSize(1);
  }

  @Test
  void zonder_datum_vervalt_niets_tot_er_een_datum_is() {
    proef.zet(nl.besluitroute.ondersteuning.Proefomgeving.BEGIN);
    Proefvisie v =
        Proefvisie.begin(proef, "route_raden", List.of(SOEST), Vaststellingsregel.ALLE_RADEN, null);
    assertThat(wacht(v)).isEqualTo(Wacht.ZONDER_TERMIJN);
    assertThat(v.dueInEngine(v.taak("versieVastleggen"))).isEmpty();
    v.tot(LocalDate.of(2026, 6, 1));
    assertThat(wacht(v)).isEqualTo(Wacht.ZONDER_TERMIJN);
    v.wijzigDatum("tekst_concept", LocalDate.of(2026, 6, 18)).tot(LocalDate.of(2026, 6, 19));
    assertThat(wacht(v)).isEqualTo(Wacht.TE_LAAT);
  }

  @Test
  void lopende_gemeenten_zonder_eigen_datum_volgen_de_datum_van_het_blok() {
    Proefvisie v = proef.raden(AMERSFOORT, SOEST).radenTotLokaal();
    LocalDate nieuw = LocalDate.of(2026, 10, 15);
    v.wijzigDatum("lokaal", nieuw);
    assertThat(v.taak("collegebesluitVastleggen", SOEST).uiterlijk()).contains(LocalDate.of(2026, 10, 22));
    v.tot(LocalDate.of(2026, 10, 22));
    assertThat(v.open()).allSatisfy(t -> assertThat(t.wacht()).isEqualTo(Wacht.HERINNERD));
    v.tot(LocalDate.of(2026, 10, 23));
    assertThat(v.open()).hasSize(2).allSatisfy(t -> assertThat(t.wacht()).isEqualTo(Wacht.TE_LAAT));
  }
}
