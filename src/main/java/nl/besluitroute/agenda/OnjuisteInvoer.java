package nl.besluitroute.agenda;

import java.util.List;

/** What was entered is refused, field by field; nothing was changed. */
public class OnjuisteInvoer extends RuntimeException {

  /**
   * One fault.
   *
   * @param veld key of the form's field, with the place in a list as {@code opmerkingen[1].tekst};
   *     empty for the form as a whole
   * @param zin Dutch sentence
   */
  public record Fout(String veld, String zin) {}

  private final List<Fout> fouten;

  public OnjuisteInvoer(List<Fout> fouten) {
    super(String.join(" ", fouten.stream().map(Fout::zin).toList()));
    this.fouten = List.copyOf(fouten);
  }

  public OnjuisteInvoer(String veld, String zin) {
    this(List.of(new Fout(veld, zin)));
  }

  public List<Fout> fouten() {
    return fouten;
  }
}
