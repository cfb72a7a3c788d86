package nl.besluitroute.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import nl.besluitroute.besluitvorming.Behandeling;
import nl.besluitroute.besluitvorming.InvoerFout;
import nl.besluitroute.besluitvorming.Opmerking;
import nl.besluitroute.besluitvorming.Opmerkingen;
import nl.besluitroute.dossier.Dossier;
import nl.besluitroute.dossier.Dossiers;
import nl.besluitroute.dossier.Tekstversie;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.visie.Stap;
import nl.besluitroute.web.Koppen.Tabblad;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The remarks on a text and their answers. */
@Controller
class OpmerkingenController {

  private final Dossiers dossiers;
  private final Koppen koppen;
  private final Opmerkingen opmerkingen;
  private final Schil schil;

  OpmerkingenController(Dossiers dossiers, Koppen koppen, Opmerkingen opmerkingen, Schil schil) {
    this.dossiers = dossiers;
    this.koppen = koppen;
    this.opmerkingen = opmerkingen;
    this.schil = schil;
  }

  @GetMapping("/visies/{id}/opmerkingen")
  String opmerkingen(
      @PathVariable String id,
      @RequestParam(name = "toon", defaultValue = "alle") String toon,
      Gebruiker wie,
      Model model) {
    Dossier d = dossiers.van(id, wie);
    model.addAttribute("visie", koppen.kop(d, Tabblad.OPMERKINGEN, wie));
    model.addAttribute("pagina", pagina(d, toon, wie, null, null));
    return "visie-opmerkingen";
  }

