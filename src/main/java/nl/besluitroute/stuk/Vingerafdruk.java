package nl.besluitroute.stuk;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** A SHA-256 in 64 lower-case hexadecimal digits; on screen 'versiekenmerk'. */
public record Vingerafdruk(String hex) {
  private static final Pattern VORM = Pattern.compile("[0-9a-f]{64}");

  /** @throws IllegalArgumentException when it is no SHA-256 */
  public Vingerafdruk {
    if (hex == null || !VORM.matcher(hex).matches()) {
      throw new IllegalArgumentException("Geen SHA-256: " + hex);
    }
  }

  /** Over the text's UTF-8 bytes. */
  public static Vingerafdruk van(String tekst) {
    try {
      return new Vingerafdruk(
          HexFormat.of()
              .formatHex(
                  MessageDigest.getInstance("SHA-256")
                      .digest(tekst.getBytes(StandardCharsets.UTF_8))));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /** The first eight digits in two groups, enough to tell versions apart by eye. */
  public String kort() {
    return hex.substring(0, 4) + " " + hex.substring(4, 8);
  }

  @Override
  public String toString() {
    return hex;
  }
}
