package nl.besluitroute.visie;

import static nl.besluitroute.ondersteuning.Proefomgeving.REGIO;
import static nl.besluitroute.ondersteuning.Proefomgeving.SOEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.besluitroute.ondersteuning.Databaseproef;
import nl.besluitroute.ondersteuning.Proefvisie;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.GeenToegang;
import nl.besluitroute.toegang.Rol;
import nl.besluitroute.toegang.Toekenning;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A region brings in, replaces and withdraws routes of its own while visions are under way. */
class RoutebeheerIT extends Databaseproef {
  private static final String ANDERE = "JZ20";
  private static final Gebruiker BEHEERDER =
      new Gebruiker("beheerder", "Beheerder", List.of(Toekenning.zonderBereik(Rol.BEHEERDER)));

  @Autowired private Routebeheer beheer;
  @Autowired private Routes routes;

  /** A key of its own for each test: what was deployed stays. */
  private final String sleutel = "route_" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);

  private Gebruiker secretaris;

  @BeforeEach
  void regio() {
    proef.raden(SOEST); // makes the region with its bodies
    secretaris = proef.secretaris();
  }

  /** Another order of blocks than the shipped routes: partners speak after the directies did. */
  private byte[] tekening(String naam) {
    return ("<?xml version='1.0' encoding='UTF-8'?><bpmn:definitions"
            + " xmlns:bpmn='http://www.omg.org/spec/BPMN/20100524/MODEL'"
            + " xmlns:camunda='http://camunda.org/schema/1.0/bpmn' id='d' targetNamespace='x'>"
            + "<bpmn:process id='" + sleutel + "' name='" + naam + "' isExecutable='true'"
            + " camunda:historyTimeToLive='P3650D'><bpmn:startEvent id='begin'/>"
            + blok("tekst_concept", "tekst")
            + blok("do_vooraf", "overleg", "orgaansoort=directie_overleg", "doel=input_ophalen", "aanlevertermijn=5", "vastlegtermijn=2")
            + blok("partners", "participatie", "doel=bespreken")
            + blok("lokaal", "lokaal", "doel=vaststellen", "wieBesluit=raad", "aanlevertermijn=5", "vastlegtermijn=2")
            + "<bpmn:endEvent id='eind'/>" + stroom("begin", "tekst_concept") + stroom("tekst_concept", "do_vooraf")
            + stroom("do_vooraf", "partners") + stroom("partners", "lokaal") + stroom("lokaal", "eind")
            + "</bpmn:process></bpmn:definitions>")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String blok(String id, String soort, String... eigenschappen) {
    StringBuilder tekst = new StringBuilder("<camunda:property name='ronde' value='concept'/>");
    for (String e : eigenschappen) {
      tekst.append("<camunda:property name='" + e.replace("=", "' value='") + "'/>");
    }
    return "<bpmn:callActivity id='" + id + "' name='Stap " + id + "' calledElement='blok_" + soort
        + "' camunda:calledElementBinding='deployment'><bpmn:extensionElements><camunda:properties>"
        + tekst + "</camunda:properties><camunda:in source='visie' target='visie'/>"
        + "</bpmn:extensionElements></bpmn:callActivity>";
  }

  private static String stroom(String van, String naar) {
    return "<bpmn:sequenceFlow id='s_" + van + "' sourceRef='" + van + "' targetRef='" + naar + "'/>";
  }

  private Routebeheer.Ingebracht voegToe(byte[] bpmn) {
    return beheer.voegToe(REGIO, bpmn, "Omdat de directies eerst willen.", secretaris);
  }

  private Proefvisie begin() {
    LocalDate dag = LocalDate.of(2026, 3, 2);
    return Proefvisie.begin(proef, sleutel, List.of(SOEST), Vaststellingsregel.ALLE_RADEN, dag, null);
  }

  private List<Map<String, Object>> journaal() {
    return proef.jdbc.queryForList(
        "select soort, tekst, reden, wie from journaal where tekst like ? order by id", "%" + sleutel + "%");
  }

  private Map<String, String> alles() {
    Map<String, String> afdruk = proef.afdruk();
    for (String tabel : List.of("ACT_RE_PROCDEF", "ACT_RE_DEPLOYMENT", "ACT_GE_BYTEARRAY")) {
      afdruk.put(tabel, proef.jdbc.queryForObject("select count(*) from " + tabel, String.class));
    }
    return afdruk;
  }

  @Test
  void keuren_zegt_wat_er_van_wordt_en_laat_geen_spoor_na() {
    Map<String, String> voor = alles();
    Routebeheer.Proef proef = beheer.keur(REGIO, tekening("Eigen"), secretaris);
    assertThat(proef.isGoed()).isTrue();
    assertThat(proef.aandacht()).isEmpty();
    assertThat(proef.vorige()).isEmpty();
    assertThat(proef.model().orElseThrow().blokken())
        .extracting(RouteModel.Blok::elementId)
        .containsExactly("tekst_concept", "do_vooraf", "partners", "lokaal");

    String fout = new String(tekening("Eigen"), StandardCharsets.UTF_8).replace("'directie_overleg'", "'stuurgroep'");
    Routebeheer.Proef geweigerd = beheer.keur(REGIO, fout.getBytes(StandardCharsets.UTF_8), secretaris);
    assertThat(geweigerd.isGoed()).isFalse();
    assertThat(geweigerd.bevindingen()).singleElement().satisfies(b -> {
      assertThat(b.elementId()).isEqualTo("do_vooraf");
      assertThat(b.zin()).contains("Stap do_vooraf", "stuurgroep", "kies uit: projectgroep");
    });
    assertThat(alles()).isEqualTo(voor);
  }

  @Test
  void een_overleg_voordat_er_een_tekst_is_wordt_geweigerd_want_een_visie_zou_er_blijven_staan() {
    String bpmn =
        new String(tekening("Eigen"), StandardCharsets.UTF_8)
            .replace("targetRef='tekst_concept'", "targetRef='xx'")
            .replace("sourceRef='tekst_concept'", "sourceRef='xx'")
            .replace("targetRef='do_vooraf'", "targetRef='tekst_concept'")
            .replace("sourceRef='do_vooraf'", "sourceRef='tekst_concept'")
            .replace("'xx'", "'do_vooraf'");
    Routebeheer.Proef proef = beheer.keur(REGIO, bpmn.getBytes(StandardCharsets.UTF_8), secretaris);
    assertThat(proef.bevindingen()).singleElement().satisfies(b ->
        assertThat(b.zin()).contains("(do_vooraf) komt voordat er een tekst is", "zet een stap 'Tekst opstellen' ervoor"));
    assertThatThrownBy(() -> voegToe(bpmn.getBytes(StandardCharsets.UTF_8))).isInstanceOf(RouteGeweigerd.class);
  }

  @Test
  void keuren_noemt_een_overleg_dat_de_regio_niet_heeft_zonder_te_weigeren() {
    String bpmn = new String(tekening("Eigen"), StandardCharsets.UTF_8).replace("'directie_overleg'", "'adviesraad'");
    Routebeheer.Proef proef = beheer.keur(REGIO, bpmn.getBytes(StandardCharsets.UTF_8), secretaris);
    assertThat(proef.isGoed()).isTrue();
    assertThat(proef.aandacht()).singleElement().asString().contains("Stap do_vooraf", "geen adviesraad", "voeg het overleg toe");
  }

  @Test
  void een_eigen_route_met_een_andere_volgorde_komt_tijdens_het_draaien_binnen_en_een_visie_gaat_erover() {
    assertThatThrownBy(this::begin).isInstanceOf(VisieFout.class).hasMessageContaining("Er is geen route");
    Routebeheer.Ingebracht ingebracht = voegToe(tekening("Eigen"));
    assertThat(ingebracht.uitkomst()).isEqualTo(Routebeheer.Uitkomst.NIEUWE_VERSIE);
    assertThat(ingebracht.route().volgnummer()).isEqualTo(1);

    Proefvisie v = begin();
    assertThat(v.werk()).containsExactly("versieVastleggen tekst_concept");
    v.versie("1.0");
    assertThat(v.werk()).containsExactly("stukkenVerzenden do_vooraf");
    v.overleg("do_vooraf", "1.0");
    assertThat(v.stap("do_vooraf").toestand()).isEqualTo(Stap.Toestand.GEDAAN);
    v.participatie("partners");
    assertThat(v.werk()).containsExactly("collegebesluitVastleggen lokaal " + SOEST);
    assertThat(beheer.zoek(sleutel).orElseThrow().onderweg()).isEqualTo(1);
  }

  @Test
  void een_volgende_versie_geldt_voor_nieuwe_visies_en_een_lopende_houdt_de_hare() {
    voegToe(tekening("Eerste"));
    Proefvisie oud = begin();
    Routebeheer.Ingebracht tweede = voegToe(tekening("Tweede"));
    assertThat(tweede.route().volgnummer()).isEqualTo(2);
    Proefvisie nieuw = begin();
    assertThat(routes.versie(proef.visies.visie(oud.id()).routeVersie()).volgnummer()).isEqualTo(1);
    assertThat(routes.versie(proef.visies.visie(nieuw.id()).routeVersie()).volgnummer()).isEqualTo(2);
    List<Routebeheer.Versie> versies = beheer.versies(sleutel);
    assertThat(versies).extracting(v -> v.route().volgnummer()).containsExactly(2, 1);
    assertThat(versies).extracting(Routebeheer.Versie::onderweg).containsExactly(1L, 1L);
    assertThat(versies.get(1).ingebracht().orElseThrow().toelichting()).isEqualTo("Omdat de directies eerst willen.");
    assertThat(versies.get(1).ingebracht().orElseThrow().kenmerk()).hasSize(64);
    assertThat(journaal()).hasSize(2).allSatisfy(rij -> {
      assertThat(rij.get("soort")).isEqualTo("route_ingebracht");
      assertThat(rij.get("reden")).isEqualTo("Omdat de directies eerst willen.");
      assertThat(rij.get("wie")).isEqualTo("Ambtelijk secretaris");
    });
  }

  @Test
  void dezelfde_tekening_geeft_geen_nieuwe_versie_en_zegt_dat() {
    voegToe(tekening("Eigen"));
    assertThat(beheer.keur(REGIO, tekening("Eigen"), secretaris).gelijk()).isTrue();
    Map<String, String> voor = alles();
    Routebeheer.Ingebracht weer = voegToe(tekening("Eigen"));
    assertThat(weer.uitkomst()).isEqualTo(Routebeheer.Uitkomst.ONGEWIJZIGD);
    assertThat(weer.route().volgnummer()).isEqualTo(1);
    assertThat(alles()).isEqualTo(voor);
  }

  @Test
  void het_kenmerk_van_een_andere_regio_of_van_een_meegeleverde_route_is_bezet() throws IOException {
    voegToe(tekening("Eigen"));
    Map<String, String> voor = alles();
    Gebruiker ander = Gebruiker.secretarisVan(List.of(ANDERE));
    assertThatThrownBy(() -> beheer.voegToe(ANDERE, tekening("Gekaapt"), "x", ander))
        .isInstanceOf(RouteGeweigerd.class)
        .hasMessageContaining("een route van de regio Proefregio")
        .hasMessageContaining("ander kenmerk");
    byte[] raden = Files.readAllBytes(Path.of("bpmn/route_raden.bpmn"));
    assertThatThrownBy(() -> beheer.voegToe(REGIO, raden, "x", secretaris))
        .isInstanceOf(RouteGeweigerd.class)
        .hasMessageContaining("voor alle regio's is");
    byte[] anders = new String(raden, StandardCharsets.UTF_8).replace("Raden stellen vast", "Gekaapt").getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> beheer.voegToe(REGIO, anders, "x", BEHEERDER)).isInstanceOf(RouteGeweigerd.class);
    assertThat(alles()).isEqualTo(voor);
  }

  @Test
  void een_visie_begint_alleen_op_een_route_voor_alle_regios_of_van_de_regio_die_haar_leidt() {
    voegToe(tekening("Eigen"));
    assertThat(beheer.teStarten(REGIO)).extracting(b -> b.route().sleutel()).contains(sleutel, "route_raden", "route_colleges");
    assertThat(beheer.teStarten(ANDERE)).extracting(b -> b.route().sleutel()).contains("route_raden").doesNotContain(sleutel);
    assertThatThrownBy(
            () ->
                proef.starten.start(
                    new VisieStarten.Opdracht(
                        "proef-anders", "Regiovisie", "Vaststellen.", 2027, 2030, Vaststellingsregel.ALLE_RADEN,
                        List.of(ANDERE, REGIO), List.of(SOEST), sleutel, List.of()),
                    Gebruiker.secretarisVan(List.of(ANDERE, REGIO))))
        .isInstanceOf(VisieFout.class)
        .hasMessageContaining("van een andere regio (Proefregio)");
  }

  @Test
  void op_een_ingetrokken_route_begint_geen_visie_en_wie_onderweg_is_gaat_door() {
    voegToe(tekening("Eigen"));
    Proefvisie v = begin();
    beheer.trekIn(sleutel, "Niet meer nodig.", secretaris);
    assertThatThrownBy(this::begin).isInstanceOf(VisieFout.class).hasMessageContaining("ingetrokken");
    assertThat(beheer.teStarten(REGIO)).extracting(b -> b.route().sleutel()).doesNotContain(sleutel);
    v.versie("1.0").overleg("do_vooraf", "1.0");
    assertThat(v.werk()).containsExactly("participatieVastleggen partners");
    assertThatThrownBy(() -> beheer.trekIn(sleutel, "Nog eens.", secretaris))
        .isInstanceOf(VisieFout.class).hasMessageContaining("al ingetrokken");

    assertThat(voegToe(tekening("Eigen")).uitkomst()).isEqualTo(Routebeheer.Uitkomst.WEER_IN_GEBRUIK);
    assertThat(begin().werk()).hasSize(1);
    assertThat(journaal()).extracting(rij -> rij.get("soort"))
        .containsExactly("route_ingebracht", "route_ingetrokken", "route_hersteld");
  }

  @Test
  void een_route_voor_alle_regios_is_niet_in_te_trekken() {
    for (Gebruiker wie : List.of(secretaris, BEHEERDER)) {
      assertThatThrownBy(() -> beheer.trekIn("route_raden", "Weg ermee.", wie)).isInstanceOf(VisieFout.class);
    }
  }

  @Test
  void alleen_een_secretaris_van_de_regio_of_de_beheerder_brengt_in_en_trekt_in() {
    Gebruiker manager = new Gebruiker("manager", "Manager", List.of(Toekenning.inRegio(Rol.MANAGER, REGIO)));
    Gebruiker ander = Gebruiker.secretarisVan(List.of(ANDERE));
    beheer.voegToe(REGIO, tekening("Eigen"), "Voor de regio.", BEHEERDER);
    UUID concept = beheer.bewaar(REGIO, "x.bpmn", tekening("Anders"), secretaris).id();
    Map<String, String> voor = alles();
    Gebruiker vanEenOverleg =
        new Gebruiker("do", "Secretaris", List.of(Toekenning.bijOverleg(Rol.AMBTELIJK_SECRETARIS, REGIO, "proef-directie_overleg")));
    for (Gebruiker wie : List.of(manager, ander, vanEenOverleg, proef.griffier(SOEST))) {
      assertThatThrownBy(() -> beheer.keur(REGIO, tekening("Anders"), wie)).isInstanceOf(GeenToegang.class);
      assertThatThrownBy(() -> beheer.voegToe(REGIO, tekening("Anders"), "x", wie)).isInstanceOf(GeenToegang.class);
      assertThatThrownBy(() -> beheer.bewaar(REGIO, "x.bpmn", tekening("Anders"), wie)).isInstanceOf(GeenToegang.class);
      assertThatThrownBy(() -> beheer.trekIn(sleutel, "x", wie)).isInstanceOf(GeenToegang.class);
    }
    assertThatThrownBy(() -> beheer.neemInGebruik(concept, "x", manager)).isInstanceOf(VisieFout.class);
    assertThat(alles()).isEqualTo(voor);
  }

  @Test
  void zonder_toelichting_of_met_een_te_lange_gebeurt_er_niets() {
    Map<String, String> voor = alles();
    for (String toelichting : new String[] {null, " ", "x".repeat(4001)}) {
      assertThatThrownBy(() -> beheer.voegToe(REGIO, tekening("Eigen"), toelichting, secretaris))
          .isInstanceOf(VisieFout.class).hasMessageContaining("toelichting");
    }
    assertThatThrownBy(() -> beheer.voegToe("JZ99", tekening("Eigen"), "x", BEHEERDER))
        .isInstanceOf(VisieFout.class).hasMessageContaining("Onbekende regio");
    assertThat(alles()).isEqualTo(voor);
  }

  @Test
  void een_bewaarde_tekening_is_van_wie_haar_inbracht_en_is_weg_na_gebruik_of_een_dag() {
    proef.zet(LocalDate.of(2026, 3, 2));
    UUID eerste = beheer.bewaar(REGIO, "eigen.bpmn", tekening("Eigen"), secretaris).id();
    assertThat(beheer.concept(eerste, secretaris).orElseThrow().bpmn()).isEqualTo(tekening("Eigen"));
    assertThat(beheer.concept(eerste, BEHEERDER)).isEmpty();
    assertThat(beheer.neemInGebruik(eerste, "Eerste.", secretaris).route().volgnummer()).isEqualTo(1);
    assertThat(beheer.concept(eerste, secretaris)).isEmpty();
    assertThatThrownBy(() -> beheer.neemInGebruik(eerste, "Nog eens.", secretaris)).isInstanceOf(VisieFout.class);

    UUID tweede = beheer.bewaar(REGIO, "eigen.bpmn", tekening("Tweede"), secretaris).id();
    proef.zet(LocalDate.of(2026, 3, 4));
    assertThat(beheer.concept(tweede, secretaris)).isEmpty();
    beheer.bewaar(REGIO, "eigen.bpmn", tekening("Derde"), secretaris);
    assertThat(proef.jdbc.queryForObject("select count(*) from routeconcept where id = ?", Integer.class, tweede)).isZero();
  }

  @Test
  void een_tekening_die_niet_goed_is_wordt_niet_bewaard() {
    assertThatThrownBy(() -> beheer.bewaar(REGIO, "x.bpmn", "x".getBytes(StandardCharsets.UTF_8), secretaris))
        .isInstanceOf(RouteGeweigerd.class);
  }

  @Test
  void van_twee_die_tegelijk_hetzelfde_kenmerk_inbrengen_komt_er_een_door() throws Exception {
    Gebruiker ander = Gebruiker.secretarisVan(List.of(ANDERE));
    CyclicBarrier samen = new CyclicBarrier(2);
    Callable<Object> eigen = () -> poging(samen, () -> voegToe(tekening("Eigen")));
    Callable<Object> anders = () -> poging(samen, () -> beheer.voegToe(ANDERE, tekening("Anders"), "x", ander));
    var werkers = Executors.newFixedThreadPool(2);
    try {
      List<Object> uitslag =
          werkers.invokeAll(List.of(eigen, anders)).stream().map(RoutebeheerIT::uitslag).toList();
      assertThat(uitslag).filteredOn(u -> u instanceof Routebeheer.Ingebracht).hasSize(1);
      assertThat(uitslag)
          .filteredOn(u -> u instanceof RuntimeException)
          .singleElement()
          .isInstanceOfAny(VisieFout.class, RouteGeweigerd.class);
    } finally {
      werkers.shutdown();
    }
    assertThat(routes.versies(sleutel)).hasSize(1);
    assertThat(proef.jdbc.queryForObject("select count(*) from routeversie where route = ?", Integer.class, sleutel)).isEqualTo(1);
  }

  private static Object poging(CyclicBarrier samen, Callable<?> doe) throws Exception {
    samen.await();
    try {
      return doe.call();
    } catch (RuntimeException e) {
      return e;
    }
  }

  private static Object uitslag(Future<Object> poging) {
    try {
      return poging.get();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
