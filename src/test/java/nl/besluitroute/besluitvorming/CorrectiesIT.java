package nl.besluitroute.besluitvorming;

import static nl.besluitroute.ondersteuning.Proefomgeving.AMERSFOORT;
import static nl.besluitroute.ondersteuning.Proefomgeving.SOEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import nl.besluitroute.ondersteuning.Databaseproef;
import nl.besluitroute.ondersteuning.Proefvisie;
import nl.besluitroute.toegang.GeenToegang;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.visie.Vertrouwelijkheden;
import nl.besluitroute.visie.Vertrouwelijkheid;
import nl.besluitroute.visie.VisieFout;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What was recorded wrongly is put right; what stood there stays readable and the stand follows. */
class CorrectiesIT extends Databaseproef {
  @Autowired private Correcties correcties;
  @Autowired private Vertrouwelijkheden vertrouwelijkheden;

  private Proefvisie besloten() {
    Proefvisie v = proef.raden(AMERSFOORT, SOEST).radenTotLokaal();
    for (String g : List.of(AMERSFOORT, SOEST)) {
      v.college(g, "conform", "1.0").raad(g, "aangenomen", "1.0");
    }
    return v;
  }

  private Besluit raad(Proefvisie v, String gemeente) {
    return v.besluiten(gemeente).get(v.besluiten(gemeente).size() - 1);
  }

  private Besluiten.Vastlegging zo(Besluit b, String uitkomst, String amendement) {
    return new Besluiten.Vastlegging(
        b.datum(), uitkomst, b.versie().orElse(null), Proefvisie.DICTUM, b.nummer(), amendement, Proefvisie.BRON, null);
  }

  @Test
  void de_gemeente_corrigeert_wat_gemeld_was_en_dan_is_het_bevestigd() {
    Proefvisie v = besloten();
    assertThat(v.stand().waarde()).isEqualTo(Stand.Waarde.VASTGESTELD);
    Besluit besluit = raad(v, SOEST);
    Correcties.Gevolg gevolg =
        correcties.besluit(besluit.id(), zo(besluit, "gewijzigd_aangenomen", "Met een evaluatie."), "Het amendement was vergeten.", proef.griffier(SOEST));
    assertThat(gevolg.standWas()).startsWith("2 van 2");
    assertThat(gevolg.standWordt()).startsWith("1 van 2");
    assertThat(v.stand().waarde()).isEqualTo(Stand.Waarde.AFWIJKEND);
    assertThat(proef.standen.laatste(v.id()).orElseThrow().waarde()).isEqualTo(Stand.Waarde.AFWIJKEND);
    assertThat(raad(v, SOEST).zekerheid()).isEqualTo(Zekerheid.BEVESTIGD);
    assertThat(correcties.vanVisie(v.id())).singleElement().satisfies(c -> {
      assertThat(c.uitkomst()).isEqualTo("Aangenomen");
      assertThat(c.zekerheid()).contains(Zekerheid.GEMELD);
      assertThat(c.reden()).isEqualTo("Het amendement was vergeten.");
      assertThat(c.gecorrigeerdDoor()).isEqualTo("Griffier");
    });
    assertThat(v.journaal("besluit_gecorrigeerd")).hasSize(1);
    assertThatThrownBy(() -> correcties.besluit(besluit.id(), zo(besluit, "aangenomen", null), "Toch niet.", proef.secretaris()))
        .as("the region does not correct what the municipality confirmed")
        .isInstanceOf(GeenToegang.class);
    assertThatThrownBy(() -> proef.jdbc.update("update correctie set reden = 'anders' where visie = ?", v.id())).hasMessageContaining("alleen om toe te voegen");
  }

  @Test
  void een_duiding_van_voor_de_correctie_telt_niet_meer() {
    Proefvisie v = besloten();
    Besluit besluit = raad(v, SOEST);
    correcties.besluit(besluit.id(), zo(besluit, "gewijzigd_aangenomen", "Een bijlage."), "Vergeten.", proef.secretaris());
    proef.besluiten.duid(besluit.id(), Duiding.Klasse.BIJLAGE, true, "Alleen een bijlage.", proef.secretaris());
    assertThat(v.stand().waarde()).isEqualTo(Stand.Waarde.VASTGESTELD);
    correcties.besluit(besluit.id(), zo(besluit, "gewijzigd_aangenomen", "Een andere looptijd."), "Verkeerd amendement.", proef.secretaris());
    assertThat(v.stand().waarde()).isEqualTo(Stand.Waarde.AFWIJKEND);
    assertThat(correcties.vanVisie(v.id())).extracting(Correctie::volgnr).containsExactly(1, 2);
  }

