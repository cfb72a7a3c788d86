package nl.besluitroute.kalender;

import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Algemene termijnenwet, article 1: a term that ends on a Saturday, a Sunday or an algemeen erkende
 * feestdag is extended up to and including the next day that is none of these. Not for terms
 * counted backwards from a moment or event (article 1, second paragraph), nor for terms of more
 * than ninety days, twelve weeks or three months, or in years (article 4, under a). Article 2 (at
 * least two working days in a term of three days or more) is a rule of its own and not applied
 * here.
 */
public final class TermijnenwetArtikel1 {

  private static final int HOOGSTE_AANTAL_DAGEN = 90;
  private static final int HOOGSTE_AANTAL_MAANDEN = 3;
  private static final DateTimeFormatter VOLUIT =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.forLanguageTag("nl-NL"));

  private final Werkdagen werkdagen;

  public TermijnenwetArtikel1(Werkdagen werkdagen) {
    this.werkdagen = werkdagen;
  }

  /** The last day of a term and, in one Dutch sentence, why it is that day. */
  public record Uitkomst(LocalDate laatsteDag, boolean verlengd, String reden) {}

  /**
   * The last day of a term of this length that begins to run on the day after {@code begin}.
   *
   * @param termijn years, months and days; weeks as seven days each (twelve weeks are 84 days, the
   *     next whole week is over the ninety of article 4)
   * @throws IllegalArgumentException when the term is negative
   */
  public Uitkomst vooruit(LocalDate begin, Period termijn) {
    if (termijn.isNegative()) {
      throw new IllegalArgumentException("Een termijn is niet negatief: " + termijn);
    }
    LocalDate einde = begin.plus(termijn);
    if (teLang(termijn)) {
      return new Uitkomst(
          einde,
          false,
          "De termijn is langer dan twaalf weken; de Algemene termijnenwet geldt niet (artikel 4)");
    }
    String vrij = werkdagen.waaromVrij(einde);
    if (vrij.isEmpty()) {
      return new Uitkomst(einde, false, "De termijn eindigt op een werkdag");
    }
    LocalDate verlengd = werkdagen.opOfNa(einde);
    return new Uitkomst(
        verlengd,
        true,
        "De termijn eindigt op %s (%s) en loopt door tot en met %s (Algemene termijnenwet, artikel 1)"
            .formatted(VOLUIT.format(einde), vrij, VOLUIT.format(verlengd)));
  }

  /**
   * The last day that lies a term before {@code moment}; such a term is never extended nor
   * shortened.
   *
   * @throws IllegalArgumentException when the term is negative
   */
  public Uitkomst terug(LocalDate moment, Period termijn) {
    if (termijn.isNegative()) {
      throw new IllegalArgumentException("Een termijn is niet negatief: " + termijn);
    }
    return new Uitkomst(
        moment.minus(termijn),
        false,
        "De termijn is teruggerekend; verlengen geldt niet (Algemene termijnenwet, artikel 1,"
            + " tweede lid)");
  }

  private static boolean teLang(Period termijn) {
    long maanden = termijn.toTotalMonths();
    return termijn.getYears() > 0
        || maanden > HOOGSTE_AANTAL_MAANDEN
        || termijn.getDays() > HOOGSTE_AANTAL_DAGEN
        || (maanden == HOOGSTE_AANTAL_MAANDEN && termijn.getDays() > 0);
  }
}
