package nl.besluitroute.proces.route;

import java.util.List;
import java.util.Optional;
import nl.besluitroute.visie.RouteGeweigerd;
import nl.besluitroute.visie.Routebevinding;
import nl.besluitroute.visie.RouteModel;

/**
 * What the grammar says of a drawn route: its model, or what is wrong with it. The written grammar
 * is {@code src/docs/grammatica.md}.
 *
 * @param model present when there are no faults
 * @param fouten in the order of the drawing
 */
public record Routekeuring(Optional<RouteModel> model, List<Routebevinding> fouten) {

  public Routekeuring {
    fouten = List.copyOf(fouten);
  }

  /** Reads and judges a BPMN file of any origin. Never throws for what the file holds. */
  public static Routekeuring van(byte[] bpmn) {
    Toelatingslijst lijst = Toelatingslijst.standaard();
    Knoop wortel;
    try {
      wortel = new Xmllezer(lijst).lees(bpmn);
    } catch (Xmllezer.Onleesbaar e) {
      return new Routekeuring(
          Optional.empty(), List.of(new Routebevinding("", "", e.getMessage())));
    }
    List<Routebevinding> fouten = new Routevalidator(lijst).keur(wortel);
    return new Routekeuring(
        fouten.isEmpty() ? Optional.of(Routelezer.lees(wortel)) : Optional.empty(), fouten);
  }

  /**
   * The model of a route that must be right.
   *
   * @throws RouteGeweigerd with a sentence for each fault
   */
  public RouteModel eis() {
    return model.orElseThrow(
        () -> new RouteGeweigerd(fouten.stream().map(Routebevinding::zin).toList()));
  }
}
