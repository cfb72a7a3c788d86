package nl.besluitroute.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import nl.besluitroute.dossier.Dossier;
import nl.besluitroute.dossier.Dossiers;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.regio.Orgaan;
import nl.besluitroute.regio.Regios;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.Plek;
import nl.besluitroute.toegang.Toegang;
import nl.besluitroute.visie.Stap;
import nl.besluitroute.visie.Vertrouwelijkheden;
import nl.besluitroute.visie.Vertrouwelijkheid;
import nl.besluitroute.visie.Vertrouwelijkheid.Niveau;
import nl.besluitroute.visie.VisieFout;
import nl.besluitroute.web.VertrouwelijkPagina.Invoer;
import nl.besluitroute.web.VertrouwelijkPagina.Merkteken;
import nl.besluitroute.web.VertrouwelijkPagina.Vorm;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Marks what of a vision is vertrouwelijk or geheim, and lifts the mark. */
@Controller
class VertrouwelijkController {

  private static final String VISIE = "visie";
  private static final String STAP = "stap:";
  private static final String VERSIE = "versie:";

  private final Dossiers dossiers;
  private final Vertrouwelijkheden vertrouwelijkheden;
  private final Regios regios;
  private final Toegang toegang;
  private final Koppen koppen;
  private final Schil schil;

  VertrouwelijkController(
      Dossiers dossiers,
      Vertrouwelijkheden vertrouwelijkheden,
      Regios regios,
      Toegang toegang,
      Koppen koppen,
      Schil schil) {
    this.dossiers = dossiers;
    this.vertrouwelijkheden = vertrouwelijkheden;
    this.regios = regios;
    this.toegang = toegang;
    this.koppen = koppen;
    this.schil = schil;
  }

  /** A refused lifting, shown again. */
  private record Geweigerd(UUID merk, String reden, String fout) {}

  @GetMapping("/visies/{id}/vertrouwelijk")
  String toon(@PathVariable String id, Gebruiker wie, Model model) {
    Dossier d = dossiers.van(id, wie);
    model.addAttribute("visie", koppen.kop(d, null, wie));
    model.addAttribute("pagina", pagina(d, wie, Invoer.LEEG, null, null));
    return "visie-vertrouwelijk";
  }

  @PostMapping("/visies/{id}/vertrouwelijk")
  ModelAndView markeer(@PathVariable String id, Invoer invoer, Gebruiker wie) {
    Dossier d = dossiers.van(id, wie);
    Vertrouwelijkheid merk;
    try {
      merk = vertrouwelijkheden.markeer(markering(d, invoer), wie);
    } catch (VisieFout fout) {
      return opnieuw(d, wie, invoer, fout.getMessage(), null);
    }
    schil.meldStraks(wat(d, merk) + " is aangemerkt als " + merk.niveau().naam() + ".");
    return naar(id);
  }

