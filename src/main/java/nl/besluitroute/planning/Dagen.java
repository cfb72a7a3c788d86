package nl.besluitroute.planning;

import java.time.LocalDate;
import java.util.Optional;
import nl.besluitroute.kalender.GeschrevenDatum;

/** Days as epoch days, with two that are none: before and after all that can be planned. */
final class Dagen {
  /** No day: later than any. */
  static final int NOOIT = Integer.MAX_VALUE;

  /** No day: earlier than any. */
  static final int ALTIJD = Integer.MIN_VALUE;

  static final int EERSTE_JAAR = GeschrevenDatum.EERSTE_JAAR;
  static final int LAATSTE_JAAR = GeschrevenDatum.LAATSTE_JAAR;

  private static final String[] MAANDEN = {
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
    "oktober", "november", "december"
  };

  private Dagen() {}

  static int van(LocalDate dag) {
    return (int) dag.toEpochDay();
  }

  static int van(Optional<LocalDate> dag, int anders) {
    return dag.isPresent() ? van(dag.get()) : anders;
  }

  static boolean isDag(int dag) {
    return dag != NOOIT && dag != ALTIJD;
  }

  static Optional<LocalDate> datum(int dag) {
    return isDag(dag) ? Optional.of(LocalDate.ofEpochDay(dag)) : Optional.empty();
  }

  /** As in a sentence: 3 maart 2027. */
  static String zin(int dag) {
    return zin(LocalDate.ofEpochDay(dag));
  }

  static String zin(LocalDate datum) {
    return datum.getDayOfMonth() + " " + MAANDEN[datum.getMonthValue() - 1] + " " + datum.getYear();
  }

  static void eis(LocalDate dag, String wat) {
    if (!GeschrevenDatum.isPlanbaar(dag)) {
      throw new PlanopgaveGeweigerd(
          wat + " (" + zin(dag) + ") ligt niet in de jaren " + EERSTE_JAAR + " tot en met "
              + LAATSTE_JAAR + ".");
    }
  }

  static void eis(Optional<LocalDate> dag, String wat, String naam) {
    if (dag.isPresent()) {
      LocalDate d = dag.get();
      if (!GeschrevenDatum.isPlanbaar(d)) {
        eis(d, wat + " van " + naam);
      }
    }
  }
}
