package nl.besluitroute.agenda;

import java.util.Optional;
import nl.besluitroute.toegang.Gebruiker;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What reaches a council. */
@Service
@Transactional(readOnly = true)
public class Regiostukken {

  /**
   * What reaches the raden of the municipalities in which this user has a role, by the day of the
   * raad; what has none comes last. Leaves out routes that do not reach the raad.
   *
   * @param lopend what is still to come; else what is done
   * @param na empty, or what is no place, for the first page
   */
  public Bladzijde<Regiostuk> van(Gebruiker wie, boolean lopend, Optional<String> na, int hoogstens) {
    throw new UnsupportedOperationException();
  }

  /** One row of it; empty when it does not reach his raad, or is not his to see. */
  public Optional<Regiostuk> stuk(String visie, String gemeente, Gebruiker wie) {
    throw new UnsupportedOperationException();
  }
}
