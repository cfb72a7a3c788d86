package nl.besluitroute.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.besluitroute.agenda.AgendaTaak;
import nl.besluitroute.agenda.Bladzijde;
import nl.besluitroute.agenda.Gemeentestuk;
import nl.besluitroute.agenda.Onderweg;
import nl.besluitroute.agenda.Standkop;
import nl.besluitroute.agenda.Standlijst;
import nl.besluitroute.agenda.Stapkop;
import nl.besluitroute.agenda.Visierij;
import nl.besluitroute.besluitvorming.Stand;
import nl.besluitroute.besluitvorming.Zekerheid;
import nl.besluitroute.dossier.Dossier;
import nl.besluitroute.dossier.Dossiers;
import nl.besluitroute.journaal.Journaal;
import nl.besluitroute.kalender.GeschrevenDatum;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.planning.Plan;
import nl.besluitroute.planning.Planregel;
import nl.besluitroute.regio.Orgaansoort;
import nl.besluitroute.regio.Regios;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.visie.Stap;
import nl.besluitroute.visie.Vaststellingsregel;
import nl.besluitroute.visieplanning.Visieplan;
import nl.besluitroute.visieplanning.Visieplanning;
import nl.besluitroute.web.RegiostukkenPagina.Keuzelink;
import nl.besluitroute.web.StandPagina.Datum;
import nl.besluitroute.web.StandPagina.Rij;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Where the visions of a region stand, in each municipality: the desk of a manager. */
@Controller
class StandController {

  static final String ADRES = "/stand";
  private static final int PER_PAGINA = 25;

  /** Working days in a week. */
  private static final int WERKWEEK = 5;
  private static final int GESCHIEDENIS = 8;

  /** Adopted first, open last. */
  private static final List<String> METER = List.of("g", "a", "h", "l", "");

  private final Standlijst standlijst;
  private final Dossiers dossiers;
  private final Visieplanning planning;
  private final Regios regios;
  private final Uitvoer uitvoer;
  private final Klok klok;

  StandController(
      Standlijst standlijst,
      Dossiers dossiers,
      Visieplanning planning,
      Regios regios,
      Uitvoer uitvoer,
      Klok klok) {
    this.standlijst = standlijst;
    this.dossiers = dossiers;
    this.planning = planning;
    this.regios = regios;
    this.uitvoer = uitvoer;
    this.klok = klok;
  }

  // -- the visions ---------------------------------------------------------------------------

  @GetMapping(ADRES)
  String lijst(
      @RequestParam(name = "toon", required = false) String toon,
      @RequestParam(name = "na", required = false) String na,
      Gebruiker wie,
      Model model) {
    boolean lopend = !"gereed".equals(toon);
    Bladzijde<Visierij> bladzijde = standlijst.van(wie, lopend, Optional.ofNullable(na), PER_PAGINA);
    Function<Visierij, StandlijstPagina.Rij> vorm = rijen(bladzijde.rijen());
    String url = ADRES + (lopend ? "" : "?toon=gereed");
    model.addAttribute(
        "pagina",
        new StandlijstPagina(
            Taal.metHoofdletter(Taal.voluit(klok.vandaag()))
                + ". Kies een visie om te zien hoe elke gemeente ervoor staat.",
            List.of(
                new Keuzelink("Onderweg", ADRES, lopend),
                new Keuzelink("Afgerond", ADRES + "?toon=gereed", !lopend)),
            lopend ? "Onderweg, laatste datum bovenaan" : "Afgeronde visies",
            bladzijde.rijen().stream().map(vorm).toList(),
            lopend
                ? new Leeg(
                    "Geen visie onderweg",
                    "Een visie staat hier zodra haar route in een van uw regio's is begonnen.",
                    new Link("Afgeronde visies", ADRES + "?toon=gereed"))
                : new Leeg(
                    "Nog geen visie afgerond",
                    "Een visie staat hier zodra haar route is doorlopen.",
                    new Link("Visies onderweg", ADRES)),
            bladzijde
                .volgende()
                .map(plaats -> new Link("Volgende visies", url + (lopend ? "?" : "&") + "na=" + plaats))
                .orElse(null)));
    return "stand";
  }

