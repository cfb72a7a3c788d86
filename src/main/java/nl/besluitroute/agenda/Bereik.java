package nl.besluitroute.agenda;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.besluitroute.regio.Orgaansoort;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.Rol;
import nl.besluitroute.visie.Stap;

/**
 * The open work that somebody may record, as {@link nl.besluitroute.toegang.Toegang} says it, in
 * conditions on {@code agenda_taak t}. Each condition is answered by one index in the order of the
 * list, and no row meets two of them: so the first page is merged from the first rows of each, and a
 * count is the sum of their counts.
 */
final class Bereik {
  private final List<String> takken = new ArrayList<>();
  private final Map<String, Object> waarden = new HashMap<>();

  Bereik(Gebruiker wie, Set<String> verborgenVisies) {
    Set<String> regios = new TreeSet<>(wie.regios(Rol.AMBTELIJK_SECRETARIS));
    String buiten = "";
    if (!regios.isEmpty()) {
      waarden.put("regios", regios);
      regios.forEach(r -> takken.add("t.regio = " + waarde("regio", r)));
      buiten = " and t.regio not in (:regios)";
      for (String regio : regios) {
        takken.add("t.mede_regio = " + waarde("mede", regio) + buiten);
      }
      buiten += " and (t.mede_regio is null or t.mede_regio not in (:regios))";
    }
    for (String overleg : new TreeSet<>(wie.overleggen(Rol.AMBTELIJK_SECRETARIS))) {
      takken.add("t.groep = " + waarde("groep", overleg) + buiten);
    }
    Set<String> raden = wie.gemeenten(Orgaansoort.RAAD);
    Set<String> colleges = wie.gemeenten(Orgaansoort.COLLEGE);
    for (String gemeente : union(raden, colleges)) {
      String soorten =
          soorten(
              s ->
                  s == Orgaansoort.RAAD && raden.contains(gemeente)
                      || s == Orgaansoort.COLLEGE && colleges.contains(gemeente));
      takken.add("t.gemeente = " + waarde("gemeente", gemeente) + " and t.stapsoort in (" + soorten + ")" + buiten);
    }
    if (!verborgenVisies.isEmpty()) {
      waarden.put("verborgen", verborgenVisies);
      takken.replaceAll(tak -> tak + " and t.visie not in (:verborgen)");
    }
  }

  private static Set<String> union(Set<String> een, Set<String> ander) {
    return Stream.of(een, ander).flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
  }

  private static String soorten(Predicate<Orgaansoort> bestuursorgaan) {
    return Stream.of(Stap.Soort.values())
        .filter(Stap.Soort::lokaal)
        .filter(s -> bestuursorgaan.test(s.bestuursorgaan()))
        .map(s -> "'" + s + "'")
        .collect(Collectors.joining(", "));
  }

  private String waarde(String soort, String waarde) {
    String naam = soort + takken.size();
    waarden.put(naam, waarde);
    return ":" + naam;
  }

  boolean leeg() {
    return takken.isEmpty();
  }

  List<String> takken() {
    return takken;
  }

  /** All of it in one condition, for who has an index on something narrower. */
  String samen() {
    return takken.stream().collect(Collectors.joining(") or (", "((", "))"));
  }

  Map<String, Object> waarden() {
    return waarden;
  }
}
