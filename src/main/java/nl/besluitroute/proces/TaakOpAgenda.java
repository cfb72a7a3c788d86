package nl.besluitroute.proces;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import nl.besluitroute.agenda.Agenda;
import nl.besluitroute.agenda.AgendaTaak;
import nl.besluitroute.agenda.Taakmotor.OpenTaak;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.visie.Regiovisie;
import nl.besluitroute.visie.Stap;
import nl.besluitroute.visie.Termijnbeleid;
import nl.besluitroute.visie.Termijnbeleid.Werktermijn;
import nl.besluitroute.visie.Visies;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** Keeps the agenda with the engine's tasks, in the transaction of their events. */
@Component
class TaakOpAgenda {
  private final Agenda agenda;
  private final Visies visies;
  private final Taaktermijn termijnen;
  private final Klok klok;

  TaakOpAgenda(Agenda agenda, Visies visies, Taaktermijn termijnen, Klok klok) {
    this.agenda = agenda;
    this.visies = visies;
    this.termijnen = termijnen;
    this.klok = klok;
  }

  void klaargezet(DelegateTask taak) {
    // Through the execution: a task has no variables of its own, and asking it reads the database.
    Stap stap = visies.stap((String) taak.getExecution().getVariable(Sleutels.STAP));
    OpenTaak open =
        openTaak(
            termijnen.van(List.of(stap)),
            taak.getId(),
            taak.getTaskDefinitionKey(),
            taak.getName(),
            stap,
            taak.getCreateTime().toInstant());
    taak.setDueDate(datum(open.verlooptOp()));
    taak.setFollowUpDate(datum(open.herinnerOp()));
    taak.addCandidateGroup(open.groep());
    agenda.zetKlaar(open);
  }

  /** @param blad holds the step's terms */
  OpenTaak openTaak(
      Termijnbeleid.Blad blad, String id, String soort, String naam, Stap stap, Instant sinds) {
    Regiovisie visie = visies.visie(stap.visie());
    boolean opgeschort = visie.opgeschortOp().isPresent();
    Optional<Werktermijn> termijn =
        opgeschort ? Optional.empty() : Taaktermijn.van(blad, stap, soort);
    Instant herinnerOp = termijn.map(Werktermijn::herinnerOp).orElse(null);
    Instant verlooptOp = termijn.map(Werktermijn::verlooptOp).orElse(null);
    List<String> regios = visie.regios();
    return new OpenTaak(
        id,
        soort,
        naam,
        stap.visie(),
        stap.id(),
        stap.soort(),
        regios,
        stap.orgaan().orElse(null),
        stap.gemeente().orElse(null),
        stap.orgaan().orElseGet(() -> "regio-" + regios.get(0)),
        sinds,
        herinnerOp,
        verlooptOp,
        opgeschort
            ? AgendaTaak.Wacht.OPGESCHORT
            : AgendaTaak.Wacht.op(klok.instant(), herinnerOp, verlooptOp));
  }

  /** The guard: who completes must come through the one write path. */
  void afgerond(DelegateTask taak) {
    Opdracht.huidig();
    agenda.haalWeg(taak.getId());
  }

  void vervallen(DelegateTask taak) {
    agenda.haalWeg(taak.getId());
  }

  static Date datum(Instant moment) {
    return moment == null ? null : Date.from(moment);
  }
}
