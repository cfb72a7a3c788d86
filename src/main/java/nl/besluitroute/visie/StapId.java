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

  /** @throws IllegalArgumentException when the text is no step's id */
  public static StapId lees(String id) {
    String[] delen = id.split("/");
    return switch (delen.length) {
      case 2 -> van(delen[0], delen[1]);
      case 5 -> new StapId(delen[0], delen[1], delen[2], delen[3], Integer.valueOf(delen[4]));
      default -> throw new IllegalArgumentException("Geen stap: " + id);
    };
  }

  @Override
  public String toString() {
    return gemeente == null
        ? visie + "/" + element
        : visie + "/" + element + "/" + gemeente + "/" + lokaal + "/" + besluitronde;
  }
}
