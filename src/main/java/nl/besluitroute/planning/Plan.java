package nl.besluitroute.planning;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The plan of an opgave.
 *
 * @param regels one for each step, in the order of the opgave
 * @param einde the day on which the last step is treated; empty while a step has no date
 * @param vroegsteEinde the same when nothing waits for the date as planned
 * @param uiterlijkGereed the last day on which the text must be ready: the first of the last days of
 *     delivery to an overleg or bestuursorgaan that is still to treat it
 * @param meldingen those of the plan as a whole and then those of the steps
 * @param zin the plan in one or two sentences
 */
public record Plan(
    LocalDate vandaag,
    Optional<LocalDate> streefdatum,
    List<Planregel> regels,
    Optional<LocalDate> einde,
    Optional<LocalDate> vroegsteEinde,
    Optional<LocalDate> uiterlijkGereed,
    List<Melding> meldingen,
    String zin) {

  public Plan {
    regels = List.copyOf(regels);
    meldingen = List.copyOf(meldingen);
  }

  /** @throws PlanopgaveGeweigerd when there is no such step */
  public Planregel regel(String stap) {
    for (Planregel r : regels) {
      if (r.stap().equals(stap)) {
        return r;
      }
    }
    throw new PlanopgaveGeweigerd("De planning heeft geen stap " + stap + ".");
  }

  /** The steps that set the end; the bepalende raad or raden. */
  public List<Planregel> bepalend() {
    return regels.stream().filter(Planregel::bepalend).toList();
  }

  /** Whether nothing stands in the way of it. */
  public boolean haalbaar() {
    return meldingen.stream().noneMatch(Melding::isKnelpunt);
  }

  /** Whether the target holds; empty without a target. */
  public Optional<Boolean> streefdatumGehaald() {
    return streefdatum.map(s -> einde.isPresent() && !einde.get().isAfter(s));
  }
}
