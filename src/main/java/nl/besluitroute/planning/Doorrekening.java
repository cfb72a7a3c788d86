package nl.besluitroute.planning;

import static nl.besluitroute.planning.Dagen.ALTIJD;
import static nl.besluitroute.planning.Dagen.NOOIT;

import java.util.Arrays;

/**
 * The dates of an opgave, forward as early and backward as late as can be.
 *
 * <p><b>Why greedy is the optimum.</b> The unknowns are per step the day of treatment and the day on
 * which its stukken are delivered. Every constraint has the form <i>x &ge; g(y)</i>: a lower bound
 * of one unknown by one or more others, or by a constant (today, a window, a delivery that was
 * made), with a <i>g</i> that never falls when its argument rises. Adding working days, the first
 * day with enough working days before it, the first meeting on or after a day, and the greatest of
 * several such are all of that kind (isotone). Therefore, of two solutions the one that takes the
 * earlier of each pair of dates is a solution too, and if there is any solution there is one least in
 * every step at once. Taking each step after its predecessors and giving it the least day that its
 * bounds allow gives exactly that: by induction no solution has an earlier day for any predecessor,
 * hence no lower bound that is lower. So no search is needed, planning one step early never harms
 * another, and there is nothing to trade off. A date that is kept, actual or fixed, is a constant:
 * its own lower bounds are left out and reported.
 *
 * <p>Backward is the mirror: each <i>g</i> has a greatest <i>y</i> with <i>g(y) &le; x</i>, that in
 * turn never falls when <i>x</i> rises, and the greatest solution under the target follows by taking
 * each step before its followers. Between its least and its greatest day a step can have every
 * meeting: the least solution from that meeting on lies below the greatest one. That makes the
 * difference of the two the speling.
 *
 * <p>Each pass looks at every edge once and does one binary search a step.
 */
final class Doorrekening {
  private final Rekenmodel m;

  /** The day of treatment, or NOOIT. */
  final int[] dag;

  /** The first day that the bounds allow, whether or not there is a meeting. */
  final int[] drempel;

  /** The first day on which the stukken can be delivered. */
  final int[] levering;

  /** Backward: the last day that the bounds allow, whether or not there is a meeting. */
  private int[] grens;

  /** Backward: the last day on which it can be treated, or ALTIJD. */
  private int[] uiterlijk;

  /** Backward: the last day on which the stukken can be delivered, or ALTIJD. */
  private int[] uiterlijkeLevering;

  private Doorrekening(Rekenmodel m) {
    this.m = m;
    this.dag = new int[m.aantal];
    this.drempel = new int[m.aantal];
    this.levering = new int[m.aantal];
  }

  /**
   * The earliest dates.
   *
   * @param metPlanning never before the date as planned now
   */
  static Doorrekening vooruit(Rekenmodel m, boolean metPlanning) {
    Doorrekening d = new Doorrekening(m);
    for (int s : m.volgorde) {
      d.neem(s, metPlanning);
    }
    return d;
  }

  private void neem(int s, boolean metPlanning) {
    int vroegsteLevering = m.isAangeleverd(s) ? m.aangeleverd[s] : Math.max(m.vandaag, gereed(s));
    drempel[s] =
        Math.max(
            Math.max(m.eersteNaAanlevering(s, vroegsteLevering), naOverlap(s)),
            Math.max(m.vandaag, m.nietVoor[s]));
    if (m.isBehandeld(s)) {
      dag[s] = m.werkelijk[s];
      levering[s] = ALTIJD;
    } else if (m.staat(s)) {
      dag[s] = m.gepland[s];
      levering[s] = Math.min(vroegsteLevering, m.aanleverdag(s, dag[s]));
    } else {
      int vanaf = metPlanning ? Math.max(drempel[s], m.gepland[s]) : drempel[s];
      int eerste = m.opOfNa(s, vanaf);
      dag[s] = eerste > m.nietNa[s] ? NOOIT : eerste;
      levering[s] = vroegsteLevering;
    }
  }

