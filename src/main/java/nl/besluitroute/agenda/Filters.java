package nl.besluitroute.agenda;

import java.util.List;
import nl.besluitroute.toegang.Gebruiker;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The choices of work that somebody saved. A private list: not in the journal. */
@Service
@Transactional
public class Filters {
  /** The most that one account keeps. */
  static final int HOOGSTENS = 50;

  /**
   * Saves a choice; one of the same name is replaced.
   *
   * @throws AgendaFout when the name is empty, one of both is too long, or there are too many
   */
  public void bewaar(BewaardFilter filter, Gebruiker wie) {
    throw new UnsupportedOperationException();
  }

  /** Does nothing when there is none of that name. */
  public void verwijder(String naam, Gebruiker wie) {
    throw new UnsupportedOperationException();
  }

  /** By name. */
  @Transactional(readOnly = true)
  public List<BewaardFilter> van(Gebruiker wie) {
    throw new UnsupportedOperationException();
  }
}
