package nl.besluitroute.visie;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.besluitroute.kalender.GeschrevenDatum;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.kalender.Termijn;
import nl.besluitroute.kalender.Werkdagen;
import nl.besluitroute.regio.Orgaansoort;
import nl.besluitroute.regio.Regios;
import nl.besluitroute.vergaderschema.Termijnen;
import nl.besluitroute.vergaderschema.Termijnsoort;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * When the work of a step is due, counted from the date of its meeting. A date with less than day
 * precision counts by its last day.
 *
 * <p>A term that somebody set goes before the number in the route: that of the body itself, else
 * that of its kind, else the one that the route gives the step, in working days. A route has a
 * number for each block, the template's where nobody thought about it; what a griffie says of its
 * own raad is known. The plan and the engine's tasks and watches all ask here.
 */
@Component
public class Termijnbeleid {
  /** From the reminder to the end of a term for which no body has a term of its own. */
  static final Termijn HERINNERING = Termijn.werkdagen(2);

  private final Termijnen termijnen;
  private final Regios regios;
  private final Werkdagen werkdagen;

  Termijnbeleid(Termijnen termijnen, Regios regios, Werkdagen werkdagen) {
    this.termijnen = termijnen;
    this.regios = regios;
    this.werkdagen = werkdagen;
  }

  /** What a step's work is measured against. */
  public enum Werk {
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
   * @param uiterlijk last day on which the work is in time, in Europe/Amsterdam
   * @param herinnerOp moment of the reminder; never after {@code verlooptOp}
   * @param verlooptOp the first moment at which the work is late: the term's time of day on its last
   *     day, else midnight after it, in Europe/Amsterdam
   */
  public record Werktermijn(LocalDate uiterlijk, Instant herinnerOp, Instant verlooptOp) {}

  /** Empty when the step has no date yet: then nothing falls due. */
  public Optional<Werktermijn> termijn(Stap stap, Werk werk) {
    return van(List.of(stap)).termijn(stap, werk);
  }

  /** The terms of these steps, read at once. */
  @Transactional(readOnly = true)
  public Blad van(Collection<Stap> stappen) {
    List<String> organen = stappen.stream().flatMap(s -> s.orgaan().stream()).distinct().toList();
    return new Blad(
        termijnen.van(
            organen.size() == 1
                ? regios.orgaan(organen.get(0)).stream().toList()
                : regios.organen(organen)),
        werkdagen);
  }

  /** The terms of these bodies, by id with their kind; in one query. */
  @Transactional(readOnly = true)
  public Blad van(Map<String, Orgaansoort> organen) {
    return new Blad(termijnen.van(organen), werkdagen);
  }

  /** The terms of the steps that it was made for, as they are at that moment. */
  public static final class Blad {
    private final Map<String, Map<Termijnsoort, Termijnen.Geldend>> perOrgaan;
    private final Werkdagen werkdagen;

    Blad(Map<String, Map<Termijnsoort, Termijnen.Geldend>> perOrgaan, Werkdagen werkdagen) {
      this.perOrgaan = perOrgaan;
      this.werkdagen = werkdagen;
    }

    /** From the delivery of the stukken to the meeting; who may send them later, has until its day. */
    public Termijn aanleveren(Stap stap) {
      return aanleveren(stap.orgaan(), stap.aanlevertermijn(), stap.nazending().isPresent());
    }

    /** The same for a meeting of a body to which no route leads; 0 working days while nobody set a term. */
    public Termijn aanleveren(String orgaan) {
      return aanleveren(Optional.of(orgaan), 0, false);
    }

    /** Working days that parafering takes before the stukken of a step are delivered; 0 while nobody set any. */
    public int paraferen(Stap stap) {
      return gezet(stap.orgaan(), Termijnsoort.PARAFEREN).map(Termijn::aantal).orElse(0);
    }

