package nl.besluitroute.toegang;

import java.util.Collection;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The one place that says who may do what. Pages, API and engine ask here, at every use case.
 *
 * <ul>
 *   <li>An ambtelijk secretaris of a whole region records everything of that region, and what she
 *       learned of its municipalities as 'gemeld'; of one overleg, that overleg's treatments only.
 *   <li>A griffier (raad), bestuurssecretaris (college) and beleidsmedewerker (both) record what
 *       their own municipality decided; that is 'bevestigd'.
 *   <li>A manager reads and plans, and records nothing. A lezer reads.
 *   <li>A beheerder administers people, regions, bodies and routes; he reads what is not
 *       confidential and records nothing.
 * </ul>
 */
@Component
public class Toegang {

  /** Whether a vision of these regions and participating municipalities is this user's to read. */
  public boolean magLezen(Gebruiker wie, Collection<String> regios, Collection<String> gemeenten) {
    return wie.toekenningen().stream()
        .anyMatch(
            t ->
                leestAlles(t)
                    || (t.regio() != null && regios.contains(t.regio()))
                    || (t.gemeente() != null && gemeenten.contains(t.gemeente())));
  }

  /** Whether there is no vision that he may not read, but for what is confidential. */
  public boolean leestAlles(Gebruiker wie) {
    return wie.toekenningen().stream().anyMatch(Toegang::leestAlles);
  }

  private static boolean leestAlles(Toekenning t) {
    return t.rol() == Rol.BEHEERDER
        || (t.rol() == Rol.LEZER && t.regio() == null && t.gemeente() == null);
  }

  /** Whether the user has a function in such a vision, so that what is vertrouwelijk is his to read. */
  public boolean magVertrouwelijk(
      Gebruiker wie, Collection<String> regios, Collection<String> gemeenten) {
    return wie.toekenningen().stream()
        .filter(t -> t.rol().legtVast() || t.rol() == Rol.MANAGER)
        .anyMatch(
            t ->
                (t.regio() != null && regios.contains(t.regio()))
                    || (t.gemeente() != null && gemeenten.contains(t.gemeente())));
  }

  public boolean magVastleggen(Gebruiker wie, Plek plek) {
    return wie.toekenningen().stream()
        .anyMatch(
            t ->
                t.rol() == Rol.AMBTELIJK_SECRETARIS
                    ? plek.regios().contains(t.regio())
                        && (t.orgaan() == null
                            || (!plek.lokaal() && t.orgaan().equals(plek.orgaan())))
                    : plek.lokaal()
                        && plek.gemeente().equals(t.gemeente())
                        && t.rol().legtVastVoor(plek.soort()));
  }

  /** @throws GeenToegang when the user may not record here */
  public void eisVastleggen(Gebruiker wie, Plek plek) {
    if (!magVastleggen(wie, plek)) {
      throw new GeenToegang(
          plek.lokaal()
              ? "Alleen de gemeente zelf of een ambtelijk secretaris van de regio legt dit vast."
              : "Alleen een ambtelijk secretaris van deze regio of dit overleg legt dit vast.");
    }
  }

  /** Whether the user sets dates here: who records, and a manager of one of the regions. */
  public boolean magPlannen(Gebruiker wie, Plek plek) {
    return wie.regios(Rol.MANAGER).stream().anyMatch(plek.regios()::contains)
        || magVastleggen(wie, plek);
  }

  /** @throws GeenToegang when the user may not plan here */
  public void eisPlannen(Gebruiker wie, Plek plek) {
    if (!magPlannen(wie, plek)) {
      throw new GeenToegang(
          plek.lokaal()
              ? "Alleen de gemeente zelf, of een ambtelijk secretaris of manager van de regio, plant dit."
              : "Alleen een ambtelijk secretaris of manager van deze regio plant dit.");
    }
  }

  /** Whether the user is secretary of the whole of one of these regions. */
  public boolean isSecretaris(Gebruiker wie, Collection<String> regios) {
    return magVastleggen(wie, Plek.regionaal(regios));
  }

  /** @throws GeenToegang when the user is no secretary of the whole of one of these regions */
  public void eisSecretaris(Gebruiker wie, Collection<String> regios) {
    if (!isSecretaris(wie, regios)) {
      throw new GeenToegang("Alleen een ambtelijk secretaris van de hele regio doet dit.");
    }
  }

  public boolean magBeheren(Gebruiker wie) {
    return wie.heeft(Rol.BEHEERDER);
  }

  /** @throws GeenToegang when the user is no beheerder */
  public void eisBeheren(Gebruiker wie) {
    if (!magBeheren(wie)) {
      throw new GeenToegang("Alleen een beheerder doet dit.");
    }
  }

  /** Whether the user keeps the contacts of the body there: who records for it, and a beheerder. */
  public boolean magContactenBeheren(Gebruiker wie, Plek plek) {
    return magBeheren(wie) || magVastleggen(wie, plek);
  }

  public boolean magRoutesBeheren(Gebruiker wie, String regio) {
    return magBeheren(wie) || isSecretaris(wie, Set.of(regio));
  }

  /** @throws GeenToegang when the user may not bring in routes for this region */
  public void eisRoutesBeheren(Gebruiker wie, String regio) {
    if (!magRoutesBeheren(wie, regio)) {
      throw new GeenToegang(
          "Alleen een ambtelijk secretaris van de regio of een beheerder neemt een route in gebruik.");
    }
  }
}
