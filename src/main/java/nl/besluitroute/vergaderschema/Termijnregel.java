package nl.besluitroute.vergaderschema;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.LocalTime;
import java.util.UUID;
import nl.besluitroute.kalender.Termijn;
import nl.besluitroute.regio.Orgaansoort;

/** A term that somebody set, of one body or of all bodies of a kind. */
@Entity
class Termijnregel {
  @Id private UUID id;
  private String orgaan;

  @Enumerated(EnumType.STRING)
  private Orgaansoort orgaansoort;

  @Enumerated(EnumType.STRING)
  private Termijnsoort soort;

  private int aantal;

  @Enumerated(EnumType.STRING)
  private Termijn.Eenheid eenheid;

  private String tijdstip;

  protected Termijnregel() {}

  Termijnregel(String orgaan, Orgaansoort orgaansoort, Termijnsoort soort, Termijn termijn) {
    this.id = UUID.randomUUID();
    this.orgaan = orgaan;
    this.orgaansoort = orgaansoort;
    this.soort = soort;
    zet(termijn);
  }

  void zet(Termijn termijn) {
    this.aantal = termijn.aantal();
    this.eenheid = termijn.eenheid();
    this.tijdstip = termijn.tot().map(LocalTime::toString).orElse(null);
  }

  String orgaan() {
    return orgaan;
  }

  Orgaansoort orgaansoort() {
    return orgaansoort;
  }

  Termijnsoort soort() {
    return soort;
  }

  Termijn termijn() {
    return new Termijn(aantal, eenheid, tijdstip == null ? null : LocalTime.parse(tijdstip));
  }
}
