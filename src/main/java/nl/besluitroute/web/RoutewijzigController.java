package nl.besluitroute.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.besluitroute.dossier.Dossier;
import nl.besluitroute.dossier.Dossiers;
import nl.besluitroute.regio.Orgaan;
import nl.besluitroute.regio.Regios;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.visie.Doel;
import nl.besluitroute.visie.Routebeheer;
import nl.besluitroute.visie.Routevoorbeeld;
import nl.besluitroute.visie.Routevoorbeeld.Gevolg;
import nl.besluitroute.visie.Routewijziging;
import nl.besluitroute.visie.Routewijzigingen;
import nl.besluitroute.visie.Stap;
import nl.besluitroute.visie.Vaststellingsregel;
import nl.besluitroute.visie.VisieFout;
import nl.besluitroute.visie.VisieVeranderd;
import nl.besluitroute.web.Koppen.Tabblad;
import nl.besluitroute.web.RoutewijzigPagina.Rij;
import nl.besluitroute.web.RoutewijzigPagina.Veld;
import nl.besluitroute.web.RoutewijzigPagina.Voorbeeld;
import nl.besluitroute.web.RoutewijzigPagina.Vorm;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Changes the route of a running vision: choose, look at what it does, give the reason, apply. */
@Controller
class RoutewijzigController {
  private final Dossiers dossiers;
  private final Koppen koppen;
  private final Routewijzigingen wijzigingen;
  private final Routebeheer routes;
  private final Regios regios;
  private final Schil schil;

  RoutewijzigController(
      Dossiers dossiers,
      Koppen koppen,
      Routewijzigingen wijzigingen,
      Routebeheer routes,
      Regios regios,
      Schil schil) {
    this.dossiers = dossiers;
    this.koppen = koppen;
    this.wijzigingen = wijzigingen;
    this.routes = routes;
    this.regios = regios;
    this.schil = schil;
  }

  /** Without a choice the forms, with one its preview as well: an address that can be kept and shared. */
  @GetMapping("/visies/{id}/route")
  String route(
      @PathVariable String id, @RequestParam Map<String, String> keuze, Gebruiker wie, Model model) {
    Dossier d = dossiers.van(id, wie);
    koppen.eisSecretaris(d, wie);
    model.addAttribute("visie", koppen.kop(d, Tabblad.PLANNING, wie));
    Routevoorbeeld voorbeeld =
        lees(keuze).map(w -> wijzigingen.voorbeeld(id, w, wie)).orElse(null);
    model.addAttribute("pagina", pagina(d, keuze, voorbeeld, null, List.of()));
    return "visie-route";
  }

  @PostMapping("/visies/{id}/route")
  ModelAndView wijzig(@PathVariable String id, @RequestParam Map<String, String> keuze, Gebruiker wie) {
    Dossier d = dossiers.van(id, wie);
    koppen.eisSecretaris(d, wie);
    String reden = keuze.getOrDefault("reden", "").strip();
    Routewijziging wijziging =
        lees(keuze).orElseThrow(() -> new VisieFout("Kies eerst een wijziging."));
    if (reden.isEmpty()) {
      return opnieuw(
          d, wie, keuze, wijzigingen.voorbeeld(id, wijziging, wie), reden,
          new Invoerfout("reden", "Geef de reden van de wijziging."));
    }
    try {
      Routevoorbeeld gedaan =
          wijzigingen.voerUit(id, wijziging, keuze.getOrDefault("kenmerk", ""), reden, wie);
      schil.meldStraks("De route is gewijzigd. " + gedaan.zin());
      return new ModelAndView("redirect:" + d.url() + "/planning");
    } catch (VisieVeranderd e) {
      return opnieuw(dossiers.van(id, wie), wie, keuze, e.voorbeeld(), reden, new Invoerfout(null, e.getMessage()));
    } catch (VisieFout e) {
      return opnieuw(
          dossiers.van(id, wie), wie, keuze, wijzigingen.voorbeeld(id, wijziging, wie), reden,
          new Invoerfout(null, e.getMessage()));
    }
  }

  private ModelAndView opnieuw(
      Dossier d, Gebruiker wie, Map<String, String> keuze, Routevoorbeeld voorbeeld, String reden, Invoerfout fout) {
    var opnieuw = new ModelAndView("visie-route", HttpStatus.UNPROCESSABLE_ENTITY);
    opnieuw.addObject("visie", koppen.kop(d, Tabblad.PLANNING, wie));
    opnieuw.addObject("pagina", pagina(d, keuze, voorbeeld, reden, List.of(fout)));
    return opnieuw;
  }

