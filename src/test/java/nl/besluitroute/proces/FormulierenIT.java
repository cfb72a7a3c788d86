package nl.besluitroute.proces;

import static nl.besluitroute.ondersteuning.Proefomgeving.AMERSFOORT;
import static nl.besluitroute.ondersteuning.Proefomgeving.SOEST;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import nl.besluitroute.agenda.AgendaTaak;
import nl.besluitroute.kalender.GeschrevenDatum;
import nl.besluitroute.ondersteuning.Databaseproef;
import nl.besluitroute.ondersteuning.Proefvisie;
import nl.besluitroute.visie.Stap;
import nl.besluitroute.visie.StapId;
import org.junit.jupiter.api.Test;

/** What a task's form has filled in beforehand. */
class FormulierenIT extends Databaseproef {

  @Test
  void een_conclusie_begint_met_de_dag_van_de_vergadering_zodra_die_er_is() {
    Proefvisie v = proef.raden(AMERSFOORT, SOEST);
    v.versie("0.9").participatie("participatie_partners").verzend("klankbord_concept", "0.9");
    AgendaTaak taak = v.taak("conclusieVastleggen", "klankbord_concept");
    LocalDate dag = v.stap("klankbord_concept").gepland().flatMap(GeschrevenDatum::precies).orElseThrow();
    assertThat(dag).isAfter(proef.klok.vandaag());
    assertThat(datum(taak)).as("nog niet vergaderd").isNull();
    v.tot(dag);
    assertThat(datum(taak)).isEqualTo(dag.toString());
    v.tot(dag.plusDays(1));
    assertThat(datum(taak)).isEqualTo(dag.toString());
    zet(v, StapId.van(v.id(), "klankbord_concept"), "juni 2027");
    assertThat(datum(taak)).as("geen dag gepland").isEqualTo(dag.plusDays(1).toString());
  }

  @Test
  void een_besluit_begint_met_de_dag_van_zijn_eigen_vergadering() {
    Proefvisie v = proef.raden(AMERSFOORT, SOEST).radenTotLokaal();
    LocalDate vandaag = proef.klok.vandaag();
    zet(v, StapId.van(v.id(), "lokaal", SOEST, Stap.Soort.COLLEGE, 1), "20 april 2027");
    assertThat(vandaag).isBefore(LocalDate.of(2027, 4, 20));
    assertThat(datum(v.taak("collegebesluitVastleggen", SOEST))).isNull();
    zet(v, StapId.van(v.id(), "lokaal", SOEST, Stap.Soort.COLLEGE, 1), vandaag.toString());
    assertThat(datum(v.taak("collegebesluitVastleggen", SOEST))).isEqualTo(vandaag.toString());
    v.college(SOEST, "conform", "1.0");
    zet(v, StapId.van(v.id(), "lokaal", SOEST, Stap.Soort.RAAD, 1), "22 april 2027");
    assertThat(datum(v.taak("raadsbesluitVastleggen", SOEST))).isNull();
  }

  private Object datum(AgendaTaak taak) {
    return proef.taken.formulier(taak.taak(), proef.secretaris()).gegevens().get("datum");
  }

  private void zet(Proefvisie v, StapId stap, String datum) {
    proef.stappen.wijzigDatum(
        stap, GeschrevenDatum.leesVanaf(datum, proef.klok.vandaag()).datum().orElseThrow(), "Zo.", proef.secretaris());
    v.werkAf();
  }
}
