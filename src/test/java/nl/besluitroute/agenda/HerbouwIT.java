package nl.besluitroute.agenda;

import static nl.besluitroute.ondersteuning.Proefomgeving.AMERSFOORT;
import static nl.besluitroute.ondersteuning.Proefomgeving.SOEST;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import nl.besluitroute.kalender.GeschrevenDatum;
import nl.besluitroute.ondersteuning.Databaseproef;
import nl.besluitroute.ondersteuning.Proefomgeving;
import nl.besluitroute.ondersteuning.Proefvisie;
import nl.besluitroute.stuk.Versies;
import nl.besluitroute.visie.Opschorting;
import nl.besluitroute.visie.Stap;
import nl.besluitroute.visie.StapId;
import org.hibernate.engine.spi.SessionImplementor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The read model is derived: made anew from the engine and the steps it is the same. */
class HerbouwIT extends Databaseproef {
  @Autowired private Opschorting opschorting;
  @Autowired private Versies versies;
  @Autowired private Standlijst standlijst;
  @Autowired private EntityManager em;

  @Test
  void de_herbouwde_agenda_is_gelijk_aan_de_levende() {
    // Work that other tests left open stands at their own moments; only this vision's is compared.
    Proefvisie v = proef.colleges(AMERSFOORT, SOEST);
    v.participatie("participatie_dialoog").versie("0.9");
    v.overleg("uo_concept", "0.9").overleg("do_concept", "0.9").overleg("pfho_concept", "0.9");
    v.participatie("webinar_raden").versie("1.0");
    v.verzend("uo_definitief", "1.0");
    LocalDate klankbord = v.stap("klankbord_definitief").gepland().orElseThrow().laatste();
    v.tot(klankbord.minusDays(3));
    assertThat(v.open()).extracting(AgendaTaak::wacht).contains(AgendaTaak.Wacht.TE_LAAT);
    v.wijzigDatum("uo_definitief", proef.klok.vandaag());
    assertThat(v.open()).extracting(AgendaTaak::wacht)
        .contains(AgendaTaak.Wacht.TE_LAAT, AgendaTaak.Wacht.HERINNERD);

    Map<String, List<String>> levend = proef.leesmodel(v.id());
    assertThat(levend.get("agenda_taak")).hasSize(3);
    assertThat(levend.get("agenda_gemeente")).hasSize(2);
    assertThat(levend.get("agenda_visie")).hasSize(1);
    assertThat(levend.get("agenda_kop")).hasSize(1);
    proef.agenda.herbouw();
    assertThat(proef.leesmodel(v.id())).isEqualTo(levend);
  }

  @Test
  void wat_elke_lijst_van_een_visie_zegt_volgt_wat_er_gebeurt() {
    Proefvisie v = proef.raden(AMERSFOORT, SOEST);
    assertThat(kop(v))
        .containsEntry("regio", Proefomgeving.REGIO)
        .containsEntry("mede_regio", null)
        .containsEntry("gemeenten", 2)
        .containsEntry("versie", null)
        .containsEntry("waarde", null);
    assertThat(onderweg(v)).hasSize(1);
    v.vertrek(SOEST);
    assertThat(kop(v)).containsEntry("gemeenten", 1);
    v.toetreding(SOEST);
    assertThat(kop(v)).containsEntry("gemeenten", 2);
    v.radenTotLokaal();
    assertThat(kop(v)).containsEntry("versie", "1.0");
    v.college(SOEST, "conform", "1.0").raad(SOEST, "aangenomen", "1.0");
    assertThat(kop(v)).containsEntry("waarde", "OPEN").containsEntry("vastgesteld", 1).containsEntry("vast_op", null);
    opschorting.schortOp(v.id(), "De wet verandert.", proef.secretaris());
    assertThat(kop(v).get("opgeschort_op")).isNotNull();
    opschorting.hervat(v.id(), "De wet is er.", proef.secretaris());
    assertThat(kop(v)).containsEntry("opgeschort_op", null).containsEntry("afgerond", false);
    v.college(AMERSFOORT, "conform", "1.0").raad(AMERSFOORT, "aangenomen", "1.0").sluitAf();
    assertThat(kop(v)).containsEntry("waarde", "VASTGESTELD").containsEntry("afgerond", true);
    assertThat(kop(v).get("vast_op")).isNotNull();
    assertThat(onderweg(v)).isEmpty();
    Map<String, List<String>> levend = proef.leesmodel(v.id());
    proef.agenda.herbouw();
    assertThat(proef.leesmodel(v.id())).isEqualTo(levend);
  }

