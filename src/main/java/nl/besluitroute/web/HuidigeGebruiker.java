package nl.besluitroute.web;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import nl.besluitroute.regio.Regios;
import nl.besluitroute.toegang.Accounts;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.GeenToegang;
import nl.besluitroute.toegang.Rol;
import nl.besluitroute.toegang.Toekenning;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Gives a handler the signed-in {@link Gebruiker} with the roles that he holds at this request, read
 * once per request.
 */
@Configuration(proxyBeanMethods = false)
class HuidigeGebruiker implements WebMvcConfigurer, HandlerMethodArgumentResolver {

  private static final String ATTRIBUUT = Gebruiker.class.getName();

  private final ObjectProvider<Accounts> accounts;

  HuidigeGebruiker(ObjectProvider<Accounts> accounts) {
    this.accounts = accounts;
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> bestaande) {
    bestaande.add(this);
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Gebruiker.class;
  }

  @Override
  public Gebruiker resolveArgument(
      MethodParameter parameter,
      ModelAndViewContainer houder,
      NativeWebRequest verzoek,
      WebDataBinderFactory binder) {
    return gebruiker(SecurityContextHolder.getContext().getAuthentication());
  }

  private Gebruiker gebruiker(Authentication account) {
    return gelezen(account)
        .orElseThrow(() -> new GeenToegang("Dit account bestaat niet meer of is geblokkeerd."));
  }

  /** Once per request. */
  private Optional<Gebruiker> gelezen(Authentication account) {
    RequestAttributes verzoek = RequestContextHolder.currentRequestAttributes();
    var bekend = (Gebruiker) verzoek.getAttribute(ATTRIBUUT, RequestAttributes.SCOPE_REQUEST);
    if (bekend != null && bekend.naam().equals(account.getName())) {
      return Optional.of(bekend);
    }
    Optional<Gebruiker> gelezen = accounts.getObject().zoek(account.getName());
    gelezen.ifPresent(wie -> verzoek.setAttribute(ATTRIBUUT, wie, RequestAttributes.SCOPE_REQUEST));
    return gelezen;
  }

  /** Who is signed in; empty for nobody, and for an account that was blocked meanwhile. */
  Optional<Gebruiker> nu() {
    Authentication account = SecurityContextHolder.getContext().getAuthentication();
    if (account == null || !account.isAuthenticated() || account instanceof AnonymousAuthenticationToken) {
      return Optional.empty();
    }
    return gelezen(account);
  }

  @Bean
  Schil.WieIsWie wieIsWie(Regios regios) {
    return new Schil.WieIsWie() {
      @Override
      public Schil.Wie wie(Authentication account) {
        Optional<Gebruiker> nu = nu();
        if (nu.isEmpty()) {
          return new Schil.Wie(account.getName(), null);
        }
        List<String> rollen =
            nu.get().toekenningen().stream().map(Toekenning::rol).distinct().map(Rol::naam).toList();
        return new Schil.Wie(
            rollen.isEmpty() ? nu.get().weergave() : Taal.opsomming(rollen), waar(nu.get(), regios));
      }

      @Override
      public Optional<Gebruiker> gebruiker() {
        return nu();
      }
    };
  }

  private static String waar(Gebruiker wie, Regios regios) {
    Collection<String> codes = new TreeSet<>();
    Collection<String> gemeenten = new TreeSet<>();
    for (Toekenning t : wie.toekenningen()) {
      if (t.regio() != null) {
        codes.add(t.regio());
      }
      if (t.gemeente() != null) {
        gemeenten.add(t.gemeente());
      }
    }
    if (!gemeenten.isEmpty()) {
      return plaats(regios.namen(gemeenten), "gemeente", "gemeenten");
    }
    return codes.isEmpty() ? null : plaats(regios.regioNamen(codes), "regio", "regio's");
  }

  private static String plaats(Map<String, String> namen, String een, String meer) {
    List<String> opNaam = namen.values().stream().sorted().toList();
    if (opNaam.size() > 2) {
      return Taal.aantal(opNaam.size(), een, meer);
    }
    return (opNaam.size() == 1 ? een : meer) + " " + Taal.opsomming(opNaam);
  }
}
