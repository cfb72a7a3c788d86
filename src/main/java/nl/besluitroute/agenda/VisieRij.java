package nl.besluitroute.agenda;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;

/** A row of {@code agenda_visie}; {@link Standbeeld} writes it. */
@Entity
@Immutable
@Table(name = "agenda_visie")
@IdClass(VisieRij.Sleutel.class)
class VisieRij {
  record Sleutel(String visie, String regio) implements Serializable {}

  @Id
  @Column(name = "visie")
  String visie;

  @Id
  @Column(name = "regio")
  String regio;

  boolean lopend;
  int teBesluiten;
  int zonderDatum;
  LocalDate laatsteDag;
  String bepaalt;

  protected VisieRij() {}
}
