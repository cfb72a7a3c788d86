package nl.besluitroute.proces;

import java.util.Map;
import nl.besluitroute.besluitvorming.Behandelingen;
import nl.besluitroute.proces.route.Routewandeling;
import nl.besluitroute.visie.Stap;
import nl.besluitroute.visie.StapId;
import nl.besluitroute.visie.Stappen;
import nl.besluitroute.visie.Visies;
import org.camunda.bpm.engine.impl.bpmn.behavior.CallActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.SubProcessActivityBehavior;
import org.camunda.bpm.engine.impl.pvm.delegate.ActivityExecution;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What the route comes to and is not done: a step that was skipped or was done already, pieces that
 * were sent, a college that decided. The token passes it, and nothing of it begins. The models need
 * no arrows for this, so a change of the route works in every version.
 */
@Component
class Passage {
  private final Stappen stappen;
  private final Visies visies;
  private final Behandelingen behandelingen;

  Passage(Stappen stappen, Visies visies, Behandelingen behandelingen) {
    this.stappen = stappen;
    this.visies = visies;
    this.behandelingen = behandelingen;
  }

  /** A block of a route. */
  static final class Blok extends CallActivityBehavior {
    private final ObjectProvider<Passage> passage;
    private final String feit;

    /** @param feit the block's fact in the route, or null when nothing asks for its outcome */
    Blok(CallActivityBehavior gedrag, String feit, ObjectProvider<Passage> passage) {
      setCallableElement(gedrag.getCallableElement());
      this.feit = feit;
      this.passage = passage;
    }

    @Override
    public void execute(ActivityExecution e) throws Exception {
      if (passage.getObject().blok(e, feit)) {
        leave(e);
      } else {
        super.execute(e);
      }
    }
  }

  /** A part of a block, around one task. */
  static final class Onderdeel extends SubProcessActivityBehavior {
    private final ObjectProvider<Passage> passage;

    Onderdeel(ObjectProvider<Passage> passage) {
      this.passage = passage;
    }

    @Override
    public void execute(ActivityExecution e) throws Exception {
      if (passage.getObject().onderdeel(e)) {
        leave(e);
      } else {
        super.execute(e);
      }
    }
  }

  private boolean blok(ActivityExecution e, String feit) {
    StapId id = StapId.van((String) e.getVariable(Sleutels.VISIE), e.getActivity().getId());
    if (!stappen.wordtGepasseerd(id)) {
      return false;
    }
    if (feit != null && visies.stap(id.toString()).toestand() == Stap.Toestand.VERVALLEN) {
      // The gateway behind it then takes its default answer, the planned path.
      e.getProcessInstance().setVariables(Map.of(feit, Routewandeling.OVERGESLAGEN));
    }
    return true;
  }

  private boolean onderdeel(ActivityExecution e) {
    String stap = (String) e.getVariable(Sleutels.STAP);
    if (e.getActivity().getId().equals("sub_stukkenVerzenden")) {
      return behandelingen.openVan(stap).flatMap(b -> b.verzondenOp()).isPresent();
    }
    if (visies.stap(stap).toestand() != Stap.Toestand.GEDAAN) {
      return false;
    }
    e.setVariable(Sleutels.VERVOLG, "raad");
    return true;
  }
}
