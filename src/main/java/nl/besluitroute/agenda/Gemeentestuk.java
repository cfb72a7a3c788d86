package nl.besluitroute.agenda;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import nl.besluitroute.besluitvorming.Uitkomst;
import nl.besluitroute.besluitvorming.Zekerheid;

/**
 * One vision in one municipality: where it stands there, and what its bodies decided. Holds no words
 * of a besluit, which may be confidential; those are in the vision's dossier.
 *
 * @param wat what the raad is asked
 * @param lopend whether something is still to come here: it takes part, the vision runs, and what
 *     its bodies must do is not done
 * @param college the college's step of the newest decision round, with its dates
 * @param raad the raad's step of the newest round: deciding, else being informed
 * @param collegeUitkomst what the college decided last, whichever round
 * @param raadUitkomst what the raad decided last, whichever round
 * @param geinformeerd that the raad was informed, for a raad that does not decide
 */
public record Gemeentestuk(
    String visie,
    String gemeente,
    Wat wat,
    Fase fase,
    boolean lopend,
    Optional<Stapkop> college,
    Optional<Stapkop> raad,
    Optional<Genomen> collegeUitkomst,
    Optional<Genomen> raadUitkomst,
    Optional<Brief> geinformeerd) {

  /** What is asked of the raad. */
  public enum Wat {
    BESLUIT,
    INFORMEREN,
    /** The route does not reach the raad. */
    GEEN
  }

  /** Where the vision stands for this municipality. */
  public enum Fase {
    /** Not with the municipality yet: the region treats it. */
    REGIO,
    COLLEGE,
    RAAD,
    /** The raad is to be informed. */
    INFORMEREN,
    /** All that the municipality was asked is done. */
    GEREED,
    /** It takes part no longer. */
    VERTROKKEN
  }

  /**
   * An outcome as recorded.
   *
   * @param versie number of the version it was taken on; empty when nothing was adopted
   */
  public record Genomen(
      UUID besluit, LocalDate datum, Uitkomst uitkomst, Optional<String> versie, Zekerheid zekerheid) {}

  /** The letter by which the raad was informed. */
  public record Brief(LocalDate datum, Zekerheid zekerheid) {}
}
