package nl.besluitroute.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.besluitroute.agenda.AgendaTaak;
import nl.besluitroute.besluitvorming.Besluit;
import nl.besluitroute.besluitvorming.Besluiten;
import nl.besluitroute.besluitvorming.Duiding;
import nl.besluitroute.besluitvorming.Informering;
import nl.besluitroute.besluitvorming.InvoerFout;
import nl.besluitroute.besluitvorming.Stand;
import nl.besluitroute.besluitvorming.Zekerheid;
import nl.besluitroute.dossier.Dossier;
import nl.besluitroute.dossier.Dossiers;
import nl.besluitroute.regio.Gemeente;
import nl.besluitroute.regio.Orgaansoort;
import nl.besluitroute.regio.Regios;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.visie.Stap;
import nl.besluitroute.visie.Stappen;
import nl.besluitroute.visie.VisieFout;
import nl.besluitroute.visie.Visies;
import nl.besluitroute.web.GemeentenPagina.Cel;
import nl.besluitroute.web.GemeentenPagina.Deelnamevorm;
import nl.besluitroute.web.GemeentenPagina.Duidvorm;
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

/** What each municipality decided, what that rests on and how it is read. */
@Controller
class GemeentenController {

  private final Dossiers dossiers;
  private final Koppen koppen;
  private final Besluiten besluiten;
  private final Stappen stappen;
  private final Visies visies;
  private final Regios regios;
  private final Schil schil;

  GemeentenController(
      Dossiers dossiers,
      Koppen koppen,
      Besluiten besluiten,
      Stappen stappen,
      Visies visies,
      Regios regios,
      Schil schil) {
    this.dossiers = dossiers;
    this.koppen = koppen;
    this.besluiten = besluiten;
    this.stappen = stappen;
    this.visies = visies;
    this.regios = regios;
    this.schil = schil;
  }

  /** A refused reading, shown again. */
  private record Geweigerd(UUID besluit, String klasse, String eensluidend, String reden, String fout) {}

  /** A refused change of who decides, shown again. */
  private record Deelnamefout(Deelnamesoort soort, String gemeente, String reden, String fout) {}

  /** What changes who decides, or once more. */
  private enum Deelnamesoort {
    TOETREDING(
        "Gemeente toegetreden",
        "De gemeente krijgt haar stappen in de planning met de datum van het blok. Staat de lokale"
            + " besluitvorming al open, dan begint haar werk meteen.",
        "Kies een gemeente van de regio die nog niet deelneemt.",
        "Gemeente %s neemt nu deel en staat in de planning."),
    VERTREK(
        "Gemeente vertrokken",
        "Wat de gemeente besloot, blijft staan. Haar open werk eindigt, en zij telt niet langer mee"
            + " voor de stand.",
        "Kies een gemeente die deelneemt.",
        "Gemeente %s neemt niet langer deel. Wat zij besloot, blijft staan; haar open werk is beëindigd."),
    OPNIEUW(
        "Gemeente besluit opnieuw",
        "College en raad krijgen dezelfde tekst nogmaals voorgelegd. Het besluit dat de gemeente al nam,"
            + " telt tot zij een nieuw neemt.",
        "Kies een gemeente die al heeft besloten en niet meer aan zet is.",
        "Gemeente %s besluit opnieuw. Haar eerdere besluit telt tot het nieuwe er is.");

    private final String kop;
    private final String gevolg;
    private final String kies;
    private final String gedaan;

    Deelnamesoort(String kop, String gevolg, String kies, String gedaan) {
      this.kop = kop;
      this.gevolg = gevolg;
      this.kies = kies;
      this.gedaan = gedaan;
    }

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @GetMapping("/visies/{id}/gemeenten")
  String gemeenten(@PathVariable String id, Gebruiker wie, Model model) {
    Dossier d = dossiers.van(id, wie);
    model.addAttribute("visie", koppen.kop(d, Tabblad.GEMEENTEN, wie));
    model.addAttribute("pagina", pagina(d, wie, null, null));
    return "visie-gemeenten";
  }

  @PostMapping("/visies/{id}/besluiten/{nummer}/bevestigen")
  String bevestig(@PathVariable String id, @PathVariable String nummer, Gebruiker wie) {
    Dossier d = dossiers.van(id, wie);
    Besluit besluit = besluit(d, nummer);
    if (wie.legtVastVoor(besluit.gemeente(), besluit.orgaansoort()) && besluit.zekerheid() == Zekerheid.BEVESTIGD) {
      throw new ResponseStatusException(HttpStatus.CONFLICT, "Dit besluit is intussen al bevestigd.");
    }
    besluiten.bevestig(besluit.id(), wie);
    schil.meldStraks(
        "Het besluit van "
            + (besluit.orgaansoort() == Orgaansoort.RAAD ? "de raad" : "het college")
            + " van "
            + d.gemeenten().get(besluit.gemeente())
            + " is bevestigd.");
    return "redirect:/visies/" + id + "/gemeenten";
  }

