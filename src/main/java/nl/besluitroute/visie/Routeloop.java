package nl.besluitroute.visie;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Port: the running route of a vision. Implemented by the engine adapter; called inside the caller's transaction. */
public interface Routeloop {

  /** Starts the vision's route. */
  void start(String visie, String routeVersie);

  /**
   * Starts the vision's route half-way: what is done or skipped is behind it.
   *
   * @param rust where the text is, as {@link Routes.Wandeling#rust} gives it
   */
  void startBij(String visie, String routeVersie, List<String> rust);

  /**
   * Brings the running route to another place, of the same or another version or route. What stays
   * keeps its open work and its place inside; all other open work ends.
   *
   * @param blijft elements of blocks that go on as they are
   * @param begint elements at which the route begins anew: blocks, moments, joins (one for each branch
   *     that waits there) or an end
   */
  void verplaats(String visie, String routeVersie, Set<String> blijft, List<String> begint);

  /**
   * The dates or terms of steps changed: due dates of their open tasks follow, and the watches of
   * these start anew. A task for which nothing is different keeps its watch as it is, and so does
   * one of a suspended vision until that is resumed.
   *
   * @return ids of the steps of which a task got another term
   */
  Set<String> termijnGewijzigd(Collection<Stap> stappen);

  /**
   * Suspends the route with all that it called: no work can be completed, no moment comes and no
   * watch reminds. The open work stays where it is and has no term.
   */
  void schortOp(String visie);

  /**
   * Resumes it. Open work has the term of its step's date as that is now; a watch whose term became
   * another one starts anew, and any other goes on from where it stood.
   */
  void hervat(String visie);

  /** Ends the open work of a municipality that left. */
  void gemeenteVertrokken(String visie, String gemeente);

  /** Starts the decision of a municipality that joined, when the others are deciding. */
  void gemeenteToegetreden(String visie, String gemeente);

  /**
   * Starts a further decision of a municipality in a running decision round.
   *
   * @return whether such a round is running
   */
  boolean opnieuwBesluiten(String visie, String gemeente, int besluitronde);
}
