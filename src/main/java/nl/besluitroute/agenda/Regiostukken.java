package nl.besluitroute.agenda;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.besluitroute.agenda.Stukregels.Regel;
import nl.besluitroute.kalender.GeschrevenDatum;
import nl.besluitroute.regio.Orgaansoort;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.Toekenning;
import nl.besluitroute.visie.Stap;
import nl.besluitroute.visie.Termijnbeleid;
import nl.besluitroute.visie.Vertrouwelijkheden;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What reaches a council. */
@Service
@Transactional(readOnly = true)
public class Regiostukken {
  private static final Comparator<Regel> VOLGORDE =
      Comparator.comparing((Regel r) -> dag(r.stuk()))
          .thenComparing(r -> r.stuk().visie())
          .thenComparing(r -> r.stuk().gemeente());

  private final Stukregels regels;
  private final Termijnbeleid termijnen;
  private final Vertrouwelijkheden vertrouwelijkheden;

  Regiostukken(
      Stukregels regels,
      Termijnbeleid termijnen,
      Vertrouwelijkheden vertrouwelijkheden) {
    this.regels = regels;
    this.termijnen = termijnen;
    this.vertrouwelijkheden = vertrouwelijkheden;
  }

  /**
   * What reaches the raden of the municipalities in which this user has a role, by the day of the
   * raad; what has none comes last. Leaves out routes that do not reach the raad.
   *
   * @param lopend what is still to come; else what is done
   * @param na empty, or what is no place, for the first page
   */
  public Bladzijde<Regiostuk> van(Gebruiker wie, boolean lopend, Optional<String> na, int hoogstens) {
    Optional<Plaats<LocalDate>> plaats = Plaats.dag(na).filter(p -> p.id().indexOf('/') > 0);
    List<Regel> gevonden = vanaf(gemeenten(wie), lopend, Set.of(), plaats, hoogstens + 1);
    if (gevonden.stream().anyMatch(r -> r.ernaast().gemerkt())) {
      Set<String> verborgen = vertrouwelijkheden.verborgenVisies(wie);
      gevonden = vanaf(gemeenten(wie), lopend, verborgen, plaats, hoogstens + 1);
    }
    List<Regel> rijen = gevonden.subList(0, Math.min(hoogstens, gevonden.size()));
    Optional<String> volgende =
        gevonden.size() <= hoogstens
            ? Optional.empty()
            : Optional.of(rijen.get(hoogstens - 1).stuk())
                .map(s -> new Plaats<>(dag(s), s.visie() + "/" + s.gemeente()).code());
    return new Bladzijde<>(compleet(rijen), volgende);
  }

  private static Set<String> gemeenten(Gebruiker wie) {
    return wie.toekenningen().stream()
        .map(Toekenning::gemeente)
        .filter(Objects::nonNull)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private List<Regel> vanaf(
      Set<String> gemeenten,
      boolean lopend,
      Set<String> verborgen,
      Optional<Plaats<LocalDate>> na,
      int hoogstens) {
    return gemeenten.stream()
        .flatMap(gemeente -> vanaf(gemeente, lopend, verborgen, na, hoogstens).stream())
        .sorted(VOLGORDE)
        .toList();
  }

  private List<Regel> vanaf(
      String gemeente,
      boolean lopend,
      Set<String> verborgen,
      Optional<Plaats<LocalDate>> na,
      int hoogstens) {
    String waar = "g.gemeente = :gemeente and g.lopend = :lopend and g.wat <> 'GEEN'";
    Map<String, Object> waarden = new HashMap<>(Map.of("gemeente", gemeente, "lopend", lopend));
    if (!verborgen.isEmpty()) {
      waar += " and g.visie not in (:verborgen)";
      waarden.put("verborgen", verborgen);
    }
    if (na.isPresent()) {
      waar +=
          " and g.raad_dag >= :dag and (g.raad_dag > :dag or g.visie > :na"
              + " or (g.visie = :na and g.gemeente > :naGemeente))";
      String[] rij = na.get().id().split("/", 2);
      waarden.put("dag", na.get().sorteer());
      waarden.put("na", rij[0]);
      waarden.put("naGemeente", rij[1]);
    }
    return regels.metVisie(waar, "g.raad_dag, g.visie", hoogstens, waarden);
  }

  /** As {@link Standbeeld} sorts. */
  private static LocalDate dag(Gemeentestuk stuk) {
    return stuk.raad()
        .flatMap(Stapkop::datum)
        .map(GeschrevenDatum::laatste)
        .orElse(GeschrevenDatum.LAATST);
  }

  /** One row of it; empty when it does not reach his raad, or is not his to see. */
  public Optional<Regiostuk> stuk(String visie, String gemeente, Gebruiker wie) {
    if (!gemeenten(wie).contains(gemeente)
        || vertrouwelijkheden.verborgenVisies(wie).contains(visie)) {
      return Optional.empty();
    }
    return compleet(
            regels.metVisie(
                "g.visie = :visie and g.gemeente = :gemeente and g.wat <> 'GEEN'",
                "g.visie",
                1,
                Map.of("visie", visie, "gemeente", gemeente)))
        .stream()
        .findFirst();
  }

  /** Open work and terms are read for the whole page at once. */
  private List<Regiostuk> compleet(List<Regel> rijen) {
    if (rijen.isEmpty()) {
      return List.of();
    }
    Set<String> ids = rijen.stream().map(r -> r.stuk().visie()).collect(Collectors.toSet());
    Map<String, List<OpenWerk>> werk =
        regels.werk(ids, rijen.stream().map(r -> r.stuk().gemeente()).collect(Collectors.toSet()));
    Termijnbeleid.Blad blad =
        termijnen.van(
            rijen.stream()
                .flatMap(r -> r.stuk().raad().stream())
                .flatMap(raad -> Optional.ofNullable(raad.orgaan()).stream())
                .distinct()
                .collect(Collectors.toMap(Function.identity(), raad -> Orgaansoort.RAAD)));
    return rijen.stream()
        .map(
            r ->
                new Regiostuk(
                    r.stuk(),
                    r.ernaast().visie(),
                    r.ernaast().nu(),
                    aanleveren(r.stuk(), blad),
                    ontbreekt(r.stuk(), werk.getOrDefault(r.stuk().visie(), List.of())),
                    r.ernaast().versie(),
                    r.ernaast().stand(),
                    r.ernaast().gemeenten(),
                    r.ernaast().gewijzigd()))
        .toList();
  }

  private static Optional<LocalDate> aanleveren(Gemeentestuk s, Termijnbeleid.Blad blad) {
    return s.raad()
        .filter(stap -> s.wat() == Gemeentestuk.Wat.BESLUIT)
        .filter(stap -> stap.toestand() == Stap.Toestand.GEPLAND || stap.toestand() == Stap.Toestand.LOOPT)
        .flatMap(
            stap ->
                blad.aanleverdag(
                    stap.orgaan(), stap.gepland(), stap.aanlevertermijn(), stap.nazending()));
  }

  private static List<OpenWerk> ontbreekt(Gemeentestuk s, List<OpenWerk> open) {
    if (!s.lopend()) {
      return List.of();
    }
    List<OpenWerk> eigen =
        open.stream().filter(t -> t.gemeente().filter(s.gemeente()::equals).isPresent()).toList();
    return eigen.isEmpty() ? open.stream().filter(t -> t.gemeente().isEmpty()).toList() : eigen;
  }
}
