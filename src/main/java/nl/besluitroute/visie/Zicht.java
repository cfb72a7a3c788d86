package nl.besluitroute.visie;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody may see of a vision that he may read.
 *
 * @param verborgenStappen ids of steps whose contents (conclusie, opmerkingen, dictum, history) are
 *     not his to read
 * @param verborgenVersies numbers of versions whose parts and toelichting are not his to read
 * @param merken the marks in force that he may know of: that something is kept back is no secret,
 *     its ground may be
 */
public record Zicht(
    Set<String> verborgenStappen, Set<String> verborgenVersies, List<Vertrouwelijkheid> merken) {

  public Zicht {
    verborgenStappen = Set.copyOf(verborgenStappen);
    verborgenVersies = Set.copyOf(verborgenVersies);
    merken = List.copyOf(merken);
  }

  public boolean stap(String id) {
    return !verborgenStappen.contains(id);
  }

  public boolean versie(String nummer) {
    return !verborgenVersies.contains(nummer);
  }

  /** The mark on a step, when there is one. */
  public Optional<Vertrouwelijkheid> merkVanStap(String id) {
    return merken.stream().filter(m -> m.stap().filter(id::equals).isPresent()).findFirst();
  }

  /** The mark on a version, when there is one. */
  public Optional<Vertrouwelijkheid> merkVanVersie(String nummer) {
    return merken.stream().filter(m -> m.versie().filter(nummer::equals).isPresent()).findFirst();
  }

  /** The mark on the whole vision, when there is one. */
  public Optional<Vertrouwelijkheid> merkVanVisie() {
    return merken.stream().filter(m -> m.stap().isEmpty() && m.versie().isEmpty()).findFirst();
  }
}