  /** Empty when there is no choice yet, or one that this page does not offer. */
  private static Optional<Routewijziging> lees(Map<String, String> k) {
    String stap = k.getOrDefault("stap", "");
    return switch (k.getOrDefault("soort", "")) {
      case "overslaan" -> Optional.of(new Routewijziging.Overslaan(stap));
      case "herhalen" -> Optional.of(new Routewijziging.Herhalen(stap, k.containsKey("ook_erna")));
      case "toevoegen" ->
          Doel.van(k.getOrDefault("doel", ""))
              .map(
                  doel ->
                      new Routewijziging.Toevoegen(
                          k.getOrDefault("orgaan", ""),
                          doel,
                          k.getOrDefault("plek", "").equals("voor") ? Routewijziging.Plek.VOOR : Routewijziging.Plek.NA,
                          stap));
      case "verplaatsen" ->
          Optional.of(
              new Routewijziging.Verplaatsen(
                  k.getOrDefault("route", ""),
                  Arrays.stream(Vaststellingsregel.values())
                      .filter(r -> r.name().equals(k.get("regel")))
                      .findFirst()));
      default -> Optional.empty();
    };
  }

  // -- the page ------------------------------------------------------------------------------

  private RoutewijzigPagina pagina(
      Dossier d, Map<String, String> keuze, Routevoorbeeld voorbeeld, String reden, List<Invoerfout> fouten) {
    return new RoutewijzigPagina(
        d.url() + "/route",
        vormen(d, keuze),
        voorbeeld == null ? null : voorbeeld(d, keuze, voorbeeld, reden),
        fouten);
  }

  private List<Vorm> vormen(Dossier d, Map<String, String> k) {
    List<Stap> stappen =
        d.stappen().stream()
            .filter(s -> !s.soort().lokaal())
            .filter(s -> d.model().blokken().stream().anyMatch(b -> b.elementId().equals(s.element())))
            .toList();
    List<Keuze> komen = kies(stappen, Stap.Toestand.LOOPT, Stap.Toestand.GEPLAND);
    List<Keuze> geweest = kies(stappen, Stap.Toestand.GEDAAN, Stap.Toestand.VERVALLEN);
    List<Keuze> overleggen =
        regios.overleggen(d.visie().regios()).stream().map(o -> new Keuze(o.id(), o.naam())).toList();
    List<Keuze> doelen =
        Arrays.stream(Doel.values())
            .filter(doel -> doel != Doel.OPSTELLEN)
            .map(doel -> new Keuze(doel.code(), doel.naam()))
            .toList();
    List<Keuze> andere =
        routes.teStarten(d.visie().regios().get(0)).stream()
            .map(r -> new Keuze(r.route().sleutel(), r.route().model().naam()))
            .toList();
    List<Keuze> regels = new ArrayList<>(List.of(new Keuze("", "Blijft: " + d.visie().regel().omschrijving())));
    Arrays.stream(Vaststellingsregel.values())
        .filter(r -> r != d.visie().regel())
        .forEach(r -> regels.add(new Keuze(r.name(), Taal.metHoofdletter(r.omschrijving()))));
    return List.of(
        vorm(k, "overslaan", "Een stap overslaan", "De stap wordt niet gedaan. Wat al is vastgelegd, blijft staan.",
            List.of(veld(k, "overslaan", "stap", "Welke stap", komen)), null),
        vorm(k, "herhalen", "Een stap opnieuw behandelen", "De tekst gaat terug naar de stap en gaat daarna verder waar hij was.",
            List.of(veld(k, "herhalen", "stap", "Welke stap", geweest)), "Ook wat erna kwam opnieuw behandelen"),
        vorm(k, "toevoegen", "Een overleg toevoegen", "Een overleg van de regio dat niet op de route staat, behandelt de tekst ook.",
            List.of(
                veld(k, "toevoegen", "orgaan", "Welk overleg", overleggen),
                veld(k, "toevoegen", "doel", "Waartoe", doelen),
                veld(k, "toevoegen", "plek", "Waar", List.of(new Keuze("na", "Na deze stap"), new Keuze("voor", "Voor deze stap"))),
                veld(k, "toevoegen", "stap", "Bij welke stap", komen)),
            null),
        vorm(k, "verplaatsen", "Een andere route of nieuwe versie volgen",
            "Wat gedaan is, blijft. De tekst gaat verder op de nieuwste versie van de route die u kiest.",
            List.of(
                veld(k, "verplaatsen", "route", "Welke route", andere),
                veld(k, "verplaatsen", "regel", "Vastgesteld als", regels)),
            null));
  }

