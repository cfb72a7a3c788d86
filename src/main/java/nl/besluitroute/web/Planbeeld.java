package nl.besluitroute.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.Map;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.stream.Stream;
import nl.besluitroute.dossier.Dossier;
import nl.besluitroute.kalender.GeschrevenDatum;
import nl.besluitroute.planning.Melding;
import nl.besluitroute.planning.Plan;
import nl.besluitroute.planning.Planregel;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.Plek;
import nl.besluitroute.toegang.Toegang;
import nl.besluitroute.visieplanning.Visieplan;
import nl.besluitroute.visieplanning.Visieplanning;
import nl.besluitroute.web.Planvak.Meldingregel;
import nl.besluitroute.web.Planvak.Overname;
import nl.besluitroute.web.Planvak.Rij;
import nl.besluitroute.web.Planvak.Streefvorm;
import org.springframework.stereotype.Component;

/** Shows the plan of a vision: in words, as a timeline, and as the same in a table. */
@Component
class Planbeeld {

  /** From so many on they are told together. */
  private static final int VEEL = 4;

  /** How what is said of one step begins, and how of more. */
  private static final Map<String, String> MEERVOUD =
      Map.of(" kan ", " kunnen ", " staat ", " staan ", " heeft ", " hebben ", " is ", " zijn ");

  private final Visieplanning planning;
  private final Toegang toegang;

  Planbeeld(Visieplanning planning, Toegang toegang) {
    this.planning = planning;
    this.toegang = toegang;
  }

  /**
   * @param reden of an acceptance that was refused, shown again, or null
   * @return null for a vision whose route came to its end
   */
  Planvak van(Dossier d, Gebruiker wie, String reden) {
    if (d.visie().afgerondOp().isPresent()) {
      return null;
    }
    Visieplan visieplan = planning.plan(d.visie().id(), wie);
    Plan plan = visieplan.plan();
    List<Planregel> open = plan.regels().stream().filter(r -> r.werkelijk().isEmpty()).toList();
    Tijdlijn tijd = tijdlijn(plan, open);
    boolean plant = toegang.magPlannen(wie, Plek.regionaal(d.visie().regios()));
    return new Planvak(
        plan.zin(),
        feiten(plan, d),
        meldingen(plan),
        tijd,
        plan.streefdatum().map(tijd::x).orElse(null),
        open.stream()
            .sorted(
                Comparator.comparing((Planregel r) -> r.gemeente().isPresent())
                    .thenComparing(r -> r.gemeente().isPresent() ? r.gepland().orElse(LocalDate.MAX) : LocalDate.MIN))
            .map(r -> rij(r, bij(r, d, visieplan), plan.vandaag(), tijd))
            .toList(),
        visieplan.zonderSchema().isEmpty()
            ? null
            : "Zonder vergaderschema, en dus gepland op werkdagen: " + Taal.opsomming(visieplan.zonderSchema(), 6) + ".",
        Laatregel.van(d, visieplan),
        visieplan.voorstellen().isEmpty() ? null : overname(d, visieplan, reden),
        plant
            ? new Streefvorm(
                d.url() + "/planning/streefdatum",
                d.visie().streefdatum().map(LocalDate::toString).orElse(""))
            : null,
        new Link("Stel dat een stap later wordt behandeld", d.url() + "/stel-dat"));
  }

  private static Overname overname(Dossier d, Visieplan plan, String reden) {
    return new Overname(
        d.url() + "/planning/overnemen",
        plan.kenmerk(),
        plan.voorstellen().stream()
            .map(
                v ->
                    v.naam()
                        + ": "
                        + v.nu()
                            .filter(GeschrevenDatum::isBekend)
                            .map(
                                nu ->
                                    nu.precies().filter(v.wordt()::equals).isPresent()
                                        ? "blijft " + Taal.kort(v.wordt()) + ", en gaat mee als die vergadering verschuift"
                                        : "van " + Taal.geschreven(nu) + " naar " + Taal.kort(v.wordt()))
                            .orElse("krijgt " + Taal.kort(v.wordt())))
            .toList(),
        reden);
  }

