package nl.besluitroute.vergaderschema;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** An agenda that somebody looks at before it counts; only he who read it finds it again. */
@Entity
class Agendainvoer {
  @Id private UUID id;
  private String orgaan;
  private String account;
  private String herkomst;
  private byte[] inhoud;
  private String basis;
  private Instant bewaardOp;

  protected Agendainvoer() {}

  Agendainvoer(
      String orgaan, String account, String herkomst, byte[] inhoud, String basis, Instant bewaardOp) {
    this.id = UUID.randomUUID();
    this.orgaan = orgaan;
    this.account = account;
    this.herkomst = herkomst;
    this.inhoud = inhoud;
    this.basis = basis;
    this.bewaardOp = bewaardOp;
  }

  UUID id() {
    return id;
  }

  String orgaan() {
    return orgaan;
  }

  String account() {
    return account;
  }

  String herkomst() {
    return herkomst;
  }

  byte[] inhoud() {
    return inhoud;
  }

  /** SHA-256 of what was compared when it was read. */
  String basis() {
    return basis;
  }

  Instant bewaardOp() {
    return bewaardOp;
  }
}
