package nl.besluitroute.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.besluitroute.agenda.Jaarplan;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.regio.Orgaansoort;
import nl.besluitroute.regio.Regios;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.Toekenning;
import nl.besluitroute.vergaderschema.Reces;
import nl.besluitroute.vergaderschema.Recessen;
import nl.besluitroute.visie.Stap;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All visions of a region over a year: drawn, and the same as a list by month. */
@Controller
class JaarController {
  static final String ADRES = "/jaar";

  /** How far one can leaf. */
  private static final int JAREN = 10;

  private static final Locale NL = Locale.forLanguageTag("nl-NL");

  private final Jaarplan jaarplan;
  private final Regios regios;
  private final Recessen recessen;
  private final Klok klok;

  JaarController(Jaarplan jaarplan, Regios regios, Recessen recessen, Klok klok) {
    this.jaarplan = jaarplan;
    this.regios = regios;
    this.recessen = recessen;
    this.klok = klok;
  }

  @GetMapping(ADRES)
  String jaar(
      @RequestParam(name = "regio", defaultValue = "") String gevraagd,
      @RequestParam(name = "jaar", defaultValue = "") String jaartal,
      Gebruiker wie,
      Model model) {
    Map<String, String> namen = regios.regioNamen(jaarplan.regios(wie));
    List<Keuze> keuzes =
        namen.entrySet().stream()
            .map(e -> new Keuze(e.getKey(), e.getValue()))
            .sorted(Comparator.comparing(Keuze::tekst))
            .toList();
    String regio =
        namen.containsKey(gevraagd) ? gevraagd : keuzes.isEmpty() ? "" : keuzes.get(0).waarde();
    int jaar = jaar(jaartal);
    List<Jaarplan.Regel> regels = regio.isEmpty() ? List.of() : jaarplan.van(wie, regio, jaar);
    List<Reces> reces = reces(wie, jaar);
    var tijdlijn = new Tijdlijn(LocalDate.of(jaar, 1, 1), LocalDate.of(jaar, 12, 31), klok.vandaag());
    model.addAttribute(
        "pagina",
        new JaarPagina(
            jaar + (regio.isEmpty() ? "" : ", regio " + namen.get(regio)),
            zin(regels, jaar),
            keuzes.size() < 2 ? List.of() : keuzes,
            regio,
            jaar,
            blad(regio, jaar - 1),
            blad(regio, jaar + 1),
            tijdlijn,
            reces.stream()
                .map(
                    r ->
                        new Tijdlijn.Lijn(
                            "reces",
                            tijdlijn.x(begrensd(r.van(), jaar)),
                            tijdlijn.x(begrensd(r.totEnMet(), jaar))))
                .toList(),
            reces.isEmpty()
                ? null
                : "Reces van uw raad: "
                    + reces.stream()
                        .map(r -> Taal.kort(r.van()) + " tot en met " + Taal.kort(r.totEnMet()))
                        .distinct()
                        .collect(Collectors.joining("; "))
                    + ".",
            regels.stream().map(r -> rij(r, tijdlijn)).toList(),
            maanden(regels),
            regels.isEmpty()
                ? new Leeg(
                    "Niets gepland in " + jaar,
                    "Een visie staat hier zodra een van haar stappen in dit jaar valt.",
                    new Link("Alle visies", "/visies"))
                : null));
    return "jaar";
  }

  private int jaar(String tekst) {
    int nu = klok.vandaag().getYear();
    return tekst.matches("\\d{4}") && Math.abs(Integer.parseInt(tekst) - nu) <= JAREN
        ? Integer.parseInt(tekst)
        : nu;
  }

  private Link blad(String regio, int jaar) {
    return Math.abs(jaar - klok.vandaag().getYear()) > JAREN
        ? null
        : new Link(String.valueOf(jaar), ADRES + "?jaar=" + jaar + (regio.isEmpty() ? "" : "&regio=" + regio));
  }

  private static Zin zin(List<Jaarplan.Regel> regels, int jaar) {
    if (regels.isEmpty()) {
      return Zin.metVet("Geen enkele visie").tekst(" heeft een stap in " + jaar + ".");
    }
    String begin = regels.size() == Jaarplan.MEESTE_VISIES ? "De eerste " : "";
    return Zin.metVet(begin + Taal.aantal(regels.size(), "visie", "visies"))
        .tekst(" met een stap in " + jaar + ".");
  }

