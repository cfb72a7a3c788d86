package nl.besluitroute.proces;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import nl.besluitroute.visie.Routes.ExtraOverleg;
import nl.besluitroute.visie.Routewijziging;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Draws one more overleg into a route, on the arrow behind or before a step, and makes room for it. */
final class Routetekenaar {
  private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
  private static final String DI = "http://www.omg.org/spec/BPMN/20100524/DI";
  private static final String DC = "http://www.omg.org/spec/DD/20100524/DC";
  private static final String PUNT = "http://www.omg.org/spec/DD/20100524/DI";
  private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
  private static final double BREED = 140;
  private static final double HOOG = 80;
  private static final double TUSSEN = 60;

  private final Document model;

  private Routetekenaar(Document model) {
    this.model = model;
  }

  /** @param bpmn a route that the grammar accepts, so that it holds no DTD and no entities */
  static byte[] metOverleg(byte[] bpmn, ExtraOverleg extra) {
    try {
      DocumentBuilderFactory lezer = DocumentBuilderFactory.newInstance();
      lezer.setNamespaceAware(true);
      lezer.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      lezer.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      Document model = lezer.newDocumentBuilder().parse(new ByteArrayInputStream(bpmn));
      new Routetekenaar(model).teken(extra);
      ByteArrayOutputStream uit = new ByteArrayOutputStream();
      TransformerFactory schrijver = TransformerFactory.newInstance();
      schrijver.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      schrijver.newTransformer().transform(new DOMSource(model), new StreamResult(uit));
      return uit.toByteArray();
    } catch (ParserConfigurationException | SAXException | IOException | TransformerException e) {
      throw new IllegalStateException("The route cannot be drawn", e);
    }
  }

  private void teken(ExtraOverleg extra) {
    Element proces = alle(BPMN, "process", e -> true).get(0);
    String sleutel = proces.getAttribute("id");
    proces.setAttribute("id", extra.sleutel());
    alle(DI, "BPMNPlane", e -> e.getAttribute("bpmnElement").equals(sleutel))
        .forEach(e -> e.setAttribute("bpmnElement", extra.sleutel()));

    boolean na = extra.plek() == Routewijziging.Plek.NA;
    Element stroom =
        alle(BPMN, "sequenceFlow", e -> e.getAttribute(na ? "sourceRef" : "targetRef").equals(extra.bij())).get(0);
    String doel = stroom.getAttribute("targetRef");
    String verder = "stroom_" + extra.id();
    stroom.setAttribute("targetRef", extra.id());
    alle(BPMN, "incoming", e -> e.getTextContent().trim().equals(stroom.getAttribute("id")))
        .forEach(e -> e.setTextContent(verder));

    Element blok = nieuw(BPMN, "callActivity");
    blok.setAttribute("id", extra.id());
    blok.setAttribute("name", extra.orgaan().naam());
    blok.setAttribute("calledElement", "blok_overleg");
    eigen(blok, "calledElementBinding", "deployment");
    eigen(blok, "modelerTemplate", "nl.besluitroute.overleg");
    Element extensies = onder(blok, BPMN, "extensionElements");
    Element eigenschappen = onder(extensies, CAMUNDA, "properties");
    eigenschap(eigenschappen, "doel", extra.doel().code());
    eigenschap(eigenschappen, "orgaansoort", extra.orgaan().soort().code());
    eigenschap(eigenschappen, "orgaan", extra.orgaan().id());
    eigenschap(eigenschappen, "ronde", extra.ronde());
    eigenschap(eigenschappen, "aanlevertermijn", String.valueOf(extra.aanlevertermijn()));
    eigenschap(eigenschappen, "vastlegtermijn", String.valueOf(extra.vastlegtermijn()));
    Element in = onder(extensies, CAMUNDA, "in");
    in.setAttribute("source", "visie");
    in.setAttribute("target", "visie");
    onder(blok, BPMN, "incoming").setTextContent(stroom.getAttribute("id"));
    onder(blok, BPMN, "outgoing").setTextContent(verder);
    Element pijl = nieuw(BPMN, "sequenceFlow");
    pijl.setAttribute("id", verder);
    pijl.setAttribute("sourceRef", extra.id());
    pijl.setAttribute("targetRef", doel);
    proces.insertBefore(blok, stroom);
    proces.insertBefore(pijl, stroom.getNextSibling());
    tekenVorm(stroom, extra.id(), verder, doel);
  }

  private void eigenschap(Element bij, String naam, String waarde) {
    Element eigenschap = onder(bij, CAMUNDA, "property");
    eigenschap.setAttribute("name", naam);
    eigenschap.setAttribute("value", waarde);
  }

  // -- the drawing -----------------------------------------------------------------------------

  private record Vak(double x, double y, double breed, double hoog) {
    double rechts() {
      return x + breed;
    }

    double midden() {
      return y + hoog / 2;
    }
  }

