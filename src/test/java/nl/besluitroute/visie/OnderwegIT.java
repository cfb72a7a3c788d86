package nl.besluitroute.visie;

import static nl.besluitroute.ondersteuning.Proefvisie.invoer;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.besluitroute.agenda.AgendaTaak;
import nl.besluitroute.ondersteuning.Databaseproef;
import nl.besluitroute.ondersteuning.Proefomgeving;
import nl.besluitroute.ondersteuning.Proefvisie;
import nl.besluitroute.ondersteuning.Testdatabase;
import nl.besluitroute.visie.Routewijziging.Herhalen;
import nl.besluitroute.visie.Routewijziging.Overslaan;
import nl.besluitroute.visie.Routewijziging.Plek;
import nl.besluitroute.visie.Routewijziging.Toevoegen;
import nl.besluitroute.visie.Routewijziging.Verplaatsen;
import org.junit.jupiter.api.Test;

/**
 * Random changes on random routes, on the real engine: whatever is done, no step is lost, doubled or
 * stuck, each preview is what happens, and the route can always be completed. A build repeats
 * one seed; {@code -Dbesluitroute.zaad=<seed> -Dbesluitroute.reeksen=<number>} look further.
 */
class OnderwegIT extends Databaseproef {
  private static final int ROUTES = 6;
  private static final int REEKSEN =
      Integer.getInteger("besluitroute.reeksen", Testdatabase.POSTGRESQL ? 6 : 14);
  private static final int HANDELINGEN = 10;
  private static final List<String> GEMEENTEN =
      List.of(Proefomgeving.AMERSFOORT, Proefomgeving.BAARN, Proefomgeving.SOEST);
  private static final List<String> OVERLEGGEN =
      List.of("proef-klankbordgroep", "proef-uitvoeringsoverleg", "proef-directie_overleg");

  private record Route(String sleutel, Vaststellingsregel regel) {}

  private Random toeval;
  private int teller;

  @Test
  void geen_wijziging_onderweg_verliest_verdubbelt_of_blokkeert_een_stap() {
    long zaad = Long.getLong("besluitroute.zaad", 20261122);
    System.out.println("OnderwegIT, zaad " + zaad);
    toeval = new Random(zaad);
    List<Route> routes = new ArrayList<>();
    for (int i = 0; i < ROUTES; i++) {
      boolean raad = toeval.nextBoolean();
      String sleutel = "route_" + Proefomgeving.uniek().replace('-', '_');
      proef.routes.voegToe(sleutel + ".bpmn", Routeloting.teken(sleutel, raad, toeval).getBytes(StandardCharsets.UTF_8));
      routes.add(new Route(sleutel, raad ? Vaststellingsregel.ALLE_RADEN : Vaststellingsregel.ALLE_COLLEGES));
    }
    List<String> gedaan = new ArrayList<>();
    int wijzigingen = 0;
    for (int reeks = 0; reeks < REEKSEN; reeks++) {
      gedaan.clear();
      long eigen = toeval.nextLong();
      try {
        wijzigingen += speel(routes, new Random(eigen), gedaan, reeks % 10 != 9);
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError("Zaad " + zaad + ", reeks " + reeks + ":\n" + String.join("\n", gedaan), e);
      }
    }
    System.out.println("OnderwegIT: " + REEKSEN + " reeksen, " + wijzigingen + " wijzigingen");
    assertThat(wijzigingen).as("changes that could be made").isGreaterThan(REEKSEN);
    Map<String, String> levend = agenda();
    proef.agenda.herbouw();
    assertThat(agenda()).isEqualTo(levend);
  }

  private Map<String, String> agenda() {
    return proef.jdbc.queryForList("select taak, soort, naam, visie, stap, orgaan, gemeente, groep from agenda_taak").stream()
        .collect(Collectors.toMap(r -> (String) r.get("taak"), Object::toString));
  }