  private Map<String, String> regionamen(List<Visierij> rijen) {
    return regios.regioNamen(
        rijen.stream().flatMap(r -> r.visie().regios().stream()).collect(Collectors.toSet()));
  }

  private Map<String, String> bepalend(List<Visierij> rijen) {
    return regios.namen(rijen.stream().flatMap(r -> r.bepaalt().stream()).distinct().toList());
  }

  private Function<Visierij, StandlijstPagina.Rij> rijen(List<Visierij> rijen) {
    Map<String, String> regionamen = regionamen(rijen);
    Map<String, String> gemeenten = bepalend(rijen);
    LocalDate vandaag = klok.vandaag();
    return r ->
        new StandlijstPagina.Rij(
            new Link(r.visie().titel(), ADRES + "/" + r.visie().id()),
            regio(r, regionamen),
            VisiesController.merk(r.stand()),
            telling(r),
            r.visie().opgeschortOp().map(op -> Merk.opgeschort(op, vandaag)).orElse(null),
            teDoen(r),
            r.laatste().map(dag -> Taal.dagKort(dag, vandaag)).orElse(null),
            r.bepaalt().map(gemeenten::get).orElse(null),
            r.teLaat() == 0 ? null : Merk.laat(Taal.aantal(r.teLaat(), "taak", "taken") + " te laat"),
            nu(r),
            r.versie().map(v -> v.nummer()).orElse(null));
  }

  private static String regio(Visierij r, Map<String, String> namen) {
    return Taal.opsomming(r.visie().regios().stream().map(namen::get).toList());
  }

  private static String telling(Visierij r) {
    return r.stand()
        .map(s -> s.vastgesteld() + " van " + s.aantal() + " vastgesteld")
        .orElse("nog niemand besloot");
  }

  private static String teDoen(Visierij r) {
    if (r.teBesluiten() == 0) {
      return null;
    }
    return "nog "
        + r.teBesluiten()
        + " te besluiten"
        + (r.zonderDatum() == 0 ? "" : ", " + r.zonderDatum() + " zonder datum");
  }

  private static String nu(Visierij r) {
    return r.visie().afgerond()
        ? "Route doorlopen"
        : r.nu().isEmpty() ? "nergens" : Taal.opsomming(r.nu().stream().map(Onderweg::naam).toList(), 2);
  }

  @GetMapping(ADRES + "." + Uitvoer.VORM)
  void lijstBestand(
      @PathVariable String vorm,
      @RequestParam(name = "toon", required = false) String toon,
      Gebruiker wie,
      HttpServletResponse antwoord) {
    uitvoer.stuur(
        new Tabel(
            "Stand per visie",
            List.of(
                "Visie", "Regio", "Stand", "Vastgesteld", "Gemeenten", "Te besluiten", "Zonder datum",
                "Laatste geplande besluit", "Bepaalt", "Taken te laat", "Waar nu", "Versie",
                "Opgeschort sinds"),
            Tabel.doorlopend(
                na -> {
                  Bladzijde<Visierij> bladzijde =
                      standlijst.van(wie, !"gereed".equals(toon), na, PER_PAGINA);
                  Map<String, String> regionamen = regionamen(bladzijde.rijen());
                  Map<String, String> gemeenten = bepalend(bladzijde.rijen());
                  return new Bladzijde<>(
                      bladzijde.rijen().stream().map(r -> regel(r, regionamen, gemeenten)).toList(),
                      bladzijde.volgende());
                })),
        vorm,
        antwoord);
  }

