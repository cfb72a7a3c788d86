package nl.besluitroute.scenario;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import nl.besluitroute.besluitvorming.VisieInbrengen;
import nl.besluitroute.kalender.GeschrevenDatum;

/**
 * A scenario that was read and checked: relative dates are days, events stand in order,
 * expectations in order of their moment. Dates are days in Europe/Amsterdam; absent values are
 * empty.
 *
 * @param verleden what happened before the vision came in; empty for one that begins
 * @param vandaag the day that 'vandaag' stands for
 */
public record Scenario(
    String naam,
    String beschrijving,
    LocalDate vandaag,
    List<Regio> regios,
    List<Orgaan> organen,
    List<Mens> mensen,
    List<String> deelnemers,
    Visie visie,
    Route route,
    List<GeplandeStap> planning,
    Optional<VisieInbrengen.Verleden> verleden,
    List<Gebeurtenis> gebeurtenissen,
    List<Verwachting> verwachtingen) {

  public Scenario {
    regios = List.copyOf(regios);
    organen = List.copyOf(organen);
    mensen = List.copyOf(mensen);
    deelnemers = List.copyOf(deelnemers);
    planning = List.copyOf(planning);
    gebeurtenissen = List.copyOf(gebeurtenissen);
    verwachtingen = List.copyOf(verwachtingen);
  }

  /** Where something stands in the file, from 1. */
  public record Plaats(int regel, int kolom) {}

  /** A region of the reference data (no municipalities here), or one of the scenario's own. */
  public record Regio(String code, Optional<String> naam, List<Gemeente> gemeenten) {

    public Regio {
      gemeenten = List.copyOf(gemeenten);
    }

    /** Whether the scenario brings this region itself. */
    public boolean isEigen() {
      return naam.isPresent();
    }
  }

  /** A municipality of an own region, by CBS code. */
  public record Gemeente(String code, String naam) {}

  /** A body beside the college and raad that each municipality has. */
  public record Orgaan(
      String id, String naam, String soort, Optional<String> regio, Optional<String> gemeente) {}

  /**
   * Somebody with an account, who is told what is his: of a municipality, of one overleg, or of the
   * vision's regions.
   */
  public record Mens(
      String naam, String functie, String rol, Optional<String> gemeente, Optional<String> orgaan) {}

  /** The vision to start. */
  public record Visie(
      String id,
      String titel,
      String gevraagdBesluit,
      int looptijdVan,
      int looptijdTot,
      LocalDate startdatum,
      String regel,
      List<String> regios) {

    public Visie {
      regios = List.copyOf(regios);
    }
  }

  /** Exactly one of both: the key of a shipped route, or a BPMN file beside the scenario. */
  public record Route(Optional<String> sleutel, Optional<Path> bestand) {}

  /** A step with the date that the first planning gives it. */
  public record GeplandeStap(
      Plaats plaats,
      String stap,
      Optional<String> gemeente,
      Optional<String> orgaansoort,
      GeschrevenDatum datum,
      Optional<String> bijzonderheden) {}

  /** What must be so at a moment; an empty Optional asks nothing, an empty list asks for none. */
  public record Verwachting(
      Plaats plaats,
      Instant op,
      Optional<String> naam,
      Optional<List<BehandelingRij>> behandeling,
      Optional<List<PlanningRij>> planning,
      Optional<String> toestand,
      Optional<List<Werk>> wacht,
      Optional<List<Werk>> teLaat,
      Optional<List<BesluitRij>> besluiten,
      Optional<StandVerwachting> stand,
      Optional<PlanVerwachting> plan,
      Optional<List<Verteld>> signalen) {}

  /** A row of Behandeling, word for word. */
  public record BehandelingRij(String datum, String overleg, String doel, String conclusie) {}

  /** A row that the planning must hold. */
  public record PlanningRij(
      String stap,
      Optional<String> gemeente,
      Optional<String> orgaansoort,
      Optional<String> activiteit,
      String wanneer,
      Optional<String> bijzonderheden) {}

  /**
   * Work that is open or late: a user task of a step.
   *
   * @param uiterlijk the last day on which it is in time; empty asks nothing
   * @param tot the time of day at which it is late on that day; empty asks nothing
   */
  public record Werk(
      String taak,
      String stap,
      Optional<String> gemeente,
      Optional<String> orgaan,
      Optional<LocalDate> uiterlijk,
      Optional<LocalTime> tot) {}

  /** A besluit that must be there. */
  public record BesluitRij(
      String gemeente,
      String orgaansoort,
      String uitkomst,
      Optional<String> versie,
      Optional<LocalDate> datum) {}

  /**
   * The plan over the calendars; what is empty asks nothing.
   *
   * @param bepalend names of the steps that set the end, all of them
   * @param stappen lines that the plan must hold
   * @param meldingen words of which each must stand in a melding
   */
  public record PlanVerwachting(
      Optional<LocalDate> einde,
      Optional<Boolean> haalbaar,
      Optional<Boolean> streefdatumGehaald,
      Optional<List<String>> bepalend,
      List<PlanRij> stappen,
      List<String> meldingen) {}

  /** A line of the plan; what is empty asks nothing. */
  public record PlanRij(
      String stap,
      Optional<String> gemeente,
      Optional<String> orgaansoort,
      Optional<LocalDate> gepland,
      Optional<LocalDate> uiterlijk,
      Optional<LocalDate> aanleveren) {}

  /**
   * What somebody was told.
   *
   * @param aan one of the scenario's people, or a body
   * @param dag on which he was told; empty asks nothing
   */
  public record Verteld(
      String aan, String soort, String stap, Optional<String> gemeente, Optional<LocalDate> dag) {}

  /** The stand, and sentences that its reasons must hold. */
  public record StandVerwachting(String waarde, List<String> redenen) {

    public StandVerwachting {
      redenen = List.copyOf(redenen);
    }
  }
}