  private int speel(List<Route> routes, Random r, List<String> gedaan, boolean totHetEinde) {
    toeval = r;
    Route route = kies(routes);
    Proefvisie v =
        Proefvisie.begin(proef, route.sleutel(), GEMEENTEN, route.regel(), Proefomgeving.BEGIN.toLocalDate(), null);
    v.werkAf();
    gedaan.add(v.id() + " op " + route.sleutel());
    controleer(v);
    int wijzigingen = 0;
    for (int i = 0; i < HANDELINGEN && !v.afgerond(); i++) {
      int keuze = toeval.nextInt(10);
      if (keuze < 5) {
        werk(v, gedaan, true);
      } else if (keuze < 9) {
        wijzigingen += wijzig(v, routes, gedaan) ? 1 : 0;
      } else {
        komOfGa(v, gedaan);
      }
      controleer(v);
    }
    for (int i = 0; totHetEinde && !v.afgerond(); i++) {
      assertThat(i).as("the route comes to its end").isLessThan(300);
      if (v.open().isEmpty()) {
        gedaan.add("tot juni");
        v.tot(java.time.LocalDate.of(2026, 6, 2));
        assertThat(v.open().size() + (v.afgerond() ? 1 : 0)).as("something is open").isPositive();
      } else {
        werk(v, gedaan, false);
      }
      controleer(v);
    }
    return wijzigingen;
  }

  // -- what happens ----------------------------------------------------------------------------

  private boolean wijzig(Proefvisie v, List<Route> routes, List<String> gedaan) {
    List<String> elementen =
        proef.visies.stappen(v.id()).stream().filter(s -> !s.soort().lokaal()).map(Stap::element).toList();
    Route ander = kies(routes);
    Routewijziging wijziging =
        switch (toeval.nextInt(5)) {
          case 0 -> new Overslaan(kies(elementen));
          case 1, 2 -> new Herhalen(kies(elementen), toeval.nextBoolean());
          case 3 -> new Toevoegen(kies(OVERLEGGEN), Doel.ADVISEREN, kies(List.of(Plek.values())), kies(elementen));
          default -> new Verplaatsen(ander.sleutel(), Optional.of(ander.regel()));
        };
    if (!v.voorbeeld(wijziging).kan()) {
      return false;
    }
    gedaan.add(wijziging.toString());
    long vastgelegd = vastgelegd(v);
    v.wijzig(wijziging);
    assertThat(vastgelegd(v)).as("what was recorded stays").isEqualTo(vastgelegd);
    return true;
  }

  private long vastgelegd(Proefvisie v) {
    return proef.jdbc.queryForObject("select count(*) from besluit where visie = ?", Long.class, v.id())
        + proef.jdbc.queryForObject("select count(*) from behandeling where visie = ? and (conclusie is not null or verzonden_op is not null)", Long.class, v.id())
        + proef.jdbc.queryForObject("select count(*) from activiteit where visie = ?", Long.class, v.id())
        + proef.jdbc.queryForObject("select count(*) from informering where visie = ?", Long.class, v.id());
  }

  private void komOfGa(Proefvisie v, List<String> gedaan) {
    List<String> mee = proef.visies.deelnemers(v.id());
    try {
      if (mee.size() > 1 && toeval.nextBoolean()) {
        String gemeente = kies(mee);
        gedaan.add("vertrek " + gemeente);
        v.vertrek(gemeente);
      } else {
        List<String> buiten = new ArrayList<>(GEMEENTEN);
        buiten.add(Proefomgeving.WOUDENBERG);
        buiten.removeAll(mee);
        if (!buiten.isEmpty()) {
          gedaan.add("toetreding " + buiten.get(0));
          v.toetreding(buiten.get(0));
        }
      }
    } catch (VisieFout e) {
      gedaan.add("geweigerd: " + e.getMessage());
    }
  }

