package nl.besluitroute.besluitvorming;

import static nl.besluitroute.ondersteuning.Proefomgeving.AMERSFOORT;
import static nl.besluitroute.ondersteuning.Proefomgeving.BAARN;
import static nl.besluitroute.ondersteuning.Proefomgeving.SOEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.besluitroute.kalender.GeschrevenDatum;
import nl.besluitroute.ondersteuning.Databaseproef;
import nl.besluitroute.ondersteuning.Proefomgeving;
import nl.besluitroute.ondersteuning.Proefvisie;
import nl.besluitroute.regio.Orgaansoort;
import nl.besluitroute.stuk.Versies;
import nl.besluitroute.visie.Stap;
import nl.besluitroute.visie.Vaststellingsregel;
import nl.besluitroute.visie.VisieFout;
import nl.besluitroute.visie.VisieStarten;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A vision that is half-way comes in with its past and goes on from there. */
class VisieInbrengenIT extends Databaseproef {
  private static final LocalDate CONCEPT = LocalDate.of(2025, 11, 3);
  private static final LocalDate DEFINITIEF = LocalDate.of(2026, 1, 12);

  @Autowired private VisieInbrengen inbrengen;

  private static VisieInbrengen.OudeStap gedaan(String element, String datum, String conclusie) {
    GeschrevenDatum geschreven = datum == null ? null : GeschrevenDatum.lees(datum, LocalDate.of(2025, 12, 1)).datum().orElseThrow();
    return new VisieInbrengen.OudeStap(element, false, geschreven, conclusie, null, conclusie == null ? null : "0.9");
  }

  private static VisieInbrengen.OudBesluit besluit(String gemeente, Orgaansoort orgaan, String uitkomst) {
    return new VisieInbrengen.OudBesluit(
        gemeente,
        orgaan,
        new Besluiten.Vastlegging(LocalDate.of(2026, 2, 10), uitkomst, "1.0", Proefvisie.DICTUM, null, null, Proefvisie.BRON, null));
  }

  private static List<VisieInbrengen.OudeStap> totEnMetUo() {
    return List.of(
        gedaan("tekst_concept", "3 november 2025", null),
        gedaan("participatie_partners", "november, december 2025", null),
        gedaan("klankbord_concept", "Sept/ Okt 2025", "leeg"),
        gedaan("tekst_definitief", "12 januari 2026", null),
        gedaan("uo_definitief", "20 januari 2026", "met_opmerkingen"));
  }

  private Proefvisie breng(List<VisieInbrengen.OudeStap> stappen, List<VisieInbrengen.OudBesluit> besluiten) {
    return breng(stappen, besluiten, CONCEPT);
  }

  private Proefvisie breng(
      List<VisieInbrengen.OudeStap> stappen, List<VisieInbrengen.OudBesluit> besluiten, LocalDate concept) {
    proef.raden(AMERSFOORT, BAARN, SOEST);
    String id = Proefomgeving.uniek();
    inbrengen.brengIn(
        new VisieStarten.Opdracht(
            id, "Regiovisie " + id, Proefvisie.DICTUM, 2026, 2029, Vaststellingsregel.ALLE_RADEN,
            List.of(Proefomgeving.REGIO), List.of(AMERSFOORT, BAARN, SOEST), "route_raden", List.of()),
        new VisieInbrengen.Verleden(
            List.of(
                new VisieInbrengen.OudeVersie("0.9", concept, null, List.of(new Versies.Aanlevering("Regiovisie", null, "Concept"))),
                new VisieInbrengen.OudeVersie("1.0", DEFINITIEF, null, List.of(new Versies.Aanlevering("Regiovisie", null, "Definitief")))),
            stappen,
            besluiten),
        proef.secretaris());
    return Proefvisie.van(proef, id).werkAf();
  }

