package nl.besluitroute.vergaderschema;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.TimezoneAssignment;
import biweekly.io.text.ICalReader;
import biweekly.property.DateOrDateTimeProperty;
import biweekly.property.DateStart;
import biweekly.property.RecurrenceDates;
import biweekly.property.RecurrenceRule;
import biweekly.util.DateTimeComponents;
import biweekly.util.Frequency;
import biweekly.util.Recurrence;
import biweekly.util.com.google.ical.compat.javautil.DateIterator;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.besluitroute.kalender.Klok;

/**
 * Reads iCalendar (RFC 5545). The library reads on through what is broken, so the frame and the time
 * zones are looked at before it. A repetition is written out, at most up to the horizon; what was
 * moved or cancelled within it keeps the key of the day on which it would have been.
 */
final class IcsLezer {
  private static final int MEESTE_STAPPEN = 20_000;
  private static final int VROEGSTE_JAAR = 1970;
  private static final Set<Frequency> RITMES =
      EnumSet.of(Frequency.DAILY, Frequency.WEEKLY, Frequency.MONTHLY, Frequency.YEARLY);
  private static final Pattern BEGIN = Pattern.compile("(?im)^BEGIN:([A-Z0-9-]+)[ \t]*$");
  private static final Pattern EINDE = Pattern.compile("(?im)^END:([A-Z0-9-]+)[ \t]*$");
  private static final Pattern ZONE_VAN_TIJD =
      Pattern.compile("(?im)^(?:DTSTART|RECURRENCE-ID|RDATE|EXDATE)[^:\\n]*?;TZID=(\"[^\"\\n]*\"|[^:;\\n]*)");
  /** Names of the Dutch time that Microsoft uses. */
  private static final Set<String> ONZE_TIJD =
      Set.of(
          "w. europe standard time",
          "romance standard time",
          "central europe standard time",
          "central european standard time",
          "(utc+01:00) amsterdam, berlin, bern, rome, stockholm, vienna",
          "(utc+01:00) amsterdam, berlijn, bern, rome, stockholm, wenen");

  private IcsLezer() {}

  static Agendabestand.Inhoud lees(String tekst, LocalDate vandaag, LocalDate horizon) {
    String regels = tekst.replace("\r\n", "\n").replace('\r', '\n');
    String uitgevouwen = regels.replaceAll("\n[ \t]", "");
    eisHeel(uitgevouwen);
    eisBekendeZones(uitgevouwen);
    List<VEvent> afspraken = new ArrayList<>();
    Map<VEvent, ICalendar> agenda = new HashMap<>();
    try (ICalReader lezer = new ICalReader(regels)) {
      lezer.setDefaultTimezone(TimeZone.getTimeZone(Klok.ZONE));
      for (ICalendar ical = lezer.readNext(); ical != null; ical = lezer.readNext()) {
        for (VEvent afspraak : ical.getEvents()) {
          afspraken.add(afspraak);
          agenda.put(afspraak, ical);
        }
      }
    } catch (IOException | RuntimeException e) {
      throw new SchemaFout("bestand", "Deze agenda is niet te lezen.");
    }
    SchemaFout.eis(!afspraken.isEmpty(), "bestand", "Er staan geen afspraken in deze agenda.");
    return new Lezing(vandaag, horizon, agenda).lees(afspraken);
  }

  private static void eisHeel(String tekst) {
    SchemaFout.eis(
        tekst.toUpperCase(Locale.ROOT).startsWith("BEGIN:VCALENDAR"),
        "bestand",
        "Dit is geen agenda: een iCalendar-bestand begint met BEGIN:VCALENDAR.");
    Map<String, Integer> open = new HashMap<>();
    int afspraken = 0;
    Matcher begin = BEGIN.matcher(tekst);
    while (begin.find()) {
      String wat = begin.group(1).toUpperCase(Locale.ROOT);
      open.merge(wat, 1, Integer::sum);
      afspraken += wat.equals("VEVENT") ? 1 : 0;
    }
    Matcher einde = EINDE.matcher(tekst);
    while (einde.find()) {
      open.merge(einde.group(1).toUpperCase(Locale.ROOT), -1, Integer::sum);
    }
    SchemaFout.eis(
        open.values().stream().allMatch(n -> n == 0)
            && tekst.stripTrailing().toUpperCase(Locale.ROOT).endsWith("END:VCALENDAR"),
        "bestand",
        "Deze agenda is afgebroken: het einde ontbreekt. Haal het bestand opnieuw op.");
    SchemaFout.eis(
        afspraken <= Agendabestand.MEESTE_VERGADERINGEN,
        "bestand",
        "Hier staan meer dan "
            + Agendabestand.MEESTE_VERGADERINGEN
            + " afspraken in; neem een kortere periode.");
  }

