package nl.besluitroute.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import nl.besluitroute.agenda.Agenda;
import nl.besluitroute.agenda.AgendaTaak;
import nl.besluitroute.agenda.Bladzijde;
import nl.besluitroute.agenda.Versiekop;
import nl.besluitroute.agenda.Werkkeuze;
import nl.besluitroute.agenda.Werkregel;
import nl.besluitroute.agenda.Werkregels;
import nl.besluitroute.toegang.Gebruiker;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The work list as a file. */
@Controller
class AgendaBestandController {

  private static final int PER_KEER = 200;

  private final Agenda agenda;
  private final Werkregels werkregels;
  private final Uitvoer uitvoer;

  AgendaBestandController(Agenda agenda, Werkregels werkregels, Uitvoer uitvoer) {
    this.agenda = agenda;
    this.werkregels = werkregels;
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
                "Vergadering", "Doel", "Nieuwste versie", "Opgeschort sinds"),
            Tabel.doorlopend(
                na -> {
                  Bladzijde<AgendaTaak> bladzijde = agenda.werk(wie, keuze, na, PER_KEER);
                  return new Bladzijde<>(
                      werkregels.van(bladzijde.rijen()).stream()
                          .map(AgendaBestandController::regel)
                          .toList(),
                      bladzijde.volgende());
                })),
        vorm,
        antwoord);
  }

  private static List<Tabel.Waarde> regel(Werkregel regel) {
    AgendaTaak t = regel.taak();
    return List.of(
        Tabel.tekst(t.naam()),
        Tabel.tekst(regel.visie()),
        Tabel.datum(t.uiterlijk()),
        Tabel.tekst(t.teLaat() ? "te laat" : null),
        Tabel.tekst(regel.overleg().orElse(regel.stap())),
        Tabel.tekst(regel.gemeente()),
        Tabel.geschreven(regel.gepland()),
        Tabel.tekst(regel.doel().naam()),
        Tabel.tekst(regel.nieuwste().map(Versiekop::nummer)),
        Tabel.dagVan(regel.opgeschortOp()));
  }
}
