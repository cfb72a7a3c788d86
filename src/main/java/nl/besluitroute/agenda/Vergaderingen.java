package nl.besluitroute.agenda;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.besluitroute.besluitvorming.Behandeling;
import nl.besluitroute.journaal.Journaal;
import nl.besluitroute.journaal.Notitie;
import nl.besluitroute.kalender.GeschrevenDatum;
import nl.besluitroute.regio.Orgaan;
import nl.besluitroute.regio.Regios;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.Plek;
import nl.besluitroute.toegang.Rol;
import nl.besluitroute.toegang.Toegang;
import nl.besluitroute.visie.Regiovisie;
import nl.besluitroute.visie.Routes;
import nl.besluitroute.visie.Stap;
import nl.besluitroute.visie.Termijnbeleid;
import nl.besluitroute.visie.Vertrouwelijkheden;
import nl.besluitroute.visie.Visies;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The meetings of the regional overleggen: made from the steps that are planned on a day and from
 * what was treated on it. Only the order of the items is kept.
 */
@Service
@Transactional(readOnly = true)
public class Vergaderingen {
  private static final Set<Stap.Soort> IN_OVERLEG = Set.of(Stap.Soort.OVERLEG, Stap.Soort.TWEEDE_RONDE);

  private final EntityManager em;
  private final JdbcTemplate jdbc;
  private final Visies visies;
  private final Routes routes;
  private final Vertrouwelijkheden vertrouwelijkheden;
  private final Regios regios;
  private final Toegang toegang;
  private final Journaal journaal;
  private final Termijnbeleid termijnen;

  Vergaderingen(
      EntityManager em,
      JdbcTemplate jdbc,
      Visies visies,
      Routes routes,
      Vertrouwelijkheden vertrouwelijkheden,
      Regios regios,
      Toegang toegang,
      Journaal journaal,
      Termijnbeleid termijnen) {
    this.em = em;
    this.jdbc = jdbc;
    this.visies = visies;
    this.routes = routes;
    this.vertrouwelijkheden = vertrouwelijkheden;
    this.regios = regios;
    this.toegang = toegang;
    this.journaal = journaal;
    this.termijnen = termijnen;
  }

  /**
   * What the overleggen of somebody treat.
   *
   * @param opDag meetings, the earliest first
   * @param zonderDag items of which the day is not known, in the order of their written dates
   */
  public record Overzicht(List<Vergadering> opDag, List<Vergadering.Punt> zonderDag) {}

  /** The overleggen for which the user records, by name. */
  public List<Orgaan> overleggen(Gebruiker wie) {
    List<Orgaan> alle =
        new ArrayList<>(regios.overleggen(wie.regios(Rol.AMBTELIJK_SECRETARIS)));
    Set<String> bekend = alle.stream().map(Orgaan::id).collect(Collectors.toSet());
    regios.organen(wie.overleggen(Rol.AMBTELIJK_SECRETARIS)).stream()
        .filter(orgaan -> bekend.add(orgaan.id()))
        .forEach(alle::add);
    alle.sort(Comparator.comparing(Orgaan::naam).thenComparing(Orgaan::id));
    return alle;
  }

  /**
   * The meetings of these overleggen that still have something to treat, and those held since a day.
   *
   * @throws nl.besluitroute.toegang.GeenToegang when one is not this user's to record for
   */
  public Overzicht overzicht(Collection<Orgaan> overleggen, LocalDate sinds, Gebruiker wie) {
    overleggen.forEach(orgaan -> eisToegang(orgaan, wie));
    List<Orgaan> alle = List.copyOf(overleggen);
    if (alle.isEmpty()) {
      return new Overzicht(List.of(), List.of());
    }
    List<String> ids = alle.stream().map(Orgaan::id).toList();
    List<Vergadering.Punt> punten = new ArrayList<>(open(ids, wie));
    punten.addAll(behandeld(ids, sinds, LocalDate.MAX, wie));
    Map<LocalDate, Map<String, List<Vergadering.Punt>>> perDag = new TreeMap<>();
    List<Vergadering.Punt> zonderDag = new ArrayList<>();
    for (Vergadering.Punt punt : punten) {
      dag(punt)
          .ifPresentOrElse(
              dag ->
                  perDag
                      .computeIfAbsent(dag, d -> new TreeMap<>())
                      .computeIfAbsent(punt.stap().orgaan().orElseThrow(), o -> new ArrayList<>())
                      .add(punt),
              () -> zonderDag.add(punt));
    }
    Map<String, Orgaan> perId = alle.stream().collect(Collectors.toMap(Orgaan::id, Function.identity()));
    List<Vergadering> opDag = new ArrayList<>();
    perDag.forEach(
        (dag, perOrgaan) ->
            perOrgaan.forEach((orgaan, eigen) -> opDag.add(vergadering(perId.get(orgaan), dag, eigen))));
    zonderDag.sort(
        Comparator.comparing(
                (Vergadering.Punt p) ->
                    p.stap().gepland().map(GeschrevenDatum::laatste).orElse(GeschrevenDatum.LAATST))
            .thenComparing(p -> p.visie().titel())
            .thenComparing(p -> p.stap().volgorde()));
    return new Overzicht(opDag, zonderDag);
  }