  @Test
  void als_de_route_anders_was_gegaan_staat_dat_in_het_antwoord_en_blijft_de_tekst_waar_hij_is() {
    Proefvisie v = besloten().sluitAf();
    assertThat(v.afgerond()).isTrue();
    Besluit besluit = raad(v, SOEST);
    Correcties.Gevolg gevolg =
        correcties.besluit(besluit.id(), zo(besluit, "verworpen", null), "Verkeerd overgenomen.", proef.secretaris());
    assertThat(gevolg.letOp()).anySatisfy(z -> assertThat(z).contains("Tweede besluitronde"))
        .anySatisfy(z -> assertThat(z).contains("al doorlopen"));
    assertThat(v.stand().waarde()).isEqualTo(Stand.Waarde.DEELS);
    assertThat(v.afgerond()).isTrue();
  }

  @Test
  void een_conclusie_wordt_gecorrigeerd_maar_aanhouden_is_een_andere_loop() {
    Proefvisie v = proef.raden(SOEST).versie("0.9").participatie("participatie_partners")
        .overleg("klankbord_concept", "0.9").versie("1.0").overleg("uo_definitief", "1.0").overleg("do_definitief", "1.0");
    Behandeling b = v.behandelingen("do_definitief").get(0);
    var negatief = new Correcties.Conclusiecorrectie(b.datum().orElseThrow(), "1.0", "negatief", null);
    Correcties.Gevolg gevolg = correcties.conclusie(b.id(), negatief, "Het verslag zegt anders.", proef.secretaris());
    assertThat(gevolg.letOp()).singleElement().asString().contains("Definitieve tekst opstellen").contains("blijft waar hij is");
    assertThat(v.werk()).containsExactly("stukkenVerzenden pfho_definitief");
    assertThat(v.behandelingen("do_definitief").get(0).conclusie()).contains(Conclusie.NEGATIEF);
    assertThat(correcties.vanVisie(v.id())).singleElement().satisfies(c -> assertThat(c.uitkomst()).isEqualTo("Positief"));
    assertThatThrownBy(() -> correcties.conclusie(b.id(), new Correcties.Conclusiecorrectie(b.datum().orElseThrow(), "1.0", "aangehouden", null), "x", proef.secretaris()))
        .isInstanceOf(InvoerFout.class).hasMessageContaining("aanhouden");
    assertThatThrownBy(() -> correcties.conclusie(b.id(), negatief, "x", proef.secretaris())).isInstanceOf(InvoerFout.class).hasMessageContaining("verandert niets");
    assertThatThrownBy(() -> correcties.conclusie(b.id(), negatief, " ", proef.secretaris())).isInstanceOf(InvoerFout.class).hasMessageContaining("reden");
    assertThatThrownBy(() -> correcties.conclusie(b.id(), negatief, "x", proef.griffier(SOEST))).isInstanceOf(GeenToegang.class);
    assertThatThrownBy(() -> correcties.conclusie(b.id(), negatief, "x", Gebruiker.secretarisVan(List.of("JZ01")))).isInstanceOf(VisieFout.class);
  }

