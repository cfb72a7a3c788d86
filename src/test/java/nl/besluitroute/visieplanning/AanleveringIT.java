package nl.besluitroute.visieplanning;

import static nl.besluitroute.ondersteuning.Proefomgeving.AMERSFOORT;
import static nl.besluitroute.ondersteuning.Proefomgeving.REGIO;
import static nl.besluitroute.ondersteuning.Proefomgeving.SOEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.besluitroute.agenda.AgendaTaak.Wacht;
import nl.besluitroute.besluitvorming.Behandeling;
import nl.besluitroute.kalender.GeschrevenDatum;
import nl.besluitroute.kalender.Werkdagen;
import nl.besluitroute.ondersteuning.Databaseproef;
import nl.besluitroute.ondersteuning.Proefvisie;
import nl.besluitroute.toegang.GeenToegang;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.Rol;
import nl.besluitroute.toegang.Toekenning;
import nl.besluitroute.vergaderschema.Vergaderschema;
import nl.besluitroute.visie.VisieFout;
import nl.besluitroute.visie.VisieNietGevonden;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is done when the stukken for an overleg are late: nazenden, or a later meeting. */
class AanleveringIT extends Databaseproef {
  private static final String KLANKBORD = "proef-klankbordgroep";

  // The klankbordgroep meets on Thursday 16 April 2026 and wants its stukken on the 9th.
  private static final LocalDate VERGADERING = LocalDate.of(2026, 4, 16);
  private static final LocalDate AANLEVEREN = LocalDate.of(2026, 4, 9);

  @Autowired private Aanlevering aanlevering;
  @Autowired private Vergaderschema schema;

  private Proefvisie op(LocalDate dag) {
    return proef.raden(SOEST).versie("0.9").participatie("participatie_partners").tot(dag);
  }

  private static String stap(Proefvisie v) {
    return v.id() + "/klankbord_concept";
  }

  private static Wacht wacht(Proefvisie v) {
    return v.taak("stukkenVerzenden", "klankbord_concept").wacht();
  }

  private void nazenden(Proefvisie v) {
    aanlevering.nazenden(stap(v), "de voorzitter", "De aanbieders reageerden laat.", proef.secretaris());
    v.werkAf();
  }

  @Test
  void met_instemming_van_de_voorzitter_gaat_het_werk_door_en_staat_het_stuk_als_nagezonden() {
    Proefvisie v = op(AANLEVEREN.plusDays(1));
    assertThat(wacht(v)).isEqualTo(Wacht.TE_LAAT);
    assertThat(aanlevering.gemist(stap(v)))
        .hasValueSatisfying(
            g -> {
              assertThat(g.uiterlijk()).isEqualTo(AANLEVEREN);
              assertThat(g.nazenden()).isTrue();
            });
    nazenden(v);
    assertThat(wacht(v)).isEqualTo(Wacht.LOOPT);
    assertThat(v.taak("stukkenVerzenden", "klankbord_concept").uiterlijk()).contains(VERGADERING);
    assertThat(v.dueInEngine(v.taak("stukkenVerzenden", "klankbord_concept"))).contains(Werkdagen.eindeVan(VERGADERING));
    Map<String, List<String>> live = proef.leesmodel(v.id());
    proef.agenda.herbouw();
    assertThat(proef.leesmodel(v.id())).isEqualTo(live);
    assertThat(aanlevering.gemist(stap(v))).isEmpty();
    v.verzend("klankbord_concept", "0.9");
    assertThat(v.behandelingen("klankbord_concept"))
        .singleElement()
        .extracting(Behandeling::nagezonden)
        .isEqualTo(java.util.Optional.of("de voorzitter"));
    assertThat(v.journaal("nazenden_toegestaan"))
        .singleElement()
        .satisfies(
            g -> {
              assertThat(g.tekst()).contains("nazenden met instemming van de voorzitter");
              assertThat(g.reden()).isEqualTo("De aanbieders reageerden laat.");
            });
    assertThat(v.journaal("stukken_verzonden").get(0).tekst()).contains("nagezonden met instemming van de voorzitter");
    v.tot(VERGADERING).concludeer("klankbord_concept", "0.9", "positief");
    assertThat(v.behandelingen("klankbord_concept").get(0).nagezonden()).contains("de voorzitter");
  }

  @Test
  void wie_op_tijd_verzendt_is_niet_nagezonden_en_hoeft_niets_te_vragen() {
    Proefvisie v = op(AANLEVEREN);
    assertThat(aanlevering.gemist(stap(v))).isEmpty();
    assertThatThrownBy(() -> nazenden(v)).isInstanceOf(VisieFout.class).hasMessageContaining("geen stukken");
    v.verzend("klankbord_concept", "0.9");
    assertThat(v.behandelingen("klankbord_concept").get(0).nagezonden()).isEmpty();
    v.tot(AANLEVEREN.plusDays(2));
    assertThatThrownBy(() -> nazenden(v)).isInstanceOf(VisieFout.class).hasMessageContaining("geen stukken");
  }

