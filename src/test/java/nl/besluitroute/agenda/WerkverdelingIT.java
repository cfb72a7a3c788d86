package nl.besluitroute.agenda;

import static nl.besluitroute.ondersteuning.Proefomgeving.AMERSFOORT;
import static nl.besluitroute.ondersteuning.Proefomgeving.BAARN;
import static nl.besluitroute.ondersteuning.Proefomgeving.REGIO;
import static nl.besluitroute.ondersteuning.Proefomgeving.SOEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import nl.besluitroute.journaal.Gebeurtenis;
import nl.besluitroute.ondersteuning.Databaseproef;
import nl.besluitroute.ondersteuning.Proefvisie;
import nl.besluitroute.toegang.Accounts;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.GeenToegang;
import nl.besluitroute.toegang.Rol;
import nl.besluitroute.toegang.Toekenning;
import nl.besluitroute.visie.Vertrouwelijkheden;
import nl.besluitroute.visie.Vertrouwelijkheid;
import nl.besluitroute.visie.VisieNietGevonden;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who does what, many at once, and what somebody keeps for himself. */
class WerkverdelingIT extends Databaseproef {
  @Autowired Werkverdeling verdeling;
  @Autowired Volglijst volglijst;
  @Autowired Filters filters;
  @Autowired Accounts accounts;
  @Autowired Vertrouwelijkheden vertrouwelijkheden;

  private Gebruiker collega;
  private Gebruiker lezer;

  @BeforeEach
  void accounts() {
    accounts.voegToe("collega", "Collega", "wachtwoord-proef", false,
        List.of(Toekenning.inRegio(Rol.AMBTELIJK_SECRETARIS, REGIO)));
    accounts.voegToe("lezer", "Lezer", "wachtwoord-proef", false, List.of(Toekenning.inRegio(Rol.LEZER, REGIO)));
    collega = accounts.gebruiker("collega");
    lezer = accounts.gebruiker("lezer");
  }

  private List<String> ids(Proefvisie v) {
    return v.open().stream().map(AgendaTaak::taak).toList();
  }

  @Test
  void werk_wordt_in_een_keer_toegewezen_en_teruggegeven() {
    Proefvisie v = proef.raden(AMERSFOORT, BAARN, SOEST).radenTotLokaal();
    verdeling.wijsToe(ids(v), "collega", proef.secretaris());
    assertThat(v.open()).hasSize(3).allSatisfy(t -> assertThat(t.toegewezen()).contains("collega"));
    Werkkeuze aanHaar = Werkkeuze.ALLES.visie(v.id()).toegewezen("collega");
    assertThat(proef.agenda.werk(collega, aanHaar, Optional.empty(), 50).rijen()).hasSize(3);
    assertThat(proef.agenda.aantallen(collega, Werkkeuze.ALLES.visie(v.id())).aanMij()).isEqualTo(3);
    assertThat(v.journaal("taak_toegewezen")).hasSize(3)
        .allSatisfy(g -> assertThat(g.tekst()).contains("toegewezen aan Collega"));
    verdeling.wijsToe(ids(v), "collega", proef.secretaris());
    assertThat(v.journaal("taak_toegewezen")).hasSize(3);

    Map<String, List<String>> levend = proef.leesmodel(v.id());
    proef.agenda.herbouw();
    assertThat(proef.leesmodel(v.id())).isEqualTo(levend);

    String weg = v.taak("collegebesluitVastleggen", SOEST).taak();
    v.college(SOEST, "conform", "1.0");
    assertThat(proef.jdbc.queryForObject("select count(*) from werkafspraak where taak = ?", Integer.class, weg)).isZero();
    verdeling.geefTerug(List.of(v.taak("collegebesluitVastleggen", BAARN).taak()), collega);
    assertThat(v.taak("collegebesluitVastleggen", BAARN).toegewezen()).isEmpty();
    assertThat(v.journaal("taak_teruggegeven")).hasSize(1);
  }

  @Test
  void toewijzen_kan_aan_wie_in_dezelfde_regio_vastlegt_en_niet_geblokkeerd_is() {
    assertThat(accounts.collegas(proef.secretaris()))
        .extracting(Accounts.Collega::weergave)
        .contains("Collega")
        .doesNotContain("Lezer");
    assertThat(accounts.collegas(collega)).extracting(Accounts.Collega::naam).doesNotContain("collega");
    assertThat(accounts.collegas(lezer)).isEmpty();
  }

