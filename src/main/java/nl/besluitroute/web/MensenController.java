package nl.besluitroute.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.regio.Orgaan;
import nl.besluitroute.regio.Regio;
import nl.besluitroute.regio.Regios;
import nl.besluitroute.toegang.AccountFout;
import nl.besluitroute.toegang.Accountbeheer;
import nl.besluitroute.toegang.Accountbeheer.Overzicht;
import nl.besluitroute.toegang.Accountbeheer.Verlening;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.Rol;
import nl.besluitroute.toegang.Toekenning;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** People and their roles, for the beheerder; and everybody's own account. */
@Controller
class MensenController {

  static final String ADRES = "/beheer/mensen";
  static final String NIEUW = "/beheer/nieuw-account";
  static final String EIGEN = "/mijn-account";

  private static final int PER_PAGINA = 50;

  private final Accountbeheer accounts;
  private final Bereiken bereiken;
  private final Regios regios;
  private final Klok klok;
  private final Schil schil;

  MensenController(Accountbeheer accounts, Bereiken bereiken, Regios regios, Klok klok, Schil schil) {
    this.accounts = accounts;
    this.bereiken = bereiken;
    this.regios = regios;
    this.klok = klok;
    this.schil = schil;
  }

  // -- the list --------------------------------------------------------------------------------

  @GetMapping(ADRES)
  String mensen(
      @RequestParam(name = "toon", defaultValue = "alle") String toon,
      @RequestParam(name = "zoek", defaultValue = "") String zoek,
      @RequestParam(name = "pagina", defaultValue = "1") int nummer,
      Gebruiker wie,
      Model model) {
    String gezocht = zoek.strip().toLowerCase(Locale.ROOT);
    List<Overzicht> alle =
        accounts.alle(wie).stream()
            .filter(a -> (a.naam() + " " + a.weergave()).toLowerCase(Locale.ROOT).contains(gezocht))
            .toList();
    Map<String, Predicate<Overzicht>> filters = new LinkedHashMap<>();
    filters.put("alle", a -> true);
    filters.put("geblokkeerd", a -> a.geblokkeerdOp().isPresent());
    filters.put("zonder-rol", a -> a.geblokkeerdOp().isEmpty() && geldend(a).isEmpty());
    String gekozen = filters.containsKey(toon) ? toon : "alle";
    List<Overzicht> getoond = alle.stream().filter(filters.get(gekozen)).toList();
    int bladzijde = Math.max(1, Math.min(nummer, 1 + getoond.size() / PER_PAGINA));
    List<Overzicht> rijen =
        getoond.stream().skip((bladzijde - 1L) * PER_PAGINA).limit(PER_PAGINA).toList();
    Map<Toekenning, String> waar =
        bereiken.waar(rijen.stream().flatMap(a -> geldend(a).stream()).toList());
    long geblokkeerd = alle.stream().filter(filters.get("geblokkeerd")).count();
    long zonder = alle.stream().filter(filters.get("zonder-rol")).count();
    String vraag = zoek.isBlank() ? "" : "&zoek=" + java.net.URLEncoder.encode(zoek.strip(), java.nio.charset.StandardCharsets.UTF_8);
    model.addAttribute(
        "pagina",
        new MensenPagina(
            List.of(new Link("Beheer", BeheerController.ADRES), Link.zonder("Mensen en rollen")),
            Zin.metVet(Taal.aantal(alle.size() - geblokkeerd, "account", "accounts"))
                .tekst(" in gebruik" + (zonder == 0 ? "" : ", waarvan " + zonder + " zonder rol") + "; " + (geblokkeerd == 0 ? "geen" : geblokkeerd) + " geblokkeerd."),
            List.of(
                filter("Alle", alle.size(), "alle", gekozen, vraag, null),
                filter("Zonder rol", zonder, "zonder-rol", gekozen, vraag, Merk.let("")),
                filter("Geblokkeerd", geblokkeerd, "geblokkeerd", gekozen, vraag, Merk.laat(""))),
            gekozen,
            zoek.strip(),
            rijen.stream().map(a -> rij(a, waar)).toList(),
            bladzijde * PER_PAGINA >= getoond.size()
                ? null
                : new Link("Volgende accounts", ADRES + "?toon=" + gekozen + vraag + "&pagina=" + (bladzijde + 1))));
    return "mensen";
  }

