package nl.besluitroute.ondersteuning;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.besluitroute.agenda.AgendaTaak;
import nl.besluitroute.besluitvorming.Behandeling;
import nl.besluitroute.besluitvorming.Besluit;
import nl.besluitroute.besluitvorming.Stand;
import nl.besluitroute.journaal.Gebeurtenis;
import nl.besluitroute.kalender.GeschrevenDatum;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.visie.Routevoorbeeld;
import nl.besluitroute.visie.Routewijziging;
import nl.besluitroute.visie.Stap;
import nl.besluitroute.visie.StapId;
import nl.besluitroute.visie.VisieStarten;
import nl.besluitroute.visie.Vaststellingsregel;

/** A vision on its way in a test, steered as its users would: through the one write path. */
public final class Proefvisie {
  public static final String DICTUM = "De regiovisie jeugdhulp vast te stellen.";
  public static final String BRON = "https://voorbeeld.nl/besluitenlijst";

  private final Proefomgeving proef;
  private final String id;
  private final String wortel;

  private Proefvisie(Proefomgeving proef, String id, String wortel) {
    this.proef = proef;
    this.id = id;
    this.wortel = wortel;
  }

  /** A vision that is there already. */
  public static Proefvisie van(Proefomgeving proef, String id) {
    return new Proefvisie(proef, id, null);
  }

  static Proefvisie begin(Proefomgeving proef, String route, List<String> gemeenten) {
    return begin(
        proef,
        route,
        gemeenten,
        route.equals("route_raden") ? Vaststellingsregel.ALLE_RADEN : Vaststellingsregel.ALLE_COLLEGES,
        Proefomgeving.BEGIN.toLocalDate());
  }

  public static Proefvisie begin(
      Proefomgeving proef,
      String route,
      List<String> gemeenten,
      Vaststellingsregel regel,
      LocalDate begin) {
    return begin(proef, route, gemeenten, regel, begin, begin);
  }

  /**
   * @param klok the day at which the clock is set; null leaves it as it is
   * @param plan the day from which the steps are planned; null plans none
   */
  public static Proefvisie begin(
      Proefomgeving proef,
      String route,
      List<String> gemeenten,
      Vaststellingsregel regel,
      LocalDate klok,
      LocalDate plan) {
    proef.regio(gemeenten);
    if (klok != null) {
      proef.zet(klok);
    }
    String id = Proefomgeving.uniek();
    List<VisieStarten.Planregel> planning = plan == null ? List.of() : planning(route, plan);
    proef.starten.start(
        new VisieStarten.Opdracht(
            id,
            "Regiovisie " + id,
            DICTUM,
            2027,
            2030,
            regel,
            List.of(Proefomgeving.REGIO),
            gemeenten,
            route,
            planning),
        proef.secretaris());
    String wortel =
        proef.jdbc.queryForObject(
            "select ID_ from ACT_RU_EXECUTION where BUSINESS_KEY_ = ? and PARENT_ID_ is null and SUPER_EXEC_ is null",
            String.class,
            id);
    return new Proefvisie(proef, id, wortel);
  }

  /** Every regional step two weeks after the one before, on a Thursday; colleges and raden later. */
  private static List<VisieStarten.Planregel> planning(String route, LocalDate begin) {
    List<String> elementen =
        route.equals("route_raden")
            ? List.of(
                "tekst_concept", "participatie_partners", "klankbord_concept", "tekst_definitief",
                "uo_definitief", "do_definitief", "pfho_definitief", "lokaal")
            : List.of(
                "tekst_concept", "participatie_dialoog", "uo_concept", "do_concept", "pfho_concept",
                "webinar_raden", "participatie_concept", "tekst_definitief", "klankbord_definitief",
                "uo_definitief", "do_definitief", "pfho_definitief", "lokaal", "informeren");
    List<VisieStarten.Planregel> regels = new ArrayList<>();
    LocalDate dag = begin.with(java.time.temporal.TemporalAdjusters.next(java.time.DayOfWeek.THURSDAY));
    for (String element : elementen) {
      dag = dag.plusWeeks(2);
      regels.add(new VisieStarten.Planregel(element, null, null, GeschrevenDatum.op(dag), null));
    }
    return regels;
  }

