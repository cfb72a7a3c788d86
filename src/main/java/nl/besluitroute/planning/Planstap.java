package nl.besluitroute.planning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.besluitroute.kalender.GeschrevenDatum;
import nl.besluitroute.kalender.Termijn;
import nl.besluitroute.kalender.Werkdagen;

/**
 * A step to plan. Begin with {@link #van} and say what differs.
 *
 * @param id unique in the opgave
 * @param naam what is done, for sentences
 * @param orgaan name of the body that treats it, for sentences
 * @param gemeente code of the municipality, for a local step
 * @param kalender id of the calendar of which a meeting treats it; empty for work, which ends on a
 *     working day
 * @param werktijd least number of working days between the last {@code NA} predecessor (or, without
 *     any predecessor, {@link Planopgave#begin}) and the delivery of the stukken; with 0 they may be
 *     delivered on that day
 * @param aanlevertermijn from the delivery of the stukken to the meeting
 * @param nietVoor first day on which it may be treated
 * @param nietNa last day on which it may be treated
 * @param gepland the date as planned now: kept when it can be, else the first possible day after it
 * @param vast whether that date is kept whatever the rest does
 * @param aangeleverd the day on which the stukken were delivered, when they were: then what it
 *     builds on and its working time hold it up no more
 * @param werkelijk the day on which it was treated, when it was: replaces every planned date
 * @param oorspronkelijk as first planned, as written
 * @param schriftelijk whether the body may treat it in a schriftelijke ronde
 */
