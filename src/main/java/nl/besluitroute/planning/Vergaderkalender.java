package nl.besluitroute.planning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The meetings of one body, in any order; two on one day count as one, and that is said.
 * Unchanging.
 */
public final class Vergaderkalender {
  private final String id;
  private final String orgaan;
  private final List<Vergaderdag> vergaderingen;
  private final int[] dagen;

  /** On the same places as {@link #dagen}. */
  private final Vergaderdag[] eerstePerDag;

  private Vergaderkalender(String id, String orgaan, Collection<Vergaderdag> vergaderingen) {
    this.id = id;
    this.orgaan = orgaan;
    List<Vergaderdag> opDag = new ArrayList<>(vergaderingen);
    opDag.sort(Comparator.comparing(Vergaderdag::dag));
    this.vergaderingen = List.copyOf(opDag);
    int[] gevonden = new int[opDag.size()];
    Vergaderdag[] eerste = new Vergaderdag[opDag.size()];
    int aantal = 0;
    for (Vergaderdag v : opDag) {
      int dag = Dagen.van(v.dag());
      if (aantal == 0 || gevonden[aantal - 1] < dag) {
        gevonden[aantal] = dag;
        eerste[aantal++] = v;
      }
    }
    this.dagen = Arrays.copyOf(gevonden, aantal);
    this.eerstePerDag = Arrays.copyOf(eerste, aantal);
  }

  /**
   * @param orgaan name of the body, for sentences
   * @throws PlanopgaveGeweigerd for a meeting outside the years that can be planned
   */
  public static Vergaderkalender van(
      String id, String orgaan, Collection<Vergaderdag> vergaderingen) {
    for (Vergaderdag v : vergaderingen) {
      Dagen.eis(v.dag(), "De vergadering van " + orgaan);
    }
    return new Vergaderkalender(id, orgaan, vergaderingen);
  }

  public String id() {
    return id;
  }

  public String orgaan() {
    return orgaan;
  }

  /** All meetings, by day. */
  public List<Vergaderdag> vergaderingen() {
    return vergaderingen;
  }

  /** The first of the meetings on this day. */
  public Optional<Vergaderdag> op(LocalDate dag) {
    return op(Dagen.van(dag));
  }

  Optional<Vergaderdag> op(int dag) {
    int plaats = Arrays.binarySearch(dagen, dag);
    return plaats >= 0 ? Optional.of(eerstePerDag[plaats]) : Optional.empty();
  }

  /** Epoch days, rising, each once. Not to be written. */
  int[] dagen() {
    return dagen;
  }
}
