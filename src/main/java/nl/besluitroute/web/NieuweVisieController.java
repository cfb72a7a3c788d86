package nl.besluitroute.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.regio.Orgaansoort;
import nl.besluitroute.regio.Regios;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.GeenToegang;
import nl.besluitroute.toegang.Rol;
import nl.besluitroute.visie.Bloksoort;
import nl.besluitroute.visie.Routebeheer;
import nl.besluitroute.visie.Routes;
import nl.besluitroute.visie.Vaststellingsregel;
import nl.besluitroute.visie.VisieFout;
import nl.besluitroute.visie.VisieStarten;
import nl.besluitroute.visie.Visies;
import nl.besluitroute.web.NieuweVisiePagina.Invoer;
import nl.besluitroute.web.NieuweVisiePagina.Vorm;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Starts a vision: first its region, then the form. Its dates come after it, on its Planning. */
@Controller
class NieuweVisieController {

  static final String ADRES = "/visies/nieuw";

  private static final Pattern KENMERK = Pattern.compile("[a-z0-9][a-z0-9-]{1,58}");
  private static final Pattern JAAR = Pattern.compile("(?:19|20|21)\\d{2}");

  private final VisieStarten starten;
  private final Visies visies;
  private final Routebeheer routes;
  private final Regios regios;
  private final Klok klok;
  private final Schil schil;

  NieuweVisieController(
      VisieStarten starten,
      Visies visies,
      Routebeheer routes,
      Regios regios,
      Klok klok,
      Schil schil) {
    this.starten = starten;
    this.visies = visies;
    this.routes = routes;
    this.regios = regios;
    this.klok = klok;
    this.schil = schil;
  }

  @GetMapping(ADRES)
  String nieuw(
      @RequestParam(name = "regio", defaultValue = "") String regio,
      @RequestParam(name = "tweede", defaultValue = "") String tweede,
      Gebruiker wie,
      Model model) {
    List<Keuze> eigen = eigenRegios(wie);
    String eerste = regio.isEmpty() && eigen.size() == 1 ? eigen.get(0).waarde() : regio;
    if (eerste.isEmpty()) {
      model.addAttribute("pagina", new NieuweVisiePagina(kruimels(), List.of(), eigen, null));
      return "visie-nieuw";
    }
    List<String> gekozen = gekozen(eigen, eerste, tweede);
    List<Keuze> gemeenten = gemeenten(gekozen);
    int jaar = klok.vandaag().getYear();
    var leeg =
        new Invoer(
            "",
            "",
            "",
            String.valueOf(jaar + 1),
            "",
            gemeenten.stream().map(Keuze::waarde).toList(),
            code(Vaststellingsregel.ALLE_RADEN),
            "");
    model.addAttribute("pagina", pagina(eigen, gekozen, gemeenten, leeg, List.of()));
    return "visie-nieuw";
  }

  @PostMapping(ADRES)
  ModelAndView start(
      @RequestParam(name = "regio", defaultValue = "") String regio,
      @RequestParam(name = "tweede", defaultValue = "") String tweede,
      @RequestParam(name = "titel", defaultValue = "") String titel,
      @RequestParam(name = "kenmerk", defaultValue = "") String kenmerk,
      @RequestParam(name = "besluit", defaultValue = "") String besluit,
      @RequestParam(name = "van", defaultValue = "") String van,
      @RequestParam(name = "tot", defaultValue = "") String tot,
      @RequestParam(name = "deelnemers", required = false) List<String> deelnemers,
      @RequestParam(name = "regel", defaultValue = "") String regel,
      @RequestParam(name = "route", defaultValue = "") String route,
      Gebruiker wie) {
    List<Keuze> eigen = eigenRegios(wie);
    List<String> gekozen = gekozen(eigen, regio, tweede);
    List<Keuze> gemeenten = gemeenten(gekozen);
    var invoer =
        new Invoer(
            titel.strip(),
            kenmerk.strip(),
            besluit.strip(),
            van.strip(),
            tot.strip(),
            deelnemers == null ? List.of() : deelnemers,
            regel,
            route);
    List<Invoerfout> fouten = new ArrayList<>(fouten(invoer, gemeenten, gekozen.get(0)));
    if (fouten.isEmpty()) {
      try {
        starten.start(
            new VisieStarten.Opdracht(
                invoer.kenmerk(),
                invoer.titel(),
                invoer.besluit(),
                Integer.parseInt(invoer.van()),
                Integer.parseInt(invoer.tot()),
                regel(regel).orElseThrow(),
                gekozen,
                invoer.deelnemers(),
                route,
                List.of()),
            wie);
        schil.meldStraks(
            "De visie is gestart. Vul nu de datums in: zonder datum heeft een stap geen termijn.");
        return new ModelAndView("redirect:/visies/" + invoer.kenmerk() + "/planning");
      } catch (VisieFout fout) {
        fouten.add(new Invoerfout(null, fout.getMessage()));
      }
    }
    var opnieuw = new ModelAndView("visie-nieuw", HttpStatus.UNPROCESSABLE_ENTITY);
    opnieuw.addObject("pagina", pagina(eigen, gekozen, gemeenten, invoer, fouten));
    return opnieuw;
  }

