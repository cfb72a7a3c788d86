package nl.besluitroute.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import nl.besluitroute.ondersteuning.Databaseproef;
import nl.besluitroute.vergaderschema.Moment;
import nl.besluitroute.vergaderschema.Vergaderdatum;
import nl.besluitroute.vergaderschema.Vergaderschema;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The scenario event 'vergadering', and the year of meetings of a demo's bodies. */
class SchemaspelerIT extends Databaseproef {
  private static final String SCENARIO =
      """
      {
        "versie": 1, "naam": "Schema", "vandaag": "2026-05-18",
        "regio": {"code": "XS01", "naam": "Schemaproef", "gemeenten": [{"code": "GM8801", "naam": "Eerst"}]},
        "organen": [
          {"id": "xs-kg", "naam": "Ambtelijke klankbordgroep", "soort": "klankbordgroep", "regio": "XS01"},
          {"id": "xs-uo", "naam": "Uitvoeringsoverleg", "soort": "uitvoeringsoverleg", "regio": "XS01"},
          {"id": "xs-do", "naam": "Directie-overleg", "soort": "directie_overleg", "regio": "XS01"},
          {"id": "xs-pfho", "naam": "Portefeuillehoudersoverleg", "soort": "portefeuillehoudersoverleg", "regio": "XS01"},
          {"id": "raad-gm8801", "naam": "Raad Eerst", "soort": "raad", "gemeente": "GM8801"}],
        "deelnemers": ["GM8801"],
        "visie": {"id": "%s", "titel": "Schema", "gevraagdBesluit": "Vaststellen.",
          "looptijd": {"van": 2027, "tot": 2030}, "startdatum": "2026-01-05", "regel": "alle_raden", "regios": ["XS01"]},
        "route": "route_raden",
        "gebeurtenissen": [%s],
        "verwachtingen": [%s]
      }
      """;

  @Autowired ScenarioLezer lezer;
  @Autowired ScenarioSpeler speler;
  @Autowired Schemaspeler schemas;
  @Autowired Vergaderschema schema;

  private Uitslag speel(String id, String gebeurtenissen) {
    return speel(id, gebeurtenissen, "");
  }

  private Uitslag speel(String id, String gebeurtenissen, String verwachtingen) {
    proef.zet(LocalDate.of(2026, 5, 18));
    String tekst = SCENARIO.formatted(id, gebeurtenissen, verwachtingen);
    return speler.speel(
        lezer.lees(new ByteArrayInputStream(tekst.getBytes(StandardCharsets.UTF_8))), Optional.empty());
  }

  private List<Moment> gepland(String orgaan, LocalDate van, LocalDate tot) {
    return schema.gepland(List.of(orgaan), van, tot).getOrDefault(orgaan, List.of()).stream()
        .map(Vergaderdatum::moment)
        .toList();
  }

  @Test
  void een_vergadering_komt_erbij_verplaatst_en_vervalt() {
    Uitslag uitslag =
        speel(
            "schema-een",
            """
            {"op": "2026-01-06", "soort": "vergadering", "door": "secretaris", "orgaan": "xs-do", "dag": "2026-02-03", "aanvang": "14:00"},
            {"op": "2026-01-06", "soort": "vergadering", "door": "secretaris", "orgaan": "xs-do", "dag": "2026-02-17", "titel": "Extra"},
            {"op": "2026-01-07", "soort": "vergadering", "door": "griffier", "orgaan": "raad-gm8801", "dag": "2026-02-12"},
            {"op": "2026-01-20", "soort": "vergadering", "door": "secretaris", "orgaan": "xs-do", "dag": "2026-02-03", "naar": "2026-02-05", "reden": "Zaal bezet."},
            {"op": "2026-01-21", "soort": "vergadering", "door": "secretaris", "orgaan": "xs-do", "dag": "2026-02-17", "vervalt": true, "reden": "Geen punten."}
            """);
    assertThat(uitslag.afgebroken()).isEmpty();
    LocalDate begin = LocalDate.of(2026, 1, 1);
    assertThat(gepland("xs-do", begin, begin.plusMonths(2))).containsExactly(new Moment(LocalDate.of(2026, 2, 5), LocalTime.of(14, 0)));
    assertThat(gepland("raad-gm8801", begin, begin.plusMonths(2))).containsExactly(new Moment(LocalDate.of(2026, 2, 12), null));
  }

