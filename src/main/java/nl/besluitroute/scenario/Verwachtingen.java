package nl.besluitroute.scenario;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.besluitroute.agenda.Agenda;
import nl.besluitroute.agenda.AgendaTaak;
import nl.besluitroute.besluitvorming.Behandelverslag;
import nl.besluitroute.besluitvorming.Besluit;
import nl.besluitroute.besluitvorming.Besluiten;
import nl.besluitroute.besluitvorming.Stand;
import nl.besluitroute.besluitvorming.Standen;
import nl.besluitroute.kalender.GeschrevenDatum;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.planning.Plan;
import nl.besluitroute.planning.Planregel;
import nl.besluitroute.regio.Regios;
import nl.besluitroute.signalering.Signalen;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.visie.Regiovisie;
import nl.besluitroute.visie.Stap;
import nl.besluitroute.visie.StapId;
import nl.besluitroute.visie.Visies;
import nl.besluitroute.visieplanning.Visieplan;
import nl.besluitroute.visieplanning.Visieplanning;
import org.springframework.stereotype.Component;

/** Holds what a scenario expects against what the system says, and writes that down as Markdown. */
@Component
class Verwachtingen {
  private static final DateTimeFormatter DAG = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.forLanguageTag("nl"));

  private final Visies visies;
  private final Regios regios;
  private final Behandelverslag behandelverslag;
  private final Besluiten besluiten;
  private final Standen standen;
  private final Agenda agenda;
  private final Visieplanning planning;
  private final Signalen signalen;
  private final Klok klok;

  Verwachtingen(
      Visies visies,
      Regios regios,
      Behandelverslag behandelverslag,
      Besluiten besluiten,
      Standen standen,
      Agenda agenda,
      Visieplanning planning,
      Signalen signalen,
      Klok klok) {
    this.visies = visies;
    this.regios = regios;
    this.behandelverslag = behandelverslag;
    this.besluiten = besluiten;
    this.standen = standen;
    this.agenda = agenda;
    this.planning = planning;
    this.signalen = signalen;
    this.klok = klok;
  }

  List<Uitslag.Toets> toets(String visie, Scenario.Verwachting v) {
    List<Uitslag.Toets> toetsen = new ArrayList<>();
    v.behandeling().ifPresent(verwacht -> gelijk(toetsen, v, "behandeling", regels(verwacht), behandeling(visie)));
    v.planning().ifPresent(verwacht -> gelijk(toetsen, v, "planning", verwacht.stream().map(Verwachtingen::regel).toList(), verwacht.stream().map(rij -> planning(visie, rij)).toList()));
    v.toestand().ifPresent(verwacht -> gelijk(toetsen, v, "toestand", List.of(verwacht), List.of(toestand(visie))));
    v.wacht().ifPresent(verwacht -> werk(toetsen, v, "wacht", verwacht, agenda.vanVisie(visie)));
    v.teLaat().ifPresent(verwacht -> werk(toetsen, v, "te laat", verwacht, agenda.vanVisie(visie).stream().filter(AgendaTaak::teLaat).toList()));
    v.besluiten().ifPresent(verwacht -> besluiten(toetsen, v, visie, verwacht));
    v.stand().ifPresent(verwacht -> stand(toetsen, v, visie, verwacht));
    v.plan().ifPresent(verwacht -> plan(toetsen, v, visie, verwacht));
    v.signalen().ifPresent(verwacht -> signalen(toetsen, v, visie, verwacht));
    return toetsen;
  }

  /** For an expectation whose moment the replay did not reach. */
  Uitslag.Toets nietBereikt(Scenario.Verwachting v) {
    return toets(v, "alles", "niet bereikt: het scenario brak eerder af");
  }

  // -- parts of an expectation -----------------------------------------------------------------

  private void werk(
      List<Uitslag.Toets> toetsen,
      Scenario.Verwachting v,
      String wat,
      List<Scenario.Werk> verwacht,
      List<AgendaTaak> gevonden) {
    List<AgendaTaak> over = new ArrayList<>(gevonden);
    List<String> ontbreekt = new ArrayList<>();
    for (Scenario.Werk w : verwacht) {
      Optional<AgendaTaak> treffer = over.stream().filter(t -> past(w, t)).findFirst();
      treffer.ifPresentOrElse(over::remove, () -> ontbreekt.add(regel(w)));
    }
    String verschil =
        (ontbreekt.isEmpty() ? "" : "ontbreekt: " + String.join("; ", ontbreekt) + ". ")
            + (over.isEmpty() ? "" : "te veel: " + over.stream().map(Verwachtingen::regel).collect(Collectors.joining("; ")) + ".");
    toetsen.add(toets(v, wat, verschil));
  }

  private static boolean past(Scenario.Werk w, AgendaTaak t) {
    return t.soort().equals(w.taak())
        && StapId.lees(t.stap()).element().equals(w.stap())
        && w.gemeente().map(g -> t.gemeente().filter(g::equals).isPresent()).orElse(true)
        && w.orgaan().map(o -> t.orgaan().filter(o::equals).isPresent()).orElse(true)
        && (w.uiterlijk().isEmpty() || w.uiterlijk().equals(t.uiterlijk()))
        && (w.tot().isEmpty() || w.tot().equals(t.tot()));
  }

  private static String regel(Scenario.Werk w) {
    return w.taak()
        + " bij "
        + w.stap()
        + w.gemeente().map(g -> " van " + g).orElse("")
        + w.uiterlijk().map(dag -> ", uiterlijk " + dag).orElse("")
        + w.tot().map(tijd -> " tot " + tijd).orElse("");
  }

  private static String regel(AgendaTaak t) {
    return t.soort()
        + " bij "
        + StapId.lees(t.stap()).element()
        + t.gemeente().map(g -> " van " + g).orElse("")
        + t.uiterlijk().map(dag -> ", uiterlijk " + dag).orElse("")
        + t.tot().map(tijd -> " tot " + tijd).orElse("");
  }

  private void plan(
      List<Uitslag.Toets> toetsen,
      Scenario.Verwachting v,
      String visie,
      Scenario.PlanVerwachting verwacht) {
    Visieplan gemaakt =
        planning.plan(visie, Gebruiker.secretarisVan(visies.visie(visie).regios()));
    Plan plan = gemaakt.plan();
    List<String> verschil = new ArrayList<>();
    verwacht.einde().ifPresent(dag -> eis(verschil, "einde", Optional.of(dag), plan.einde()));
    verwacht.haalbaar().ifPresent(ja -> eis(verschil, "haalbaar", ja, plan.haalbaar()));
    verwacht
        .streefdatumGehaald()
        .ifPresent(ja -> eis(verschil, "streefdatum gehaald", Optional.of(ja), plan.streefdatumGehaald()));
    verwacht
        .bepalend()
        .ifPresent(
            namen ->
                eis(
                    verschil,
                    "bepalend",
                    namen.stream().sorted().toList(),
                    plan.bepalend().stream().map(Planregel::naam).sorted().toList()));
    for (Scenario.PlanRij rij : verwacht.stappen()) {
      String wat = rij.stap() + rij.gemeente().map(g -> " van " + g).orElse("");
      Optional<Planregel> regel = stap(visie, rij).flatMap(gemaakt::van);
      if (regel.isEmpty()) {
        verschil.add(wat + " staat niet in het plan");
        continue;
      }
      rij.gepland().ifPresent(dag -> eis(verschil, wat + " gepland", Optional.of(dag), regel.get().gepland()));
      rij.uiterlijk().ifPresent(dag -> eis(verschil, wat + " uiterlijk", Optional.of(dag), regel.get().uiterlijk()));
      rij.aanleveren().ifPresent(dag -> eis(verschil, wat + " aanleveren", Optional.of(dag), regel.get().aanleveren()));
    }
    for (String woorden : verwacht.meldingen()) {
      if (plan.meldingen().stream().noneMatch(m -> m.zin().contains(woorden))) {
        verschil.add("geen melding met '" + woorden + "'");
      }
    }
    toetsen.add(toets(v, "plan", String.join("; ", verschil)));
  }

  /** The newest round's, for a municipality. */
  private Optional<Stap> stap(String visie, Scenario.PlanRij rij) {
    return visies.stappen(visie).stream()
        .filter(s -> s.element().equals(rij.stap()) && s.gemeente().equals(rij.gemeente()))
        .filter(
            s ->
                rij.orgaansoort().isEmpty()
                    || (s.soort().lokaal()
                        && s.soort().bestuursorgaan().code().equals(rij.orgaansoort().get())))
        .max(Comparator.comparing(Stap::besluitronde));
  }

  private static void eis(List<String> verschil, String wat, Object verwacht, Object gevonden) {
    if (!verwacht.equals(gevonden)) {
      verschil.add(wat + ": verwacht " + kaal(verwacht) + ", gevonden " + kaal(gevonden));
    }
  }

  private static Object kaal(Object waarde) {
    return waarde instanceof Optional<?> misschien ? misschien.map(Object::toString).orElse("niets") : waarde;
  }

  /** Of who is named it is all, so that nobody is told twice; naming nobody says that nobody was told. */
  private void signalen(
      List<Uitslag.Toets> toetsen, Scenario.Verwachting v, String visie, List<Scenario.Verteld> verwacht) {
    Set<String> namen = verwacht.stream().map(Scenario.Verteld::aan).collect(Collectors.toSet());
    List<Signalen.Verteld> over =
        signalen.verteld(visie).stream()
            .filter(s -> namen.isEmpty() || namen.contains(s.aan()))
            .collect(Collectors.toCollection(ArrayList::new));
    List<String> ontbreekt = new ArrayList<>();
    for (Scenario.Verteld rij : verwacht) {
      over.stream()
          .filter(s -> past(rij, s))
          .findFirst()
          .ifPresentOrElse(over::remove, () -> ontbreekt.add(regel(rij)));
    }
    toetsen.add(
        toets(
            v,
            "signalen",
            (ontbreekt.isEmpty() ? "" : "ontbreekt: " + String.join("; ", ontbreekt) + ". ")
                + (over.isEmpty()
                    ? ""
                    : "te veel: " + over.stream().map(Verwachtingen::regel).collect(Collectors.joining("; ")) + ".")));
  }

  private static boolean past(Scenario.Verteld rij, Signalen.Verteld s) {
    StapId stap = StapId.lees(s.stap());
    return s.aan().equals(rij.aan())
        && s.soort().name().toLowerCase(Locale.ROOT).equals(rij.soort())
        && stap.element().equals(rij.stap())
        && rij.gemeente().map(g -> g.equals(stap.gemeente())).orElse(true)
        && rij.dag().map(dag(s)::equals).orElse(true);
  }

  private static LocalDate dag(Signalen.Verteld s) {
    return LocalDate.ofInstant(s.op(), Klok.ZONE);
  }

  private static String regel(Scenario.Verteld rij) {
    return rij.aan()
        + " "
        + rij.soort()
        + " bij "
        + rij.stap()
        + rij.gemeente().map(g -> " van " + g).orElse("")
        + rij.dag().map(dag -> " op " + dag).orElse("");
  }

  private static String regel(Signalen.Verteld s) {
    StapId stap = StapId.lees(s.stap());
    return s.aan()
        + " "
        + s.soort().name().toLowerCase(Locale.ROOT)
        + " bij "
        + stap.element()
        + (stap.gemeente() == null ? "" : " van " + stap.gemeente())
        + " op "
        + dag(s);
  }

  private void besluiten(
      List<Uitslag.Toets> toetsen,
      Scenario.Verwachting v,
      String visie,
      List<Scenario.BesluitRij> verwacht) {
    List<Besluit> gevonden = besluiten.vanVisie(visie);
    List<String> ontbreekt =
        verwacht.stream()
            .filter(rij -> gevonden.stream().noneMatch(b -> past(rij, b)))
            .map(rij -> rij.orgaansoort() + " " + rij.gemeente() + " " + rij.uitkomst())
            .toList();
    toetsen.add(toets(v, "besluiten", ontbreekt.isEmpty() ? "" : "ontbreekt: " + String.join("; ", ontbreekt)));
  }

  private static boolean past(Scenario.BesluitRij rij, Besluit b) {
    return b.gemeente().equals(rij.gemeente())
        && b.orgaansoort().code().equals(rij.orgaansoort())
        && b.uitkomst().code().equals(rij.uitkomst())
        && rij.versie().map(nr -> b.versie().filter(nr::equals).isPresent()).orElse(true)
        && rij.datum().map(b.datum()::equals).orElse(true);
  }

  private void stand(
      List<Uitslag.Toets> toetsen, Scenario.Verwachting v, String visie, Scenario.StandVerwachting verwacht) {
    Stand stand = standen.van(visie);
    toetsen.add(
        toets(
            v,
            "stand",
            stand.waarde().code().equals(verwacht.waarde())
                ? ""
                : "verwacht " + verwacht.waarde() + ", gevonden " + stand.waarde().code() + " (" + stand.zin() + ")"));
    List<String> redenen = redenen(visie, stand);
    verwacht.redenen().stream()
        .filter(reden -> redenen.stream().noneMatch(gevonden -> gevonden.contains(reden)))
        .forEach(reden -> toetsen.add(toets(v, "stand", "reden ontbreekt: " + reden + "; gevonden: " + String.join(" | ", redenen))));
  }

  private List<String> redenen(String visie, Stand stand) {
    Map<String, String> namen = regios.namen(stand.gemeenten().stream().map(Stand.GemeenteStand::gemeente).toList());
    List<String> redenen = new ArrayList<>(stand.nodig());
    redenen.add(stand.zin());
    redenen.addAll(perRegio(visie));
    stand.gemeenten().forEach(g -> redenen.add(namen.get(g.gemeente()) + ": " + g.reden()));
    return redenen;
  }

  private List<String> perRegio(String visie) {
    return standen.perRegio(visie).entrySet().stream()
        .map(e -> e.getKey() + ": " + e.getValue().waarde().naam() + "; " + e.getValue().zin())
        .toList();
  }

  private static void gelijk(
      List<Uitslag.Toets> toetsen, Scenario.Verwachting v, String wat, List<String> verwacht, List<String> gevonden) {
    toetsen.add(
        toets(
            v,
            wat,
            verwacht.equals(gevonden)
                ? ""
                : "verwacht:\n    " + String.join("\n    ", verwacht) + "\n  gevonden:\n    " + String.join("\n    ", gevonden)));
  }

  private static Uitslag.Toets toets(Scenario.Verwachting v, String wat, String verschil) {
    return new Uitslag.Toets(
        v.plaats().regel(),
        DAG.format(LocalDateTime.ofInstant(v.op(), Klok.ZONE)) + v.naam().map(n -> ", " + n).orElse(""),
        wat,
        verschil.isEmpty(),
        verschil);
  }

  // -- what the system says --------------------------------------------------------------------

  private static List<String> regels(List<Scenario.BehandelingRij> rijen) {
    return rijen.stream().map(r -> String.join(" | ", r.datum(), r.overleg(), r.doel(), r.conclusie())).toList();
  }

  private List<String> behandeling(String visie) {
    return rijen(visie).stream()
        .map(r -> String.join(" | ", r.datum(), r.overleg(), r.doel(), r.conclusie()))
        .toList();
  }

  private List<Behandelverslag.Rij> rijen(String visie) {
    return behandelverslag.rijen(visie, behandelverslag.huidigeRonde(visie));
  }

  private static String regel(Scenario.PlanningRij r) {
    return r.stap() + " " + r.gemeente().orElse("") + " " + r.activiteit().orElse("") + " | " + r.wanneer() + " | " + r.bijzonderheden().orElse("");
  }

  /** The same row as the expectation names, with what the first plan holds. */
  private String planning(String visie, Scenario.PlanningRij r) {
    return visies.stappen(visie).stream()
        .filter(s -> s.element().equals(r.stap()))
        .filter(s -> s.gemeente().equals(r.gemeente()))
        .filter(s -> r.orgaansoort().map(o -> s.soort().name().toLowerCase(Locale.ROOT).equals(o)).orElse(true))
        .findFirst()
        .map(
            s ->
                r.stap()
                    + " "
                    + r.gemeente().orElse("")
                    + " "
                    + r.activiteit().map(a -> s.naam()).orElse("")
                    + " | "
                    + s.oorspronkelijk().map(GeschrevenDatum::tekst).orElse("")
                    + " | "
                    + r.bijzonderheden().map(b -> Optional.ofNullable(s.bijzonderheden()).orElse("")).orElse(""))
        .orElse(r.stap() + " bestaat niet");
  }

  /** 'afgerond', or the names of the blocks that run. */
  private String toestand(String visieId) {
    if (visies.visie(visieId).afgerondOp().isPresent()) {
      return "afgerond";
    }
    return visies.stappen(visieId).stream()
        .filter(s -> !s.soort().lokaal() && s.toestand() == Stap.Toestand.LOOPT)
        .map(Stap::naam)
        .collect(Collectors.joining(", "));
  }

  /** The Behandeling of the round that is under way, as Markdown, dated. */
  String behandelingNu(String visie) {
    return "## Behandeling op "
        + DAG.format(klok.vandaag())
        + "\n\n"
        + Markdown.tabel(
            List.of("Datum", "Overleg", "Doel", "Conclusie"),
            rijen(visie).stream()
                .map(r -> List.of(r.datum(), r.overleg(), r.doel(), r.conclusie()))
                .toList());
  }

  /** Behandeling, planning and stand as they are now, as Markdown. */
  String verslag(String visieId) {
    Regiovisie visie = visies.visie(visieId);
    Stand stand = standen.van(visieId);
    StringBuilder uit = new StringBuilder();
    uit.append("# ").append(Markdown.cel(visie.titel())).append("\n\n");
    uit.append("Op ").append(DAG.format(klok.vandaag())).append(": ").append(Markdown.cel(toestand(visieId))).append(".\n\n");
    uit.append(behandelingNu(visieId));
    uit.append("\n## Planning\n\n");
    uit.append(
        Markdown.tabel(
            List.of("Activiteit", "Oorspronkelijk", "Gepland", "Gehouden", "Bijzonderheden"),
            visies.stappen(visieId).stream()
                .filter(s -> !s.soort().lokaal())
                .map(
                    s ->
                        List.of(
                            s.naam(),
                            tekst(s.oorspronkelijk()),
                            tekst(s.gepland()),
                            tekst(s.werkelijk()),
                            Optional.ofNullable(s.bijzonderheden()).orElse("")))
                .toList()));
    uit.append("\n## Stand besluitvorming: ").append(stand.waarde().naam()).append("\n\n");
    uit.append("Regel: ").append(visie.regel().omschrijving()).append(". ").append(stand.zin()).append(".");
    stand.vastOp().ifPresent(dag -> uit.append(" Vast op ").append(DAG.format(dag)).append("."));
    uit.append("\n\n");
    perRegio(visieId).forEach(zin -> uit.append("- ").append(Markdown.cel(zin)).append(".\n"));
    Map<String, String> namen = regios.namen(stand.gemeenten().stream().map(Stand.GemeenteStand::gemeente).toList());
    uit.append(
        Markdown.tabel(
            List.of("Gemeente", "Stand", "Reden", "Rust op"),
            stand.gemeenten().stream()
                .sorted(Comparator.comparing(g -> namen.get(g.gemeente())))
                .map(
                    g ->
                        List.of(
                            namen.get(g.gemeente()),
                            g.weging().naam(),
                            g.reden(),
                            g.besluit().map(b -> b.zekerheid().naam()).orElse("")))
                .toList()));
    return uit.toString();
  }

  private static String tekst(Optional<GeschrevenDatum> datum) {
    return datum.map(GeschrevenDatum::tekst).orElse("");
  }
}
