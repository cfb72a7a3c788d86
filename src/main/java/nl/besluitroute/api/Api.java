package nl.besluitroute.api;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.besluitroute.regio.Orgaan;
import nl.besluitroute.regio.Regios;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** What all resources of the API share. */
final class Api {

  /** Version of the API as it answers, apart from the major one in every address. */
  static final String VERSIE = "1.0.0";

  static final String PAD = "/api/v1";
  static final String OPENAPI = PAD + "/openapi.json";

  private Api() {}

  /** How a value of an enumeration stands in JSON and in addresses. */
  static String code(Enum<?> waarde) {
    return waarde == null ? null : waarde.name().toLowerCase(Locale.ROOT);
  }

  static String code(Optional<? extends Enum<?>> waarde) {
    return waarde.map(w -> w.name().toLowerCase(Locale.ROOT)).orElse(null);
  }

  /** The value with this code; empty when there is none. */
  static <E extends Enum<E>> Optional<E> waarde(Class<E> soort, String code) {
    return Arrays.stream(soort.getEnumConstants()).filter(e -> code(e).equals(code)).findFirst();
  }

  static <E extends Enum<E>> String codes(Class<E> soort) {
    return Arrays.stream(soort.getEnumConstants()).map(Api::code).collect(Collectors.joining(", "));
  }

  /** A filter of a list; null when it was not given. */
  static <E extends Enum<E>> E filter(String naam, Class<E> soort, String code) {
    return code == null
        ? null
        : waarde(soort, code)
            .orElseThrow(
                () ->
                    onleesbaar(
                        "De parameter '" + naam + "' kent de waarde '" + kort(code) + "' niet; wel: "
                            + codes(soort) + "."));
  }

  /** A day in an address; empty when it was not given. */
  static Optional<LocalDate> dag(String naam, String waarde) {
    if (waarde == null) {
      return Optional.empty();
    }
    try {
      LocalDate dag = LocalDate.parse(waarde);
      if (dag.getYear() >= 1900 && dag.getYear() <= 2199) {
        return Optional.of(dag);
      }
    } catch (DateTimeParseException e) {
      // Refused below.
    }
    throw onleesbaar("De parameter '" + naam + "' is een dag zoals 2027-09-16, van 1900 tot en met 2199.");
  }

  /** 400, with a Dutch sentence. */
  static ResponseStatusException onleesbaar(String zin) {
    return new ResponseStatusException(HttpStatus.BAD_REQUEST, zin);
  }

  /** 404, with a Dutch sentence. */
  static ResponseStatusException nietGevonden(String zin) {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, zin);
  }

  /** The body with this id in an address; 404 when there is none. */
  static Orgaan orgaan(Regios regios, String id) {
    return regios.orgaan(id).orElseThrow(() -> nietGevonden("Dit orgaan bestaat niet."));
  }

  /**
   * The one of these with this id as it stands in an address.
   *
   * @param zin for 404
   */
  static <T> T zoek(List<T> alle, Function<T, ?> id, String gevraagd, String zin) {
    return alle.stream()
        .filter(een -> String.valueOf(id.apply(een)).equals(gevraagd))
        .findFirst()
        .orElseThrow(() -> nietGevonden(zin));
  }

  /** What somebody sent, short enough to stand in a sentence. */
  static String kort(String tekst) {
    return tekst.length() > 60 ? tekst.substring(0, 60) + "…" : tekst;
  }

  static <T> List<T> lijst(List<T> lijst) {
    return lijst == null ? List.of() : lijst;
  }
}
