package nl.besluitroute.vergaderschema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.TimeUnit;
import java.time.Duration;
import java.net.Socket;
import java.net.ServerSocket;
import java.io.OutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class AgendaophalerTest {
  private final AtomicInteger verzoeken = new AtomicInteger();
  private HttpServer server;
  private int poort;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    poort = server.getAddress().getPort();
    antwoord("/agenda.ics", 200, "BEGIN:VCALENDAR".getBytes(StandardCharsets.UTF_8));
    antwoord("/weg", 302, new byte[0]);
    antwoord("/fout", 500, new byte[0]);
    antwoord("/groot", 200, new byte[900_001]);
    server.start();
  }

  private void antwoord(String pad, int code, byte[] inhoud) {
    server.createContext(
        pad,
        verzoek -> {
          verzoeken.incrementAndGet();
          verzoek.getResponseHeaders().set("Location", "http://localhost:" + poort + "/agenda.ics");
          // 0: unknown length, so that the bound counts what comes in
          verzoek.sendResponseHeaders(code, inhoud.length == 0 ? -1 : 0);
          try (var uit = verzoek.getResponseBody()) {
            uit.write(inhoud);
          }
        });
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  /** As it is, but for the server of this test. */
  private Agendaophaler metToestemming() {
    return new Agendaophaler(naam -> new InetAddress[] {InetAddress.getLoopbackAddress()}, adres -> true);
  }

  @Test
  void een_agenda_wordt_opgehaald() {
    assertThat(metToestemming().haal("http://agenda.voorbeeld.nl:" + poort + "/agenda.ics"))
        .asString()
        .isEqualTo("BEGIN:VCALENDAR");
    assertThat(verzoeken).hasValue(1);
  }

  @Test
  void een_doorverwijzing_wordt_niet_gevolgd() {
    assertThatThrownBy(() -> metToestemming().haal("http://agenda.voorbeeld.nl:" + poort + "/weg"))
        .isInstanceOf(SchemaFout.class)
        .hasMessageContaining("verwijst door");
    assertThat(verzoeken).as("alleen het eerste verzoek").hasValue(1);
  }

  @Test
  void wat_te_groot_is_of_geen_agenda_geeft_wordt_geweigerd() {
    assertThatThrownBy(() -> metToestemming().haal("http://agenda.voorbeeld.nl:" + poort + "/groot"))
        .hasMessageContaining("groter dan 900 kB");
    assertThatThrownBy(() -> metToestemming().haal("http://agenda.voorbeeld.nl:" + poort + "/fout"))
        .hasMessageContaining("antwoord 500");
    server.stop(0);
    assertThatThrownBy(() -> metToestemming().haal("http://agenda.voorbeeld.nl:" + poort + "/agenda.ics"))
        .hasMessageContaining("geeft geen antwoord");
  }

  /** What a website may do to keep us busy. */
  enum Zonder {
    EINDE_AAN_DE_KOP("HTTP/1.1 200 OK\r\n", "X-Nog: een\r\n", 0, "geeft geen antwoord"),
    EINDE_AAN_DE_INHOUD("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", "1000\r\n" + "x".repeat(4096) + "\r\n", 0, "groter dan 900 kB"),
    HAAST("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", "1\r\nx\r\n", 50, "antwoordt te langzaam");

    private final String begin;
    private final String steeds;
    private final int pauze;
    private final String zin;

    Zonder(String begin, String steeds, int pauze, String zin) {
      this.begin = begin;
      this.steeds = steeds;
      this.pauze = pauze;
      this.zin = zin;
    }

    void antwoord(ServerSocket luistert) {
      try (Socket lijn = luistert.accept(); OutputStream uit = lijn.getOutputStream()) {
        uit.write(begin.getBytes(StandardCharsets.US_ASCII));
        while (true) {
          uit.write(steeds.getBytes(StandardCharsets.US_ASCII));
          uit.flush();
          LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(pauze));
        }
      } catch (IOException e) {
        // The other side hung up, as it should.
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  @Timeout(value = 15, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void een_website_die_niet_ophoudt_houdt_ons_niet_vast(Zonder zonder) throws Exception {
    try (ServerSocket luistert = new ServerSocket(0)) {
      Thread website = new Thread(() -> zonder.antwoord(luistert));
      website.start();
      var ophaler =
          new Agendaophaler(
              naam -> new InetAddress[] {InetAddress.getLoopbackAddress()}, adres -> true, Duration.ofSeconds(2));
      assertThatThrownBy(() -> ophaler.haal("http://eindeloos.voorbeeld.nl:" + luistert.getLocalPort() + "/a.ics"))
          .isInstanceOf(SchemaFout.class)
          .hasMessageContaining(zonder.zin);
      website.join();
    }
  }

  @Test
  void van_een_adres_wordt_alleen_de_website_onthouden() {
    assertThat(new Agendaophaler().website("webcal://agenda.voorbeeld.nl/prive/geheim123/basic.ics?t=x"))
        .isEqualTo("agenda.voorbeeld.nl");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1:%d/agenda.ics", "http://localhost:%d/agenda.ics", "http://[::1]:%d/agenda.ics", "http://[::ffff:127.0.0.1]:%d/agenda.ics", "http://2130706433:%d/agenda.ics", "http://0:%d/agenda.ics", "webcal://127.0.0.1:%d/agenda.ics"})
  void naar_een_intern_adres_gaat_geen_enkel_verzoek(String adres) {
    assertThatThrownBy(() -> new Agendaophaler().haal(adres.formatted(poort)))
        .isInstanceOf(SchemaFout.class)
        .hasMessageContaining("intern netwerk");
    assertThat(verzoeken).hasValue(0);
  }

  @Test
  void een_naam_met_ook_maar_een_intern_adres_krijgt_geen_verzoek() {
    var ophaler =
        new Agendaophaler(
            naam -> new InetAddress[] {InetAddress.getByName("93.184.216.34"), InetAddress.getLoopbackAddress()},
            Agendaophaler::isOpenbaar);
    assertThatThrownBy(() -> ophaler.haal("http://agenda.voorbeeld.nl:" + poort + "/agenda.ics"))
        .hasMessageContaining("intern netwerk");
    assertThat(verzoeken).hasValue(0);
  }

  @Test
  void een_naam_wordt_een_keer_opgezocht_en_daar_gaat_de_verbinding_heen() {
    AtomicInteger opgezocht = new AtomicInteger();
    // A name that pointed at the server of this test the first time, and elsewhere after that.
    var ophaler =
        new Agendaophaler(
            naam -> {
              if (opgezocht.incrementAndGet() > 1) {
                throw new UnknownHostException(naam);
              }
              return new InetAddress[] {InetAddress.getLoopbackAddress()};
            },
            adres -> true);
    assertThat(ophaler.haal("http://wisselt.voorbeeld.nl:" + poort + "/agenda.ics")).isNotEmpty();
    assertThat(opgezocht).hasValue(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "agenda.ics", "file:///etc/passwd", "ftp://voorbeeld.nl/a.ics", "https://", "https://naam:woord@voorbeeld.nl/", "http://a b/", "javascript:alert(1)"})
  void wat_geen_gewoon_webadres_is_wordt_geweigerd(String adres) {
    var nooit =
        new Agendaophaler(
            naam -> {
              throw new AssertionError("niet opzoeken");
            },
            a -> true);
    assertThatThrownBy(() -> nooit.haal(adres)).isInstanceOf(SchemaFout.class);
  }

  @Test
  void interne_adressen_zijn_niet_openbaar() throws UnknownHostException {
    for (String adres :
        List.of(
            "0.0.0.0", "0.1.2.3", "10.1.2.3", "100.64.0.1", "127.8.8.8", "169.254.169.254", "172.16.0.1", "172.31.255.255",
            "192.0.0.1", "192.0.2.1", "192.168.1.1", "198.18.0.1", "198.51.100.1", "203.0.113.1", "224.0.0.1", "240.0.0.1",
            "255.255.255.255", "::", "::1", "fe80::1", "fec0::1", "fc00::1", "fd12:3456::1", "ff02::1", "::ffff:10.0.0.1",
            "::ffff:127.0.0.1", "::127.0.0.1", "64:ff9b::a00:1", "2002:7f00:1::", "2001:0:1::", "2001:db8::1", "100::1")) {
      assertThat(Agendaophaler.isOpenbaar(InetAddress.getByName(adres))).as(adres).isFalse();
    }
    for (String adres : List.of("93.184.216.34", "8.8.8.8", "172.32.0.1", "100.128.0.1", "2a00:1450:400e:80d::200e", "2001:67c:2564::1")) {
      assertThat(Agendaophaler.isOpenbaar(InetAddress.getByName(adres))).as(adres).isTrue();
    }
  }
}
