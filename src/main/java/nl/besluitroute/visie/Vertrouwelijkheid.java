package nl.besluitroute.visie;

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

/**
 * That a vision, what a step recorded, or a version is vertrouwelijk or geheim: on what ground, by
 * which body, until when. It is lifted, never removed.
 */
@Entity
public class Vertrouwelijkheid {

  /** How closely it is kept. */
  public enum Niveau {
    /** For who has a function in the vision. Any body marks it so. */
    VERTROUWELIJK("vertrouwelijk"),
    /**
     * Geheimhouding under Gemeentewet, articles 87 to 89 (since 1 April 2023), imposed by a college
     * or raad: for who records for that municipality, and who marked it.
     */
    GEHEIM("geheim");

    private final String naam;

    Niveau(String naam) {
      this.naam = naam;
    }

    public String naam() {
      return naam;
    }
  }

  @Id
  @GeneratedValue(strategy = GenerationType.UUID)
  private UUID id;

  private String visie;
  private String stap;
  private String versie;

  @Enumerated(EnumType.STRING)
  @Column(length = 20)
  private Niveau niveau;

  private String grond;
  private String orgaan;
  private String gemeente;
  private LocalDate tot;
  private String gemarkeerdAccount;
  private String gemarkeerdDoor;
  private Instant gemarkeerdOp;
  private String opgehevenDoor;
  private Instant opgehevenOp;
  private String opgehevenReden;

  protected Vertrouwelijkheid() {}

  Vertrouwelijkheid(
      Vertrouwelijkheden.Markering m, String gemeente, String account, String door, Instant op) {
    this.visie = m.visie();
    this.stap = m.stap();
    this.versie = m.versie();
    this.niveau = m.niveau();
    this.grond = m.grond();
    this.orgaan = m.orgaan();
    this.gemeente = gemeente;
    this.tot = m.tot();
    this.gemarkeerdAccount = account;
    this.gemarkeerdDoor = door;
    this.gemarkeerdOp = op;
  }

  public UUID id() {
    return id;
  }

  public String visie() {
    return visie;
  }

  /** Id of the step whose contents are meant; empty for a version or the whole vision. */
  public Optional<String> stap() {
    return Optional.ofNullable(stap);
  }

  /** Number of the version whose contents are meant. */
  public Optional<String> versie() {
    return Optional.ofNullable(versie);
  }

  public Niveau niveau() {
    return niveau;
  }

  public String grond() {
    return grond;
  }

  /** Id of the body that imposed it. */
  public String orgaan() {
    return orgaan;
  }

  /** Code of the municipality of that body, when it is local. */
  public Optional<String> gemeente() {
    return Optional.ofNullable(gemeente);
  }

  /** The first day, in Europe/Amsterdam, on which it no longer holds; empty until it is lifted. */
  public Optional<LocalDate> tot() {
    return Optional.ofNullable(tot);
  }

  public String gemarkeerdAccount() {
    return gemarkeerdAccount;
  }

  public String gemarkeerdDoor() {
    return gemarkeerdDoor;
  }

  public Instant gemarkeerdOp() {
    return gemarkeerdOp;
  }

  public boolean geldtOp(LocalDate dag) {
    return opgehevenOp == null && (tot == null || dag.isBefore(tot));
  }

  void hefOp(String door, Instant op, String reden) {
    this.opgehevenDoor = door;
    this.opgehevenOp = op;
    this.opgehevenReden = reden;
  }
}
