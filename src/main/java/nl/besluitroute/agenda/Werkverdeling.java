package nl.besluitroute.agenda;

import java.time.LocalDate;
import java.util.Collection;
import nl.besluitroute.toegang.Gebruiker;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Use cases: who does a piece of work, and when to come back to it. Who may record the work may do
 * so; each change is in the journal.
 */
@Service
@Transactional
public class Werkverdeling {

  /**
   * Assigns work, one piece or many: all of it or nothing.
   *
   * @param account name of the account that will do it; it must be able to record each
   * @throws TaakNietOpen when a piece is done or gone
   * @throws nl.besluitroute.toegang.GeenToegang when a piece is not this user's to record
   * @throws AgendaFout when the account does not exist or may not record a piece
   */
  public void wijsToe(Collection<String> taken, String account, Gebruiker wie) {
    throw new UnsupportedOperationException();
  }

  /** Gives assigned work back to the body; errors as {@link #wijsToe}. */
  public void geefTerug(Collection<String> taken, Gebruiker wie) {
    throw new UnsupportedOperationException();
  }

  /**
   * Sets the day on which to come back to a piece of work; it changes no term.
   *
   * @param dag in Europe/Amsterdam, today or later; null takes it away
   * @throws TaakNietOpen when it is done or gone
   * @throws nl.besluitroute.toegang.GeenToegang when it is not this user's to record
   * @throws AgendaFout when the day is past
   */
  public void zetOpvolgdatum(String taak, LocalDate dag, Gebruiker wie) {
    throw new UnsupportedOperationException();
  }
}
