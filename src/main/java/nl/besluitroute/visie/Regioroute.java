package nl.besluitroute.visie;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;

/** Whose a route is that a region brought in. A route without such a row is for all regions. */
@Entity
class Regioroute {
  @Id private String sleutel;
  private String regio;
  private Instant ingetrokkenOp;
  @Version private Long slot;

  protected Regioroute() {}

  Regioroute(String sleutel, String regio) {
    this.sleutel = sleutel;
    this.regio = regio;
  }

  String sleutel() {
    return sleutel;
  }

  /** Code of the region. */
  String regio() {
    return regio;
  }

  Optional<Instant> ingetrokkenOp() {
    return Optional.ofNullable(ingetrokkenOp);
  }

  void trekIn(Instant op) {
    this.ingetrokkenOp = op;
  }

  void herstel() {
    this.ingetrokkenOp = null;
  }
}
