package nl.besluitroute.signalering;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Where and how an account wants to be told. */
@Entity
@Table(name = "signaal_voorkeur")
class Voorkeur {
  @Id String account;
  String mail;
  boolean overzicht = true;
  boolean dringend = true;

  protected Voorkeur() {}

  Voorkeur(String account) {
    this.account = account;
  }
}
