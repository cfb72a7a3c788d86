package nl.besluitroute.agenda;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A row of {@code agenda_gemeente}; {@link Standbeeld} writes it. */
@Entity
@Immutable
@Table(name = "agenda_gemeente")
@IdClass(GemeenteRij.Sleutel.class)
class GemeenteRij {
  record Sleutel(String visie, String gemeente) implements Serializable {}

  @Id
  @Column(name = "visie")
  String visie;

  @Id
  @Column(name = "gemeente")
  String gemeente;


  @Enumerated(EnumType.STRING)
  @Column(length = 20)
  Gemeentestuk.Wat wat;

  @Enumerated(EnumType.STRING)
  @Column(length = 20)
  Gemeentestuk.Fase fase;

  boolean lopend;
  boolean besloten;
  String college;
  String raad;
  UUID collegebesluit;
  UUID raadsbesluit;
  UUID informering;
  LocalDate raadDag;
  LocalDate besluitDag;

  protected GemeenteRij() {}
}
