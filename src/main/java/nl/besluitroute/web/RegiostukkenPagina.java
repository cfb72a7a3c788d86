package nl.besluitroute.web;

import java.util.List;

/**
 * The desk of a griffie, template {@code regiostukken}, model attribute {@code pagina}.
 *
 * @param gemeenten the municipalities to choose from; empty when there is one
 * @param gemeente name of the one that is shown, or null when this user has none
 * @param nieuwKop as 'Gewijzigd sinds vrijdag 9 oktober'
 * @param nieuws what changed, the newest first
 * @param keuzes what is under way, or done
 * @param volgende where the next rows are, or null on the last page
 */
public record RegiostukkenPagina(
    String bovenkop,
    String onderkop,
    List<Keuzelink> gemeenten,
    String gemeente,
    String nieuwKop,
    List<Nieuws> nieuws,
    String kop,
    List<Keuzelink> keuzes,
    List<Rij> rijen,
    Leeg leeg,
    Link volgende) {

  /** One of some lists to look at. */
  public record Keuzelink(String tekst, String url, boolean isGekozen) {}

  /**
   * Something that changed.
   *
   * @param tijdstip ISO 8601
   * @param tijd as 'ma 9 okt 08.55'
   * @param waarom as 'Reden: de vergadering is verplaatst', or null
   * @param wie function, not person
   */
  public record Nieuws(
      String tijdstip, String tijd, String wat, String waarom, Link visie, String wie) {}

  /**
   * @param bij regions
   * @param nu what this user may do now
   * @param fase where it stands for this municipality
   * @param opgeschort that the vision is suspended, or null
   * @param wanneer the meetings, as written, or null
   * @param aanleveren the last day for the papers in words, or null
   * @param rest what is left of it, or null
   * @param ontbreekt what is waited for; empty when nothing is
   * @param meer how many pieces of work more, or 0
   * @param sinds the version's date
   * @param elders the stand over all municipalities in words
   * @param klap opens the raden below the row, or closes them
   * @param raden what stands below the row, or null when it is closed
   */
  public record Rij(
      String id,
      Link onderwerp,
      String bij,
      List<Link> nu,
      String wat,
      String fase,
      Bron bron,
      Merk opgeschort,
      String wanneer,
      String aanleveren,
      Merk rest,
      List<Ontbrekend> ontbreekt,
      int meer,
      String versie,
      String sinds,
      String elders,
      String klap,
      Raden raden) {}

  /** What is waited for, and with whom. */
  public record Ontbrekend(String wat, String bij) {}

  /**
   * What each raad decided, by date.
   *
   * @param kop as 'Raden op datum'
   * @param planning until when this raad can decide; empty when it has
   * @param lta a line for the council's own list, its fields parted by tabs
   */
  public record Raden(String kop, List<Feit> planning, List<Raad> raden, String lta) {}

  /**
   * @param datum as written
   * @param bij a quiet line, or null
   * @param dictum the dictum as adopted, or null
   * @param amendement word for word, or null
   * @param duiding how a deviating besluit is read, or null
   * @param merk that words are vertrouwelijk or geheim, or null
   * @param isAnders whether the dictum deviates
   * @param isEigen the reader's own municipality
   */
  public record Raad(
      String datum,
      String gemeente,
      Merk besluit,
      String bij,
      String dictum,
      String amendement,
      String duiding,
      Merk merk,
      boolean isAnders,
      String versie,
      Bron bron,
      boolean isEigen) {}
}
