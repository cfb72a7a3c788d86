package nl.besluitroute.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.besluitroute.agenda.Gevolgd;
import nl.besluitroute.agenda.Volglijst;
import nl.besluitroute.besluitvorming.Standen;
import nl.besluitroute.journaal.Gebeurtenis;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.visie.Regiovisie;
import nl.besluitroute.visie.Visies;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The visions that somebody follows, and what changed since he last looked. */
@Controller
class VolgController {
  private static final int HOOGSTENS = 100;
  private static final DateTimeFormatter TIJD = DateTimeFormatter.ofPattern("HH.mm");

  private final Volglijst volglijst;
  private final Visies visies;
  private final Standen standen;
  private final Schil schil;
  private final Klok klok;

  VolgController(Volglijst volglijst, Visies visies, Standen standen, Schil schil, Klok klok) {
    this.volglijst = volglijst;
    this.visies = visies;
    this.standen = standen;
    this.schil = schil;
    this.klok = klok;
  }

  @GetMapping("/gevolgd")
  String gevolgd(Gebruiker wie, Model model) {
    LocalDate vandaag = klok.vandaag();
    List<Gevolgd> alle = volglijst.van(wie);
    Map<String, Regiovisie> perVisie = visies.visies(alle.stream().map(Gevolgd::visie).toList());
    List<Gevolgd> gewijzigd = alle.stream().filter(g -> g.wijzigingen() > 0).toList();
    List<Gebeurtenis> nieuw = nieuw(gewijzigd, wie);
    long aantal = gewijzigd.stream().mapToLong(Gevolgd::wijzigingen).sum();
    model.addAttribute(
        "pagina",
        new GevolgdPagina(
            antwoord(alle.size(), gewijzigd.size(), aantal),
            alle.stream().map(g -> rij(g, perVisie.get(g.visie()), vandaag)).toList(),
            perDag(nieuw, perVisie),
            nieuw.size() < aantal ? "De nieuwste " + nieuw.size() + " van " + aantal + " wijzigingen." : null,
            alle.isEmpty()
                ? new Leeg(
                    "U volgt nog geen visie",
                    "Open een visie en kies 'Volgen'; hier leest u dan wat er sinds uw vorige bezoek is gewijzigd.",
                    new Link("Naar de visies", "/visies"))
                : null));
    return "gevolgd";
  }

  private static Zin antwoord(int gevolgd, int gewijzigd, long aantal) {
    if (gevolgd == 0) {
      return Zin.metVet("U volgt nog geen visie.");
    }
    return gewijzigd == 0
        ? Zin.metVet("Niets gewijzigd").tekst(" sinds u laatst keek.")
        : Zin.metVet(Taal.aantal(aantal, "wijziging", "wijzigingen"))
            .tekst(" bij " + gewijzigd + " van " + Taal.aantal(gevolgd, "gevolgde visie", "gevolgde visies") + " sinds u laatst keek.");
  }

  /** Since the last look at each vision of its own, the newest first. */
  private List<Gebeurtenis> nieuw(List<Gevolgd> gewijzigd, Gebruiker wie) {
    Map<Instant, List<String>> perMoment = new LinkedHashMap<>();
    gewijzigd.forEach(g -> perMoment.computeIfAbsent(g.bekeken(), m -> new ArrayList<>()).add(g.visie()));
    List<Gebeurtenis> nieuw = new ArrayList<>();
    perMoment.forEach((sinds, ids) -> nieuw.addAll(volglijst.gewijzigdSinds(ids, sinds, HOOGSTENS, wie)));
    return nieuw.stream().sorted(Comparator.comparing(Gebeurtenis::tijdstip).reversed()).limit(HOOGSTENS).toList();
  }

  private GevolgdPagina.Rij rij(Gevolgd g, Regiovisie visie, LocalDate vandaag) {
    ZonedDateTime bekeken = g.bekeken().atZone(Klok.ZONE);
    return new GevolgdPagina.Rij(
        new Link(visie.titel(), "/visies/" + visie.id()),
        standen.van(visie.id()).zin() + ".",
        Taal.dag(bekeken.toLocalDate(), vandaag) + ", " + TIJD.format(bekeken) + " uur",
        g.wijzigingen() == 0
            ? Merk.open("niets nieuws")
            : Merk.let(Taal.aantal(g.wijzigingen(), "wijziging", "wijzigingen")),
        "/visies/" + visie.id() + "/volgen");
  }

  private static List<GevolgdPagina.Dag> perDag(List<Gebeurtenis> nieuw, Map<String, Regiovisie> perVisie) {
    Map<LocalDate, List<GevolgdPagina.Regel>> perDag = new LinkedHashMap<>();
    for (Gebeurtenis g : nieuw) {
      ZonedDateTime op = g.tijdstip().atZone(Klok.ZONE);
      Regiovisie visie = perVisie.get(g.visie());
      perDag
          .computeIfAbsent(op.toLocalDate(), dag -> new ArrayList<>())
          .add(
              new GevolgdPagina.Regel(
                  TIJD.format(op), new Link(visie.titel(), "/visies/" + visie.id() + "/geschiedenis#onderdeel"), g.tekst(), Taal.metKleineLetter(g.wie())));
    }
    return perDag.entrySet().stream().map(e -> new GevolgdPagina.Dag(Taal.voluit(e.getKey()), e.getValue())).toList();
  }

  /** He has read what is new. */
  @PostMapping("/gevolgd")
  String gelezen(Gebruiker wie) {
    volglijst.bekeken(volglijst.van(wie).stream().map(Gevolgd::visie).toList(), wie);
    schil.meldStraks("U bent bij; vanaf nu staat hier wat daarna wijzigt.");
    return "redirect:/gevolgd";
  }

  @PostMapping("/visies/{id}/volgen")
  String volg(
      @PathVariable String id,
      @RequestParam(name = "volgen") boolean volgen,
      @RequestParam(name = "terug", defaultValue = "visie") String terug,
      Gebruiker wie) {
    String titel = visies.leesbaar(id, wie).titel();
    if (volgen) {
      volglijst.volg(id, wie);
      schil.meldStraks("U volgt " + titel + ". Bij Gevolgd leest u wat er wijzigt.");
    } else {
      volglijst.ontvolg(id, wie);
      schil.meldStraks("U volgt " + titel + " niet meer.");
    }
    return "redirect:" + (terug.equals("lijst") ? "/gevolgd" : "/visies/" + id);
  }
}
