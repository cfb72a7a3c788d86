package nl.besluitroute.stuk;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.NaturalId;

/** One version of a vision's common text. Immutable: the database refuses a change. */
@Entity
@Immutable
public class Versie {
  @Id
  @GeneratedValue(strategy = GenerationType.UUID)
  private UUID id;

  @NaturalId private String visie;
  @NaturalId private String nummer;

  private int volgorde;
  private LocalDate datum;
  private String kenmerk;
  private String toelichting;
  private String vastgelegdDoor;
  private Instant vastgelegdOp;

  @ElementCollection
  @CollectionTable(name = "versie_onderdeel", joinColumns = @JoinColumn(name = "versie"))
  @OrderColumn(name = "volgnr")
  @Immutable
  private List<Onderdeel> onderdelen = new ArrayList<>();

  /** A part as the manifest names it; the text itself only when it was entered as text. */
  @Embeddable
  public record Onderdeel(
      @Column(name = "naam") String naam,
      @Column(name = "kenmerk") String kenmerk,
      @Column(name = "tekst") String tekst) {}

  protected Versie() {}

  Versie(
      String visie,
      String nummer,
      int volgorde,
      LocalDate datum,
      String toelichting,
      List<Onderdeel> onderdelen,
      String door,
      Instant op) {
    this.visie = visie;
    this.nummer = nummer;
    this.volgorde = volgorde;
    this.datum = datum;
    this.toelichting = toelichting;
    this.onderdelen = new ArrayList<>(onderdelen);
    this.kenmerk = kenmerkVan(onderdelen).hex();
    this.vastgelegdDoor = door;
    this.vastgelegdOp = op;
  }

  /**
   * The fingerprint over all: SHA-256 of the lines that {@code sha256sum} prints for the parts, by
   * name, so that anybody can compute it.
   */
  static Vingerafdruk kenmerkVan(List<Onderdeel> onderdelen) {
    return Vingerafdruk.van(
        onderdelen.stream()
            .sorted(java.util.Comparator.comparing(Onderdeel::naam))
            .map(o -> o.kenmerk() + "  " + o.naam() + "\n")
            .collect(Collectors.joining()));
  }

  public String visie() {
    return visie;
  }

  public String nummer() {
    return nummer;
  }

  /** 1 for the first version of the vision. */
  public int volgorde() {
    return volgorde;
  }

  public LocalDate datum() {
    return datum;
  }

  public Vingerafdruk kenmerk() {
    return new Vingerafdruk(kenmerk);
  }

  public String toelichting() {
    return toelichting;
  }

  public String vastgelegdDoor() {
    return vastgelegdDoor;
  }

  public Instant vastgelegdOp() {
    return vastgelegdOp;
  }

  public List<Onderdeel> onderdelen() {
    return List.copyOf(onderdelen);
  }
}
