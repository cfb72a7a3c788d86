package nl.besluitroute.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriUtils;

/**
 * The one place where an exception becomes words: HTML for a page, {@code application/problem+json}
 * for everything else. Texts of the framework are English and may tell too much, so only a sentence
 * of our own is shown.
 */
@ControllerAdvice
class FoutAfhandeling {

  private static final Logger LOG = LoggerFactory.getLogger(FoutAfhandeling.class);

  private final List<Foutvertaling> vertalingen;

  FoutAfhandeling(ObjectProvider<Foutvertaling> vertalingen) {
    this.vertalingen = vertalingen.orderedStream().toList();
  }

  @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
  void aanBeveiliging(RuntimeException fout) {
    throw fout; // The security filters know whether to ask for sign-in or to refuse.
  }

  @ExceptionHandler(Exception.class)
  Object alles(Exception oorzaak, HttpServletRequest verzoek, HttpServletResponse antwoord) {
    if (antwoord.isCommitted()) {
      LOG.warn("{} failed after the answer had begun", verzoek.getRequestURI(), oorzaak);
      return null;
    }
    return antwoord(vertaal(oorzaak), oorzaak, verzoek);
  }

  Object antwoord(Fout fout, Throwable oorzaak, HttpServletRequest verzoek) {
    String nummer = null;
    if (fout.status().is5xxServerError()) {
      nummer = UUID.randomUUID().toString().substring(0, 8);
      LOG.error("Error {} at {} {}", nummer, verzoek.getMethod(), verzoek.getRequestURI(), oorzaak);
    }
    return Beveiliging.wilPagina(verzoek) ? pagina(fout, nummer) : probleem(fout, nummer, verzoek);
  }

  Fout vertaal(Throwable oorzaak) {
    for (Throwable t = oorzaak; t != null; t = t.getCause()) {
      if (t instanceof InvoerGrens.TeVeelInvoer) {
        return Fout.van(HttpStatus.PAYLOAD_TOO_LARGE);
      }
      for (Foutvertaling vertaling : vertalingen) {
        Optional<Fout> fout = vertaling.vertaal(t);
        if (fout.isPresent()) {
          return fout.get();
        }
      }
    }
    if (oorzaak instanceof ErrorResponse bekend) {
      HttpStatus status = HttpStatus.resolve(bekend.getStatusCode().value());
      Fout fout = Fout.van(status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status);
      boolean eigenZin =
          oorzaak instanceof ResponseStatusException eigen
              && eigen.getClass() == ResponseStatusException.class
              && eigen.getReason() != null
              && !fout.status().is5xxServerError();
      return eigenZin ? fout.metZin(((ResponseStatusException) oorzaak).getReason()) : fout;
    }
    if (oorzaak instanceof HttpMessageNotReadableException onleesbaar) {
      return onleesbaar(onleesbaar.getCause());
    }
    return Fout.van(HttpStatus.INTERNAL_SERVER_ERROR);
  }

  /** What is wrong with JSON that was sent, with the field where it is known. */
  private static Fout onleesbaar(Throwable oorzaak) {
    Fout fout = Fout.van(HttpStatus.BAD_REQUEST);
    if (oorzaak instanceof JsonMappingException plek && !plek.getPath().isEmpty()) {
      String veld = veld(plek.getPath());
      String zin =
          oorzaak instanceof UnrecognizedPropertyException
              ? "Het veld '" + veld + "' kennen wij hier niet."
              : "Het veld '" + veld + "' heeft niet de verwachte vorm.";
      return new Fout(
          fout.status(),
          fout.titel(),
          "Er is niets opgeslagen. " + zin,
          List.of(new Fout.Veldfout(veld, zin)),
          null);
    }
    return oorzaak instanceof JsonProcessingException
        ? fout.metZin("Er is niets opgeslagen. Dit is geen JSON zoals hier verwacht.")
        : fout;
  }

  private static String veld(List<JsonMappingException.Reference> pad) {
    StringBuilder veld = new StringBuilder();
    for (JsonMappingException.Reference deel : pad) {
      if (deel.getFieldName() == null) {
        veld.append('[').append(deel.getIndex()).append(']');
      } else {
        veld.append(veld.isEmpty() ? "" : ".").append(deel.getFieldName());
      }
    }
    return veld.length() > 200 ? veld.substring(0, 200) : veld.toString();
  }

  private static ModelAndView pagina(Fout fout, String nummer) {
    var pagina =
        new FoutPagina(
            fout.status().value(),
            fout.titel(),
            fout.zin(),
            nummer,
            fout.verder() == null ? new Link("Naar mijn agenda", "/agenda") : fout.verder());
    return new ModelAndView("fout", Map.of("pagina", pagina), fout.status());
  }

  private static ResponseEntity<ProblemDetail> probleem(
      Fout fout, String nummer, HttpServletRequest verzoek) {
    ProblemDetail detail = ProblemDetail.forStatusAndDetail(fout.status(), fout.zin());
    detail.setType(URI.create("about:blank"));
    detail.setTitle(fout.titel());
    detail.setInstance(URI.create(UriUtils.encodePath(Beveiliging.adres(verzoek), "UTF-8")));
    if (!fout.velden().isEmpty()) {
      detail.setProperty("velden", fout.velden());
    }
    if (nummer != null) {
      detail.setProperty("nummer", nummer);
    }
    return ResponseEntity.status(fout.status())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(detail);
  }
}
