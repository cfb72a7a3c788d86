package nl.besluitroute.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.besluitroute.agenda.AgendaTaak;
import nl.besluitroute.kalender.GeschrevenDatum;
import nl.besluitroute.kalender.Werkdagen;

/** Dates and numbers as an official writes them. */
final class Taal {

  private static final Locale NL = Locale.forLanguageTag("nl-NL");
  private static final DateTimeFormatter VOLUIT = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", NL);
  private static final DateTimeFormatter ZONDER_DAG = DateTimeFormatter.ofPattern("d MMMM uuuu", NL);
  private static final DateTimeFormatter DAG = DateTimeFormatter.ofPattern("EEE d MMMM", NL);
  private static final DateTimeFormatter DAG_KORT = DateTimeFormatter.ofPattern("EEE d MMM", NL);
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

  /** As '25 augustus 2021'. */
  static String voluitZonderDag(LocalDate dag) {
    return ZONDER_DAG.format(dag);
  }

  /** As 'do 26 augustus', with the year when it is another than today's. */
  static String dag(LocalDate dag, LocalDate vandaag) {
    String tekst = dag.format(DAG);
    return dag.getYear() == vandaag.getYear() ? tekst : tekst + " " + dag.getYear();
  }

  /** As 'do 26 aug', with the year when it is another than today's. */
  static String dagKort(LocalDate dag, LocalDate vandaag) {
    String tekst = dag.format(DAG_KORT).replace(".", "");
    return dag.getYear() == vandaag.getYear() ? tekst : tekst + " " + dag.getYear();
  }

  /** As {@link #dagKort}; a date with less precision as it was written. */
  static String geschrevenKort(GeschrevenDatum datum, LocalDate vandaag) {
    return datum.precies().map(dag -> dagKort(dag, vandaag)).orElse(datum.tekst());
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

  /** As 'Laren', 'Laren en Weesp' or 'Huizen, Laren en Weesp'. */
  static String opsomming(List<String> woorden) {
    if (woorden.size() < 2) {
      return String.join("", woorden);
    }
    int laatste = woorden.size() - 1;
    return String.join(", ", woorden.subList(0, laatste)) + " en " + woorden.get(laatste);
  }

  /** As {@link #opsomming(List)}, with at most so many words by name: 'Huizen, Laren en 5 andere'. */
  static String opsomming(List<String> woorden, int hoogstens) {
    if (woorden.size() <= hoogstens + 1) {
      return opsomming(woorden);
    }
    return String.join(", ", woorden.subList(0, hoogstens))
        + " en "
        + (woorden.size() - hoogstens)
        + " andere";
  }

  /** A day as 23-08-21; a date with less precision as it was written. */
  static String geschreven(GeschrevenDatum datum) {
    return datum.precies().map(Taal::kort).orElse(datum.tekst());
  }

  /** As {@link #geschreven(GeschrevenDatum)}, or 'geen datum'. */
  static String geschreven(Optional<GeschrevenDatum> datum) {
    return datum.map(Taal::geschreven).orElse("geen datum");
  }

  static String metHoofdletter(String tekst) {
    return tekst.isEmpty() ? tekst : tekst.substring(0, 1).toUpperCase(NL) + tekst.substring(1);
  }

  /** For within a sentence; a word in capitals stays as it is. */
  static String metKleineLetter(String tekst) {
    boolean afkorting = tekst.length() > 1 && Character.isUpperCase(tekst.charAt(1));
    return tekst.isEmpty() || afkorting
        ? tekst
        : tekst.substring(0, 1).toLowerCase(NL) + tekst.substring(1);
  }

  /** The end of a task's term, with its time of day where it has one; empty when it has no term. */
  static Optional<String> uiterlijk(AgendaTaak taak, LocalDate vandaag) {
    return taak.uiterlijk()
        .map(dag -> dag(dag, vandaag) + taak.tot().map(tijd -> ", " + tijd + " uur").orElse(""));
  }

  /** As {@link #resterend(LocalDate, LocalDate, Werkdagen)}, late from the time of day of its term, and suspended with its vision. */
  static Optional<Merk> resterend(AgendaTaak taak, Instant nu, LocalDate vandaag, Werkdagen werkdagen) {
    if (taak.opgeschort()) {
      return Optional.of(Merk.nvt("opgeschort"));
    }
    return taak.uiterlijk()
        .map(
            dag ->
                dag.equals(vandaag) && !nu.isBefore(taak.verlooptOp().orElseThrow())
                    ? Merk.laat("sinds " + taak.tot().orElseThrow() + " uur te laat")
                    : resterend(dag, vandaag, werkdagen));
  }

  /** What is left of a term, in working days: late, risk within two days, else quiet. */
  static Merk resterend(LocalDate uiterlijk, LocalDate vandaag, Werkdagen werkdagen) {
    if (uiterlijk.equals(vandaag)) {
      return Merk.let("vandaag");
    }
    if (uiterlijk.isAfter(vandaag.plusYears(1))) {
      return Merk.open("over meer dan een jaar");
    }
    if (uiterlijk.isBefore(vandaag.minusYears(1))) {
      return Merk.laat("meer dan een jaar te laat");
    }
    int dagen = werkdagen.tussen(vandaag, uiterlijk);
    if (uiterlijk.isBefore(vandaag)) {
      // A term that ended in a weekend is late on the Monday, though no working day went by.
      return Merk.laat(aantal(Math.max(1, -dagen), "werkdag", "werkdagen") + " te laat");
    }
    return dagen <= 2
        ? Merk.let(dagen == 0 ? "voor de volgende werkdag" : "nog " + aantal(dagen, "werkdag", "werkdagen"))
        : Merk.open("nog " + dagen + " werkdagen");
  }
}
