package nl.besluitroute.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.besluitroute.agenda.AgendaTaak;
import nl.besluitroute.besluitvorming.Behandeling;
import nl.besluitroute.besluitvorming.Behandelverslag;
import nl.besluitroute.besluitvorming.Opmerking;
import nl.besluitroute.dossier.Dossier;
import nl.besluitroute.dossier.Dossiers;
import nl.besluitroute.journaal.Gebeurtenis;
import nl.besluitroute.journaal.Journaal;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.visie.Stap;
import nl.besluitroute.web.Koppen.Tabblad;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** A vision: its Behandeling with what stands out, and its history. */
@Controller
class VisieController {

  private static final int PER_PAGINA = 50;
  private static final DateTimeFormatter TIJD = DateTimeFormatter.ofPattern("HH.mm");

  private final Dossiers dossiers;
  private final Koppen koppen;

  VisieController(Dossiers dossiers, Koppen koppen) {
    this.dossiers = dossiers;
    this.koppen = koppen;
  }

  @GetMapping("/visies/{id}")
  String behandeling(
      @PathVariable String id,
      @RequestParam(name = "ronde", required = false) String gevraagd,
      Gebruiker wie,
      Model model) {
    Dossier d = dossiers.van(id, wie);
    List<String> ronden = dossiers.ronden(d);
    String ronde = ronden.contains(gevraagd) ? gevraagd : d.ronde();
    List<Behandelverslag.Rij> rijen = dossiers.behandeling(d, ronde);
    List<Filter> keuze = new ArrayList<>();
    if (ronden.size() > 1) {
      for (String r : ronden) {
        int aantal = r.equals(ronde) ? rijen.size() : dossiers.behandeling(d, r).size();
        keuze.add(
            new Filter(Routekaart.rondenaam(r), aantal, d.url() + "?ronde=" + r, r.equals(ronde), null));
      }
    }
    model.addAttribute("visie", koppen.kop(d, Tabblad.BEHANDELING, wie));
    model.addAttribute(
        "pagina",
        new BehandelingPagina(
            "Woord voor woord zoals vastgelegd. De kleine regels zijn van Besluitroute en horen niet bij de tekst.",
            keuze,
            rijen.stream().map(rij -> rij(d, rij, wie)).toList(),
            Opvallend.van(d),
            d.stappen().stream().anyMatch(stap -> koppen.mag(d, stap.id(), wie))
                ? new Link("Vertrouwelijk aanmerken", d.url() + "/vertrouwelijk#onderdeel")
                : null));
    return "visie";
  }

  private BehandelingPagina.Rij rij(Dossier d, Behandelverslag.Rij rij, Gebruiker wie) {
    List<Link> eigen = new ArrayList<>();
    Stap stap = d.stap(rij.stap()).orElseThrow();
    if (rij.versie() != null) {
      eigen.add(Link.zonder((rij.behandeld() ? "versie " : "verzendversie ") + rij.versie()));
    }
    Optional<Behandeling> behandeling =
        d.behandelingen().stream().filter(b -> b.id().equals(rij.behandeling())).findFirst();
    if (behandeling.filter(b -> b.conclusie().isPresent()).map(Behandeling::schriftelijk).orElse(stap.schriftelijk())) {
      eigen.add(Link.zonder("schriftelijke ronde, geen vergadering"));
    }
    behandeling
        .flatMap(Behandeling::nagezonden)
        .ifPresent(door -> eigen.add(Link.zonder("nagezonden met instemming van " + door)));
    if (!rij.opmerkingen().isEmpty()) {
      long open = rij.opmerkingen().stream().filter(Opmerking::open).count();
      eigen.add(
          new Link(
              Taal.aantal(rij.opmerkingen().size(), "opmerking", "opmerkingen")
                  + (open == 0 ? ", alle beantwoord" : ", " + open + " open"),
              d.url() + "/opmerkingen"));
    }
    if (rij.soort() == Stap.Soort.LOKAAL) {
      long besloten =
          d.stand().gemeenten().stream().filter(g -> g.besluit().isPresent()).count();
      eigen.add(
          new Link(
              besloten + " van " + Taal.aantal(d.stand().gemeenten().size(), "gemeente", "gemeenten")
                  + " besloten",
              d.url() + "/gemeenten"));
    } else if (!rij.behandeld()) {
      for (AgendaTaak taak : d.takenVan(stap)) {
        String tekst =
            Taal.metKleineLetter(taak.naam())
                + taak.uiterlijk().map(dag -> " uiterlijk " + Taal.kort(dag)).orElse("")
                + (taak.teLaat() ? ", te laat" : "");
        eigen.add(
            koppen.mag(d, taak, wie) ? new Link(tekst, "/taken/" + taak.taak()) : Link.zonder(tekst));
      }
    }
    if (rij.behandeld() && rij.soort() == Stap.Soort.OVERLEG && d.zicht().stap(stap.id())) {
      d.behandelingen().stream()
          .filter(b -> b.id().equals(rij.behandeling()))
          .findFirst()
          .filter(b -> b.uitgave() > 0 || koppen.mag(d, stap.id(), wie))
          .ifPresent(
              b ->
                  eigen.add(
                      new Link(
                          b.uitgave() > 0 ? "gecorrigeerd: wat er eerder stond" : "corrigeren",
                          d.url() + "/behandelingen/" + b.id() + "/correctie")));
    }
    return new BehandelingPagina.Rij(
        rij.datum().isEmpty() ? "nog geen datum" : rij.datum(),
        rij.overleg(),
        rij.doel(),
        rij.behandeld() ? rij.conclusie() : null,
        d.zicht().merkVanStap(rij.stap()).map(Merk::van).orElse(null),
        eigen);
  }

