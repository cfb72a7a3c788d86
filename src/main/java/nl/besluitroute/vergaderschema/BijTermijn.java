package nl.besluitroute.vergaderschema;

import nl.besluitroute.toegang.Gebruiker;

/**
 * Port of who measures against the terms of bodies. Called once per use case, after the row is
 * written and before the transaction commits; an exception takes the whole change back.
 */
public interface BijTermijn {

  /** @param wie who changed the term; he need not plan for what is measured against it */
  void termijnVeranderd(TermijnVeranderd verandering, Gebruiker wie);
}
