package nl.besluitroute.journaal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** One entry of the journal. Never changed, never removed; the database refuses both. */
@Entity(name = "journaal")
@Immutable
public class Gebeurtenis {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "journaal_volgorde")
  @SequenceGenerator(name = "journaal_volgorde", sequenceName = "journaal_volgorde", allocationSize = 50)
  private Long id;

  @Column(nullable = false)
  private Instant tijdstip;

  private String wie;
  private String namens;
  private String soort;
  private String visie;
  private String stap;
  private String gemeente;
  private String taak;
  private String versie;
  private String tekst;
  private String reden;

  protected Gebeurtenis() {}

  Gebeurtenis(Instant tijdstip, Notitie n) {
    this.tijdstip = tijdstip;
    this.wie = n.wie();
    this.namens = n.namens();
    this.soort = n.soort();
    this.visie = n.visie();
    this.stap = n.stap();
    this.gemeente = n.gemeente();
    this.taak = n.taak();
    this.versie = n.versie();
    this.tekst = n.tekst();
    this.reden = n.reden();
  }

  Long id() {
    return id;
  }

  public Instant tijdstip() {
    return tijdstip;
  }

  /** Function or account that acted; 'systeem' for what fell due by itself. */
  public String wie() {
    return wie;
  }

  public String namens() {
    return namens;
  }

  public String soort() {
    return soort;
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

  public String taak() {
    return taak;
  }

  public String tekst() {
    return tekst;
  }

  public String reden() {
    return reden;
  }
}
