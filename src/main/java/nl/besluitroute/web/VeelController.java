package nl.besluitroute.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.besluitroute.agenda.AgendaFout;
import nl.besluitroute.agenda.AgendaTaak;
import nl.besluitroute.agenda.Taken;
import nl.besluitroute.besluitvorming.Uitkomst;
import nl.besluitroute.dossier.Dossier;
import nl.besluitroute.dossier.Dossiers;
import nl.besluitroute.kalender.GeschrevenDatum;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.regio.Orgaansoort;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.GeenToegang;
import nl.besluitroute.visie.Stap;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Records what many colleges or raden of one vision decided, with one form: one day, outcome, version
 * and dictum for all, and what is different by row. A refused row holds no other back.
 */
@Controller
class VeelController {
  private static final String COLLEGE = "taak_collegebesluitVastleggen";
  private static final String RAAD = "taak_raadsbesluitVastleggen";

  private final Dossiers dossiers;
  private final Taken taken;
  private final Koppen koppen;
  private final Schil schil;
  private final Klok klok;

  VeelController(Dossiers dossiers, Taken taken, Koppen koppen, Schil schil, Klok klok) {
    this.dossiers = dossiers;
    this.taken = taken;
    this.koppen = koppen;
    this.schil = schil;
    this.klok = klok;
  }

  /**
   * Where these are recorded together.
   *
   * @throws AgendaFout when they are no besluiten of one kind on one vision
   */
  static String adres(List<AgendaTaak> gekozen, Collection<String> taken) {
    Set<String> visies = gekozen.stream().map(AgendaTaak::visie).collect(Collectors.toSet());
    Set<String> soorten = gekozen.stream().map(AgendaTaak::soort).collect(Collectors.toSet());
    if (visies.size() != 1 || soorten.size() != 1 || !Set.of(COLLEGE, RAAD).containsAll(soorten)) {
      throw new AgendaFout(
          "Samen vastleggen kan met collegebesluiten of raadsbesluiten van één visie. Kies bijvoorbeeld eerst de visie.");
    }
    return "/visies/"
        + gekozen.get(0).visie()
        + (soorten.contains(COLLEGE) ? "/colleges-vastleggen" : "/raden-vastleggen")
        + "?taak="
        + String.join("&taak=", taken);
  }

  /** Whose besluiten. */
  enum Wie {
    COLLEGES("colleges", COLLEGE, Orgaansoort.COLLEGE, Uitkomst.CONFORM, "Collegebesluiten samen vastleggen"),
    RADEN("raden", RAAD, Orgaansoort.RAAD, Uitkomst.AANGENOMEN, "Raadsbesluiten samen vastleggen");

    final String code;
    final String taak;
    final Orgaansoort soort;
    final Uitkomst gewoon;
    final String titel;

    Wie(String code, String taak, Orgaansoort soort, Uitkomst gewoon, String titel) {
      this.code = code;
      this.taak = taak;
      this.soort = soort;
      this.gewoon = gewoon;
      this.titel = titel;
    }
  }

  @GetMapping("/visies/{id}/colleges-vastleggen")
  ModelAndView colleges(
      @PathVariable String id, @RequestParam(name = "taak", required = false) List<String> gekozen, Gebruiker wie) {
    return toon(id, Wie.COLLEGES, gekozen, wie);
  }

  @GetMapping("/visies/{id}/raden-vastleggen")
  ModelAndView raden(
      @PathVariable String id, @RequestParam(name = "taak", required = false) List<String> gekozen, Gebruiker wie) {
    return toon(id, Wie.RADEN, gekozen, wie);
  }

  @PostMapping("/visies/{id}/colleges-vastleggen")
  ModelAndView legCollegesVast(@PathVariable String id, HttpServletRequest verzoek, Gebruiker wie) {
    return legVast(id, Wie.COLLEGES, verzoek, wie);
  }

  @PostMapping("/visies/{id}/raden-vastleggen")
  ModelAndView legRadenVast(@PathVariable String id, HttpServletRequest verzoek, Gebruiker wie) {
    return legVast(id, Wie.RADEN, verzoek, wie);
  }

