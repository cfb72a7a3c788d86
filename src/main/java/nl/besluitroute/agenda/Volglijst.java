package nl.besluitroute.agenda;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import nl.besluitroute.journaal.Gebeurtenis;
import nl.besluitroute.toegang.Gebruiker;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which visions somebody follows, and what changed since. A private list: not in the journal. */
@Service
@Transactional
public class Volglijst {

  /**
   * Begins to follow; does nothing when he follows it already.
   *
   * @throws nl.besluitroute.visie.VisieFout when there is no such vision, or it is not his to read
   */
  public void volg(String visie, Gebruiker wie) {
    throw new UnsupportedOperationException();
  }

  /** Stops following; does nothing when he does not follow it. */
  public void ontvolg(String visie, Gebruiker wie) {
    throw new UnsupportedOperationException();
  }

  @Transactional(readOnly = true)
  public boolean volgt(String visie, Gebruiker wie) {
    throw new UnsupportedOperationException();
  }

  /** He looked at these now; those that he does not follow are left out. */
  public void bekeken(Collection<String> visies, Gebruiker wie) {
    throw new UnsupportedOperationException();
  }

  /** What he follows and may read, what changed last on top. */
  @Transactional(readOnly = true)
  public List<Gevolgd> van(Gebruiker wie) {
    throw new UnsupportedOperationException();
  }

  /**
   * What was noted about these visions since a moment, the newest first, of what he may see; without
   * who did which task and who was assigned to it.
   */
  @Transactional(readOnly = true)
  public List<Gebeurtenis> gewijzigdSinds(
      Collection<String> visies, Instant sinds, int hoogstens, Gebruiker wie) {
    throw new UnsupportedOperationException();
  }
}
