package nl.besluitroute.besluitvorming;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** The stand as it was last computed, for lists; written in the transaction of what changed it. */
@Entity
@Table(name = "stand")
public class VisieStand {
  @Id private String visie;

  @Enumerated(EnumType.STRING)
  @Column(length = 20)
  private Stand.Waarde waarde;

  private int vastgesteld;
  private int afwijkend;
  private int niet;
  private int aantal;
  private String zin;
  private LocalDate vastOp;
  private Instant berekendOp;

  @Version private Long slot;

  protected VisieStand() {}

  VisieStand(String visie) {
    this.visie = visie;
  }

  void neemOver(Stand stand, Instant op) {
    this.waarde = stand.waarde();
    this.vastgesteld = (int) stand.aantal(Stand.Weging.VASTGESTELD);
    this.afwijkend =
        (int) (stand.aantal(Stand.Weging.AFWIJKEND) + stand.aantal(Stand.Weging.ANDERE_TEKST));
    this.niet = (int) stand.aantal(Stand.Weging.NIET);
    this.aantal = stand.gemeenten().size();
    this.zin = stand.zin();
    this.vastOp = stand.vastOp().orElse(null);
    this.berekendOp = op;
  }

  public String visie() {
    return visie;
  }

  public Stand.Waarde waarde() {
    return waarde;
  }

  public int vastgesteld() {
    return vastgesteld;
  }

  public int afwijkend() {
    return afwijkend;
  }

  public int niet() {
    return niet;
  }

  public int aantal() {
    return aantal;
  }

  public String zin() {
    return zin;
  }

  public Optional<LocalDate> vastOp() {
    return Optional.ofNullable(vastOp);
  }
}
