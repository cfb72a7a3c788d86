package nl.besluitroute.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.besluitroute.agenda.Bladzijde;
import nl.besluitroute.agenda.Gemeentestuk;
import nl.besluitroute.agenda.OpenWerk;
import nl.besluitroute.agenda.Regiostuk;
import nl.besluitroute.agenda.Regiostukken;
import nl.besluitroute.agenda.Standkop;
import nl.besluitroute.agenda.Stapkop;
import nl.besluitroute.agenda.Volglijst;
import nl.besluitroute.besluitvorming.Zekerheid;
import nl.besluitroute.dossier.Dossier;
import nl.besluitroute.dossier.Dossiers;
import nl.besluitroute.journaal.Gebeurtenis;
import nl.besluitroute.kalender.GeschrevenDatum;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.kalender.Werkdagen;
import nl.besluitroute.planning.Planregel;
import nl.besluitroute.regio.Gemeente;
import nl.besluitroute.regio.Orgaansoort;
import nl.besluitroute.regio.Regios;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.Toegang;
import nl.besluitroute.toegang.Toekenning;
import nl.besluitroute.visie.Stap;
import nl.besluitroute.visieplanning.Visieplanning;
import nl.besluitroute.web.RegiostukkenPagina.Keuzelink;
import nl.besluitroute.web.RegiostukkenPagina.Nieuws;
import nl.besluitroute.web.RegiostukkenPagina.Ontbrekend;
import nl.besluitroute.web.RegiostukkenPagina.Rij;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What reaches a council: the desk of its griffie. */
@Controller
class RegiostukkenController {

  static final String ADRES = "/regiostukken";
  private static final int PER_PAGINA = 25;
  private static final int MEESTE_NIEUWS = 8;
  private static final int MEESTE_ONTBREKEND = 2;
  private static final DateTimeFormatter TIJD = DateTimeFormatter.ofPattern("HH.mm");
  private static final DateTimeFormatter LTA_DAG = DateTimeFormatter.ofPattern("dd-MM-uuuu");

  private final Regiostukken stukken;
  private final Volglijst volglijst;
  private final Dossiers dossiers;
  private final Visieplanning planning;
  private final Regios regios;
  private final Toegang toegang;
  private final Uitvoer uitvoer;
  private final Klok klok;
  private final Werkdagen werkdagen;

  RegiostukkenController(
      Regiostukken stukken,
      Volglijst volglijst,
      Dossiers dossiers,
      Visieplanning planning,
      Regios regios,
      Toegang toegang,
      Uitvoer uitvoer,
      Klok klok,
      Werkdagen werkdagen) {
    this.stukken = stukken;
    this.volglijst = volglijst;
    this.dossiers = dossiers;
    this.planning = planning;
    this.regios = regios;
    this.toegang = toegang;
    this.uitvoer = uitvoer;
    this.klok = klok;
    this.werkdagen = werkdagen;
  }

  /**
   * What is asked for.
   *
   * @param gemeente the one of the reader's municipalities that is shown; null when he has none
   */
  private record Vraag(Gebruiker wie, List<Gemeente> eigen, Gemeente gemeente, boolean lopend) {

    /** The reader as far as he belongs to this municipality. */
    Gebruiker hier() {
      return new Gebruiker(
          wie.naam(),
          wie.weergave(),
          wie.toekenningen().stream().filter(t -> gemeente.code().equals(t.gemeente())).toList());
    }

    String url(boolean lopend) {
      String url = ADRES + (lopend ? "" : "?toon=gereed");
      return eigen.size() < 2 ? url : url + (lopend ? "?" : "&") + "gemeente=" + gemeente.code();
    }

    String met(String naam, String waarde) {
      String url = url(lopend);
      return url + (url.contains("?") ? "&" : "?") + naam + "=" + waarde;
    }
  }

  /** What is read for a page at once. */
  private record Namen(Map<String, String> regios, LocalDate vandaag) {}