  @GetMapping("/visies/{id}/geschiedenis")
  String geschiedenis(
      @PathVariable String id,
      GeschiedenisVraag vraag,
      @RequestParam(name = "na", required = false) String na,
      Gebruiker wie,
      Model model) {
    Dossier d = dossiers.van(id, wie);
    Journaal.Bladzijde bladzijde =
        dossiers.geschiedenis(
            d, vraag.keuze(), Optional.ofNullable(na).flatMap(Journaal.Plaats::lees), PER_PAGINA);
    Map<LocalDate, List<GeschiedenisPagina.Gebeurtenis>> perDag = new LinkedHashMap<>();
    for (Gebeurtenis g : bladzijde.gebeurtenissen()) {
      ZonedDateTime op = g.tijdstip().atZone(Klok.ZONE);
      perDag.computeIfAbsent(op.toLocalDate(), dag -> new ArrayList<>()).add(Geschiedenis.regel(g, d.gemeenten(), TIJD.format(op)));
    }
    model.addAttribute("visie", koppen.kop(d, Tabblad.GESCHIEDENIS, wie));
    model.addAttribute(
        "pagina",
        new GeschiedenisPagina(
            zeven(d, vraag),
            vraag.isGefilterd(),
            perDag.entrySet().stream()
                .map(dag -> new GeschiedenisPagina.Dag(Taal.voluit(dag.getKey()), dag.getValue()))
                .toList(),
            bladzijde
                .volgende()
                .map(plaats -> new Link("Eerdere gebeurtenissen", verder(d, vraag, plaats)))
                .orElse(null)));
    return "visie-geschiedenis";
  }

  private List<GeschiedenisPagina.Zeef> zeven(Dossier d, GeschiedenisVraag vraag) {
    return List.of(
        new GeschiedenisPagina.Zeef(
            "wie",
            "Wie",
            "iedereen",
            dossiers.wieDeedWat(d).stream()
                .map(w -> new Keuze(w, w.equals("systeem") ? "Besluitroute, vanzelf" : w))
                .toList(),
            vraag.wie()),
        new GeschiedenisPagina.Zeef(
            "soort", "Soort", "alles", GeschiedenisVraag.soorten(), vraag.soort()),
        new GeschiedenisPagina.Zeef(
            "gemeente",
            "Gemeente",
            "alle gemeenten",
            d.gemeenten().entrySet().stream()
                .map(g -> new Keuze(g.getKey(), g.getValue()))
                .sorted(Comparator.comparing(Keuze::tekst))
                .toList(),
            vraag.gemeente()));
  }

  private static String verder(Dossier d, GeschiedenisVraag vraag, Journaal.Plaats plaats) {
    UriComponentsBuilder adres = UriComponentsBuilder.fromPath(d.url() + "/geschiedenis");
    Stream.of(
            Map.entry("wie", Optional.ofNullable(vraag.wie())),
            Map.entry("soort", Optional.ofNullable(vraag.soort())),
            Map.entry("gemeente", Optional.ofNullable(vraag.gemeente())),
            Map.entry("na", Optional.of(plaats.code())))
        .filter(veld -> veld.getValue().filter(w -> !w.isBlank()).isPresent())
        .forEach(veld -> adres.queryParam(veld.getKey(), UriUtils.encode(veld.getValue().get(), UTF_8)));
    return adres.build(true).toUriString();
  }
}
