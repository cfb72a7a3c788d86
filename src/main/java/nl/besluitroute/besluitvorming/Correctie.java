package nl.besluitroute.besluitvorming;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** What stood in a besluit or a conclusion before it was corrected, and why it was. Never changed. */
@Entity
@Immutable
public class Correctie {
  @Id
  @GeneratedValue(strategy = GenerationType.UUID)
  private UUID id;
  private String visie;
  private String stap;
  private UUID besluit;
  private UUID behandeling;
  private int volgnr;
  private LocalDate datum;
  private String uitkomst;
  private String versie;
  private String dictum;
  private String nummer;
  private String amendement;
  private String toelichting;

  @Enumerated(EnumType.STRING)
  @Column(length = 20)
  private Zekerheid zekerheid;
  private String bron;
  private String vastgelegdDoor;
  private Instant vastgelegdOp;
  private String bevestigdDoor;
  private Instant bevestigdOp;
  private String reden;
  private String gecorrigeerdDoor;
  private Instant gecorrigeerdOp;

  protected Correctie() {}

  static Correctie van(Besluit b, String reden, String door, Instant op) {
    Correctie c = new Correctie();
    c.visie = b.visie();
    c.stap = b.stap();
    c.besluit = b.id();
    c.volgnr = b.uitgave() + 1;
    c.datum = b.datum();
    c.uitkomst = b.uitkomst().name();
    c.versie = b.versie().orElse(null);
    c.dictum = b.dictum().orElse(null);
    c.nummer = b.nummer();
    c.amendement = b.amendement().orElse(null);
    c.zekerheid = b.zekerheid();
    c.bron = b.bron();
    c.vastgelegdDoor = b.vastgelegdDoor();
    c.vastgelegdOp = b.vastgelegdOp();
    c.bevestigdDoor = b.bevestigdDoor();
    c.bevestigdOp = b.bevestigdOp();
    return c.omdat(reden, door, op);
  }

  static Correctie van(Behandeling b, String reden, String door, Instant op) {
    Correctie c = new Correctie();
    c.visie = b.visie();
    c.stap = b.stap();
    c.behandeling = b.id();
    c.volgnr = b.uitgave() + 1;
    c.datum = b.datum().orElse(null);
    c.uitkomst = b.conclusie().orElseThrow().name();
    c.versie = b.behandeldeVersie().orElse(null);
    c.toelichting = b.reden();
    c.vastgelegdDoor = b.vastgelegdDoor();
    c.vastgelegdOp = b.vastgelegdOp();
    return c.omdat(reden, door, op);
  }

  private Correctie omdat(String reden, String door, Instant op) {
    this.reden = reden;
    this.gecorrigeerdDoor = door;
    this.gecorrigeerdOp = op;
    return this;
  }

  public String visie() {
    return visie;
  }

  public String stap() {
    return stap;
  }

  /** The besluit that this stood in; empty for a conclusion. */
  public Optional<UUID> besluit() {
    return Optional.ofNullable(besluit);
  }

  /** The treatment whose conclusion this was; empty for a besluit. */
  public Optional<UUID> behandeling() {
    return Optional.ofNullable(behandeling);
  }

  /** 1 for the first correction. */
  public int volgnr() {
    return volgnr;
  }

  public Optional<LocalDate> datum() {
    return Optional.ofNullable(datum);
  }

  /** What it was, as the screen names it. */
  public String uitkomst() {
    return besluit == null ? Conclusie.valueOf(uitkomst).naam() : Uitkomst.valueOf(uitkomst).naam();
  }

  /** The same as forms and the API name it. */
  public String code() {
    return besluit == null ? Conclusie.valueOf(uitkomst).code() : Uitkomst.valueOf(uitkomst).code();
  }

  public Optional<String> versie() {
    return Optional.ofNullable(versie);
  }

  public Optional<String> dictum() {
    return Optional.ofNullable(dictum);
  }

  public Optional<String> nummer() {
    return Optional.ofNullable(nummer);
  }

  public Optional<String> amendement() {
    return Optional.ofNullable(amendement);
  }

  /** The reason that stood with a conclusion. */
  public Optional<String> toelichting() {
    return Optional.ofNullable(toelichting);
  }

  public Optional<Zekerheid> zekerheid() {
    return Optional.ofNullable(zekerheid);
  }

  public Optional<String> bron() {
    return Optional.ofNullable(bron);
  }

  /** Who had recorded it. */
  public String vastgelegdDoor() {
    return vastgelegdDoor;
  }

  public Instant vastgelegdOp() {
    return vastgelegdOp;
  }

  /** Why it was corrected. */
  public String reden() {
    return reden;
  }

  public String gecorrigeerdDoor() {
    return gecorrigeerdDoor;
  }

  public Instant gecorrigeerdOp() {
    return gecorrigeerdOp;
  }
}