  private Vraag vraag(Gebruiker wie, String gevraagd, String toon) {
    Set<String> codes =
        wie.toekenningen().stream()
            .map(Toekenning::gemeente)
            .filter(Objects::nonNull)
            .collect(Collectors.toCollection(TreeSet::new));
    List<Gemeente> eigen = regios.gemeenten(codes);
    Gemeente gekozen =
        eigen.stream()
            .filter(g -> g.code().equals(gevraagd))
            .findFirst()
            .orElse(eigen.isEmpty() ? null : eigen.get(0));
    return new Vraag(wie, eigen, gekozen, !"gereed".equals(toon));
  }

  @GetMapping(ADRES)
  String regiostukken(
      @RequestParam(name = "gemeente", required = false) String gemeente,
      @RequestParam(name = "toon", required = false) String toon,
      @RequestParam(name = "na", required = false) String na,
      @RequestParam(name = "open", required = false) String open,
      Gebruiker wie,
      Model model) {
    Vraag vraag = vraag(wie, gemeente, toon);
    model.addAttribute("pagina", vraag.gemeente() == null ? zonderGemeente() : pagina(vraag, na, open));
    return "regiostukken";
  }

  private static RegiostukkenPagina zonderGemeente() {
    return new RegiostukkenPagina(
        null,
        null,
        List.of(),
        null,
        null,
        List.of(),
        "Stukken",
        List.of(),
        List.of(),
        new Leeg(
            "U heeft geen rol in een gemeente",
            "Deze lijst is van een griffie. Een beheerder geeft u daar een rol; alle visies die u mag lezen, staan bij Visies.",
            new Link("Naar de visies", "/visies")),
        null);
  }

  private RegiostukkenPagina pagina(Vraag vraag, String na, String open) {
    LocalDate vandaag = klok.vandaag();
    Bladzijde<Regiostuk> bladzijde =
        stukken.van(vraag.hier(), vraag.lopend(), Optional.ofNullable(na), PER_PAGINA);
    List<Regiostuk> gevonden = new ArrayList<>(bladzijde.rijen());
    if (open != null && gevonden.stream().noneMatch(s -> s.visie().id().equals(open))) {
      // Asked for from a mail, and not on this page.
      stukken.stuk(open, vraag.gemeente().code(), vraag.hier()).ifPresent(s -> gevonden.add(0, s));
    }
    Namen namen = namen(gevonden, vandaag);
    LocalDate vrijdag = vandaag.with(TemporalAdjusters.previous(DayOfWeek.FRIDAY));
    List<Rij> rijen =
        gevonden.stream().map(s -> rij(vraag, s, namen, s.visie().id().equals(open))).toList();
    return new RegiostukkenPagina(
        "Raad van " + vraag.gemeente().naam(),
        onderkop(bladzijde, vraag, vandaag),
        vraag.eigen().size() < 2
            ? List.of()
            : vraag.eigen().stream()
                .map(
                    g ->
                        new Keuzelink(
                            g.naam(), ADRES + "?gemeente=" + g.code(), g.equals(vraag.gemeente())))
                .toList(),
        vraag.gemeente().naam(),
        "Gewijzigd sinds " + vrijdag(vrijdag),
        na == null ? nieuws(gevonden, vrijdag, vraag, vandaag) : List.of(),
        vraag.lopend() ? "Onderweg, eerstvolgende raad bovenaan" : "Gereed",
        List.of(
            new Keuzelink("Onderweg", vraag.url(true), vraag.lopend()),
            new Keuzelink("Gereed", vraag.url(false), !vraag.lopend())),
        rijen,
        leeg(vraag),
        bladzijde.volgende().map(plaats -> new Link("Volgende stukken", vraag.met("na", plaats))).orElse(null));
  }

  private static String vrijdag(LocalDate dag) {
    return Taal.voluit(dag).replaceAll(" \\d{4}$", "");
  }