  private static List<Tabel.Waarde> regel(
      Visierij r, Map<String, String> regionamen, Map<String, String> gemeenten) {
    return List.of(
        Tabel.tekst(r.visie().titel()),
        Tabel.tekst(regio(r, regionamen)),
        Tabel.tekst(VisiesController.merk(r.stand()).woord()),
        Tabel.getal(r.stand().map(Standkop::vastgesteld).orElse(0)),
        r.stand().map(s -> Tabel.getal(s.aantal())).orElseGet(() -> Tabel.tekst((String) null)),
        Tabel.getal(r.teBesluiten()),
        Tabel.getal(r.zonderDatum()),
        Tabel.datum(r.laatste()),
        Tabel.tekst(r.bepaalt().map(gemeenten::get)),
        Tabel.getal(r.teLaat()),
        Tabel.tekst(nu(r)),
        Tabel.tekst(r.versie().map(v -> v.nummer())),
        Tabel.dagVan(r.visie().opgeschortOp()));
  }

  // -- one vision ----------------------------------------------------------------------------

  /**
   * A municipality with all that the row says.
   *
   * @param weging null when it takes part no longer
   */
  private record Regel(
      Gemeentestuk stuk, String naam, Stand.GemeenteStand stand, boolean laat, Orgaansoort beslist) {

    Optional<Stapkop> stap(Orgaansoort soort) {
      return soort == Orgaansoort.RAAD ? stuk.raad() : stuk.college();
    }

    /** What this body decided; what it postponed or sent back is no besluit. */
    Optional<Gemeentestuk.Genomen> besloten(Orgaansoort soort) {
      return (soort == Orgaansoort.RAAD ? stuk.raadUitkomst() : stuk.collegeUitkomst())
          .filter(g -> g.uitkomst().besluit());
    }

    boolean neemtDeel() {
      return stand != null && stuk.fase() != Gemeentestuk.Fase.VERTROKKEN;
    }

    boolean isOpen() {
      return neemtDeel() && stand.weging() == Stand.Weging.OPEN;
    }

    boolean isZonderDatum() {
      return isOpen()
          && stap(beslist).flatMap(Stapkop::gepland).filter(GeschrevenDatum::isBekend).isEmpty();
    }

    Optional<LocalDate> dag(Orgaansoort soort) {
      return besloten(soort)
          .map(Gemeentestuk.Genomen::datum)
          .or(
              () ->
                  soort == Orgaansoort.RAAD
                      ? stuk.geinformeerd().map(Gemeentestuk.Brief::datum)
                      : Optional.empty())
          .or(
              () ->
                  stap(soort)
                      .flatMap(Stapkop::gepland)
                      .filter(GeschrevenDatum::isBekend)
                      .map(GeschrevenDatum::laatste)
                      .filter(dag -> !dag.equals(GeschrevenDatum.LAATST)));
    }
  }

  /** Which municipalities are shown. */
  private enum Toon {
    ALLE("alle", "Alle", null, r -> true),
    TE_LAAT("te-laat", "Te laat", Merk.laat(""), Regel::laat),
    ZONDER_DATUM("zonder-datum", "Zonder datum", Merk.let(""), Regel::isZonderDatum),
    TE_BESLUITEN("te-besluiten", "Te besluiten", Merk.open(""), Regel::isOpen),
    TELT_NIET(
        "telt-niet",
        "Afwijkend",
        Merk.anders(""),
        r -> r.neemtDeel() && !r.isOpen() && r.stand().weging() != Stand.Weging.VASTGESTELD),
    VASTGESTELD(
        "vastgesteld",
        "Vastgesteld",
        Merk.goed(""),
        r -> r.neemtDeel() && r.stand().weging() == Stand.Weging.VASTGESTELD),
    GEMELD(
        "gemeld",
        "Alleen gemeld",
        null,
        r -> r.besloten(r.beslist()).filter(b -> b.zekerheid() == Zekerheid.GEMELD).isPresent());

    private final String code;
    private final String tekst;
    private final Merk merk;
    private final Predicate<Regel> past;

    Toon(String code, String tekst, Merk merk, Predicate<Regel> past) {
      this.code = code;
      this.tekst = tekst;
      this.merk = merk;
      this.past = past;
    }

    static Toon van(String code) {
      return Stream.of(values()).filter(t -> t.code.equals(code)).findFirst().orElse(ALLE);
    }

