package nl.besluitroute.vergaderschema;

import java.util.Arrays;
import java.util.List;
import nl.besluitroute.kalender.Termijn;
import nl.besluitroute.regio.Orgaansoort;

/** What a term of a body is for, with the default per kind of body [not verified, so each can be changed]. */
public enum Termijnsoort {
  /** Documents are with the secretariat; before the meeting. */
  AANLEVEREN("Aanleveren", "voor de vergadering"),
  /** Documents are sent or published; before the meeting. */
  VERSPREIDEN("Verspreiden", "voor de vergadering"),
  /** A reminder goes out; before the day by which documents are due. */
  HERINNEREN("Herinneren", "voor de aanleverdatum"),
  /** The outcome is recorded; after the meeting. */
  VASTLEGGEN("Uitkomst vastleggen", "na de vergadering"),
  /** The municipality's own people and directors agree, in working days; before stukken go to a college. */
  PARAFEREN("Parafering", "voor de aanleverdatum");

  private final String naam;
  private final String vanaf;

  Termijnsoort(String naam, String vanaf) {
    this.naam = naam;
    this.vanaf = vanaf;
  }

  /** As it stands on screens. */
  public String naam() {
    return naam;
  }

  /** From which day it is counted, in words. */
  public String vanaf() {
    return vanaf;
  }

  /**
   * Whether bodies of this kind have such a term. Only a college's stukken are geparafeerd; of a
   * wethoudersstaf nothing is sent out or recorded.
   */
  public boolean geldtVoor(Orgaansoort orgaan) {
    return switch (this) {
      case AANLEVEREN -> true;
      case PARAFEREN -> orgaan == Orgaansoort.COLLEGE;
      case VERSPREIDEN, HERINNEREN, VASTLEGGEN -> orgaan != Orgaansoort.WETHOUDERSSTAF;
    };
  }

  /** The terms that bodies of this kind have. */
  public static List<Termijnsoort> van(Orgaansoort orgaan) {
    return Arrays.stream(values()).filter(t -> t.geldtVoor(orgaan)).toList();
  }

  /** The term of a body for which nobody set another. */
  Termijn standaard(Orgaansoort orgaan) {
    return Termijn.werkdagen(
        switch (this) {
          case AANLEVEREN ->
              switch (orgaan) {
                case RAADSCOMMISSIE, RAAD -> 15;
                case WETHOUDERSSTAF -> 0;
                default -> 5;
              };
          case VERSPREIDEN ->
              switch (orgaan) {
                case RAADSCOMMISSIE, RAAD -> 10;
                case COLLEGE -> 2;
                default -> 3;
              };
          case HERINNEREN, VASTLEGGEN -> 2;
          // What a municipality is used to is not known.
          case PARAFEREN -> 0;
        });
  }
}
