package nl.besluitroute.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a parameter with a NUL character with status 400: no keyboard makes one, and PostgreSQL
 * does not keep it. An upload is read where it is handled.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 11)
class Tekengrens extends OncePerRequestFilter {

  @Override
  protected void doFilterInternal(
      HttpServletRequest verzoek, HttpServletResponse antwoord, FilterChain keten)
      throws ServletException, IOException {
    if (verzoek.getParameterMap().values().stream()
        .flatMap(Arrays::stream)
        .anyMatch(waarde -> waarde.indexOf('\0') >= 0)) {
      antwoord.sendError(HttpStatus.BAD_REQUEST.value());
    } else {
      keten.doFilter(verzoek, antwoord);
    }
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest verzoek) {
    String soort = verzoek.getContentType();
    return soort != null && soort.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE);
  }
}