  private static List<Feit> feiten(Plan plan, Dossier d) {
    List<Feit> feiten = new ArrayList<>();
    plan.einde()
        .ifPresent(
            dag ->
                feiten.add(
                    Feit.van("Laatste stap", Taal.voluitZonderDag(dag))
                        .met(
                            plan.bepalend().isEmpty()
                                ? null
                                : "bepaald door "
                                    + Taal.opsomming(plan.bepalend().stream().map(Planregel::naam).toList(), 2))));
    plan.vroegsteEinde().ifPresent(dag -> feiten.add(Feit.van("Eerst mogelijk", Taal.voluitZonderDag(dag))));
    plan.streefdatum()
        .ifPresent(
            dag -> {
              Feit feit = Feit.van("Streefdatum", Taal.voluitZonderDag(dag));
              feiten.add(
                  feit.merk(
                      plan.streefdatumGehaald().orElse(false) ? Merk.goed("haalbaar") : Merk.laat("wordt niet gehaald")));
            });
    plan.uiterlijkGereed().ifPresent(dag -> feiten.add(Feit.van("Tekst uiterlijk gereed", Taal.voluitZonderDag(dag))));
    return feiten;
  }

  /** What stands in the way first; that a step runs late stands in its own row already. */
  static List<Meldingregel> meldingen(Plan plan) {
    Map<Melding.Soort, List<Melding>> perSoort =
        plan.meldingen().stream()
            .filter(m -> m.soort() != Melding.Soort.UITLOOP)
            .sorted(Comparator.comparing((Melding m) -> !m.isKnelpunt()))
            .collect(Collectors.groupingBy(Melding::soort, LinkedHashMap::new, Collectors.toList()));
    List<Meldingregel> regels = new ArrayList<>();
    perSoort.forEach(
        (soort, eigen) -> {
          if (eigen.get(0).isKnelpunt()) {
            regels.addAll(knelpunten(eigen, plan));
          } else if (eigen.size() < VEEL) {
            eigen.forEach(m -> regels.add(Meldingregel.van(m)));
          } else {
            regels.add(
                Meldingregel.samen(
                    "Voor " + eigen.size() + " stappen: " + samen(soort), eigen));
          }
        });
    return regels;
  }

  /** Steps of which the same is said are named together; what helps each of them stands by its own name. */
  private static List<Meldingregel> knelpunten(List<Melding> eigen, Plan plan) {
    Map<String, List<Melding>> zelfde =
        eigen.stream()
            .collect(Collectors.groupingBy(m -> gezegde(m, plan).orElse(m.zin()), LinkedHashMap::new, Collectors.toList()));
    List<Meldingregel> regels = new ArrayList<>();
    zelfde.forEach(
        (gezegde, samen) -> {
          if (samen.size() == 1) {
            regels.add(Meldingregel.van(samen.get(0)));
          } else {
            List<String> namen =
                samen.stream().map(m -> plan.regel(m.stap().orElseThrow()).omschrijving()).toList();
            regels.add(Meldingregel.knelpunt(Taal.opsomming(namen, 2) + gezegde, samen));
          }
        });
    return regels;
  }

  /** What a sentence says of its step, as it would of more than one; empty when that cannot be said. */
  private static Optional<String> gezegde(Melding m, Plan plan) {
    if (m.stap().isEmpty()) {
      return Optional.empty();
    }
    Planregel regel = plan.regel(m.stap().get());
    if (!m.zin().startsWith(regel.omschrijving())) {
      return Optional.empty();
    }
    String rest = m.zin().substring(regel.omschrijving().length());
    return MEERVOUD.entrySet().stream()
        .filter(e -> rest.startsWith(e.getKey()))
        .map(e -> e.getValue() + rest.substring(e.getKey().length()))
        .findFirst()
        .or(
            () ->
                regel.orgaan()
                    .map(o -> ": de kalender van " + o + " heeft ")
                    .filter(rest::startsWith)
                    .map(begin -> ": hun kalenders hebben " + rest.substring(begin.length())));
  }

  /** What many steps have in common. */
  private static String samen(Melding.Soort soort) {
    return switch (soort) {
      case GEEN_VERGADERDAG -> "de geplande dag is volgens de kalender geen vergaderdag.";
      case VOOR_VOORGANGER -> "gepland voordat klaar is waar de stap op wacht.";
      case VERSCHOVEN -> "volgens de kalenders wordt het een andere dag dan gepland.";
      case IN_RECES -> "gepland in een reces.";
      case NOG_NIET_GEWEEST, NIET_VASTGELEGD -> "de geplande dag is voorbij; leg vast hoe het ging.";
      default -> "let op het volgende.";
    };
  }

