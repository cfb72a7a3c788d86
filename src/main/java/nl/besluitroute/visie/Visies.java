package nl.besluitroute.visie;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.Toegang;
import nl.besluitroute.toegang.Toekenning;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reads visions, their participants and steps. */
@Service
@Transactional(readOnly = true)
public class Visies {
  private final VisieOpslag visies;
  private final DeelnameOpslag deelnames;
  private final StapOpslag stappen;
  private final Vertrouwelijkheden vertrouwelijkheden;
  private final Toegang toegang;
  private final Klok klok;

  Visies(
      VisieOpslag visies,
      DeelnameOpslag deelnames,
      StapOpslag stappen,
      Vertrouwelijkheden vertrouwelijkheden,
      Toegang toegang,
      Klok klok) {
    this.visies = visies;
    this.deelnames = deelnames;
    this.stappen = stappen;
    this.vertrouwelijkheden = vertrouwelijkheden;
    this.toegang = toegang;
    this.klok = klok;
  }

  /** The visions that the user may read, by title. */
  public List<Regiovisie> leesbaar(Gebruiker wie) {
    List<Regiovisie> gevonden =
        toegang.leestAlles(wie)
            ? visies.findAllByOrderByTitel()
            : visies.vanRegiosEnGemeenten(bereik(wie, Toekenning::regio), bereik(wie, Toekenning::gemeente));
    Set<String> verborgen = vertrouwelijkheden.verborgenVisies(wie);
    return gevonden.stream().filter(v -> !verborgen.contains(v.id())).toList();
  }

  private static Set<String> bereik(Gebruiker wie, Function<Toekenning, String> deel) {
    return wie.toekenningen().stream()
        .map(deel)
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  /**
   * The vision, for who may read it.
   *
   * @throws VisieNietGevonden when there is none, or it is not this user's to read
   */
  public Regiovisie leesbaar(String id, Gebruiker wie) {
    return visies
        .findById(id)
        .filter(visie -> isLeesbaar(visie, wie))
        .orElseThrow(() -> new VisieNietGevonden(id));
  }

  /** Whether the user may read this vision. */
  public boolean isLeesbaar(Regiovisie visie, Gebruiker wie) {
    List<String> gemeenten = deelnames(visie.id()).stream().map(Deelname::gemeente).toList();
    return toegang.magLezen(wie, visie.regios(), gemeenten)
        && !vertrouwelijkheden.verborgen(visie, wie);
  }

  /** Ids of the visions that the user may read. */
  public Set<String> leesbareIds(Gebruiker wie) {
    Set<String> gevonden =
        new HashSet<>(
            toegang.leestAlles(wie)
                ? visies.alleIds()
                : visies.idsVan(
                    sleutels(bereik(wie, Toekenning::regio)),
                    sleutels(bereik(wie, Toekenning::gemeente))));
    gevonden.removeAll(vertrouwelijkheden.verborgenVisies(wie));
    return gevonden;
  }

  /** Those of these that the user may read. */
  public Set<String> leesbaar(Collection<String> ids, Gebruiker wie) {
    if (toegang.leestAlles(wie)) {
      Set<String> bestaand = new HashSet<>(visies(ids).keySet());
      bestaand.removeAll(vertrouwelijkheden.verborgenVisies(wie));
      return bestaand;
    }
    Set<String> eigen = leesbareIds(wie);
    eigen.retainAll(Set.copyOf(ids));
    return eigen;
  }

  private static String[] sleutels(Collection<String> waarden) {
    return waarden.toArray(String[]::new);
  }

  /** By id; unknown ids are left out. */
  public Map<String, Regiovisie> visies(Collection<String> ids) {
    return visies.metIds(sleutels(ids)).stream()
        .collect(Collectors.toMap(Regiovisie::id, Function.identity()));
  }

  public Optional<Regiovisie> zoek(String id) {
    return visies.findById(id);
  }

  /** @throws VisieNietGevonden when there is no such vision */
  public Regiovisie visie(String id) {
    return zoek(id).orElseThrow(() -> new VisieNietGevonden(id));
  }

  /**
   * Holds the vision until the transaction ends, also while it is suspended: for who only waits his
   * turn, and leaves it to the use case what may be done.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Regiovisie houVast(String id) {
    return visies.vergrendel(id).orElseThrow(() -> new VisieNietGevonden(id));
  }

  /**
   * Holds the vision until the transaction ends, so that changes that count together (a besluit and
   * the stand over all) come one after the other.
   *
   * @throws VisieFout while the vision is suspended: who holds it means to change it
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Regiovisie vergrendel(String id) {
    Regiovisie visie = houVast(id);
    visie.eisNietOpgeschort();
    return visie;
  }

  /** All parts taken in the vision, also those that ended. */
  public List<Deelname> deelnames(String visie) {
    return deelnames.findByVisie(visie);
  }

  /** Codes of the municipalities that take part today. */
  public List<String> deelnemers(String visie) {
    LocalDate vandaag = klok.vandaag();
    return deelnames(visie).stream()
        .filter(d -> d.op(vandaag))
        .map(Deelname::gemeente)
        .sorted()
        .toList();
  }

  /** In the order of the route. */
  public List<Stap> stappen(String visie) {
    return stappen.findByVisieOrderByVolgordeAscIdAsc(visie);
  }

  /** @throws VisieFout when there is no such step */
  public Stap stap(String id) {
    return stappen.findById(id).orElseThrow(() -> new VisieFout("Er is geen stap " + id + "."));
  }

  /** The number of the newest decision round; 1 while there was no second. */
  public int laatsteBesluitronde(String visie) {
    return stappen(visie).stream().mapToInt(Stap::besluitronde).max().orElse(1);
  }

  public List<Stap> stappen(Collection<String> ids) {
    return stappen.metIds(sleutels(ids));
  }
}
