package nl.besluitroute.web;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.besluitroute.agenda.Agenda;
import nl.besluitroute.besluitvorming.Stand;
import nl.besluitroute.besluitvorming.Standen;
import nl.besluitroute.besluitvorming.VisieStand;
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
import org.springframework.web.bind.annotation.RequestParam;

/** The list of visions: where each is and how its decision-making stands. */
@Controller
class VisiesController {

  private static final int PER_PAGINA = 50;

  private final Visies visies;
  private final Standen standen;
  private final Agenda agenda;
  private final Versies versies;
  private final Regios regios;

  VisiesController(
      Visies visies, Standen standen, Agenda agenda, Versies versies, Regios regios) {
    this.visies = visies;
    this.standen = standen;
    this.agenda = agenda;
    this.versies = versies;
    this.regios = regios;
  }

  @GetMapping("/visies")
  String visies(
      @RequestParam(name = "toon", defaultValue = "alle") String toon,
      @RequestParam(name = "pagina", defaultValue = "1") int nummer,
      Gebruiker wie,
      Model model) {
    List<Regiovisie> alle = visies.leesbaar(wie);
    Map<String, Long> laat = agenda.teLaatPerVisie();
    Map<String, VisieStand> stand = standen.laatste(alle.stream().map(Regiovisie::id).toList());
    List<Regiovisie> teLaat = alle.stream().filter(v -> laat.containsKey(v.id())).toList();
    List<Regiovisie> onderweg = alle.stream().filter(v -> v.afgerondOp().isEmpty()).toList();
    List<Regiovisie> vast =
        alle.stream()
            .filter(v -> stand.containsKey(v.id()) && stand.get(v.id()).waarde() == Stand.Waarde.VASTGESTELD)
            .toList();
    List<Regiovisie> gekozen =
        switch (toon) {
          case "te-laat" -> teLaat;
          case "onderweg" -> onderweg;
          case "vastgesteld" -> vast;
          default -> alle;
        };
    int bladzijde = Math.max(1, Math.min(nummer, 1 + gekozen.size() / PER_PAGINA));
    List<Regiovisie> getoond =
        gekozen.stream().skip((bladzijde - 1L) * PER_PAGINA).limit(PER_PAGINA).toList();
    Zin antwoord = Zin.metVet(Taal.aantal(alle.size(), "visie", "visies"));
    antwoord = antwoord.tekst(": " + onderweg.size() + " onderweg, " + vast.size() + " vastgesteld");
    antwoord =
        teLaat.isEmpty()
            ? antwoord.tekst("; nergens is werk te laat.")
            : antwoord.tekst("; bij ").vet(String.valueOf(teLaat.size())).tekst(" is werk te laat.");
    model.addAttribute(
        "pagina",
        new VisiesPagina(
            "Alle regio's",
            wie.heeft(Rol.AMBTELIJK_SECRETARIS)
                ? new Link("Nieuwe visie", NieuweVisieController.ADRES)
                : null,
            antwoord,
            List.of(
                filter("Alle", alle, "alle", toon, null),
                filter("Te laat", teLaat, "te-laat", toon, Merk.laat("")),
                filter("Onderweg", onderweg, "onderweg", toon, Merk.open("")),
                filter("Vastgesteld", vast, "vastgesteld", toon, Merk.goed(""))),
            rijen(getoond, stand, laat),
            bladzijde * PER_PAGINA >= gekozen.size()
                ? null
                : new Link("Volgende visies", "/visies?toon=" + toon + "&pagina=" + (bladzijde + 1))));
    return "visies";
  }

  private static Filter filter(
      String tekst, Collection<Regiovisie> rijen, String code, String toon, Merk merk) {
    boolean gekozen =
        code.equals(toon)
            || (code.equals("alle") && !List.of("te-laat", "onderweg", "vastgesteld").contains(toon));
    return new Filter(
        tekst, rijen.size(), code.equals("alle") ? "/visies" : "/visies?toon=" + code, gekozen, merk);
  }

  private List<VisiesPagina.Rij> rijen(
      List<Regiovisie> getoond, Map<String, VisieStand> stand, Map<String, Long> laat) {
    if (getoond.isEmpty()) {
      return List.of();
    }
    List<String> ids = getoond.stream().map(Regiovisie::id).toList();
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
