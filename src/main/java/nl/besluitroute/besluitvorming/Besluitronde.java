package nl.besluitroute.besluitvorming;

import java.time.LocalDate;
import java.util.List;
import nl.besluitroute.journaal.Journaal;
import nl.besluitroute.journaal.Notitie;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.visie.Stap;
import nl.besluitroute.visie.Stappen;
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
  private final Stappen stappen;
  private final Journaal journaal;
  private final Klok klok;

  Besluitronde(
      Standen standen, Visies visies, Stappen stappen, Journaal journaal, Klok klok) {
    this.standen = standen;
    this.visies = visies;
    this.stappen = stappen;
    this.journaal = journaal;
    this.klok = klok;
  }

  /** What the portefeuillehoudersoverleg advises when the raden diverge. */
  public enum Advies {
    OVERNEMEN("de wijziging overnemen voor alle gemeenten"),
    HEROVERWEGEN("vragen te heroverwegen"),
    ACCEPTEREN("het verschil accepteren"),
    STOPPEN("stoppen");

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

  /**
   * Records the advice on a divergence.
   *
   * @throws InvoerFout when its date lies ahead
   */
  public void adviseer(
      String stapId, Advies advies, LocalDate datum, String toelichting, Gebruiker wie) {
    if (datum.isAfter(klok.vandaag())) {
      throw new InvoerFout("datum", "De datum van het advies ligt in de toekomst.");
    }
    Stap stap = visies.stap(stapId);
    stappen.gebeurdeOp(stapId, datum);
    journaal.noteer(
        Notitie.van(wie.weergave(), "advies_tweede_ronde", stap.naam() + ", advies: " + advies.naam() + ".")
            .bijVisie(stap.visie())
            .bijStap(stapId)
            .omdat(toelichting));
  }
}
