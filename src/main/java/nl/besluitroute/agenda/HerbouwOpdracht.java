package nl.besluitroute.agenda;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The command {@code agenda-herbouw}: makes the read model of the configured database anew. */
public final class HerbouwOpdracht {
  /** The first word of the command line. */
  public static final String NAAM = "agenda-herbouw";

  private final Class<?> toepassing;
  private final PrintWriter uit;

  public HerbouwOpdracht(Class<?> toepassing, PrintStream uit) {
    this.toepassing = toepassing;
    this.uit = new PrintWriter(new OutputStreamWriter(uit, StandardCharsets.UTF_8), true);
  }

  /**
   * @param eigenschappen properties beside those of the environment, as {@code --naam=waarde}
   * @return the exit code: 0
   */
  public int voerUit(String... eigenschappen) {
    try (ConfigurableApplicationContext context = start(eigenschappen)) {
      int open = context.getBean(Agenda.class).herbouw();
      uit.println("De agenda is opnieuw gemaakt: " + open + " open taken.");
    }
    return 0;
  }

  /** Neither web nor jobs, and no demo content whatever the environment says. */
  private ConfigurableApplicationContext start(String... eigenschappen) {
    String[] vast = {
      "--spring.profiles.active=" + NAAM, "--camunda.bpm.job-execution.enabled=false"
    };
    String[] alle = Arrays.copyOf(vast, vast.length + eigenschappen.length);
    System.arraycopy(eigenschappen, 0, alle, vast.length, eigenschappen.length);
    return new SpringApplicationBuilder(toepassing)
        .web(WebApplicationType.NONE)
        .bannerMode(Banner.Mode.OFF)
        .logStartupInfo(false)
        .run(alle);
  }
}
