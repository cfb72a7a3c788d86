package nl.besluitroute.planning;

import static nl.besluitroute.planning.Dagen.ALTIJD;
import static nl.besluitroute.planning.Dagen.NOOIT;
import static nl.besluitroute.planning.Dagen.isDag;

import java.time.LocalDate;
import java.util.Arrays;
import nl.besluitroute.kalender.Werkdagen;

/**
 * {@link Werkdagen} numbered once, so that counting is looking up. Counts as Werkdagen does: a day
 * itself counts for nothing, 0 working days is the day itself. Where Werkdagen walks on, this one
 * ends: past its years there is {@link Dagen#NOOIT} or {@link Dagen#ALTIJD}.
 */
final class Werkdagtabel {
  private static final int EERSTE = Dagen.van(LocalDate.of(1950, 1, 1));
  static final int LAATSTE = Dagen.van(LocalDate.of(2150, 12, 31));

  /** Per day the number of working days up to and including it. */
  private final int[] nummer = new int[LAATSTE - EERSTE + 1];

  /** The working days, rising. */
  private final int[] werkdag;

  Werkdagtabel(Werkdagen werkdagen) {
    int[] gevonden = new int[nummer.length];
    int aantal = 0;
    LocalDate datum = LocalDate.ofEpochDay(EERSTE);
    for (int i = 0; i < nummer.length; i++, datum = datum.plusDays(1)) {
      if (werkdagen.isWerkdag(datum)) {
        gevonden[aantal++] = EERSTE + i;
      }
      nummer[i] = aantal;
    }
    this.werkdag = Arrays.copyOf(gevonden, aantal);
  }

  /** The n-th working day after this day. */
  int plus(int dag, int n) {
    return n == 0 || !isDag(dag) ? dag : werkdag(nummer(dag) + n);
  }

  /** The n-th working day before this day. */
  int min(int dag, int n) {
    return n == 0 || !isDag(dag) ? dag : werkdag(nummer(dag - 1) - n + 1);
  }

  /** The first day of which the n-th working day before it is not before this one. */
  int eersteMetErvoor(int dag, int n) {
    if (n == 0 || !isDag(dag)) {
      return dag;
    }
    int laatsteErvoor = werkdag(nummer(dag - 1) + n);
    return isDag(laatsteErvoor) ? laatsteErvoor + 1 : laatsteErvoor;
  }

  /** The last day of which the n-th working day after it is not after this one. */
  int laatsteMetErna(int dag, int n) {
    if (n == 0 || !isDag(dag)) {
      return dag;
    }
    int eersteErna = werkdag(nummer(dag) - n + 1);
    return isDag(eersteErna) ? eersteErna - 1 : eersteErna;
  }

  int opOfNa(int dag) {
    return isDag(dag) ? werkdag(nummer(dag - 1) + 1) : dag;
  }

  int opOfVoor(int dag) {
    return isDag(dag) ? werkdag(nummer(dag)) : dag;
  }

  /** The working days after the first, up to and including the second; negative the other way. */
  int tussen(int van, int tot) {
    return nummer(tot) - nummer(van);
  }

  private int nummer(int dag) {
    return dag < EERSTE ? 0 : nummer[Math.min(dag, LAATSTE) - EERSTE];
  }

  /** The working day with this number, from 1. */
  private int werkdag(int n) {
    return n < 1 ? ALTIJD : n > werkdag.length ? NOOIT : werkdag[n - 1];
  }
}
