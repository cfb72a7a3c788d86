package nl.besluitroute.vergaderschema;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;

/**
 * A day and, where known, the time to the minute at which a meeting begins; Europe/Amsterdam.
 *
 * @param aanvang null when not known
 */
public record Moment(LocalDate dag, LocalTime aanvang) {
  private static final DateTimeFormatter DAG =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.forLanguageTag("nl-NL"));

  public Moment {
    Objects.requireNonNull(dag, "dag");
    aanvang = aanvang == null ? null : aanvang.truncatedTo(ChronoUnit.MINUTES);
  }

  /** Whether two meetings of one body cannot both be: the same day, unless both times are known and differ. */
  boolean botstMet(Moment ander) {
    return dag.equals(ander.dag)
        && (aanvang == null || ander.aanvang == null || aanvang.equals(ander.aanvang));
  }

  /** As 'dinsdag 12 januari 2027, 19:30 uur'. */
  @Override
  public String toString() {
    return DAG.format(dag) + (aanvang == null ? "" : ", " + aanvang + " uur");
  }
}
