package nl.besluitroute.agenda;

import java.util.List;
import java.util.Optional;
import nl.besluitroute.toegang.Gebruiker;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is late or at risk, for who manages a region. */
@Service
@Transactional(readOnly = true)
public class Standlijst {

  /**
   * The visions of the regions in which this user has a role, the last planned decision date on top
   * and what has none last.
   *
   * @param lopend those whose route runs; else those that came to their end
   * @param na empty, or what is no place, for the first page
   */
  public Bladzijde<Visierij> van(Gebruiker wie, boolean lopend, Optional<String> na, int hoogstens) {
    throw new UnsupportedOperationException();
  }

  /** One vision's row; empty when it is not his to see. */
  public Optional<Visierij> visie(String visie, Gebruiker wie) {
    throw new UnsupportedOperationException();
  }

  /**
   * Where the vision stands in each municipality that takes or took part, the last decision date on
   * top. The reader must have been let into the vision.
   */
  public List<Gemeentestuk> gemeenten(String visie) {
    throw new UnsupportedOperationException();
  }
}
