package nl.besluitroute.visie;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import nl.besluitroute.kalender.GeschrevenDatum;
import nl.besluitroute.regio.Orgaansoort;
import nl.besluitroute.toegang.Plek;

/**
 * One step of a vision, generated from the route's model: an element, and where municipalities go
 * their own way a municipality and a besluitronde. It holds the dates that a plan needs before the
 * token arrives: as first planned, as planned now, and as it went; each as written.
 */
@Entity
public class Stap {

  /** What a step is to the reader; the local ones stand below their block's step. */
  public enum Soort {
    TEKST,
    PARTICIPATIE,
    OVERLEG,
    LOKAAL,
    INFORMEREN,
    TWEEDE_RONDE,
    COLLEGE,
    RAAD,
    RAAD_INFORMEREN;

    /** The regional step of a block. */
    static Soort van(Bloksoort blok) {
      return valueOf(blok.name());
    }

    public boolean lokaal() {
      return this == COLLEGE || this == RAAD || this == RAAD_INFORMEREN;
    }

    /** The kind of the municipality's body, for a local step; else null. */
    public Orgaansoort bestuursorgaan() {
      return !lokaal() ? null : this == COLLEGE ? Orgaansoort.COLLEGE : Orgaansoort.RAAD;
    }
  }

  /** Where a step stands. */
  public enum Toestand {
    GEPLAND("gepland"),
    LOOPT("loopt"),
    GEDAAN("gedaan"),
    VERVALLEN("vervallen");

    private final String naam;

    Toestand(String naam) {
      this.naam = naam;
    }

    public String naam() {
      return naam;
    }
  }

  /** How the token enters a step after a change of the route; else it begins. */
  public enum Ingang {
    /** What was done here stays, and is not done again: the token passes. */
    PASSEREN,
    /** The step was under way: it goes on from what was recorded, nothing is asked twice. */
    HERVATTEN
  }

  @Id private String id;
  private String visie;
  private String element;
  private String naam;

  @Enumerated(EnumType.STRING)
  @Column(length = 40)
  private Soort soort;

  @Enumerated(EnumType.STRING)
  @Column(length = 40)
  private Doel doel;
  private String ronde;
  private String orgaan;
  private String gemeente;
  private Integer besluitronde;
  private int volgorde;

  @Enumerated(EnumType.STRING)
  @Column(length = 20)
  private Toestand toestand;

  @Enumerated(EnumType.STRING)
  @Column(length = 20)
  private Ingang ingang;
  private int doorloop;
  private int aanlevertermijn;
  private int vastlegtermijn;
  private int werktijd;
  private String bijzonderheden;

  @Embedded
  private GeschrevenDatum oorspronkelijk;

  @Embedded
  private GeschrevenDatum gepland;

  @Embedded
  private GeschrevenDatum werkelijk;

  private UUID vergadering;
  private boolean uitPlanning;
  private boolean schriftelijk;
  private String nazendingInstemming;
  private String nazendingReden;

  @Version private Long slot;

  protected Stap() {}

  /** A step as the route's model gives it. */
  Stap(StapId id, Soort soort, RouteModel.Blok blok, String naam, int volgorde, String orgaan) {
    this.id = id.toString();
    this.visie = id.visie();
    this.element = id.element();
    this.gemeente = id.gemeente();
    this.besluitronde = id.besluitronde();
    this.naam = naam;
    this.soort = soort;
    this.doel = blok.doel();
    this.ronde = blok.ronde();
    this.volgorde = volgorde;
    this.orgaan = orgaan;
    this.aanlevertermijn = blok.aanlevertermijn();
    this.vastlegtermijn = blok.vastlegtermijn();
    this.werktijd = blok.werktijd();
    this.toestand = Toestand.GEPLAND;
  }

  public String id() {
    return id;
  }

  public String visie() {
    return visie;
  }

  /** The element's id in the route's model. */
  public String element() {
    return element;
  }

  public String naam() {
    return naam;
  }

  public Soort soort() {
    return soort;
  }

  public Doel doel() {
    return doel;
  }

  /** The round of the route, such as {@code concept} or {@code definitief}. */
  public String ronde() {
    return ronde;
  }

  /** Id of the body, when the step has one. */
  public Optional<String> orgaan() {
    return Optional.ofNullable(orgaan);
  }

  /** Code of the municipality, for a local step. */
  public Optional<String> gemeente() {
    return Optional.ofNullable(gemeente);
  }

  /** Where its work is recorded and planned, in a vision of these regions. */
  public Plek plek(Collection<String> regios) {
    return new Plek(regios, orgaan, gemeente, soort.bestuursorgaan());
  }

  /** 1 for the first decision round; only local steps have one. */
  public int besluitronde() {
    return besluitronde == null ? 1 : besluitronde;
  }

  /** Place in the route; local steps share the place of their block. */
  public int volgorde() {
    return volgorde;
  }

  public Toestand toestand() {
    return toestand;
  }

  /** Whether it is still to be done: neither done nor dropped. */
  public boolean isOpen() {
    return toestand == Toestand.GEPLAND || toestand == Toestand.LOOPT;
  }

  /** Empty when the step begins as any other. */
  public Optional<Ingang> ingang() {
    return Optional.ofNullable(ingang);
  }

  /** How often the token entered this step; more than once after a way back. */
  public int doorloop() {
    return doorloop;
  }

  /** Working days before the meeting. */
  public int aanlevertermijn() {
    return aanlevertermijn;
  }

  /** Working days after the meeting. */
  public int vastlegtermijn() {
    return vastlegtermijn;
  }

