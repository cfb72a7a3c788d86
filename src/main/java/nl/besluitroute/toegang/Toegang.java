package nl.besluitroute.toegang;

import java.util.Collection;
import org.springframework.stereotype.Component;

/**
 * The one place that says who may record what.
 *
 * <p>A regional fact is recorded by an ambtelijk secretaris of that region. A local fact is recorded
 * by somebody of the municipality (then 'bevestigd') or by a secretary of the region ('gemeld', with
 * a source). A manager, beheerder and lezer record nothing.
 */
@Component
public class Toegang {

  public boolean magVastleggen(Gebruiker wie, Collection<String> regios, String gemeente) {
    boolean regionaal = wie.regios(Rol.AMBTELIJK_SECRETARIS).stream().anyMatch(regios::contains);
    return regionaal || (gemeente != null && wie.hoortBij(gemeente));
  }

  /** @throws GeenToegang when the user may not record here */
  public void eisVastleggen(Gebruiker wie, Collection<String> regios, String gemeente) {
    if (!magVastleggen(wie, regios, gemeente)) {
      throw new GeenToegang(
          gemeente == null
              ? "Alleen een ambtelijk secretaris van deze regio legt dit vast."
              : "Alleen de gemeente zelf of een ambtelijk secretaris van de regio legt dit vast.");
    }
  }

  /** @throws GeenToegang when the user is no secretary of one of these regions */
  public void eisSecretaris(Gebruiker wie, Collection<String> regios) {
    eisVastleggen(wie, regios, null);
  }
}
