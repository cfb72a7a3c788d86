package nl.besluitroute.web;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import nl.besluitroute.kalender.Termijn;
import nl.besluitroute.vergaderschema.Herhaling;
import nl.besluitroute.vergaderschema.SchemaFout;
import nl.besluitroute.vergaderschema.Schoolvakantie;
import nl.besluitroute.vergaderschema.Termijnen;
import nl.besluitroute.vergaderschema.Termijnsoort;

/** What the forms of a schema send, read. A refusal is a {@link SchemaFout} that names its field. */
final class Schemainvoer {
  private Schemainvoer() {}

  /** Null when left empty. */
  static LocalTime tijd(Map<String, String> invoer, String veld) {
    String tekst = Invulling.tekst(invoer, veld);
    try {
      return tekst.isEmpty() ? null : LocalTime.parse(tekst.length() == 4 ? "0" + tekst : tekst);
    } catch (DateTimeParseException e) {
      throw new SchemaFout(veld, "Dit is geen tijd; schrijf haar als 19:30.");
    }
  }

  /** 'w2' is every second week, 'm1' the first such weekday of the month, 'm-1' the last. */
  static Herhaling herhaling(Map<String, String> invoer) {
    String ritme = Invulling.tekst(invoer, "ritme");
    String dag = Invulling.tekst(invoer, "weekdag");
    boolean bekend = ritme.matches("[wm]-?\\d{1,2}");
    return new Herhaling(
        !bekend ? null : ritme.startsWith("w") ? Herhaling.Soort.WEKEN : Herhaling.Soort.MAAND,
        bekend ? Integer.parseInt(ritme.substring(1)) : 0,
        dag.matches("[1-7]") ? DayOfWeek.of(Integer.parseInt(dag)) : null,
        Invulling.dag(invoer, "van"),
        Invulling.dag(invoer, "tot"));
  }

  /** Null when none was chosen. */
  static Schoolvakantie.Landsdeel landsdeel(Map<String, String> invoer) {
    String code = Invulling.tekst(invoer, "landsdeel").toUpperCase(Locale.ROOT);
    return Arrays.stream(Schoolvakantie.Landsdeel.values()).filter(l -> l.name().equals(code)).findFirst().orElse(null);
  }

  static Termijnsoort termijnsoort(Map<String, String> invoer) {
    String code = Invulling.tekst(invoer, "soort").toUpperCase(Locale.ROOT);
    return Arrays.stream(Termijnsoort.values())
        .filter(t -> t.name().equals(code))
        .findFirst()
        .orElseThrow(() -> new SchemaFout("soort", "Kies welke termijn dit is."));
  }

  static Termijn termijn(Map<String, String> invoer) {
    String aantal = Invulling.tekst(invoer, "aantal");
    if (!aantal.matches("\\d{1,6}")) {
      throw new SchemaFout("aantal", "Vul een heel aantal dagen in.");
    }
    String eenheid = Invulling.tekst(invoer, "eenheid");
    return Termijnen.termijn(
        Integer.parseInt(aantal),
        eenheid.equals("kalenderdagen")
            ? Termijn.Eenheid.KALENDERDAGEN
            : eenheid.equals("werkdagen") ? Termijn.Eenheid.WERKDAGEN : null,
        tijd(invoer, "tijdstip"));
  }
}
