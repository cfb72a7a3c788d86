package nl.besluitroute.visie;

import static nl.besluitroute.ondersteuning.Proefomgeving.AMERSFOORT;
import static nl.besluitroute.ondersteuning.Proefomgeving.REGIO;
import static nl.besluitroute.ondersteuning.Proefomgeving.SOEST;
import static nl.besluitroute.ondersteuning.Proefomgeving.WOUDENBERG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.besluitroute.agenda.AgendaTaak;
import nl.besluitroute.agenda.AgendaTaak.Wacht;
import nl.besluitroute.agenda.Taakmotor;
import nl.besluitroute.agenda.Taken;
import nl.besluitroute.agenda.Werkkeuze;
import nl.besluitroute.besluitvorming.Duiding;
import nl.besluitroute.besluitvorming.Opmerkingen;
import nl.besluitroute.kalender.GeschrevenDatum;
import nl.besluitroute.ondersteuning.Databaseproef;
import nl.besluitroute.ondersteuning.Proefvisie;
import nl.besluitroute.regio.Gemeente;
import nl.besluitroute.toegang.GeenToegang;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.Rol;
import nl.besluitroute.toegang.Toekenning;
import nl.besluitroute.vergaderschema.Vergaderschema;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.ConcurrencyFailureException;

/** A vision is suspended over its whole hierarchy, and goes on from where it stood. */
class OpschortingIT extends Databaseproef {
  private static final String REDEN = "De regio wacht op de verkiezingen";

  @Autowired private Opschorting opschorting;
  @Autowired private Opmerkingen opmerkingen;
  @Autowired private Vergaderschema schema;
  @Autowired private Taakmotor motor;

  private void schortOp(Proefvisie v) {
    opschorting.schortOp(v.id(), REDEN, proef.secretaris());
  }

  private void hervat(Proefvisie v) {
    opschorting.hervat(v.id(), "De colleges zijn er weer.", proef.secretaris());
    v.werkAf();
  }

  private int instanties(Proefvisie v, String waar) {
    return proef.jdbc.queryForObject(
        "select count(*) from ACT_RU_EXECUTION where ROOT_PROC_INST_ID_ = ? and PARENT_ID_ is null and " + waar,
        Integer.class,
        v.wortel());
  }

  private List<Map<String, Object>> motor(Proefvisie v) {
    return proef.jdbc.queryForList(
        """
        select 'job' soort, j.SUSPENSION_STATE_ stand from ACT_RU_JOB j
          join ACT_RU_EXECUTION e on e.ID_ = j.PROCESS_INSTANCE_ID_ where e.ROOT_PROC_INST_ID_ = ?
        union all
        select 'taak', t.SUSPENSION_STATE_ from ACT_RU_TASK t
          join ACT_RU_EXECUTION e on e.ID_ = t.PROC_INST_ID_ where e.ROOT_PROC_INST_ID_ = ?
        union all
        select 'plaats', e.SUSPENSION_STATE_ from ACT_RU_EXECUTION e where e.ROOT_PROC_INST_ID_ = ?
        """,
        v.wortel(), v.wortel(), v.wortel());
  }

  private static void geweigerd(ThrowingCallable daad) {
    assertThatThrownBy(daad)
        .isInstanceOf(VisieFout.class)
        .hasMessageStartingWith("Deze visie is opgeschort sinds ")
        .hasMessageEndingWith(": " + REDEN + ". Hervat haar eerst.");
  }

  // -- the engine --------------------------------------------------------------------------------

