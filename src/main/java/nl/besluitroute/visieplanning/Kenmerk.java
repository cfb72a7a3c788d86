package nl.besluitroute.visieplanning;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Tells whether what was seen is still so. */
final class Kenmerk {
  private static final int BYTES = 8;

  private Kenmerk() {}

  static String van(List<?> gezien) {
    try {
      byte[] som =
          MessageDigest.getInstance("SHA-256").digest(gezien.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(som, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
