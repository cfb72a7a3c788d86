package nl.besluitroute.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.regio.Gemeente;
import nl.besluitroute.regio.Orgaan;
import nl.besluitroute.regio.Regio;
import nl.besluitroute.regio.Regios;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.GeenToegang;
import nl.besluitroute.visie.RouteModel;
import nl.besluitroute.visie.Routebeheer;
import nl.besluitroute.visie.Routebeheer.Beheerd;
import nl.besluitroute.visie.Routebevinding;
import nl.besluitroute.visie.Routeconcept;
import nl.besluitroute.visie.Routes;
import nl.besluitroute.visie.Routeversie;
import nl.besluitroute.visie.VisieFout;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The routes: what there is, and bringing in a drawing of a region's own. */
@Controller
class RoutesController {

  static final String ADRES = "/routes";

  private static final Link ALLE = new Link("Routes", ADRES);
  private static final int MEESTE_BEVINDINGEN = 25;
  private static final int LANGSTE_BESTANDSNAAM = 200;

  private final Routebeheer beheer;
  private final Routes routes;
  private final Regios regios;
  private final Klok klok;
  private final Schil schil;

  RoutesController(Routebeheer beheer, Routes routes, Regios regios, Klok klok, Schil schil) {
    this.beheer = beheer;
    this.routes = routes;
    this.regios = regios;
    this.klok = klok;
    this.schil = schil;
  }

  // -- what there is -------------------------------------------------------------------------

  @GetMapping(ADRES)
  String lijst(Gebruiker wie, Model model) {
    List<Beheerd> alle = beheer.alle();
    Map<String, String> namen =
        regios.regioNamen(alle.stream().flatMap(b -> b.regio().stream()).distinct().toList());
    long eigen = alle.stream().filter(b -> b.regio().isPresent()).count();
    Zin antwoord =
        Zin.metVet(Taal.aantal(alle.size() - eigen, "route", "routes"))
            .tekst(" voor alle regio's")
            .tekst(eigen == 0 ? "; nog geen regio heeft een eigen route." : " en ");
    if (eigen > 0) {
      antwoord =
          antwoord.vet(Taal.aantal(eigen, "eigen route", "eigen routes")).tekst(eigen == 1 ? " van een regio." : " van regio's.");
    }
    model.addAttribute(
        "pagina",
        new RoutesPagina(
            eigenRegios(wie).isEmpty() ? null : new Link("Eigen route inbrengen", ADRES + "/nieuw"),
            antwoord,
            alle.stream().map(b -> rij(b, namen)).toList(),
            beginpunten(alle)));
    return "routes";
  }

  private static RoutesPagina.Rij rij(Beheerd b, Map<String, String> namen) {
    return new RoutesPagina.Rij(
        new Link(b.route().model().naam(), url(b.route())),
        b.route().sleutel(),
        b.regio().map(namen::get).orElse("Alle regio's"),
        b.ingetrokken() ? Merk.nvt("ingetrokken") : Merk.goed("in gebruik"),
        String.valueOf(b.route().volgnummer()),
        "sinds " + Taal.kort(b.route().sinds().atZone(Klok.ZONE).toLocalDate()),
        Taal.geenOfAantal(b.onderweg(), "visie", "visies"),
        bpmn(b.route()));
  }

  private static List<Link> beginpunten(List<Beheerd> alle) {
    return alle.stream()
        .filter(b -> b.regio().isEmpty())
        .map(b -> new Link(b.route().model().naam(), bpmn(b.route())))
        .toList();
  }

  @GetMapping(ADRES + "/sjablonen")
  ResponseEntity<Resource> sjablonen() {
    return bestand(
        MediaType.APPLICATION_JSON,
        "besluitroute.json",
        new ClassPathResource("bpmn/element-templates/besluitroute.json"));
  }

