package nl.besluitroute.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.besluitroute.agenda.Bladzijde;
import nl.besluitroute.besluitvorming.Behandeling;
import nl.besluitroute.besluitvorming.Besluit;
import nl.besluitroute.besluitvorming.Opmerking;
import nl.besluitroute.besluitvorming.Stand;
import nl.besluitroute.dossier.Dossier;
import nl.besluitroute.dossier.Dossiers;
import nl.besluitroute.journaal.Gebeurtenis;
import nl.besluitroute.journaal.Journaal;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.regio.Orgaansoort;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.visie.Stap;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The lists of one vision as files, from the dossier of who asks: what he may not see is not in it. */
@Controller
class VisieBestandController {

  private static final int PER_KEER = 200;
  private static final DateTimeFormatter TIJD = DateTimeFormatter.ofPattern("HH:mm");

  private final Dossiers dossiers;
  private final Uitvoer uitvoer;

  VisieBestandController(Dossiers dossiers, Uitvoer uitvoer) {
    this.dossiers = dossiers;
    this.uitvoer = uitvoer;
  }

  @GetMapping("/visies/{id}/behandeling." + Uitvoer.VORM)
  void behandeling(
      @PathVariable String id,
      @PathVariable String vorm,
      @RequestParam(name = "ronde", required = false) String gevraagd,
      Gebruiker wie,
      HttpServletResponse antwoord) {
    Dossier d = dossiers.van(id, wie);
    String ronde = dossiers.ronden(d).contains(gevraagd) ? gevraagd : d.ronde();
    stuur(
        d,
        "Behandeling",
        List.of("Datum", "Overleg", "Doel", "Conclusie", "Versie"),
        dossiers.behandeling(d, ronde).stream()
            .map(
                rij ->
                    List.of(
                        Tabel.tekst(rij.datum()),
                        Tabel.tekst(rij.overleg()),
                        Tabel.tekst(rij.doel()),
                        Tabel.tekst(rij.behandeld() ? rij.conclusie() : null),
                        Tabel.tekst(rij.versie())))
            .toList(),
        vorm,
        antwoord);
  }

  @GetMapping("/visies/{id}/gemeenten." + Uitvoer.VORM)
  void gemeenten(
      @PathVariable String id, @PathVariable String vorm, Gebruiker wie, HttpServletResponse antwoord) {
    Dossier d = dossiers.van(id, wie);
    boolean brief = d.heeft(Stap.Soort.RAAD_INFORMEREN);
    List<String> kolommen = new ArrayList<>(List.of("Gemeente", "Stand", "College", "Uitkomst college"));
    if (d.heeft(Stap.Soort.RAAD)) {
      kolommen.addAll(List.of("Raad", "Uitkomst raad"));
    }
    if (brief) {
      kolommen.add("Raad geïnformeerd");
    }
    kolommen.addAll(List.of("Versie", "Rust op", "Bron", "Dictum", "Amendement", "Duiding"));
    stuur(
        d,
        "Gemeenten",
        kolommen,
        d.stand().gemeenten().stream()
            .sorted(Comparator.comparing(g -> d.gemeenten().getOrDefault(g.gemeente(), "")))
            .map(g -> gemeente(d, g, brief))
            .toList(),
        vorm,
        antwoord);
  }

  private static List<Tabel.Waarde> gemeente(Dossier d, Stand.GemeenteStand g, boolean brief) {
    List<Tabel.Waarde> cellen = new ArrayList<>();
    cellen.add(Tabel.tekst(d.gemeenten().getOrDefault(g.gemeente(), g.gemeente())));
    cellen.add(Tabel.tekst(Routekaart.kort(g.weging())));
    orgaan(d, g.gemeente(), Orgaansoort.COLLEGE, Stap.Soort.COLLEGE, cellen);
    if (d.heeft(Stap.Soort.RAAD)) {
      orgaan(d, g.gemeente(), Orgaansoort.RAAD, Stap.Soort.RAAD, cellen);
    }
    if (brief) {
      cellen.add(
          d.informeringen().stream()
              .filter(i -> i.gemeente().equals(g.gemeente()))
              .reduce((eerder, later) -> later)
              .map(i -> Tabel.datum(Optional.of(i.datum())))
              .orElseGet(
                  () ->
                      Tabel.geschreven(
                          d.lokaal(g.gemeente(), Stap.Soort.RAAD_INFORMEREN).flatMap(Stap::gepland))));
    }
    Optional<Besluit> telt = g.besluit();
    cellen.add(Tabel.tekst(telt.flatMap(Besluit::versie)));
    cellen.add(Tabel.tekst(telt.map(b -> b.zekerheid().naam())));
    cellen.add(Tabel.tekst(telt.map(Besluit::bron)));
    cellen.add(Tabel.tekst(telt.flatMap(Besluit::dictum)));
    cellen.add(Tabel.tekst(telt.flatMap(Besluit::amendement)));
    cellen.add(Tabel.tekst(telt.isPresent() && g.weging() != Stand.Weging.VASTGESTELD ? g.reden() : null));
    return cellen;
  }

