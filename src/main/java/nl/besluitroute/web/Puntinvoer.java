package nl.besluitroute.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.besluitroute.besluitvorming.Conclusie;

/**
 * What was typed for one item of a meeting, as it came in: kept word for word, so that nothing is
 * lost when it is refused.
 *
 * @param mee what holding over does as it was seen, to move the other steps along; else empty
 * @param voorbehouden text by municipality, of those that were ticked
 * @param regels without the empty ones
 */
record Puntinvoer(
    String versie,
    String conclusie,
    String reden,
    String volgende,
    String mee,
    String vervolg,
    Map<String, String> voorbehouden,
    List<Regel> regels) {

  record Regel(String tekst, String eigenaar) {}

  /**
   * Reads it from the fields of a form.
   *
   * @param taak under whose name the fields stand
   * @param velden all fields that were sent, by name
   */
  static Puntinvoer lees(String taak, Map<String, String[]> velden) {
    Map<String, String> voorbehouden = new LinkedHashMap<>();
    for (String gemeente : velden.getOrDefault(taak + ".voorbehoud", new String[0])) {
      voorbehouden.put(gemeente, een(velden, taak + ".voorbehoud." + gemeente));
    }
    String[] teksten = velden.getOrDefault(taak + ".opmerking", new String[0]);
    String[] eigenaren = velden.getOrDefault(taak + ".eigenaar", new String[0]);
    List<Regel> regels = new ArrayList<>();
    for (int i = 0; i < teksten.length; i++) {
      Regel regel = new Regel(teksten[i].strip(), i < eigenaren.length ? eigenaren[i].strip() : "");
      if (!regel.tekst().isEmpty() || !regel.eigenaar().isEmpty()) {
        regels.add(regel);
      }
    }
    return new Puntinvoer(
        een(velden, taak + ".versie"),
        een(velden, taak + ".conclusie"),
        een(velden, taak + ".reden"),
        een(velden, taak + ".volgende_datum"),
        een(velden, taak + ".mee"),
        een(velden, taak + ".vervolg"),
        voorbehouden,
        regels);
  }

  private static String een(Map<String, String[]> velden, String naam) {
    String[] waarden = velden.get(naam);
    return waarden == null || waarden.length == 0 ? "" : waarden[0].strip();
  }

  /** Whether anybody worked on it; a chosen version alone is no work. */
  boolean begonnen() {
    return !conclusie.isEmpty()
        || !reden.isEmpty()
        || !volgende.isEmpty()
        || !voorbehouden.isEmpty()
        || !regels.isEmpty();
  }

  /** As the task's form takes it; what a choice hides is left out. */
  Map<String, Object> alsFormulier(LocalDate dag) {
    Map<String, Object> invoer = new HashMap<>();
    invoer.put("datum", dag.toString());
    invoer.put("versie", leeg(versie));
    invoer.put("conclusie", leeg(conclusie));
    if (conclusie.equals(Conclusie.NVT.code())) {
      invoer.put("reden", leeg(reden));
    }
    if (conclusie.equals(Conclusie.AANGEHOUDEN.code())) {
      invoer.put("volgende_datum", leeg(volgende));
    } else {
      invoer.put("vervolg", leeg(vervolg));
    }
    invoer.put(
        "voorbehouden",
        voorbehouden.entrySet().stream().map(v -> rij("gemeente", v.getKey(), "tekst", v.getValue())).toList());
    invoer.put(
        "opmerkingen",
        regels.stream().map(r -> rij("tekst", r.tekst(), "eigenaar", r.eigenaar())).toList());
    return invoer;
  }

  private static Map<String, Object> rij(String een, String waarde, String ander, String anders) {
    Map<String, Object> rij = new HashMap<>();
    rij.put(een, leeg(waarde));
    rij.put(ander, leeg(anders));
    return rij;
  }

  private static String leeg(String tekst) {
    return tekst.isEmpty() ? null : tekst;
  }

  /** In words, for who must copy it to another place. */
  String tekst() {
    List<String> delen = new ArrayList<>();
    if (!conclusie.isEmpty()) {
      delen.add("Conclusie: " + conclusie.replace('_', ' '));
    }
    if (!reden.isEmpty()) {
      delen.add("Reden: " + reden);
    }
    if (!volgende.isEmpty()) {
      delen.add("Volgende behandeling: " + volgende);
    }
    voorbehouden.forEach((gemeente, tekst) -> delen.add("Voorbehoud " + gemeente + ": " + tekst));
    regels.forEach(r -> delen.add("- " + r.tekst() + (r.eigenaar().isEmpty() ? "" : " (" + r.eigenaar() + ")")));
    return String.join("\n", delen);
  }
}