  private static void eisBekendeZones(String tekst) {
    Set<String> beschreven = new HashSet<>();
    tekst
        .lines()
        .filter(r -> r.regionMatches(true, 0, "TZID", 0, 4) && r.indexOf(':') > 0)
        .forEach(r -> beschreven.add(r.substring(r.indexOf(':') + 1).strip()));
    Matcher gebruikt = ZONE_VAN_TIJD.matcher(tekst);
    while (gebruikt.find()) {
      String naam = gebruikt.group(1).replace("\"", "").strip();
      SchemaFout.eis(
          beschreven.contains(naam)
              || ONZE_TIJD.contains(naam.toLowerCase(Locale.ROOT))
              || ZoneId.getAvailableZoneIds().contains(naam),
          "bestand",
          "De agenda noemt een tijdzone die wij niet kennen: '"
              + (naam.length() > 60 ? naam.substring(0, 60) + "…" : naam)
              + "'.");
    }
  }

  /** One reading, with what it counts. */
  private static final class Lezing {
    private final LocalDate vandaag;
    private final LocalDate horizon;
    private final Map<VEvent, ICalendar> agenda;
    private final List<Agendabestand.Regel> regels = new ArrayList<>();
    private int stappen;
    private int voorbij;
    private int zonderEinde;

    Lezing(LocalDate vandaag, LocalDate horizon, Map<VEvent, ICalendar> agenda) {
      this.vandaag = vandaag;
      this.horizon = horizon;
      this.agenda = agenda;
    }

    Agendabestand.Inhoud lees(List<VEvent> afspraken) {
      Map<String, VEvent> vervangen = new HashMap<>();
      Set<String> hoofden = new HashSet<>();
      for (VEvent a : afspraken) {
        String uid = uid(a);
        if (a.getRecurrenceId() == null) {
          SchemaFout.eis(
              hoofden.add(uid),
              "bestand",
              "Twee afspraken in deze agenda hebben hetzelfde kenmerk (UID): " + kort(naam(a)) + ".");
        } else {
          SchemaFout.eis(
              vervangen.put(sleutel(uid, moment(a, a.getRecurrenceId())), a) == null,
              "bestand",
              "Twee afspraken in deze agenda hebben hetzelfde kenmerk (UID en RECURRENCE-ID): "
                  + kort(naam(a))
                  + ".");
        }
      }
      for (VEvent a : afspraken) {
        if (a.getRecurrenceId() != null) {
          continue;
        }
        if (herhaalt(a)) {
          reeks(a, vervangen);
        } else {
          neem(uid(a), a, moment(a, begin(a)));
        }
      }
      // Without its series, or outside what the series gives.
      vervangen.forEach((sleutel, a) -> neem(sleutel, a, moment(a, begin(a))));
      List<String> opmerkingen = new ArrayList<>();
      if (voorbij > 0) {
        opmerkingen.add("Overgeslagen, want al geweest: " + voorbij + ".");
      }
      if (zonderEinde > 0) {
        opmerkingen.add(
            "Een reeks zonder einde is gelezen tot en met " + new Moment(horizon, null) + ".");
      }
      return new Agendabestand.Inhoud(List.copyOf(regels), opmerkingen);
    }

    private static boolean herhaalt(VEvent a) {
      return !a.getProperties(RecurrenceRule.class).isEmpty()
          || !a.getProperties(RecurrenceDates.class).isEmpty();
    }

    private void reeks(VEvent a, Map<String, VEvent> vervangen) {
      DateStart begin = begin(a);
      for (RecurrenceRule regel : a.getProperties(RecurrenceRule.class)) {
        Recurrence r = regel.getValue();
        SchemaFout.eis(
            r != null && r.getFrequency() != null && RITMES.contains(r.getFrequency()),
            "bestand",
            "De reeks '" + kort(naam(a)) + "' herhaalt vaker dan dagelijks of is niet te lezen.");
        SchemaFout.eis(
            r.getCount() == null || r.getCount() > 0,
            "bestand",
            "De reeks '" + kort(naam(a)) + "' telt geen enkele afspraak; controleer de agenda.");
        if (r.getCount() == null && r.getUntil() == null) {
          zonderEinde++;
        }
      }
      boolean metTijd = begin.getValue().hasTime();
      SchemaFout.eis(
          moment(a, begin).dag().getYear() >= VROEGSTE_JAAR,
          "bestand",
          "De reeks '" + kort(naam(a)) + "' begint voor " + VROEGSTE_JAAR + "; controleer de agenda.");
      // A whole day was read as midnight in the zone of the JVM, so it is counted in that zone.
      ZoneId zone = metTijd ? Klok.ZONE : ZoneId.systemDefault();
      DateIterator dagen = dagen(a, metTijd ? zone(a, begin) : TimeZone.getDefault());
      String uid = uid(a);
      while (dagen.hasNext()) {
        Date dag = dagen.next();
        SchemaFout.eis(
            ++stappen <= MEESTE_STAPPEN,
            "bestand",
            "De reeks '" + kort(naam(a)) + "' telt te veel afspraken; neem een kortere periode.");
        LocalDateTime wanneer = LocalDateTime.ofInstant(Instant.ofEpochMilli(dag.getTime()), zone);
        Moment moment = new Moment(wanneer.toLocalDate(), metTijd ? wanneer.toLocalTime() : null);
        if (moment.dag().isAfter(horizon)) {
          break;
        }
        String sleutel = sleutel(uid, moment);
        VEvent anders = vervangen.remove(sleutel);
        if (anders == null) {
          neem(sleutel, a, moment);
        } else {
          neem(sleutel, anders, moment(anders, begin(anders)));
        }
      }
    }

