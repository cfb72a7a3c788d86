package nl.besluitroute.agenda;

import jakarta.persistence.TypedQuery;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.besluitroute.kalender.GeschrevenDatum;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.Toegang;
import nl.besluitroute.toegang.Toekenning;
import nl.besluitroute.visie.Stap;
import nl.besluitroute.visie.Vertrouwelijkheden;
import nl.besluitroute.visie.VisieNietGevonden;
import nl.besluitroute.visie.Visies;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is late or at risk, for who manages a region and for who reads along. */
@Service
@Transactional(readOnly = true)
public class Standlijst {
  private static final Comparator<Regel> VOLGORDE =
      Comparator.comparing((Regel r) -> r.rij().laatsteDag).thenComparing(r -> r.rij().visie).reversed();

  private final Stukregels regels;
  private final Klok klok;
  private final Visies visies;
  private final Toegang toegang;
  private final Vertrouwelijkheden vertrouwelijkheden;

  Standlijst(
      Stukregels regels,
      Klok klok,
      Visies visies,
      Toegang toegang,
      Vertrouwelijkheden vertrouwelijkheden) {
    this.regels = regels;
    this.klok = klok;
    this.visies = visies;
    this.toegang = toegang;
    this.vertrouwelijkheden = vertrouwelijkheden;
  }

  /**
   * The visions that this user may read, the last planned decision date on top and what has none
   * last.
   *
   * @param lopend those whose route runs; else those that came to their end
   * @param na empty, or what is no place, for the first page
   */
  public Bladzijde<Visierij> van(Gebruiker wie, boolean lopend, Optional<String> na, int hoogstens) {
    Optional<Plaats<LocalDate>> plaats = Plaats.dag(na);
    Set<String> verborgen = vertrouwelijkheden.verborgenVisies(wie);
    List<Regel> gevonden = new ArrayList<>();
    if (toegang.leestAlles(wie)) {
      // A vision has a row per region: enough for a page even when each has two.
      gevonden.addAll(vanaf("", null, lopend, verborgen, plaats, 2 * hoogstens + 2));
    } else {
      Set<String> regios = new TreeSet<>();
      Set<String> gemeenten = new TreeSet<>();
      for (Toekenning t : wie.toekenningen()) {
        if (t.regio() != null) {
          regios.add(t.regio());
        } else if (t.gemeente() != null) {
          gemeenten.add(t.gemeente());
        }
      }
      for (String regio : regios) {
        gevonden.addAll(vanaf(" and r.regio = :bij", regio, lopend, verborgen, plaats, hoogstens + 1));
      }
      for (String gemeente : gemeenten) {
        gevonden.addAll(
            vanaf(
                " and r.visie in (select g.visie from GemeenteRij g where g.gemeente = :bij)",
                gemeente, lopend, verborgen, plaats, 2 * hoogstens + 2));
      }
    }
    gevonden.sort(VOLGORDE);
    Set<String> gezien = new HashSet<>();
    gevonden.removeIf(regel -> !gezien.add(regel.rij().visie));
    List<Regel> rijen = gevonden.subList(0, Math.min(hoogstens, gevonden.size()));
    Optional<String> volgende =
        gevonden.size() <= hoogstens
            ? Optional.empty()
            : Optional.of(rijen.get(hoogstens - 1).rij()).map(r -> new Plaats<>(r.laatsteDag, r.visie).code());
    return new Bladzijde<>(compleet(rijen), volgende);
  }

  /** A row with what stands beside it. */
  private record Regel(VisieRij rij, long teLaat, Stukregels.Ernaast ernaast) {
    static List<Regel> lees(TypedQuery<Object[]> vraag) {
      return vraag
          .getResultStream()
          .map(
              rij ->
                  new Regel((VisieRij) rij[0], (Long) rij[1], Stukregels.Ernaast.vanVisie(rij)))
          .toList();
    }
  }

  private List<Regel> vanaf(
      String bereik,
      String bij,
      boolean lopend,
      Set<String> verborgen,
      Optional<Plaats<LocalDate>> na,
      int hoogstens) {
    String waar = "r.lopend = :lopend" + bereik;
    if (!verborgen.isEmpty()) {
      waar += " and r.visie not in :verborgen";
    }
    if (na.isPresent()) {
      waar += " and r.laatsteDag <= :dag and (r.laatsteDag < :dag or r.visie < :na)";
    }
    TypedQuery<Object[]> vraag =
        regels
            .visies(waar + " order by r.laatsteDag desc, r.visie desc")
            .setParameter("nu", klok.instant())
            .setParameter("lopend", lopend)
            .setMaxResults(hoogstens);
    if (bij != null) {
      vraag.setParameter("bij", bij);
    }
    if (!verborgen.isEmpty()) {
      vraag.setParameter("verborgen", verborgen);
    }
    na.ifPresent(p -> vraag.setParameter("dag", p.sorteer()).setParameter("na", p.id()));
    return Regel.lees(vraag);
  }

  /**
   * One vision's row.
   *
   * @throws VisieNietGevonden when there is none, or it is not this user's to read
   */
  public Visierij visie(String visie, Gebruiker wie) {
    visies.leesbaar(visie, wie);
    return compleet(
            Regel.lees(
                regels
                    .visies("r.visie = :visie order by r.regio")
                    .setParameter("nu", klok.instant())
                    .setParameter("visie", visie)
                    .setMaxResults(1)))
        .get(0);
  }

  /**
   * Where the vision stands in each municipality that takes or took part, the last decision date on
   * top and what has none first of all: it determines the end.
   *
   * @throws VisieNietGevonden when there is none, or it is not this user's to read
   */
  public List<Gemeentestuk> gemeenten(String visie, Gebruiker wie) {
    visies.leesbaar(visie, wie);
    return Stukregels.lees(
        regels
            .kaal("g.visie = :visie order by g.besluitDag desc, g.gemeente")
            .setParameter("visie", visie));
  }

  /** The steps under way are read for the whole page at once. */
  private List<Visierij> compleet(List<Regel> rijen) {
    if (rijen.isEmpty()) {
      return List.of();
    }
    Map<String, List<Stap>> nu =
        regels.nu(rijen.stream().map(r -> r.rij().visie).collect(Collectors.toSet()));
    return rijen.stream()
        .map(
            r ->
                new Visierij(
                    r.ernaast().visie(),
                    r.ernaast().stand(),
                    r.teLaat(),
                    r.rij().teBesluiten,
                    r.rij().zonderDatum,
                    Optional.of(r.rij().laatsteDag).filter(dag -> !dag.equals(GeschrevenDatum.VROEGST)),
                    Optional.ofNullable(r.rij().bepaalt),
                    nu.getOrDefault(r.rij().visie, List.of()),
                    r.ernaast().versie(),
                    r.ernaast().gewijzigd()))
        .toList();
  }
}
