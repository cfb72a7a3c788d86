package nl.besluitroute.vergaderschema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class AgendabestandTest {
  private static final LocalDate VANDAAG = LocalDate.of(2026, 11, 22);
  private static final LocalDate HORIZON = LocalDate.of(2028, 12, 31);

  static String agenda(String... afspraken) {
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//proef//NL\r\n" + String.join("", afspraken) + "END:VCALENDAR\r\n";
  }

  static String afspraak(String uid, String... regels) {
    return "BEGIN:VEVENT\r\nUID:" + uid + "\r\nDTSTAMP:20261101T090000Z\r\n"
        + String.join("\r\n", regels) + "\r\nEND:VEVENT\r\n";
  }

  private static List<Agendabestand.Regel> lees(String tekst) {
    return Agendabestand.lees(tekst.getBytes(StandardCharsets.UTF_8), VANDAAG, HORIZON).regels();
  }

  private static List<Moment> momenten(String tekst) {
    return lees(tekst).stream().map(Agendabestand.Regel::moment).toList();
  }

  private static void geweigerd(String tekst, String zin) {
    assertThatThrownBy(() -> lees(tekst)).isInstanceOf(SchemaFout.class).hasMessageContaining(zin);
  }

  private static Moment op(int jaar, int maand, int dag) {
    return new Moment(LocalDate.of(jaar, maand, dag), null);
  }

  private static Moment op(int jaar, int maand, int dag, int uur, int minuut) {
    return new Moment(LocalDate.of(jaar, maand, dag), LocalTime.of(uur, minuut));
  }

  // -- iCalendar -------------------------------------------------------------------------------

  @Test
  void een_tijd_in_utc_in_een_zone_en_zonder_zone_wordt_de_tijd_in_amsterdam() {
    assertThat(
            momenten(
                agenda(
                    afspraak("a", "DTSTART:20270112T183000Z"),
                    afspraak("b", "DTSTART;TZID=Europe/Amsterdam:20270713T193000"),
                    afspraak("c", "DTSTART;TZID=Europe/London:20270713T193000"),
                    afspraak("d", "DTSTART:20270114T193000"),
                    afspraak("e", "DTSTART;TZID=W. Europe Standard Time:20270714T200000"),
                    afspraak("f", "DTSTART;VALUE=DATE:20270328"))))
        .containsExactlyInAnyOrder(
            op(2027, 1, 12, 19, 30),
            op(2027, 7, 13, 19, 30),
            op(2027, 7, 13, 20, 30),
            op(2027, 1, 14, 19, 30),
            op(2027, 7, 14, 20, 0),
            op(2027, 3, 28));
  }

  @Test
  void een_zelf_beschreven_tijdzone_wordt_gevolgd() {
    String zone =
        "BEGIN:VTIMEZONE\r\nTZID:Eigen\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0500\r\n"
            + "TZOFFSETTO:+0500\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n";
    assertThat(momenten(agenda(zone, afspraak("a", "DTSTART;TZID=Eigen:20270112T193000"))))
        .containsExactly(op(2027, 1, 12, 15, 30));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTC", "Europe/Amsterdam", "America/New_York", "Pacific/Auckland"})
  void een_reeks_geeft_dezelfde_dagen_waar_de_server_ook_staat(String zone) {
    TimeZone was = TimeZone.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone(zone));
      assertThat(
              momenten(
                  agenda(
                      afspraak("a", "DTSTART;TZID=Europe/Amsterdam:20270323T193000", "RRULE:FREQ=WEEKLY;COUNT=2"),
                      afspraak("b", "DTSTART;VALUE=DATE:20271030", "RRULE:FREQ=DAILY;COUNT=3"),
                      afspraak("c", "DTSTART;VALUE=DATE:20270401"))))
          .containsExactlyInAnyOrder(
              op(2027, 3, 23, 19, 30), op(2027, 3, 30, 19, 30),
              op(2027, 10, 30), op(2027, 10, 31), op(2027, 11, 1),
              op(2027, 4, 1));
    } finally {
      TimeZone.setDefault(was);
    }
  }

  @Test
  void een_verplaatste_een_vervallen_en_een_uitgezonderde_dag_van_een_reeks() {
    var regels =
        lees(
            agenda(
                afspraak(
                    "raad",
                    "SUMMARY:Raad",
                    "DTSTART;TZID=Europe/Amsterdam:20270105T193000",
                    "RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=4",
                    "EXDATE;TZID=Europe/Amsterdam:20270119T193000"),
                afspraak("raad", "RECURRENCE-ID;TZID=Europe/Amsterdam:20270202T193000", "SUMMARY:Extra", "DTSTART;TZID=Europe/Amsterdam:20270204T200000"),
                afspraak("raad", "RECURRENCE-ID;TZID=Europe/Amsterdam:20270216T193000", "STATUS:CANCELLED", "DTSTART;TZID=Europe/Amsterdam:20270216T193000")));
    assertThat(regels).extracting(Agendabestand.Regel::moment).containsExactly(op(2027, 1, 5, 19, 30), op(2027, 2, 4, 20, 0));
    assertThat(regels.get(1).kenmerk()).isEqualTo("raad|2027-02-02T19:30");
    assertThat(regels.get(1).titel()).isEqualTo("Extra");
  }

  @Test
  void een_reeks_zonder_einde_stopt_bij_de_horizon_en_zegt_dat() {
    var inhoud =
        Agendabestand.lees(
            agenda(afspraak("a", "DTSTART:20200107T183000Z", "RRULE:FREQ=MONTHLY;BYDAY=1TU")).getBytes(StandardCharsets.UTF_8),
            VANDAAG,
            HORIZON);
    assertThat(inhoud.regels()).hasSize(25);
    assertThat(inhoud.regels().get(24).moment().dag()).isEqualTo(LocalDate.of(2028, 12, 5));
    assertThat(inhoud.opmerkingen())
        .containsExactly(
            "Overgeslagen, want al geweest: 83.",
            "Een reeks zonder einde is gelezen tot en met zondag 31 december 2028.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FREQ=SECONDLY", "FREQ=MINUTELY;INTERVAL=1440", "FREQ=HOURLY", "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30"
      })
  void een_reeks_die_vaker_dan_dagelijks_komt_wordt_geweigerd(String regel) {
    geweigerd(agenda(afspraak("a", "DTSTART:20270107T183000Z", "RRULE:" + regel)), "vaker dan dagelijks");
  }

  @Test
  void een_dagelijkse_reeks_zonder_einde_komt_niet_verder_dan_het_hoogste_aantal() {
    geweigerd(
        agenda(
            afspraak("a", "DTSTART:20270101T183000Z", "RRULE:FREQ=DAILY"),
            afspraak("b", "DTSTART:20270101T093000Z", "RRULE:FREQ=DAILY")),
        "meer dan 1000 vergaderingen");
  }

  @Test
  void een_reeks_die_niets_telt_of_een_maand_noemt_die_er_niet_is_wordt_geweigerd() {
    geweigerd(agenda(afspraak("a", "DTSTART:20270107T183000Z", "RRULE:FREQ=DAILY;COUNT=0")), "telt geen enkele afspraak");
    geweigerd(agenda(afspraak("a", "DTSTART:20270107T183000Z", "RRULE:FREQ=DAILY;BYMONTH=13")), "is niet te lezen");
  }

  @Test
  void een_reeks_die_nooit_een_dag_geeft_houdt_op() {
    assertThat(momenten(agenda(afspraak("a", "DTSTART:20270101T183000Z"), afspraak("b", "DTSTART:20270101T183000Z", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"))))
        .contains(op(2027, 1, 1, 19, 30));
  }

  @Test
  void wat_geen_hele_agenda_is_wordt_geweigerd() {
    geweigerd("", "leeg");
    geweigerd(" \r\n ", "leeg");
    geweigerd("<!doctype html><html></html>", "webpagina");
    geweigerd("PK\u0003\u0004", "Excel-werkmap");
    geweigerd("Beste griffie, hierbij de data.", "geen agenda");
    geweigerd("BEGIN:VCARD\r\nFN:Iemand\r\nEND:VCARD\r\n", "geen agenda");
    String heel = agenda(afspraak("a", "DTSTART:20270107T183000Z"), afspraak("b", "DTSTART:20270108T183000Z"));
    for (int lengte : List.of(heel.length() - 4, heel.length() / 2, 60, heel.indexOf("END:VEVENT"))) {
      geweigerd(heel.substring(0, lengte), "afgebroken");
    }
    geweigerd(agenda(), "geen afspraken");
  }

  @Test
  void een_te_groot_bestand_wordt_geweigerd_voordat_het_wordt_gelezen() {
    assertThatThrownBy(() -> Agendabestand.lees(new byte[900_001], VANDAAG, HORIZON))
        .isInstanceOf(SchemaFout.class)
        .hasMessageContaining("groter dan 900 kB");
    StringBuilder veel = new StringBuilder();
    for (int i = 0; i < 1_001; i++) {
      veel.append(afspraak("u" + i, "DTSTART:20270107T183000Z"));
    }
    geweigerd(agenda(veel.toString()), "meer dan 1000 afspraken");
  }

  @Test
  void een_onbekende_tijdzone_wordt_bij_naam_geweigerd() {
    geweigerd(agenda(afspraak("a", "DTSTART;TZID=Middle-earth/Hobbiton:20270107T183000")), "'Middle-earth/Hobbiton'");
  }

  @Test
  void twee_afspraken_met_hetzelfde_kenmerk_of_zonder_kenmerk_worden_geweigerd() {
    geweigerd(agenda(afspraak("a", "SUMMARY:Raad", "DTSTART:20270107T183000Z"), afspraak("a", "DTSTART:20270108T183000Z")), "hetzelfde kenmerk (UID)");
    geweigerd(agenda("BEGIN:VEVENT\r\nDTSTART:20270107T183000Z\r\nEND:VEVENT\r\n"), "geen kenmerk (UID)");
  }

  @Test
  void een_afspraak_zonder_leesbaar_begin_of_in_een_ver_jaar_wordt_geweigerd() {
    geweigerd(agenda(afspraak("a", "SUMMARY:Raad")), "geen leesbaar begin");
    geweigerd(agenda(afspraak("a", "DTSTART:morgen")), "geen leesbaar begin");
    geweigerd(agenda(afspraak("a", "DTSTART:90270107T183000Z")), "10 jaar vooruit");
  }

  @Test
  void een_lange_titel_met_regeleinden_wordt_een_regel_van_hoogstens_200_tekens() {
    assertThat(lees(agenda(afspraak("a", "DTSTART:20270107T183000Z", "SUMMARY:Raad\\n van\\, " + "x".repeat(300)))).get(0).titel())
        .hasSize(200)
        .startsWith("Raad van, xxx");
  }

  // -- CSV -------------------------------------------------------------------------------------

  @Test
  void een_lijst_van_een_nederlandse_excel_wordt_gelezen() {
    var regels =
        lees("\uFEFFDatum;Aanvang;Onderwerp;Locatie\r\n12-1-2027;19:30;\"Raad; begroting\";Raadzaal\r\n2027-02-09;20.00 uur;;\r\n;;;\r\n01-11-2026;19:30;geweest;\r\n3-3-2027;;;\r\n");
    assertThat(regels)
        .extracting(Agendabestand.Regel::moment)
        .containsExactly(op(2027, 1, 12, 19, 30), op(2027, 2, 9, 20, 0), op(2027, 3, 3));
    assertThat(regels.get(0).titel()).isEqualTo("Raad; begroting");
    assertThat(regels.get(0).plaats()).isEqualTo("Raadzaal");
  }

  @Test
  void een_lijst_met_komma_s_of_in_de_tekens_van_windows_wordt_ook_gelezen() {
    assertThat(momenten("datum,tijd\n12/1/2027,19:30\n")).containsExactly(op(2027, 1, 12, 19, 30));
    assertThat(momenten("sep=;\r\ndatum;tijd\r\n12-1-2027;9:00")).containsExactly(op(2027, 1, 12, 9, 0));
    byte[] windows = "Datum;Titel\r\n12-1-2027;Commissie één\r\n".getBytes(Charset.forName("windows-1252"));
    assertThat(Agendabestand.lees(windows, VANDAAG, HORIZON).regels().get(0).titel()).isEqualTo("Commissie één");
  }

  @Test
  void een_lijst_met_een_fout_noemt_de_regel() {
    geweigerd("datum;tijd\n31-2-2027;19:30", "Regel 2 heeft geen datum");
    geweigerd("datum;tijd\n12-1-2027;19:30\n12-1-27;19:30", "Regel 3 heeft geen datum");
    geweigerd("datum;tijd\n12-1-2027;25:00", "Regel 2 heeft geen leesbare tijd");
    geweigerd("datum;tijd\n12-1-2127;20:00", "Regel 2 ligt meer dan 10 jaar vooruit");
    geweigerd("datum;dag\n12-1-2027;1", "betekenen hetzelfde");
    geweigerd("datum;tijd\n12-1-2027;20:00\n12-1-2027;20:00", "hetzelfde kenmerk");
    geweigerd("datum;tijd\n", "geen vergaderingen");
    geweigerd("datum;\"tijd\n12-1-2027;20:00", "geen vergaderingen");
  }
}