    String url(String basis) {
      return this == ALLE ? basis : basis + "?toon=" + code;
    }
  }

  @GetMapping(ADRES + "/{visie}")
  String stand(
      @PathVariable String visie,
      @RequestParam(name = "toon", required = false) String toon,
      @RequestParam(name = "open", required = false) String open,
      Gebruiker wie,
      Model model) {
    Dossier d = dossiers.van(visie, wie);
    model.addAttribute("pagina", pagina(d, Toon.van(toon), open, wie));
    return "stand-gemeenten";
  }

  private List<Regel> regels(Dossier d, Gebruiker wie) {
    Map<String, Stand.GemeenteStand> stand =
        d.stand().gemeenten().stream()
            .collect(Collectors.toMap(Stand.GemeenteStand::gemeente, Function.identity()));
    Set<String> laat =
        d.taken().stream()
            .filter(AgendaTaak::teLaat)
            .flatMap(t -> t.gemeente().stream())
            .collect(Collectors.toSet());
    return standlijst.gemeenten(d.visie().id(), wie).stream()
        .map(
            s ->
                new Regel(
                    s,
                    d.gemeenten().getOrDefault(s.gemeente(), s.gemeente()),
                    stand.get(s.gemeente()),
                    laat.contains(s.gemeente()),
                    d.visie().regel().beslist()))
        .sorted(Comparator.comparing((Regel r) -> !r.neemtDeel()))
        .toList();
  }

  private StandPagina pagina(Dossier d, Toon toon, String open, Gebruiker wie) {
    Visierij rij = standlijst.visie(d.visie().id(), wie);
    Optional<Visieplan> plan =
        d.visie().afgerondOp().isPresent()
            ? Optional.empty()
            : Optional.of(planning.plan(d.visie().id(), wie));
    List<Regel> alle = regels(d, wie);
    List<Regel> gekozen = alle.stream().filter(toon.past).toList();
    String url = ADRES + "/" + d.visie().id();
    Tijdlijn tijdlijn =
        new Tijdlijn(
            alle.stream()
                .flatMap(r -> Stream.of(Orgaansoort.COLLEGE, Orgaansoort.RAAD).map(r::dag))
                .flatMap(Optional::stream)
                .toList(),
            d.vandaag());
    List<Filter> filters = new ArrayList<>();
    for (Toon t : Toon.values()) {
      long aantal = alle.stream().filter(t.past).count();
      if (aantal > 0 || t == toon) {
        filters.add(new Filter(t.tekst, aantal, t.url(url), t == toon, t.merk));
      }
    }
    List<Rij> rijen =
        gekozen.stream()
            .map(r -> rij(d, r, plan, tijdlijn, toon, r.stuk().gemeente().equals(open), wie))
            .toList();
    return new StandPagina(
        url,
        d.visie().titel(),
        Taal.metHoofdletter(Taal.voluit(d.vandaag()))
            + ". "
            + d.nieuwste().map(v -> "Versie " + v.nummer() + " geldt. ").orElse("Er is nog geen versie. "),
        List.of(
            new Link("Stand", ADRES),
            new Link(d.visie().titel(), d.url()),
            Link.zonder("Stand per gemeente")),
        Koppen.opgeschort(d.visie()),
        antwoord(d, rij, plan),
        Koppen.redenen(d),
        alle.stream().filter(Regel::neemtDeel).map(StandController::blokje).sorted(Comparator.comparing(METER::indexOf)).toList(),
        plan.map(p -> Laatregel.van(d, p)).orElse(List.of()),
        filters,
        Taal.aantal(gekozen.size(), "gemeente", "gemeenten") + ", laatste datum bovenaan",
        tijdlijn,
        d.heeft(Stap.Soort.RAAD) ? "Raad" : "Raad geïnformeerd",
        rijen.stream().anyMatch(r -> r.contact() != null),
        rijen);
  }

