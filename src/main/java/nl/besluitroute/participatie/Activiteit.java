package nl.besluitroute.participatie;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import nl.besluitroute.kalender.GeschrevenDatum;

/** A session, conversation or reaction of one group. */
@Entity
public class Activiteit {
  @Id
  @GeneratedValue(strategy = GenerationType.UUID)
  private UUID id;
  private String visie;
  private String stap;
  private int volgnr;
  private String groep;

  @Embedded
  private GeschrevenDatum datum;
  private Integer deelnemers;
  private String uitkomst;
  private String verwerking;
  private String vastgelegdDoor;
  private Instant vastgelegdOp;

  protected Activiteit() {}

  Activiteit(String visie, String stap, int volgnr, Participatie.Melding m, String door, Instant op) {
    this.visie = visie;
    this.stap = stap;
    this.volgnr = volgnr;
    this.groep = m.groep();
    this.datum = m.datum();
    this.deelnemers = m.deelnemers();
    this.uitkomst = m.uitkomst();
    this.verwerking = m.verwerking();
    this.vastgelegdDoor = door;
    this.vastgelegdOp = op;
  }

  public String stap() {
    return stap;
  }

  public String groep() {
    return groep;
  }

  public GeschrevenDatum datum() {
    return datum;
  }

  public Integer deelnemers() {
    return deelnemers;
  }

  public String uitkomst() {
    return uitkomst;
  }

  /** What was done with the outcome. */
  public String verwerking() {
    return verwerking;
  }
}