  /** The regions of this secretary by name. */
  private List<Keuze> eigenRegios(Gebruiker wie) {
    Set<String> codes = wie.regios(Rol.AMBTELIJK_SECRETARIS);
    if (codes.isEmpty()) {
      throw new GeenToegang("Alleen een ambtelijk secretaris van een regio start een visie.");
    }
    return regios.regioNamen(codes).entrySet().stream()
        .map(regio -> new Keuze(regio.getKey(), regio.getValue()))
        .sorted(Comparator.comparing(Keuze::tekst))
        .toList();
  }

  /** The chosen regions, the leading one first; the same region twice is one. */
  private static List<String> gekozen(List<Keuze> eigen, String eerste, String tweede) {
    List<String> gekozen =
        tweede.isEmpty() || tweede.equals(eerste) ? List.of(eerste) : List.of(eerste, tweede);
    for (String code : gekozen) {
      if (eigen.stream().noneMatch(regio -> regio.waarde().equals(code))) {
        throw new GeenToegang("Alleen een ambtelijk secretaris van deze regio start hier een visie.");
      }
    }
    return gekozen;
  }

  private List<Keuze> gemeenten(List<String> gekozen) {
    return gekozen.stream()
        .flatMap(regio -> regios.leden(regio, klok.vandaag()).stream())
        .map(g -> new Keuze(g.code(), g.naam()))
        .distinct()
        .sorted(Comparator.comparing(Keuze::tekst))
        .toList();
  }