  @Test
  void een_gemeente_besluit_opnieuw_zolang_de_ronde_open_is() {
    Proefvisie v = besloten();
    proef.stappen.opnieuwBesluiten(v.id(), SOEST, "De nieuwe raad wil er opnieuw naar kijken.", proef.secretaris());
    v.werkAf();
    assertThat(v.stand().waarde()).as("the besluit counts until a new one").isEqualTo(Stand.Waarde.VASTGESTELD);
    assertThat(v.werk()).containsExactly("besluitrondeAfsluiten lokaal", "collegebesluitVastleggen lokaal " + SOEST);
    assertThatThrownBy(() -> proef.stappen.opnieuwBesluiten(v.id(), SOEST, "Nog eens.", proef.secretaris()))
        .isInstanceOf(VisieFout.class).hasMessageContaining("nog aan zet");
    v.college(SOEST, "conform", "1.0", "dictum", "Opnieuw").raad(SOEST, "verworpen", "1.0", "dictum", "Opnieuw");
    assertThat(v.stand().waarde()).isEqualTo(Stand.Waarde.DEELS);
    v.sluitAf();
    assertThatThrownBy(() -> proef.stappen.opnieuwBesluiten(v.id(), SOEST, "Nog eens.", proef.secretaris()))
        .isInstanceOf(VisieFout.class).hasMessageContaining("geen besluitronde");
  }

  @Test
  void een_stap_is_gedaan_toen_hij_het_laatst_is_behandeld() {
    Proefvisie v = proef.raden(SOEST).versie("0.9").participatie("participatie_partners");
    v.overleg("klankbord_concept", "0.9").versie("1.0");
    v.totStap("do_definitief").overleg("uo_definitief", "1.0").overleg("do_definitief", "1.0", "negatief").versie("1.1");
    Behandeling eerste = v.behandelingen("uo_definitief").get(0);
    LocalDate toen = eerste.datum().orElseThrow();
    var woorden = new Correcties.Conclusiecorrectie(toen, "1.0", eerste.conclusie().orElseThrow().code(), "Met dank aan de opstellers.");
    correcties.conclusie(eerste.id(), woorden, "De tekst was verkeerd overgenomen.", proef.secretaris());
    assertThat(v.stap("uo_definitief").werkelijk()).as("it is to be treated again").isEmpty();

    LocalDate nu = toen.plusDays(60);
    v.tot(nu).overleg("uo_definitief", "1.1");
    LocalDate gehouden = v.stap("uo_definitief").werkelijk().orElseThrow().laatste();
    assertThat(gehouden).isAfter(toen);
    var anders = new Correcties.Conclusiecorrectie(toen, "1.0", eerste.conclusie().orElseThrow().code(), "Met dank.");
    correcties.conclusie(eerste.id(), anders, "Korter.", proef.secretaris());
    assertThat(v.stap("uo_definitief").werkelijk().orElseThrow().laatste()).isEqualTo(gehouden);
    List<Behandeling> alle = v.behandelingen("uo_definitief");
    Behandeling laatste = alle.get(alle.size() - 1);
    var eerder = new Correcties.Conclusiecorrectie(gehouden.minusDays(1), "1.1", laatste.conclusie().orElseThrow().code(), null);
    correcties.conclusie(laatste.id(), eerder, "Een dag eerder.", proef.secretaris());
    assertThat(v.stap("uo_definitief").werkelijk().orElseThrow().laatste()).isEqualTo(gehouden.minusDays(1));
  }

  @Test
  void wie_een_besluit_niet_mag_lezen_duidt_en_corrigeert_het_niet() {
    Proefvisie v = besloten();
    Besluit besluit = raad(v, SOEST);
    vertrouwelijkheden.markeer(
        new Vertrouwelijkheden.Markering(
            v.id(), besluit.stap(), null, Vertrouwelijkheid.Niveau.GEHEIM, "Artikel 88 Gemeentewet", "raad-gm0342", null),
        proef.griffier(SOEST));
    for (ThrowingCallable poging :
        List.<ThrowingCallable>of(
            () -> proef.besluiten.duid(besluit.id(), Duiding.Klasse.TEKST, false, "Wijkt af.", proef.secretaris()),
            () -> correcties.besluit(besluit.id(), zo(besluit, "verworpen", null), "Verkeerd.", proef.secretaris()))) {
      assertThatThrownBy(poging).isInstanceOf(GeenToegang.class).hasMessageContaining("vertrouwelijk");
    }
    assertThat(v.stand().waarde()).isEqualTo(Stand.Waarde.VASTGESTELD);
    proef.besluiten.bevestig(besluit.id(), proef.griffier(SOEST));
    assertThat(raad(v, SOEST).zekerheid()).isEqualTo(Zekerheid.BEVESTIGD);
  }
}
