package nl.besluitroute.proces.route;

import static nl.besluitroute.proces.route.Tekening.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import nl.besluitroute.ondersteuning.Databaseproef;
import nl.besluitroute.visie.RouteGeweigerd;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every attack on the running application's own engine, past page and use case: each is deployed
 * with all that a right route brings along, so that nothing but the attack is refused.
 */
class AanvallenIT extends Databaseproef {

  private static final String KWAAD = "${''.getClass().forName('java.lang.Runtime')}";

  private RepositoryService repository;

  @BeforeEach
  void engine() {
    repository = proef.engine.getRepositoryService();
  }

  private static Arguments tekening(String naam, String bpmn) {
    return Arguments.of(naam, "route_proef.bpmn", bytes(bpmn));
  }

  private static Arguments bestand(String naam, String bestandsnaam, String inhoud) {
    return Arguments.of(naam, bestandsnaam, bytes(inhoud));
  }

  private static Arguments ruw(String naam, byte[] bytes) {
    return Arguments.of(naam, "route_proef.bpmn", bytes);
  }

  private static String inBlok(String attribuut) {
    return goed().replace("calledElement='blok_overleg'", "calledElement='blok_overleg' " + attribuut);
  }

  private static String inProces(String inhoud) {
    return goed().replace("<bpmn:endEvent", inhoud + "<bpmn:endEvent");
  }

  private static String uitbreiding(String inhoud) {
    return goed().replace(IN, IN + inhoud);
  }

  private static String formulier(String component) {
    return "{\"type\":\"default\",\"id\":\"eigen\",\"schemaVersion\":16,\"components\":[" + component + "]}";
  }

  private static String beslistabel(String taal, String uitdrukking) {
    return "<definitions xmlns='https://www.omg.org/spec/DMN/20191111/MODEL/' id='d' name='d'"
        + " namespace='x'><decision id='kwaad' name='kwaad'><literalExpression id='l' expressionLanguage='"
        + taal + "'><text>" + uitdrukking + "</text></literalExpression></decision></definitions>";
  }

