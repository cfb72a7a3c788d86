package nl.besluitroute.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the secretary's pages make of what comes in and goes out, without a server. */
class SecretarisBeeldTest {

  private static Puntinvoer lees(Object... paren) {
    Map<String, String[]> velden = new java.util.HashMap<>();
    for (int i = 0; i < paren.length; i += 2) {
      velden.put("t." + paren[i], paren[i + 1] instanceof String[] meer ? meer : new String[] {(String) paren[i + 1]});
    }
    return Puntinvoer.lees("t", velden);
  }

  @Test
  void een_lege_regel_telt_niet_en_een_eigenaar_zonder_tekst_wel() {
    Puntinvoer in =
        lees("opmerking", new String[] {" eerste ", "", "", "tweede"}, "eigenaar", new String[] {"", "", "wie", ""});
    assertThat(in.regels())
        .containsExactly(new Puntinvoer.Regel("eerste", ""), new Puntinvoer.Regel("", "wie"), new Puntinvoer.Regel("tweede", ""));
    assertThat(in.begonnen()).isTrue();
  }

  @Test
  void een_versie_kiezen_is_nog_geen_werk() {
    assertThat(lees("versie", "1.0", "vervolg", "verder").begonnen()).isFalse();
    assertThat(lees("conclusie", "leeg").begonnen()).isTrue();
  }

  @Test
  void wat_de_keuze_verbergt_gaat_niet_mee() {
    LocalDate dag = LocalDate.of(2026, 11, 26);
    Map<String, Object> aangehouden =
        lees("conclusie", "aangehouden", "reden", "x", "vervolg", "nieuwe_versie", "volgende_datum", "10 december").alsFormulier(dag);
    assertThat(aangehouden).containsEntry("volgende_datum", "10 december").containsEntry("datum", "2026-11-26");
    assertThat(aangehouden).doesNotContainKeys("reden", "vervolg");
    Map<String, Object> nvt = lees("conclusie", "nvt", "reden", "x", "vervolg", "verder", "volgende_datum", "y").alsFormulier(dag);
    assertThat(nvt).containsEntry("reden", "x").containsEntry("vervolg", "verder").doesNotContainKey("volgende_datum");
  }

  @Test
  void een_mail_past_in_een_adres_of_alleen_zijn_onderwerp() {
    var kort = new Conceptmail("m", "Kop", "Stukken & meer", "Geachte leden,\n\n1 + 1");
    assertThat(kort.mailto()).isEqualTo("mailto:?subject=Stukken%20%26%20meer&body=Geachte%20leden%2C%0D%0A%0D%0A1%20%2B%201");
    assertThat(new Conceptmail("m", "Kop", "Stukken", "x".repeat(3000)).mailto()).isEqualTo("mailto:?subject=Stukken");
  }

  @Test
  void een_keuze_staat_in_haar_adres_en_onbekende_woorden_niet() {
    assertThat(AgendaKeuze.lees("bestaat-niet", " ", "", null).url()).isEqualTo("/agenda");
    AgendaKeuze keuze = AgendaKeuze.lees("te-laat", "JZ16", "a b&c", "gv-pfho");
    assertThat(keuze.url()).isEqualTo("/agenda?toon=te-laat&regio=JZ16&visie=a%20b%26c&groep=gv-pfho");
    assertThat(keuze.vraag()).isEqualTo("toon=te-laat&regio=JZ16&visie=a%20b%26c&groep=gv-pfho");
    assertThat(keuze.url("2026-01-01T00:00:00Z_x+y")).contains("na=2026-01-01T00%3A00%3A00Z_x%2By");
    assertThat(List.of(AgendaKeuze.Toon.values())).extracting(t -> AgendaKeuze.lees(t.code, null, null, null).toon()).containsExactly(AgendaKeuze.Toon.values());
  }
}