  private static Tijdlijn tijdlijn(Plan plan, List<Planregel> open) {
    return new Tijdlijn(
        Stream.concat(
                plan.streefdatum().stream(),
                open.stream()
                    .flatMap(
                        r -> Stream.of(r.gepland(), r.uiterlijk(), r.aanleveren(), r.vroegst()).flatMap(Optional::stream)))
            .toList(),
        plan.vandaag());
  }

  /** The body where the step does not say it, after which meeting it comes on its own version, its parafering. */
  private static String bij(Planregel r, Dossier d, Visieplan plan) {
    if (r.gemeente().isPresent()) {
      return Optional.ofNullable(plan.parafering().get(r.stap()))
          .map(dagen -> Taal.aantal(dagen, "werkdag", "werkdagen") + " parafering vooraf")
          .orElse(null);
    }
    String orgaan = r.orgaan().filter(o -> !o.equals(r.naam())).orElse(null);
    return d.model().blokken().stream()
        .filter(b -> b.elementId().equals(r.stap()))
        .flatMap(b -> b.overlapt().stream())
        .findFirst()
        .map(ander -> "op een eigen versie, na " + Taal.metKleineLetter(d.model().blok(ander).naam()))
        .map(zin -> orgaan == null ? zin : orgaan + ", " + zin)
        .orElse(orgaan);
  }

  private static Rij rij(Planregel r, String bij, LocalDate vandaag, Tijdlijn tijd) {
    String gepland = r.gepland().map(dag -> Taal.dagKort(dag, vandaag)).orElse(null);
    String uiterlijk = r.uiterlijk().map(dag -> Taal.dagKort(dag, vandaag)).orElse(null);
    String aanleveren = r.aanleveren().map(dag -> Taal.dagKort(dag, vandaag)).orElse(null);
    return new Rij(
        r.naam(),
        bij,
        spoor(r, tijd),
        gepland,
        uiterlijk,
        aanleveren,
        speling(r),
        Herplanningbeeld.verschuiving(r.uitloop()),
        r.bepalend());
  }

  private static Tijdlijn.Spoor spoor(Planregel r, Tijdlijn tijd) {
    List<Tijdlijn.Lijn> lijnen = new ArrayList<>();
    List<Tijdlijn.Teken> tekens = new ArrayList<>();
    if (r.gepland().isPresent()) {
      String x = tijd.x(r.gepland().get());
      r.aanleveren().ifPresent(dag -> lijnen.add(new Tijdlijn.Lijn("weg", tijd.x(dag), x)));
      r.uiterlijk()
          .ifPresent(
              dag ->
                  lijnen.add(
                      dag.isBefore(r.gepland().get())
                          ? new Tijdlijn.Lijn("uitloop", tijd.x(dag), x)
                          : new Tijdlijn.Lijn("ruimte", x, tijd.x(dag))));
      boolean laat = r.spelingWerkdagen().orElse(0) < 0;
      tekens.add(
          new Tijdlijn.Teken(
              r.gemeente().isPresent() ? "k-raad-o" : "k-college-o", x, laat ? "laat" : r.bepalend() ? "anders" : "inkt"));
    }
    return new Tijdlijn.Spoor(
        lijnen,
        tekens,
        r.gepland().map(dag -> "gepland " + Taal.voluitZonderDag(dag)).orElse("geen datum mogelijk")
            + r.uiterlijk().map(dag -> ", uiterlijk " + Taal.voluitZonderDag(dag)).orElse(""));
  }

  /** How much a step can move before target or end does; null when that cannot be said. */
  static Merk speling(Planregel r) {
    if (r.spelingWerkdagen().isEmpty()) {
      return null;
    }
    int dagen = r.spelingWerkdagen().getAsInt();
    String zin =
        r.spelingVergaderingen().isPresent() && dagen >= 0
            ? Taal.geenOfAantal(r.spelingVergaderingen().getAsInt(), "vergadering", "vergaderingen")
            : Taal.geenOfAantal(Math.abs(dagen), "werkdag", "werkdagen");
    return dagen < 0
        ? Merk.laat(zin + " te laat")
        : dagen == 0 ? Merk.let("geen speling") : Merk.goed(zin);
  }
}
