package nl.besluitroute.web;

import java.time.LocalDate;
import java.util.Map;
import nl.besluitroute.journaal.Gebeurtenis;
import nl.besluitroute.kalender.Klok;

/** Entries of the journal in words. */
final class Geschiedenis {

  private Geschiedenis() {}

  /**
   * What happened, with the municipality when the text does not name it.
   *
   * @param gemeenten names by code
   */
  static String tekst(Gebeurtenis g, Map<String, String> gemeenten) {
    String gemeente = g.gemeente() == null ? null : gemeenten.get(g.gemeente());
    return gemeente == null || g.tekst().contains(gemeente)
        ? g.tekst()
        : "Gemeente " + gemeente + ": " + Taal.metKleineLetter(g.tekst());
  }

  /** An entry outside a list by day, so with its day. */
  static GeschiedenisPagina.Gebeurtenis regel(
      Gebeurtenis g, Map<String, String> gemeenten, LocalDate vandaag) {
    return regel(g, gemeenten, Taal.dagKort(g.tijdstip().atZone(Klok.ZONE).toLocalDate(), vandaag));
  }

  /** @param wanneer as it is to stand there */
  static GeschiedenisPagina.Gebeurtenis regel(
      Gebeurtenis g, Map<String, String> gemeenten, String wanneer) {
    return new GeschiedenisPagina.Gebeurtenis(
        wanneer,
        tekst(g, gemeenten),
        wie(g),
        g.namens(),
        waaromKop(g.soort()),
        g.reden() == null || g.reden().isBlank() ? null : g.reden());
  }

  /** Who did it: a function, not a person. */
  static String wie(Gebeurtenis g) {
    return g.wie().equals("systeem") ? "Besluitroute, vanzelf" : g.wie();
  }

  /** What the reason of an entry is to the reader. */
  private static String waaromKop(String soort) {
    return switch (soort) {
      case "besluit_vastgelegd", "raad_geinformeerd" -> "Bron";
      case "versie_vastgelegd", "stukken_verzonden", "besluitronde_afgesloten", "advies_tweede_ronde" ->
          "Toelichting";
      case "participatie_vastgelegd" -> "Verwerking";
      case "opmerking_beantwoord" -> "Antwoord";
      case "vertrouwelijk_gemarkeerd" -> "Grond";
      default -> "Reden";
    };
  }
}