  @Test
  void toewijzen_gaat_niet_naar_wie_het_niet_vastlegt_en_niet_half() {
    Proefvisie v = proef.raden(AMERSFOORT, SOEST).radenTotLokaal();
    Map<String, String> voor = proef.afdruk();
    assertThatThrownBy(() -> verdeling.wijsToe(ids(v), "lezer", proef.secretaris()))
        .isInstanceOf(AgendaFout.class).hasMessageContaining("legt dit niet vast");
    assertThatThrownBy(() -> verdeling.wijsToe(ids(v), "niemand", proef.secretaris()))
        .isInstanceOf(AgendaFout.class).hasMessageContaining("niemand");
    assertThatThrownBy(() -> verdeling.wijsToe(ids(v), "collega", lezer)).isInstanceOf(GeenToegang.class);
    List<String> metVreemde = new ArrayList<>(ids(v));
    metVreemde.add("zz-weg");
    assertThatThrownBy(() -> verdeling.wijsToe(metVreemde, "collega", proef.secretaris()))
        .isInstanceOf(TaakNietOpen.class);
    assertThat(proef.afdruk()).isEqualTo(voor);
  }

  @Test
  void een_opvolgdatum_haalt_werk_terug_op_die_dag() {
    Proefvisie v = proef.raden(SOEST);
    String taak = ids(v).get(0);
    LocalDate overmorgen = proef.klok.vandaag().plusDays(2);
    verdeling.zetOpvolgdatum(taak, overmorgen, proef.secretaris());
    Werkkeuze keuze = Werkkeuze.ALLES.visie(v.id());
    assertThat(proef.agenda.aantallen(proef.secretaris(), keuze).opTeVolgen()).isZero();
    proef.zet(overmorgen);
    assertThat(proef.agenda.aantallen(proef.secretaris(), keuze).opTeVolgen()).isEqualTo(1);
    assertThat(proef.agenda.werk(proef.secretaris(), keuze.opTeVolgen(true), Optional.empty(), 5).rijen()).hasSize(1);
    assertThatThrownBy(() -> verdeling.zetOpvolgdatum(taak, overmorgen.minusDays(1), proef.secretaris()))
        .isInstanceOf(AgendaFout.class);
    assertThatThrownBy(() -> verdeling.zetOpvolgdatum(taak, LocalDate.of(12000, 1, 1), proef.secretaris()))
        .isInstanceOf(AgendaFout.class).hasMessageContaining("controleer het jaar");
    verdeling.zetOpvolgdatum(taak, null, proef.secretaris());
    assertThat(v.open().get(0).opvolgenOp()).isEmpty();
    assertThat(v.journaal("opvolgdatum_gezet")).hasSize(2);
    assertThat(proef.jdbc.queryForObject("select count(*) from werkafspraak where taak = ?", Integer.class, taak)).isZero();
  }

  @Test
  void wie_toewees_heet_niet_wie_afrondde() {
    Proefvisie v = proef.raden(AMERSFOORT, SOEST).radenTotLokaal();
    String taak = v.taak("collegebesluitVastleggen", SOEST).taak();
    verdeling.wijsToe(List.of(taak), "collega", proef.secretaris());
    v.vertrek(SOEST);
    assertThat(proef.taken.nietOpen(taak)).hasMessageContaining("vervallen");
  }

  @Test
  void met_een_invoer_worden_vele_regels_vastgelegd_en_een_geweigerde_houdt_geen_andere_tegen() {
    Proefvisie v = proef.raden(AMERSFOORT, BAARN, SOEST).radenTotLokaal();
    List<Taken.Regel> regels = new ArrayList<>();
    for (AgendaTaak taak : v.open()) {
      regels.add(new Taken.Regel(taak.taak(), Map.of()));
    }
    String slecht = v.taak("collegebesluitVastleggen", BAARN).taak();
    regels.replaceAll(
        r -> r.taak().equals(slecht) ? new Taken.Regel(slecht, Map.of("datum", "2031-01-01")) : r);
    regels.add(new Taken.Regel("weg", Map.of()));
    List<Taken.Resultaat> resultaten =
        proef.taken.voltooiVeel(v.besluitInvoer("conform", "1.0"), regels, proef.secretaris());
    assertThat(resultaten).hasSize(4);
    assertThat(resultaten).extracting(Taken.Resultaat::taak).containsExactlyElementsOf(regels.stream().map(Taken.Regel::taak).toList());
    assertThat(resultaten).filteredOn(Taken.Resultaat::vastgelegd).hasSize(2);
    assertThat(resultaten).filteredOn(r -> r.taak().equals(slecht)).singleElement()
        .satisfies(r -> assertThat(r.fouten()).extracting(OnjuisteInvoer.Fout::veld).containsExactly("datum"));
    assertThat(resultaten.get(3).geweigerd().orElseThrow()).contains("bestaat niet meer");
    assertThat(v.besluiten(BAARN)).isEmpty();
    assertThat(v.besluiten(SOEST)).hasSize(1);
    assertThat(v.taak("collegebesluitVastleggen", BAARN).taak()).isEqualTo(slecht);
  }