  private static <T> ResponseEntity<T> bestand(MediaType soort, String naam, T inhoud) {
    return ResponseEntity.ok()
        .contentType(soort)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(naam, StandardCharsets.UTF_8).build().toString())
        .body(inhoud);
  }

  @GetMapping(ADRES + "/{sleutel:route_[a-z0-9_]+}")
  String route(
      @PathVariable String sleutel,
      @RequestParam(name = "versie", required = false) Integer nummer,
      Gebruiker wie,
      Model model) {
    toon(model, sleutel, nummer, wie, "", null);
    return "route";
  }

  private void toon(Model model, String sleutel, Integer nummer, Gebruiker wie, String reden, String fout) {
    Beheerd b = beheer.zoek(sleutel).orElseThrow(RoutesController::nietGevonden);
    List<Routebeheer.Versie> versies = beheer.versies(sleutel);
    Routebeheer.Versie getoond =
        versies.stream()
            .filter(v -> nummer == null || v.route().volgnummer() == nummer)
            .findFirst()
            .orElseThrow(RoutesController::nietGevonden);
    Routes.Route route = getoond.route();
    boolean nieuwste = route.versie().equals(b.route().versie());
    List<Feit> feiten = new ArrayList<>();
    feiten.add(
        Feit.van("Versie", String.valueOf(route.volgnummer()))
            .met(nieuwste ? "sinds " + dag(route.sinds()) : "van " + dag(route.sinds()) + "; nu geldt versie " + b.route().volgnummer()));
    feiten.add(
        b.ingetrokken()
            ? Feit.van("Gebruik", "ingetrokken").met("er begint geen visie meer op")
            : nieuwste
                ? Feit.van("Gebruik", "in gebruik").met("nieuwe visies kunnen erop beginnen")
                : Feit.van("Gebruik", "vervangen").met("nieuwe visies beginnen op de nieuwste versie"));
    feiten.add(Feit.van("Onderweg", Taal.geenOfAantal(b.onderweg(), "visie", "visies")));
    feiten.add(Feit.van("Kenmerk", route.sleutel()));
    model.addAttribute(
        "pagina",
        new RoutePagina(
            List.of(ALLE, Link.zonder(route.model().naam())),
            van(b.regio()),
            route.model().naam(),
            null,
            feiten,
            schets(route.model(), b.regio()),
            bpmn(route)));
    model.addAttribute("versies", versies.stream().map(v -> versie(v, route)).toList());
    boolean mag = b.regio().filter(r -> beheer.magBeheren(wie, r)).isPresent();
    model.addAttribute(
        "beheer",
        mag
            ? new RoutePagina.Beheer(
                new Link("Nieuwe versie inbrengen", ADRES + "/nieuw?regio=" + b.regio().get()),
                b.ingetrokken() ? null : url(route) + "/intrekken",
                reden,
                fout)
            : null);
  }

  private RoutePagina.Versie versie(Routebeheer.Versie v, Routes.Route getoond) {
    Routes.Route route = v.route();
    String naam = "Versie " + route.volgnummer();
    return new RoutePagina.Versie(
        route.versie().equals(getoond.versie())
            ? Link.zonder(naam)
            : new Link(naam, url(route) + "?versie=" + route.volgnummer()),
        dag(route.sinds()),
        v.ingebracht().map(Routeversie::ingebrachtDoor).orElse(null),
        v.ingebracht().map(i -> i.kenmerk().substring(0, 8)).orElse(null),
        v.ingebracht().map(Routeversie::toelichting).orElse(null),
        Taal.geenOfAantal(v.onderweg(), "visie", "visies"),
        bpmn(route));
  }

  @GetMapping(ADRES + "/{sleutel:route_[a-z0-9_]+}/versies/{nummer}.bpmn")
  ResponseEntity<byte[]> bpmn(@PathVariable String sleutel, @PathVariable int nummer) {
    return routes.versies(sleutel).stream()
        .filter(route -> route.volgnummer() == nummer)
        .findFirst()
        .map(
            route ->
                bestand(
                    MediaType.APPLICATION_XML, sleutel + "-" + nummer + ".bpmn", routes.bpmn(route.versie())))
        .orElseThrow(RoutesController::nietGevonden);
  }

  @PostMapping(ADRES + "/{sleutel:route_[a-z0-9_]+}/intrekken")
  String trekIn(
      @PathVariable String sleutel,
      @RequestParam(name = "reden", defaultValue = "") String reden,
      Gebruiker wie,
      Model model,
      jakarta.servlet.http.HttpServletResponse antwoord) {
    beheer.zoek(sleutel).orElseThrow(RoutesController::nietGevonden);
    try {
      beheer.trekIn(sleutel, reden, wie);
    } catch (VisieFout fout) {
      antwoord.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
      toon(model, sleutel, null, wie, reden, fout.getMessage());
      return "route";
    }
    schil.meldStraks("De route is ingetrokken. Er begint geen visie meer op; lopende visies gaan door.");
    return "redirect:" + ADRES + "/" + sleutel;
  }

  // -- bringing in ---------------------------------------------------------------------------

  @GetMapping(ADRES + "/nieuw")
  String nieuw(@RequestParam(name = "regio", defaultValue = "") String regio, Gebruiker wie, Model model) {
    model.addAttribute("vorm", vorm(eisEigenRegios(wie), regio, null, List.of()));
    return "route-nieuw";
  }

  @PostMapping(path = ADRES + "/nieuw", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  ModelAndView brengIn(
      @RequestParam(name = "regio", defaultValue = "") String regio,
      @RequestParam(name = "bestand", required = false) MultipartFile bestand,
      Gebruiker wie)
      throws IOException {
    List<Keuze> eigen = eisEigenRegios(wie);
    List<Invoerfout> fouten = new ArrayList<>();
    if (eigen.stream().noneMatch(r -> r.waarde().equals(regio))) {
      fouten.add(new Invoerfout("regio", "Kies een regio waarvoor u routes beheert."));
    }
    if (bestand == null || bestand.isEmpty()) {
      fouten.add(new Invoerfout("bestand", "Kies het BPMN-bestand dat u in Camunda Modeler opsloeg."));
    }
    String naam = bestand == null ? "" : naam(bestand.getOriginalFilename());
    if (fouten.isEmpty()) {
      Routebeheer.Proef proef = beheer.keur(regio, bestand.getBytes(), wie);
      if (proef.isGoed()) {
        Routeconcept concept = beheer.bewaar(regio, naam, bestand.getBytes(), wie);
        return new ModelAndView("redirect:" + ADRES + "/concept/" + concept.id());
      }
      fouten.addAll(fouten(proef.bevindingen()));
    }
    var opnieuw = new ModelAndView("route-nieuw", HttpStatus.UNPROCESSABLE_ENTITY);
    opnieuw.addObject("vorm", vorm(eigen, regio, naam.isEmpty() ? null : naam, fouten));
    return opnieuw;
  }

  private static List<Invoerfout> fouten(List<Routebevinding> bevindingen) {
    List<Invoerfout> fouten =
        new ArrayList<>(
            bevindingen.stream().limit(MEESTE_BEVINDINGEN).map(b -> new Invoerfout(null, b.zin())).toList());
    int meer = bevindingen.size() - MEESTE_BEVINDINGEN;
    if (meer > 0) {
      fouten.add(new Invoerfout(null, "En nog " + Taal.aantal(meer, "ander punt", "andere punten") + "."));
    }
    return fouten;
  }

  private RoutesPagina.Vorm vorm(List<Keuze> eigen, String regio, String bestandsnaam, List<Invoerfout> fouten) {
    return new RoutesPagina.Vorm(
        List.of(ALLE, Link.zonder("Eigen route inbrengen")),
        eigen,
        eigen.size() == 1 ? eigen.get(0).waarde() : regio,
        bestandsnaam,
        fouten,
        beginpunten(beheer.alle()));
  }

  @GetMapping(ADRES + "/concept/{id}")
  String concept(@PathVariable UUID id, Gebruiker wie, Model model) {
    toon(model, concept(id, wie), wie, "", null);
    return "route-concept";
  }

  @GetMapping(ADRES + "/concept/{id}/tekening.bpmn")
  ResponseEntity<byte[]> conceptBpmn(@PathVariable UUID id, Gebruiker wie) {
    Routeconcept concept = concept(id, wie);
    return bestand(MediaType.APPLICATION_XML, concept.bestandsnaam(), concept.bpmn());
  }

  @PostMapping(ADRES + "/concept/{id}")
  String neemInGebruik(
      @PathVariable UUID id,
      @RequestParam(name = "toelichting", defaultValue = "") String toelichting,
      Gebruiker wie,
      Model model,
      jakarta.servlet.http.HttpServletResponse antwoord) {
    Routeconcept concept = concept(id, wie);
    Routebeheer.Ingebracht ingebracht;
    try {
      ingebracht = beheer.neemInGebruik(id, toelichting, wie);
    } catch (VisieFout fout) {
      antwoord.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
      toon(model, concept, wie, toelichting, fout.getMessage());
      return "route-concept";
    }
    Routes.Route route = ingebracht.route();
    schil.meldStraks(
        switch (ingebracht.uitkomst()) {
          case NIEUWE_VERSIE ->
              "Versie " + route.volgnummer() + " is in gebruik. Nieuwe visies kunnen erop beginnen; lopende"
                  + " visies houden de versie waarmee zij begonnen.";
          case WEER_IN_GEBRUIK -> "De route is weer in gebruik; het is dezelfde tekening als versie " + route.volgnummer() + ".";
          case ONGEWIJZIGD -> "Dit is dezelfde tekening als versie " + route.volgnummer() + "; er is niets gewijzigd.";
        });
    return "redirect:" + url(route);
  }

  private Routeconcept concept(UUID id, Gebruiker wie) {
    return beheer
        .concept(id, wie)
        .orElseThrow(
            () ->
                new ResponseStatusException(
                    HttpStatus.NOT_FOUND,
                    "Deze tekening is er niet meer: zij is in gebruik genomen of ouder dan een dag. Breng"
                        + " haar zo nodig opnieuw in."));
  }

  private void toon(Model model, Routeconcept concept, Gebruiker wie, String toelichting, String fout) {
    Routebeheer.Proef proef = beheer.keur(concept.regio(), concept.bpmn(), wie);
    RouteModel route =
        proef.model()
            .filter(m -> proef.isGoed())
            .orElseThrow(
                () ->
                    new ResponseStatusException(
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        proef.bevindingen().get(0).zin()));
    List<Feit> feiten = new ArrayList<>();
    feiten.add(Feit.van("Kenmerk", route.sleutel()));
    feiten.add(Feit.van("Stappen", String.valueOf(route.blokken().size())));
    feiten.add(
        Feit.van(
            "Vervangt",
            proef.vorige().map(v -> "versie " + v.volgnummer() + " van " + dag(v.sinds())).orElse("niets, zij is nieuw")));
    feiten.add(Feit.van("Bestand", concept.bestandsnaam()));
    model.addAttribute(
        "pagina",
        new RoutePagina(
            List.of(ALLE, new Link("Eigen route inbrengen", ADRES + "/nieuw?regio=" + concept.regio()), Link.zonder(route.naam())),
            van(Optional.of(concept.regio())),
            route.naam(),
            "Dit is een proef: de route telt pas als u haar in gebruik neemt.",
            feiten,
            schets(route, Optional.of(concept.regio())),
            ADRES + "/concept/" + concept.id() + "/tekening.bpmn"));
    List<String> verschil =
        proef.gelijk()
            ? List.of("Dit is dezelfde tekening als de versie die er al is; in gebruik nemen wijzigt niets.")
            : proef.vorige().map(v -> Routeschets.verschil(v.model(), route)).orElse(List.of());
    model.addAttribute(
        "vorm",
        new RoutePagina.Conceptvorm(
            ADRES + "/concept/" + concept.id(), proef.aandacht(), verschil, toelichting, fout));
  }

  // -- small ---------------------------------------------------------------------------------

  private RoutePagina.Schets schets(RouteModel model, Optional<String> regio) {
    Map<String, String> organen =
        regios.organen(model.blokken().stream().flatMap(b -> b.orgaan().stream()).distinct().toList()).stream()
            .collect(Collectors.toMap(Orgaan::id, Orgaan::naam));
    List<String> gemeenten =
        regio.map(r -> regios.leden(r, klok.vandaag()).stream().map(Gemeente::naam).sorted().toList())
            .orElse(List.of());
    return new Routeschets(model, id -> organen.getOrDefault(id, id), gemeenten).schets();
  }

  private String van(Optional<String> regio) {
    return regio
        .map(code -> "Route van de regio " + regios.regio(code).map(Regio::naam).orElse(code))
        .orElse("Route voor alle regio's");
  }

  private List<Keuze> eigenRegios(Gebruiker wie) {
    return regios.alle().stream()
        .filter(regio -> beheer.magBeheren(wie, regio.code()))
        .map(regio -> new Keuze(regio.code(), regio.naam()))
        .toList();
  }

  private List<Keuze> eisEigenRegios(Gebruiker wie) {
    List<Keuze> eigen = eigenRegios(wie);
    if (eigen.isEmpty()) {
      throw new GeenToegang(
          "Alleen een ambtelijk secretaris van een regio of de beheerder brengt een route in.");
    }
    return eigen;
  }

  private static String bpmn(Routes.Route route) {
    return url(route) + "/versies/" + route.volgnummer() + ".bpmn";
  }

  private static String url(Routes.Route route) {
    return ADRES + "/" + route.sleutel();
  }

  private static String dag(Instant op) {
    return Taal.voluitZonderDag(op.atZone(Klok.ZONE).toLocalDate());
  }

  /** The last part of a path, on one line. */
  private static String naam(String bestandsnaam) {
    String kaal =
        (bestandsnaam == null ? "" : bestandsnaam)
            .replaceAll("^.*[/\\\\]", "")
            .replaceAll("[\\p{Cntrl}\\p{Cf}]+", " ")
            .strip();
    return kaal.length() > LANGSTE_BESTANDSNAAM ? kaal.substring(0, LANGSTE_BESTANDSNAAM) : kaal;
  }

  private static ResponseStatusException nietGevonden() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, "Deze route bestaat niet, of niet in deze versie.");
  }
}
