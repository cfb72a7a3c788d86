package nl.besluitroute.besluitvorming;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.besluitroute.kalender.GeschrevenDatum;
import nl.besluitroute.visie.Doel;
import nl.besluitroute.visie.Stap;

/** One treatment of the text by one overleg; a postponed one is followed by another. */
@Entity
public class Behandeling {
  @Id
  @GeneratedValue(strategy = GenerationType.UUID)
  private UUID id;
  private String visie;
  private String stap;
  private String orgaan;

  @Enumerated(EnumType.STRING)
  @Column(length = 40)
  private Doel doel;
  private int volgnr;

  @Embedded
  private GeschrevenDatum gepland;
  private String verzendversie;
  private LocalDate verzondenOp;
  private String nagezonden;
  private boolean schriftelijk;
  private String behandeldeVersie;
  private LocalDate datum;

  @Enumerated(EnumType.STRING)
  @Column(length = 40)
  private Conclusie conclusie;
  private String reden;
  private boolean vervallen;
  private int uitgave;
  private String vastgelegdDoor;
  private Instant vastgelegdOp;

  @ElementCollection
  @CollectionTable(name = "voorbehoud", joinColumns = @JoinColumn(name = "behandeling"))
  private List<Voorbehoud> voorbehouden = new ArrayList<>();

  /** What a municipality reserved in the portefeuillehoudersoverleg. */
  @Embeddable
  public record Voorbehoud(
      @Column(name = "gemeente") String gemeente, @Column(name = "tekst") String tekst) {}

  protected Behandeling() {}

  Behandeling(Stap stap, int volgnr) {
    this.visie = stap.visie();
    this.stap = stap.id();
    this.orgaan = stap.orgaan().orElse(null);
    this.doel = stap.doel();
    this.volgnr = volgnr;
    this.gepland = stap.gepland().orElse(null);
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

  public Optional<String> orgaan() {
    return Optional.ofNullable(orgaan);
  }

  public Doel doel() {
    return doel;
  }

  public int volgnr() {
    return volgnr;
  }

  /** The meeting as planned when this treatment began or was postponed. */
  public Optional<GeschrevenDatum> gepland() {
    return Optional.ofNullable(gepland);
  }

  /** Number of the version that was sent to the body. */
  public Optional<String> verzendversie() {
    return Optional.ofNullable(verzendversie);
  }

  public Optional<LocalDate> verzondenOp() {
    return Optional.ofNullable(verzondenOp);
  }

  /** Whether the body concluded it in writing and not in a meeting. */
  public boolean schriftelijk() {
    return schriftelijk;
  }

  /** Who consented to the stukken coming after their term; empty when they were in time. */
  public Optional<String> nagezonden() {
    return Optional.ofNullable(nagezonden);
  }

  public Optional<String> behandeldeVersie() {
    return Optional.ofNullable(behandeldeVersie);
  }

  /** The day of the meeting, once it was held. */
  public Optional<LocalDate> datum() {
    return Optional.ofNullable(datum);
  }

  public Optional<Conclusie> conclusie() {
    return Optional.ofNullable(conclusie);
  }

  public String reden() {
    return reden;
  }

  public List<Voorbehoud> voorbehouden() {
    return List.copyOf(voorbehouden);
  }

  /** How often its conclusion was corrected. */
  public int uitgave() {
    return uitgave;
  }

  /** Whether a change of the route broke it off before its conclusion. */
  public boolean vervallen() {
    return vervallen;
  }

  String vastgelegdDoor() {
    return vastgelegdDoor;
  }

  Instant vastgelegdOp() {
    return vastgelegdOp;
  }

  /** Puts right what was recorded wrongly; who calls keeps what stood here. */
  void corrigeer(Correcties.Conclusiecorrectie c, Conclusie conclusie, String door, Instant op) {
    this.datum = c.datum();
    this.behandeldeVersie = c.versie();
    this.conclusie = conclusie;
    this.reden = c.reden();
    this.vastgelegdDoor = door;
    this.vastgelegdOp = op;
    this.uitgave++;
  }

  void vervalt() {
    this.vervallen = true;
  }

  /** @param nagezonden who consented to its coming after the term, or null */
  void verzonden(String versie, LocalDate op, String nagezonden) {
    this.verzendversie = versie;
    this.verzondenOp = op;
    this.nagezonden = nagezonden;
  }

  void wasSchriftelijk() {
    this.schriftelijk = true;
  }

  void concludeer(Behandelingen.Verslag verslag, String door, Instant op) {
    this.datum = verslag.datum();
    this.behandeldeVersie = verslag.versie();
    this.conclusie = verslag.conclusie();
    this.reden = verslag.reden();
    this.voorbehouden.addAll(verslag.voorbehouden());
    this.vastgelegdDoor = door;
    this.vastgelegdOp = op;
  }
}
