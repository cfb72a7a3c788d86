package nl.besluitroute.visie;

import java.util.function.Supplier;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs a use case in a transaction of its own and tries it again when the database shows that
 * somebody else changed the same at the same moment. Inside a transaction that is already open it
 * runs once: who opened that tries again.
 */
@Component
public class Herkansing {
  private static final int POGINGEN = 5;

  private final TransactionTemplate transactie;

  Herkansing(PlatformTransactionManager transacties) {
    this.transactie = new TransactionTemplate(transacties);
  }

  /** @throws RuntimeException what the use case throws, or the last conflict */
  public <T> T doe(Supplier<T> gebruik) {
    return doe(gebruik, () -> {});
  }

  /** @param naConflict runs after each conflict, outside a transaction; may throw to stop trying */
  public <T> T doe(Supplier<T> gebruik, Runnable naConflict) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      return gebruik.get();
    }
    for (int poging = 1; ; poging++) {
      try {
        return transactie.execute(status -> gebruik.get());
      } catch (ConcurrencyFailureException | DataIntegrityViolationException e) {
        naConflict.run();
        if (poging == POGINGEN) {
          throw e;
        }
      }
    }
  }

  public void doe(Runnable gebruik) {
    doe(
        () -> {
          gebruik.run();
          return null;
        });
  }
}