  @Test
  void ook_nagezonden_stukken_zijn_een_keer_te_laat_als_zij_er_op_de_vergadering_niet_zijn() {
    Proefvisie v = op(AANLEVEREN.plusDays(1));
    nazenden(v);
    v.tot(VERGADERING.plusDays(1));
    assertThat(wacht(v)).isEqualTo(Wacht.TE_LAAT);
    assertThat(v.journaal("termijn_verlopen")).hasSize(2);
    assertThatThrownBy(() -> nazenden(v)).isInstanceOf(VisieFout.class).hasMessageContaining("al vastgelegd");
  }

  @Test
  void een_andere_datum_maakt_een_einde_aan_het_nazenden() {
    Proefvisie v = op(AANLEVEREN.plusDays(1));
    nazenden(v);
    v.wijzigDatum("klankbord_concept", VERGADERING.plusWeeks(2));
    assertThat(v.stap("klankbord_concept").nazending()).isEmpty();
    assertThat(v.taak("stukkenVerzenden", "klankbord_concept").uiterlijk()).contains(LocalDate.of(2026, 4, 22));
    v.verzend("klankbord_concept", "0.9");
    assertThat(v.behandelingen("klankbord_concept").get(0).nagezonden()).isEmpty();
  }

  @Test
  void de_latere_vergadering_is_de_eerste_waarvoor_de_stukken_nog_op_tijd_zijn() {
    Proefvisie v = op(LocalDate.of(2026, 4, 13));
    assertThatThrownBy(() -> aanlevering.latereVergadering(stap(v), "Te laat.", proef.secretaris()))
        .isInstanceOf(VisieFout.class)
        .hasMessageContaining("geen latere vergadering die nog te halen is");
    UUID teVroeg = schema.voegToe(KLANKBORD, LocalDate.of(2026, 4, 17), null, null, null, proef.secretaris()).vergadering().id();
    UUID eerste = schema.voegToe(KLANKBORD, LocalDate.of(2026, 4, 21), null, null, null, proef.secretaris()).vergadering().id();
    UUID tweede = schema.voegToe(KLANKBORD, LocalDate.of(2026, 5, 19), null, null, null, proef.secretaris()).vergadering().id();
    try {
      assertThat(aanlevering.gemist(stap(v)).orElseThrow().latere().orElseThrow().id()).isEqualTo(eerste);
      Map<String, String> voor = proef.afdruk();
      assertThatThrownBy(() -> aanlevering.latereVergadering(stap(v), " ", proef.secretaris()))
          .isInstanceOf(VisieFout.class)
          .hasMessage("Geef een reden.");
      assertThat(proef.afdruk()).isEqualTo(voor);
      aanlevering.latereVergadering(stap(v), "De stukken zijn niet klaar.", proef.secretaris());
      v.werkAf();
      assertThat(v.stap("klankbord_concept").gepland()).contains(GeschrevenDatum.op(LocalDate.of(2026, 4, 21)));
      assertThat(v.stap("klankbord_concept").vergadering()).contains(eerste);
      assertThat(v.taak("stukkenVerzenden", "klankbord_concept").uiterlijk()).contains(LocalDate.of(2026, 4, 14));
      assertThat(wacht(v)).isEqualTo(Wacht.HERINNERD);
      assertThat(v.journaal("datum_gewijzigd").get(0).reden()).isEqualTo("De stukken zijn niet klaar.");
    } finally {
      for (UUID id : List.of(teVroeg, eerste, tweede)) {
        schema.laatVervallen(id, "Proef voorbij.", proef.secretaris());
      }
    }
  }

  @Test
  void wat_niet_kan_of_niet_mag_verandert_niets() {
    Proefvisie v = op(AANLEVEREN.plusDays(1));
    Map<String, String> voor = proef.afdruk();
    assertThatThrownBy(() -> aanlevering.nazenden(stap(v), " ", "Zo.", proef.secretaris()))
        .isInstanceOf(VisieFout.class)
        .hasMessageContaining("wie heeft ingestemd");
    assertThatThrownBy(() -> aanlevering.nazenden(stap(v), "x".repeat(201), "Zo.", proef.secretaris()))
        .isInstanceOf(VisieFout.class);
    assertThatThrownBy(() -> aanlevering.nazenden(stap(v), "de voorzitter", "", proef.secretaris()))
        .isInstanceOf(VisieFout.class)
        .hasMessage("Geef een reden.");
    Gebruiker lezer = new Gebruiker("lezer", "Lezer", List.of(Toekenning.inRegio(Rol.LEZER, REGIO)));
    for (Gebruiker wie : List.of(lezer, proef.griffier(SOEST))) {
      assertThatThrownBy(() -> aanlevering.nazenden(stap(v), "de voorzitter", "Zo.", wie)).isInstanceOf(GeenToegang.class);
      assertThatThrownBy(() -> aanlevering.latereVergadering(stap(v), "Zo.", wie)).isInstanceOf(GeenToegang.class);
    }
    assertThatThrownBy(() -> aanlevering.nazenden(stap(v), "de voorzitter", "Zo.", proef.griffier(AMERSFOORT)))
        .isInstanceOf(VisieNietGevonden.class);
    assertThat(proef.afdruk()).isEqualTo(voor);
  }
}