  static Stream<Arguments> expressies() {
    String met = metKeuze("${conclusie_do == 'negatief'}");
    return Stream.of(
        tekening("expressie: voorwaarde met methode", metKeuze(KWAAD.replace("'", "&apos;"))),
        tekening("expressie: voorwaarde met of", metKeuze("${conclusie_do == 'negatief' || true}")),
        tekening("expressie: voorwaarde met dubbele aanhalingstekens", metKeuze("${conclusie_do == \"negatief\"}")),
        tekening("expressie: voorwaarde op een ander feit", metKeuze("${execution == 'x'}")),
        tekening("expressie: voorwaarde met commentaar ertussen", metKeuze("${conclusie_do <!-- x -->== 'negatief'}${1}")),
        tekening("expressie: voorwaarde in CDATA", metKeuze("<![CDATA[" + KWAAD + "]]>")),
        tekening("expressie: uitgesteld, met #", metKeuze("#{conclusie_do == 'negatief'}")),
        tekening("expressie: standaardpijl", met.replace("default='s_gw_eind'", "default='${x}'")),
        tekening("expressie: calledElement", goed().replace("calledElement='blok_overleg'", "calledElement='${x}'")),
        tekening("expressie: versie van calledElement", inBlok("camunda:calledElementVersion='${x}'")),
        tekening("expressie: tenant van calledElement", inBlok("camunda:calledElementTenantId='${x}'")),
        tekening("expressie: caseRef", inBlok("camunda:caseRef='${x}'")),
        tekening("expressie: naam", goed().replace("name='Blok do'", "name=\"" + KWAAD + "\"")),
        tekening("expressie: naam met #", goed().replace("name='Blok do'", "name='#{x}'")),
        tekening("expressie: procesnaam", goed().replace("name='Proefroute'", "name='${x}'")),
        tekening("expressie: documentatie", inProces("<bpmn:documentation>" + KWAAD + "</bpmn:documentation>")),
        tekening("expressie: eigenschap", goed().replace("value='directie_overleg'", "value='${x}'")),
        tekening("expressie: versielabel", goed().replace("isExecutable='true'", "isExecutable='true' camunda:versionTag='${x}'")),
        tekening("expressie: bewaartermijn", goed().replace("'P3650D'", "'${x}'")),
        tekening("expressie: starters", goed().replace("isExecutable='true'", "isExecutable='true' camunda:candidateStarterUsers='${x}'")),
        tekening("expressie: prioriteit", inBlok("camunda:jobPriority='${x}'")),
        tekening("expressie: herhaling", inBlok("camunda:asyncBefore='true' camunda:failedJobRetryTimeCycle='${x}'")),
        tekening("expressie: datum", route(start("begin") + tekst("tekst") + moment("wacht", "${now()}")
            + einde("eind") + keten("begin", "tekst", "wacht", "eind"))),
        tekening("expressie: duur", route(start("begin") + tekst("tekst") + moment("wacht", "2027-01-01")
            .replace("timeDate", "timeDuration").replace("2027-01-01", "${x}") + einde("eind")
            + keten("begin", "tekst", "wacht", "eind"))),
        tekening("expressie: cyclus", route(start("begin") + tekst("tekst") + moment("wacht", "R/PT1S")
            .replace("timeDate", "timeCycle") + einde("eind") + keten("begin", "tekst", "wacht", "eind"))),
        tekening("expressie: toewijzing", inProces("<bpmn:userTask id='kwaad' camunda:assignee='${x}'/>")),
        tekening("expressie: kandidaatgroepen", inProces("<bpmn:userTask id='kwaad' camunda:candidateGroups='${x}'/>")),
        tekening("expressie: formKey", inProces("<bpmn:userTask id='kwaad' camunda:formKey='${x}'/>")),
        tekening("expressie: einddatum", inProces("<bpmn:userTask id='kwaad' camunda:dueDate='${x}'/>")),
        tekening("expressie: resultVariable", inProces("<bpmn:serviceTask id='kwaad' camunda:expression='${x}' camunda:resultVariable='y'/>")),
        tekening("expressie: invoer", uitbreiding("<camunda:inputOutput><camunda:inputParameter name='x'>${x}</camunda:inputParameter></camunda:inputOutput>")),
        tekening("expressie: uitvoer", uitbreiding("<camunda:inputOutput><camunda:outputParameter name='x'>${x}</camunda:outputParameter></camunda:inputOutput>")),
        tekening("expressie: invoer als lijst", uitbreiding("<camunda:inputOutput><camunda:inputParameter name='x'><camunda:list><camunda:value>${x}</camunda:value></camunda:list></camunda:inputParameter></camunda:inputOutput>")),
        tekening("expressie: bron van een koppeling", goed().replace(IN, "<camunda:in sourceExpression='${x}' target='visie'/>")),
        tekening("expressie: bron van een uitkomst", goed().replace("<camunda:out source='conclusie'", "<camunda:out sourceExpression='${x}'")),
        tekening("expressie: zakelijke sleutel", uitbreiding("<camunda:in businessKey='${x}'/>")),
        tekening("expressie: bericht", inProces("<bpmn:intermediateThrowEvent id='kwaad'><bpmn:messageEventDefinition camunda:expression='${x}'/></bpmn:intermediateThrowEvent>")),
        tekening("expressie: verzameling", goed().replace("</bpmn:callActivity>", "<bpmn:multiInstanceLoopCharacteristics camunda:collection='${x}'/></bpmn:callActivity>")));
  }

