package nl.besluitroute.agenda;

import nl.besluitroute.toegang.Gebruiker;

/**
 * Port of who tells people about open work. Called in the transaction of the fact, after the row is
 * written; an exception takes the whole change back.
 */
public interface BijWerk {

  /** Work came up. */
  void klaargezet(AgendaTaak taak);

  /** The deadline watch reminded, or found the work late; see {@link AgendaTaak#wacht()}. */
  void bewaakt(AgendaTaak taak);

  /** @param aan who is to do the work, by name of the account */
  void toegewezen(AgendaTaak taak, String aan, Gebruiker door);
}
