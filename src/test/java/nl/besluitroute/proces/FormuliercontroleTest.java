package nl.besluitroute.proces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.besluitroute.agenda.OnjuisteInvoer;
import nl.besluitroute.agenda.OnjuisteInvoer.Fout;
import org.junit.jupiter.api.Test;

/** The server checks what a browser checks, by the same form. */
class FormuliercontroleTest {
  private final Formuliercontrole controle = new Formuliercontrole();
  private final Formuliercontrole.Keuzes keuzes =
      (lijst, waarde) -> Map.of("versies", "1.0", "gemeenten", "GM0342").get(lijst).equals(waarde);

  private Map<String, Object> controleer(String formulier, Map<String, Object> invoer) {
    try {
      JsonNode schema = new ObjectMapper().readTree(new File("forms/" + formulier + ".form"));
      return controle.controleer(schema, invoer, keuzes);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private List<Fout> fouten(String formulier, Map<String, Object> invoer) {
    OnjuisteInvoer fout =
        catchThrowableOfType(OnjuisteInvoer.class, () -> controleer(formulier, invoer));
    assertThat(fout).as("geweigerd").isNotNull();
    return fout.fouten();
  }

  private static Map<String, Object> conclusie(Object... paren) {
    Map<String, Object> invoer =
        new HashMap<>(
            Map.of("datum", "2026-03-05", "versie", "1.0", "conclusie", "positief", "vervolg", "verder"));
    for (int i = 0; i < paren.length; i += 2) {
      invoer.put((String) paren[i], paren[i + 1]);
    }
    return invoer;
  }

  @Test
  void goede_invoer_komt_schoon_terug() {
    Map<String, Object> schoon = controleer("conclusie_vastleggen", conclusie("opmerkingen", List.of(Map.of("tekst", "  a  "))));
    assertThat(schoon).containsEntry("datum", "2026-03-05").containsEntry("conclusie", "positief");
    assertThat(schoon.get("opmerkingen").toString()).contains("tekst=a");
  }

  @Test
  void de_tekst_van_een_onderdeel_blijft_tot_op_de_letter() {
    Map<String, Object> invoer =
        Map.of(
            "nummer", " 1.0 ",
            "datum", "2026-03-05",
            "onderdelen", List.of(Map.of("naam", "Regiovisie", "tekst", "Regel een.\n")));
    assertThat(controleer("versie_vastleggen", invoer)).containsEntry("nummer", "1.0");
    assertThat(controleer("versie_vastleggen", invoer).get("onderdelen").toString())
        .contains("tekst=Regel een.\n");
  }

  @Test
  void een_half_teken_dat_geen_database_bewaart_wordt_geweigerd() {
    assertThat(fouten("conclusie_vastleggen", conclusie("opmerkingen", List.of(Map.of("tekst", "a\ud800")))))
        .containsExactly(new Fout("opmerkingen[0].tekst", "Deze tekst bevat een teken dat niet te lezen is."));
  }

  @Test
  void alle_fouten_komen_in_een_keer_met_hun_veld() {
    assertThat(fouten("conclusie_vastleggen", Map.of("datum", "31-12-2026", "conclusie", "goed")))
        .extracting(Fout::veld)
        .containsExactlyInAnyOrder("datum", "conclusie", "versie", "vervolg");
  }

  @Test
  void wat_verplicht_is_en_verborgen_hoeft_niet_en_wordt_genegeerd() {
    assertThat(controleer("conclusie_vastleggen", conclusie("reden", "verborgen")))
        .doesNotContainKey("reden")
        .doesNotContainKey("volgende_datum");
    assertThat(fouten("conclusie_vastleggen", conclusie("conclusie", "nvt")))
        .containsExactly(new Fout("reden", "Dit veld is nog leeg."));
    assertThat(fouten("conclusie_vastleggen", conclusie("conclusie", "aangehouden")))
        .containsExactly(new Fout("volgende_datum", "Dit veld is nog leeg."));
  }

  @Test
  void een_onbekend_veld_een_onbekende_keuze_en_een_verkeerde_soort_worden_geweigerd() {
    assertThat(fouten("conclusie_vastleggen", conclusie("extra", "x")).get(0).zin())
        .isEqualTo("Het formulier heeft geen veld 'extra'.");
    assertThat(fouten("conclusie_vastleggen", conclusie("versie", "7.0")).get(0).veld()).isEqualTo("versie");
    assertThat(fouten("conclusie_vastleggen", conclusie("versie", List.of("1.0"))).get(0).veld()).isEqualTo("versie");
    assertThat(fouten("conclusie_vastleggen", conclusie("opmerkingen", "geen lijst")).get(0).veld())
        .isEqualTo("opmerkingen");
    assertThat(fouten("conclusie_vastleggen", conclusie("opmerkingen", List.of("geen regel"))).get(0).zin())
        .isEqualTo("Regel 1 is niet te lezen.");
    assertThat(fouten("conclusie_vastleggen", conclusie("opmerkingen", List.of(Map.of("tekst", 5)))).get(0))
        .isEqualTo(new Fout("opmerkingen[0].tekst", "Dit is geen tekst."));
  }

  @Test
  void te_lange_lijsten_en_teksten_worden_geweigerd_met_hun_lengte() {
    Map<String, Object> rij = Map.of("tekst", "x");
    assertThat(fouten("conclusie_vastleggen", conclusie("opmerkingen", java.util.Collections.nCopies(201, rij))).get(0).zin())
        .contains("200 regels");
    assertThat(fouten("conclusie_vastleggen", conclusie("opmerkingen", List.of(Map.of("tekst", "x".repeat(100_000))))).get(0))
        .isEqualTo(new Fout("opmerkingen[0].tekst", "Deze tekst is 100000 tekens lang; er passen er 4000 in."));
    assertThat(controleer("conclusie_vastleggen", conclusie("opmerkingen", List.of(Map.of("tekst", "x".repeat(4000))))))
        .isNotEmpty();
  }

  @Test
  void stuurtekens_worden_geweigerd_en_regeleinden_niet() {
    for (String teken : Arrays.asList("\u0000", "\u0007", "\u001b", "\u0085")) {
      assertThat(fouten("conclusie_vastleggen", conclusie("opmerkingen", List.of(Map.of("tekst", "a" + teken))))).hasSize(1);
    }
    assertThat(controleer("conclusie_vastleggen", conclusie("opmerkingen", List.of(Map.of("tekst", "a\nb\tc")))).toString())
        .contains("a\nb\tc");
  }

  @Test
  void een_lege_regel_die_is_blijven_staan_telt_niet() {
    assertThat(controleer("conclusie_vastleggen", conclusie("opmerkingen", List.of(new HashMap<>(Map.of("tekst", " "))))))
        .containsEntry("opmerkingen", List.of());
  }

  @Test
  void getallen_zijn_heel_en_mogelijk() {
    Map<String, Object> invoer =
        new HashMap<>(Map.of("groep", "Aanbieders", "datum", "3 maart", "meer", "nee"));
    for (Object fout : new Object[] {"twaalf", 1.5, -1, 100_001, "1e99", "9".repeat(1_000_000), true}) {
      invoer.put("deelnemers", fout);
      assertThat(fouten("participatie_vastleggen", invoer)).extracting(Fout::veld).containsExactly("deelnemers");
    }
    invoer.put("deelnemers", "40");
    assertThat(controleer("participatie_vastleggen", invoer)).containsEntry("deelnemers", 40);
  }

  @Test
  void een_datum_bestaat_en_ligt_in_een_mogelijk_jaar() {
    for (String fout : List.of("2026-02-30", "morgen", "0026-01-01", "+12026-01-01", "2026-3-5", "2026-03-05T10:00")) {
      assertThat(fouten("conclusie_vastleggen", conclusie("datum", fout))).extracting(Fout::veld).containsExactly("datum");
    }
  }

  @Test
  void een_versienummer_en_een_versiekenmerk_hebben_hun_vorm() {
    assertThat(
            fouten(
                "versie_vastleggen",
                Map.of(
                    "nummer", "1.0-rc",
                    "datum", "2026-03-05",
                    "onderdelen", List.of(Map.of("naam", "a", "kenmerk", "123")))))
        .extracting(Fout::veld)
        .containsExactlyInAnyOrder("nummer", "onderdelen[0].kenmerk");
  }

  @Test
  void een_bevestiging_die_niet_is_aangevinkt_wordt_geweigerd() {
    for (Object waarde : new Object[] {false, "true", 1}) {
      assertThat(fouten("besluitronde_afsluiten", Map.of("bevestiging", waarde))).extracting(Fout::veld).containsExactly("bevestiging");
    }
  }

  @Test
  void opmaak_en_formules_komen_erdoor_als_tekst() {
    String tekst = "<script>alert(1)</script> =HYPERLINK(\"x\") ${1+1} #{x} '; drop table visie; --";
    assertThat(controleer("conclusie_vastleggen", conclusie("opmerkingen", List.of(Map.of("tekst", tekst)))).toString())
        .contains(tekst);
  }
}
