package nl.besluitroute.visie;

import java.util.List;
import java.util.Set;
import nl.besluitroute.journaal.Journaal;
import nl.besluitroute.journaal.Notitie;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.vergaderschema.BijTermijn;
import nl.besluitroute.vergaderschema.TermijnVeranderd;
import nl.besluitroute.vergaderschema.Termijnsoort;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Open work goes along with the terms of its body, in every vision; the journal of each says so. */
@Component
class Termijnvolger implements BijTermijn {
  private final StapOpslag stappen;
  private final Routeloop routeloop;
  private final Journaal journaal;

  Termijnvolger(StapOpslag stappen, @Lazy Routeloop routeloop, Journaal journaal) {
    this.stappen = stappen;
    this.routeloop = routeloop;
    this.journaal = journaal;
  }

  @Override
  public void termijnVeranderd(TermijnVeranderd v, Gebruiker wie) {
    if (v.termijn() == Termijnsoort.VERSPREIDEN || v.termijn() == Termijnsoort.PARAFEREN) {
      return; // No task is measured against these.
    }
    List<Stap> lopend =
        stappen.lopendBij(v.orgaan().orElse(null), v.orgaansoort(), Stap.Toestand.LOOPT);
    Set<String> geraakt = routeloop.termijnGewijzigd(lopend);
    lopend.stream()
        .filter(stap -> geraakt.contains(stap.id()))
        .forEach(
            stap ->
                journaal.noteer(
                    Notitie.van(
                            wie.weergave(),
                            "termijn_gewijzigd",
                            stap.naam()
                                + ": het werk volgt de gewijzigde termijn voor "
                                + v.termijn().naam().toLowerCase()
                                + " van "
                                + v.naam()
                                + ".")
                        .bijVisie(stap.visie())
                        .bijStap(stap.id())
                        .bijGemeente(stap.gemeente().orElse(null))));
  }
}