  private Zin antwoord(Dossier d, Visierij rij, Optional<Visieplan> plan) {
    Stand stand = d.stand();
    Zin zin =
        Zin.metVet(
            stand.aantal(Stand.Weging.VASTGESTELD) + " van " + stand.gemeenten().size() + " vastgesteld");
    if (stand.vastOp().isPresent()) {
      return zin.tekst("; vast sinds ").vet(Taal.voluitZonderDag(stand.vastOp().get())).tekst(".");
    }
    if (rij.teBesluiten() > 0) {
      zin = zin.tekst("; nog ").vet(rij.teBesluiten() + " te besluiten");
      if (rij.zonderDatum() > 0) {
        zin = zin.tekst(", ").vet(rij.zonderDatum() + " zonder datum");
      }
    }
    if (rij.laatste().isPresent()) {
      zin = zin.tekst("; laatste geplande besluit ").vet(Taal.voluitZonderDag(rij.laatste().get()));
      if (rij.bepaalt().isPresent()) {
        zin = zin.tekst(", ").vet(d.gemeenten().getOrDefault(rij.bepaalt().get(), rij.bepaalt().get()));
      }
    }
    long anders =
        stand.aantal(Stand.Weging.AFWIJKEND)
            + stand.aantal(Stand.Weging.ANDERE_TEKST)
            + stand.aantal(Stand.Weging.NIET);
    if (anders > 0 && d.visie().regel() != Vaststellingsregel.TWEE_DERDE_RADEN) {
      return zin.tekst("; ")
          .vet(Taal.aantal(anders, "gemeente besloot anders", "gemeenten besloten anders"))
          .tekst(", dus zonder tweede besluitronde wordt de visie niet vastgesteld.");
    }
    if (plan.isPresent()) {
      zin = haalbaar(zin, plan.get(), d);
    }
    return zin.tekst(".");
  }

  /** When it can be at the earliest by the calendars, and how much later that is than first planned. */
  private static Zin haalbaar(Zin zin, Visieplan plan, Dossier d) {
    // Of those who decide: after colleges the raden are still informed.
    List<Optional<LocalDate>> besluiten =
        d.stappen().stream()
            .filter(s -> s.soort().lokaal() && s.soort().bestuursorgaan() == d.visie().regel().beslist())
            .filter(s -> s.soort() != Stap.Soort.RAAD_INFORMEREN)
            .flatMap(s -> plan.van(s).stream())
            .map(Planregel::vroegst)
            .toList();
    if (!besluiten.isEmpty() && besluiten.stream().allMatch(Optional::isPresent)) {
      LocalDate laatste = besluiten.stream().flatMap(Optional::stream).max(Comparator.naturalOrder()).orElseThrow();
      zin = zin.tekst("; eerst mogelijk ").vet(Taal.voluitZonderDag(laatste));
    }
    int uitloop =
        plan.plan().bepalend().stream().map(Planregel::uitloop).mapToInt(u -> u.orElse(0)).max().orElse(0);
    return uitloop <= 0 ? zin : zin.tekst("; ").vet(inWeken(uitloop)).tekst(" uitloop");
  }

  private static String inWeken(int werkdagen) {
    return werkdagen < WERKWEEK
        ? Taal.aantal(werkdagen, "werkdag", "werkdagen")
        : Taal.aantal(Math.round(werkdagen / (double) WERKWEEK), "week", "weken");
  }

  private static String blokje(Regel r) {
    return switch (r.stand().weging()) {
      case VASTGESTELD -> "g";
      case AFWIJKEND -> "a";
      case ANDERE_TEKST -> "h";
      case NIET -> "l";
      case OPEN -> "";
    };
  }

