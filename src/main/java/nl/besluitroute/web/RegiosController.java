package nl.besluitroute.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import nl.besluitroute.beheer.Regiobeheer;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.regio.Contact;
import nl.besluitroute.regio.Gemeente;
import nl.besluitroute.regio.Lidmaatschap;
import nl.besluitroute.regio.Orgaan;
import nl.besluitroute.regio.Orgaansoort;
import nl.besluitroute.regio.Regio;
import nl.besluitroute.regio.RegioFout;
import nl.besluitroute.regio.Regios;
import nl.besluitroute.toegang.AccountFout;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.Toegang;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Regions with their members, and the bodies of regions and municipalities, for the beheerder. */
@Controller
class RegiosController {

  static final String ADRES = "/beheer/regios";
  static final String GEMEENTE = "/beheer/gemeenten";

  private final Regiobeheer beheer;
  private final Regios regios;
  private final Toegang toegang;
  private final Klok klok;
  private final Schil schil;

  RegiosController(Regiobeheer beheer, Regios regios, Toegang toegang, Klok klok, Schil schil) {
    this.beheer = beheer;
    this.regios = regios;
    this.toegang = toegang;
    this.klok = klok;
    this.schil = schil;
  }

  @GetMapping(ADRES)
  ModelAndView regios(Gebruiker wie) {
    toegang.eisBeheren(wie);
    return lijst(null);
  }

  /** @param gezocht a name that no municipality has, or null */
  private ModelAndView lijst(String gezocht) {
    LocalDate vandaag = klok.vandaag();
    List<Regio> alle = regios.alle();
    Map<String, Long> leden = regios.aantalLeden(vandaag);
    Map<String, Long> overleggen =
        regios.overleggen(alle.stream().map(Regio::code).toList()).stream()
            .filter(o -> o.geldtOp(vandaag))
            .collect(Collectors.groupingBy(o -> o.regio().orElseThrow(), Collectors.counting()));
    long zonder = alle.stream().filter(r -> !overleggen.containsKey(r.code())).count();
    return new ModelAndView(
        "regios",
        Map.of(
            "pagina",
            new RegiosPagina(
            List.of(new Link("Beheer", BeheerController.ADRES), Link.zonder("Regio's en overleggen")),
            Zin.metVet(Taal.aantal(alle.size(), "regio", "regio's"))
                .tekst(zonder == 0 ? ", elk met overleggen." : "; bij " + zonder + " is nog geen overleg vastgelegd."),
            alle.stream()
                .map(
                    r ->
                        new RegiosPagina.Rij(
                            new Link(r.naam(), ADRES + "/" + r.code()),
                            r.code(),
                            Taal.geenOfAantal(leden.getOrDefault(r.code(), 0L), "gemeente", "gemeenten"),
                            Taal.geenOfAantal(overleggen.getOrDefault(r.code(), 0L), "overleg", "overleggen")))
                .toList(),
            Bereiken.gemeenten(regios),
            gezocht)),
        gezocht == null ? HttpStatus.OK : HttpStatus.NOT_FOUND);
  }

  /** From the field of the list to the page of a municipality. */
  @GetMapping(GEMEENTE)
  ModelAndView zoekGemeente(@RequestParam(name = "naam", defaultValue = "") String naam, Gebruiker wie) {
    toegang.eisBeheren(wie);
    String code = Bereiken.gemeente(regios, naam.strip());
    if (code == null || regios.gemeente(code).isEmpty()) {
      return lijst(naam.strip());
    }
    return new ModelAndView("redirect:" + GEMEENTE + "/" + code);
  }

  // -- a region --------------------------------------------------------------------------------

  @GetMapping(ADRES + "/{code}")
  ModelAndView regio(@PathVariable String code, Gebruiker wie) {
    toegang.eisBeheren(wie);
    return regio(code, Invulling.leeg());
  }

