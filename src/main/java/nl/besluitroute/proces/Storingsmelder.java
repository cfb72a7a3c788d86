package nl.besluitroute.proces;

import org.camunda.bpm.engine.impl.incident.DefaultIncidentHandler;
import org.camunda.bpm.engine.impl.incident.IncidentContext;
import org.camunda.bpm.engine.runtime.Incident;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in the log, once, that the engine gave up on a job; a job that is tried again may fail anew. */
class Storingsmelder extends DefaultIncidentHandler {
  private static final Logger LOG = LoggerFactory.getLogger(Storingsmelder.class);

  Storingsmelder() {
    super(Incident.FAILED_JOB_HANDLER_TYPE);
  }

  @Override
  public Incident handleIncident(IncidentContext context, String melding) {
    LOG.warn(
        "Job {} of {} failed for good: {}. See /beheer/techniek",
        context.getConfiguration(),
        context.getActivityId(),
        melding);
    return super.handleIncident(context, melding);
  }
}
