package nl.besluitroute.visie;

/** Port: the running route of a vision. Implemented by the engine adapter; called inside the caller's transaction. */
public interface Routeloop {

  /** Starts the vision's route. */
  void start(String visie, String routeVersie);

  /** The step's dates changed: due dates of its open tasks and their watches start anew. */
  void termijnGewijzigd(String stap);

  /** Ends the open work of a municipality that left. */
  void gemeenteVertrokken(String visie, String gemeente);

  /** Starts the decision of a municipality that joined, when the others are deciding. */
  void gemeenteToegetreden(String visie, String gemeente);

  /** Starts a further decision of a municipality in a running decision round. */
  void opnieuwBesluiten(String visie, String gemeente, int besluitronde);
}
