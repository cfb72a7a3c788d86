package nl.besluitroute.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import nl.besluitroute.besluitvorming.Besluit;
import nl.besluitroute.besluitvorming.Opmerking;
import nl.besluitroute.dossier.Zoeken;
import nl.besluitroute.dossier.Zoeken.Groep;
import nl.besluitroute.dossier.Zoeken.Lijst;
import nl.besluitroute.dossier.Zoeken.Treffer;
import nl.besluitroute.journaal.Gebeurtenis;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.regio.Gemeente;
import nl.besluitroute.regio.Orgaan;
import nl.besluitroute.regio.Orgaansoort;
import nl.besluitroute.regio.Regios;
import nl.besluitroute.stuk.Versie;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.visie.Regiovisie;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Searches all that the reader may see. */
@Controller
class ZoekController {

  static final String ADRES = "/zoeken";

  private static final int PER_GROEP = 5;
  private static final int PER_BLADZIJDE = 25;

  /** Characters of text around the first word that was found. */
  private static final int VOOR = 70;
  private static final int LENGTE = 260;

  private final Zoeken zoeken;
  private final Regios regios;

  ZoekController(Zoeken zoeken, Regios regios) {
    this.zoeken = zoeken;
    this.regios = regios;
  }

  @GetMapping(ADRES)
  String zoek(
      @RequestParam(name = "q", defaultValue = "") String q,
      @RequestParam(name = "in", defaultValue = "") String in,
      @RequestParam(name = "pagina", defaultValue = "1") int pagina,
      Gebruiker wie,
      Model model) {
    String vraag = q.strip();
    List<String> woorden = Zoeken.woorden(vraag);
    Groep groep =
        Arrays.stream(Groep.values()).filter(g -> code(g).equals(in)).findFirst().orElse(null);
    int bladzijde = Math.max(1, Math.min(pagina, 1000));
    List<Lijst> lijsten =
        groep == null
            ? zoeken.alles(vraag, PER_GROEP, wie)
            : List.of(zoeken.groep(groep, vraag, bladzijde - 1, PER_BLADZIJDE, wie));
    List<ZoekPagina.Groep> groepen =
        lijsten.stream()
            .filter(lijst -> !lijst.treffers().isEmpty())
            .map(lijst -> groep(lijst, vraag, woorden, groep == null ? null : bladzijde + 1))
            .toList();
    model.addAttribute(
        "pagina",
        new ZoekPagina(
            vraag,
            groep == null ? null : naam(groep),
            groepen,
            groepen.isEmpty() ? leeg(vraag, woorden) : null,
            groep == null ? null : new Link("Alles met deze woorden", adres(vraag))));
    return "zoeken";
  }

  private static Leeg leeg(String vraag, List<String> woorden) {
    if (vraag.isEmpty()) {
      return new Leeg(
          "Waar zoekt u naar?",
          "U vindt visies, versies, opmerkingen, besluiten en gebeurtenissen die u mag inzien, en alle overleggen en gemeenten.",
          null);
    }
    return woorden.isEmpty()
        ? new Leeg("Dat is te kort", "Zoek met ten minste twee tekens.", null)
        : new Leeg(
            "Niets gevonden",
            "Elk woord moet voorkomen. Probeer minder woorden, of een deel van een woord.",
            null);
  }

  private static String adres(String vraag) {
    return ADRES + "?q=" + URLEncoder.encode(vraag, StandardCharsets.UTF_8);
  }

  private static String code(Groep groep) {
    return groep.name().toLowerCase(Locale.ROOT);
  }

  private static String naam(Groep groep) {
    return switch (groep) {
      case VISIES -> "Visies";
      case VERSIES -> "Versies en hun tekst";
      case OPMERKINGEN -> "Opmerkingen";
      case BESLUITEN -> "Besluiten";
      case GESCHIEDENIS -> "Geschiedenis";
      case OVERLEGGEN -> "Overleggen en bestuursorganen";
      case GEMEENTEN -> "Gemeenten";
    };
  }

  private ZoekPagina.Groep groep(Lijst lijst, String vraag, List<String> woorden, Integer volgende) {
    Map<String, String> gemeenten =
        regios.namen(
            lijst.treffers().stream()
                .flatMap(
                    t ->
                        t.ding() instanceof Besluit b
                            ? Stream.of(b.gemeente())
                            : t.ding() instanceof Orgaan o ? o.gemeente().stream() : Stream.empty())
                .distinct()
                .toList());
    Map<String, String> regio =
        regios.regioNamen(
            lijst.treffers().stream()
                .flatMap(t -> t.ding() instanceof Orgaan o ? o.regio().stream() : Stream.empty())
                .distinct()
                .toList());
    return new ZoekPagina.Groep(
        code(lijst.groep()),
        naam(lijst.groep()),
        lijst.treffers().stream().map(t -> treffer(t, woorden, gemeenten, regio)).toList(),
        lijst.meer()
            ? new Link(
                volgende == null ? "Meer in deze groep" : "Volgende treffers",
                adres(vraag) + "&in=" + code(lijst.groep()) + (volgende == null ? "" : "&pagina=" + volgende))
            : null);
  }