  @PostMapping("/visies/{id}/besluiten/{nummer}/duiding")
  ModelAndView duid(
      @PathVariable String id,
      @PathVariable String nummer,
      @RequestParam(name = "klasse", required = false) String klasse,
      @RequestParam(name = "eensluidend", required = false) String eensluidend,
      @RequestParam(name = "reden", required = false) String reden,
      Gebruiker wie) {
    Dossier d = dossiers.van(id, wie);
    Besluit besluit = besluit(d, nummer);
    try {
      besluiten.duid(besluit.id(), klasse(klasse), jaOfNee(eensluidend), reden, wie);
    } catch (InvoerFout fout) {
      var opnieuw = new ModelAndView("visie-gemeenten", HttpStatus.UNPROCESSABLE_ENTITY);
      opnieuw.addObject("visie", koppen.kop(d, Tabblad.GEMEENTEN, wie));
      opnieuw.addObject(
          "pagina",
          pagina(d, wie, new Geweigerd(besluit.id(), klasse, eensluidend, reden, fout.getMessage()), null));
      return opnieuw;
    }
    schil.meldStraks(
        "De duiding bij het besluit van " + d.gemeenten().get(besluit.gemeente()) + " is vastgelegd.");
    return new ModelAndView("redirect:/visies/" + id + "/gemeenten");
  }

  @PostMapping("/visies/{id}/deelname/{soort:toetreding|vertrek|opnieuw}")
  ModelAndView deelname(
      @PathVariable String id,
      @PathVariable String soort,
      @RequestParam(name = "gemeente", defaultValue = "") String gemeente,
      @RequestParam(name = "reden", defaultValue = "") String reden,
      Gebruiker wie) {
    Dossier d = dossiers.van(id, wie);
    koppen.eisSecretaris(d, wie);
    Deelnamesoort wat = Deelnamesoort.valueOf(soort.toUpperCase(Locale.ROOT));
    String naam =
        kiesbaar(d, wat).stream().filter(k -> k.waarde().equals(gemeente)).map(Keuze::tekst).findFirst().orElse(null);
    try {
      if (naam == null) {
        throw new VisieFout(gemeente.isEmpty() ? "Kies een gemeente." : wat.kies);
      }
      switch (wat) {
        case TOETREDING -> stappen.toetreding(id, gemeente, reden.strip(), wie);
        case VERTREK -> stappen.vertrek(id, gemeente, reden.strip(), wie);
        case OPNIEUW -> stappen.opnieuwBesluiten(id, gemeente, reden.strip(), wie);
      }
    } catch (VisieFout fout) {
      Dossier nu = dossiers.van(id, wie);
      var opnieuw = new ModelAndView("visie-gemeenten", HttpStatus.UNPROCESSABLE_ENTITY);
      opnieuw.addObject("visie", koppen.kop(nu, Tabblad.GEMEENTEN, wie));
      opnieuw.addObject("pagina", pagina(nu, wie, null, new Deelnamefout(wat, gemeente, reden, fout.getMessage())));
      return opnieuw;
    }
    schil.meldStraks(wat.gedaan.formatted(naam));
    return new ModelAndView("redirect:/visies/" + id + "/gemeenten#inhoud");
  }

  /** Those that this can be asked of now. */
  private List<Keuze> kiesbaar(Dossier d, Deelnamesoort soort) {
    List<String> nu = visies.deelnemers(d.visie().id());
    return keuzes(
        switch (soort) {
          case TOETREDING ->
              d.visie().regios().stream()
                  .flatMap(regio -> regios.leden(regio, d.vandaag()).stream())
                  .filter(g -> !nu.contains(g.code()))
                  .toList();
          case VERTREK -> regios.gemeenten(nu);
          case OPNIEUW -> regios.gemeenten(nu).stream().filter(g -> kanOpnieuw(d, g.code())).toList();
        });
  }

  /** She decided, is not at it, and the round in which she did is still open. */
  private static boolean kanOpnieuw(Dossier d, String gemeente) {
    return d.stappen().stream().anyMatch(s -> s.soort() == Stap.Soort.LOKAAL && s.toestand() == Stap.Toestand.LOOPT)
        && d.besluiten().stream().anyMatch(b -> b.gemeente().equals(gemeente))
        && d.stappen().stream()
            .noneMatch(
                s -> s.gemeente().filter(gemeente::equals).isPresent() && s.toestand() == Stap.Toestand.LOOPT);
  }

