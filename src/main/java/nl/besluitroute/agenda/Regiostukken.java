package nl.besluitroute.agenda;

import jakarta.persistence.TypedQuery;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.besluitroute.kalender.GeschrevenDatum;
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
  private final Agenda agenda;
  private final Termijnbeleid termijnen;
  private final Vertrouwelijkheden vertrouwelijkheden;

  Regiostukken(
      Stukregels regels,
      Agenda agenda,
      Termijnbeleid termijnen,
      Vertrouwelijkheden vertrouwelijkheden) {
    this.regels = regels;
    this.agenda = agenda;
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
    Set<String> verborgen = vertrouwelijkheden.verborgenVisies(wie);
    List<Regel> gevonden = new ArrayList<>();
    for (String gemeente : gemeenten(wie)) {
      gevonden.addAll(vanaf(gemeente, lopend, verborgen, plaats, hoogstens + 1));
    }
    gevonden.sort(VOLGORDE);
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

  /** A row with what stands beside it. */
  private record Regel(Gemeentestuk stuk, Stukregels.Ernaast ernaast) {
    static List<Regel> lees(TypedQuery<Object[]> vraag) {
      // As a list: row by row Hibernate would read the regions of each vision by itself.
      return vraag.getResultList().stream()
          .map(rij -> new Regel(Stukregels.stuk(rij), Stukregels.Ernaast.vanStuk(rij)))
          .toList();
    }
  }

  private List<Regel> vanaf(
      String gemeente,
      boolean lopend,
      Set<String> verborgen,
      Optional<Plaats<LocalDate>> na,
      int hoogstens) {
    String waar = "g.gemeente = :gemeente and g.lopend = :lopend and g.wat <> :geen";
    if (!verborgen.isEmpty()) {
      waar += " and g.visie not in :verborgen";
    }
    if (na.isPresent()) {
      waar += " and g.raadDag >= :dag and (g.raadDag > :dag or concat(g.visie, '/', g.gemeente) > :na)";
    }
    TypedQuery<Object[]> vraag =
        regels
            .metVisie(waar, "g.raadDag, g.visie", hoogstens)
            .setParameter("gemeente", gemeente)
            .setParameter("lopend", lopend)
            .setParameter("geen", Gemeentestuk.Wat.GEEN);
    if (!verborgen.isEmpty()) {
      vraag.setParameter("verborgen", verborgen);
    }
    na.ifPresent(p -> vraag.setParameter("dag", p.sorteer()).setParameter("na", p.id()));
    return Regel.lees(vraag);
  }

  /** As {@link Standbeeld} sorts. */
  private static LocalDate dag(Gemeentestuk stuk) {
    return stuk.raad()
        .flatMap(Stap::datum)
        .map(GeschrevenDatum::laatste)
        .orElse(GeschrevenDatum.LAATST);
  }

  /** One row of it; empty when it does not reach his raad, or is not his to see. */
  public Optional<Regiostuk> stuk(String visie, String gemeente, Gebruiker wie) {
    if (!gemeenten(wie).contains(gemeente)
        || vertrouwelijkheden.verborgenVisies(wie).contains(visie)) {
      return Optional.empty();
    }
    List<Regel> rij =
        Regel.lees(
            regels
                .metVisie("g.visie = :visie and g.gemeente = :gemeente and g.wat <> :geen", "g.visie", 1)
                .setParameter("visie", visie)
                .setParameter("gemeente", gemeente)
                .setParameter("geen", Gemeentestuk.Wat.GEEN));
    return compleet(rij).stream().findFirst();
  }

  /** Steps under way, versions and open work are read for the whole page at once. */
  private List<Regiostuk> compleet(List<Regel> rijen) {
    if (rijen.isEmpty()) {
      return List.of();
    }
    Set<String> ids = rijen.stream().map(r -> r.stuk().visie()).collect(Collectors.toSet());
    Map<String, List<Stap>> nu = regels.nu(ids);
    Map<String, Versiekop> versies = regels.versies(ids);
    Map<String, List<AgendaTaak>> open =
        agenda
            .vanVisies(ids, rijen.stream().map(r -> r.stuk().gemeente()).collect(Collectors.toSet()))
            .stream()
            .collect(Collectors.groupingBy(AgendaTaak::visie));
    Termijnbeleid.Blad blad =
        termijnen.van(rijen.stream().flatMap(r -> r.stuk().raad().stream()).toList());
    return rijen.stream()
        .map(
            r ->
                new Regiostuk(
                    r.stuk(),
                    r.ernaast().visie(),
                    nu.getOrDefault(r.stuk().visie(), List.of()),
                    aanleveren(r.stuk(), blad),
                    ontbreekt(r.stuk(), open.getOrDefault(r.stuk().visie(), List.of())),
                    Optional.ofNullable(versies.get(r.stuk().visie())),
                    r.ernaast().stand(),
                    r.ernaast().gewijzigd()))
        .toList();
  }

  private static Optional<LocalDate> aanleveren(Gemeentestuk s, Termijnbeleid.Blad blad) {
    return s.raad()
        .filter(stap -> s.wat() == Gemeentestuk.Wat.BESLUIT)
        .filter(stap -> stap.toestand() == Stap.Toestand.GEPLAND || stap.toestand() == Stap.Toestand.LOOPT)
        .flatMap(stap -> blad.termijn(stap, Termijnbeleid.Werk.AANLEVEREN))
        .map(Termijnbeleid.Werktermijn::uiterlijk);
  }

  private static List<AgendaTaak> ontbreekt(Gemeentestuk s, Collection<AgendaTaak> open) {
    if (!s.lopend()) {
      return List.of();
    }
    List<AgendaTaak> eigen =
        open.stream().filter(t -> t.gemeente().filter(s.gemeente()::equals).isPresent()).toList();
    return eigen.isEmpty() ? open.stream().filter(t -> t.gemeente().isEmpty()).toList() : eigen;
  }
}
