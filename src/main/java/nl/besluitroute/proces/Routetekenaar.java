package nl.besluitroute.proces;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Optional;
import nl.besluitroute.visie.Routes.ExtraOverleg;
import nl.besluitroute.visie.Routewijziging;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnPlane;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** Draws one more overleg into a route, on the arrow behind or before a step, and makes room for it. */
final class Routetekenaar {
  private static final double BREED = 140;
  private static final double HOOG = 80;
  private static final double TUSSEN = 60;

  private final BpmnModelInstance model;

  private Routetekenaar(BpmnModelInstance model) {
    this.model = model;
  }

  static byte[] metOverleg(byte[] bpmn, ExtraOverleg extra) {
    Routetekenaar tekenaar =
        new Routetekenaar(Bpmn.readModelFromStream(new ByteArrayInputStream(bpmn)));
    tekenaar.teken(extra);
    return Bpmn.convertToString(tekenaar.model).getBytes(StandardCharsets.UTF_8);
  }

  private void teken(ExtraOverleg extra) {
    Process proces = model.getModelElementsByType(Process.class).iterator().next();
    proces.setId(extra.sleutel());
    FlowNode bij = model.getModelElementById(extra.bij());
    SequenceFlow stroom =
        (extra.plek() == Routewijziging.Plek.NA ? bij.getOutgoing() : bij.getIncoming()).iterator().next();
    FlowNode doel = stroom.getTarget();

    CallActivity blok = model.newInstance(CallActivity.class);
    blok.setId(extra.id());
    blok.setName(extra.orgaan().naam());
    blok.setCalledElement("blok_overleg");
    blok.setCamundaCalledElementBinding("deployment");
    blok.setAttributeValueNs("http://camunda.org/schema/1.0/bpmn", "modelerTemplate", "nl.besluitroute.overleg");
    proces.addChildElement(blok);
    ExtensionElements extensies = model.newInstance(ExtensionElements.class);
    blok.addChildElement(extensies);
    CamundaProperties eigenschappen = extensies.addExtensionElement(CamundaProperties.class);
    eigenschap(eigenschappen, "doel", extra.doel().code());
    eigenschap(eigenschappen, "orgaansoort", extra.orgaan().soort().code());
    eigenschap(eigenschappen, "orgaan", extra.orgaan().id());
    eigenschap(eigenschappen, "ronde", extra.ronde());
    eigenschap(eigenschappen, "aanlevertermijn", String.valueOf(extra.aanlevertermijn()));
    eigenschap(eigenschappen, "vastlegtermijn", String.valueOf(extra.vastlegtermijn()));
    CamundaIn in = extensies.addExtensionElement(CamundaIn.class);
    in.setCamundaSource("visie");
    in.setCamundaTarget("visie");

    SequenceFlow verder = model.newInstance(SequenceFlow.class);
    verder.setId("stroom_" + extra.id());
    proces.addChildElement(verder);
    doel.getIncoming().remove(stroom);
    stroom.setTarget(blok);
    verder.setSource(blok);
    verder.setTarget(doel);
    blok.getIncoming().add(stroom);
    blok.getOutgoing().add(verder);
    doel.getIncoming().add(verder);
    tekenVorm(stroom, blok, verder, doel);
  }

  private void eigenschap(CamundaProperties bij, String naam, String waarde) {
    CamundaProperty eigenschap = model.newInstance(CamundaProperty.class);
    eigenschap.setCamundaName(naam);
    eigenschap.setCamundaValue(waarde);
    bij.addChildElement(eigenschap);
  }

  private void tekenVorm(SequenceFlow stroom, CallActivity blok, SequenceFlow verder, FlowNode doel) {
    Optional<BpmnPlane> vlak = model.getModelElementsByType(BpmnPlane.class).stream().findFirst();
    Optional<Bounds> van = grenzen(stroom.getSource());
    Optional<Bounds> naar = grenzen(doel);
    if (vlak.isEmpty() || van.isEmpty() || naar.isEmpty()) {
      return;
    }
    double x = naar.get().getX();
    double midden = van.get().getY() + van.get().getHeight() / 2;
    if (x > van.get().getX()) {
      maakRuimte(x, BREED + TUSSEN);
    } else {
      // The arrow runs back: the step hangs below it.
      x = (x + van.get().getX()) / 2;
      midden += HOOG + TUSSEN;
    }
    BpmnShape vorm = model.newInstance(BpmnShape.class);
    vorm.setId(blok.getId() + "_di");
    vorm.setBpmnElement(blok);
    Bounds plaats = model.newInstance(Bounds.class);
    plaats.setX(x);
    plaats.setY(midden - HOOG / 2);
    plaats.setWidth(BREED);
    plaats.setHeight(HOOG);
    vorm.setBounds(plaats);
    vlak.get().addChildElement(vorm);
    model.getModelElementsByType(BpmnEdge.class).stream()
        .filter(e -> stroom.equals(e.getBpmnElement()))
        .toList()
        .forEach(
            e -> {
              e.getWaypoints().clear();
              lijn(e, rechts(van.get()), midden(van.get()), plaats.getX(), midden(plaats));
            });
    BpmnEdge lijn = model.newInstance(BpmnEdge.class);
    lijn.setId(verder.getId() + "_di");
    lijn.setBpmnElement(verder);
    vlak.get().addChildElement(lijn);
    lijn(lijn, rechts(plaats), midden(plaats), naar.get().getX(), midden(naar.get()));
  }

  private void maakRuimte(double vanaf, double opzij) {
    Collection<Bounds> alle = model.getModelElementsByType(Bounds.class);
    alle.stream().filter(b -> b.getX() >= vanaf).forEach(b -> b.setX(b.getX() + opzij));
    model.getModelElementsByType(Waypoint.class).stream()
        .filter(p -> p.getX() >= vanaf)
        .forEach(p -> p.setX(p.getX() + opzij));
  }

  private void lijn(BpmnEdge lijn, double x1, double y1, double x2, double y2) {
    punt(lijn, x1, y1);
    if (y1 != y2) {
      punt(lijn, (x1 + x2) / 2, y1);
      punt(lijn, (x1 + x2) / 2, y2);
    }
    punt(lijn, x2, y2);
  }

  private void punt(BpmnEdge lijn, double x, double y) {
    Waypoint punt = model.newInstance(Waypoint.class);
    punt.setX(x);
    punt.setY(y);
    lijn.addChildElement(punt);
  }

  private Optional<Bounds> grenzen(ModelElementInstance element) {
    return model.getModelElementsByType(BpmnShape.class).stream()
        .filter(s -> element.equals(s.getBpmnElement()))
        .map(BpmnShape::getBounds)
        .findFirst();
  }

  private static double rechts(Bounds b) {
    return b.getX() + b.getWidth();
  }

  private static double midden(Bounds b) {
    return b.getY() + b.getHeight() / 2;
  }
}
