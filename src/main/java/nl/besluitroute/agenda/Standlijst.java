package nl.besluitroute.agenda;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.besluitroute.besluitvorming.Standen;
import nl.besluitroute.besluitvorming.VisieStand;
import nl.besluitroute.kalender.GeschrevenDatum;
import nl.besluitroute.stuk.Versie;
import nl.besluitroute.stuk.Versies;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.Toegang;
import nl.besluitroute.toegang.Toekenning;
import nl.besluitroute.visie.Regiovisie;
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
  private static final Comparator<VisieRij> VOLGORDE =
      Comparator.comparing((VisieRij r) -> r.laatsteDag).thenComparing(r -> r.visie).reversed();

  private final EntityManager em;
  private final Stukregels regels;
  private final Agenda agenda;
  private final Visies visies;
  private final Standen standen;
  private final Versies versies;
  private final Toegang toegang;
  private final Vertrouwelijkheden vertrouwelijkheden;

  Standlijst(
      EntityManager em,
      Stukregels regels,
      Agenda agenda,
      Visies visies,
      Standen standen,
      Versies versies,
      Toegang toegang,
      Vertrouwelijkheden vertrouwelijkheden) {
    this.em = em;
    this.regels = regels;
    this.agenda = agenda;
    this.visies = visies;
    this.standen = standen;
    this.versies = versies;
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
    List<VisieRij> gevonden = new ArrayList<>();
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
    gevonden.removeIf(rij -> !gezien.add(rij.visie));
    List<VisieRij> rijen = gevonden.subList(0, Math.min(hoogstens, gevonden.size()));
    Optional<String> volgende =
        gevonden.size() <= hoogstens
            ? Optional.empty()
            : Optional.of(rijen.get(hoogstens - 1)).map(r -> new Plaats<>(r.laatsteDag, r.visie).code());
    return new Bladzijde<>(compleet(rijen), volgende);
  }

  private List<VisieRij> vanaf(
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
    TypedQuery<VisieRij> vraag =
        em.createQuery(
                "select r from VisieRij r where " + waar + " order by r.laatsteDag desc, r.visie desc",
                VisieRij.class)
            .setParameter("lopend", lopend)
            .setMaxResults(hoogstens);
    if (bij != null) {
      vraag.setParameter("bij", bij);
    }
    if (!verborgen.isEmpty()) {
      vraag.setParameter("verborgen", verborgen);
    }
    na.ifPresent(p -> vraag.setParameter("dag", p.sorteer()).setParameter("na", p.id()));
    return vraag.getResultList();
  }

  /**
   * One vision's row.
   *
   * @throws VisieNietGevonden when there is none, or it is not this user's to read
   */
  public Visierij visie(String visie, Gebruiker wie) {
    visies.leesbaar(visie, wie);
    return compleet(
            em.createQuery("select r from VisieRij r where r.visie = :visie order by r.regio", VisieRij.class)
                .setParameter("visie", visie)
                .setMaxResults(1)
                .getResultList())
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
            .vraag("g.visie = :visie order by g.besluitDag desc, g.gemeente")
            .setParameter("visie", visie));
  }

  /** What stands beside the rows is read for the whole page at once. */
  private List<Visierij> compleet(Collection<VisieRij> rijen) {
    if (rijen.isEmpty()) {
      return List.of();
    }
    Set<String> ids = rijen.stream().map(r -> r.visie).collect(Collectors.toSet());
    Map<String, Regiovisie> perVisie = visies.visies(ids);
    Map<String, VisieStand> stand = standen.laatste(ids);
    Map<String, Long> laat = agenda.teLaat(ids);
    Map<String, List<Stap>> nu = visies.lopend(ids);
    Map<String, Versie> nieuwste = versies.nieuwste(ids);
    Map<String, Instant> gewijzigd = regels.gewijzigd(ids);
    return rijen.stream()
        .map(
            r ->
                new Visierij(
                    perVisie.get(r.visie),
                    Optional.ofNullable(stand.get(r.visie)),
                    laat.getOrDefault(r.visie, 0L),
                    r.teBesluiten,
                    r.zonderDatum,
                    Optional.of(r.laatsteDag).filter(dag -> !dag.equals(GeschrevenDatum.VROEGST)),
                    Optional.ofNullable(r.bepaalt),
                    nu.getOrDefault(r.visie, List.of()),
                    Optional.ofNullable(nieuwste.get(r.visie)).map(Versiekop::van),
                    gewijzigd.get(r.visie)))
        .toList();
  }
}
