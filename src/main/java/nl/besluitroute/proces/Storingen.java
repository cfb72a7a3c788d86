package nl.besluitroute.proces;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.besluitroute.beheer.Motorbeheer;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.visie.Stap;
import nl.besluitroute.visie.Visies;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What the engine gave up on, and how much it holds. Watched by the gauge {@code besluitroute.storingen}. */
@Component
class Storingen implements Motorbeheer, MeterBinder {
  /** As often as the engine tries new work. */
  private static final int POGINGEN = EngineInrichting.POGINGEN;

  private final ManagementService beheer;
  private final RuntimeService runtime;
  private final RepositoryService repository;
  private final Visies visies;
  private final Klok klok;
  private final JdbcTemplate jdbc;

  Storingen(
      ManagementService beheer,
      RuntimeService runtime,
      RepositoryService repository,
      Visies visies,
      Klok klok,
      JdbcTemplate jdbc) {
    this.beheer = beheer;
    this.runtime = runtime;
    this.repository = repository;
    this.visies = visies;
    this.klok = klok;
    this.jdbc = jdbc;
  }

  @Override
  public void bindTo(MeterRegistry meters) {
    Gauge.builder("besluitroute.storingen", this, Storingen::aantalStoringen)
        .description("Jobs of the engine that failed as often as they are tried")
        .register(meters);
  }

  /** Of the few incidents, not of the many jobs; an incident shows at the calling instances too. */
  @Override
  public long aantalStoringen() {
    return jdbc.queryForObject(
        "select count(*) from ACT_RU_INCIDENT where INCIDENT_TYPE_ = ? and ID_ = ROOT_CAUSE_INCIDENT_ID_",
        Long.class,
        Incident.FAILED_JOB_HANDLER_TYPE);
  }

  @Override
  public List<Storing> storingen(int hoogstens) {
    return beheer.createJobQuery().noRetriesLeft().orderByJobDuedate().asc().listPage(0, hoogstens).stream()
        .map(this::storing)
        .sorted(Comparator.comparing(Storing::sinds))
        .toList();
  }

  private Storing storing(Job job) {
    String stapId = variabele(job, Sleutels.STAP);
    String visie = variabele(job, Sleutels.VISIE);
    Optional<Stap> stap =
        stapId == null ? Optional.empty() : visies.stappen(List.of(stapId)).stream().findFirst();
    String gemeente = stap.flatMap(Stap::gemeente).orElseGet(() -> variabele(job, Sleutels.GEMEENTE));
    return new Storing(
        job.getId(),
        visie == null ? sleutel(job).map(s -> s.split("/")[0]).filter(v -> visies.zoek(v).isPresent()).orElse(null) : visie,
        stap.map(Stap::id).orElse(null),
        gemeente,
        werk(job),
        Optional.ofNullable(job.getExceptionMessage()).orElse(""),
        Optional.ofNullable(
                runtime.createIncidentQuery().configuration(job.getId()).singleResult())
            .map(i -> i.getIncidentTimestamp().toInstant())
            .orElseGet(klok::instant));
  }

  /** A variable where the job stands; null without one. */
  private String variabele(Job job, String naam) {
    Execution plek =
        job.getExecutionId() == null
            ? null
            : runtime.createExecutionQuery().executionId(job.getExecutionId()).singleResult();
    return plek != null && runtime.getVariable(plek.getId(), naam) instanceof String waarde ? waarde : null;
  }

  private Optional<String> sleutel(Job job) {
    return Optional.ofNullable(job.getProcessInstanceId())
        .map(id -> runtime.createProcessInstanceQuery().processInstanceId(id).singleResult())
        .map(ProcessInstance::getBusinessKey);
  }

  private String werk(Job job) {
    String proces = job.getProcessDefinitionKey();
    return Optional.ofNullable(job.getJobDefinitionId())
        .map(id -> beheer.createJobDefinitionQuery().jobDefinitionId(id).singleResult())
        .map(d -> d.getActivityId() + " in " + proces + " (" + d.getJobType() + ")")
        .orElse(proces == null ? "job" : proces);
  }

  @Override
  public Omvang omvang() {
    return new Omvang(
        beheer.createJobQuery().withRetriesLeft().count(),
        beheer.createJobQuery().executable().count(),
        repository.createDeploymentQuery().count(),
        repository.createProcessDefinitionQuery().count(),
        runtime.createProcessInstanceQuery().rootProcessInstances().count());
  }

  @Override
  public Storing probeerOpnieuw(String id) {
    Job job = beheer.createJobQuery().jobId(id).noRetriesLeft().singleResult();
    if (job == null) {
      throw new IllegalArgumentException("No failed job " + id);
    }
    Storing storing = storing(job);
    beheer.setJobRetries(id, POGINGEN);
    return storing;
  }
}
