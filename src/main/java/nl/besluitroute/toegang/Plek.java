package nl.besluitroute.toegang;

import java.util.Collection;
import java.util.List;
import nl.besluitroute.regio.Orgaansoort;

/**
 * Where something is recorded or planned: in regions, with an overleg of theirs, or with a body of a
 * municipality. What {@link Toegang} is asked about.
 *
 * @param regios codes of the vision's regions
 * @param orgaan id of the body; null for a region's own work
 * @param gemeente code of the municipality, for local work; else null
 * @param soort kind of the municipality's body, for local work; else null
 */
public record Plek(Collection<String> regios, String orgaan, String gemeente, Orgaansoort soort) {

  public Plek {
    regios = List.copyOf(regios);
  }

  /** What belongs to the regions as a whole. */
  public static Plek regionaal(Collection<String> regios) {
    return new Plek(regios, null, null, null);
  }

  public boolean lokaal() {
    return gemeente != null;
  }
}
