package nl.besluitroute.agenda;

import java.util.Collection;
import java.util.Optional;
import nl.besluitroute.kalender.GeschrevenDatum;
import nl.besluitroute.toegang.Plek;
import nl.besluitroute.visie.Stap;

/**
 * A municipality's step as a row of a desk needs it; see {@link Stap}.
 *
 * @param orgaan id of the body; null when the municipality has none of this kind
 * @param gemeente code of the municipality
 * @param aanlevertermijn working days before the meeting, as the route says
 * @param nazending whether its stukken may come after their term
 */
public record Stapkop(
    String id,
    Stap.Soort soort,
    Stap.Toestand toestand,
    String orgaan,
    String gemeente,
    int aanlevertermijn,
    boolean nazending,
    Optional<GeschrevenDatum> gepland,
    Optional<GeschrevenDatum> werkelijk) {

  /** As it went when that is known, else as planned. */
  public Optional<GeschrevenDatum> datum() {
    return werkelijk.or(this::gepland);
  }

  /** Where its work is recorded and planned, in a vision of these regions. */
  public Plek plek(Collection<String> regios) {
    return new Plek(regios, orgaan, gemeente, soort.bestuursorgaan());
  }
}
