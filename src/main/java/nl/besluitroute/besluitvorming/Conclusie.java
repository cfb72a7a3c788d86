package nl.besluitroute.besluitvorming;

import java.util.Locale;

/** What an overleg concluded. Blank is a real value: treated, and nothing was written down. */
public enum Conclusie {
  POSITIEF("Positief"),
  MET_OPMERKINGEN("Met opmerkingen"),
  AKKOORD_MET_WIJZIGINGEN("Akkoord met wijzigingen"),
  KENNISGENOMEN("Kennisgenomen"),
  AANGEHOUDEN("Aangehouden"),
  NEGATIEF("Negatief"),
  NVT("N.v.t."),
  LEEG("");

  private final String naam;

  Conclusie(String naam) {
    this.naam = naam;
  }

  /** As it stands in the Behandeling; empty for a blank conclusion. */
  public String naam() {
    return naam;
  }

  /** As forms and gateways name it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** @throws InvoerFout when there is no such conclusion */
  public static Conclusie van(String code) {
    for (Conclusie c : values()) {
      if (c.code().equals(code)) {
        return c;
      }
    }
    throw new InvoerFout("conclusie", "Onbekende conclusie: " + code + ".");
  }
}