  @PostMapping("/visies/{id}/opmerkingen/{nummer}")
  ModelAndView beantwoord(
      @PathVariable String id,
      @PathVariable String nummer,
      @RequestParam(name = "antwoord", required = false) String antwoord,
      @RequestParam(name = "versie", required = false) String versie,
      @RequestParam(name = "pagina", required = false) String plaats,
      @RequestParam(name = "motivatie", required = false) String motivatie,
      Gebruiker wie) {
    Dossier d = dossiers.van(id, wie);
    Opmerking opmerking =
        d.opmerkingen().stream()
            .filter(o -> o.id().toString().equals(nummer))
            .findFirst()
            .orElseThrow(
                () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "Deze opmerking bestaat niet."));
    if (!opmerking.open()) {
      throw new ResponseStatusException(
          HttpStatus.CONFLICT, "Deze opmerking is intussen al beantwoord. Uw antwoord is niet opgeslagen.");
    }
    try {
      opmerkingen.beantwoord(opmerking.id(), beantwoording(antwoord, versie, plaats, motivatie), wie);
    } catch (InvoerFout fout) {
      var opnieuw = new ModelAndView("visie-opmerkingen", HttpStatus.UNPROCESSABLE_ENTITY);
      opnieuw.addObject("visie", koppen.kop(d, Tabblad.OPMERKINGEN, wie));
      opnieuw.addObject(
          "pagina",
          pagina(
              d,
              "alle",
              wie,
              nummer,
              new OpmerkingenPagina.Invoer(antwoord, versie, plaats, motivatie, fout.getMessage())));
      return opnieuw;
    }
    schil.meldStraks("Het antwoord op de opmerking is vastgelegd.");
    return new ModelAndView("redirect:/visies/" + id + "/opmerkingen");
  }

  private static Opmerkingen.Beantwoording beantwoording(
      String antwoord, String versie, String plaats, String motivatie) {
    if ("niet_overgenomen".equals(antwoord)) {
      return Opmerkingen.Beantwoording.nietOvergenomen(motivatie);
    }
    if (!"verwerkt".equals(antwoord)) {
      throw new InvoerFout("antwoord", "Kies of de opmerking is verwerkt of niet is overgenomen.");
    }
    if (leeg(versie)) {
      throw new InvoerFout("versie", "Kies de versie waarin de opmerking is verwerkt.");
    }
    if (leeg(plaats)) {
      throw new InvoerFout("pagina", "Noem de pagina of paragraaf waar de opmerking is verwerkt.");
    }
    return Opmerkingen.Beantwoording.verwerkt(versie, plaats);
  }

  private static boolean leeg(String tekst) {
    return tekst == null || tekst.isBlank();
  }

  /** Which remarks are shown. */
  private enum Toon {
    ALLE("Alle", o -> true),
    OPEN("Open", Opmerking::open),
    VERWERKT("Verwerkt", o -> o.antwoord().filter(Opmerking.Antwoord.VERWERKT::equals).isPresent()),
    NIET_OVERGENOMEN(
        "Niet overgenomen",
        o -> o.antwoord().filter(Opmerking.Antwoord.NIET_OVERGENOMEN::equals).isPresent());

    private final String tekst;
    private final Predicate<Opmerking> past;

    Toon(String tekst, Predicate<Opmerking> past) {
      this.tekst = tekst;
      this.past = past;
    }

    String code() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    static Toon van(String code) {
      for (Toon toon : values()) {
        if (toon.code().equals(code)) {
          return toon;
        }
      }
      return ALLE;
    }
  }

  private static Map<Object, Behandeling> behandelingen(Dossier d) {
    return d.behandelingen().stream()
        .collect(Collectors.toMap(Behandeling::id, Function.identity()));
  }

  /** The remarks that are shown, in the order of their treatments. */
  static List<Opmerking> gekozen(Dossier d, String toon) {
    Map<Object, Behandeling> behandelingen = behandelingen(d);
    return d.opmerkingen().stream()
        .filter(Toon.van(toon).past)
        .sorted(
            Comparator.comparing(
                    (Opmerking o) ->
                        behandelingen.get(o.behandeling()).datum().orElse(java.time.LocalDate.MAX))
                .thenComparing(o -> behandelingen.get(o.behandeling()).stap())
                .thenComparing(Opmerking::volgnr))
        .toList();
  }

  private OpmerkingenPagina pagina(
      Dossier d, String toon, Gebruiker wie, String geweigerd, OpmerkingenPagina.Invoer invoer) {
    Toon keuze = Toon.van(toon);
    Map<Object, Behandeling> behandelingen = behandelingen(d);
    boolean kan = d.visie().opgeschortOp().isEmpty();
    List<OpmerkingenPagina.Rij> rijen =
        gekozen(d, toon).stream()
            .map(
                o ->
                    rij(
                        d,
                        o,
                        behandelingen.get(o.behandeling()),
                        kan && o.open() && koppen.mag(d, behandelingen.get(o.behandeling()).stap(), wie),
                        o.id().toString().equals(geweigerd) ? invoer : null))
            .toList();
    long open = d.opmerkingen().stream().filter(Opmerking::open).count();
    Zin zin =
        d.opmerkingen().isEmpty()
            ? Zin.van("Nog geen overleg maakte een opmerking.")
            : open == 0
                ? Zin.metVet("Alle " + d.opmerkingen().size()).tekst(" opmerkingen zijn beantwoord.")
                : Zin.metVet(open + " van " + d.opmerkingen().size())
                    .tekst(open == 1 ? " opmerkingen is nog open." : " opmerkingen zijn nog open.");
    List<Filter> filters =
        d.opmerkingen().isEmpty()
            ? List.of()
            : List.of(Toon.values()).stream()
                .map(
                    t ->
                        new Filter(
                            t.tekst,
                            d.opmerkingen().stream().filter(t.past).count(),
                            d.url() + "/opmerkingen" + (t == Toon.ALLE ? "" : "?toon=" + t.code()),
                            t == keuze,
                            null))
                .toList();
    return new OpmerkingenPagina(
        zin,
        filters,
        rijen,
        d.versies().stream().map(Tekstversie::nummer).map(nummer -> new Keuze(nummer, nummer)).toList());
  }

  private static OpmerkingenPagina.Rij rij(
      Dossier d, Opmerking o, Behandeling b, boolean mag, OpmerkingenPagina.Invoer invoer) {
    String overleg = d.stap(b.stap()).map((Stap stap) -> d.overleg(stap)).orElse("");
    String antwoord =
        o.antwoord()
            .map(
                a ->
                    a == Opmerking.Antwoord.VERWERKT
                        ? "Verwerkt"
                            + (o.antwoordVersie() == null ? "" : " in versie " + o.antwoordVersie())
                            + (o.antwoordPlaats() != null
                                ? ", " + o.antwoordPlaats()
                                : o.antwoordTekst() != null ? ": " + o.antwoordTekst() : "")
                        : "Niet overgenomen: " + o.antwoordTekst())
            .orElse(null);
    return new OpmerkingenPagina.Rij(
        o.id().toString(),
        o.tekst(),
        overleg + b.datum().map(dag -> ", " + Taal.kort(dag)).orElse(""),
        o.eigenaar(),
        o.antwoord()
            .map(a -> a == Opmerking.Antwoord.VERWERKT ? Merk.goed(a.naam()) : Merk.anders(a.naam()))
            .orElseGet(() -> Merk.open("open")),
        antwoord,
        mag ? d.url() + "/opmerkingen/" + o.id() : null,
        invoer);
  }
}
