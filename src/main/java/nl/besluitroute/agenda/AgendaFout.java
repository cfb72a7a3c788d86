package nl.besluitroute.agenda;

/** What was asked of the agenda is refused, in a Dutch sentence; nothing was changed. */
public class AgendaFout extends RuntimeException {
  public AgendaFout(String zin) {
    super(zin);
  }
}
