package nl.besluitroute;

import nl.besluitroute.scenario.ScenarioOpdracht;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * Entry point: the application, or with {@code scenario FILE...} the replay of scenario files, each
 * in a fresh database in memory.
 */
@SpringBootApplication
public class Besluitroute {

  public static void main(String[] args) {
    if (args.length > 0 && args[0].equals(ScenarioOpdracht.NAAM)) {
      System.exit(new ScenarioOpdracht(Besluitroute.class, System.out, System.err).voerUit(args));
    }
    SpringApplication.run(Besluitroute.class, args);
  }
}
