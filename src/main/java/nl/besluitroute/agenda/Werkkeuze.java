package nl.besluitroute.agenda;

/**
 * Which of somebody's open work is shown; a null leaves that question open.
 *
 * @param regio code of a region of the vision
 * @param visie id of the vision
 * @param groep whose work it is: id of a body, or {@code regio-<code>}
 * @param toegewezen name of the account that it is assigned to
 * @param opTeVolgen whether only what somebody wanted to come back to today or earlier
 */
public record Werkkeuze(
    Wanneer wanneer, String regio, String visie, String groep, String toegewezen, boolean opTeVolgen) {

  /** When the work falls due, seen from now; weeks end on Sunday. */
  public enum Wanneer {
    ALLE,
    TE_LAAT,
    DEZE_WEEK,
    /** After this week, or without a date. */
    LATER
  }

  public static final Werkkeuze ALLES = new Werkkeuze(Wanneer.ALLE, null, null, null, null, false);

  public Werkkeuze wanneer(Wanneer wanneer) {
    return new Werkkeuze(wanneer, regio, visie, groep, toegewezen, opTeVolgen);
  }

  public Werkkeuze regio(String regio) {
    return new Werkkeuze(wanneer, regio, visie, groep, toegewezen, opTeVolgen);
  }

  public Werkkeuze visie(String visie) {
    return new Werkkeuze(wanneer, regio, visie, groep, toegewezen, opTeVolgen);
  }

  public Werkkeuze groep(String groep) {
    return new Werkkeuze(wanneer, regio, visie, groep, toegewezen, opTeVolgen);
  }

  public Werkkeuze toegewezen(String account) {
    return new Werkkeuze(wanneer, regio, visie, groep, account, opTeVolgen);
  }

  public Werkkeuze opTeVolgen(boolean alleen) {
    return new Werkkeuze(wanneer, regio, visie, groep, toegewezen, alleen);
  }
}
