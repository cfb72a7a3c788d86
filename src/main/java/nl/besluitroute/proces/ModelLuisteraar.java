package nl.besluitroute.proces;

import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.CallActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Attaches to each model what no model may leave out: every user task is on the agenda, with its due
 * date, and is completed through the one write path; a block that is not to be done is passed; every
 * block that ends closes its step; a route that ends closes its vision.
 */
@Component
class ModelLuisteraar extends AbstractBpmnParseListener {
  /** Parts of blocks that a step which goes on may have behind it. */
  private static final Set<String> PASSEERBAAR = Set.of("sub_stukkenVerzenden", "sub_collegebesluitVastleggen");

  private final ObjectProvider<TaakOpAgenda> agenda;
  private final ObjectProvider<Routevoortgang> voortgang;

  private final ObjectProvider<Passage> passage;

  ModelLuisteraar(
      ObjectProvider<TaakOpAgenda> agenda,
      ObjectProvider<Routevoortgang> voortgang,
      ObjectProvider<Passage> passage) {
    this.agenda = agenda;
    this.voortgang = voortgang;
    this.passage = passage;
  }

  @Override
  public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activiteit) {
    TaskDefinition taak =
        ((UserTaskActivityBehavior) activiteit.getActivityBehavior()).getTaskDefinition();
    Map<String, TaskListener> luisteraars =
        Map.of(
            TaskListener.EVENTNAME_CREATE, t -> agenda.getObject().klaargezet(t),
            TaskListener.EVENTNAME_COMPLETE, t -> agenda.getObject().afgerond(t),
            TaskListener.EVENTNAME_DELETE, t -> agenda.getObject().vervallen(t));
    luisteraars.forEach(taak::addBuiltInTaskListener);
  }

  @Override
  public void parseCallActivity(Element element, ScopeImpl scope, ActivityImpl activiteit) {
    if (isRoute(scope)) {
      activiteit.setActivityBehavior(
          new Passage.Blok(
              (CallActivityBehavior) activiteit.getActivityBehavior(), feit(element), passage));
      activiteit.addBuiltInListener(
          ExecutionListener.EVENTNAME_END, (ExecutionListener) e -> voortgang.getObject().blokVerlaten(e));
    }
  }

  /** The name under which a block hands its outcome to the route; null when it does not. */
  private static String feit(Element element) {
    Element extensies = element.element("extensionElements");
    return extensies == null
        ? null
        : extensies.elements("out").stream().map(uit -> uit.attribute("target")).findFirst().orElse(null);
  }

  @Override
  public void parseSubProcess(Element element, ScopeImpl scope, ActivityImpl activiteit) {
    if (PASSEERBAAR.contains(activiteit.getId())) {
      activiteit.setActivityBehavior(new Passage.Onderdeel(passage));
    }
  }

  @Override
  public void parseProcess(Element element, ProcessDefinitionEntity proces) {
    if (isRoute(proces)) {
      proces.addBuiltInListener(
          ExecutionListener.EVENTNAME_END, (ExecutionListener) e -> voortgang.getObject().routeVerlaten(e));
    }
  }

  /** What is not one of our blocks is a route. */
  private static boolean isRoute(ScopeImpl scope) {
    String sleutel = ((ProcessDefinitionEntity) scope.getProcessDefinition()).getKey();
    return !Blokken.PROCESSEN.contains(sleutel);
  }
}
