package nl.besluitroute.agenda;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.visie.Stap;
import org.springframework.data.domain.Persistable;

/** One piece of open work, as the agendas show it. */
@Entity
@Table(name = "agenda_taak")
public class AgendaTaak implements Persistable<String> {

  /** After every term; both databases hold it. */
  private static final Instant ZONDER_TERMIJN = Instant.parse("9000-01-01T00:00:00Z");

  /** What the deadline watch found. */
  public enum Wacht {
    ZONDER_TERMIJN,
    /** The vision is suspended: nothing falls due. */
    OPGESCHORT,
    LOOPT,
    HERINNERD,
    TE_LAAT;

    /** What holds at a moment for a term; the watch brings it about as its timers fire. */
    public static Wacht op(Instant nu, Instant herinnerOp, Instant verlooptOp) {
      if (verlooptOp == null) {
        return ZONDER_TERMIJN;
      }
      if (!nu.isBefore(verlooptOp)) {
        return TE_LAAT;
      }
      return nu.isBefore(herinnerOp) ? LOOPT : HERINNERD;
    }
  }

  @Id private String taak;
  private String soort;
  private String naam;
  private String visie;
  private String stap;
  private String orgaan;
  private String gemeente;
  private String groep;

  @Enumerated(EnumType.STRING)
  @Column(length = 40)
  private Stap.Soort stapsoort;

  private String regio;
  private String medeRegio;
  private Instant sinds;
  private Instant herinnerOp;
  private Instant verlooptOp;
  private Instant sorteer;
  private String toegewezen;
  private LocalDate opvolgenOp;

  @Enumerated(EnumType.STRING)
  @Column(length = 20)
  private Wacht wacht;

  @Transient private boolean bestaat;

  protected AgendaTaak() {}

  /** @param afspraak null when there is none */
  AgendaTaak(Taakmotor.OpenTaak t, Werkafspraak afspraak) {
    this.taak = t.taak();
    this.soort = t.soort();
    this.naam = t.naam();
    this.visie = t.visie();
    this.stap = t.stap();
    this.orgaan = t.orgaan();
    this.gemeente = t.gemeente();
    this.groep = t.groep();
    this.stapsoort = t.stapsoort();
    this.regio = t.regios().get(0);
    this.medeRegio = t.regios().size() > 1 ? t.regios().get(1) : null;
    this.sinds = t.sinds();
    this.herinnerOp = t.herinnerOp();
    this.verlooptOp = t.verlooptOp();
    this.wacht = t.wacht();
    this.sorteer = verlooptOp == null ? ZONDER_TERMIJN : verlooptOp;
    if (afspraak != null) {
      neemOver(afspraak);
    }
  }

  @Override
  public String getId() {
    return taak;
  }

  @Override
  public boolean isNew() {
    return !bestaat;
  }

  @PostLoad
  @PostPersist
  void opgeslagen() {
    bestaat = true;
  }

  public String taak() {
    return taak;
  }

  /** The task's id in the block's model, such as {@code taak_conclusieVastleggen}. */
  public String soort() {
    return soort;
  }

  public String naam() {
    return naam;
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

  public Optional<String> gemeente() {
    return Optional.ofNullable(gemeente);
  }

  /** Whose work it is: a body's id, or {@code regio-<code>} for a region's own work. */
  public String groep() {
    return groep;
  }

  public Instant sinds() {
    return sinds;
  }

  public Optional<Instant> herinnerOp() {
    return Optional.ofNullable(herinnerOp);
  }

  /** The first moment at which the work is late. */
  public Optional<Instant> verlooptOp() {
    return Optional.ofNullable(verlooptOp);
  }

  /** The last day on which the work is in time, in Europe/Amsterdam. */
  public Optional<LocalDate> uiterlijk() {
    return verlooptOp().map(AgendaTaak::uiterlijk);
  }

  static LocalDate uiterlijk(Instant verlooptOp) {
    return LocalDate.ofInstant(verlooptOp.minusNanos(1), Klok.ZONE);
  }

  /** The time of day at which it is late on that day; empty when the whole day is in time. */
  public Optional<LocalTime> tot() {
    return verlooptOp()
        .map(moment -> LocalTime.ofInstant(moment, Klok.ZONE))
        .filter(tijd -> !tijd.equals(LocalTime.MIDNIGHT));
  }

  /** Name of the account that does it. */
  public Optional<String> toegewezen() {
    return Optional.ofNullable(toegewezen);
  }

  /** The day on which somebody wanted to come back to it, in Europe/Amsterdam. */
  public Optional<LocalDate> opvolgenOp() {
    return Optional.ofNullable(opvolgenOp);
  }

  public Wacht wacht() {
    return wacht;
  }

  public boolean teLaat() {
    return wacht == Wacht.TE_LAAT;
  }

  /** Whether its vision is suspended; then it has no term. */
  public boolean opgeschort() {
    return wacht == Wacht.OPGESCHORT;
  }

  void termijn(Instant herinnerOp, Instant verlooptOp, Instant nu) {
    this.herinnerOp = herinnerOp;
    this.verlooptOp = verlooptOp;
    this.wacht = Wacht.op(nu, herinnerOp, verlooptOp);
    this.sorteer = verlooptOp == null ? ZONDER_TERMIJN : verlooptOp;
  }

  void schortOp() {
    termijn(null, null, Instant.EPOCH);
    this.wacht = Wacht.OPGESCHORT;
  }

  void neemOver(Werkafspraak afspraak) {
    this.toegewezen = afspraak.toegewezen();
    this.opvolgenOp = afspraak.opvolgenOp();
  }

  boolean heeftAfspraak() {
    return toegewezen != null || opvolgenOp != null;
  }

  /** What the lists sort by: the end of the term, or after all others. */
  Instant sorteer() {
    return sorteer;
  }

  void zet(Wacht stand) {
    this.wacht = stand;
  }
}
