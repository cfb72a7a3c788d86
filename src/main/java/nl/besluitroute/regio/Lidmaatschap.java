package nl.besluitroute.regio;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.UUID;

/** A municipality's membership of a region: {@code van} inclusive, {@code tot} exclusive. */
@Entity
class Lidmaatschap {
  @Id
  @GeneratedValue(strategy = GenerationType.UUID)
  private UUID id;

  private String regio;
  private String gemeente;
  private LocalDate van;
  private LocalDate tot;

  protected Lidmaatschap() {}

  Lidmaatschap(String regio, String gemeente, LocalDate van, LocalDate tot) {
    this.regio = regio;
    this.gemeente = gemeente;
    this.van = van;
    this.tot = tot;
  }

  String gemeente() {
    return gemeente;
  }
}
