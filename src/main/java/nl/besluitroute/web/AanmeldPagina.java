package nl.besluitroute.web;

import java.util.List;

/**
 * Sign-in, template {@code aanmelden}, model attribute {@code pagina}.
 *
 * @param melding why one is here (wrong password, signed out, session ended), or null
 * @param isFout whether the message is an error
 * @param accounts the demo accounts, empty outside the demo profile
 */
public record AanmeldPagina(String melding, boolean isFout, List<Account> accounts) {

  /** A demo account. */
  public record Account(String gebruikersnaam, String wachtwoord, String rol, String mag) {}
}
