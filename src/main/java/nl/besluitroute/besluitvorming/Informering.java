package nl.besluitroute.besluitvorming;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A raad was informed, usually by raadsinformatiebrief (Gemeentewet art. 169). */
@Entity
public class Informering {
  @Id
  @GeneratedValue(strategy = GenerationType.UUID)
  private UUID id;
  private String visie;
  private String stap;
  private String gemeente;
  private LocalDate datum;
  private String kenmerk;
  private String toelichting;

  @Enumerated(EnumType.STRING)
  @Column(length = 20)
  private Zekerheid zekerheid;
  private String bron;
  private String vastgelegdDoor;
  private Instant vastgelegdOp;

  protected Informering() {}

  Informering(
      nl.besluitroute.visie.Stap stap,
      Informeringen.Brief brief,
      Zekerheid zekerheid,
      String door,
      Instant op) {
    this.visie = stap.visie();
    this.stap = stap.id();
    this.gemeente = stap.gemeente().orElseThrow();
    this.datum = brief.datum();
    this.kenmerk = brief.kenmerk();
    this.toelichting = brief.toelichting();
    this.zekerheid = zekerheid;
    this.bron = brief.bron();
    this.vastgelegdDoor = door;
    this.vastgelegdOp = op;
  }

  public String stap() {
    return stap;
  }

  public String visie() {
    return visie;
  }

  public String gemeente() {
    return gemeente;
  }

  public LocalDate datum() {
    return datum;
  }

  public String kenmerk() {
    return kenmerk;
  }

  public Zekerheid zekerheid() {
    return zekerheid;
  }
}