  public String id() {
    return id;
  }

  /** Id of the route's own instance; another route may have given it another. */
  public String wortel() {
    return proef.jdbc
        .queryForList(
            "select ID_ from ACT_RU_EXECUTION where BUSINESS_KEY_ = ? and PARENT_ID_ is null and SUPER_EXEC_ is null",
            String.class,
            id)
        .stream()
        .findFirst()
        .orElse(wortel);
  }

  // -- what there is ----------------------------------------------------------------------------

  public List<AgendaTaak> open() {
    return proef.agenda.vanVisie(id);
  }

  /** The kinds of open work with element or municipality, sorted; to compare at a glance. */
  public List<String> werk() {
    return open().stream()
        .map(
            t -> {
              StapId stap = StapId.lees(t.stap());
              return t.soort().substring(5)
                  + " "
                  + stap.element()
                  + t.gemeente().map(g -> " " + g).orElse("");
            })
        .sorted()
        .toList();
  }

  public AgendaTaak taak(String soort) {
    List<AgendaTaak> gevonden = open().stream().filter(t -> t.soort().equals("taak_" + soort)).toList();
    if (gevonden.size() != 1) {
      throw new AssertionError("Eén " + soort + " verwacht in " + werk());
    }
    return gevonden.get(0);
  }

  /** The work of this kind at an element of the route, or of a municipality. */
  public AgendaTaak taak(String soort, String bij) {
    List<AgendaTaak> gevonden =
        open().stream()
            .filter(t -> t.soort().equals("taak_" + soort))
            .filter(t -> bij.equals(t.gemeente().orElse(null)) || StapId.lees(t.stap()).element().equals(bij))
            .toList();
    if (gevonden.size() != 1) {
      throw new AssertionError("Eén " + soort + " bij " + bij + " verwacht in " + werk());
    }
    return gevonden.get(0);
  }

  public Stap stap(String element) {
    return proef.visies.stap(id + "/" + element);
  }

  public Stap stap(String element, String gemeente, Stap.Soort soort, int ronde) {
    return proef.visies.stap(StapId.van(id, element, gemeente, soort, ronde).toString());
  }

  public Stand stand() {
    return proef.standen.van(id);
  }

  public List<Behandeling> behandelingen(String element) {
    return proef.transactie.execute(
        s -> {
          List<Behandeling> eigen =
              proef.behandelingen.vanVisie(id).stream()
                  .filter(b -> b.stap().equals(id + "/" + element))
                  .toList();
          eigen.forEach(b -> b.voorbehouden().size());
          return eigen;
        });
  }

  public List<Besluit> besluiten(String gemeente) {
    return proef.besluiten.vanVisie(id).stream().filter(b -> b.gemeente().equals(gemeente)).toList();
  }

  public List<Gebeurtenis> journaal() {
    return proef.journaal.vanVisie(id, 10_000);
  }

  public List<Gebeurtenis> journaal(String soort) {
    return journaal().stream().filter(g -> g.soort().equals(soort)).toList();
  }

  public boolean afgerond() {
    return proef.visies.visie(id).afgerondOp().isPresent();
  }

  /** Whether the engine still runs anything of this vision. */
  public boolean loopt() {
    return proef.jdbc.queryForObject(
            "select count(*) from ACT_RU_EXECUTION where ROOT_PROC_INST_ID_ = ?", Integer.class, wortel())
        > 0;
  }

  // -- what is done -----------------------------------------------------------------------------

  public static Map<String, Object> invoer(Object... paren) {
    Map<String, Object> invoer = new HashMap<>();
    for (int i = 0; i < paren.length; i += 2) {
      invoer.put((String) paren[i], paren[i + 1]);
    }
    return invoer;
  }

