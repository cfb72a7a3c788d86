package nl.besluitroute.web;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import nl.besluitroute.agenda.Aantallen;
import nl.besluitroute.agenda.Werkkeuze;
import nl.besluitroute.toegang.Gebruiker;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which work the agenda shows, as it stands in its address.
 *
 * @param regio code of a region, or null
 * @param visie id of a vision, or null
 * @param groep id of a body, or null
 */
record AgendaKeuze(Toon toon, String regio, String visie, String groep) {

  enum Toon {
    ALLE("alle", "Alle", "Alle taken, eerst af te ronden bovenaan", null),
    TE_LAAT("te-laat", "Te laat", "Taken die te laat zijn", Merk.laat("")),
    DEZE_WEEK("week", "Deze week", "Taken die deze week af moeten", Merk.let("")),
    LATER("later", "Later", "Taken die later komen of geen datum hebben", Merk.open("")),
    OPVOLGEN("opvolgen", "Op te volgen", "Taken waar u op terug wilde komen", null),
    AAN_MIJ("mij", "Aan mij toegewezen", "Taken die aan u zijn toegewezen", null);

    final String code;
    final String tekst;
    final String kop;
    final Merk merk;

    Toon(String code, String tekst, String kop, Merk merk) {
      this.code = code;
      this.tekst = tekst;
      this.kop = kop;
      this.merk = merk;
    }

    long aantal(Aantallen a) {
      return switch (this) {
        case ALLE -> a.alle();
        case TE_LAAT -> a.teLaat();
        case DEZE_WEEK -> a.dezeWeek();
        case LATER -> a.later();
        case OPVOLGEN -> a.opTeVolgen();
        case AAN_MIJ -> a.aanMij();
      };
    }
  }

  /** What is not known is left out. */
  static AgendaKeuze lees(String toon, String regio, String visie, String groep) {
    return new AgendaKeuze(
        Arrays.stream(Toon.values()).filter(t -> t.code.equals(toon)).findFirst().orElse(Toon.ALLE),
        gevuld(regio),
        gevuld(visie),
        gevuld(groep));
  }

  private static String gevuld(String waarde) {
    return waarde == null || waarde.isBlank() ? null : waarde;
  }

  AgendaKeuze met(Toon andere) {
    return new AgendaKeuze(andere, regio, visie, groep);
  }

  /** Whether it leaves work out that the chips would show. */
  boolean isSmal() {
    return regio != null || visie != null || groep != null;
  }

  /** What narrows the list, without what the chips say. */
  Werkkeuze smal() {
    return Werkkeuze.ALLES.regio(regio).visie(visie).groep(groep);
  }

  Werkkeuze werk(Gebruiker wie) {
    return switch (toon) {
      case ALLE -> smal();
      case OPVOLGEN -> smal().opTeVolgen(true);
      case AAN_MIJ -> smal().toegewezen(wie.naam());
      case TE_LAAT, DEZE_WEEK, LATER -> smal().wanneer(Werkkeuze.Wanneer.valueOf(toon.name()));
    };
  }

  /** The part of the address after the question mark; empty for all work. */
  String vraag() {
    String vraag = bouwer().build().encode().getQuery();
    return Objects.requireNonNullElse(vraag, "");
  }

  String url() {
    return bouwer().build().encode().toUriString();
  }

  /** With where the next page begins. */
  String url(String na) {
    // A plus would be read as a space; a cursor is encoded to the letter.
    return bouwer().queryParam("na", "{na}").encode().buildAndExpand(na).toUriString();
  }

  private UriComponentsBuilder bouwer() {
    return UriComponentsBuilder.fromPath("/agenda")
        .queryParamIfPresent("toon", toon == Toon.ALLE ? Optional.empty() : Optional.of(toon.code))
        .queryParamIfPresent("regio", Optional.ofNullable(regio))
        .queryParamIfPresent("visie", Optional.ofNullable(visie))
        .queryParamIfPresent("groep", Optional.ofNullable(groep));
  }
}