  private static List<Keuze> keuzes(List<Gemeente> gemeenten) {
    return gemeenten.stream()
        .map(g -> new Keuze(g.code(), g.naam()))
        .distinct()
        .sorted(Comparator.comparing(Keuze::tekst))
        .toList();
  }

  private static Besluit besluit(Dossier d, String nummer) {
    return d.besluiten().stream()
        .filter(b -> b.id().toString().equals(nummer))
        .findFirst()
        .orElseThrow(
            () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "Dit besluit bestaat niet."));
  }

  private static Duiding.Klasse klasse(String code) {
    return Arrays.stream(Duiding.Klasse.values())
        .filter(k -> code(k).equals(code))
        .findFirst()
        .orElseThrow(() -> new InvoerFout("klasse", "Kies wat de wijziging raakt."));
  }

  private static String code(Duiding.Klasse klasse) {
    return klasse.name().toLowerCase(Locale.ROOT);
  }

  private static boolean jaOfNee(String waarde) {
    if (!"ja".equals(waarde) && !"nee".equals(waarde)) {
      throw new InvoerFout("eensluidend", "Kies of het besluit eensluidend is.");
    }
    return waarde.equals("ja");
  }

  // -- the page ------------------------------------------------------------------------------

  private GemeentenPagina pagina(
      Dossier d, Gebruiker wie, Geweigerd geweigerd, Deelnamefout deelnamefout) {
    boolean raad = d.heeft(Stap.Soort.RAAD);
    boolean brief = d.heeft(Stap.Soort.RAAD_INFORMEREN);
    List<String> kolommen = new ArrayList<>(List.of("Stand", "College"));
    if (raad) {
      kolommen.add("Raad");
    }
    if (brief) {
      kolommen.add("Raad geïnformeerd");
    }
    kolommen.add("Versie");
    Map<UUID, Duiding> duidingen =
        d.duidingen().stream()
            .collect(Collectors.toMap(Duiding::besluit, Function.identity(), (eerder, later) -> later));
    Map<String, List<Besluit>> perGemeente =
        d.besluiten().stream().collect(Collectors.groupingBy(Besluit::gemeente));
    // While the vision is suspended no form is offered; its head says so, and who resumes it.
    boolean open = d.visie().opgeschortOp().isEmpty();
    boolean secretaris = open && koppen.isSecretaris(d, wie);
    List<GemeentenPagina.Rij> rijen =
        d.stand().gemeenten().stream()
            .map(
                g ->
                    rij(
                        d,
                        g,
                        wie,
                        secretaris,
                        raad,
                        brief,
                        perGemeente.getOrDefault(g.gemeente(), List.of()),
                        duidingen,
                        geweigerd))
            .sorted(
                Comparator.comparing((GemeentenPagina.Rij rij) -> !rij.isEigen())
                    .thenComparing(GemeentenPagina.Rij::gemeente))
            .toList();
    return new GemeentenPagina(
        "Regel: " + d.visie().regel().omschrijving() + ". Gemeld: de regio legde het vast met een bron;"
            + " bevestigd: de gemeente zelf.",
        kolommen,
        rijen,
        open ? samen(d, wie) : List.of(),
        secretaris && d.visie().afgerondOp().isEmpty() ? deelnamevormen(d, deelnamefout) : List.of());
  }

  /** Where the besluiten that are asked of more than one municipality are recorded with one form. */
  private List<Link> samen(Dossier d, Gebruiker wie) {
    return Stream.of(VeelController.Wie.values())
        .filter(v -> d.taken().stream().filter(t -> t.soort().equals(v.taak) && koppen.mag(d, t, wie)).count() > 1)
        .map(v -> new Link(v.titel, d.url() + "/" + v.code + "-vastleggen"))
        .toList();
  }

  private List<Deelnamevorm> deelnamevormen(Dossier d, Deelnamefout fout) {
    return Arrays.stream(Deelnamesoort.values())
        .map(soort -> deelnamevorm(d, soort, fout != null && fout.soort() == soort ? fout : null))
        .filter(vorm -> !vorm.gemeenten().isEmpty() || vorm.fout() != null)
        .toList();
  }

