package nl.besluitroute.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * The time that a table of dates spans, in whole months, as places between 0 and 100 percent: drawn
 * so, it scales without distortion.
 */
final class Tijdlijn {

  private static final int MEESTE_NAMEN = 7;
  private static final Locale NL = Locale.forLanguageTag("nl-NL");

  private final LocalDate begin;
  private final long dagen;
  private final LocalDate vandaag;

  /** Spans these days and today. */
  Tijdlijn(Collection<LocalDate> dagen, LocalDate vandaag) {
    LocalDate eerste = vandaag;
    LocalDate laatste = vandaag;
    for (LocalDate dag : dagen) {
      eerste = dag.isBefore(eerste) ? dag : eerste;
      laatste = dag.isAfter(laatste) ? dag : laatste;
    }
    this.vandaag = vandaag;
    this.begin = YearMonth.from(eerste).atDay(1);
    this.dagen = ChronoUnit.DAYS.between(begin, YearMonth.from(laatste).atEndOfMonth()) + 1;
  }

  /** Spans these two days and what lies between; today stands in it only when it is one of them. */
  Tijdlijn(LocalDate eerste, LocalDate laatste, LocalDate vandaag) {
    this.vandaag = vandaag;
    this.begin = YearMonth.from(eerste).atDay(1);
    this.dagen = ChronoUnit.DAYS.between(begin, YearMonth.from(laatste).atEndOfMonth()) + 1;
  }

  /**
   * The beginning of a month.
   *
   * @param naam null where there is no room for it
   */
  public record Maand(String x, String naam) {}

  /** A line between two places. */
  public record Lijn(String klasse, String van, String tot) {}

  /**
   * A mark.
   *
   * @param vorm id in the sprite
   * @param kleur suffix of the CSS class {@code c-...}
   */
  public record Teken(String vorm, String x, String kleur) {}

  /**
   * What stands in one row.
   *
   * @param zin the same in words, for who does not see it
   */
  public record Spoor(List<Lijn> lijnen, List<Teken> tekens, String zin) {}

  String x(LocalDate dag) {
    return String.format(Locale.ROOT, "%.2f%%", 100.0 * ChronoUnit.DAYS.between(begin, dag) / dagen);
  }

  public String vandaag() {
    return x(vandaag);
  }

  public boolean isVandaagErin() {
    return !vandaag.isBefore(begin) && vandaag.isBefore(begin.plusDays(dagen));
  }

  /** Whether the word 'vandaag' stands left of its line, for want of room at its right. */
  public boolean isVandaagRechts() {
    return ChronoUnit.DAYS.between(begin, vandaag) * 2 > dagen;
  }

  public List<Maand> maanden() {
    List<Maand> maanden = new ArrayList<>();
    LocalDate einde = begin.plusDays(dagen);
    long aantal = ChronoUnit.MONTHS.between(begin, einde);
    long stap = (aantal + MEESTE_NAMEN - 1) / MEESTE_NAMEN;
    long nummer = 0;
    for (LocalDate maand = begin; maand.isBefore(einde); maand = maand.plusMonths(1)) {
      maanden.add(new Maand(x(maand), nummer++ % stap == 0 ? naam(maand) : null));
    }
    return maanden;
  }

  private static String naam(LocalDate maand) {
    String naam = maand.getMonth().getDisplayName(TextStyle.SHORT, NL).replace(".", "");
    return maand.getMonthValue() == 1 ? naam + " " + maand.getYear() : naam;
  }
}
