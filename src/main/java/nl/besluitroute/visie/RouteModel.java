package nl.besluitroute.visie;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.besluitroute.regio.Orgaansoort;

/**
 * A route as planner and screens read it. The planned path follows the default answer of every
 * gateway.
 *
 * @param sleutel key of the route
 * @param blokken all blocks: those of the planned path in its order (branch after branch where they
 *     run in parallel), then those that only another answer leads to
 * @param momenten dates that the route waits for
 * @param voorgangers per block or moment the blocks and moments that directly precede it on the
 *     planned path; a DAG, empty lists at the beginning. What only another answer leads to follows
 *     what precedes that gateway
 * @param spoor the planned path as a track: a sequence of steps and parallel branches
 * @param keuzes the answers that leave the planned path
 */
public record RouteModel(
    String sleutel,
    String naam,
    List<Blok> blokken,
    List<Moment> momenten,
    Map<String, List<String>> voorgangers,
    List<Spoor> spoor,
    List<Keuze> keuzes) {

  public RouteModel {
    blokken = List.copyOf(blokken);
    momenten = List.copyOf(momenten);
    voorgangers = Map.copyOf(voorgangers);
    spoor = List.copyOf(spoor);
    keuzes = List.copyOf(keuzes);
  }

  /** @throws IllegalArgumentException when the route has no such block */
  public Blok blok(String elementId) {
    return blokken.stream()
        .filter(b -> b.elementId().equals(elementId))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("Route " + sleutel + " has no block " + elementId));
  }

  /** Whether the planned path passes an element; false for a step that only an earlier route had. */
  public boolean opGeplandPad(String elementId) {
    return blokken.stream().anyMatch(b -> b.gepland() && b.elementId().equals(elementId));
  }

  /** The elements that come after one on the planned path, whether directly or not. */
  public Set<String> na(String elementId) {
    Set<String> erna = new HashSet<>();
    boolean meer = true;
    while (meer) {
      meer = false;
      for (Map.Entry<String, List<String>> e : voorgangers.entrySet()) {
        if (e.getValue().stream().anyMatch(v -> v.equals(elementId) || erna.contains(v))) {
          meer |= erna.add(e.getKey());
        }
      }
    }
    return erna;
  }

  /**
   * A block of the route.
   *
   * @param orgaansoort the kind of body that treats or works
   * @param orgaan id of the one body, where the route names it; it goes before the kind
   * @param ronde slug of the round of treatment, such as concept or definitief
   * @param aanlevertermijn working days before the meeting
   * @param vastlegtermijn working days after the meeting
   * @param werktijd least working days for the step
   * @param overlapt element id of an overleg in another branch, after whose meeting this one comes
   *     on a version of its own, without waiting for its outcome
   * @param wieBesluit raad or college, for blocks in which municipalities decide
   * @param gepland whether the planned path passes it
   */
  public record Blok(
      String elementId,
      String naam,
      Bloksoort soort,
      Doel doel,
      Optional<Orgaansoort> orgaansoort,
      Optional<String> orgaan,
      String ronde,
      int aanlevertermijn,
      int vastlegtermijn,
      int werktijd,
      Optional<String> overlapt,
      Optional<String> wieBesluit,
      boolean gepland) {}

  /**
   * A date that the route waits for.
   *
   * @param datum ISO 8601 date, or date and time with offset, as the route gives it
   */
  public record Moment(String elementId, String naam, String datum) {}

  /** A part of the track. */
  public sealed interface Spoor {
    /** A block or a moment. */
    record Halte(String elementId) implements Spoor {}

    /** Branches that run at the same time; a branch may be empty. */
    record Parallel(List<List<Spoor>> takken) implements Spoor {
      public Parallel {
        takken = takken.stream().map(List::copyOf).toList();
      }
    }
  }

  /**
   * An answer that leaves the planned path.
   *
   * @param gateway element id
   * @param vraag the gateway's name
   * @param antwoord the flow's name
   * @param blok element id of the block whose outcome is asked for
   * @param waarde the outcome that gives this answer
   * @param naar element id of the first block, moment or end on that way
   * @param terug whether that is a step that was already passed
   */
  public record Keuze(
      String gateway,
      String vraag,
      String antwoord,
      String blok,
      String waarde,
      String naar,
      boolean terug) {}
}
