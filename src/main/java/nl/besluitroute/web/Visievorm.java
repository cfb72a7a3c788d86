package nl.besluitroute.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.regio.Orgaansoort;
import nl.besluitroute.regio.Regios;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.GeenToegang;
import nl.besluitroute.toegang.Rol;
import nl.besluitroute.visie.Bloksoort;
import nl.besluitroute.visie.Routebeheer;
import nl.besluitroute.visie.Routes;
import nl.besluitroute.visie.Vaststellingsregel;
import nl.besluitroute.visie.VisieStarten;
import nl.besluitroute.visie.Visies;
import nl.besluitroute.web.Visiegegevens.Invoer;
import org.springframework.stereotype.Component;

/** What a new vision and one that comes in half-way ask alike: the choices, and what is wrong with an answer. */
@Component
class Visievorm {

  private static final Pattern JAAR = Pattern.compile("(?:19|20|21)\\d{2}");

  private final Visies visies;
  private final Routebeheer routes;
  private final Regios regios;
  private final Klok klok;

  Visievorm(Visies visies, Routebeheer routes, Regios regios, Klok klok) {
    this.visies = visies;
    this.routes = routes;
    this.regios = regios;
    this.klok = klok;
  }

  /** The regions of this secretary by name. */
  List<Keuze> eigenRegios(Gebruiker wie) {
    Set<String> codes = wie.regios(Rol.AMBTELIJK_SECRETARIS);
    if (codes.isEmpty()) {
      throw new GeenToegang("Alleen een ambtelijk secretaris van een regio start een visie.");
    }
    return regios.regioNamen(codes).entrySet().stream()
        .map(regio -> new Keuze(regio.getKey(), regio.getValue()))
        .sorted(Comparator.comparing(Keuze::tekst))
        .toList();
  }

  /** The chosen regions, the leading one first; the same region twice is one. */
  List<String> gekozen(List<Keuze> eigen, String eerste, String tweede) {
    List<String> gekozen =
        tweede.isEmpty() || tweede.equals(eerste) ? List.of(eerste) : List.of(eerste, tweede);
    for (String code : gekozen) {
      if (eigen.stream().noneMatch(regio -> regio.waarde().equals(code))) {
        throw new GeenToegang("Alleen een ambtelijk secretaris van deze regio start hier een visie.");
      }
    }
    return gekozen;
  }

  List<Keuze> gemeenten(List<String> gekozen) {
    return gekozen.stream()
        .flatMap(regio -> regios.leden(regio, klok.vandaag()).stream())
        .map(g -> new Keuze(g.code(), g.naam()))
        .distinct()
        .sorted(Comparator.comparing(Keuze::tekst))
        .toList();
  }

  List<Invoerfout> fouten(Invoer invoer, List<Keuze> gemeenten, String regio) {
    List<Invoerfout> fouten = new ArrayList<>();
    eis(fouten, !invoer.titel().isEmpty(), "titel", "Vul de titel in.");
    eis(fouten, invoer.titel().length() <= 200, "titel", "De titel is langer dan 200 tekens.");
    Optional<String> bezwaar =
        invoer.kenmerk().isEmpty()
            ? Optional.of("Vul het kenmerk in.")
            : VisieStarten.bezwaarTegenKenmerk(invoer.kenmerk());
    eis(fouten, bezwaar.isEmpty(), "kenmerk", bezwaar.orElse(""));
    eis(
        fouten,
        bezwaar.isPresent() || visies.zoek(invoer.kenmerk()).isEmpty(),
        "kenmerk",
        "Er is al een visie met kenmerk " + invoer.kenmerk() + ".");
    eis(fouten, !invoer.besluit().isEmpty(), "besluit", "Vul het gevraagde besluit in.");
    eis(
        fouten,
        invoer.besluit().length() <= 4000,
        "besluit",
        "Het gevraagde besluit is langer dan 4000 tekens.");
    boolean van = JAAR.matcher(invoer.van()).matches();
    boolean tot = JAAR.matcher(invoer.tot()).matches();
    eis(fouten, van, "van", "Vul het eerste jaar van de looptijd in, in vier cijfers.");
    eis(fouten, tot, "tot", "Vul het laatste jaar van de looptijd in, in vier cijfers.");
    eis(
        fouten,
        !van || !tot || invoer.tot().compareTo(invoer.van()) >= 0,
        "tot",
        "De looptijd eindigt voordat hij begint.");
    eis(
        fouten,
        !invoer.deelnemers().isEmpty(),
        "deelnemers",
        "Kies ten minste één gemeente.");
    eis(
        fouten,
        gemeenten.stream().map(Keuze::waarde).toList().containsAll(invoer.deelnemers()),
        "deelnemers",
        "Kies gemeenten van de gekozen regio.");
    Optional<Vaststellingsregel> regel = regel(invoer.regel());
    eis(fouten, regel.isPresent(), "regel", "Kies wanneer de visie is vastgesteld.");
    Optional<Visiegegevens.Route> route =
        routes(regio).stream().filter(r -> r.waarde().equals(invoer.route())).findFirst();
    eis(fouten, route.isPresent(), "route", "Kies een route.");
    eis(
        fouten,
        regel.isEmpty()
            || route.isEmpty()
            || regel.get().beslist() == Orgaansoort.COLLEGE
            || !route.get().isCollege(),
        "regel",
        "In deze route besluiten de raden niet, zodat deze regel nooit is vervuld. Kies de regel voor"
            + " colleges of een andere route.");
    return fouten;
  }

