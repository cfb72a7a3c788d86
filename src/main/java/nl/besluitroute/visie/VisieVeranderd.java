package nl.besluitroute.visie;

/** The vision moved since the preview was made; carries the preview as it would be now. */
public class VisieVeranderd extends VisieFout {
  private final transient Routevoorbeeld voorbeeld;

  VisieVeranderd(Routevoorbeeld voorbeeld) {
    super("Sinds dit voorbeeld is er iets veranderd aan de visie. Bekijk het nieuwe voorbeeld en voer het dan uit.");
    this.voorbeeld = voorbeeld;
  }

  public Routevoorbeeld voorbeeld() {
    return voorbeeld;
  }
}
