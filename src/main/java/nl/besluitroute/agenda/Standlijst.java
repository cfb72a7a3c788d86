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
      Comparator.comparing(Regel::laatsteDag).thenComparing(Regel::visie).reversed();

  /** More municipalities than there are. */
  private static final int ALLE = 1000;

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
        gevonden.addAll(vanaf(" and g.regio = :bij", regio, lopend, verborgen, plaats, hoogstens + 1));
      }
      for (String gemeente : gemeenten) {
        gevonden.addAll(
            vanaf(
                " and g.visie in (select d.visie from GemeenteRij d where d.gemeente = :bij)",
                gemeente, lopend, verborgen, plaats, 2 * hoogstens + 2));
      }
    }
    gevonden.sort(VOLGORDE);
    Set<String> gezien = new HashSet<>();
    gevonden.removeIf(regel -> !gezien.add(regel.visie()));
    List<Regel> rijen = gevonden.subList(0, Math.min(hoogstens, gevonden.size()));
    Optional<String> volgende =
        gevonden.size() <= hoogstens
            ? Optional.empty()
            : Optional.of(rijen.get(hoogstens - 1)).map(r -> new Plaats<>(r.laatsteDag(), r.visie()).code());
    return new Bladzijde<>(compleet(rijen), volgende);
  }

  /** A row with what stands beside it. */
  private record Regel(
      String visie,
      int teBesluiten,
      int zonderDatum,
      LocalDate laatsteDag,
      String bepaalt,
      long teLaat,
      Stukregels.Ernaast ernaast) {

    static List<Regel> lees(TypedQuery<Object[]> vraag) {
      // As a list: row by row Hibernate would read the regions of each vision by itself.
      return vraag.getResultList().stream()
          .map(
              rij ->
                  new Regel(
                      (String) rij[0],
                      (Integer) rij[1],
                      (Integer) rij[2],
                      (LocalDate) rij[3],
                      (String) rij[4],
                      (Long) rij[5],
                      Stukregels.Ernaast.vanVisie(rij)))
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
    String waar = "g.lopend = :lopend" + bereik;
    if (!verborgen.isEmpty()) {
      waar += " and g.visie not in :verborgen";
    }
    if (na.isPresent()) {
      waar += " and g.laatsteDag <= :dag and (g.laatsteDag < :dag or g.visie < :na)";
    }
    TypedQuery<Object[]> vraag =
        regels
            .visies(waar, "g.laatsteDag desc, g.visie desc", hoogstens)
            .setParameter("nu", klok.instant())
            .setParameter("lopend", lopend);
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
                    .visies("g.visie = :visie", "g.visie", 1)
                    .setParameter("nu", klok.instant())
                    .setParameter("visie", visie)))
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
            .kaal("g.visie = :visie", "g.besluitDag desc, g.gemeente", ALLE)
            .setParameter("visie", visie));
  }

  /** Steps under way and versions are read for the whole page at once. */
  private List<Visierij> compleet(List<Regel> rijen) {
    if (rijen.isEmpty()) {
      return List.of();
    }
    Set<String> ids = rijen.stream().map(Regel::visie).collect(Collectors.toSet());
    Map<String, List<Stap>> nu = regels.nu(ids);
    Map<String, Versiekop> versies = regels.versies(ids);
    return rijen.stream()
        .map(
            r ->
                new Visierij(
                    r.ernaast().visie(),
                    r.ernaast().stand(),
                    r.teLaat(),
                    r.teBesluiten(),
                    r.zonderDatum(),
                    Optional.of(r.laatsteDag()).filter(dag -> !dag.equals(GeschrevenDatum.VROEGST)),
                    Optional.ofNullable(r.bepaalt()),
                    nu.getOrDefault(r.visie(), List.of()),
                    Optional.ofNullable(versies.get(r.visie())),
                    r.ernaast().gewijzigd()))
        .toList();
  }
}
