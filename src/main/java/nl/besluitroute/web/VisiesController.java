package nl.besluitroute.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.besluitroute.agenda.Agenda;
import nl.besluitroute.agenda.Bladzijde;
import nl.besluitroute.besluitvorming.Stand;
import nl.besluitroute.besluitvorming.Standen;
import nl.besluitroute.besluitvorming.VisieStand;
import nl.besluitroute.dossier.Visielijst;
import nl.besluitroute.dossier.Visielijst.Toon;
import nl.besluitroute.regio.Regios;
import nl.besluitroute.stuk.Versie;
import nl.besluitroute.stuk.Versies;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.Rol;
import nl.besluitroute.visie.Regiovisie;
import nl.besluitroute.visie.Stap;
import nl.besluitroute.visie.Visies;
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
  private final Visies visies;
  private final Standen standen;
  private final Agenda agenda;
  private final Versies versies;
  private final Regios regios;
  private final Uitvoer uitvoer;

  VisiesController(
      Visielijst lijst,
      Visies visies,
      Standen standen,
      Agenda agenda,
      Versies versies,
      Regios regios,
      Uitvoer uitvoer) {
    this.lijst = lijst;
    this.uitvoer = uitvoer;
    this.visies = visies;
    this.standen = standen;
    this.agenda = agenda;
    this.versies = versies;
    this.regios = regios;
  }

  @GetMapping("/visies")
  String visies(
      @RequestParam(name = "toon", defaultValue = "alle") String code,
      @RequestParam(name = "na", required = false) String na,
      Gebruiker wie,
      Model model) {
    Toon toon = toon(code);
    Bladzijde<Regiovisie> bladzijde = lijst.van(wie, toon, Optional.ofNullable(na), PER_PAGINA);
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
                "Visie", "Regio", "Stand", "Telling", "Waar nu", "Wanneer", "Te laat", "Versie", "Looptijd"),
            Tabel.doorlopend(
                na -> {
                  Bladzijde<Regiovisie> bladzijde = lijst.van(wie, toon(code), na, PER_KEER);
                  return new Bladzijde<>(
                      rijen(bladzijde.rijen()).stream().map(VisiesController::regel).toList(),
                      bladzijde.volgende());
                })),
        vorm,
        antwoord);
  }

  private static List<Tabel.Waarde> regel(VisiesPagina.Rij rij) {
    return List.of(
        Tabel.tekst(rij.visie().tekst()),
        Tabel.tekst(rij.regio()),
        Tabel.tekst(rij.stand().woord()),
        Tabel.tekst(rij.telling()),
        Tabel.tekst(rij.nu()),
        Tabel.tekst(rij.wanneer()),
        Tabel.tekst(rij.termijn() == null ? null : rij.termijn().woord()),
        Tabel.tekst(rij.versie()),
        Tabel.tekst(rij.looptijd()));
  }

  private List<VisiesPagina.Rij> rijen(List<Regiovisie> getoond) {
    if (getoond.isEmpty()) {
      return List.of();
    }
    List<String> ids = getoond.stream().map(Regiovisie::id).toList();
    Map<String, VisieStand> stand = standen.laatste(ids);
    Map<String, Long> laat = agenda.teLaat(ids);
    Map<String, List<Stap>> lopend = visies.lopend(ids);
    Map<String, Long> deelnemers = visies.aantalDeelnemers(ids);
    Map<String, Versie> nieuwste = versies.nieuwste(ids);
    Map<String, String> namen =
        regios.regioNamen(
            getoond.stream().flatMap(v -> v.regios().stream()).collect(Collectors.toCollection(TreeSet::new)));
    return getoond.stream()
        .map(
            v -> {
              VisieStand s = stand.get(v.id());
              List<Stap> nu = lopend.getOrDefault(v.id(), List.of());
              Versie versie = nieuwste.get(v.id());
              long aantalLaat = laat.getOrDefault(v.id(), 0L);
              return new VisiesPagina.Rij(
                  new Link(v.titel(), "/visies/" + v.id()),
                  Taal.opsomming(v.regios().stream().map(namen::get).toList()),
                  s == null ? Merk.open("open") : merk(s.waarde()),
                  s == null
                      ? "0 van " + deelnemers.getOrDefault(v.id(), 0L) + " vastgesteld"
                      : s.vastgesteld() + " van " + s.aantal() + " vastgesteld",
                  v.afgerondOp().isPresent()
                      ? "Route doorlopen"
                      : waarNu(nu),
                  s != null && s.vastOp().isPresent()
                      ? "vast sinds " + Taal.voluitZonderDag(s.vastOp().get())
                      : nu.size() == 1 ? nu.get(0).gepland().map(Taal::geschreven).orElse(null) : null,
                  aantalLaat == 0 ? null : Merk.laat(Taal.aantal(aantalLaat, "taak", "taken") + " te laat"),
                  versie == null ? null : versie.nummer(),
                  v.looptijdVan() + "–" + v.looptijdTot());
            })
        .toList();
  }

  private static String waarNu(List<Stap> nu) {
    return nu.isEmpty()
        ? "nergens"
        : nu.get(0).naam()
            + (nu.size() == 1
                ? ""
                : "; daarnaast "
                    + Taal.opsomming(
                        nu.stream().skip(1).map(s -> Taal.metKleineLetter(s.naam())).toList(), 2));
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
