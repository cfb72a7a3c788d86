package nl.besluitroute.agenda;

import static nl.besluitroute.ondersteuning.Proefomgeving.AMERSFOORT;
import static nl.besluitroute.ondersteuning.Proefomgeving.BAARN;
import static nl.besluitroute.ondersteuning.Proefomgeving.REGIO;
import static nl.besluitroute.ondersteuning.Proefomgeving.SOEST;
import static nl.besluitroute.ondersteuning.Proefomgeving.WOUDENBERG;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.besluitroute.agenda.Werkkeuze.Wanneer;
import nl.besluitroute.kalender.GeschrevenDatum;
import nl.besluitroute.ondersteuning.Databaseproef;
import nl.besluitroute.ondersteuning.Proefomgeving;
import nl.besluitroute.ondersteuning.Proefvisie;
import nl.besluitroute.regio.GemeenteCode;
import nl.besluitroute.regio.Orgaansoort;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.Rol;
import nl.besluitroute.toegang.Toekenning;
import nl.besluitroute.visie.Stap;
import nl.besluitroute.visie.StapId;
import nl.besluitroute.visie.Vaststellingsregel;
import nl.besluitroute.visie.Vertrouwelijkheden;
import nl.besluitroute.visie.Vertrouwelijkheid;
import nl.besluitroute.visie.VisieStarten;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What must this body do. */
class WerklijstIT extends Databaseproef {
  @Autowired Visielijst visielijst;
  @Autowired Vertrouwelijkheden vertrouwelijkheden;

  private static Gebruiker met(Toekenning... toekenningen) {
    return new Gebruiker("iemand", "Iemand", List.of(toekenningen));
  }

  private List<AgendaTaak> alles(Gebruiker wie, Werkkeuze keuze, int perKeer) {
    List<AgendaTaak> gelezen = new ArrayList<>();
    Optional<String> na = Optional.empty();
    do {
      Bladzijde<AgendaTaak> bladzijde = proef.agenda.werk(wie, keuze, na, perKeer);
      assertThat(bladzijde.rijen()).hasSizeLessThanOrEqualTo(perKeer);
      gelezen.addAll(bladzijde.rijen());
      na = bladzijde.volgende();
    } while (na.isPresent());
    return gelezen;
  }

  private List<String> soorten(Proefvisie v, Gebruiker wie) {
    return alles(wie, Werkkeuze.ALLES.visie(v.id()), 3).stream()
        .map(t -> t.soort().substring(5) + t.gemeente().map(g -> " " + g).orElse(""))
        .sorted()
        .toList();
  }

  @Test
  void bladzijde_na_bladzijde_komt_elk_werk_een_keer_op_volgorde_en_zonder_datum_achteraan() {
    Proefvisie v = proef.raden(AMERSFOORT, BAARN, SOEST).radenTotLokaal();
    v.college(AMERSFOORT, "conform", "1.0");
    Proefvisie zonder = zonderPlanning();
    Gebruiker wie =
        met(
            Toekenning.inRegio(Rol.AMBTELIJK_SECRETARIS, REGIO),
            Toekenning.inGemeente(Rol.GRIFFIER, AMERSFOORT),
            Toekenning.bijOverleg(Rol.AMBTELIJK_SECRETARIS, REGIO, "proef-directie_overleg"));
    for (int perKeer : List.of(1, 2, 1000)) {
      List<AgendaTaak> gelezen = alles(wie, Werkkeuze.ALLES, perKeer);
      assertThat(gelezen).extracting(AgendaTaak::taak).doesNotHaveDuplicates();
      assertThat(gelezen).isSortedAccordingTo(java.util.Comparator.comparing(AgendaTaak::sorteer).thenComparing(AgendaTaak::taak));
      assertThat(gelezen).extracting(AgendaTaak::taak)
          .containsAll(v.open().stream().map(AgendaTaak::taak).toList())
          .containsAll(zonder.open().stream().map(AgendaTaak::taak).toList());
      assertThat(gelezen.get(gelezen.size() - 1).uiterlijk()).isEmpty();
      assertThat(proef.agenda.aantallen(wie, Werkkeuze.ALLES).alle()).isEqualTo(gelezen.size());
    }
  }

  private Proefvisie zonderPlanning() {
    return Proefvisie.begin(
        proef, "route_raden", List.of(SOEST), Vaststellingsregel.ALLE_RADEN, null, null);
  }

