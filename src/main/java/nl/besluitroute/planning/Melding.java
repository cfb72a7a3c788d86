package nl.besluitroute.planning;

import java.util.List;
import java.util.Optional;

/**
 * Something to know about a plan, in a sentence.
 *
 * @param stap id of the step it is about; empty for the whole plan
 * @param uitwegen what would help, each by itself; the easiest first
 */
public record Melding(Soort soort, Optional<String> stap, String zin, List<Uitweg> uitwegen) {

  public enum Soort {
    /** No meeting left in the calendar. */
    GEEN_VERGADERING(true),
    /** No possible day within its window. */
    VENSTER_GEMIST(true),
    /** Work that is not ready in any year that can be planned. */
    NOOIT_GEREED(true),
    /** Builds on a step that has no date. */
    WACHT(true),
    /** A fixed date that is too early for the stukken. */
    VASTE_DATUM_TE_VROEG(true),
    STREEFDATUM_VOORBIJ(true),
    STREEFDATUM_NIET_GEHAALD(true),
    /** A fixed or actual date before that of a step that it builds on. */
    VOOR_VOORGANGER(false),
    /** A fixed or actual date outside its window. */
    BUITEN_VENSTER(false),
    /** A fixed date that is past, and no actual one. */
    NIET_VASTGELEGD(false),
    /** An actual date that is still to come. */
    NOG_NIET_GEWEEST(false),
    /** A fixed date on which the calendar has no meeting. */
    GEEN_VERGADERDAG(false),
    /** A meeting in reces. */
    IN_RECES(false),
    /** The planned date cannot be kept. */
    VERSCHOVEN(false),
    /** Later than first planned. */
    UITLOOP(false),
    /** Two meetings on one day. */
    DUBBELE_VERGADERING(false),
    /** No steps at all. */
    LEEG(false);

    private final boolean knelpunt;

    Soort(boolean knelpunt) {
      this.knelpunt = knelpunt;
    }
  }

  public Melding {
    uitwegen = List.copyOf(uitwegen);
  }

  /** Whether the plan cannot be met because of it; else it only warns. */
  public boolean isKnelpunt() {
    return soort.knelpunt;
  }
}
