package nl.besluitroute.web;

import java.util.List;

/**
 * What of a vision is vertrouwelijk or geheim, template {@code visie-vertrouwelijk}, model
 * attributes {@code visie} and {@code pagina}.
 *
 * @param vorm the form to mark something, or null when this user marks nothing here
 */
public record VertrouwelijkPagina(List<Merkteken> merken, Vorm vorm) {

  /**
   * A mark in force.
   *
   * @param wat as 'Versie 1.2'
   * @param grond null when it is not for this reader
   * @param tot in words
   * @param door who marked it, and when
   * @param opheffen where the form to lift it goes, or null
   * @param fout why lifting was refused, or null
   */
  public record Merkteken(
      String id,
      String wat,
      Merk merk,
      String grond,
      String orgaan,
      String tot,
      String door,
      String opheffen,
      String reden,
      String fout) {}

  /**
   * A form post with fields {@code wat}, {@code niveau}, {@code grond}, {@code orgaan} and
   * {@code tot}.
   */
  public record Vorm(
      String url,
      List<Keuze> delen,
      List<Keuze> niveaus,
      List<Keuze> organen,
      Invoer invoer,
      String fout) {}

  /** What was entered. */
  public record Invoer(String wat, String niveau, String grond, String orgaan, String tot) {
    static final Invoer LEEG = new Invoer(null, null, null, null, null);
  }
}
