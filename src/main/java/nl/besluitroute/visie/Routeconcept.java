package nl.besluitroute.visie;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** A drawing that somebody looks at before it counts; only he who brought it in finds it again. */
@Entity
public class Routeconcept {
  @Id
  @GeneratedValue(strategy = GenerationType.UUID)
  private UUID id;

  private String regio;
  private String bestandsnaam;
  private byte[] bpmn;
  private String account;
  private Instant bewaardOp;

  protected Routeconcept() {}

  Routeconcept(String regio, String bestandsnaam, byte[] bpmn, String account, Instant bewaardOp) {
    this.regio = regio;
    this.bestandsnaam = bestandsnaam;
    this.bpmn = bpmn.clone();
    this.account = account;
    this.bewaardOp = bewaardOp;
  }

  public UUID id() {
    return id;
  }

  /** Code of the region whose route this is to be. */
  public String regio() {
    return regio;
  }

  public String bestandsnaam() {
    return bestandsnaam;
  }

  public byte[] bpmn() {
    return bpmn.clone();
  }

  String account() {
    return account;
  }

  Instant bewaardOp() {
    return bewaardOp;
  }
}
