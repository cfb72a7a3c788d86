package nl.besluitroute.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.CorsRegistry;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What holds for every request at the API. */
@Configuration(proxyBeanMethods = false)
class ApiInrichting implements WebMvcConfigurer {

  @Override
  public void addInterceptors(InterceptorRegistry register) {
    register.addInterceptor(new AlleenBekendeParameters()).addPathPatterns(Api.PAD + "/**");
  }

  /** Whoever writes a client elsewhere may read the description from a browser. */
  @Override
  public void addCorsMappings(CorsRegistry register) {
    register.addMapping(Api.OPENAPI).allowedOrigins("*").allowedMethods("GET", "HEAD");
  }

  /** A misspelt filter must not give an unfiltered list. */
  private static final class AlleenBekendeParameters implements HandlerInterceptor {
    @Override
    public boolean preHandle(
        HttpServletRequest verzoek, HttpServletResponse antwoord, Object afhandelaar) {
      if (afhandelaar instanceof HandlerMethod methode
          && methode.getBeanType().getPackageName().equals(Api.class.getPackageName())) {
        Set<String> bekend =
            Arrays.stream(methode.getMethodParameters())
                .map(AlleenBekendeParameters::naam)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
        verzoek.getParameterMap().keySet().stream()
            .filter(naam -> !bekend.contains(naam))
            .findFirst()
            .ifPresent(
                naam -> {
                  throw Api.onleesbaar(
                      "De parameter '" + Api.kort(naam) + "' bestaat hier niet"
                          + (bekend.isEmpty() ? "." : "; wel: " + String.join(", ", bekend) + "."));
                });
      }
      return true;
    }

    private static String naam(MethodParameter parameter) {
      RequestParam gegeven = parameter.getParameterAnnotation(RequestParam.class);
      return gegeven == null
          ? null
          : gegeven.name().isEmpty() ? parameter.getParameter().getName() : gegeven.name();
    }
  }
}