  @Test
  void alles_wat_de_route_aanriep_staat_stil_en_geen_wacht_gaat_af_terwijl_de_tijd_verstrijkt() {
    Proefvisie v = proef.raden(AMERSFOORT, SOEST).radenTotLokaal();
    v.toetreding(WOUDENBERG);
    LocalDate laatste = v.taak("collegebesluitVastleggen", SOEST).uiterlijk().orElseThrow();
    // Route, block, three municipalities, one of them by the event subprocess, and a watch for each.
    assertThat(instanties(v, "1 = 1")).isGreaterThanOrEqualTo(8);

    schortOp(v);
    assertThat(motor(v))
        .extracting(r -> r.get("soort"))
        .contains("job", "taak", "plaats");
    assertThat(motor(v)).allSatisfy(r -> assertThat(((Number) r.get("stand")).intValue()).isEqualTo(2));
    v.tot(laatste.plusDays(40));
    assertThat(v.journaal("termijn_verlopen")).isEmpty();
    assertThat(v.open())
        .hasSize(3)
        .allSatisfy(
            t -> {
              assertThat(t.wacht()).isEqualTo(Wacht.OPGESCHORT);
              assertThat(t.verlooptOp()).isEmpty();
            });

    hervat(v);
    assertThat(motor(v)).allSatisfy(r -> assertThat(((Number) r.get("stand")).intValue()).isEqualTo(1));
    assertThat(v.open()).hasSize(3).allSatisfy(t -> assertThat(t.wacht()).isEqualTo(Wacht.TE_LAAT));
    assertThat(v.journaal("termijn_verlopen")).as("elk een keer").hasSize(3);
    v.tot(laatste.plusDays(80));
    assertThat(v.journaal("termijn_verlopen")).hasSize(3);
    v.college(SOEST, "conform", "1.0");
    assertThat(v.taak("raadsbesluitVastleggen", SOEST)).isNotNull();
  }

  @Test
  void wat_al_te_laat_of_herinnerd_was_wordt_dat_na_hervatten_niet_nog_eens() {
    Proefvisie v = proef.raden(SOEST);
    LocalDate gereed = v.taak("versieVastleggen").uiterlijk().orElseThrow();
    v.tot(gereed.plusDays(1));
    assertThat(v.journaal("termijn_verlopen")).hasSize(1);
    schortOp(v);
    v.tot(gereed.plusDays(10));
    hervat(v);
    v.tot(gereed.plusDays(20));
    assertThat(v.taak("versieVastleggen").wacht()).isEqualTo(Wacht.TE_LAAT);
    assertThat(v.journaal("termijn_verlopen")).hasSize(1);
  }

  @Test
  void wat_na_hervatten_nog_komt_komt_op_zijn_tijd() {
    Proefvisie v = proef.raden(SOEST);
    AgendaTaak voor = v.taak("versieVastleggen");
    schortOp(v);
    v.tot(LocalDate.of(2026, 3, 10));
    hervat(v);
    assertThat(v.taak("versieVastleggen").verlooptOp()).isEqualTo(voor.verlooptOp());
    assertThat(v.taak("versieVastleggen").wacht()).isEqualTo(Wacht.LOOPT);
    v.tot(voor.uiterlijk().orElseThrow());
    assertThat(v.taak("versieVastleggen").wacht()).isEqualTo(Wacht.HERINNERD);
    v.tot(voor.uiterlijk().orElseThrow().plusDays(1));
    assertThat(v.journaal("termijn_verlopen")).hasSize(1);
  }

  // -- a meeting moves meanwhile -----------------------------------------------------------------

  @Test
  void een_vergadering_die_intussen_verschuift_neemt_de_stap_mee_en_het_werk_volgt_bij_hervatten() {
    Proefvisie v = proef.raden(SOEST).versie("0.9").participatie("participatie_partners");
    UUID vergadering = vergadering(LocalDate.of(2026, 4, 16));
    LocalDate ander = LocalDate.of(2026, 5, 14);
    try {
      proef.stappen.zetOpVergadering(
          StapId.van(v.id(), "klankbord_concept"), LocalDate.of(2026, 4, 16), Optional.of(vergadering), "Zo.", proef.secretaris());
      v.werkAf();
      AgendaTaak taak = v.taak("stukkenVerzenden", "klankbord_concept");
      Optional<java.time.Instant> was = v.dueInEngine(taak);
      schortOp(v);
      v.tot(taak.uiterlijk().orElseThrow().plusDays(2));
      schema.verplaats(vergadering, ander, null, "Zaal bezet.", proef.secretaris());
      assertThat(v.stap("klankbord_concept").gepland()).contains(GeschrevenDatum.op(ander));
      assertThat(v.dueInEngine(taak)).isEqualTo(was);
      assertThat(v.taak("stukkenVerzenden", "klankbord_concept").wacht()).isEqualTo(Wacht.OPGESCHORT);

      hervat(v);
      AgendaTaak nu = v.taak("stukkenVerzenden", "klankbord_concept");
      assertThat(nu.wacht()).isEqualTo(Wacht.LOOPT);
      assertThat(nu.uiterlijk().orElseThrow()).isAfter(LocalDate.of(2026, 4, 30));
      assertThat(v.dueInEngine(nu)).isEqualTo(nu.verlooptOp());
      assertThat(v.journaal("termijn_verlopen")).isEmpty();
      v.tot(nu.uiterlijk().orElseThrow().plusDays(1));
      assertThat(v.journaal("termijn_verlopen")).hasSize(1);
    } finally {
      schema.laatVervallen(vergadering, "Proef voorbij.", proef.secretaris());
    }
  }

