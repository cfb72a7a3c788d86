package nl.besluitroute.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.besluitroute.agenda.Bladzijde;
import nl.besluitroute.agenda.Onderweg;
import nl.besluitroute.agenda.Standkop;
import nl.besluitroute.agenda.Versiekop;
import nl.besluitroute.agenda.Visiekop;
import nl.besluitroute.agenda.Visielijst;
import nl.besluitroute.agenda.Visielijst.Toon;
import nl.besluitroute.besluitvorming.Stand;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.regio.Regios;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.Rol;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of visions: where each is and how its decision-making stands. */
@Controller
class VisiesController {

  private static final int PER_PAGINA = 50;
  private static final int PER_KEER = 200;

  private final Visielijst lijst;
  private final Regios regios;
  private final Uitvoer uitvoer;
  private final Klok klok;

  VisiesController(Visielijst lijst, Regios regios, Uitvoer uitvoer, Klok klok) {
    this.lijst = lijst;
    this.regios = regios;
    this.uitvoer = uitvoer;
    this.klok = klok;
  }

  @GetMapping("/visies")
  String visies(
      @RequestParam(name = "toon", defaultValue = "alle") String code,
      @RequestParam(name = "na", required = false) String na,
      Gebruiker wie,
      Model model) {
    Toon toon = toon(code);
    Bladzijde<Visielijst.Regel> bladzijde = lijst.van(wie, toon, Optional.ofNullable(na), PER_PAGINA);
    Map<Toon, Long> aantallen = lijst.aantallen(wie);
    Zin antwoord = Zin.metVet(Taal.aantal(aantallen.get(Toon.ALLE), "visie", "visies"));
    antwoord =
        antwoord.tekst(
            ": "
                + aantallen.get(Toon.ONDERWEG)
                + " onderweg, "
                + aantallen.get(Toon.VASTGESTELD)
                + " vastgesteld");
    long teLaat = aantallen.get(Toon.TE_LAAT);
    antwoord =
        teLaat == 0
            ? antwoord.tekst("; nergens is werk te laat.")
            : antwoord.tekst("; bij ").vet(String.valueOf(teLaat)).tekst(" is werk te laat.");
    model.addAttribute(
        "pagina",
        new VisiesPagina(
            "Alle regio's",
            wie.heeft(Rol.AMBTELIJK_SECRETARIS)
                ? new Link("Nieuwe visie", NieuweVisieController.ADRES)
                : null,
            antwoord,
            List.of(
                filter("Alle", Toon.ALLE, toon, aantallen, null),
                filter("Te laat", Toon.TE_LAAT, toon, aantallen, Merk.laat("")),
                filter("Onderweg", Toon.ONDERWEG, toon, aantallen, Merk.open("")),
                filter("Vastgesteld", Toon.VASTGESTELD, toon, aantallen, Merk.goed(""))),
            rijen(bladzijde.rijen()),
            bladzijde
                .volgende()
                .map(id -> new Link("Volgende visies", "/visies?toon=" + code(toon) + "&na=" + id))
                .orElse(null)));
    return "visies";
  }

