package nl.besluitroute.kalender;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class KalenderConfiguratieTest {

  private final ApplicationContextRunner context =
      new ApplicationContextRunner().withUserConfiguration(KalenderConfiguratie.class);

  @Test
  void whoever_asks_for_a_clock_gets_the_one_clock() {
    context.run(
        bonen -> assertThat(bonen.getBean(Clock.class)).isSameAs(bonen.getBean(Klok.class)));
  }

  @Test
  void an_administrator_replaces_the_list_of_royal_decrees_with_a_file(@TempDir Path map)
      throws Exception {
    Path lijst = Files.writeString(map.resolve("dagen.txt"), "2031-05-23\n");

    context.run(
        bonen ->
            assertThat(bonen.getBean(Werkdagen.class).isWerkdag(LocalDate.of(2026, 1, 2)))
                .isFalse());
    context
        .withPropertyValues("besluitroute.kalender.gelijkgestelde-dagen=file:" + lijst)
        .run(
            bonen -> {
              Werkdagen werkdagen = bonen.getBean(Werkdagen.class);
              assertThat(werkdagen.isWerkdag(LocalDate.of(2026, 1, 2))).isTrue();
              assertThat(werkdagen.isWerkdag(LocalDate.of(2031, 5, 23))).isFalse();
            });
  }
}
