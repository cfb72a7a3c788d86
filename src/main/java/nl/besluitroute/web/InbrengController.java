package nl.besluitroute.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.besluitroute.besluitvorming.Besluiten;
import nl.besluitroute.besluitvorming.Conclusie;
import nl.besluitroute.besluitvorming.InvoerFout;
import nl.besluitroute.besluitvorming.Uitkomst;
import nl.besluitroute.besluitvorming.VisieInbrengen;
import nl.besluitroute.besluitvorming.VisieInbrengen.OudBesluit;
import nl.besluitroute.besluitvorming.VisieInbrengen.OudeStap;
import nl.besluitroute.besluitvorming.VisieInbrengen.OudeVersie;
import nl.besluitroute.besluitvorming.VisieInbrengen.Verleden;
import nl.besluitroute.kalender.GeschrevenDatum;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.regio.Orgaansoort;
import nl.besluitroute.stuk.VersieFout;
import nl.besluitroute.stuk.Versies;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.visie.Bloksoort;
import nl.besluitroute.visie.RouteModel;
import nl.besluitroute.visie.Routebeheer;
import nl.besluitroute.visie.VisieFout;
import nl.besluitroute.web.InbrengPagina.Orgaanrij;
import nl.besluitroute.web.InbrengPagina.Staprij;
import nl.besluitroute.web.InbrengPagina.Vorm;
import nl.besluitroute.web.Visiegegevens.Invoer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Brings in a vision that is already half-way, with its past: first region and route, then on one page
 * what every vision has, its versions, the steps that were done and the besluiten that were taken.
 */
@Controller
class InbrengController {

  static final String ADRES = "/visies/inbrengen";

  /** A vision seldom has more versions; a later one is recorded on the way. */
  private static final int VERSIES = 6;

  /** Kinds of steps that are done by the region, and of which the past can be told. */
  private static final Set<Bloksoort> REGIONAAL = Set.of(Bloksoort.TEKST, Bloksoort.PARTICIPATIE, Bloksoort.OVERLEG);

  private final VisieInbrengen inbrengen;
  private final Visievorm vorm;
  private final Routebeheer routes;
  private final Klok klok;
  private final Schil schil;

  InbrengController(VisieInbrengen inbrengen, Visievorm vorm, Routebeheer routes, Klok klok, Schil schil) {
    this.inbrengen = inbrengen;
    this.vorm = vorm;
    this.routes = routes;
    this.klok = klok;
    this.schil = schil;
  }

  @GetMapping(ADRES)
  String vorm(
      @RequestParam(name = "regio", defaultValue = "") String regio,
      @RequestParam(name = "tweede", defaultValue = "") String tweede,
      @RequestParam(name = "route", defaultValue = "") String route,
      Gebruiker wie,
      Model model) {
    List<Keuze> eigen = vorm.eigenRegios(wie);
    String eerste = regio.isEmpty() && eigen.size() == 1 ? eigen.get(0).waarde() : regio;
    if (eerste.isEmpty()) {
      model.addAttribute("pagina", new InbrengPagina(kruimels(), eigen, List.of(), null, null));
      return "visie-inbrengen";
    }
    List<String> gekozen = vorm.gekozen(eigen, eerste, tweede);
    Optional<RouteModel> gekozenRoute = route(eerste, route);
    if (gekozenRoute.isEmpty()) {
      Keuze naam = eigen.stream().filter(r -> r.waarde().equals(eerste)).findFirst().orElseThrow();
      model.addAttribute("pagina", new InbrengPagina(kruimels(), List.of(), vorm.routes(eerste), naam, null));
      return "visie-inbrengen";
    }
    List<Keuze> gemeenten = vorm.gemeenten(gekozen);
    Invoer leeg = vorm.leeg(gemeenten, klok.vandaag().getYear(), route);
    model.addAttribute(
        "pagina",
        pagina(vorm.gegevens(gekozen, gemeenten, ADRES, leeg, List.of()), gekozenRoute.get(), Map.of()));
    return "visie-inbrengen";
  }

