package nl.besluitroute.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.RegexPatternTypeFilter;

/** What templates read is public: only then are their expressions compiled, which saves a third of a page's time. */
class PaginamodellenTest {

  @Test
  void elk_record_dat_een_sjabloon_leest_is_openbaar() throws Exception {
    var zoeker = new ClassPathScanningCandidateComponentProvider(false);
    zoeker.addIncludeFilter(new RegexPatternTypeFilter(Pattern.compile(".*Pagina")));
    Set<Class<?>> gelezen = new LinkedHashSet<>();
    for (var gevonden : zoeker.findCandidateComponents("nl.besluitroute.web")) {
      Class<?> soort = Class.forName(gevonden.getBeanClassName());
      if (soort.isRecord()) {
        neem(soort, gelezen);
      }
    }
    Stream.of(VisieKop.class, Schil.Wie.class, Schil.Menu.class, Schil.Melding.class).forEach(s -> neem(s, gelezen));
    assertThat(gelezen).hasSizeGreaterThan(100);
    assertThat(gelezen.stream().filter(soort -> !Modifier.isPublic(soort.getModifiers()))).isEmpty();
  }

  /** The record with all that its components hold. */
  private static void neem(Type type, Set<Class<?>> gelezen) {
    if (type instanceof ParameterizedType met) {
      Arrays.stream(met.getActualTypeArguments()).forEach(deel -> neem(deel, gelezen));
    } else if (type instanceof Class<?> soort
        && soort.isRecord()
        && soort.getPackage().equals(VisieKop.class.getPackage())
        && gelezen.add(soort)) {
      for (RecordComponent deel : soort.getRecordComponents()) {
        neem(deel.getGenericType(), gelezen);
      }
    }
  }
}
