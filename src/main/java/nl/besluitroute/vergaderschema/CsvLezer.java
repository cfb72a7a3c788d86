package nl.besluitroute.vergaderschema;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads a list as a Dutch Excel saves it: {@code ;} or {@code ,} between the columns, a head with
 * Dutch names, days as dd-mm-jjjj or ISO 8601. Without a column 'kenmerk' a row is known by its day
 * and time, and then one that moves is another meeting.
 */
final class CsvLezer {
  private static final Map<String, List<String>> NAMEN =
      Map.of(
          "dag", List.of("datum", "dag", "vergaderdatum", "vergaderdag"),
          "aanvang", List.of("tijd", "aanvang", "begintijd", "begin", "starttijd", "aanvangstijd"),
          "titel", List.of("titel", "onderwerp", "omschrijving", "vergadering", "naam"),
          "plaats", List.of("plaats", "locatie", "zaal"),
          "kenmerk", List.of("kenmerk", "uid", "id", "nummer"));

  private static final List<DateTimeFormatter> DAGEN =
      List.of(
          streng("d-M-uuuu"), streng("d/M/uuuu"), streng("d.M.uuuu"), streng("uuuu-MM-dd"));
  private static final List<DateTimeFormatter> TIJDEN = List.of(streng("H:mm"), streng("H.mm"), streng("H:mm:ss"));

  private CsvLezer() {}

  private static DateTimeFormatter streng(String vorm) {
    return DateTimeFormatter.ofPattern(vorm, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
  }

  static Agendabestand.Inhoud lees(String tekst, LocalDate vandaag) {
    String inhoud = tekst;
    // Excel's own line that names the separator.
    if (inhoud.toLowerCase(Locale.ROOT).startsWith("sep=")) {
      int einde = inhoud.indexOf('\n');
      inhoud = einde < 0 ? "" : inhoud.substring(einde + 1);
    }
    String kop = inhoud.lines().findFirst().orElse("");
    char teken = kop.chars().filter(c -> c == ';').count() >= kop.chars().filter(c -> c == ',').count() ? ';' : ',';
    List<Agendabestand.Regel> regels = new ArrayList<>();
    int voorbij = 0;
    try (CsvReader<CsvRecord> lezer =
        CsvReader.builder().fieldSeparator(teken).skipEmptyLines(true).ofCsvRecord(inhoud)) {
      Map<String, Integer> kolommen = null;
      for (CsvRecord rij : lezer) {
        if (kolommen == null) {
          kolommen = kolommen(rij);
          continue;
        }
        if (rij.getFields().stream().allMatch(String::isBlank)) {
          continue;
        }
        long nummer = rij.getStartingLineNumber();
        LocalDate dag = dag(veld(rij, kolommen, "dag"), nummer);
        Moment moment = new Moment(dag, tijd(veld(rij, kolommen, "aanvang"), nummer));
        if (dag.isBefore(vandaag)) {
          voorbij++;
          continue;
        }
        SchemaFout.eis(
            !dag.isAfter(vandaag.plusYears(Vergaderschema.JAREN_VOORUIT)),
            "bestand",
            "Regel " + nummer + " ligt meer dan " + Vergaderschema.JAREN_VOORUIT + " jaar vooruit.");
        String kenmerk = veld(rij, kolommen, "kenmerk");
        regels.add(
            new Agendabestand.Regel(
                kenmerk.isEmpty() ? "csv:" + moment : "csv:" + kenmerk,
                moment,
                veld(rij, kolommen, "titel"),
                veld(rij, kolommen, "plaats")));
        SchemaFout.eis(
            regels.size() <= Agendabestand.MEESTE_VERGADERINGEN,
            "bestand",
            "Hier staan meer dan "
                + Agendabestand.MEESTE_VERGADERINGEN
                + " vergaderingen in; neem een kortere periode.");
      }
    } catch (CsvParseException | UncheckedIOException | IOException e) {
      throw new SchemaFout("bestand", "Deze lijst is niet te lezen; bewaar haar opnieuw als CSV.");
    }
    SchemaFout.eis(
        !regels.isEmpty() || voorbij > 0, "bestand", "Er staan geen vergaderingen in deze lijst.");
    return new Agendabestand.Inhoud(
        List.copyOf(regels),
        voorbij == 0 ? List.of() : List.of("Overgeslagen, want al geweest: " + voorbij + "."));
  }

  private static Map<String, Integer> kolommen(CsvRecord kop) {
    Map<String, Integer> kolommen = new HashMap<>();
    for (int i = 0; i < kop.getFieldCount(); i++) {
      String naam = kop.getField(i).strip().toLowerCase(Locale.ROOT);
      int plaats = i;
      NAMEN.forEach(
          (wat, namen) -> {
            if (namen.contains(naam)) {
              SchemaFout.eis(
                  kolommen.put(wat, plaats) == null,
                  "bestand",
                  "Twee kolommen van deze lijst betekenen hetzelfde: '" + naam + "' en een eerdere.");
            }
          });
    }
    SchemaFout.eis(
        kolommen.containsKey("dag"),
        "bestand",
        "Dit is geen agenda die wij kunnen lezen: geen iCalendar, en geen lijst met een kolom 'datum'"
            + " op de eerste regel.");
    return kolommen;
  }

  private static String veld(CsvRecord rij, Map<String, Integer> kolommen, String wat) {
    Integer plaats = kolommen.get(wat);
    return plaats == null || plaats >= rij.getFieldCount() ? "" : rij.getField(plaats).strip();
  }

  private static LocalDate dag(String tekst, long nummer) {
    for (DateTimeFormatter vorm : DAGEN) {
      try {
        return LocalDate.parse(tekst, vorm);
      } catch (DateTimeException e) {
        // another way of writing
      }
    }
    throw new SchemaFout(
        "bestand", "Regel " + nummer + " heeft geen datum; schrijf die als 31-12-2027 of 2027-12-31.");
  }

  private static LocalTime tijd(String tekst, long nummer) {
    String kaal = tekst.replaceAll("(?i)\\s*(uur|u)\\.?$", "").strip();
    if (kaal.isEmpty()) {
      return null;
    }
    for (DateTimeFormatter vorm : TIJDEN) {
      try {
        return LocalTime.parse(kaal, vorm);
      } catch (DateTimeException e) {
        // another way of writing
      }
    }
    throw new SchemaFout("bestand", "Regel " + nummer + " heeft geen leesbare tijd; schrijf die als 19:30.");
  }
}