  private static ZoekPagina.Treffer treffer(
      Treffer t, List<String> woorden, Map<String, String> gemeenten, Map<String, String> regio) {
    String url = t.visie() == null ? null : "/visies/" + t.visie().id();
    String titel = t.visie() == null ? null : t.visie().titel();
    if (t.ding() instanceof Regiovisie v) {
      return new ZoekPagina.Treffer(new Link(titel, url), "Looptijd " + v.looptijdVan() + "–" + v.looptijdTot(), stukken(t.tekst(), woorden));
    }
    if (t.ding() instanceof Versie v) {
      return new ZoekPagina.Treffer(
          new Link("Versie " + v.nummer() + " van " + titel, url),
          Taal.voluitZonderDag(v.datum()) + ", kenmerk " + v.kenmerk().kort(),
          stukken(t.tekst(), woorden));
    }
    if (t.ding() instanceof Opmerking o) {
      return new ZoekPagina.Treffer(
          new Link("Opmerking bij " + titel, url + "/opmerkingen#opmerking-" + o.id()),
          o.antwoord().map(Opmerking.Antwoord::naam).orElse("open"),
          stukken(t.tekst(), woorden));
    }
    if (t.ding() instanceof Besluit b) {
      return new ZoekPagina.Treffer(
          new Link(
              (b.orgaansoort() == Orgaansoort.RAAD ? "Raad " : "College ") + gemeenten.get(b.gemeente()) + " over " + titel,
              url + "/gemeenten"),
          Taal.voluitZonderDag(b.datum()) + ", " + b.uitkomst().naam().toLowerCase(Locale.ROOT),
          stukken(t.tekst(), woorden));
    }
    if (t.ding() instanceof Gebeurtenis g) {
      return new ZoekPagina.Treffer(
          new Link(titel, url + "/geschiedenis"),
          Taal.voluitZonderDag(LocalDate.ofInstant(g.tijdstip(), Klok.ZONE)),
          stukken(t.tekst(), woorden));
    }
    if (t.ding() instanceof Orgaan o) {
      return new ZoekPagina.Treffer(
          new Link(o.naam(), ContactenController.ADRES + "/" + o.id()),
          o.regio().map(r -> "regio " + regio.get(r)).orElseGet(() -> "gemeente " + gemeenten.get(o.gemeente().orElseThrow())),
          List.of());
    }
    Gemeente g = (Gemeente) t.ding();
    return new ZoekPagina.Treffer(new Link(g.naam(), ContactenController.ADRES + "?waar=" + g.code()), g.code(), List.of());
  }

  /** The text around the first word, cut into what was found and what stands between; never markup. */
  static List<ZoekPagina.Stuk> stukken(String tekst, List<String> woorden) {
    int eerste =
        woorden.stream().mapToInt(w -> plaats(tekst, w, 0)).filter(i -> i >= 0).min().orElse(0);
    int van = eerste <= VOOR ? 0 : eerste - VOOR;
    int tot = Math.min(tekst.length(), van + LENGTE);
    List<ZoekPagina.Stuk> stukken = new ArrayList<>();
    int na = van;
    for (int i = van; i < tot; ) {
      int lengte = langste(tekst, i, woorden);
      if (lengte == 0) {
        i++;
        continue;
      }
      if (i > na) {
        stukken.add(new ZoekPagina.Stuk(tekst.substring(na, i), false));
      }
      stukken.add(new ZoekPagina.Stuk(tekst.substring(i, i + lengte), true));
      i += lengte;
      na = i;
    }
    if (na < tot) {
      stukken.add(new ZoekPagina.Stuk(tekst.substring(na, tot), false));
    }
    if (van > 0) {
      stukken.add(0, new ZoekPagina.Stuk("… ", false));
    }
    if (tot < tekst.length()) {
      stukken.add(new ZoekPagina.Stuk(" …", false));
    }
    return stukken;
  }

  private static int langste(String tekst, int bij, List<String> woorden) {
    return woorden.stream()
        .filter(w -> tekst.regionMatches(true, bij, w, 0, w.length()))
        .mapToInt(String::length)
        .max()
        .orElse(0);
  }

  private static int plaats(String tekst, String woord, int vanaf) {
    for (int i = vanaf; i + woord.length() <= tekst.length(); i++) {
      if (tekst.regionMatches(true, i, woord, 0, woord.length())) {
        return i;
      }
    }
    return -1;
  }
}
