package nl.besluitroute.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Answers of the API with their ETag, made from the content. One resource has a strong one, so that
 * it can be named in If-Match; a list a weak one. Spring answers 304 to If-None-Match by it.
 */
@Component
class Antwoorden {

  private final ObjectMapper json;

  Antwoorden(ObjectMapper json) {
    this.json = json;
  }

  <T> ResponseEntity<T> een(T inhoud) {
    return ResponseEntity.ok().eTag(kenmerk(inhoud)).body(inhoud);
  }

  /**
   * What a POST did, when that is no resource of its own.
   *
   * @param plek address, without {@link Api#PAD}, of where to read what came of it
   */
  <T> ResponseEntity<T> gedaan(String plek, T inhoud) {
    return ResponseEntity.created(URI.create(Api.PAD + plek)).body(inhoud);
  }

  /**
   * The resource that a POST made or changed, with the ETag that reading it gives.
   *
   * @param plek its address without {@link Api#PAD}
   */
  <T> ResponseEntity<T> gemaakt(String plek, T inhoud) {
    return ResponseEntity.created(URI.create(Api.PAD + plek)).eTag(kenmerk(inhoud)).body(inhoud);
  }

  <T> ResponseEntity<Lijst<T>> heel(List<T> rijen) {
    return lijst(Lijst.heel(rijen));
  }

  /** A page; its successor has the address of this request with another {@code na}. */
  <T> ResponseEntity<Lijst<T>> bladzijde(List<T> rijen, Optional<String> volgende) {
    return lijst(
        new Lijst<>(
            rijen,
            volgende
                .map(
                    plaats -> {
                      var adres =
                          ServletUriComponentsBuilder.fromCurrentRequest()
                              .replaceQueryParam("na", Lijst.cursor(plaats))
                              .build();
                      return adres.getPath() + "?" + adres.getQuery();
                    })
                .orElse(null)));
  }

  private <T> ResponseEntity<Lijst<T>> lijst(Lijst<T> lijst) {
    var antwoord = ResponseEntity.ok().eTag("W/" + kenmerk(lijst));
    if (lijst.volgende() != null) {
      antwoord.header(HttpHeaders.LINK, "<" + lijst.volgende() + ">; rel=\"next\"");
    }
    return antwoord.body(lijst);
  }

  /**
   * Refuses a change of what is no longer as the sender saw it. To be asked in the transaction of
   * the change.
   *
   * @param alsGelijk the header If-Match, or null
   * @param nu the resource as it is now
   * @throws ResponseStatusException 412 when it differs
   */
  void eisOngewijzigd(String alsGelijk, Object nu) {
    if (alsGelijk == null || alsGelijk.strip().equals("*")) {
      return;
    }
    String kenmerk = kenmerk(nu);
    if (Arrays.stream(alsGelijk.split(",")).map(String::strip).noneMatch(kenmerk::equals)) {
      throw new ResponseStatusException(
          HttpStatus.PRECONDITION_FAILED,
          "Iemand anders wijzigde dit sinds u het las. Er is niets opgeslagen; lees het opnieuw en kijk of"
              + " uw wijziging nog nodig is.");
    }
  }

  /**
   * As {@link #eisOngewijzigd}, for changes that would silently undo somebody else's.
   *
   * @throws ResponseStatusException 428 without the header
   */
  void eisGezien(String alsGelijk, Object nu) {
    if (alsGelijk == null) {
      throw new ResponseStatusException(
          HttpStatus.PRECONDITION_REQUIRED,
          "Noem in de kop If-Match de ETag van wat u wijzigt. Er is niets opgeslagen.");
    }
    eisOngewijzigd(alsGelijk, nu);
  }

  private String kenmerk(Object inhoud) {
    try {
      byte[] som =
          MessageDigest.getInstance("SHA-256").digest(json.writeValueAsBytes(inhoud));
      return '"' + HexFormat.of().formatHex(som, 0, 16) + '"';
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("No JSON can be made of " + inhoud.getClass(), e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