  private List<Invoerfout> fouten(Invoer invoer, List<Keuze> gemeenten, String regio) {
    List<Invoerfout> fouten = new ArrayList<>();
    eis(fouten, !invoer.titel().isEmpty(), "titel", "Vul de titel in.");
    eis(fouten, invoer.titel().length() <= 200, "titel", "De titel is langer dan 200 tekens.");
    boolean goedKenmerk =
        KENMERK.matcher(invoer.kenmerk()).matches() && !ADRES.endsWith("/" + invoer.kenmerk());
    eis(
        fouten,
        goedKenmerk,
        "kenmerk",
        invoer.kenmerk().isEmpty()
            ? "Vul het kenmerk in."
            : invoer.kenmerk().equals("nieuw")
                ? "Het kenmerk 'nieuw' is van deze pagina; kies een ander."
                : "Gebruik voor het kenmerk 2 tot 59 kleine letters, cijfers en streepjes.");
    eis(
        fouten,
        !goedKenmerk || visies.zoek(invoer.kenmerk()).isEmpty(),
        "kenmerk",
        "Er is al een visie met kenmerk " + invoer.kenmerk() + ".");
    eis(fouten, !invoer.besluit().isEmpty(), "besluit", "Vul het gevraagde besluit in.");
    eis(
        fouten,
        invoer.besluit().length() <= 4000,
        "besluit",
        "Het gevraagde besluit is langer dan 4000 tekens.");
    boolean van = JAAR.matcher(invoer.van()).matches();
    boolean tot = JAAR.matcher(invoer.tot()).matches();
    eis(fouten, van, "van", "Vul het eerste jaar van de looptijd in, in vier cijfers.");
    eis(fouten, tot, "tot", "Vul het laatste jaar van de looptijd in, in vier cijfers.");
    eis(
        fouten,
        !van || !tot || invoer.tot().compareTo(invoer.van()) >= 0,
        "tot",
        "De looptijd eindigt voordat hij begint.");
    eis(
        fouten,
        !invoer.deelnemers().isEmpty(),
        "deelnemers",
        "Kies ten minste één gemeente.");
    eis(
        fouten,
        gemeenten.stream().map(Keuze::waarde).toList().containsAll(invoer.deelnemers()),
        "deelnemers",
        "Kies gemeenten van de gekozen regio.");
    Optional<Vaststellingsregel> regel = regel(invoer.regel());
    eis(fouten, regel.isPresent(), "regel", "Kies wanneer de visie is vastgesteld.");
    Optional<NieuweVisiePagina.Route> route =
        routes(regio).stream().filter(r -> r.waarde().equals(invoer.route())).findFirst();
    eis(fouten, route.isPresent(), "route", "Kies een route.");
    eis(
        fouten,
        regel.isEmpty()
            || route.isEmpty()
            || regel.get().beslist() == Orgaansoort.COLLEGE
            || !route.get().isCollege(),
        "regel",
        "In deze route besluiten de raden niet, zodat deze regel nooit is vervuld. Kies de regel voor"
            + " colleges of een andere route.");
    return fouten;
  }

  private static void eis(List<Invoerfout> fouten, boolean goed, String veld, String zin) {
    if (!goed) {
      fouten.add(new Invoerfout(veld, zin));
    }
  }

  private static Optional<Vaststellingsregel> regel(String code) {
    return Arrays.stream(Vaststellingsregel.values()).filter(r -> code(r).equals(code)).findFirst();
  }

  private static String code(Vaststellingsregel regel) {
    return regel.name().toLowerCase(Locale.ROOT);
  }

  /** The routes on which a vision of the leading region may start. */
  private List<NieuweVisiePagina.Route> routes(String regio) {
    return routes.teStarten(regio).stream().map(NieuweVisieController::route).toList();
  }

  private static NieuweVisiePagina.Route route(Routebeheer.Beheerd beheerd) {
    Routes.Route route = beheerd.route();
    List<String> beslist =
        route.model().blokken().stream()
            .filter(blok -> blok.soort() == Bloksoort.LOKAAL)
            .flatMap(blok -> blok.wieBesluit().stream())
            .toList();
    boolean college = beslist.contains("college") && !beslist.contains("raad");
    return new NieuweVisiePagina.Route(
        route.sleutel(),
        route.model().naam(),
        (beslist.isEmpty()
                ? "Geen besluit per gemeente."
                : college ? "De colleges besluiten." : "De raden besluiten.")
            + (beheerd.regio().isPresent() ? " Eigen route van de regio, versie " + route.volgnummer() + "." : ""),
        college);
  }

  private NieuweVisiePagina pagina(
      List<Keuze> eigen,
      List<String> gekozen,
      List<Keuze> gemeenten,
      Invoer invoer,
      List<Invoerfout> fouten) {
    Map<String, String> namen = regios.regioNamen(gekozen);
    return new NieuweVisiePagina(
        kruimels(),
        fouten,
        eigen,
        new Vorm(
            gekozen.get(0),
            gekozen.size() > 1 ? gekozen.get(1) : "",
            Taal.opsomming(gekozen.stream().map(namen::get).toList()),
            eigen.size() > 1 ? ADRES : null,
            invoer,
            gemeenten,
            Arrays.stream(Vaststellingsregel.values())
                .map(r -> new Keuze(code(r), Taal.metHoofdletter(r.omschrijving())))
                .toList(),
            routes(gekozen.get(0))));
  }

  private static List<Link> kruimels() {
    return List.of(new Link("Visies", "/visies"), Link.zonder("Nieuwe visie"));
  }
}
