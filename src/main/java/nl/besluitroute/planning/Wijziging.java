package nl.besluitroute.planning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import nl.besluitroute.kalender.Termijn;

/** A change to try: it gives another opgave and leaves the one it is given as it was. */
public sealed interface Wijziging {

  /**
   * @param nu the plan of this opgave
   * @throws PlanopgaveGeweigerd when it names a step, calendar or meeting that is not there
   */
  Planopgave toegepast(Planopgave opgave, Plan nu);

  /** A meeting is on another day; what was planned for it goes along. */
  record VergaderingVerplaatst(String kalender, LocalDate van, LocalDate naar) implements Wijziging {
    @Override
    public Planopgave toegepast(Planopgave opgave, Plan nu) {
      Vergaderkalender oud = opgave.kalender(kalender);
      Vergaderdag vergadering = vergadering(oud, van);
      Planopgave anders =
          metKalender(
              opgave,
              oud.zonder(van).met(new Vergaderdag(naar, vergadering.id(), vergadering.inReces())));
      return opDieVergadering(
          anders, kalender, van, s -> s.metDatums(Optional.of(naar), s.vast(), s.werkelijk()));
    }
  }

  /** A meeting is not held; what was planned for it goes to the next one. */
  record VergaderingVervallen(String kalender, LocalDate dag) implements Wijziging {
    @Override
    public Planopgave toegepast(Planopgave opgave, Plan nu) {
      Vergaderkalender oud = opgave.kalender(kalender);
      vergadering(oud, dag);
      return opDieVergadering(
          metKalender(opgave, oud.zonder(dag)), kalender, dag, s -> s.gepland(dag));
    }
  }

  /** A body meets once more. */
  record VergaderingToegevoegd(String kalender, Vergaderdag vergadering) implements Wijziging {
    @Override
    public Planopgave toegepast(Planopgave opgave, Plan nu) {
      return metKalender(opgave, opgave.kalender(kalender).met(vergadering));
    }
  }

  /** The item is put off to the next meeting, work to the next working day; also what was aangehouden. */
  record Doorgeschoven(String stap) implements Wijziging {
    @Override
    public Planopgave toegepast(Planopgave opgave, Plan nu) {
      Planstap deze = opgave.stap(stap);
      LocalDate dag =
          nu.regel(stap)
              .gepland()
              .orElseThrow(
                  () ->
                      new PlanopgaveGeweigerd(
                          deze.omschrijving() + " heeft geen datum om door te schuiven."));
      return metStap(
          opgave,
          stap,
          s -> s.metDatums(Optional.of(dag.plusDays(1)), false, Optional.empty()));
    }
  }

  record TermijnGewijzigd(String stap, Termijn termijn) implements Wijziging {
    @Override
    public Planopgave toegepast(Planopgave opgave, Plan nu) {
      return metStap(opgave, stap, s -> s.aanlevertermijn(termijn));
    }
  }

  record WerktijdGewijzigd(String stap, int werkdagen) implements Wijziging {
    @Override
    public Planopgave toegepast(Planopgave opgave, Plan nu) {
      return metStap(opgave, stap, s -> s.werktijd(werkdagen));
    }
  }

  /** Another target, or none. */
  record StreefdatumGewijzigd(Optional<LocalDate> streefdatum) implements Wijziging {
    @Override
    public Planopgave toegepast(Planopgave opgave, Plan nu) {
      return opgave.streefdatum(streefdatum);
    }
  }

  private static Vergaderdag vergadering(Vergaderkalender kalender, LocalDate dag) {
    return kalender
        .op(dag)
        .orElseThrow(
            () ->
                new PlanopgaveGeweigerd(
                    kalender.orgaan() + " heeft geen vergadering op " + Dagen.zin(dag) + "."));
  }

  private static Planopgave metKalender(Planopgave opgave, Vergaderkalender nieuw) {
    List<Vergaderkalender> kalenders = new ArrayList<>(opgave.kalenders());
    kalenders.replaceAll(k -> k.id().equals(nieuw.id()) ? nieuw : k);
    return opgave.kalenders(kalenders);
  }

  private static Planopgave metStap(
      Planopgave opgave, String id, UnaryOperator<Planstap> wijziging) {
    opgave.stap(id);
    List<Planstap> stappen = new ArrayList<>(opgave.stappen());
    stappen.replaceAll(s -> s.id().equals(id) ? wijziging.apply(s) : s);
    return opgave.stappen(stappen);
  }

  /** Changes what was still to be treated in this meeting. */
  private static Planopgave opDieVergadering(
      Planopgave opgave, String kalender, LocalDate dag, UnaryOperator<Planstap> wijziging) {
    List<Planstap> stappen = new ArrayList<>(opgave.stappen());
    stappen.replaceAll(
        s ->
            s.werkelijk().isEmpty()
                    && s.kalender().equals(Optional.of(kalender))
                    && s.gepland().equals(Optional.of(dag))
                ? wijziging.apply(s)
                : s);
    return opgave.stappen(stappen);
  }
}
