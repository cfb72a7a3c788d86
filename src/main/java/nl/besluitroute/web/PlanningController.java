package nl.besluitroute.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.besluitroute.dossier.Dossier;
import nl.besluitroute.dossier.Dossiers;
import nl.besluitroute.kalender.GeschrevenDatum;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.Toegang;
import nl.besluitroute.visie.Opschorting;
import nl.besluitroute.visie.Stap;
import nl.besluitroute.visie.StapId;
import nl.besluitroute.visie.Stappen;
import nl.besluitroute.visie.VisieFout;
import nl.besluitroute.visieplanning.Visieplanning;
import nl.besluitroute.web.GemeentenPagina.Cel;
import nl.besluitroute.web.Koppen.Tabblad;
import nl.besluitroute.web.PlanningPagina.Datumvorm;
import nl.besluitroute.web.PlanningPagina.Lokaal;
import nl.besluitroute.web.PlanningPagina.Rij;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The dates of a vision: as first planned, as planned now and as it went; and another date. */
@Controller
class PlanningController {

  private static final int LANGSTE_REDEN = 4000;

  private final Dossiers dossiers;
  private final Koppen koppen;
  private final Stappen stappen;
  private final Opschorting opschorting;
  private final Toegang toegang;
  private final Visieplanning planning;
  private final Planbeeld beeld;
  private final Schil schil;

  PlanningController(
      Dossiers dossiers,
      Koppen koppen,
      Stappen stappen,
      Opschorting opschorting,
      Toegang toegang,
      Visieplanning planning,
      Planbeeld beeld,
      Schil schil) {
    this.planning = planning;
    this.beeld = beeld;
    this.dossiers = dossiers;
    this.koppen = koppen;
    this.stappen = stappen;
    this.opschorting = opschorting;
    this.toegang = toegang;
    this.schil = schil;
  }

  /** A refused change, shown again; a sentence without a field is about the step itself. */
  private record Geweigerd(
      String stap,
      String datum,
      String reden,
      String datumFout,
      String redenFout,
      String zin,
      String opschorten) {

    /** One about the plan as a whole. */
    static Geweigerd plan(String reden, String zin) {
      return new Geweigerd(null, null, reden, null, null, zin, null);
    }

    static Geweigerd datum(
        String stap, String datum, String reden, String datumFout, String redenFout, String zin) {
      return new Geweigerd(stap, datum, reden, datumFout, redenFout, zin, null);
    }

    /** One about suspending or resuming. */
    static Geweigerd opschorting(String reden, String zin) {
      return new Geweigerd(null, null, null, null, null, zin, reden);
    }

    boolean isBij(String stapId) {
      return stapId.equals(stap);
    }
  }

  @GetMapping("/visies/{id}/planning")
  String planning(@PathVariable String id, Gebruiker wie, Model model) {
    Dossier d = dossiers.van(id, wie);
    model.addAttribute("visie", koppen.kop(d, Tabblad.PLANNING, wie));
    model.addAttribute("pagina", pagina(d, wie, null));
    return "visie-planning";
  }

