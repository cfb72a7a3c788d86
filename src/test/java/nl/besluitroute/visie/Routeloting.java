package nl.besluitroute.visie;

import java.util.EnumMap;
import java.util.Map;
import java.util.Random;

/**
 * Draws random routes from the grammar: sequences, parallel parts, ways back, detours and dates. Ids
 * say what a block is, so that two drawn routes share steps: {@code uo1} is the first uitvoeringsoverleg
 * in both.
 */
final class Routeloting {
  private enum Blok {
    KB, UO, DO, PF, T, P, INF
  }

  private final Random toeval;
  private final StringBuilder knopen = new StringBuilder();
  private final StringBuilder stromen = new StringBuilder();
  private final Map<Blok, Integer> aantal = new EnumMap<>(Blok.class);
  private int nummer;

  private Routeloting(Random toeval) {
    this.toeval = toeval;
  }

  /** @param raad whether the raden decide, else the colleges */
  static String teken(String sleutel, boolean raad, Random toeval) {
    return new Routeloting(toeval).route(sleutel, raad);
  }

  private String route(String sleutel, boolean raad) {
    knopen.append("<bpmn:startEvent id='begin' name='Begin'/>");
    String laatste = verbind("begin", blok(Blok.T));
    laatste = reeks(laatste, 2 + toeval.nextInt(3), 2);
    String wie = raad ? "raad" : "college";
    knopen.append(
        roep("lokaal", "lokaal", "doel", "vaststellen", "wieBesluit", wie, "ronde", "definitief", "aanlevertermijn", "5", "vastlegtermijn", "5")
            .replace("</bpmn:ext", "<camunda:out source='stand' target='stand_lokaal'/></bpmn:ext"));
    laatste = verbind(laatste, "lokaal");
    if (toeval.nextBoolean()) {
      knopen.append("<bpmn:exclusiveGateway id='gw_stand' name='Overal vastgesteld?' default='s_gw_stand_samenslot'/>");
      knopen.append("<bpmn:exclusiveGateway id='samenslot'/>");
      verbind(laatste, "gw_stand");
      verbind("gw_stand", "samenslot");
      knopen.append(
          roep("tweede", "tweede_ronde", "doel", "vaststellen", "wieBesluit", wie, "orgaansoort", "portefeuillehoudersoverleg", "ronde", "tweede", "aanlevertermijn", "5", "vastlegtermijn", "5"));
      verbind("gw_stand", "tweede", "stand_lokaal", "afwijkend");
      laatste = verbind("tweede", "samenslot");
    }
    knopen.append(roep("inf_slot", "informeren", "doel", "informeren", "ronde", "definitief", "aanlevertermijn", "5", "vastlegtermijn", "5"));
    laatste = verbind(laatste, "inf_slot");
    knopen.append("<bpmn:endEvent id='eind' name='Eind'/>");
    verbind(laatste, "eind");
    return "<?xml version='1.0' encoding='UTF-8'?><bpmn:definitions xmlns:bpmn='http://www.omg.org/spec/BPMN/20100524/MODEL'"
        + " xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xmlns:camunda='http://camunda.org/schema/1.0/bpmn'"
        + " id='definities' targetNamespace='https://besluitroute.nl/bpmn'><bpmn:process id='" + sleutel
        + "' name='Gelote route' isExecutable='true' camunda:historyTimeToLive='P3650D'>"
        + knopen + stromen + "</bpmn:process></bpmn:definitions>";
  }

  /** @return the last node, that has no flow out yet */
  private String reeks(String van, int lengte, int diepte) {
    String laatste = van;
    for (int i = 0; i < lengte; i++) {
      laatste =
          switch (diepte == 0 ? 0 : toeval.nextInt(9)) {
            case 1 -> terugweg(laatste, diepte);
            case 2 -> omweg(laatste);
            case 3, 4 -> parallel(laatste, diepte);
            case 5 -> moment(laatste);
            default -> verbind(laatste, blok(soort()));
          };
    }
    return laatste;
  }

  /** merge, blocks, overleg, and back to the merge when that says no. */
  private String terugweg(String van, int diepte) {
    String samen = "samen" + ++nummer;
    knopen.append("<bpmn:exclusiveGateway id='").append(samen).append("'/>");
    verbind(van, samen);
    String laatste = verbind(samen, blok(toeval.nextBoolean() ? Blok.T : Blok.UO));
    laatste = verbind(reeks(laatste, toeval.nextInt(2), diepte - 1), overleg());
    String overleg = laatste;
    String gw = "gw" + ++nummer;
    String verder = blok(soort());
    knopen.append("<bpmn:exclusiveGateway id='").append(gw).append("' name='Negatief?' default='s_").append(gw).append('_').append(verder).append("'/>");
    verbind(overleg, gw);
    verbind(gw, samen, "conclusie_" + overleg, "negatief");
    return verbind(gw, verder);
  }