  private static Vorm vorm(
      Map<String, String> k, String soort, String kop, String uitleg, List<Veld> velden, String aan) {
    boolean gekozen = soort.equals(k.get("soort"));
    return new Vorm(soort, kop, uitleg, velden, aan, gekozen && k.containsKey("ook_erna"), gekozen);
  }

  private static Veld veld(Map<String, String> k, String soort, String naam, String kop, List<Keuze> keuzes) {
    return new Veld(soort + "-" + naam, naam, kop, keuzes, soort.equals(k.get("soort")) ? k.get(naam) : null);
  }

  private static List<Keuze> kies(List<Stap> stappen, Stap.Toestand... toestanden) {
    return stappen.stream()
        .filter(s -> List.of(toestanden).contains(s.toestand()))
        .map(s -> new Keuze(s.element(), s.naam() + " (" + s.toestand().naam() + ")"))
        .toList();
  }

  private Voorbeeld voorbeeld(Dossier d, Map<String, String> k, Routevoorbeeld v, String reden) {
    List<Keuze> velden =
        List.of("soort", "stap", "ook_erna", "orgaan", "doel", "plek", "route", "regel").stream()
            .filter(k::containsKey)
            .map(naam -> new Keuze(naam, k.get(naam)))
            .toList();
    Map<String, String> overleggen =
        regios.organen(v.stappen().stream().flatMap(s -> s.orgaan().stream()).distinct().toList()).stream()
            .collect(Collectors.toMap(Orgaan::id, Orgaan::naam));
    Map<String, String> gemeenten =
        regios.namen(v.stappen().stream().flatMap(s -> s.gemeenten().stream()).distinct().toList());
    List<Rij> rijen =
        v.stappen().stream()
            .map(
                s ->
                    new Rij(
                        s.naam(),
                        s.was().map(RoutewijzigController::merk).orElse(null),
                        merk(s.wordt()),
                        merk(s.gevolg()),
                        s.gemeenten().isEmpty()
                            ? s.orgaan().map(overleggen::get).filter(o -> !o.equals(s.naam())).orElse(vanzelf(s.soort()))
                            : Taal.opsomming(s.gemeenten().stream().map(gemeenten::get).sorted().toList()),
                        s.gevolg() != Gevolg.BLIJFT))
            .toList();
    List<String> regel = new ArrayList<>();
    v.regel()
        .ifPresent(
            r -> {
              regel.add("Nu: " + r.was().omschrijving() + ". Stand: " + r.standWas() + ".");
              regel.add("Straks: " + r.wordt().omschrijving() + ". Stand: " + r.standWordt() + ".");
            });
    return new Voorbeeld(
        v.voornemen(),
        velden,
        v.kenmerk(),
        v.kan(),
        v.beletselen(),
        v.letOp(),
        regel,
        rijen,
        v.vervalt().stream().map(RoutewijzigController::inWoorden).toList(),
        v.komt().stream().map(RoutewijzigController::inWoorden).toList(),
        reden);
  }

  /** Whose step it is when no body or municipality is named; null for an overleg, which it then is itself. */
  private static String vanzelf(Stap.Soort soort) {
    return switch (soort) {
      case OVERLEG -> null;
      case TEKST, PARTICIPATIE, TWEEDE_RONDE -> "de ambtelijk secretaris";
      default -> "de gemeenten";
    };
  }

  private static String inWoorden(Routevoorbeeld.Werk w) {
    return w.naam() + (w.wie().isEmpty() ? "" : ": " + w.wie());
  }

  private static Merk merk(Stap.Toestand toestand) {
    return switch (toestand) {
      case GEPLAND -> Merk.open(toestand.naam());
      case LOOPT -> Merk.half(toestand.naam());
      case GEDAAN -> Merk.goed(toestand.naam());
      case VERVALLEN -> Merk.nvt(toestand.naam());
    };
  }

  private static Merk merk(Gevolg gevolg) {
    return switch (gevolg) {
      case BLIJFT -> Merk.open(gevolg.naam());
      case VOORBIJ, VERVALT -> Merk.nvt(gevolg.naam());
      case KOMT_ERBIJ, BEGINT, GAAT_VERDER -> Merk.goed(gevolg.naam());
      case BEGINT_OPNIEUW, LATER -> Merk.let(gevolg.naam());
    };
  }
}
