package nl.besluitroute.agenda;

import static nl.besluitroute.ondersteuning.Proefomgeving.AMERSFOORT;
import static nl.besluitroute.ondersteuning.Proefomgeving.BAARN;
import static nl.besluitroute.ondersteuning.Proefomgeving.REGIO;
import static nl.besluitroute.ondersteuning.Proefomgeving.SOEST;
import static org.assertj.core.api.Assertions.assertThat;

import nl.besluitroute.visie.Vaststellingsregel;
import nl.besluitroute.visie.VisieStarten;
import nl.besluitroute.ondersteuning.Proefomgeving;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.besluitroute.agenda.Gemeentestuk.Fase;
import nl.besluitroute.agenda.Gemeentestuk.Wat;
import nl.besluitroute.besluitvorming.Uitkomst;
import nl.besluitroute.besluitvorming.Zekerheid;
import nl.besluitroute.kalender.GeschrevenDatum;
import nl.besluitroute.ondersteuning.Databaseproef;
import nl.besluitroute.ondersteuning.Proefvisie;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.Rol;
import nl.besluitroute.toegang.Toekenning;
import nl.besluitroute.visie.Stap;
import nl.besluitroute.visie.StapId;
import nl.besluitroute.visie.Vertrouwelijkheden;
import nl.besluitroute.visie.Vertrouwelijkheid;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What reaches this council, and how the region's manager sees the same. */
class RegiostukkenIT extends Databaseproef {
  @Autowired Regiostukken regiostukken;
  @Autowired Standlijst standlijst;
  @Autowired Vertrouwelijkheden vertrouwelijkheden;

  private Regiostuk stuk(Proefvisie v, String gemeente) {
    return regiostukken.stuk(v.id(), gemeente, proef.griffier(gemeente)).orElseThrow();
  }

  private void zet(Proefvisie v, String gemeente, Stap.Soort soort, LocalDate dag) {
    proef.stappen.wijzigDatum(
        StapId.van(v.id(), "lokaal", gemeente, soort, 1), GeschrevenDatum.op(dag), "Verzet.", proef.secretaris());
  }

  @Test
  void een_raad_waarvan_de_dag_niet_meer_bekend_is_blijft_staan() {
    Proefvisie v = proef.raden(SOEST).radenTotLokaal();
    proef.stappen.wijzigDatum(
        StapId.van(v.id(), "lokaal", SOEST, Stap.Soort.RAAD, 1), GeschrevenDatum.ONBEKEND, "Vervallen.", proef.secretaris());
    assertThat(stuk(v, SOEST).stuk().raad().flatMap(Stapkop::gepland)).contains(GeschrevenDatum.ONBEKEND);
  }

  @Test
  void een_stuk_gaat_van_de_regio_over_het_college_naar_de_raad() {
    Proefvisie v = proef.raden(AMERSFOORT, SOEST);
    Regiostuk begin = stuk(v, SOEST);
    assertThat(begin.stuk().wat()).isEqualTo(Wat.BESLUIT);
    assertThat(begin.stuk().fase()).isEqualTo(Fase.REGIO);
    assertThat(begin.stuk().raad().flatMap(Stapkop::gepland)).isEqualTo(v.stap("lokaal").gepland());
    assertThat(begin.versie()).isEmpty();
    assertThat(begin.elders()).isEmpty();
    assertThat(begin.nu()).extracting(Onderweg::naam).containsExactly(v.stap("tekst_concept").naam());
    assertThat(begin.ontbreekt()).extracting(OpenWerk::stap).containsExactly(v.stap("tekst_concept").id());

    v.radenTotLokaal();
    LocalDate raad = LocalDate.of(2026, 7, 9);
    zet(v, SOEST, Stap.Soort.RAAD, raad);
    Regiostuk college = stuk(v, SOEST);
    assertThat(college.stuk().fase()).isEqualTo(Fase.COLLEGE);
    assertThat(college.versie().orElseThrow().nummer()).isEqualTo("1.0");
    assertThat(college.aanleveren().orElseThrow()).isBefore(raad);
    assertThat(college.ontbreekt()).extracting(OpenWerk::groep).containsExactly("college-" + SOEST.toLowerCase());

    v.college(SOEST, "conform", "1.0");
    assertThat(stuk(v, SOEST).stuk().fase()).isEqualTo(Fase.RAAD);
    assertThat(stuk(v, SOEST).stuk().collegeUitkomst().orElseThrow().uitkomst()).isEqualTo(Uitkomst.CONFORM);
    v.raad(SOEST, "aangenomen", "1.0");
    Regiostuk klaar = stuk(v, SOEST);
    assertThat(klaar.stuk().fase()).isEqualTo(Fase.GEREED);
    assertThat(klaar.stuk().lopend()).isFalse();
    assertThat(klaar.stuk().raadUitkomst().orElseThrow().zekerheid()).isEqualTo(Zekerheid.GEMELD);
    assertThat(klaar.elders().orElseThrow().vastgesteld()).isEqualTo(1);
    assertThat(klaar.aanleveren()).isEmpty();
    assertThat(klaar.ontbreekt()).isEmpty();
    assertThat(klaar.gewijzigd()).isEqualTo(proef.klok.instant());
    assertThat(stuk(v, AMERSFOORT).stuk().fase()).isEqualTo(Fase.COLLEGE);
  }

