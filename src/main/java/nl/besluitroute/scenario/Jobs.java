package nl.besluitroute.scenario;

import java.time.Instant;
import java.util.Optional;

/**
 * Port: the engine's own work during a replay, when its job executor is off. Implemented by the
 * engine adapter.
 */
public interface Jobs {

  /** When the first piece of work falls due; what may run at once is due now. */
  Optional<Instant> eerste();

  /** Runs everything that is due by the clock, in due order, until nothing is left. */
  void voerUitWatVervalt();
}
