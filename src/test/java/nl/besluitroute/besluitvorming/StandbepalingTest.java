package nl.besluitroute.besluitvorming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.besluitroute.besluitvorming.Stand.Waarde;
import nl.besluitroute.besluitvorming.Stand.Weging;
import nl.besluitroute.regio.Orgaansoort;
import nl.besluitroute.stuk.Versie;
import nl.besluitroute.stuk.Vingerafdruk;
import nl.besluitroute.visie.Deelname;
import nl.besluitroute.visie.Vaststellingsregel;
import org.junit.jupiter.api.Test;

/** The stand over all, rule by rule and case by case. */
class StandbepalingTest {
  private static final LocalDate VANDAAG = LocalDate.of(2026, 12, 1);
  private static final LocalDate BEGIN = LocalDate.of(2026, 1, 1);

  private final List<Deelname> deelnames = new ArrayList<>();
  private final List<Besluit> besluiten = new ArrayList<>();
  private final List<Duiding> duidingen = new ArrayList<>();
  private final List<Versie> versies = new ArrayList<>();
  private int volgnr;

  private Stand stand(Vaststellingsregel regel) {
    return stand(regel, VANDAAG);
  }

  private Stand stand(Vaststellingsregel regel, LocalDate peildatum) {
    return new Standbepaling(regel, deelnames, besluiten, duidingen, versies, peildatum).bepaal();
  }

  private Stand raden() {
    return stand(Vaststellingsregel.ALLE_RADEN);
  }

  private void doenMee(String... gemeenten) {
    for (String gemeente : gemeenten) {
      deelname(gemeente, BEGIN, null);
    }
  }

  private void deelname(String gemeente, LocalDate van, LocalDate tot) {
    Deelname deelname = mock(Deelname.class);
    when(deelname.gemeente()).thenReturn(gemeente);
    when(deelname.van()).thenReturn(van);
    when(deelname.tot()).thenReturn(Optional.ofNullable(tot));
    when(deelname.op(org.mockito.ArgumentMatchers.any()))
        .thenAnswer(
            i -> {
              LocalDate dag = i.getArgument(0);
              return !van.isAfter(dag) && (tot == null || tot.isAfter(dag));
            });
    deelnames.add(deelname);
  }

  private void versie(String nummer, String tekst) {
    Versie versie = mock(Versie.class);
    when(versie.nummer()).thenReturn(nummer);
    when(versie.kenmerk()).thenReturn(Vingerafdruk.van(tekst));
    when(versie.volgorde()).thenReturn(versies.size() + 1);
    versies.add(versie);
  }

  private Besluit raad(String gemeente, Uitkomst uitkomst, String versie, String dag) {
    return besluit(Orgaansoort.RAAD, gemeente, uitkomst, versie, dag);
  }

  private Besluit besluit(
      Orgaansoort soort, String gemeente, Uitkomst uitkomst, String versie, String dag) {
    Besluit besluit = mock(Besluit.class);
    when(besluit.id()).thenReturn(UUID.randomUUID());
    when(besluit.orgaansoort()).thenReturn(soort);
    when(besluit.gemeente()).thenReturn(gemeente);
    when(besluit.uitkomst()).thenReturn(uitkomst);
    when(besluit.versie()).thenReturn(Optional.ofNullable(versie));
    when(besluit.datum()).thenReturn(LocalDate.parse(dag));
    when(besluit.volgnr()).thenReturn(++volgnr);
    besluiten.add(besluit);
    return besluit;
  }

  private void duid(Besluit besluit, boolean eensluidend) {
    Duiding duiding = mock(Duiding.class);
    UUID id = besluit.id();
    when(duiding.besluit()).thenReturn(id);
    when(duiding.klasse()).thenReturn(Duiding.Klasse.DICTUM);
    when(duiding.eensluidend()).thenReturn(eensluidend);
    when(duiding.reden()).thenReturn("Omdat het zo is.");
    duidingen.add(duiding);
  }

  private static Weging weging(Stand stand, String gemeente) {
    return van(stand, gemeente).weging();
  }

  private static Stand.GemeenteStand van(Stand stand, String gemeente) {
    return stand.gemeenten().stream().filter(g -> g.gemeente().equals(gemeente)).findFirst().orElseThrow();
  }

