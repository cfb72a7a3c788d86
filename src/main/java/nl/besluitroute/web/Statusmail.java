package nl.besluitroute.web;

/** A mail to a municipality: what the region still wants to know. Drafted, never sent. */
final class Statusmail {

  private Statusmail() {}

  /** What is asked. */
  enum Vraag {
    DATUM,
    UITKOMST,
    BEVESTIGING,
    VERSIE
  }

  /**
   * What the mail is about.
   *
   * @param orgaan as 'raad' or 'college'
   * @param datum as written, or null
   * @param versie the version in force, or null
   * @param adres where the vision is read, absolute
   */
  record Zaak(String visie, String gemeente, String orgaan, String datum, String versie, String adres) {}

  /** @param id of its text field on the page */
  static Conceptmail van(String id, Vraag vraag, Zaak zaak) {
    String wie = "de " + zaak.orgaan() + " van " + zaak.gemeente();
    if (zaak.orgaan().equals("college")) {
      wie = "het college van " + zaak.gemeente();
    }
    String kern =
        switch (vraag) {
          case DATUM ->
              "Van " + wie + " kennen wij nog geen datum voor de behandeling. Wilt u laten weten in welke"
                  + " vergadering het stuk staat, of wanneer dat bekend is?";
          case UITKOMST ->
              "Volgens onze planning behandelde " + wie + " het stuk op " + zaak.datum()
                  + ". Wij hebben nog geen uitkomst. Wilt u de besluitenlijst sturen, of de uitkomst zelf vastleggen?";
          case BEVESTIGING ->
              "Wij hebben gemeld gekregen wat " + wie + " op " + zaak.datum()
                  + " besloot. Wilt u nakijken of het klopt en het bevestigen?";
          case VERSIE ->
              "Volgens onze planning behandelt " + wie + " het stuk op " + zaak.datum()
                  + ". Klopt die datum, en staat de goede versie op de agenda?";
        };
    String versie =
        zaak.versie() == null
            ? ""
            : "\n\nHet gaat om versie " + zaak.versie() + ". Een andere versie telt niet mee voor de regio.";
    return new Conceptmail(
        id,
        "Aan de " + (zaak.orgaan().equals("college") ? "bestuurssecretaris van " + zaak.gemeente() : "griffie van " + zaak.gemeente()),
        zaak.visie() + ": " + onderwerp(vraag, zaak),
        "Beste collega,\n\n" + kern + versie + "\n\nHet stuk en de stand per gemeente: " + zaak.adres()
            + "\n\nMet vriendelijke groet,");
  }

  private static String onderwerp(Vraag vraag, Zaak zaak) {
    return switch (vraag) {
      case DATUM -> "wanneer behandelt " + zaak.gemeente() + " het stuk?";
      case UITKOMST -> "uitkomst " + zaak.orgaan() + " " + zaak.gemeente();
      case BEVESTIGING -> "besluit van " + zaak.gemeente() + " bevestigen";
      case VERSIE -> "datum en versie " + zaak.orgaan() + " " + zaak.gemeente();
    };
  }
}
