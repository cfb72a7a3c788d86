package nl.besluitroute.visie;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;

/** How a version of a region's own route came in. Never changed. */
@Entity
public class Routeversie {
  @Id private String versie;
  private String route;
  private String regio;
  private int volgnummer;
  private String naam;
  private String kenmerk;
  private String toelichting;
  private String ingebrachtDoor;
  private Instant ingebrachtOp;

  protected Routeversie() {}

  Routeversie(Routes.Route route, String regio, String kenmerk, String toelichting, String door, Instant op) {
    this.versie = route.versie();
    this.route = route.sleutel();
    this.regio = regio;
    this.volgnummer = route.volgnummer();
    this.naam = route.model().naam();
    this.kenmerk = kenmerk;
    this.toelichting = toelichting;
    this.ingebrachtDoor = door;
    this.ingebrachtOp = op;
  }

  /** Id of the deployed version; see {@link Routes}. */
  public String versie() {
    return versie;
  }

  /** SHA-256 of the drawing, in hexadecimal digits. */
  public String kenmerk() {
    return kenmerk;
  }

  /** Why this version came. */
  public String toelichting() {
    return toelichting;
  }

  /** The function of who brought it in. */
  public String ingebrachtDoor() {
    return ingebrachtDoor;
  }

  public Instant ingebrachtOp() {
    return ingebrachtOp;
  }
}
