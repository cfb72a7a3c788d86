package nl.besluitroute.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.Rol;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The sign-in page, and the way from the root to one's desk. */
@Controller
class AanmeldController {

  private final ObjectProvider<DemoAccounts> demo;

  AanmeldController(ObjectProvider<DemoAccounts> demo) {
    this.demo = demo;
  }

  @GetMapping("/")
  String start(Gebruiker wie) {
    if (wie.heeft(Rol.AMBTELIJK_SECRETARIS)) {
      return "redirect:/agenda";
    }
    return wie.heeft(Rol.GRIFFIER)
        ? "redirect:" + RegiostukkenController.ADRES
        : wie.heeft(Rol.MANAGER) ? "redirect:" + StandController.ADRES : "redirect:/agenda";
  }

  @GetMapping(Beveiliging.AANMELDEN)
  String aanmelden(HttpServletRequest verzoek, Model model) {
    var waarden = verzoek.getParameterMap();
    String wacht = verzoek.getParameter("wacht");
    DemoAccounts accounts = demo.getIfAvailable();
    List<AanmeldPagina.Account> rijen = accounts == null ? List.of() : accounts.accounts();
    model.addAttribute("pagina", new AanmeldPagina(
            wacht != null ? wachten(wacht) : melding(waarden.keySet()),
            wacht != null || waarden.containsKey("fout"),
            rijen));
    return "aanmelden";
  }

  /** @param seconden as the address gives them, which anybody can write */
  private static String wachten(String seconden) {
    int minuten = seconden.matches("\\d{1,4}") ? (Integer.parseInt(seconden) + 59) / 60 : 1;
    return "Te vaak mislukt. Probeer het over " + Taal.aantal(Math.max(1, minuten), "minuut", "minuten") + " opnieuw.";
  }

  private static String melding(java.util.Set<String> waarden) {
    if (waarden.contains("fout")) {
      return "De gebruikersnaam of het wachtwoord klopt niet.";
    }
    if (waarden.contains("verlopen")) {
      return "U was te lang weg en bent afgemeld. Meld u opnieuw aan.";
    }
    if (waarden.contains("wachtwoord")) {
      return "Uw nieuwe wachtwoord geldt vanaf nu. Meld u ermee aan.";
    }
    return waarden.contains("afgemeld") ? "U bent afgemeld." : null;
  }
}
