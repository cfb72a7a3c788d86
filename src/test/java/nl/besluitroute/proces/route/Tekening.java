package nl.besluitroute.proces.route;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Draws small routes for tests. */
final class Tekening {

  private Tekening() {}

  static final String IN = "<camunda:in source='visie' target='visie'/>";

  static String route(String inhoud) {
    return kop("<bpmn:process id='route_proef' name='Proefroute' isExecutable='true'"
        + " camunda:historyTimeToLive='P3650D'>" + inhoud + "</bpmn:process>");
  }

  static String kop(String inhoud) {
    return "<?xml version='1.0' encoding='UTF-8'?><bpmn:definitions"
        + " xmlns:bpmn='http://www.omg.org/spec/BPMN/20100524/MODEL'"
        + " xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'"
        + " xmlns:camunda='http://camunda.org/schema/1.0/bpmn' id='definities'"
        + " targetNamespace='https://besluitroute.nl/bpmn'>" + inhoud + "</bpmn:definitions>";
  }

  static String start(String id) {
    return "<bpmn:startEvent id='" + id + "' name='Begin'/>";
  }

  static String einde(String id) {
    return "<bpmn:endEvent id='" + id + "' name='Einde'/>";
  }

  static String keuze(String id, String standaard) {
    return "<bpmn:exclusiveGateway id='" + id + "' name='Hoe verder?'"
        + (standaard == null ? "" : " default='" + standaard + "'") + "/>";
  }

  static String samen(String id) {
    return "<bpmn:exclusiveGateway id='" + id + "'/>";
  }

  static String parallel(String id) {
    return "<bpmn:parallelGateway id='" + id + "'/>";
  }

  static String moment(String id, String datum) {
    return "<bpmn:intermediateCatchEvent id='" + id + "' name='Verkiezingen'>"
        + "<bpmn:timerEventDefinition id='" + id + "_tijd'><bpmn:timeDate"
        + " xsi:type='bpmn:tFormalExpression'>" + datum
        + "</bpmn:timeDate></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>";
  }

  static String blok(String id, String soort, String extensies) {
    return "<bpmn:callActivity id='" + id + "' name='Blok " + id + "' calledElement='blok_" + soort
        + "' camunda:calledElementBinding='deployment'><bpmn:extensionElements>" + extensies
        + "</bpmn:extensionElements></bpmn:callActivity>";
  }

  static String eigenschappen(String... paren) {
    StringBuilder tekst = new StringBuilder("<camunda:properties>");
    for (int i = 0; i < paren.length; i += 2) {
      tekst.append("<camunda:property name='").append(paren[i]).append("' value='")
          .append(paren[i + 1]).append("'/>");
    }
    return tekst.append("</camunda:properties>").toString();
  }

  static String tekst(String id) {
    return blok(id, "tekst", eigenschappen("ronde", "concept") + IN);
  }

  static String overleg(String id) {
    return blok(id, "overleg", eigenschappen("doel", "adviseren", "orgaansoort",
        "directie_overleg", "ronde", "concept", "aanlevertermijn", "5", "vastlegtermijn", "2") + IN
        + "<camunda:out source='conclusie' target='conclusie_" + id + "'/>");
  }

  static String informeren(String id) {
    return blok(id, "informeren", eigenschappen("doel", "informeren", "ronde", "definitief",
        "aanlevertermijn", "5", "vastlegtermijn", "2") + IN);
  }

  static String stroom(String van, String naar) {
    return "<bpmn:sequenceFlow id='s_" + van + "_" + naar + "' name='Anders' sourceRef='" + van
        + "' targetRef='" + naar + "'/>";
  }

  static String stroom(String van, String naar, String voorwaarde) {
    return "<bpmn:sequenceFlow id='s_" + van + "_" + naar + "' name='Ja' sourceRef='" + van
        + "' targetRef='" + naar + "'><bpmn:conditionExpression"
        + " xsi:type='bpmn:tFormalExpression'>" + voorwaarde
        + "</bpmn:conditionExpression></bpmn:sequenceFlow>";
  }

  static String keten(String... ids) {
    StringBuilder tekst = new StringBuilder();
    for (int i = 1; i < ids.length; i++) {
      tekst.append(stroom(ids[i - 1], ids[i]));
    }
    return tekst.toString();
  }

  /** start, tekst, overleg, end: right in every way. */
  static String goed() {
    return route(start("begin") + tekst("tekst") + overleg("do") + einde("eind")
        + keten("begin", "tekst", "do", "eind"));
  }

  /** A loop back to the writers, with this condition. */
  static String metKeuze(String voorwaarde) {
    return route(start("begin") + samen("terug") + tekst("tekst") + overleg("do")
        + keuze("gw", "s_gw_eind") + einde("eind")
        + keten("begin", "terug", "tekst", "do", "gw", "eind")
        + stroom("gw", "terug", voorwaarde));
  }

  static byte[] bytes(String xml) {
    return xml.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] geleverd(String bestand) {
    try {
      return Files.readAllBytes(Path.of(bestand));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
