package nl.besluitroute.visie;

import java.util.List;

/** A model that is no route; each sentence names the element and the mend. */
public class RouteGeweigerd extends RuntimeException {
  private final List<String> zinnen;

  public RouteGeweigerd(List<String> zinnen) {
    super(String.join(" ", zinnen));
    this.zinnen = List.copyOf(zinnen);
  }

  public List<String> zinnen() {
    return zinnen;
  }
}
