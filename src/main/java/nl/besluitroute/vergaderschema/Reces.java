package nl.besluitroute.vergaderschema;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * Days on which a body does not usually meet, both ends inclusive: of one body, or of all bodies of
 * a municipality or of a region.
 */
@Entity
public class Reces {
  @Id private UUID id;
  private String orgaan;
  private String gemeente;
  private String regio;
  private String naam;
  private LocalDate van;
  private LocalDate totEnMet;

  protected Reces() {}

  Reces(String orgaan, String gemeente, String regio, String naam, LocalDate van, LocalDate totEnMet) {
    this.id = UUID.randomUUID();
    this.orgaan = orgaan;
    this.gemeente = gemeente;
    this.regio = regio;
    this.naam = naam;
    this.van = van;
    this.totEnMet = totEnMet;
  }

  void wijzig(String naam, LocalDate van, LocalDate totEnMet) {
    this.naam = naam;
    this.van = van;
    this.totEnMet = totEnMet;
  }

  public UUID id() {
    return id;
  }

  /** Id of the body, when it is of one body. */
  public Optional<String> orgaan() {
    return Optional.ofNullable(orgaan);
  }

  /** Code of the municipality, when it is of all its bodies. */
  public Optional<String> gemeente() {
    return Optional.ofNullable(gemeente);
  }

  /** Code of the region, when it is of all its overleggen. */
  public Optional<String> regio() {
    return Optional.ofNullable(regio);
  }

  public String naam() {
    return naam;
  }

  public LocalDate van() {
    return van;
  }

  public LocalDate totEnMet() {
    return totEnMet;
  }

  public boolean bevat(LocalDate dag) {
    return !dag.isBefore(van) && !dag.isAfter(totEnMet);
  }
}
