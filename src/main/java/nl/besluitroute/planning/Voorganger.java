package nl.besluitroute.planning;

/** A step that another builds on. */
public record Voorganger(String stap, Aansluiting aansluiting) {

  /** How a step follows the one before it. */
  public enum Aansluiting {
    /** The stukken are delivered only when the one before was treated and the work on it done. */
    NA,
    /**
     * The two treat different versions: the stukken may be delivered before the one before was
     * treated, though not before its own stukken can be; the day itself comes after its day.
     */
    OVERLAPPEND
  }

  public static Voorganger na(String stap) {
    return new Voorganger(stap, Aansluiting.NA);
  }

  public static Voorganger overlappend(String stap) {
    return new Voorganger(stap, Aansluiting.OVERLAPPEND);
  }
}
