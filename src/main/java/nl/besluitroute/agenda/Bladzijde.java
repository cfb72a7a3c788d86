package nl.besluitroute.agenda;

import java.util.List;
import java.util.Optional;

/**
 * A page of a list. There is no last page number: a page is found from the place where the one
 * before ended, so that the thousandth costs what the first does.
 *
 * @param volgende where the next page begins, as it stands in an address; empty on the last
 */
public record Bladzijde<T>(List<T> rijen, Optional<String> volgende) {
  public Bladzijde {
    rijen = List.copyOf(rijen);
  }
}
