package nl.besluitroute.proces.route;

import static nl.besluitroute.proces.route.Tekening.*;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import nl.besluitroute.regio.Orgaansoort;
import nl.besluitroute.visie.Bloksoort;
import nl.besluitroute.visie.Doel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Camunda Modeler draws with the element templates is what the grammar reads. */
class SjablonenTest {

  private static final Toelatingslijst LIJST = Toelatingslijst.standaard();

  static List<JsonNode> sjablonen() throws Exception {
    return StreamSupport.stream(
            new ObjectMapper()
                .readTree(geleverd("bpmn/element-templates/besluitroute.json")).spliterator(), false)
        .toList();
  }

  private static Stream<JsonNode> velden(JsonNode sjabloon) {
    return StreamSupport.stream(sjabloon.path("properties").spliterator(), false);
  }

  private static String soort(JsonNode sjabloon) {
    return sjabloon.path("id").asText().replace("nl.besluitroute.", "");
  }

  @Test
  void elk_blok_heeft_een_sjabloon_en_elke_opsomming_klopt_met_de_grammatica() throws Exception {
    Set<String> soorten =
        Arrays.stream(Bloksoort.values()).map(Bloksoort::code).collect(Collectors.toSet());
    assertThat(sjablonen()).extracting(SjablonenTest::soort).containsExactlyInAnyOrderElementsOf(soorten);
    assertThat(LIJST.blokken().keySet()).isEqualTo(soorten);
    LIJST.blokken().values().forEach(blok -> blok.eigenschappen().forEach((naam, e) -> {
      if (naam.equals("doel")) {
        assertThat(e.keuze()).allMatch(d -> Doel.van(d).isPresent());
      }
      if (naam.equals("orgaansoort")) {
        assertThat(e.keuze()).containsExactlyInAnyOrderElementsOf(
            Orgaansoort.IN_ROUTES.stream().map(Orgaansoort::code).toList());
      }
    }));
  }

  @ParameterizedTest
  @MethodSource("sjablonen")
  void sjabloon_kent_dezelfde_eigenschappen_en_keuzes_als_de_lezer(JsonNode sjabloon) {
    Toelatingslijst.Blok blok = LIJST.blokken().get(soort(sjabloon));
    Set<String> namen = new TreeSet<>();
    velden(sjabloon)
        .filter(v -> v.path("binding").path("type").asText().equals("camunda:property"))
        .forEach(v -> {
          String naam = v.path("binding").path("name").asText();
          namen.add(naam);
          if (v.has("choices")) {
            assertThat(StreamSupport.stream(v.path("choices").spliterator(), false)
                    .map(c -> c.path("value").asText()))
                .containsExactlyInAnyOrderElementsOf(blok.eigenschappen().get(naam).keuze());
          }
        });
    assertThat(namen).isEqualTo(new TreeSet<>(blok.eigenschappen().keySet()));
  }

  /** Every choice once, the other fields at their default. */
  @ParameterizedTest
  @MethodSource("sjablonen")
  void wat_het_sjabloon_tekent_past_in_de_grammatica(JsonNode sjabloon) {
    List<String> tekeningen = new ArrayList<>();
    tekeningen.add(teken(sjabloon, "", ""));
    velden(sjabloon).filter(v -> v.has("choices")).forEach(v -> v.path("choices").forEach(
        keuze -> tekeningen.add(teken(sjabloon, v.path("binding").path("name").asText(),
            keuze.path("value").asText()))));
    for (String tekening : tekeningen) {
      assertThat(Routekeuring.van(bytes(tekening)).fouten()).as(tekening).isEmpty();
    }
  }

  private static String teken(JsonNode sjabloon, String veld, String keuze) {
    StringBuilder attributen = new StringBuilder();
    StringBuilder eigenschappen = new StringBuilder();
    StringBuilder koppelingen = new StringBuilder();
    velden(sjabloon).forEach(v -> {
      JsonNode binding = v.path("binding");
      String naam = binding.path("name").asText();
      String waarde = naam.equals(veld) && !veld.isEmpty() ? keuze : v.path("value").asText();
      if (waarde.isEmpty() && v.path("optional").asBoolean()) {
        return;
      }
      switch (binding.path("type").asText()) {
        case "property" -> attributen.append(" ").append(naam).append("='").append(waarde).append("'");
        case "camunda:property" -> eigenschappen.append("<camunda:property name='").append(naam)
            .append("' value='").append(waarde).append("'/>");
        case "camunda:in" -> koppelingen.append("<camunda:in source='").append(waarde)
            .append("' target='").append(binding.path("target").asText()).append("'/>");
        case "camunda:out" -> koppelingen.append("<camunda:out source='")
            .append(binding.path("source").asText()).append("' target='").append(waarde).append("'/>");
        default -> throw new IllegalStateException(binding.toString());
      }
    });
    return route(start("begin") + "<bpmn:callActivity id='blok' name='Blok' camunda:modelerTemplate='"
        + sjabloon.path("id").asText() + "' camunda:modelerTemplateVersion='"
        + sjabloon.path("version").asInt() + "'" + attributen
        + "><bpmn:extensionElements><camunda:properties>" + eigenschappen + "</camunda:properties>"
        + koppelingen + "</bpmn:extensionElements></bpmn:callActivity>" + einde("eind")
        + keten("begin", "blok", "eind"));
  }
}
