package nl.besluitroute.proces;

import static nl.besluitroute.ondersteuning.Proefomgeving.AMERSFOORT;
import static nl.besluitroute.ondersteuning.Proefomgeving.BAARN;
import static nl.besluitroute.ondersteuning.Proefomgeving.SOEST;
import static nl.besluitroute.ondersteuning.Proefomgeving.WOUDENBERG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import nl.besluitroute.agenda.OnjuisteInvoer;
import nl.besluitroute.besluitvorming.Duiding;
import nl.besluitroute.besluitvorming.Stand;
import nl.besluitroute.ondersteuning.Databaseproef;
import nl.besluitroute.ondersteuning.Proefvisie;
import nl.besluitroute.toegang.GeenToegang;
import nl.besluitroute.visie.Stap;
import nl.besluitroute.visie.VisieFout;
import org.junit.jupiter.api.Test;

/** Municipalities that decide apart, come, go, and decide again. */
class LokaleBesluitvormingIT extends Databaseproef {

  private Proefvisie afwijkend() {
    Proefvisie v = proef.raden(AMERSFOORT, SOEST).radenTotLokaal();
    v.college(AMERSFOORT, "conform", "1.0").raad(AMERSFOORT, "aangenomen", "1.0");
    v.college(SOEST, "conform", "1.0")
        .raad(SOEST, "gewijzigd_aangenomen", "1.0", "amendement", "Voeg een evaluatie toe.");
    assertThat(v.stand().waarde()).isEqualTo(Stand.Waarde.AFWIJKEND);
    v.sluitAf();
    assertThat(v.werk()).containsExactly("adviesTweedeRonde tweede_ronde");
    proef.zet(proef.klok.vandaag().plusDays(14));
    return v;
  }

  @Test
  void bij_overnemen_besluiten_allen_opnieuw_op_de_nieuwe_versie() {
    Proefvisie v = afwijkend().advies("overnemen");
    assertThat(v.werk()).containsExactly("versieVastleggen tweede_ronde");
    v.versie("2.0");
    assertThat(v.stand().gemeenten())
        .allSatisfy(g -> assertThat(g.weging()).isEqualTo(Stand.Weging.ANDERE_TEKST));
    assertThat(proef.standen.laatste(v.id()).orElseThrow().zin())
        .as("the kept stand follows the new version")
        .isEqualTo(v.stand().zin());
    assertThat(v.werk())
        .containsExactly(
            "collegebesluitVastleggen tweede_ronde " + AMERSFOORT,
            "collegebesluitVastleggen tweede_ronde " + SOEST);
    assertThat(v.stap("tweede_ronde", SOEST, Stap.Soort.COLLEGE, 2).toestand())
        .isEqualTo(Stap.Toestand.LOOPT);
    for (String gemeente : List.of(SOEST, AMERSFOORT)) {
      v.college(gemeente, "conform", "2.0").raad(gemeente, "aangenomen", "2.0");
    }
    v.sluitAf();
    assertThat(v.stand().waarde()).isEqualTo(Stand.Waarde.VASTGESTELD);
    assertThat(v.afgerond()).isTrue();
    assertThat(v.besluiten(SOEST)).extracting(b -> b.besluitronde()).containsExactly(1, 1, 2, 2);
  }

  @Test
  void bij_heroverwegen_besluit_alleen_wie_afweek_opnieuw() {
    Proefvisie v = afwijkend().advies("heroverwegen");
    assertThat(v.werk()).containsExactly("collegebesluitVastleggen tweede_ronde " + SOEST);
    v.college(SOEST, "conform", "1.0").raad(SOEST, "aangenomen", "1.0").sluitAf();
    assertThat(v.stand().waarde()).isEqualTo(Stand.Waarde.VASTGESTELD);
    assertThat(v.stand().vastOp()).contains(proef.klok.vandaag());
    assertThat(v.afgerond()).isTrue();
  }

  @Test
  void bij_accepteren_blijft_het_verschil_staan() {
    Proefvisie v = afwijkend().advies("accepteren");
    assertThat(v.afgerond()).isTrue();
    assertThat(v.loopt()).isFalse();
    assertThat(v.stand().waarde()).isEqualTo(Stand.Waarde.AFWIJKEND);
    assertThat(v.stap("tweede_ronde").toestand()).isEqualTo(Stap.Toestand.GEDAAN);
  }

