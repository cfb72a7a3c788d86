package nl.besluitroute.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Pattern;

/** Dates and numbers as an official writes them. */
final class Taal {

  private static final Locale NL = Locale.forLanguageTag("nl-NL");
  private static final DateTimeFormatter VOLUIT = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", NL);
  private static final DateTimeFormatter DAG = DateTimeFormatter.ofPattern("EEE d MMMM", NL);
  private static final DateTimeFormatter KORT = DateTimeFormatter.ofPattern("dd-MM-yy", NL);

  private static final Pattern NAAD =
      Pattern.compile("(?i)(portefeuille|houders|uitvoerings|klankbord|informatie|raads|programma)(?=\\p{L}{4})");

  private Taal() {}

  /** The same word with soft hyphens at its seams, so that a long name breaks where one would. */
  static String afbreekbaar(String naam) {
    return NAAD.matcher(naam).replaceAll("$1\u00AD");
  }

  /** As 'woensdag 25 augustus 2021'. */
  static String voluit(LocalDate dag) {
    return VOLUIT.format(dag);
  }

  /** As 'do 26 augustus', with the year when it is another than today's. */
  static String dag(LocalDate dag, LocalDate vandaag) {
    String tekst = dag.format(DAG);
    return dag.getYear() == vandaag.getYear() ? tekst : tekst + " " + dag.getYear();
  }

  /** As '02-09-21', the way dates stand in a Behandeling. */
  static String kort(LocalDate dag) {
    return KORT.format(dag);
  }

  /** As '1 taak' or '4 taken'. */
  static String aantal(long aantal, String een, String meer) {
    return aantal + " " + (aantal == 1 ? een : meer);
  }

  /** As 'geen taken', '1 taak' or '4 taken'. */
  static String geenOfAantal(long aantal, String een, String meer) {
    return aantal == 0 ? "geen " + meer : aantal(aantal, een, meer);
  }

  /** What is left of a term, in calendar days: late, risk within two days, else quiet. */
  static Merk resterend(LocalDate uiterlijk, LocalDate vandaag) {
    long dagen = ChronoUnit.DAYS.between(vandaag, uiterlijk);
    if (dagen < 0) {
      return Merk.laat(aantal(-dagen, "dag", "dagen") + " te laat");
    }
    if (dagen == 0) {
      return Merk.let("vandaag");
    }
    if (dagen == 1) {
      return Merk.let("morgen");
    }
    return dagen == 2 ? Merk.let("nog 2 dagen") : Merk.open("nog " + dagen + " dagen");
  }
}