  private static String onderkop(Bladzijde<Regiostuk> bladzijde, Vraag vraag, LocalDate vandaag) {
    if (!vraag.lopend() || bladzijde.rijen().isEmpty()) {
      return null;
    }
    String aantal =
        bladzijde.volgende().isPresent()
            ? "De eerste " + PER_PAGINA + " stukken"
            : Taal.aantal(bladzijde.rijen().size(), "stuk", "stukken") + " onderweg";
    return bladzijde.rijen().stream()
        .map(Regiostuk::stuk)
        .flatMap(s -> s.raad().stream())
        .flatMap(stap -> stap.gepland().flatMap(GeschrevenDatum::precies).stream())
        .filter(dag -> !dag.isBefore(vandaag))
        .findFirst()
        .map(dag -> aantal + "; eerstvolgende raad met een stuk " + Taal.voluit(dag) + ".")
        .orElse(aantal + ".");
  }

  private static Leeg leeg(Vraag vraag) {
    String raad = "de raad van " + vraag.gemeente().naam();
    return vraag.lopend()
        ? new Leeg(
            "Geen regiostuk onderweg naar " + raad,
            "Een stuk staat hier zodra een regio een visie begint waaraan uw gemeente meedoet.",
            new Link("Wat gereed is", vraag.url(false)))
        : new Leeg(
            "Nog niets gereed",
            "Wat " + raad + " heeft besloten of waarover hij is geïnformeerd, komt hier te staan.",
            new Link("Wat onderweg is", vraag.url(true)));
  }

  private Namen namen(Collection<Regiostuk> gevonden, LocalDate vandaag) {
    if (gevonden.isEmpty()) {
      return new Namen(Map.of(), vandaag);
    }
    return new Namen(
        regios.regioNamen(
            gevonden.stream().flatMap(s -> s.visie().regios().stream()).collect(Collectors.toSet())),
        vandaag);
  }

  private List<Nieuws> nieuws(
      List<Regiostuk> gevonden, LocalDate vrijdag, Vraag vraag, LocalDate vandaag) {
    Map<String, String> titels =
        gevonden.stream().collect(Collectors.toMap(s -> s.visie().id(), s -> s.visie().titel()));
    if (titels.isEmpty()) {
      return List.of();
    }
    Instant sinds = vrijdag.atStartOfDay(Klok.ZONE).toInstant();
    List<Gebeurtenis> gebeurd =
        volglijst.gewijzigdSinds(titels.keySet(), sinds, MEESTE_NIEUWS, vraag.hier());
    Map<String, String> gemeenten =
        regios.namen(
            gebeurd.stream().map(Gebeurtenis::gemeente).filter(Objects::nonNull).distinct().toList());
    return gebeurd.stream()
        .map(
            g -> {
              ZonedDateTime op = g.tijdstip().atZone(Klok.ZONE);
              GeschiedenisPagina.Gebeurtenis regel =
                  Geschiedenis.regel(
                      g, gemeenten, Taal.dagKort(op.toLocalDate(), vandaag) + " " + TIJD.format(op));
              return new Nieuws(
                  g.tijdstip().toString(),
                  regel.tijd(),
                  regel.wat(),
                  regel.waarom() == null ? null : regel.waaromKop() + ": " + regel.waarom(),
                  new Link(titels.get(g.visie()), "/visies/" + g.visie() + "/geschiedenis"),
                  regel.wie());
            })
        .toList();
  }

  // -- a row ---------------------------------------------------------------------------------