  @PostMapping(ADRES)
  ModelAndView brengIn(@RequestParam MultiValueMap<String, String> in, Gebruiker wie) {
    Map<String, String> velden = in.toSingleValueMap();
    List<Keuze> eigen = vorm.eigenRegios(wie);
    List<String> gekozen =
        vorm.gekozen(eigen, velden.getOrDefault("regio", ""), velden.getOrDefault("tweede", ""));
    List<Keuze> gemeenten = vorm.gemeenten(gekozen);
    Invoer invoer = Invoer.van(in);
    RouteModel model =
        route(gekozen.get(0), invoer.route()).orElseThrow(() -> new VisieFout("Kies een route van de regio."));
    List<Invoerfout> fouten = new ArrayList<>(vorm.fouten(invoer, gemeenten, gekozen.get(0)));
    Verleden verleden = verleden(velden, model, invoer, fouten);
    if (fouten.isEmpty()) {
      try {
        inbrengen.brengIn(vorm.opdracht(invoer, gekozen), verleden, wie);
        schil.meldStraks("De visie is ingebracht met haar verleden, en gaat verder waar zij stond.");
        return new ModelAndView("redirect:/visies/" + invoer.kenmerk());
      } catch (VisieFout | VersieFout | InvoerFout fout) {
        fouten.add(new Invoerfout(null, fout.getMessage()));
      }
    }
    var opnieuw = new ModelAndView("visie-inbrengen", HttpStatus.UNPROCESSABLE_ENTITY);
    opnieuw.addObject(
        "pagina", pagina(vorm.gegevens(gekozen, gemeenten, ADRES, invoer, fouten), model, velden));
    return opnieuw;
  }

  private Optional<RouteModel> route(String regio, String sleutel) {
    return routes.teStarten(regio).stream()
        .map(r -> r.route().model())
        .filter(model -> model.sleutel().equals(sleutel))
        .findFirst();
  }

  // -- the past as it was filled in ----------------------------------------------------------------

  private Verleden verleden(Map<String, String> in, RouteModel model, Invoer invoer, List<Invoerfout> fouten) {
    List<OudeVersie> versies = new ArrayList<>();
    for (int i = 1; i <= VERSIES; i++) {
      versie(in, "versie." + i, fouten).ifPresent(versies::add);
    }
    List<OudeStap> stappen = new ArrayList<>();
    for (RouteModel.Blok blok : regionaal(model)) {
      stap(in, blok, fouten).ifPresent(stappen::add);
    }
    List<OudBesluit> besluiten = new ArrayList<>();
    for (String gemeente : invoer.deelnemers()) {
      for (Orgaansoort soort : organen(model)) {
        besluit(in, gemeente, soort, invoer.besluit(), fouten).ifPresent(besluiten::add);
      }
    }
    return new Verleden(versies, stappen, besluiten);
  }

  private static Optional<OudeVersie> versie(Map<String, String> in, String veld, List<Invoerfout> fouten) {
    String nummer = waarde(in, veld + ".nummer");
    String inhoud = waarde(in, veld + ".inhoud");
    if (nummer.isEmpty() && inhoud.isEmpty() && waarde(in, veld + ".datum").isEmpty()) {
      return Optional.empty();
    }
    if (nummer.isEmpty()) {
      fouten.add(new Invoerfout(veld + ".nummer", "Vul het nummer van de versie in."));
    }
    Optional<LocalDate> datum = dag(in, veld + ".datum", "Versie " + nummer, fouten);
    if (inhoud.isEmpty()) {
      fouten.add(new Invoerfout(veld + ".inhoud", "Versie " + nummer + ": geef de tekst of het versiekenmerk (SHA-256)."));
    }
    boolean kenmerk = inhoud.matches("[0-9a-fA-F]{64}");
    return datum.map(
        d ->
            new OudeVersie(
                nummer, d, null,
                List.of(new Versies.Aanlevering("Regiovisie", kenmerk ? inhoud : null, kenmerk ? null : inhoud))));
  }

  private Optional<OudeStap> stap(Map<String, String> in, RouteModel.Blok blok, List<Invoerfout> fouten) {
    String veld = "stap." + blok.elementId();
    String hoe = waarde(in, veld);
    if (!Set.of("gedaan", "overgeslagen").contains(hoe)) {
      return Optional.empty();
    }
    String geschreven = waarde(in, veld + ".datum");
    GeschrevenDatum datum = null;
    if (!geschreven.isEmpty()) {
      var lezing = GeschrevenDatum.lees(geschreven, klok.vandaag());
      datum = lezing.datum().orElse(null);
      if (datum == null) {
        fouten.add(new Invoerfout(veld + ".datum", "Stap '" + blok.naam() + "': " + Taal.metKleineLetter(lezing.reden())));
      }
    }
    boolean overleg = blok.soort() == Bloksoort.OVERLEG;
    return Optional.of(
        new OudeStap(
            blok.elementId(),
            hoe.equals("overgeslagen"),
            datum,
            overleg ? ofNiets(in, veld + ".conclusie") : null,
            ofNiets(in, veld + ".tekst"),
            overleg ? ofNiets(in, veld + ".versie") : null));
  }

