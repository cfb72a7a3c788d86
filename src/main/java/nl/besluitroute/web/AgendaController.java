package nl.besluitroute.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.besluitroute.agenda.Aantallen;
import nl.besluitroute.agenda.Agenda;
import nl.besluitroute.agenda.AgendaFout;
import nl.besluitroute.agenda.AgendaTaak;
import nl.besluitroute.agenda.BewaardFilter;
import nl.besluitroute.agenda.Bladzijde;
import nl.besluitroute.agenda.Filters;
import nl.besluitroute.agenda.TaakNietOpen;
import nl.besluitroute.agenda.Taken;
import nl.besluitroute.agenda.Vergaderingen;
import nl.besluitroute.agenda.Versiekop;
import nl.besluitroute.agenda.Werkkeuze;
import nl.besluitroute.agenda.Werkregels;
import nl.besluitroute.agenda.Werkverdeling;
import nl.besluitroute.kalender.GeschrevenDatum;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.kalender.Werkdagen;
import nl.besluitroute.regio.Orgaan;
import nl.besluitroute.regio.Regios;
import nl.besluitroute.toegang.Accounts;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.Rol;
import nl.besluitroute.toegang.Toekenning;
import nl.besluitroute.visie.Visies;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The work list of who is signed in. */
@Controller
class AgendaController {

  static final int PER_PAGINA = 50;

  private final Agenda agenda;
  private final Taken taken;
  private final Visies visies;
  private final Werkregels werkregels;
  private final Regios regios;
  private final Filters filters;
  private final Werkverdeling verdeling;
  private final Accounts accounts;
  private final Vergaderingen vergaderingen;
  private final Schil schil;
  private final TransactionTemplate transactie;
  private final Klok klok;
  private final Werkdagen werkdagen;

  AgendaController(
      Agenda agenda,
      Taken taken,
      Visies visies,
      Werkregels werkregels,
      Regios regios,
      Filters filters,
      Werkverdeling verdeling,
      Accounts accounts,
      Vergaderingen vergaderingen,
      Schil schil,
      PlatformTransactionManager transacties,
      Klok klok,
      Werkdagen werkdagen) {
    this.agenda = agenda;
    this.taken = taken;
    this.visies = visies;
    this.werkregels = werkregels;
    this.regios = regios;
    this.filters = filters;
    this.verdeling = verdeling;
    this.accounts = accounts;
    this.vergaderingen = vergaderingen;
    this.schil = schil;
    this.transactie = new TransactionTemplate(transacties);
    this.klok = klok;
    this.werkdagen = werkdagen;
  }

  @GetMapping("/agenda")
  ModelAndView agenda(
      @RequestParam(name = "toon", required = false) String toon,
      @RequestParam(name = "regio", required = false) String regio,
      @RequestParam(name = "visie", required = false) String visie,
      @RequestParam(name = "groep", required = false) String groep,
      @RequestParam(name = "na", required = false) String na,
      Gebruiker wie) {
    return pagina(AgendaKeuze.lees(toon, regio, visie, groep), na, wie, null, Set.of(), HttpStatus.OK);
  }

  /** What is asked of the ticked work: all of it or nothing. */
  @PostMapping("/agenda")
  ModelAndView werk(
      @RequestParam(name = "toon", required = false) String toon,
      @RequestParam(name = "regio", required = false) String regio,
      @RequestParam(name = "visie", required = false) String visie,
      @RequestParam(name = "groep", required = false) String groep,
      @RequestParam(name = "taak", defaultValue = "") List<String> gekozen,
      @RequestParam(name = "actie", defaultValue = "") String actie,
      @RequestParam(name = "account", defaultValue = "") String account,
      @RequestParam(name = "opvolgen", defaultValue = "") String opvolgen,
      Gebruiker wie) {
    AgendaKeuze keuze = AgendaKeuze.lees(toon, regio, visie, groep);
    try {
      if (gekozen.isEmpty()) {
        throw new AgendaFout("Vink eerst de taken aan waar het om gaat.");
      }
      if (actie.equals("vastleggen")) {
        return new ModelAndView("redirect:" + VeelController.adres(vanHem(gekozen, wie), gekozen));
      }
      schil.meldStraks(voerUit(gekozen, actie, account.strip(), opvolgen, wie));
      return new ModelAndView("redirect:" + keuze.url());
    } catch (AgendaFout | TaakNietOpen fout) {
      return pagina(keuze, null, wie, fout.getMessage(), Set.copyOf(gekozen), HttpStatus.UNPROCESSABLE_ENTITY);
    }
  }