  static Stream<Arguments> programma() {
    String luister = "<camunda:executionListener event='start' ";
    return Stream.of(
        tekening("script: scripttaak", inProces("<bpmn:scriptTask id='kwaad' scriptFormat='groovy'><bpmn:script>1</bpmn:script></bpmn:scriptTask>")),
        tekening("script: scripttaak uit een bestand", inProces("<bpmn:scriptTask id='kwaad' scriptFormat='groovy' camunda:resource='deployment://x.groovy'/>")),
        tekening("script: voorwaarde", metKeuze("1").replace("xsi:type='bpmn:tFormalExpression'", "xsi:type='bpmn:tFormalExpression' language='groovy'")),
        tekening("script: voorwaarde in de taal van het bestand", metKeuze("${conclusie_do == 'negatief'}").replace("<bpmn:definitions", "<bpmn:definitions expressionLanguage='groovy'")),
        tekening("script: invoer", uitbreiding("<camunda:inputOutput><camunda:inputParameter name='x'><camunda:script scriptFormat='groovy'>1</camunda:script></camunda:inputParameter></camunda:inputOutput>")),
        tekening("luisteraar: klasse", uitbreiding(luister + "class='x.Y'/>")),
        tekening("luisteraar: expressie", uitbreiding(luister + "expression='${x}'/>")),
        tekening("luisteraar: delegateExpression", uitbreiding(luister + "delegateExpression='${x}'/>")),
        tekening("luisteraar: script", uitbreiding(luister + "><camunda:script scriptFormat='groovy'>1</camunda:script></camunda:executionListener>")),
        tekening("luisteraar: veld", uitbreiding(luister + "class='x.Y'><camunda:field name='x' expression='${x}'/></camunda:executionListener>")),
        tekening("luisteraar: op een taak", inProces("<bpmn:userTask id='kwaad'><bpmn:extensionElements><camunda:taskListener event='create' class='x.Y'/></bpmn:extensionElements></bpmn:userTask>")),
        tekening("luisteraar: op het proces", goed().replace("<bpmn:startEvent", "<bpmn:extensionElements>" + luister + "class='x.Y'/></bpmn:extensionElements><bpmn:startEvent")),
        tekening("connector", uitbreiding("<camunda:connector><camunda:connectorId>http-connector</camunda:connectorId></camunda:connector>")),
        tekening("servicetaak: klasse", inProces("<bpmn:serviceTask id='kwaad' camunda:class='x.Y'/>")),
        tekening("servicetaak: delegateExpression", inProces("<bpmn:serviceTask id='kwaad' camunda:delegateExpression='${stapBeginnen}'/>")),
        tekening("servicetaak: extern", inProces("<bpmn:serviceTask id='kwaad' camunda:type='external' camunda:topic='x'/>")),
        tekening("servicetaak: mail", inProces("<bpmn:sendTask id='kwaad' camunda:type='mail'/>")),
        tekening("servicetaak: shell", inProces("<bpmn:serviceTask id='kwaad' camunda:type='shell'/>")),
        tekening("beslistaak", inProces("<bpmn:businessRuleTask id='kwaad' camunda:decisionRef='x'/>")),
        tekening("variabelenkoppeling: klasse", inBlok("camunda:variableMappingClass='x.Y'")),
        tekening("variabelenkoppeling: delegateExpression", inBlok("camunda:variableMappingDelegateExpression='${x}'")),
        tekening("formulier: ingebed", goed().replace("<bpmn:startEvent id='begin'", "<bpmn:startEvent id='begin' camunda:formKey='embedded:app:x.html'")),
        tekening("formulier: naar buiten", inProces("<bpmn:userTask id='kwaad' camunda:formKey='https://voorbeeld.nl/x.html'/>")),
        tekening("formulier: velden", goed().replace("<bpmn:startEvent id='begin' name='Begin'/>", "<bpmn:startEvent id='begin' name='Begin'><bpmn:extensionElements><camunda:formData/></bpmn:extensionElements></bpmn:startEvent>")),
        tekening("deelproces", inProces("<bpmn:subProcess id='kwaad'/>")),
        tekening("transactie", inProces("<bpmn:transaction id='kwaad'/>")),
        tekening("blok zonder binding", goed().replace(" camunda:calledElementBinding='deployment'", "")),
        tekening("blok met de nieuwste binding", goed().replace("camunda:calledElementBinding='deployment'", "camunda:calledElementBinding='latest'")),
        tekening("blok dat een andere route aanroept", goed().replace("calledElement='blok_overleg'", "calledElement='route_raden'")),
        tekening("naamruimte: luisteraar onder een ander voorvoegsel", uitbreiding("<c:executionListener xmlns:c='http://camunda.org/schema/1.0/bpmn' event='start' class='x.Y'/>")),
        tekening("naamruimte: attribuut onder een ander voorvoegsel", goed().replace("calledElement='blok_overleg'", "xmlns:c='http://camunda.org/schema/1.0/bpmn' c:variableMappingClass='x.Y' calledElement='blok_overleg'")),
        tekening("naamruimte: Activiti", goed().replace("calledElement='blok_overleg'", "xmlns:a='http://activiti.org/bpmn' a:class='x.Y' calledElement='blok_overleg'")),
        tekening("naamruimte: taak in een vreemde naamruimte", inProces("<x:scriptTask xmlns:x='urn:x' id='kwaad' scriptFormat='groovy'><x:script>1</x:script></x:scriptTask>")),
        tekening("naamruimte: taak zonder naamruimte", inProces("<scriptTask id='kwaad' scriptFormat='groovy'/>")),
        tekening("naamruimte: vreemde hoofdnaamruimte", goed().replace("http://www.omg.org/spec/BPMN/20100524/MODEL", "http://www.omg.org/spec/BPMN/20100501/MODEL")));
  }

