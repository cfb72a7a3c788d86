package nl.besluitroute.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.besluitroute.agenda.AgendaTaak;
import nl.besluitroute.besluitvorming.Behandeling;
import nl.besluitroute.besluitvorming.Besluit;
import nl.besluitroute.besluitvorming.Informering;
import nl.besluitroute.besluitvorming.Opmerking;
import nl.besluitroute.besluitvorming.Stand;
import nl.besluitroute.participatie.Activiteit;
import nl.besluitroute.stuk.Versie;
import nl.besluitroute.visie.Regiovisie;
import nl.besluitroute.visie.RouteModel;
import nl.besluitroute.visie.Stap;

/**
 * All that the pages of one vision show, read at once: a fixed number of queries, whatever the
 * number of steps and municipalities.
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
 */
record Dossier(
    Regiovisie visie,
    RouteModel model,
    LocalDate vandaag,
    List<Stap> stappen,
    List<AgendaTaak> taken,
    Stand stand,
    List<Versie> versies,
    List<Opmerking> opmerkingen,
    List<Besluit> besluiten,
    List<Informering> informeringen,
    List<Behandeling> behandelingen,
    List<Activiteit> activiteiten,
    Map<String, String> gemeenten,
    Map<String, String> organen,
    List<String> regios,
    String ronde) {

  String url() {
    return "/visies/" + visie.id();
  }

  Optional<Versie> nieuwste() {
    return versies.isEmpty() ? Optional.empty() : Optional.of(versies.get(versies.size() - 1));
  }

  /** The regional steps that the reader sees: on the planned path, or passed after all. */
  List<Stap> route() {
    return stappen.stream().filter(stap -> !stap.soort().lokaal()).filter(this::telt).toList();
  }

  private boolean telt(Stap stap) {
    return stap.toestand() == Stap.Toestand.LOOPT
        || stap.toestand() == Stap.Toestand.GEDAAN
        || model.blok(stap.element()).gepland();
  }

  /** The newest step of this kind of a municipality, by decision round. */
  Optional<Stap> lokaal(String gemeente, Stap.Soort soort) {
    return stappen.stream()
        .filter(stap -> stap.soort() == soort)
        .filter(stap -> stap.gemeente().filter(gemeente::equals).isPresent())
        .reduce((eerder, later) -> later.besluitronde() >= eerder.besluitronde() ? later : eerder);
  }

  boolean heeft(Stap.Soort soort) {
    return stappen.stream().anyMatch(stap -> stap.soort() == soort);
  }

  /** Name of a body, else of the step. */
  String overleg(Stap stap) {
    return stap.orgaan().map(organen::get).orElse(stap.naam());
  }

  Optional<Stap> stap(String id) {
    return stappen.stream().filter(stap -> stap.id().equals(id)).findFirst();
  }

  List<AgendaTaak> takenVan(Stap stap) {
    return taken.stream().filter(taak -> taak.stap().equals(stap.id())).toList();
  }
}
