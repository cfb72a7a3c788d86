package nl.besluitroute.toegang;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Remembers for some minutes that a password fitted its hash, so that a program that signs in at
 * each request does not pay the slow check each time. The account is still read at each request: a
 * changed password has another hash, and a blocked account is not found. What is kept is a keyed
 * fingerprint, in memory, under a key of this process; that a password did not fit is not kept.
 */
final class Wachtwoordgeheugen implements PasswordEncoder {
  private static final Duration BEWAARD = Duration.ofMinutes(5);
  private static final int HOOGSTENS = 1000;

  private final PasswordEncoder traag;
  private final Clock klok;
  private final SecretKeySpec sleutel;
  private final Map<String, Instant> klopte =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> oudste) {
          return size() > HOOGSTENS;
        }
      };

  Wachtwoordgeheugen(PasswordEncoder traag, Clock klok) {
    byte[] willekeurig = new byte[32];
    new SecureRandom().nextBytes(willekeurig);
    this.sleutel = new SecretKeySpec(willekeurig, "HmacSHA256");
    this.traag = traag;
    this.klok = klok;
  }

  @Override
  public boolean matches(CharSequence wachtwoord, String versleuteld) {
    String afdruk = afdruk(versleuteld + '\u0000' + wachtwoord);
    Instant nu = klok.instant();
    synchronized (klopte) {
      Instant tot = klopte.get(afdruk);
      if (tot != null && nu.isBefore(tot)) {
        return true;
      }
    }
    if (!traag.matches(wachtwoord, versleuteld)) {
      return false;
    }
    synchronized (klopte) {
      klopte.remove(afdruk);
      klopte.put(afdruk, nu.plus(BEWAARD));
    }
    return true;
  }

  private String afdruk(String tekst) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(sleutel);
      return HexFormat.of().formatHex(mac.doFinal(tekst.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has HmacSHA256", e);
    }
  }

  @Override
  public String encode(CharSequence wachtwoord) {
    return traag.encode(wachtwoord);
  }

  @Override
  public boolean upgradeEncoding(String versleuteld) {
    return traag.upgradeEncoding(versleuteld);
  }
}
