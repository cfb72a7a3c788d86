package nl.besluitroute.proces;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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
   * A date as somebody writes it; a year that is not written is the one nearest to a day.
   *
   * @throws OnjuisteInvoer when it cannot be read, with the reason
   */
  GeschrevenDatum geschreven(String veld, LocalDate nabij) {
    return lees(veld, tekst -> GeschrevenDatum.lees(tekst, nabij));
  }

  /**
   * The next meeting after one on a day, as somebody writes it; null when left open.
   *
   * @throws OnjuisteInvoer when it cannot be read, or does not come after that day
   */
  GeschrevenDatum volgende(String veld, LocalDate na) {
    if (velden.get(veld) == null) {
      return null;
    }
    GeschrevenDatum datum = lees(veld, tekst -> GeschrevenDatum.leesVanaf(tekst, na));
    if (!datum.laatste().isAfter(na)) {
      throw new OnjuisteInvoer(veld, "De volgende vergadering komt na deze.");
    }
    return datum;
  }

  private GeschrevenDatum lees(String veld, Function<String, GeschrevenDatum.Lezing> lezer) {
    Object waarde = velden.get(veld);
    if (waarde instanceof GeschrevenDatum datum) {
      return datum; // A scenario says what it means, beside what is written.
    }
    GeschrevenDatum.Lezing lezing = lezer.apply((String) waarde);
    return lezing.datum().orElseThrow(() -> new OnjuisteInvoer(veld, lezing.reden()));
  }

  @SuppressWarnings("unchecked")
  List<Invoer> lijst(String veld) {
    List<Map<String, Object>> rijen = (List<Map<String, Object>>) velden.get(veld);
    return rijen == null ? List.of() : rijen.stream().map(Invoer::new).toList();
  }
}
