package nl.besluitroute.vergaderschema;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/**
 * A rule for days: every so many weeks, or on the n-th weekday of each month; within two days that
 * are both inclusive.
 *
 * @param ritme weeks between two days (WEKEN), or which weekday of the month (MAAND): 1 to 4, or
 *     {@link #LAATSTE}
 */
public record Herhaling(Soort soort, int ritme, DayOfWeek weekdag, LocalDate van, LocalDate totEnMet) {

  /** The last such weekday of the month. */
  public static final int LAATSTE = -1;

  /** At most so many days come out of a rule. */
  public static final int MEESTE_DAGEN = 120;

  private static final int MEESTE_WEKEN = 26;
  private static final int MEESTE_JAREN = 3;

  /** By what is counted. */
  public enum Soort {
    WEKEN,
    MAAND
  }

  /** @throws SchemaFout when there is no such rule, or it lasts more than three years */
  public Herhaling {
    SchemaFout.eis(soort != null, "ritme", "Kies hoe vaak wordt vergaderd.");
    SchemaFout.eis(weekdag != null, "weekdag", "Kies een dag van de week.");
    SchemaFout.eis(van != null, "van", "Noem de eerste dag van de reeks.");
    SchemaFout.eis(totEnMet != null, "tot", "Noem de laatste dag van de reeks.");
    SchemaFout.eis(!totEnMet.isBefore(van), "tot", "De reeks eindigt voordat zij begint.");
    SchemaFout.eis(
        !totEnMet.isAfter(van.plusYears(MEESTE_JAREN)),
        "tot",
        "Een reeks duurt hoogstens drie jaar; kies een eerdere laatste dag.");
    SchemaFout.eis(
        soort == Soort.WEKEN
            ? ritme >= 1 && ritme <= MEESTE_WEKEN
            : ritme == LAATSTE || ritme >= 1 && ritme <= 4,
        "ritme",
        soort == Soort.WEKEN
            ? "Kies om de hoeveel weken: 1 tot en met " + MEESTE_WEKEN + "."
            : "Kies de eerste tot en met de vierde, of de laatste van de maand.");
    long schatting =
        soort == Soort.WEKEN
            ? ChronoUnit.WEEKS.between(van, totEnMet) / ritme + 1
            : ChronoUnit.MONTHS.between(van, totEnMet) + 2;
    SchemaFout.eis(
        schatting <= MEESTE_DAGEN,
        "tot",
        "Dit zijn meer dan " + MEESTE_DAGEN + " vergaderingen; kies een eerdere laatste dag.");
  }

  /** The days in order. Every so many weeks counts from the first such weekday on or after {@code van}. */
  public List<LocalDate> dagen() {
    List<LocalDate> dagen = new ArrayList<>();
    if (soort == Soort.WEKEN) {
      for (LocalDate dag = van.with(TemporalAdjusters.nextOrSame(weekdag));
          !dag.isAfter(totEnMet);
          dag = dag.plusWeeks(ritme)) {
        dagen.add(dag);
      }
      return dagen;
    }
    for (YearMonth maand = YearMonth.from(van);
        !maand.isAfter(YearMonth.from(totEnMet));
        maand = maand.plusMonths(1)) {
      LocalDate dag = maand.atDay(1).with(TemporalAdjusters.dayOfWeekInMonth(ritme, weekdag));
      if (!dag.isBefore(van) && !dag.isAfter(totEnMet)) {
        dagen.add(dag);
      }
    }
    return dagen;
  }
}
