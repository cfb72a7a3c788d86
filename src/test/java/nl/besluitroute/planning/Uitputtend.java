package nl.besluitroute.planning;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import nl.besluitroute.kalender.Termijn;

/**
 * Tries every combination of days. Shares nothing with the planner but the question: it counts
 * working days by walking over a list of feestdagen written down here, and knows the rules only as
 * conditions on a finished combination. The opgave's steps come after what they build on.
 */
final class Uitputtend {
  static final LocalDate EERSTE = LocalDate.of(2027, 1, 20);
  static final LocalDate LAATSTE = LocalDate.of(2027, 6, 30);

  private static final Set<LocalDate> FEESTDAGEN =
      Set.of(
          LocalDate.of(2027, 3, 26), LocalDate.of(2027, 3, 29), LocalDate.of(2027, 4, 27),
          LocalDate.of(2027, 5, 5), LocalDate.of(2027, 5, 6), LocalDate.of(2027, 5, 7),
          LocalDate.of(2027, 5, 17));

  private static final int MIN = Integer.MIN_VALUE;

  /** A step that is never treated, or so early that it never was: what remains when no day will do. */
  private static final int NOOIT = 1_000_000;

  private static final int TE_VROEG = -1_000_000;

  private final List<Planstap> stappen;
  private final Map<String, Integer> plaats = new HashMap<>();
  private final List<int[]> mogelijk = new ArrayList<>();
  private final int vandaag;
  private final int begin;
  private final int[] dag;

  /** What a combination must meet. */
  private boolean ondergrens;
  private boolean planning;
  private boolean vasteDatumsMoetenKunnen;
  private int grens;
  private int vrijgemaakt;
  private Set<Integer> doetMee;

  Uitputtend(Planopgave opgave) {
    this.stappen = opgave.stappen();
    this.vandaag = nr(opgave.vandaag());
    this.begin = nr(opgave.begin());
    this.dag = new int[stappen.size()];
    for (int i = 0; i < stappen.size(); i++) {
      plaats.put(stappen.get(i).id(), i);
      Set<Integer> dagen = new TreeSet<>();
      if (stappen.get(i).kalender().isPresent()) {
        String k = stappen.get(i).kalender().get();
        opgave.kalenders().stream()
            .filter(x -> x.id().equals(k))
            .forEach(x -> x.vergaderingen().forEach(v -> dagen.add(nr(v.dag()))));
      } else {
        EERSTE.datesUntil(LAATSTE).map(Uitputtend::nr).filter(Uitputtend::isWerkdag).forEach(dagen::add);
      }
      mogelijk.add(dagen.stream().mapToInt(Integer::intValue).toArray());
    }
  }

  int[] mogelijk(int s) {
    return mogelijk.get(s);
  }

  /** The earliest day of a step in any combination of it and what comes before it. */
  OptionalInt vroegst(int s, boolean metPlanning) {
    stel(true, metPlanning, false, Integer.MAX_VALUE, -1, ervoor(s));
    int[] beste = {Integer.MAX_VALUE};
    zoek(0, d -> dag[s] < beste[0], () -> beste[0] = dag[s]);
    return beste[0] == NOOIT ? OptionalInt.empty() : OptionalInt.of(beste[0]);
  }

  /** The latest day of a step in any combination of it and what comes after it. */
  OptionalInt uiterlijk(int s, int uiterlijkeDag) {
    stel(false, false, true, uiterlijkeDag, s, erna(s));
    int[] beste = {MIN};
    zoek(0, d -> dag[s] > beste[0], () -> beste[0] = dag[s]);
    return beste[0] == TE_VROEG ? OptionalInt.empty() : OptionalInt.of(beste[0]);
  }

  /** The latest day of a step in any combination of all steps, nothing before today. */
  OptionalInt uiterlijkInEenHeelPlan(int s, int uiterlijkeDag) {
    Set<Integer> alle = new TreeSet<>();
    for (int i = 0; i < stappen.size(); i++) {
      alle.add(i);
    }
    stel(true, false, true, uiterlijkeDag, -1, alle);
    int[] beste = {MIN};
    zoek(0, d -> dag[s] > beste[0], () -> beste[0] = dag[s]);
    return beste[0] == MIN ? OptionalInt.empty() : OptionalInt.of(beste[0]);
  }

  private void stel(boolean onder, boolean gepland, boolean vast, int tot, int vrij, Set<Integer> wie) {
    this.ondergrens = onder;
    this.planning = gepland;
    this.vasteDatumsMoetenKunnen = vast;
    this.grens = tot;
    this.vrijgemaakt = vrij;
    this.doetMee = wie;
  }

  private void zoek(int i, IntPredicate beter, Runnable gevonden) {
    if (i == stappen.size()) {
      if (beter.test(0)) {
        gevonden.run();
      }
      return;
    }
    if (!doetMee.contains(i)) {
      zoek(i + 1, beter, gevonden);
      return;
    }
    Planstap s = stappen.get(i);
    if (s.werkelijk().isPresent() || (s.vast() && i != vrijgemaakt)) {
      dag[i] = nr(s.werkelijk().or(s::gepland).orElseThrow());
      if (s.werkelijk().isPresent() || !vasteDatumsMoetenKunnen || past(i)) {
        zoek(i + 1, beter, gevonden);
      }
      return;
    }
    for (int d : mogelijk.get(i)) {
      dag[i] = d;
      if (inVenster(s, d) && past(i)) {
        zoek(i + 1, beter, gevonden);
      }
    }
    if (!ondergrens || !vasteDatumsMoetenKunnen) {
      dag[i] = ondergrens ? NOOIT : TE_VROEG;
      if (past(i)) {
        zoek(i + 1, beter, gevonden);
      }
    }
  }

