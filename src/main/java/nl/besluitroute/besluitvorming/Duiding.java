package nl.besluitroute.besluitvorming;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/**
 * How the regional secretary reads a besluit that changed something: never a change to what a
 * council decided. A later duiding replaces an earlier one; both stay.
 */
@Entity
@Immutable
public class Duiding {

  /** What an amendement touches. */
  public enum Klasse {
    TEKST("de tekst"),
    DICTUM("het dictum"),
    OPDRACHT("een lokale opdracht"),
    BIJLAGE("een lokale bijlage");

    private final String naam;

    Klasse(String naam) {
      this.naam = naam;
    }

    public String naam() {
      return naam;
    }
  }

  @Id
  @GeneratedValue(strategy = GenerationType.UUID)
  private UUID id;
  private UUID besluit;
  private int uitgave;
  private String visie;

  @Enumerated(EnumType.STRING)
  @Column(length = 20)
  private Klasse klasse;
  private boolean eensluidend;
  private String reden;
  private String vastgelegdDoor;
  private Instant vastgelegdOp;

  protected Duiding() {}

  Duiding(Besluit besluit, Klasse klasse, boolean eensluidend, String reden, String door, Instant op) {
    this.besluit = besluit.id();
    this.uitgave = besluit.uitgave();
    this.visie = besluit.visie();
    this.klasse = klasse;
    this.eensluidend = eensluidend;
    this.reden = reden;
    this.vastgelegdDoor = door;
    this.vastgelegdOp = op;
  }

  public UUID besluit() {
    return besluit;
  }

  /** How often the besluit was corrected when it was read: one that was corrected since is read anew. */
  int uitgave() {
    return uitgave;
  }

  public Klasse klasse() {
    return klasse;
  }

  public boolean eensluidend() {
    return eensluidend;
  }

  public String reden() {
    return reden;
  }
}
