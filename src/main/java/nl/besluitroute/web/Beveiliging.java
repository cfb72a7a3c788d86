package nl.besluitroute.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import nl.besluitroute.signalering.Signalen;
import nl.besluitroute.toegang.Accounts;
import nl.besluitroute.toegang.Sessiegeldigheid;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;
import org.springframework.security.web.util.UrlUtils;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Who may see a page at all, and the headers of each page. What somebody may do with it is asked at
 * every use case, not here. Who signs in is known to the
 * {@code AuthenticationProvider} of module toegang.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class Beveiliging {

  static final String AANMELDEN = "/aanmelden";
  static final String AFMELDEN = "/afmelden";

  /** Where {@link HttpSessionRequestCache} looks. */
  private static final String TERUG_NAAR = "SPRING_SECURITY_SAVED_REQUEST";

  /**
   * No inline script, no inline style, nothing from elsewhere. form-js and bpmn-js set their styles
   * through the object model, which this policy allows.
   */
  static final String CSP =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
          + "font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; "
          + "base-uri 'none'";

  @Bean
  @Order(100)
  SecurityFilterChain paginas(HttpSecurity http, Accounts accounts) throws Exception {
    RequestMatcher wilPagina = Beveiliging::wilPagina;
    var teruggaan = new HttpSessionRequestCache();
    // Only a page is worth returning to after sign-in; not the data that a page fetches.
    teruggaan.setRequestMatcher(
        verzoek -> HttpMethod.GET.matches(verzoek.getMethod()) && wilPagina.matches(verzoek));
    teruggaan.setMatchingRequestParameterName(null);

    return http.authorizeHttpRequests(
            toegang ->
                toegang
                    .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                    .permitAll()
                    .requestMatchers("/static/**", AANMELDEN)
                    .permitAll()
                    // The secret in the address is what is asked for.
                    .requestMatchers(HttpMethod.GET, AgendafeedController.ADRES + "/*.ics")
                    .permitAll()
                    // Who has the link of a mail need not be who signs in.
                    .requestMatchers(Signalen.BEVESTIG_PAD + "/*")
                    .permitAll()
                    .requestMatchers(HttpMethod.GET, "/actuator/health", "/actuator/health/**")
                    .permitAll()
                    .requestMatchers("/actuator/**")
                    .denyAll()
                    .anyRequest()
                    .authenticated())
        .formLogin(
            aanmelden ->
                aanmelden
                    .loginPage(AANMELDEN)
                    .usernameParameter("gebruikersnaam")
                    .passwordParameter("wachtwoord")
                    .failureHandler(Beveiliging::nietAangemeld)
                    .defaultSuccessUrl("/", false)
                    .permitAll())
        .logout(afmelden -> afmelden.logoutUrl(AFMELDEN).logoutSuccessUrl(AANMELDEN + "?afgemeld"))
        .addFilterAfter(new Sessiegeldigheid(accounts), SecurityContextHolderFilter.class)
        .requestCache(cache -> cache.requestCache(teruggaan))
        .exceptionHandling(
            fouten ->
                fouten
                    .defaultAuthenticationEntryPointFor(
                        (verzoek, antwoord, reden) ->
                            antwoord.sendError(HttpStatus.UNAUTHORIZED.value()),
                        verzoek -> !wilPagina(verzoek))
                    .accessDeniedHandler(Beveiliging::geweigerd))
        .csrf(Customizer.withDefaults())
        .headers(
            kop ->
                kop.contentSecurityPolicy(csp -> csp.policyDirectives(CSP))
                    .referrerPolicy(verwijzer -> verwijzer.policy(ReferrerPolicy.SAME_ORIGIN))
                    .permissionsPolicyHeader(
                        recht ->
                            recht.policy(
                                "accelerometer=(), camera=(), geolocation=(), gyroscope=(), "
                                    + "microphone=(), payment=(), usb=()"))
                    .frameOptions(kader -> kader.deny()))
        .build();
  }

  /** The page of ours from which this was sent. */
  private static Optional<String> vanPagina(HttpServletRequest verzoek) {
    String hier = UrlUtils.buildFullRequestUrl(verzoek);
    String basis = hier.substring(0, hier.length() - verzoek.getRequestURI().length()
        - (verzoek.getQueryString() == null ? 0 : verzoek.getQueryString().length() + 1));
    return Optional.ofNullable(verzoek.getHeader(HttpHeaders.REFERER))
        .filter(van -> van.startsWith(basis + "/") && !van.startsWith(basis + AANMELDEN));
  }

  /**
   * A browser that navigates asks for HTML; scripts and programs ask for something else, and at the
   * API everybody gets data.
   */
  static boolean wilPagina(HttpServletRequest verzoek) {
    if (adres(verzoek).startsWith("/api/")) {
      return false;
    }
    String accept = verzoek.getHeader("Accept");
    return accept != null && accept.contains("text/html");
  }

  /** What was asked for, also when the error page is what is served. */
  static String adres(HttpServletRequest verzoek) {
    Object gevraagd = verzoek.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    String heel = gevraagd == null ? verzoek.getRequestURI() : gevraagd.toString();
    return heel.substring(verzoek.getContextPath().length());
  }

  private static void nietAangemeld(
      HttpServletRequest verzoek, HttpServletResponse antwoord, AuthenticationException reden)
      throws IOException {
    String waarom =
        reden instanceof LockedException ? "?wacht=" + reden.getMessage() : "?fout";
    antwoord.sendRedirect(verzoek.getContextPath() + AANMELDEN + waarom);
  }

  private static void geweigerd(
      HttpServletRequest verzoek, HttpServletResponse antwoord, AccessDeniedException reden)
      throws IOException {
    if (reden instanceof CsrfException && wilPagina(verzoek)) {
      // The session ended while the page was open: signing in again is the way on, back to that page.
      vanPagina(verzoek)
          .ifPresent(
              pagina ->
                  verzoek.getSession().setAttribute(TERUG_NAAR, new SimpleSavedRequest(pagina)));
      antwoord.sendRedirect(verzoek.getContextPath() + AANMELDEN + "?verlopen");
    } else if (reden instanceof CsrfException) {
      antwoord.sendError(HttpStatus.UNAUTHORIZED.value());
    } else {
      antwoord.sendError(HttpStatus.FORBIDDEN.value());
    }
  }
}
