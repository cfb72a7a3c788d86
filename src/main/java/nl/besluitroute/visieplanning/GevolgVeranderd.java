package nl.besluitroute.visieplanning;

import nl.besluitroute.visie.VisieFout;

/** A change that does something else than what was seen of it; nothing of it was done. */
public final class GevolgVeranderd extends VisieFout {
  private final transient Herplanning.Voorbeeld voorbeeld;

  GevolgVeranderd(String zin, Herplanning.Voorbeeld voorbeeld) {
    super(zin);
    this.voorbeeld = voorbeeld;
  }

  /** What it would do now. */
  public Herplanning.Voorbeeld voorbeeld() {
    return voorbeeld;
  }
}
