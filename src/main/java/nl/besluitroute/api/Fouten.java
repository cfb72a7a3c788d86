package nl.besluitroute.api;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.besluitroute.agenda.OnjuisteInvoer;
import nl.besluitroute.kalender.GeschrevenDatum;

/** What is wrong with which field of what was sent, gathered so that it is refused all at once. */
final class Fouten {
  private final List<OnjuisteInvoer.Fout> fouten = new ArrayList<>();

  /** @return whether it is good; if not, the sentence stands with the field */
  boolean eis(boolean goed, String veld, String zin) {
    if (!goed) {
      fouten.add(new OnjuisteInvoer.Fout(veld, zin));
    }
    return goed;
  }

  /** @return whether the text is there */
  boolean eisTekst(String tekst, String veld, String zin) {
    return eis(tekst != null && !tekst.isBlank(), veld, zin);
  }

  /** A text that may be left out. */
  void eisHoogstens(int tekens, String tekst, String veld) {
    eis(
        tekst == null || tekst.codePointCount(0, tekst.length()) <= tekens,
        veld,
        "Dit is langer dan " + tekens + " tekens.");
  }

  /**
   * The value with this code, or null with a fault.
   *
   * @param zin what to choose, without the codes and the full stop
   */
  <E extends Enum<E>> E kies(Class<E> soort, String code, String veld, String zin) {
    E waarde = Api.waarde(soort, code).orElse(null);
    eis(waarde != null, veld, zin + ": " + Api.codes(soort) + ".");
    return waarde;
  }

  /** What was meant, or null with a fault. */
  GeschrevenDatum datum(Datum.Invoer datum, LocalDate vandaag, String veld) {
    var lezing = (datum == null ? new Datum.Invoer(null, null) : datum).lees(vandaag);
    eis(lezing.datum().isPresent(), veld, lezing.reden());
    return lezing.datum().orElse(null);
  }

  /** @throws OnjuisteInvoer with all faults, when there is one */
  void weiger() {
    if (!fouten.isEmpty()) {
      throw new OnjuisteInvoer(fouten);
    }
  }
}