  @Test
  void een_duiding_eensluidend_maakt_van_een_afwijkend_besluit_een_vaststelling() {
    Proefvisie v = proef.raden(SOEST).radenTotLokaal().college(SOEST, "conform", "1.0");
    v.raad(SOEST, "gewijzigd_aangenomen", "1.0", "amendement", "Evalueer lokaal na een jaar.");
    UUID besluit = v.besluiten(SOEST).get(1).id();
    assertThatThrownBy(
            () ->
                proef.besluiten.duid(besluit, Duiding.Klasse.OPDRACHT, true, "x", proef.griffier(SOEST)))
        .isInstanceOf(GeenToegang.class);
    proef.besluiten.duid(
        besluit, Duiding.Klasse.OPDRACHT, true, "Een lokale opdracht raakt de tekst niet.", proef.secretaris());
    assertThat(v.stand().waarde()).isEqualTo(Stand.Waarde.VASTGESTELD);
    assertThat(proef.standen.laatste(v.id()).orElseThrow().waarde()).isEqualTo(Stand.Waarde.VASTGESTELD);
  }

  @Test
  void alleen_de_gemeente_zelf_bevestigt_wat_gemeld_was() {
    Proefvisie v = proef.raden(SOEST).radenTotLokaal().college(SOEST, "conform", "1.0");
    UUID besluit = v.besluiten(SOEST).get(0).id();
    assertThatThrownBy(() -> proef.besluiten.bevestig(besluit, proef.secretaris()))
        .isInstanceOf(GeenToegang.class);
    assertThatThrownBy(() -> proef.besluiten.bevestig(besluit, proef.griffier(SOEST)))
        .as("de griffie spreekt voor de raad, niet voor het college")
        .isInstanceOf(GeenToegang.class);
    proef.besluiten.bevestig(besluit, proef.beleidsmedewerker(SOEST));
    assertThat(v.besluiten(SOEST).get(0).zekerheid().naam()).isEqualTo("bevestigd");
  }

  @Test
  void het_werk_van_een_vertrokken_gemeente_vervalt_en_de_ronde_gaat_door() {
    Proefvisie v = proef.raden(AMERSFOORT, SOEST).radenTotLokaal();
    v.college(AMERSFOORT, "conform", "1.0").raad(AMERSFOORT, "aangenomen", "1.0");
    v.college(SOEST, "conform", "1.0").vertrek(SOEST);
    assertThat(v.werk()).containsExactly("besluitrondeAfsluiten lokaal");
    assertThat(v.stap("lokaal", SOEST, Stap.Soort.RAAD, 1).toestand()).isEqualTo(Stap.Toestand.VERVALLEN);
    assertThat(v.stap("lokaal", SOEST, Stap.Soort.COLLEGE, 1).toestand()).isEqualTo(Stap.Toestand.GEDAAN);
    assertThat(v.besluiten(SOEST)).hasSize(1);
    assertThat(proef.standen.laatste(v.id()).orElseThrow().zin()).isEqualTo("1 van 1 vastgesteld");
    v.sluitAf();
    assertThat(v.afgerond()).isTrue();
  }

  @Test
  void ook_als_de_laatste_open_gemeente_vertrekt_blijft_er_werk_over() {
    Proefvisie v = proef.raden(SOEST).radenTotLokaal().vertrek(SOEST);
    assertThat(v.werk()).containsExactly("besluitrondeAfsluiten lokaal");
    v.sluitAf();
    assertThat(v.afgerond()).isTrue();
    assertThat(v.loopt()).isFalse();
  }

  @Test
  void wie_vertrok_voor_de_ronde_krijgt_geen_werk() {
    Proefvisie v = proef.raden(AMERSFOORT, SOEST).versie("0.9");
    v.vertrek(SOEST);
    v.participatie("participatie_partners").overleg("klankbord_concept", "0.9").versie("1.0")
        .overleg("uo_definitief", "1.0").overleg("do_definitief", "1.0").overleg("pfho_definitief", "1.0");
    assertThat(v.werk()).containsExactly("collegebesluitVastleggen lokaal " + AMERSFOORT);
    assertThatThrownBy(() -> v.vertrek(SOEST)).isInstanceOf(VisieFout.class);
  }

