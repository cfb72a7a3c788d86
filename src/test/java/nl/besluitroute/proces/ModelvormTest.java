package nl.besluitroute.proces;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TerminateEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The habits that every shipped model keeps. */
class ModelvormTest {

  static Stream<File> modellen() {
    return Arrays.stream(new File("bpmn").listFiles((map, naam) -> naam.endsWith(".bpmn")));
  }

  static Stream<File> formulieren() {
    return Arrays.stream(new File("forms").listFiles((map, naam) -> naam.endsWith(".form")));
  }

  private static String naam(File bestand) {
    return bestand.getName().substring(0, bestand.getName().lastIndexOf('.'));
  }

  @ParameterizedTest
  @MethodSource("modellen")
  void model_heeft_een_proces_dat_heet_als_het_bestand(File bestand) {
    BpmnModelInstance model = Bpmn.readModelFromFile(bestand);
    Bpmn.validateModel(model);
    assertThat(model.getModelElementsByType(Process.class)).singleElement()
        .satisfies(proces -> {
          assertThat(proces.getId()).isEqualTo(naam(bestand));
          assertThat(proces.isExecutable()).isTrue();
          assertThat(proces.getCamundaHistoryTimeToLiveString()).isEqualTo("P3650D");
        });
  }

  @ParameterizedTest
  @MethodSource("modellen")
  void alles_is_getekend(File bestand) {
    BpmnModelInstance model = Bpmn.readModelFromFile(bestand);
    assertThat(model.getModelElementsByType(FlowNode.class))
        .allSatisfy(knoop -> assertThat(knoop.getDiagramElement()).as(knoop.getId()).isNotNull());
    assertThat(model.getModelElementsByType(SequenceFlow.class))
        .allSatisfy(stroom -> assertThat(stroom.getDiagramElement()).as(stroom.getId()).isNotNull());
  }

  @ParameterizedTest
  @MethodSource("modellen")
  void aanroepen_blijven_binnen_de_uitrol(File bestand) {
    Set<String> bekend = modellen().map(ModelvormTest::naam).collect(Collectors.toSet());
    assertThat(Bpmn.readModelFromFile(bestand).getModelElementsByType(CallActivity.class))
        .allSatisfy(aanroep -> {
          assertThat(bekend).contains(aanroep.getCalledElement());
          assertThat(aanroep.getCamundaCalledElementBinding()).isEqualTo("deployment");
        });
  }

  @ParameterizedTest
  @MethodSource("modellen")
  void elke_taak_staat_met_zijn_registratie_en_zijn_wacht_in_een_eigen_deelproces(File bestand) {
    Set<String> formulieren = formulieren().map(ModelvormTest::naam).collect(Collectors.toSet());
    assertThat(Bpmn.readModelFromFile(bestand).getModelElementsByType(UserTask.class))
        .allSatisfy(taak -> {
          String x = taak.getId().substring("taak_".length());
          assertThat(formulieren).contains(taak.getCamundaFormRef());
          assertThat(taak.getCamundaFormRefBinding()).isEqualTo("deployment");
          assertThat(((SubProcess) taak.getParentElement()).getId()).isEqualTo("sub_" + x);
          FlowNode dienst = taak.getSucceedingNodes().singleResult();
          assertThat(((ServiceTask) dienst).getCamundaDelegateExpression()).isEqualTo("${" + x + "}");
          assertThat(dienst.getId()).isEqualTo("dienst_" + x);
          assertThat(((EndEvent) dienst.getSucceedingNodes().singleResult()).getEventDefinitions())
              .singleElement().isInstanceOf(TerminateEventDefinition.class);
          CallActivity wacht = taak.getModelInstance().getModelElementById("wacht_" + x);
          assertThat(wacht.getCalledElement()).isEqualTo("termijnwacht");
        });
  }

  @ParameterizedTest
  @MethodSource("formulieren")
  void formulier_heet_als_het_bestand_en_elk_veld_heeft_een_nederlands_label(File bestand)
      throws Exception {
    JsonNode formulier = new ObjectMapper().readTree(bestand);
    assertThat(formulier.path("id").asText()).isEqualTo(naam(bestand));
    assertThat(formulier.path("schemaVersion").asInt()).isGreaterThanOrEqualTo(16);
    assertThat(formulier.path("executionPlatform").asText()).isEqualTo("Camunda Platform");
    velden(formulier).forEach(veld -> {
      assertThat(veld.path("label").asText() + veld.path("dateLabel").asText() + veld.path("text").asText())
          .as(veld.toString()).isNotBlank();
      if (List.of("textfield", "textarea").contains(veld.path("type").asText())) {
        assertThat(veld.path("validate").path("maxLength").asInt()).as(veld.toString()).isPositive();
      }
    });
  }

  private static Stream<JsonNode> velden(JsonNode drager) {
    return Stream.iterate(0, i -> i < drager.path("components").size(), i -> i + 1)
        .map(i -> drager.path("components").get(i))
        .flatMap(veld -> Stream.concat(Stream.of(veld), velden(veld)));
  }
}
