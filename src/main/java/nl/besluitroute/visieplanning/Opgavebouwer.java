package nl.besluitroute.visieplanning;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.besluitroute.besluitvorming.Behandeling;
import nl.besluitroute.besluitvorming.Behandelingen;
import nl.besluitroute.kalender.GeschrevenDatum;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.kalender.Werkdagen;
import nl.besluitroute.planning.Planopgave;
import nl.besluitroute.planning.Planstap;
import nl.besluitroute.planning.Vergaderdag;
import nl.besluitroute.planning.Vergaderkalender;
import nl.besluitroute.regio.Orgaan;
import nl.besluitroute.regio.Orgaansoort;
import nl.besluitroute.regio.Regios;
import nl.besluitroute.vergaderschema.Reces;
import nl.besluitroute.vergaderschema.Recessen;
import nl.besluitroute.vergaderschema.Vergaderdatum;
import nl.besluitroute.vergaderschema.Vergaderschema;
import nl.besluitroute.visie.Regiovisie;
import nl.besluitroute.visie.RouteModel;
import nl.besluitroute.visie.Routes;
import nl.besluitroute.visie.Stap;
import nl.besluitroute.visie.Termijnbeleid;
import nl.besluitroute.visie.Visies;
import org.springframework.stereotype.Component;

/**
 * Makes the opgave of a vision. A block in which municipalities decide stands for their own steps:
 * what comes after it waits for the last of them. Steps that only another answer of the route leads
 * to are left out until the route comes there. Before a college comes its {@link Voorbereiding}.
 */
@Component
class Opgavebouwer {

  /** How far ahead calendars are read; a route that takes longer has no meetings to plan on yet. */
  private static final int JAREN = 3;

  private final Visies visies;
  private final Routes routes;
  private final Regios regios;
  private final Vergaderschema schema;
  private final Recessen recessen;
  private final Termijnbeleid termijnen;
  private final Behandelingen behandelingen;
  private final Werkdagen werkdagen;
  private final Klok klok;

  Opgavebouwer(
      Visies visies,
      Routes routes,
      Regios regios,
      Vergaderschema schema,
      Recessen recessen,
      Termijnbeleid termijnen,
      Behandelingen behandelingen,
      Werkdagen werkdagen,
      Klok klok) {
    this.visies = visies;
    this.routes = routes;
    this.regios = regios;
    this.schema = schema;
    this.recessen = recessen;
    this.termijnen = termijnen;
    this.behandelingen = behandelingen;
    this.werkdagen = werkdagen;
    this.klok = klok;
  }

  /**
   * @param parafering working days of it that the plan counts, by the id of the college's step
   * @param zonderSchema names of bodies without a meeting in their calendar
   */
  record Opgave(
      Planopgave opgave, List<Stap> stappen, Map<String, Integer> parafering, List<String> zonderSchema) {}

  /**
   * What would be otherwise.
   *
   * @param vergaderingen meetings with their other day; empty for one that is not held
   * @param stappen ids of steps with the day from which they may be treated
   * @param vast ids of steps with the day on which they are treated, as somebody wrote it
   */
  record Anders(
      Map<UUID, Optional<LocalDate>> vergaderingen,
      Map<String, LocalDate> stappen,
      Map<String, LocalDate> vast) {
    static final Anders NIETS = new Anders(Map.of(), Map.of(), Map.of());

    List<Vergaderdag> toegepast(List<Vergaderdatum> gepland, List<Reces> reces) {
      return gepland.stream()
          .flatMap(
              v ->
                  vergaderingen.getOrDefault(v.id(), Optional.of(v.dag())).stream()
                      .map(
                          dag ->
                              new Vergaderdag(
                                  dag,
                                  Optional.of(v.id().toString()),
                                  reces.stream().anyMatch(r -> r.bevat(dag)))))
          .toList();
    }

    /** The day on which a step is planned; without its meeting it goes to the first one after it. */
    LocalDate dag(Stap stap, LocalDate gepland) {
      return stap.vergadering().flatMap(v -> vergaderingen.getOrDefault(v, Optional.empty())).orElse(gepland);
    }
  }

  Opgave van(Regiovisie visie) {
    return van(visie, Anders.NIETS);
  }

