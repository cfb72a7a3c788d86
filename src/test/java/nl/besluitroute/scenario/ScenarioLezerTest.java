package nl.besluitroute.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Stream;
import nl.besluitroute.kalender.Feestdagen;
import nl.besluitroute.kalender.GeschrevenDatum;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.kalender.Werkdagen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScenarioLezerTest {

  private static final String BASIS =
      """
      {
        "versie": 1,
        "naam": "Proef",
        "regio": {"code": "XX01", "naam": "Proefregio", "gemeenten": [
          {"code": "GM0001", "naam": "Een"}, {"code": "GM0002", "naam": "Twee"}]},
        "organen": [{"id": "do", "naam": "Directie-overleg", "soort": "directie_overleg", "regio": "XX01"}],
        "deelnemers": ["GM0001", "GM0002"],
        "visie": {"id": "proef", "titel": "Proef", "gevraagdBesluit": "Vaststellen.",
          "looptijd": {"van": 2022, "tot": 2025}, "startdatum": "2021-01-04",
          "regel": "alle_raden", "regios": ["XX01"]},
        "route": "route_raden",
        "gebeurtenissen": [
      %s
        ]
      }
      """;
  private static final int EERSTE_GEBEURTENIS = 13;

  private final Klok klok = new Klok();
  private final ScenarioLezer lezer = new ScenarioLezer(klok, new Werkdagen(new Feestdagen()));

  @BeforeEach
  void zetKlok() {
    klok.zet(ZonedDateTime.of(2026, 5, 18, 9, 0, 0, 0, Klok.ZONE).toInstant());
  }

  @ParameterizedTest
  @ValueSource(strings = {"gooi-en-vechtstreek-2021", "eemland-2021"})
  void the_shipped_scenarios_are_read_and_invite_seven_municipalities(String naam) {
    Scenario scenario = meegeleverd(naam);

    assertThat(scenario.deelnemers()).hasSize(7);
    assertThat(scenario.gebeurtenissen())
        .isSortedAccordingTo((een, ander) -> een.kop().op().compareTo(ander.kop().op()));
    assertThat(scenario.verwachtingen()).isNotEmpty();
    assertThat(scenario.beschrijving()).contains("verzonnen");
  }

  @Test
  void the_opmerkingen_of_gooi_en_vechtstreek_give_the_words_of_the_document() {
    Scenario scenario = meegeleverd("gooi-en-vechtstreek-2021");
    List<Scenario.BehandelingRij> rijen =
        scenario.verwachtingen().stream()
            .flatMap(verwachting -> verwachting.behandeling().stream())
            .findFirst()
            .orElseThrow();

    assertThat(rijen).hasSize(5);
    assertThat("Positief. Opmerkingen: " + opmerkingen(scenario, "klankbord_definitief"))
        .isEqualTo(rijen.get(0).conclusie());
    assertThat("Positief. Opmerkingen: " + opmerkingen(scenario, "uo_definitief"))
        .isEqualTo(rijen.get(1).conclusie());
    assertThat(rijen.get(4))
        .isEqualTo(new Scenario.BehandelingRij("Sept/ Okt", "Colleges", "Besluiten", ""));
  }

  @Test
  void dates_of_a_planning_keep_their_words_and_get_the_year_of_the_start() {
    Scenario scenario = meegeleverd("gooi-en-vechtstreek-2021");

    assertThat(scenario.planning().get(1).datum())
        .isEqualTo(GeschrevenDatum.van("23 maart, 20 april", "{2021-03-23,2021-04-20}"));
    assertThat(scenario.planning().get(10).datum().edtf()).isEqualTo("2021-11");
  }

  @Test
  void relative_dates_count_from_today_in_days_and_in_working_days() {
    Scenario scenario =
        lees(
            vertrek("vandaag-14d", "GM0001"),
            toetreding("vandaag", "GM0001"),
            vertrek("vandaagT15:30", "GM0001"),
            toetreding("vandaag+1wd", "GM0001"),
            vertrek("vandaag+5wdT08:00", "GM0001"));

    assertThat(scenario.vandaag()).isEqualTo(LocalDate.of(2026, 5, 18));
    // Monday 25 May 2026 is Tweede Pinksterdag.
    assertThat(scenario.gebeurtenissen().stream().map(een -> een.kop().op()))
        .containsExactly(
            Instant.parse("2026-05-04T10:00:00Z"),
            Instant.parse("2026-05-18T10:00:00Z"),
            Instant.parse("2026-05-18T13:30:00Z"),
            Instant.parse("2026-05-19T10:00:00Z"),
            Instant.parse("2026-05-26T06:00:00Z"));
  }

  @Test
  void a_start_date_of_its_own_replaces_today() {
    Scenario scenario =
        lezer.lees(
            stroom(
                BASIS
                    .formatted(vertrek("vandaag-1wd", "GM0001"))
                    .replace("\"versie\": 1,", "\"versie\": 1, \"vandaag\": \"2021-09-06\",")));

    assertThat(scenario.gebeurtenissen().get(0).kop().op())
        .isEqualTo(Instant.parse("2021-09-03T10:00:00Z"));
  }

  @Test
  void an_event_without_a_time_follows_the_one_before_it_on_that_day() {
    Scenario scenario =
        lees(vertrek("2021-09-06T16:00", "GM0001"), toetreding("2021-09-06", "GM0001"));

    assertThat(scenario.gebeurtenissen().get(1).kop().op())
        .isEqualTo(Instant.parse("2021-09-06T14:00:00Z"));
  }

  static Stream<List<String>> gebreken() {
    return Stream.of(
        List.of(
            "{\"op\": \"2021-09-06\", \"soort\": \"vertrek\", \"door\": \"x\","
                + " \"gemeente\": \"GM0001\", \"reden\": \"r\", \"kleur\": \"rood\"}",
            "Het veld 'kleur' is hier onbekend"),
        List.of(besluit("2021-09-06", "GM0003"), "GM0003 neemt niet deel"),
        List.of(vertrek("2021-09-06", "GM0003"), "GM0003 neemt niet deel"),
        List.of(toetreding("2021-09-06", "GM0002"), "GM0002 doet al mee"),
        List.of(besluit("2021-09-06", "Utrecht"), "'Utrecht', geen gemeentecode zoals GM0376"),
        List.of(besluit("2021-09-31", "GM0001"), "De dag '2021-09-31' bestaat niet"),
        List.of(besluit("gisteren", "GM0001"), "geen moment zoals"),
        List.of(
            besluit("2021-09-06", "GM0001").replace("aangenomen", "conform"),
            "dat kan alleen zijn: aangenomen"),
        List.of(
            besluit("2021-09-06", "GM0001").replace("\"besluit\"", "\"feest\""),
            "dat kan alleen zijn: participatie"),
        List.of(
            besluit("2021-09-06", "GM0001")
                .replace("\"uitkomst\": \"aangenomen\"", "\"versie\": \"1\""),
            "mist het veld 'uitkomst'"),
        List.of(
            besluit("2021-09-06", "GM0001")
                .replace("}", ", \"dictum\": \"" + "x".repeat(10_001) + "\"}"),
            "langer dan 10000 tekens"),
        List.of("{}", "mist het veld 'soort'"),
        List.of("42", "is een getal, maar hoort een groep velden te zijn"),
        List.of(
            "{\"op\": \"2021-09-06\", \"soort\": \"datum\", \"door\": \"x\", \"stap\": \"lokaal\","
                + " \"datum\": \"binnenkort\", \"reden\": \"r\"}",
            "'binnenkort' is niet als datum te lezen"),
        List.of(
            "{\"op\": \"2021-09-06\", \"soort\": \"datum\", \"door\": \"x\", \"stap\": \"lokaal\","
                + " \"datum\": {\"tekst\": \"ooit\", \"edtf\": \"later\"}, \"reden\": \"r\"}",
            "'later' is geen datum volgens EDTF"),
        List.of(
            "{\"op\": \"2021-09-06\", \"soort\": \"verzending\", \"door\": \"x\", \"stap\": \"do\","
                + " \"orgaan\": \"po\", \"versie\": \"1\", \"verzonden_op\": \"2021-09-06\"}",
            "Het orgaan 'po' staat niet bij 'organen'"),
        List.of(
            "{\"op\": \"2021-09-06\", \"soort\": \"behandeling\", \"door\": \"x\", \"stap\":"
                + " \"do\", \"datum\": \"2021-09-06\", \"versie\": \"1\", \"conclusie\":"
                + " \"positief\"}",
            "mist het veld 'vervolg'"),
        List.of(
            "{\"op\": \"2021-09-06\", \"soort\": \"behandeling\", \"door\": \"x\", \"stap\":"
                + " \"do\", \"datum\": \"2021-09-06\", \"versie\": \"1\", \"conclusie\": \"nvt\","
                + " \"vervolg\": \"verder\"}",
            "mist het veld 'reden'"));
  }

  @ParameterizedTest
  @MethodSource("gebreken")
  void a_faulty_event_is_refused_with_its_line_and_one_sentence(List<String> gebrek) {
    ScenarioOnleesbaar fout = weiger(BASIS.formatted(gebrek.get(0)));

    assertThat(fout.fouten()).hasSize(1);
    assertThat(fout.fouten().get(0).regel()).isEqualTo(EERSTE_GEBEURTENIS);
    assertThat(fout.fouten().get(0).zin()).contains(gebrek.get(1));
  }

  @Test
  void an_event_out_of_order_is_refused_at_its_own_date() {
    ScenarioOnleesbaar fout =
        weiger(
            BASIS.formatted(
                String.join(
                    ",\n", vertrek("2021-09-06", "GM0001"), toetreding("2021-09-01", "GM0001"))));

    assertThat(fout.fouten())
        .singleElement()
        .satisfies(
            een -> {
              assertThat(een.regel()).isEqualTo(EERSTE_GEBEURTENIS + 1);
              assertThat(een.kolom()).isGreaterThan(1);
              assertThat(een.zin())
                  .contains("2021-09-01")
                  .contains("2021-09-06")
                  .contains("volgorde");
            });
  }

  @Test
  void a_municipality_that_left_decides_no_more_but_what_it_decided_before_is_still_recorded() {
    String voor =
        besluit("2021-09-07", "GM0001")
            .replace("\"datum\": \"2021-09-07\"", "\"datum\": \"2021-09-03\"");
    assertThat(lees(vertrek("2021-09-06", "GM0001"), voor).gebeurtenissen()).hasSize(2);

    ScenarioOnleesbaar fout =
        weiger(
            BASIS.formatted(
                vertrek("2021-09-06", "GM0001") + "," + besluit("2021-09-07", "GM0001")));
    assertThat(fout.fouten().get(0).zin()).contains("sinds 2021-09-06 niet meer");
  }

  @Test
  void an_unknown_field_at_the_top_is_refused_with_its_place() {
    ScenarioOnleesbaar fout =
        weiger(
            BASIS
                .formatted("")
                .replace("\"naam\": \"Proef\",", "\"naam\": \"Proef\", \"kleur\": 1,"));

    assertThat(fout.fouten())
        .containsExactly(new ScenarioOnleesbaar.Fout(3, 29, "Het veld 'kleur' is hier onbekend"));
  }

  @Test
  void a_body_is_of_a_kind_that_its_region_or_municipality_can_have() {
    String organen = "\"organen\": [";
    String staf = "{\"id\": \"staf\", \"naam\": \"Staf\", \"soort\": \"wethoudersstaf\", \"%s\": \"%s\"}, ";
    String overleg = "{\"id\": \"uo\", \"naam\": \"UO\", \"soort\": \"uitvoeringsoverleg\", \"gemeente\": \"GM0001\"}, ";
    assertThat(
            weiger(
                    BASIS.formatted("")
                        .replace(organen, organen + staf.formatted("regio", "XX01") + overleg))
                .fouten())
        .extracting(ScenarioOnleesbaar.Fout::zin)
        .containsExactly(
            "Een regio heeft geen wethoudersstaf; een gemeente wel",
            "Een gemeente heeft geen uitvoeringsoverleg; een regio wel");
    assertThat(
            lezer
                .lees(stroom(BASIS.formatted("").replace(organen, organen + staf.formatted("gemeente", "GM0001"))))
                .organen())
        .extracting(Scenario.Orgaan::id)
        .containsExactly("staf", "do");
  }

  @Test
  void a_field_that_stands_twice_is_refused() {
    ScenarioOnleesbaar fout =
        weiger(BASIS.formatted("").replace("\"versie\": 1,", "\"versie\": 1, \"versie\": 1,"));

    assertThat(fout.fouten().get(0).regel()).isEqualTo(2);
    assertThat(fout.fouten().get(0).zin()).isEqualTo("Het veld 'versie' staat er twee keer");
  }

  @Test
  void broken_json_is_refused_with_the_line_where_it_breaks() {
    assertThat(weiger("{\n  \"versie\": 1,\n  naam\n}").fouten())
        .singleElement()
        .satisfies(
            fout -> {
              assertThat(fout.regel()).isEqualTo(3);
              assertThat(fout.zin()).isEqualTo("Hier is het bestand geen geldige JSON");
            });
    assertThat(weiger("{\n  \"versie\": 1,\n").getMessage()).contains("houdt op voordat");
    assertThat(weiger("").getMessage()).contains("leeg");
    assertThat(weiger("[]").getMessage()).contains("begint met {");
    assertThat(weiger(BASIS.formatted("") + "{}").getMessage()).contains("Na het scenario");
    assertThat(weiger("{\"a\":".repeat(500)).getMessage()).contains("genest");
    assertThat(weiger("{\"" + "x".repeat(300_000) + "\": 1}").getMessage()).contains("te lang");
    assertThat(weiger("{\"versie\": " + "1".repeat(3_000) + "}").getMessage())
        .containsAnyOf("te lang", "hooguit 9 cijfers");
    assertThat(weiger("{\"versie\": 1.5}").getMessage()).contains("geheel getal");
    assertThat(weiger("{\"naam\": \"" + "x".repeat(300_000) + "\"}").getMessage())
        .contains("langer dan 200 tekens");
    assertThat(weiger(BASIS.formatted("").replace("2022", "1e999999999")).getMessage())
        .contains("regel 9")
        .contains("geheel getal");
  }

  @Test
  void a_million_events_are_refused_with_a_clear_sentence() {
    String miljoen = "{},".repeat(1_000_000);
    ScenarioOnleesbaar fout = weiger(BASIS.formatted(miljoen.substring(0, miljoen.length() - 1)));

    assertThat(fout.fouten())
        .singleElement()
        .satisfies(
            een ->
                assertThat(een.zin())
                    .isEqualTo(
                        "Het bestand heeft te veel gebeurtenissen; een scenario is hooguit 10 MB en"
                            + " 10.000 gebeurtenissen groot"));
  }

  @Test
  void ten_thousand_events_are_read() {
    String[] alle = new String[10_000];
    for (int i = 0; i < alle.length; i++) {
      alle[i] = i % 2 == 0 ? vertrek("2021-09-06", "GM0001") : toetreding("2021-09-06", "GM0001");
    }
    assertThat(lees(alle).gebeurtenissen()).hasSize(10_000);
  }

  @Test
  void a_file_of_more_than_10_MB_is_refused_unread(@TempDir Path map) throws IOException {
    Path groot = map.resolve("groot.json");
    Files.writeString(groot, " ".repeat(ScenarioLezer.MAXIMUM_BYTES) + "{}");

    ScenarioOnleesbaar fout =
        catchThrowableOfType(ScenarioOnleesbaar.class, () -> lezer.lees(groot));
    assertThat(fout.getMessage()).contains("groter dan 10 MB");
  }

  @Test
  void a_file_that_is_absent_a_directory_or_no_text_is_refused(@TempDir Path map)
      throws IOException {
    Path binair = map.resolve("binair.json");
    Files.write(binair, new byte[] {'{', (byte) 0xC3, (byte) 0x28, '}'});

    assertThat(catchThrowableOfType(ScenarioOnleesbaar.class, () -> lezer.lees(map)).getMessage())
        .contains("map");
    assertThat(
            catchThrowableOfType(
                    ScenarioOnleesbaar.class, () -> lezer.lees(map.resolve("geen.json")))
                .getMessage())
        .contains("bestaat niet");
    assertThat(
            catchThrowableOfType(ScenarioOnleesbaar.class, () -> lezer.lees(binair)).getMessage())
        .contains("UTF-8");
  }

  @Test
  void a_route_beside_the_scenario_is_found_and_nothing_outside_its_directory(@TempDir Path map)
      throws IOException {
    String eigen = BASIS.formatted("").replace("\"route_raden\"", "{\"bestand\": \"eigen.bpmn\"}");
    Path bestand = map.resolve("scenario.json");
    Files.writeString(bestand, eigen);

    assertThat(
            catchThrowableOfType(ScenarioOnleesbaar.class, () -> lezer.lees(bestand)).getMessage())
        .contains("geen bestand 'eigen.bpmn'");
    Files.writeString(map.resolve("eigen.bpmn"), "<definitions/>");
    assertThat(lezer.lees(bestand).route().bestand()).contains(map.resolve("eigen.bpmn"));
    assertThat(weiger(eigen.replace("eigen.bpmn", "../eigen.bpmn")).getMessage())
        .contains("naam van een .bpmn-bestand naast het scenario");
  }

  @Test
  void every_fault_is_reported_in_the_order_of_the_file_up_to_fifty() {
    String fout = "{\"soort\": \"vertrek\"}";
    ScenarioOnleesbaar onleesbaar = weiger(BASIS.formatted((fout + ",\n").repeat(100) + fout));

    assertThat(onleesbaar.fouten()).hasSize(51);
    assertThat(onleesbaar.fouten())
        .isSortedAccordingTo((een, ander) -> Integer.compare(een.regel(), ander.regel()));
    assertThat(onleesbaar.fouten().get(50).zin()).contains("nog").contains("fouten");
  }

  @Test
  void form_data_uses_the_keys_of_the_forms_and_leaves_out_what_is_absent() {
    Gebeurtenis.Behandeling behandeling =
        meegeleverd("gooi-en-vechtstreek-2021").gebeurtenissen().stream()
            .filter(Gebeurtenis.Behandeling.class::isInstance)
            .map(Gebeurtenis.Behandeling.class::cast)
            .filter(een -> een.conclusie().equals("aangehouden"))
            .findFirst()
            .orElseThrow();

    assertThat(behandeling.invoer())
        .containsOnlyKeys(
            "datum", "versie", "conclusie", "volgende_datum", "voorbehouden", "opmerkingen")
        .containsEntry("volgende_datum", GeschrevenDatum.van("20 april", "2021-04-20"));
  }

  @Test
  void the_schema_is_strict_at_every_object() throws IOException {
    JsonNode schema;
    try (InputStream stroom =
        getClass().getClassLoader().getResourceAsStream(ScenarioLezer.SCHEMA)) {
      schema = new ObjectMapper().readTree(stroom);
    }
    assertThat(
            com.networknt.schema.JsonSchemaFactory.getInstance(
                    com.networknt.schema.SpecVersion.VersionFlag.V202012)
                .getSchema(
                    com.networknt.schema.SchemaLocation.of(
                        "https://json-schema.org/draft/2020-12/schema"))
                .validate(schema))
        .isEmpty();
    assertThat(schema.get("$id").asText()).isEqualTo("urn:besluitroute:scenario:1");
    schema
        .findParents("required")
        .forEach(
            deel -> {
              if (deel.path("properties").size() > 1) {
                assertThat(deel.path("additionalProperties").asBoolean(true))
                    .as(deel.toString())
                    .isFalse();
              }
            });
  }

  private Scenario meegeleverd(String naam) {
    return lezer.lees(
        getClass().getClassLoader().getResourceAsStream("scenarios/" + naam + ".json"));
  }

  private Scenario lees(String... gebeurtenissen) {
    return lezer.lees(stroom(BASIS.formatted(String.join(",\n", gebeurtenissen))));
  }

  private ScenarioOnleesbaar weiger(String tekst) {
    ScenarioOnleesbaar fout =
        catchThrowableOfType(ScenarioOnleesbaar.class, () -> lezer.lees(stroom(tekst)));
    assertThat(fout).as("refused").isNotNull();
    return fout;
  }

  private static InputStream stroom(String tekst) {
    return new ByteArrayInputStream(tekst.getBytes(StandardCharsets.UTF_8));
  }

  /** The opmerkingen of a step as Behandeling words them: note before the closing full stop. */
  private static String opmerkingen(Scenario scenario, String stap) {
    List<String> teksten = new java.util.ArrayList<>();
    for (Gebeurtenis een : scenario.gebeurtenissen()) {
      if (een instanceof Gebeurtenis.Behandeling behandeling && behandeling.stap().equals(stap)) {
        behandeling.opmerkingen().forEach(opmerking -> teksten.add(opmerking.tekst()));
      }
      if (een instanceof Gebeurtenis.Antwoord antwoord && antwoord.stap().equals(stap)) {
        String noot = " (" + antwoord.tekst().orElseThrow() + ")";
        teksten.set(
            antwoord.opmerking() - 1,
            teksten.get(antwoord.opmerking() - 1).replaceFirst("(\\.?)$", noot + "$1"));
      }
    }
    return String.join(" ", teksten);
  }

  private static String vertrek(String op, String gemeente) {
    return gebeurtenis("vertrek", op, gemeente).put("reden", "r").toString();
  }

  private static String toetreding(String op, String gemeente) {
    return gebeurtenis("toetreding", op, gemeente).put("reden", "r").toString();
  }

  private static String besluit(String op, String gemeente) {
    return ("{\"op\": \"%s\", \"soort\": \"besluit\", \"door\": \"x\", \"gemeente\": \"%s\","
            + " \"orgaansoort\": \"raad\", \"datum\": \"%s\", \"uitkomst\": \"aangenomen\"}")
        .formatted(op, gemeente, op.matches("\\d{4}-09-0\\d") ? op : "2021-09-06");
  }

  private static ObjectNode gebeurtenis(String soort, String op, String gemeente) {
    return new ObjectMapper()
        .createObjectNode()
        .put("op", op)
        .put("soort", soort)
        .put("door", "secretaris")
        .put("gemeente", gemeente);
  }
}
