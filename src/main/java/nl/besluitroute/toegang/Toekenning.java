package nl.besluitroute.toegang;

import java.time.LocalDate;

/**
 * A role with its scope and the days on which it holds.
 *
 * @param regio code of the region, for a regional role; null reaches further, see {@link Rol}
 * @param orgaan id of the one overleg of that region to which the role is limited; null for all
 * @param gemeente code of the municipality, for a local role
 * @param van first day, in Europe/Amsterdam; null when it always held
 * @param tot the day on which it no longer holds; null when no end is known
 */
public record Toekenning(
    Rol rol, String regio, String orgaan, String gemeente, LocalDate van, LocalDate tot) {

  /** Without a region or municipality, such as a beheerder's. */
  public static Toekenning zonderBereik(Rol rol) {
    return new Toekenning(rol, null, null, null, null, null);
  }

  public static Toekenning inRegio(Rol rol, String regio) {
    return new Toekenning(rol, regio, null, null, null, null);
  }

  /** Of one overleg of a region. */
  public static Toekenning bijOverleg(Rol rol, String regio, String orgaan) {
    return new Toekenning(rol, regio, orgaan, null, null, null);
  }

  public static Toekenning inGemeente(Rol rol, String gemeente) {
    return new Toekenning(rol, null, null, gemeente, null, null);
  }

  /** The same for these days; {@code tot} is the first day on which it no longer holds. */
  public Toekenning van(LocalDate van, LocalDate tot) {
    return new Toekenning(rol, regio, orgaan, gemeente, van, tot);
  }

  /** Whether it holds on that day. */
  public boolean geldtOp(LocalDate dag) {
    return (van == null || !dag.isBefore(van)) && (tot == null || dag.isBefore(tot));
  }
}
