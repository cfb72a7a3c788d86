package nl.besluitroute.regio;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A region that prepares texts together; the youth-care regions are reference data. */
@Entity
public class Regio {
  @Id private String code;

  @Column(nullable = false)
  private String naam;

  protected Regio() {}

  Regio(String code, String naam) {
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
