package nl.besluitroute.agenda;

import jakarta.persistence.TypedQuery;
import java.time.Instant;
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
import nl.besluitroute.besluitvorming.Standen;
import nl.besluitroute.besluitvorming.VisieStand;
import nl.besluitroute.kalender.GeschrevenDatum;
import nl.besluitroute.stuk.Versie;
import nl.besluitroute.stuk.Versies;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.Toekenning;
import nl.besluitroute.visie.Regiovisie;
import nl.besluitroute.visie.Stap;
import nl.besluitroute.visie.Termijnbeleid;
import nl.besluitroute.visie.Vertrouwelijkheden;
import nl.besluitroute.visie.Visies;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What reaches a council. */
@Service
@Transactional(readOnly = true)
public class Regiostukken {
  private static final Comparator<Gemeentestuk> VOLGORDE =
      Comparator.comparing(Regiostukken::dag)
          .thenComparing(Gemeentestuk::visie)
          .thenComparing(Gemeentestuk::gemeente);

  private final Stukregels regels;
  private final Agenda agenda;
  private final Visies visies;
  private final Standen standen;
  private final Versies versies;
  private final Termijnbeleid termijnen;
  private final Vertrouwelijkheden vertrouwelijkheden;

  Regiostukken(
      Stukregels regels,
      Agenda agenda,
      Visies visies,
      Standen standen,
      Versies versies,
      Termijnbeleid termijnen,
      Vertrouwelijkheden vertrouwelijkheden) {
    this.regels = regels;
    this.agenda = agenda;
    this.visies = visies;
    this.standen = standen;
    this.versies = versies;
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
    List<Gemeentestuk> gevonden = new ArrayList<>();
    for (String gemeente : gemeenten(wie)) {
      gevonden.addAll(vanaf(gemeente, lopend, verborgen, plaats, hoogstens + 1));
    }
    gevonden.sort(VOLGORDE);
    List<Gemeentestuk> rijen = gevonden.subList(0, Math.min(hoogstens, gevonden.size()));
    Optional<String> volgende =
        gevonden.size() <= hoogstens
            ? Optional.empty()
            : Optional.of(rijen.get(hoogstens - 1))
                .map(s -> new Plaats<>(dag(s), s.visie() + "/" + s.gemeente()).code());
    return new Bladzijde<>(compleet(rijen), volgende);
  }

  private static Set<String> gemeenten(Gebruiker wie) {
    return wie.toekenningen().stream()
        .map(Toekenning::gemeente)
        .filter(Objects::nonNull)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private List<Gemeentestuk> vanaf(
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
            .vraag(waar + " order by g.raadDag, g.visie")
            .setParameter("gemeente", gemeente)
            .setParameter("lopend", lopend)
            .setParameter("geen", Gemeentestuk.Wat.GEEN)
            .setMaxResults(hoogstens);
    if (!verborgen.isEmpty()) {
      vraag.setParameter("verborgen", verborgen);
    }
    na.ifPresent(p -> vraag.setParameter("dag", p.sorteer()).setParameter("na", p.id()));
    return Stukregels.lees(vraag);
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
    List<Gemeentestuk> rij =
        Stukregels.lees(
            regels
                .vraag("g.visie = :visie and g.gemeente = :gemeente and g.wat <> :geen")
                .setParameter("visie", visie)
                .setParameter("gemeente", gemeente)
                .setParameter("geen", Gemeentestuk.Wat.GEEN));
    return compleet(rij).stream().findFirst();
  }

  /** What stands beside the rows is read for the whole page at once. */
  private List<Regiostuk> compleet(List<Gemeentestuk> stukken) {
    if (stukken.isEmpty()) {
      return List.of();
    }
    Set<String> ids = stukken.stream().map(Gemeentestuk::visie).collect(Collectors.toSet());
    Map<String, Regiovisie> perVisie = visies.visies(ids);
    Map<String, List<Stap>> nu = visies.lopend(ids);
    Map<String, Versie> nieuwste = versies.nieuwste(ids);
    Map<String, VisieStand> stand = standen.laatste(ids);
    Map<String, Instant> gewijzigd = regels.gewijzigd(ids);
    Map<String, List<AgendaTaak>> open =
        agenda
            .vanVisies(ids, stukken.stream().map(Gemeentestuk::gemeente).collect(Collectors.toSet()))
            .stream()
            .collect(Collectors.groupingBy(AgendaTaak::visie));
    return stukken.stream()
        .map(
            s ->
                new Regiostuk(
                    s,
                    perVisie.get(s.visie()),
                    nu.getOrDefault(s.visie(), List.of()),
                    aanleveren(s),
                    ontbreekt(s, open.getOrDefault(s.visie(), List.of())),
                    Optional.ofNullable(nieuwste.get(s.visie())).map(Versiekop::van),
                    Optional.ofNullable(stand.get(s.visie())),
                    gewijzigd.get(s.visie())))
        .toList();
  }

  private Optional<LocalDate> aanleveren(Gemeentestuk s) {
    return s.raad()
        .filter(stap -> s.wat() == Gemeentestuk.Wat.BESLUIT)
        .filter(stap -> stap.toestand() == Stap.Toestand.GEPLAND || stap.toestand() == Stap.Toestand.LOOPT)
        .flatMap(stap -> termijnen.termijn(stap, Termijnbeleid.Termijnsoort.AANLEVEREN))
        .map(Termijnbeleid.Termijn::uiterlijk);
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
