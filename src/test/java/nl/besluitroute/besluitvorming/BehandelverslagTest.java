package nl.besluitroute.besluitvorming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The conclusion column, word for word as officials write it. */
class BehandelverslagTest {
  private static final Map<String, String> NAMEN =
      Map.of("GM0376", "Blaricum", "GM0402", "Hilversum");

  private final Behandeling behandeling = mock(Behandeling.class);

  private static Opmerking opmerking(String tekst, String antwoord) {
    Opmerking opmerking = mock(Opmerking.class);
    when(opmerking.tekst()).thenReturn(tekst);
    when(opmerking.open()).thenReturn(antwoord == null);
    when(opmerking.antwoordTekst()).thenReturn(antwoord);
    return opmerking;
  }

  private String tekst(Conclusie conclusie, Opmerking... opmerkingen) {
    return Behandelverslag.conclusietekst(
        conclusie, behandeling, List.of(opmerkingen), NAMEN);
  }

  @Test
  void een_antwoord_zonder_eigen_woorden_noemt_versie_en_plaats() {
    Opmerking opmerking = opmerking("Let op.", "");
    when(opmerking.antwoordVersie()).thenReturn("1.1");
    when(opmerking.antwoordPlaats()).thenReturn("pagina 7");
    assertThat(tekst(Conclusie.POSITIEF, opmerking))
        .isEqualTo("Positief. Opmerkingen: Let op (verwerkt in versie 1.1, pagina 7).");
  }

  @Test
  void een_kale_conclusie_staat_er_zonder_punt() {
    assertThat(tekst(Conclusie.POSITIEF)).isEqualTo("Positief");
    assertThat(tekst(Conclusie.NVT)).isEqualTo("N.v.t.");
    assertThat(tekst(Conclusie.LEEG)).isEmpty();
  }

  @Test
  void opmerkingen_volgen_met_het_antwoord_voor_de_punt() {
    assertThat(
            tekst(
                Conclusie.POSITIEF,
                opmerking("Geef aan dat het past.", "aangepast op pag 7: 2.3"),
                opmerking("Noem het evt een samenwerkingskader ipv afspraken.", null),
                opmerking("Zonder punt", "verwerkt")))
        .isEqualTo(
            "Positief. Opmerkingen: Geef aan dat het past (aangepast op pag 7: 2.3). Noem het evt een"
                + " samenwerkingskader ipv afspraken. Zonder punt (verwerkt)");
  }

  @Test
  void een_blanco_conclusie_met_opmerkingen_begint_bij_de_opmerkingen() {
    assertThat(tekst(Conclusie.LEEG, opmerking("Let op.", null))).isEqualTo("Opmerkingen: Let op.");
  }

  @Test
  void de_reden_en_het_voorbehoud_per_gemeente_staan_erbij() {
    when(behandeling.reden()).thenReturn("Zie hierboven");
    when(behandeling.voorbehouden())
        .thenReturn(
            List.of(
                new Behandeling.Voorbehoud("GM0402", "onder voorbehoud van de raad"),
                new Behandeling.Voorbehoud("GM0376", "financiën")));
    assertThat(tekst(Conclusie.NVT))
        .isEqualTo(
            "N.v.t. Zie hierboven Voorbehoud Blaricum: financiën Voorbehoud Hilversum: onder voorbehoud van de raad");
  }

  @Test
  void opmaak_en_formules_blijven_tekst() {
    assertThat(tekst(Conclusie.POSITIEF, opmerking("=SOM(A1) <b>vet</b>.", "${x}")))
        .isEqualTo("Positief. Opmerkingen: =SOM(A1) <b>vet</b> (${x}).");
  }
}
