package nl.besluitroute.web;

import java.util.List;

/**
 * Page on which the route of a running vision is changed, template {@code visie-route}, model
 * attributes {@code visie} and {@code pagina}: first a choice, then what it would do, then the reason.
 *
 * @param vormen the four changes, each a form of its own that asks for the preview
 * @param voorbeeld what the chosen change would do; null before a choice
 * @param fouten why the change was not applied
 */
public record RoutewijzigPagina(String url, List<Vorm> vormen, Voorbeeld voorbeeld, List<Invoerfout> fouten) {

  /**
   * A change to choose.
   *
   * @param soort value of field {@code soort}
   * @param velden its choices, in order
   * @param vinkje label of the one tick box, {@code ook_erna}, or null
   */
  public record Vorm(
      String soort, String kop, String uitleg, List<Veld> velden, String vinkje, boolean isAan, boolean isOpen) {}

  /** A select; {@code gekozen} may be null. */
  public record Veld(String id, String naam, String kop, List<Keuze> keuzes, String gekozen) {}

  /**
   * What the change would do.
   *
   * @param velden the choice, to send along when it is applied
   * @param kan whether it can be applied
   * @param regel the change of the adoption rule in sentences; empty when it stays
   */
  public record Voorbeeld(
      String kop,
      List<Keuze> velden,
      String kenmerk,
      boolean kan,
      List<String> beletselen,
      List<String> letOp,
      List<String> regel,
      List<Rij> rijen,
      List<String> vervalt,
      List<String> komt,
      String reden) {}

  /**
   * A step before and after.
   *
   * @param wie whom it touches, or null for the overleg that the step is named after
   */
  public record Rij(String stap, Merk was, Merk wordt, Merk gevolg, String wie, boolean isAnders) {}
}
