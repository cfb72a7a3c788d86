package nl.besluitroute.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.besluitroute.kalender.Feestdagen;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.kalender.Werkdagen;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The command {@code scenario FILE...}: replays each file in a fresh database in memory and prints
 * Behandeling and planning as Markdown, the stand, and each expectation as met or not met.
 */
public final class ScenarioOpdracht {
  /** The first word of the command line. */
  public static final String NAAM = "scenario";

  /** Every expectation was met. */
  public static final int GEHAALD = 0;

  /** An expectation was not met, or the system refused an event. */
  public static final int NIET_GEHAALD = 1;

  /** A file cannot be read or breaks the schema; nothing of it was played. */
  public static final int ONLEESBAAR = 2;

  private final Class<?> toepassing;
  private final PrintWriter uit;
  private final PrintWriter fouten;

  public ScenarioOpdracht(Class<?> toepassing, PrintStream uit, PrintStream fouten) {
    this.toepassing = toepassing;
    this.uit = new PrintWriter(new OutputStreamWriter(uit, StandardCharsets.UTF_8), true);
    this.fouten = new PrintWriter(new OutputStreamWriter(fouten, StandardCharsets.UTF_8), true);
  }

  /**
   * Replays the files that are named after the first word.
   *
   * @return the worst of the files' exit codes
   */
  public int voerUit(String[] woorden) {
    List<String> bestanden = Arrays.asList(woorden).subList(1, woorden.length);
    if (bestanden.isEmpty()) {
      fouten.println("Gebruik: java -jar besluitroute.jar scenario BESTAND...");
      fouten.println("         java -jar besluitroute.jar scenario --schema");
      return ONLEESBAAR;
    }
    if (bestanden.equals(List.of("--schema"))) {
      uit.println(schema());
      return GEHAALD;
    }
    return bestanden.stream().mapToInt(this::speel).max().orElse(GEHAALD);
  }

  private int speel(String bestand) {
    Scenario scenario;
    try {
      scenario = new ScenarioLezer(new Klok(), new Werkdagen(new Feestdagen())).lees(Path.of(bestand));
    } catch (ScenarioOnleesbaar e) {
      return onleesbaar(bestand, e);
    } catch (InvalidPathException e) {
      fouten.println(bestand + ":1:1: Dit is geen bestandsnaam");
      return ONLEESBAAR;
    }
    Uitslag uitslag;
    try (ConfigurableApplicationContext context = start()) {
      uitslag = context.getBean(ScenarioSpeler.class).speel(scenario, Optional.empty());
    } catch (ScenarioOnleesbaar e) {
      return onleesbaar(bestand, e);
    }
    uitslag.tussentijds().forEach(uit::println);
    uit.println(uitslag.verslag());
    uit.println("## Verwachtingen\n");
    for (Uitslag.Toets toets : uitslag.toetsen()) {
      uit.println(
          "- " + (toets.gehaald() ? "gehaald" : "NIET GEHAALD") + ": " + toets.op() + ": " + toets.wat());
      if (!toets.gehaald()) {
        uit.println("  " + bestand + ":" + toets.regel() + ": " + toets.verschil());
      }
    }
    uitslag.afgebroken().ifPresent(zin -> fouten.println(bestand + ": geweigerd. " + zin));
    return uitslag.gehaald() ? GEHAALD : NIET_GEHAALD;
  }

  private int onleesbaar(String bestand, ScenarioOnleesbaar e) {
    e.fouten()
        .forEach(f -> fouten.println(bestand + ":" + f.regel() + ":" + f.kolom() + ": " + f.zin()));
    return ONLEESBAAR;
  }

  private static String schema() {
    try (InputStream in =
        ScenarioOpdracht.class.getClassLoader().getResourceAsStream(ScenarioLezer.SCHEMA)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ConfigurableApplicationContext start() {
    return new SpringApplicationBuilder(toepassing)
        .web(WebApplicationType.NONE)
        .bannerMode(Banner.Mode.OFF)
        .logStartupInfo(false)
        .run(
            // Whatever the environment says: no demo content beside the scenario.
            "--spring.profiles.active=" + NAAM,
            "--spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1",
            "--spring.datasource.username=sa",
            "--spring.datasource.password=",
            "--camunda.bpm.job-execution.enabled=false",
            "--logging.level.root=off",
            "--logging.level.nl.besluitroute=off");
  }
}
