package nl.besluitroute.regio;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A body that treats texts: an overleg of a region, or a bestuursorgaan of a municipality. Its id is
 * also the engine's candidate group.
 */
@Entity
public class Orgaan {
  @Id private String id;

  @Column(nullable = false)
  private String naam;

  @Enumerated(EnumType.STRING)
  private Orgaansoort soort;

  private String regio;
  private String gemeente;
  private LocalDate tot;

  protected Orgaan() {}

  Orgaan(String id, String naam, Orgaansoort soort, String regio, String gemeente) {
    this.id = id;
    this.naam = naam;
    this.soort = soort;
    this.regio = regio;
    this.gemeente = gemeente;
  }

  public String id() {
    return id;
  }

  public String naam() {
    return naam;
  }

  public Orgaansoort soort() {
    return soort;
  }

  /** The region's code, when the body is regional. */
  public Optional<String> regio() {
    return Optional.ofNullable(regio);
  }

  /** The municipality's code, when the body is local. */
  public Optional<String> gemeente() {
    return Optional.ofNullable(gemeente);
  }

  /** The first day on which it is no longer there; empty when no end is known. */
  public Optional<LocalDate> tot() {
    return Optional.ofNullable(tot);
  }

  /** Whether it is there to choose on that day. What it did before stays. */
  public boolean geldtOp(LocalDate dag) {
    return tot == null || dag.isBefore(tot);
  }

  void hernoem(String naam) {
    this.naam = naam;
  }

  void beeindig(LocalDate tot) {
    this.tot = tot;
  }
}
