package nl.besluitroute.proces;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.scenario.Jobs;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.stereotype.Component;

/** The engine's jobs, run one by one while the job executor is off. */
@Component
class Werkvoorraad implements Jobs {
  private final ManagementService beheer;
  private final Klok klok;

  Werkvoorraad(ManagementService beheer, Klok klok) {
    this.beheer = beheer;
    this.klok = klok;
  }

  @Override
  public Optional<Instant> eerste() {
    return beheer.createJobQuery().active().withRetriesLeft().orderByJobDuedate().asc().listPage(0, 1).stream()
        .findFirst()
        .map(job -> Optional.ofNullable(job.getDuedate()).map(Date::toInstant).orElse(klok.instant()));
  }

  @Override
  public void voerUitWatVervalt() {
    for (List<Job> jobs = vervallen(); !jobs.isEmpty(); jobs = vervallen()) {
      beheer.executeJob(jobs.get(0).getId());
    }
  }

  private List<Job> vervallen() {
    return beheer.createJobQuery().active().executable().orderByJobDuedate().asc().orderByJobId().asc().listPage(0, 1);
  }
}