  private ModelAndView toon(String id, Wie soort, List<String> gekozen, Gebruiker wie) {
    Dossier d = dossiers.van(id, wie);
    List<AgendaTaak> open = open(d, soort, wie);
    var voorAlle =
        new VeelPagina.Invoer(
            klok.vandaag().toString(),
            soort.gewoon.code(),
            d.nieuwste().map(v -> v.nummer()).orElse(""),
            d.visie().gevraagdBesluit(),
            "",
            "");
    return antwoord(
        d,
        soort,
        voorAlle,
        open.stream()
            .map(
                t -> {
                  Optional<LocalDate> dag = d.stap(t.stap()).flatMap(Stap::gepland).flatMap(GeschrevenDatum::precies);
                  boolean geweest = dag.filter(klok.vandaag()::isBefore).isEmpty();
                  return rij(
                      d, soort, t, wie,
                      gekozen == null ? geweest : gekozen.contains(t.taak()),
                      dag.filter(x -> geweest).map(VeelController::opDag).orElse(LEEG),
                      null);
                })
            .toList(),
        null,
        null,
        HttpStatus.OK);
  }

  private static final VeelPagina.Invoer LEEG = new VeelPagina.Invoer("", "", "", "", "", "");

  /** It decided on the day that was planned, as long as nobody says otherwise. */
  private static VeelPagina.Invoer opDag(LocalDate dag) {
    return new VeelPagina.Invoer(dag.toString(), "", "", "", "", "");
  }

  /** The open besluiten of this kind that the user records, by municipality. */
  private List<AgendaTaak> open(Dossier d, Wie soort, Gebruiker wie) {
    boolean hoortErbij =
        d.stappen().stream().filter(s -> s.soort().bestuursorgaan() == soort.soort).anyMatch(s -> koppen.mag(d, s.id(), wie));
    if (!hoortErbij) {
      throw new GeenToegang("Alleen de gemeente zelf of een ambtelijk secretaris van de regio legt dit vast.");
    }
    return d.taken().stream()
        .filter(t -> t.soort().equals(soort.taak))
        .filter(t -> koppen.mag(d, t, wie))
        .sorted(java.util.Comparator.comparing(t -> d.gemeenten().get(t.gemeente().orElseThrow())))
        .toList();
  }

  private ModelAndView legVast(String id, Wie soort, HttpServletRequest verzoek, Gebruiker wie) {
    Dossier d = dossiers.van(id, wie);
    Map<String, AgendaTaak> open =
        open(d, soort, wie).stream()
            .collect(Collectors.toMap(AgendaTaak::taak, Function.identity(), (a, b) -> a, java.util.LinkedHashMap::new));
    Set<String> aangevinkt = new HashSet<>(Arrays.asList(waarden(verzoek, "taak")));
    VeelPagina.Invoer voorAlle = lees(verzoek, "");
    Map<String, VeelPagina.Invoer> eigen = new HashMap<>();
    open.keySet().forEach(taak -> eigen.put(taak, lees(verzoek, taak + ".")));
    List<Taken.Regel> regels =
        open.keySet().stream()
            .filter(aangevinkt::contains)
            .map(taak -> new Taken.Regel(taak, afwijkend(voorAlle, eigen.get(taak))))
            .toList();
    long weg = aangevinkt.stream().filter(taak -> !open.containsKey(taak)).count();
    Map<String, Taken.Resultaat> resultaten =
        taken.voltooiVeel(Map.of(), regels, wie).stream()
            .collect(Collectors.toMap(Taken.Resultaat::taak, Function.identity()));
    long gelukt = resultaten.values().stream().filter(Taken.Resultaat::vastgelegd).count();
    String melding = gelukt == 0 ? null : Taal.aantal(gelukt, "besluit is", "besluiten zijn") + " vastgelegd.";
    if (weg > 0) {
      melding =
          (melding == null ? "" : melding + " ")
              + Taal.aantal(weg, "besluit was", "besluiten waren") + " intussen al vastgelegd.";
    }
    if (!regels.isEmpty() && gelukt == regels.size()) {
      schil.meldStraks(melding);
      return new ModelAndView("redirect:" + d.url() + "/gemeenten");
    }
    return antwoord(
        d,
        soort,
        voorAlle,
        open.values().stream()
            .map(t -> rij(d, soort, t, wie, aangevinkt.contains(t.taak()), eigen.get(t.taak()), resultaten.get(t.taak())))
            .toList(),
        melding,
        regels.isEmpty() && weg == 0 ? "Er is niets vastgelegd: vink aan welke gemeenten hebben besloten." : null,
        HttpStatus.UNPROCESSABLE_ENTITY);
  }

  private static String[] waarden(HttpServletRequest verzoek, String naam) {
    String[] waarden = verzoek.getParameterValues(naam);
    return waarden == null ? new String[0] : waarden;
  }

