package nl.besluitroute.regio;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A municipality, by its CBS code. It stays known after a merger: who decided then must be traceable. */
@Entity
public class Gemeente {
  @Id private String code;

  @Column(nullable = false)
  private String naam;

  protected Gemeente() {}

  Gemeente(String code, String naam) {
    this.code = code;
    this.naam = naam;
  }

  public String code() {
    return code;
  }

  public String naam() {
    return naam;
  }
}