  @Test
  void wat_niet_kan_breekt_het_scenario_af_met_een_zin() {
    assertThat(speel("schema-twee", "{\"op\": \"2026-01-06\", \"soort\": \"vergadering\", \"door\": \"secretaris\", \"orgaan\": \"xs-do\", \"dag\": \"2026-01-05\"}").afgebroken().orElseThrow())
        .contains("vergadering: Deze dag is al geweest");
    assertThat(speel("schema-drie", "{\"op\": \"2026-01-06\", \"soort\": \"vergadering\", \"door\": \"secretaris\", \"orgaan\": \"xs-do\", \"dag\": \"2026-04-07\", \"vervalt\": true, \"reden\": \"Nee.\"}").afgebroken().orElseThrow())
        .contains("Op deze dag is er geen vergadering");
  }

  @Test
  void wat_een_plan_anders_zegt_dan_verwacht_staat_stuk_voor_stuk_in_de_uitslag() {
    Uitslag uitslag =
        speel(
            "schema-plan",
            "",
            """
            {"op": "2026-01-07", "plan": {"einde": "2026-01-07", "haalbaar": false, "streefdatumGehaald": true,
              "bepalend": ["Raad Elders"], "meldingen": ["een zin die er niet staat"],
              "stappen": [
                {"stap": "do_definitief", "gepland": "2026-01-07", "uiterlijk": "2026-01-08", "aanleveren": "2026-01-09"},
                {"stap": "lokaal", "gemeente": "GM8802", "orgaansoort": "raad", "gepland": "2026-03-05"}]}},
            {"op": "2026-01-07", "plan": {"haalbaar": true, "bepalend": ["Raad Eerst"]}}
            """);
    assertThat(uitslag.afgebroken()).isEmpty();
    assertThat(uitslag.toetsen()).extracting(Uitslag.Toets::gehaald).containsExactly(false, true);
    assertThat(uitslag.toetsen().get(0).verschil().split("; "))
        .satisfiesExactly(
            v -> assertThat(v).startsWith("einde: verwacht 2026-01-07, gevonden 20"),
            v -> assertThat(v).isEqualTo("haalbaar: verwacht false, gevonden true"),
            v -> assertThat(v).isEqualTo("streefdatum gehaald: verwacht true, gevonden niets"),
            v -> assertThat(v).isEqualTo("bepalend: verwacht [Raad Elders], gevonden [Raad Eerst]"),
            v -> assertThat(v).startsWith("do_definitief gepland: verwacht 2026-01-07, gevonden 20"),
            v -> assertThat(v).startsWith("do_definitief uiterlijk: verwacht 2026-01-08, gevonden 20"),
            v -> assertThat(v).startsWith("do_definitief aanleveren: verwacht 2026-01-09, gevonden 20"),
            v -> assertThat(v).isEqualTo("lokaal van GM8802 staat niet in het plan"),
            v -> assertThat(v).isEqualTo("geen melding met 'een zin die er niet staat'"));
  }

  @Test
  void de_organen_van_een_visie_krijgen_een_jaar_en_wie_een_schema_heeft_houdt_het() {
    speel("schema-vier", "{\"op\": \"2026-01-06\", \"soort\": \"vergadering\", \"door\": \"secretaris\", \"orgaan\": \"raad-gm8801\", \"dag\": \"2027-03-02\"}");
    LocalDate vandaag = LocalDate.of(2026, 6, 1);
    proef.zet(vandaag);
    schemas.eenJaar(List.of("schema-vier"));
    assertThat(gepland("raad-gm8801", vandaag, vandaag.plusYears(1))).hasSize(1);
    assertThat(gepland("college-gm8801", vandaag, vandaag.plusYears(1))).hasSizeBetween(35, 52);
    int al = gepland("xs-do", vandaag, vandaag.plusYears(1)).size();
    assertThat(al).isBetween(10, 18);
    schemas.eenJaar(List.of("schema-vier"));
    assertThat(gepland("xs-do", vandaag, vandaag.plusYears(1))).hasSize(al);
  }
}
