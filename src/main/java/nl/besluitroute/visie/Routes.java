package nl.besluitroute.visie;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import nl.besluitroute.regio.Orgaan;

/** Port: the routes that are deployed. Implemented by the engine adapter. */
public interface Routes {
  /** In the key of a route that one vision follows alone; {@link #alle} leaves these out. */
  String EIGEN = "__";

  /**
   * A deployed version of a route.
   *
   * @param sinds when it was deployed
   */
  record Route(String sleutel, String versie, int volgnummer, Instant sinds, RouteModel model) {}

  /**
   * What the grammar says of a drawing.
   *
   * @param model present when nothing was found
   */
  record Oordeel(Optional<RouteModel> model, List<Routebevinding> bevindingen) {}

  /** The newest version of a route, by its key. */
  Optional<Route> nieuwste(String sleutel);

  /**
   * A version that is or was deployed.
   *
   * @throws IllegalArgumentException when there is no such version
   */
  Route versie(String versie);

  /** The newest version of each route, by name; without those that one vision follows alone. */
  List<Route> alle();

  /** All versions of a route, the newest first; empty when there is no such route. */
  List<Route> versies(String sleutel);

  /** Judges a drawing of any origin by the grammar; leaves no trace. */
  Oordeel keur(byte[] bpmn);

  /**
   * The route's model as BPMN 2.0 XML in UTF-8, as it was deployed.
   *
   * @throws IllegalArgumentException when there is no such version
   */
  byte[] bpmn(String versie);

  /**
   * The model of a block with which this version of a route was deployed, as BPMN 2.0 XML in UTF-8.
   *
   * @throws IllegalArgumentException when there is no such version
   */
  byte[] blok(String versie, Bloksoort soort);

  /**
   * Deploys a route together with the blocks and forms; the same bytes give the same version.
   *
   * @throws RouteGeweigerd when the grammar or the allow-list refuses the model
   */
  Route voegToe(String bestandsnaam, byte[] bpmn);

  /** A route that is not deployed. */
  record Ontwerp(byte[] bpmn, RouteModel model) {}

  /**
   * One more treatment by an overleg.
   *
   * @param sleutel key of the route that it makes
   * @param id element id of the new step
   * @param ronde the round that it belongs to
   */
  record ExtraOverleg(
      String sleutel,
      String id,
      Orgaan orgaan,
      Doel doel,
      String ronde,
      int aanlevertermijn,
      int vastlegtermijn,
      Routewijziging.Plek plek,
      String bij) {}

  /**
   * A version of a route with one more treatment drawn into it; deploys nothing.
   *
   * @throws RouteGeweigerd when the grammar refuses the outcome
   */
  Ontwerp metOverleg(String versie, ExtraOverleg extra);

  /**
   * Walks a route.
   *
   * @param bpmn a model that the grammar accepts
   */
  Wandeling wandeling(byte[] bpmn);

  /** A route to walk on. */
  interface Wandeling {
    /**
     * Where the text is: the route is walked from the start past everything that is behind it. A way
     * back is never taken; another answer that leads on is, when its outcome was given.
     *
     * @param voorbij whether a block or moment is behind the text
     * @param uitkomsten the outcome of blocks that are behind it, by element
     * @return blocks and moments to stop at, joins (once for each branch that waits there), or the end
     */
    List<String> rust(Predicate<String> voorbij, Map<String, String> uitkomsten);

    /** All elements that an element leads to without a way back, by any answer. */
    Set<String> na(String element);
  }
}