  private Rij rij(Vraag vraag, Regiostuk s, Namen namen, boolean open) {
    LocalDate vandaag = namen.vandaag();
    List<OpenWerk> anderen = s.ontbreekt().stream().filter(t -> !vanDeRaad(s, t)).toList();
    String id = s.visie().id();
    return new Rij(
        "stuk-" + id,
        new Link(s.visie().titel(), "/visies/" + id),
        regios(s, namen),
        nu(vraag, s),
        wat(s),
        fase(s),
        s.stuk().raadUitkomst().filter(u -> s.stuk().fase() == Gemeentestuk.Fase.GEREED)
            .map(u -> new Bron(u.zekerheid() == Zekerheid.BEVESTIGD, null))
            .orElse(null),
        s.visie().opgeschortOp().map(op -> Merk.opgeschort(op, vandaag)).orElse(null),
        wanneer(s, vandaag),
        s.aanleveren().map(dag -> Taal.dagKort(dag, vandaag)).orElse(null),
        s.aanleveren()
            .filter(dag -> s.stuk().fase() != Gemeentestuk.Fase.RAAD || !dag.isBefore(vandaag))
            .map(dag -> Taal.resterend(dag, vandaag, werkdagen))
            .orElse(null),
        anderen.stream().limit(MEESTE_ONTBREKEND).map(t -> new Ontbrekend(t.naam(), bijWie(s, t, vandaag))).toList(),
        Math.max(0, anderen.size() - MEESTE_ONTBREKEND),
        s.versie().map(v -> v.nummer()).orElse(null),
        s.versie().map(v -> "van " + Taal.dagKort(v.datum(), vandaag)).orElse(null),
        elders(s),
        open ? vraag.url(vraag.lopend()) + "#stuk-" + id : vraag.met("open", id) + "#stuk-" + id,
        open ? raden(vraag, s, namen) : null);
  }

  private static String regios(Regiostuk s, Namen namen) {
    return Taal.opsomming(s.visie().regios().stream().map(namen.regios()::get).toList());
  }

  /** Work of the raad itself is not what he waits for. */
  private static boolean vanDeRaad(Regiostuk s, OpenWerk taak) {
    return s.stuk().raad().filter(stap -> stap.id().equals(taak.stap())).isPresent();
  }

  static String wat(Regiostuk s) {
    return s.stuk().wat() == Gemeentestuk.Wat.BESLUIT ? "Besluit" : "Informeren";
  }

  static String fase(Regiostuk s) {
    return switch (s.stuk().fase()) {
      case REGIO ->
          s.nu().isEmpty()
              ? "In de regio"
              : "In de regio: " + Taal.metKleineLetter(s.nu().get(0).naam());
      case COLLEGE -> "Bij het college";
      case RAAD -> "Bij de raad";
      case INFORMEREN -> "Raadsinformatiebrief";
      case GEREED ->
          s.stuk().raadUitkomst().map(u -> u.uitkomst().naam())
              .orElse(s.stuk().geinformeerd().isPresent() ? "Raad geïnformeerd" : "Gereed");
      case VERTROKKEN -> "Gemeente neemt niet meer deel";
    };
  }

  private static String wanneer(Regiostuk s, LocalDate vandaag) {
    Gemeentestuk stuk = s.stuk();
    if (stuk.fase() == Gemeentestuk.Fase.GEREED) {
      return stuk.raadUitkomst().map(Gemeentestuk.Genomen::datum)
          .or(() -> stuk.geinformeerd().map(Gemeentestuk.Brief::datum))
          .map(dag -> Taal.dagKort(dag, vandaag))
          .orElse(null);
    }
    List<String> delen = new ArrayList<>();
    stuk.college().filter(stap -> stap.toestand() != Stap.Toestand.GEDAAN)
        .flatMap(Stapkop::datum)
        .ifPresent(datum -> delen.add("college " + Taal.geschrevenKort(datum, vandaag)));
    delen.add(
        stuk.raad().flatMap(Stapkop::datum)
            .map(datum -> "raad " + Taal.geschrevenKort(datum, vandaag))
            .orElse("raad nog zonder datum"));
    return String.join(", ", delen);
  }

