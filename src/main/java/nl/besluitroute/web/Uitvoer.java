package nl.besluitroute.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import nl.besluitroute.kalender.Klok;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Writes a {@link Tabel} as a file, row by row. CSV as a Dutch Excel opens it: UTF-8 with byte order
 * mark, semicolons, quotes by RFC 4180, and words that a spreadsheet would take for a formula behind
 * an apostrophe. XLSX with dates as dates, numbers as numbers and words as words, never a formula.
 */
@Component
class Uitvoer {

  /** The end of an address that {@link #stuur} answers, in a mapping. */
  static final String VORM = "{vorm:csv|xlsx}";

  private static final DateTimeFormatter DAG = DateTimeFormatter.ofPattern("dd-MM-uuuu");
  private static final String EINDE_REGEL = "\r\n";

  /** What a cell of a spreadsheet holds at most. */
  private static final int LANGSTE_CEL = 32_767;

  /** After so many rows the sheet so far leaves the memory. */
  private static final int PER_KEER = 200;

  private final Klok klok;

  Uitvoer(Klok klok) {
    this.klok = klok;
  }

  /** @param vorm csv or xlsx */
  void stuur(Tabel tabel, String vorm, HttpServletResponse antwoord) {
    boolean csv = vorm.equals("csv");
    antwoord.setContentType(
        csv
            ? "text/csv;charset=UTF-8"
            : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    antwoord.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment()
            .filename(bestandsnaam(tabel.naam()) + "-" + klok.vandaag() + "." + vorm)
            .build()
            .toString());
    try {
      OutputStream uit = antwoord.getOutputStream();
      if (csv) {
        csv(tabel, uit);
      } else {
        xlsx(tabel, uit);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String bestandsnaam(String naam) {
    return Normalizer.normalize(naam, Normalizer.Form.NFD)
        .toLowerCase(Locale.ROOT)
        .replaceAll("\\p{M}", "")
        .replaceAll("[^a-z0-9]+", "-")
        .replaceAll("^-|-$", "");
  }

  static void csv(Tabel tabel, OutputStream uit) throws IOException {
    Writer schrijver = new BufferedWriter(new OutputStreamWriter(uit, StandardCharsets.UTF_8));
    schrijver.write('\uFEFF');
    regel(schrijver, tabel.kolommen().stream().map(Tabel::tekst).toList());
    for (List<Tabel.Waarde> rij : tabel.rijen()) {
      regel(schrijver, rij);
    }
    schrijver.flush();
  }

  private static void regel(Writer schrijver, List<Tabel.Waarde> rij) throws IOException {
    for (int i = 0; i < rij.size(); i++) {
      if (i > 0) {
        schrijver.write(';');
      }
      schrijver.write(veld(rij.get(i)));
    }
    schrijver.write(EINDE_REGEL);
  }

  private static String veld(Tabel.Waarde waarde) {
    if (waarde instanceof Tabel.Getal g) {
      return String.valueOf(g.getal());
    }
    if (waarde instanceof Tabel.Datum d) {
      return DAG.format(d.dag());
    }
    String tekst = ((Tabel.Tekst) waarde).tekst();
    if (!tekst.isEmpty() && "=+-@\t\r\n".indexOf(tekst.charAt(0)) >= 0) {
      tekst = "'" + tekst;
    }
    return tekst.matches("(?s).*[;\"\r\n].*") ? '"' + tekst.replace("\"", "\"\"") + '"' : tekst;
  }

  static void xlsx(Tabel tabel, OutputStream uit) throws IOException {
    try (Workbook boek = new Workbook(uit, "Besluitroute", null);
        Worksheet blad = boek.newWorksheet(bladnaam(tabel.naam()))) {
      blad.freezePane(0, 1);
      for (int k = 0; k < tabel.kolommen().size(); k++) {
        blad.inlineString(0, k, tabel.kolommen().get(k));
        blad.style(0, k).bold().set();
        blad.width(k, k == 0 ? 40 : 22);
      }
      int rijnummer = 0;
      for (List<Tabel.Waarde> rij : tabel.rijen()) {
        rijnummer++;
        for (int k = 0; k < rij.size(); k++) {
          cel(blad, rijnummer, k, rij.get(k));
        }
        if (rijnummer % PER_KEER == 0) {
          blad.flush();
        }
      }
      blad.setAutoFilter(0, 0, rijnummer, tabel.kolommen().size() - 1);
    }
  }

  private static void cel(Worksheet blad, int rij, int kolom, Tabel.Waarde waarde) {
    if (waarde instanceof Tabel.Getal g) {
      blad.value(rij, kolom, g.getal());
    } else if (waarde instanceof Tabel.Datum d) {
      blad.value(rij, kolom, d.dag());
      blad.style(rij, kolom).format("dd-mm-yyyy").set();
    } else {
      String tekst = ((Tabel.Tekst) waarde).tekst();
      if (!tekst.isEmpty()) {
        blad.inlineString(
            rij, kolom, tekst.length() <= LANGSTE_CEL ? tekst : tekst.substring(0, LANGSTE_CEL - 1) + "…");
      }
    }
  }

  /** A sheet's name has at most 31 characters, and none of {@code []:*?/\}. */
  private static String bladnaam(String naam) {
    String schoon = naam.replaceAll("[\\[\\]:*?/\\\\']", " ");
    return schoon.length() <= 31 ? schoon : schoon.substring(0, 30) + "…";
  }
}