  private List<AgendaTaak> vanHem(List<String> ids, Gebruiker wie) {
    return ids.stream().map(id -> taken.vanHem(id, wie)).toList();
  }

  private String voerUit(List<String> taken, String actie, String account, String opvolgen, Gebruiker wie) {
    String aantal = Taal.aantal(taken.size(), "taak", "taken");
    boolean een = taken.size() == 1;
    switch (actie) {
      case "mij" -> {
        verdeling.wijsToe(taken, wie.naam(), wie);
        return aantal + (een ? " is" : " zijn") + " aan u toegewezen.";
      }
      case "toewijzen" -> {
        if (account.isEmpty()) {
          throw new AgendaFout("Kies de collega aan wie u dit toewijst.");
        }
        verdeling.wijsToe(taken, account, wie);
        return aantal + (een ? " is" : " zijn") + " toegewezen aan " + accounts.gebruiker(account).weergave() + ".";
      }
      case "teruggeven" -> {
        verdeling.geefTerug(taken, wie);
        return aantal + (een ? " is" : " zijn") + " niet meer toegewezen.";
      }
      case "opvolgen" -> {
        LocalDate dag = opvolgen.isBlank() ? null : dag(opvolgen);
        transactie.executeWithoutResult(s -> taken.forEach(taak -> verdeling.zetOpvolgdatum(taak, dag, wie)));
        return dag == null
            ? "De opvolgdatum van " + aantal + " is weggehaald."
            : "U komt op " + Taal.dag(dag, klok.vandaag()) + " terug op " + aantal + ".";
      }
      default -> throw new AgendaFout("Kies wat er met deze taken moet gebeuren.");
    }
  }

  private static LocalDate dag(String tekst) {
    try {
      return LocalDate.parse(tekst);
    } catch (DateTimeParseException e) {
      throw new AgendaFout("De opvolgdatum is geen datum.");
    }
  }

  @PostMapping("/agenda/filters")
  ModelAndView bewaar(
      @RequestParam(name = "toon", required = false) String toon,
      @RequestParam(name = "regio", required = false) String regio,
      @RequestParam(name = "visie", required = false) String visie,
      @RequestParam(name = "groep", required = false) String groep,
      @RequestParam(name = "naam", defaultValue = "") String naam,
      Gebruiker wie) {
    AgendaKeuze keuze = AgendaKeuze.lees(toon, regio, visie, groep);
    try {
      filters.bewaar(new BewaardFilter(naam.strip(), keuze.vraag()), wie);
    } catch (AgendaFout fout) {
      return pagina(keuze, null, wie, fout.getMessage(), Set.of(), HttpStatus.UNPROCESSABLE_ENTITY);
    }
    schil.meldStraks("De keuze '" + naam.strip() + "' is bewaard.");
    return new ModelAndView("redirect:" + keuze.url());
  }

  @PostMapping("/agenda/filters/verwijderen")
  String verwijder(@RequestParam(name = "naam", defaultValue = "") String naam, Gebruiker wie) {
    filters.verwijder(naam, wie);
    return "redirect:/agenda";
  }

