package nl.besluitroute.toegang;

import java.time.Duration;
import nl.besluitroute.kalender.Klok;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Signing in with an account's name and password, with a brake on guessing. The port is Spring
 * Security's {@link AuthenticationProvider}: another way of signing in stands beside this one and
 * ends, as this one does, in a name that {@link Accounts#gebruiker} knows.
 */
@Component
class Wachtwoordaanmelding implements AuthenticationProvider {

  /** Too many failures; the message says how long to wait. */
  static final class TeVaak extends LockedException {
    TeVaak(Duration wacht) {
      super(String.valueOf(wacht.toSeconds()));
    }
  }

  private final Aanmeldrem rem;
  private final DaoAuthenticationProvider controle;

  Wachtwoordaanmelding(
      Accounts accounts, Aanmeldrem rem, PasswordEncoder versleuteling, Klok klok) {
    this.rem = rem;
    this.controle = new DaoAuthenticationProvider(accounts::voorAanmelding);
    this.controle.setPasswordEncoder(new Wachtwoordgeheugen(versleuteling, klok));
  }

  @Override
  public Authentication authenticate(Authentication poging) {
    String account = poging.getName();
    String adres =
        poging.getDetails() instanceof WebAuthenticationDetails d ? d.getRemoteAddress() : "onbekend";
    rem.wacht(account, adres)
        .ifPresent(
            wacht -> {
              throw new TeVaak(wacht);
            });
    try {
      Authentication gelukt = controle.authenticate(poging);
      rem.gelukt(account, adres);
      return gelukt;
    } catch (BadCredentialsException e) {
      tel(account, adres);
      throw e;
    }
  }

  private void tel(String account, String adres) {
    try {
      rem.mislukt(account, adres);
    } catch (DataAccessException e) {
      // Two first failures at the same moment: the other one made the row.
      rem.mislukt(account, adres);
    }
  }

  @Override
  public boolean supports(Class<?> soort) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(soort);
  }
}
