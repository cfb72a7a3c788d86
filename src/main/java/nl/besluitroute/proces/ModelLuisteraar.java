package nl.besluitroute.proces;

import java.util.Map;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
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
 * date, and is completed through the one write path; every block that ends closes its step; a route
 * that ends closes its vision.
 */
@Component
class ModelLuisteraar extends AbstractBpmnParseListener {
  private final ObjectProvider<TaakOpAgenda> agenda;
  private final ObjectProvider<Routevoortgang> voortgang;

  ModelLuisteraar(ObjectProvider<TaakOpAgenda> agenda, ObjectProvider<Routevoortgang> voortgang) {
    this.agenda = agenda;
    this.voortgang = voortgang;
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
      activiteit.addBuiltInListener(
          ExecutionListener.EVENTNAME_END, (ExecutionListener) e -> voortgang.getObject().blokVerlaten(e));
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