  @Test
  void een_vergadering_die_vervalt_laat_de_stap_van_een_opgeschorte_visie_niet_staan() {
    Proefvisie v = proef.raden(SOEST).versie("0.9").participatie("participatie_partners");
    UUID vergadering = vergadering(LocalDate.of(2026, 4, 16));
    proef.stappen.zetOpVergadering(
        StapId.van(v.id(), "klankbord_concept"), LocalDate.of(2026, 4, 16), Optional.of(vergadering), "Zo.", proef.secretaris());
    schortOp(v);
    geweigerd(
        () ->
            proef.stappen.wijzigDatum(
                StapId.van(v.id(), "klankbord_concept"), GeschrevenDatum.ONBEKEND, "Zo.", proef.secretaris()));
    schema.laatVervallen(vergadering, "Geen punten.", proef.secretaris());
    assertThat(v.stap("klankbord_concept").vergadering()).isEmpty();
    assertThat(v.stap("klankbord_concept").gepland().filter(GeschrevenDatum::isBekend)).isEmpty();
    hervat(v);
    assertThat(v.taak("stukkenVerzenden", "klankbord_concept").wacht()).isEqualTo(Wacht.ZONDER_TERMIJN);
    assertThat(v.dueInEngine(v.taak("stukkenVerzenden", "klankbord_concept"))).isEmpty();
  }

  private UUID vergadering(LocalDate dag) {
    return schema.voegToe("proef-klankbordgroep", dag, null, null, null, proef.secretaris()).vergadering().id();
  }

  // -- what is refused ---------------------------------------------------------------------------

  @Test
  void zolang_zij_is_opgeschort_wordt_niets_vastgelegd_of_gewijzigd() {
    Proefvisie v = proef.raden(AMERSFOORT, SOEST).versie("0.9").participatie("participatie_partners");
    v.verzend("klankbord_concept", "0.9")
        .concludeer(
            "klankbord_concept", "0.9", "positief",
            "opmerkingen", List.of(Proefvisie.invoer("tekst", "Noem de VNG.")));
    v.versie("1.0").overleg("uo_definitief", "1.0").overleg("do_definitief", "1.0").overleg("pfho_definitief", "1.0");
    v.college(AMERSFOORT, "conform", "1.0");
    v.raad(AMERSFOORT, "gewijzigd_aangenomen", "1.0", "amendement", "Met een evaluatie.");
    UUID besluit =
        v.besluiten(AMERSFOORT).stream().filter(b -> b.amendement().isPresent()).findFirst().orElseThrow().id();
    UUID opmerking = opmerkingen.vanVisie(v.id()).get(0).id();
    AgendaTaak taak = v.taak("collegebesluitVastleggen", SOEST);
    Map<String, Object> invoer = v.besluitInvoer("conform", "1.0");
    Gebruiker wie = proef.secretaris();
    Routewijziging wijziging = new Routewijziging.Overslaan("lokaal");
    schortOp(v);
    Map<String, String> voor = proef.afdruk();

    geweigerd(() -> proef.taken.voltooi(taak.taak(), invoer, wie));
    assertThat(proef.taken.voltooiVeel(invoer, List.of(new Taken.Regel(taak.taak(), Map.of())), wie))
        .singleElement()
        .satisfies(r -> assertThat(r.geweigerd().orElseThrow()).contains("is opgeschort sinds"));
    geweigerd(() -> proef.besluiten.duid(besluit, Duiding.Klasse.TEKST, true, "Zo.", wie));
    geweigerd(() -> proef.besluiten.bevestig(besluit, proef.beleidsmedewerker(AMERSFOORT)));
    geweigerd(
        () -> opmerkingen.beantwoord(opmerking, Opmerkingen.Beantwoording.nietOvergenomen("Nee."), wie));
    geweigerd(() -> v.wijzigDatum("lokaal", LocalDate.of(2026, 12, 1)));
    geweigerd(
        () ->
            proef.stappen.zetSchriftelijk(
                StapId.van(v.id(), "pfho_definitief"), LocalDate.of(2026, 12, 1), "Zo.", wie));
    geweigerd(() -> proef.stappen.zetStreefdatum(v.id(), LocalDate.of(2027, 1, 1), "Zo.", wie));
    geweigerd(() -> v.vertrek(SOEST));
    geweigerd(() -> v.toetreding(WOUDENBERG));
    geweigerd(() -> proef.stappen.opnieuwBesluiten(v.id(), AMERSFOORT, "Zo.", wie));
    geweigerd(
        () -> proef.wijzigingen.voerUit(v.id(), wijziging, v.voorbeeld(wijziging).kenmerk(), "Zo.", wie));
    assertThat(proef.afdruk()).isEqualTo(voor);

    hervat(v);
    v.college(SOEST, "conform", "1.0");
  }

