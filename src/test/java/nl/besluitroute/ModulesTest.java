package nl.besluitroute;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Modules keep their boundaries; the engine and the time of day have one door each. */
class ModulesTest {
  private static final JavaClasses KLASSEN =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("nl.besluitroute");

  @Test
  void modules_roepen_alleen_aan_wat_zij_mogen() {
    ApplicationModules.of(Besluitroute.class).verify();
  }

  @Test
  void alleen_proces_kent_de_engine() {
    noClasses()
        .that()
        .resideOutsideOfPackage("nl.besluitroute.proces..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.camunda..")
        .check(KLASSEN);
  }

  @Test
  void niemand_hangt_af_van_proces() {
    noClasses()
        .that()
        .resideOutsideOfPackage("nl.besluitroute.proces..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("nl.besluitroute.proces..")
        .check(KLASSEN);
  }

  @Test
  void de_tijd_komt_van_de_klok() {
    noClasses()
        .should()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .callMethod(LocalDateTime.class, "now")
        .orShould()
        .callMethod(ZonedDateTime.class, "now")
        .orShould()
        .callMethod(OffsetDateTime.class, "now")
        .orShould()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .check(KLASSEN);
  }
}
