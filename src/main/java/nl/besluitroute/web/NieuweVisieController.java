package nl.besluitroute.web;

import java.util.ArrayList;
import java.util.List;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.visie.VisieFout;
import nl.besluitroute.visie.VisieStarten;
import nl.besluitroute.web.Visiegegevens.Invoer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Starts a vision: first its region, then the form. Its dates come after it, on its Planning. */
@Controller
class NieuweVisieController {

  static final String ADRES = "/visies/nieuw";

  private final VisieStarten starten;
  private final Visievorm vorm;
  private final Klok klok;
  private final Schil schil;

  NieuweVisieController(VisieStarten starten, Visievorm vorm, Klok klok, Schil schil) {
    this.starten = starten;
    this.vorm = vorm;
    this.klok = klok;
    this.schil = schil;
  }

  @GetMapping(ADRES)
  String nieuw(
      @RequestParam(name = "regio", defaultValue = "") String regio,
      @RequestParam(name = "tweede", defaultValue = "") String tweede,
      Gebruiker wie,
      Model model) {
    List<Keuze> eigen = vorm.eigenRegios(wie);
    String eerste = regio.isEmpty() && eigen.size() == 1 ? eigen.get(0).waarde() : regio;
    if (eerste.isEmpty()) {
      model.addAttribute("pagina", new NieuweVisiePagina(kruimels(), eigen, null));
      return "visie-nieuw";
    }
    List<String> gekozen = vorm.gekozen(eigen, eerste, tweede);
    List<Keuze> gemeenten = vorm.gemeenten(gekozen);
    model.addAttribute(
        "pagina",
        pagina(eigen, gekozen, gemeenten, vorm.leeg(gemeenten, klok.vandaag().getYear() + 1, ""), List.of()));
    return "visie-nieuw";
  }

  @PostMapping(ADRES)
  ModelAndView start(
      @RequestParam(name = "regio", defaultValue = "") String regio,
      @RequestParam(name = "tweede", defaultValue = "") String tweede,
      @RequestParam MultiValueMap<String, String> velden,
      Gebruiker wie) {
    List<Keuze> eigen = vorm.eigenRegios(wie);
    List<String> gekozen = vorm.gekozen(eigen, regio, tweede);
    List<Keuze> gemeenten = vorm.gemeenten(gekozen);
    Invoer invoer = Invoer.van(velden);
    List<Invoerfout> fouten = new ArrayList<>(vorm.fouten(invoer, gemeenten, gekozen.get(0)));
    if (fouten.isEmpty()) {
      try {
        starten.start(vorm.opdracht(invoer, gekozen), wie);
        schil.meldStraks(
            "De visie is gestart. Vul nu de datums in: zonder datum heeft een stap geen termijn.");
        return new ModelAndView("redirect:/visies/" + invoer.kenmerk() + "/planning");
      } catch (VisieFout fout) {
        fouten.add(new Invoerfout(null, fout.getMessage()));
      }
    }
    var opnieuw = new ModelAndView("visie-nieuw", HttpStatus.UNPROCESSABLE_ENTITY);
    opnieuw.addObject("pagina", pagina(eigen, gekozen, gemeenten, invoer, fouten));
    return opnieuw;
  }

  private NieuweVisiePagina pagina(
      List<Keuze> eigen, List<String> gekozen, List<Keuze> gemeenten, Invoer invoer, List<Invoerfout> fouten) {
    return new NieuweVisiePagina(
        kruimels(),
        eigen,
        vorm.gegevens(gekozen, gemeenten, eigen.size() > 1 ? ADRES : null, invoer, fouten));
  }

  private static List<Link> kruimels() {
    return List.of(new Link("Visies", "/visies"), Link.zonder("Nieuwe visie"));
  }
}
