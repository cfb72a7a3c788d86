package nl.besluitroute.toegang;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.UUID;

/** A role that was granted; it ends by its date and is never removed. */
@Entity(name = "toekenning")
class ToekenningRij {
  @Id
  @GeneratedValue(strategy = GenerationType.UUID)
  UUID id;

  String account;

  @Enumerated(EnumType.STRING)
  @Column(length = 40)
  private Rol rol;

  private String regio;
  private String orgaan;
  private String gemeente;
  private LocalDate van;
  private LocalDate tot;

  protected ToekenningRij() {}

  ToekenningRij(String account, Toekenning t) {
    this.account = account;
    this.rol = t.rol();
    this.regio = t.regio();
    this.orgaan = t.orgaan();
    this.gemeente = t.gemeente();
    this.van = t.van();
    this.tot = t.tot();
  }

  Toekenning toekenning() {
    return new Toekenning(rol, regio, orgaan, gemeente, van, tot);
  }

  void beeindig(LocalDate tot) {
    this.tot = tot;
  }
}
