package nl.besluitroute.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.besluitroute.agenda.Agenda;
import nl.besluitroute.agenda.AgendaTaak;
import nl.besluitroute.besluitvorming.Besluit;
import nl.besluitroute.besluitvorming.Besluiten;
import nl.besluitroute.besluitvorming.Opmerkingen;
import nl.besluitroute.besluitvorming.Zekerheid;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.ondersteuning.Afdruk;
import nl.besluitroute.ondersteuning.Webtest;
import nl.besluitroute.stuk.Versies;
import nl.besluitroute.toegang.Accounts;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.Rol;
import nl.besluitroute.toegang.Toekenning;
import nl.besluitroute.vergaderschema.Recessen;
import nl.besluitroute.vergaderschema.Vergaderdatum;
import nl.besluitroute.vergaderschema.Vergaderschema;
import nl.besluitroute.visie.Opschorting;
import nl.besluitroute.visie.Routebeheer;
import nl.besluitroute.visie.Vaststellingsregel;
import nl.besluitroute.visie.VisieStarten;
import nl.besluitroute.visie.Vertrouwelijkheden;
import nl.besluitroute.visie.Vertrouwelijkheid;
import nl.besluitroute.visie.Visies;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Who may do what, of every endpoint that the application has: the real list against the table
 * {@code autorisatie.txt}, for every role, on what is theirs and on what is not. Whoever may does it
 * with success, and it is rolled back; whoever may not is refused, and nothing has changed.
 */
@Webtest
class AutorisatieMatrixWebIT {

  private static final String TABEL = "autorisatie.txt";

  /** Somebody who asks, with a role in Eemland, Gooi en Vechtstreek and Baarn. */
  enum Wie {
    NIEMAND,
    SECRETARIS_REGIO,
    SECRETARIS_OVERLEG,
    BELEIDSMEDEWERKER,
    BESTUURSSECRETARIS,
    GRIFFIER,
    MANAGER,
    BEHEERDER,
    LEZER;

