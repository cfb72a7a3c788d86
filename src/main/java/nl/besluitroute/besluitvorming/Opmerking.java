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
import java.util.Optional;
import java.util.UUID;

/** A remark made in a treatment: open with an owner until it is answered. */
@Entity
public class Opmerking {

  /** How a remark was dealt with. */
  public enum Antwoord {
    VERWERKT("verwerkt"),
    NIET_OVERGENOMEN("niet overgenomen");

    private final String naam;

    Antwoord(String naam) {
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
  private UUID behandeling;
  private int volgnr;
  private String tekst;
  private String eigenaar;

  @Enumerated(EnumType.STRING)
  @Column(length = 20)
  private Antwoord antwoord;
  private String antwoordVersie;
  private String antwoordPlaats;
  private String antwoordTekst;
  private String beantwoordDoor;
  private Instant beantwoordOp;

  @Version private long slot;

  protected Opmerking() {}

  Opmerking(Behandeling behandeling, int volgnr, String tekst, String eigenaar) {
    this.visie = behandeling.visie();
    this.behandeling = behandeling.id();
    this.volgnr = volgnr;
    this.tekst = tekst;
    this.eigenaar = eigenaar;
  }

  public UUID id() {
    return id;
  }

  public String visie() {
    return visie;
  }

  public UUID behandeling() {
    return behandeling;
  }

  /** Place within its treatment, from 1. */
  public int volgnr() {
    return volgnr;
  }

  public String tekst() {
    return tekst;
  }

  /** Who answers it, while open; a function. */
  public String eigenaar() {
    return eigenaar;
  }

  public boolean open() {
    return antwoord == null;
  }

  public Optional<Antwoord> antwoord() {
    return Optional.ofNullable(antwoord);
  }

  public String antwoordVersie() {
    return antwoordVersie;
  }

  public String antwoordPlaats() {
    return antwoordPlaats;
  }

  /** As it stands in parentheses in the Behandeling. */
  public String antwoordTekst() {
    return antwoordTekst;
  }

  void beantwoord(Opmerkingen.Beantwoording b, String door, Instant op) {
    this.antwoord = b.antwoord();
    this.antwoordVersie = b.versie();
    this.antwoordPlaats = b.plaats();
    this.antwoordTekst = b.tekst();
    this.beantwoordDoor = door;
    this.beantwoordOp = op;
  }
}