public record Planstap(
    String id,
    String naam,
    Optional<String> orgaan,
    Optional<String> gemeente,
    List<Voorganger> voorgangers,
    Optional<String> kalender,
    int werktijd,
    Termijn aanlevertermijn,
    Optional<LocalDate> nietVoor,
    Optional<LocalDate> nietNa,
    Optional<LocalDate> gepland,
    boolean vast,
    Optional<LocalDate> aangeleverd,
    Optional<LocalDate> werkelijk,
    Optional<GeschrevenDatum> oorspronkelijk,
    boolean schriftelijk) {

  public Planstap {
    voorgangers = List.copyOf(voorgangers);
    if (werktijd < 0 || werktijd > Werkdagen.MAXIMUM) {
      throw new PlanopgaveGeweigerd(
          "De werktijd van " + naam + " is 0 tot en met " + Werkdagen.MAXIMUM + " werkdagen, geen " + werktijd + ".");
    }
    if (vast && gepland.isEmpty()) {
      throw new PlanopgaveGeweigerd(naam + " staat vast, maar heeft geen geplande datum.");
    }
  }

  /** Work without a body, predecessors or dates. */
  public static Planstap van(String id, String naam) {
    return new Planstap(
        id, naam, Optional.empty(), Optional.empty(), List.of(), Optional.empty(), 0,
        Termijn.werkdagen(0), Optional.empty(), Optional.empty(), Optional.empty(), false,
        Optional.empty(), Optional.empty(), Optional.empty(), false);
  }

  public Planstap orgaan(String naamVanHetOrgaan) {
    return new Planstap(
        id, naam, Optional.of(naamVanHetOrgaan), gemeente, voorgangers, kalender, werktijd,
        aanlevertermijn, nietVoor, nietNa, gepland, vast, aangeleverd, werkelijk, oorspronkelijk,
        schriftelijk);
  }

  public Planstap gemeente(String code) {
    return new Planstap(
        id, naam, orgaan, Optional.of(code), voorgangers, kalender, werktijd, aanlevertermijn,
        nietVoor, nietNa, gepland, vast, aangeleverd, werkelijk, oorspronkelijk, schriftelijk);
  }

  /** Builds on these too, each time after they were treated. */
  public Planstap na(String... stappen) {
    Planstap stap = this;
    for (String id : stappen) {
      stap = stap.metVoorganger(Voorganger.na(id));
    }
    return stap;
  }

  /** Follows this one too, on a version of its own. */
  public Planstap overlappendMet(String stap) {
    return metVoorganger(Voorganger.overlappend(stap));
  }

  private Planstap metVoorganger(Voorganger voorganger) {
    List<Voorganger> alle = new ArrayList<>(voorgangers);
    alle.add(voorganger);
    return new Planstap(
        id, naam, orgaan, gemeente, alle, kalender, werktijd, aanlevertermijn, nietVoor, nietNa,
        gepland, vast, aangeleverd, werkelijk, oorspronkelijk, schriftelijk);
  }

  public Planstap kalender(String idVanDeKalender) {
    return new Planstap(
        id, naam, orgaan, gemeente, voorgangers, Optional.of(idVanDeKalender), werktijd,
        aanlevertermijn, nietVoor, nietNa, gepland, vast, aangeleverd, werkelijk, oorspronkelijk,
        schriftelijk);
  }

  public Planstap werktijd(int werkdagen) {
    return new Planstap(
        id, naam, orgaan, gemeente, voorgangers, kalender, werkdagen, aanlevertermijn, nietVoor,
        nietNa, gepland, vast, aangeleverd, werkelijk, oorspronkelijk, schriftelijk);
  }

  public Planstap aanlevertermijn(Termijn termijn) {
    return new Planstap(
        id, naam, orgaan, gemeente, voorgangers, kalender, werktijd, termijn, nietVoor, nietNa,
        gepland, vast, aangeleverd, werkelijk, oorspronkelijk, schriftelijk);
  }

  public Planstap nietVoor(LocalDate dag) {
    return new Planstap(
        id, naam, orgaan, gemeente, voorgangers, kalender, werktijd, aanlevertermijn,
        Optional.of(dag), nietNa, gepland, vast, aangeleverd, werkelijk, oorspronkelijk,
        schriftelijk);
  }

  public Planstap nietNa(LocalDate dag) {
    return new Planstap(
        id, naam, orgaan, gemeente, voorgangers, kalender, werktijd, aanlevertermijn, nietVoor,
        Optional.of(dag), gepland, vast, aangeleverd, werkelijk, oorspronkelijk, schriftelijk);
  }

  /** Planned on this day, and moved on when that cannot be. */
  public Planstap gepland(LocalDate dag) {
    return metDatums(Optional.of(dag), false, werkelijk);
  }

  /** Planned on this day, whatever the rest does. */
  public Planstap vast(LocalDate dag) {
    return metDatums(Optional.of(dag), true, werkelijk);
  }

  public Planstap aangeleverd(LocalDate dag) {
    return new Planstap(
        id, naam, orgaan, gemeente, voorgangers, kalender, werktijd, aanlevertermijn, nietVoor,
        nietNa, gepland, vast, Optional.of(dag), werkelijk, oorspronkelijk, schriftelijk);
  }

  public Planstap werkelijk(LocalDate dag) {
    return metDatums(gepland, vast, Optional.of(dag));
  }

  public Planstap oorspronkelijk(GeschrevenDatum datum) {
    return new Planstap(
        id, naam, orgaan, gemeente, voorgangers, kalender, werktijd, aanlevertermijn, nietVoor,
        nietNa, gepland, vast, aangeleverd, werkelijk, Optional.of(datum), schriftelijk);
  }

  /** Its body may treat it in a schriftelijke ronde instead of a meeting. */
  public Planstap magSchriftelijk() {
    return new Planstap(
        id, naam, orgaan, gemeente, voorgangers, kalender, werktijd, aanlevertermijn, nietVoor,
        nietNa, gepland, vast, aangeleverd, werkelijk, oorspronkelijk, true);
  }

  Planstap metDatums(Optional<LocalDate> dag, boolean staatVast, Optional<LocalDate> behandeld) {
    return new Planstap(
        id, naam, orgaan, gemeente, voorgangers, kalender, werktijd, aanlevertermijn, nietVoor,
        nietNa, dag, staatVast, aangeleverd, behandeld, oorspronkelijk, schriftelijk);
  }

  /** What the sentences call it: the name, and the body where the name does not say it. */
  String omschrijving() {
    return omschrijving(naam, orgaan);
  }

  static String omschrijving(String naam, Optional<String> orgaan) {
    return orgaan.filter(o -> !naam.contains(o)).map(o -> naam + " (" + o + ")").orElse(naam);
  }

  /** Who the sentences say it depends on. */
  String wie() {
    return orgaan.orElse(naam);
  }
}
