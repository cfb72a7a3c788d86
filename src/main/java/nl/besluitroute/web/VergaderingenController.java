package nl.besluitroute.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.besluitroute.agenda.Vergadering;
import nl.besluitroute.agenda.Vergaderingen;
import nl.besluitroute.kalender.GeschrevenDatum;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.kalender.Werkdagen;
import nl.besluitroute.regio.Orgaan;
import nl.besluitroute.regio.Regios;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.GeenToegang;
import nl.besluitroute.toegang.Rol;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The coming and recent meetings of the overleggen that somebody records for. */
@Controller
class VergaderingenController {
  /** How long a meeting that was recorded stays on the page. */
  private static final int DAGEN_TERUG = 42;

  private final Vergaderingen vergaderingen;
  private final Regios regios;
  private final Klok klok;
  private final Werkdagen werkdagen;

  VergaderingenController(Vergaderingen vergaderingen, Regios regios, Klok klok, Werkdagen werkdagen) {
    this.vergaderingen = vergaderingen;
    this.regios = regios;
    this.klok = klok;
    this.werkdagen = werkdagen;
  }

  @GetMapping("/vergaderingen")
  String vergaderingen(
      @RequestParam(name = "regio", required = false) String regio, Gebruiker wie, Model model) {
    if (!wie.heeft(Rol.AMBTELIJK_SECRETARIS)) {
      throw new GeenToegang("De vergaderingen van de overleggen zijn van de ambtelijk secretaris.");
    }
    LocalDate vandaag = klok.vandaag();
    List<Orgaan> alle = vergaderingen.overleggen(wie);
    Map<String, String> namen =
        regios.regioNamen(alle.stream().flatMap(o -> o.regio().stream()).collect(Collectors.toSet()));
    Vergaderingen.Overzicht overzicht =
        vergaderingen.overzicht(alle, vandaag.minusDays(DAGEN_TERUG), wie);
    Optional<String> gekozen = Optional.ofNullable(regio).filter(namen::containsKey);
    List<Vergadering> getoond =
        overzicht.opDag().stream().filter(v -> gekozen.isEmpty() || v.orgaan().regio().equals(gekozen)).toList();
    Map<String, Orgaan> perId = alle.stream().collect(Collectors.toMap(Orgaan::id, o -> o));
    List<VergaderingenPagina.Los> los =
        overzicht.zonderDag().stream()
            .map(p -> Map.entry(p, perId.get(p.stap().orgaan().orElseThrow())))
            .filter(e -> gekozen.isEmpty() || e.getValue().regio().equals(gekozen))
            .map(e -> los(e.getKey(), e.getValue(), namen))
            .toList();
    model.addAttribute(
        "pagina",
        new VergaderingenPagina(
            Taal.metHoofdletter(Taal.voluit(vandaag)),
            antwoord(getoond, vandaag),
            filters(overzicht, namen, gekozen),
            delen(getoond, vandaag, namen),
            los,
            getoond.isEmpty() && los.isEmpty() ? leeg(alle.isEmpty()) : null));
    return "vergaderingen";
  }

  private static Leeg leeg(boolean geenOverleg) {
    return geenOverleg
        ? new Leeg(
            "Er is nog geen overleg bekend",
            "Een vergadering komt hier zodra uw regio een overleg heeft en een visie er op de agenda staat.",
            new Link("Naar de visies", "/visies"))
        : new Leeg(
            "Er staat geen vergadering op de agenda",
            "Geef een stap van een visie op tabblad Planning een dag; dan staat de vergadering hier.",
            new Link("Naar de visies", "/visies"));
  }

  private static Zin antwoord(List<Vergadering> alle, LocalDate vandaag) {
    Optional<Vergadering> eerste =
        alle.stream().filter(v -> !v.dag().isBefore(vandaag) && v.teVerwerken() > 0).findFirst();
    long verwerken = alle.stream().filter(v -> v.dag().isBefore(vandaag) && v.teVerwerken() > 0).count();
    Zin zin =
        eerste
            .map(
                v ->
                    Zin.van("Eerstvolgend: ")
                        .vet(Taal.metKleineLetter(v.orgaan().naam()) + ", " + Taal.dag(v.dag(), vandaag))
                        .tekst(" met " + Taal.aantal(v.punten().size(), "punt", "punten")))
            .orElseGet(() -> Zin.van("Er is geen komende vergadering met een dag"));
    return verwerken == 0
        ? zin.tekst(".")
        : zin.tekst("; ")
            .vet(Taal.aantal(verwerken, "vergadering", "vergaderingen"))
            .tekst(verwerken == 1 ? " is nog te verwerken." : " zijn nog te verwerken.");
  }