  private static String code(Toon toon) {
    return toon.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Toon toon(String code) {
    return Arrays.stream(Toon.values()).filter(t -> code(t).equals(code)).findFirst().orElse(Toon.ALLE);
  }

  private static Filter filter(
      String tekst, Toon dit, Toon gekozen, Map<Toon, Long> aantallen, Merk merk) {
    return new Filter(
        tekst,
        aantallen.get(dit),
        dit == Toon.ALLE ? "/visies" : "/visies?toon=" + code(dit),
        dit == gekozen,
        merk);
  }

  @GetMapping("/visies." + Uitvoer.VORM)
  void bestand(
      @PathVariable String vorm,
      @RequestParam(name = "toon", defaultValue = "alle") String code,
      Gebruiker wie,
      HttpServletResponse antwoord) {
    uitvoer.stuur(
        new Tabel(
            "Visies",
            List.of(
                "Visie", "Regio", "Stand", "Telling", "Waar nu", "Wanneer", "Te laat", "Versie", "Looptijd",
                "Opgeschort sinds"),
            Tabel.doorlopend(
                na -> {
                  Bladzijde<Visielijst.Regel> bladzijde = lijst.van(wie, toon(code), na, PER_KEER);
                  List<VisiesPagina.Rij> rijen = rijen(bladzijde.rijen());
                  return new Bladzijde<>(
                      IntStream.range(0, rijen.size())
                          .mapToObj(i -> regel(rijen.get(i), bladzijde.rijen().get(i).visie()))
                          .toList(),
                      bladzijde.volgende());
                })),
        vorm,
        antwoord);
  }

  private static List<Tabel.Waarde> regel(VisiesPagina.Rij rij, Visiekop visie) {
    return List.of(
        Tabel.tekst(rij.visie().tekst()),
        Tabel.tekst(rij.regio()),
        Tabel.tekst(rij.stand().woord()),
        Tabel.tekst(rij.telling()),
        Tabel.tekst(rij.nu()),
        Tabel.tekst(rij.wanneer()),
        Tabel.tekst(rij.termijn() == null ? null : rij.termijn().woord()),
        Tabel.tekst(rij.versie()),
        Tabel.tekst(rij.looptijd()),
        Tabel.dagVan(visie.opgeschortOp()));
  }

  private List<VisiesPagina.Rij> rijen(List<Visielijst.Regel> getoond) {
    Map<String, String> namen =
        regios.regioNamen(
            getoond.stream()
                .flatMap(v -> v.visie().regios().stream())
                .collect(Collectors.toCollection(TreeSet::new)));
    LocalDate vandaag = klok.vandaag();
    return getoond.stream()
        .map(
            v ->
                new VisiesPagina.Rij(
                    new Link(v.visie().titel(), "/visies/" + v.visie().id()),
                    Taal.opsomming(v.visie().regios().stream().map(namen::get).toList()),
                    merk(v.stand()),
                    v.stand().map(Standkop::vastgesteld).orElse(0) + " van " + v.gemeenten() + " vastgesteld",
                    v.visie().afgerond() ? "Route doorlopen" : waarNu(v.nu()),
                    v.vastOp()
                        .map(dag -> "vast sinds " + Taal.voluitZonderDag(dag))
                        .orElseGet(() -> wanneer(v.nu())),
                    v.visie().opgeschortOp().map(op -> Merk.opgeschort(op, vandaag)).orElse(null),
                    v.teLaat() == 0 ? null : Merk.laat(Taal.aantal(v.teLaat(), "taak", "taken") + " te laat"),
                    v.versie().map(Versiekop::nummer).orElse(null),
                    v.looptijdVan() + "–" + v.looptijdTot()))
        .toList();
  }

  /** Null when more than one step is under way, or its date is not known. */
  private static String wanneer(List<Onderweg> nu) {
    return nu.size() == 1 ? nu.get(0).gepland().map(Taal::geschreven).orElse(null) : null;
  }

  private static String waarNu(List<Onderweg> nu) {
    return nu.isEmpty()
        ? "nergens"
        : nu.get(0).naam()
            + (nu.size() == 1
                ? ""
                : "; daarnaast "
                    + Taal.opsomming(
                        nu.stream().skip(1).map(s -> Taal.metKleineLetter(s.naam())).toList(), 2));
  }

  static Merk merk(Optional<Standkop> stand) {
    return stand.map(s -> merk(s.waarde())).orElseGet(() -> Merk.open("open"));
  }

  static Merk merk(Stand.Waarde waarde) {
    return switch (waarde) {
      case OPEN -> Merk.open("open");
      case VASTGESTELD -> Merk.goed("vastgesteld");
      case AFWIJKEND -> Merk.anders("afwijkend vastgesteld");
      case DEELS -> Merk.half("deels vastgesteld");
      case NIET -> Merk.laat("niet vastgesteld");
    };
  }
}
