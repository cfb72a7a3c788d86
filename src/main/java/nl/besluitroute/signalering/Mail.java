package nl.besluitroute.signalering;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A mail that is to go out, with the Message-ID that every attempt bears. */
@Entity
@Table(name = "signaal_mail")
class Mail {

  enum Staat {
    KLAAR,
    VERZONDEN,
    /** Given up; the beheerder sees it. */
    MISLUKT,
    /** Nothing left to tell, or nobody to tell it to. */
    VERVALLEN
  }

  @Id UUID id;
  String account;
  String orgaan;

  /** The day of an overview; null for what went at once. */
  LocalDate overzichtVan;

  /** The address that this mail asks its owner to confirm; null for what tells signals. */
  String bevestigt;

  String messageId;
  Instant gemaaktOp;

  @Enumerated(EnumType.STRING)
  @Column(length = 20)
  Staat staat;

  int pogingen;
  Instant volgendeOp;
  String fout;
  Instant verzondenOp;

  protected Mail() {}

  Mail(Ontvanger aan, LocalDate overzichtVan, String domein, Instant nu) {
    this.id = UUID.randomUUID();
    this.account = aan.account();
    this.orgaan = aan.orgaan();
    this.overzichtVan = overzichtVan;
    this.messageId = "<" + id + "@" + domein + ">";
    this.gemaaktOp = nu;
    this.staat = Staat.KLAAR;
    this.volgendeOp = nu;
  }

  Ontvanger ontvanger() {
    return new Ontvanger(account, orgaan);
  }
}
