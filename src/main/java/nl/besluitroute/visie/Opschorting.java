package nl.besluitroute.visie;

import nl.besluitroute.journaal.Journaal;
import nl.besluitroute.journaal.Notitie;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.Toegang;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;

/**
 * Use cases: a vision is suspended with all that its route called, and resumed. Meanwhile nothing of
 * it is recorded or changed, and nothing falls due. The secretary of its region does both; others get
 * {@code GeenToegang}.
 */
@Service
public class Opschorting {
  private final VisieOpslag visies;
  private final Routeloop routeloop;
  private final Toegang toegang;
  private final Journaal journaal;
  private final Klok klok;
  private final Herkansing herkansing;

  Opschorting(
      VisieOpslag visies,
      @Lazy Routeloop routeloop,
      Toegang toegang,
      Journaal journaal,
      Klok klok,
      Herkansing herkansing) {
    this.visies = visies;
    this.routeloop = routeloop;
    this.toegang = toegang;
    this.journaal = journaal;
    this.klok = klok;
    this.herkansing = herkansing;
  }

  /**
   * Suspends a vision.
   *
   * @throws VisieFout when it is suspended already, its route came to its end, or there is no reason
   */
  public void schortOp(String visieId, String reden, Gebruiker wie) {
    herkansing.doe(
        () -> {
          Regiovisie visie = haal(visieId, wie);
          if (visie.afgerondOp().isPresent()) {
            throw new VisieFout("De route van deze visie is al doorlopen.");
          }
          if (visie.opgeschortOp().isPresent()) {
            throw new VisieFout(visie.opgeschort());
          }
          Stappen.eisReden(reden);
          visie.schortOp(klok.instant(), reden.strip());
          visies.flush();
          noteer(visie, "visie_opgeschort", "De visie is opgeschort.", reden, wie);
          routeloop.schortOp(visieId);
        });
  }

  /**
   * Resumes a suspended vision. Its open work follows the dates as they are now; what passed
   * meanwhile is late.
   *
   * @throws VisieFout when it is not suspended, or there is no reason
   */
  public void hervat(String visieId, String reden, Gebruiker wie) {
    herkansing.doe(
        () -> {
          Regiovisie visie = haal(visieId, wie);
          if (visie.opgeschortOp().isEmpty()) {
            throw new VisieFout("Deze visie is niet opgeschort.");
          }
          Stappen.eisReden(reden);
          visie.hervat();
          visies.flush();
          noteer(visie, "visie_hervat", "De visie is hervat.", reden, wie);
          routeloop.hervat(visieId);
        });
  }

  private Regiovisie haal(String id, Gebruiker wie) {
    Regiovisie visie = visies.vergrendel(id).orElseThrow(() -> new VisieNietGevonden(id));
    toegang.eisSecretaris(wie, visie.regios());
    return visie;
  }

  private void noteer(Regiovisie visie, String soort, String zin, String reden, Gebruiker wie) {
    journaal.noteer(
        Notitie.van(wie.weergave(), soort, zin).bijVisie(visie.id()).omdat(reden.strip()));
  }
}