  @Test
  void wat_niet_kan_of_niet_mag_verandert_niets() {
    Proefvisie v = proef.raden(SOEST);
    Gebruiker lezer = new Gebruiker("lezer", "Lezer", List.of(Toekenning.inRegio(Rol.LEZER, REGIO)));
    Map<String, String> voor = proef.afdruk();
    assertThatThrownBy(() -> opschorting.schortOp(v.id(), " ", proef.secretaris()))
        .isInstanceOf(VisieFout.class).hasMessage("Geef een reden.");
    assertThatThrownBy(() -> opschorting.schortOp(v.id(), "x".repeat(4001), proef.secretaris()))
        .isInstanceOf(VisieFout.class).hasMessageContaining("4000 tekens");
    assertThatThrownBy(() -> opschorting.schortOp(v.id(), "Zo.", lezer)).isInstanceOf(GeenToegang.class);
    assertThatThrownBy(() -> opschorting.schortOp(v.id(), "Zo.", proef.griffier(SOEST))).isInstanceOf(GeenToegang.class);
    assertThatThrownBy(() -> opschorting.schortOp("bestaat-niet", "Zo.", proef.secretaris()))
        .isInstanceOf(VisieNietGevonden.class);
    assertThatThrownBy(() -> opschorting.hervat(v.id(), "Zo.", proef.secretaris()))
        .isInstanceOf(VisieFout.class).hasMessage("Deze visie is niet opgeschort.");
    assertThat(proef.afdruk()).isEqualTo(voor);

    schortOp(v);
    Map<String, String> stil = proef.afdruk();
    assertThatThrownBy(() -> schortOp(v))
        .isInstanceOf(VisieFout.class)
        .hasMessage("Deze visie is opgeschort sinds 2 maart 2026: " + REDEN + ".");
    assertThatThrownBy(() -> opschorting.hervat(v.id(), "", proef.secretaris()))
        .isInstanceOf(VisieFout.class).hasMessage("Geef een reden.");
    assertThatThrownBy(() -> opschorting.hervat(v.id(), "Zo.", lezer)).isInstanceOf(GeenToegang.class);
    assertThat(proef.afdruk()).isEqualTo(stil);
    hervat(v);
    assertThat(v.journaal("visie_opgeschort"))
        .singleElement()
        .satisfies(g -> assertThat(g.reden()).isEqualTo(REDEN));
    assertThat(v.journaal("visie_hervat")).singleElement()
        .satisfies(g -> assertThat(g.reden()).isEqualTo("De colleges zijn er weer."));
  }

