package nl.besluitroute.vergaderschema;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** An address at which a calendar is read without signing in; of its secret only the SHA-256 is kept. */
@Entity
class Agendafeed {
  @Id private UUID id;
  private String hash;
  private String orgaan;
  private String account;
  private Instant gemaaktOp;
  private Instant ingetrokkenOp;

  protected Agendafeed() {}

  Agendafeed(String hash, String orgaan, String account, Instant gemaaktOp) {
    this.id = UUID.randomUUID();
    this.hash = hash;
    this.orgaan = orgaan;
    this.account = account;
    this.gemaaktOp = gemaaktOp;
  }

  String orgaan() {
    return orgaan;
  }

  String account() {
    return account;
  }

  Instant gemaaktOp() {
    return gemaaktOp;
  }

  boolean isIngetrokken() {
    return ingetrokkenOp != null;
  }

  void trekIn(Instant nu) {
    ingetrokkenOp = nu;
  }
}