  /** A block that only one answer leads along. */
  private String omweg(String van) {
    String overleg = verbind(van, overleg());
    String gw = "gw" + ++nummer;
    String samen = "samen" + ++nummer;
    knopen.append("<bpmn:exclusiveGateway id='").append(gw).append("' name='Niet nodig?' default='s_").append(gw).append('_').append(samen).append("'/>");
    knopen.append("<bpmn:exclusiveGateway id='").append(samen).append("'/>");
    verbind(overleg, gw);
    verbind(gw, samen);
    String anders = blok(Blok.DO);
    verbind(gw, anders, "conclusie_" + overleg, "nvt");
    verbind(anders, samen);
    return samen;
  }

  private String parallel(String van, int diepte) {
    String splits = "splits" + ++nummer;
    String samen = "bijeen" + nummer;
    knopen.append("<bpmn:parallelGateway id='").append(splits).append("'/><bpmn:parallelGateway id='").append(samen).append("'/>");
    verbind(van, splits);
    int takken = 2 + toeval.nextInt(2);
    for (int i = 0; i < takken; i++) {
      boolean leeg = i == 0 && toeval.nextInt(5) == 0;
      String laatste = leeg ? splits : verbind(splits, blok(soort()));
      verbind(leeg ? splits : reeks(laatste, toeval.nextInt(2), diepte - 1), samen);
    }
    return samen;
  }

  private String moment(String van) {
    String id = "moment" + ++nummer;
    knopen.append("<bpmn:intermediateCatchEvent id='").append(id).append("' name='Datum'><bpmn:timerEventDefinition id='")
        .append(id).append("_tijd'><bpmn:timeDate xsi:type='bpmn:tFormalExpression'>")
        .append(toeval.nextBoolean() ? "2026-01-05" : "2026-06-01")
        .append("</bpmn:timeDate></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>");
    return verbind(van, id);
  }

  private Blok soort() {
    return Blok.values()[toeval.nextInt(10) < 7 ? toeval.nextInt(4) : 4 + toeval.nextInt(3)];
  }

  private String overleg() {
    return blok(Blok.values()[toeval.nextInt(4)]);
  }

  private String blok(Blok soort) {
    String id = soort.name().toLowerCase() + aantal.merge(soort, 1, Integer::sum);
    knopen.append(
        switch (soort) {
          case T -> roep(id, "tekst", "ronde", "concept");
          case P -> roep(id, "participatie", "doel", "input_ophalen", "ronde", "concept");
          case INF -> roep(id, "informeren", "doel", "informeren", "ronde", "concept", "aanlevertermijn", "5", "vastlegtermijn", "5");
          case KB -> vergadering(id, "klankbordgroep");
          case UO -> vergadering(id, "uitvoeringsoverleg");
          case DO -> vergadering(id, "directie_overleg");
          case PF -> vergadering(id, "portefeuillehoudersoverleg");
        });
    return id;
  }

  private static String vergadering(String id, String orgaansoort) {
    return roep(id, "overleg", "doel", "adviseren", "orgaansoort", orgaansoort, "ronde", "concept", "aanlevertermijn", "5", "vastlegtermijn", "2")
        .replace("</bpmn:ext", "<camunda:out source='conclusie' target='conclusie_" + id + "'/></bpmn:ext");
  }

  private static String roep(String id, String soort, String... paren) {
    StringBuilder tekst = new StringBuilder("<bpmn:callActivity id='" + id + "' name='Stap " + id + "' calledElement='blok_" + soort
        + "' camunda:calledElementBinding='deployment'><bpmn:extensionElements><camunda:properties>");
    for (int i = 0; i < paren.length; i += 2) {
      tekst.append("<camunda:property name='").append(paren[i]).append("' value='").append(paren[i + 1]).append("'/>");
    }
    return tekst + "</camunda:properties><camunda:in source='visie' target='visie'/></bpmn:extensionElements></bpmn:callActivity>";
  }

  private String verbind(String van, String naar) {
    stromen.append("<bpmn:sequenceFlow id='s_").append(van).append('_').append(naar).append("' name='Anders' sourceRef='")
        .append(van).append("' targetRef='").append(naar).append("'/>");
    return naar;
  }

  private void verbind(String van, String naar, String feit, String waarde) {
    stromen.append("<bpmn:sequenceFlow id='s_").append(van).append('_').append(naar).append("_ja' name='Ja' sourceRef='")
        .append(van).append("' targetRef='").append(naar)
        .append("'><bpmn:conditionExpression xsi:type='bpmn:tFormalExpression'>${").append(feit).append(" == '").append(waarde)
        .append("'}</bpmn:conditionExpression></bpmn:sequenceFlow>");
  }
}
