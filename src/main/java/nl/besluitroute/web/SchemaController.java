package nl.besluitroute.web;

import java.io.IOException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.kalender.Termijn;
import nl.besluitroute.kalender.Werkdagen;
import nl.besluitroute.regio.Orgaan;
import nl.besluitroute.regio.Regios;
import nl.besluitroute.toegang.AccountFout;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.GeenToegang;
import nl.besluitroute.vergaderschema.Agendafeeds;
import nl.besluitroute.vergaderschema.Agendainlezer;
import nl.besluitroute.vergaderschema.Herhaling;
import nl.besluitroute.vergaderschema.Moment;
import nl.besluitroute.vergaderschema.Reces;
import nl.besluitroute.vergaderschema.Recessen;
import nl.besluitroute.vergaderschema.SchemaFout;
import nl.besluitroute.vergaderschema.Schoolvakantie;
import nl.besluitroute.vergaderschema.Termijnen;
import nl.besluitroute.vergaderschema.Termijnsoort;
import nl.besluitroute.vergaderschema.Vergaderdatum;
import nl.besluitroute.vergaderschema.Vergaderschema;
import nl.besluitroute.visie.VisieFout;
import nl.besluitroute.visieplanning.Herplanning;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The schema of a body: its meetings, reces, terms and calendar address. Read by everybody, kept by who plans. */
@Controller
class SchemaController {

  static final String ADRES = "/schemas";

  private static final Locale NL = Locale.forLanguageTag("nl-NL");
  private static final DateTimeFormatter MAAND = DateTimeFormatter.ofPattern("MMMM uuuu", NL);
  private static final int MAANDEN_VOORUIT = 18;

  private final Vergaderschema schema;
  private final Recessen recessen;
  private final Termijnen termijnen;
  private final Agendainlezer inlezer;
  private final Agendafeeds feeds;
  private final Herplanning herplanning;
  private final Regios regios;
  private final Werkdagen werkdagen;
  private final Klok klok;
  private final Schil schil;

  SchemaController(
      Vergaderschema schema,
      Recessen recessen,
      Termijnen termijnen,
      Agendainlezer inlezer,
      Agendafeeds feeds,
      Herplanning herplanning,
      Regios regios,
      Werkdagen werkdagen,
      Klok klok,
      Schil schil) {
    this.schema = schema;
    this.recessen = recessen;
    this.termijnen = termijnen;
    this.inlezer = inlezer;
    this.feeds = feeds;
    this.herplanning = herplanning;
    this.regios = regios;
    this.werkdagen = werkdagen;
    this.klok = klok;
    this.schil = schil;
  }

  // -- overview --------------------------------------------------------------------------------

  @GetMapping(ADRES)
  String overzicht(Gebruiker wie, Model model) {
    LocalDate vandaag = klok.vandaag();
    List<Orgaan> organen = schema.organen(wie);
    Map<String, List<Vergaderdatum>> komend =
        schema.gepland(organen.stream().map(Orgaan::id).toList(), vandaag, vandaag.plusYears(1));
    Map<String, List<Orgaan>> perPlek = new LinkedHashMap<>();
    organen.forEach(o -> perPlek.computeIfAbsent(plek(o), p -> new ArrayList<>()).add(o));
    Map<String, String> namen = namen(organen);
    List<SchemaPagina.Groep> groepen =
        perPlek.entrySet().stream()
            .map(
                e ->
                    new SchemaPagina.Groep(
                        "plek-" + e.getKey(),
                        namen.get(e.getKey()),
                        e.getValue().stream().map(o -> rij(o, komend.getOrDefault(o.id(), List.of()))).toList()))
            .toList();
    long leeg = organen.stream().filter(o -> !komend.containsKey(o.id())).count();
    model.addAttribute(
        "pagina",
        new SchemaPagina.Overzicht(
            organen.isEmpty()
                ? Zin.van("U houdt van geen enkel overleg of bestuursorgaan het schema bij.")
                : Zin.metVet(Taal.aantal(organen.size(), "overleg of bestuursorgaan", "overleggen en bestuursorganen"))
                    .tekst(
                        leeg == 0
                            ? ", elk met vergaderingen in het komende jaar."
                            : "; van " + leeg + " staat nog geen vergadering in het komende jaar."),
            groepen,
            feeds.vanMij(wie).map(SchemaController::sinds).orElse(null)));
    return "schemas";
  }

