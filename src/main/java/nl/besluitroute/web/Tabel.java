package nl.besluitroute.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import nl.besluitroute.agenda.Bladzijde;
import nl.besluitroute.kalender.GeschrevenDatum;
import nl.besluitroute.kalender.Klok;

/**
 * A list as it leaves the system, for {@link Uitvoer}: the rows of the page with the same filters,
 * of what its reader may see.
 *
 * @param naam what it is, for the file's name
 * @param kolommen the headings
 * @param rijen each with a cell per heading; made while they are written, so that a long list is
 *     never in memory as a whole
 */
record Tabel(String naam, List<String> kolommen, Iterable<List<Tabel.Waarde>> rijen) {

  /** A cell. */
  sealed interface Waarde {}

  /** Words; empty stands for nothing. */
  record Tekst(String tekst) implements Waarde {}

  record Getal(long getal) implements Waarde {}

  record Datum(LocalDate dag) implements Waarde {}

  private static final Waarde NIETS = new Tekst("");

  static Waarde tekst(String tekst) {
    return tekst == null ? NIETS : new Tekst(tekst);
  }

  static Waarde tekst(Optional<String> tekst) {
    return tekst(tekst.orElse(null));
  }

  static Waarde getal(long getal) {
    return new Getal(getal);
  }

  static Waarde datum(Optional<LocalDate> dag) {
    return dag.<Waarde>map(Datum::new).orElse(NIETS);
  }

  /** The day of a moment, Europe/Amsterdam. */
  static Waarde dagVan(Optional<Instant> moment) {
    return datum(moment.map(op -> op.atZone(Klok.ZONE).toLocalDate()));
  }

  /** A day as a date; what is less precise as it was written. */
  static Waarde geschreven(Optional<GeschrevenDatum> datum) {
    return datum
        .map(d -> d.precies().<Waarde>map(Datum::new).orElseGet(() -> new Tekst(d.tekst())))
        .orElse(NIETS);
  }

  /** All rows of a list that is read by page: the next page is asked for when it is needed. */
  static <T> Iterable<T> doorlopend(Function<Optional<String>, Bladzijde<T>> bladzijde) {
    return () ->
        new Iterator<>() {
          private Bladzijde<T> nu = bladzijde.apply(Optional.empty());
          private int plaats;

          @Override
          public boolean hasNext() {
            while (plaats == nu.rijen().size() && nu.volgende().isPresent()) {
              nu = bladzijde.apply(nu.volgende());
              plaats = 0;
            }
            return plaats < nu.rijen().size();
          }

          @Override
          public T next() {
            if (!hasNext()) {
              throw new NoSuchElementException();
            }
            return nu.rijen().get(plaats++);
          }
        };
  }
}