  /** The second to change a vision waits for the first, and then sees what it did. */
  @Test
  void twee_die_een_visie_tegelijk_veranderen_nemen_elkaars_verandering_mee() throws Exception {
    Proefvisie v = proef.raden(AMERSFOORT, SOEST);
    AtomicReference<Future<?>> tweede = new AtomicReference<>();
    proef.transactie.executeWithoutResult(
        s -> {
          versies.legVast(
              v.id(), "0.9", proef.klok.vandaag(), "",
              List.of(new Versies.Aanlevering("Regiovisie", null, "Tekst")), "Secretaris");
          em.flush();
          // Comes after the read model's own, and so at the last moment before the commit.
          em.unwrap(SessionImplementor.class)
              .getActionQueue()
              .registerProcess(zelf -> tweede.set(proef.tegelijk(() -> v.vertrek(SOEST))));
        });
    tweede.get().get(30, TimeUnit.SECONDS);
    assertThat(kop(v)).containsEntry("versie", "0.9").containsEntry("gemeenten", 1);
  }

  /** And in one municipality: its raad and its college get another date. */
  @Test
  void twee_die_een_gemeente_tegelijk_veranderen_nemen_elkaars_verandering_mee() throws Exception {
    Proefvisie v = proef.raden(AMERSFOORT, SOEST).radenTotLokaal();
    LocalDate dag = proef.klok.vandaag().plusDays(90);
    AtomicReference<Future<?>> tweede = new AtomicReference<>();
    proef.transactie.executeWithoutResult(
        s -> {
          verzet(v, Stap.Soort.RAAD, dag);
          em.flush();
          em.unwrap(SessionImplementor.class)
              .getActionQueue()
              .registerProcess(zelf -> tweede.set(proef.tegelijk(() -> verzet(v, Stap.Soort.COLLEGE, dag))));
        });
    tweede.get().get(30, TimeUnit.SECONDS);
    assertThat(stuk(v).raad().flatMap(Stapkop::gepland).orElseThrow().laatste()).isEqualTo(dag);
    assertThat(stuk(v).college().flatMap(Stapkop::gepland).orElseThrow().laatste()).isEqualTo(dag);
  }

  private void verzet(Proefvisie v, Stap.Soort soort, LocalDate dag) {
    proef.stappen.wijzigDatum(
        StapId.van(v.id(), "lokaal", SOEST, soort, 1), GeschrevenDatum.op(dag), "De zaal is bezet.", proef.secretaris());
  }

  private Gemeentestuk stuk(Proefvisie v) {
    return standlijst.gemeenten(v.id(), proef.secretaris()).stream()
        .filter(g -> g.gemeente().equals(SOEST))
        .findFirst()
        .orElseThrow();
  }

  /** Who opens a list sees which regional steps run, in the order of the route and by their newest date. */
  @Test
  void een_lijst_zegt_welke_stappen_van_de_regio_lopen() {
    Proefvisie v = proef.colleges(AMERSFOORT, SOEST);
    v.participatie("participatie_dialoog").versie("0.9");
    assertThat(onderweg(v)).extracting(Onderweg::naam).containsExactly(v.stap("uo_concept").naam());
    LocalDate later = proef.klok.vandaag().plusDays(40);
    v.wijzigDatum("uo_concept", later);
    assertThat(onderweg(v)).extracting(o -> o.gepland().orElseThrow().laatste()).containsExactly(later);
    v.overleg("uo_concept", "0.9");
    assertThat(onderweg(v)).extracting(Onderweg::naam).doesNotContain(v.stap("uo_concept").naam()).isNotEmpty();
    List<Onderweg> levend = onderweg(v);
    proef.agenda.herbouw();
    assertThat(onderweg(v)).isEqualTo(levend);
  }

  private List<Onderweg> onderweg(Proefvisie v) {
    return standlijst.visie(v.id(), proef.secretaris()).nu();
  }

  private Map<String, Object> kop(Proefvisie v) {
    return proef.jdbc.queryForMap("select * from agenda_kop where visie = ?", v.id());
  }
}
