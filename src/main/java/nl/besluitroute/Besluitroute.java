package nl.besluitroute;

import java.util.Arrays;
import java.util.TimeZone;
import nl.besluitroute.agenda.HerbouwOpdracht;
import nl.besluitroute.scenario.ScenarioOpdracht;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * Entry point: the application; with {@code scenario FILE...} the replay of scenario files, each in a
 * fresh database in memory; with {@code agenda-herbouw} the read model made anew.
 */
@SpringBootApplication
public class Besluitroute {

  public static void main(String[] args) {
    // The engine writes its timestamps in the JVM's zone; in UTC no hour of the year comes twice.
    TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    if (args.length > 0 && args[0].equals(ScenarioOpdracht.NAAM)) {
      System.exit(new ScenarioOpdracht(Besluitroute.class, System.out, System.err).voerUit(args));
    }
    if (args.length > 0 && args[0].equals(HerbouwOpdracht.NAAM)) {
      System.exit(
          new HerbouwOpdracht(Besluitroute.class, System.out)
              .voerUit(Arrays.copyOfRange(args, 1, args.length)));
    }
    SpringApplication.run(Besluitroute.class, args);
  }
}