  private boolean inVenster(Planstap s, int d) {
    return d <= grens
        && (!ondergrens || d >= vandaag)
        && (!planning || s.gepland().isEmpty() || d >= nr(s.gepland().get()))
        && (s.nietVoor().isEmpty() || d >= nr(s.nietVoor().get()))
        && (s.nietNa().isEmpty() || d <= nr(s.nietNa().get()));
  }

  /** Whether this step comes late enough after all that it follows. */
  private boolean past(int i) {
    Planstap s = stappen.get(i);
    int aanleveren = aanleverdag(s, dag[i]);
    if (s.aangeleverd().isPresent()) {
      if (ondergrens && nr(s.aangeleverd().get()) > aanleveren) {
        return false;
      }
    } else if (gereed(i) > aanleveren) {
      return false;
    }
    for (Voorganger v : s.voorgangers()) {
      int p = plaats.get(v.stap());
      if (v.aansluiting() == Voorganger.Aansluiting.OVERLAPPEND
          && telt(p)
          && dag[i] <= dag[p]
          && !(dag[i] == dag[p] && Math.abs(dag[i]) == NOOIT)) {
        return false;
      }
    }
    return true;
  }

  private int gereed(int i) {
    Planstap s = stappen.get(i);
    int klaar = ondergrens ? vandaag : MIN;
    if (ondergrens && s.voorgangers().isEmpty()) {
      klaar = Math.max(klaar, werkdagenNa(begin, s.werktijd()));
    }
    for (Voorganger v : s.voorgangers()) {
      int p = plaats.get(v.stap());
      if (v.aansluiting() == Voorganger.Aansluiting.OVERLAPPEND && doetMee.contains(p)) {
        klaar = Math.max(klaar, levering(p));
      } else if (telt(p)) {
        klaar = Math.max(klaar, werkdagenNa(dag[p], s.werktijd()));
      }
    }
    return klaar;
  }

  /** Backward, a date that is kept is no one's lower bound. */
  private boolean telt(int p) {
    Planstap s = stappen.get(p);
    return doetMee.contains(p)
        && (ondergrens || s.werkelijk().isEmpty() && (!s.vast() || p == vrijgemaakt));
  }

  private int levering(int p) {
    Planstap s = stappen.get(p);
    if (s.werkelijk().isPresent()) {
      return MIN;
    }
    int klaar = s.aangeleverd().isEmpty() ? gereed(p) : ondergrens ? nr(s.aangeleverd().get()) : MIN;
    return s.vast() ? Math.min(klaar, aanleverdag(s, dag[p])) : klaar;
  }

  private Set<Integer> ervoor(int s) {
    Set<Integer> wie = new TreeSet<>(Set.of(s));
    for (int i = s; i >= 0; i--) {
      if (wie.contains(i)) {
        stappen.get(i).voorgangers().forEach(v -> wie.add(plaats.get(v.stap())));
      }
    }
    return wie;
  }

  private Set<Integer> erna(int s) {
    Set<Integer> wie = new TreeSet<>(Set.of(s));
    for (int i = s + 1; i < stappen.size(); i++) {
      if (stappen.get(i).voorgangers().stream().anyMatch(v -> wie.contains(plaats.get(v.stap())))) {
        wie.add(i);
      }
    }
    return wie;
  }

  // -- days ---------------------------------------------------------------------------------------

  static int nr(LocalDate d) {
    return (int) (d.toEpochDay() - EERSTE.toEpochDay());
  }

  static LocalDate datum(int d) {
    return EERSTE.plusDays(d);
  }

  private static final Map<Integer, Boolean> WERKDAG = new HashMap<>();

  static boolean isWerkdag(int d) {
    return WERKDAG.computeIfAbsent(
        d,
        x -> {
          DayOfWeek w = datum(x).getDayOfWeek();
          return w != DayOfWeek.SATURDAY && w != DayOfWeek.SUNDAY && !FEESTDAGEN.contains(datum(x));
        });
  }

  static int werkdagenNa(int d, int n) {
    if (Math.abs(d) == NOOIT || d == MIN) {
      return d;
    }
    int bij = d;
    for (int over = n; over > 0; ) {
      bij++;
      if (isWerkdag(bij)) {
        over--;
      }
    }
    return bij;
  }

  static int werkdagenTussen(int van, int tot) {
    if (tot < van) {
      return -werkdagenTussen(tot, van);
    }
    int aantal = 0;
    for (int d = van + 1; d <= tot; d++) {
      aantal += isWerkdag(d) ? 1 : 0;
    }
    return aantal;
  }

  private static int aanleverdag(Planstap s, int d) {
    int n = s.aanlevertermijn().aantal();
    if (Math.abs(d) == NOOIT) {
      return d;
    }
    if (s.aanlevertermijn().eenheid() == Termijn.Eenheid.KALENDERDAGEN) {
      return d - n;
    }
    int af = d;
    while (n > 0) {
      af--;
      if (isWerkdag(af)) {
        n--;
      }
    }
    return af;
  }
}