  @Test
  void een_toegetreden_gemeente_besluit_mee_en_mag_weer_vertrekken() {
    Proefvisie v = proef.raden(AMERSFOORT, SOEST).radenTotLokaal();
    v.college(AMERSFOORT, "conform", "1.0").raad(AMERSFOORT, "aangenomen", "1.0");
    v.toetreding(BAARN).toetreding(WOUDENBERG);
    assertThat(v.werk())
        .containsExactly(
            "collegebesluitVastleggen lokaal " + BAARN,
            "collegebesluitVastleggen lokaal " + SOEST,
            "collegebesluitVastleggen lokaal " + WOUDENBERG);
    assertThat(v.taak("collegebesluitVastleggen", BAARN).verlooptOp()).isPresent();
    assertThat(proef.standen.laatste(v.id()).orElseThrow().zin())
        .isEqualTo("1 van 4 vastgesteld; 3 nog open");
    v.vertrek(WOUDENBERG);
    v.college(SOEST, "conform", "1.0").raad(SOEST, "aangenomen", "1.0");
    assertThat(v.werk())
        .containsExactly("besluitrondeAfsluiten lokaal", "collegebesluitVastleggen lokaal " + BAARN);
    assertThatThrownBy(v::sluitAf).isInstanceOf(OnjuisteInvoer.class).hasMessageContaining("College Baarn");
    v.college(BAARN, "conform", "1.0").raad(BAARN, "aangenomen", "1.0").sluitAf();
    assertThat(v.stand().waarde()).isEqualTo(Stand.Waarde.VASTGESTELD);
    assertThat(v.afgerond()).isTrue();
  }

  @Test
  void wie_toetreedt_voor_de_ronde_doet_mee_alsof_hij_er_altijd_bij_was() {
    Proefvisie v = proef.raden(SOEST).versie("0.9").toetreding(BAARN);
    v.participatie("participatie_partners").overleg("klankbord_concept", "0.9").versie("1.0")
        .overleg("uo_definitief", "1.0").overleg("do_definitief", "1.0").overleg("pfho_definitief", "1.0");
    assertThat(v.werk())
        .containsExactly(
            "collegebesluitVastleggen lokaal " + BAARN, "collegebesluitVastleggen lokaal " + SOEST);
    assertThatThrownBy(() -> v.toetreding(BAARN)).isInstanceOf(VisieFout.class);
    assertThatThrownBy(() -> v.toetreding("GM9999")).isInstanceOf(VisieFout.class);
  }

  @Test
  void een_gemeente_besluit_op_verzoek_opnieuw_in_een_lopende_ronde() {
    Proefvisie v = proef.raden(AMERSFOORT, SOEST).radenTotLokaal();
    v.college(SOEST, "conform", "1.0").raad(SOEST, "verworpen", "1.0");
    proef.zet(proef.klok.vandaag().plusDays(7));
    Motor motor = proefMotor;
    proef.transactie.executeWithoutResult(s -> motor.opnieuwBesluiten(v.id(), SOEST, 1));
    assertThat(v.werk())
        .containsExactly(
            "collegebesluitVastleggen lokaal " + AMERSFOORT, "collegebesluitVastleggen lokaal " + SOEST);
    v.college(SOEST, "conform", "1.0").raad(SOEST, "aangenomen", "1.0");
    assertThat(v.stand().zin()).isEqualTo("1 van 2 vastgesteld; 1 nog open");
  }

  @org.springframework.beans.factory.annotation.Autowired private Motor proefMotor;

  @Test
  void een_raad_wordt_niet_meer_geinformeerd_als_de_gemeente_vertrok() {
    Proefvisie v = proef.colleges(AMERSFOORT, SOEST).collegesTotLokaal();
    v.college(AMERSFOORT, "conform", "1.0").college(SOEST, "conform", "1.0").sluitAf();
    v.vertrek(SOEST);
    assertThat(v.werk()).containsExactly("raadInformeren informeren " + AMERSFOORT);
    v.vertrek(AMERSFOORT);
    assertThat(v.afgerond()).isTrue();
    assertThat(v.loopt()).isFalse();
  }
}
