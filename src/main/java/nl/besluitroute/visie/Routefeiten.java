package nl.besluitroute.visie;

import java.util.List;
import java.util.Map;

/**
 * Port: what others know of a vision, for working out a change of its route. Implemented by the
 * engine adapter; changes nothing.
 */
public interface Routefeiten {

  /** A piece of open work: the engine's task, its step, its kind and its name. */
  record OpenWerk(String taak, String stap, String soort, String naam) {}

  /** The open work, as the agenda has it. */
  List<OpenWerk> openWerk(String visie);

  /** What each block that has been treated gave as its outcome, by element, as gateways name it. */
  Map<String, String> uitkomsten(String visie);

  /** Whether the pieces for the step's open treatment were sent already. */
  boolean verzonden(String stap);

  /** Codes of the municipalities whose besluit does not count on the version in force. */
  List<String> moetenBesluiten(String visie);

  /** The stand under a rule, as a clause. */
  String stand(String visie, Vaststellingsregel regel);
}
