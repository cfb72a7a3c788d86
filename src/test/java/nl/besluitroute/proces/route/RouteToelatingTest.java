package nl.besluitroute.proces.route;

import static nl.besluitroute.proces.route.Tekening.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.besluitroute.visie.RouteGeweigerd;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The guard in a bare engine: what it lets through, and its sentences. Attacks: {@link AanvallenIT}. */
class RouteToelatingTest {

  private static ProcessEngine engine;

  @BeforeAll
  static void bouw() {
    var configuratie = new StandaloneInMemProcessEngineConfiguration();
    configuratie.setJdbcUrl("jdbc:h2:mem:toelating;DB_CLOSE_DELAY=-1");
    configuratie.setJobExecutorActivate(false);
    configuratie.setCustomPreDeployers(List.of(new RouteToelating()));
    engine = configuratie.buildProcessEngine();
  }

  @AfterAll
  static void sluit() {
    engine.close();
  }

  private static DeploymentBuilder met(Map<String, byte[]> bestanden) {
    DeploymentBuilder uitrol = engine.getRepositoryService().createDeployment();
    bestanden.forEach(
        (naam, bytes) -> uitrol.addInputStream(naam, new java.io.ByteArrayInputStream(bytes)));
    return uitrol;
  }

  private static Map<String, byte[]> meegeleverd() {
    Map<String, byte[]> bestanden = new HashMap<>();
    for (String map : List.of("bpmn", "forms")) {
      for (File bestand : new File(map).listFiles(File::isFile)) {
        bestanden.put(bestand.getName(), geleverd(bestand.getPath()));
      }
    }
    return bestanden;
  }

  @Test
  void laat_toe_wat_is_meegeleverd_en_een_goede_route_met_haar_blokken() {
    Map<String, byte[]> bestanden = meegeleverd();
    bestanden.put("route_proef.bpmn", bytes(goed()));
    assertThatCode(() -> met(bestanden).deploy()).doesNotThrowAnyException();
    assertThat(engine.getRepositoryService().createProcessDefinitionQuery()
        .processDefinitionKey("route_proef").count()).isEqualTo(1);
  }

  @Test
  void een_uitrol_die_al_binnen_was_wordt_niet_opnieuw_gevraagd() {
    Map<String, byte[]> bestanden = meegeleverd();
    met(bestanden).deploy();
    // Empties the cache, so that the engine reads the deployment back from its database.
    ((org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl)
            engine.getProcessEngineConfiguration())
        .getDeploymentCache().discardProcessDefinitionCache();
    assertThatCode(() -> {
      var definitie = engine.getRepositoryService().createProcessDefinitionQuery()
          .processDefinitionKey("route_raden").latestVersion().singleResult();
      engine.getRepositoryService().getBpmnModelInstance(definitie.getId());
    }).doesNotThrowAnyException();
  }

  static Stream<Arguments> aanvallen() {
    String blok = new String(geleverd("bpmn/blok_tekst.bpmn"), StandardCharsets.UTF_8);
    String bpmn = goed();
    return Stream.of(
        Arguments.of("x.bpmn", blok.replace("${stapBeginnen}", "${kwaad}"), "mag hier niet voorkomen"),
        Arguments.of("blok_tekst.bpmn", blok + " ", "mag hier niet voorkomen"),
        Arguments.of("x.bpmn", bpmn, "zonder de blokken"),
        Arguments.of("x.bpmn20.xml", bpmn, "hoort niet in een uitrol"),
        Arguments.of("x.cmmn", "<x/>", "hoort niet in een uitrol"),
        Arguments.of("x.cmmn11.xml", "<x/>", "hoort niet in een uitrol"),
        Arguments.of("x.dmn", "<definitions/>", "beslistabel"),
        Arguments.of("x.dmn11.xml", "<definitions/>", "hoort niet in een uitrol"),
        Arguments.of("x.groovy", "1", "hoort niet in een uitrol"),
        Arguments.of("x.js", "1", "hoort niet in een uitrol"),
        Arguments.of("x.html", "<form/>", "hoort niet in een uitrol"),
        Arguments.of("zonder", "1", "hoort niet in een uitrol"),
        Arguments.of("x.form", "{\"type\":\"default\",\"id\":\"eigen\",\"components\":[]}", "formulier dat niet is meegeleverd"));
  }

  @ParameterizedTest(name = "{0} {2}")
  @MethodSource("aanvallen")
  void weigert_in_de_engine_en_laat_niets_achter(String naam, String inhoud, String deel) {
    long voor = engine.getRepositoryService().createDeploymentQuery().count();
    assertThatThrownBy(() -> met(Map.of(naam, bytes(inhoud))).deploy())
        .isInstanceOf(RouteGeweigerd.class).hasMessageContaining(deel);
    assertThat(engine.getRepositoryService().createDeploymentQuery().count()).isEqualTo(voor);
  }
}
