package nl.besluitroute.kalender;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.Objects;
import java.util.Optional;

/**
 * A term before or after a day, in working days or calendar days, with the time of day at which it
 * ends on its last day. Times are those of Europe/Amsterdam: an hour that summer time skips counts
 * as the hour after it, one that comes twice as the first.
 *
 * <p>Counted backwards nothing is lengthened or shortened (Algemene termijnenwet, article 1, second
 * paragraph): three calendar days before a Wednesday is that Sunday. Counted forwards a term in
 * calendar days follows {@link TermijnenwetArtikel1}.
 *
 * @param aantal 0 up to {@link #MAXIMUM}; 0 is the day itself
 * @param tijdstip the first moment that is too late; null when the whole last day is in time
 */
public record Termijn(int aantal, Eenheid eenheid, LocalTime tijdstip) {

  /** The longest term in days of either kind; also the longest that a route can give. */
  public static final int MAXIMUM = 999;

  /** What a term is counted in. */
  public enum Eenheid {
    WERKDAGEN("werkdag", "werkdagen"),
    KALENDERDAGEN("kalenderdag", "kalenderdagen");

    private final String een;
    private final String meer;

    Eenheid(String een, String meer) {
      this.een = een;
      this.meer = meer;
    }

    /** As it stands on screens, after a number. */
    public String naam(int aantal) {
      return aantal == 1 ? een : meer;
    }
  }

  /**
   * @throws IllegalArgumentException for less than 0 or more than {@link #MAXIMUM} days, with a
   *     Dutch sentence
   */
  public Termijn {
    Objects.requireNonNull(eenheid, "eenheid");
    if (aantal < 0 || aantal > MAXIMUM) {
      throw new IllegalArgumentException(
          "Een termijn is 0 tot en met " + MAXIMUM + " dagen, geen " + aantal + ".");
    }
  }

  /** A term in working days that lasts the whole of its last day. */
  public static Termijn werkdagen(int aantal) {
    return new Termijn(aantal, Eenheid.WERKDAGEN, null);
  }

  /** A term in calendar days that lasts the whole of its last day. */
  public static Termijn kalenderdagen(int aantal) {
    return new Termijn(aantal, Eenheid.KALENDERDAGEN, null);
  }

  /** The time of day at which the term ends; empty when its whole last day is in time. */
  public Optional<LocalTime> tot() {
    return Optional.ofNullable(tijdstip);
  }

  /** The last day of the term when it is counted backwards from this day. */
  public LocalDate dagVoor(LocalDate dag, Werkdagen werkdagen) {
    return eenheid == Eenheid.WERKDAGEN
        ? werkdagen.min(dag, aantal)
        : new TermijnenwetArtikel1(werkdagen).terug(dag, Period.ofDays(aantal)).laatsteDag();
  }

  /** The last day of the term when it begins to run on the day after this one. */
  public LocalDate dagNa(LocalDate dag, Werkdagen werkdagen) {
    return eenheid == Eenheid.WERKDAGEN
        ? werkdagen.plus(dag, aantal)
        : new TermijnenwetArtikel1(werkdagen).vooruit(dag, Period.ofDays(aantal)).laatsteDag();
  }

  /** The first moment that is too late, this term before the day. */
  public Instant voor(LocalDate dag, Werkdagen werkdagen) {
    return einde(dagVoor(dag, werkdagen));
  }

  /** The first moment that is too late, this term after the day. */
  public Instant na(LocalDate dag, Werkdagen werkdagen) {
    return einde(dagNa(dag, werkdagen));
  }

  private Instant einde(LocalDate laatste) {
    return tijdstip == null
        ? Werkdagen.eindeVan(laatste)
        : laatste.atTime(tijdstip).atZone(Klok.ZONE).toInstant();
  }

  /** As '5 werkdagen' or '1 werkdag, tot 12:00 uur'. */
  @Override
  public String toString() {
    return aantal
        + " "
        + eenheid.naam(aantal)
        + (tijdstip == null ? "" : ", tot " + tijdstip + " uur");
  }
}
