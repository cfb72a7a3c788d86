package nl.besluitroute.proces;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.besluitroute.agenda.OnjuisteInvoer;
import nl.besluitroute.kalender.GeschrevenDatum;

/**
 * What was entered on a form, already checked against it: required fields are there, texts fit,
 * choices exist. Travels with its {@link Opdracht} and ends with it.
 */
record Invoer(Map<String, Object> velden) {

  /** Null when left open. */
  String tekst(String veld) {
    return (String) velden.get(veld);
  }

  LocalDate datum(String veld) {
    return LocalDate.parse(tekst(veld));
  }

  Integer getal(String veld) {
    return (Integer) velden.get(veld);
  }

  /**
   * A date as somebody writes it; what cannot be read is refused, with the reason.
   *
   * @param nabij a year that is not written is the one nearest to this day
   */
  Optional<GeschrevenDatum> geschreven(String veld, LocalDate nabij) {
    Object waarde = velden.get(veld);
    if (waarde == null) {
      return Optional.empty();
    }
    if (waarde instanceof GeschrevenDatum datum) {
      return Optional.of(datum); // A scenario says what it means, beside what is written.
    }
    String tekst = (String) waarde;
    GeschrevenDatum.Lezing lezing = GeschrevenDatum.lees(tekst, nabij);
    if (lezing.datum().isEmpty()) {
      throw new OnjuisteInvoer(veld, lezing.reden());
    }
    return lezing.datum();
  }

  @SuppressWarnings("unchecked")
  List<Invoer> lijst(String veld) {
    List<Map<String, Object>> rijen = (List<Map<String, Object>>) velden.get(veld);
    return rijen == null ? List.of() : rijen.stream().map(Invoer::new).toList();
  }
}
