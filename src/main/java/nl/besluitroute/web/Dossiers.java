package nl.besluitroute.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.besluitroute.agenda.Agenda;
import nl.besluitroute.besluitvorming.Behandelingen;
import nl.besluitroute.besluitvorming.Behandelverslag;
import nl.besluitroute.besluitvorming.Besluiten;
import nl.besluitroute.besluitvorming.Informeringen;
import nl.besluitroute.besluitvorming.Opmerkingen;
import nl.besluitroute.besluitvorming.Standen;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.participatie.Participatie;
import nl.besluitroute.regio.Orgaan;
import nl.besluitroute.regio.Regios;
import nl.besluitroute.stuk.Versies;
import nl.besluitroute.visie.Deelname;
import nl.besluitroute.visie.Regiovisie;
import nl.besluitroute.visie.Routes;
import nl.besluitroute.visie.Stap;
import nl.besluitroute.visie.Visies;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;

/** Reads the {@link Dossier} of a vision. */
@Component
class Dossiers {

  private final Visies visies;
  private final Routes routes;
  private final Agenda agenda;
  private final Standen standen;
  private final Versies versies;
  private final Opmerkingen opmerkingen;
  private final Besluiten besluiten;
  private final Informeringen informeringen;
  private final Behandelingen behandelingen;
  private final Behandelverslag verslag;
  private final Participatie participatie;
  private final Regios regios;
  private final Klok klok;

  Dossiers(
      Visies visies,
      Routes routes,
      Agenda agenda,
      Standen standen,
      Versies versies,
      Opmerkingen opmerkingen,
      Besluiten besluiten,
      Informeringen informeringen,
      Behandelingen behandelingen,
      Behandelverslag verslag,
      Participatie participatie,
      Regios regios,
      Klok klok) {
    this.visies = visies;
    this.routes = routes;
    this.agenda = agenda;
    this.standen = standen;
    this.versies = versies;
    this.opmerkingen = opmerkingen;
    this.besluiten = besluiten;
    this.informeringen = informeringen;
    this.behandelingen = behandelingen;
    this.verslag = verslag;
    this.participatie = participatie;
    this.regios = regios;
    this.klok = klok;
  }

  /** One transaction: the parts belong to one moment. Answers 404 for an unknown vision. */
  @Transactional(readOnly = true)
  Dossier van(String id) {
    Regiovisie visie = visie(id);
    List<Stap> stappen = visies.stappen(id);
    Set<String> gemeenten =
        stappen.stream().flatMap(s -> s.gemeente().stream()).collect(Collectors.toCollection(TreeSet::new));
    visies.deelnames(id).stream().map(Deelname::gemeente).forEach(gemeenten::add);
    Map<String, String> regionamen = regios.regioNamen(visie.regios());
    return new Dossier(
        visie,
        routes.versie(visie.routeVersie()).model(),
        klok.vandaag(),
        stappen,
        agenda.vanVisie(id),
        standen.van(id),
        versies.vanVisie(id),
        opmerkingen.vanVisie(id),
        besluiten.vanVisie(id),
        informeringen.vanVisie(id),
        behandelingen.vanVisie(id),
        participatie.vanVisie(id),
        regios.namen(gemeenten),
        regios.organen(stappen.stream().flatMap(s -> s.orgaan().stream()).distinct().toList()).stream()
            .collect(Collectors.toMap(Orgaan::id, Orgaan::naam)),
        visie.regios().stream().map(regionamen::get).toList(),
        verslag.huidigeRonde(id));
  }

  /** Answers 404 for an unknown vision. */
  Regiovisie visie(String id) {
    return visies
        .zoek(id)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "Deze visie bestaat niet."));
  }
}