  @Test
  void zonder_besluiten_is_alles_open() {
    doenMee("A", "B");
    versie("1.0", "tekst");
    assertThat(raden().waarde()).isEqualTo(Waarde.OPEN);
    assertThat(raden().zin()).isEqualTo("0 van 2 vastgesteld; 2 nog open");
    assertThat(raden().nodig()).containsExactly("2 gemeenten moeten nog besluiten.");
    assertThat(raden().vastOp()).isEmpty();
  }

  @Test
  void zonder_deelnemers_is_niets_vastgesteld() {
    versie("1.0", "tekst");
    assertThat(raden().waarde()).isEqualTo(Waarde.OPEN);
  }

  @Test
  void alle_raden_eensluidend_is_vastgesteld_op_de_dag_van_de_laatste() {
    doenMee("A", "B");
    versie("1.0", "tekst");
    raad("B", Uitkomst.AANGENOMEN, "1.0", "2026-10-08");
    raad("A", Uitkomst.AANGENOMEN, "1.0", "2026-09-24");
    assertThat(raden().waarde()).isEqualTo(Waarde.VASTGESTELD);
    assertThat(raden().vastOp()).contains(LocalDate.of(2026, 10, 8));
    assertThat(raden().nodig()).isEmpty();
  }

  @Test
  void wat_colleges_besluiten_telt_niet_als_de_raden_vaststellen_en_andersom() {
    doenMee("A");
    versie("1.0", "tekst");
    besluit(Orgaansoort.COLLEGE, "A", Uitkomst.CONFORM, "1.0", "2026-09-01");
    assertThat(raden().waarde()).isEqualTo(Waarde.OPEN);
    assertThat(stand(Vaststellingsregel.ALLE_COLLEGES).waarde()).isEqualTo(Waarde.VASTGESTELD);
    besluiten.clear();
    raad("A", Uitkomst.AANGENOMEN, "1.0", "2026-09-01");
    assertThat(stand(Vaststellingsregel.ALLE_COLLEGES).waarde()).isEqualTo(Waarde.OPEN);
  }

  @Test
  void een_besluit_op_een_oudere_versie_geldt_op_die_versie_en_telt_niet_mee() {
    doenMee("A", "B");
    versie("1.2", "tekst van 1.2");
    versie("1.3", "tekst van 1.3");
    raad("A", Uitkomst.AANGENOMEN, "1.2", "2026-09-24");
    raad("B", Uitkomst.AANGENOMEN, "1.3", "2026-09-24");
    Stand stand = raden();
    assertThat(weging(stand, "A")).isEqualTo(Weging.ANDERE_TEKST);
    assertThat(van(stand, "A").reden()).isEqualTo("Aangenomen op versie 1.2; versie 1.3 geldt.");
    assertThat(stand.waarde()).isEqualTo(Waarde.AFWIJKEND);
    assertThat(stand.nodig()).containsExactly("1 gemeente besloot op een andere tekst en telt niet mee.");

    raad("A", Uitkomst.AANGENOMEN, "1.3", "2026-10-22");
    assertThat(raden().waarde()).isEqualTo(Waarde.VASTGESTELD);
    assertThat(raden().vastOp()).contains(LocalDate.of(2026, 10, 22));
  }

  @Test
  void een_versie_met_precies_dezelfde_tekst_telt_mee() {
    doenMee("A");
    versie("1.2", "tekst");
    versie("1.3", "tekst");
    raad("A", Uitkomst.AANGENOMEN, "1.2", "2026-09-24");
    assertThat(raden().waarde()).isEqualTo(Waarde.VASTGESTELD);
  }

  @Test
  void een_gewijzigd_besluit_is_afwijkend_tot_de_duiding_zegt_dat_het_eensluidend_is() {
    doenMee("A");
    versie("1.0", "tekst");
    Besluit besluit = raad("A", Uitkomst.GEWIJZIGD_AANGENOMEN, "1.0", "2026-09-24");
    assertThat(weging(raden(), "A")).isEqualTo(Weging.AFWIJKEND);
    assertThat(van(raden(), "A").reden()).endsWith("nog zonder duiding.");
    duid(besluit, true);
    assertThat(raden().waarde()).isEqualTo(Waarde.VASTGESTELD);
    assertThat(van(raden(), "A").reden()).contains("raakt het dictum").contains("Omdat het zo is.");
    duid(besluit, false);
    assertThat(raden().waarde()).as("de laatste duiding geldt").isEqualTo(Waarde.AFWIJKEND);
  }

