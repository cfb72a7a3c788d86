package nl.besluitroute.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.besluitroute.agenda.AgendaTaak;
import nl.besluitroute.besluitvorming.Behandeling;
import nl.besluitroute.besluitvorming.Besluit;
import nl.besluitroute.besluitvorming.Conclusie;
import nl.besluitroute.besluitvorming.Informering;
import nl.besluitroute.besluitvorming.Stand;
import nl.besluitroute.dossier.Dossier;
import nl.besluitroute.kalender.GeschrevenDatum;
import nl.besluitroute.regio.Orgaansoort;
import nl.besluitroute.visie.Stap;
import nl.besluitroute.web.VisieKop.Baan;
import nl.besluitroute.web.VisieKop.Plek;
import nl.besluitroute.web.VisieKop.Teken;
import nl.besluitroute.web.VisieKop.Voortgang;
import nl.besluitroute.web.VisieKop.Waaier;
import nl.besluitroute.web.VisieKop.Wie;

/**
 * The route as a track of a few stations and a fan-out to the municipalities. What is done comes
 * first, then what runs, then what is planned; a round of treatment other than the present one is
 * one station, so that the track stays readable.
 */
final class Routekaart {

  static final int MEESTE_STATIONS = 7;

  private final Dossier dossier;

  Routekaart(Dossier dossier) {
    this.dossier = dossier;
  }

  VisieKop.Route route() {
    List<VisieKop.Stap> stations = new ArrayList<>(stations());
    int laatsteGedaan = -1;
    for (int i = 0; i < stations.size(); i++) {
      if (stations.get(i).voortgang() == Voortgang.GEDAAN) {
        laatsteGedaan = i;
      }
    }
    if (laatsteGedaan >= 0 && laatsteGedaan < stations.size() - 1) {
      VisieKop.Stap s = stations.get(laatsteGedaan);
      stations.set(
          laatsteGedaan, new VisieKop.Stap(s.naam(), s.voortgang(), s.datum(), s.bij(), true));
    }
    return new VisieKop.Route(stations, waaier());
  }

  // -- the track -----------------------------------------------------------------------------

  private List<VisieKop.Stap> stations() {
    List<Stap> stappen =
        dossier.route().stream()
            .filter(s -> s.soort() != Stap.Soort.LOKAAL && s.soort() != Stap.Soort.INFORMEREN)
            .sorted(Comparator.comparing(s -> voortgang(s) == Voortgang.GEDAAN ? 0 : 1))
            .toList();
    boolean samen = stappen.size() > MEESTE_STATIONS;
    Map<String, List<Stap>> groepen = new LinkedHashMap<>();
    for (Stap stap : stappen) {
      boolean andereRonde = !stap.ronde().equals(dossier.ronde());
      boolean inGroep = samen && andereRonde && voortgang(stap) != Voortgang.NU;
      groepen
          .computeIfAbsent(
              inGroep ? voortgang(stap) + "/" + stap.ronde() : stap.id(), sleutel -> new ArrayList<>())
          .add(stap);
    }
    return groepen.values().stream()
        .map(groep -> groep.size() == 1 ? station(groep.get(0)) : station(groep))
        .toList();
  }

  private VisieKop.Stap station(Stap stap) {
    return new VisieKop.Stap(
        Taal.afbreekbaar(stap.naam()),
        voortgang(stap),
        Taal.geschreven(stap.datum()),
        bij(stap),
        false);
  }

  private VisieKop.Stap station(List<Stap> groep) {
    Stap eerste = groep.get(0);
    return new VisieKop.Stap(
        rondenaam(eerste.ronde()),
        voortgang(eerste),
        periode(groep),
        groep.size() + " stappen",
        false);
  }

  private static String periode(List<Stap> groep) {
    List<GeschrevenDatum> datums =
        groep.stream().flatMap(s -> s.datum().stream()).filter(GeschrevenDatum::isBekend).sorted().toList();
    if (datums.isEmpty()) {
      return "geen datum";
    }
    String van = Taal.geschreven(datums.get(0));
    String tot = Taal.geschreven(datums.get(datums.size() - 1));
    return van.equals(tot) ? van : van + " – " + tot;
  }

  /** The slug of a round as a heading: 'Conceptronde', 'Definitieve ronde', 'Ronde tweede'. */
  static String rondenaam(String ronde) {
    return switch (ronde) {
      case "" -> "Voorbereiding";
      case "concept" -> "Conceptronde";
      case "definitief" -> "Definitieve ronde";
      case "tweede" -> "Tweede ronde";
      default -> "Ronde " + ronde.replace('_', ' ');
    };
  }

  static Voortgang voortgang(Stap stap) {
    return switch (stap.toestand()) {
      case LOOPT -> Voortgang.NU;
      case GEDAAN -> Voortgang.GEDAAN;
      case VERVALLEN -> Voortgang.OVERGESLAGEN;
      case GEPLAND -> Voortgang.KOMT;
    };
  }

