package nl.besluitroute.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import nl.besluitroute.ondersteuning.Webtest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Walks, as each kind of user, over every link that a page shows: what holds for a page holds for
 * all, also for those that are added later.
 */
@Webtest
class AllePaginasWebIT {
  /** Compressed, with all that the page loads; the diagram and the forms bring a library along. */
  private static final int MAXIMUM = 200 * 1024;

  /** Pages alike, such as those of two tasks, are walked this often. */
  private static final int PER_SOORT = 3;

  private static final Pattern MET_BIBLIOTHEEK = Pattern.compile("/vendor/(bpmn-js|form-js)/");
  private static final Pattern NOOIT_OP_HET_SCHERM =
      Pattern.compile("\\b(null|undefined|token|instance|deployment|taskId)\\b");

  @LocalServerPort int poort;
  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();
  private final Map<String, Integer> gewichten = new HashMap<>();
  private String basis;

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"secretaris", "griffier", "manager", "beheerder"})
  void elkeVerwijzingLeidtErgensHeenEnElkePaginaIsHeelEnLicht(String wie) throws Exception {
    basis = "http://localhost:" + poort;
    meldAan(wie);
    List<String> gebreken = new ArrayList<>();
    Set<String> gezien = new HashSet<>();
    Map<String, Integer> perSoort = new HashMap<>();
    Deque<String> nog = new ArrayDeque<>(List.of("/"));
    while (!nog.isEmpty()) {
      String pad = nog.poll();
      if (!gezien.add(pad) || perSoort.merge(soort(pad), 1, Integer::sum) > PER_SOORT) {
        continue;
      }
      HttpResponse<byte[]> antwoord = haal(pad);
      if (antwoord.statusCode() != 200) {
        gebreken.add(pad + " antwoordt " + antwoord.statusCode());
        continue;
      }
      if (!antwoord.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
        continue;
      }
      Document pagina = Jsoup.parse(new String(antwoord.body(), StandardCharsets.UTF_8), basis + pad);
      gebreken.addAll(gebreken(pad, pagina, antwoord.body()));
      for (Element a : pagina.select("a[href]")) {
        String naar = a.absUrl("href").replaceFirst("#.*", "");
        if (naar.startsWith(basis) && !a.hasAttr("target")) {
          nog.add(naar.substring(basis.length()));
        }
      }
    }
    assertThat(gebreken).isEmpty();
    assertThat(gezien).as("zoveel bladzijden zag " + wie).hasSizeGreaterThan(10);
  }

  private List<String> gebreken(String pad, Document pagina, byte[] html) throws Exception {
    List<String> gebreken = new ArrayList<>();
    if (!pagina.select("html[lang=nl]").hasAttr("lang") || pagina.title().isBlank()) {
      gebreken.add(pad + " heeft geen taal of titel");
    }
    if (pagina.select("h1").size() != 1) {
      gebreken.add(pad + " heeft " + pagina.select("h1").size() + " hoofdkoppen");
    }
    if (!pagina.select("[style], style, script:not([src]), [onclick], [onchange]").isEmpty()) {
      gebreken.add(pad + " heeft stijl of script in de regel");
    }
    Set<String> ids = new HashSet<>();
    pagina.select("[id]").stream()
        .map(Element::id)
        .filter(id -> !ids.add(id))
        .forEach(id -> gebreken.add(pad + " heeft twee keer id " + id));
    if (!pad.startsWith("/beheer/techniek")) {
      var woord = NOOIT_OP_HET_SCHERM.matcher(pagina.body().text());
      if (woord.find()) {
        gebreken.add(pad + " toont '" + woord.group() + "'");
      }
    }
    boolean metBibliotheek = false;
    int gewicht = gzip(html);
    for (Element deel : pagina.select("link[rel=stylesheet], script[src], img[src]")) {
      String adres = deel.absUrl(deel.hasAttr("href") ? "href" : "src");
      metBibliotheek |= MET_BIBLIOTHEEK.matcher(adres).find();
      gewicht += gewicht(adres.substring(basis.length()));
    }
    if (!metBibliotheek && gewicht > MAXIMUM) {
      gebreken.add(pad + " weegt " + gewicht / 1024 + " kB");
    }
    return gebreken;
  }

  /** The page's kind: its path without what names one thing, and without the query's values. */
  private static String soort(String pad) {
    return pad.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "*")
        .replaceAll("/visies/(?!nieuw)[^/?]+", "/visies/*")
        .replaceAll("GM\\d{4}|JZ\\d{2}", "*")
        .replaceAll("\\d{4}-\\d{2}-\\d{2}", "*")
        .replaceAll("=[^&]*", "=");
  }

  private int gewicht(String pad) throws Exception {
    Integer bekend = gewichten.get(pad);
    if (bekend == null) {
      bekend = gzip(haal(pad).body());
      gewichten.put(pad, bekend);
    }
    return bekend;
  }

  private static int gzip(byte[] inhoud) {
    var gepakt = new ByteArrayOutputStream();
    try (var uit = new GZIPOutputStream(gepakt)) {
      uit.write(inhoud);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return gepakt.size();
  }

  private HttpResponse<byte[]> haal(String pad) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(basis + pad)).header("Accept", "text/html,*/*").build(),
        BodyHandlers.ofByteArray());
  }

  private void meldAan(String wie) throws Exception {
    Document pagina = Jsoup.parse(new String(haal("/aanmelden").body(), StandardCharsets.UTF_8));
    String teken = pagina.select("input[name=_csrf]").attr("value");
    client.send(
        HttpRequest.newBuilder(URI.create(basis + "/aanmelden"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                BodyPublishers.ofString(
                    "gebruikersnaam=" + wie + "&wachtwoord=demo&_csrf="
                        + URLEncoder.encode(teken, StandardCharsets.UTF_8)))
            .build(),
        BodyHandlers.discarding());
  }
}
