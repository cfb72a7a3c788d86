package nl.besluitroute.agenda;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;

/**
 * A place in a sorted list: what the row sorts by, and its id among its equals.
 *
 * @param <S> what the list is sorted by
 */
record Plaats<S extends Comparable<? super S>>(S sorteer, String id) {
  private static final char SCHEIDING = '_';

  String code() {
    return sorteer + String.valueOf(SCHEIDING) + id;
  }

  /** Empty for the beginning, and when this is no place. */
  static Optional<Plaats<Instant>> moment(Optional<String> code) {
    return lees(code, Instant::parse);
  }

  /** Empty for the beginning, and when this is no place. */
  static Optional<Plaats<LocalDate>> dag(Optional<String> code) {
    return lees(code, LocalDate::parse);
  }

  private static <S extends Comparable<? super S>> Optional<Plaats<S>> lees(
      Optional<String> code, Function<String, S> sorteer) {
    // A year of more than four digits begins with a sign, and no database holds it.
    return code.filter(c -> c.indexOf(SCHEIDING) > 0 && Character.isDigit(c.charAt(0)))
        .flatMap(
            c -> {
              int streep = c.indexOf(SCHEIDING);
              try {
                return Optional.of(
                    new Plaats<>(sorteer.apply(c.substring(0, streep)), c.substring(streep + 1)));
              } catch (DateTimeException e) {
                return Optional.empty();
              }
            });
  }
}
