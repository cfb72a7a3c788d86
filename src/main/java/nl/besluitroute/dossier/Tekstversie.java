package nl.besluitroute.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.besluitroute.stuk.Versie;
import nl.besluitroute.stuk.Vingerafdruk;
import nl.besluitroute.visie.Vertrouwelijkheid;

/**
 * A version as its reader may see it: that it exists is never hidden, what is in it may be.
 *
 * @param toelichting empty when there is none, or it is not for this reader
 * @param onderdelen empty when they are not for this reader
 * @param merk the mark in force, whether or not this reader may see the contents
 */
public record Tekstversie(
    String nummer,
    int volgorde,
    LocalDate datum,
    Vingerafdruk kenmerk,
    Optional<String> toelichting,
    List<Versie.Onderdeel> onderdelen,
    String vastgelegdDoor,
    Instant vastgelegdOp,
    Optional<Vertrouwelijkheid> merk,
    boolean zichtbaar) {

  static Tekstversie van(Versie v, Optional<Vertrouwelijkheid> merk, boolean zichtbaar) {
    return new Tekstversie(
        v.nummer(),
        v.volgorde(),
        v.datum(),
        v.kenmerk(),
        zichtbaar ? Optional.ofNullable(v.toelichting()) : Optional.empty(),
        zichtbaar ? v.onderdelen() : List.of(),
        v.vastgelegdDoor(),
        v.vastgelegdOp(),
        merk,
        zichtbaar);
  }
}
