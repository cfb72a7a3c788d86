package nl.besluitroute.web;

import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The four accounts of the demo, with what each is for. */
@Component
@Profile("demo")
class DemoAccountsOpDePagina implements DemoAccounts {

  private static final String WACHTWOORD = "demo";

  @Override
  public List<AanmeldPagina.Account> accounts() {
    return List.of(
        account(
            "secretaris",
            "Ambtelijk secretaris",
            "verzendt stukken, legt conclusies vast en meldt besluiten van gemeenten"),
        account(
            "griffier", "Griffier", "legt het raadsbesluit vast en bevestigt wat gemeld is"),
        account("manager", "Manager", "volgt de stand per gemeente en legt zelf niets vast"),
        account("beheerder", "Beheerder", "beheert de inrichting en ziet alles"));
  }

  private static AanmeldPagina.Account account(String naam, String rol, String mag) {
    return new AanmeldPagina.Account(naam, WACHTWOORD, rol, mag);
  }
}