  /** Of the raad of the municipality to which he belongs. */
  private List<Reces> reces(Gebruiker wie, int jaar) {
    return wie.toekenningen().stream()
        .map(Toekenning::gemeente)
        .filter(Objects::nonNull)
        .distinct()
        .flatMap(g -> regios.bestuursorgaan(g, Orgaansoort.RAAD).stream())
        .flatMap(raad -> recessen.van(raad).stream())
        .filter(r -> r.van().getYear() <= jaar && r.totEnMet().getYear() >= jaar)
        .sorted(Comparator.comparing(Reces::van))
        .toList();
  }

  private static LocalDate begrensd(LocalDate dag, int jaar) {
    return dag.getYear() < jaar
        ? LocalDate.of(jaar, 1, 1)
        : dag.getYear() > jaar ? LocalDate.of(jaar, 12, 31) : dag;
  }

  private static JaarPagina.Rij rij(Jaarplan.Regel r, Tijdlijn tijdlijn) {
    List<Tijdlijn.Lijn> lijnen = new ArrayList<>();
    LocalDate eerste = r.punten().get(0).datum().laatste();
    LocalDate laatste = r.punten().get(r.punten().size() - 1).datum().laatste();
    if (eerste.isBefore(laatste)) {
      lijnen.add(new Tijdlijn.Lijn("weg", tijdlijn.x(eerste), tijdlijn.x(laatste)));
    }
    String eigen =
        r.punten().stream()
            .filter(p -> p.gemeente().isPresent())
            .map(p -> Taal.metKleineLetter(p.naam()) + " " + Taal.geschreven(p.datum()))
            .collect(Collectors.joining(", "));
    return new JaarPagina.Rij(
        new Link(r.titel(), "/visies/" + r.visie()),
        new Tijdlijn.Spoor(
            lijnen,
            r.punten().stream()
                .map(p -> new Tijdlijn.Teken(vorm(p), tijdlijn.x(p.datum().laatste()), kleur(p)))
                .toList(),
            r.punten().stream()
                .map(p -> p.naam() + " " + Taal.geschreven(p.datum()))
                .collect(Collectors.joining("; "))),
        eigen.isEmpty() ? null : eigen);
  }

  private static String vorm(Jaarplan.Punt p) {
    boolean raad = p.soort() == Stap.Soort.RAAD || p.soort() == Stap.Soort.RAAD_INFORMEREN;
    return (raad ? "k-raad" : "k-college") + (p.toestand() == Stap.Toestand.GEDAAN ? "" : "-o");
  }

  private static String kleur(Jaarplan.Punt p) {
    return p.gemeente().isPresent() ? "accent" : "inkt";
  }

  private static List<JaarPagina.Maand> maanden(List<Jaarplan.Regel> regels) {
    record Los(Jaarplan.Regel regel, Jaarplan.Punt punt) {}
    Map<YearMonth, List<Los>> perMaand =
        regels.stream()
            .flatMap(r -> r.punten().stream().map(p -> new Los(r, p)))
            .sorted(Comparator.comparing((Los l) -> l.punt().datum()))
            .collect(
                Collectors.groupingBy(
                    l -> YearMonth.from(l.punt().datum().laatste()), TreeMap::new, Collectors.toList()));
    return perMaand.entrySet().stream()
        .map(
            e ->
                new JaarPagina.Maand(
                    Taal.metHoofdletter(e.getKey().getMonth().getDisplayName(TextStyle.FULL, NL)),
                    e.getValue().stream()
                        .map(
                            l ->
                                new JaarPagina.Punt(
                                    Taal.geschreven(l.punt().datum()),
                                    new Link(l.regel().titel(), "/visies/" + l.regel().visie()),
                                    l.punt().naam(),
                                    switch (l.punt().toestand()) {
                                      case GEDAAN -> Merk.goed("gedaan");
                                      case LOOPT -> Merk.half("loopt");
                                      default -> Merk.open("gepland");
                                    }))
                        .toList()))
        .toList();
  }
}
