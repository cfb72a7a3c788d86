package nl.besluitroute.visie;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import nl.besluitroute.kalender.GeschrevenDatum;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.kalender.Werkdagen;
import org.springframework.stereotype.Component;

/**
 * When the work of a step is due: from the date of its meeting, by a term in working days. Terms
 * before a meeting count backwards, so the Algemene termijnenwet does not lengthen them; a term
 * that is counted in working days never ends on a weekend or feestdag. A date with less than day
 * precision counts by its last day.
 */
@Component
public class Termijnbeleid {
  /** Working days between the reminder and the end of the term. */
  static final int HERINNERING_VOORAF = 2;

  private final Werkdagen werkdagen;

  Termijnbeleid(Werkdagen werkdagen) {
    this.werkdagen = werkdagen;
  }

  /** What a step's work is measured against. */
  public enum Termijnsoort {
    /** To be with the body's secretariat, before the meeting. */
    AANLEVEREN,
    /** To be recorded, after the meeting. */
    VASTLEGGEN,
    /** To be ready on the step's own date. */
    GEREED
  }

  /**
   * The end of a term.
   *
   * @param uiterlijk last day on which the work is in time
   * @param herinnerOp start of the day of the reminder
   * @param verlooptOp the first moment at which the work is late: midnight after the last day, in
   *     Europe/Amsterdam
   */
  public record Termijn(LocalDate uiterlijk, Instant herinnerOp, Instant verlooptOp) {}

  /** Empty when the step has no date yet: then nothing falls due. */
  public Optional<Termijn> termijn(Stap stap, Termijnsoort soort) {
    return stap.gepland()
        .filter(GeschrevenDatum::isBekend)
        .map(GeschrevenDatum::laatste)
        .map(
            dag ->
                switch (soort) {
                  case AANLEVEREN -> werkdagen.min(dag, stap.aanlevertermijn());
                  case VASTLEGGEN -> werkdagen.plus(dag, stap.vastlegtermijn());
                  case GEREED -> dag;
                })
        .map(
            uiterlijk ->
                new Termijn(
                    uiterlijk,
                    werkdagen.min(uiterlijk, HERINNERING_VOORAF).atStartOfDay(Klok.ZONE).toInstant(),
                    Werkdagen.eindeVan(uiterlijk)));
  }

  /**
   * The last day on which the papers for a meeting are in time.
   *
   * @param aanlevertermijn working days before the meeting
   * @return empty without a date
   */
  public Optional<LocalDate> aanleveren(Optional<GeschrevenDatum> gepland, int aanlevertermijn) {
    return gepland
        .filter(GeschrevenDatum::isBekend)
        .map(datum -> werkdagen.min(datum.laatste(), aanlevertermijn));
  }
}
