package nl.besluitroute.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.besluitroute.agenda.Agenda;
import nl.besluitroute.agenda.AgendaTaak;
import nl.besluitroute.agenda.Bladzijde;
import nl.besluitroute.agenda.Werkkeuze;
import nl.besluitroute.regio.Orgaan;
import nl.besluitroute.regio.Regios;
import nl.besluitroute.stuk.Versie;
import nl.besluitroute.stuk.Versies;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.visie.Regiovisie;
import nl.besluitroute.visie.Stap;
import nl.besluitroute.visie.Visies;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The work list as a file. */
@Controller
class AgendaBestandController {

  private static final int PER_KEER = 200;

  private final Agenda agenda;
  private final Visies visies;
  private final Versies versies;
  private final Regios regios;
  private final Uitvoer uitvoer;

  AgendaBestandController(
      Agenda agenda, Visies visies, Versies versies, Regios regios, Uitvoer uitvoer) {
    this.agenda = agenda;
    this.visies = visies;
    this.versies = versies;
    this.regios = regios;
    this.uitvoer = uitvoer;
  }

  @GetMapping("/agenda." + Uitvoer.VORM)
  void bestand(
      @PathVariable String vorm,
      @RequestParam(name = "toon", defaultValue = "") String toon,
      @RequestParam(name = "regio", defaultValue = "") String regio,
      @RequestParam(name = "visie", defaultValue = "") String visie,
      @RequestParam(name = "groep", defaultValue = "") String groep,
      Gebruiker wie,
      HttpServletResponse antwoord) {
    Werkkeuze keuze = AgendaKeuze.lees(toon, regio, visie, groep).werk(wie);
    uitvoer.stuur(
        new Tabel(
            "Mijn agenda",
            List.of(
                "Taak", "Visie", "Uiterlijk", "Te laat", "Overleg of bestuursorgaan", "Gemeente",
                "Vergadering", "Doel", "Nieuwste versie"),
            Tabel.doorlopend(
                na -> {
                  Bladzijde<AgendaTaak> bladzijde = agenda.werk(wie, keuze, na, PER_KEER);
                  return new Bladzijde<>(regels(bladzijde.rijen()), bladzijde.volgende());
                })),
        vorm,
        antwoord);
  }

  private List<List<Tabel.Waarde>> regels(List<AgendaTaak> taken) {
    if (taken.isEmpty()) {
      return List.of();
    }
    List<String> visieIds = taken.stream().map(AgendaTaak::visie).distinct().toList();
    Map<String, Regiovisie> perVisie = visies.visies(visieIds);
    Map<String, Versie> nieuwste = versies.nieuwste(visieIds);
    Map<String, Stap> stappen =
        visies.stappen(taken.stream().map(AgendaTaak::stap).distinct().toList()).stream()
            .collect(Collectors.toMap(Stap::id, Function.identity()));
    Map<String, String> organen =
        regios.organen(taken.stream().flatMap(t -> t.orgaan().stream()).distinct().toList()).stream()
            .collect(Collectors.toMap(Orgaan::id, Orgaan::naam));
    Map<String, String> gemeenten =
        regios.namen(taken.stream().flatMap(t -> t.gemeente().stream()).distinct().toList());
    return taken.stream()
        .map(
            t -> {
              Stap stap = stappen.get(t.stap());
              Versie versie = nieuwste.get(t.visie());
              return List.of(
                  Tabel.tekst(t.naam()),
                  Tabel.tekst(perVisie.get(t.visie()).titel()),
                  Tabel.datum(t.uiterlijk()),
                  Tabel.tekst(t.teLaat() ? "te laat" : null),
                  Tabel.tekst(t.orgaan().map(organen::get).orElse(stap.naam())),
                  Tabel.tekst(t.gemeente().map(gemeenten::get)),
                  Tabel.geschreven(stap.gepland()),
                  Tabel.tekst(stap.doel().naam()),
                  Tabel.tekst(versie == null ? null : versie.nummer()));
            })
        .toList();
  }
}
