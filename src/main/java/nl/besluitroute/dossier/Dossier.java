package nl.besluitroute.dossier;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.besluitroute.agenda.AgendaTaak;
import nl.besluitroute.besluitvorming.Behandeling;
import nl.besluitroute.besluitvorming.Besluit;
import nl.besluitroute.besluitvorming.Duiding;
import nl.besluitroute.besluitvorming.Informering;
import nl.besluitroute.besluitvorming.Opmerking;
import nl.besluitroute.besluitvorming.Stand;
import nl.besluitroute.participatie.Activiteit;
import nl.besluitroute.visie.Regiovisie;
import nl.besluitroute.visie.RouteModel;
import nl.besluitroute.visie.Stap;
import nl.besluitroute.visie.Zicht;

/**
 * All that is known of one vision and is for its reader to see, read at once: a fixed number of
 * queries, whatever the number of steps and municipalities. What he may not see is left out: of a
 * hidden step its treatments, opmerkingen, activities and duidingen, and of its besluiten the words.
 *
 * @param stappen in the order of the route
 * @param taken open work, what falls due first on top
 * @param versies oldest first
 * @param besluiten by date
 * @param behandelingen by step, in the order in which they began
 * @param gemeenten names by code
 * @param organen names of bodies by id
 * @param regios names of its regions, the leading one first
 * @param ronde the round of treatment that is under way
 * @param zicht what was left out, and the marks in force
 */
public record Dossier(
    Regiovisie visie,
    RouteModel model,
    LocalDate vandaag,
    List<Stap> stappen,
    List<AgendaTaak> taken,
    Stand stand,
    List<Tekstversie> versies,
    List<Opmerking> opmerkingen,
    List<Besluit> besluiten,
    List<Duiding> duidingen,
    List<Informering> informeringen,
    List<Behandeling> behandelingen,
    List<Activiteit> activiteiten,
    Map<String, String> gemeenten,
    Map<String, String> organen,
    List<String> regios,
    String ronde,
    Zicht zicht) {

  public String url() {
    return "/visies/" + visie.id();
  }

  public Optional<Tekstversie> nieuwste() {
    return versies.isEmpty() ? Optional.empty() : Optional.of(versies.get(versies.size() - 1));
  }

  /** The regional steps that the reader sees: on the planned path, or passed after all. */
  public List<Stap> route() {
    return stappen.stream().filter(stap -> !stap.soort().lokaal()).filter(this::telt).toList();
  }

  private boolean telt(Stap stap) {
    return stap.toestand() == Stap.Toestand.LOOPT
        || stap.toestand() == Stap.Toestand.GEDAAN
        || model.opGeplandPad(stap.element());
  }

  /** The newest step of this kind of a municipality, by decision round. */
  public Optional<Stap> lokaal(String gemeente, Stap.Soort soort) {
    return stappen.stream()
        .filter(stap -> stap.soort() == soort)
        .filter(stap -> stap.gemeente().filter(gemeente::equals).isPresent())
        .reduce((eerder, later) -> later.besluitronde() >= eerder.besluitronde() ? later : eerder);
  }

  public boolean heeft(Stap.Soort soort) {
    return stappen.stream().anyMatch(stap -> stap.soort() == soort);
  }

  /** Name of a body, else of the step. */
  public String overleg(Stap stap) {
    return stap.orgaan().map(organen::get).orElse(stap.naam());
  }

  public Optional<Stap> stap(String id) {
    return stappen.stream().filter(stap -> stap.id().equals(id)).findFirst();
  }

  public List<AgendaTaak> takenVan(Stap stap) {
    return taken.stream().filter(taak -> taak.stap().equals(stap.id())).toList();
  }
}
