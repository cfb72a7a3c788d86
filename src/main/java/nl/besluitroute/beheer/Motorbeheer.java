package nl.besluitroute.beheer;

import java.time.Instant;
import java.util.List;

/** Port: the state of the engine that carries the routes. Implemented by the engine adapter. */
public interface Motorbeheer {

  /**
   * Work of the engine that failed as often as it is tried.
   *
   * @param visie id of the vision, or null when it belongs to none
   * @param stap id of the step, or null
   * @param gemeente code of the municipality, or null
   * @param werk what was to be done, in the engine's words
   * @param melding the last message, may be empty
   * @param sinds when it was given up
   */
  record Storing(
      String job, String visie, String stap, String gemeente, String werk, String melding, Instant sinds) {}

  /**
   * How much the engine holds.
   *
   * @param wacht jobs that wait, for their moment or for a thread
   * @param nu those of them whose moment has come
   */
  record Omvang(long wacht, long nu, long uitrollen, long routeversies, long lopend) {}

  /** The oldest first. */
  List<Storing> storingen(int hoogstens);

  long aantalStoringen();

  Omvang omvang();

  /**
   * Lets the engine try again, as often as it does with new work, inside the caller's transaction.
   *
   * @return what is tried again
   * @throws IllegalArgumentException when this is no failed work (any more)
   */
  Storing probeerOpnieuw(String job);
}