  private Deelnamevorm deelnamevorm(Dossier d, Deelnamesoort soort, Deelnamefout fout) {
    return new Deelnamevorm(
        soort.code(),
        d.url() + "/deelname/" + soort.code(),
        soort.kop,
        soort.gevolg,
        kiesbaar(d, soort),
        fout == null ? null : fout.gemeente(),
        fout == null ? null : fout.reden(),
        fout == null ? null : fout.fout());
  }

  private GemeentenPagina.Rij rij(
      Dossier d,
      Stand.GemeenteStand g,
      Gebruiker wie,
      boolean secretaris,
      boolean raad,
      boolean brief,
      List<Besluit> eigen,
      Map<UUID, Duiding> duidingen,
      Geweigerd geweigerd) {
    List<Cel> cellen = new ArrayList<>();
    Besluit telt = g.besluit().orElse(null);
    cellen.add(Cel.van(merk(g.weging()), null));
    cellen.add(orgaan(d, g.gemeente(), Stap.Soort.COLLEGE, laatste(eigen, Orgaansoort.COLLEGE)));
    if (raad) {
      cellen.add(orgaan(d, g.gemeente(), Stap.Soort.RAAD, laatste(eigen, Orgaansoort.RAAD)));
    }
    if (brief) {
      cellen.add(brief(d, g.gemeente()));
    }
    cellen.add(
        Cel.tekst(
            telt == null ? null : telt.versie().orElse(null),
            telt == null || telt.nummer() == null ? null : "nr. " + telt.nummer()));

    Besluit laatste = telt != null ? telt : eigen.isEmpty() ? null : eigen.get(eigen.size() - 1);
    Duiding duiding = telt == null ? null : duidingen.get(telt.id());
    boolean andereTekst = g.weging() == Stand.Weging.ANDERE_TEKST;
    boolean wijktAf =
        telt != null
            && !andereTekst
            && (g.weging() != Stand.Weging.VASTGESTELD || duiding != null || telt.amendement().isPresent());
    boolean isEigen = wie.hoortBij(g.gemeente());
    boolean open = d.visie().opgeschortOp().isEmpty();
    return new GemeentenPagina.Rij(
        g.gemeente(),
        d.gemeenten().getOrDefault(g.gemeente(), g.gemeente()),
        isEigen ? "uw gemeente" : null,
        open ? taken(d, g.gemeente(), wie) : List.of(),
        cellen,
        laatste == null ? null : Bron.van(laatste.zekerheid() == Zekerheid.BEVESTIGD, laatste.bron()),
        bronTekst(telt, laatste),
        isEigen,
        laatste == null ? null : d.zicht().merkVanStap(laatste.stap()).map(Merk::van).orElse(null),
        wijktAf ? telt.dictum().orElse(null) : null,
        wijktAf ? telt.amendement().orElse(null) : null,
        wijktAf || andereTekst ? g.reden() : null,
        isEigen && open ? bevestigen(d, eigen) : List.of(),
        correcties(d, eigen, wie),
        secretaris && telt != null && telt.uitkomst().steltIetsVast() && wijktAf
            ? duidvorm(d, telt, duiding, geweigerd)
            : null);
  }

  /** The source in words, and what it is of while the besluit that counts is still to come. */
  private static String bronTekst(Besluit telt, Besluit laatste) {
    if (laatste == null) {
      return null;
    }
    String wat =
        telt != null
            ? ""
            : laatste.orgaansoort() == Orgaansoort.RAAD ? "besluit van de raad" : "collegebesluit";
    String bron =
        laatste.bron() == null || Bron.isWebadres(laatste.bron()) ? "" : laatste.bron();
    String tekst = wat.isEmpty() || bron.isEmpty() ? wat + bron : wat + ": " + bron;
    return tekst.isEmpty() ? null : tekst;
  }

  /** What this user may put right, or see how it was put right. */
  private List<Link> correcties(Dossier d, List<Besluit> eigen, Gebruiker wie) {
    return Stream.of(Orgaansoort.COLLEGE, Orgaansoort.RAAD)
        .flatMap(soort -> laatste(eigen, soort).stream())
        .filter(b -> d.zicht().stap(b.stap()))
        .filter(b -> b.uitgave() > 0 || magCorrigeren(d, b, wie))
        .map(
            b ->
                new Link(
                    (b.orgaansoort() == Orgaansoort.RAAD ? "Raadsbesluit " : "Collegebesluit ")
                        + (b.uitgave() > 0 ? "gecorrigeerd: wat er eerder stond" : "corrigeren"),
                    d.url() + "/besluiten/" + b.id() + "/correctie"))
        .toList();
  }

