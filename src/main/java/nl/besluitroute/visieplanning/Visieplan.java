package nl.besluitroute.visieplanning;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.besluitroute.kalender.GeschrevenDatum;
import nl.besluitroute.planning.Plan;
import nl.besluitroute.planning.Planregel;
import nl.besluitroute.visie.Stap;

/**
 * The plan of a vision as it follows now from its route, its steps and the calendars. Its lines are
 * steps, dates that the route waits for, and the wethoudersstaf before a college.
 *
 * @param voorstellen dates that the plan gives to steps that have another, or none
 * @param kenmerk of these proposals; they are accepted only while they are still the same
 * @param wachtenden what waits for a step and is still to be treated, by the id that the plan gives
 *     the step
 * @param parafering working days of it that are counted before a college's stukken are delivered, by
 *     the id of its step
 * @param zonderSchema names of bodies that treat a step and have no meetings in their calendar: their
 *     steps are planned on working days
 */
public record Visieplan(
    Plan plan,
    List<Voorstel> voorstellen,
    String kenmerk,
    Map<String, List<Planregel>> wachtenden,
    Map<String, Integer> parafering,
    List<String> zonderSchema) {

  public Visieplan {
    voorstellen = List.copyOf(voorstellen);
    wachtenden = Map.copyOf(wachtenden);
    parafering = Map.copyOf(parafering);
    zonderSchema = List.copyOf(zonderSchema);
  }

  /**
   * Another date for a step.
   *
   * @param stap id
   * @param nu as planned now, as written
   * @param vergadering id of the meeting on that day, where the calendar has one
   */
  public record Voorstel(
      String stap, String naam, Optional<GeschrevenDatum> nu, LocalDate wordt, Optional<UUID> vergadering) {}

  /** The line of a step; empty for one that is no part of the plan, as a block of municipalities. */
  public Optional<Planregel> van(Stap stap) {
    return regel(Opgavebouwer.planId(stap));
  }

  /** What waits for a step; empty for the last ones. */
  public List<Planregel> wachtOp(Stap stap) {
    return wachtenden.getOrDefault(Opgavebouwer.planId(stap), List.of());
  }

  /** As {@link #van}, by the id that the plan gives a step. */
  public Optional<Planregel> regel(String stap) {
    return plan.regels().stream().filter(r -> r.stap().equals(stap)).findFirst();
  }
}