  private String bijWie(Regiostuk s, OpenWerk taak, LocalDate vandaag) {
    String wie =
        taak.gemeente().isEmpty()
            ? "ambtelijk secretaris"
            : s.stuk().college().filter(stap -> stap.id().equals(taak.stap())).isPresent()
                ? "college"
                : "gemeente";
    return wie
        + taak.uiterlijk()
            .map(dag -> (taak.teLaat() ? ", had klaar moeten zijn op " : ", uiterlijk ") + Taal.dagKort(dag, vandaag))
            .orElse("");
  }

  /** Nothing while the vision is suspended. */
  private List<Link> nu(Vraag vraag, Regiostuk s) {
    if (s.visie().opgeschortOp().isPresent()) {
      return List.of();
    }
    List<Link> links = new ArrayList<>();
    Map<String, Stapkop> eigen =
        Stream.concat(s.stuk().college().stream(), s.stuk().raad().stream())
            .collect(Collectors.toMap(Stapkop::id, stap -> stap, (een, ander) -> een));
    s.ontbreekt().stream()
        .filter(t -> eigen.containsKey(t.stap()))
        .filter(t -> toegang.magVastleggen(vraag.wie(), eigen.get(t.stap()).plek(s.visie().regios())))
        .forEach(t -> links.add(new Link(t.naam(), "/taken/" + t.taak())));
    bevestig(vraag, s.stuk().collegeUitkomst(), Orgaansoort.COLLEGE, "Collegebesluit", s).ifPresent(links::add);
    bevestig(vraag, s.stuk().raadUitkomst(), Orgaansoort.RAAD, "Raadsbesluit", s).ifPresent(links::add);
    return links;
  }

  private static Optional<Link> bevestig(
      Vraag vraag, Optional<Gemeentestuk.Genomen> genomen, Orgaansoort soort, String wat, Regiostuk s) {
    return genomen
        .filter(g -> g.zekerheid() == Zekerheid.GEMELD)
        .filter(g -> vraag.wie().legtVastVoor(vraag.gemeente().code(), soort))
        .map(
            g ->
                new Link(
                    wat + " van " + Taal.kort(g.datum()) + " bevestigen",
                    "/visies/" + s.visie().id() + "/gemeenten#onderdeel"));
  }

  private static String elders(Regiostuk s) {
    if (s.elders().isEmpty()) {
      return s.gemeenten() + " open";
    }
    Standkop stand = s.elders().get();
    List<String> delen = new ArrayList<>();
    voegToe(delen, stand.vastgesteld(), "vastgesteld");
    voegToe(delen, stand.afwijkend(), "gewijzigd");
    voegToe(delen, stand.niet(), "niet vastgesteld");
    voegToe(delen, stand.open(), "open");
    return String.join(", ", delen);
  }

  private static void voegToe(List<String> delen, int aantal, String wat) {
    if (aantal > 0) {
      delen.add(aantal + " " + wat);
    }
  }

  private RegiostukkenPagina.Raden raden(Vraag vraag, Regiostuk s, Namen namen) {
    Dossier d = dossiers.van(s.visie().id(), vraag.wie());
    return new RegiostukkenPagina.Raden(
        d.visie().regel().beslist() == Orgaansoort.RAAD ? "Raden op datum" : "Colleges op datum",
        planning(vraag, s, d),
        Raden.opDatum(d, vraag.gemeente().code()),
        lta(s, namen));
  }

