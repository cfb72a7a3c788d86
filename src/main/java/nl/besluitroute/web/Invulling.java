package nl.besluitroute.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import nl.besluitroute.toegang.AccountFout;
import nl.besluitroute.regio.RegioFout;
import nl.besluitroute.signalering.SignaalFout;
import nl.besluitroute.vergaderschema.SchemaFout;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * What stands in the forms of a page: the values with which they begin, and of one form what was
 * refused and why. A form has a name; the id of a field is {@code <form>-<field>}.
 *
 * @param waarden by {@code <form>-<field>}
 * @param vorm name of the refused form, or null
 * @param veld the field that it is about; empty for the whole form
 */
public record Invulling(Map<String, String> waarden, String vorm, String veld, String zin) {

  public Invulling {
    waarden = Map.copyOf(waarden);
  }

  static Invulling leeg() {
    return new Invulling(Map.of(), null, null, null);
  }

  /** With a first value, where nothing was entered. */
  public Invulling met(String vorm, String veld, String waarde) {
    var meer = new HashMap<>(waarden);
    meer.putIfAbsent(vorm + "-" + veld, waarde == null ? "" : waarde);
    return new Invulling(meer, this.vorm, this.veld, zin);
  }

  static Invulling geweigerd(String vorm, Map<String, String> invoer, RuntimeException fout) {
    var meer = new HashMap<String, String>();
    invoer.forEach((veld, waarde) -> meer.put(vorm + "-" + veld, waarde));
    String veld =
        fout instanceof AccountFout a
            ? a.veld()
            : fout instanceof RegioFout r
                ? r.veld()
                : fout instanceof SchemaFout s ? s.veld() : fout instanceof SignaalFout g ? g.veld() : "";
    return new Invulling(meer, vorm, veld, fout.getMessage());
  }

  /** Whether this form was refused. */
  public boolean isGeweigerd(String naam) {
    return naam.equals(vorm);
  }

  public String waarde(String naam, String veldnaam) {
    return waarden.getOrDefault(naam + "-" + veldnaam, "");
  }

  /** The refusal of this field, or null. */
  public String fout(String naam, String veldnaam) {
    return naam.equals(vorm) && veldnaam.equals(veld) ? zin : null;
  }

  /** For {@code aria-describedby}: the refusal and the hint of a field, or null. */
  public String bij(String naam, String veldnaam, boolean uitleg) {
    String id = naam + "-" + veldnaam;
    String delen = (fout(naam, veldnaam) == null ? "" : "fout-" + id + " ") + (uitleg ? "uitleg-" + id : "");
    return delen.isBlank() ? null : delen.strip();
  }

  /** A day as a date field sends it; null when left empty. */
  static LocalDate dag(Map<String, String> invoer, String veld) {
    String tekst = tekst(invoer, veld);
    try {
      return tekst.isEmpty() ? null : eisRedelijk(LocalDate.parse(tekst), veld);
    } catch (DateTimeParseException e) {
      throw new AccountFout(veld, "Dit is geen datum; schrijf dag, maand en jaar.");
    }
  }

  private static LocalDate eisRedelijk(LocalDate dag, String veld) {
    if (dag.getYear() < 1900 || dag.getYear() > 2199) {
      throw new AccountFout(veld, "Kies een jaar tussen 1900 en 2199.");
    }
    return dag;
  }

  static String tekst(Map<String, String> invoer, String veld) {
    return invoer.getOrDefault(veld, "").strip();
  }

  /** @throws ResponseStatusException 404 when it is no number of ours */
  static UUID nummer(String tekst) {
    try {
      return UUID.fromString(tekst);
    } catch (IllegalArgumentException e) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
  }
}