  private static void eis(List<Invoerfout> fouten, boolean goed, String veld, String zin) {
    if (!goed) {
      fouten.add(new Invoerfout(veld, zin));
    }
  }

  private static Optional<Vaststellingsregel> regel(String code) {
    return Arrays.stream(Vaststellingsregel.values()).filter(r -> code(r).equals(code)).findFirst();
  }

  private static String code(Vaststellingsregel regel) {
    return regel.name().toLowerCase(Locale.ROOT);
  }

  /** The routes on which a vision of the leading region may start. */
  List<Visiegegevens.Route> routes(String regio) {
    return routes.teStarten(regio).stream().map(Visievorm::route).toList();
  }

  private static Visiegegevens.Route route(Routebeheer.Beheerd beheerd) {
    Routes.Route route = beheerd.route();
    List<String> beslist =
        route.model().blokken().stream()
            .filter(blok -> blok.soort() == Bloksoort.LOKAAL)
            .flatMap(blok -> blok.wieBesluit().stream())
            .toList();
    boolean college = beslist.contains("college") && !beslist.contains("raad");
    return new Visiegegevens.Route(
        route.sleutel(),
        route.model().naam(),
        (beslist.isEmpty()
                ? "Geen besluit per gemeente."
                : college ? "De colleges besluiten." : "De raden besluiten.")
            + (beheerd.regio().isPresent() ? " Eigen route van de regio, versie " + route.volgnummer() + "." : ""),
        college);
  }

  /** The order, of what has no errors. */
  VisieStarten.Opdracht opdracht(Invoer invoer, List<String> gekozen) {
    return new VisieStarten.Opdracht(
        invoer.kenmerk(),
        invoer.titel(),
        invoer.besluit(),
        Integer.parseInt(invoer.van()),
        Integer.parseInt(invoer.tot()),
        regel(invoer.regel()).orElseThrow(),
        gekozen,
        invoer.deelnemers(),
        invoer.route(),
        List.of());
  }

  /** As the form stands before anything is filled in: all municipalities take part, from this year on. */
  Invoer leeg(List<Keuze> gemeenten, int vanaf, String route) {
    return new Invoer(
        "",
        "",
        "",
        String.valueOf(vanaf),
        "",
        gemeenten.stream().map(Keuze::waarde).toList(),
        code(Vaststellingsregel.ALLE_RADEN),
        route);
  }

  Visiegegevens gegevens(
      List<String> gekozen, List<Keuze> gemeenten, String andereRegio, Invoer invoer, List<Invoerfout> fouten) {
    Map<String, String> namen = regios.regioNamen(gekozen);
    return new Visiegegevens(
        gekozen.get(0),
        gekozen.size() > 1 ? gekozen.get(1) : "",
        Taal.opsomming(gekozen.stream().map(namen::get).toList()),
        andereRegio,
        invoer,
        gemeenten,
        Arrays.stream(Vaststellingsregel.values())
            .map(r -> new Keuze(code(r), Taal.metHoofdletter(r.omschrijving())))
            .toList(),
        routes(gekozen.get(0)),
        fouten);
  }
}
