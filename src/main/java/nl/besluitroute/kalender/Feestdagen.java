package nl.besluitroute.kalender;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Year;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The algemeen erkende feestdagen of article 3 of the Algemene termijnenwet, by year: the days of
 * the first paragraph (5 mei every year), Goede Vrijdag (second paragraph) and the days set equal
 * by royal decree (third paragraph), which stand in a maintained list. Easter Sunday and Whit
 * Sunday are Sundays and no feestdag of that article. Safe for use by several threads.
 */
public final class Feestdagen {

  static final String LIJST = "kalender/gelijkgestelde-dagen.txt";

  /** Key of the library, name on screen; what is not here is no feestdag of article 3. */
  private static final Map<String, String> ARTIKEL_3 =
      Map.of(
          "NEW_YEAR", "Nieuwjaarsdag",
          "christian.GOOD_FRIDAY", "Goede Vrijdag",
          "christian.EASTER_MONDAY", "Tweede Paasdag",
          "christian.ASCENSION_DAY", "Hemelvaartsdag",
          "christian.PENTECOST_MONDAY", "Tweede Pinksterdag",
          "KINGS_DAY", "Koningsdag",
          "QUEENS_BIRTHDAY", "Koninginnedag",
          "LIBERATION", "Bevrijdingsdag",
          "FIRST_CHRISTMAS_DAY", "Eerste Kerstdag",
          "SECOND_CHRISTMAS_DAY", "Tweede Kerstdag");

  private final SortedSet<LocalDate> gelijkgesteld;
  private final HolidayManager bibliotheek =
      HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.NETHERLANDS));
  private final Map<Integer, SortedMap<LocalDate, String>> perJaar = new ConcurrentHashMap<>();

  /** The feestdagen with the list of royal decrees that ships with the application. */
  public Feestdagen() {
    this(meegeleverd());
  }

  /** The feestdagen with another list of days set equal by royal decree. */
  public Feestdagen(Collection<LocalDate> gelijkgesteld) {
    this.gelijkgesteld = Collections.unmodifiableSortedSet(new TreeSet<>(gelijkgesteld));
  }

  /** The feestdagen of a year with their Dutch names, by date. */
  public SortedMap<LocalDate, String> van(int jaar) {
    return perJaar.computeIfAbsent(jaar, this::bereken);
  }

  /** The name of the feestdag on this day, if it is one. */
  public Optional<String> naam(LocalDate dag) {
    return Optional.ofNullable(van(dag.getYear()).get(dag));
  }

  /** Whether this day is a feestdag or set equal to one. */
  public boolean isFeestdag(LocalDate dag) {
    return van(dag.getYear()).containsKey(dag);
  }

  private SortedMap<LocalDate, String> bereken(int jaar) {
    SortedMap<LocalDate, String> dagen = new TreeMap<>();
    Set<Holiday> bekend = bibliotheek.getHolidays(Year.of(jaar));
    for (Holiday feestdag : bekend) {
      String naam = ARTIKEL_3.get(feestdag.getPropertiesKey());
      if (naam != null) {
        LocalDate dag = feestdag.getObservedDate().orElse(feestdag.getDate());
        dagen.merge(dag, naam, (een, ander) -> een + " en " + ander);
      }
    }
    for (LocalDate dag : gelijkgesteld) {
      if (dag.getYear() == jaar) {
        dagen.putIfAbsent(dag, "Gelijkgesteld met een feestdag bij koninklijk besluit");
      }
    }
    return Collections.unmodifiableSortedMap(dagen);
  }

  private static SortedSet<LocalDate> meegeleverd() {
    try (Reader lezer =
        new InputStreamReader(
            Feestdagen.class.getClassLoader().getResourceAsStream(LIJST), StandardCharsets.UTF_8)) {
      return leesLijst(lezer);
    } catch (IOException e) {
      throw new UncheckedIOException("De lijst " + LIJST + " is niet te lezen", e);
    }
  }

  /** One ISO date a line; empty lines and lines from {@code #} on are passed over. */
  static SortedSet<LocalDate> leesLijst(Reader lezer) throws IOException {
    SortedSet<LocalDate> dagen = new TreeSet<>();
    BufferedReader regels = new BufferedReader(lezer);
    int nummer = 0;
    for (String regel = regels.readLine(); regel != null; regel = regels.readLine()) {
      nummer++;
      String dag = regel.replaceFirst("#.*", "").strip();
      if (dag.isEmpty()) {
        continue;
      }
      try {
        dagen.add(LocalDate.parse(dag));
      } catch (DateTimeParseException e) {
        throw new IOException(
            "Regel " + nummer + " van de lijst met gelijkgestelde dagen is geen datum: " + dag, e);
      }
    }
    return dagen;
  }
}