  /** What happened in a step, or what it waits for. */
  String bij(Stap stap) {
    Optional<AgendaTaak> taak = dossier.takenVan(stap).stream().findFirst();
    if (taak.isPresent()) {
      return taak.get().naam()
          + taak.get().uiterlijk().map(dag -> ", uiterlijk " + Taal.kort(dag)).orElse("");
    }
    if (stap.toestand() != Stap.Toestand.GEDAAN) {
      return null;
    }
    return switch (stap.soort()) {
      case OVERLEG -> conclusie(stap);
      case PARTICIPATIE ->
          Taal.geenOfAantal(
              dossier.activiteiten().stream().filter(a -> a.stap().equals(stap.id())).count(),
              "gesprek",
              "gesprekken");
      default -> null;
    };
  }

  private String conclusie(Stap stap) {
    Behandeling laatste =
        dossier.behandelingen().stream()
            .filter(b -> b.stap().equals(stap.id()) && b.conclusie().isPresent())
            .reduce((eerder, later) -> later)
            .orElse(null);
    if (laatste == null) {
      return null;
    }
    Conclusie conclusie = laatste.conclusie().orElseThrow();
    long opmerkingen =
        dossier.opmerkingen().stream().filter(o -> o.behandeling().equals(laatste.id())).count();
    String naam = conclusie == Conclusie.LEEG ? "Zonder conclusie" : conclusie.naam();
    return opmerkingen == 0
        ? naam
        : naam + ", " + Taal.aantal(opmerkingen, "opmerking", "opmerkingen");
  }

  // -- the fan-out ---------------------------------------------------------------------------

  private Waaier waaier() {
    if (!dossier.heeft(Stap.Soort.COLLEGE)) {
      return null;
    }
    boolean raad = dossier.heeft(Stap.Soort.RAAD);
    boolean brief = !raad && dossier.heeft(Stap.Soort.RAAD_INFORMEREN);
    List<Baan> banen =
        dossier.stand().gemeenten().stream()
            .map(g -> baan(g, raad, brief))
            .sorted(Comparator.comparing(Baan::gemeente))
            .toList();
    return new Waaier("College besluit", raad ? "Raad besluit" : brief ? "Brief aan raad" : null, banen);
  }

  private Baan baan(Stand.GemeenteStand g, boolean raad, boolean brief) {
    return new Baan(
        dossier.gemeenten().getOrDefault(g.gemeente(), g.gemeente()),
        besluit(g, Wie.COLLEGE, Stap.Soort.COLLEGE, Orgaansoort.COLLEGE),
        raad
            ? besluit(g, Wie.RAAD, Stap.Soort.RAAD, Orgaansoort.RAAD)
            : brief ? brief(g.gemeente()) : null);
  }

  private Plek besluit(Stand.GemeenteStand g, Wie wie, Stap.Soort soort, Orgaansoort orgaan) {
    Optional<Stap> stap = dossier.lokaal(g.gemeente(), soort);
    if (dossier.visie().regel().beslist() == orgaan && g.besluit().isPresent() && !bezig(stap)) {
      Besluit besluit = g.besluit().get();
      return new Plek(
          wie,
          g.weging() == Stand.Weging.VASTGESTELD ? Teken.GEDAAN : Teken.ANDERS,
          g.weging() == Stand.Weging.VASTGESTELD ? Taal.kort(besluit.datum()) : kort(g.weging()));
    }
    return stap.filter(s -> s.toestand() == Stap.Toestand.GEDAAN)
        .map(s -> new Plek(wie, Teken.GEDAAN, Taal.geschreven(s.datum())))
        .orElseGet(() -> new Plek(wie, Teken.OPEN, Taal.geschreven(stap.flatMap(Stap::gepland))));
  }

  /** A further round runs: the besluit that was taken still counts, a new one is on its way. */
  private static boolean bezig(Optional<Stap> stap) {
    return stap.filter(s -> s.besluitronde() > 1 && s.toestand() == Stap.Toestand.LOOPT).isPresent();
  }

  static String kort(Stand.Weging weging) {
    return switch (weging) {
      case OPEN -> "open";
      case VASTGESTELD -> "vastgesteld";
      case AFWIJKEND -> "afwijkend";
      case ANDERE_TEKST -> "telt niet mee";
      case NIET -> "niet vastgesteld";
    };
  }

  private Plek brief(String gemeente) {
    Optional<Informering> verzonden =
        dossier.informeringen().stream()
            .filter(i -> i.gemeente().equals(gemeente))
            .reduce((eerder, later) -> later);
    return verzonden
        .map(i -> new Plek(Wie.BRIEF, Teken.GEDAAN, Taal.kort(i.datum())))
        .orElseGet(
            () ->
                new Plek(
                    Wie.BRIEF,
                    Teken.OPEN,
                    Taal.geschreven(
                        dossier.lokaal(gemeente, Stap.Soort.RAAD_INFORMEREN).flatMap(Stap::gepland))));
  }
}