  private static Filter filter(
      String tekst, long aantal, String code, String gekozen, String vraag, Merk merk) {
    return new Filter(tekst, aantal, ADRES + "?toon=" + code + vraag, code.equals(gekozen), merk);
  }

  private static MensenPagina.Rij rij(Overzicht a, Map<Toekenning, String> waar) {
    List<Toekenning> geldend = geldend(a);
    return new MensenPagina.Rij(
        new Link(a.weergave(), ADRES + "/" + a.naam()),
        a.naam(),
        geldend.stream()
            .collect(Collectors.groupingBy(Toekenning::rol, TreeMap::new, Collectors.mapping(waar::get, Collectors.toList())))
            .entrySet().stream()
            .map(e -> rol(e.getKey(), e.getValue()))
            .toList(),
        a.geblokkeerdOp().isPresent()
            ? Merk.laat("geblokkeerd")
            : geldend.isEmpty() ? Merk.let("zonder rol") : Merk.goed("in gebruik"));
  }

  /** As 'Griffier: Soest' or 'Beheerder'. */
  private static String rol(Rol rol, List<String> waar) {
    return rol.naam()
        + (rol.bereik() == Rol.Bereik.GEEN ? "" : ": " + Taal.opsomming(waar.stream().sorted().toList()));
  }

  private static List<Toekenning> geldend(Overzicht a) {
    return a.verleningen().stream().filter(Verlening::geldtNu).map(Verlening::toekenning).toList();
  }

  // -- a new account ---------------------------------------------------------------------------

  @GetMapping(NIEUW)
  ModelAndView nieuw(Gebruiker wie) {
    accounts.eisBeheer(wie);
    return nieuw(Invulling.leeg());
  }

  private static ModelAndView nieuw(Invulling vul) {
    var pagina =
        new ModelAndView("account-nieuw", vul.vorm() == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY);
    pagina.addObject("vul", vul);
    pagina.addObject(
        "kruimels",
        List.of(
            new Link("Beheer", BeheerController.ADRES),
            new Link("Mensen en rollen", ADRES),
            Link.zonder("Nieuw account")));
    return pagina;
  }

  @PostMapping(NIEUW)
  ModelAndView maak(@RequestParam Map<String, String> invoer, Gebruiker wie) {
    String naam = Invulling.tekst(invoer, "naam");
    try {
      accounts.maak(naam, invoer.get("weergave"), invoer.get("wachtwoord"), wie);
    } catch (AccountFout fout) {
      return nieuw(Invulling.geweigerd("nieuw", zonderWachtwoorden(invoer), fout));
    }
    schil.meldStraks("Account " + naam + " is gemaakt. Verleen nu een rol: zonder rol is er niets te zien.");
    return new ModelAndView("redirect:" + ADRES + "/" + naam);
  }

