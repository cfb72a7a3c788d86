package nl.besluitroute.kalender;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.besluitroute.kalender.GeschrevenDatum.Lezing;

/** Gives what Dutch officials write for a date its EDTF meaning. */
final class GeschrevenDatumLezer {

  private static final Map<String, Integer> MAANDEN = maanden();
  private static final List<String> WEEKDAGEN =
      List.of("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag");
  private static final Map<String, Integer> RANG =
      Map.ofEntries(
          Map.entry("eerste", 1),
          Map.entry("1e", 1),
          Map.entry("i", 1),
          Map.entry("1", 1),
          Map.entry("tweede", 2),
          Map.entry("2e", 2),
          Map.entry("ii", 2),
          Map.entry("2", 2),
          Map.entry("derde", 3),
          Map.entry("3e", 3),
          Map.entry("iii", 3),
          Map.entry("3", 3),
          Map.entry("vierde", 4),
          Map.entry("4e", 4),
          Map.entry("iv", 4),
          Map.entry("4", 4));
  private static final Map<String, Integer> SEIZOENEN =
      Map.of("lente", 21, "voorjaar", 21, "zomer", 22, "herfst", 23, "najaar", 23, "winter", 24);

  private static final Pattern CIJFERS =
      Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})(?:[-/.](\\d{4}|\\d{2}))?");
  private static final Pattern ISO = Pattern.compile("\\d{4}-\\d{2}(?:-\\d{2})?");
  private static final Pattern DAG = Pattern.compile("(\\d{1,2})(?:e|ste|de)?(?: (\\p{L}+))?");
  private static final Pattern JAAR_ACHTERAAN =
      Pattern.compile("(.*?)[ ,(]*\\b(\\d{4}|'\\d{2})\\)?");
  private static final Pattern KWARTAAL =
      Pattern.compile("(?:(\\S+) (?:kwartaal|kw)|(?:kwartaal|kw|q) ?(\\S+)|q([1-4]))");
  private static final Pattern HELFT =
      Pattern.compile("(eerste|1e|tweede|2e) (?:helft|halfjaar|helft van)(?: van)?(?: het jaar)?");
  private static final Pattern WEEK = Pattern.compile("week (\\d{1,2})");

  private GeschrevenDatumLezer() {}

  /** A part of a written date: its meaning once the year is known. */
  @FunctionalInterface
  private interface Betekenis {
    String in(int jaar);
  }

  private record Deel(Betekenis betekenis, Integer jaar) {}

  private static final class Onleesbaar extends Exception {
    private static final long serialVersionUID = 1L;

    Onleesbaar(String reden) {
      super(reden, null, false, false);
    }
  }

  static Lezing lees(String tekst, int jaar) {
    if (tekst == null || tekst.isBlank()) {
      return Lezing.niet("De datum is leeg");
    }
    if (tekst.codePointCount(0, tekst.length()) > GeschrevenDatum.MAXIMALE_LENGTE) {
      return Lezing.niet("De datum is langer dan " + GeschrevenDatum.MAXIMALE_LENGTE + " tekens");
    }
    try {
      return Lezing.van(GeschrevenDatum.van(tekst.strip(), betekenis(tekst, jaar)));
    } catch (Onleesbaar e) {
      return Lezing.niet(e.getMessage());
    } catch (DateTimeException | IllegalArgumentException e) {
      return Lezing.niet("'" + tekst.strip() + "' is geen bestaande datum");
    }
  }

  static Lezing leesNabij(String tekst, LocalDate nabij) {
    Lezing beste = lees(tekst, nabij.getYear());
    for (int jaar : new int[] {nabij.getYear() + 1, nabij.getYear() - 1}) {
      Lezing kandidaat = lees(tekst, jaar);
      if (kandidaat.datum().isPresent()
          && (beste.datum().isEmpty()
              || afstand(kandidaat.datum().get(), nabij) < afstand(beste.datum().get(), nabij))) {
        beste = kandidaat;
      }
    }
    return beste;
  }

  static Lezing leesVanaf(String tekst, LocalDate vanaf) {
    Lezing dit = lees(tekst, vanaf.getYear());
    if (dit.datum().filter(datum -> !datum.isVoorbijOp(vanaf)).isPresent()) {
      return dit;
    }
    Lezing volgend = lees(tekst, vanaf.getYear() + 1);
    return volgend.datum().isPresent() ? volgend : dit;
  }

  private static long afstand(GeschrevenDatum datum, LocalDate dag) {
    if (datum.eerste().isAfter(dag)) {
      return ChronoUnit.DAYS.between(dag, datum.eerste());
    }
    return datum.laatste().isBefore(dag) ? ChronoUnit.DAYS.between(datum.laatste(), dag) : 0;
  }

  private static String betekenis(String geschreven, int jaar) throws Onleesbaar {
    String tekst =
        geschreven
            .strip()
            .toLowerCase(Locale.forLanguageTag("nl"))
            .replace('\u2019', '\'')
            .replace('\u2018', '\'')
            .replaceAll("[\u2013\u2014]", "-")
            .replaceAll("\\s+", " ")
            .replaceAll("[.;:]+$", "");
    if (tekst.equals("onbekend") || tekst.equals("n.t.b") || tekst.equals("nader te bepalen")) {
      return GeschrevenDatum.ONBEKEND.edtf();
    }
    boolean onzeker = false;
    boolean ongeveer = false;
    for (boolean verder = true; verder; ) {
      verder = false;
      for (String woord : List.of("waarschijnlijk ", "vermoedelijk ", "naar verwachting ")) {
        if (tekst.startsWith(woord)) {
          tekst = tekst.substring(woord.length());
          onzeker = true;
          verder = true;
        }
      }
      for (String woord :
          List.of("rond ", "rondom ", "omstreeks ", "ongeveer ", "circa ", "ca. ", "ca ", "±")) {
        if (tekst.startsWith(woord)) {
          tekst = tekst.substring(woord.length()).strip();
          ongeveer = true;
          verder = true;
        }
      }
      for (String woord : List.of("op ", "in ", "de ", "het ")) {
        if (tekst.startsWith(woord)) {
          tekst = tekst.substring(woord.length());
          verder = true;
        }
      }
    }
    if (tekst.endsWith("?") || tekst.endsWith("(?)")) {
      tekst = tekst.replaceAll(" ?(\\?|\\(\\?\\))$", "");
      onzeker = true;
    }
    if (tekst.startsWith("uiterlijk ") || tekst.startsWith("tot en met ")) {
      return "../"
          + reeks(tekst.replaceFirst("^(uiterlijk|tot en met) ", ""), jaar, onzeker, ongeveer);
    }
    if (tekst.startsWith("vanaf ")) {
      return reeks(tekst.substring(6), jaar, onzeker, ongeveer) + "/..";
    }
    return reeks(tekst, jaar, onzeker, ongeveer);
  }

  /** One part, or a list or a period of parts that share what only one of them says. */
  private static String reeks(String tekst, int jaar, boolean onzeker, boolean ongeveer)
      throws Onleesbaar {
    if (CIJFERS.matcher(tekst).matches() || ISO.matcher(tekst).matches()) {
      return merk(deel(tekst, null).in(jaar), onzeker, ongeveer);
    }
    String gelijk =
        tekst
            .replaceAll(" ?(?:\\bt/m\\b|\\btot en met\\b) ?", " / ")
            .replaceAll("(?<=\\p{L}|\\d) - (?=\\p{L}|\\d)", " / ")
            .replaceAll("(?<=\\p{L}{3}\\.?)-(?=\\p{L}{3})", " / ")
            .replaceAll("(?<=^\\d{1,2})-(?=\\d{1,2} \\p{L})", " / ");
    boolean periode = gelijk.matches(".*(?<!\\d)/.*|.*/(?!\\d).*|\\d{1,2}/\\d{1,2} .*");
    String[] stukken =
        periode
            ? gelijk.split("/")
            : gelijk.split(",(?! ?\\d{4}$)| en | of | & |(?<=\\p{L}) ?\\+ ?");
    if (periode && stukken.length != 2) {
      throw onbekend(tekst);
    }
    List<Deel> delen = new ArrayList<>();
    String maandErna = null;
    Integer jaarErna = null;
    for (int i = stukken.length - 1; i >= 0; i--) {
      String stuk = stukken[i].strip().replaceAll("^en ", "");
      Integer eigenJaar = null;
      Matcher metJaar = JAAR_ACHTERAAN.matcher(stuk);
      if (metJaar.matches() && !ISO.matcher(stuk).matches() && !CIJFERS.matcher(stuk).matches()) {
        eigenJaar = jaartal(metJaar.group(2).replace("'", ""));
        stuk = metJaar.group(1).strip();
        jaarErna = eigenJaar;
      }
      if (stuk.isEmpty() && eigenJaar == null) {
        throw onbekend(tekst);
      }
      Matcher dag = DAG.matcher(zonderWeekdag(stuk));
      if (dag.matches() && dag.group(2) != null) {
        maandErna = dag.group(2);
      }
      delen.add(0, new Deel(deel(stuk, maandErna), eigenJaar));
    }
    return voegSamen(delen, jaarErna, jaar, periode, onzeker, ongeveer);
  }

  private static String voegSamen(
      List<Deel> delen,
      Integer geschrevenJaar,
      int jaar,
      boolean periode,
      boolean onzeker,
      boolean ongeveer)
      throws Onleesbaar {
    int n = delen.size();
    int[] jaren = new int[n];
    // A year that is written holds for what stands before it as well ('23 maart, 20 april 2021').
    int laatste = jaar;
    int vanWaar = -1;
    for (int i = n - 1; i >= 0; i--) {
      if (delen.get(i).jaar() != null) {
        laatste = delen.get(i).jaar();
        vanWaar = i;
      } else if (vanWaar >= 0 && overNieuwjaar(delen.get(i), delen.get(i + 1), laatste)) {
        laatste--;
      }
      jaren[i] = laatste;
    }
    if (geschrevenJaar == null) {
      laatste = jaar;
      for (int i = 0; i < n; i++) {
        if (i > 0 && overNieuwjaar(delen.get(i - 1), delen.get(i), laatste)) {
          laatste++;
        }
        jaren[i] = laatste;
      }
    }
    List<String> betekenissen = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      betekenissen.add(merk(delen.get(i).betekenis().in(jaren[i]), onzeker, ongeveer));
    }
    if (n == 1) {
      return betekenissen.get(0);
    }
    if (periode) {
      String begin = betekenissen.get(0);
      String einde = betekenissen.get(1);
      return begin.replaceFirst("/.*", "") + "/" + einde.replaceFirst(".*/", "");
    }
    return betekenissen.stream()
        .map(betekenis -> betekenis.replace("/", ".."))
        .collect(Collectors.joining(",", "{", "}"));
  }

  /** More than half a year back in a list that goes forward means the next year. */
  private static boolean overNieuwjaar(Deel eerder, Deel later, int jaar) {
    LocalDate begin = Edtf.lees(eerder.betekenis().in(jaar)).map(Edtf.Bereik::eerste).orElse(null);
    LocalDate einde = Edtf.lees(later.betekenis().in(jaar)).map(Edtf.Bereik::eerste).orElse(null);
    return begin != null && einde != null && einde.isBefore(begin.minusMonths(6));
  }

  private static Betekenis deel(String stuk, String maandErna) throws Onleesbaar {
    if (ISO.matcher(stuk).matches()) {
      return jaar -> stuk;
    }
    Matcher cijfers = CIJFERS.matcher(stuk);
    if (cijfers.matches()) {
      int dag = Integer.parseInt(cijfers.group(1));
      int maand = Integer.parseInt(cijfers.group(2));
      String eigen = cijfers.group(3);
      return jaar -> LocalDate.of(eigen == null ? jaar : jaartal(eigen), maand, dag).toString();
    }
    if (stuk.isEmpty()) {
      return jaar -> "%04d".formatted(jaar);
    }
    if (MAANDEN.containsKey(stuk)) {
      return maand(MAANDEN.get(stuk));
    }
    Integer seizoen = SEIZOENEN.get(stuk.replaceFirst("^(rond de|de|het|deze|dit) ", ""));
    if (seizoen != null) {
      return jaar -> "%04d-%d".formatted(jaar, seizoen);
    }
    switch (stuk) {
      case "voor de zomer", "vóór de zomer", "voor het zomerreces", "vóór het zomerreces":
        return jaar -> "%04d-06~".formatted(jaar);
      case "na de zomer", "na het zomerreces":
        return jaar -> "%04d-09~".formatted(jaar);
      case "eind van het jaar", "einde van het jaar", "eind van het", "eind", "einde":
        return jaar -> "%1$04d-10~/%1$04d-12~".formatted(jaar);
      case "medio", "midden":
        return jaar -> "%1$04d-06~/%1$04d-07~".formatted(jaar);
      case "begin", "begin van het jaar", "aanvang":
        return jaar -> "%1$04d-01~/%1$04d-03~".formatted(jaar);
      default:
        return samengesteld(stuk, maandErna);
    }
  }

  private static Betekenis samengesteld(String stuk, String maandErna) throws Onleesbaar {
    int spatie = stuk.indexOf(' ');
    if (spatie > 0) {
      Integer maand = MAANDEN.get(stuk.substring(spatie + 1));
      if (maand != null) {
        switch (stuk.substring(0, spatie)) {
          case "begin":
            return dagen(maand, 1, 10);
          case "medio", "half", "midden":
            return dagen(maand, 11, 20);
          case "eind", "einde":
            return dagen(maand, 21, 31);
          default:
            break;
        }
      }
    }
    Matcher kwartaal = KWARTAAL.matcher(stuk);
    if (kwartaal.matches()) {
      String rang =
          kwartaal.group(1) != null
              ? kwartaal.group(1)
              : kwartaal.group(2) != null ? kwartaal.group(2) : kwartaal.group(3);
      Integer nummer = RANG.get(rang);
      if (nummer != null) {
        return jaar -> "%04d-%d".formatted(jaar, 32 + nummer);
      }
    }
    Matcher helft = HELFT.matcher(stuk);
    if (helft.matches()) {
      int nummer = RANG.get(helft.group(1));
      return jaar -> "%04d-%d".formatted(jaar, 39 + nummer);
    }
    Matcher week = WEEK.matcher(stuk);
    if (week.matches()) {
      int nummer = Integer.parseInt(week.group(1));
      return jaar -> week(jaar, nummer);
    }
    return dagVanMaand(stuk, maandErna);
  }

  private static Betekenis dagVanMaand(String stuk, String maandErna) throws Onleesbaar {
    String kaal = zonderWeekdag(stuk);
    Matcher dag = DAG.matcher(kaal);
    if (!dag.matches()) {
      throw onbekend(stuk);
    }
    String naam = dag.group(2) != null ? dag.group(2) : maandErna;
    Integer maand = naam == null ? null : MAANDEN.get(naam);
    if (maand == null) {
      throw naam == null
          ? new Onleesbaar("Bij '" + stuk + "' staat geen maand")
          : new Onleesbaar("'" + naam + "' is geen maand");
    }
    int nummer = Integer.parseInt(dag.group(1));
    int weekdag = kaal.equals(stuk) ? 0 : WEEKDAGEN.indexOf(stuk.split(" ")[0]) + 1;
    return jaar -> {
      LocalDate datum = LocalDate.of(jaar, maand, nummer);
      if (weekdag > 0 && datum.getDayOfWeek() != DayOfWeek.of(weekdag)) {
        throw new DateTimeException("Deze dag is geen " + WEEKDAGEN.get(weekdag - 1));
      }
      return datum.toString();
    };
  }

  private static String zonderWeekdag(String stuk) {
    int spatie = stuk.indexOf(' ');
    return spatie > 0 && WEEKDAGEN.contains(stuk.substring(0, spatie))
        ? stuk.substring(spatie + 1)
        : stuk;
  }

  private static Betekenis maand(int maand) {
    return jaar -> YearMonth.of(jaar, maand).toString();
  }

  private static Betekenis dagen(int maand, int van, int tot) {
    return jaar -> {
      YearMonth heel = YearMonth.of(jaar, maand);
      return heel.atDay(van) + "~/" + heel.atDay(Math.min(tot, heel.lengthOfMonth())) + "~";
    };
  }

  private static String week(int jaar, int nummer) {
    LocalDate inJaar = LocalDate.of(jaar, 1, 4);
    LocalDate maandag =
        inJaar.with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, nummer).with(DayOfWeek.MONDAY);
    return maandag + "/" + maandag.plusDays(6);
  }

  private static String merk(String edtf, boolean onzeker, boolean ongeveer) {
    if (!onzeker && !ongeveer) {
      return edtf;
    }
    StringBuilder uit = new StringBuilder();
    String[] delen = edtf.split("/", -1);
    for (int i = 0; i < delen.length; i++) {
      String kaal = delen[i].replaceAll("[~?%]$", "");
      boolean ookOngeveer = ongeveer || !kaal.equals(delen[i]);
      String teken = onzeker ? ookOngeveer ? "%" : "?" : "~";
      uit.append(i == 0 ? "" : "/").append(kaal).append(teken);
    }
    return uit.toString();
  }

  private static int jaartal(String cijfers) {
    return cijfers.length() == 2 ? 2000 + Integer.parseInt(cijfers) : Integer.parseInt(cijfers);
  }

  private static Onleesbaar onbekend(String stuk) {
    return new Onleesbaar(
        "'"
            + stuk
            + "' is niet als datum te lezen; schrijf bijvoorbeeld '2 september 2021', 'Sept/ Okt'"
            + " of 'tweede kwartaal 2021'");
  }

  private static Map<String, Integer> maanden() {
    Map<String, Integer> maanden = new TreeMap<>();
    String[] namen = {
      "januari",
      "februari",
      "maart",
      "april",
      "mei",
      "juni",
      "juli",
      "augustus",
      "september",
      "oktober",
      "november",
      "december"
    };
    for (int i = 0; i < namen.length; i++) {
      maanden.put(namen[i], i + 1);
      maanden.put(namen[i].substring(0, 3), i + 1);
      maanden.put(namen[i].substring(0, 3) + ".", i + 1);
    }
    for (String mrt : List.of("mrt", "mrt.")) {
      maanden.put(mrt, 3);
    }
    for (String sept : List.of("sept", "sept.")) {
      maanden.put(sept, 9);
    }
    return Map.copyOf(maanden);
  }
}