  @Test
  void een_duiding_kan_een_aangenomen_besluit_afwijkend_maken() {
    doenMee("A");
    versie("1.0", "tekst");
    duid(raad("A", Uitkomst.AANGENOMEN, "1.0", "2026-09-24"), false);
    assertThat(weging(raden(), "A")).isEqualTo(Weging.AFWIJKEND);
  }

  @Test
  void een_duiding_maakt_een_besluit_op_een_oudere_tekst_niet_geldig() {
    doenMee("A");
    versie("1.0", "tekst");
    versie("1.1", "andere tekst");
    duid(raad("A", Uitkomst.AANGENOMEN, "1.0", "2026-09-24"), true);
    assertThat(weging(raden(), "A")).isEqualTo(Weging.ANDERE_TEKST);
  }

  @Test
  void verworpen_door_een_is_deels_en_door_allen_niet_vastgesteld() {
    doenMee("A", "B");
    versie("1.0", "tekst");
    raad("A", Uitkomst.VERWORPEN, null, "2026-09-24");
    assertThat(raden().waarde()).as("B is nog open").isEqualTo(Waarde.OPEN);
    raad("B", Uitkomst.AANGENOMEN, "1.0", "2026-09-24");
    assertThat(raden().waarde()).isEqualTo(Waarde.DEELS);
    assertThat(raden().zin()).isEqualTo("1 van 2 vastgesteld; 1 niet");
    raad("B", Uitkomst.VOOR_KENNISGEVING_AANGENOMEN, null, "2026-10-24");
    assertThat(raden().waarde()).isEqualTo(Waarde.NIET);
  }

  @Test
  void twee_derde_is_genoeg_en_net_minder_niet() {
    doenMee("A", "B", "C", "D");
    versie("1.0", "tekst");
    raad("A", Uitkomst.AANGENOMEN, "1.0", "2026-09-01");
    raad("B", Uitkomst.AANGENOMEN, "1.0", "2026-09-02");
    assertThat(stand(Vaststellingsregel.TWEE_DERDE_RADEN).waarde()).isEqualTo(Waarde.OPEN);
    raad("C", Uitkomst.AANGENOMEN, "1.0", "2026-09-03");
    Stand stand = stand(Vaststellingsregel.TWEE_DERDE_RADEN);
    assertThat(stand.waarde()).isEqualTo(Waarde.VASTGESTELD);
    assertThat(stand.vastOp()).contains(LocalDate.of(2026, 9, 3));
    assertThat(raden().waarde()).isEqualTo(Waarde.OPEN);
  }

  @Test
  void twee_van_drie_is_twee_derde() {
    doenMee("A", "B", "C");
    versie("1.0", "tekst");
    raad("A", Uitkomst.AANGENOMEN, "1.0", "2026-09-01");
    raad("B", Uitkomst.AANGENOMEN, "1.0", "2026-09-02");
    raad("C", Uitkomst.VERWORPEN, null, "2026-09-03");
    assertThat(stand(Vaststellingsregel.TWEE_DERDE_RADEN).waarde()).isEqualTo(Waarde.VASTGESTELD);
  }

  @Test
  void een_uitgesteld_of_ingetrokken_voorstel_vervangt_een_genomen_besluit_niet() {
    doenMee("A");
    versie("1.0", "tekst");
    raad("A", Uitkomst.AANGENOMEN, "1.0", "2026-09-24");
    for (Uitkomst geenBesluit :
        List.of(
            Uitkomst.AANGEHOUDEN,
            Uitkomst.INGETROKKEN,
            Uitkomst.TERUGVERWEZEN,
            Uitkomst.VAN_DE_AGENDA_AFGEVOERD)) {
      raad("A", geenBesluit, null, "2026-10-24");
    }
    assertThat(raden().waarde()).isEqualTo(Waarde.VASTGESTELD);
    raad("A", Uitkomst.VERWORPEN, null, "2026-11-05");
    assertThat(raden().waarde()).as("een later besluit vervangt het wel").isEqualTo(Waarde.NIET);
  }

