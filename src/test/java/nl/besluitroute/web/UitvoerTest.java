package nl.besluitroute.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import nl.besluitroute.agenda.Bladzijde;
import nl.besluitroute.kalender.GeschrevenDatum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UitvoerTest {

  private static Tabel tabel(Tabel.Waarde... cellen) {
    return new Tabel("Proef", List.of("Wat"), List.of(List.of(cellen)));
  }

  private static String csv(Tabel tabel) throws IOException {
    var uit = new ByteArrayOutputStream();
    Uitvoer.csv(tabel, uit);
    return uit.toString(StandardCharsets.UTF_8);
  }

  private static String blad(Tabel tabel) throws IOException {
    Path bestand = Files.createTempFile("proef", ".xlsx");
    try {
      try (OutputStream uit = Files.newOutputStream(bestand)) {
        Uitvoer.xlsx(tabel, uit);
      }
      try (ZipFile zip = new ZipFile(bestand.toFile())) {
        return new String(
            zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(),
            StandardCharsets.UTF_8);
      }
    } finally {
      Files.delete(bestand);
    }
  }

  @Test
  void csv_begint_met_een_byte_order_mark_en_scheidt_met_puntkommas() throws IOException {
    assertThat(
            csv(
                new Tabel(
                    "Proef",
                    List.of("Wat", "Hoeveel", "Wanneer"),
                    List.of(
                        List.of(
                            Tabel.tekst("één"),
                            Tabel.getal(-3),
                            Tabel.datum(Optional.of(LocalDate.of(2027, 3, 9))))))))
        .isEqualTo("\uFEFFWat;Hoeveel;Wanneer\r\néén;-3;09-03-2027\r\n");
  }

  @Test
  void csv_zet_aanhalingstekens_waar_een_scheidingsteken_of_regeleinde_staat() throws IOException {
    assertThat(csv(tabel(Tabel.tekst("a;b"), Tabel.tekst("zei \"ja\""), Tabel.tekst("a\r\nb"))))
        .endsWith("\"a;b\";\"zei \"\"ja\"\"\";\"a\r\nb\"\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+31", "-2+3", "@SOM(A1)", "\t=1", "\r=1", "\n=1"})
  void een_tekst_die_op_een_formule_lijkt_is_in_csv_onschadelijk(String tekst) throws IOException {
    assertThat(csv(tabel(Tabel.tekst(tekst))).split("\r\n", 2)[1].replace("\"", ""))
        .startsWith("'" + tekst);
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+31", "-2+3", "@SOM(A1)", "=cmd|' /C calc'!A0"})
  void een_tekst_is_in_xlsx_nooit_een_formule(String tekst) throws IOException {
    assertThat(blad(tabel(Tabel.tekst(tekst))))
        .doesNotContain("<f>")
        .contains("t=\"inlineStr\"", "<t>" + tekst.replace("'", "&apos;"));
  }

  @Test
  void xlsx_heeft_datums_getallen_een_vaste_kop_en_een_filter() throws IOException {
    String blad =
        blad(
            tabel(
                Tabel.datum(Optional.of(LocalDate.of(2027, 3, 9))), Tabel.getal(12), Tabel.tekst("<b>&\u0001")));
    // 46455 is 9 March 2027 as a spreadsheet counts days.
    assertThat(blad)
        .contains("<v>46455", "<v>12</v>", "state=\"frozen\"", "<autoFilter ref=\"A1:A2\"", "&lt;b&gt;&amp;")
        .doesNotContain("\u0001");
  }

  @Test
  void een_datum_zonder_dag_blijft_zoals_hij_is_geschreven() throws IOException {
    assertThat(csv(tabel(Tabel.geschreven(Optional.of(GeschrevenDatum.van("Sept/ Okt", "2027-09/2027-10"))))))
        .endsWith("Sept/ Okt\r\n");
  }

  @Test
  void de_volgende_bladzijde_wordt_pas_gelezen_als_zij_nodig_is() {
    AtomicInteger gelezen = new AtomicInteger();
    var rijen =
        Tabel.<Integer>doorlopend(
                na -> {
                  int vanaf = na.map(Integer::parseInt).orElse(0);
                  gelezen.incrementAndGet();
                  return new Bladzijde<>(
                      IntStream.range(vanaf, vanaf + 2).boxed().toList(),
                      vanaf == 4 ? Optional.empty() : Optional.of(String.valueOf(vanaf + 2)));
                })
            .iterator();
    assertThat(rijen.next()).isZero();
    assertThat(gelezen).hasValue(1);
    assertThat(List.of(rijen.next(), rijen.next(), rijen.next(), rijen.next(), rijen.next()))
        .containsExactly(1, 2, 3, 4, 5);
    assertThat(rijen.hasNext()).isFalse();
    assertThat(gelezen).hasValue(3);
  }
}
