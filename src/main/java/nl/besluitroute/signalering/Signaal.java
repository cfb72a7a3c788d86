package nl.besluitroute.signalering;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/** What one person, or the address of one body, is to be told. */
@Entity
class Signaal {
  @Id UUID id;
  String account;
  String orgaan;

  @Enumerated(EnumType.STRING)
  @Column(length = 30)
  Signaalsoort soort;

  boolean dringend;
  String visie;
  String stap;
  String taak;
  String wat;
  LocalDate uiterlijk;
  String was;
  String wordt;
  String reden;
  Instant gemaaktOp;
  Instant gelezenOp;
  UUID mail;

  protected Signaal() {}

  /**
   * A fact, whoever is told of it.
   *
   * @param taak id of the open work; null when it tells of none
   * @param wat the work or the step, by name
   * @param uiterlijk last day on which the work is in time; null when there is none
   * @param was the date before, in words; null when it is no change
   * @param wordt the new date, in words; null when there is none
   * @param reden null when none was given
   */
  record Feit(
      Signaalsoort soort,
      boolean dringend,
      String visie,
      String stap,
      String taak,
      String wat,
      LocalDate uiterlijk,
      String was,
      String wordt,
      String reden) {}

  Signaal(Feit feit, Ontvanger aan, Instant nu) {
    this.id = UUID.randomUUID();
    this.account = aan.account();
    this.orgaan = aan.orgaan();
    this.soort = Objects.requireNonNull(feit.soort());
    this.dringend = feit.dringend();
    this.visie = feit.visie();
    this.stap = feit.stap();
    this.taak = feit.taak();
    this.wat = kort(feit.wat(), 200);
    this.uiterlijk = feit.uiterlijk();
    this.was = kort(feit.was(), 200);
    this.wordt = kort(feit.wordt(), 200);
    this.reden = kort(feit.reden(), 1000);
    this.gemaaktOp = nu;
  }

  /** The fact itself stands in its own row: here it may be cut. */
  static String kort(String tekst, int hoogstens) {
    if (tekst == null || tekst.isBlank()) {
      return null;
    }
    return tekst.length() <= hoogstens ? tekst : tekst.substring(0, hoogstens - 1) + "…";
  }
}
