package nl.besluitroute.agenda;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.besluitroute.besluitvorming.Behandeling;
import nl.besluitroute.regio.Orgaan;
import nl.besluitroute.visie.Regiovisie;
import nl.besluitroute.visie.Stap;

/**
 * A meeting: what one overleg treats on one day, over all visions.
 *
 * @param dag in Europe/Amsterdam
 * @param verzenden last day for sending the stukken: the earliest of its items' terms
 * @param punten in the order in which they are treated
 */
public record Vergadering(Orgaan orgaan, LocalDate dag, LocalDate verzenden, List<Punt> punten) {

  public Vergadering {
    punten = List.copyOf(punten);
  }

  /**
   * One item.
   *
   * @param behandeling empty while the text has not come to this overleg
   * @param taak the open work at this step; empty when there is none, or the item was treated
   */
  public record Punt(
      Regiovisie visie, Stap stap, Optional<Behandeling> behandeling, Optional<AgendaTaak> taak) {

    /** Whether what was concluded on this day is recorded. */
    public boolean verwerkt() {
      return behandeling.flatMap(Behandeling::conclusie).isPresent();
    }

    /** Whether the conclusion can be recorded now, as far as the route is. */
    public boolean wachtOpConclusie() {
      return taak.filter(t -> t.soort().equals("taak_conclusieVastleggen")).isPresent();
    }
  }

  /** How many items have no recorded conclusion. */
  public long teVerwerken() {
    return punten.stream().filter(punt -> !punt.verwerkt()).count();
  }
}