  Opgave van(Regiovisie visie, Anders anders) {
    RouteModel model = routes.versie(visie.routeVersie()).model();
    List<Stap> stappen =
        visies.stappen(visie.id()).stream()
            .filter(s -> s.toestand() != Stap.Toestand.VERVALLEN)
            .filter(s -> model.opGeplandPad(s.element()) || s.toestand() != Stap.Toestand.GEPLAND)
            .toList();
    Map<String, List<Stap>> lokaal =
        stappen.stream().filter(s -> s.soort().lokaal()).collect(Collectors.groupingBy(Stap::element));
    List<Stap> gepland =
        stappen.stream().filter(s -> s.soort().lokaal() || !lokaal.containsKey(s.element())).toList();
    Map<String, Orgaan> organen =
        regios.organen(gepland.stream().flatMap(s -> s.orgaan().stream()).distinct().toList()).stream()
            .collect(Collectors.toMap(Orgaan::id, Function.identity()));
    LocalDate vandaag = klok.vandaag();
    LocalDate begin = LocalDate.ofInstant(visie.gestartOp(), Klok.ZONE);
    Map<String, Orgaan> metStaven = new HashMap<>(organen);
    staven(gepland, vandaag).forEach(staf -> metStaven.put(staf.id(), staf));
    Map<String, List<Vergaderdatum>> vergaderingen =
        schema.gepland(metStaven.keySet(), begin, vandaag.plusYears(JAREN));
    Map<String, List<Reces>> reces = recessen.van(metStaven.values());
    Termijnbeleid.Blad blad =
        termijnen.van(
            metStaven.values().stream().collect(Collectors.toMap(Orgaan::id, Orgaan::soort)));
    List<Vergaderkalender> kalenders =
        vergaderingen.entrySet().stream()
            .map(
                e ->
                    Vergaderkalender.van(
                        e.getKey(),
                        metStaven.get(e.getKey()).naam(),
                        anders.toegepast(e.getValue(), reces.getOrDefault(e.getKey(), List.of()))))
            .toList();
    Map<String, LocalDate> verzonden =
        behandelingen.vanVisie(visie.id()).stream()
            .filter(b -> !b.vervallen() && b.datum().isEmpty() && b.verzondenOp().isPresent())
            .collect(Collectors.toMap(Behandeling::stap, b -> b.verzondenOp().orElseThrow(), (a, b) -> b));

    Set<String> erin = new TreeSet<>();
    model.momenten().forEach(m -> erin.add(m.elementId()));
    gepland.stream().filter(s -> !s.soort().lokaal()).forEach(s -> erin.add(s.element()));
    Verloop verloop = new Verloop(model, erin, lokaal);
    Voorbereiding voorbereiding =
        new Voorbereiding(
            metStaven.values(), vergaderingen, kalenders, regios::namen, blad, werkdagen, vandaag);
    List<Planstap> planstappen = new ArrayList<>();
    model.momenten().forEach(m -> planstappen.add(moment(m, verloop)));
    for (Stap stap : gepland) {
      Optional<Orgaan> orgaan = stap.orgaan().map(organen::get);
      boolean metSchema =
          !stap.schriftelijk() && stap.orgaan().filter(vergaderingen::containsKey).isPresent();
      Planstap p = basis(stap, verloop).werktijd(stap.werktijd());
      if (voorbereiding.komtNog(stap)) {
        Optional<LocalDate> binnen = binnen(stap, verloop, gepland, vandaag);
        Optional<Planstap> staf = voorbereiding.staf(stap, binnen, verloop.voor(stap.element()));
        staf.ifPresent(planstappen::add);
        p = (staf.isPresent() ? naam(stap).na(staf.get().id()) : p).werktijd(voorbereiding.werktijd(stap, binnen));
      }
      p = p.aanlevertermijn(blad.aanleveren(stap));
      if (orgaan.isPresent()) {
        p = p.orgaan(orgaan.get().naam());
      }
      if (metSchema) {
        p = p.kalender(orgaan.orElseThrow().id());
      }
      if (verzonden.containsKey(stap.id())) {
        p = p.aangeleverd(verzonden.get(stap.id()));
      } else if (stap.soort().lokaal()
          && stap.toestand() == Stap.Toestand.LOOPT
          && !voorbereiding.komtNog(stap)) {
        // The text came to the college with the PFHO's advice and to the raad with the college's besluit;
        // on which day is not recorded, so no term is held against it.
        p = p.aangeleverd(begin);
      }
      planstappen.add(datums(p, stap, vandaag, anders));
    }
    Planopgave opgave =
        new Planopgave(
            planstappen,
            kalenders,
            vandaag,
            begin,
            visie.streefdatum());
    return new Opgave(
        opgave,
        gepland,
        gepland.stream()
            .filter(s -> voorbereiding.komtNog(s) && blad.paraferen(s) > 0)
            .collect(Collectors.toMap(Stap::id, blad::paraferen)),
        organen.values().stream()
            .filter(o -> !vergaderingen.containsKey(o.id()))
            .map(Orgaan::naam)
            .sorted()
            .toList());
  }

  /** A date that the route waits for: not before it. */
  private static Planstap moment(RouteModel.Moment m, Verloop verloop) {
    LocalDate dag =
        m.datum().length() > 10
            ? OffsetDateTime.parse(m.datum()).atZoneSameInstant(Klok.ZONE).toLocalDate()
            : LocalDate.parse(m.datum());
    return Planstap.van(m.elementId(), m.naam())
        .na(verloop.voor(m.elementId()))
        .nietVoor(dag);
  }

  /** The staven of the municipalities whose college is still to decide. */
  private List<Orgaan> staven(List<Stap> gepland, LocalDate vandaag) {
    Set<String> gemeenten = new TreeSet<>();
    gepland.stream()
        .filter(s -> s.soort() == Stap.Soort.COLLEGE && s.toestand() != Stap.Toestand.GEDAAN)
        .forEach(s -> gemeenten.add(s.gemeente().orElseThrow()));
    return regios.organenVan(gemeenten, Orgaansoort.WETHOUDERSSTAF).stream()
        .filter(o -> o.geldtOp(vandaag))
        .toList();
  }