    /** The library ends in an assertion at a rule such as that of a thirteenth month. */
    private static DateIterator dagen(VEvent a, TimeZone zone) {
      try {
        return a.getDateIterator(zone);
      } catch (RuntimeException | AssertionError e) {
        throw new SchemaFout(
            "bestand", "De herhaling van de reeks '" + kort(naam(a)) + "' is niet te lezen.");
      }
    }

    private void neem(String sleutel, VEvent a, Moment moment) {
      if (a.getStatus() != null && a.getStatus().isCancelled()) {
        return;
      }
      if (moment.dag().isBefore(vandaag)) {
        voorbij++;
        return;
      }
      SchemaFout.eis(
          !moment.dag().isAfter(vandaag.plusYears(Vergaderschema.JAREN_VOORUIT)),
          "bestand",
          "De afspraak '" + kort(naam(a)) + "' ligt meer dan " + Vergaderschema.JAREN_VOORUIT + " jaar vooruit.");
      regels.add(
          new Agendabestand.Regel(
              sleutel, moment, naam(a), a.getLocation() == null ? null : a.getLocation().getValue()));
      SchemaFout.eis(
          regels.size() <= Agendabestand.MEESTE_VERGADERINGEN,
          "bestand",
          "Hier staan meer dan "
              + Agendabestand.MEESTE_VERGADERINGEN
              + " vergaderingen in; neem een kortere periode.");
    }

    private static String uid(VEvent a) {
      String uid = a.getUid() == null ? null : a.getUid().getValue();
      SchemaFout.eis(
          uid != null && !uid.isBlank(),
          "bestand",
          "De afspraak '" + kort(naam(a)) + "' heeft geen kenmerk (UID).");
      return uid.strip();
    }

    private static String sleutel(String uid, Moment moment) {
      return uid + "|" + moment.dag() + (moment.aanvang() == null ? "" : "T" + moment.aanvang());
    }

    private static String naam(VEvent a) {
      return a.getSummary() == null ? null : a.getSummary().getValue();
    }

    private static String kort(String naam) {
      return naam == null ? "zonder titel" : naam.length() > 60 ? naam.substring(0, 60) + "…" : naam;
    }

    private static DateStart begin(VEvent a) {
      SchemaFout.eis(
          a.getDateStart() != null && a.getDateStart().getValue() != null,
          "bestand",
          "De afspraak '" + kort(naam(a)) + "' heeft geen leesbaar begin.");
      return a.getDateStart();
    }

    private Moment moment(VEvent a, DateOrDateTimeProperty tijd) {
      SchemaFout.eis(
          tijd.getValue() != null,
          "bestand",
          "De afspraak '" + kort(naam(a)) + "' heeft geen leesbare datum.");
      try {
        if (!tijd.getValue().hasTime()) {
          DateTimeComponents ruw = tijd.getValue().getRawComponents();
          return new Moment(LocalDate.of(ruw.getYear(), ruw.getMonth(), ruw.getDate()), null);
        }
        LocalDateTime hier =
            LocalDateTime.ofInstant(Instant.ofEpochMilli(tijd.getValue().getTime()), Klok.ZONE);
        return new Moment(hier.toLocalDate(), LocalTime.of(hier.getHour(), hier.getMinute()));
      } catch (DateTimeException e) {
        throw new SchemaFout(
            "bestand", "De afspraak '" + kort(naam(a)) + "' heeft geen leesbare datum.");
      }
    }

    private TimeZone zone(VEvent a, DateStart begin) {
      DateTimeComponents ruw = begin.getValue().getRawComponents();
      if (ruw != null && ruw.isUtc()) {
        return TimeZone.getTimeZone("UTC");
      }
      TimezoneAssignment zone = agenda.get(a).getTimezoneInfo().getTimezone(begin);
      return zone == null ? TimeZone.getTimeZone(Klok.ZONE) : zone.getTimeZone();
    }
  }
}
