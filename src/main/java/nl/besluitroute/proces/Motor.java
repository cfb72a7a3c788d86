package nl.besluitroute.proces;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import nl.besluitroute.agenda.Agenda;
import nl.besluitroute.agenda.AgendaTaak;
import nl.besluitroute.agenda.OnjuisteInvoer;
import nl.besluitroute.agenda.TaakNietOpen;
import nl.besluitroute.agenda.Taakmotor;
import nl.besluitroute.besluitvorming.InvoerFout;
import nl.besluitroute.besluitvorming.Standen;
import nl.besluitroute.stuk.VersieFout;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.proces.route.Routewandeling;
import nl.besluitroute.visie.Routefeiten;
import nl.besluitroute.visie.Routeloop;
import nl.besluitroute.visie.Routes;
import nl.besluitroute.visie.Stap;
import nl.besluitroute.visie.Termijnbeleid;
import nl.besluitroute.visie.Termijnbeleid.Werktermijn;
import nl.besluitroute.visie.Visies;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEnginePersistenceException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.SuspensionState;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.migration.MigrationPlanBuilder;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceModificationBuilder;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The running engine behind the ports of the other modules. */
@Component
class Motor implements Routeloop, Taakmotor {
  private static final int PORTIE = 500;

  private final RuntimeService runtime;
  private final TaskService taken;
  private final Formulieren formulieren;
  private final Agenda agenda;
  private final Visies visies;
  private final Taaktermijn termijnen;
  private final TaakOpAgenda opAgenda;
  private final Standen standen;
  private final JdbcTemplate jdbc;
  private final CommandExecutor opdrachten;

  private final Routes routes;
  private final Routefeiten routefeiten;

  Motor(
      ProcessEngine engine,
      RuntimeService runtime,
      TaskService taken,
      Formulieren formulieren,
      Agenda agenda,
      Visies visies,
      Taaktermijn termijnen,
      TaakOpAgenda opAgenda,
      Standen standen,
      Routes routes,
      Routefeiten routefeiten,
      JdbcTemplate jdbc) {
    this.runtime = runtime;
    this.taken = taken;
    this.formulieren = formulieren;
    this.agenda = agenda;
    this.visies = visies;
    this.termijnen = termijnen;
    this.opAgenda = opAgenda;
    this.standen = standen;
    this.routes = routes;
    this.routefeiten = routefeiten;
    this.jdbc = jdbc;
    this.opdrachten =
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
            .getCommandExecutorTxRequired();
  }

  @Override
  public void start(String visie, String routeVersie) {
    runtime.startProcessInstanceById(routeVersie, visie, Map.of(Sleutels.VISIE, visie));
  }

  @Override
  public void startBij(String visie, String routeVersie, List<String> rust) {
    vertaal(
        () -> {
          var begin =
              runtime
                  .createProcessInstanceById(routeVersie)
                  .businessKey(visie)
                  .setVariable(Sleutels.VISIE, visie)
                  .setVariables(new HashMap<>(feiten(visie, routeVersie)));
          rust.forEach(begin::startBeforeActivity);
          begin.execute();
        });
    standen.ververs(visie);
  }

  @Override
  public void verplaats(String visie, String routeVersie, Set<String> blijft, List<String> begint) {
    vertaal(
        () -> {
          ProcessInstance nu =
              runtime.createProcessInstanceQuery().processInstanceBusinessKey(visie).rootProcessInstances().singleResult();
          boolean anders = !nu.getProcessDefinitionId().equals(routeVersie);
          if (blijft.isEmpty() && anders) {
            // Nothing goes on: a migration would have nothing to carry.
            runtime.deleteProcessInstance(nu.getId(), "De visie volgt een andere route");
            startBij(visie, routeVersie, begint);
            return;
          }
          List<String> weg = new ArrayList<>();
          for (ActivityInstance plaats : runtime.getActivityInstance(nu.getId()).getChildActivityInstances()) {
            if (!blijft.contains(plaats.getActivityId())) {
              weg.add(plaats.getId());
            }
          }
          if (anders) {
            wijzig(nu.getId(), weg, List.of());
            MigrationPlanBuilder plan =
                runtime.createMigrationPlan(nu.getProcessDefinitionId(), routeVersie);
            blijft.forEach(element -> plan.mapActivities(element, element));
            runtime.newMigration(plan.build()).processInstanceIds(nu.getId()).execute();
            weg.clear();
          }
          runtime.setVariables(nu.getId(), feiten(visie, routeVersie));
          wijzig(nu.getId(), weg, begint);
        });
    standen.ververs(visie);
  }

