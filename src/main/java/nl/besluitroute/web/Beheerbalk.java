package nl.besluitroute.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.besluitroute.beheer.Techniek;
import nl.besluitroute.signalering.Postbeheer;
import nl.besluitroute.toegang.Gebruiker;
import org.springframework.stereotype.Component;

/** What every page asks besides {@link Schil}; templates know it as {@code @beheerbalk}. */
@Component("beheerbalk")
class Beheerbalk {
  private final HuidigeGebruiker huidige;
  private final Techniek techniek;
  private final Postbeheer post;

  Beheerbalk(HuidigeGebruiker huidige, Techniek techniek, Postbeheer post) {
    this.huidige = huidige;
    this.techniek = techniek;
    this.post = post;
  }

  public boolean isAangemeld() {
    return huidige.nu().isPresent();
  }

  /** As '2 taken van het systeem zijn mislukt.', or null when nothing failed or it is not his to know. */
  public String storing() {
    Optional<Gebruiker> wie = huidige.nu();
    long stappen = wie.map(techniek::aantalStoringen).orElse(0L);
    long berichten = wie.map(post::aantalMislukt).orElse(0L);
    List<String> zinnen = new ArrayList<>();
    if (stappen > 0) {
      zinnen.add(Taal.aantal(stappen, "stap van het systeem is mislukt.", "stappen van het systeem zijn mislukt."));
    }
    if (berichten > 0) {
      zinnen.add(Taal.aantal(berichten, "bericht kon niet worden verzonden.", "berichten konden niet worden verzonden."));
    }
    return zinnen.isEmpty() ? null : String.join(" ", zinnen);
  }
}