  static Stream<Arguments> xml() {
    String goed = goed();
    String romp = goed.substring(goed.indexOf("?>") + 2);
    String diep = "<bpmn:documentation>".repeat(20_000) + "</bpmn:documentation>".repeat(20_000);
    return Stream.of(
        tekening("xml: externe entiteit", "<!DOCTYPE d [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>" + romp.replace("Proefroute", "&x;")),
        tekening("xml: parameterentiteit", "<!DOCTYPE d [<!ENTITY % x SYSTEM 'http://127.0.0.1:9/x'> %x;]>" + romp),
        tekening("xml: externe DTD", "<!DOCTYPE d SYSTEM 'http://127.0.0.1:9/x.dtd'>" + romp),
        tekening("xml: interne DTD met standaardattribuut", "<!DOCTYPE d [<!ATTLIST d a CDATA 'b'>]>" + romp),
        tekening("xml: miljard lachen", "<!DOCTYPE d [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>"
            + "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'>]>" + romp.replace("Proefroute", "&c;")),
        tekening("xml: te groot", goed.replace("Proefroute", "x".repeat(1_100_000))),
        tekening("xml: te groot door commentaar", goed.replace("<bpmn:startEvent", "<!--" + "x".repeat(1_100_000) + "--><bpmn:startEvent")),
        tekening("xml: duizenden lagen diep", goed.replace("<bpmn:startEvent", diep + "<bpmn:startEvent")),
        tekening("xml: te veel elementen", goed.replace("<bpmn:startEvent", "<bpmn:association/>".repeat(6000) + "<bpmn:startEvent")),
        tekening("xml: te veel attributen", goed.replace("<bpmn:startEvent id='begin'", "<bpmn:startEvent id='begin'" + attributen(15_000))),
        tekening("xml: verwerkingsopdracht", goed.replace("<bpmn:startEvent", "<?php x?><bpmn:startEvent")),
        tekening("xml: stijlblad voor de wortel", goed.replace("?><bpmn:definitions", "?><?xml-stylesheet href='x'?><bpmn:definitions")),
        tekening("xml: xinclude", inProces("<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='file:///etc/passwd' parse='text'/>")),
        tekening("xml: schema elders", goed.replace("<bpmn:definitions", "<bpmn:definitions xsi:schemaLocation='urn:x http://127.0.0.1:9/x.xsd'")),
        tekening("xml: versie 1.1", goed.replace("version='1.0'", "version='1.1'")),
        tekening("xml: dubbel kenmerk", goed.replace("id='eind'", "id='tekst'")),
        tekening("xml: dubbel attribuut", goed.replace("calledElement='blok_overleg'", "calledElement='blok_overleg' calledElement='blok_tekst'")),
        tekening("xml: twee wortels", goed + romp),
        tekening("xml: leeg bestand", ""),
        tekening("xml: alleen tekst", "route"),
        ruw("codering: UTF-16", goed.replace("UTF-8", "UTF-16").getBytes(StandardCharsets.UTF_16)),
        ruw("codering: UTF-16 die UTF-8 heet", goed.getBytes(StandardCharsets.UTF_16)),
        ruw("codering: UTF-16 zonder merkteken", goed.getBytes(StandardCharsets.UTF_16LE)),
        ruw("codering: UTF-32", goed.replace("UTF-8", "UTF-32").getBytes(java.nio.charset.Charset.forName("UTF-32"))),
        ruw("codering: UTF-7", bytes(goed.replace("UTF-8", "UTF-7").replace("Proefroute", "+ACQAew-x+AH0-"))),
        ruw("codering: EBCDIC", goed.replace("UTF-8", "IBM037").getBytes(java.nio.charset.Charset.forName("IBM037"))),
        ruw("codering: Latijn-1", goed.replace("UTF-8", "ISO-8859-1").replace("Proefroute", "Co\u00F6rdinatie").getBytes(StandardCharsets.ISO_8859_1)),
        ruw("codering: Latijn-1 die UTF-8 heet", goed.replace("Proefroute", "Co\u00F6rdinatie").getBytes(StandardCharsets.ISO_8859_1)),
        ruw("codering: te lange UTF-8", vervang(bytes(goed.replace("Proefroute", "#{x}")), (byte) '#', new byte[] {(byte) 0xC0, (byte) 0xA3})),
        tekening("naam: stuurteken", goed.replace("name='Blok do'", "name='a&#x9;b'")),
        tekening("naam: nulteken", goed.replace("name='Blok do'", "name='a&#x0;b'")),
        tekening("naam: omkering van leesrichting", goed.replace("name='Blok do'", "name='a&#x202E;b'")),
        tekening("naam: onzichtbare tekens", goed.replace("name='Blok do'", "name='a&#x200B;b'")),
        tekening("naam: van 121 tekens", goed.replace("name='Blok do'", "name='" + "n".repeat(121) + "'")),
        tekening("kenmerk: opmaak", goed.replace("id='tekst'", "id='&lt;b>'")),
        tekening("kenmerk: pad", goed.replace("id='route_proef'", "id='route_../../x'")),
        tekening("sleutel: van een meegeleverde route", goed.replace("id='route_proef'", "id='route_raden'")),
        tekening("sleutel: van een blok", goed.replace("id='route_proef'", "id='blok_overleg'")));
  }