  /** The day on which what the step builds on, and the work on it, is ready. */
  int gereed(int s) {
    int klaar = m.overlapt[s].length > 0 ? ALTIJD : m.tabel.plus(m.begin, m.stap[s].werktijd());
    if (m.na[s].length > 0) {
      klaar = m.tabel.plus(laatsteVoorganger(s), m.stap[s].werktijd());
    }
    return Math.max(klaar, leveringVanOverlap(s));
  }

  /** The last day on which one that it builds on is treated; ALTIJD without any. */
  int laatsteVoorganger(int s) {
    int laatste = ALTIJD;
    for (int v : m.na[s]) {
      laatste = Math.max(laatste, dag[v]);
    }
    return laatste;
  }

  int leveringVanOverlap(int s) {
    int laatste = ALTIJD;
    for (int v : m.overlapt[s]) {
      laatste = Math.max(laatste, levering[v]);
    }
    return laatste;
  }

  /** The first day after those of the overlapping predecessors; ALTIJD without any. */
  int naOverlap(int s) {
    int laatste = ALTIJD;
    for (int v : m.overlapt[s]) {
      laatste = Math.max(laatste, dag[v]);
    }
    return Dagen.isDag(laatste) ? laatste + 1 : laatste;
  }

  /** The last day of treatment of any step; NOOIT when one has none, ALTIJD without steps. */
  int einde() {
    int laatste = ALTIJD;
    for (int d : dag) {
      laatste = Math.max(laatste, d);
    }
    return laatste;
  }

  /** Adds the latest dates with which every step is done on this day; NOOIT for no bound. */
  Doorrekening terug(int streefdag) {
    grens = new int[m.aantal];
    uiterlijk = new int[m.aantal];
    uiterlijkeLevering = new int[m.aantal];
    Arrays.fill(grens, streefdag);
    for (int i = m.aantal - 1; i >= 0; i--) {
      neemTerug(m.volgorde[i]);
    }
    return this;
  }

  private void neemTerug(int s) {
    int laatste = Math.min(grens[s], m.nietNa[s]);
    for (int t : m.gevolgdDoor[s]) {
      if (!m.isBehandeld(t) && !m.isAangeleverd(t)) {
        laatste =
            Math.min(laatste, m.tabel.laatsteMetErna(uiterlijkeLevering[t], m.stap[t].werktijd()));
      }
    }
    for (int t : m.overlaptDoor[s]) {
      if (!m.isBehandeld(t)) {
        int ervoor = m.staat(t) ? m.staandeDag(t) : uiterlijk[t];
        laatste = Math.min(laatste, Dagen.isDag(ervoor) ? ervoor - 1 : ervoor);
      }
    }
    grens[s] = laatste;
    int mogelijk = m.opOfVoor(s, laatste);
    uiterlijk[s] = mogelijk < m.nietVoor[s] ? ALTIJD : mogelijk;
    int aanleveren = m.aanleverdag(s, m.staat(s) ? m.staandeDag(s) : uiterlijk[s]);
    for (int t : m.overlaptDoor[s]) {
      if (!m.isBehandeld(t) && !m.isAangeleverd(t)) {
        aanleveren = Math.min(aanleveren, uiterlijkeLevering[t]);
      }
    }
    uiterlijkeLevering[s] = aanleveren;
  }

  /** Whether {@link #terug} had an end to count from. */
  boolean isTeruggerekend() {
    return uiterlijk != null;
  }

  int grens(int s) {
    return isTeruggerekend() ? grens[s] : NOOIT;
  }

  int uiterlijk(int s) {
    return isTeruggerekend() ? uiterlijk[s] : NOOIT;
  }

  int uiterlijkeLevering(int s) {
    return isTeruggerekend() ? uiterlijkeLevering[s] : NOOIT;
  }
}