  public Proefvisie voltooi(AgendaTaak taak, Map<String, Object> invoer) {
    return voltooi(taak, invoer, proef.secretaris());
  }

  public Proefvisie voltooi(AgendaTaak taak, Map<String, Object> invoer, Gebruiker wie) {
    proef.taken.voltooi(taak.taak(), invoer, wie);
    return werkAf();
  }

  public Proefvisie werkAf() {
    proef.werkAf(wortel());
    return this;
  }

  public Proefvisie tot(LocalDate dag) {
    proef.laatVerstrijken(wortel(), dag.atTime(9, 0).atZone(Klok.ZONE).toInstant());
    return this;
  }

  /** Lets time pass until the step's planned day. */
  public Proefvisie totStap(String element) {
    LocalDate dag = stap(element).gepland().orElseThrow().laatste();
    return dag.isAfter(proef.klok.vandaag()) ? tot(dag) : this;
  }

  private String vandaag() {
    return proef.klok.vandaag().toString();
  }

  public static Map<String, Object> versieInvoer(String nummer, String datum, String tekst) {
    return invoer(
        "nummer", nummer,
        "datum", datum,
        "onderdelen", List.of(invoer("naam", "Regiovisie.docx", "tekst", tekst)));
  }

  public Proefvisie versie(String nummer) {
    return voltooi(taak("versieVastleggen"), versieInvoer(nummer, vandaag(), "Tekst " + nummer));
  }

  public Proefvisie participatie(String element) {
    return voltooi(
        taak("participatieVastleggen", element),
        invoer("groep", "Aanbieders jeugdhulp", "datum", vandaag(), "deelnemers", 12, "meer", "nee"));
  }

  public Proefvisie verzend(String element, String versie) {
    return voltooi(
        taak("stukkenVerzenden", element), invoer("versie", versie, "verzonden_op", vandaag()));
  }

  public Map<String, Object> conclusieInvoer(String versie, String conclusie, Object... meer) {
    Map<String, Object> invoer =
        invoer("datum", vandaag(), "versie", versie, "conclusie", conclusie, "vervolg", "verder");
    invoer.putAll(invoer(meer));
    return invoer;
  }

  public Proefvisie concludeer(String element, String versie, String conclusie, Object... meer) {
    return voltooi(
        taak("conclusieVastleggen", element), conclusieInvoer(versie, conclusie, meer));
  }

  public Proefvisie overleg(String element, String versie) {
    return overleg(element, versie, "positief");
  }

  public Proefvisie overleg(String element, String versie, String conclusie, Object... meer) {
    return verzend(element, versie).concludeer(element, versie, conclusie, meer);
  }

  public Map<String, Object> besluitInvoer(String uitkomst, String versie, Object... meer) {
    Map<String, Object> invoer =
        invoer(
            "datum", vandaag(), "uitkomst", uitkomst, "versie", versie, "dictum", DICTUM, "bron", BRON);
    invoer.putAll(invoer(meer));
    return invoer;
  }

  public Proefvisie college(String gemeente, String uitkomst, String versie, Object... meer) {
    return voltooi(
        taak("collegebesluitVastleggen", gemeente), besluitInvoer(uitkomst, versie, meer));
  }

  public Proefvisie raad(String gemeente, String uitkomst, String versie, Object... meer) {
    return voltooi(taak("raadsbesluitVastleggen", gemeente), besluitInvoer(uitkomst, versie, meer));
  }

  public Proefvisie sluitAf() {
    return voltooi(taak("besluitrondeAfsluiten"), invoer("bevestiging", true));
  }

  public Proefvisie advies(String advies) {
    return voltooi(taak("adviesTweedeRonde"), invoer("datum", vandaag(), "advies", advies));
  }

