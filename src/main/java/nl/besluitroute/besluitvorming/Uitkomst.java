package nl.besluitroute.besluitvorming;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import nl.besluitroute.regio.Orgaansoort;

/** What a college or raad did with the proposal. */
public enum Uitkomst {
  CONFORM("Conform", Orgaansoort.COLLEGE, Gevolg.STELT_VAST),
  GEWIJZIGD("Gewijzigd", Orgaansoort.COLLEGE, Gevolg.WIJKT_AF),
  TERUGGENOMEN("Teruggenomen", Orgaansoort.COLLEGE, Gevolg.GEEN_BESLUIT),
  AANGENOMEN("Aangenomen", Orgaansoort.RAAD, Gevolg.STELT_VAST),
  GEWIJZIGD_AANGENOMEN("Gewijzigd aangenomen", Orgaansoort.RAAD, Gevolg.WIJKT_AF),
  VERWORPEN("Verworpen", Orgaansoort.RAAD, Gevolg.STELT_NIET_VAST),
  VOOR_KENNISGEVING_AANGENOMEN(
      "Voor kennisgeving aangenomen", Orgaansoort.RAAD, Gevolg.STELT_NIET_VAST),
  TERUGVERWEZEN("Terugverwezen", Orgaansoort.RAAD, Gevolg.GEEN_BESLUIT),
  VAN_DE_AGENDA_AFGEVOERD("Van de agenda afgevoerd", Orgaansoort.RAAD, Gevolg.GEEN_BESLUIT),
  INGETROKKEN("Ingetrokken", Orgaansoort.RAAD, Gevolg.GEEN_BESLUIT),
  AANGEHOUDEN("Aangehouden", null, Gevolg.GEEN_BESLUIT);

  /** What an outcome means for the stand, before a duiding. */
  enum Gevolg {
    STELT_VAST,
    WIJKT_AF,
    STELT_NIET_VAST,
    GEEN_BESLUIT
  }

  private final String naam;
  private final Orgaansoort orgaan;
  private final Gevolg gevolg;

  Uitkomst(String naam, Orgaansoort orgaan, Gevolg gevolg) {
    this.naam = naam;
    this.orgaan = orgaan;
    this.gevolg = gevolg;
  }

  public String naam() {
    return naam;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  Gevolg gevolg() {
    return gevolg;
  }

  /** Whether the body took a decision on the text at all. */
  public boolean besluit() {
    return gevolg != Gevolg.GEEN_BESLUIT;
  }

  /** Whether the body adopted something, so that it names a version and a dictum. */
  public boolean steltIetsVast() {
    return gevolg == Gevolg.STELT_VAST || gevolg == Gevolg.WIJKT_AF;
  }

  /** What a body of this kind can do with the proposal. */
  public static List<Uitkomst> van(Orgaansoort soort) {
    return Arrays.stream(values()).filter(u -> u.orgaan == null || u.orgaan == soort).toList();
  }

  /** @throws InvoerFout when a body of this kind knows no such outcome */
  public static Uitkomst van(String code, Orgaansoort soort) {
    for (Uitkomst u : values()) {
      if (u.code().equals(code) && (u.orgaan == null || u.orgaan == soort)) {
        return u;
      }
    }
    throw new InvoerFout("uitkomst", "Een " + soort.naam().toLowerCase(Locale.ROOT) + " kent de uitkomst '" + code + "' niet.");
  }
}
