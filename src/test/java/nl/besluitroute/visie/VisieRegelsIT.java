package nl.besluitroute.visie;

import static nl.besluitroute.ondersteuning.Proefomgeving.AMERSFOORT;
import static nl.besluitroute.ondersteuning.Proefomgeving.BAARN;
import static nl.besluitroute.ondersteuning.Proefomgeving.SOEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import nl.besluitroute.agenda.OnjuisteInvoer;
import nl.besluitroute.ondersteuning.Databaseproef;
import nl.besluitroute.ondersteuning.Proefomgeving;
import nl.besluitroute.ondersteuning.Proefvisie;
import nl.besluitroute.toegang.Gebruiker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a vision may be when it starts, and how its steps move along. */
class VisieRegelsIT extends Databaseproef {

  private void start(Vaststellingsregel regel, String route, List<String> regios, List<String> gemeenten) {
    start(Proefomgeving.uniek(), regel, route, regios, gemeenten);
  }

  private void start(
      String kenmerk, Vaststellingsregel regel, String route, List<String> regios, List<String> gemeenten) {
    proef.starten.start(
        new VisieStarten.Opdracht(
            kenmerk, "Regiovisie", "Vaststellen.", 2027, 2030, regel, regios, gemeenten, route, List.of()),
        Gebruiker.secretarisVan(regios));
  }

  @Test
  void een_regel_over_raden_past_niet_op_een_route_waarin_colleges_besluiten_en_andersom() {
    proef.raden(SOEST);
    List<String> regio = List.of(Proefomgeving.REGIO);
    assertThatThrownBy(() -> start(Vaststellingsregel.ALLE_RADEN, "route_colleges", regio, List.of(SOEST)))
        .isInstanceOf(VisieFout.class)
        .hasMessageContaining("past niet bij de route");
    assertThatThrownBy(() -> start(Vaststellingsregel.ALLE_COLLEGES, "route_raden", regio, List.of(SOEST)))
        .isInstanceOf(VisieFout.class)
        .hasMessageContaining("past niet bij de route");
  }

  @ParameterizedTest
  @CsvSource({
    "nieuw, Het kenmerk 'nieuw' is van een pagina; kies een ander.",
    "inbrengen, Het kenmerk 'inbrengen' is van een pagina; kies een ander.",
    "Eemland, 'Gebruik voor het kenmerk 2 tot 59 kleine letters, cijfers en streepjes.'"
  })
  void een_kenmerk_staat_in_het_adres_van_de_visie(String kenmerk, String zin) {
    proef.raden(SOEST);
    assertThatThrownBy(
            () -> start(kenmerk, Vaststellingsregel.ALLE_RADEN, "route_raden", List.of(Proefomgeving.REGIO), List.of(SOEST)))
        .isInstanceOf(VisieFout.class)
        .hasMessage(zin);
    assertThat(proef.visies.zoek(kenmerk)).isEmpty();
  }

  @Test
  void een_gemeente_van_buiten_de_regio_en_een_derde_regio_worden_geweigerd() {
    proef.raden(SOEST);
    assertThatThrownBy(
            () -> start(Vaststellingsregel.ALLE_RADEN, "route_raden", List.of(Proefomgeving.REGIO), List.of(SOEST, "GM0014")))
        .isInstanceOf(VisieFout.class)
        .hasMessageContaining("Groningen hoort niet bij de regio");
    assertThatThrownBy(
            () -> start(Vaststellingsregel.ALLE_RADEN, "route_raden", List.of(Proefomgeving.REGIO, "JZ01", "JZ02"), List.of(SOEST)))
        .isInstanceOf(VisieFout.class)
        .hasMessageContaining("één of twee");
  }

  @Test
  void wie_vertrok_kan_voor_de_besluitvorming_weer_toetreden_en_besluit_dan_mee() {
    Proefvisie v = proef.raden(SOEST, BAARN);
    v.vertrek(BAARN);
    assertThat(v.stap("lokaal", BAARN, Stap.Soort.RAAD, 1).toestand()).isEqualTo(Stap.Toestand.VERVALLEN);
    v.toetreding(BAARN);
    assertThat(v.stap("lokaal", BAARN, Stap.Soort.RAAD, 1).toestand()).isEqualTo(Stap.Toestand.GEPLAND);
    v.radenTotLokaal();
    assertThat(v.taak("collegebesluitVastleggen", BAARN)).isNotNull();
  }

