package nl.besluitroute.proces;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.besluitroute.agenda.Agenda;
import nl.besluitroute.besluitvorming.Behandeling;
import nl.besluitroute.besluitvorming.Behandelingen;
import nl.besluitroute.besluitvorming.Standen;
import nl.besluitroute.visie.Routefeiten;
import nl.besluitroute.visie.Stap;
import nl.besluitroute.visie.StapId;
import nl.besluitroute.visie.Vaststellingsregel;
import nl.besluitroute.visie.Visies;
import org.springframework.stereotype.Component;

/** Reads from the other modules what a change of a route needs to know. */
@Component
class Routefeitenlezer implements Routefeiten {
  private final Agenda agenda;
  private final Visies visies;
  private final Behandelingen behandelingen;
  private final Standen standen;

  Routefeitenlezer(Agenda agenda, Visies visies, Behandelingen behandelingen, Standen standen) {
    this.agenda = agenda;
    this.visies = visies;
    this.behandelingen = behandelingen;
    this.standen = standen;
  }

  @Override
  public List<OpenWerk> openWerk(String visie) {
    return agenda.vanVisie(visie).stream()
        .map(t -> new OpenWerk(t.taak(), t.stap(), t.soort(), t.naam()))
        .toList();
  }

  @Override
  public Map<String, String> uitkomsten(String visie) {
    Map<String, String> uitkomsten = new HashMap<>();
    for (Behandeling b : behandelingen.vanVisie(visie)) {
      b.conclusie().ifPresent(c -> uitkomsten.put(StapId.lees(b.stap()).element(), c.code()));
    }
    visies.stappen(visie).stream()
        .filter(s -> s.soort() == Stap.Soort.LOKAAL || s.soort() == Stap.Soort.TWEEDE_RONDE)
        .filter(s -> s.toestand() == Stap.Toestand.GEDAAN)
        .forEach(s -> uitkomsten.put(s.element(), standen.van(visie).waarde().code()));
    return uitkomsten;
  }

  @Override
  public boolean verzonden(String stap) {
    return behandelingen.openVan(stap).flatMap(Behandeling::verzondenOp).isPresent();
  }

  @Override
  public List<String> moetenBesluiten(String visie) {
    return standen.moetenBesluiten(visie);
  }

  @Override
  public String stand(String visie, Vaststellingsregel regel) {
    return standen.van(visie, regel).zin();
  }
}
