package nl.besluitroute.besluitvorming;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import nl.besluitroute.regio.Orgaansoort;
import nl.besluitroute.visie.Stap;

/**
 * What a college or raad decided on a version: its dictum word for word. A besluit stays until a
 * later one replaces it. It is confirmed, or corrected where it was recorded wrongly; a {@link
 * Correctie} keeps what stood there.
 */
@Entity
public class Besluit {
  @Id
  @GeneratedValue(strategy = GenerationType.UUID)
  private UUID id;
  private String visie;
  private String stap;
  private String gemeente;

  @Enumerated(EnumType.STRING)
  @Column(length = 20)
  private Orgaansoort orgaansoort;
  private int besluitronde;
  private int volgnr;
  private LocalDate datum;

  @Enumerated(EnumType.STRING)
  @Column(length = 40)
  private Uitkomst uitkomst;
  private String versie;
  private String dictum;
  private String nummer;
  private String amendement;

  @Enumerated(EnumType.STRING)
  @Column(length = 20)
  private Zekerheid zekerheid;
  private String bron;
  private String vastgelegdDoor;
  private Instant vastgelegdOp;
  private String bevestigdDoor;
  private Instant bevestigdOp;
  private int uitgave;

  @Version private long slot;

  protected Besluit() {}

  Besluit(
      Stap stap,
      Orgaansoort orgaansoort,
      int volgnr,
      Besluiten.Vastlegging v,
      Uitkomst uitkomst,
      Zekerheid zekerheid,
      String door,
      Instant op) {
    this.visie = stap.visie();
    this.stap = stap.id();
    this.gemeente = stap.gemeente().orElseThrow();
    this.orgaansoort = orgaansoort;
    this.besluitronde = stap.besluitronde();
    this.volgnr = volgnr;
    this.datum = v.datum();
    this.uitkomst = uitkomst;
    this.versie = v.versie();
    this.dictum = v.dictum();
    this.nummer = v.nummer();
    this.amendement = v.amendement();
    this.zekerheid = zekerheid;
    this.bron = v.bron();
    this.vastgelegdDoor = door;
    this.vastgelegdOp = op;
  }

  public UUID id() {
    return id;
  }

  public String visie() {
    return visie;
  }

  public String stap() {
    return stap;
  }

  public String gemeente() {
    return gemeente;
  }

  public Orgaansoort orgaansoort() {
    return orgaansoort;
  }

  public int besluitronde() {
    return besluitronde;
  }

  /** Order among the besluiten of one body on one text. */
  public int volgnr() {
    return volgnr;
  }

  public LocalDate datum() {
    return datum;
  }

  public Uitkomst uitkomst() {
    return uitkomst;
  }

  public Optional<String> versie() {
    return Optional.ofNullable(versie);
  }

  /** The beslispunten as adopted, word for word. */
  public Optional<String> dictum() {
    return Optional.ofNullable(dictum);
  }

  public String nummer() {
    return nummer;
  }

  public Optional<String> amendement() {
    return Optional.ofNullable(amendement);
  }

  public Zekerheid zekerheid() {
    return zekerheid;
  }

  public String bron() {
    return bron;
  }

  public String vastgelegdDoor() {
    return vastgelegdDoor;
  }

  public Instant vastgelegdOp() {
    return vastgelegdOp;
  }

  /** The same without dictum, amendement and source, for who may not read them. */
  public Besluit zonderWoorden() {
    Besluit kaal = new Besluit();
    kaal.id = id;
    kaal.visie = visie;
    kaal.stap = stap;
    kaal.gemeente = gemeente;
    kaal.orgaansoort = orgaansoort;
    kaal.besluitronde = besluitronde;
    kaal.volgnr = volgnr;
    kaal.datum = datum;
    kaal.uitkomst = uitkomst;
    kaal.versie = versie;
    kaal.zekerheid = zekerheid;
    kaal.vastgelegdDoor = vastgelegdDoor;
    kaal.vastgelegdOp = vastgelegdOp;
    kaal.uitgave = uitgave;
    return kaal;
  }

  String bevestigdDoor() {
    return bevestigdDoor;
  }

  Instant bevestigdOp() {
    return bevestigdOp;
  }

  /** How often it was corrected. */
  public int uitgave() {
    return uitgave;
  }

  /** Puts right what was recorded wrongly; who calls keeps what stood here. */
  void corrigeer(
      Besluiten.Vastlegging v, Uitkomst uitkomst, Zekerheid zekerheid, String door, Instant op) {
    this.datum = v.datum();
    this.uitkomst = uitkomst;
    this.versie = v.versie();
    this.dictum = v.dictum();
    this.nummer = v.nummer();
    this.amendement = v.amendement();
    this.zekerheid = zekerheid;
    this.bron = v.bron();
    this.vastgelegdDoor = door;
    this.vastgelegdOp = op;
    this.bevestigdDoor = null;
    this.bevestigdOp = null;
    this.uitgave++;
  }

  void bevestig(String door, Instant op) {
    this.zekerheid = Zekerheid.BEVESTIGD;
    this.bevestigdDoor = door;
    this.bevestigdOp = op;
  }
}
