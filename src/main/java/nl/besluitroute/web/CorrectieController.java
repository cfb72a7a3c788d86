package nl.besluitroute.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import nl.besluitroute.besluitvorming.Behandeling;
import nl.besluitroute.besluitvorming.Besluit;
import nl.besluitroute.besluitvorming.Besluiten;
import nl.besluitroute.besluitvorming.Conclusie;
import nl.besluitroute.besluitvorming.Correctie;
import nl.besluitroute.besluitvorming.Correcties;
import nl.besluitroute.besluitvorming.InvoerFout;
import nl.besluitroute.besluitvorming.Uitkomst;
import nl.besluitroute.besluitvorming.Zekerheid;
import nl.besluitroute.dossier.Dossier;
import nl.besluitroute.dossier.Dossiers;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.visie.Stap;
import nl.besluitroute.web.CorrectiePagina.Eerder;
import nl.besluitroute.web.CorrectiePagina.Veld;
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

/** Puts right what was recorded wrongly, and shows what stood there before. */
@Controller
class CorrectieController {
  private final Dossiers dossiers;
  private final Koppen koppen;
  private final Correcties correcties;
  private final Schil schil;

  CorrectieController(Dossiers dossiers, Koppen koppen, Correcties correcties, Schil schil) {
    this.dossiers = dossiers;
    this.koppen = koppen;
    this.correcties = correcties;
    this.schil = schil;
  }

  @GetMapping("/visies/{id}/besluiten/{nummer}/correctie")
  String besluit(@PathVariable String id, @PathVariable String nummer, Gebruiker wie, Model model) {
    Dossier d = dossiers.van(id, wie);
    model.addAttribute("visie", koppen.kop(d, Tabblad.GEMEENTEN, wie));
    model.addAttribute("pagina", pagina(d, besluit(d, nummer), wie, null, List.of()));
    return "visie-correctie";
  }

  @PostMapping("/visies/{id}/besluiten/{nummer}/correctie")
  ModelAndView corrigeerBesluit(
      @PathVariable String id, @PathVariable String nummer, @RequestParam Map<String, String> in, Gebruiker wie) {
    Dossier d = dossiers.van(id, wie);
    Besluit besluit = besluit(d, nummer);
    try {
      Correcties.Gevolg gevolg =
          correcties.besluit(
              besluit.id(),
              new Besluiten.Vastlegging(
                  datum(in), in.getOrDefault("uitkomst", ""), tekst(in, "versie"), tekst(in, "dictum"),
                  tekst(in, "nummer"), tekst(in, "amendement"), tekst(in, "bron"), null),
              tekst(in, "correctiereden"),
              wie);
      meld("Het besluit van " + d.gemeenten().get(besluit.gemeente()) + " is gecorrigeerd. Stand: " + gevolg.standWordt() + ".", gevolg);
      return new ModelAndView("redirect:" + d.url() + "/gemeenten");
    } catch (InvoerFout fout) {
      return opnieuw(d, Tabblad.GEMEENTEN, wie, pagina(d, besluit, wie, in, fouten(fout)));
    }
  }

  @GetMapping("/visies/{id}/behandelingen/{nummer}/correctie")
  String conclusie(@PathVariable String id, @PathVariable String nummer, Gebruiker wie, Model model) {
    Dossier d = dossiers.van(id, wie);
    model.addAttribute("visie", koppen.kop(d, Tabblad.BEHANDELING, wie));
    model.addAttribute("pagina", pagina(d, behandeling(d, nummer), wie, null, List.of()));
    return "visie-correctie";
  }

  @PostMapping("/visies/{id}/behandelingen/{nummer}/correctie")
  ModelAndView corrigeerConclusie(
      @PathVariable String id, @PathVariable String nummer, @RequestParam Map<String, String> in, Gebruiker wie) {
    Dossier d = dossiers.van(id, wie);
    Behandeling behandeling = behandeling(d, nummer);
    try {
      Correcties.Gevolg gevolg =
          correcties.conclusie(
              behandeling.id(),
              new Correcties.Conclusiecorrectie(
                  datum(in), in.getOrDefault("versie", ""), in.getOrDefault("conclusie", ""), tekst(in, "tekst")),
              tekst(in, "correctiereden"),
              wie);
      meld("De conclusie is gecorrigeerd.", gevolg);
      return new ModelAndView("redirect:" + d.url());
    } catch (InvoerFout fout) {
      return opnieuw(d, Tabblad.BEHANDELING, wie, pagina(d, behandeling, wie, in, fouten(fout)));
    }
  }

