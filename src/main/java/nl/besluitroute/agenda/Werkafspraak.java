package nl.besluitroute.agenda;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDate;

/**
 * Who does a piece of work, and when somebody comes back to it. No read model: it is made from
 * nothing else; {@link AgendaTaak} carries a copy, and it goes when the work does.
 */
@Entity
class Werkafspraak {
  @Id private String taak;
  private String toegewezen;
  private LocalDate opvolgenOp;

  protected Werkafspraak() {}

  Werkafspraak(String taak) {
    this.taak = taak;
  }

  String taak() {
    return taak;
  }

  String toegewezen() {
    return toegewezen;
  }

  LocalDate opvolgenOp() {
    return opvolgenOp;
  }

  void wijsToe(String account) {
    this.toegewezen = account;
  }

  void volgOp(LocalDate dag) {
    this.opvolgenOp = dag;
  }
}
