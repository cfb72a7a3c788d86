package nl.besluitroute.proces;

import nl.besluitroute.visie.StapId;
import nl.besluitroute.visie.Stappen;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.stereotype.Component;

/** Tells the domain that a block or a whole route came to its end; a cancelled one tells nothing. */
@Component
class Routevoortgang {
  private final Stappen stappen;

  Routevoortgang(Stappen stappen) {
    this.stappen = stappen;
  }

  void blokVerlaten(DelegateExecution e) {
    if (!e.isCanceled()) {
      stappen.verlaten(StapId.van(visie(e), e.getCurrentActivityId()));
    }
  }

  void routeVerlaten(DelegateExecution e) {
    if (!e.isCanceled() && ((ExecutionEntity) e).getDeleteReason() == null) {
      stappen.visieAfgerond(visie(e));
    }
  }

  private static String visie(DelegateExecution e) {
    return (String) e.getVariable(Sleutels.VISIE);
  }
}