  private Rij rij(
      Dossier d, Regel r, Optional<Visieplan> plan, Tijdlijn tijdlijn, Toon toon, boolean open, Gebruiker wie) {
    String code = r.stuk().gemeente();
    String lijst = toon.url(ADRES + "/" + d.visie().id());
    Optional<Planregel> gepland =
        plan.filter(p -> r.isOpen())
            .flatMap(p -> r.stap(r.beslist()).flatMap(s -> d.stap(s.id())).flatMap(p::van));
    return new Rij(
        "g-" + code,
        r.naam(),
        open ? lijst + "#g-" + code : lijst + (toon == Toon.ALLE ? "?" : "&") + "open=" + code + "#g-" + code,
        bij(d, r),
        toestand(r),
        spoor(d, r, tijdlijn),
        datum(d, r, Orgaansoort.COLLEGE),
        datum(d, r, Orgaansoort.RAAD),
        gepland.map(Planbeeld::speling).orElse(null),
        gepland.map(Planregel::uitloop).map(Herplanningbeeld::verschuiving).orElse(null),
        versie(r),
        dictum(r),
        null,
        open ? meer(d, r, wie) : null);
  }

  /** Why the row stands out, when it does. */
  private static String bij(Dossier d, Regel r) {
    if (!r.neemtDeel()) {
      return "neemt niet meer deel";
    }
    if (!r.isOpen() && r.stand().weging() != Stand.Weging.VASTGESTELD) {
      return r.stand().reden();
    }
    return d.taken().stream()
        .filter(t -> t.teLaat() && t.gemeente().filter(r.stuk().gemeente()::equals).isPresent())
        .findFirst()
        .map(t -> Taal.metKleineLetter(t.naam()) + t.uiterlijk().map(dag -> " was uiterlijk " + Taal.dagKort(dag, d.vandaag())).orElse(""))
        .orElse(null);
  }

  private static Merk toestand(Regel r) {
    if (!r.neemtDeel()) {
      return Merk.nvt("vertrokken");
    }
    return switch (r.stand().weging()) {
      case VASTGESTELD -> Merk.goed("vastgesteld");
      case AFWIJKEND -> Merk.anders("afwijkend");
      case ANDERE_TEKST -> Merk.half("telt niet mee");
      case NIET -> Merk.laat("niet vastgesteld");
      case OPEN ->
          r.laat() ? Merk.laat("te laat") : r.isZonderDatum() ? Merk.let("geen datum") : Merk.open("gepland");
    };
  }

  /** Null when the route has no such step here. */
  private static Datum datum(Dossier d, Regel r, Orgaansoort soort) {
    Optional<Gemeentestuk.Genomen> besloten = r.besloten(soort);
    if (besloten.isPresent()) {
      return new Datum(
          Taal.dagKort(besloten.get().datum(), d.vandaag()),
          besloten.get().uitkomst().naam().toLowerCase(Locale.ROOT),
          bron(besloten.get().zekerheid()));
    }
    Optional<Gemeentestuk.Brief> brief =
        soort == Orgaansoort.RAAD ? r.stuk().geinformeerd() : Optional.empty();
    if (brief.isPresent()) {
      return new Datum(
          Taal.dagKort(brief.get().datum(), d.vandaag()), "geïnformeerd", bron(brief.get().zekerheid()));
    }
    String eerder =
        (soort == Orgaansoort.RAAD ? r.stuk().raadUitkomst() : r.stuk().collegeUitkomst())
            .map(g -> g.uitkomst().naam().toLowerCase(Locale.ROOT) + " op " + Taal.dagKort(g.datum(), d.vandaag()))
            .orElse(null);
    return r.stap(soort)
        .map(
            stap ->
                stap.gepland()
                    .map(g -> new Datum(Taal.geschrevenKort(g, d.vandaag()), eerder == null ? "gepland" : eerder, null))
                    .orElseGet(() -> new Datum("geen datum", eerder, null)))
        .orElse(null);
  }

  private static Bron bron(Zekerheid zekerheid) {
    return new Bron(zekerheid == Zekerheid.BEVESTIGD, null);
  }

  private static String versie(Regel r) {
    return r.besloten(r.beslist()).flatMap(Gemeentestuk.Genomen::versie).orElse(null);
  }

