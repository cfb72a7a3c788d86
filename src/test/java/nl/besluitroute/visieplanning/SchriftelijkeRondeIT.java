package nl.besluitroute.visieplanning;

import static nl.besluitroute.ondersteuning.Proefomgeving.BAARN;
import static nl.besluitroute.ondersteuning.Proefomgeving.REGIO;
import static nl.besluitroute.ondersteuning.Proefomgeving.SOEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.besluitroute.agenda.AgendaTaak.Wacht;
import nl.besluitroute.kalender.GeschrevenDatum;
import nl.besluitroute.kalender.Werkdagen;
import nl.besluitroute.ondersteuning.Databaseproef;
import nl.besluitroute.ondersteuning.Proefvisie;
import nl.besluitroute.planning.Melding;
import nl.besluitroute.toegang.GeenToegang;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.Rol;
import nl.besluitroute.toegang.Toekenning;
import nl.besluitroute.vergaderschema.Vergaderschema;
import nl.besluitroute.visie.Stap;
import nl.besluitroute.visie.StapId;
import nl.besluitroute.visie.VisieFout;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An overleg treats a step in writing; a raad and a college cannot. */
class SchriftelijkeRondeIT extends Databaseproef {
  private static final LocalDate REACTIES = LocalDate.of(2026, 4, 22);

  @Autowired private Visieplanning planning;
  @Autowired private Vergaderschema schema;

  private Proefvisie schriftelijk() {
    Proefvisie v = proef.raden(SOEST).versie("0.9").participatie("participatie_partners");
    zet(v, REACTIES, "Te weinig punten voor een vergadering.", proef.secretaris());
    return v.werkAf();
  }

  private void zet(Proefvisie v, LocalDate dag, String reden, Gebruiker wie) {
    proef.stappen.zetSchriftelijk(StapId.van(v.id(), "klankbord_concept"), dag, reden, wie);
  }

  @Test
  void taken_en_wachten_volgen_de_dag_waarop_de_reacties_binnen_moeten_zijn() {
    Proefvisie v = schriftelijk();
    assertThat(v.stap("klankbord_concept").schriftelijk()).isTrue();
    assertThat(v.stap("klankbord_concept").gepland()).contains(GeschrevenDatum.op(REACTIES));
    assertThat(v.dueInEngine(v.taak("stukkenVerzenden", "klankbord_concept")))
        .contains(Werkdagen.eindeVan(LocalDate.of(2026, 4, 15)));
    v.verzend("klankbord_concept", "0.9");
    assertThat(v.taak("conclusieVastleggen", "klankbord_concept").uiterlijk()).contains(LocalDate.of(2026, 4, 24));
    v.tot(LocalDate.of(2026, 4, 25));
    assertThat(v.taak("conclusieVastleggen", "klankbord_concept").wacht()).isEqualTo(Wacht.TE_LAAT);
    v.concludeer("klankbord_concept", "0.9", "positief");
    assertThat(v.behandelingen("klankbord_concept")).singleElement().satisfies(b -> assertThat(b.schriftelijk()).isTrue());
    assertThat(v.journaal("schriftelijke_ronde"))
        .singleElement()
        .satisfies(
            g -> {
              assertThat(g.tekst()).contains("reacties tot en met 22-04-26 (was 16-04-26)");
              assertThat(g.reden()).isEqualTo("Te weinig punten voor een vergadering.");
            });
  }

  @Test
  void het_plan_houdt_de_dag_ook_als_er_dan_geen_vergadering_is() {
    Proefvisie v = schriftelijk();
    var id = schema.voegToe("proef-klankbordgroep", LocalDate.of(2026, 5, 20), null, null, null, proef.secretaris()).vergadering().id();
    try {
      var regel = planning.plan(v.id(), proef.secretaris()).plan().regel("klankbord_concept");
      assertThat(regel.gepland()).contains(REACTIES);
      assertThat(regel.meldingen()).extracting(Melding::soort).doesNotContain(Melding.Soort.GEEN_VERGADERDAG);
    } finally {
      schema.laatVervallen(id, "Proef voorbij.", proef.secretaris());
    }
  }

  @Test
  void een_andere_datum_maakt_er_weer_een_vergadering_van() {
    Proefvisie v = schriftelijk().wijzigDatum("klankbord_concept", LocalDate.of(2026, 4, 30));
    assertThat(v.stap("klankbord_concept").schriftelijk()).isFalse();
    v.verzend("klankbord_concept", "0.9").tot(LocalDate.of(2026, 4, 30)).concludeer("klankbord_concept", "0.9", "positief");
    assertThat(v.behandelingen("klankbord_concept").get(0).schriftelijk()).isFalse();
  }

  @Test
  void een_raad_en_een_college_besluiten_in_een_vergadering() {
    Proefvisie v = proef.raden(BAARN, SOEST);
    Map<String, String> voor = proef.afdruk();
    for (Stap.Soort soort : List.of(Stap.Soort.RAAD, Stap.Soort.COLLEGE)) {
      assertThatThrownBy(
              () ->
                  proef.stappen.zetSchriftelijk(
                      StapId.van(v.id(), "lokaal", SOEST, soort, 1), LocalDate.of(2026, 9, 1), "Handig.", proef.secretaris()))
          .isInstanceOf(VisieFout.class)
          .hasMessageStartingWith(soort == Stap.Soort.RAAD ? "Een raad " : "Een college ")
          .hasMessageContaining("besluit in een vergadering (Gemeentewet, artikelen ")
          .hasMessageEndingWith("schriftelijk kan dat niet.");
    }
    assertThatThrownBy(
            () ->
                proef.stappen.zetSchriftelijk(
                    StapId.van(v.id(), "tekst_concept"), LocalDate.of(2026, 9, 1), "Handig.", proef.secretaris()))
        .isInstanceOf(VisieFout.class)
        .hasMessage("Alleen een stap van een overleg kan een schriftelijke ronde zijn.");
    assertThatThrownBy(
            () ->
                proef.stappen.zetSchriftelijk(
                    StapId.van(v.id(), "klankbord_concept"), LocalDate.of(12000, 9, 1), "Handig.", proef.secretaris()))
        .isInstanceOf(VisieFout.class)
        .hasMessageContaining("controleer het jaar");
    assertThat(proef.afdruk()).isEqualTo(voor);
  }

  @Test
  void wat_niet_kan_of_niet_mag_verandert_niets() {
    Proefvisie v = proef.raden(SOEST);
    Map<String, String> voor = proef.afdruk();
    assertThatThrownBy(() -> zet(v, LocalDate.of(2026, 3, 1), "Zo.", proef.secretaris()))
        .isInstanceOf(VisieFout.class)
        .hasMessageContaining("al geweest");
    assertThatThrownBy(() -> zet(v, REACTIES, " ", proef.secretaris())).isInstanceOf(VisieFout.class).hasMessage("Geef een reden.");
    Gebruiker lezer = new Gebruiker("lezer", "Lezer", List.of(Toekenning.inRegio(Rol.LEZER, REGIO)));
    assertThatThrownBy(() -> zet(v, REACTIES, "Zo.", lezer)).isInstanceOf(GeenToegang.class);
    assertThat(proef.afdruk()).isEqualTo(voor);
  }
}
