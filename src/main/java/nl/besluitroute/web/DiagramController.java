package nl.besluitroute.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.besluitroute.agenda.AgendaTaak;
import nl.besluitroute.dossier.Dossier;
import nl.besluitroute.dossier.Dossiers;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.visie.Bloksoort;
import nl.besluitroute.visie.Regiovisie;
import nl.besluitroute.visie.RouteModel;
import nl.besluitroute.visie.Routes;
import nl.besluitroute.visie.Stap;
import nl.besluitroute.visie.Visies;
import nl.besluitroute.web.Koppen.Tabblad;
import nl.besluitroute.web.VisieKop.Voortgang;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/** The drawing of a vision's route and of each block in it, with where the vision stands. */
@Controller
class DiagramController {

  /** The tasks of each block in the order of its model, and what they are for the municipalities. */
  private static final Map<Bloksoort, List<Onderdeel>> ONDERDELEN =
      Map.of(
          Bloksoort.TEKST, List.of(taak("versieVastleggen", "Versie vastleggen")),
          Bloksoort.PARTICIPATIE, List.of(taak("participatieVastleggen", "Participatie vastleggen")),
          Bloksoort.OVERLEG,
              List.of(
                  taak("stukkenVerzenden", "Stukken verzenden"),
                  taak("conclusieVastleggen", "Conclusie vastleggen"),
                  new Onderdeel("taak_versieVastleggen", "Nieuwe versie vastleggen", true)),
          Bloksoort.LOKAAL,
              List.of(
                  new Onderdeel("roep_gemeente", "Elke gemeente besluit", false),
                  taak("besluitrondeAfsluiten", "Besluitronde afsluiten")),
          Bloksoort.INFORMEREN, List.of(taak("raadInformeren", "Elke raad informeren")),
          Bloksoort.TWEEDE_RONDE,
              List.of(
                  taak("adviesTweedeRonde", "Advies vastleggen"),
                  new Onderdeel("taak_versieVastleggen", "Nieuwe versie vastleggen", true),
                  new Onderdeel("roep_lokaal", "Betrokken gemeenten besluiten opnieuw", true)));

  /** @param soms whether a block can end without it */
  private record Onderdeel(String element, String naam, boolean soms) {}

  private static Onderdeel taak(String naam, String tekst) {
    return new Onderdeel("taak_" + naam, tekst, false);
  }

  private final Dossiers dossiers;
  private final Koppen koppen;
  private final Visies visies;
  private final Routes routes;

  DiagramController(Dossiers dossiers, Koppen koppen, Visies visies, Routes routes) {
    this.dossiers = dossiers;
    this.koppen = koppen;
    this.visies = visies;
    this.routes = routes;
  }

  @GetMapping("/visies/{id}/diagram")
  String diagram(
      @PathVariable String id,
      @RequestParam(name = "blok", required = false) String blok,
      Gebruiker wie,
      Model model) {
    Dossier d = dossiers.van(id, wie);
    String achter = blok == null ? "" : "?blok=" + blok;
    model.addAttribute("visie", koppen.kop(d, Tabblad.DIAGRAM, wie));
    model.addAttribute(
        "pagina",
        new DiagramPagina(
            blok == null
                ? "Diagram van de route"
                : "Diagram van het blok " + blok(d, blok).naam(),
            blok == null ? null : new Link("Terug naar de route", d.url() + "/diagram"),
            d.url() + "/diagram.bpmn" + achter,
            d.url() + "/diagram.json" + achter,
            blok == null ? routerijen(d) : blokrijen(d, blok(d, blok))));
    return "visie-diagram";
  }

  @GetMapping(path = "/visies/{id}/diagram.bpmn", produces = MediaType.APPLICATION_XML_VALUE)
  @ResponseBody
  byte[] bpmn(
      @PathVariable String id,
      @RequestParam(name = "blok", required = false) String blok,
      Gebruiker wie) {
    Regiovisie visie = visies.leesbaar(id, wie);
    if (blok == null) {
      return routes.bpmn(visie.routeVersie());
    }
    RouteModel model = routes.versie(visie.routeVersie()).model();
    return routes.blok(visie.routeVersie(), blok(model, blok).soort());
  }

  @GetMapping(path = "/visies/{id}/diagram.json", produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseBody
  DiagramTekens tekens(
      @PathVariable String id,
      @RequestParam(name = "blok", required = false) String blok,
      Gebruiker wie) {
    Dossier d = dossiers.van(id, wie);
    return new DiagramTekens(blok == null ? routetekens(d) : bloktekens(d, blok(d, blok)));
  }

  private static RouteModel.Blok blok(Dossier d, String element) {
    return blok(d.model(), element);
  }

  private static RouteModel.Blok blok(RouteModel model, String element) {
    return model.blokken().stream()
        .filter(b -> b.elementId().equals(element))
        .findFirst()
        .orElseThrow(
            () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "De route heeft geen blok met deze naam."));
  }

  // -- the route -----------------------------------------------------------------------------