  private void wijzig(String instantie, List<String> weg, List<String> begint) {
    if (weg.isEmpty() && begint.isEmpty()) {
      return;
    }
    ProcessInstanceModificationBuilder wijziging = runtime.createProcessInstanceModification(instantie);
    weg.forEach(wijziging::cancelActivityInstance);
    begint.forEach(wijziging::startBeforeActivity);
    wijziging.execute();
  }

  /** The facts that gateways ask for, of the blocks that are behind the text. */
  private Map<String, String> feiten(String visie, String routeVersie) {
    Map<String, String> uitkomsten = new HashMap<>();
    Map<String, String> gegeven = routefeiten.uitkomsten(visie);
    for (Stap stap : visies.stappen(visie)) {
      if (!stap.soort().lokaal() && stap.toestand() == Stap.Toestand.GEDAAN && gegeven.containsKey(stap.element())) {
        uitkomsten.put(stap.element(), gegeven.get(stap.element()));
      } else if (!stap.soort().lokaal() && !stap.isOpen()) {
        uitkomsten.put(stap.element(), Routewandeling.OVERGESLAGEN);
      }
    }
    return Routewandeling.op(routes.bpmn(routeVersie)).feiten(uitkomsten);
  }

  @Override
  public Set<String> termijnGewijzigd(Collection<Stap> stappen) {
    Set<String> geraakt = new LinkedHashSet<>();
    if (!stappen.isEmpty()) {
      vertaal(() -> wijzigTermijnen(stappen, geraakt));
    }
    return geraakt;
  }

  private void wijzigTermijnen(Collection<Stap> stappen, Set<String> geraakt) {
    Termijnbeleid.Blad blad = termijnen.van(stappen);
    Map<String, Stap> perId = stappen.stream().collect(Collectors.toMap(Stap::id, s -> s, (a, b) -> a));
    for (AgendaTaak rij : agenda.vanStappen(perId.keySet())) {
      if (rij.opgeschort()) {
        continue; // Resuming the vision gives it its term.
      }
      var termijn = Taaktermijn.van(blad, perId.get(rij.stap()), rij.soort());
      var herinnerOp = termijn.map(Werktermijn::herinnerOp);
      var verlooptOp = termijn.map(Werktermijn::verlooptOp);
      if (herinnerOp.equals(rij.herinnerOp()) && verlooptOp.equals(rij.verlooptOp())) {
        continue; // Its watch would remind, or tell that it is late, a second time.
      }
      Task taak = taken.createTaskQuery().taskId(rij.taak()).singleResult();
      zetTermijn(taak, herinnerOp.orElse(null), verlooptOp.orElse(null));
      agenda.termijn(rij.taak(), herinnerOp.orElse(null), verlooptOp.orElse(null));
      geraakt.add(rij.stap());
    }
    stelWachtenIn(geraakt);
  }

  private void zetTermijn(Task taak, Instant herinnerOp, Instant verlooptOp) {
    taak.setDueDate(TaakOpAgenda.datum(verlooptOp));
    taak.setFollowUpDate(TaakOpAgenda.datum(herinnerOp));
    taken.saveTask(taak);
  }

  private void stelWachtenIn(Set<String> stappen) {
    // A watch carries its step as business key; whether it waits for its reminder, for the end of
    // the term or has seen both, the message makes it read the term again.
    stappen.forEach(
        stap ->
            runtime
                .createMessageCorrelation(Sleutels.TERMIJN_GEWIJZIGD)
                .processInstanceBusinessKey(stap)
                .correlateAll());
  }

  @Override
  public void schortOp(String visie) {
    vertaal(
        () -> {
          // Whatever is changing an instance at this moment ends first, and may have called another.
          for (List<String> ids = instanties(visie, SuspensionState.ACTIVE);
              !ids.isEmpty();
              ids = instanties(visie, SuspensionState.ACTIVE)) {
            runtime.updateProcessInstanceSuspensionState().byProcessInstanceIds(ids).suspend();
          }
        });
    agenda.schortOp(visie);
  }