  private static String attributen(int aantal) {
    StringBuilder tekst = new StringBuilder();
    for (int i = 0; i < aantal; i++) {
      tekst.append(" a").append(i).append("='1'");
    }
    return tekst.toString();
  }

  private static byte[] vervang(byte[] bytes, byte teken, byte[] door) {
    var uit = new java.io.ByteArrayOutputStream();
    for (byte b : bytes) {
      uit.writeBytes(b == teken ? door : new byte[] {b});
    }
    return uit.toByteArray();
  }

  static Stream<Arguments> bestanden() {
    String blok = new String(geleverd("bpmn/blok_overleg.bpmn"), StandardCharsets.UTF_8);
    String formulier = new String(geleverd("forms/conclusie_vastleggen.form"), StandardCharsets.UTF_8);
    return Stream.of(
        bestand("blok: met een spatie erbij", "bpmn/blok_overleg.bpmn", blok + " "),
        bestand("blok: met een andere delegate", "blok_overleg.bpmn", blok.replace("${", "${kwaad.")),
        bestand("blok: onder een andere naam", "blok_kwaad.bpmn", blok.replace("blok_overleg", "blok_kwaad")),
        bestand("blok: als route", "route_kwaad.bpmn", blok.replace("id=\"blok_overleg\"", "id=\"route_kwaad\"")),
        bestand("route: als bpmn20.xml", "route_proef.bpmn20.xml", goed()),
        bestand("route: met hoofdletters in de extensie", "route_proef.BPMN", goed()),
        bestand("route: als xml", "route_proef.xml", goed()),
        bestand("blok: als bpmn20.xml", "blok_overleg.bpmn20.xml", blok),
        bestand("formulier: als bpmn", "conclusie_vastleggen.bpmn", formulier),
        bestand("dmn: in FEEL", "x.dmn", beslistabel("feel", "1")),
        bestand("dmn: in javascript", "x.dmn", beslistabel("javascript", "1")),
        bestand("dmn: in groovy", "x.dmn11.xml", beslistabel("groovy", "1")),
        bestand("dmn: in JUEL", "x.dmn10.xml", beslistabel("juel", "${1}")),
        bestand("cmmn", "x.cmmn", "<definitions/>"),
        bestand("cmmn: als xml", "x.cmmn11.xml", "<definitions/>"),
        bestand("formulier: gewone velden", "x.form", formulier("{\"type\":\"textfield\",\"key\":\"x\"}")),
        bestand("formulier: html", "x.form", formulier("{\"type\":\"html\",\"content\":\"<script>1</script>\"}")),
        bestand("formulier: kader", "x.form", formulier("{\"type\":\"iframe\",\"url\":\"https://voorbeeld.nl\"}")),
        bestand("formulier: script", "x.form", formulier("{\"type\":\"script\"}")),
        bestand("formulier: expressie", "x.form", formulier("{\"type\":\"expression\",\"expression\":\"=1\",\"key\":\"x\"}")),
        bestand("formulier: onbekende soort", "x.form", formulier("{\"type\":\"kwaad\"}")),
        bestand("formulier: kenmerk van een meegeleverd", "forms/conclusie_vastleggen.form", formulier.replace("\"label\"", "\"label\" ")),
        bestand("formulier: diep genest", "x.form", "[".repeat(100_000)),
        bestand("script: groovy", "x.groovy", "1"),
        bestand("script: javascript", "x.js", "1"),
        bestand("script: python", "x.py", "1"),
        bestand("pagina", "x.html", "<form/>"),
        bestand("klasse", "x.class", "x"),
        bestand("archief", "x.jar", "x"),
        bestand("processen.xml", "META-INF/processes.xml", "<process-application/>"),
        bestand("zonder extensie", "onbekend", "x"),
        bestand("pad naar buiten", "../../etc/passwd", "x"),
        bestand("naam met stuurtekens", "a\u202Eb\n.exe", "x"));
  }

