package nl.besluitroute.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import nl.besluitroute.Besluitroute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line: what it prints and with which code it ends. */
class ScenarioOpdrachtTest {
  @TempDir Path map;

  private final ByteArrayOutputStream uit = new ByteArrayOutputStream();
  private final ByteArrayOutputStream fouten = new ByteArrayOutputStream();

  private int voerUit(String... woorden) {
    return new ScenarioOpdracht(Besluitroute.class, new PrintStream(uit), new PrintStream(fouten))
        .voerUit(woorden);
  }

  private static String klein() throws IOException {
    try (var in = ScenarioOpdrachtTest.class.getResourceAsStream("/scenarios-test/klein.json")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private String bestand(String inhoud) throws IOException {
    return Files.writeString(map.resolve("scenario.json"), inhoud).toString();
  }

  @Test
  void eenScenarioDatAllesHaaltEindigtMetNulEnToontOpmaakAlsTekst() throws IOException {
    assertThat(voerUit("scenario", bestand(klein()))).isZero();
    assertThat(uit.toString(StandardCharsets.UTF_8))
        .contains("# Regiovisie &lt;b&gt;klein&lt;/b&gt; \\| =1+1")
        .contains("| Datum | Overleg | Doel | Conclusie |")
        .contains("- gehaald: ")
        .doesNotContain("NIET GEHAALD");
    assertThat(fouten.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void eenVerwachtingDieNietUitkomtEindigtMetEenEnZegtWatErStaat() throws IOException {
    String fout = klein().replace("\"waarde\": \"open\"", "\"waarde\": \"vastgesteld\"");
    assertThat(voerUit("scenario", bestand(fout))).isEqualTo(1);
    assertThat(uit.toString(StandardCharsets.UTF_8))
        .contains("NIET GEHAALD")
        .contains("verwacht vastgesteld, gevonden open");
  }

  @Test
  void eenOnleesbaarBestandEindigtMetTweeEnNoemtRegelEnReden() throws IOException {
    String pad = bestand(klein().replace("\"deelnemers\"", "\"deelnemer\""));
    assertThat(voerUit("scenario", pad)).isEqualTo(2);
    assertThat(fouten.toString(StandardCharsets.UTF_8)).contains(pad + ":12:").contains("deelnemer");
    assertThat(uit.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void zonderBestandOfMetEenBestandDatErNietIsEindigtHetMetTwee() {
    assertThat(voerUit("scenario")).isEqualTo(2);
    assertThat(voerUit("scenario", map.resolve("weg.json").toString())).isEqualTo(2);
  }

  @Test
  void hetSchemaIsOpTeVragen() {
    assertThat(voerUit("scenario", "--schema")).isZero();
    assertThat(uit.toString(StandardCharsets.UTF_8)).contains("urn:besluitroute:scenario:1");
  }
}
