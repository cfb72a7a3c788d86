package nl.besluitroute.proces.route;

import static nl.besluitroute.proces.route.Tekening.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.besluitroute.regio.Orgaansoort;
import nl.besluitroute.visie.Bloksoort;
import nl.besluitroute.visie.Doel;
import nl.besluitroute.visie.RouteGeweigerd;
import nl.besluitroute.visie.Routebevinding;
import nl.besluitroute.visie.RouteModel;
import nl.besluitroute.visie.RouteModel.Spoor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RoutekeuringTest {

  private static RouteModel model(String xml) {
    Routekeuring keuring = Routekeuring.van(bytes(xml));
    assertThat(keuring.fouten()).isEmpty();
    return keuring.eis();
  }

  // --- shipped routes

  @Test
  void route_raden_wordt_gelezen_zoals_hij_is_getekend() {
    RouteModel route = Routekeuring.van(geleverd("bpmn/route_raden.bpmn")).eis();
    assertThat(route.sleutel()).isEqualTo("route_raden");
    assertThat(route.blokken()).extracting(RouteModel.Blok::elementId)
        .containsExactly("tekst_concept", "participatie_partners", "klankbord_concept",
            "tekst_definitief", "uo_definitief", "do_definitief", "pfho_definitief", "lokaal",
            "tweede_ronde");
    assertThat(route.blokken()).filteredOn(b -> !b.gepland())
        .extracting(RouteModel.Blok::elementId).containsExactly("tweede_ronde");
    assertThat(route.blok("lokaal")).isEqualTo(new RouteModel.Blok("lokaal", "Gemeenteraden",
        Bloksoort.LOKAAL, Doel.VASTSTELLEN, Optional.empty(), Optional.empty(), "definitief", 10, 5,
        0, Optional.empty(), Optional.of("raad"), true));
    assertThat(route.blok("do_definitief").orgaansoort()).contains(Orgaansoort.DIRECTIE_OVERLEG);
    assertThat(route.voorgangers())
        .containsEntry("tekst_concept", List.of())
        .containsEntry("pfho_definitief", List.of("do_definitief"))
        .containsEntry("tweede_ronde", List.of("lokaal"));
    assertThat(route.keuzes()).containsExactlyInAnyOrder(
        new RouteModel.Keuze("gw_doNegatief", "Is het advies negatief?", "Ja",
            "do_definitief", "negatief", "tekst_definitief", true),
        new RouteModel.Keuze("gw_pfhoNegatief", "Wijst het PFHO de tekst af?", "Ja",
            "pfho_definitief", "negatief", "tekst_definitief", true),
        naarTweedeRonde("Afwijkend", "afwijkend"),
        naarTweedeRonde("Deels", "deels"),
        naarTweedeRonde("Niet", "niet"));
  }

  private static RouteModel.Keuze naarTweedeRonde(String antwoord, String stand) {
    return new RouteModel.Keuze("gw_stand", "Is dezelfde tekst overal vastgesteld?", antwoord,
        "lokaal", stand, "tweede_ronde", false);
  }

  @Test
  void route_colleges_houdt_zijn_parallelle_takken() {
    RouteModel route = Routekeuring.van(geleverd("bpmn/route_colleges.bpmn")).eis();
    assertThat(route.blokken()).allMatch(RouteModel.Blok::gepland)
        .extracting(RouteModel.Blok::elementId)
        .containsExactly("participatie_dialoog", "tekst_concept", "uo_concept", "do_concept",
            "pfho_concept", "webinar_raden", "participatie_concept", "tekst_definitief",
            "klankbord_definitief", "uo_definitief", "do_definitief", "pfho_definitief", "lokaal",
            "informeren");
    assertThat(route.voorgangers().get("uo_concept"))
        .containsExactlyInAnyOrder("participatie_dialoog", "tekst_concept");
    assertThat(route.voorgangers().get("do_definitief"))
        .containsExactlyInAnyOrder("klankbord_definitief", "uo_definitief");
    assertThat(route.voorgangers().get("lokaal"))
        .containsExactlyInAnyOrder("participatie_concept", "pfho_definitief");
    assertThat(route.spoor()).hasSize(8);
    assertThat(route.spoor().get(0)).isEqualTo(new Spoor.Parallel(List.of(
        List.of(new Spoor.Halte("participatie_dialoog")), List.of(new Spoor.Halte("tekst_concept")))));
    assertThat(route.spoor().get(5)).isEqualTo(new Spoor.Parallel(List.of(
        List.of(new Spoor.Halte("participatie_concept")),
        List.of(
            new Spoor.Halte("tekst_definitief"),
            new Spoor.Parallel(List.of(List.of(new Spoor.Halte("klankbord_definitief")),
                List.of(new Spoor.Halte("uo_definitief")))),
            new Spoor.Halte("do_definitief"),
            new Spoor.Halte("pfho_definitief")))));
  }

  // --- what is right

  @Test
  void gewone_route_keuze_datum_en_lege_tak_mogen() {
    model(goed());
    model(metKeuze("${conclusie_do == 'negatief'}"));
    RouteModel metDatum = model(route(start("begin") + tekst("tekst")
        + moment("wacht", "2027-03-18") + einde("eind") + keten("begin", "tekst", "wacht", "eind")));
    assertThat(metDatum.momenten())
        .containsExactly(new RouteModel.Moment("wacht", "Verkiezingen", "2027-03-18"));
    assertThat(metDatum.voorgangers()).containsEntry("wacht", List.of("tekst"));
    RouteModel legeTak = model(route(start("begin") + tekst("tekst") + parallel("p1") + overleg("do")
        + parallel("p2") + informeren("brief") + einde("eind")
        + keten("begin", "tekst", "p1", "do", "p2", "brief", "eind") + stroom("p1", "p2")));
    assertThat(legeTak.voorgangers()).containsEntry("brief", List.of("do"));
  }

  @Test
  void opmaak_in_een_naam_blijft_tekst() {
    RouteModel route = model(goed().replace("name='Blok do'",
        "name='&lt;script&gt;alert(1)&lt;/script&gt; =SOM(A1)'"));
    assertThat(route.blok("do").naam()).isEqualTo("<script>alert(1)</script> =SOM(A1)");
  }

  @Test
  void feit_uit_een_andere_tak_is_na_de_samenvoeging_bekend() {
    model(route(start("begin") + parallel("p1") + overleg("do") + overleg("uo") + parallel("p2")
        + keuze("gw", "s_gw_eind") + tekst("tekst") + einde("eind") + einde("eind2")
        + keten("begin", "p1", "do", "p2", "gw", "eind") + keten("p1", "uo", "p2")
        + stroom("gw", "tekst", "${conclusie_uo == 'negatief'}") + stroom("tekst", "eind2")));
  }

  @Test
  void eis_weigert_met_alle_zinnen() {
    assertThatThrownBy(() -> Routekeuring.van(bytes("geen xml")).eis())
        .isInstanceOf(RouteGeweigerd.class).hasMessageContaining("geen leesbare BPMN");
  }

  /** Two branches of two overleggen, then an overleg, then two branches more; with who overlaps whom. */
  private static String metOverlap(String... paren) {
    String route = route(start("begin") + parallel("p1") + tekst("kbtekst") + overleg("kb") + overleg("kb2")
        + overleg("uo") + overleg("uo2") + parallel("p2") + overleg("do") + parallel("p3")
        + overleg("pfho") + tekst("nog") + parallel("p4") + einde("eind")
        + keten("begin", "p1", "kbtekst", "kb", "kb2", "p2", "do", "p3", "pfho", "p4", "eind")
        + keten("p1", "uo", "uo2", "p2") + keten("p3", "nog", "p4"));
    for (int i = 0; i < paren.length; i += 2) {
      route = route.replaceFirst("(<bpmn:callActivity id='" + paren[i] + "' .*?)</camunda:properties>",
          "$1<camunda:property name='overlapt' value='" + paren[i + 1] + "'/></camunda:properties>");
    }
    return route;
  }

  @Test
  void overleg_mag_overlappen_met_een_overleg_in_een_andere_tak_en_de_volgorde_van_de_route_blijft() {
    RouteModel route = model(metOverlap("uo", "kb", "kb2", "uo2"));
    assertThat(route.blok("uo").overlapt()).contains("kb");
    assertThat(route.blok("kb2").overlapt()).contains("uo2");
    assertThat(route.blok("kb").overlapt()).isEmpty();
    assertThat(route.voorgangers()).isEqualTo(model(metOverlap()).voorgangers());
    assertThat(Routekeuring.van(geleverd("bpmn/route_colleges.bpmn")).eis().blok("uo_definitief").overlapt())
        .contains("klankbord_definitief");
  }

  // --- attacks

  private static final String RUN =
      "${''.getClass().forName('java.lang.Runtime').getRuntime().exec('id')}";

  static Stream<Arguments> aanvallen() {
    String goed = goed();
    String lang = "a".repeat(5000);
    return Stream.of(
        a("expressie in een voorwaarde", metKeuze(RUN.replace("'", "&apos;"))),
        a("voorwaarde met een aanhangsel", metKeuze("${conclusie_do == 'negatief' and true}")),
        a("voorwaarde met twee expressies",
            metKeuze("${conclusie_do == 'negatief'}${''.getClass()}")),
        a("voorwaarde met #", metKeuze("#{conclusie_do == 'negatief'}")),
        a("voorwaarde achter een vreemde spatie",
            metKeuze("&#x2003;${conclusie_do == 'negatief'}")),
        a("voorwaarde in een scripttaal", metKeuze("${conclusie_do == 'negatief'}")
            .replace("xsi:type='bpmn:tFormalExpression'",
                "xsi:type='bpmn:tFormalExpression' language='javascript'")),
        a("voorwaarde uit een bestand", metKeuze("${conclusie_do == 'negatief'}")
            .replace("xsi:type='bpmn:tFormalExpression'",
                "xsi:type='bpmn:tFormalExpression' camunda:resource='deployment://x.js'")),
        a("expressie in een naam", goed.replace("name='Blok do'", "name=\"" + RUN + "\"")),
        a("expressie in een naam, gecodeerd",
            goed.replace("name='Blok do'", "name='&#36;&#123;1+1}'")),
        a("expressie in documentatie", goed.replace("<bpmn:startEvent id='begin' name='Begin'/>",
            "<bpmn:startEvent id='begin' name='Begin'><bpmn:documentation>" + RUN
                + "</bpmn:documentation></bpmn:startEvent>")),
        a("expressie in documentatie, gesplitst door commentaar",
            goed.replace("<bpmn:startEvent id='begin' name='Begin'/>",
                "<bpmn:startEvent id='begin' name='Begin'><bpmn:documentation>$<!-- -->{1}"
                    + "</bpmn:documentation></bpmn:startEvent>")),
        a("expressie in een eigenschap", goed.replace("value='adviseren'", "value='${1}'")),
        a("bronexpressie in een koppeling", goed.replace(IN,
            "<camunda:in sourceExpression=\"" + RUN + "\" target='visie'/>")),
        a("expressie als bron", goed.replace(IN, "<camunda:in source='${1}' target='visie'/>")),
        a("alle variabelen doorgeven", goed.replace(IN, "<camunda:in variables='all'/>")),
        a("zakelijke sleutel als expressie",
            goed.replace(IN, IN + "<camunda:in businessKey='${x}'/>")),
        a("andere variabele overschrijven", goed.replace("target='conclusie_do'", "target='visie'")),
        a("scripttaak", goed.replace("<bpmn:endEvent", "<bpmn:scriptTask id='kwaad'"
            + " scriptFormat='groovy'><bpmn:script>1</bpmn:script></bpmn:scriptTask><bpmn:endEvent")),
        a("servicetaak met delegateExpression", goed.replace("<bpmn:endEvent",
            "<bpmn:serviceTask id='kwaad' camunda:delegateExpression='${x}'/><bpmn:endEvent")),
        a("servicetaak met klasse", goed.replace("<bpmn:endEvent",
            "<bpmn:serviceTask id='kwaad' camunda:class='java.lang.Runtime'/><bpmn:endEvent")),
        a("servicetaak met expressie", goed.replace("<bpmn:endEvent",
            "<bpmn:serviceTask id='kwaad' camunda:expression='${x}'/><bpmn:endEvent")),
        a("gebruikerstaak", goed.replace("<bpmn:endEvent",
            "<bpmn:userTask id='kwaad' camunda:assignee='demo'/><bpmn:endEvent")),
        a("regeltaak met DMN", goed.replace("<bpmn:endEvent",
            "<bpmn:businessRuleTask id='kwaad' camunda:decisionRef='x'/><bpmn:endEvent")),
        a("luisteraar op een blok", goed.replace(IN, IN
            + "<camunda:executionListener event='start' class='x.Y'/>")),
        a("luisteraar met script", goed.replace(IN, IN + "<camunda:executionListener event='start'>"
            + "<camunda:script scriptFormat='groovy'>1</camunda:script></camunda:executionListener>")),
        a("luisteraar op het proces", goed.replace("<bpmn:startEvent", "<bpmn:extensionElements>"
            + "<camunda:executionListener event='end' expression='x'/></bpmn:extensionElements>"
            + "<bpmn:startEvent")),
        a("luisteraar op een pijl", metKeuze("${conclusie_do == 'negatief'}").replace(
            "<bpmn:conditionExpression", "<bpmn:extensionElements><camunda:executionListener"
                + " class='x.Y'/></bpmn:extensionElements><bpmn:conditionExpression")),
        a("connector", goed.replace(IN, IN + "<camunda:connector><camunda:connectorId>http-connector"
            + "</camunda:connectorId></camunda:connector>")),
        a("invoer met script", goed.replace(IN, IN + "<camunda:inputOutput><camunda:inputParameter"
            + " name='x'><camunda:script scriptFormat='js'>1</camunda:script>"
            + "</camunda:inputParameter></camunda:inputOutput>")),
        a("variabelenkoppeling met klasse", goed.replace("calledElement='blok_overleg'",
            "calledElement='blok_overleg' camunda:variableMappingClass='x.Y'")),
        a("variabelenkoppeling met delegateExpression",
            goed.replace("calledElement='blok_overleg'", "calledElement='blok_overleg'"
                + " camunda:variableMappingDelegateExpression='${x}'")),
        a("ander proces aanroepen",
            goed.replace("calledElement='blok_overleg'", "calledElement='blok_gemeente'")),
        a("aan te roepen proces als expressie",
            goed.replace("calledElement='blok_overleg'", "calledElement='${x}'")),
        a("naamruimte van Activiti", goed.replace("xmlns:camunda='http://camunda.org/schema/1.0/bpmn'",
            "xmlns:camunda='http://activiti.org/bpmn'")),
        a("vreemde naamruimte", goed.replace("<bpmn:startEvent",
            "<x:y xmlns:x='urn:x'/><bpmn:startEvent")),
        a("tijd als expressie", route(start("begin") + tekst("tekst") + moment("wacht", "${now()}")
            + einde("eind") + keten("begin", "tekst", "wacht", "eind"))),
        a("startformulier", goed.replace("<bpmn:startEvent id='begin'",
            "<bpmn:startEvent id='begin' camunda:formKey='embedded:app:x.html'")),
        a("starter van buiten", goed.replace("isExecutable='true'",
            "isExecutable='true' camunda:candidateStarterGroups='demo'")),
        a("meervoudig blok", goed.replace("</bpmn:callActivity>",
            "<bpmn:multiInstanceLoopCharacteristics camunda:collection='${x}'/></bpmn:callActivity>")),
        a("deelproces", goed.replace("<bpmn:endEvent",
            "<bpmn:subProcess id='kwaad'/><bpmn:endEvent")),
        a("import", goed.replace("<bpmn:process",
            "<bpmn:import importType='x' location='http://x/y.wsdl' namespace='x'/><bpmn:process")),
        a("tweede proces dat een blok vervangt", goed.replace("</bpmn:definitions>",
            "<bpmn:process id='blok_tekst' isExecutable='true'/></bpmn:definitions>")),
        a("sleutel van een blok", goed.replace("id='route_proef'", "id='blok_tekst'")),
        a("sleutel van de wacht", goed.replace("id='route_proef'", "id='termijnwacht'")),
        a("externe entiteit", "<!DOCTYPE d [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
            + goed.substring(goed.indexOf("?>") + 2).replace("Proefroute", "&x;")),
        a("externe DTD", "<!DOCTYPE d SYSTEM 'http://127.0.0.1:9/x.dtd'>"
            + goed.substring(goed.indexOf("?>") + 2)),
        a("lege doctype", "<!DOCTYPE d>" + goed.substring(goed.indexOf("?>") + 2)),
        a("miljard lachen", "<!DOCTYPE d [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>"
            + "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'><!ENTITY e '&c;&c;&c;&c;&c;&c;&c;&c;'>]>"
            + goed.substring(goed.indexOf("?>") + 2).replace("Proefroute", "&e;")),
        a("verwerkingsopdracht", goed.replace("<bpmn:startEvent",
            "<?xml-stylesheet href='x'?><bpmn:startEvent")),
        a("te groot", goed.replace("Proefroute", "x".repeat(1_100_000))),
        a("te veel elementen", goed.replace("<bpmn:startEvent",
            "<bpmn:association/>".repeat(6000) + "<bpmn:startEvent")),
        a("te diep genest", kop("<bpmn:process>".repeat(5000) + "</bpmn:process>".repeat(5000))),
        a("te veel attribuut", goed.replace("targetNamespace='https://besluitroute.nl/bpmn'",
            "targetNamespace='" + lang + "'")),
        a("te lange documentatie", goed.replace("<bpmn:startEvent", "<bpmn:documentation>" + lang
            + "</bpmn:documentation><bpmn:startEvent")),
        a("naam met stuurteken", goed.replace("name='Blok do'", "name='a&#x9;b'")),
        a("naam met omkering van leesrichting", goed.replace("name='Blok do'", "name='a&#x202E;b'")),
        a("naam van 121 tekens", goed.replace("name='Blok do'", "name='" + "n".repeat(121) + "'")));
  }

  private static Arguments a(String naam, String xml) {
    return Arguments.of(naam, xml);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("aanvallen")
  void weigert_een_aanval(String naam, String xml) {
    Routekeuring keuring = Routekeuring.van(bytes(xml));
    assertThat(keuring.fouten()).isNotEmpty();
    assertThat(keuring.model()).isEmpty();
    assertThat(keuring.fouten()).allSatisfy(f -> assertThat(f.zin()).hasSizeLessThan(600).endsWith("."));
  }

  // --- rules

  static Stream<Arguments> fouten() {
    String goed = goed();
    String keuze = metKeuze("${conclusie_do == 'negatief'}");
    return Stream.of(
        f("niet uitvoerbaar", goed.replace("isExecutable='true'", "isExecutable='false'"),
            "route_proef", "zet Executable aan"),
        f("geen bewaartermijn", goed.replace(" camunda:historyTimeToLive='P3650D'", ""),
            "route_proef", "History time to live"),
        f("procesnaam leeg", goed.replace("Proefroute", ""), "route_proef", "heeft geen naam"),
        f("bloknaam leeg", goed.replace("name='Blok do'", "name=' '"), "do", "heeft geen naam"),
        f("kenmerk van blok met hoofdletter", goed.replace("'do'", "'Activity_1x'"), "Activity_1x",
            "begint met een kleine letter"),
        f("dubbel kenmerk", goed.replace("id='tekst'", "id='do'"), "do", "eigen kenmerk"),
        f("binding ontbreekt", goed.replace(" camunda:calledElementBinding='deployment'", ""),
            "tekst", "binding"),
        f("binding latest", goed.replace("'deployment'", "'latest'"), "tekst", "binding"),
        f("sjabloon van een ander blok", goed.replace("calledElement='blok_overleg'",
            "camunda:modelerTemplate='nl.besluitroute.lokaal' calledElement='blok_overleg'"), "do",
            "sjabloon van een ander blok"),
        f("onbekend blok", goed.replace("blok_overleg", "blok_overleggen"), "do",
            "geen bekend blok"),
        f("onbekend doel", goed.replace("value='adviseren'", "value='dwingen'"), "do",
            "kies uit: adviseren"),
        f("onbekende eigenschap", goed.replace("name='vastlegtermijn'", "name='termijn'"), "do",
            "onbekende eigenschap"),
        f("dubbele eigenschap", goed.replace("<camunda:property name='doel'",
            "<camunda:property name='doel' value='bespreken'/><camunda:property name='doel'"), "do",
            "meer dan eens"),
        f("termijn ontbreekt", goed.replace("<camunda:property name='aanlevertermijn' value='5'/>",
            ""), "do", "mist de eigenschap aanlevertermijn"),
        f("termijn negatief", goed.replace("value='5'", "value='-5'"), "do", "getal van 0 tot 999"),
        f("geen overleg genoemd", goed.replace(
            "<camunda:property name='orgaansoort' value='directie_overleg'/>", ""), "do",
            "noemt geen overleg"),
        f("visie niet doorgegeven", goed.replace(IN, ""), "tekst", "niet precies de visie"),
        f("uitkomst van blok zonder uitkomst", goed.replace(IN + "</bpmn:extensionElements>", IN
            + "<camunda:out source='stand' target='stand_x'/></bpmn:extensionElements>"), "tekst",
            "geen uitkomst"),
        f("uitkomst onder andere naam", goed.replace("target='conclusie_do'", "target='stand_do'"),
            "do", "begint met conclusie_"),
        f("uitkomst dubbel gebruikt", route(start("begin") + overleg("do") + overleg("uo")
            .replace("conclusie_uo", "conclusie_do") + einde("eind")
            + keten("begin", "do", "uo", "eind")), "uo", "die een ander blok al heeft"),
        f("twee starts", goed.replace("<bpmn:endEvent", start("nog") + "<bpmn:endEvent"),
            "route_proef", "precies één"),
        f("geen einde", route(start("begin") + tekst("tekst") + keten("begin", "tekst")),
            "route_proef", "geen eindgebeurtenis"),
        f("geen blok", route(start("begin") + einde("eind") + keten("begin", "eind")),
            "route_proef", "geen enkel blok"),
        f("losse pijl", goed.replace("targetRef='eind'", "targetRef='niets'"), "s_do_eind",
            "begint of eindigt nergens"),
        f("blok met twee uitgangen", goed.replace("</bpmn:process>", einde("eind2")
            + stroom("do", "eind2") + "</bpmn:process>"), "do", "precies één inkomende"),
        f("einde met twee ingangen", route(start("begin") + parallel("pp") + tekst("aa")
            + tekst("bb") + einde("eind") + keten("begin", "pp", "aa", "eind")
            + keten("pp", "bb", "eind")), "eind", "precies één inkomende pijl"),
        f("gateway die niets splitst", route(start("begin") + samen("gw") + tekst("tekst")
            + einde("eind") + keten("begin", "gw", "tekst", "eind")), "gw", "splitst niet"),
        f("onbereikbaar blok", goed.replace("</bpmn:process>", tekst("x1") + samen("g1")
            + keten("x1", "g1", "x1") + "</bpmn:process>"), "g1", "splitst niet"),
        f("onbereikbare kring", goed.replace("</bpmn:process>", tekst("x1") + tekst("x2")
            + keten("x1", "x2", "x1") + "</bpmn:process>"), "x1", "niet te bereiken"),
        f("geen standaardpijl", keuze.replace(" default='s_gw_eind'", ""), "gw",
            "geen standaardpijl"),
        f("standaardpijl van een ander", keuze.replace("default='s_gw_eind'",
            "default='s_do_gw'"), "gw", "geen standaardpijl"),
        f("standaardpijl met voorwaarde", keuze.replace(
            "<bpmn:sequenceFlow id='s_gw_eind' name='Anders' sourceRef='gw' targetRef='eind'/>",
            stroom("gw", "eind", "${conclusie_do == 'positief'}")), "s_gw_eind",
            "standaardpijl en heeft toch"),
        f("antwoord zonder voorwaarde", keuze.replaceAll("<bpmn:conditionExpression.*Expression>",
            ""), "s_gw_terug", "geen geldige voorwaarde"),
        f("antwoord zonder naam", keuze.replace("name='Ja'", "name=''"), "s_gw_terug",
            "heeft geen naam"),
        f("keuze zonder vraag", keuze.replace("name='Hoe verder?'", "name=''"), "gw",
            "heeft geen naam"),
        f("tweemaal dezelfde voorwaarde", keuze.replace("</bpmn:process>", tekst("nog")
            + einde("eind2") + stroom("gw", "nog", "${conclusie_do == 'negatief'}")
            + stroom("nog", "eind2") + "</bpmn:process>"), "s_gw_nog", "dezelfde voorwaarde"),
        f("voorwaarde buiten een keuze", goed.replace(stroom("do", "eind"),
            stroom("do", "eind", "${conclusie_do == 'positief'}")), "s_do_eind",
            "komt niet uit een keuze"),
        f("onbekend feit", metKeuze("${conclusie_xx == 'negatief'}"), "s_gw_terug",
            "geen blok dat op elke weg"),
        f("onmogelijke waarde", metKeuze("${conclusie_do == 'aangehouden'}"), "s_gw_terug",
            "dat kan niet"),
        f("feit van een later blok", route(start("begin") + tekst("tekst") + keuze("gw", "s_gw_do")
            + overleg("do") + einde("eind") + einde("eind2")
            + keten("begin", "tekst", "gw", "do", "eind")
            + stroom("gw", "eind2", "${conclusie_do == 'negatief'}")), "s_gw_eind2",
            "geen blok dat op elke weg"),
        f("feit van een blok dat kan zijn overgeslagen", route(start("begin") + overleg("do")
            + keuze("gw", "s_gw_uo") + overleg("uo") + samen("ss") + keuze("gw2", "s_gw2_eind")
            + einde("eind") + tekst("nog") + einde("eind2")
            + keten("begin", "do", "gw", "uo", "ss", "gw2", "eind")
            + stroom("gw", "ss", "${conclusie_do == 'nvt'}")
            + stroom("gw2", "nog", "${conclusie_uo == 'negatief'}") + stroom("nog", "eind2")),
            "s_gw2_nog", "geen blok dat op elke weg"),
        f("feit uit een tak die nog loopt", route(start("begin") + parallel("p1") + overleg("do")
            + tekst("tt") + keuze("gw", "s_gw_ss") + tekst("uu") + samen("ss") + parallel("p2")
            + einde("eind") + keten("begin", "p1", "do", "p2", "eind") + keten("p1", "tt", "gw", "ss",
                "p2") + stroom("gw", "uu", "${conclusie_do == 'negatief'}") + stroom("uu", "ss")),
            "s_gw_uu", "geen blok dat op elke weg"),
        f("kring op het geplande pad", metKeuze("${conclusie_do == 'negatief'}")
            .replace("default='s_gw_eind'", "default='s_gw_terug'")
            .replace(stroom("gw", "terug", "${conclusie_do == 'negatief'}"), stroom("gw", "terug"))
            .replace(stroom("gw", "eind"), stroom("gw", "eind", "${conclusie_do == 'positief'}")),
            null, "geplande pad in een kring"),
        f("kring zonder werk", route(start("begin") + overleg("do") + samen("terug")
            + informeren("brief") + keuze("gw", "s_gw_eind") + einde("eind")
            + keten("begin", "do", "terug", "brief", "gw", "eind")
            + stroom("gw", "terug", "${conclusie_do == 'negatief'}")), null, "niemand iets doet"),
        f("kring die haar eigen vraag niet opnieuw stelt", route(start("begin") + overleg("do")
            + samen("terug") + tekst("tekst") + keuze("gw", "s_gw_eind") + einde("eind")
            + keten("begin", "do", "terug", "tekst", "gw", "eind")
            + stroom("gw", "terug", "${conclusie_do == 'negatief'}")), "s_gw_terug",
            "steeds opnieuw"),
        f("parallel gesplitst, met X samengevoegd", route(start("begin") + parallel("pp")
            + tekst("a1") + tekst("b1") + samen("ss") + einde("eind")
            + keten("begin", "pp", "a1", "ss", "eind") + keten("pp", "b1", "ss")), "ss",
            "binnen dezelfde tak"),
        f("met X gesplitst, parallel samengevoegd", route(start("begin") + overleg("do")
            + keuze("gw", "s_gw_a1") + tekst("a1") + tekst("b1") + parallel("pp") + einde("eind")
            + keten("begin", "do", "gw", "a1", "pp", "eind")
            + stroom("gw", "b1", "${conclusie_do == 'negatief'}") + stroom("b1", "pp")), "pp",
            "niet door een parallelle gateway zijn gesplitst"),
        f("einde in een tak", route(start("begin") + parallel("pp") + tekst("a1") + tekst("b1")
            + einde("eind") + einde("eind2") + keten("begin", "pp", "a1", "eind")
            + keten("pp", "b1", "eind2")), null, "ligt in een parallelle tak"),
        f("twee wegen van één tak naar de samenvoeging", route(start("begin") + parallel("p1")
            + overleg("do") + tekst("a1") + keuze("gw", "s_gw_p2") + tekst("b1") + parallel("p2")
            + einde("eind") + keten("begin", "p1", "do", "gw", "p2", "eind")
            + keten("p1", "a1", "p2") + stroom("gw", "b1", "${conclusie_do == 'negatief'}")
            + stroom("b1", "p2")), "p2", "niet precies de takken samen"),
        f("terug uit een tak naar vóór de splitsing", route(start("begin") + samen("terug")
            + tekst("tt") + parallel("p1") + overleg("do") + tekst("a1") + keuze("gw", "s_gw_p2")
            + parallel("p2") + einde("eind")
            + keten("begin", "terug", "tt", "p1", "do", "gw", "p2", "eind")
            + keten("p1", "a1", "p2") + stroom("gw", "terug", "${conclusie_do == 'negatief'}")),
            "terug", "binnen dezelfde tak"),
        f("datum die niet bestaat", route(start("begin") + tekst("tekst")
            + moment("wacht", "2027-02-30") + einde("eind")
            + keten("begin", "tekst", "wacht", "eind")), "wacht", "kies een timer met een datum"),
        f("tijd als expressie", route(start("begin") + tekst("tekst") + moment("wacht", "${x}")
            + einde("eind") + keten("begin", "tekst", "wacht", "eind")), "wacht",
            "bevat een expressie"),
        f("luisteraar op een blok", goed.replace(IN, IN
            + "<camunda:executionListener event='start' class='x.Y'/>"), "do",
            "mag hier niet voorkomen (camunda:executionListener"),
        f("externe entiteit", "<!DOCTYPE d SYSTEM 'x'>" + goed.substring(goed.indexOf("?>") + 2),
            "", "DOCTYPE"),
        f("te diep", kop("<bpmn:process>".repeat(50) + "</bpmn:process>".repeat(50)), "",
            "te diep genest"),
        f("te veel", goed.replace("<bpmn:startEvent", "<bpmn:association/>".repeat(6000)
            + "<bpmn:startEvent"), "", "meer dan 5000 elementen"),
        f("overlap met een onbekend overleg", metOverlap("uo", "xx"), "uo", "dat komt in deze route niet"),
        f("overlap met iets dat geen kenmerk is", metOverlap("uo", "Klankbordgroep!"), "uo",
            "gebruik het kenmerk (Id)"),
        f("overlap met zichzelf", metOverlap("uo", "uo"), "uo", "overlapt met zichzelf"),
        f("overlap met een blok dat geen overleg is", metOverlap("uo", "kbtekst"), "uo",
            "(kbtekst), en dat is geen overleg"),
        f("overlap met een gateway", metOverlap("uo", "p1"), "uo", "(p1), en dat is geen overleg"),
        f("overlap met een overleg eerder in dezelfde tak", metOverlap("uo2", "uo"), "uo2",
            "niet in verschillende takken"),
        f("overlap met een overleg later in dezelfde tak", metOverlap("uo", "uo2"), "uo",
            "niet in verschillende takken"),
        f("overlap met een overleg na de takken", metOverlap("uo", "do"), "uo",
            "niet in verschillende takken"),
        f("overlap met een overleg in een tak van een andere splitsing", metOverlap("pfho", "kb"), "pfho",
            "niet in verschillende takken"),
        f("overlap over en weer", metOverlap("uo", "kb", "kb", "uo"), "uo", "zelf pas na dit overleg"),
        f("overlap in een kring langs andere stappen", metOverlap("uo", "kb2", "kb", "uo2"), "uo",
            "zelf pas na dit overleg"),
        f("overlap bij een blok dat geen overleg is", metOverlap("kbtekst", "uo"), "kbtekst",
            "onbekende eigenschap 'overlapt'"),
        f("gebeurtenis zonder datum", route(start("begin") + tekst("tekst")
            + "<bpmn:intermediateCatchEvent id='wacht' name='Wacht'/>" + einde("eind")
            + keten("begin", "tekst", "wacht", "eind")), "wacht", "kies een timer met een datum"));
  }

  private static Arguments f(String naam, String xml, String element, String deel) {
    return Arguments.of(naam, xml, element, deel);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("fouten")
  void noemt_element_en_herstel(String naam, String xml, String element, String deel) {
    List<Routebevinding> fouten = Routekeuring.van(bytes(xml)).fouten();
    assertThat(fouten).anySatisfy(f -> {
      assertThat(f.zin()).contains(deel);
      if (element != null) {
        assertThat(f.elementId()).isEqualTo(element);
        assertThat(f.zin()).contains(element);
      }
    });
  }
}
