package nl.besluitroute.besluitvorming;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.besluitroute.kalender.GeschrevenDatum;
import nl.besluitroute.regio.Orgaan;
import nl.besluitroute.regio.Orgaansoort;
import nl.besluitroute.regio.Regios;
import nl.besluitroute.visie.Stap;
import nl.besluitroute.visie.Visies;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The Behandeling as it stands in the voorstel: one round, in the order of the dates, the
 * municipalities folded into one row. The text is word for word what was recorded.
 */
@Service
@Transactional(readOnly = true)
public class Behandelverslag {
  private final Visies visies;
  private final Regios regios;
  private final BehandelingOpslag behandelingen;
  private final OpmerkingOpslag opmerkingen;
  private final BesluitOpslag besluiten;

  Behandelverslag(
      Visies visies,
      Regios regios,
      BehandelingOpslag behandelingen,
      OpmerkingOpslag opmerkingen,
      BesluitOpslag besluiten) {
    this.visies = visies;
    this.regios = regios;
    this.behandelingen = behandelingen;
    this.opmerkingen = opmerkingen;
    this.besluiten = besluiten;
  }

  /**
   * One row.
   *
   * @param behandeling its id; null when it did not begin, or for the municipalities together
   * @param datum as written
   * @param conclusie word for word; empty when there is none
   * @param versie number of the version that was or will be treated; null when not yet known
   * @param opmerkingen of this treatment
   */
  public record Rij(
      UUID behandeling,
      String stap,
      Stap.Soort soort,
      String datum,
      String overleg,
      String doel,
      String conclusie,
      boolean behandeld,
      String versie,
      List<Opmerking> opmerkingen) {

    /** The row for who may not read what was concluded. */
    public Rij verborgen() {
      return new Rij(
          null, stap, soort, datum, overleg, doel, behandeld ? "Vertrouwelijk" : conclusie, behandeld, versie, List.of());
    }
  }

  /** The rounds of a vision in which a body treats the text, in the order of the route. */
  public List<String> ronden(String visie) {
    return inRonden(visies.stappen(visie)).stream().map(Stap::ronde).distinct().toList();
  }

  /** The round that is under way: that of the last treated or running step, else the first. */
  public String huidigeRonde(String visie) {
    List<Stap> stappen = inRonden(visies.stappen(visie));
    return stappen.stream()
        .filter(s -> s.toestand() == Stap.Toestand.LOOPT || s.toestand() == Stap.Toestand.GEDAAN)
        .reduce((eerder, later) -> later)
        .or(() -> stappen.stream().findFirst())
        .map(Stap::ronde)
        .orElse("");
  }

  private static List<Stap> inRonden(List<Stap> stappen) {
    return stappen.stream()
        .filter(s -> s.soort() == Stap.Soort.OVERLEG || s.soort() == Stap.Soort.LOKAAL)
        .toList();
  }

  public List<Rij> rijen(String visie, String ronde) {
    List<Stap> alle = visies.stappen(visie);
    Map<String, List<Behandeling>> perStap =
        behandelingen.findByVisieOrderByStapAscVolgnrAsc(visie).stream()
            .collect(Collectors.groupingBy(Behandeling::stap));
    Map<UUID, List<Opmerking>> perBehandeling =
        opmerkingen.findByVisieOrderByVolgnr(visie).stream()
            .collect(Collectors.groupingBy(Opmerking::behandeling));
    Map<String, String> organen = new HashMap<>();
    regios
        .organen(alle.stream().flatMap(s -> s.orgaan().stream()).distinct().toList())
        .forEach((Orgaan o) -> organen.put(o.id(), o.naam()));
    Map<String, String> gemeenten =
        regios.namen(alle.stream().flatMap(s -> s.gemeente().stream()).distinct().toList());

    List<Gedateerd> rijen = new ArrayList<>();
    for (Stap stap : inRonden(alle)) {
      if (!stap.ronde().equals(ronde)) {
        continue;
      }
      if (stap.soort() == Stap.Soort.LOKAAL) {
        rijen.add(lokaal(stap, alle));
        continue;
      }
      String overleg = stap.orgaan().map(organen::get).orElse(stap.naam());
      // What a change of the route broke off before its conclusion is history, no row.
      List<Behandeling> treatments =
          perStap.getOrDefault(stap.id(), List.of()).stream()
              .filter(b -> b.conclusie().isPresent() || !b.vervallen() && stap.toestand() != Stap.Toestand.VERVALLEN)
              .toList();
      for (Behandeling b : treatments) {
        rijen.add(behandeld(stap, overleg, b, perBehandeling.getOrDefault(b.id(), List.of()), gemeenten));
      }
      if (treatments.isEmpty() && stap.toestand() != Stap.Toestand.VERVALLEN) {
        rijen.add(
            new Gedateerd(
                stap.gepland(),
                stap.volgorde(),
                new Rij(
                    null,
                    stap.id(),
                    stap.soort(),
                    datumtekst(stap.gepland()),
                    overleg,
                    stap.doel().naam(),
                    "",
                    false,
                    null,
                    List.of())));
      }
    }
    return rijen.stream().sorted().map(Gedateerd::rij).toList();
  }

