package nl.besluitroute.web;

import java.util.List;
import java.util.Map;

/**
 * A meeting being recorded, template {@code vergadering-verwerken}.
 *
 * @param gedaan what was just recorded, or null
 * @param meldingen what could not be recorded and has no field of its own any more
 * @param fouten what is wrong, each with its field
 * @param conclusies the choices, in the order of their keys
 * @param eigenaren functions that were named before, to choose from
 * @param wacht why nothing can be recorded yet, or null
 * @param datum of the meeting as it will stand in the Behandeling
 */
public record VerwerkenPagina(
    String url,
    Link terug,
    List<Link> kruimels,
    String bovenkop,
    String titel,
    String stand,
    String gedaan,
    List<Melding> meldingen,
    List<Invoerfout> fouten,
    List<Punt> punten,
    List<Keuze> conclusies,
    List<String> eigenaren,
    String wacht,
    String overleg,
    String datum) {

  /** @param ingevuld what somebody entered and was not recorded, to copy; or null */
  public record Melding(String zin, String ingevuld) {}

  /**
   * @param id on the page
   * @param uitleg why it cannot be recorded, or what was concluded; null while it is open
   * @param verder where to go from there, or null
   * @param vorm the form; null when there is nothing to fill in
   */
  public record Punt(
      int nr, String id, Link visie, String doel, String bij, Merk stand, String uitleg, Link verder, Vorm vorm) {}

  /**
   * @param eerstvolgende the next meeting that a held over item can reach, in words, or null
   * @param gevolg what holding it over would do, or null while nobody asked
   * @param voorbehouden one per municipality; empty where this overleg makes none
   * @param fouten sentence by field
   */
  public record Vorm(
      String taak,
      List<Keuze> versies,
      String versie,
      String conclusie,
      String reden,
      String volgende,
      String vervolg,
      String eerstvolgende,
      Gevolg gevolg,
      List<Voorbehoud> voorbehouden,
      List<Regel> regels,
      Map<String, String> fouten) {}

  /**
   * @param fout why it cannot be said, or null; then the others are null
   * @param zin what it would do, in a sentence
   * @param kenmerk with which the other steps are moved along; null when this user moves none
   */
  public record Gevolg(String fout, Zin zin, List<HerplanningPagina.Visie> visies, String kenmerk) {}

  public record Voorbehoud(String gemeente, String naam, boolean gemaakt, String tekst, String fout) {}

  public record Regel(String tekst, String eigenaar, String fout) {}

  public boolean ietsTeDoen() {
    return wacht == null && punten.stream().anyMatch(p -> p.vorm() != null);
  }
}