  @Test
  void ieder_ziet_wat_zijn_rol_vastlegt() {
    Proefvisie v = proef.raden(AMERSFOORT, SOEST).radenTotLokaal().college(AMERSFOORT, "conform", "1.0");
    assertThat(soorten(v, proef.secretaris()))
        .containsExactly("collegebesluitVastleggen " + SOEST, "raadsbesluitVastleggen " + AMERSFOORT);
    assertThat(soorten(v, met(Toekenning.inGemeente(Rol.GRIFFIER, AMERSFOORT))))
        .containsExactly("raadsbesluitVastleggen " + AMERSFOORT);
    assertThat(soorten(v, met(Toekenning.inGemeente(Rol.GRIFFIER, SOEST)))).isEmpty();
    assertThat(soorten(v, met(Toekenning.inGemeente(Rol.BESTUURSSECRETARIS, SOEST))))
        .containsExactly("collegebesluitVastleggen " + SOEST);
    assertThat(soorten(v, met(Toekenning.inGemeente(Rol.BELEIDSMEDEWERKER, SOEST))))
        .containsExactly("collegebesluitVastleggen " + SOEST);
    assertThat(soorten(v, met(Toekenning.inRegio(Rol.MANAGER, REGIO)))).isEmpty();
    assertThat(soorten(v, met(Toekenning.zonderBereik(Rol.BEHEERDER)))).isEmpty();
    assertThat(soorten(v, met(Toekenning.inRegio(Rol.AMBTELIJK_SECRETARIS, "JZ16")))).isEmpty();
  }

  @Test
  void de_secretaris_van_een_overleg_ziet_alleen_dat_overleg() {
    Proefvisie v = proef.raden(SOEST).versie("0.9").participatie("participatie_partners");
    Gebruiker klankbord =
        met(Toekenning.bijOverleg(Rol.AMBTELIJK_SECRETARIS, REGIO, "proef-klankbordgroep"));
    Gebruiker directie =
        met(Toekenning.bijOverleg(Rol.AMBTELIJK_SECRETARIS, REGIO, "proef-directie_overleg"));
    assertThat(soorten(v, klankbord)).containsExactly("stukkenVerzenden");
    assertThat(soorten(v, directie)).isEmpty();
  }

  @Test
  void te_laat_deze_week_en_later_delen_het_werk_op_zoals_hun_aantallen() {
    Proefvisie v = proef.raden(AMERSFOORT, BAARN, SOEST).radenTotLokaal();
    LocalDate maandag = LocalDate.of(2026, 9, 7);
    proef.zet(maandag);
    zet(v, AMERSFOORT, LocalDate.of(2026, 8, 3));
    zet(v, BAARN, LocalDate.of(2026, 9, 3));
    zet(v, SOEST, LocalDate.of(2026, 10, 6));
    v.werkAf();
    Werkkeuze keuze = Werkkeuze.ALLES.visie(v.id());
    assertThat(gemeenten(keuze.wanneer(Wanneer.TE_LAAT))).containsExactly(AMERSFOORT);
    assertThat(gemeenten(keuze.wanneer(Wanneer.DEZE_WEEK))).containsExactly(BAARN);
    assertThat(gemeenten(keuze.wanneer(Wanneer.LATER))).containsExactly(SOEST);
    assertThat(proef.agenda.aantallen(proef.secretaris(), keuze))
        .isEqualTo(new Aantallen(3, 1, 1, 1, 0, 0));
    assertThat(visielijst.van(proef.secretaris(), Visielijst.Toon.TE_LAAT, Optional.empty(), 1000).rijen())
        .filteredOn(regel -> regel.visie().id().equals(v.id()))
        .extracting(Visielijst.Regel::teLaat)
        .containsExactly(1L);
    assertThat(gemeenten(keuze.groep("college-" + SOEST.toLowerCase()))).containsExactly(SOEST);
  }

  private void zet(Proefvisie v, String gemeente, LocalDate dag) {
    proef.stappen.wijzigDatum(
        StapId.van(v.id(), "lokaal", gemeente, Stap.Soort.COLLEGE, 1),
        GeschrevenDatum.op(dag), "Verzet.", proef.secretaris());
  }

  private List<String> gemeenten(Werkkeuze keuze) {
    return alles(proef.secretaris(), keuze, 50).stream().map(t -> t.gemeente().orElseThrow()).toList();
  }

  private static final String BUUR = "BUUR";

  /** A vision of these regions, the leading one first. */
  private Proefvisie visieVan(List<String> regios, String deelnemer) {
    String id = Proefomgeving.uniek();
    proef.starten.start(
        new VisieStarten.Opdracht(
            id, "Regiovisie " + id, Proefvisie.DICTUM, 2027, 2030, Vaststellingsregel.ALLE_RADEN, regios,
            List.of(deelnemer), "route_raden", List.of()),
        Gebruiker.secretarisVan(regios));
    return Proefvisie.van(proef, id);
  }

