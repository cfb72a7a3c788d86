package nl.besluitroute.visie;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Port: the routes that are deployed. Implemented by the engine adapter. */
public interface Routes {

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

  /** The newest version of each route, by name. */
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
}