  /** The list of the grammar's own tests, here through the engine. */
  static Stream<Arguments> vanDeGrammatica() {
    return RoutekeuringTest.aanvallen()
        .map(a -> tekening("grammatica: " + a.get()[0], (String) a.get()[1]));
  }

  private DeploymentBuilder meegeleverd(String behalve) {
    DeploymentBuilder uitrol = repository.createDeployment().name("aanval");
    for (String map : List.of("bpmn", "forms")) {
      for (File bestand : new File(map).listFiles(File::isFile)) {
        if (!bestand.getName().startsWith("route_") && !behalve.endsWith(bestand.getName())) {
          uitrol.addInputStream(
              bestand.getName(), new ByteArrayInputStream(geleverd(bestand.getPath())));
        }
      }
    }
    return uitrol;
  }

  private List<Long> stand() {
    return List.of(
        repository.createDeploymentQuery().count(),
        repository.createProcessDefinitionQuery().count(),
        repository.createDecisionDefinitionQuery().count(),
        repository.createCaseDefinitionQuery().count(),
        proef.jdbc.queryForObject("select count(*) from ACT_GE_BYTEARRAY", Long.class),
        proef.jdbc.queryForObject("select count(*) from ACT_RU_JOB", Long.class));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"expressies", "programma", "xml", "bestanden", "vanDeGrammatica"})
  void wordt_in_de_engine_geweigerd_en_laat_niets_achter(String naam, String bestandsnaam, byte[] inhoud) {
    List<Long> voor = stand();
    assertThatThrownBy(
            () ->
                meegeleverd(bestandsnaam)
                    .addInputStream(bestandsnaam, new ByteArrayInputStream(inhoud))
                    .deploy())
        .isInstanceOfSatisfying(
            RouteGeweigerd.class,
            e ->
                assertThat(e.zinnen())
                    .isNotEmpty()
                    .allSatisfy(zin -> assertThat(zin).endsWith(".").doesNotContainPattern("[\\p{Cntrl}\u202E]")));
    assertThat(stand()).isEqualTo(voor);
  }

  @Test
  void een_uitrol_zonder_alle_blokken_wordt_geweigerd_ook_van_een_meegeleverde_route() {
    List<Long> voor = stand();
    for (String route : List.of("bpmn/route_raden.bpmn", "bpmn/route_colleges.bpmn")) {
      assertThatThrownBy(
              () ->
                  meegeleverd("blok_gemeente.bpmn")
                      .addInputStream("route.bpmn", new ByteArrayInputStream(geleverd(route)))
                      .deploy())
          .isInstanceOf(RouteGeweigerd.class)
          .hasMessageContaining("voeg toe: blok_gemeente.bpmn");
    }
    assertThat(stand()).isEqualTo(voor);
  }

  @Test
  void een_uitrol_voor_een_tenant_wordt_geweigerd() {
    List<Long> voor = stand();
    assertThatThrownBy(
            () ->
                meegeleverd("")
                    .tenantId("regio")
                    .addInputStream("route_proef.bpmn", new ByteArrayInputStream(bytes(goed())))
                    .deploy())
        .isInstanceOf(RouteGeweigerd.class)
        .hasMessageContaining("tenant");
    assertThat(stand()).isEqualTo(voor);
  }

  @Test
  void een_model_uit_de_modelbouwer_en_een_archief_gaan_langs_dezelfde_wacht() throws Exception {
    List<Long> voor = stand();
    var model = org.camunda.bpm.model.bpmn.Bpmn.createExecutableProcess("route_kwaad")
        .startEvent().serviceTask().camundaExpression("${x}").endEvent().done();
    assertThatThrownBy(() -> repository.createDeployment().addModelInstance("route_kwaad.bpmn", model).deploy())
        .isInstanceOf(RouteGeweigerd.class);
    assertThatThrownBy(() -> repository.createDeployment().addString("x.bpmn", "<x/>").deploy())
        .isInstanceOf(RouteGeweigerd.class);
    var zip = new java.io.ByteArrayOutputStream();
    try (var uit = new java.util.zip.ZipOutputStream(zip)) {
      uit.putNextEntry(new java.util.zip.ZipEntry("x.groovy"));
      uit.write('1');
    }
    assertThatThrownBy(
            () ->
                repository.createDeployment()
                    .addZipInputStream(new java.util.zip.ZipInputStream(new ByteArrayInputStream(zip.toByteArray())))
                    .deploy())
        .isInstanceOf(RouteGeweigerd.class);
    assertThat(stand()).isEqualTo(voor);
  }

  /** What the attacks are drawn on is right itself, so that each is refused for what it adds. */
  @Test
  void zonder_aanval_komt_dezelfde_tekening_binnen() {
    for (String tekening : List.of(goed(), metKeuze("${conclusie_do == 'negatief'}"))) {
      var uitrol =
          meegeleverd("")
              .addInputStream("route_proef.bpmn", new ByteArrayInputStream(bytes(tekening)))
              .deploy();
      assertThat(repository.createProcessDefinitionQuery().deploymentId(uitrol.getId())
          .processDefinitionKey("route_proef").count()).isEqualTo(1);
      repository.deleteDeployment(uitrol.getId(), true);
    }
  }
}