  private static VeelPagina.Invoer lees(HttpServletRequest verzoek, String voor) {
    Function<String, String> veld =
        naam -> Stream.of(waarden(verzoek, voor + naam)).findFirst().map(String::strip).orElse("");
    return new VeelPagina.Invoer(
        veld.apply("datum"), veld.apply("uitkomst"), veld.apply("versie"), veld.apply("dictum"), veld.apply("bron"), veld.apply("volgende"));
  }

  /** A row's own words where it has them; what is decided later needs no version and dictum. */
  private static Map<String, Object> afwijkend(VeelPagina.Invoer alle, VeelPagina.Invoer eigen) {
    Map<String, Object> invoer = new HashMap<>();
    zet(invoer, "datum", eigen.datum(), alle.datum());
    zet(invoer, "uitkomst", eigen.uitkomst(), alle.uitkomst());
    zet(invoer, "bron", eigen.bron(), alle.bron());
    zet(invoer, "versie", "", alle.versie());
    zet(invoer, "dictum", eigen.dictum(), alle.dictum());
    zet(invoer, "volgende_datum", eigen.volgende(), "");
    boolean besluit =
        Arrays.stream(Uitkomst.values()).filter(u -> u.code().equals(invoer.get("uitkomst"))).allMatch(Uitkomst::besluit);
    if (besluit) {
      invoer.remove("volgende_datum");
    } else {
      invoer.keySet().removeAll(Set.of("versie", "dictum"));
    }
    return invoer;
  }

  private static void zet(Map<String, Object> invoer, String veld, String eigen, String anders) {
    String waarde = eigen.isEmpty() ? anders : eigen;
    if (!waarde.isEmpty()) {
      invoer.put(veld, waarde);
    }
  }

  private VeelPagina.Rij rij(
      Dossier d, Wie soort, AgendaTaak t, Gebruiker wie, boolean aan, VeelPagina.Invoer eigen, Taken.Resultaat uitslag) {
    String gemeente = t.gemeente().orElseThrow();
    boolean vast = uitslag != null && uitslag.vastgelegd();
    return new VeelPagina.Rij(
        t.taak(),
        d.gemeenten().get(gemeente),
        d.stap(t.stap()).flatMap(Stap::gepland).map(GeschrevenDatum::toon).orElse(null),
        !wie.legtVastVoor(gemeente, soort.soort),
        aan && !vast,
        vast,
        eigen,
        uitslag == null ? null : vast ? Merk.goed("vastgelegd") : Merk.laat("geweigerd"),
        uitslag == null ? null : uitslag.geweigerd().orElse(null));
  }

  private ModelAndView antwoord(
      Dossier d,
      Wie soort,
      VeelPagina.Invoer voorAlle,
      List<VeelPagina.Rij> rijen,
      String melding,
      String fout,
      HttpStatus status) {
    List<Keuze> versies = new ArrayList<>();
    d.versies().forEach(v -> versies.add(0, new Keuze(v.nummer(), v.nummer() + " van " + Taal.kort(v.datum()))));
    String opgeschort = Koppen.opgeschort(d.visie());
    var antwoord = new ModelAndView("visie-vastleggen", status);
    antwoord.addObject(
        "pagina",
        new VeelPagina(
            d.url() + "/" + soort.code + "-vastleggen",
            List.of(new Link("Visies", "/visies"), new Link(d.visie().titel(), d.url()), Link.zonder(soort.titel)),
            d.visie().titel(),
            soort.titel,
            opgeschort != null || rijen.isEmpty()
                ? null
                : "Wat bovenaan staat, geldt voor elke aangevinkte gemeente; in de rij vult u in wat daar anders is."
                    + " Wie volgens de planning nog vergadert, is niet aangevinkt.",
            Uitkomst.van(soort.soort).stream()
                .map(u -> new Keuze(u.code(), u.naam()))
                .toList(),
            versies,
            voorAlle,
            rijen,
            melding,
            fout,
            opgeschort != null
                ? new Leeg("Er kan nu niets worden vastgelegd", opgeschort, new Link("Naar de visie", d.url()))
                : rijen.isEmpty()
                ? new Leeg(
                    "Er wacht geen " + (soort == Wie.COLLEGES ? "collegebesluit" : "raadsbesluit"),
                    "Zodra de tekst bij de gemeenten ligt, legt u hier hun besluiten vast.",
                    new Link("Naar de gemeenten", d.url() + "/gemeenten"))
                : null));
    return antwoord;
  }
}
