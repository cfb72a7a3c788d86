package nl.besluitroute.vergaderschema;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.Timeout;
import org.springframework.stereotype.Component;

/**
 * Fetches an agenda from an address that a user typed. Nothing is asked of an address inside a
 * network: the name is resolved once, all its addresses must be public, and the connection goes to
 * those very addresses, so that a name that points elsewhere a moment later gives nothing. No
 * redirects, no compression, no proxy, no cookies; time and size are bounded.
 */
@Component
class Agendaophaler {
  private static final Timeout WACHT = Timeout.ofSeconds(10);
  private static final Duration HOOGSTE_DUUR = Duration.ofSeconds(20);
  private static final int MEESTE_ADRESSEN = 3;
  private static final Http1Config KOPPEN =
      Http1Config.custom().setMaxLineLength(8_192).setMaxHeaderCount(100).build();
  private static final int LANGSTE_ADRES = 2_000;

  /** Finds the addresses of a name. */
  interface Naamgids {
    InetAddress[] adressen(String naam) throws UnknownHostException;
  }

  private final Naamgids gids;
  private final Predicate<InetAddress> toegestaan;
  private final Duration hoogsteDuur;

  @org.springframework.beans.factory.annotation.Autowired
  Agendaophaler() {
    this(InetAddress::getAllByName, Agendaophaler::isOpenbaar);
  }

  Agendaophaler(Naamgids gids, Predicate<InetAddress> toegestaan) {
    this(gids, toegestaan, HOOGSTE_DUUR);
  }

  Agendaophaler(Naamgids gids, Predicate<InetAddress> toegestaan, Duration hoogsteDuur) {
    this.gids = gids;
    this.toegestaan = toegestaan;
    this.hoogsteDuur = hoogsteDuur;
  }