  private boolean magCorrigeren(Dossier d, Besluit b, Gebruiker wie) {
    return d.visie().opgeschortOp().isEmpty()
        && koppen.mag(d, b.stap(), wie)
        && (b.zekerheid() == Zekerheid.GEMELD || wie.legtVastVoor(b.gemeente(), b.orgaansoort()));
  }

  private List<Link> taken(Dossier d, String gemeente, Gebruiker wie) {
    return d.taken().stream()
        .filter(taak -> taak.gemeente().filter(gemeente::equals).isPresent())
        .filter(taak -> koppen.mag(d, taak, wie))
        .map((AgendaTaak taak) -> new Link(taak.naam(), "/taken/" + taak.taak()))
        .toList();
  }

  private static Optional<Besluit> laatste(List<Besluit> eigen, Orgaansoort soort) {
    return eigen.stream().filter(b -> b.orgaansoort() == soort).reduce((eerder, later) -> later);
  }

  private static Cel orgaan(Dossier d, String gemeente, Stap.Soort soort, Optional<Besluit> besluit) {
    Optional<Stap> stap = d.lokaal(gemeente, soort);
    boolean gedaan = stap.filter(s -> s.toestand() == Stap.Toestand.GEDAAN).isPresent();
    String gepland = stap.flatMap(Stap::gepland).map(Taal::geschreven).orElse(null);
    if (besluit.isEmpty()) {
      return gepland == null ? Cel.tekst("geen datum", null) : Cel.tekst(gepland, "gepland");
    }
    Besluit b = besluit.get();
    String uitkomst = b.uitkomst().naam().toLowerCase(Locale.ROOT);
    if (gedaan || b.uitkomst().besluit()) {
      return Cel.tekst(Taal.kort(b.datum()), uitkomst);
    }
    // Postponed or sent back: no besluit yet, and the next date counts.
    return Cel.tekst(
        gepland == null ? "geen datum" : gepland, "op " + Taal.kort(b.datum()) + " " + uitkomst);
  }

  private static Cel brief(Dossier d, String gemeente) {
    Optional<Informering> laatste =
        d.informeringen().stream()
            .filter(i -> i.gemeente().equals(gemeente))
            .reduce((eerder, later) -> later);
    return laatste
        .map(i -> Cel.tekst(Taal.kort(i.datum()), i.zekerheid().naam()))
        .orElseGet(
            () ->
                d.lokaal(gemeente, Stap.Soort.RAAD_INFORMEREN)
                    .flatMap(Stap::gepland)
                    .map(datum -> Cel.tekst(Taal.geschreven(datum), "gepland"))
                    .orElseGet(() -> Cel.tekst("geen datum", null)));
  }

  private static Merk merk(Stand.Weging weging) {
    String woord = Routekaart.kort(weging);
    return switch (weging) {
      case OPEN -> Merk.open(woord);
      case VASTGESTELD -> Merk.goed(woord);
      case AFWIJKEND -> Merk.anders(woord);
      case ANDERE_TEKST -> Merk.half(woord);
      case NIET -> Merk.laat(woord);
    };
  }

  /** What was only reported, the latest of each body. */
  private static List<Link> bevestigen(Dossier d, List<Besluit> eigen) {
    List<Link> links = new ArrayList<>();
    for (Orgaansoort soort : List.of(Orgaansoort.COLLEGE, Orgaansoort.RAAD)) {
      laatste(eigen, soort)
          .filter(b -> b.zekerheid() == Zekerheid.GEMELD)
          .ifPresent(
              b ->
                  links.add(
                      new Link(
                          (soort == Orgaansoort.RAAD ? "Raadsbesluit" : "Collegebesluit")
                              + " van "
                              + Taal.kort(b.datum())
                              + " bevestigen",
                          d.url() + "/besluiten/" + b.id() + "/bevestigen")));
    }
    return links;
  }

  private static Duidvorm duidvorm(Dossier d, Besluit besluit, Duiding duiding, Geweigerd geweigerd) {
    boolean opnieuw = geweigerd != null && geweigerd.besluit().equals(besluit.id());
    return new Duidvorm(
        besluit.id().toString(),
        d.url() + "/besluiten/" + besluit.id() + "/duiding",
        Arrays.stream(Duiding.Klasse.values())
            .map(k -> new Keuze(code(k), Taal.metHoofdletter(k.naam())))
            .toList(),
        opnieuw ? geweigerd.klasse() : duiding == null ? null : code(duiding.klasse()),
        opnieuw ? geweigerd.eensluidend() : duiding == null ? null : duiding.eensluidend() ? "ja" : "nee",
        opnieuw ? geweigerd.reden() : null,
        opnieuw ? geweigerd.fout() : null);
  }
}
