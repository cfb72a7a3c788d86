package nl.besluitroute.agenda;

import nl.besluitroute.besluitvorming.Stand;

/**
 * The stand over all municipalities, counted; see {@link
 * nl.besluitroute.besluitvorming.VisieStand}.
 *
 * @param afwijkend municipalities that adopted otherwise, or another text
 * @param aantal municipalities that count
 * @param zin all that in words
 */
public record Standkop(
    Stand.Waarde waarde, int vastgesteld, int afwijkend, int niet, int aantal, String zin) {

  /** Municipalities that have yet to decide. */
  public int open() {
    return aantal - vastgesteld - afwijkend - niet;
  }
}
