package nl.besluitroute.kalender;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Reads the part of EDTF (ISO 8601-2) that written dates need: day, month, year, decade and month
 * with {@code X}, seasons (21-24), quarters (33-36) and halves (40-41), each with {@code ~}, {@code
 * ?} or {@code %}; intervals {@code a/b} with open ends {@code ..}; sets {@code {a,b}} and {@code
 * [a,b]} with {@code a..b} inside. The outcome is the first and the last day that can be meant.
 */
final class Edtf {

  /** First and last day that can be meant. */
  record Bereik(LocalDate eerste, LocalDate laatste) {}

  private static final int HOOGSTE_AANTAL_LEDEN = 50;
  private static final Pattern DATUM =
      Pattern.compile("(\\d{4}|\\d{3}X|\\d{2}XX|XXXX)(?:-(\\d{2}|XX)(?:-(\\d{2}|XX))?)?[~?%]?");

  private Edtf() {}

  /** The range of an EDTF text; empty when it is outside the part read here or no date. */
  static Optional<Bereik> lees(String edtf) {
    try {
      return Optional.of(isDag(edtf) ? dag(edtf) : waarde(edtf));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Most dates are one day (yyyy-MM-dd), and rows are read by the hundred: those need no pattern. */
  private static boolean isDag(String edtf) {
    return edtf.length() == 10
        && IntStream.range(0, 10)
            .allMatch(i -> i == 4 || i == 7 ? edtf.charAt(i) == '-' : isCijfer(edtf.charAt(i)));
  }

  private static boolean isCijfer(char teken) {
    return teken >= '0' && teken <= '9';
  }

  private static Bereik dag(String edtf) {
    LocalDate dag = LocalDate.parse(edtf);
    return new Bereik(dag, dag);
  }

  private static Bereik waarde(String edtf) {
    if (edtf.startsWith("{") && edtf.endsWith("}") || edtf.startsWith("[") && edtf.endsWith("]")) {
      return verzameling(edtf.substring(1, edtf.length() - 1));
    }
    int streep = edtf.indexOf('/');
    if (streep < 0) {
      return datum(edtf);
    }
    return tussen(edtf.substring(0, streep), edtf.substring(streep + 1));
  }

  private static Bereik tussen(String van, String tot) {
    boolean openBegin = van.isEmpty() || van.equals("..");
    boolean openEinde = tot.isEmpty() || tot.equals("..");
    Bereik begin = openBegin ? null : datum(van);
    Bereik einde = openEinde ? null : datum(tot);
    if (openBegin && openEinde) {
      throw new DateTimeException("Een periode heeft een begin of een einde");
    }
    if (begin != null && einde != null && einde.laatste().isBefore(begin.eerste())) {
      throw new DateTimeException("Een periode eindigt niet voor haar begin");
    }
    return new Bereik(
        begin == null ? GeschrevenDatum.VROEGST : begin.eerste(),
        einde == null ? GeschrevenDatum.LAATST : einde.laatste());
  }

  private static Bereik verzameling(String inhoud) {
    String[] leden = inhoud.split(",", -1);
    if (leden.length > HOOGSTE_AANTAL_LEDEN) {
      throw new DateTimeException("Te veel datums");
    }
    LocalDate eerste = null;
    LocalDate laatste = null;
    for (String lid : leden) {
      String kaal = lid.strip();
      int punten = kaal.indexOf("..");
      Bereik bereik =
          punten < 0 ? datum(kaal) : tussen(kaal.substring(0, punten), kaal.substring(punten + 2));
      eerste = eerste == null || bereik.eerste().isBefore(eerste) ? bereik.eerste() : eerste;
      laatste = laatste == null || bereik.laatste().isAfter(laatste) ? bereik.laatste() : laatste;
    }
    return new Bereik(eerste, laatste);
  }

  private static Bereik datum(String tekst) {
    Matcher m = DATUM.matcher(tekst);
    if (!m.matches()) {
      throw new DateTimeException("Geen EDTF-datum: " + tekst);
    }
    String jaar = m.group(1);
    if (jaar.equals("XXXX") && m.group(2) == null) {
      return new Bereik(GeschrevenDatum.VROEGST, GeschrevenDatum.LAATST);
    }
    if (jaar.contains("X")) {
      if (m.group(2) != null) {
        throw new DateTimeException("Een maand hoort bij een jaar");
      }
      return new Bereik(
          LocalDate.of(Math.max(1, Integer.parseInt(jaar.replace('X', '0'))), 1, 1),
          LocalDate.of(Integer.parseInt(jaar.replace('X', '9')), 12, 31));
    }
    int jaartal = Integer.parseInt(jaar);
    if (jaartal == 0) {
      throw new DateTimeException("Het jaar 0 bestaat niet");
    }
    String maand = m.group(2);
    String dag = m.group(3);
    if (maand == null || maand.equals("XX")) {
      if (dag != null && !dag.equals("XX")) {
        throw new DateTimeException("Een dag hoort bij een maand");
      }
      return maanden(YearMonth.of(jaartal, 1), 12);
    }
    int nummer = Integer.parseInt(maand);
    if (nummer > 12) {
      if (dag != null) {
        throw new DateTimeException("Een seizoen of kwartaal heeft geen dag");
      }
      return deelVanJaar(jaartal, nummer);
    }
    if (dag == null || dag.equals("XX")) {
      return maanden(YearMonth.of(jaartal, nummer), 1);
    }
    LocalDate precies = LocalDate.of(jaartal, nummer, Integer.parseInt(dag));
    return new Bereik(precies, precies);
  }

  /**
   * Seasons by the calendar of the weather service: spring is March to May, winter ends next year.
   */
  private static Bereik deelVanJaar(int jaar, int nummer) {
    return switch (nummer) {
      case 21, 22, 23, 24 -> maanden(YearMonth.of(jaar, 3 + 3 * (nummer - 21)), 3);
      case 33, 34, 35, 36 -> maanden(YearMonth.of(jaar, 1 + 3 * (nummer - 33)), 3);
      case 40, 41 -> maanden(YearMonth.of(jaar, 1 + 6 * (nummer - 40)), 6);
      default -> throw new DateTimeException("Onbekend deel van het jaar: " + nummer);
    };
  }

  private static Bereik maanden(YearMonth begin, int aantal) {
    LocalDate laatste =
        begin.getYear() == 9999 && begin.getMonthValue() + aantal - 1 > 12
            ? GeschrevenDatum.LAATST
            : begin.plusMonths(aantal - 1L).atEndOfMonth();
    return new Bereik(begin.atDay(1), laatste);
  }
}