  private void werk(Proefvisie v, List<String> gedaan, boolean grillig) {
    List<AgendaTaak> open =
        v.open().stream()
            .filter(t -> !t.soort().equals("taak_besluitrondeAfsluiten") || magSluiten(v, t))
            .toList();
    if (open.isEmpty()) {
      return;
    }
    AgendaTaak taak = kies(open);
    Map<String, Object> invoer = antwoord(v, taak, grillig);
    gedaan.add(taak.soort() + " " + taak.stap() + " " + invoer.getOrDefault("conclusie", invoer.getOrDefault("uitkomst", "")));
    v.voltooi(taak, invoer);
  }

  private boolean magSluiten(Proefvisie v, AgendaTaak taak) {
    String element = StapId.lees(taak.stap()).element();
    return proef.visies.stappen(v.id()).stream()
        .noneMatch(s -> s.element().equals(element) && s.soort().lokaal() && s.toestand() == Stap.Toestand.LOOPT);
  }

  private Map<String, Object> antwoord(Proefvisie v, AgendaTaak taak, boolean grillig) {
    String vandaag = proef.klok.vandaag().toString();
    String versie =
        proef.versies.vanVisie(v.id()).stream().reduce((a, b) -> b).map(x -> x.nummer()).orElse(null);
    boolean anders = grillig && toeval.nextInt(4) == 0;
    return switch (taak.soort()) {
      case "taak_versieVastleggen" -> Proefvisie.versieInvoer("1." + ++teller, vandaag, "Tekst " + teller);
      case "taak_participatieVastleggen" -> invoer("groep", "Partners", "datum", vandaag, "deelnemers", 3, "meer", anders ? "ja" : "nee");
      case "taak_stukkenVerzenden" -> invoer("versie", versie, "verzonden_op", vandaag);
      case "taak_conclusieVastleggen" -> {
        String conclusie = anders ? kies(List.of("negatief", "nvt", "aangehouden")) : "positief";
        Map<String, Object> invoer =
            v.conclusieInvoer(versie, conclusie, "vervolg", grillig && toeval.nextInt(6) == 0 ? "nieuwe_versie" : "verder");
        if (conclusie.equals("aangehouden")) {
          invoer.put("volgende_datum", "1 december 2026");
        }
        if (conclusie.equals("nvt")) {
          invoer.put("reden", "Niet nodig.");
        }
        yield invoer;
      }
      case "taak_collegebesluitVastleggen" ->
          v.besluitInvoer(anders ? kies(List.of("gewijzigd", "teruggenomen", "aangehouden")) : "conform", versie, "dictum", "Besluit " + ++teller, "volgende_datum", "1 december 2026");
      case "taak_raadsbesluitVastleggen" ->
          v.besluitInvoer(
              anders ? kies(List.of("gewijzigd_aangenomen", "verworpen", "terugverwezen", "aangehouden")) : "aangenomen",
              versie, "dictum", "Besluit " + ++teller, "amendement", "Een toevoeging.", "volgende_datum", "1 december 2026");
      case "taak_raadInformeren" -> invoer("datum", vandaag, "kenmerk", "RIB", "bron", Proefvisie.BRON);
      case "taak_besluitrondeAfsluiten" -> invoer("bevestiging", true);
      case "taak_adviesTweedeRonde" ->
          invoer("datum", vandaag, "advies", grillig ? kies(List.of("overnemen", "heroverwegen", "accepteren")) : "accepteren");
      default -> throw new AssertionError(taak.soort());
    };
  }

  private <T> T kies(List<T> uit) {
    return uit.get(toeval.nextInt(uit.size()));
  }

  // -- what must hold --------------------------------------------------------------------------

