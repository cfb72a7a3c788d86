package nl.besluitroute.toegang;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;

/** Somebody who can sign in; never removed, so that the journal keeps its meaning. */
@Entity(name = "account")
class Account {
  @Id String naam;
  String weergave;
  String wachtwoord;
  boolean demo;
  Instant geblokkeerdOp;

  protected Account() {}

  Account(String naam, String weergave, String wachtwoord, boolean demo) {
    this.naam = naam;
    this.weergave = weergave;
    this.wachtwoord = wachtwoord;
    this.demo = demo;
  }
}
