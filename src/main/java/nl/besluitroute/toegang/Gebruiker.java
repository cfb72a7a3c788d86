package nl.besluitroute.toegang;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.besluitroute.regio.Orgaansoort;

/**
 * Who acts, with the roles that he holds at that moment.
 *
 * @param naam the account's name
 * @param weergave how he stands in the journal and on screen: a function, no person's name is needed
 */
public record Gebruiker(String naam, String weergave, List<Toekenning> toekenningen) {

  public Gebruiker {
    toekenningen = List.copyOf(toekenningen);
  }

  /** The regions' secretary; scenario files act through it unless they name another. */
  public static Gebruiker secretarisVan(Collection<String> regios) {
    return new Gebruiker(
        "secretaris",
        Rol.AMBTELIJK_SECRETARIS.naam(),
        regios.stream().map(r -> Toekenning.inRegio(Rol.AMBTELIJK_SECRETARIS, r)).toList());
  }

  public boolean heeft(Rol rol) {
    return toekenningen.stream().anyMatch(t -> t.rol() == rol);
  }

  /**
   * Whether he records what this kind of body of the municipality did, so that it is 'bevestigd'
   * and not 'gemeld'.
   */
  public boolean legtVastVoor(String gemeente, Orgaansoort soort) {
    return toekenningen.stream()
        .anyMatch(t -> gemeente.equals(t.gemeente()) && t.rol().legtVastVoor(soort));
  }

  /** Whether he records anything for the municipality. */
  public boolean hoortBij(String gemeente) {
    return gemeenten().contains(gemeente);
  }

  /** Codes of the whole regions in which he holds the role. */
  public Set<String> regios(Rol rol) {
    return toekenningen.stream()
        .filter(t -> t.rol() == rol && t.regio() != null && t.orgaan() == null)
        .map(Toekenning::regio)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Ids of the overleggen to which the role is limited. */
  public Set<String> overleggen(Rol rol) {
    return toekenningen.stream()
        .filter(t -> t.rol() == rol && t.orgaan() != null)
        .map(Toekenning::orgaan)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Codes of the municipalities in which he holds any recording role. */
  public Set<String> gemeenten() {
    return toekenningen.stream()
        .filter(t -> t.rol().legtVast() && t.gemeente() != null)
        .map(Toekenning::gemeente)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Codes of the municipalities for whose body of this kind he records. */
  public Set<String> gemeenten(Orgaansoort soort) {
    return toekenningen.stream()
        .filter(t -> t.gemeente() != null && t.rol().legtVastVoor(soort))
        .map(Toekenning::gemeente)
        .collect(Collectors.toUnmodifiableSet());
  }
}
