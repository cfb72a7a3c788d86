package nl.besluitroute.proces;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Predicate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Which flow nodes and sequence flows of the models were taken. An engine plugin: make it a bean of
 * a test context, or register it with {@link #aansluiten}, before anything is deployed. Thread-safe;
 * one collector may serve several engines, so that their coverage adds up.
 */
public class Dekking extends AbstractProcessEnginePlugin {

  private final Map<String, Set<String>> verwacht = new ConcurrentHashMap<>();
  private final Map<String, Set<String>> genomen = new ConcurrentHashMap<>();

  @Override
  public void preInit(ProcessEngineConfigurationImpl configuratie) {
    aansluiten(configuratie);
  }

  /** Registers the collector on an engine that is not built yet. */
  public void aansluiten(ProcessEngineConfigurationImpl configuratie) {
    if (configuratie.getCustomPostBPMNParseListeners() == null) {
      configuratie.setCustomPostBPMNParseListeners(new java.util.ArrayList<>());
    }
    configuratie
        .getCustomPostBPMNParseListeners()
        .add(
            new AbstractBpmnParseListener() {
              @Override
              public void parseProcess(Element element, ProcessDefinitionEntity definitie) {
                volg(definitie.getKey(), definitie);
              }
            });
  }

  /** Elements never taken, per process key; empty when all are covered. */
  public Map<String, Set<String>> ontbrekend(Predicate<String> proces) {
    Map<String, Set<String>> rest = new TreeMap<>();
    verwacht.forEach(
        (sleutel, elementen) -> {
          Set<String> open = new TreeSet<>(elementen);
          open.removeAll(genomen.getOrDefault(sleutel, Set.of()));
          if (proces.test(sleutel) && !open.isEmpty()) {
            rest.put(sleutel, open);
          }
        });
    return rest;
  }

  /** One line per process: how many of its flow nodes and sequence flows were taken. */
  public String rapport() {
    StringBuilder tekst = new StringBuilder("Dekking van de modellen (knopen en stromen)\n");
    new TreeMap<>(verwacht)
        .forEach(
            (sleutel, elementen) -> {
              long geraakt =
                  elementen.stream()
                      .filter(genomen.getOrDefault(sleutel, Set.of())::contains)
                      .count();
              tekst.append(
                  String.format(
                      "  %-20s %3d van %3d  %5.1f%%%n",
                      sleutel, geraakt, elementen.size(), 100.0 * geraakt / elementen.size()));
            });
    return tekst.toString();
  }

  private void volg(String proces, ScopeImpl scope) {
    for (ActivityImpl activiteit : scope.getActivities()) {
      // The engine's own wrapper of a multi-instance activity is no element of the model.
      if (!activiteit.getId().contains("#")) {
        verwacht(proces, activiteit.getId());
        activiteit.addListener(
            ExecutionListener.EVENTNAME_START, (ExecutionListener) e -> neem(proces, activiteit));
      }
      for (var stroom : activiteit.getOutgoingTransitions()) {
        verwacht(proces, stroom.getId());
        ((TransitionImpl) stroom)
            .addListener(
                ExecutionListener.EVENTNAME_TAKE,
                (ExecutionListener) (DelegateExecution e) -> neem(proces, stroom.getId()));
      }
      volg(proces, activiteit);
    }
  }

  private void neem(String proces, ActivityImpl activiteit) {
    neem(proces, activiteit.getId());
    // An event-based gateway waits where it is: its flow counts as taken when the event occurs.
    for (var stroom : activiteit.getIncomingTransitions()) {
      if ("eventBasedGateway".equals(stroom.getSource().getProperty("type"))) {
        neem(proces, stroom.getId());
      }
    }
  }

  private void verwacht(String proces, String element) {
    verwacht.computeIfAbsent(proces, p -> new ConcurrentSkipListSet<>()).add(element);
  }

  private void neem(String proces, String element) {
    genomen.computeIfAbsent(proces, p -> new ConcurrentSkipListSet<>()).add(element);
  }
}
