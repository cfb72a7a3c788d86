package nl.besluitroute.vergaderschema;

import java.util.List;
import nl.besluitroute.toegang.Gebruiker;

/**
 * Port of who depends on meetings. Called once per use case, after the rows are written and before
 * the transaction commits; an exception takes the whole change back.
 */
public interface BijVergaderdatum {

  /** @param veranderingen at least one, all of one body, each meeting once */
  void veranderd(List<VergaderdatumVeranderd> veranderingen, Gebruiker wie);
}
