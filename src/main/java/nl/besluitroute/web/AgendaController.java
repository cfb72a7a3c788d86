package nl.besluitroute.web;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import nl.besluitroute.agenda.Aantallen;
import nl.besluitroute.agenda.Agenda;
import nl.besluitroute.agenda.AgendaTaak;
import nl.besluitroute.agenda.Bladzijde;
import nl.besluitroute.agenda.Werkkeuze;
import nl.besluitroute.besluitvorming.Behandeling;
import nl.besluitroute.besluitvorming.Behandelingen;
import nl.besluitroute.kalender.GeschrevenDatum;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.kalender.Werkdagen;
import nl.besluitroute.regio.Orgaan;
import nl.besluitroute.regio.Regios;
import nl.besluitroute.stuk.Versie;
import nl.besluitroute.stuk.Versies;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.Rol;
import nl.besluitroute.toegang.Toekenning;
import nl.besluitroute.visie.Regiovisie;
import nl.besluitroute.visie.Stap;
import nl.besluitroute.visie.Visies;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;

/** The work list of who is signed in. */
@Controller
class AgendaController {

  static final int PER_PAGINA = 50;

  private final Agenda agenda;
  private final Visies visies;
  private final Versies versies;
  private final Behandelingen behandelingen;
  private final Regios regios;
  private final Klok klok;
  private final Werkdagen werkdagen;

  AgendaController(
      Agenda agenda,
      Visies visies,
      Versies versies,
      Behandelingen behandelingen,
      Regios regios,
      Klok klok,
      Werkdagen werkdagen) {
    this.agenda = agenda;
    this.visies = visies;
    this.versies = versies;
    this.behandelingen = behandelingen;
    this.regios = regios;
    this.klok = klok;
    this.werkdagen = werkdagen;
  }

  /** Which tasks are shown. */
  private enum Toon {
    ALLE("alle", "Alle", "Alle taken, eerst af te ronden bovenaan"),
    TE_LAAT("te-laat", "Te laat", "Taken die te laat zijn"),
    DEZE_WEEK("week", "Deze week", "Taken die deze week af moeten"),
    LATER("later", "Later", "Taken die later komen of geen datum hebben");

    private final String code;
    private final String tekst;
    private final String kop;

    Toon(String code, String tekst, String kop) {
      this.code = code;
      this.tekst = tekst;
      this.kop = kop;
    }

    static Toon van(String code) {
      for (Toon toon : values()) {
        if (toon.code.equals(code)) {
          return toon;
        }
      }
      return ALLE;
    }

    String url() {
      return this == ALLE ? "/agenda" : "/agenda?toon=" + code;
    }

    Merk merk() {
      return switch (this) {
        case ALLE -> null;
        case TE_LAAT -> Merk.laat("");
        case DEZE_WEEK -> Merk.let("");
        case LATER -> Merk.open("");
      };
    }

    Werkkeuze keuze() {
      return Werkkeuze.ALLES.wanneer(Werkkeuze.Wanneer.valueOf(name()));
    }

    long aantal(Aantallen aantallen) {
      return switch (this) {
        case ALLE -> aantallen.alle();
        case TE_LAAT -> aantallen.teLaat();
        case DEZE_WEEK -> aantallen.dezeWeek();
        case LATER -> aantallen.later();
      };
    }
  }

  @GetMapping("/agenda")
  String agenda(
      @RequestParam(name = "toon", required = false) String toon,
      @RequestParam(name = "na", required = false) String na,
      Gebruiker wie,
      Model model) {
    LocalDate vandaag = klok.vandaag();
    Toon keuze = Toon.van(toon);
    Aantallen aantallen = agenda.aantallen(wie, Werkkeuze.ALLES);
    Bladzijde<AgendaTaak> getoond =
        agenda.werk(wie, keuze.keuze(), Optional.ofNullable(na), PER_PAGINA);
    List<Filter> filters =
        aantallen.alle() == 0
            ? List.of()
            : List.of(Toon.values()).stream()
                .map(t -> new Filter(t.tekst, t.aantal(aantallen), t.url(), t == keuze, t.merk()))
                .toList();
    Link volgende =
        getoond
            .volgende()
            .map(
                plaats ->
                    new Link(
                        "Volgende taken",
                        keuze.url()
                            + (keuze == Toon.ALLE ? "?" : "&")
                            + "na="
                            + UriUtils.encodeQueryParam(plaats, StandardCharsets.UTF_8)))
            .orElse(null);
    model.addAttribute(
        "pagina",
        new AgendaPagina(
            Taal.metHoofdletter(Taal.voluit(vandaag)),
            antwoord(aantallen, vandaag, wie),
            filters,
            aantallen.alle() == 0 ? "Taken" : keuze.kop,
            rijen(getoond.rijen(), vandaag),
            leeg(aantallen.alle() == 0, wie),
            volgende));
    return "agenda";
  }

