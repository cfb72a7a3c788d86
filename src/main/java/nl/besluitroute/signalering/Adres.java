package nl.besluitroute.signalering;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** An address that waits for its owner, or of a contact also one that he confirmed. */
@Entity
@Table(name = "signaal_adres")
class Adres {
  @Id String id;
  String account;
  String orgaan;
  String adres;

  /** What the link in the mail carries; null until that mail is made, and once it was used. */
  String sleutel;

  Instant geldigTot;
  Instant bevestigdOp;

  protected Adres() {}

  Adres(Ontvanger van) {
    this.id = id(van);
    this.account = van.account();
    this.orgaan = van.orgaan();
  }

  static String id(Ontvanger van) {
    return van.account() != null ? "account/" + van.account() : "orgaan/" + van.orgaan();
  }

  Ontvanger van() {
    return new Ontvanger(account, orgaan);
  }
}
