package nl.besluitroute.vergaderschema;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;

/**
 * A meeting of a body on a day in Europe/Amsterdam. It keeps its id when it moves and when it is
 * cancelled; what it was before stands in the journal.
 */
@Entity
public class Vergaderdatum {

  /** How it came in. */
  public enum Bron {
    INGEVOERD("ingevoerd"),
    HERHAALD("reeks"),
    INGELEZEN("ingelezen");

    private final String naam;

    Bron(String naam) {
      this.naam = naam;
    }

    /** As it stands on screens. */
    public String naam() {
      return naam;
    }
  }

  /** Whether it takes place. */
  public enum Toestand {
    GEPLAND,
    VERVALLEN
  }

  /** By day and time; a meeting without a time comes first on its day. */
  public static final Comparator<Vergaderdatum> VOLGORDE =
      Comparator.comparing(Vergaderdatum::dag)
          .thenComparing(v -> v.aanvang == null ? "" : v.aanvang)
          .thenComparing(Vergaderdatum::id);

  @Id private UUID id;
  private String orgaan;
  private LocalDate dag;

  /** As 19:30, not a time column: Hibernate shifts one by the zone of the JVM. */
  private String aanvang;

  private String titel;
  private String plaats;

  @Enumerated(EnumType.STRING)
  private Bron bron;

  private String kenmerk;

  @Enumerated(EnumType.STRING)
  private Toestand toestand;

  private String reden;
  private int volgnummer;
  private Instant gewijzigdOp;
  @Version private long slot;

  protected Vergaderdatum() {}

  Vergaderdatum(
      String orgaan,
      Moment moment,
      String titel,
      String plaats,
      Bron bron,
      String kenmerk,
      Instant nu) {
    this.id = UUID.randomUUID();
    this.orgaan = orgaan;
    this.bron = bron;
    this.kenmerk = kenmerk;
    this.toestand = Toestand.GEPLAND;
    zet(moment);
    this.titel = titel;
    this.plaats = plaats;
    this.gewijzigdOp = nu;
  }

  private void zet(Moment moment) {
    this.dag = moment.dag();
    this.aanvang = moment.aanvang() == null ? null : moment.aanvang().toString();
  }

  private void gewijzigd(Instant nu) {
    volgnummer++;
    gewijzigdOp = nu;
  }

  void verplaats(Moment moment, Instant nu) {
    zet(moment);
    gewijzigd(nu);
  }

  void beschrijf(String titel, String plaats, Instant nu) {
    this.titel = titel;
    this.plaats = plaats;
    gewijzigd(nu);
  }

  void vervalt(String reden, Instant nu) {
    this.toestand = Toestand.VERVALLEN;
    this.reden = reden;
    gewijzigd(nu);
  }

  /** From now on an agenda that is read in moves it. */
  void volg(String kenmerk) {
    this.bron = Bron.INGELEZEN;
    this.kenmerk = kenmerk;
  }

  /** The agenda that was read in no longer knows it: who comes back with its key is another. */
  void laatLos() {
    this.kenmerk = null;
  }

  public UUID id() {
    return id;
  }

  /** Id of the body. */
  public String orgaan() {
    return orgaan;
  }

  public LocalDate dag() {
    return dag;
  }

  /** The time at which it begins, to the minute; empty when it is not known. */
  public Optional<LocalTime> aanvang() {
    return Optional.ofNullable(aanvang).map(LocalTime::parse);
  }

  public Moment moment() {
    return new Moment(dag, aanvang().orElse(null));
  }

  public Optional<String> titel() {
    return Optional.ofNullable(titel);
  }

  public Optional<String> plaats() {
    return Optional.ofNullable(plaats);
  }

  public Bron bron() {
    return bron;
  }

  /** Its key in the agenda from which it was read. */
  Optional<String> kenmerk() {
    return Optional.ofNullable(kenmerk);
  }

  public Toestand toestand() {
    return toestand;
  }

  public boolean isGepland() {
    return toestand == Toestand.GEPLAND;
  }

  /** Why it was cancelled; empty while it is planned. */
  public Optional<String> reden() {
    return Optional.ofNullable(reden);
  }

  /** How often it changed; the SEQUENCE of its entry in a calendar. */
  public int volgnummer() {
    return volgnummer;
  }

  public Instant gewijzigdOp() {
    return gewijzigdOp;
  }
}
