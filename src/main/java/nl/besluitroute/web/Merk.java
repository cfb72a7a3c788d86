package nl.besluitroute.web;

import java.time.Instant;
import java.time.LocalDate;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.visie.Vertrouwelijkheid;

/** A status: always a shape, a word and a colour together, never a colour alone. */
public record Merk(Soort soort, String woord) {

  enum Soort {
    GOED("goed", "i-goed"),
    LET("let", "i-let"),
    LAAT("laat", "i-laat"),
    ANDERS("anders", "i-anders"),
    OPEN("open", "i-open"),
    NVT("open", "i-nvt"),
    HALF("let", "i-half"),
    SLOT("open", "i-slot");

    private final String kleur;
    private final String icoon;

    Soort(String kleur, String icoon) {
      this.kleur = kleur;
      this.icoon = icoon;
    }
  }

  static Merk goed(String woord) {
    return new Merk(Soort.GOED, woord);
  }

  static Merk let(String woord) {
    return new Merk(Soort.LET, woord);
  }

  static Merk laat(String woord) {
    return new Merk(Soort.LAAT, woord);
  }

  static Merk anders(String woord) {
    return new Merk(Soort.ANDERS, woord);
  }

  static Merk open(String woord) {
    return new Merk(Soort.OPEN, woord);
  }

  static Merk nvt(String woord) {
    return new Merk(Soort.NVT, woord);
  }

  static Merk half(String woord) {
    return new Merk(Soort.HALF, woord);
  }

  /** That a vision is suspended, and since when. */
  static Merk opgeschort(Instant op, LocalDate vandaag) {
    return nvt("opgeschort sinds " + Taal.dagKort(op.atZone(Klok.ZONE).toLocalDate(), vandaag));
  }

  /** That something is vertrouwelijk or geheim. */
  static Merk van(Vertrouwelijkheid merk) {
    return new Merk(Soort.SLOT, merk.niveau().naam());
  }

  /** The suffix of the CSS class {@code m--...}. */
  public String kleur() {
    return soort.kleur;
  }

  /** The id of the symbol in the sprite. */
  public String icoon() {
    return soort.icoon;
  }
}
