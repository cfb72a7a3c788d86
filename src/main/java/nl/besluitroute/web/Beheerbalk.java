package nl.besluitroute.web;

import nl.besluitroute.beheer.Techniek;
import org.springframework.stereotype.Component;

/** What every page asks besides {@link Schil}; templates know it as {@code @beheerbalk}. */
@Component("beheerbalk")
class Beheerbalk {
  private final HuidigeGebruiker huidige;
  private final Techniek techniek;

  Beheerbalk(HuidigeGebruiker huidige, Techniek techniek) {
    this.huidige = huidige;
    this.techniek = techniek;
  }

  public boolean isAangemeld() {
    return huidige.nu().isPresent();
  }

  /** As '2 taken van het systeem zijn mislukt.', or null when nothing failed or it is not his to know. */
  public String storing() {
    long aantal = huidige.nu().map(techniek::aantalStoringen).orElse(0L);
    return aantal == 0
        ? null
        : Taal.aantal(aantal, "stap van het systeem is mislukt.", "stappen van het systeem zijn mislukt.");
  }
}