  private Zin antwoord(Aantallen aantallen, LocalDate vandaag, Gebruiker wie) {
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
    AgendaTaak eerst = eerstvolgend(aantallen, wie);
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
  private AgendaTaak eerstvolgend(Aantallen aantallen, Gebruiker wie) {
    Werkkeuze.Wanneer wanneer =
        aantallen.dezeWeek() > 0 ? Werkkeuze.Wanneer.DEZE_WEEK : Werkkeuze.Wanneer.LATER;
    return agenda.werk(wie, Werkkeuze.ALLES.wanneer(wanneer), Optional.empty(), 1).rijen().stream()
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

  /** Names and steps are read for the whole page at once. */
  private List<AgendaPagina.Rij> rijen(List<AgendaTaak> taken, LocalDate vandaag) {
    if (taken.isEmpty()) {
      return List.of();
    }
    List<String> visieIds = taken.stream().map(AgendaTaak::visie).distinct().toList();
    List<String> stapIds = taken.stream().map(AgendaTaak::stap).distinct().toList();
    Map<String, Regiovisie> perVisie = visies.visies(visieIds);
    Map<String, Versie> nieuwste = versies.nieuwste(visieIds);
    Map<String, Stap> stappen =
        visies.stappen(stapIds).stream().collect(Collectors.toMap(Stap::id, Function.identity()));
    Map<String, Behandeling> open = behandelingen.open(stapIds);
    Map<String, Orgaan> organen =
        regios.organen(codes(taken, t -> t.orgaan().orElse(null))).stream()
            .collect(Collectors.toMap(Orgaan::id, Function.identity()));
    Map<String, String> gemeenten = regios.namen(codes(taken, t -> t.gemeente().orElse(null)));
    return taken.stream()
        .map(
            taak -> {
              Stap stap = stappen.get(taak.stap());
              Regiovisie visie = perVisie.get(taak.visie());
              Orgaan orgaan = taak.orgaan().map(organen::get).orElse(null);
              String verzonden =
                  taak.soort().equals("taak_conclusieVastleggen") && open.containsKey(taak.stap())
                      ? open.get(taak.stap()).verzendversie().orElse(null)
                      : null;
              Versie versie = nieuwste.get(taak.visie());
              boolean isNieuwste = verzonden == null || versie == null || verzonden.equals(versie.nummer());
              return new AgendaPagina.Rij(
                  new Link(taak.naam(), "/taken/" + taak.taak()),
                  new Link(visie.titel(), "/visies/" + visie.id()),
                  orgaan == null
                      ? stap.naam()
                      : taak.gemeente().isPresent() ? orgaan.soort().naam() : orgaan.naam(),
                  taak.gemeente().map(gemeenten::get).orElse(null),
                  stap.gepland().map(GeschrevenDatum::toon).orElse(null),
                  stap.doel().naam(),
                  taak.uiterlijk().map(dag -> Taal.dag(dag, vandaag)).orElse(null),
                  taak.uiterlijk().map(dag -> Taal.resterend(dag, vandaag, werkdagen)).orElse(null),
                  isNieuwste ? (versie == null ? null : versie.nummer()) : verzonden,
                  isNieuwste && versie != null ? versie.kenmerk().kort() : null);
            })
        .toList();
  }

  private static Collection<String> codes(
      List<AgendaTaak> taken, Function<AgendaTaak, String> code) {
    Predicate<String> bekend = Objects::nonNull;
    return taken.stream().map(code).filter(bekend).distinct().toList();
  }
}
