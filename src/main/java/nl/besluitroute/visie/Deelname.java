package nl.besluitroute.visie;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** A municipality's part in a vision: {@code van} inclusive, {@code tot} exclusive. Never removed. */
@Entity
public class Deelname {
  @Id
  @GeneratedValue(strategy = GenerationType.UUID)
  private UUID id;

  private String visie;
  private String gemeente;
  private LocalDate van;
  private LocalDate tot;
  private String reden;
  private String redenEinde;

  protected Deelname() {}

  Deelname(String visie, String gemeente, LocalDate van, String reden) {
    this.visie = visie;
    this.gemeente = gemeente;
    this.van = van;
    this.reden = reden;
  }

  public String visie() {
    return visie;
  }

  public String gemeente() {
    return gemeente;
  }

  public LocalDate van() {
    return van;
  }

  public Optional<LocalDate> tot() {
    return Optional.ofNullable(tot);
  }

  public boolean op(LocalDate dag) {
    return !van.isAfter(dag) && (tot == null || tot.isAfter(dag));
  }

  void beeindig(LocalDate tot, String reden) {
    this.tot = tot;
    this.redenEinde = reden;
  }
}
