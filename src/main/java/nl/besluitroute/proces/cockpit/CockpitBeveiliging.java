package nl.besluitroute.proces.cockpit;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import nl.besluitroute.toegang.Accounts;
import nl.besluitroute.toegang.Sessiegeldigheid;
import nl.besluitroute.toegang.Toegang;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.util.matcher.AntPathRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Who looks into Cockpit and Tasklist: the beheerder, signed in on our own page. Headers and CSRF
 * are Camunda's own filters'. Nothing is changed from here: whatever writes is refused before it
 * reaches the engine, whose own guards refuse completing and deploying once more.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class CockpitBeveiliging {

  static final String ALLEEN_KIJKEN =
      "Cockpit en Tasklist zijn hier alleen om te kijken. Taken, datums en routes wijzigt u op de pagina's van"
          + " Besluitroute; daar staat in de geschiedenis wie wat deed.";

  private static final String PAD = "/camunda";

  /** What Cockpit and Tasklist ask by POST because the question is long; each only reads. */
  private static final Set<Pattern> VRAGEN =
      Set.of(
          Pattern.compile(
              PAD + "/api/engine/engine/[\\w-]+/(history/)?(process-instance|process-definition|execution|task"
                  + "|variable-instance|incident|job|job-definition|external-task|decision-instance"
                  + "|activity-instance|event-subscription|batch|detail|user-operation)(/count)?"),
          Pattern.compile(PAD + "/api/engine/engine/[\\w-]+/filter/[\\w-]+/(list|count|singleResult)"),
          Pattern.compile(
              PAD + "/api/cockpit/plugin/base/[\\w-]+/(process-instance|process-definition|incident)(/count"
                  + "|/[\\w:.-]+/called-process-(instances|definitions))?"));

  @Bean
  @Order(60)
  SecurityFilterChain cockpit(
      HttpSecurity http, Accounts accounts, Toegang toegang, ObjectMapper json) throws Exception {
    RequestMatcher wilPagina =
        verzoek -> {
          String accept = verzoek.getHeader("Accept");
          return accept != null && accept.contains("text/html");
        };
    return http.securityMatcher(AntPathRequestMatcher.antMatcher(PAD + "/**"))
        .authorizeHttpRequests(
            wie ->
                wie.anyRequest()
                    .access(
                        (account, context) ->
                            new AuthorizationDecision(
                                leest(context.getRequest())
                                    && isBeheerder(account.get(), accounts, toegang))))
        .exceptionHandling(
            fouten ->
                fouten
                    .defaultAuthenticationEntryPointFor(
                        new LoginUrlAuthenticationEntryPoint("/aanmelden"), wilPagina)
                    .defaultAuthenticationEntryPointFor(
                        new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), verzoek -> true)
                    .accessDeniedHandler(
                        (verzoek, antwoord, reden) -> geweigerd(verzoek, antwoord, json)))
        .addFilterAfter(new Sessiegeldigheid(accounts), SecurityContextHolderFilter.class)
        .csrf(AbstractHttpConfigurer::disable)
        .headers(
            kop -> kop.cacheControl(cache -> cache.disable()).frameOptions(kader -> kader.deny()))
        .build();
  }

  static boolean leest(HttpServletRequest verzoek) {
    if (HttpMethod.GET.matches(verzoek.getMethod()) || HttpMethod.HEAD.matches(verzoek.getMethod())) {
      return true;
    }
    String pad = verzoek.getRequestURI().substring(verzoek.getContextPath().length());
    return HttpMethod.POST.matches(verzoek.getMethod())
        && VRAGEN.stream().anyMatch(vraag -> vraag.matcher(pad).matches());
  }

  /** Asked at each request: a role that ended counts at once. */
  private static boolean isBeheerder(Authentication account, Accounts accounts, Toegang toegang) {
    return account.isAuthenticated()
        && accounts.zoek(account.getName()).filter(toegang::magBeheren).isPresent();
  }

  private static void geweigerd(
      HttpServletRequest verzoek, HttpServletResponse antwoord, ObjectMapper json)
      throws IOException {
    if (leest(verzoek)) {
      antwoord.sendError(HttpStatus.FORBIDDEN.value());
      return;
    }
    Map<String, Object> probleem = new LinkedHashMap<>();
    probleem.put("type", "about:blank");
    probleem.put("title", "Alleen om te kijken");
    probleem.put("status", HttpStatus.FORBIDDEN.value());
    probleem.put("detail", ALLEEN_KIJKEN);
    // Where Camunda's pages look for words.
    probleem.put("message", ALLEEN_KIJKEN);
    antwoord.setStatus(HttpStatus.FORBIDDEN.value());
    antwoord.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    antwoord.getOutputStream().write(json.writeValueAsBytes(probleem));
  }

  /** After our chain, before Camunda's own filters. */
  @Bean
  FilterRegistrationBean<ContainerBasedAuthenticationFilter> eenmaalAanmelden() {
    var filter = new FilterRegistrationBean<>(new ContainerBasedAuthenticationFilter());
    filter.addInitParameter("authentication-provider", CockpitGebruiker.class.getName());
    filter.addUrlPatterns(PAD + "/*");
    filter.setOrder(0);
    return filter;
  }
}
