package nl.besluitroute.visie;

import java.util.Optional;
import java.util.UUID;
import nl.besluitroute.kalender.GeschrevenDatum;
import nl.besluitroute.toegang.Gebruiker;

/**
 * Port of who tells people that a step got another date. Called in the transaction of the change,
 * once per step and after it has its new date; an exception takes the whole change back.
 */
public interface BijVerzetten {

  /** What gave the step another date. */
  enum Door {
    /** Its body did not conclude: it comes back in a later meeting. */
    AANGEHOUDEN,
    /** The planning changed, or its meeting did. */
    PLANNING
  }

  /**
   * @param was the date before, as written; empty when it had none
   * @param stond the meeting on which it stood before
   * @param reden why; null when none was given
   */
  void verzet(
      Stap stap,
      Optional<GeschrevenDatum> was,
      Optional<UUID> stond,
      Door door,
      String reden,
      Gebruiker wie);
}