  /**
   * One meeting; without items when nothing is planned on that day.
   *
   * @throws nl.besluitroute.toegang.GeenToegang when it is not this user's to record for
   */
  public Vergadering vergadering(Orgaan orgaan, LocalDate dag, Gebruiker wie) {
    eisToegang(orgaan, wie);
    List<Vergadering.Punt> punten = new ArrayList<>(open(List.of(orgaan.id()), wie));
    punten.removeIf(punt -> dag(punt).filter(dag::equals).isEmpty());
    punten.addAll(behandeld(List.of(orgaan.id()), dag, dag, wie));
    return vergadering(orgaan, dag, punten);
  }

  private void eisToegang(Orgaan orgaan, Gebruiker wie) {
    toegang.eisVastleggen(
        wie, new Plek(orgaan.regio().stream().toList(), orgaan.id(), orgaan.gemeente().orElse(null), orgaan.soort()));
  }

  /** The day of an item: the one on which it was treated, else the one that is planned. */
  private static Optional<LocalDate> dag(Vergadering.Punt punt) {
    return punt.verwerkt()
        ? punt.behandeling().flatMap(Behandeling::datum)
        : punt.stap().gepland().flatMap(GeschrevenDatum::precies);
  }

  private Vergadering vergadering(Orgaan orgaan, LocalDate dag, List<Vergadering.Punt> punten) {
    Map<String, Integer> plaatsen = new HashMap<>();
    jdbc.query(
        "select stap, plaats from agendapunt where orgaan = ? and dag = ?",
        rij -> {
          plaatsen.put(rij.getString("stap"), rij.getInt("plaats"));
        },
        orgaan.id(),
        dag);
    List<Vergadering.Punt> geordend =
        punten.stream()
            .sorted(
                Comparator.comparing(
                        (Vergadering.Punt p) -> plaatsen.getOrDefault(p.stap().id(), Integer.MAX_VALUE))
                    .thenComparing(p -> p.visie().titel())
                    .thenComparing(p -> p.stap().id()))
            .toList();
    Termijnbeleid.Blad blad = termijnen.van(geordend.stream().map(Vergadering.Punt::stap).toList());
    LocalDate verzenden =
        geordend.stream()
            .map(p -> blad.aanleverdag(p.stap(), dag))
            .min(Comparator.naturalOrder())
            .orElse(dag);
    return new Vergadering(orgaan, dag, verzenden, geordend);
  }

  /** What these overleggen still treat: on the planned path of the route, or under way after all. */
  private List<Vergadering.Punt> open(List<String> organen, Gebruiker wie) {
    List<Stap> stappen =
        em.createQuery(
                """
                select s from Stap s where s.orgaan in :organen and s.gemeente is null
                  and s.soort in :soorten and s.toestand in :toestanden
                """,
                Stap.class)
            .setParameter("organen", organen)
            .setParameter("soorten", IN_OVERLEG)
            .setParameter("toestanden", Set.of(Stap.Toestand.GEPLAND, Stap.Toestand.LOOPT))
            .getResultList();
    if (stappen.isEmpty()) {
      return List.of();
    }
    List<String> ids = stappen.stream().map(Stap::id).toList();
    Map<String, Behandeling> behandelingen =
        em.createQuery(
                "select b from Behandeling b where b.stap in :stappen and b.conclusie is null and b.vervallen = false", Behandeling.class)
            .setParameter("stappen", ids)
            .getResultStream()
            .collect(Collectors.toMap(Behandeling::stap, Function.identity(), (eerder, later) -> later));
    Map<String, AgendaTaak> taken =
        em.createQuery("select t from AgendaTaak t where t.stap in :stappen", AgendaTaak.class)
            .setParameter("stappen", ids)
            .getResultStream()
            .collect(Collectors.toMap(AgendaTaak::stap, Function.identity(), (een, ander) -> een));
    Map<String, Regiovisie> eigen = eigen(stappen, wie);
    return stappen.stream()
        .filter(stap -> eigen.containsKey(stap.visie()))
        .filter(
            stap ->
                stap.toestand() == Stap.Toestand.LOOPT
                    // Treated and waiting for its new version: that is no item any more.
                    ? stap.soort() != Stap.Soort.OVERLEG || behandelingen.containsKey(stap.id())
                    : routes.versie(eigen.get(stap.visie()).routeVersie()).model().blok(stap.element()).gepland())
        .map(
            stap ->
                new Vergadering.Punt(
                    eigen.get(stap.visie()),
                    stap,
                    Optional.ofNullable(behandelingen.get(stap.id())),
                    Optional.ofNullable(taken.get(stap.id()))))
        .toList();
  }