  private ModelAndView pagina(
      AgendaKeuze keuze, String na, Gebruiker wie, String fout, Set<String> aangevinkt, HttpStatus status) {
    LocalDate vandaag = klok.vandaag();
    Aantallen aantallen = agenda.aantallen(wie, keuze.smal());
    Bladzijde<AgendaTaak> getoond = agenda.werk(wie, keuze.werk(wie), Optional.ofNullable(na), PER_PAGINA);
    boolean leeg = aantallen.alle() == 0 && !keuze.isSmal();
    Agenda.Werkgebied gebied = agenda.werkgebied(wie);
    List<Filter> chips =
        leeg
            ? List.of()
            : Arrays.stream(AgendaKeuze.Toon.values())
                .map(t -> new Filter(t.tekst, t.aantal(aantallen), keuze.met(t).url(), t == keuze.toon(), t.merk))
                .toList();
    List<BewaardFilter> bewaard = filters.van(wie);
    var antwoord = new ModelAndView("agenda", status);
    antwoord.addObject(
        "pagina",
        new AgendaPagina(
            Taal.metHoofdletter(Taal.voluit(vandaag)),
            antwoord(aantallen, keuze, vandaag, wie),
            chips,
            leeg ? "Taken" : keuze.toon().kop,
            rijen(getoond.rijen(), vandaag, aangevinkt),
            leeg(leeg, wie),
            getoond.volgende().map(plaats -> new Link("Volgende taken", keuze.url(plaats))).orElse(null),
            fout,
            new AgendaPagina.Keuzes(
                keuze.toon().code,
                keuze.regio(),
                keuze.visie(),
                keuze.groep(),
                regios(gebied, keuze),
                visies(gebied, keuze, wie),
                leeg ? List.of() : overleggen(wie),
                getoond.rijen().isEmpty()
                    ? List.of()
                    : accounts.collegas(wie).stream().map(c -> new Keuze(c.naam(), c.weergave())).toList(),
                keuze.url().equals("/agenda") || bewaard.stream().anyMatch(f -> f.vraag().equals(keuze.vraag())),
                bewaard.stream()
                    .map(f -> new AgendaPagina.Bewaard(f.naam(), "/agenda?" + f.vraag(), f.vraag().equals(keuze.vraag())))
                    .toList())));
    return antwoord;
  }

  /** Those in which there is work; the chosen one stays, when that was the last of it. */
  private List<Keuze> visies(Agenda.Werkgebied gebied, AgendaKeuze keuze, Gebruiker wie) {
    Map<String, String> titels = new LinkedHashMap<>(gebied.visies());
    if (keuze.visie() != null && !titels.containsKey(keuze.visie())) {
      visies.leesbaar(List.of(keuze.visie()), wie).forEach(id -> titels.put(id, visies.visie(id).titel()));
    }
    return titels.entrySet().stream().map(e -> new Keuze(e.getKey(), e.getValue())).toList();
  }

  /** None for who has work in one region only. */
  private List<Keuze> regios(Agenda.Werkgebied gebied, AgendaKeuze keuze) {
    Set<String> codes = new HashSet<>(gebied.regios());
    if (keuze.regio() != null) {
      codes.add(keuze.regio());
    }
    return codes.size() < 2
        ? List.of()
        : regios.regioNamen(codes).entrySet().stream()
            .map(e -> new Keuze(e.getKey(), e.getValue()))
            .sorted(Comparator.comparing(Keuze::tekst))
            .toList();
  }

  /** With the region, where somebody has overleggen of more than one. */
  private List<Keuze> overleggen(Gebruiker wie) {
    List<Orgaan> alle = vergaderingen.overleggen(wie);
    Map<String, String> namen =
        regios.regioNamen(alle.stream().flatMap(o -> o.regio().stream()).collect(Collectors.toSet()));
    return alle.stream()
        .map(
            o ->
                new Keuze(
                    o.id(), namen.size() < 2 ? o.naam() : o.naam() + ", " + o.regio().map(namen::get).orElse("")))
        .toList();
  }

