package nl.besluitroute.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.visie.Visies;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Plays the demo's scenarios that are not there yet, around today. Runs before the web server and the
 * job executor start, since it holds the JVM's one clock.
 */
@Component
@Profile("demo")
class DemoInhoud implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(DemoInhoud.class);

  /** After the routes are deployed. */
  private static final int FASE = 10;

  private final Visies visies;
  private final ScenarioLezer lezer;
  private final ScenarioSpeler speler;
  private final Schemaspeler schemas;
  private final Klok klok;
  private volatile boolean gestart;

  DemoInhoud(Visies visies, ScenarioLezer lezer, ScenarioSpeler speler, Schemaspeler schemas, Klok klok) {
    this.visies = visies;
    this.lezer = lezer;
    this.speler = speler;
    this.schemas = schemas;
    this.klok = klok;
  }

  @Override
  public void start() {
    List<Scenario> scenarios =
        Arrays.stream(bestanden())
            .map(this::lees)
            .filter(scenario -> visies.zoek(scenario.visie().id()).isEmpty())
            .toList();
    if (!scenarios.isEmpty()) {
      LOG.info("Making the demo content from {} scenarios; this happens once", scenarios.size());
      Instant nu = klok.instant();
      try {
        for (Scenario scenario : scenarios) {
          Uitslag uitslag = speler.speel(scenario, Optional.of(nu));
          uitslag.afgebroken().ifPresent(zin -> LOG.error("Demo {}: {}", scenario.naam(), zin));
          uitslag.toetsen().stream()
              .filter(toets -> !toets.gehaald())
              .forEach(toets -> LOG.error("Demo {}: {}", scenario.naam(), toets));
        }
        schemas.eenJaar(scenarios.stream().map(scenario -> scenario.visie().id()).toList());
      } finally {
        klok.loopt();
      }
      LOG.info("The demo content is there");
    }
    gestart = true;
  }

  private static Resource[] bestanden() {
    try {
      Resource[] gevonden =
          new PathMatchingResourcePatternResolver().getResources("classpath:demo/*.json");
      Arrays.sort(gevonden, Comparator.comparing(Resource::getFilename));
      return gevonden;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Scenario lees(Resource bestand) {
    try (InputStream in = bestand.getInputStream()) {
      return lezer.lees(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stop() {
    gestart = false;
  }

  @Override
  public boolean isRunning() {
    return gestart;
  }

  @Override
  public int getPhase() {
    return FASE;
  }
}