  @Test
  void een_raad_die_wordt_geinformeerd_ziet_dat() {
    Proefvisie v = proef.colleges(SOEST);
    assertThat(stuk(v, SOEST).stuk().wat()).isEqualTo(Wat.INFORMEREN);
    v.collegesTotLokaal().college(SOEST, "conform", "1.0").sluitAf();
    assertThat(stuk(v, SOEST).stuk().fase()).isEqualTo(Fase.INFORMEREN);
    v.voltooi(
        v.taak("raadInformeren"),
        Proefvisie.invoer("datum", proef.klok.vandaag().toString(), "kenmerk", "Z-1", "bron", Proefvisie.BRON));
    assertThat(stuk(v, SOEST).stuk().fase()).isEqualTo(Fase.GEREED);
    assertThat(stuk(v, SOEST).stuk().geinformeerd().orElseThrow().datum()).isEqualTo(proef.klok.vandaag());
  }

  @Test
  void in_een_tweede_ronde_heeft_de_raad_nog_geen_datum() {
    Proefvisie v = proef.raden(SOEST).radenTotLokaal().college(SOEST, "conform", "1.0");
    v.raad(SOEST, "gewijzigd_aangenomen", "1.0", "amendement", "Evalueer.").sluitAf().advies("heroverwegen");
    Gemeentestuk stuk = stuk(v, SOEST).stuk();
    assertThat(stuk.fase()).isEqualTo(Fase.COLLEGE);
    assertThat(stuk.lopend()).isTrue();
    assertThat(stuk.raad()).isEmpty();
    assertThat(stuk.raadUitkomst().orElseThrow().uitkomst()).isEqualTo(Uitkomst.GEWIJZIGD_AANGENOMEN);
    assertThat(standlijst.visie(v.id(), proef.secretaris()).teBesluiten()).isEqualTo(1);
  }

  @Test
  void wie_vertrekt_houdt_zijn_rij_en_wacht_nergens_meer_op() {
    Proefvisie v = proef.raden(AMERSFOORT, SOEST).radenTotLokaal().college(SOEST, "conform", "1.0");
    v.vertrek(SOEST);
    assertThat(stuk(v, SOEST).stuk().fase()).isEqualTo(Fase.VERTROKKEN);
    assertThat(stuk(v, SOEST).stuk().lopend()).isFalse();
    assertThat(stuk(v, SOEST).stuk().collegeUitkomst()).isPresent();
    v.college(AMERSFOORT, "conform", "1.0").raad(AMERSFOORT, "aangenomen", "1.0");
    v.toetreding(BAARN);
    assertThat(stuk(v, BAARN).stuk().fase()).isEqualTo(Fase.COLLEGE);
    assertThat(standlijst.gemeenten(v.id(), proef.secretaris()))
        .extracting(Gemeentestuk::gemeente)
        .containsExactlyInAnyOrder(AMERSFOORT, BAARN, SOEST);
    assertThat(standlijst.visie(v.id(), proef.secretaris()).teBesluiten()).isEqualTo(1);
    v.vertrek(AMERSFOORT);
    assertThat(stuk(v, AMERSFOORT).stuk().fase()).isEqualTo(Fase.VERTROKKEN);
  }

  @Test
  void een_griffier_leest_zijn_stukken_op_raadsdag_bladzijde_na_bladzijde() {
    List<Proefvisie> visies = List.of(proef.raden(SOEST), proef.raden(SOEST, BAARN), proef.raden(SOEST));
    zet(visies.get(1), SOEST, Stap.Soort.RAAD, LocalDate.of(2026, 5, 7));
    Gebruiker twee =
        new Gebruiker(
            "griffier",
            "Griffier",
            List.of(Toekenning.inGemeente(Rol.GRIFFIER, SOEST), Toekenning.inGemeente(Rol.GRIFFIER, BAARN)));
    List<String> gelezen = new ArrayList<>();
    List<LocalDate> dagen = new ArrayList<>();
    Optional<String> na = Optional.empty();
    do {
      Bladzijde<Regiostuk> bladzijde = regiostukken.van(twee, true, na, 2);
      bladzijde.rijen().forEach(r -> {
        gelezen.add(r.visie().id() + "/" + r.stuk().gemeente());
        dagen.add(r.stuk().raad().flatMap(Stapkop::datum).map(GeschrevenDatum::laatste).orElse(LocalDate.MAX));
      });
      na = bladzijde.volgende();
    } while (na.isPresent());
    assertThat(gelezen).doesNotHaveDuplicates()
        .contains(visies.get(0).id() + "/" + SOEST, visies.get(1).id() + "/" + SOEST,
            visies.get(1).id() + "/" + BAARN, visies.get(2).id() + "/" + SOEST);
    assertThat(dagen).isSorted();
    assertThat(regiostukken.stuk(visies.get(0).id(), SOEST, proef.griffier(BAARN))).isEmpty();
  }

