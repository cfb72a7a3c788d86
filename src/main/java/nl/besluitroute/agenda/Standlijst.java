package nl.besluitroute.agenda;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.besluitroute.agenda.Stukregels.Visieregel;
import nl.besluitroute.kalender.GeschrevenDatum;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.Toegang;
import nl.besluitroute.toegang.Toekenning;
import nl.besluitroute.visie.Vertrouwelijkheden;
import nl.besluitroute.visie.VisieNietGevonden;
import nl.besluitroute.visie.Visies;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is late or at risk, for who manages a region and for who reads along. */
@Service
@Transactional(readOnly = true)
public class Standlijst {
  private static final Comparator<Visieregel> VOLGORDE =
      Comparator.comparing(Visieregel::laatsteDag).thenComparing(Visieregel::visie).reversed();

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
    List<Visieregel> gevonden = gevonden(wie, lopend, Set.of(), plaats, hoogstens);
    if (gevonden.stream().anyMatch(regel -> regel.ernaast().gemerkt())) {
      gevonden = gevonden(wie, lopend, vertrouwelijkheden.verborgenVisies(wie), plaats, hoogstens);
    }
    Set<String> gezien = new HashSet<>();
    gevonden.removeIf(regel -> !gezien.add(regel.visie()));
    List<Visieregel> rijen = gevonden.subList(0, Math.min(hoogstens, gevonden.size()));
    Optional<String> volgende =
        gevonden.size() <= hoogstens
            ? Optional.empty()
            : Optional.of(rijen.get(hoogstens - 1)).map(r -> new Plaats<>(r.laatsteDag(), r.visie()).code());
    return new Bladzijde<>(compleet(rijen), volgende);
  }

  private List<Visieregel> gevonden(
      Gebruiker wie,
      boolean lopend,
      Set<String> verborgen,
      Optional<Plaats<LocalDate>> plaats,
      int hoogstens) {
    List<Visieregel> gevonden = new ArrayList<>();
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
                " and g.visie in (select d.visie from agenda_gemeente d where d.gemeente = :bij)",
                gemeente, lopend, verborgen, plaats, 2 * hoogstens + 2));
      }
    }
    gevonden.sort(VOLGORDE);
    return gevonden;
  }

  private List<Visieregel> vanaf(
      String bereik,
      String bij,
      boolean lopend,
      Set<String> verborgen,
      Optional<Plaats<LocalDate>> na,
      int hoogstens) {
    String waar = "g.lopend = :lopend" + bereik;
    Map<String, Object> waarden = new HashMap<>(Map.of("lopend", lopend));
    if (bij != null) {
      waarden.put("bij", bij);
    }
    if (!verborgen.isEmpty()) {
      waar += " and g.visie not in (:verborgen)";
      waarden.put("verborgen", verborgen);
    }
    if (na.isPresent()) {
      waar += " and g.laatste_dag <= :dag and (g.laatste_dag < :dag or g.visie < :na)";
      waarden.put("dag", na.get().sorteer());
      waarden.put("na", na.get().id());
    }
    return regels.visies(
        waar, "g.laatste_dag desc, g.visie desc", hoogstens, klok.instant(), waarden);
  }

  /**
   * One vision's row.
   *
   * @throws VisieNietGevonden when there is none, or it is not this user's to read
   */
  public Visierij visie(String visie, Gebruiker wie) {
    visies.leesbaar(visie, wie);
    return compleet(
            regels.visies(
                "g.visie = :visie", "g.visie", 1, klok.instant(), Map.of("visie", visie)))
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
    return regels.kaal(
        "g.visie = :visie", "g.besluit_dag desc, g.gemeente", ALLE, Map.of("visie", visie));
  }

  private static List<Visierij> compleet(List<Visieregel> rijen) {
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
                    r.ernaast().nu(),
                    r.ernaast().versie(),
                    r.ernaast().gewijzigd()))
        .toList();
  }
}
