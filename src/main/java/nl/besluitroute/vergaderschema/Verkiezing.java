package nl.besluitroute.vergaderschema;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDate;

/** A day on which the country votes. */
@Entity
public class Verkiezing {
  @Id private LocalDate dag;
  private String naam;

  protected Verkiezing() {}

  Verkiezing(LocalDate dag, String naam) {
    this.dag = dag;
    this.naam = naam;
  }

  public LocalDate dag() {
    return dag;
  }

  public String naam() {
    return naam;
  }

  void hernoem(String naam) {
    this.naam = naam;
  }
}
