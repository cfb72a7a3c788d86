package nl.besluitroute.toegang;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session when its account has another password than it began with, wherever it is open; the
 * request goes on as of somebody who did not sign in. A session that began without a password is left
 * alone. Belongs in a filter chain, after the one that knows the session.
 */
public final class Sessiegeldigheid extends OncePerRequestFilter {
  private final Accounts accounts;

  public Sessiegeldigheid(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest verzoek, HttpServletResponse antwoord, FilterChain verder)
      throws ServletException, IOException {
    Authentication wie = SecurityContextHolder.getContext().getAuthentication();
    if (wie != null && wie.getPrincipal() instanceof Aangemelde a && !accounts.wachtwoordGeldt(a)) {
      new SecurityContextLogoutHandler().logout(verzoek, antwoord, wie);
    }
    verder.doFilter(verzoek, antwoord);
  }
}