  private Zin antwoord(Aantallen aantallen, AgendaKeuze keuze, LocalDate vandaag, Gebruiker wie) {
    if (aantallen.alle() == 0 && keuze.isSmal()) {
      return Zin.metVet("Hier wacht niets op u").tekst(" in deze keuze.");
    }
    if (aantallen.alle() == 0) {
      return wie.toekenningen().stream().map(Toekenning::rol).anyMatch(Rol::legtVast)
          ? Zin.metVet("Er wacht niets op u.")
          : Zin.metVet("U legt zelf niets vast").tekst("; hoe elke visie ervoor staat, leest u bij Visies.");
    }
    Zin zin = Zin.metVet(Taal.aantal(aantallen.alle(), "taak", "taken"));
    zin =
        aantallen.teLaat() == 0
            ? zin.tekst(", geen te laat")
            : zin.tekst(", waarvan ").vet(aantallen.teLaat() + " te laat");
    AgendaTaak eerst = eerstvolgend(aantallen, keuze, wie);
    if (eerst == null) {
      return zin.tekst(".");
    }
    return zin.tekst(
        "; eerstvolgend: "
            + Taal.metKleineLetter(eerst.naam())
            + ", uiterlijk "
            + Taal.dag(eerst.uiterlijk().orElseThrow(), vandaag)
            + ".");
  }

  /** The first with a term that is not late; null when there is none. */
  private AgendaTaak eerstvolgend(Aantallen aantallen, AgendaKeuze keuze, Gebruiker wie) {
    Werkkeuze.Wanneer wanneer =
        aantallen.dezeWeek() > 0 ? Werkkeuze.Wanneer.DEZE_WEEK : Werkkeuze.Wanneer.LATER;
    return agenda.werk(wie, keuze.smal().wanneer(wanneer), Optional.empty(), 1).rijen().stream()
        .filter(t -> t.uiterlijk().isPresent())
        .findFirst()
        .orElse(null);
  }

  private static Leeg leeg(boolean helemaal, Gebruiker wie) {
    if (!helemaal) {
      return new Leeg(
          "Niets in deze keuze", "Kies een andere, of bekijk alle taken.", new Link("Alle taken", "/agenda"));
    }
    Link naarVisies = new Link("Naar de visies", "/visies");
    if (wie.heeft(Rol.MANAGER)) {
      return new Leeg(
          "Als manager volgt u de stand",
          "Open een visie om te zien waar de tekst is, welke gemeenten hebben besloten en wat te laat is.",
          naarVisies);
    }
    if (wie.heeft(Rol.BEHEERDER)) {
      return new Leeg(
          "Als beheerder ziet u alles en legt u niets vast",
          "Open een visie om haar route, gemeenten en geschiedenis te bekijken.",
          naarVisies);
    }
    return new Leeg(
        "Hier wacht niets op u",
        "Zodra een visie bij u aankomt, staat de taak hier met de datum waarop die af moet zijn.",
        naarVisies);
  }

  private List<AgendaPagina.Rij> rijen(List<AgendaTaak> taken, LocalDate vandaag, Set<String> aangevinkt) {
    return werkregels.van(taken).stream()
        .map(
            regel -> {
              AgendaTaak taak = regel.taak();
              Optional<Versiekop> versie =
                  regel.nieuwste().filter(v -> regel.versie().filter(v.nummer()::equals).isPresent());
              return new AgendaPagina.Rij(
                  taak.taak(),
                  aangevinkt.contains(taak.taak()),
                  taak.toegewezen().orElse(null),
                  taak.opvolgenOp().map(dag -> Taal.dag(dag, vandaag)).orElse(null),
                  new Link(taak.naam(), "/taken/" + taak.taak()),
                  new Link(regel.visie(), "/visies/" + taak.visie()),
                  regel.overleg().orElse(regel.stap()),
                  regel.gemeente().orElse(null),
                  regel.gepland().map(GeschrevenDatum::toon).orElse(null),
                  regel.doel().naam(),
                  Taal.uiterlijk(taak, vandaag).orElse(null),
                  regel
                      .opgeschortOp()
                      .map(op -> Merk.opgeschort(op, vandaag))
                      .or(() -> Taal.resterend(taak, klok.instant(), vandaag, werkdagen))
                      .orElse(null),
                  regel.versie().orElse(null),
                  versie.map(v -> v.kenmerk().kort()).orElse(null));
            })
        .toList();
  }
}