  private void tekenVorm(Element stroom, String blok, String verder, String doel) {
    List<Element> vlak = alle(DI, "BPMNPlane", e -> true);
    Optional<Vak> van = vak(stroom.getAttribute("sourceRef"));
    Optional<Vak> naar = vak(doel);
    if (vlak.isEmpty() || van.isEmpty() || naar.isEmpty()) {
      return;
    }
    double x = naar.get().x();
    double midden = van.get().midden();
    if (x > van.get().x()) {
      maakRuimte(x);
      naar = vak(doel);
    } else {
      // The arrow runs back: the step hangs below it.
      x = (x + van.get().x()) / 2;
      midden += HOOG + TUSSEN;
    }
    Vak plaats = new Vak(x, midden - HOOG / 2, BREED, HOOG);
    Element vorm = onder(vlak.get(0), DI, "BPMNShape");
    vorm.setAttribute("id", blok + "_di");
    vorm.setAttribute("bpmnElement", blok);
    Element grenzen = onder(vorm, DC, "Bounds");
    grenzen.setAttribute("x", getal(plaats.x()));
    grenzen.setAttribute("y", getal(plaats.y()));
    grenzen.setAttribute("width", getal(plaats.breed()));
    grenzen.setAttribute("height", getal(plaats.hoog()));
    for (Element lijn : alle(DI, "BPMNEdge", e -> e.getAttribute("bpmnElement").equals(stroom.getAttribute("id")))) {
      kinderen(lijn, PUNT, "waypoint").forEach(lijn::removeChild);
      lijn(lijn, van.get(), plaats);
    }
    Element lijn = onder(vlak.get(0), DI, "BPMNEdge");
    lijn.setAttribute("id", verder + "_di");
    lijn.setAttribute("bpmnElement", verder);
    lijn(lijn, plaats, naar.get());
  }

  private void maakRuimte(double vanaf) {
    List<Element> punten = new ArrayList<>(alle(DC, "Bounds", e -> true));
    punten.addAll(alle(PUNT, "waypoint", e -> true));
    for (Element e : punten) {
      double x = Double.parseDouble(e.getAttribute("x"));
      if (x >= vanaf) {
        e.setAttribute("x", getal(x + BREED + TUSSEN));
      }
    }
  }

  private void lijn(Element lijn, Vak van, Vak naar) {
    Node eerste = lijn.getFirstChild();
    punt(lijn, eerste, van.rechts(), van.midden());
    if (van.midden() != naar.midden()) {
      double bocht = (van.rechts() + naar.x()) / 2;
      punt(lijn, eerste, bocht, van.midden());
      punt(lijn, eerste, bocht, naar.midden());
    }
    punt(lijn, eerste, naar.x(), naar.midden());
  }

  private void punt(Element lijn, Node voor, double x, double y) {
    Element punt = nieuw(PUNT, "waypoint");
    punt.setAttribute("x", getal(x));
    punt.setAttribute("y", getal(y));
    lijn.insertBefore(punt, voor);
  }

  private Optional<Vak> vak(String element) {
    return alle(DI, "BPMNShape", e -> e.getAttribute("bpmnElement").equals(element)).stream()
        .flatMap(e -> kinderen(e, DC, "Bounds").stream())
        .findFirst()
        .map(
            b ->
                new Vak(
                    Double.parseDouble(b.getAttribute("x")),
                    Double.parseDouble(b.getAttribute("y")),
                    Double.parseDouble(b.getAttribute("width")),
                    Double.parseDouble(b.getAttribute("height"))));
  }

  private static String getal(double waarde) {
    return waarde == Math.rint(waarde) ? String.valueOf((long) waarde) : String.valueOf(waarde);
  }

  // -- the tree --------------------------------------------------------------------------------

  private List<Element> alle(String ruimte, String naam, Predicate<Element> welke) {
    NodeList gevonden = model.getElementsByTagNameNS(ruimte, naam);
    List<Element> elementen = new ArrayList<>();
    for (int i = 0; i < gevonden.getLength(); i++) {
      if (welke.test((Element) gevonden.item(i))) {
        elementen.add((Element) gevonden.item(i));
      }
    }
    return elementen;
  }

  private List<Element> kinderen(Element boven, String ruimte, String naam) {
    return alle(ruimte, naam, e -> e.getParentNode() == boven);
  }

  private Element onder(Element boven, String ruimte, String naam) {
    Element element = nieuw(ruimte, naam);
    boven.appendChild(element);
    return element;
  }

  private Element nieuw(String ruimte, String naam) {
    return model.createElementNS(ruimte, voorvoegsel(ruimte) + naam);
  }

  private void eigen(Element element, String naam, String waarde) {
    element.setAttributeNS(CAMUNDA, voorvoegsel(CAMUNDA) + naam, waarde);
  }

  private String voorvoegsel(String ruimte) {
    String voorvoegsel = model.getDocumentElement().lookupPrefix(ruimte);
    return voorvoegsel == null ? "" : voorvoegsel + ":";
  }
}