  @PostMapping("/visies/{id}/vertrouwelijk/{merk}/opheffen")
  ModelAndView hefOp(
      @PathVariable String id,
      @PathVariable String merk,
      @RequestParam(name = "reden", required = false) String reden,
      Gebruiker wie) {
    Dossier d = dossiers.van(id, wie);
    Vertrouwelijkheid gevonden =
        d.zicht().merken().stream()
            .filter(m -> m.id().toString().equals(merk))
            .findFirst()
            .orElseThrow(
                () ->
                    new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "Deze markering bestaat niet, of geldt niet meer."));
    try {
      vertrouwelijkheden.hefOp(gevonden.id(), reden, wie);
    } catch (VisieFout fout) {
      return opnieuw(
          d, wie, Invoer.LEEG, null, new Geweigerd(gevonden.id(), reden, fout.getMessage()));
    }
    schil.meldStraks(wat(d, gevonden) + " is niet langer " + gevonden.niveau().naam() + ".");
    return naar(id);
  }

  private static ModelAndView naar(String id) {
    return new ModelAndView("redirect:/visies/" + id + "/vertrouwelijk#inhoud");
  }

  private ModelAndView opnieuw(
      Dossier d, Gebruiker wie, Invoer invoer, String fout, Geweigerd geweigerd) {
    var opnieuw = new ModelAndView("visie-vertrouwelijk", HttpStatus.UNPROCESSABLE_ENTITY);
    opnieuw.addObject("visie", koppen.kop(d, null, wie));
    opnieuw.addObject("pagina", pagina(d, wie, invoer, fout, geweigerd));
    return opnieuw;
  }

  private static Vertrouwelijkheden.Markering markering(Dossier d, Invoer invoer) {
    String wat = invoer.wat() == null ? "" : invoer.wat();
    boolean stap = wat.startsWith(STAP);
    boolean versie = wat.startsWith(VERSIE);
    if (!stap && !versie && !wat.equals(VISIE)) {
      throw new VisieFout("Kies wat u aanmerkt.");
    }
    if (versie
        && d.versies().stream().noneMatch(v -> v.nummer().equals(wat.substring(VERSIE.length())))) {
      throw new VisieFout("Kies een versie van deze visie.");
    }
    Niveau niveau =
        Arrays.stream(Niveau.values())
            .filter(n -> code(n).equals(invoer.niveau()))
            .findFirst()
            .orElseThrow(() -> new VisieFout("Kies vertrouwelijk of geheim."));
    return new Vertrouwelijkheden.Markering(
        d.visie().id(),
        stap ? wat.substring(STAP.length()) : null,
        versie ? wat.substring(VERSIE.length()) : null,
        niveau,
        invoer.grond(),
        invoer.orgaan() == null ? "" : invoer.orgaan(),
        tot(invoer.tot()));
  }

  private static LocalDate tot(String tekst) {
    if (tekst == null || tekst.isBlank()) {
      return null;
    }
    try {
      return LocalDate.parse(tekst.strip());
    } catch (DateTimeParseException e) {
      throw new VisieFout("Kies de einddatum uit de kalender, of laat haar leeg.");
    }
  }

  private static String code(Niveau niveau) {
    return niveau.name().toLowerCase(Locale.ROOT);
  }

  // -- the page ------------------------------------------------------------------------------

  private VertrouwelijkPagina pagina(
      Dossier d, Gebruiker wie, Invoer invoer, String fout, Geweigerd geweigerd) {
    List<Keuze> organen = organen(d, wie);
    return new VertrouwelijkPagina(
        d.zicht().merken().stream().map(m -> merkteken(d, m, wie, organen, geweigerd)).toList(),
        organen.isEmpty()
            ? null
            : new Vorm(
                d.url() + "/vertrouwelijk",
                delen(d, wie),
                Arrays.stream(Niveau.values())
                    .map(n -> new Keuze(code(n), Taal.metHoofdletter(n.naam())))
                    .toList(),
                organen,
                invoer,
                fout));
  }

  private Merkteken merkteken(
      Dossier d, Vertrouwelijkheid m, Gebruiker wie, List<Keuze> organen, Geweigerd geweigerd) {
    boolean leesbaar =
        m.stap().map(d.zicht()::stap).orElse(true) && m.versie().map(d.zicht()::versie).orElse(true);
    boolean mag =
        leesbaar
            && organen.stream().anyMatch(o -> o.waarde().equals(m.orgaan()))
            && m.stap().map(stap -> koppen.mag(d, stap, wie)).orElse(true);
    boolean opnieuw = geweigerd != null && geweigerd.merk().equals(m.id());
    return new Merkteken(
        m.id().toString(),
        wat(d, m),
        Merk.van(m),
        leesbaar ? m.grond() : null,
        regios.orgaan(m.orgaan()).map(Orgaan::naam).orElse(m.orgaan()),
        m.tot().map(dag -> "tot " + Taal.voluitZonderDag(dag)).orElse("tot het wordt opgeheven"),
        m.gemarkeerdDoor()
            + ", "
            + Taal.voluitZonderDag(m.gemarkeerdOp().atZone(Klok.ZONE).toLocalDate()),
        mag ? d.url() + "/vertrouwelijk/" + m.id() + "/opheffen" : null,
        opnieuw ? geweigerd.reden() : null,
        opnieuw ? geweigerd.fout() : null);
  }

  private static String wat(Dossier d, Vertrouwelijkheid m) {
    return m.versie()
        .map(nummer -> "Versie " + nummer)
        .or(() -> m.stap().flatMap(d::stap).map(stap -> stapnaam(d, stap)))
        .orElse("De hele visie");
  }

  private static String stapnaam(Dossier d, Stap stap) {
    return stap.soort().lokaal() && stap.besluitronde() > 1
        ? stap.naam() + ", besluitronde " + stap.besluitronde()
        : stap.naam();
  }

  private List<Keuze> delen(Dossier d, Gebruiker wie) {
    List<Keuze> delen = new ArrayList<>();
    delen.add(new Keuze(VISIE, "De hele visie"));
    d.versies().forEach(v -> delen.add(new Keuze(VERSIE + v.nummer(), "Versie " + v.nummer())));
    d.stappen().stream()
        .filter(stap -> stap.soort().lokaal() || stap.soort() == Stap.Soort.OVERLEG)
        .filter(stap -> koppen.mag(d, stap.id(), wie))
        .forEach(stap -> delen.add(new Keuze(STAP + stap.id(), stapnaam(d, stap))));
    return delen;
  }

  /** The bodies for which this user may impose it. */
  private List<Keuze> organen(Dossier d, Gebruiker wie) {
    List<String> regio = d.visie().regios();
    List<Keuze> organen = new ArrayList<>();
    regios.overleggen(regio).stream()
        .filter(o -> toegang.magVastleggen(wie, new Plek(regio, o.id(), null, null)))
        .forEach(o -> organen.add(new Keuze(o.id(), o.naam())));
    regios
        .organen(
            d.stappen().stream()
                .filter(stap -> stap.soort().lokaal())
                .flatMap(stap -> stap.orgaan().stream())
                .distinct()
                .toList())
        .stream()
        .filter(
            o ->
                toegang.magVastleggen(
                    wie, new Plek(regio, o.id(), o.gemeente().orElseThrow(), o.soort())))
        .sorted(Comparator.comparing(Orgaan::naam))
        .forEach(o -> organen.add(new Keuze(o.id(), o.naam())));
    return organen;
  }
}