  private SchemaPagina.OrgaanRij rij(Orgaan o, List<Vergaderdatum> komend) {
    return new SchemaPagina.OrgaanRij(
        new Link(o.naam(), ADRES + "/" + o.id()),
        o.soort().naam(),
        komend.isEmpty() ? null : Taal.dag(komend.get(0).dag(), klok.vandaag()),
        Taal.geenOfAantal(komend.size(), "vergadering", "vergaderingen"));
  }

  private static String plek(Orgaan o) {
    return o.regio().orElseGet(() -> o.gemeente().orElseThrow());
  }

  private Map<String, String> namen(List<Orgaan> organen) {
    Map<String, String> namen = new TreeMap<>();
    regios
        .regioNamen(organen.stream().flatMap(o -> o.regio().stream()).distinct().toList())
        .forEach((code, naam) -> namen.put(code, "Regio " + naam));
    regios
        .namen(organen.stream().flatMap(o -> o.gemeente().stream()).distinct().toList())
        .forEach((code, naam) -> namen.put(code, "Gemeente " + naam));
    return namen;
  }

  private static String sinds(Instant moment) {
    return Taal.voluitZonderDag(LocalDate.ofInstant(moment, Klok.ZONE));
  }

  @PostMapping(ADRES + "/mijn-adres")
  String mijnAdres(Gebruiker wie) {
    meldAdres(feeds.maakVoorMij(wie));
    return "redirect:" + ADRES;
  }

  @PostMapping(ADRES + "/mijn-adres/intrekken")
  String trekMijnAdresIn(Gebruiker wie) {
    feeds.trekInVoorMij(wie);
    schil.meldStraks("Het adres van uw agenda werkt niet meer.");
    return "redirect:" + ADRES;
  }

  private void meldAdres(String geheim) {
    schil.meldStraks(
        "Het adres van de agenda is "
            + ServletUriComponentsBuilder.fromCurrentContextPath()
                .path(AgendafeedController.ADRES + "/" + geheim + ".ics")
                .toUriString()
            + " . Neem het nu over in uw agenda; het staat hier maar één keer. Wie het kent, kan de agenda lezen.");
  }

  // -- a body ----------------------------------------------------------------------------------

  @GetMapping(ADRES + "/{orgaan}")
  ModelAndView schema(@PathVariable String orgaan, Gebruiker wie) {
    return schema(eis(orgaan), Invulling.leeg(), wie);
  }

