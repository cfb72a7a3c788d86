package nl.besluitroute.visie;

/**
 * Identifies a step: {@code <visie>/<element>} for a step of the route, and {@code
 * <visie>/<element>/<gemeente>/<orgaan>/<besluitronde>} for a municipality's own step in it.
 */
public record StapId(String visie, String element, String gemeente, String lokaal, Integer besluitronde) {

  public static StapId van(String visie, String element) {
    return new StapId(visie, element, null, null, null);
  }

  /**
   * @param soort a local kind of step
   * @param besluitronde 1 or more
   */
  public static StapId van(
      String visie, String element, String gemeente, Stap.Soort soort, int besluitronde) {
    return new StapId(
        visie, element, gemeente, soort.name().toLowerCase(java.util.Locale.ROOT), besluitronde);
  }

  @Override
  public String toString() {
    return gemeente == null
        ? visie + "/" + element
        : visie + "/" + element + "/" + gemeente + "/" + lokaal + "/" + besluitronde;
  }
}