  @Override
  public void hervat(String visie) {
    vertaal(
        () -> {
          runtime
              .updateProcessInstanceSuspensionState()
              .byProcessInstanceIds(instanties(visie, SuspensionState.SUSPENDED))
              .activate();
          geefTermijn(agenda.vanVisie(visie));
        });
  }

  /**
   * The engine kept the terms that held when the vision was suspended, so a watch that reminded or
   * found the work late before that does not do so again.
   */
  private void geefTermijn(List<AgendaTaak> werk) {
    Map<String, Stap> perId =
        visies.stappen(werk.stream().map(AgendaTaak::stap).collect(Collectors.toSet())).stream()
            .collect(Collectors.toMap(Stap::id, s -> s));
    Termijnbeleid.Blad blad = termijnen.van(perId.values());
    Set<String> anders = new LinkedHashSet<>();
    for (AgendaTaak rij : werk) {
      var termijn = Taaktermijn.van(blad, perId.get(rij.stap()), rij.soort());
      Instant herinnerOp = termijn.map(Werktermijn::herinnerOp).orElse(null);
      Instant verlooptOp = termijn.map(Werktermijn::verlooptOp).orElse(null);
      agenda.termijn(rij.taak(), herinnerOp, verlooptOp);
      Task taak = taken.createTaskQuery().taskId(rij.taak()).singleResult();
      if (!Objects.equals(moment(taak.getDueDate()), verlooptOp)
          || !Objects.equals(moment(taak.getFollowUpDate()), herinnerOp)) {
        zetTermijn(taak, herinnerOp, verlooptOp);
        anders.add(rij.stap());
      }
    }
    stelWachtenIn(anders);
  }

  private static Instant moment(Date datum) {
    return datum == null ? null : Instant.ofEpochMilli(datum.getTime());
  }

  /** The instances of the vision's route and of all that it called, at any depth. */
  private List<String> instanties(String visie, SuspensionState stand) {
    return runtime
        .createNativeProcessInstanceQuery()
        .sql(
            """
            select * from ACT_RU_EXECUTION where PARENT_ID_ is null and SUSPENSION_STATE_ = #{stand}
              and ROOT_PROC_INST_ID_ in (
                select ID_ from ACT_RU_EXECUTION
                where BUSINESS_KEY_ = #{visie} and PARENT_ID_ is null and SUPER_EXEC_ is null)
            """)
        .parameter("visie", visie)
        .parameter("stand", stand.getStateCode())
        .list()
        .stream()
        .map(ProcessInstance::getId)
        .toList();
  }

  @Override
  public void gemeenteVertrokken(String visie, String gemeente) {
    vertaal(runtime
        .createMessageCorrelation(Sleutels.GEMEENTE_VERTROKKEN + gemeente)
        .processInstanceBusinessKey(visie)::correlateAll);
    standen.ververs(visie);
  }

  @Override
  public void gemeenteToegetreden(String visie, String gemeente) {
    vertaal(runtime
        .createMessageCorrelation(Sleutels.GEMEENTE_TOEGETREDEN)
        .processInstanceBusinessKey(visie)
        .setVariablesToTriggeredScope(Map.of(Sleutels.GEMEENTE, gemeente))::correlateAll);
    standen.ververs(visie);
  }

  @Override
  public boolean opnieuwBesluiten(String visie, String gemeente, int besluitronde) {
    List<Object> gestart = new ArrayList<>();
    vertaal(
        () ->
            gestart.addAll(
                runtime
                    .createMessageCorrelation(Sleutels.OPNIEUW_BESLUITEN)
                    .processInstanceBusinessKey(visie)
                    .setVariablesToTriggeredScope(
                        Map.of(Sleutels.GEMEENTE, gemeente, Sleutels.RONDE, String.valueOf(besluitronde)))
                    .correlateAllWithResult()));
    return !gestart.isEmpty();
  }

  @Override
  public Formulier formulier(String taak) {
    return formulieren.formulier(taak);
  }