  private void controleer(Proefvisie v) {
    List<Stap> stappen = proef.visies.stappen(v.id());
    List<AgendaTaak> open = v.open();
    String wortel = v.wortel();
    assertThat(
            proef.jdbc.queryForList(
                "select t.ID_ from ACT_RU_TASK t join ACT_RU_EXECUTION e on e.ID_ = t.PROC_INST_ID_ where e.ROOT_PROC_INST_ID_ = ?",
                String.class, wortel))
        .as("agenda and engine hold the same work")
        .containsExactlyInAnyOrderElementsOf(open.stream().map(AgendaTaak::taak).toList());
    assertThat(open.stream().map(t -> t.soort() + " " + t.stap())).as("nothing doubled").doesNotHaveDuplicates();
    assertThat(
            proef.jdbc.queryForObject(
                "select count(*) from ACT_RU_JOB j join ACT_RU_EXECUTION e on e.ID_ = j.PROCESS_INSTANCE_ID_ where e.ROOT_PROC_INST_ID_ = ? and (j.RETRIES_ = 0 or j.EXCEPTION_MSG_ is not null)",
                Integer.class, wortel))
        .as("failed jobs")
        .isZero();
    List<Map<String, Object>> instanties =
        proef.jdbc.queryForList(
            "select d.KEY_ as sleutel, e.ID_ as id from ACT_RU_EXECUTION e join ACT_RE_PROCDEF d on d.ID_ = e.PROC_DEF_ID_ where e.ROOT_PROC_INST_ID_ = ? and e.PARENT_ID_ is null",
            wortel);
    if (v.afgerond()) {
      assertThat(open).isEmpty();
      assertThat(instanties).as("living instances of a vision that came to its end").isEmpty();
      return;
    }
    assertThat(instanties.stream().filter(i -> i.get("sleutel").equals("termijnwacht"))).as("watches").hasSameSizeAs(open);

    List<String> lopend =
        stappen.stream().filter(s -> !s.soort().lokaal() && s.toestand() == Stap.Toestand.LOOPT).map(Stap::element).toList();
    List<String> plaatsen = new ArrayList<>();
    for (var a : proef.engine.getRuntimeService().getActivityInstance(wortel).getChildActivityInstances()) {
      plaatsen.add(a.getActivityId());
    }
    Regiovisie visie = proef.visies.visie(v.id());
    RouteModel model = proef.routes.versie(visie.routeVersie()).model();
    Set<String> blokken = model.blokken().stream().map(RouteModel.Blok::elementId).collect(Collectors.toSet());
    assertThat(plaatsen.stream().filter(blokken::contains)).as("blocks under way").containsExactlyInAnyOrderElementsOf(lopend);

    Map<String, Long> werkPerElement =
        open.stream().collect(Collectors.groupingBy(t -> StapId.lees(t.stap()).element(), Collectors.counting()));
    assertThat(werkPerElement.keySet()).as("steps with open work").isEqualTo(new HashSet<>(lopend));
    TreeSet<String> metWerk = open.stream().map(AgendaTaak::stap).collect(Collectors.toCollection(TreeSet::new));
    TreeSet<String> lokaal =
        stappen.stream()
            .filter(s -> s.soort().lokaal() && s.toestand() == Stap.Toestand.LOOPT)
            .map(Stap::id)
            .collect(Collectors.toCollection(TreeSet::new));
    metWerk.removeIf(s -> StapId.lees(s).gemeente() == null);
    assertThat(metWerk).as("municipalities with open work").isEqualTo(lokaal);

    Routes.Wandeling wandeling = proef.routes.wandeling(proef.routes.bpmn(visie.routeVersie()));
    Set<String> ligtVoor = plaatsen.stream().flatMap(p -> wandeling.na(p).stream()).collect(Collectors.toSet());
    assertThat(stappen)
        .filteredOn(s -> s.toestand() == Stap.Toestand.GEPLAND && !s.soort().lokaal())
        .allSatisfy(
            s -> {
              assertThat(blokken).as("planned step of the route").contains(s.element());
              if (model.blok(s.element()).gepland()) {
                assertThat(ligtVoor).as("reachable from %s", plaatsen).contains(s.element());
              }
            });
  }
}