  private static String dictum(Regel r) {
    if (!r.neemtDeel() || r.isOpen()) {
      return null;
    }
    return switch (r.stand().weging()) {
      case VASTGESTELD -> "eensluidend";
      case AFWIJKEND -> "wijkt af";
      case ANDERE_TEKST -> "andere tekst";
      case NIET -> "geen";
      case OPEN -> null;
    };
  }

  // -- the drawing ---------------------------------------------------------------------------

  private static Tijdlijn.Spoor spoor(Dossier d, Regel r, Tijdlijn tijdlijn) {
    Optional<LocalDate> college = r.dag(Orgaansoort.COLLEGE);
    Optional<LocalDate> raad = r.dag(Orgaansoort.RAAD);
    List<Tijdlijn.Lijn> lijnen = new ArrayList<>();
    if (college.isPresent() && raad.isPresent() && college.get().isBefore(raad.get())) {
      lijnen.add(new Tijdlijn.Lijn("weg", tijdlijn.x(college.get()), tijdlijn.x(raad.get())));
      LocalDate tot = raad.get().isBefore(d.vandaag()) ? raad.get() : d.vandaag();
      if (r.besloten(Orgaansoort.COLLEGE).isPresent() && college.get().isBefore(tot)) {
        lijnen.add(new Tijdlijn.Lijn("gedaan", tijdlijn.x(college.get()), tijdlijn.x(tot)));
      }
    }
    List<Tijdlijn.Teken> tekens = new ArrayList<>();
    college.ifPresent(dag -> tekens.add(teken(r, Orgaansoort.COLLEGE, tijdlijn.x(dag))));
    raad.ifPresent(dag -> tekens.add(teken(r, Orgaansoort.RAAD, tijdlijn.x(dag))));
    String zin =
        r.naam()
            + ": "
            + Stream.of(zin("college", datum(d, r, Orgaansoort.COLLEGE)), zin("raad", datum(d, r, Orgaansoort.RAAD)))
                .filter(Objects::nonNull)
                .collect(Collectors.joining("; "));
    return new Tijdlijn.Spoor(lijnen, tekens, zin);
  }

  private static String zin(String orgaan, Datum datum) {
    return datum == null
        ? null
        : orgaan + " " + datum.datum() + (datum.bij() == null ? "" : " " + datum.bij());
  }

  private static Tijdlijn.Teken teken(Regel r, Orgaansoort soort, String x) {
    boolean raad = soort == Orgaansoort.RAAD;
    boolean gedaan = r.besloten(soort).isPresent() || (raad && r.stuk().geinformeerd().isPresent());
    String vorm = raad ? "k-raad" : "k-college";
    if (!gedaan) {
      return new Tijdlijn.Teken(vorm + "-o", x, soort == r.beslist() && r.laat() ? "laat" : "inkt");
    }
    if (soort != r.beslist() || !r.neemtDeel()) {
      return new Tijdlijn.Teken(vorm, x, "inkt");
    }
    return switch (r.stand().weging()) {
      case VASTGESTELD -> new Tijdlijn.Teken(vorm, x, "goed");
      case AFWIJKEND -> new Tijdlijn.Teken(raad ? vorm + "-anders" : vorm, x, "anders");
      case ANDERE_TEKST -> new Tijdlijn.Teken(raad ? vorm + "-half" : vorm, x, "let");
      case NIET -> new Tijdlijn.Teken(raad ? vorm + "-niet" : vorm, x, "laat");
      case OPEN -> new Tijdlijn.Teken(vorm, x, "inkt");
    };
  }

  // -- history and mail ----------------------------------------------------------------------

  private StandPagina.Meer meer(Dossier d, Regel r, Gebruiker wie) {
    Journaal.Keuze keuze = Journaal.Keuze.vanGemeente(r.stuk().gemeente());
    return new StandPagina.Meer(
        dossiers.geschiedenis(d, keuze, Optional.empty(), GESCHIEDENIS).gebeurtenissen().stream()
            .map(g -> Geschiedenis.regel(g, d.gemeenten(), d.vandaag()))
            .toList(),
        new Link("De hele geschiedenis", d.url() + "/geschiedenis?gemeente=" + r.stuk().gemeente() + "#onderdeel"),
        mail(d, r));
  }