  @Test
  void na_de_laatste_besluitronde_treedt_niemand_meer_toe() {
    Proefvisie v = proef.colleges(SOEST).collegesTotLokaal().college(SOEST, "conform", "1.0").sluitAf();
    assertThatThrownBy(() -> v.toetreding(AMERSFOORT))
        .isInstanceOf(VisieFout.class)
        .hasMessageContaining("al besloten");
  }

  @Test
  void een_stap_die_nog_komt_wordt_niet_meer_dan_een_jaar_terug_gepland() {
    Proefvisie v = proef.raden(SOEST);
    var was = v.stap("uo_definitief").gepland();
    LocalDate grens = proef.klok.vandaag().minusYears(1);
    assertThatThrownBy(() -> v.wijzigDatum("uo_definitief", grens.minusDays(1)))
        .isInstanceOf(VisieFout.class)
        .hasMessageContaining("controleer het jaar");
    assertThat(v.stap("uo_definitief").gepland()).isEqualTo(was);
    v.wijzigDatum("uo_definitief", grens);
    assertThat(v.stap("uo_definitief").gepland()).isPresent();
  }

  @Test
  void een_versie_is_niet_ouder_dan_de_vorige() {
    Proefvisie v = proef.raden(SOEST).versie("0.9").participatie("participatie_partners");
    v.overleg("klankbord_concept", "0.9");
    LocalDate eerder = proef.klok.vandaag().minusYears(1);
    assertThatThrownBy(
            () -> v.voltooi(v.taak("versieVastleggen"), Proefvisie.versieInvoer("1.0", eerder.toString(), "Tekst")))
        .isInstanceOf(OnjuisteInvoer.class)
        .hasMessageContaining("niet ouder");
  }

  @Test
  void na_een_weg_terug_wordt_wat_erachter_ligt_opnieuw_gepland_zonder_oude_datum() {
    Proefvisie v = proef.raden(SOEST).versie("0.9").participatie("participatie_partners");
    v.overleg("klankbord_concept", "0.9").versie("1.0");
    v.totStap("do_definitief").overleg("uo_definitief", "1.0").overleg("do_definitief", "1.0", "negatief");

    assertThat(v.stap("tekst_definitief").toestand()).isEqualTo(Stap.Toestand.LOOPT);
    assertThat(v.stap("uo_definitief").toestand()).isEqualTo(Stap.Toestand.GEPLAND);
    assertThat(v.stap("do_definitief").toestand()).isEqualTo(Stap.Toestand.GEPLAND);
    v.versie("1.1");
    assertThat(v.stap("uo_definitief").gepland()).isEmpty();
    assertThat(v.stap("uo_definitief").werkelijk()).isEmpty();
    assertThat(v.taak("stukkenVerzenden").verlooptOp()).isEmpty();
    v.wijzigDatum("uo_definitief", proef.klok.vandaag().plusDays(30));
    assertThat(v.taak("stukkenVerzenden").verlooptOp()).isPresent();
    assertThat(v.behandelingen("uo_definitief")).hasSize(2);
  }

  @Test
  void aanhouden_zet_de_volgende_vergadering_in_het_journaal_en_die_komt_na_deze() {
    Proefvisie v = proef.raden(SOEST).versie("0.9").participatie("participatie_partners");
    v.verzend("klankbord_concept", "0.9");
    String gisteren = proef.klok.vandaag().minusDays(1).toString();
    assertThatThrownBy(
            () -> v.concludeer("klankbord_concept", "0.9", "aangehouden", "volgende_datum", gisteren))
        .isInstanceOf(OnjuisteInvoer.class);
    v.concludeer("klankbord_concept", "0.9", "aangehouden", "volgende_datum", "1 juni");
    assertThat(v.stap("klankbord_concept").gepland().orElseThrow().laatste())
        .isEqualTo(LocalDate.of(proef.klok.vandaag().getYear(), 6, 1));
    assertThat(v.journaal("datum_gewijzigd")).hasSize(1);
  }
}
