package nl.besluitroute.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import nl.besluitroute.journaal.Journaal;

/**
 * What somebody asks of a vision's history, as it stands in the address.
 *
 * @param wie function, or null for everybody
 * @param soort code of a {@link Soort}, or null for all
 * @param gemeente code, or null for all
 */
record GeschiedenisVraag(String wie, String soort, String gemeente) {

  /** Kinds of entries, as a reader tells them apart. */
  enum Soort {
    BESLUITEN(
        "Besluiten en duiding",
        "besluit_vastgelegd", "besluit_bevestigd", "besluit_gecorrigeerd", "besluit_geduid",
        "raad_geinformeerd", "opnieuw_besluiten", "besluitronde_afgesloten", "advies_tweede_ronde",
        "stand_gewijzigd"),
    BEHANDELING(
        "Behandeling en opmerkingen",
        "conclusie_vastgelegd", "conclusie_gecorrigeerd", "stukken_verzonden", "opmerking_beantwoord"),
    VERSIES("Versies en participatie", "versie_vastgelegd", "participatie_vastgelegd"),
    PLANNING("Planning en termijnen", "datum_gewijzigd", "termijn_verlopen"),
    ROUTE(
        "Route en deelname",
        "visie_gestart", "visie_ingebracht", "visie_afgerond", "verleden_vastgelegd", "route_gewijzigd",
        "gemeente_toegetreden", "gemeente_vertrokken", "visie_opgeschort", "visie_hervat"),
    VERTROUWELIJK("Vertrouwelijkheid", "vertrouwelijk_gemarkeerd", "vertrouwelijkheid_opgeheven");

    private final String naam;
    private final Set<String> soorten;

    Soort(String naam, String... soorten) {
      this.naam = naam;
      this.soorten = Set.of(soorten);
    }

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static List<Keuze> soorten() {
    return Arrays.stream(Soort.values()).map(s -> new Keuze(s.code(), s.naam)).toList();
  }

  boolean isGefilterd() {
    return !keuze().equals(Journaal.Keuze.ALLES);
  }

  Journaal.Keuze keuze() {
    return new Journaal.Keuze(
        leeg(gemeente),
        leeg(wie),
        Arrays.stream(Soort.values())
            .filter(s -> s.code().equals(soort))
            .findFirst()
            .map(s -> s.soorten)
            .orElse(Set.of()));
  }

  private static String leeg(String waarde) {
    return waarde == null || waarde.isBlank() ? null : waarde;
  }
}
