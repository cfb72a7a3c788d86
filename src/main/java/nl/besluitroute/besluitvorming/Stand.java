package nl.besluitroute.besluitvorming;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Where the decision-making over a text stands, with the reasons. Computed by {@link
 * Standbepaling}; nobody sets it.
 *
 * @param gemeenten one per municipality that counts, by code
 * @param vastOp the day on which the adoption rule was met
 * @param nodig what is still needed, in Dutch sentences; empty when adopted
 */
public record Stand(
    Waarde waarde, List<GemeenteStand> gemeenten, Optional<LocalDate> vastOp, List<String> nodig) {

  /** The verdict over all. */
  public enum Waarde {
    OPEN("open"),
    VASTGESTELD("vastgesteld"),
    AFWIJKEND("afwijkend vastgesteld"),
    DEELS("deels vastgesteld"),
    NIET("niet vastgesteld");

    private final String naam;

    Waarde(String naam) {
      this.naam = naam;
    }

    public String naam() {
      return naam;
    }

    /** As gateways name it. */
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** What one municipality's decision is worth. */
  public enum Weging {
    OPEN("nog open"),
    VASTGESTELD("vastgesteld"),
    AFWIJKEND("afwijkend vastgesteld"),
    ANDERE_TEKST("telt niet mee"),
    NIET("niet vastgesteld");

    private final String naam;

    Weging(String naam) {
      this.naam = naam;
    }

    public String naam() {
      return naam;
    }
  }

  /**
   * One municipality.
   *
   * @param besluit the besluit that counts for it, the latest that was taken
   * @param reden one Dutch sentence
   */
  public record GemeenteStand(
      String gemeente, Weging weging, Optional<Besluit> besluit, String reden) {}

  /** The same with these municipalities. */
  public Stand met(List<GemeenteStand> gemeenten) {
    return new Stand(waarde, gemeenten, vastOp, nodig);
  }

  public long aantal(Weging weging) {
    return gemeenten.stream().filter(g -> g.weging() == weging).count();
  }

  /** '4 van 7 vastgesteld', with what else there is. */
  public String zin() {
    StringBuilder zin =
        new StringBuilder()
            .append(aantal(Weging.VASTGESTELD))
            .append(" van ")
            .append(gemeenten.size())
            .append(" vastgesteld");
    voegToe(zin, aantal(Weging.AFWIJKEND), "afwijkend");
    voegToe(zin, aantal(Weging.ANDERE_TEKST), "op een andere tekst");
    voegToe(zin, aantal(Weging.NIET), "niet");
    voegToe(zin, aantal(Weging.OPEN), "nog open");
    return zin.toString();
  }

  private static void voegToe(StringBuilder zin, long aantal, String wat) {
    if (aantal > 0) {
      zin.append("; ").append(aantal).append(' ').append(wat);
    }
  }
}