  // -- at the same moment ------------------------------------------------------------------------

  @Test
  void wie_een_taak_afrondt_terwijl_zij_wordt_opgeschort_krijgt_geen_fout_van_de_motor() {
    Proefvisie v = proef.raden(SOEST);
    schortOp(v);
    // Past the guard already: the engine refuses, and it is tried again.
    assertThatThrownBy(
            () ->
                proef.transactie.executeWithoutResult(
                    s ->
                        motor.voltooi(
                            v.taak("versieVastleggen").taak(),
                            Proefvisie.versieInvoer("0.9", "2026-03-02", "Tekst"),
                            proef.secretaris())))
        .isInstanceOf(ConcurrencyFailureException.class);
    hervat(v);
    v.versie("0.9");
  }

  @Test
  void opschorten_terwijl_eenentwintig_colleges_besluiten_laat_niets_doorlopen() throws Exception {
    String[] gemeenten =
        proef.regios.leden("JZ39", LocalDate.of(2026, 1, 1)).stream().map(Gemeente::code).toArray(String[]::new);
    Proefvisie v = proef.raden(gemeenten).radenTotLokaal();
    Map<String, Object> invoer = v.besluitInvoer("conform", "1.0");
    List<Callable<Boolean>> werk = new ArrayList<>();
    for (AgendaTaak taak : v.open()) {
      werk.add(
          () -> {
            try {
              proef.taken.voltooi(taak.taak(), invoer, proef.secretaris());
              return true;
            } catch (VisieFout opgeschort) {
              return false;
            }
          });
    }
    werk.add(
        8,
        () -> {
          schortOp(v);
          return false;
        });
    ExecutorService draden = Executors.newFixedThreadPool(8);
    int besloten = 0;
    try {
      for (Future<Boolean> klaar : draden.invokeAll(werk)) {
        besloten += klaar.get() ? 1 : 0;
      }
    } finally {
      draden.shutdown();
    }
    assertThat(v.open()).hasSize(21).allSatisfy(t -> assertThat(t.opgeschort()).isTrue());
    assertThat(v.open().stream().filter(t -> t.soort().equals("taak_raadsbesluitVastleggen"))).hasSize(besloten);
    assertThat(motor(v)).allSatisfy(r -> assertThat(((Number) r.get("stand")).intValue()).isEqualTo(2));
    hervat(v);
    v.open().stream()
        .filter(t -> t.soort().equals("taak_collegebesluitVastleggen"))
        .forEach(t -> v.voltooi(t, invoer));
    assertThat(v.open()).hasSize(21).allSatisfy(t -> assertThat(t.soort()).isEqualTo("taak_raadsbesluitVastleggen"));
  }

  // -- the agenda --------------------------------------------------------------------------------

  @Test
  void op_de_agenda_staat_het_werk_onderaan_en_is_het_niet_te_laat() {
    Proefvisie v = proef.raden(SOEST);
    v.tot(v.taak("versieVastleggen").uiterlijk().orElseThrow().plusDays(1));
    Werkkeuze alles = new Werkkeuze(Werkkeuze.Wanneer.ALLE, REGIO, v.id(), null, null, false);
    assertThat(proef.agenda.aantallen(proef.secretaris(), alles).teLaat()).isEqualTo(1);
    schortOp(v);
    assertThat(proef.agenda.aantallen(proef.secretaris(), alles).teLaat()).isZero();
    assertThat(proef.agenda.aantallen(proef.secretaris(), alles).alle()).isEqualTo(v.open().size());
    assertThat(v.open()).allSatisfy(t -> assertThat(t.opgeschort()).isTrue());
    Map<String, List<String>> levend = proef.leesmodel(v.id());
    proef.agenda.herbouw();
    assertThat(proef.leesmodel(v.id())).isEqualTo(levend);
    hervat(v);
    levend = proef.leesmodel(v.id());
    proef.agenda.herbouw();
    assertThat(proef.leesmodel(v.id())).isEqualTo(levend);
    assertThat(proef.agenda.aantallen(proef.secretaris(), alles).teLaat()).isEqualTo(1);
  }
}