  private static Gedateerd behandeld(
      Stap stap,
      String overleg,
      Behandeling b,
      List<Opmerking> eigen,
      Map<String, String> gemeenten) {
    java.util.Optional<GeschrevenDatum> datum =
        b.datum().map(GeschrevenDatum::op).or(() -> b.conclusie().isPresent() ? b.gepland() : stap.gepland());
    return new Gedateerd(
        datum,
        stap.volgorde(),
        new Rij(
            b.id(),
            stap.id(),
            stap.soort(),
            datumtekst(datum),
            overleg,
            b.doel().naam(),
            b.conclusie().map(c -> conclusietekst(c, b, eigen, gemeenten)).orElse(""),
            b.conclusie().isPresent(),
            b.behandeldeVersie().or(b::verzendversie).orElse(null),
            eigen));
  }

  private Gedateerd lokaal(Stap stap, List<Stap> alle) {
    List<Stap> leden =
        alle.stream()
            .filter(s -> s.element().equals(stap.element()))
            .filter(s -> s.soort() == Stap.Soort.COLLEGE || s.soort() == Stap.Soort.RAAD)
            .filter(s -> s.toestand() != Stap.Toestand.VERVALLEN)
            .toList();
    boolean gedaan = !leden.isEmpty() && leden.stream().allMatch(s -> s.toestand() == Stap.Toestand.GEDAAN);
    return new Gedateerd(
        stap.gepland(),
        stap.volgorde(),
        new Rij(
            null,
            stap.id(),
            stap.soort(),
            datumtekst(stap.gepland()),
            stap.naam(),
            stap.doel().naam(),
            gedaan ? uitkomsten(stap) : "",
            gedaan,
            null,
            List.of()));
  }

  /** A day as 23-08-21; a date with less precision as it was written. */
  private static String datumtekst(java.util.Optional<GeschrevenDatum> datum) {
    return datum
        .map(d -> d.precies().map(GeschrevenDatum::op).orElse(d).tekst())
        .orElse("");
  }

  /** The outcomes folded: '6 conform, 1 gewijzigd'. */
  private String uitkomsten(Stap stap) {
    Orgaansoort beslist = visies.visie(stap.visie()).regel().beslist();
    Map<String, Besluit> laatste = new java.util.TreeMap<>();
    besluiten.findByVisieOrderByDatumAscVolgnrAsc(stap.visie()).stream()
        .filter(b -> b.uitkomst().besluit())
        .filter(b -> b.stap().startsWith(stap.id() + "/") && b.orgaansoort() == beslist)
        .forEach(b -> laatste.put(b.gemeente(), b));
    return laatste.values().stream()
        .collect(
            Collectors.groupingBy(
                Besluit::uitkomst, java.util.TreeMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .map(e -> e.getValue() + " " + e.getKey().naam().toLowerCase(java.util.Locale.ROOT))
        .collect(Collectors.joining(", "));
  }

  /** 'Positief. Opmerkingen: ...', with each answer in parentheses behind its remark. */
  static String conclusietekst(
      Conclusie conclusie,
      Behandeling b,
      List<Opmerking> opmerkingen,
      Map<String, String> gemeenten) {
    List<String> delen = new ArrayList<>();
    if (!conclusie.naam().isEmpty()) {
      boolean meer = !opmerkingen.isEmpty() || !b.voorbehouden().isEmpty() || b.reden() != null;
      delen.add(conclusie.naam() + (meer && !conclusie.naam().endsWith(".") ? "." : ""));
    }
    if (b.reden() != null && !b.reden().isBlank()) {
      delen.add(b.reden());
    }
    if (!opmerkingen.isEmpty()) {
      delen.add(
          "Opmerkingen: "
              + opmerkingen.stream()
                  .map(Behandelverslag::metAntwoord)
                  .collect(Collectors.joining(" ")));
    }
    b.voorbehouden().stream()
        .sorted(Comparator.comparing(v -> gemeenten.getOrDefault(v.gemeente(), v.gemeente())))
        .forEach(
            v ->
                delen.add(
                    "Voorbehoud "
                        + gemeenten.getOrDefault(v.gemeente(), v.gemeente())
                        + ": "
                        + v.tekst()));
    return String.join(" ", delen);
  }

  private static String metAntwoord(Opmerking o) {
    if (o.open()) {
      return o.tekst();
    }
    String antwoord =
        " ("
            + (Tekst.leeg(o.antwoordTekst())
                ? "verwerkt in versie " + o.antwoordVersie() + ", " + o.antwoordPlaats()
                : o.antwoordTekst())
            + ")";
    return o.tekst().endsWith(".")
        ? o.tekst().substring(0, o.tekst().length() - 1) + antwoord + "."
        : o.tekst() + antwoord;
  }

  private record Gedateerd(java.util.Optional<GeschrevenDatum> datum, int volgorde, Rij rij)
      implements Comparable<Gedateerd> {
    private static final Comparator<Gedateerd> OP_DATUM =
        Comparator.comparing(
                (Gedateerd g) -> g.datum.map(GeschrevenDatum::laatste).orElse(LocalDate.MAX))
            .thenComparing(Gedateerd::volgorde);

    @Override
    public int compareTo(Gedateerd ander) {
      return OP_DATUM.compare(this, ander);
    }
  }
}
