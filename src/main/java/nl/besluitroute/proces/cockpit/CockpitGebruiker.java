package nl.besluitroute.proces.cockpit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationProvider;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;

/**
 * Whoever the filter chain let in is signed in at Cockpit too, under the same name. Camunda makes
 * this by its class name.
 */
public final class CockpitGebruiker implements AuthenticationProvider {

  @Override
  public AuthenticationResult extractAuthenticatedUser(
      HttpServletRequest verzoek, ProcessEngine engine) {
    if (verzoek.getUserPrincipal() == null) {
      return AuthenticationResult.unsuccessful();
    }
    AuthenticationResult wie = AuthenticationResult.successful(verzoek.getUserPrincipal().getName());
    wie.setGroups(List.of());
    wie.setTenants(List.of());
    return wie;
  }

  /** The filter chain before it has asked for sign-in already. */
  @Override
  public void augmentResponseByAuthenticationChallenge(
      HttpServletResponse antwoord, ProcessEngine engine) {}
}
