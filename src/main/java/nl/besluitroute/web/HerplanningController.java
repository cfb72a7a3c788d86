package nl.besluitroute.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.besluitroute.dossier.Dossier;
import nl.besluitroute.dossier.Dossiers;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.visie.Stap;
import nl.besluitroute.visie.VisieFout;
import nl.besluitroute.visieplanning.Herplanning;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** 'Stel dat': what it would do to a vision that a step is treated later, and doing it. */
@Controller
class HerplanningController {
  private static final String ADRES = "/visies/{id}/stel-dat";

  private final Herplanning herplanning;
  private final Dossiers dossiers;
  private final Schil schil;

  HerplanningController(Herplanning herplanning, Dossiers dossiers, Schil schil) {
    this.herplanning = herplanning;
    this.dossiers = dossiers;
    this.schil = schil;
  }

  /** What is asked; the day as it was written. */
  private record Vraag(String stap, String vanaf) {
    boolean leeg() {
      return stap.isBlank() && vanaf.isBlank();
    }

    /** @throws VisieFout when it is no day */
    LocalDate dag() {
      try {
        return LocalDate.parse(vanaf);
      } catch (DateTimeException e) {
        throw new VisieFout("Kies de dag vanaf welke de stap kan worden behandeld.");
      }
    }
  }

  @GetMapping(ADRES)
  ModelAndView stelDat(
      @PathVariable String id,
      @RequestParam(name = "stap", defaultValue = "") String stap,
      @RequestParam(name = "vanaf", defaultValue = "") String vanaf,
      Gebruiker wie) {
    return pagina(dossiers.van(id, wie), new Vraag(stap, vanaf), "", null, wie);
  }

  @PostMapping(ADRES)
  ModelAndView voerDoor(
      @PathVariable String id,
      @RequestParam(name = "stap", defaultValue = "") String stap,
      @RequestParam(name = "vanaf", defaultValue = "") String vanaf,
      @RequestParam(name = "reden", defaultValue = "") String reden,
      @RequestParam(name = "kenmerk", defaultValue = "") String kenmerk,
      Gebruiker wie) {
    Dossier d = dossiers.van(id, wie);
    Vraag vraag = new Vraag(stap, vanaf);
    try {
      int aantal = herplanning.stelUit(id, stap, vraag.dag(), reden, kenmerk, wie);
      schil.meldStraks(
          Taal.aantal(aantal, "stap heeft", "stappen hebben")
              + " een andere datum; taken en termijnen zijn mee verplaatst.");
    } catch (VisieFout fout) {
      return pagina(d, vraag, reden, fout.getMessage(), wie);
    }
    return new ModelAndView("redirect:" + d.url() + "/planning#inhoud");
  }

  private ModelAndView pagina(Dossier d, Vraag vraag, String reden, String fout, Gebruiker wie) {
    String url = d.url() + "/stel-dat";
    Herplanning.Voorbeeld voorbeeld = null;
    String vraagFout = null;
    if (!vraag.leeg()) {
      try {
        voorbeeld = herplanning.als(d.visie().id(), vraag.stap(), vraag.dag(), wie);
      } catch (VisieFout e) {
        vraagFout = e.getMessage();
      }
    }
    boolean teDoen =
        voorbeeld != null
            && voorbeeld.visies().stream()
                .flatMap(v -> v.regels().stream())
                .anyMatch(r -> r.plant() && r.wordt().isPresent());
    boolean geweigerd = fout != null || vraagFout != null;
    var antwoord =
        new ModelAndView("herplanning", geweigerd ? HttpStatus.UNPROCESSABLE_ENTITY : HttpStatus.OK);
    antwoord.addObject(
        "pagina",
        new HerplanningPagina(
            List.of(
                new Link("Visies", "/visies"),
                new Link(d.visie().titel(), d.url()),
                new Link("Planning", d.url() + "/planning"),
                Link.zonder("Stel dat")),
            d.visie().titel(),
            "Stel dat een stap later wordt behandeld",
            new HerplanningPagina.Vraag(url, stappen(d), vraag.stap(), vraag.vanaf(), vraagFout),
            voorbeeld == null ? null : Herplanningbeeld.zin(voorbeeld),
            voorbeeld == null ? List.of() : Herplanningbeeld.visies(voorbeeld, d.vandaag()),
            !teDoen
                ? null
                : new HerplanningPagina.Vorm(
                    url,
                    Map.of("stap", vraag.stap(), "vanaf", vraag.vanaf(), "kenmerk", voorbeeld.kenmerk()),
                    "Doorvoeren",
                    reden,
                    fout,
                    new Link("Niets doen", d.url() + "/planning"))));
    return antwoord;
  }

  /** Those that are still to come, without the blocks of which the municipalities have steps. */
  private static List<Keuze> stappen(Dossier d) {
    return d.stappen().stream()
        .filter(Stap::isOpen)
        .filter(
            s ->
                s.soort().lokaal()
                    || d.stappen().stream()
                        .noneMatch(l -> l.soort().lokaal() && l.element().equals(s.element())))
        .map(
            s ->
                new Keuze(
                    s.id(),
                    s.naam() + s.gepland().map(g -> ", gepland " + Taal.geschreven(g)).orElse(", nog zonder datum")))
        .toList();
  }
}