  private List<Vergadering.Punt> behandeld(
      List<String> organen, LocalDate van, LocalDate tot, Gebruiker wie) {
    List<Behandeling> gevonden =
        em.createQuery(
                """
                select b from Behandeling b where b.orgaan in :organen and b.conclusie is not null and b.vervallen = false
                  and b.datum >= :van and b.datum <= :tot
                """,
                Behandeling.class)
            .setParameter("organen", organen)
            .setParameter("van", van)
            .setParameter("tot", tot.isAfter(GeschrevenDatum.LAATST) ? GeschrevenDatum.LAATST : tot)
            .getResultList();
    if (gevonden.isEmpty()) {
      return List.of();
    }
    Map<String, Stap> stappen =
        visies.stappen(gevonden.stream().map(Behandeling::stap).distinct().toList()).stream()
            .collect(Collectors.toMap(Stap::id, Function.identity()));
    Map<String, Regiovisie> eigen = eigen(stappen.values(), wie);
    return gevonden.stream()
        .filter(b -> eigen.containsKey(b.visie()))
        .map(
            b ->
                new Vergadering.Punt(
                    eigen.get(b.visie()), stappen.get(b.stap()), Optional.of(b), Optional.empty()))
        .toList();
  }

  /** The visions of these steps, without those that are hidden from the user. */
  private Map<String, Regiovisie> eigen(Collection<Stap> stappen, Gebruiker wie) {
    Map<String, Regiovisie> gevonden =
        new HashMap<>(visies.visies(stappen.stream().map(Stap::visie).distinct().toList()));
    gevonden.keySet().removeAll(vertrouwelijkheden.verborgenVisies(wie));
    return gevonden;
  }

  /** What is not his to see who orders the agenda, stays behind what it came after. */
  private static void behoudPlaats(List<String> orde, List<String> was) {
    for (int i = 0; i < was.size(); i++) {
      if (!orde.contains(was.get(i))) {
        orde.add(i == 0 ? 0 : orde.indexOf(was.get(i - 1)) + 1, was.get(i));
      }
    }
  }

  /**
   * Use case: puts an item one place earlier or later.
   *
   * @param stap id of its step; when it is not on this agenda nothing happens
   * @throws nl.besluitroute.toegang.GeenToegang when it is not this user's to record for
   */
  @Transactional
  public void verplaats(Orgaan orgaan, LocalDate dag, String stap, boolean eerder, Gebruiker wie) {
    Vergadering vergadering = vergadering(orgaan, dag, wie);
    List<Vergadering.Punt> punten = new ArrayList<>(vergadering.punten());
    int van = punten.stream().map(p -> p.stap().id()).toList().indexOf(stap);
    int naar = eerder ? van - 1 : van + 1;
    if (van < 0 || naar < 0 || naar >= punten.size()) {
      return;
    }
    Vergadering.Punt punt = punten.remove(van);
    punten.add(naar, punt);
    List<String> orde = new ArrayList<>(punten.stream().map(p -> p.stap().id()).distinct().toList());
    behoudPlaats(
        orde,
        jdbc.queryForList(
            "select stap from agendapunt where orgaan = ? and dag = ? order by plaats", String.class, orgaan.id(), dag));
    jdbc.update("delete from agendapunt where orgaan = ? and dag = ?", orgaan.id(), dag);
    for (int plaats = 0; plaats < orde.size(); plaats++) {
      jdbc.update(
          "insert into agendapunt (orgaan, dag, stap, plaats) values (?, ?, ?, ?)",
          orgaan.id(), dag, orde.get(plaats), plaats + 1);
    }
    journaal.noteer(
        Notitie.van(
                wie.weergave(),
                "agenda_geordend",
                orgaan.naam() + " " + GeschrevenDatum.op(dag).tekst() + ": behandeld als punt " + (naar + 1) + ".")
            .bijVisie(punt.visie().id())
            .bijStap(stap));
  }
}