  private static Conceptmail mail(Dossier d, Regel r) {
    if (!r.neemtDeel() || d.visie().afgerondOp().isPresent()) {
      return null;
    }
    boolean bijCollege =
        r.beslist() == Orgaansoort.COLLEGE
            || (r.stuk().college().isPresent() && r.besloten(Orgaansoort.COLLEGE).isEmpty());
    Orgaansoort orgaan = bijCollege ? Orgaansoort.COLLEGE : Orgaansoort.RAAD;
    Optional<Gemeentestuk.Genomen> besloten = r.besloten(orgaan);
    Statusmail.Vraag vraag;
    if (besloten.isPresent()) {
      if (besloten.get().zekerheid() == Zekerheid.BEVESTIGD) {
        return null;
      }
      vraag = Statusmail.Vraag.BEVESTIGING;
    } else {
      Optional<LocalDate> dag = r.dag(orgaan);
      vraag =
          dag.isEmpty()
              ? Statusmail.Vraag.DATUM
              : dag.get().isBefore(d.vandaag()) ? Statusmail.Vraag.UITKOMST : Statusmail.Vraag.VERSIE;
    }
    return Statusmail.van(
        "mail-" + r.stuk().gemeente(),
        vraag,
        new Statusmail.Zaak(
            d.visie().titel(),
            r.naam(),
            orgaan.naam().toLowerCase(Locale.ROOT),
            besloten.map(b -> Taal.voluitZonderDag(b.datum()))
                .or(() -> r.stap(orgaan).flatMap(Stapkop::gepland).map(g -> g.precies().map(Taal::voluitZonderDag).orElse(g.tekst())))
                .orElse(null),
            d.nieuwste().map(v -> v.nummer()).orElse(null),
            ServletUriComponentsBuilder.fromCurrentContextPath().path(d.url()).toUriString()));
  }

  // -- the file ------------------------------------------------------------------------------

  @GetMapping(ADRES + "/{visie}/gemeenten." + Uitvoer.VORM)
  void bestand(
      @PathVariable String visie,
      @PathVariable String vorm,
      @RequestParam(name = "toon", required = false) String toon,
      Gebruiker wie,
      HttpServletResponse antwoord) {
    Dossier d = dossiers.van(visie, wie);
    uitvoer.stuur(
        new Tabel(
            "Stand per gemeente " + d.visie().titel(),
            List.of(
                "Gemeente", "Stand", "Waarom", "College", "Uitkomst college", "College rust op", "Raad",
                "Uitkomst raad", "Raad rust op", "Versie", "Dictum", "Opgeschort sinds"),
            regels(d, wie).stream().filter(Toon.van(toon).past).map(r -> regel(d, r)).toList()),
        vorm,
        antwoord);
  }

  private static List<Tabel.Waarde> regel(Dossier d, Regel r) {
    List<Tabel.Waarde> cellen = new ArrayList<>();
    cellen.add(Tabel.tekst(r.naam()));
    cellen.add(Tabel.tekst(toestand(r).woord()));
    cellen.add(Tabel.tekst(bij(d, r)));
    for (Orgaansoort soort : List.of(Orgaansoort.COLLEGE, Orgaansoort.RAAD)) {
      Datum datum = datum(d, r, soort);
      boolean gedaan = datum != null && datum.bron() != null;
      cellen.add(
          gedaan ? Tabel.datum(r.dag(soort)) : Tabel.geschreven(r.stap(soort).flatMap(Stapkop::gepland)));
      cellen.add(Tabel.tekst(datum == null ? null : datum.bij()));
      cellen.add(Tabel.tekst(gedaan ? datum.bron().woord() : null));
    }
    cellen.add(Tabel.tekst(versie(r)));
    cellen.add(Tabel.tekst(dictum(r)));
    cellen.add(Tabel.dagVan(d.visie().opgeschortOp()));
    return cellen;
  }
}