  @Test
  void wie_volgt_ziet_wat_er_sinds_hij_keek_veranderde_zonder_wat_niet_voor_hem_is() {
    Proefvisie v = proef.raden(AMERSFOORT, SOEST);
    assertThatThrownBy(() -> volglijst.volg(v.id(), proef.griffier(BAARN))).isInstanceOf(VisieNietGevonden.class);
    volglijst.volg(v.id(), lezer);
    volglijst.volg(v.id(), lezer);
    assertThat(volglijst.volgt(v.id(), lezer)).isTrue();
    assertThat(volglijst.volgt(v.id(), collega)).isFalse();
    assertThat(gevolgd(v).wijzigingen()).isZero();

    proef.klok.zet(proef.klok.instant().plusSeconds(60));
    v.versie("0.9");
    assertThat(gevolgd(v).wijzigingen()).isEqualTo(1);
    assertThat(gevolgd(v).laatste()).contains(proef.klok.instant());
    var sinds = proef.klok.instant().minusSeconds(1);
    assertThat(volglijst.gewijzigdSinds(List.of(v.id()), sinds, 10, lezer))
        .extracting(Gebeurtenis::soort).containsExactly("versie_vastgelegd");
    volglijst.bekeken(List.of(v.id()), lezer);
    assertThat(gevolgd(v).wijzigingen()).isZero();

    proef.klok.zet(proef.klok.instant().plusSeconds(60));
    v.participatie("participatie_partners");
    assertThat(gevolgd(v).wijzigingen()).isEqualTo(1);
    vertrouwelijkheden.markeer(
        new Vertrouwelijkheden.Markering(
            v.id(), v.id() + "/participatie_partners", null, Vertrouwelijkheid.Niveau.VERTROUWELIJK, "Embargo",
            "proef-directie_overleg", null),
        proef.secretaris());
    assertThat(volglijst.gewijzigdSinds(List.of(v.id()), sinds, 10, lezer))
        .extracting(Gebeurtenis::stap).doesNotContain(v.id() + "/participatie_partners");
    assertThat(gevolgd(v).wijzigingen()).isZero();
    assertThat(volglijst.gewijzigdSinds(List.of(v.id()), sinds, 10, proef.griffier(BAARN))).isEmpty();

    volglijst.ontvolg(v.id(), lezer);
    assertThat(volglijst.van(lezer)).extracting(Gevolgd::visie).doesNotContain(v.id());
  }

  @Test
  void wie_op_twee_plaatsen_tegelijk_begint_te_volgen_volgt_een_keer() throws Exception {
    Proefvisie v = proef.raden(AMERSFOORT, SOEST);
    Future<?> tweede =
        proef.transactie.execute(
            s -> {
              volglijst.volg(v.id(), lezer);
              gevolgd(v); // Writes what is asked for.
              return proef.tegelijk(() -> volglijst.volg(v.id(), lezer));
            });
    tweede.get(30, TimeUnit.SECONDS);
    assertThat(volglijst.van(lezer)).extracting(Gevolgd::visie).containsOnlyOnce(v.id());
  }

  private Gevolgd gevolgd(Proefvisie v) {
    return volglijst.van(lezer).stream().filter(g -> g.visie().equals(v.id())).findFirst().orElseThrow();
  }

  @Test
  void filters_zijn_van_wie_ze_bewaart() {
    filters.bewaar(new BewaardFilter("  Te laat ", "toon=te-laat"), collega);
    filters.bewaar(new BewaardFilter("Te laat", "toon=te-laat&visie=x"), collega);
    assertThat(filters.van(collega)).containsExactly(new BewaardFilter("Te laat", "toon=te-laat&visie=x"));
    assertThat(filters.van(lezer)).isEmpty();
    assertThatThrownBy(() -> filters.bewaar(new BewaardFilter(" ", "a=b"), collega)).isInstanceOf(AgendaFout.class);
    assertThatThrownBy(() -> filters.bewaar(new BewaardFilter("x".repeat(61), "a=b"), collega)).isInstanceOf(AgendaFout.class);
    assertThatThrownBy(() -> filters.bewaar(new BewaardFilter("x", "a".repeat(501)), collega)).isInstanceOf(AgendaFout.class);
    filters.verwijder("Te laat", lezer);
    assertThat(filters.van(collega)).hasSize(1);
    filters.verwijder("Te laat", collega);
    assertThat(filters.van(collega)).isEmpty();
  }
}
