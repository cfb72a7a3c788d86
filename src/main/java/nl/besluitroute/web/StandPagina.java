package nl.besluitroute.web;

import java.util.List;

/**
 * Where a vision stands in each municipality, template {@code stand-gemeenten}, model attribute
 * {@code pagina}.
 *
 * @param opgeschort that it is suspended, since when and why, or null
 * @param antwoord the answer first
 * @param redenen why it is so
 * @param meter CSS class per municipality: g adopted, a deviating, h on another text, l late or
 *     refused, empty open
 * @param laat who is late with what
 * @param raadkop what the last column of dates is
 * @param isMetContact whether any row names a contact
 */
public record StandPagina(
    String url,
    String bovenkop,
    String onderkop,
    List<Link> kruimels,
    String opgeschort,
    Zin antwoord,
    List<String> redenen,
    List<String> meter,
    List<Laatregel> laat,
    List<Filter> filters,
    String kop,
    Tijdlijn tijdlijn,
    String raadkop,
    boolean isMetContact,
    List<Rij> rijen) {

  /**
   * @param id fragment of the row's address
   * @param bij why it stands so, or null
   * @param klap opens what is below the row, or closes it
   * @param bij a quiet line under the name, or null
   * @param speling how much the deciding body's date can move, or null
   * @param uitloop how much later than first planned, or null
   * @param contact whom to ask, or null
   * @param meer what stands below the row, or null when it is closed
   */
  public record Rij(
      String id,
      String gemeente,
      String klap,
      String bij,
      Merk toestand,
      Tijdlijn.Spoor spoor,
      Datum college,
      Datum raad,
      Merk speling,
      String uitloop,
      String versie,
      String dictum,
      Link contact,
      Meer meer) {}

  /**
   * A date with what it is.
   *
   * @param bron what an outcome rests on, or null
   */
  public record Datum(String datum, String bij, Bron bron) {}

  /**
   * History and mail of one municipality.
   *
   * @param mail null when there is nothing to ask
   */
  public record Meer(List<GeschiedenisPagina.Gebeurtenis> gebeurd, Link alles, Conceptmail mail) {}
}
