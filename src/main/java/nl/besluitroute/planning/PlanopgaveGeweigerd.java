package nl.besluitroute.planning;

/**
 * What was asked is no planning at all: a step that does not exist, steps that wait for each other,
 * a negative term. The message is a Dutch sentence. A plan that cannot be met is no error: {@link
 * Plan#meldingen()} says so.
 */
public class PlanopgaveGeweigerd extends RuntimeException {
  public PlanopgaveGeweigerd(String zin) {
    super(zin);
  }
}