  @Test
  void zij_gaat_verder_bij_de_stap_waar_zij_staat_en_haar_verleden_heeft_zijn_eigen_datums() {
    Proefvisie v = breng(totEnMetUo(), List.of());
    assertThat(v.werk()).containsExactly("stukkenVerzenden do_definitief");
    assertThat(v.stap("klankbord_concept").werkelijk().orElseThrow().tekst()).isEqualTo("Sept/ Okt 2025");
    assertThat(v.behandelingen("klankbord_concept")).singleElement().satisfies(b -> {
      assertThat(b.conclusie()).contains(Conclusie.LEEG);
      assertThat(b.datum()).isEmpty();
    });
    assertThat(v.behandelingen("uo_definitief").get(0).datum()).contains(LocalDate.of(2026, 1, 20));
    assertThat(v.journaal("visie_ingebracht")).hasSize(1);
    assertThat(v.journaal("verleden_vastgelegd")).hasSize(5)
        .anySatisfy(g -> assertThat(g.tekst()).contains("Sept/ Okt 2025"))
        .allSatisfy(g -> assertThat(g.tijdstip()).isEqualTo(proef.klok.instant()));
    v.overleg("do_definitief", "1.0").overleg("pfho_definitief", "1.0");
    assertThat(v.werk()).hasSize(3);
  }

  @Test
  void midden_in_de_lokale_besluitvorming_besluit_alleen_wie_dat_nog_niet_deed() {
    List<VisieInbrengen.OudeStap> stappen = new ArrayList<>(totEnMetUo());
    stappen.add(new VisieInbrengen.OudeStap("do_definitief", true, null, null, null, null));
    stappen.add(gedaan("pfho_definitief", "29 januari 2026", "positief"));
    Proefvisie v =
        breng(
            stappen,
            List.of(
                besluit(AMERSFOORT, Orgaansoort.COLLEGE, "conform"),
                besluit(AMERSFOORT, Orgaansoort.RAAD, "aangenomen"),
                besluit(BAARN, Orgaansoort.COLLEGE, "conform")));
    assertThat(v.werk())
        .containsExactly("collegebesluitVastleggen lokaal " + SOEST, "raadsbesluitVastleggen lokaal " + BAARN);
    assertThat(v.stap("do_definitief").toestand()).isEqualTo(Stap.Toestand.VERVALLEN);
    assertThat(v.stand().zin()).isEqualTo("1 van 3 vastgesteld; 2 nog open");
    v.raad(BAARN, "aangenomen", "1.0").college(SOEST, "conform", "1.0").raad(SOEST, "aangenomen", "1.0").sluitAf();
    assertThat(v.afgerond()).isTrue();
    assertThat(v.stand().waarde()).isEqualTo(Stand.Waarde.VASTGESTELD);
  }

  @Test
  void een_verleden_dat_niet_kan_wordt_geweigerd_en_laat_niets_achter() {
    proef.raden(SOEST);
    int visies = proef.jdbc.queryForObject("select count(*) from visie", Integer.class);
    assertThatThrownBy(() -> breng(List.of(gedaan("bestaat_niet", null, null)), List.of()))
        .isInstanceOf(VisieFout.class).hasMessageContaining("niet heeft");
    assertThatThrownBy(() -> breng(List.of(gedaan("uo_definitief", "1 januari 2030", "positief")), List.of()))
        .isInstanceOf(VisieFout.class).hasMessageContaining("toekomst");
    assertThatThrownBy(() -> breng(List.of(gedaan("uo_definitief", null, "aangehouden")), List.of()))
        .isInstanceOf(VisieFout.class).hasMessageContaining("aangehouden");
    assertThatThrownBy(() -> breng(totEnMetUo(), List.of(), LocalDate.of(1205, 1, 5)))
        .isInstanceOf(VisieFout.class).hasMessageContaining("jaar 1205");
    assertThat(proef.jdbc.queryForObject("select count(*) from visie", Integer.class)).isEqualTo(visies + 4);
  }
}