  @Test
  void ingetrokken_door_het_college_is_open_en_niet_verworpen() {
    doenMee("A");
    versie("1.0", "tekst");
    raad("A", Uitkomst.INGETROKKEN, null, "2026-09-24");
    assertThat(weging(raden(), "A")).isEqualTo(Weging.OPEN);
  }

  @Test
  void van_twee_besluiten_op_een_dag_geldt_het_laatst_vastgelegde() {
    doenMee("A");
    versie("1.0", "tekst");
    raad("A", Uitkomst.VERWORPEN, null, "2026-09-24");
    raad("A", Uitkomst.AANGENOMEN, "1.0", "2026-09-24");
    assertThat(raden().waarde()).isEqualTo(Waarde.VASTGESTELD);
  }

  @Test
  void wie_later_toetreedt_verandert_de_vastgestelde_stand_niet() {
    doenMee("A", "B");
    versie("1.0", "tekst");
    raad("A", Uitkomst.AANGENOMEN, "1.0", "2026-09-24");
    raad("B", Uitkomst.AANGENOMEN, "1.0", "2026-09-25");
    deelname("C", LocalDate.of(2026, 10, 1), null);
    assertThat(raden().waarde()).isEqualTo(Waarde.VASTGESTELD);
    assertThat(raden().gemeenten()).extracting(Stand.GemeenteStand::gemeente).containsExactly("A", "B");
    assertThat(raden().vastOp()).contains(LocalDate.of(2026, 9, 25));
  }

  @Test
  void wie_later_vertrekt_of_opgaat_in_een_ander_blijft_bij_de_vastgestelde_stand() {
    doenMee("A");
    deelname("Weesp", BEGIN, LocalDate.of(2026, 11, 24));
    versie("1.0", "tekst");
    raad("A", Uitkomst.AANGENOMEN, "1.0", "2026-09-24");
    raad("Weesp", Uitkomst.AANGENOMEN, "1.0", "2026-09-25");
    assertThat(raden().gemeenten()).extracting(Stand.GemeenteStand::gemeente).containsExactly("A", "Weesp");
    assertThat(raden().vastOp()).contains(LocalDate.of(2026, 9, 25));
  }

  @Test
  void wie_toetrad_voordat_de_regel_gehaald_was_telt_mee() {
    doenMee("A");
    deelname("B", LocalDate.of(2026, 9, 24), null);
    versie("1.0", "tekst");
    raad("A", Uitkomst.AANGENOMEN, "1.0", "2026-09-24");
    assertThat(raden().waarde()).isEqualTo(Waarde.OPEN);
    assertThat(raden().gemeenten()).hasSize(2);
  }

  @Test
  void door_een_vertrek_kan_de_regel_gehaald_worden_op_de_dag_van_vertrek() {
    doenMee("A");
    deelname("B", BEGIN, LocalDate.of(2026, 10, 15));
    versie("1.0", "tekst");
    raad("A", Uitkomst.AANGENOMEN, "1.0", "2026-09-24");
    assertThat(stand(Vaststellingsregel.ALLE_RADEN, LocalDate.of(2026, 10, 14)).waarde())
        .isEqualTo(Waarde.OPEN);
    assertThat(raden().waarde()).isEqualTo(Waarde.VASTGESTELD);
    assertThat(raden().vastOp()).contains(LocalDate.of(2026, 10, 15));
    deelname("C", LocalDate.of(2026, 11, 1), null);
    assertThat(raden().vastOp()).as("en ligt dan vast").contains(LocalDate.of(2026, 10, 15));
  }

  @Test
  void een_besluit_van_wie_niet_deelneemt_telt_niet() {
    doenMee("A");
    versie("1.0", "tekst");
    raad("X", Uitkomst.AANGENOMEN, "1.0", "2026-09-24");
    assertThat(raden().zin()).isEqualTo("0 van 1 vastgesteld; 1 nog open");
  }
}