  @PostMapping("/visies/{id}/planning")
  ModelAndView wijzig(
      @PathVariable String id,
      @RequestParam(name = "stap", defaultValue = "") String stapId,
      @RequestParam(name = "datum", defaultValue = "") String tekst,
      @RequestParam(name = "reden", defaultValue = "") String reden,
      @RequestParam(name = "schriftelijk", defaultValue = "false") boolean schriftelijk,
      Gebruiker wie) {
    Dossier d = dossiers.van(id, wie);
    Stap stap =
        d.stap(stapId)
            .orElseThrow(
                () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "Deze stap bestaat niet."));
    toegang.eisPlannen(wie, stap.plek(d.visie().regios()));
    String datumFout = null;
    Optional<GeschrevenDatum> datum = Optional.empty();
    if (tekst.isBlank()) {
      datumFout = "Vul de nieuwe datum in.";
    } else {
      GeschrevenDatum.Lezing lezing = GeschrevenDatum.leesVanaf(tekst.strip(), d.vandaag());
      datum = lezing.datum();
      datumFout = datum.isPresent() ? null : lezing.reden();
      if (schriftelijk && datumFout == null && datum.get().precies().isEmpty()) {
        datumFout = "Noem voor een schriftelijke ronde de dag tot en met welke er gereageerd kan worden.";
      }
    }
    String redenFout =
        reden.isBlank()
            ? "Geef de reden van de wijziging."
            : reden.length() > LANGSTE_REDEN
                ? "De reden is langer dan " + LANGSTE_REDEN + " tekens."
                : null;
    if (datumFout != null || redenFout != null) {
      return opnieuw(d, wie, Geweigerd.datum(stapId, tekst, reden, datumFout, redenFout, null));
    }
    try {
      if (schriftelijk) {
        stappen.zetSchriftelijk(StapId.lees(stapId), datum.orElseThrow().precies().orElseThrow(), reden.strip(), wie);
      } else {
        stappen.wijzigDatum(StapId.lees(stapId), datum.orElseThrow(), reden.strip(), wie);
      }
    } catch (VisieFout fout) {
      return opnieuw(
          dossiers.van(id, wie), wie, Geweigerd.datum(stapId, tekst, reden, null, null, fout.getMessage()));
    }
    schil.meldStraks(
        "Datum gewijzigd: "
            + Taal.metKleineLetter(stap.naam())
            + " "
            + inWoorden(datum.get())
            + "; taken en termijnen zijn mee verplaatst.");
    return new ModelAndView("redirect:" + d.url() + "/planning#inhoud");
  }

  @PostMapping("/visies/{id}/planning/overnemen")
  ModelAndView neemOver(
      @PathVariable String id,
      @RequestParam(name = "kenmerk", defaultValue = "") String kenmerk,
      @RequestParam(name = "reden", defaultValue = "") String reden,
      Gebruiker wie) {
    Dossier d = dossiers.van(id, wie);
    try {
      int aantal = planning.neemOver(id, kenmerk, reden, wie);
      schil.meldStraks(
          Taal.aantal(aantal, "stap heeft", "stappen hebben")
              + " nu de datum uit de kalenders; taken en termijnen zijn mee verplaatst.");
    } catch (VisieFout fout) {
      return opnieuw(dossiers.van(id, wie), wie, Geweigerd.plan(reden, fout.getMessage()));
    }
    return new ModelAndView("redirect:" + d.url() + "/planning#inhoud");
  }

  @PostMapping("/visies/{id}/planning/streefdatum")
  ModelAndView streefdatum(
      @PathVariable String id,
      @RequestParam(name = "dag", required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate dag,
      @RequestParam(name = "reden", defaultValue = "") String reden,
      Gebruiker wie) {
    Dossier d = dossiers.van(id, wie);
    try {
      planning.zetStreefdatum(id, dag, reden.isBlank() ? null : reden.strip(), wie);
    } catch (VisieFout fout) {
      return opnieuw(d, wie, Geweigerd.plan(null, fout.getMessage()));
    }
    schil.meldStraks(
        dag == null ? "Er is geen streefdatum meer." : "De streefdatum is " + Taal.voluitZonderDag(dag) + ".");
    return new ModelAndView("redirect:" + d.url() + "/planning#inhoud");
  }

  @PostMapping("/visies/{id}/opschorten")
  ModelAndView schortOp(
      @PathVariable String id,
      @RequestParam(name = "reden", defaultValue = "") String reden,
      Gebruiker wie) {
    Dossier d = dossiers.van(id, wie);
    try {
      opschorting.schortOp(id, reden, wie);
    } catch (VisieFout fout) {
      return opnieuw(dossiers.van(id, wie), wie, Geweigerd.opschorting(reden, fout.getMessage()));
    }
    schil.meldStraks("De visie is opgeschort; taken en termijnen staan stil tot u haar hervat.");
    return new ModelAndView("redirect:" + d.url() + "/planning");
  }

  @PostMapping("/visies/{id}/hervatten")
  ModelAndView hervat(
      @PathVariable String id,
      @RequestParam(name = "reden", defaultValue = "") String reden,
      Gebruiker wie) {
    Dossier d = dossiers.van(id, wie);
    try {
      opschorting.hervat(id, reden, wie);
    } catch (VisieFout fout) {
      return opnieuw(dossiers.van(id, wie), wie, Geweigerd.opschorting(null, fout.getMessage()));
    }
    schil.meldStraks("De visie is hervat; taken en termijnen volgen de datums van de planning.");
    return new ModelAndView("redirect:" + d.url() + "/planning");
  }

  private ModelAndView opnieuw(Dossier d, Gebruiker wie, Geweigerd geweigerd) {
    var opnieuw = new ModelAndView("visie-planning", HttpStatus.UNPROCESSABLE_ENTITY);
    opnieuw.addObject("visie", koppen.kop(d, Tabblad.PLANNING, wie));
    opnieuw.addObject("pagina", pagina(d, wie, geweigerd));
    return opnieuw;
  }

  /** How the text was read, so that a year that was not written can be checked. */
  private static String inWoorden(GeschrevenDatum datum) {
    return datum
        .precies()
        .map(Taal::voluitZonderDag)
        .orElseGet(
            () ->
                datum.isBekend()
                    ? datum.tekst()
                        + " ("
                        + Taal.kort(datum.eerste())
                        + " tot en met "
                        + Taal.kort(datum.laatste())
                        + ")"
                    : datum.tekst());
  }

  // -- the page ------------------------------------------------------------------------------

  private PlanningPagina pagina(Dossier d, Gebruiker wie, Geweigerd geweigerd) {
    Map<String, List<Stap>> lokaal =
        d.stappen().stream()
            .filter(s -> s.soort().lokaal())
            .collect(Collectors.groupingBy(Stap::element));
    List<Rij> rijen = new ArrayList<>();
    for (Stap stap : d.stappen()) {
      if (!stap.soort().lokaal()) {
        rijen.add(
            rij(
                d,
                stap,
                lokaal(d, stap, lokaal.getOrDefault(stap.element(), List.of()), wie, geweigerd),
                wie,
                geweigerd));
      }
    }
    boolean magSturen =
        koppen.isSecretaris(d, wie)
            && d.visie().afgerondOp().isEmpty()
            && d.visie().opgeschortOp().isEmpty();
    return new PlanningPagina(
        antwoord(d),
        fouten(geweigerd),
        beeld.van(d, wie, geweigerd == null || geweigerd.stap() != null ? null : geweigerd.reden()),
        rijen,
        magSturen ? new Link("Route wijzigen", d.url() + "/route") : null,
        magSturen
            ? new PlanningPagina.Opschortvorm(
                d.url() + "/opschorten", geweigerd == null ? null : geweigerd.opschorten())
            : null);
  }

  private static Zin antwoord(Dossier d) {
    List<Stap> teDoen = d.stappen().stream().filter(s -> s.isOpen() && verwacht(d, s)).toList();
    if (teDoen.isEmpty()) {
      return Zin.metVet("Alle stappen zijn gedaan").tekst(".");
    }
    long zonder = teDoen.stream().filter(s -> !heeftDatum(s)).count();
    Zin zin = Zin.metVet(Taal.aantal(teDoen.size(), "stap", "stappen")).tekst(" te gaan; ");
    return zonder == 0
        ? zin.tekst("alle met een datum.")
        : zin.vet(String.valueOf(zonder)).tekst(" nog zonder datum.");
  }

  private static List<Invoerfout> fouten(Geweigerd g) {
    List<Invoerfout> fouten = new ArrayList<>();
    if (g != null && g.zin() != null) {
      fouten.add(new Invoerfout(null, g.zin()));
    }
    if (g != null && g.datumFout() != null) {
      fouten.add(new Invoerfout("datum-" + veldId(g.stap()), g.datumFout()));
    }
    if (g != null && g.redenFout() != null) {
      fouten.add(new Invoerfout("reden-" + veldId(g.stap()), g.redenFout()));
    }
    return fouten;
  }

  private Lokaal lokaal(
      Dossier d, Stap blok, List<Stap> eigen, Gebruiker wie, Geweigerd geweigerd) {
    if (eigen.isEmpty()) {
      return null;
    }
    List<Stap> opNaam =
        eigen.stream()
            .sorted(
                Comparator.comparing((Stap s) -> !wie.hoortBij(s.gemeente().orElseThrow()))
                    .thenComparing(s -> d.gemeenten().getOrDefault(s.gemeente().orElseThrow(), ""))
                    .thenComparing(Stap::besluitronde)
                    .thenComparing(Stap::soort))
            .toList();
    long zonder = eigen.stream().filter(s -> s.isOpen() && !heeftDatum(s)).count();
    boolean open =
        eigen.stream()
            .anyMatch(
                s ->
                    wie.hoortBij(s.gemeente().orElseThrow())
                        || (geweigerd != null && geweigerd.isBij(s.id())));
    return new Lokaal(
        "Per gemeente, " + Taal.aantal(eigen.size(), "stap", "stappen"),
        zonder == 0 || !verwacht(d, blok) ? null : zonder + " zonder datum",
        open,
        opNaam.stream().map(s -> rij(d, s, null, wie, geweigerd)).toList());
  }

  private Rij rij(Dossier d, Stap stap, Lokaal lokaal, Gebruiker wie, Geweigerd geweigerd) {
    String overleg = d.overleg(stap);
    String naam =
        stap.soort().lokaal() && stap.besluitronde() > 1
            ? stap.naam() + ", besluitronde " + stap.besluitronde()
            : stap.naam();
    return new Rij(
        naam,
        bij(stap, overleg),
        Cel.tekst(stap.oorspronkelijk().map(Taal::geschreven).orElse(null), null),
        gepland(d, stap),
        Cel.tekst(stap.werkelijk().map(Taal::geschreven).orElse(null), null),
        toestand(d, stap),
        stap.bijzonderheden(),
        lokaal,
        stap.isOpen()
                && d.visie().opgeschortOp().isEmpty()
                && toegang.magPlannen(wie, stap.plek(d.visie().regios()))
            ? vorm(d, stap, naam, geweigerd)
            : null);
  }

  private static String bij(Stap stap, String overleg) {
    String naam = stap.soort().lokaal() || overleg.equals(stap.naam()) ? null : overleg;
    String hoe = stap.schriftelijk() ? "schriftelijke ronde, geen vergadering" : null;
    return naam == null ? hoe : hoe == null ? naam : naam + ", " + hoe;
  }

  private static Cel gepland(Dossier d, Stap stap) {
    if (heeftDatum(stap) || !stap.isOpen() || !verwacht(d, stap)) {
      return Cel.tekst(stap.gepland().map(Taal::geschreven).orElse(null), null);
    }
    return Cel.van(
        Merk.let("nog geen datum"), stap.gepland().map(GeschrevenDatum::tekst).orElse(null));
  }

  private static Merk toestand(Dossier d, Stap stap) {
    return switch (stap.toestand()) {
      case GEPLAND ->
          verwacht(d, stap)
              ? Merk.open(stap.toestand().naam())
              : Merk.nvt("alleen zo nodig");
      case LOOPT -> Merk.half(stap.toestand().naam());
      case GEDAAN -> Merk.goed(stap.toestand().naam());
      case VERVALLEN -> Merk.nvt(stap.toestand().naam());
    };
  }

  private static Datumvorm vorm(Dossier d, Stap stap, String naam, Geweigerd geweigerd) {
    boolean opnieuw = geweigerd != null && geweigerd.isBij(stap.id());
    return new Datumvorm(
        veldId(stap.id()),
        d.url() + "/planning",
        stap.id(),
        naam,
        stap.soort() == Stap.Soort.OVERLEG,
        opnieuw ? geweigerd.datum() : null,
        opnieuw ? geweigerd.reden() : null,
        opnieuw ? geweigerd.datumFout() : null,
        opnieuw ? geweigerd.redenFout() : null);
  }

  private static String veldId(String stap) {
    return stap.substring(stap.indexOf('/') + 1).replace('/', '-');
  }

  private static boolean heeftDatum(Stap stap) {
    return stap.gepland().filter(GeschrevenDatum::isBekend).isPresent();
  }

  /** Whether the step will be taken as far as is known: on the planned path, or under way. */
  private static boolean verwacht(Dossier d, Stap stap) {
    return stap.toestand() == Stap.Toestand.LOOPT
        || stap.besluitronde() > 1
        || d.model().opGeplandPad(stap.element());
  }
}
