package nl.besluitroute.visie;

import java.util.Optional;

/** A change of the route of a running vision. */
public sealed interface Routewijziging {

  /** A step that is planned or under way is not done; what was recorded in it stays. */
  record Overslaan(String element) implements Routewijziging {}

  /**
   * A step that is done, or was skipped, is treated (again): the text goes back to it.
   *
   * @param ookErna whether what was done behind it is done again too; else the text passes that
   */
  record Herhalen(String element, boolean ookErna) implements Routewijziging {}

  /**
   * A body of the region that the route does not name treats the text as well.
   *
   * @param orgaan id of an overleg of the region
   * @param plek after or before which step
   * @param element the step that it comes after or before
   */
  record Toevoegen(String orgaan, Doel doel, Plek plek, String element) implements Routewijziging {}

  /** Where an added body comes. */
  enum Plek {
    NA,
    VOOR
  }

  /**
   * The vision goes on by the newest version of a route, its own or another.
   *
   * @param route key of the route
   * @param regel the adoption rule from then on; empty when it stays
   */
  record Verplaatsen(String route, Optional<Vaststellingsregel> regel) implements Routewijziging {}
}