  /** The day on which all was done that a step waits for; empty while something is not. */
  private static Optional<LocalDate> binnen(
      Stap stap, Verloop verloop, List<Stap> gepland, LocalDate vandaag) {
    Set<String> voor = Set.of(verloop.voor(stap.element()));
    List<Stap> eerder = gepland.stream().filter(s -> voor.contains(planId(s))).toList();
    return eerder.stream().allMatch(s -> s.toestand() == Stap.Toestand.GEDAAN)
        ? eerder.stream().map(s -> werkelijk(s, vandaag)).max(Comparator.naturalOrder())
        : Optional.empty();
  }

  private static Planstap naam(Stap stap) {
    Planstap p = Planstap.van(planId(stap), stap.naam());
    return stap.gemeente().isPresent() ? p.gemeente(stap.gemeente().get()) : p;
  }

  private static Planstap basis(Stap stap, Verloop verloop) {
    Planstap p = naam(stap);
    if (stap.soort() == Stap.Soort.RAAD) {
      Optional<Stap> college =
          verloop.lokaal().get(stap.element()).stream()
              .filter(
                  s ->
                      s.soort() == Stap.Soort.COLLEGE
                          && s.gemeente().equals(stap.gemeente())
                          && s.besluitronde() == stap.besluitronde())
              .findFirst();
      if (college.isPresent()) {
        return p.na(college.get().id());
      }
    }
    p = p.na(verloop.voor(stap.element()));
    Optional<String> ernaast = verloop.ernaast(stap.element());
    return ernaast.isPresent() ? p.overlappendMet(ernaast.get()) : p;
  }

  /** Regional steps go by their element, so that a route's own order can name them; local ones by their id. */
  static String planId(Stap stap) {
    return stap.soort().lokaal() ? stap.id() : stap.element();
  }

  /**
   * What of the route takes part in the plan, and what each element stands for in it.
   *
   * @param erin ids of the blocks and moments that are planned as such
   * @param lokaal the municipalities' own steps, by their block
   */
  private record Verloop(RouteModel model, Set<String> erin, Map<String, List<Stap>> lokaal) {

    /** What must have been before an element; a block that was skipped stands for what precedes it. */
    String[] voor(String element) {
      Set<String> na = new TreeSet<>();
      model.voorgangers().getOrDefault(element, List.of()).forEach(v -> verzamel(v, na));
      return na.toArray(String[]::new);
    }

    /** The overleg that an element follows on a version of its own; none when that one takes no part. */
    Optional<String> ernaast(String element) {
      return model.blokken().stream()
          .filter(b -> b.elementId().equals(element))
          .findFirst()
          .flatMap(RouteModel.Blok::overlapt)
          .filter(erin::contains);
    }

    private void verzamel(String element, Set<String> na) {
      if (erin.contains(element)) {
        na.add(element);
      } else if (lokaal.containsKey(element)) {
        lokaal.get(element).forEach(s -> na.add(s.id()));
      } else {
        model.voorgangers().getOrDefault(element, List.of()).forEach(v -> verzamel(v, na));
      }
    }
  }

  /**
   * What went replaces what was planned. A date that somebody wrote to the day stands; one that
   * came from the plan goes along with what it waits for; one with less than day precision is not begun before
   * its first day. A day of a year in which nobody plans is none.
   */
  private static Planstap datums(Planstap p, Stap stap, LocalDate vandaag, Anders anders) {
    Planstap met =
        stap.oorspronkelijk()
            .filter(datum -> GeschrevenDatum.isPlanbaar(datum.laatste()))
            .map(p::oorspronkelijk)
            .orElse(p);
    Optional<GeschrevenDatum> gepland =
        stap.gepland().filter(datum -> GeschrevenDatum.isPlanbaar(datum.eerste()));
    if (stap.toestand() == Stap.Toestand.GEDAAN) {
      return met.werkelijk(werkelijk(stap, vandaag));
    }
    if (anders.vast().containsKey(stap.id())) {
      return met.vast(anders.vast().get(stap.id()));
    }
    if (anders.stappen().containsKey(stap.id())) {
      return met.gepland(anders.stappen().get(stap.id()));
    }
    if (gepland.isEmpty()) {
      return met;
    }
    Optional<LocalDate> precies = gepland.get().precies();
    if (precies.isEmpty()) {
      return met.nietVoor(gepland.get().eerste());
    }
    return stap.uitPlanning()
        ? met.gepland(anders.dag(stap, precies.get()))
        : met.vast(precies.get());
  }

  private static LocalDate werkelijk(Stap gedaan, LocalDate vandaag) {
    return gedaan
        .datum()
        .map(GeschrevenDatum::laatste)
        .filter(dag -> GeschrevenDatum.isPlanbaar(dag) && !dag.isAfter(vandaag))
        .orElse(vandaag);
  }
}
