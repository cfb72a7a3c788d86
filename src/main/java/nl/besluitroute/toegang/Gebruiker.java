package nl.besluitroute.toegang;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

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

  /** The region's secretary; scenario files act through it unless they name another. */
  public static Gebruiker secretarisVan(Collection<String> regios) {
    return new Gebruiker(
        "secretaris",
        Rol.AMBTELIJK_SECRETARIS.naam(),
        regios.stream().map(r -> new Toekenning(Rol.AMBTELIJK_SECRETARIS, r, null)).toList());
  }

  public boolean heeft(Rol rol) {
    return toekenningen.stream().anyMatch(t -> t.rol() == rol);
  }

  /** Whether he belongs to the municipality, so that what he records there is 'bevestigd'. */
  public boolean hoortBij(String gemeente) {
    return toekenningen.stream()
        .anyMatch(t -> t.rol().legtVast() && gemeente.equals(t.gemeente()));
  }

  /** Codes of the regions in which he holds the role. */
  public Set<String> regios(Rol rol) {
    return toekenningen.stream()
        .filter(t -> t.rol() == rol && t.regio() != null)
        .map(Toekenning::regio)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Codes of the municipalities in which he holds any recording role. */
  public Set<String> gemeenten() {
    return toekenningen.stream()
        .filter(t -> t.rol().legtVast() && t.gemeente() != null)
        .map(Toekenning::gemeente)
        .collect(Collectors.toUnmodifiableSet());
  }
}
