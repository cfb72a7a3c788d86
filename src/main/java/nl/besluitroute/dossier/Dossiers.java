package nl.besluitroute.dossier;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.besluitroute.agenda.Agenda;
import nl.besluitroute.besluitvorming.Behandeling;
import nl.besluitroute.besluitvorming.Behandelingen;
import nl.besluitroute.besluitvorming.Behandelverslag;
import nl.besluitroute.besluitvorming.Besluit;
import nl.besluitroute.besluitvorming.Besluiten;
import nl.besluitroute.besluitvorming.Correctie;
import nl.besluitroute.besluitvorming.Correcties;
import nl.besluitroute.besluitvorming.Duiding;
import nl.besluitroute.besluitvorming.Informeringen;
import nl.besluitroute.besluitvorming.Opmerkingen;
import nl.besluitroute.besluitvorming.Stand;
import nl.besluitroute.besluitvorming.Standen;
import nl.besluitroute.journaal.Journaal;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.participatie.Participatie;
import nl.besluitroute.regio.Orgaan;
import nl.besluitroute.regio.Regios;
import nl.besluitroute.stuk.Versies;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.visie.Deelname;
import nl.besluitroute.visie.Regiovisie;
import nl.besluitroute.visie.Routes;
import nl.besluitroute.visie.Stap;
import nl.besluitroute.visie.Vertrouwelijkheden;
import nl.besluitroute.visie.Visies;
import nl.besluitroute.visie.Zicht;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the {@link Dossier} of a vision, its Behandeling and its history, for one reader. */
@Service
public class Dossiers {

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
  private final Correcties correcties;
  private final Vertrouwelijkheden vertrouwelijkheden;
  private final Journaal journaal;
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
      Correcties correcties,
      Vertrouwelijkheden vertrouwelijkheden,
      Journaal journaal,
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
    this.correcties = correcties;
    this.vertrouwelijkheden = vertrouwelijkheden;
    this.journaal = journaal;
    this.regios = regios;
    this.klok = klok;
  }

  /**
   * One transaction: the parts belong to one moment.
   *
   * @throws nl.besluitroute.visie.VisieNietGevonden when there is none, or it is not his to read
   */
  @Transactional(readOnly = true)
  public Dossier van(String id, Gebruiker wie) {
    Regiovisie visie = visies.leesbaar(id, wie);
    Zicht zicht = vertrouwelijkheden.zicht(visie, wie);
    List<Stap> stappen = visies.stappen(id);
    Set<String> gemeenten =
        stappen.stream().flatMap(s -> s.gemeente().stream()).collect(Collectors.toCollection(TreeSet::new));
    visies.deelnames(id).stream().map(Deelname::gemeente).forEach(gemeenten::add);
    Map<String, String> regionamen = regios.regioNamen(visie.regios());
    Set<UUID> verborgenBehandelingen = new HashSet<>();
    List<Behandeling> behandeld =
        behandelingen.vanVisie(id).stream()
            .filter(b -> zicht.stap(b.stap()) || !verborgenBehandelingen.add(b.id()))
            .toList();
    List<Besluit> besloten = besluiten.vanVisie(id);
    Map<UUID, String> stapVanBesluit =
        besloten.stream().collect(Collectors.toMap(Besluit::id, Besluit::stap));
    return new Dossier(
        visie,
        routes.versie(visie.routeVersie()).model(),
        klok.vandaag(),
        stappen,
        agenda.vanVisie(id),
        inZicht(standen.van(id), zicht),
        versies.vanVisie(id).stream()
            .map(v -> Tekstversie.van(v, zicht.merkVanVersie(v.nummer()), zicht.versie(v.nummer())))
            .toList(),
        opmerkingen.vanVisie(id).stream()
            .filter(o -> !verborgenBehandelingen.contains(o.behandeling()))
            .toList(),
        besloten.stream().map(b -> inZicht(b, zicht)).toList(),
        besluiten.duidingen(id).stream()
            .filter(d -> zicht.stap(stapVanBesluit.get(d.besluit())))
            .toList(),
        informeringen.vanVisie(id).stream().filter(i -> zicht.stap(i.stap())).toList(),
        behandeld,
        participatie.vanVisie(id).stream().filter(a -> zicht.stap(a.stap())).toList(),
        regios.namen(gemeenten),
        regios.organen(stappen.stream().flatMap(s -> s.orgaan().stream()).distinct().toList()).stream()
            .collect(Collectors.toMap(Orgaan::id, Orgaan::naam)),
        visie.regios().stream().map(regionamen::get).toList(),
        verslag.huidigeRonde(id),
        zicht);
  }

  private static Besluit inZicht(Besluit besluit, Zicht zicht) {
    return zicht.stap(besluit.stap()) ? besluit : besluit.zonderWoorden();
  }

  /** What was decided is no secret, the words may be. */
  private static Stand inZicht(Stand stand, Zicht zicht) {
    return zicht.verborgenStappen().isEmpty()
        ? stand
        : stand.met(
            stand.gemeenten().stream()
                .map(
                    g ->
                        g.besluit().filter(b -> !zicht.stap(b.stap())).isEmpty()
                            ? g
                            : new Stand.GemeenteStand(
                                g.gemeente(),
                                g.weging(),
                                g.besluit().map(Besluit::zonderWoorden),
                                "Het besluit is niet openbaar."))
                .toList());
  }

  /** The rounds of a vision in which a body treats the text, in the order of the route. */
  @Transactional(readOnly = true)
  public List<String> ronden(Dossier d) {
    return verslag.ronden(d.visie().id());
  }

  /** The Behandeling of a round; of a hidden step only that it was treated. */
  @Transactional(readOnly = true)
  public List<Behandelverslag.Rij> behandeling(Dossier d, String ronde) {
    return verslag.rijen(d.visie().id(), ronde).stream()
        .map(rij -> d.zicht().stap(rij.stap()) ? rij : rij.verborgen())
        .toList();
  }

  /** A page of the history, the newest first, without what is not for this reader. */
  @Transactional(readOnly = true)
  public Journaal.Bladzijde geschiedenis(Dossier d, Optional<Journaal.Plaats> na, int hoogstens) {
    return geschiedenis(d, Journaal.Keuze.ALLES, na, hoogstens);
  }

  /** As {@link #geschiedenis(Dossier, Optional, int)}, of what is asked for. */
  @Transactional(readOnly = true)
  public Journaal.Bladzijde geschiedenis(
      Dossier d, Journaal.Keuze keuze, Optional<Journaal.Plaats> na, int hoogstens) {
    return journaal.bladzijde(d.visie().id(), zonder(d), keuze, na, hoogstens);
  }

  /** Who acted on the vision, of what this reader may see; by name. */
  @Transactional(readOnly = true)
  public List<String> wieDeedWat(Dossier d) {
    return journaal.wie(d.visie().id(), zonder(d));
  }

  private static Journaal.Zonder zonder(Dossier d) {
    return new Journaal.Zonder(
        Set.of("taak_afgerond"), d.zicht().verborgenStappen(), d.zicht().verborgenVersies());
  }

  /** What stood in a conclusie or besluit before it was corrected, the first correction first. */
  @Transactional(readOnly = true)
  public List<Correctie> correcties(Dossier d) {
    return correcties.vanVisie(d.visie().id()).stream()
        .filter(c -> d.zicht().stap(c.stap()))
        .toList();
  }
}
