package nl.besluitroute.api;

import java.util.function.Function;
import java.util.function.Supplier;
import nl.besluitroute.dossier.Dossier;
import nl.besluitroute.dossier.Dossiers;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.visie.Herkansing;
import nl.besluitroute.visie.Visies;
import org.springframework.stereotype.Component;

/**
 * Changes to one vision one after the other, each in its own transaction: who comes second sees what
 * the first one wrote, and If-Match is held against that.
 */
@Component
class Beurt {
  private final Dossiers dossiers;
  private final Visies visies;
  private final Herkansing herkansing;

  Beurt(Dossiers dossiers, Visies visies, Herkansing herkansing) {
    this.dossiers = dossiers;
    this.visies = visies;
    this.herkansing = herkansing;
  }

  /** @throws nl.besluitroute.visie.VisieNietGevonden when there is no such vision, or it is not his to read */
  <T> T bij(String visie, Gebruiker wie, Function<Dossier, T> wijziging) {
    visies.leesbaar(visie, wie); // Who may not even read it does not make others wait.
    return bij(visie, () -> wijziging.apply(dossiers.van(visie, wie)));
  }

  /** For who knows already that this user may read the vision. */
  <T> T bij(String visie, Supplier<T> wijziging) {
    return herkansing.doe(
        () -> {
          visies.houVast(visie);
          return wijziging.get();
        });
  }
}
