package nl.besluitroute.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.StaticHeadersWriter;

/**
 * Signing in at the API: HTTP Basic at each request, with the accounts of the pages and the same
 * brake on guessing. No session is made and none is looked at, so that a page of somebody else
 * cannot use the browser's cookie here; that is why there is no CSRF token either.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class ApiBeveiliging {

  @Bean
  @Order(50)
  SecurityFilterChain api(HttpSecurity http) throws Exception {
    return http.securityMatcher("/api/**")
        .authorizeHttpRequests(
            toegang ->
                toegang
                    .requestMatchers(HttpMethod.GET, Api.OPENAPI, Api.OPENAPI + ".yaml")
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .httpBasic(basis -> basis.authenticationEntryPoint(ApiBeveiliging::nietAangemeld))
        .exceptionHandling(
            fouten ->
                fouten
                    .authenticationEntryPoint(ApiBeveiliging::nietAangemeld)
                    .accessDeniedHandler(
                        (verzoek, antwoord, reden) ->
                            antwoord.sendError(HttpStatus.FORBIDDEN.value())))
        .sessionManagement(sessie -> sessie.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .headers(
            kop ->
                kop.cacheControl(cache -> cache.disable())
                    .addHeaderWriter(
                        new StaticHeadersWriter(HttpHeaders.CACHE_CONTROL, "private, no-cache"))
                    .contentSecurityPolicy(
                        csp -> csp.policyDirectives("default-src 'none'; frame-ancestors 'none'")))
        .build();
  }

  /** 401, or 429 with how long to wait. A script in a browser gets no password window. */
  private static void nietAangemeld(
      HttpServletRequest verzoek, HttpServletResponse antwoord, AuthenticationException reden)
      throws IOException {
    if (reden instanceof LockedException teVaak) {
      antwoord.setHeader(HttpHeaders.RETRY_AFTER, teVaak.getMessage());
      antwoord.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
      return;
    }
    boolean script = "XMLHttpRequest".equals(verzoek.getHeader("X-Requested-With"));
    antwoord.setHeader(
        HttpHeaders.WWW_AUTHENTICATE,
        (script ? "xBasic" : "Basic") + " realm=\"Besluitroute\", charset=\"UTF-8\"");
    antwoord.sendError(HttpStatus.UNAUTHORIZED.value());
  }
}
