package nl.besluitroute.toegang;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.User;

/** Somebody who signed in with a password, and by which one: a session does not outlive it. */
final class Aangemelde extends User {
  private static final long serialVersionUID = 1L;

  /** A fingerprint of the hash: what a session keeps gives nothing to guess at. */
  private final String stempel;

  Aangemelde(Account account, List<Rol> rollen) {
    super(
        account.naam,
        account.wachtwoord,
        rollen.stream().map(rol -> new SimpleGrantedAuthority("ROLE_" + rol.name())).toList());
    this.stempel = stempel(account);
  }

  boolean geldtVoor(Account account) {
    return stempel.equals(stempel(account));
  }

  private static String stempel(Account account) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(account.wachtwoord.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