  @Test
  void een_kenmerk_dat_met_een_ander_begint_staat_op_de_volgende_bladzijde() {
    proef.raden(SOEST);
    String kort = Proefomgeving.uniek();
    for (String id : List.of(kort, kort + "-2")) {
      proef.starten.start(
          new VisieStarten.Opdracht(
              id, "Regiovisie", "Vaststellen.", 2027, 2030, Vaststellingsregel.ALLE_RADEN, List.of(REGIO),
              List.of(BAARN), "route_raden", List.of()),
          proef.secretaris());
    }
    List<String> gelezen = new ArrayList<>();
    Optional<String> na = Optional.empty();
    do {
      Bladzijde<Regiostuk> bladzijde = regiostukken.van(proef.griffier(BAARN), true, na, 1);
      bladzijde.rijen().forEach(r -> gelezen.add(r.visie().id()));
      na = bladzijde.volgende();
    } while (na.isPresent());
    assertThat(gelezen).contains(kort, kort + "-2").doesNotHaveDuplicates();
  }

  @Test
  void een_geheime_visie_staat_alleen_in_de_lijst_van_wie_haar_mag_inzien() {
    Proefvisie v = proef.raden(SOEST, BAARN);
    Proefvisie ander = proef.raden(SOEST, BAARN);
    Gebruiker soest = als(Toekenning.inGemeente(Rol.BELEIDSMEDEWERKER, SOEST));
    Gebruiker manager = als(Toekenning.inRegio(Rol.MANAGER, REGIO));
    vertrouwelijkheden.markeer(
        new Vertrouwelijkheden.Markering(
            v.id(), null, null, Vertrouwelijkheid.Niveau.GEHEIM, "Artikel 87 Gemeentewet", "college-gm0342", null),
        soest);
    assertThat(regiostukken.van(proef.griffier(BAARN), true, Optional.empty(), 500).rijen())
        .extracting(r -> r.visie().id()).contains(ander.id()).doesNotContain(v.id());
    assertThat(regiostukken.van(proef.griffier(SOEST), true, Optional.empty(), 500).rijen())
        .extracting(r -> r.visie().id()).contains(ander.id(), v.id());
    assertThat(standlijst.van(manager, true, Optional.empty(), 500).rijen())
        .extracting(r -> r.visie().id()).contains(ander.id()).doesNotContain(v.id());
    assertThat(standlijst.van(soest, true, Optional.empty(), 500).rijen())
        .extracting(r -> r.visie().id()).contains(ander.id(), v.id());
  }

  private static Gebruiker als(Toekenning rol) {
    return new Gebruiker("proef-" + rol.rol(), "Proef", List.of(rol));
  }

  @Test
  void een_gemeente_bepaalt_alleen_als_zij_als_enige_de_laatste_is_en_ieder_een_datum_heeft() {
    Proefvisie v = proef.raden(AMERSFOORT, BAARN, SOEST).radenTotLokaal();
    Gebruiker manager = als(Toekenning.inRegio(Rol.MANAGER, REGIO));
    Visierij gelijk = standlijst.visie(v.id(), manager);
    assertThat(gelijk.teBesluiten()).isEqualTo(3);
    assertThat(gelijk.laatste()).isEqualTo(v.stap("lokaal").gepland().map(GeschrevenDatum::laatste));
    assertThat(gelijk.bepaalt()).isEmpty();

    LocalDate laat = LocalDate.of(2026, 12, 10);
    zet(v, BAARN, Stap.Soort.RAAD, laat);
    assertThat(standlijst.visie(v.id(), manager).bepaalt()).contains(BAARN);
    assertThat(standlijst.visie(v.id(), manager).laatste()).contains(laat);
    assertThat(standlijst.gemeenten(v.id(), manager).get(0).gemeente()).isEqualTo(BAARN);

    v.college(SOEST, "aangehouden", null, "volgende_datum", "onbekend");
    v.college(AMERSFOORT, "conform", "1.0").raad(AMERSFOORT, "aangenomen", "1.0");
    Visierij rij = standlijst.visie(v.id(), manager);
    assertThat(rij.teBesluiten()).isEqualTo(2);
    assertThat(rij.stand().orElseThrow().vastgesteld()).isEqualTo(1);
    assertThat(standlijst.van(manager, true, Optional.empty(), 500).rijen())
        .extracting(r -> r.visie().id()).contains(v.id()).doesNotHaveDuplicates();
  }

  @Test
  void een_besluit_raakt_alleen_de_rij_van_die_gemeente() {
    Proefvisie v = proef.raden(AMERSFOORT, BAARN, SOEST).radenTotLokaal();
    proef.transactie.executeWithoutResult(
        s -> proef.jdbc.update(
            "update agenda_gemeente set informering_datum = ? where visie = ?", proef.klok.vandaag(), v.id()));
    v.college(SOEST, "conform", "1.0");
    assertThat(
            proef.jdbc.queryForList(
                "select gemeente from agenda_gemeente where visie = ? and informering_datum is null", String.class, v.id()))
        .containsExactly(SOEST);
    proef.agenda.herbouw();
  }
}
