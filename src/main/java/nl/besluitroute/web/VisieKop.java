package nl.besluitroute.web;

import java.util.ArrayList;
import java.util.List;

/**
 * What every page of a vision shows above its tabs, model attribute {@code visie}.
 *
 * @param gevraagdBesluit the decision asked, word for word, or null
 * @param opgeschort that it is suspended, or null
 * @param eerst the one thing to do now, or null
 * @param volg where one begins or stops to follow
 * @param standKop as 'Stand besluitvorming: open'
 * @param stand the answer first
 * @param redenen why the stand is what it is, one sentence each
 */
public record VisieKop(
    List<Link> kruimels,
    String bovenkop,
    String titel,
    String gevraagdBesluit,
    Opgeschort opgeschort,
    Link eerst,
    Volg volg,
    String standKop,
    Zin stand,
    List<String> redenen,
    List<Feit> feiten,
    Route route,
    List<Tab> tabs) {

  /**
   * @param zin since when, and why
   * @param wie who resumes it, in a sentence, or null when this user does
   * @param hervat where it is resumed, a form post with field {@code reden}, or null when this user
   *     does not
   */
  public record Opgeschort(String zin, String wie, String hervat) {}

  public record Volg(String url, boolean volgt) {}

  /** A tab: a link, with a number or words beside it, or null. */
  public record Tab(String tekst, String url, String teller, boolean isHier) {}

  enum Voortgang {
    GEDAAN("i-klaar", "gedaan"),
    NU("i-nu", "hier nu"),
    KOMT("i-stap", "gepland"),
    OVERGESLAGEN("i-over", "overgeslagen");

    private final String icoon;
    private final String woord;

    Voortgang(String icoon, String woord) {
      this.icoon = icoon;
      this.woord = woord;
    }

    public String icoon() {
      return icoon;
    }

    public String woord() {
      return woord;
    }

    /** The CSS class of the step on the track. */
    public String klasse() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * A step on the track.
   *
   * @param datum as written
   * @param bij the outcome, or what is due
   * @param isVandaag whether today lies directly after this step
   */
  public record Stap(String naam, Voortgang voortgang, String datum, String bij, boolean isVandaag) {}

  /** The state of one decision in a lane. */
  enum Teken {
    OPEN(""),
    GEDAAN("-vol"),
    ANDERS("-anders");

    private final String achter;

    Teken(String achter) {
      this.achter = achter;
    }
  }

  /** What a lane shows: a college is a square, a raad a circle, a letter an envelope. */
  enum Wie {
    COLLEGE("o-college"),
    RAAD("o-raad"),
    BRIEF("o-brief");

    private final String icoon;

    Wie(String icoon) {
      this.icoon = icoon;
    }
  }

  /**
   * One decision of one municipality.
   *
   * @param tekst date or outcome, in words
   */
  public record Plek(Wie wie, Teken teken, String tekst) {
    public String icoon() {
      return wie.icoon + (wie == Wie.BRIEF && teken == Teken.ANDERS ? "-vol" : teken.achter);
    }
  }

  /**
   * A lane: a municipality with what it decides first and last.
   *
   * @param laatste null where the first decision is the only one
   */
  public record Baan(String gemeente, Plek eerste, Plek laatste) {}

  /** The fan-out to the municipalities; {@code kopLaatste} null when there is one decision. */
  public record Waaier(String kopEerste, String kopLaatste, List<Baan> banen) {

    static final int BAAN_HOOGTE = 30;

    public int hoogte() {
      return banen.size() * BAAN_HOOGTE;
    }

    /** A curve from the end of the track to each lane. */
    public List<String> paden() {
      int midden = hoogte() / 2;
      var paden = new ArrayList<String>();
      for (int i = 0; i < banen.size(); i++) {
        int y = i * BAAN_HOOGTE + BAAN_HOOGTE / 2;
        paden.add("M0 %d C40 %d 24 %d 64 %d".formatted(midden, midden, y, y));
      }
      return paden;
    }
  }

  /** The track; {@code waaier} null when nothing is decided per municipality. */
  public record Route(List<Stap> stappen, Waaier waaier) {

    /** Whether track and fan-out fit on one line; else the lanes stand beneath the track. */
    public boolean isNaast() {
      return waaier != null && stappen.size() <= 5 && waaier.banen().size() <= 9;
    }

    public String klasse() {
      return isNaast() ? "route--naast-" + stappen.size() : "route--onder";
    }

    public boolean heeft(String wie) {
      return waaier != null
          && waaier.banen().stream()
              .anyMatch(
                  baan ->
                      baan.eerste().wie().name().equals(wie)
                          || (baan.laatste() != null && baan.laatste().wie().name().equals(wie)));
    }
  }
}