  private Orgaan eis(String id) {
    return regios
        .orgaan(id)
        .orElseThrow(
            () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "Dit overleg of bestuursorgaan bestaat niet."));
  }

  /** Before a form is read: who may not plan hears that, and not what is wrong with his input. */
  private Orgaan eisTePlannen(String id, Gebruiker wie) {
    Orgaan orgaan = eis(id);
    if (!schema.magPlannen(wie, orgaan)) {
      throw new GeenToegang("Alleen wie voor dit overleg of bestuursorgaan plant, houdt het schema bij.");
    }
    return orgaan;
  }

  private ModelAndView schema(Orgaan orgaan, Invulling vul, Gebruiker wie) {
    LocalDate vandaag = klok.vandaag();
    String url = ADRES + "/" + orgaan.id();
    boolean mag = schema.magPlannen(wie, orgaan);
    List<Vergaderdatum> alle =
        schema.vanOrgaan(orgaan.id(), vandaag, vandaag.plusMonths(MAANDEN_VOORUIT));
    List<Reces> reces = recessen.van(orgaan).stream().filter(r -> !r.totEnMet().isBefore(vandaag)).toList();
    Map<YearMonth, List<Vergaderdatum>> perMaand =
        alle.stream().collect(Collectors.groupingBy(v -> YearMonth.from(v.dag()), TreeMap::new, Collectors.toList()));
    Optional<Vergaderdatum> eerste = alle.stream().filter(Vergaderdatum::isGepland).findFirst();
    long gepland = alle.stream().filter(Vergaderdatum::isGepland).count();
    Invulling begin =
        vul.met("nieuw", "dag", "")
            .met("reeks", "van", vandaag.toString())
            .met("reeks", "tot", vandaag.plusYears(1).toString());
    return pagina(
        "schema",
        vul,
        new SchemaPagina(
            List.of(new Link("Schema's", ADRES), Link.zonder(orgaan.naam())),
            namen(List.of(orgaan)).get(plek(orgaan)),
            orgaan.naam(),
            url,
            eerste
                .map(
                    v ->
                        Zin.van("De eerstvolgende vergadering is ")
                            .vet(v.moment().toString())
                            .tekst("; daarna staan er nog " + (gepland - 1) + "."))
                .orElse(Zin.metVet("Er staat nog geen vergadering").tekst(" in het schema.")),
            mag,
            perMaand.entrySet().stream()
                .map(
                    e ->
                        new SchemaPagina.Maand(
                            "maand-" + e.getKey(),
                            Taal.metHoofdletter(MAAND.format(e.getKey())),
                            e.getValue().stream().map(v -> rij(v, url, reces, mag)).toList()))
                .toList(),
            reces.stream()
                .map(
                    r ->
                        new SchemaPagina.RecesRij(
                            r.naam(),
                            Taal.kort(r.van()) + " tot en met " + Taal.kort(r.totEnMet()),
                            r.orgaan().isPresent() ? "van dit overleg" : r.gemeente().isPresent() ? "van de gemeente" : "van de regio",
                            mag && r.orgaan().isPresent() ? url + "/reces/" + r.id() + "/verwijderen" : null))
                .toList(),
            termijnen(orgaan, eerste),
            feeds.vanOrgaan(orgaan.id()).map(SchemaController::sinds).orElse(null),
            vandaag.toString(),
            begin));
  }

  private static ModelAndView pagina(String sjabloon, Invulling vul, Object inhoud) {
    var pagina = new ModelAndView(sjabloon, vul.vorm() == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY);
    pagina.addObject("pagina", inhoud);
    return pagina;
  }

  private SchemaPagina.Rij rij(Vergaderdatum v, String url, List<Reces> reces, boolean mag) {
    return new SchemaPagina.Rij(
        Taal.dag(v.dag(), klok.vandaag()),
        v.aanvang().map(LocalTime::toString).orElse(null),
        v.titel().orElse(null),
        v.plaats().orElse(null),
        v.bron().naam(),
        v.isGepland() ? Merk.goed("gepland") : Merk.nvt("vervallen"),
        v.reden().orElse(null),
        v.isGepland()
            ? reces.stream().filter(r -> r.bevat(v.dag())).map(r -> "in reces: " + r.naam()).findFirst().orElse(null)
            : null,
        mag && v.isGepland() ? new Link("Wijzigen", url + "/vergaderingen/" + v.id()) : null);
  }

  private List<SchemaPagina.TermijnRij> termijnen(Orgaan orgaan, Optional<Vergaderdatum> eerste) {
    Map<Termijnsoort, Termijnen.Geldend> alle = termijnen.van(orgaan);
    return alle.entrySet().stream()
        .map(
            e -> {
              Termijn t = e.getValue().termijn();
              return new SchemaPagina.TermijnRij(
                  e.getKey().name().toLowerCase(Locale.ROOT),
                  e.getKey().naam(),
                  e.getKey().vanaf(),
                  t.toString(),
                  herkomst(e.getKey(), e.getValue()),
                  eerste
                      .map(v -> laatsteDag(e.getKey(), t, v.dag(), alle.get(Termijnsoort.AANLEVEREN).termijn()))
                      .map(dag -> Taal.dag(dag, klok.vandaag()))
                      .orElse(null));
            })
        .toList();
  }

  private static String herkomst(Termijnsoort soort, Termijnen.Geldend geldend) {
    return switch (geldend.herkomst()) {
      case ORGAAN -> "eigen termijn";
      case SOORT -> "zoals elk van deze soort";
      case STANDAARD ->
          soort == Termijnsoort.AANLEVEREN || soort == Termijnsoort.VASTLEGGEN
              ? "standaard; tot u een termijn zet, geldt die van de route"
              : "standaard";
    };
  }

  private LocalDate laatsteDag(Termijnsoort soort, Termijn t, LocalDate dag, Termijn aanleveren) {
    return switch (soort) {
      case AANLEVEREN, VERSPREIDEN -> t.dagVoor(dag, werkdagen);
      case HERINNEREN, PARAFEREN -> t.dagVoor(aanleveren.dagVoor(dag, werkdagen), werkdagen);
      case VASTLEGGEN -> t.dagNa(dag, werkdagen);
    };
  }

  /** Something done at a body; refused input is shown again in its form. */
  private ModelAndView doe(
      String orgaanId, String vorm, Map<String, String> invoer, Gebruiker wie, java.util.function.Supplier<String> daad) {
    Orgaan orgaan = eisTePlannen(orgaanId, wie);
    try {
      String melding = daad.get();
      if (melding != null) {
        schil.meldStraks(melding);
      }
    } catch (SchemaFout | AccountFout fout) {
      return schema(orgaan, Invulling.geweigerd(vorm, invoer, fout), wie);
    }
    return new ModelAndView("redirect:" + ADRES + "/" + orgaanId);
  }

  private static String met(String melding, List<String> waarschuwingen) {
    return waarschuwingen.isEmpty() ? melding : melding + " Let op: " + String.join(" ", waarschuwingen);
  }

  private static LocalTime tijd(Map<String, String> invoer, String veld) {
    String tekst = Invulling.tekst(invoer, veld);
    try {
      return tekst.isEmpty() ? null : LocalTime.parse(tekst.length() == 4 ? "0" + tekst : tekst);
    } catch (DateTimeParseException e) {
      throw new SchemaFout(veld, "Dit is geen tijd; schrijf haar als 19:30.");
    }
  }

  @PostMapping(ADRES + "/{orgaan}/vergaderingen")
  ModelAndView voegToe(@PathVariable String orgaan, @RequestParam Map<String, String> invoer, Gebruiker wie) {
    return doe(
        orgaan, "nieuw", invoer, wie,
        () ->
            met(
                "De vergadering is toegevoegd.",
                schema
                    .voegToe(
                        orgaan, Invulling.dag(invoer, "dag"), tijd(invoer, "aanvang"), invoer.get("titel"), invoer.get("plaats"), wie)
                    .waarschuwingen()));
  }

  // -- a meeting -------------------------------------------------------------------------------

  private Vergaderdatum eisVan(Orgaan orgaan, String nummer) {
    return schema
        .zoek(Invulling.nummer(nummer))
        .filter(v -> v.orgaan().equals(orgaan.id()))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "Deze vergadering bestaat niet."));
  }

  @GetMapping(ADRES + "/{orgaan}/vergaderingen/{nummer}")
  ModelAndView vergadering(@PathVariable String orgaan, @PathVariable String nummer, Gebruiker wie) {
    Orgaan van = eisTePlannen(orgaan, wie);
    return vergadering(van, eisVan(van, nummer), Invulling.leeg());
  }

  private ModelAndView vergadering(Orgaan orgaan, Vergaderdatum v, Invulling vul) {
    String url = ADRES + "/" + orgaan.id();
    return pagina(
        "schema-vergadering",
        vul,
        new SchemaPagina.Vergadering(
            List.of(new Link("Schema's", ADRES), new Link(orgaan.naam(), url), Link.zonder(Taal.kort(v.dag()))),
            orgaan.naam(),
            Taal.metHoofdletter(v.moment().toString()) + (v.isGepland() ? "" : " (vervallen)"),
            url + "/vergaderingen/" + v.id(),
            schema.waarschuwingen(orgaan, v.dag()),
            vul.met("verplaats", "dag", v.dag().toString())
                .met("verplaats", "aanvang", v.aanvang().map(LocalTime::toString).orElse(""))
                .met("beschrijf", "titel", v.titel().orElse(""))
                .met("beschrijf", "plaats", v.plaats().orElse(""))));
  }

  private ModelAndView doeBij(
      String orgaanId, String nummer, String vorm, Map<String, String> invoer, Gebruiker wie, Function<UUID, String> daad) {
    Orgaan orgaan = eisTePlannen(orgaanId, wie);
    Vergaderdatum v = eisVan(orgaan, nummer);
    try {
      schil.meldStraks(daad.apply(v.id()));
    } catch (SchemaFout | AccountFout fout) {
      return vergadering(orgaan, v, Invulling.geweigerd(vorm, invoer, fout));
    }
    return new ModelAndView("redirect:" + ADRES + "/" + orgaanId);
  }

  /** A meeting that carries visions moves when its user has seen what follows from it. */
  @PostMapping(ADRES + "/{orgaan}/vergaderingen/{nummer}/verplaatsen")
  ModelAndView verplaats(
      @PathVariable String orgaan, @PathVariable String nummer, @RequestParam Map<String, String> invoer, Gebruiker wie) {
    return naBekijken(
        orgaan, nummer, "verplaats", invoer, wie,
        id -> schema.eisVerplaatsbaar(id, Invulling.dag(invoer, "dag"), tijd(invoer, "aanvang"), invoer.get("reden"), wie),
        id -> herplanning.als(id, Optional.of(Invulling.dag(invoer, "dag")), wie),
        id ->
            met(
                "De vergadering is verplaatst.",
                herplanning
                    .verplaats(
                        id,
                        Invulling.dag(invoer, "dag"),
                        tijd(invoer, "aanvang"),
                        invoer.get("reden"),
                        kenmerk(invoer),
                        wie)
                    .waarschuwingen()));
  }

  @PostMapping(ADRES + "/{orgaan}/vergaderingen/{nummer}/vervallen")
  ModelAndView vervalt(
      @PathVariable String orgaan, @PathVariable String nummer, @RequestParam Map<String, String> invoer, Gebruiker wie) {
    return naBekijken(
        orgaan, nummer, "vervalt", invoer, wie,
        id -> schema.eisVervalbaar(id, invoer.get("reden"), wie),
        id -> herplanning.als(id, Optional.empty(), wie),
        id -> {
          herplanning.laatVervallen(id, invoer.get("reden"), kenmerk(invoer), wie);
          return "De vergadering vervalt.";
        });
  }

  /** Of what touches no vision nobody has to have seen anything. */
  private static String kenmerk(Map<String, String> invoer) {
    return invoer.getOrDefault("kenmerk", Herplanning.Voorbeeld.GEEN.kenmerk());
  }

  private ModelAndView naBekijken(
      String orgaanId,
      String nummer,
      String vorm,
      Map<String, String> invoer,
      Gebruiker wie,
      Consumer<UUID> controle,
      Function<UUID, Herplanning.Voorbeeld> voorbeeld,
      Function<UUID, String> daad) {
    Orgaan orgaan = eisTePlannen(orgaanId, wie);
    Vergaderdatum v = eisVan(orgaan, nummer);
    String fout = null;
    try {
      controle.accept(v.id());
      if (invoer.containsKey("kenmerk") || voorbeeld.apply(v.id()).leeg()) {
        schil.meldStraks(daad.apply(v.id()));
        return new ModelAndView("redirect:" + ADRES + "/" + orgaanId);
      }
    } catch (SchemaFout geweigerd) {
      return vergadering(orgaan, v, Invulling.geweigerd(vorm, invoer, geweigerd));
    } catch (VisieFout veranderd) {
      fout = veranderd.getMessage();
    }
    return gevolgen(orgaan, v, vorm, invoer, voorbeeld.apply(v.id()), fout);
  }

  private ModelAndView gevolgen(
      Orgaan orgaan,
      Vergaderdatum v,
      String vorm,
      Map<String, String> invoer,
      Herplanning.Voorbeeld voorbeeld,
      String fout) {
    boolean vervalt = vorm.equals("vervalt");
    String url = ADRES + "/" + orgaan.id() + "/vergaderingen/" + v.id();
    Map<String, String> mee = new TreeMap<>(Map.of("kenmerk", voorbeeld.kenmerk()));
    if (!vervalt) {
      mee.put("dag", invoer.get("dag"));
      mee.put("aanvang", invoer.getOrDefault("aanvang", ""));
    }
    var antwoord = new ModelAndView("herplanning", fout == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY);
    antwoord.addObject(
        "pagina",
        new HerplanningPagina(
            List.of(
                new Link("Schema's", ADRES),
                new Link(orgaan.naam(), ADRES + "/" + orgaan.id()),
                new Link(Taal.kort(v.dag()), url),
                Link.zonder(vervalt ? "Laten vervallen" : "Verplaatsen")),
            orgaan.naam(),
            vervalt
                ? "De vergadering van " + Taal.voluitZonderDag(v.dag()) + " vervalt"
                : "Van "
                    + Taal.voluitZonderDag(v.dag())
                    + " naar "
                    + Taal.voluitZonderDag(Invulling.dag(invoer, "dag")),
            null,
            Herplanningbeeld.zin(voorbeeld),
            Herplanningbeeld.visies(voorbeeld, klok.vandaag()),
            new HerplanningPagina.Vorm(
                url + (vervalt ? "/vervallen" : "/verplaatsen"),
                mee,
                vervalt ? "Laten vervallen" : "Verplaatsen",
                invoer.get("reden"),
                fout,
                new Link("Niets doen", url))));
    return antwoord;
  }

  @PostMapping(ADRES + "/{orgaan}/vergaderingen/{nummer}/beschrijving")
  ModelAndView beschrijf(
      @PathVariable String orgaan, @PathVariable String nummer, @RequestParam Map<String, String> invoer, Gebruiker wie) {
    return doeBij(
        orgaan, nummer, "beschrijf", invoer, wie,
        id -> {
          schema.beschrijf(id, invoer.get("titel"), invoer.get("plaats"), wie);
          return "Titel en plaats zijn gewijzigd.";
        });
  }

  // -- repetition ------------------------------------------------------------------------------

  /** 'w2' is every second week, 'm1' the first such weekday of the month, 'm-1' the last. */
  private static Herhaling herhaling(Map<String, String> invoer) {
    String ritme = Invulling.tekst(invoer, "ritme");
    String dag = Invulling.tekst(invoer, "weekdag");
    boolean bekend = ritme.matches("[wm]-?\\d{1,2}");
    return new Herhaling(
        !bekend ? null : ritme.startsWith("w") ? Herhaling.Soort.WEKEN : Herhaling.Soort.MAAND,
        bekend ? Integer.parseInt(ritme.substring(1)) : 0,
        dag.matches("[1-7]") ? DayOfWeek.of(Integer.parseInt(dag)) : null,
        Invulling.dag(invoer, "van"),
        Invulling.dag(invoer, "tot"));
  }

  @PostMapping(ADRES + "/{orgaan}/reeks")
  ModelAndView reeks(@PathVariable String orgaan, @RequestParam Map<String, String> invoer, Gebruiker wie) {
    Orgaan van = eisTePlannen(orgaan, wie);
    Vergaderschema.Reeks reeks;
    try {
      reeks = schema.voorbeeld(orgaan, herhaling(invoer), tijd(invoer, "aanvang"), wie);
    } catch (SchemaFout | AccountFout fout) {
      return schema(van, Invulling.geweigerd("reeks", invoer, fout), wie);
    }
    int nieuw = reeks.nieuw().size();
    List<Keuze> velden = new ArrayList<>();
    for (String veld : List.of("ritme", "weekdag", "van", "tot", "aanvang", "titel", "plaats")) {
      velden.add(new Keuze(veld, Invulling.tekst(invoer, veld)));
    }
    velden.add(new Keuze("basis", reeks.basis()));
    return pagina(
        "schema-reeks",
        Invulling.leeg(),
        new SchemaPagina.Reeks(
            List.of(new Link("Schema's", ADRES), new Link(van.naam(), ADRES + "/" + orgaan), Link.zonder("Reeks")),
            van.naam(),
            ADRES + "/" + orgaan,
            Zin.metVet(nieuw == 0 ? "Er komt geen vergadering bij" : Taal.aantal(nieuw, "vergadering komt", "vergaderingen komen") + " erbij")
                .tekst(
                    nieuw == reeks.dagen().size()
                        ? "."
                        : "; " + (reeks.dagen().size() - nieuw) + " " + (reeks.dagen().size() - nieuw == 1 ? "dag wordt" : "dagen worden") + " overgeslagen."),
            velden,
            reeks.dagen().stream()
                .map(d -> new SchemaPagina.Dag(Taal.metHoofdletter(Taal.voluit(d.dag())), d.overgeslagen().orElse(null)))
                .toList(),
            nieuw > 0));
  }

  @PostMapping(ADRES + "/{orgaan}/reeks/opslaan")
  ModelAndView herhaal(@PathVariable String orgaan, @RequestParam Map<String, String> invoer, Gebruiker wie) {
    return doe(
        orgaan, "reeks", invoer, wie,
        () ->
            Taal.aantal(
                    schema
                        .herhaal(
                            orgaan, herhaling(invoer), tijd(invoer, "aanvang"), invoer.get("titel"), invoer.get("plaats"), invoer.get("basis"), wie)
                        .size(),
                    "vergadering is",
                    "vergaderingen zijn")
                + " toegevoegd.");
  }

  // -- reading an agenda -----------------------------------------------------------------------

  @PostMapping(ADRES + "/{orgaan}/inlezen")
  ModelAndView lees(
      @PathVariable String orgaan,
      @RequestParam(name = "bestand", required = false) MultipartFile bestand,
      @RequestParam Map<String, String> invoer,
      Gebruiker wie)
      throws IOException {
    Orgaan van = eisTePlannen(orgaan, wie);
    String adres = Invulling.tekst(invoer, "adres");
    try {
      Agendainlezer.Voorbeeld voorbeeld;
      if (bestand != null && !(bestand.isEmpty() && bestand.getOriginalFilename().isBlank())) {
        voorbeeld = inlezer.lees(orgaan, bestand.getOriginalFilename(), bestand.getBytes(), wie);
      } else if (!adres.isEmpty()) {
        voorbeeld = inlezer.leesAdres(orgaan, adres, wie);
      } else {
        throw new SchemaFout("bestand", "Kies een bestand of vul een adres in.");
      }
      return new ModelAndView("redirect:" + ADRES + "/" + orgaan + "/inlezen/" + voorbeeld.id());
    } catch (SchemaFout fout) {
      return schema(van, Invulling.geweigerd("inlezen", invoer, fout), wie);
    }
  }

  @GetMapping(ADRES + "/{orgaan}/inlezen/{nummer}")
  ModelAndView voorbeeld(@PathVariable String orgaan, @PathVariable String nummer, Gebruiker wie) {
    Orgaan van = eisTePlannen(orgaan, wie);
    return voorbeeld(van, nummer, null, wie);
  }

  private ModelAndView voorbeeld(Orgaan orgaan, String nummer, SchemaFout fout, Gebruiker wie) {
    Agendainlezer.Voorbeeld v;
    try {
      v = inlezer.bekijk(Invulling.nummer(nummer), wie);
    } catch (SchemaFout weg) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, weg.getMessage());
    }
    if (!v.orgaan().equals(orgaan.id())) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    String url = ADRES + "/" + orgaan.id();
    int gelijk = v.van(Agendainlezer.Soort.ONGEWIJZIGD).size();
    var pagina =
        new ModelAndView("schema-inlezen", fout == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY);
    pagina.addObject(
        "pagina",
        new SchemaPagina.Inlezen(
            List.of(new Link("Schema's", ADRES), new Link(orgaan.naam(), url), Link.zonder("Inlezen")),
            orgaan.naam(),
            v.herkomst(),
            url,
            v.verandertIets()
                ? Zin.metVet(samenvatting(v)).tekst(". Er is nog niets opgeslagen.")
                : Zin.metVet("Er verandert niets").tekst("; het schema is gelijk aan deze agenda."),
            v.opmerkingen(),
            v.wijzigingen().stream()
                .filter(w -> w.soort() != Agendainlezer.Soort.ONGEWIJZIGD || !w.waarschuwingen().isEmpty())
                .map(SchemaController::wijziging)
                .toList(),
            gelijk == 0 ? null : Taal.aantal(gelijk, "vergadering blijft", "vergaderingen blijven") + " zoals zij is.",
            v.verandertIets(),
            fout == null ? null : fout.getMessage()));
    pagina.addObject("nummer", nummer);
    return pagina;
  }

  private static String samenvatting(Agendainlezer.Voorbeeld v) {
    Map<String, Integer> delen = new LinkedHashMap<>();
    delen.put("nieuw", v.van(Agendainlezer.Soort.NIEUW).size());
    delen.put("verplaatst", v.van(Agendainlezer.Soort.VERPLAATST).size());
    delen.put(
        "gewijzigd",
        v.van(Agendainlezer.Soort.GEWIJZIGD).size() + v.van(Agendainlezer.Soort.GEKOPPELD).size());
    delen.put("vervallen", v.van(Agendainlezer.Soort.VERVALT).size());
    delen.put("overgeslagen", v.van(Agendainlezer.Soort.BOTST).size());
    return Taal.opsomming(
        delen.entrySet().stream().filter(e -> e.getValue() > 0).map(e -> e.getValue() + " " + e.getKey()).toList());
  }

  private static SchemaPagina.Wijziging wijziging(Agendainlezer.Wijziging w) {
    return new SchemaPagina.Wijziging(
        switch (w.soort()) {
          case NIEUW -> Merk.goed("nieuw");
          case VERPLAATST -> Merk.let("verplaatst");
          case GEWIJZIGD -> Merk.anders("titel of plaats");
          case GEKOPPELD -> Merk.anders("volgt voortaan de agenda");
          case VERVALT -> Merk.laat("vervalt");
          case BOTST -> Merk.nvt("overgeslagen");
          case ONGEWIJZIGD -> Merk.open("blijft");
        },
        w.was().map(Moment::toString).orElse(null),
        w.wordt().map(Moment::toString).orElse(null),
        w.titel().orElse(null),
        w.waarschuwingen());
  }

  @PostMapping(ADRES + "/{orgaan}/inlezen/{nummer}")
  ModelAndView voerDoor(@PathVariable String orgaan, @PathVariable String nummer, Gebruiker wie) {
    Orgaan van = eisTePlannen(orgaan, wie);
    try {
      Agendainlezer.Voorbeeld gedaan = inlezer.voerDoor(Invulling.nummer(nummer), wie);
      schil.meldStraks(
          gedaan.verandertIets() ? "De agenda is ingelezen: " + samenvatting(gedaan) + "." : "Er veranderde niets.");
    } catch (SchemaFout fout) {
      return voorbeeld(van, nummer, fout, wie);
    }
    return new ModelAndView("redirect:" + ADRES + "/" + orgaan);
  }

  // -- reces, terms, address -------------------------------------------------------------------

  @PostMapping(ADRES + "/{orgaan}/reces")
  ModelAndView reces(@PathVariable String orgaan, @RequestParam Map<String, String> invoer, Gebruiker wie) {
    return doe(
        orgaan, "reces", invoer, wie,
        () -> {
          recessen.voegToe(orgaan, invoer.get("naam"), Invulling.dag(invoer, "van"), Invulling.dag(invoer, "tot"), wie);
          return "Het reces is toegevoegd. Vergaderingen die er al in stonden, blijven staan.";
        });
  }

  @PostMapping(ADRES + "/{orgaan}/reces/{nummer}/verwijderen")
  ModelAndView verwijderReces(@PathVariable String orgaan, @PathVariable String nummer, Gebruiker wie) {
    Orgaan van = eisTePlannen(orgaan, wie);
    UUID id = Invulling.nummer(nummer);
    if (recessen.van(van).stream().noneMatch(r -> r.id().equals(id) && r.orgaan().isPresent())) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return doe(
        orgaan, "reces", Map.of(), wie,
        () -> {
          recessen.verwijder(id, wie);
          return "Het reces is verwijderd.";
        });
  }

  @PostMapping(ADRES + "/{orgaan}/schoolvakanties")
  ModelAndView schoolvakanties(@PathVariable String orgaan, @RequestParam Map<String, String> invoer, Gebruiker wie) {
    return doe(
        orgaan, "vakanties", invoer, wie,
        () -> {
          int aantal = recessen.neemSchoolvakantiesOver(orgaan, landsdeel(invoer), wie);
          return aantal == 0
              ? "Al deze vakanties staan al als reces."
              : Taal.aantal(aantal, "vakantie is", "vakanties zijn") + " als reces overgenomen.";
        });
  }

  static Schoolvakantie.Landsdeel landsdeel(Map<String, String> invoer) {
    String code = Invulling.tekst(invoer, "landsdeel").toUpperCase(Locale.ROOT);
    return java.util.Arrays.stream(Schoolvakantie.Landsdeel.values()).filter(l -> l.name().equals(code)).findFirst().orElse(null);
  }

  @PostMapping(ADRES + "/{orgaan}/termijnen")
  ModelAndView termijn(@PathVariable String orgaan, @RequestParam Map<String, String> invoer, Gebruiker wie) {
    return doe(
        orgaan, "termijn", invoer, wie,
        () -> {
          Termijnsoort soort = termijnsoort(invoer);
          if (Invulling.tekst(invoer, "aantal").isEmpty()) {
            termijnen.wis(orgaan, soort, wie);
            return "De termijn is weer die van de soort.";
          }
          termijnen.zet(orgaan, soort, termijn(invoer), wie);
          return "De termijn is gewijzigd.";
        });
  }

  static Termijnsoort termijnsoort(Map<String, String> invoer) {
    String code = Invulling.tekst(invoer, "soort").toUpperCase(Locale.ROOT);
    return java.util.Arrays.stream(Termijnsoort.values())
        .filter(t -> t.name().equals(code))
        .findFirst()
        .orElseThrow(() -> new SchemaFout("soort", "Kies welke termijn dit is."));
  }

  static Termijn termijn(Map<String, String> invoer) {
    String aantal = Invulling.tekst(invoer, "aantal");
    if (!aantal.matches("\\d{1,6}")) {
      throw new SchemaFout("aantal", "Vul een heel aantal dagen in.");
    }
    String eenheid = Invulling.tekst(invoer, "eenheid");
    return Termijnen.termijn(
        Integer.parseInt(aantal),
        eenheid.equals("kalenderdagen")
            ? Termijn.Eenheid.KALENDERDAGEN
            : eenheid.equals("werkdagen") ? Termijn.Eenheid.WERKDAGEN : null,
        tijd(invoer, "tijdstip"));
  }

  @PostMapping(ADRES + "/{orgaan}/adres")
  ModelAndView adres(@PathVariable String orgaan, Gebruiker wie) {
    return doe(
        orgaan, "adres", Map.of(), wie,
        () -> {
          meldAdres(feeds.maakVoorOrgaan(orgaan, wie));
          return null;
        });
  }

  @PostMapping(ADRES + "/{orgaan}/adres/intrekken")
  ModelAndView trekAdresIn(@PathVariable String orgaan, Gebruiker wie) {
    return doe(
        orgaan, "adres", Map.of(), wie,
        () -> {
          feeds.trekInVoorOrgaan(orgaan, wie);
          return "Het adres van de agenda werkt niet meer.";
        });
  }

}