  /** Until when his own raad can decide without moving the end, and how much later it is already. */
  private List<Feit> planning(Vraag vraag, Regiostuk s, Dossier d) {
    Optional<Planregel> gepland =
        d.visie().afgerondOp().isPresent()
            ? Optional.empty()
            : s.stuk().raad()
                .flatMap(raad -> d.stap(raad.id()))
                .flatMap(planning.plan(d.visie().id(), vraag.wie())::van)
                .filter(regel -> regel.werkelijk().isEmpty());
    return gepland
        .map(
            regel -> {
              List<Feit> feiten = new ArrayList<>();
              regel.uiterlijk().ifPresent(dag ->
                  feiten.add(
                      Feit.van("Uiterlijk in uw raad", Taal.dagKort(dag, d.vandaag()))
                          .merk(Planbeeld.speling(regel))));
              regel.uiterlijkAanleveren().ifPresent(dag ->
                  feiten.add(Feit.van("Stukken daarvoor uiterlijk", Taal.dagKort(dag, d.vandaag()))));
              Optional.ofNullable(Herplanningbeeld.verschuiving(regel.uitloop()))
                  .ifPresent(uitloop -> feiten.add(Feit.van("Uitloop", uitloop)));
              return feiten;
            })
        .orElse(List.of());
  }

  /** Subject, what, raad, last day for the papers, version and region, parted by tabs. */
  private static String lta(Regiostuk s, Namen namen) {
    return Stream.of(
            s.visie().titel(),
            wat(s).toLowerCase(Locale.ROOT),
            s.stuk().raad().flatMap(Stapkop::datum)
                .map(datum -> datum.precies().map(LTA_DAG::format).orElse(datum.tekst()))
                .orElse("datum volgt"),
            s.aanleveren().map(dag -> "aanleveren " + LTA_DAG.format(dag)).orElse(""),
            s.versie().map(v -> "versie " + v.nummer()).orElse(""),
            "regio " + regios(s, namen))
        .map(deel -> deel.replaceAll("\\s+", " "))
        .collect(Collectors.joining("\t"));
  }

  // -- the file ------------------------------------------------------------------------------

  @GetMapping(ADRES + "." + Uitvoer.VORM)
  void bestand(
      @PathVariable String vorm,
      @RequestParam(name = "gemeente", required = false) String gemeente,
      @RequestParam(name = "toon", required = false) String toon,
      Gebruiker wie,
      HttpServletResponse antwoord) {
    Vraag vraag = vraag(wie, gemeente, toon);
    LocalDate vandaag = klok.vandaag();
    uitvoer.stuur(
        new Tabel(
            "Regiostukken" + (vraag.gemeente() == null ? "" : " " + vraag.gemeente().naam()),
            List.of(
                "Onderwerp", "Regio", "Wat", "Fase", "College", "Raad", "Aanleveren", "Ontbreekt",
                "Versie", "Hele regio", "Opgeschort sinds"),
            vraag.gemeente() == null
                ? List.of()
                : Tabel.doorlopend(
                    na -> {
                      Bladzijde<Regiostuk> bladzijde =
                          stukken.van(vraag.hier(), vraag.lopend(), na, PER_PAGINA);
                      Namen namen = namen(bladzijde.rijen(), vandaag);
                      return new Bladzijde<>(
                          bladzijde.rijen().stream().map(s -> regel(s, namen)).toList(),
                          bladzijde.volgende());
                    })),
        vorm,
        antwoord);
  }

  private List<Tabel.Waarde> regel(Regiostuk s, Namen namen) {
    return List.of(
        Tabel.tekst(s.visie().titel()),
        Tabel.tekst(regios(s, namen)),
        Tabel.tekst(wat(s)),
        Tabel.tekst(fase(s)),
        Tabel.geschreven(s.stuk().college().flatMap(Stapkop::datum)),
        Tabel.geschreven(s.stuk().raad().flatMap(Stapkop::datum)),
        Tabel.datum(s.aanleveren()),
        Tabel.tekst(
            s.ontbreekt().stream()
                .filter(t -> !vanDeRaad(s, t))
                .map(t -> t.naam() + ", " + bijWie(s, t, namen.vandaag()))
                .collect(Collectors.joining("; "))),
        Tabel.tekst(s.versie().map(v -> v.nummer())),
        Tabel.tekst(elders(s)),
        Tabel.dagVan(s.visie().opgeschortOp()));
  }
}