  public Proefvisie wijzigDatum(String element, LocalDate dag) {
    proef.stappen.wijzigDatum(
        StapId.van(id, element), GeschrevenDatum.op(dag), "De vergadering is verzet.", proef.secretaris());
    return werkAf();
  }

  public Proefvisie vertrek(String gemeente) {
    proef.stappen.vertrek(id, gemeente, "Fusie.", proef.secretaris());
    return werkAf();
  }

  public Proefvisie toetreding(String gemeente) {
    proef.stappen.toetreding(id, gemeente, "Sluit aan.", proef.secretaris());
    return werkAf();
  }

  public Routevoorbeeld voorbeeld(Routewijziging wijziging) {
    return proef.wijzigingen.voorbeeld(id, wijziging, proef.secretaris());
  }

  /** Applies a change of the route; the work that is open then is exactly what its preview said. */
  public Routevoorbeeld wijzig(Routewijziging wijziging) {
    Routevoorbeeld voorbeeld = voorbeeld(wijziging);
    List<String> verwacht = new ArrayList<>(open().stream().map(t -> t.soort() + " " + t.stap()).toList());
    proef.wijzigingen.voerUit(id, wijziging, voorbeeld.kenmerk(), "Op verzoek van het PFHO.", proef.secretaris());
    proef.werkAf(wortel());
    voorbeeld.vervalt().forEach(w -> verwacht.remove(w.soort() + " " + w.stap()));
    voorbeeld.komt().forEach(w -> verwacht.add(w.soort() + " " + w.stap()));
    org.assertj.core.api.Assertions.assertThat(open().stream().map(t -> t.soort() + " " + t.stap()))
        .as("the open work after %s", wijziging)
        .containsExactlyInAnyOrderElementsOf(verwacht);
    for (Routevoorbeeld.Stapregel regel : voorbeeld.stappen()) {
      org.assertj.core.api.Assertions.assertThat(stap(regel.element()).toestand())
          .as("step %s after %s", regel.element(), wijziging)
          .isIn(afgerond() ? java.util.EnumSet.of(regel.wordt(), Stap.Toestand.VERVALLEN) : java.util.EnumSet.of(regel.wordt()));
    }
    return voorbeeld;
  }

  // -- whole stretches ---------------------------------------------------------------------------

  /** From the start of route_raden to where the municipalities decide, on version 1.0. */
  public Proefvisie radenTotLokaal() {
    return versie("0.9")
        .participatie("participatie_partners")
        .overleg("klankbord_concept", "0.9")
        .versie("1.0")
        .overleg("uo_definitief", "1.0")
        .overleg("do_definitief", "1.0")
        .overleg("pfho_definitief", "1.0");
  }

  /** From the start of route_colleges to where the municipalities decide, on version 1.0. */
  public Proefvisie collegesTotLokaal() {
    return participatie("participatie_dialoog")
        .versie("0.9")
        .overleg("uo_concept", "0.9")
        .overleg("do_concept", "0.9")
        .overleg("pfho_concept", "0.9")
        .participatie("webinar_raden")
        .participatie("participatie_concept")
        .versie("1.0")
        .overleg("klankbord_definitief", "1.0")
        .overleg("uo_definitief", "1.0")
        .overleg("do_definitief", "1.0")
        .overleg("pfho_definitief", "1.0");
  }

  /** Due date of a task as the engine holds it. */
  public Optional<java.time.Instant> dueInEngine(AgendaTaak taak) {
    return Optional.ofNullable(
            proef.engine.getTaskService().createTaskQuery().taskId(taak.taak()).singleResult().getDueDate())
        .map(d -> d.toInstant().atOffset(ZoneOffset.UTC).toInstant());
  }

  public Optional<java.time.Instant> followUpInEngine(AgendaTaak taak) {
    return Optional.ofNullable(
            proef.engine.getTaskService().createTaskQuery().taskId(taak.taak()).singleResult().getFollowUpDate())
        .map(java.util.Date::toInstant);
  }
}
