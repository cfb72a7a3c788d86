package nl.besluitroute.besluitvorming;

import java.util.List;
import nl.besluitroute.journaal.Journaal;
import nl.besluitroute.journaal.Notitie;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.visie.Stap;
import nl.besluitroute.visie.Visies;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A decision round over the municipalities: who decides in it, and how it ends. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Besluitronde {
  private final Standen standen;
  private final Visies visies;
  private final Journaal journaal;

  Besluitronde(Standen standen, Visies visies, Journaal journaal) {
    this.standen = standen;
    this.visies = visies;
    this.journaal = journaal;
  }

  /** What the portefeuillehoudersoverleg advises when the raden diverge. */
  public enum Advies {
    OVERNEMEN("neem de wijziging over voor allen"),
    HEROVERWEGEN("vraag te heroverwegen"),
    ACCEPTEREN("accepteer het verschil"),
    STOPPEN("stop");

    private final String naam;

    Advies(String naam) {
      this.naam = naam;
    }

    public String naam() {
      return naam;
    }
  }

  /**
   * In the first round all who take part; later exactly those whose besluit does not count on the
   * version in force. A council that already adopted exactly that text keeps its besluit.
   */
  public List<String> gemeenten(String visie, int ronde) {
    return ronde == 1 ? visies.deelnemers(visie) : standen.moetenBesluiten(visie);
  }

  /**
   * Closes a round.
   *
   * @return the stand at that moment
   * @throws InvoerFout when a municipality is still deciding
   */
  public Stand sluitAf(String stapId, String toelichting, Gebruiker wie) {
    Stap stap = visies.stap(stapId);
    visies.vergrendel(stap.visie());
    List<String> bezig =
        visies.stappen(stap.visie()).stream()
            .filter(s -> s.element().equals(stap.element()) && s.soort().lokaal())
            .filter(s -> s.toestand() == Stap.Toestand.LOOPT)
            .map(Stap::naam)
            .toList();
    if (!bezig.isEmpty()) {
      throw new InvoerFout("", "De ronde kan nog niet worden afgesloten; nog bezig: " + String.join(", ", bezig) + ".");
    }
    Stand stand = standen.herbereken(stap.visie());
    journaal.noteer(
        Notitie.van(wie.weergave(), "besluitronde_afgesloten", "Besluitronde afgesloten: " + stand.waarde().naam() + ".")
            .bijVisie(stap.visie())
            .bijStap(stapId)
            .omdat(toelichting));
    return stand;
  }

  /** Records the advice on a divergence. */
  public void adviseer(String stapId, Advies advies, String toelichting, Gebruiker wie) {
    Stap stap = visies.stap(stapId);
    journaal.noteer(
        Notitie.van(wie.weergave(), "advies_tweede_ronde", stap.naam() + ": " + advies.naam() + ".")
            .bijVisie(stap.visie())
            .bijStap(stapId)
            .omdat(toelichting));
  }
}
