package nl.besluitroute.vergaderschema;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.UUID;

/** A school holiday in one part of the country, both ends inclusive; a start for reces. */
@Entity
public class Schoolvakantie {

  /** The three parts of the country between which holidays are spread. */
  public enum Landsdeel {
    NOORD("Noord"),
    MIDDEN("Midden"),
    ZUID("Zuid");

    private final String naam;

    Landsdeel(String naam) {
      this.naam = naam;
    }

    public String naam() {
      return naam;
    }
  }

  @Id private UUID id;

  @Enumerated(EnumType.STRING)
  private Landsdeel landsdeel;

  private String naam;
  private LocalDate van;
  private LocalDate totEnMet;

  protected Schoolvakantie() {}

  Schoolvakantie(Landsdeel landsdeel, String naam, LocalDate van, LocalDate totEnMet) {
    this.id = UUID.randomUUID();
    wijzig(landsdeel, naam, van, totEnMet);
  }

  void wijzig(Landsdeel landsdeel, String naam, LocalDate van, LocalDate totEnMet) {
    this.landsdeel = landsdeel;
    this.naam = naam;
    this.van = van;
    this.totEnMet = totEnMet;
  }

  public UUID id() {
    return id;
  }

  public Landsdeel landsdeel() {
    return landsdeel;
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
}
