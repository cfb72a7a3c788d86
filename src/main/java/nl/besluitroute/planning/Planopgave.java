package nl.besluitroute.planning;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What is to be planned, and on which day that is asked. Days are days in Europe/Amsterdam.
 *
 * @param stappen in the order in which they are shown; what waits for what is in their predecessors
 * @param kalenders of the bodies that treat them
 * @param begin the day on which work without predecessors began or begins
 * @param streefdatum the day on which every step is done at the latest
 */
public record Planopgave(
    List<Planstap> stappen,
    List<Vergaderkalender> kalenders,
    LocalDate vandaag,
    LocalDate begin,
    Optional<LocalDate> streefdatum) {

  public Planopgave {
    stappen = List.copyOf(stappen);
    kalenders = List.copyOf(kalenders);
  }

  /** Begins today, without a target. */
  public Planopgave(List<Planstap> stappen, List<Vergaderkalender> kalenders, LocalDate vandaag) {
    this(stappen, kalenders, vandaag, vandaag, Optional.empty());
  }

  public Planopgave begin(LocalDate dag) {
    return new Planopgave(stappen, kalenders, vandaag, dag, streefdatum);
  }

  public Planopgave streefdatum(LocalDate dag) {
    return new Planopgave(stappen, kalenders, vandaag, begin, Optional.of(dag));
  }
}
