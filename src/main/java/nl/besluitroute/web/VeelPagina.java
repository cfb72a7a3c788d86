package nl.besluitroute.web;

import java.util.List;

/**
 * The besluiten of many municipalities recorded with one form, template {@code visie-vastleggen}.
 *
 * @param uitkomsten what this kind of body can decide
 * @param voorAlle what holds for each row that does not say otherwise
 * @param melding what became of what was sent, or null
 * @param fout why nothing was sent to be recorded, or null
 * @param leeg what stands there without rows, or null
 */
public record VeelPagina(
    String url,
    List<Link> kruimels,
    String bovenkop,
    String titel,
    String onderkop,
    List<Keuze> uitkomsten,
    List<Keuze> versies,
    Invoer voorAlle,
    List<Rij> rijen,
    String melding,
    String fout,
    Leeg leeg) {

  /** @param versie only for all; a row has no version of its own */
  public record Invoer(String datum, String uitkomst, String versie, String dictum, String bron, String volgende) {}

  /**
   * @param gemeld whether it will stand as 'gemeld', so that a source is needed
   * @param gepland the day that is planned, as written, or null
   * @param stand what became of it, or null
   * @param fout why it was refused, or null
   */
  public record Rij(
      String taak,
      String gemeente,
      String gepland,
      boolean gemeld,
      boolean isAangevinkt,
      boolean isVastgelegd,
      Invoer eigen,
      Merk stand,
      String fout) {}
}