  private static List<DiagramTekens.Element> routetekens(Dossier d) {
    return regionaal(d).stream()
        .map(
            stap -> {
              Voortgang v = Routekaart.voortgang(stap);
              return new DiagramTekens.Element(stap.element(), stand(v), v.woord(), blokUrl(d, stap));
            })
        .toList();
  }

  private static List<DiagramPagina.Rij> routerijen(Dossier d) {
    Routekaart kaart = new Routekaart(d);
    return regionaal(d).stream()
        .filter(stap -> d.route().contains(stap))
        .map(
            stap -> {
              String bij = kaart.bij(stap);
              return new DiagramPagina.Rij(
                  new Link(stap.naam(), blokUrl(d, stap)),
                  Routekaart.voortgang(stap),
                  Taal.geschreven(stap.datum()) + (bij == null ? "" : "; " + Taal.metKleineLetter(bij)));
            })
        .toList();
  }

  private static List<Stap> regionaal(Dossier d) {
    return d.stappen().stream().filter(stap -> !stap.soort().lokaal()).toList();
  }

  private static String blokUrl(Dossier d, Stap stap) {
    return d.url() + "/diagram?blok=" + stap.element();
  }

  private static String stand(Voortgang voortgang) {
    return switch (voortgang) {
      case NU -> "hier_nu";
      case GEDAAN -> "gedaan";
      case OVERGESLAGEN -> "overgeslagen";
      case KOMT -> "gepland";
    };
  }

  // -- a block -------------------------------------------------------------------------------

  /** Where a part of a block stands, with words beside it. */
  private record Plaats(Onderdeel onderdeel, Voortgang voortgang, String bij) {}

  private static List<Plaats> plaatsen(Dossier d, RouteModel.Blok blok) {
    Stap stap =
        regionaal(d).stream().filter(s -> s.element().equals(blok.elementId())).findFirst().orElseThrow();
    List<AgendaTaak> taken =
        d.taken().stream()
            .filter(
                t ->
                    d.stap(t.stap()).filter(s -> s.element().equals(blok.elementId())).isPresent())
            .toList();
    List<Onderdeel> onderdelen = ONDERDELEN.get(blok.soort());
    int open = -1;
    for (int i = 0; i < onderdelen.size(); i++) {
      if (!van(onderdelen.get(i), taken).isEmpty()) {
        open = Math.max(open, i);
      }
    }
    List<Plaats> plaatsen = new ArrayList<>();
    for (int i = 0; i < onderdelen.size(); i++) {
      Onderdeel onderdeel = onderdelen.get(i);
      List<AgendaTaak> hier = van(onderdeel, taken);
      boolean voorbij = stap.toestand() == Stap.Toestand.GEDAAN ? !onderdeel.soms() : i < open && !onderdeel.soms();
      Voortgang voortgang = !hier.isEmpty() ? Voortgang.NU : voorbij ? Voortgang.GEDAAN : Voortgang.KOMT;
      plaatsen.add(new Plaats(onderdeel, voortgang, bij(d, hier)));
    }
    return plaatsen;
  }

  /** Open work at a part; what municipalities do stands at the part that calls them. */
  private static List<AgendaTaak> van(Onderdeel onderdeel, List<AgendaTaak> taken) {
    boolean gemeenten = onderdeel.element().startsWith("roep_");
    return taken.stream()
        .filter(
            t ->
                gemeenten
                    ? t.soort().equals(Taaksoort.COLLEGEBESLUIT.code())
                        || t.soort().equals(Taaksoort.RAADSBESLUIT.code())
                    : t.soort().equals(onderdeel.element()))
        .toList();
  }

  private static String bij(Dossier d, List<AgendaTaak> hier) {
    List<String> gemeenten =
        List.copyOf(
            hier.stream()
                .flatMap(t -> t.gemeente().stream())
                .map(d.gemeenten()::get)
                .collect(Collectors.toCollection(TreeSet::new)));
    if (!gemeenten.isEmpty()) {
      return "wacht op " + Taal.opsomming(gemeenten, 4);
    }
    return hier.stream()
        .findFirst()
        .flatMap(AgendaTaak::uiterlijk)
        .map(dag -> "uiterlijk " + Taal.kort(dag))
        .orElse(null);
  }

  private static List<DiagramTekens.Element> bloktekens(Dossier d, RouteModel.Blok blok) {
    return plaatsen(d, blok).stream()
        .map(
            p -> new DiagramTekens.Element(p.onderdeel().element(), stand(p.voortgang()), p.voortgang().woord(), null))
        .toList();
  }

  private static List<DiagramPagina.Rij> blokrijen(Dossier d, RouteModel.Blok blok) {
    return plaatsen(d, blok).stream()
        .map(
            p ->
                new DiagramPagina.Rij(
                    Link.zonder(p.onderdeel().naam()),
                    p.voortgang(),
                    p.onderdeel().soms() && p.voortgang() == Voortgang.KOMT ? "alleen als het nodig is" : p.bij()))
        .toList();
  }
}
