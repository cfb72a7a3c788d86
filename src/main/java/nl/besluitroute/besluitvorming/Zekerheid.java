package nl.besluitroute.besluitvorming;

/** What a recorded decision rests on. */
public enum Zekerheid {
  /** The region learned it and names its source. */
  GEMELD,
  /** Somebody of the municipality recorded or confirmed it. */
  BEVESTIGD;

  public String naam() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