  /** Least number of working days that the work takes. */
  public int werktijd() {
    return werktijd;
  }

  public String bijzonderheden() {
    return bijzonderheden;
  }

  public Optional<GeschrevenDatum> oorspronkelijk() {
    return Optional.ofNullable(oorspronkelijk);
  }

  public Optional<GeschrevenDatum> gepland() {
    return Optional.ofNullable(gepland);
  }

  public Optional<GeschrevenDatum> werkelijk() {
    return Optional.ofNullable(werkelijk);
  }

  /** The meeting on which it is planned; empty when its date was written by hand, or there is none. */
  public Optional<UUID> vergadering() {
    return Optional.ofNullable(vergadering);
  }

  /** Whether its date was taken over from the plan, and so goes along when the plan changes. */
  public boolean uitPlanning() {
    return uitPlanning;
  }

  /**
   * Whether the overleg treats it in writing and not in a meeting: then its planned date is the last
   * day for reactions. Another date ends it.
   */
  public boolean schriftelijk() {
    return schriftelijk;
  }

  /**
   * That its stukken may come after their term.
   *
   * @param instemming who consented, such as 'de voorzitter'
   */
  public record Nazending(String instemming, String reden) {}

  /** For the meeting as it is planned now; another date ends it. */
  public Optional<Nazending> nazending() {
    return Optional.ofNullable(nazendingInstemming).map(wie -> new Nazending(wie, nazendingReden));
  }

  /** As it went when that is known, else as planned. */
  public Optional<GeschrevenDatum> datum() {
    return werkelijk().or(this::gepland);
  }

  /** Counts the changes of this row. */
  long slot() {
    return slot;
  }

  void plan(GeschrevenDatum datum, String bijzonderheden) {
    this.oorspronkelijk = datum;
    this.gepland = datum;
    this.bijzonderheden = bijzonderheden;
  }

  /** Somebody wrote another date. */
  void verzet(GeschrevenDatum datum) {
    zetGepland(datum);
    this.vergadering = null;
    this.uitPlanning = false;
    inVergadering();
  }

  /** @param vergadering the meeting on that day, or null */
  void plaats(LocalDate dag, UUID vergadering) {
    zetGepland(GeschrevenDatum.op(dag));
    this.vergadering = vergadering;
    this.uitPlanning = true;
    inVergadering();
  }

  /** @param dag the last day for reactions */
  void schriftelijk(LocalDate dag) {
    verzet(GeschrevenDatum.op(dag));
    this.schriftelijk = true;
  }

  /** The first date that a step without one gets is its oorspronkelijke planning. */
  private void zetGepland(GeschrevenDatum datum) {
    this.gepland = datum;
    if (oorspronkelijk == null && datum.isBekend()) {
      this.oorspronkelijk = datum;
    }
  }

  private void inVergadering() {
    this.schriftelijk = false;
    zet((Nazending) null);
  }

  /** @param nazending null for none */
  void zet(Nazending nazending) {
    this.nazendingInstemming = nazending == null ? null : nazending.instemming();
    this.nazendingReden = nazending == null ? null : nazending.reden();
  }

  /** A step that is passed again has no date until a new one is set: the old meeting was held. */
  void begin(LocalDate vandaag) {
    if (ingang == Ingang.HERVATTEN) {
      this.ingang = null;
      this.toestand = Toestand.LOOPT;
      this.doorloop = Math.max(1, doorloop);
      return;
    }
    zet(null);
    if (doorloop > 0) {
      this.werkelijk = null;
      if (gepland != null && gepland.isVoorbijOp(vandaag)) {
        this.gepland = null;
        this.vergadering = null;
        this.uitPlanning = false;
        this.schriftelijk = false;
      }
    }
    this.toestand = Toestand.LOOPT;
    this.doorloop++;
  }

  void gebeurdeOp(GeschrevenDatum datum) {
    if (datum.isBekend() && (werkelijk == null || datum.compareTo(werkelijk) > 0)) {
      this.werkelijk = datum;
    }
  }

  /** What happened before the vision came in. */
  void wasAl(Toestand toestand, GeschrevenDatum datum) {
    this.toestand = toestand;
    if (toestand == Toestand.GEDAAN) {
      this.doorloop = 1;
    }
    if (datum != null) {
      this.werkelijk = datum;
      this.gepland = gepland == null ? datum : gepland;
    }
  }

  void corrigeerDatum(GeschrevenDatum datum) {
    this.werkelijk = datum;
  }

  void rondAf() {
    this.toestand = Toestand.GEDAAN;
    this.ingang = null;
  }

  void terug() {
    this.toestand = Toestand.GEPLAND;
    this.ingang = null;
  }

  void vervalt() {
    if (toestand != Toestand.GEDAAN) {
      this.toestand = Toestand.VERVALLEN;
      this.ingang = null;
    }
  }

  void zet(Toestand toestand, Ingang ingang) {
    this.toestand = toestand;
    this.ingang = ingang;
  }

  /** The token passed a step that it does not do again. */
  void gepasseerd() {
    this.ingang = null;
  }

  /** Another route gives the step another place. */
  void verplaats(int volgorde) {
    this.volgorde = volgorde;
  }

  /** What another route says of a step that is not done yet. */
  void neemOver(RouteModel.Blok blok, String orgaan) {
    if (!soort.lokaal()) {
      this.naam = blok.naam();
      this.orgaan = orgaan;
    }
    this.doel = blok.doel();
    this.ronde = blok.ronde();
    this.aanlevertermijn = blok.aanlevertermijn();
    this.vastlegtermijn = blok.vastlegtermijn();
    this.werktijd = blok.werktijd();
  }
}