  private static Optional<OudBesluit> besluit(
      Map<String, String> in, String gemeente, Orgaansoort soort, String gevraagd, List<Invoerfout> fouten) {
    String veld = gemeente + "." + soort.code();
    String uitkomst = waarde(in, veld + ".uitkomst");
    if (uitkomst.isEmpty()) {
      return Optional.empty();
    }
    return dag(in, veld + ".datum", soort.naam() + " (" + uitkomst.replace('_', ' ') + ")", fouten)
        .map(
            datum ->
                new OudBesluit(
                    gemeente,
                    soort,
                    new Besluiten.Vastlegging(
                        datum,
                        uitkomst,
                        ofNiets(in, veld + ".versie"),
                        Optional.ofNullable(ofNiets(in, veld + ".dictum")).orElse(gevraagd),
                        null,
                        null,
                        ofNiets(in, veld + ".bron"),
                        null)));
  }

  private static Optional<LocalDate> dag(Map<String, String> in, String veld, String waarvan, List<Invoerfout> fouten) {
    try {
      return Optional.of(LocalDate.parse(waarde(in, veld)));
    } catch (DateTimeParseException e) {
      fouten.add(new Invoerfout(veld, waarvan.strip() + ": vul de datum in."));
      return Optional.empty();
    }
  }

  private static String waarde(Map<String, String> in, String veld) {
    return in.getOrDefault(veld, "").strip();
  }

  private static String ofNiets(Map<String, String> in, String veld) {
    String waarde = waarde(in, veld);
    return waarde.isEmpty() ? null : waarde;
  }

  // -- the page ------------------------------------------------------------------------------

  private static List<RouteModel.Blok> regionaal(RouteModel model) {
    return model.blokken().stream().filter(b -> b.gepland() && REGIONAAL.contains(b.soort())).toList();
  }

  /** The bodies that decide on this route, the college first. */
  private static List<Orgaansoort> organen(RouteModel model) {
    List<String> beslist =
        model.blokken().stream()
            .filter(b -> b.gepland() && b.soort() == Bloksoort.LOKAAL)
            .flatMap(b -> b.wieBesluit().stream())
            .toList();
    return beslist.isEmpty()
        ? List.of()
        : beslist.contains("raad")
            ? List.of(Orgaansoort.COLLEGE, Orgaansoort.RAAD)
            : List.of(Orgaansoort.COLLEGE);
  }

  private static InbrengPagina pagina(Visiegegevens gegevens, RouteModel model, Map<String, String> waarden) {
    return new InbrengPagina(
        kruimels(),
        List.of(),
        List.of(),
        null,
        new Vorm(
            gegevens,
            model.naam(),
            IntStream.rangeClosed(1, VERSIES).boxed().toList(),
            regionaal(model).stream()
                .map(b -> new Staprij(b.elementId(), b.naam(), b.doel().naam(), b.soort() == Bloksoort.OVERLEG))
                .toList(),
            gegevens.gemeenten().stream()
                .flatMap(
                    g ->
                        organen(model).stream()
                            .map(
                                soort ->
                                    new Orgaanrij(
                                        g.waarde() + "." + soort.code(), g.tekst(), soort.naam(), uitkomsten(soort))))
                .toList(),
            Stream.of(Conclusie.values())
                .filter(c -> c != Conclusie.AANGEHOUDEN)
                .map(c -> new Keuze(c.code(), c == Conclusie.LEEG ? "leeg gelaten" : c.naam()))
                .toList(),
            waarden));
  }

  /** What was decided; what was postponed is still to come, and no past. */
  private static List<Keuze> uitkomsten(Orgaansoort soort) {
    List<Keuze> keuzes = new ArrayList<>(List.of(new Keuze("", "nog niet")));
    Arrays.stream(Uitkomst.values())
        .filter(u -> Uitkomst.van(soort).contains(u) && u.besluit())
        .forEach(u -> keuzes.add(new Keuze(u.code(), u.naam())));
    return keuzes;
  }

  private static List<Link> kruimels() {
    return List.of(new Link("Visies", "/visies"), Link.zonder("Visie inbrengen"));
  }
}
