package nl.besluitroute.visie;

import java.util.List;
import java.util.Optional;

/**
 * What a change of the route would do, worked out without leaving any trace; applying it does
 * exactly this.
 *
 * @param kenmerk of the state in which this was worked out; a change is applied only to that state
 * @param voornemen the change in one Dutch sentence, as long as it is not applied
 * @param zin as the journal has it once it is
 * @param stappen every regional step that there is or will be, in the order of the route
 * @param vervalt open work that disappears
 * @param komt work that opens at once
 * @param regel the adoption rule, when it changes
 * @param letOp sentences to know before applying
 * @param beletselen why it cannot be; empty when it can
 */
public record Routevoorbeeld(
    String kenmerk,
    String voornemen,
    String zin,
    List<Stapregel> stappen,
    List<Werk> vervalt,
    List<Werk> komt,
    Optional<Regelwijziging> regel,
    List<String> letOp,
    List<String> beletselen) {

  public Routevoorbeeld {
    stappen = List.copyOf(stappen);
    vervalt = List.copyOf(vervalt);
    komt = List.copyOf(komt);
    letOp = List.copyOf(letOp);
    beletselen = List.copyOf(beletselen);
  }

  public boolean kan() {
    return beletselen.isEmpty();
  }

  /** What happens to a step. */
  public enum Gevolg {
    BLIJFT("blijft"),
    KOMT_ERBIJ("komt erbij"),
    VERVALT("vervalt"),
    BEGINT("begint nu"),
    BEGINT_OPNIEUW("begint opnieuw"),
    GAAT_VERDER("gaat nu verder"),
    LATER("komt later weer aan de beurt"),
    VOORBIJ("wordt niet gedaan: de tekst is er al voorbij");

    private final String naam;

    Gevolg(String naam) {
      this.naam = naam;
    }

    public String naam() {
      return naam;
    }
  }

  /**
   * A regional step before and after.
   *
   * @param was empty for a step that comes in
   * @param wordt empty for a step of the old route that was never there
   * @param orgaan id of its body
   * @param gemeenten codes of the municipalities whose own work this touches
   */
  public record Stapregel(
      String element,
      String naam,
      Stap.Soort soort,
      Optional<Stap.Toestand> was,
      Stap.Toestand wordt,
      Gevolg gevolg,
      Optional<String> orgaan,
      List<String> gemeenten) {
    public Stapregel {
      gemeenten = List.copyOf(gemeenten);
    }
  }

  /**
   * A piece of open work.
   *
   * @param stap id of its step
   * @param soort the task, such as {@code taak_conclusieVastleggen}
   * @param wie the body or municipality as the screen names it
   */
  public record Werk(String stap, String soort, String naam, String wie, Optional<String> gemeente) {}

  /** The adoption rule before and after, and the stand under each, as a clause. */
  public record Regelwijziging(
      Vaststellingsregel was, Vaststellingsregel wordt, String standWas, String standWordt) {}
}
