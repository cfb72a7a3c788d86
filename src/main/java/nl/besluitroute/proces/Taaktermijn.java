package nl.besluitroute.proces;

import java.util.Map;
import java.util.Optional;
import nl.besluitroute.visie.Stap;
import nl.besluitroute.visie.Termijnbeleid;
import nl.besluitroute.visie.Termijnbeleid.Termijn;
import nl.besluitroute.visie.Termijnbeleid.Termijnsoort;
import org.springframework.stereotype.Component;

/** Which term each kind of task has. */
@Component
class Taaktermijn {
  private static final Map<String, Termijnsoort> SOORTEN =
      Map.of(
          "taak_stukkenVerzenden", Termijnsoort.AANLEVEREN,
          "taak_conclusieVastleggen", Termijnsoort.VASTLEGGEN,
          "taak_versieVastleggen", Termijnsoort.GEREED,
          "taak_participatieVastleggen", Termijnsoort.VASTLEGGEN,
          "taak_collegebesluitVastleggen", Termijnsoort.VASTLEGGEN,
          "taak_raadsbesluitVastleggen", Termijnsoort.VASTLEGGEN,
          "taak_raadInformeren", Termijnsoort.VASTLEGGEN,
          "taak_besluitrondeAfsluiten", Termijnsoort.VASTLEGGEN,
          "taak_adviesTweedeRonde", Termijnsoort.VASTLEGGEN);

  private final Termijnbeleid beleid;

  Taaktermijn(Termijnbeleid beleid) {
    this.beleid = beleid;
  }

  Optional<Termijn> van(Stap stap, String taak) {
    // A new version after an overleg is ready when its conclusion is due: the text goes on then.
    Termijnsoort soort =
        taak.equals("taak_versieVastleggen") && stap.soort() == Stap.Soort.OVERLEG
            ? Termijnsoort.VASTLEGGEN
            : SOORTEN.getOrDefault(taak, Termijnsoort.GEREED);
    return beleid.termijn(stap, soort);
  }
}