  private ModelAndView regio(String code, Invulling vul) {
    Regio regio =
        regios.regio(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "Deze regio bestaat niet."));
    LocalDate vandaag = klok.vandaag();
    List<Lidmaatschap> leden = regios.lidmaatschappen(code);
    Map<String, String> namen = regios.namen(leden.stream().map(Lidmaatschap::gemeente).toList());
    Set<String> blijvend =
        leden.stream().filter(l -> l.tot().isEmpty()).map(Lidmaatschap::gemeente).collect(Collectors.toSet());
    List<Orgaan> organen = regios.overleggen(List.of(code));
    return pagina(
        "regio",
        new GebiedPagina(
            List.of(
                new Link("Beheer", BeheerController.ADRES),
                new Link("Regio's en overleggen", ADRES),
                Link.zonder(regio.naam())),
            ADRES + "/" + code,
            code,
            regio.naam(),
            leden.stream()
                .sorted(
                    Comparator.comparing((Lidmaatschap l) -> !l.geldtOp(vandaag))
                        .thenComparing(l -> namen.get(l.gemeente())))
                .map(l -> lid(l, namen.get(l.gemeente()), vandaag))
                .toList(),
            List.of(),
            organen(organen, vandaag),
            soorten(Orgaansoort.VAN_REGIO),
            Bereiken.gemeenten(regios).stream().filter(k -> !blijvend.contains(k.waarde())).toList(),
            vandaag.toString(),
            begin(vul, organen, vandaag)));
  }

  private static GebiedPagina.Lid lid(Lidmaatschap l, String naam, LocalDate vandaag) {
    boolean voorbij = l.tot().filter(tot -> !tot.isAfter(vandaag)).isPresent();
    return new GebiedPagina.Lid(
        l.id().toString(),
        new Link(naam, GEMEENTE + "/" + l.gemeente()),
        l.van().map(Taal::kort).orElse(null),
        l.tot().map(tot -> Taal.kort(tot.minusDays(1))).orElse(null),
        l.geldtOp(vandaag) ? Merk.goed("lid") : voorbij ? Merk.nvt("geen lid meer") : Merk.open("wordt lid"),
        !voorbij);
  }

  private List<GebiedPagina.OrgaanRij> organen(List<Orgaan> organen, LocalDate vandaag) {
    Map<String, Long> contacten =
        regios.contacten(organen.stream().map(Orgaan::id).toList()).stream()
            .collect(Collectors.groupingBy(Contact::orgaan, Collectors.counting()));
    return organen.stream()
        .sorted(Comparator.comparing((Orgaan o) -> !o.geldtOp(vandaag)).thenComparing(Orgaan::soort).thenComparing(Orgaan::naam))
        .map(
            o ->
                new GebiedPagina.OrgaanRij(
                    o.id(),
                    o.naam(),
                    o.soort().naam(),
                    new Link(
                        Taal.geenOfAantal(contacten.getOrDefault(o.id(), 0L), "contact", "contacten"),
                        ContactenController.ADRES + "/" + o.id()),
                    o.geldtOp(vandaag) ? Merk.goed("in gebruik") : Merk.nvt("beëindigd"),
                    o.tot().map(tot -> "tot en met " + Taal.kort(tot.minusDays(1))).orElse(null),
                    o.geldtOp(vandaag) && o.soort() != Orgaansoort.COLLEGE && o.soort() != Orgaansoort.RAAD))
        .toList();
  }

  private static List<Keuze> soorten(Set<Orgaansoort> soorten) {
    return soorten.stream().sorted().map(s -> new Keuze(s.code(), s.naam())).toList();
  }

  private static Invulling begin(Invulling vul, List<Orgaan> organen, LocalDate vandaag) {
    Invulling begin = vul.met("lid", "van", vandaag.toString());
    for (Orgaan o : organen) {
      begin = begin.met("naam-" + o.id(), "naam", o.naam());
    }
    return begin;
  }

  private static ModelAndView pagina(String sjabloon, GebiedPagina inhoud) {
    var pagina =
        new ModelAndView(sjabloon, inhoud.vul().vorm() == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY);
    pagina.addObject("pagina", inhoud);
    return pagina;
  }

  /** Something done; refused input is shown again in its form. */
  private ModelAndView doe(
      Supplier<ModelAndView> gelukt, java.util.function.Function<Invulling, ModelAndView> opnieuw,
      String vorm, Map<String, String> invoer, Runnable daad, String melding) {
    try {
      daad.run();
    } catch (RegioFout | AccountFout fout) {
      return opnieuw.apply(Invulling.geweigerd(vorm, invoer, fout));
    }
    schil.meldStraks(melding);
    return gelukt.get();
  }

  private ModelAndView doeBijRegio(
      String code, String vorm, Map<String, String> invoer, Runnable daad, String melding) {
    return doe(
        () -> new ModelAndView("redirect:" + ADRES + "/" + code),
        vul -> regio(code, vul),
        vorm, invoer, daad, melding);
  }

  @PostMapping(ADRES + "/{code}/leden")
  ModelAndView treedToe(@PathVariable String code, @RequestParam Map<String, String> invoer, Gebruiker wie) {
    toegang.eisBeheren(wie);
    return doeBijRegio(
        code, "lid", invoer,
        () -> {
          String gemeente = Bereiken.gemeente(regios, Invulling.tekst(invoer, "gemeente"));
          beheer.treedToe(code, gemeente == null ? "" : gemeente, Invulling.dag(invoer, "van"), wie);
        },
        "De gemeente hoort nu bij de regio. Lopende visies veranderen daardoor niet; leg daar de toetreding apart vast.");
  }

  @PostMapping(ADRES + "/{code}/leden/{nummer}/einde")
  ModelAndView vertrek(
      @PathVariable String code,
      @PathVariable String nummer,
      @RequestParam Map<String, String> invoer,
      Gebruiker wie) {
    toegang.eisBeheren(wie);
    UUID lid = Invulling.nummer(nummer);
    if (regios.lidmaatschappen(code).stream().noneMatch(l -> l.id().equals(lid))) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return doeBijRegio(
        code, "vertrek-" + nummer, invoer,
        () -> beheer.vertrek(lid, Invulling.dag(invoer, "tot"), invoer.get("reden"), wie),
        "Het vertrek is vastgelegd. Lopende visies veranderen daardoor niet; leg daar het vertrek apart vast.");
  }

  @PostMapping(ADRES + "/{code}/organen")
  ModelAndView nieuwOverleg(@PathVariable String code, @RequestParam Map<String, String> invoer, Gebruiker wie) {
    toegang.eisBeheren(wie);
    return doeBijRegio(
        code, "orgaan", invoer,
        () -> beheer.voegOverlegToe(code, invoer.get("naam"), soort(invoer), wie),
        "Het overleg is toegevoegd.");
  }

  private static Orgaansoort soort(Map<String, String> invoer) {
    return Orgaansoort.van(Invulling.tekst(invoer, "soort")).orElse(null);
  }

  // -- a municipality --------------------------------------------------------------------------

  @GetMapping(GEMEENTE + "/{code}")
  ModelAndView gemeente(@PathVariable String code, Gebruiker wie) {
    toegang.eisBeheren(wie);
    return gemeente(code, Invulling.leeg());
  }

  private ModelAndView gemeente(String code, Invulling vul) {
    Gemeente gemeente =
        regios
            .gemeente(code)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "Deze gemeente bestaat niet."));
    LocalDate vandaag = klok.vandaag();
    List<Orgaan> organen = regios.organenVan(List.of(code));
    List<Link> inRegios =
        regios.regioNamen(regios.regiosVan(List.of(code), vandaag)).entrySet().stream()
            .sorted(Map.Entry.comparingByValue())
            .map(r -> new Link(r.getValue(), ADRES + "/" + r.getKey()))
            .toList();
    return pagina(
        "gemeente",
        new GebiedPagina(
            List.of(
                new Link("Beheer", BeheerController.ADRES),
                new Link("Regio's en overleggen", ADRES),
                Link.zonder(gemeente.naam())),
            GEMEENTE + "/" + code,
            code,
            gemeente.naam(),
            List.of(),
            inRegios,
            organen(organen, vandaag),
            soorten(Orgaansoort.NAAST_RAAD_EN_COLLEGE),
            List.of(),
            vandaag.toString(),
            begin(vul, organen, vandaag)));
  }

  private ModelAndView doeBijGemeente(
      String code, String vorm, Map<String, String> invoer, Runnable daad, String melding) {
    return doe(
        () -> new ModelAndView("redirect:" + GEMEENTE + "/" + code),
        vul -> gemeente(code, vul),
        vorm, invoer, daad, melding);
  }

  @PostMapping(GEMEENTE + "/{code}/organen")
  ModelAndView nieuwOrgaan(@PathVariable String code, @RequestParam Map<String, String> invoer, Gebruiker wie) {
    toegang.eisBeheren(wie);
    return doeBijGemeente(
        code, "orgaan", invoer,
        () -> beheer.voegBestuursorgaanToe(code, invoer.get("naam"), soort(invoer), wie),
        "Het orgaan is toegevoegd.");
  }

  // -- a body of either ------------------------------------------------------------------------

  private ModelAndView doeBijOrgaan(
      String id, String vorm, Map<String, String> invoer, Gebruiker wie, Runnable daad, String melding) {
    toegang.eisBeheren(wie);
    Orgaan orgaan =
        regios.orgaan(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "Dit orgaan bestaat niet."));
    return orgaan
        .regio()
        .map(code -> doeBijRegio(code, vorm, invoer, daad, melding))
        .orElseGet(() -> doeBijGemeente(orgaan.gemeente().orElseThrow(), vorm, invoer, daad, melding));
  }

  @PostMapping("/beheer/organen/{id}/naam")
  ModelAndView hernoem(@PathVariable String id, @RequestParam Map<String, String> invoer, Gebruiker wie) {
    return doeBijOrgaan(
        id, "naam-" + id, invoer, wie, () -> beheer.hernoem(id, invoer.get("naam"), wie), "De naam is gewijzigd.");
  }

  @PostMapping("/beheer/organen/{id}/einde")
  ModelAndView beeindig(@PathVariable String id, @RequestParam Map<String, String> invoer, Gebruiker wie) {
    return doeBijOrgaan(
        id, "einde-" + id, invoer, wie,
        () -> beheer.beeindig(id, Invulling.dag(invoer, "tot"), invoer.get("reden"), wie),
        "Het einde is vastgelegd. Wat hier is behandeld, blijft staan.");
  }
}