  @Test
  void per_regio_staat_het_werk_van_haar_visies_ook_van_wat_twee_regios_samen_doen() {
    Proefvisie eigen = proef.raden(SOEST);
    proef.transactie.executeWithoutResult(
        status -> {
          proef.regios.voegRegioToe(BUUR, "Buurregio", List.of(new GemeenteCode(WOUDENBERG)));
          for (Orgaansoort soort :
              List.of(
                  Orgaansoort.KLANKBORDGROEP, Orgaansoort.UITVOERINGSOVERLEG, Orgaansoort.DIRECTIE_OVERLEG,
                  Orgaansoort.PORTEFEUILLEHOUDERSOVERLEG)) {
            proef.regios.voegOverlegToe("buur-" + soort.code(), soort.naam(), soort, BUUR);
          }
        });
    Proefvisie samen = visieVan(List.of(REGIO, BUUR), SOEST);
    Proefvisie buur = visieVan(List.of(BUUR), WOUDENBERG);
    Gebruiker beide =
        met(Toekenning.inRegio(Rol.AMBTELIJK_SECRETARIS, REGIO), Toekenning.inRegio(Rol.AMBTELIJK_SECRETARIS, BUUR));
    assertThat(visies(beide, Werkkeuze.ALLES.regio(BUUR))).containsExactlyInAnyOrder(samen.id(), buur.id());
    assertThat(visies(beide, Werkkeuze.ALLES.regio(REGIO))).contains(eigen.id(), samen.id()).doesNotContain(buur.id());
    assertThat(visies(beide, Werkkeuze.ALLES.regio(BUUR).visie(samen.id()))).containsExactly(samen.id());
    assertThat(visies(beide, Werkkeuze.ALLES.regio("JZ01"))).isEmpty();
    for (String regio : List.of(REGIO, BUUR)) {
      Werkkeuze keuze = Werkkeuze.ALLES.regio(regio);
      List<AgendaTaak> ineens = alles(beide, keuze, 1000);
      assertThat(ineens).isSortedAccordingTo(java.util.Comparator.comparing(AgendaTaak::sorteer).thenComparing(AgendaTaak::taak));
      assertThat(alles(beide, keuze, 1)).extracting(AgendaTaak::taak)
          .containsExactlyElementsOf(ineens.stream().map(AgendaTaak::taak).toList()).doesNotHaveDuplicates();
      assertThat(proef.agenda.aantallen(beide, keuze).alle()).isEqualTo(ineens.size());
    }
    Gebruiker alleenBuur = met(Toekenning.inRegio(Rol.AMBTELIJK_SECRETARIS, BUUR));
    assertThat(visies(alleenBuur, Werkkeuze.ALLES.regio(REGIO))).as("his own work on what both do").containsExactly(samen.id());
    assertThat(proef.agenda.werkgebied(beide).regios()).containsExactly(BUUR, REGIO);
    assertThat(proef.agenda.werkgebied(met(Toekenning.inGemeente(Rol.GRIFFIER, WOUDENBERG))).regios()).isEmpty();
    assertThat(proef.agenda.werkgebied(met(Toekenning.inRegio(Rol.MANAGER, REGIO))).visies()).isEmpty();
  }

  private List<String> visies(Gebruiker wie, Werkkeuze keuze) {
    return alles(wie, keuze, 2).stream().map(AgendaTaak::visie).distinct().toList();
  }

  @Test
  void wat_niet_voor_hem_is_staat_er_niet_en_telt_niet() {
    Proefvisie v = proef.raden(AMERSFOORT, SOEST).radenTotLokaal();
    Gebruiker soest = met(Toekenning.inGemeente(Rol.BELEIDSMEDEWERKER, SOEST));
    Gebruiker amersfoort = met(Toekenning.inGemeente(Rol.BELEIDSMEDEWERKER, AMERSFOORT));
    assertThat(soorten(v, soest)).hasSize(1);
    vertrouwelijkheden.markeer(
        new Vertrouwelijkheden.Markering(
            v.id(), null, null, Vertrouwelijkheid.Niveau.GEHEIM, "Gemeentewet 87",
            "college-" + AMERSFOORT.toLowerCase(), null),
        new Gebruiker("geheim", "Beleid", List.of(Toekenning.inGemeente(Rol.BELEIDSMEDEWERKER, AMERSFOORT))));
    assertThat(soorten(v, soest)).isEmpty();
    assertThat(proef.agenda.aantallen(soest, Werkkeuze.ALLES.visie(v.id())).alle()).isZero();
    assertThat(soorten(v, amersfoort)).hasSize(1);
  }

  @Test
  void een_plaats_die_er_geen_is_begint_vooraan() {
    Proefvisie v = proef.raden(SOEST);
    assertThat(
            proef.agenda.werk(proef.secretaris(), Werkkeuze.ALLES.visie(v.id()), Optional.of("onzin'_;--"), 5).rijen())
        .hasSize(1);
  }
}
