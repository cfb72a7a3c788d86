package nl.besluitroute.regio;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** A municipality's membership of a region: {@code van} inclusive, {@code tot} exclusive. */
@Entity
public class Lidmaatschap {
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

  public UUID id() {
    return id;
  }

  public String regio() {
    return regio;
  }

  public String gemeente() {
    return gemeente;
  }

  /** Empty when it always was a member. */
  public Optional<LocalDate> van() {
    return Optional.ofNullable(van);
  }

  /** The first day on which it no longer is a member; empty when no end is known. */
  public Optional<LocalDate> tot() {
    return Optional.ofNullable(tot);
  }

  public boolean geldtOp(LocalDate dag) {
    return (van == null || !dag.isBefore(van)) && (tot == null || dag.isBefore(tot));
  }

  void beeindig(LocalDate tot) {
    this.tot = tot;
  }
}