  /** @throws SchemaFout with a sentence when it may not or cannot be fetched */
  byte[] haal(String adres) {
    URI uri = uri(adres);
    String naam = uri.getHost().replaceAll("^\\[|]$", "");
    InetAddress[] adressen = eisOpenbaar(naam);
    DnsResolver alleenDeze =
        new DnsResolver() {
          @Override
          public InetAddress[] resolve(String host) throws UnknownHostException {
            if (!host.replaceAll("^\\[|]$", "").equalsIgnoreCase(naam)) {
              throw new UnknownHostException(host);
            }
            return adressen;
          }

          @Override
          public String resolveCanonicalHostname(String host) {
            return host;
          }
        };
    HttpGet vraag = new HttpGet(uri);
    vraag.setHeader("Accept", "text/calendar, text/csv;q=0.8, */*;q=0.1");
    vraag.setHeader("User-Agent", "Besluitroute");
    AtomicBoolean teLang = new AtomicBoolean();
    // Over the whole of it: who sends a byte now and then keeps within each separate wait.
    CompletableFuture.delayedExecutor(hoogsteDuur.toMillis(), TimeUnit.MILLISECONDS)
        .execute(
            () -> {
              teLang.set(true);
              vraag.cancel();
            });
    try (CloseableHttpClient client =
        HttpClients.custom()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setDnsResolver(alleenDeze)
                .setConnectionFactory(
                    ManagedHttpClientConnectionFactory.builder().http1Config(KOPPEN).build())
                    .setDefaultConnectionConfig(
                        ConnectionConfig.custom()
                            .setConnectTimeout(WACHT)
                            .setSocketTimeout(WACHT)
                            .build())
                    .build())
            .setDefaultRequestConfig(RequestConfig.custom().setResponseTimeout(WACHT).build())
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableContentCompression()
            .disableCookieManagement()
            .disableAuthCaching()
            .build()) {
      return client.execute(vraag, antwoord -> leesOfBreekAf(vraag, antwoord));
    } catch (IOException e) {
      throw new SchemaFout(
          "adres",
          teLang.get()
              ? "Dit adres antwoordt te langzaam. Probeer het later nog eens."
              : "Dit adres geeft geen antwoord. Probeer het later nog eens.");
    }
  }

  /** The name of the website in an address; without what may be secret in it. */
  String website(String adres) {
    return uri(adres).getHost();
  }

  private static URI uri(String adres) {
    String kaal = adres == null ? "" : adres.strip();
    SchemaFout.eis(!kaal.isEmpty(), "adres", "Vul het adres van de agenda in.");
    SchemaFout.eis(kaal.length() <= LANGSTE_ADRES, "adres", "Dit adres is te lang.");
    try {
      URI uri = new URI(kaal.replaceFirst("(?i)^webcals?://", "https://"));
      String soort = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      SchemaFout.eis(
          (soort.equals("https") || soort.equals("http")) && uri.getHost() != null,
          "adres",
          "Een adres begint met https:// of http://, met daarna de naam van de website.");
      SchemaFout.eis(
          uri.getUserInfo() == null, "adres", "Zet geen naam of wachtwoord in het adres.");
      return uri;
    } catch (URISyntaxException e) {
      throw new SchemaFout("adres", "Dit is geen adres; neem het over zoals het in de browser staat.");
    }
  }

  private InetAddress[] eisOpenbaar(String naam) {
    InetAddress[] adressen;
    try {
      adressen = gids.adressen(naam);
    } catch (UnknownHostException e) {
      throw new SchemaFout("adres", "Er is geen website met de naam " + naam + ".");
    }
    for (InetAddress a : adressen) {
      SchemaFout.eis(
          toegestaan.test(a),
          "adres",
          "Dit adres wijst naar een intern netwerk; daar halen wij niets op.");
    }
    SchemaFout.eis(adressen.length > 0, "adres", "Er is geen website met de naam " + naam + ".");
    // Each that does not answer costs a wait.
    return Arrays.copyOf(adressen, Math.min(adressen.length, MEESTE_ADRESSEN));
  }

  /** What is refused is not read to its end: that may never come. */
  private static byte[] leesOfBreekAf(HttpGet vraag, ClassicHttpResponse antwoord) throws IOException {
    try {
      return lees(antwoord);
    } catch (SchemaFout e) {
      vraag.cancel();
      throw e;
    }
  }

  private static byte[] lees(ClassicHttpResponse antwoord) throws IOException {
    int code = antwoord.getCode();
    SchemaFout.eis(
        code < 300 || code >= 400,
        "adres",
        "Dit adres verwijst door naar een ander; vul dat andere adres zelf in.");
    SchemaFout.eis(code == 200, "adres", "Dit adres geeft geen agenda (antwoord " + code + ").");
    HttpEntity inhoud = antwoord.getEntity();
    if (inhoud == null) {
      return new byte[0];
    }
    eisOmvang(inhoud.getContentLength());
    ByteArrayOutputStream gelezen = new ByteArrayOutputStream();
    // Not closed here: to close it is to read what is left. The client closes the connection.
    InputStream in = inhoud.getContent();
    byte[] buffer = new byte[8192];
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      gelezen.write(buffer, 0, n);
      eisOmvang(gelezen.size());
    }
    return gelezen.toByteArray();
  }

  private static void eisOmvang(long bytes) {
    SchemaFout.eis(
        bytes <= Agendabestand.HOOGSTE_OMVANG,
        "adres",
        "Deze agenda is groter dan " + Agendabestand.HOOGSTE_OMVANG / 1000 + " kB.");
  }

  /**
   * Whether this is an address of the public internet. Of IPv4 what RFC 6890 and its registry keep
   * apart is refused, of IPv6 all but global unicast, and in that what carries an IPv4 address along
   * (Teredo, 6to4); Java gives a mapped address as IPv4 already.
   */
  static boolean isOpenbaar(InetAddress adres) {
    if (adres.isAnyLocalAddress()
        || adres.isLoopbackAddress()
        || adres.isLinkLocalAddress()
        || adres.isSiteLocalAddress()
        || adres.isMulticastAddress()) {
      return false;
    }
    byte[] b = adres.getAddress();
    int een = b[0] & 0xff;
    int twee = b[1] & 0xff;
    int drie = b[2] & 0xff;
    if (adres instanceof Inet4Address) {
      return een != 0
          && een < 224
          && !(een == 100 && twee >= 64 && twee < 128)
          && !(een == 192 && twee == 0 && (drie == 0 || drie == 2))
          && !(een == 192 && twee == 88 && drie == 99)
          && !(een == 198 && (twee == 18 || twee == 19))
          && !(een == 198 && twee == 51 && drie == 100)
          && !(een == 203 && twee == 0 && drie == 113);
    }
    boolean wereldwijd = (een & 0xe0) == 0x20;
    boolean apart = een == 0x20 && (twee == 0x01 && drie < 0x02 || twee == 0x02);
    boolean documentatie = een == 0x20 && twee == 0x01 && drie == 0x0d && (b[3] & 0xff) == 0xb8;
    return wereldwijd && !apart && !documentatie;
  }
}