  /** What the body decided and when, else when it is planned. */
  private static void orgaan(
      Dossier d, String gemeente, Orgaansoort soort, Stap.Soort stap, List<Tabel.Waarde> cellen) {
    Optional<Besluit> laatste =
        d.besluiten().stream()
            .filter(b -> b.gemeente().equals(gemeente) && b.orgaansoort() == soort)
            .reduce((eerder, later) -> later);
    cellen.add(
        laatste.filter(b -> b.uitkomst().besluit()).isPresent()
            ? Tabel.datum(laatste.map(Besluit::datum))
            : Tabel.geschreven(d.lokaal(gemeente, stap).flatMap(Stap::gepland)));
    cellen.add(Tabel.tekst(laatste.map(b -> b.uitkomst().naam())));
  }

  @GetMapping("/visies/{id}/opmerkingen." + Uitvoer.VORM)
  void opmerkingen(
      @PathVariable String id,
      @PathVariable String vorm,
      @RequestParam(name = "toon", required = false) String toon,
      Gebruiker wie,
      HttpServletResponse antwoord) {
    Dossier d = dossiers.van(id, wie);
    Map<UUID, Behandeling> behandelingen =
        d.behandelingen().stream().collect(Collectors.toMap(Behandeling::id, Function.identity()));
    stuur(
        d,
        "Opmerkingen",
        List.of("Opmerking", "Overleg", "Datum", "Antwoord", "Versie", "Plaats", "Toelichting", "Eigenaar"),
        OpmerkingenController.gekozen(d, toon).stream()
            .map(o -> opmerking(d, o, behandelingen.get(o.behandeling())))
            .toList(),
        vorm,
        antwoord);
  }

  private static List<Tabel.Waarde> opmerking(Dossier d, Opmerking o, Behandeling b) {
    return List.of(
        Tabel.tekst(o.tekst()),
        Tabel.tekst(d.stap(b.stap()).map(d::overleg)),
        Tabel.datum(b.datum()),
        Tabel.tekst(o.antwoord().map(Opmerking.Antwoord::naam).orElse("open")),
        Tabel.tekst(o.antwoordVersie()),
        Tabel.tekst(o.antwoordPlaats()),
        Tabel.tekst(o.antwoordTekst()),
        Tabel.tekst(o.eigenaar()));
  }

  @GetMapping("/visies/{id}/planning." + Uitvoer.VORM)
  void planning(
      @PathVariable String id, @PathVariable String vorm, Gebruiker wie, HttpServletResponse antwoord) {
    Dossier d = dossiers.van(id, wie);
    stuur(
        d,
        "Planning",
        List.of(
            "Stap", "Overleg", "Gemeente", "Besluitronde", "Oorspronkelijk", "Gepland", "Gehouden",
            "Toestand", "Bijzonderheden"),
        d.stappen().stream()
            .map(
                s ->
                    List.of(
                        Tabel.tekst(s.naam()),
                        Tabel.tekst(d.overleg(s)),
                        Tabel.tekst(s.gemeente().map(d.gemeenten()::get)),
                        s.soort().lokaal() ? Tabel.getal(s.besluitronde()) : Tabel.tekst(""),
                        Tabel.geschreven(s.oorspronkelijk()),
                        Tabel.geschreven(s.gepland()),
                        Tabel.geschreven(s.werkelijk()),
                        Tabel.tekst(s.toestand().naam()),
                        Tabel.tekst(s.bijzonderheden())))
            .toList(),
        vorm,
        antwoord);
  }

  @GetMapping("/visies/{id}/geschiedenis." + Uitvoer.VORM)
  void geschiedenis(
      @PathVariable String id,
      @PathVariable String vorm,
      GeschiedenisVraag vraag,
      Gebruiker wie,
      HttpServletResponse antwoord) {
    Dossier d = dossiers.van(id, wie);
    Iterable<List<Tabel.Waarde>> rijen =
        Tabel.doorlopend(
            na -> {
              Journaal.Bladzijde bladzijde =
                  dossiers.geschiedenis(
                      d, vraag.keuze(), na.flatMap(Journaal.Plaats::lees), PER_KEER);
              return new Bladzijde<>(
                  bladzijde.gebeurtenissen().stream().map(g -> gebeurtenis(d, g)).toList(),
                  bladzijde.volgende().map(Journaal.Plaats::code));
            });
    stuur(
        d,
        "Geschiedenis",
        List.of("Datum", "Tijd", "Wat", "Gemeente", "Wie", "Namens", "Reden of bron"),
        rijen,
        vorm,
        antwoord);
  }

  private static List<Tabel.Waarde> gebeurtenis(Dossier d, Gebeurtenis g) {
    ZonedDateTime op = g.tijdstip().atZone(Klok.ZONE);
    return List.of(
        Tabel.datum(Optional.of(op.toLocalDate())),
        Tabel.tekst(TIJD.format(op)),
        Tabel.tekst(g.tekst()),
        Tabel.tekst(g.gemeente() == null ? null : d.gemeenten().get(g.gemeente())),
        Tabel.tekst(Geschiedenis.wie(g)),
        Tabel.tekst(g.namens()),
        Tabel.tekst(g.reden()));
  }

  private void stuur(
      Dossier d,
      String wat,
      List<String> kolommen,
      Iterable<List<Tabel.Waarde>> rijen,
      String vorm,
      HttpServletResponse antwoord) {
    uitvoer.stuur(new Tabel(wat + " " + d.visie().titel(), kolommen, rijen), vorm, antwoord);
  }
}
