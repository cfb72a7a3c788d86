package nl.besluitroute.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A list, or a page of one. A page is found from where the one before ended, never by number.
 *
 * @param volgende address of the next page; null on the last
 */
record Lijst<T>(
    List<T> rijen,
    @Schema(
            description = "Adres van de volgende bladzijde; null als dit de laatste is. Staat ook in de kop Link.",
            example = "/api/v1/visies?limiet=50&na=UmVnaW8",
            nullable = true)
        String volgende) {

  /** Rows on a page unless asked otherwise, and at most. */
  static final int GEWOON = 50;

  static final int HOOGSTENS = 200;

  Lijst {
    rijen = List.copyOf(rijen);
  }

  /** A list that is always whole. */
  static <T> Lijst<T> heel(List<T> rijen) {
    return new Lijst<>(rijen, null);
  }

  /**
   * The rows on a page, from the parameter {@code limiet}.
   *
   * @throws org.springframework.web.server.ResponseStatusException 400 when it is no number from 1
   *     to {@link #HOOGSTENS}
   */
  static int limiet(String waarde) {
    if (waarde == null) {
      return GEWOON;
    }
    if (!waarde.matches("\\d{1,6}")
        || Integer.parseInt(waarde) < 1
        || Integer.parseInt(waarde) > HOOGSTENS) {
      throw Api.onleesbaar("De parameter 'limiet' is een getal van 1 tot en met " + HOOGSTENS + ".");
    }
    return Integer.parseInt(waarde);
  }

  /** A place in a list as it stands in an address: opaque, so that it can change. */
  static String cursor(String plaats) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(plaats.getBytes(StandardCharsets.UTF_8));
  }

  /** The place behind the parameter {@code na}; 400 when it is none. */
  static <P> Optional<P> plaats(String na, Function<String, Optional<P>> lezer) {
    if (na == null) {
      return Optional.empty();
    }
    try {
      String plaats = new String(Base64.getUrlDecoder().decode(na), StandardCharsets.UTF_8);
      Optional<P> gelezen = lezer.apply(plaats);
      if (gelezen.isPresent()) {
        return gelezen;
      }
    } catch (IllegalArgumentException e) {
      // No base64: no place of ours either.
    }
    throw Api.onleesbaar(
        "De parameter 'na' is geen plaats in deze lijst; neem het adres van 'volgende' over.");
  }

  /**
   * A page of rows that are in memory, sorted by this key.
   *
   * @param rijen sorted by {@code sleutel}, no two the same
   */
  static <T> Gekozen<T> blader(List<T> rijen, Function<T, String> sleutel, String na, int limiet) {
    Optional<String> plaats = plaats(na, Optional::of);
    List<T> over =
        rijen.stream()
            .filter(rij -> plaats.isEmpty() || sleutel.apply(rij).compareTo(plaats.get()) > 0)
            .limit(limiet + 1L)
            .toList();
    return over.size() <= limiet
        ? new Gekozen<>(over, Optional.empty())
        : new Gekozen<>(over.subList(0, limiet), Optional.of(sleutel.apply(over.get(limiet - 1))));
  }

  /** The rows of one page, and the place where it ends when there is more. */
  record Gekozen<T>(List<T> rijen, Optional<String> volgende) {}
}
