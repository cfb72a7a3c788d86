package nl.besluitroute.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Every answer of the API names its version (NL API Design Rules, /core/version-header), also one
 * that is refused before the API itself sees the request.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Versiekop extends OncePerRequestFilter {

  @Override
  protected boolean shouldNotFilter(HttpServletRequest verzoek) {
    return !verzoek.getRequestURI().startsWith(verzoek.getContextPath() + Api.PAD + "/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest verzoek, HttpServletResponse antwoord, FilterChain keten)
      throws ServletException, IOException {
    antwoord.setHeader("API-Version", Api.VERSIE);
    keten.doFilter(verzoek, antwoord);
  }
}