    String account() {
      return "matrix-" + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  private static final Set<Wie> IEDEREEN = EnumSet.complementOf(EnumSet.of(Wie.NIEMAND));
  private static final Set<Wie> REGIONAAL =
      EnumSet.of(Wie.SECRETARIS_REGIO, Wie.SECRETARIS_OVERLEG, Wie.MANAGER, Wie.BEHEERDER, Wie.LEZER);

  /** A class of right: who has it on what is his own, and who on what is foreign. */
  enum Recht {
    /** Made for the tests, or what it does is tested elsewhere; here only that an outsider is refused. */
    BUITEN(Set.of(), Set.of()),
    OPENBAAR(EnumSet.allOf(Wie.class), EnumSet.allOf(Wie.class)),
    AANGEMELD(IEDEREEN, IEDEREEN),
    /** What is one's own list or setting: everybody, each his own. */
    EIGEN(IEDEREEN, IEDEREEN),
    LEEST_VISIE(IEDEREEN, EnumSet.of(Wie.BEHEERDER)),
    /** Of a vision in which the municipality takes no part. */
    LEEST_VISIE_REGIO(REGIONAAL, EnumSet.of(Wie.BEHEERDER)),
    START(EnumSet.of(Wie.SECRETARIS_REGIO), Set.of()),
    SECRETARIS(EnumSet.of(Wie.SECRETARIS_REGIO), Set.of()),
    /** At a step of the overleg of SECRETARIS_OVERLEG. */
    LEGT_VAST_REGIO(EnumSet.of(Wie.SECRETARIS_REGIO, Wie.SECRETARIS_OVERLEG), Set.of()),
    /** At a step of another overleg. */
    LEGT_VAST_REGIO_OPMERKING(EnumSet.of(Wie.SECRETARIS_REGIO), Set.of()),
    LEGT_VAST_COLLEGE(
        EnumSet.of(Wie.SECRETARIS_REGIO, Wie.BELEIDSMEDEWERKER, Wie.BESTUURSSECRETARIS), Set.of()),
    LEGT_VAST_RAAD(EnumSet.of(Wie.SECRETARIS_REGIO, Wie.BELEIDSMEDEWERKER, Wie.GRIFFIER), Set.of()),
    /** A college's besluit. */
    BEVESTIGT(EnumSet.of(Wie.BELEIDSMEDEWERKER, Wie.BESTUURSSECRETARIS), Set.of()),
    PLANT_REGIO(EnumSet.of(Wie.SECRETARIS_REGIO, Wie.SECRETARIS_OVERLEG, Wie.MANAGER), Set.of()),
    PLANT_VISIE(EnumSet.of(Wie.SECRETARIS_REGIO, Wie.MANAGER), Set.of()),
    PLANT_RAAD(
        EnumSet.of(Wie.SECRETARIS_REGIO, Wie.MANAGER, Wie.BELEIDSMEDEWERKER, Wie.GRIFFIER), Set.of()),
    /** A list of what an overleg treats: for who records for one. */
    SECRETARIS_ERGENS(EnumSet.of(Wie.SECRETARIS_REGIO, Wie.SECRETARIS_OVERLEG), Set.of()),
    CONTACTEN(
        EnumSet.of(Wie.SECRETARIS_REGIO, Wie.SECRETARIS_OVERLEG, Wie.BEHEERDER), EnumSet.of(Wie.BEHEERDER)),
    /** A list or form that only who has such a right somewhere gets to see. */
    ROUTES_ERGENS(EnumSet.of(Wie.SECRETARIS_REGIO, Wie.BEHEERDER), Set.of()),
    /** What somebody else keeps for himself: for none of these. */
    VAN_EEN_ANDER(Set.of(), Set.of()),
    ROUTES(EnumSet.of(Wie.SECRETARIS_REGIO, Wie.BEHEERDER), EnumSet.of(Wie.BEHEERDER)),
    BEHEER(EnumSet.of(Wie.BEHEERDER), EnumSet.of(Wie.BEHEERDER));

    private final Set<Wie> eigen;
    private final Set<Wie> vreemd;

    Recht(Set<Wie> eigen, Set<Wie> vreemd) {
      this.eigen = eigen;
      this.vreemd = vreemd;
    }

    boolean heeft(Wie wie, boolean eigenPlek) {
      return (eigenPlek ? eigen : vreemd).contains(wie);
    }
  }

  /** A line of the table. */
  record Rij(String methode, String pad, Recht recht, Map<String, String> waarden, String invoer) {

    String endpoint() {
      return methode + " " + pad;
    }

    boolean leest() {
      return methode.equals("GET");
    }

    boolean heeftPlek() {
      return PLEK.matcher(pad + invoer).find() || waarden.containsKey("vraag");
    }

    static Rij lees(String regel) {
      String[] delen = regel.split("\\s+\\|\\s*|\\s*\\|\\s+", 4);
      String[] endpoint = delen[0].strip().split("\\s+", 2);
      Map<String, String> waarden = new HashMap<>();
      if (delen.length > 2) {
        for (String paar : delen[2].strip().split(",")) {
          if (!paar.isBlank()) {
            waarden.put(paar.split("=")[0].strip(), paar.split("=")[1].strip());
          }
        }
      }
      return new Rij(
          endpoint[0],
          endpoint[1].strip(),
          Recht.valueOf(delen[1].strip()),
          waarden,
          delen.length > 3 ? delen[3].strip() : "");
    }
  }

  @Autowired WebApplicationContext context;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping endpoints;

  @Autowired Accounts accounts;
  @Autowired Agenda agenda;
  @Autowired Visies visies;
  @Autowired Versies versies;
  @Autowired VisieStarten starten;
  @Autowired Opschorting opschorting;
  @Autowired Besluiten besluiten;
  @Autowired Opmerkingen opmerkingen;
  @Autowired Routebeheer routebeheer;
  @Autowired Vertrouwelijkheden vertrouwelijkheden;
  @Autowired Vergaderschema schema;
  @Autowired Recessen recessen;
  @Autowired Klok klok;
  @Autowired JdbcTemplate jdbc;
  @Autowired PlatformTransactionManager transacties;

  private MockMvc mvc;
  private Monsters eigen;
  private Monsters vreemd;

  /** The ids that a line of the table may name, by name. */
  private record Monsters(Map<String, String> waarden) {
    String waarde(String naam) {
      return waarden.getOrDefault(naam, naam);
    }
  }

  @BeforeEach
  void begin() {
    mvc = MockMvcBuilders.webAppContextSetup(context).apply(springSecurity()).build();
    // The overleg is one with work to do, so that somebody of it alone has something to do as well.
    AgendaTaak vanOverleg = taak("gooi-en-vechtstreek-2027", t -> t.orgaan().isPresent());
    eigen =
        monsters(
            "JZ16", "GM0376", "GM0406", "GM0402", "matrix-eigen", "eemland-2027", "JZ20", "GM0308",
            "gooi-en-vechtstreek-2027", vanOverleg);
    vreemd =
        monsters(
            "JZ25", "GM0197", "GM0222", "GM0294", "matrix-vreemd", "zuidoost-brabant-2027", "JZ39",
            null, "achterhoek-2027", taak("achterhoek-2027", t -> true));
    for (Wie wie : IEDEREEN) {
      accounts.voegToe(
          wie.account(), wie.name(), "een lang wachtwoord", false, rollen(wie, vanOverleg.orgaan().orElseThrow()));
    }
  }

  /** Somebody to administer, with a role to end. */
  private void doelwit(Map<String, String> w, String proef) {
    String naam = proef + "-account";
    accounts.voegToe(
        naam, "Iemand", "een lang wachtwoord", false, List.of(Toekenning.zonderBereik(Rol.LEZER)));
    w.put("account", naam);
    w.put(
        "verlening",
        jdbc.queryForObject(
            "select cast(id as varchar(36)) from toekenning where account = ?", String.class, naam));
  }

  private static List<Toekenning> rollen(Wie wie, String overleg) {
    return switch (wie) {
      case NIEMAND -> List.of();
      case SECRETARIS_REGIO -> regionaal(Rol.AMBTELIJK_SECRETARIS);
      case SECRETARIS_OVERLEG ->
          List.of(
              Toekenning.bijOverleg(Rol.AMBTELIJK_SECRETARIS, "JZ16", overleg),
              Toekenning.bijOverleg(Rol.AMBTELIJK_SECRETARIS, "JZ20", "eem-klankbordgroep"));
      case BELEIDSMEDEWERKER -> List.of(Toekenning.inGemeente(Rol.BELEIDSMEDEWERKER, "GM0308"));
      case BESTUURSSECRETARIS -> List.of(Toekenning.inGemeente(Rol.BESTUURSSECRETARIS, "GM0308"));
      case GRIFFIER -> List.of(Toekenning.inGemeente(Rol.GRIFFIER, "GM0308"));
      case MANAGER -> regionaal(Rol.MANAGER);
      case BEHEERDER -> List.of(Toekenning.zonderBereik(Rol.BEHEERDER));
      case LEZER -> regionaal(Rol.LEZER);
    };
  }

  private static List<Toekenning> regionaal(Rol rol) {
    return List.of(Toekenning.inRegio(rol, "JZ16"), Toekenning.inRegio(rol, "JZ20"));
  }

  private Monsters monsters(
      String proefregio, String een, String twee, String drie, String proef, String visie, String regio,
      String gemeente, String metOverleg, AgendaTaak taakRegio) {
    Gebruiker secretaris = Gebruiker.secretarisVan(List.of(proefregio));
    String overleg = overleg(proefregio, taakRegio);
    if (visies.zoek(proef).isEmpty()) {
      starten.start(
          new VisieStarten.Opdracht(
              proef, "Visie " + proef, "De visie vaststellen.", 2028, 2031, Vaststellingsregel.ALLE_RADEN,
              List.of(proefregio), List.of(een, twee), "route_raden", List.of()),
          secretaris);
      vertrouwelijkheden.markeer(
          new Vertrouwelijkheden.Markering(
              proef, null, null, Vertrouwelijkheid.Niveau.VERTROUWELIJK, "voor de proef", overleg, null),
          secretaris);
    }
    String opgeschort = proef + "-opgeschort";
    if (visies.zoek(opgeschort).isEmpty()) {
      starten.start(
          new VisieStarten.Opdracht(
              opgeschort, "Visie " + opgeschort, "De visie vaststellen.", 2028, 2031, Vaststellingsregel.ALLE_RADEN,
              List.of(proefregio), List.of(een, twee), "route_raden", List.of()),
          secretaris);
      opschorting.schortOp(opgeschort, "voor de proef", secretaris);
    }
    AgendaTaak raad =
        taak(
            visie,
            t -> t.soort().equals("taak_raadsbesluitVastleggen") && (gemeente == null || t.gemeente().filter(gemeente::equals).isPresent()));
    List<Besluit> genomen = besluiten.vanVisie(visie);
    Map<String, String> w = new LinkedHashMap<>();
    w.put("visie", visie);
    w.put("gooi", metOverleg);
    w.put("proef", proef);
    w.put("opgeschort", opgeschort);
    w.put("regio", regio);
    w.put("gemeente", raad.gemeente().orElseThrow());
    w.put("toetreder", drie);
    w.put(
        "besloten",
        genomen.stream()
            .map(Besluit::gemeente)
            .filter(g -> agenda.vanVisie(visie).stream().noneMatch(t -> t.gemeente().filter(g::equals).isPresent()))
            .findFirst()
            .orElseThrow());
    w.put("vertrekker", een);
    w.put("orgaan", overleg);
    w.put("route", "route_raden");
    w.put("routeregio", proefregio);
    String eigenRoute = "route_" + proef.replace('-', '_');
    if (routebeheer.zoek(eigenRoute).isEmpty()) {
      routebeheer.voegToe(proefregio, tekening(eigenRoute), "proef", secretaris);
    }
    w.put("eigenRoute", eigenRoute);
    w.put(
        "concept",
        routebeheer
            .bewaar(proefregio, "proef.bpmn", tekening("route_matrix_concept"), secretaris)
            .id()
            .toString());
    doelwit(w, proef);
    w.put(
        "lid",
        jdbc.queryForObject(
            "select max(cast(id as varchar(36))) from lidmaatschap where regio = ?", String.class, proefregio));
    Map<String, Object> behandeld =
        Stream.of(metOverleg, visie)
            .flatMap(
                v ->
                    jdbc.queryForList(
                        "select visie, cast(id as varchar(36)) id from behandeling where visie = ? and datum is not null and orgaan <> ? order by 2",
                        v, overleg)
                        .stream())
            .findFirst()
            .orElseThrow();
    w.put("behandeld", (String) behandeld.get("visie"));
    w.put("behandeling", (String) behandeld.get("id"));
    w.put("versie", versies.nieuwste(visie).orElseThrow().nummer());
    w.put("taakRaad", raad.taak());
    w.put("stapRaadId", raad.stap());
    w.put("stapRaad", inAdres(raad.stap()));
    w.put("taakRegio", taakRegio.taak());
    w.put("stapRegioId", taakRegio.stap());
    w.put("stapRegio", inAdres(taakRegio.stap()));
    w.put(
        "besluit",
        genomen.stream()
            .filter(b -> b.gemeente().equals(raad.gemeente().orElseThrow()) && b.zekerheid() == Zekerheid.GEMELD)
            .findFirst()
            .or(() -> genomen.stream().findFirst())
            .orElseThrow()
            .id()
            .toString());
    w.put(
        "geduid",
        genomen.stream().filter(b -> b.amendement().isPresent()).findFirst().orElseThrow().id().toString());
    String opgemerkt =
        Stream.of(metOverleg, visie)
            .filter(v -> opmerkingen.vanVisie(v).stream().anyMatch(o -> o.open()))
            .findFirst()
            .orElse(visie);
    w.put("opgemerkt", opgemerkt);
    w.put(
        "opmerking",
        opmerkingen.vanVisie(opgemerkt).stream()
            .sorted(java.util.Comparator.comparing(o -> !o.open()))
            .findFirst()
            .orElseThrow()
            .id()
            .toString());
    schemawaarden(w, overleg, secretaris);
    w.put("adressleutel", proef + "-sleutel");
    new TransactionTemplate(transacties)
        .executeWithoutResult(
            s -> {
              jdbc.update("delete from signaal_adres where sleutel = ?", proef + "-sleutel");
              jdbc.update(
                  "insert into signaal_adres (id, orgaan, adres, sleutel, geldig_tot) values (?, ?, 'a@voorbeeld.nl', ?, ?)",
                  "orgaan/" + overleg, overleg, proef + "-sleutel",
                  java.sql.Timestamp.from(klok.instant().plusSeconds(86_400)));
            });
    w.put(
        "vertrouwelijkheid",
        jdbc.queryForObject(
            "select max(cast(id as varchar(36))) from vertrouwelijkheid where visie = ?", String.class, proef));
    return new Monsters(w);
  }

  /** A meeting, a reces and an agenda that was read, of the overleg; and a school holiday. */
  private void schemawaarden(Map<String, String> w, String overleg, Gebruiker secretaris) {
    LocalDate dag = LocalDate.now(klok).plusYears(3);
    List<Vergaderdatum> al = schema.vanOrgaan(overleg, dag, dag.plusYears(1));
    w.put(
        "vergadering",
        (al.isEmpty() ? schema.voegToe(overleg, dag, null, null, null, secretaris).vergadering() : al.get(0)).id().toString());
    w.put("reces", recessen.voegToe(overleg, "Proef", dag, dag, secretaris).id().toString());
    Gebruiker beheer =
        new Gebruiker("matrix", "Beheerder", List.of(Toekenning.zonderBereik(Rol.BEHEERDER)));
    w.put("gebiedreces", recessen.voegToeVoorGebied("JZ20", "Proef", dag, dag, beheer).id().toString());
    w.put("volgendJaar", LocalDate.now(klok).plusYears(1).toString());
    w.put("vakantie", recessen.schoolvakanties().get(0).id().toString());
  }

  private String overleg(String regio, AgendaTaak taak) {
    return taak.orgaan()
        .filter(o -> jdbc.queryForList("select regio from orgaan where id = ?", String.class, o).contains(regio))
        .orElseGet(
            () ->
                jdbc.queryForList("select id from orgaan where regio = ? order by id", String.class, regio).get(0));
  }

  private AgendaTaak taak(String visie, java.util.function.Predicate<AgendaTaak> past) {
    return agenda.vanVisie(visie).stream()
        .filter(past)
        .findFirst()
        .orElseThrow(() -> new AssertionError("Geen passende taak bij " + visie));
  }

  private static String inAdres(String stap) {
    return stap.substring(stap.indexOf('/') + 1).replace('/', '~');
  }

  // -- the table -------------------------------------------------------------------------------

  private static List<Rij> tabel() throws Exception {
    return new ClassPathResource(TABEL)
        .getContentAsString(StandardCharsets.UTF_8)
        .lines()
        .filter(regel -> !regel.isBlank() && !regel.startsWith("#"))
        .map(Rij::lees)
        .toList();
  }

  @Test
  void elk_endpoint_heeft_een_rij_en_elke_rij_een_endpoint() throws Exception {
    Map<String, String> echt = new LinkedHashMap<>();
    endpoints
        .getHandlerMethods()
        .forEach((info, methode) -> namen(info).forEach(naam -> echt.put(naam, methode.getShortLogMessage())));
    Set<String> inTabel = tabel().stream().map(Rij::endpoint).collect(Collectors.toCollection(TreeSet::new));
    List<String> zonderRij =
        echt.entrySet().stream()
            .filter(e -> !inTabel.contains(e.getKey()))
            .map(
                e ->
                    "Endpoint '" + e.getKey() + "' (" + e.getValue()
                        + ") heeft geen rij in " + TABEL + ": voeg er een toe met zijn recht.")
            .toList();
    assertThat(zonderRij).isEmpty();
    inTabel.removeAll(echt.keySet());
    assertThat(inTabel).as("rijen zonder endpoint").isEmpty();
  }

  private static List<String> namen(RequestMappingInfo info) {
    List<String> namen = new ArrayList<>();
    for (String pad : info.getPatternValues()) {
      if (info.getMethodsCondition().getMethods().isEmpty()) {
        namen.add("ALLE " + pad);
      }
      info.getMethodsCondition().getMethods().forEach(m -> namen.add(m + " " + pad));
    }
    return namen;
  }

  @TestFactory
  Stream<DynamicTest> wie_het_recht_heeft_kan_het_en_een_ander_niet() throws Exception {
    return tabel().stream()
        .filter(rij -> rij.recht() != Recht.BUITEN)
        .map(rij -> DynamicTest.dynamicTest(rij.recht() + " " + rij.endpoint() + " " + rij.waarden(), () -> proef(rij)));
  }

  /**
   * What these rows do needs more than a line of the table can set up, and has a test of its own. Who
   * is nobody, or has no role there, is refused all the same, whatever he sends.
   */
  @TestFactory
  Stream<DynamicTest> wie_er_niets_te_zoeken_heeft_komt_ook_bij_een_rij_buiten_niet_binnen() throws Exception {
    return tabel().stream()
        .filter(rij -> rij.recht() == Recht.BUITEN && !rij.waarden().isEmpty())
        .map(
            rij ->
                DynamicTest.dynamicTest(
                    rij.endpoint(),
                    () -> {
                      Map<String, String> vooraf = afdruk();
                      assertThat(isGeweigerd(vraag(rij, Wie.NIEMAND, true), Wie.NIEMAND)).as("NIEMAND").isTrue();
                      // A beheerder reads everything; what he may not do is then refused by its own rule.
                      for (Wie wie : EnumSet.complementOf(EnumSet.of(Wie.NIEMAND, Wie.BEHEERDER))) {
                        assertThat(isGeweigerd(vraag(rij, wie, false), wie)).as(wie + " op vreemde plek").isTrue();
                      }
                      assertThat(afdruk()).isEqualTo(vooraf);
                    }));
  }

  @Test
  void elke_rij_buiten_die_iets_wijzigt_zegt_waar_een_buitenstaander_het_probeert() throws Exception {
    assertThat(tabel())
        .filteredOn(rij -> rij.recht() == Recht.BUITEN && !rij.leest() && !rij.methode().equals("ALLE"))
        .isNotEmpty()
        .allSatisfy(rij -> assertThat(rij.waarden()).as(rij.endpoint()).isNotEmpty());
  }

  private void proef(Rij rij) throws Exception {
    List<String> fouten = new ArrayList<>();
    Map<String, String> vooraf = afdruk();
    for (Wie wie : Wie.values()) {
      for (boolean eigenPlek : rij.heeftPlek() ? new boolean[] {true, false} : new boolean[] {true}) {
        boolean mag = rij.recht().heeft(wie, eigenPlek);
        // Whoever may not gets no transaction of ours: what he changed would stay, and show.
        MockHttpServletResponse antwoord = mag ? teruggedraaid(rij, wie, eigenPlek) : vraag(rij, wie, eigenPlek);
        boolean geweigerd =
            isGeweigerd(antwoord, wie)
                || String.valueOf(antwoord.getStatus()).equals(rij.waarden().get("weiger"));
        if (mag == geweigerd) {
          fouten.add(
              wie + (eigenPlek ? " op eigen plek" : " op vreemde plek") + (mag ? " mag" : " mag niet")
                  + ", maar kreeg " + antwoord.getStatus() + " " + kort(antwoord));
        }
      }
    }
    assertThat(fouten).as(rij.endpoint()).isEmpty();
    assertThat(afdruk()).as("wie niet mag, verandert niets: " + rij.endpoint()).isEqualTo(vooraf);
  }

  /** Refused exactly: not found, no right, or sent to sign in; never for the input. */
  private static boolean isGeweigerd(MockHttpServletResponse antwoord, Wie wie) {
    int status = antwoord.getStatus();
    if (wie == Wie.NIEMAND) {
      return status == 401
          || (status == 302 && String.valueOf(antwoord.getRedirectedUrl()).endsWith("/aanmelden"));
    }
    assertThat(status).as(kort(antwoord)).isIn(200, 201, 204, 302, 403, 404, 409, 422);
    return status == 403 || status == 404;
  }

  private static String kort(MockHttpServletResponse antwoord) {
    try {
      String inhoud = antwoord.getContentAsString(StandardCharsets.UTF_8);
      return inhoud.substring(0, Math.min(inhoud.length(), 300));
    } catch (java.io.UnsupportedEncodingException e) {
      return "";
    }
  }

  private MockHttpServletResponse teruggedraaid(Rij rij, Wie wie, boolean eigenPlek) {
    return new TransactionTemplate(transacties)
        .execute(
            status -> {
              status.setRollbackOnly();
              try {
                return vraag(rij, wie, eigenPlek);
              } catch (Exception e) {
                throw new IllegalStateException(rij.endpoint(), e);
              }
            });
  }

  private MockHttpServletResponse vraag(Rij rij, Wie wie, boolean eigenPlek) throws Exception {
    Monsters monsters = eigenPlek ? eigen : vreemd;
    boolean api = rij.pad().startsWith("/api/");
    URI adres = URI.create(ingevuld(rij.pad(), rij, monsters));
    boolean bestanden = rij.invoer().startsWith("multipart ");
    MockHttpServletRequestBuilder verzoek =
        bestanden
            ? MockMvcRequestBuilders.multipart(adres)
            : MockMvcRequestBuilders.request(HttpMethod.valueOf(rij.methode()), adres);
    verzoek
            .header("Accept", api || rij.pad().contains(".") || rij.pad().endsWith("/formulier") ? "*/*" : "text/html,*/*;q=0.8")
            .header("If-Match", "*");
    if (rij.waarden().containsKey("vraag")) {
      for (String deel : rij.waarden().get("vraag").split(";")) {
        String[] vraag = deel.split(":");
        verzoek.queryParam(vraag[0], monsters.waarde(vraag[1]));
      }
      if (rij.endpoint().endsWith("/routes")) {
        verzoek.queryParam("toelichting", "proef");
      }
    }
    if (!rij.leest()) {
      String invoer = ingevuld(rij.invoer(), rij, monsters);
      if (bestanden) {
        for (String veld : invoer.substring("multipart ".length()).split("&")) {
          String[] paar = veld.split("=", 2);
          if (paar[1].equals("@tekening")) {
            ((MockMultipartHttpServletRequestBuilder) verzoek)
                .file(new MockMultipartFile(paar[0], "route.bpmn", "application/xml", tekening("route_matrix_nieuw")));
          } else {
            verzoek.param(paar[0], paar[1]);
          }
        }
      } else if (invoer.equals("@tekening")) {
        verzoek.contentType(MediaType.APPLICATION_XML).content(tekening("route_matrix_nieuw"));
      } else if (!invoer.isEmpty()) {
        verzoek
            .contentType(invoer.startsWith("{") ? MediaType.APPLICATION_JSON : MediaType.APPLICATION_FORM_URLENCODED)
            .content(invoer);
      }
      if (!api) {
        verzoek.with(csrf());
      }
    }
    if (wie != Wie.NIEMAND) {
      verzoek.with(user(wie.account()));
    }
    return mvc.perform(verzoek).andReturn().getResponse();
  }

  /** A route that the grammar takes, under a key of its own. */
  private static byte[] tekening(String sleutel) {
    try {
      return new ClassPathResource("bpmn/route_raden.bpmn")
          .getContentAsString(StandardCharsets.UTF_8)
          .replace("route_raden", sleutel)
          .getBytes(StandardCharsets.UTF_8);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static final Pattern PLEK = Pattern.compile("\\{(\\w+)(?::[^}]*)?\\}");

  /** The text with each {name} replaced by the sample that the line names, or by the one of that name. */
  private static String ingevuld(String tekst, Rij rij, Monsters monsters) {
    Matcher m = PLEK.matcher(tekst);
    StringBuilder uit = new StringBuilder();
    while (m.find()) {
      String naam = rij.waarden().getOrDefault(m.group(1), m.group(1));
      m.appendReplacement(uit, Matcher.quoteReplacement(monsters.waarde(naam)));
    }
    return m.appendTail(uit).toString();
  }

  // -- what is vertrouwelijk -------------------------------------------------------------------

  private static final Set<Wie> ZONDER_FUNCTIE = EnumSet.of(Wie.BEHEERDER, Wie.LEZER);

  @TestFactory
  Stream<DynamicTest> een_vertrouwelijke_visie_bestaat_alleen_voor_wie_er_een_functie_in_heeft()
      throws Exception {
    return leesrijen()
        .map(
            rij ->
                DynamicTest.dynamicTest(
                    rij.endpoint(),
                    () ->
                        new TransactionTemplate(transacties)
                            .executeWithoutResult(
                                status -> {
                                  status.setRollbackOnly();
                                  markeer(null, null);
                                  for (Wie wie : IEDEREEN) {
                                    assertThat(vraagOpEigen(rij, wie).getStatus())
                                        .as(wie.name())
                                        .isEqualTo(ZONDER_FUNCTIE.contains(wie) ? 404 : 200);
                                  }
                                })));
  }

  @Test
  void wat_bij_een_stap_of_versie_vertrouwelijk_is_staat_nergens_voor_wie_er_geen_functie_in_heeft()
      throws Exception {
    Besluit besluit =
        besluiten.vanVisie("eemland-2027").stream().filter(b -> b.amendement().isPresent()).findFirst().orElseThrow();
    String woorden = besluit.amendement().orElseThrow().substring(0, 20);
    var versie = versies.nieuwste("eemland-2027").orElseThrow();
    List<Rij> rijen = leesrijen().toList();
    new TransactionTemplate(transacties)
        .executeWithoutResult(
            status -> {
              status.setRollbackOnly();
              String deel = versies.versie("eemland-2027", versie.nummer()).orElseThrow().onderdelen().get(0).kenmerk();
              markeer(besluit.stap(), null);
              markeer(null, versie.nummer());
              Set<String> zien = new TreeSet<>();
              for (Rij rij : rijen) {
                for (Wie wie : IEDEREEN) {
                  String inhoud = inhoud(vraagOpEigen(rij, wie));
                  if (ZONDER_FUNCTIE.contains(wie)) {
                    assertThat(inhoud).as(wie + " " + rij.endpoint()).doesNotContain(woorden, deel);
                  } else if (inhoud.contains(woorden)) {
                    zien.add("besluit");
                  } else if (inhoud.contains(deel)) {
                    zien.add("versie");
                  }
                }
              }
              assertThat(zien).as("een ander ziet het wel").containsExactly("besluit", "versie");
            });
  }

  private static Stream<Rij> leesrijen() throws Exception {
    return tabel().stream().filter(rij -> rij.recht() == Recht.LEEST_VISIE && rij.leest());
  }

  private void markeer(String stap, String versie) {
    vertrouwelijkheden.markeer(
        new Vertrouwelijkheden.Markering(
            "eemland-2027", stap, versie, Vertrouwelijkheid.Niveau.VERTROUWELIJK, "proef", "eem-pfho", null),
        Gebruiker.secretarisVan(List.of("JZ20")));
  }

  private MockHttpServletResponse vraagOpEigen(Rij rij, Wie wie) {
    try {
      return vraag(rij, wie, true);
    } catch (Exception e) {
      throw new IllegalStateException(rij.endpoint(), e);
    }
  }

  private static String inhoud(MockHttpServletResponse antwoord) {
    try {
      return antwoord.getContentAsString(StandardCharsets.UTF_8);
    } catch (java.io.UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  // -- nothing changed -------------------------------------------------------------------------

  /** Number and content of the rows of every table of ours and of the engine's running work. */
  private Map<String, String> afdruk() {
    return Afdruk.van(jdbc, tabel -> !tabel.startsWith("act_hi_"));
  }
}