    private Termijn aanleveren(Optional<String> orgaan, int vanRoute, boolean nazending) {
      return nazending
          ? Termijn.werkdagen(0)
          : gezet(orgaan, Termijnsoort.AANLEVEREN).orElseGet(() -> Termijn.werkdagen(vanRoute));
    }

    /**
     * The last day for the stukken of a step that is read as a row.
     *
     * @param orgaan id of its body, or null
     * @param vanRoute the term that the route gives it, in working days
     * @param nazending whether they may come after their term
     * @return empty without a date
     */
    public Optional<LocalDate> aanleverdag(
        String orgaan, Optional<GeschrevenDatum> gepland, int vanRoute, boolean nazending) {
      Termijn termijn = aanleveren(Optional.ofNullable(orgaan), vanRoute, nazending);
      return gepland
          .filter(GeschrevenDatum::isBekend)
          .map(dag -> laatsteDag(termijn.voor(dag.laatste(), werkdagen)));
    }

    private Termijn vanOrgaan(Stap stap) {
      return aanleveren(stap.orgaan(), stap.aanlevertermijn(), false);
    }

    private Termijn vastleggen(Stap stap) {
      return gezet(stap.orgaan(), Termijnsoort.VASTLEGGEN).orElseGet(() -> Termijn.werkdagen(stap.vastlegtermijn()));
    }

    /** What somebody set, for the body or for its kind. */
    private Optional<Termijn> gezet(Optional<String> orgaan, Termijnsoort soort) {
      return van(orgaan, soort).filter(Termijnen.Geldend::gezet).map(Termijnen.Geldend::termijn);
    }

    private Optional<Termijnen.Geldend> van(Optional<String> orgaan, Termijnsoort soort) {
      return orgaan.map(perOrgaan::get).map(t -> t.get(soort));
    }

    /** The last day for the stukken of a step that is treated on this day. */
    public LocalDate aanleverdag(Stap stap, LocalDate behandeling) {
      return laatsteDag(aanleveren(stap).voor(behandeling, werkdagen));
    }

    /** Whether stukken that come now are in time for treatment on this day, by the regular term. */
    public boolean opTijd(Stap stap, LocalDate behandeling, Instant nu) {
      return nu.isBefore(vanOrgaan(stap).voor(behandeling, werkdagen));
    }

    /** As {@link Termijnbeleid#termijn}. */
    public Optional<Werktermijn> termijn(Stap stap, Werk werk) {
      return stap.gepland()
          .filter(GeschrevenDatum::isBekend)
          .map(GeschrevenDatum::laatste)
          .map(dag -> termijn(stap, werk, dag));
    }

    private Werktermijn termijn(Stap stap, Werk werk, LocalDate dag) {
      Instant verlooptOp =
          switch (werk) {
            case AANLEVEREN -> aanleveren(stap).voor(dag, werkdagen);
            case VASTLEGGEN -> vastleggen(stap).na(dag, werkdagen);
            case GEREED -> Werkdagen.eindeVan(dag);
          };
      LocalDate uiterlijk = laatsteDag(verlooptOp);
      // A body's reminder is about its stukken; a long one must not ask for an outcome before the meeting.
      Termijn vooraf =
          werk == Werk.AANLEVEREN
              ? van(stap.orgaan(), Termijnsoort.HERINNEREN).map(Termijnen.Geldend::termijn).orElse(HERINNERING)
              : HERINNERING;
      Instant herinnerOp =
          vooraf
              .dagVoor(uiterlijk, werkdagen)
              .atTime(vooraf.tot().orElse(LocalTime.MIN))
              .atZone(Klok.ZONE)
              .toInstant();
      return new Werktermijn(
          uiterlijk, herinnerOp.isAfter(verlooptOp) ? verlooptOp : herinnerOp, verlooptOp);
    }

    private static LocalDate laatsteDag(Instant verlooptOp) {
      return LocalDate.ofInstant(verlooptOp.minusNanos(1), Klok.ZONE);
    }
  }
}
