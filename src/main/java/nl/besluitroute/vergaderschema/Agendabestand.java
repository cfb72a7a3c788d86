package nl.besluitroute.vergaderschema;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads an agenda, iCalendar or CSV, into meetings from a day on. Pure; refuses with a {@link
 * SchemaFout} what is empty, too large, broken off, or no agenda.
 */
final class Agendabestand {
  /** The largest file, in bytes. */
  static final int HOOGSTE_OMVANG = 900_000;

  /** The most meetings from one file, and the most entries in it. */
  static final int MEESTE_VERGADERINGEN = 1_000;

  static final int LANGSTE_TEKST = 200;

  private static final int LANGSTE_KENMERK = 400;

  /**
   * A meeting as it stands in the file.
   *
   * @param kenmerk the same at each reading, also when the meeting moved
   */
  record Regel(String kenmerk, Moment moment, String titel, String plaats) {
    Regel {
      kenmerk = kenmerk.length() > LANGSTE_KENMERK ? "sha256:" + Afdruk.van(kenmerk) : kenmerk;
      titel = kaal(titel);
      plaats = kaal(plaats);
    }

    private static String kaal(String tekst) {
      if (tekst == null) {
        return null;
      }
      String heel = tekst.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
      return heel.isEmpty()
          ? null
          : heel.length() > LANGSTE_TEKST ? heel.substring(0, LANGSTE_TEKST - 1) + "…" : heel;
    }
  }

  /** @param opmerkingen sentences about what was left out or cut off */
  record Inhoud(List<Regel> regels, List<String> opmerkingen) {}

  private Agendabestand() {}

  /**
   * @param vandaag what comes before it is left out
   * @param horizon a repetition without an end is read up to this day
   */
  static Inhoud lees(byte[] bestand, LocalDate vandaag, LocalDate horizon) {
    SchemaFout.eis(
        bestand.length <= HOOGSTE_OMVANG,
        "bestand",
        "Dit bestand is groter dan " + HOOGSTE_OMVANG / 1000 + " kB; neem alleen de agenda van dit overleg.");
    String tekst = tekst(bestand);
    SchemaFout.eis(!tekst.isBlank(), "bestand", "Dit bestand is leeg.");
    String begin = tekst.stripLeading();
    SchemaFout.eis(
        !begin.startsWith("PK"),
        "bestand",
        "Dit is een Excel-werkmap of zipbestand; bewaar het blad als CSV en lees dat in.");
    SchemaFout.eis(
        !begin.startsWith("<"),
        "bestand",
        "Dit is een webpagina en geen agenda; zoek de koppeling naar het iCalendar-bestand.");
    Inhoud inhoud =
        begin.toUpperCase(Locale.ROOT).startsWith("BEGIN:")
            ? IcsLezer.lees(begin, vandaag, horizon)
            : CsvLezer.lees(begin, vandaag);
    SchemaFout.eis(
        inhoud.regels().size() <= MEESTE_VERGADERINGEN,
        "bestand",
        "Hier staan meer dan " + MEESTE_VERGADERINGEN + " vergaderingen in; neem een kortere periode.");
    Set<String> gezien = new HashSet<>();
    for (Regel r : inhoud.regels()) {
      SchemaFout.eis(
          gezien.add(r.kenmerk()),
          "bestand",
          "Twee vergaderingen in dit bestand hebben hetzelfde kenmerk; de tweede is op "
              + r.moment()
              + ".");
    }
    return inhoud;
  }

  /** UTF-8, else as Windows writes it; without byte order mark. */
  private static String tekst(byte[] bestand) {
    String tekst;
    try {
      tekst = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bestand)).toString();
    } catch (CharacterCodingException e) {
      tekst = new String(bestand, Charset.forName("windows-1252"));
    }
    return tekst.startsWith("\uFEFF") ? tekst.substring(1) : tekst;
  }
}