  private static Map<String, String> zonderWachtwoorden(Map<String, String> invoer) {
    return invoer.entrySet().stream()
        .filter(veld -> List.of("naam", "weergave").contains(veld.getKey()))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  // -- one account -----------------------------------------------------------------------------

  @GetMapping(ADRES + "/{naam}")
  ModelAndView account(@PathVariable String naam, Gebruiker wie) {
    return account(naam, Invulling.leeg(), wie);
  }

  private ModelAndView account(String naam, Invulling vul, Gebruiker wie) {
    Overzicht account = vind(naam, wie);
    var pagina =
        new ModelAndView("account", vul.vorm() == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY);
    pagina.addObject(
        "pagina",
        new AccountPagina(
            List.of(
                new Link("Beheer", BeheerController.ADRES),
                new Link("Mensen en rollen", ADRES),
                Link.zonder(account.weergave())),
            ADRES + "/" + naam,
            naam,
            account.weergave(),
            account.demo(),
            account
                .geblokkeerdOp()
                .map(op -> Taal.voluitZonderDag(LocalDate.ofInstant(op, Klok.ZONE)))
                .orElse(null),
            rollen(account, true),
            keuzes(),
            null,
            vul.met("functie", "weergave", account.weergave())));
    return pagina;
  }

  private Overzicht vind(String naam, Gebruiker wie) {
    return accounts
        .zoek(naam, wie)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "Dit account bestaat niet."));
  }

  private List<AccountPagina.Rol> rollen(Overzicht account, boolean teEindigen) {
    LocalDate vandaag = klok.vandaag();
    Map<Toekenning, String> waar =
        bereiken.waar(account.verleningen().stream().map(Verlening::toekenning).toList());
    return account.verleningen().stream()
        .map(
            v -> {
              Toekenning t = v.toekenning();
              boolean voorbij = t.tot() != null && !t.tot().isAfter(vandaag);
              boolean nooit = t.van() != null && t.van().equals(t.tot());
              return new AccountPagina.Rol(
                  v.id().toString(),
                  t.rol().naam(),
                  waar.get(t),
                  t.van() == null ? null : Taal.kort(t.van()),
                  t.tot() == null || nooit ? null : Taal.kort(t.tot().minusDays(1)),
                  v.geldtNu()
                      ? Merk.goed("geldt nu")
                      : nooit ? Merk.nvt("ingetrokken") : voorbij ? Merk.nvt("geëindigd") : Merk.open("begint later"),
                  teEindigen && !voorbij && !nooit);
            })
        .toList();
  }

  private AccountPagina.Rolkeuzes keuzes() {
    LocalDate vandaag = klok.vandaag();
    List<Regio> alle = regios.alle();
    Map<String, List<Orgaan>> overleggen =
        regios.overleggen(alle.stream().map(Regio::code).toList()).stream()
            .filter(o -> o.geldtOp(vandaag))
            .collect(Collectors.groupingBy(o -> o.regio().orElseThrow()));
    return new AccountPagina.Rolkeuzes(
        Arrays.stream(Rol.values())
            .map(r -> new AccountPagina.Rolkeuze(r.name().toLowerCase(Locale.ROOT), r.naam(), r.bereik().name().toLowerCase(Locale.ROOT)))
            .toList(),
        alle.stream()
            .map(
                r ->
                    new AccountPagina.Groep(
                        r.naam(),
                        Stream.concat(
                                Stream.of(new Keuze(r.code(), r.naam() + ", hele regio")),
                                overleggen.getOrDefault(r.code(), List.of()).stream()
                                    .sorted(Comparator.comparing(Orgaan::naam))
                                    .map(o -> new Keuze(r.code() + "/" + o.id(), o.naam() + ", " + r.naam())))
                            .toList()))
            .toList(),
        Bereiken.gemeenten(regios),
        vandaag.toString());
  }

  /** Something done with an account; refused input is shown again in its form. */
  private ModelAndView doe(
      String naam, String vorm, Map<String, String> invoer, Gebruiker wie, Runnable daad, String gelukt) {
    vind(naam, wie);
    try {
      daad.run();
    } catch (AccountFout fout) {
      return account(naam, Invulling.geweigerd(vorm, zonder(invoer, "wachtwoord"), fout), wie);
    }
    schil.meldStraks(gelukt);
    return new ModelAndView("redirect:" + ADRES + "/" + naam);
  }

  private static Map<String, String> zonder(Map<String, String> invoer, String veld) {
    return invoer.entrySet().stream()
        .filter(e -> !e.getKey().equals(veld))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  @PostMapping(ADRES + "/{naam}/functie")
  ModelAndView functie(@PathVariable String naam, @RequestParam Map<String, String> invoer, Gebruiker wie) {
    return doe(
        naam, "functie", invoer, wie,
        () -> accounts.wijzigWeergave(naam, invoer.get("weergave"), wie),
        "De functie is gewijzigd.");
  }

  @PostMapping(ADRES + "/{naam}/wachtwoord")
  ModelAndView wachtwoord(@PathVariable String naam, @RequestParam Map<String, String> invoer, Gebruiker wie) {
    return doe(
        naam, "wachtwoord", invoer, wie,
        () -> accounts.zetWachtwoord(naam, invoer.get("wachtwoord"), wie),
        "Het nieuwe wachtwoord geldt vanaf nu. Wie met het oude was aangemeld, is afgemeld.");
  }

  @PostMapping(ADRES + "/{naam}/blokkering")
  ModelAndView blokkeer(@PathVariable String naam, @RequestParam Map<String, String> invoer, Gebruiker wie) {
    return doe(
        naam, "blokkering", invoer, wie,
        () -> accounts.blokkeer(naam, invoer.get("reden"), wie),
        "Account " + naam + " is geblokkeerd.");
  }

  @PostMapping(ADRES + "/{naam}/deblokkering")
  ModelAndView deblokkeer(@PathVariable String naam, @RequestParam Map<String, String> invoer, Gebruiker wie) {
    return doe(
        naam, "blokkering", invoer, wie,
        () -> accounts.deblokkeer(naam, invoer.get("reden"), wie),
        "Account " + naam + " is weer te gebruiken.");
  }

  @PostMapping(ADRES + "/{naam}/rollen")
  ModelAndView verleen(@PathVariable String naam, @RequestParam Map<String, String> invoer, Gebruiker wie) {
    return doe(naam, "rol", invoer, wie, () -> accounts.kenToe(naam, toekenning(invoer), wie), "De rol is verleend.");
  }

  /** Only the scope that the role knows counts: another field may hold what was chosen before. */
  private Toekenning toekenning(Map<String, String> invoer) {
    Rol rol =
        Arrays.stream(Rol.values())
            .filter(r -> r.name().toLowerCase(Locale.ROOT).equals(invoer.get("rol")))
            .findFirst()
            .orElseThrow(() -> new AccountFout("rol", "Kies een rol."));
    boolean inRegio = rol.bereik() == Rol.Bereik.REGIO || rol.bereik() == Rol.Bereik.VRIJ;
    boolean inGemeente = rol.bereik() == Rol.Bereik.GEMEENTE || rol.bereik() == Rol.Bereik.VRIJ;
    String[] regio = Invulling.tekst(invoer, "regio").split("/", 2);
    LocalDate laatste = Invulling.dag(invoer, "tot");
    return new Toekenning(
        rol,
        inRegio && !regio[0].isEmpty() ? regio[0] : null,
        inRegio && regio.length > 1 ? regio[1] : null,
        inGemeente ? Bereiken.gemeente(regios, Invulling.tekst(invoer, "gemeente")) : null,
        Invulling.dag(invoer, "van"),
        laatste == null ? null : laatste.plusDays(1));
  }

  @PostMapping(ADRES + "/{naam}/rollen/{nummer}/einde")
  ModelAndView beeindig(
      @PathVariable String naam,
      @PathVariable String nummer,
      @RequestParam Map<String, String> invoer,
      Gebruiker wie) {
    UUID verlening = Invulling.nummer(nummer);
    if (vind(naam, wie).verleningen().stream().noneMatch(v -> v.id().equals(verlening))) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return doe(
        naam, "einde-" + nummer, invoer, wie,
        () -> accounts.beeindig(verlening, Invulling.dag(invoer, "tot"), invoer.get("reden"), wie),
        "Het einde van de rol is vastgelegd.");
  }

  // -- one's own account -----------------------------------------------------------------------

  @GetMapping(EIGEN)
  ModelAndView eigen(Gebruiker wie) {
    return eigen(Invulling.leeg(), wie);
  }

  private ModelAndView eigen(Invulling vul, Gebruiker wie) {
    Overzicht account = accounts.eigen(wie);
    var pagina =
        new ModelAndView("mijn-account", vul.vorm() == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY);
    pagina.addObject(
        "pagina",
        new AccountPagina(
            null,
            EIGEN,
            account.naam(),
            account.weergave(),
            account.demo(),
            null,
            rollen(account, false),
            null,
            new Link("Contacten van uw overleggen en bestuursorganen", ContactenController.ADRES),
            vul));
    return pagina;
  }

  @PostMapping(EIGEN + "/wachtwoord")
  ModelAndView eigenWachtwoord(@RequestParam Map<String, String> invoer, Gebruiker wie) {
    try {
      String nieuw = invoer.getOrDefault("wachtwoord", "");
      if (!nieuw.equals(invoer.getOrDefault("herhaling", ""))) {
        throw new AccountFout("herhaling", "De herhaling is anders dan het nieuwe wachtwoord.");
      }
      accounts.wijzigEigenWachtwoord(invoer.get("oud"), nieuw, wie);
    } catch (AccountFout fout) {
      return eigen(Invulling.geweigerd("wachtwoord", Map.of(), fout), wie);
    }
    // His sessions ended with the old password, this one too.
    return new ModelAndView("redirect:" + Beveiliging.AANMELDEN + "?wachtwoord");
  }
}