  private void meld(String zin, Correcties.Gevolg gevolg) {
    schil.meldStraks(gevolg.letOp().isEmpty() ? zin : zin + " Let op: " + String.join(" ", gevolg.letOp()));
  }

  private ModelAndView opnieuw(Dossier d, Tabblad tab, Gebruiker wie, CorrectiePagina pagina) {
    var opnieuw = new ModelAndView("visie-correctie", HttpStatus.UNPROCESSABLE_ENTITY);
    opnieuw.addObject("visie", koppen.kop(d, tab, wie));
    opnieuw.addObject("pagina", pagina);
    return opnieuw;
  }

  private static List<Invoerfout> fouten(InvoerFout fout) {
    return List.of(new Invoerfout(fout.veld().isEmpty() ? null : "veld-" + fout.veld(), fout.getMessage()));
  }

  private static String tekst(Map<String, String> in, String veld) {
    String waarde = in.getOrDefault(veld, "").strip();
    return waarde.isEmpty() ? null : waarde;
  }

  private static LocalDate datum(Map<String, String> in) {
    try {
      return LocalDate.parse(in.getOrDefault("datum", ""));
    } catch (DateTimeParseException e) {
      throw new InvoerFout("datum", "Vul de datum in.");
    }
  }

  private static Besluit besluit(Dossier d, String nummer) {
    return d.besluiten().stream()
        .filter(b -> b.id().toString().equals(nummer) && d.zicht().stap(b.stap()))
        .findFirst()
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "Dit besluit bestaat niet."));
  }

  private static Behandeling behandeling(Dossier d, String nummer) {
    return d.behandelingen().stream()
        .filter(b -> b.id().toString().equals(nummer) && b.conclusie().isPresent())
        .findFirst()
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "Deze behandeling bestaat niet."));
  }

  // -- the page ------------------------------------------------------------------------------

  private CorrectiePagina pagina(
      Dossier d, Besluit b, Gebruiker wie, Map<String, String> in, List<Invoerfout> fouten) {
    Stap stap = d.stap(b.stap()).orElseThrow();
    boolean eigen = wie.legtVastVoor(b.gemeente(), b.orgaansoort());
    String waarom =
        !koppen.mag(d, b.stap(), wie)
            ? "Alleen de gemeente zelf of een ambtelijk secretaris van de regio corrigeert dit besluit."
            : b.zekerheid() == Zekerheid.BEVESTIGD && !eigen
                ? "De gemeente heeft dit besluit bevestigd; alleen de gemeente corrigeert het."
                : null;
    List<Keuze> uitkomsten = Uitkomst.van(b.orgaansoort()).stream().map(u -> new Keuze(u.code(), u.naam())).toList();
    List<Veld> velden =
        List.of(
            new Veld("datum", "Datum van het besluit", "datum", true, List.of(), of(in, "datum", b.datum().toString())),
            new Veld("uitkomst", "Uitkomst", "keuze", true, uitkomsten, of(in, "uitkomst", b.uitkomst().code())),
            new Veld("versie", "Versie", "keuze", false, versies(d), of(in, "versie", b.versie().orElse(""))),
            new Veld("dictum", "Dictum, woord voor woord", "lang", false, List.of(), of(in, "dictum", b.dictum().orElse(""))),
            new Veld("amendement", "Amendement, woord voor woord", "lang", false, List.of(), of(in, "amendement", b.amendement().orElse(""))),
            new Veld("nummer", "Nummer", "tekst", false, List.of(), of(in, "nummer", b.nummer() == null ? "" : b.nummer())),
            new Veld("bron", eigen ? "Bron" : "Bron (verplicht: u legt vast voor de gemeente)", "tekst", !eigen, List.of(), of(in, "bron", b.bron() == null ? "" : b.bron())),
            new Veld("correctiereden", "Reden van de correctie", "lang", true, List.of(), of(in, "correctiereden", "")));
    return new CorrectiePagina(
        d.url() + "/besluiten/" + b.id() + "/correctie",
        d.url() + "/gemeenten",
        "Besluit corrigeren: " + Taal.metKleineLetter(stap.naam()),
        "Een correctie herstelt wat verkeerd is overgenomen; de stand volgt meteen. Nam de gemeente een nieuw besluit, laat haar dan opnieuw besluiten.",
        b.uitkomst().naam() + ", " + Taal.voluitZonderDag(b.datum()) + b.versie().map(v -> ", versie " + v).orElse("") + " (" + b.zekerheid().naam() + ")",
        eerder(d, c -> c.besluit().filter(b.id()::equals).isPresent()),
        waarom == null ? velden : List.of(),
        waarom,
        fouten);
  }

  private CorrectiePagina pagina(
      Dossier d, Behandeling b, Gebruiker wie, Map<String, String> in, List<Invoerfout> fouten) {
    Stap stap = d.stap(b.stap()).orElseThrow();
    Conclusie conclusie = b.conclusie().orElseThrow();
    List<Keuze> conclusies =
        Arrays.stream(Conclusie.values())
            .filter(c -> (c == Conclusie.AANGEHOUDEN) == (conclusie == Conclusie.AANGEHOUDEN))
            .map(c -> new Keuze(c.code(), c == Conclusie.LEEG ? "leeg gelaten" : c.naam()))
            .toList();
    List<Veld> velden =
        List.of(
            new Veld("datum", "Datum van de vergadering", "datum", true, List.of(), of(in, "datum", b.datum().map(LocalDate::toString).orElse(""))),
            new Veld("versie", "Behandelde versie", "keuze", true, versies(d), of(in, "versie", b.behandeldeVersie().orElse(""))),
            new Veld("conclusie", "Conclusie", "keuze", true, conclusies, of(in, "conclusie", conclusie.code())),
            new Veld("tekst", "Toelichting bij de conclusie", "lang", false, List.of(), of(in, "tekst", b.reden() == null ? "" : b.reden())),
            new Veld("correctiereden", "Reden van de correctie", "lang", true, List.of(), of(in, "correctiereden", "")));
    boolean mag = koppen.mag(d, b.stap(), wie);
    return new CorrectiePagina(
        d.url() + "/behandelingen/" + b.id() + "/correctie",
        d.url(),
        "Conclusie corrigeren: " + Taal.metKleineLetter(d.overleg(stap)),
        "Een correctie herstelt wat verkeerd is overgenomen. De tekst blijft waar hij is op de route.",
        (conclusie == Conclusie.LEEG ? "Leeg gelaten" : conclusie.naam()) + b.datum().map(x -> ", " + Taal.voluitZonderDag(x)).orElse(""),
        eerder(d, c -> c.behandeling().filter(b.id()::equals).isPresent()),
        mag ? velden : List.of(),
        mag ? null : "Alleen een ambtelijk secretaris van de regio of van dit overleg corrigeert deze conclusie.",
        fouten);
  }

  private List<Eerder> eerder(Dossier d, Predicate<Correctie> welke) {
    List<Eerder> eerder = new ArrayList<>();
    for (Correctie c : dossiers.correcties(d)) {
      if (welke.test(c)) {
        eerder.add(
            new Eerder(
                (c.uitkomst().isEmpty() ? "Leeg gelaten" : c.uitkomst())
                    + c.datum().map(x -> ", " + Taal.voluitZonderDag(x)).orElse("")
                    + c.versie().map(v -> ", versie " + v).orElse("")
                    + c.zekerheid().map(z -> " (" + z.naam() + ")").orElse(""),
                c.dictum().or(c::toelichting).orElse(null),
                "Gecorrigeerd door "
                    + Taal.metKleineLetter(c.gecorrigeerdDoor())
                    + " op "
                    + Taal.voluitZonderDag(LocalDate.ofInstant(c.gecorrigeerdOp(), Klok.ZONE))
                    + ": "
                    + c.reden()));
      }
    }
    Collections.reverse(eerder);
    return eerder;
  }

  private static List<Keuze> versies(Dossier d) {
    List<Keuze> versies = new ArrayList<>(List.of(new Keuze("", "geen")));
    d.versies().forEach(v -> versies.add(new Keuze(v.nummer(), v.nummer())));
    return versies;
  }

  private static String of(Map<String, String> in, String veld, String anders) {
    return Optional.ofNullable(in).map(i -> i.getOrDefault(veld, "")).orElse(anders);
  }
}
