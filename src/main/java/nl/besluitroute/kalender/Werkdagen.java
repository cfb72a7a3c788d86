package nl.besluitroute.kalender;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Counts in working days: no Saturday, no Sunday, no feestdag. Dates are days in Europe/Amsterdam.
 * Safe for use by several threads.
 */
public final class Werkdagen {

  /** The longest term in working days; about forty years. */
  public static final int MAXIMUM = 10_000;

  private final Feestdagen feestdagen;

  public Werkdagen(Feestdagen feestdagen) {
    this.feestdagen = feestdagen;
  }

  public boolean isWerkdag(LocalDate dag) {
    return !isWeekend(dag) && !feestdagen.isFeestdag(dag);
  }

  /**
   * The n-th working day after this day; this day itself counts for nothing. With 0 the day itself,
   * also when it is no working day.
   *
   * @throws IllegalArgumentException for less than 0 or more than {@link #MAXIMUM} working days
   */
  public LocalDate plus(LocalDate dag, int werkdagen) {
    return loop(dag, werkdagen, 1);
  }

  /**
   * The n-th working day before this day; this day itself counts for nothing. With 0 the day
   * itself, also when it is no working day.
   *
   * @throws IllegalArgumentException for less than 0 or more than {@link #MAXIMUM} working days
   */
  public LocalDate min(LocalDate dag, int werkdagen) {
    return loop(dag, werkdagen, -1);
  }

  /**
   * The working days after {@code van}, up to and including {@code tot}; negative when {@code tot}
   * comes first. So {@code tussen(dag, plus(dag, n)) == n}.
   */
  public int tussen(LocalDate van, LocalDate tot) {
    if (tot.isBefore(van)) {
      return -tussen(tot, van);
    }
    int aantal = 0;
    for (LocalDate dag = van.plusDays(1); !dag.isAfter(tot); dag = dag.plusDays(1)) {
      if (isWerkdag(dag)) {
        aantal++;
      }
    }
    return aantal;
  }

  /** This day when it is a working day, else the first one after it. */
  public LocalDate opOfNa(LocalDate dag) {
    LocalDate werkdag = dag;
    while (!isWerkdag(werkdag)) {
      werkdag = werkdag.plusDays(1);
    }
    return werkdag;
  }

  /** This day when it is a working day, else the last one before it. */
  public LocalDate opOfVoor(LocalDate dag) {
    LocalDate werkdag = dag;
    while (!isWerkdag(werkdag)) {
      werkdag = werkdag.minusDays(1);
    }
    return werkdag;
  }

  /**
   * The instant at which a day, and a term that ends on it, is over: the start of the next day in
   * Europe/Amsterdam. Days of 23 and 25 hours come out right.
   */
  public static Instant eindeVan(LocalDate dag) {
    return dag.plusDays(1).atStartOfDay(Klok.ZONE).toInstant();
  }

  /** Why this day is no working day, as part of a sentence; empty text when it is one. */
  String waaromVrij(LocalDate dag) {
    return feestdagen
        .naam(dag)
        .orElseGet(
            () ->
                switch (dag.getDayOfWeek()) {
                  case SATURDAY -> "zaterdag";
                  case SUNDAY -> "zondag";
                  default -> "";
                });
  }

  private LocalDate loop(LocalDate dag, int werkdagen, int stap) {
    if (werkdagen < 0 || werkdagen > MAXIMUM) {
      throw new IllegalArgumentException(
          "Een termijn is 0 tot en met " + MAXIMUM + " werkdagen, geen " + werkdagen);
    }
    LocalDate uitkomst = dag;
    int over = werkdagen;
    while (over > 0) {
      uitkomst = uitkomst.plusDays(stap);
      if (isWerkdag(uitkomst)) {
        over--;
      }
    }
    return uitkomst;
  }

  private static boolean isWeekend(LocalDate dag) {
    DayOfWeek weekdag = dag.getDayOfWeek();
    return weekdag == DayOfWeek.SATURDAY || weekdag == DayOfWeek.SUNDAY;
  }
}