  private static List<Filter> filters(
      Vergaderingen.Overzicht overzicht, Map<String, String> namen, Optional<String> gekozen) {
    if (namen.size() < 2) {
      return List.of();
    }
    List<Filter> filters = new ArrayList<>();
    filters.add(new Filter("Alle regio's", overzicht.opDag().size(), "/vergaderingen", gekozen.isEmpty(), null));
    Map<String, Long> aantal =
        overzicht.opDag().stream()
            .collect(Collectors.groupingBy(v -> v.orgaan().regio().orElse(""), Collectors.counting()));
    new TreeMap<>(namen.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey)))
        .forEach(
            (naam, code) ->
                filters.add(
                    new Filter(
                        naam,
                        aantal.getOrDefault(code, 0L),
                        "/vergaderingen?regio=" + code,
                        gekozen.filter(code::equals).isPresent(),
                        null)));
    return filters;
  }

  private List<VergaderingenPagina.Deel> delen(
      List<Vergadering> alle, LocalDate vandaag, Map<String, String> namen) {
    List<VergaderingenPagina.Rij> verwerken = new ArrayList<>();
    List<VergaderingenPagina.Rij> komend = new ArrayList<>();
    List<VergaderingenPagina.Rij> geweest = new ArrayList<>();
    for (Vergadering v : alle) {
      boolean over = v.dag().isBefore(vandaag);
      (over ? v.teVerwerken() > 0 ? verwerken : geweest : komend).add(rij(v, vandaag, namen));
    }
    java.util.Collections.reverse(geweest);
    return List.of(
            new VergaderingenPagina.Deel(
                "verwerken", "Nog te verwerken", "Gehouden, en van een punt is nog niets vastgelegd.", verwerken),
            new VergaderingenPagina.Deel("komend", "Komende vergaderingen", "De eerste bovenaan.", komend),
            new VergaderingenPagina.Deel(
                "geweest", "Onlangs verwerkt", "De laatste zes weken, de nieuwste bovenaan.", geweest))
        .stream()
        .filter(deel -> !deel.rijen().isEmpty())
        .toList();
  }

  static String url(String orgaan, LocalDate dag) {
    return "/vergaderingen/" + orgaan + "/" + dag;
  }

  private VergaderingenPagina.Rij rij(Vergadering v, LocalDate vandaag, Map<String, String> namen) {
    boolean over = v.dag().isBefore(vandaag);
    long open = v.teVerwerken();
    return new VergaderingenPagina.Rij(
        new Link(v.orgaan().naam(), url(v.orgaan().id(), v.dag())),
        waar(v.orgaan(), namen),
        Taal.dag(v.dag(), vandaag),
        wanneer(v.dag(), vandaag),
        v.punten().stream().map(p -> p.visie().titel()).distinct().toList(),
        over || open == 0 ? null : Taal.dag(v.verzenden(), vandaag),
        over || open == 0 || verzonden(v) ? null : Taal.resterend(v.verzenden(), vandaag, werkdagen),
        stand(v, vandaag));
  }

  private static boolean verzonden(Vergadering v) {
    return v.punten().stream().allMatch(p -> p.verwerkt() || p.wachtOpConclusie());
  }

  private static Merk stand(Vergadering v, LocalDate vandaag) {
    long open = v.teVerwerken();
    if (open == 0) {
      return Merk.goed("verwerkt");
    }
    if (!v.dag().isAfter(vandaag)) {
      return Merk.let(Taal.aantal(open, "conclusie", "conclusies") + " vast te leggen");
    }
    return verzonden(v) ? Merk.goed("verzonden") : Merk.open("stukken te verzenden");
  }

  String wanneer(LocalDate dag, LocalDate vandaag) {
    if (dag.equals(vandaag)) {
      return "vandaag";
    }
    int dagen = werkdagen.tussen(vandaag, dag);
    if (dag.isAfter(vandaag)) {
      return dagen <= 1 ? "eerstvolgende werkdag" : "over " + dagen + " werkdagen";
    }
    return dagen == 0 ? "net geweest" : Taal.aantal(-dagen, "werkdag", "werkdagen") + " geleden";
  }

  private static String waar(Orgaan orgaan, Map<String, String> namen) {
    return namen.size() < 2 ? null : orgaan.regio().map(namen::get).orElse(null);
  }

  private static VergaderingenPagina.Los los(Vergadering.Punt p, Orgaan orgaan, Map<String, String> namen) {
    return new VergaderingenPagina.Los(
        new Link(p.visie().titel(), "/visies/" + p.visie().id()),
        Taal.afbreekbaar(orgaan.naam()),
        waar(orgaan, namen),
        p.stap().gepland().map(GeschrevenDatum::toon).orElse(null),
        p.stap().doel().naam(),
        new Link("Dag plannen", "/visies/" + p.visie().id() + "/planning"));
  }
}