  @Override
  public void voltooi(String taak, Map<String, Object> invoer, Gebruiker wie) {
    try {
      // One command of the engine, so that it reads the task once for the form and for completing.
      vertaal(() -> opdrachten.execute(
          context -> {
            TaskEntity open = context.getTaskManager().findTaskById(taak);
            // Somebody who completed it between the two reads took its execution with him.
            if (open == null || open.getExecution() == null) {
              throw new TaakNietOpen("No such task: " + taak);
            }
            Invoer gecontroleerd =
                new Invoer(
                    formulieren.controleer(
                        taak, open.getProcessDefinitionId() + "/" + open.getTaskDefinitionKey(), invoer));
            try (Opdracht opdracht = Opdracht.open(wie, gecontroleerd)) {
              taken.complete(taak);
            }
            return null;
          }));
    } catch (InvoerFout e) {
      throw new OnjuisteInvoer(e.veld(), e.getMessage());
    } catch (VersieFout e) {
      throw new OnjuisteInvoer(e.veld(), e.getMessage());
    }
  }

  /**
   * What the database says when a watch's timer and a completion meet: a deadlock, or a row that the
   * other one still refers to. The caller tries such a conflict again.
   */
  private void vertaal(Runnable opdracht) {
    try {
      opdracht.run();
    } catch (ProcessEnginePersistenceException e) {
      throw vertaald(e);
    } catch (OptimisticLockingException e) {
      throw new OptimisticLockingFailureException("The engine saw a concurrent change", e);
    } catch (SuspendedEntityInteractionException e) {
      // Somebody suspended the vision since it was looked at; trying again says so in its words.
      throw new OptimisticLockingFailureException("The engine saw a suspension", e);
    } catch (NullPointerException e) {
      // Between reading a task and its execution somebody else may commit its completion; the engine
      // then finds no execution, and says so in this way only.
      if (e.getStackTrace()[0].getClassName().startsWith("org.camunda.bpm.engine.")) {
        throw new OptimisticLockingFailureException("The engine lost what it was working on", e);
      }
      throw e;
    }
  }

  private RuntimeException vertaald(ProcessEnginePersistenceException e) {
    for (Throwable oorzaak = e; oorzaak != null; oorzaak = oorzaak.getCause()) {
      if (oorzaak instanceof SQLException sql) {
        DataAccessException vertaald = jdbc.getExceptionTranslator().translate("voltooien", null, sql);
        return vertaald == null ? e : vertaald;
      }
    }
    return e;
  }

  @Override
  public List<OpenTaak> openTaken() {
    List<Task> alle = taken.createTaskQuery().list();
    List<OpenTaak> open = new ArrayList<>(alle.size());
    for (int van = 0; van < alle.size(); van += PORTIE) {
      List<Task> portie = alle.subList(van, Math.min(van + PORTIE, alle.size()));
      Map<String, String> stapVan = stappenVan(portie);
      Map<String, Stap> stappen =
          visies.stappen(Set.copyOf(stapVan.values())).stream()
              .collect(Collectors.toMap(Stap::id, s -> s));
      Termijnbeleid.Blad blad = termijnen.van(stappen.values());
      portie.forEach(
          taak ->
              open.add(
                  opAgenda.openTaak(
                      blad,
                      taak.getId(),
                      taak.getTaskDefinitionKey(),
                      taak.getName(),
                      stappen.get(stapVan.get(taak.getId())),
                      taak.getCreateTime().toInstant())));
    }
    return open;
  }

  /** By task; a block keeps one step, and only where it keeps more the engine is asked which. */
  private Map<String, String> stappenVan(List<Task> portie) {
    Map<String, List<String>> perProces =
        runtime
            .createVariableInstanceQuery()
            .processInstanceIdIn(
                portie.stream().map(Task::getProcessInstanceId).distinct().toArray(String[]::new))
            .variableName(Sleutels.STAP)
            .list()
            .stream()
            .collect(
                Collectors.groupingBy(
                    VariableInstance::getProcessInstanceId,
                    Collectors.mapping(v -> (String) v.getValue(), Collectors.toList())));
    return portie.stream()
        .collect(
            Collectors.toMap(
                Task::getId,
                taak -> {
                  List<String> stappen = perProces.get(taak.getProcessInstanceId());
                  return stappen.size() == 1
                      ? stappen.get(0)
                      : (String) taken.getVariable(taak.getId(), Sleutels.STAP);
                }));
  }
}
