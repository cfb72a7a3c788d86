package nl.besluitroute.proces;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.besluitroute.visie.Stap;
import nl.besluitroute.visie.Termijnbeleid;
import nl.besluitroute.visie.Termijnbeleid.Werktermijn;
import nl.besluitroute.visie.Termijnbeleid.Werk;
import org.springframework.stereotype.Component;

/** Which term each kind of task has. */
@Component
class Taaktermijn {
  private static final Map<String, Werk> SOORTEN =
      Map.of(
          "taak_stukkenVerzenden", Werk.AANLEVEREN,
          "taak_conclusieVastleggen", Werk.VASTLEGGEN,
          "taak_versieVastleggen", Werk.GEREED,
          "taak_participatieVastleggen", Werk.VASTLEGGEN,
          "taak_collegebesluitVastleggen", Werk.VASTLEGGEN,
          "taak_raadsbesluitVastleggen", Werk.VASTLEGGEN,
          "taak_raadInformeren", Werk.VASTLEGGEN,
          "taak_besluitrondeAfsluiten", Werk.VASTLEGGEN,
          "taak_adviesTweedeRonde", Werk.VASTLEGGEN);

  private final Termijnbeleid beleid;

  Taaktermijn(Termijnbeleid beleid) {
    this.beleid = beleid;
  }

  Optional<Werktermijn> van(Stap stap, String taak) {
    return van(van(List.of(stap)), stap, taak);
  }

  /** The terms of these steps, for {@link #van(Termijnbeleid.Blad, Stap, String)}. */
  Termijnbeleid.Blad van(Collection<Stap> stappen) {
    return beleid.van(stappen);
  }

  static Optional<Werktermijn> van(Termijnbeleid.Blad blad, Stap stap, String taak) {
    // A new version after an overleg is ready when its conclusion is due: the text goes on then.
    Werk werk =
        taak.equals("taak_versieVastleggen") && stap.soort() == Stap.Soort.OVERLEG
            ? Werk.VASTLEGGEN
            : SOORTEN.getOrDefault(taak, Werk.GEREED);
    return blad.termijn(stap, werk);
  }
}
