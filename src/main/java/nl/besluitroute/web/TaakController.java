package nl.besluitroute.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import nl.besluitroute.agenda.Agenda;
import nl.besluitroute.agenda.AgendaTaak;
import nl.besluitroute.agenda.TaakNietOpen;
import nl.besluitroute.agenda.Taakmotor;
import nl.besluitroute.agenda.Taken;
import nl.besluitroute.besluitvorming.Behandeling;
import nl.besluitroute.besluitvorming.Behandelingen;
import nl.besluitroute.journaal.Journaal;
import nl.besluitroute.kalender.GeschrevenDatum;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.kalender.Werkdagen;
import nl.besluitroute.regio.Orgaan;
import nl.besluitroute.regio.Regios;
import nl.besluitroute.stuk.Versie;
import nl.besluitroute.stuk.Versies;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.GeenToegang;
import nl.besluitroute.toegang.Toegang;
import nl.besluitroute.visie.Regiovisie;
import nl.besluitroute.visie.Stap;
import nl.besluitroute.visie.VisieFout;
import nl.besluitroute.visie.Visies;
import nl.besluitroute.visieplanning.Aanlevering;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** A task with its form, and its completion through the one write path. */
@Controller
class TaakController {

  /** The work whose outcome can be that it is held over. */
  private static final Set<String> AANHOUDBAAR =
      Set.of("taak_conclusieVastleggen", "taak_collegebesluitVastleggen", "taak_raadsbesluitVastleggen");

  private final Taken taken;
  private final Agenda agenda;
  private final Visies visies;
  private final Versies versies;
  private final Behandelingen behandelingen;
  private final Aanlevering aanlevering;
  private final Aanhouding aanhouding;
  private final Regios regios;
  private final Toegang toegang;
  private final Journaal journaal;
  private final Schil schil;
  private final Klok klok;
  private final Werkdagen werkdagen;
  private final ObjectMapper json;

  TaakController(
      Taken taken,
      Agenda agenda,
      Visies visies,
      Versies versies,
      Behandelingen behandelingen,
      Aanlevering aanlevering,
      Aanhouding aanhouding,
      Regios regios,
      Toegang toegang,
      Journaal journaal,
      Schil schil,
      Klok klok,
      Werkdagen werkdagen,
      ObjectMapper json) {
    this.taken = taken;
    this.agenda = agenda;
    this.visies = visies;
    this.versies = versies;
    this.behandelingen = behandelingen;
    this.aanlevering = aanlevering;
    this.aanhouding = aanhouding;
    this.regios = regios;
    this.toegang = toegang;
    this.journaal = journaal;
    this.schil = schil;
    this.klok = klok;
    this.werkdagen = werkdagen;
    this.json = json;
  }

  @GetMapping("/taken/{id}")
  String taak(@PathVariable String id, Gebruiker wie, Model model) {
    AgendaTaak taak = open(id);
    if (!taken.magVoltooien(taak, wie)) {
      throw new GeenToegang(
          taak.gemeente().isPresent()
              ? "Deze taak is van een gemeente of een regio waarvoor u niets vastlegt."
              : "Deze taak is van de ambtelijk secretaris van de regio.");
    }
    model.addAttribute("pagina", pagina(taak, wie, Invulling.leeg()));
    return "taak";
  }

  @PostMapping("/taken/{id}/nazenden")
  ModelAndView nazenden(@PathVariable String id, @RequestParam Map<String, String> invoer, Gebruiker wie) {
    return doe(
        id, "nazenden", invoer, wie,
        stap -> {
          aanlevering.nazenden(stap, invoer.get("instemming"), invoer.get("reden"), wie);
          return "Nazenden is vastgelegd: de stukken kunnen komen tot en met de dag van de vergadering.";
        });
  }

  @PostMapping("/taken/{id}/latere-vergadering")
  ModelAndView latereVergadering(
      @PathVariable String id, @RequestParam Map<String, String> invoer, Gebruiker wie) {
    return doe(
        id, "later", invoer, wie,
        stap ->
            "De behandeling is verzet naar "
                + Taal.voluit(aanlevering.latereVergadering(stap, invoer.get("reden"), wie).dag())
                + "; taken en termijnen zijn mee verplaatst.");
  }

  /** Something done about the step of a task; refused input is shown again in its form. */
  private ModelAndView doe(
      String id, String vorm, Map<String, String> invoer, Gebruiker wie, Function<String, String> daad) {
    AgendaTaak taak = open(id);
    visies.leesbaar(taak.visie(), wie); // A refusal shows the task again: not to who may not see it.
    try {
      schil.meldStraks(daad.apply(taak.stap()));
      return new ModelAndView("redirect:/taken/" + id);
    } catch (VisieFout fout) {
      ModelAndView opnieuw = new ModelAndView("taak", HttpStatus.UNPROCESSABLE_ENTITY);
      opnieuw.addObject("pagina", pagina(taak, wie, Invulling.geweigerd(vorm, invoer, fout)));
      return opnieuw;
    }
  }

  @GetMapping(path = "/taken/{id}/formulier", produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseBody
  TaakFormulier formulier(@PathVariable String id, Gebruiker wie) throws JsonProcessingException {
    open(id);
    Taakmotor.Formulier formulier = taken.formulier(id, wie);
    return new TaakFormulier(json.readTree(formulier.schema()), formulier.gegevens());
  }

  @PostMapping(path = "/taken/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseBody
  TaakAntwoord voltooi(@PathVariable String id, @RequestBody TaakInvoer invoer, Gebruiker wie) {
    AgendaTaak taak = open(id);
    Map<String, Object> velden = invoer.invoer() == null ? Map.of() : invoer.invoer();
    Stap stap = visies.stap(taak.stap());
    String gevolg = aangehouden(velden, stap, wie);
    taken.voltooi(id, velden, wie);
    Taaksoort soort = Taaksoort.van(taak.soort());
    schil.meldStraks(soort.gelukt() + ": " + stap.naam() + "." + (gevolg == null ? "" : " " + gevolg));
    return new TaakAntwoord("/visies/" + taak.visie());
  }

  /** What holding over does, in a sentence; null when it is something else, or cannot be said. */
  private String aangehouden(Map<String, Object> velden, Stap stap, Gebruiker wie) {
    boolean aan =
        "aangehouden".equals(velden.get("conclusie")) || "aangehouden".equals(velden.get("uitkomst"));
    return aan
            && velden.get("volgende_datum") instanceof String volgende
            && velden.get("datum") instanceof String datum
        ? GeschrevenDatum.lees(datum, klok.vandaag())
            .datum()
            .flatMap(GeschrevenDatum::precies)
            .map(dag -> aanhouding.bevestiging(stap, volgende, dag, wie))
            .orElse(null)
        : null;
  }

  /** Open work; what is done answers with who did it, what never was is not found. */
  private AgendaTaak open(String id) {
    return agenda
        .vind(id)
        .orElseThrow(
            () -> {
              if (journaal.vanTaak(id).isPresent()) {
                TaakNietOpen fout = taken.nietOpen(id);
                return fout;
              }
              return new ResponseStatusException(
                  HttpStatus.NOT_FOUND, "Deze taak bestaat niet, of is vervallen.");
            });
  }

  private TaakPagina.Gemist gemist(AgendaTaak taak, Invulling vul) {
    return taak.soort().equals("taak_stukkenVerzenden")
        ? aanlevering
            .gemist(taak.stap())
            .map(
                g ->
                    new TaakPagina.Gemist(
                        "De stukken hadden uiterlijk " + Taal.voluit(g.uiterlijk()) + " aangeleverd moeten zijn.",
                        g.nazenden(),
                        g.latere().map(v -> Taal.voluit(v.dag())).orElse(null),
                        vul))
            .orElse(null)
        : null;
  }

  private TaakPagina pagina(AgendaTaak taak, Gebruiker wie, Invulling vul) {
    LocalDate vandaag = klok.vandaag();
    Stap stap = visies.stap(taak.stap());
    Regiovisie visie = visies.visie(taak.visie());
    Taaksoort soort = Taaksoort.van(taak.soort());
    Orgaan orgaan = taak.orgaan().flatMap(regios::orgaan).orElse(null);
    String overleg = orgaan == null ? stap.naam() : orgaan.naam();

    List<Feit> feiten = new ArrayList<>();
    feiten.add(Feit.van("Visie", visie.titel()).naar("/visies/" + visie.id()));
    feiten.add(
        Feit.van(orgaan == null ? "Stap" : taak.gemeente().isPresent() ? "Bestuursorgaan" : "Overleg", overleg)
            .met("doel: " + Taal.metKleineLetter(stap.doel().naam())));
    feiten.add(
        Feit.van(
            soort.isVergadering() ? "Vergadering" : "Datum",
            stap.gepland()
                .map(d -> d.precies().map(Taal::voluit).orElse(d.tekst()))
                .orElse("nog geen datum")));
    stap.nazending()
        .ifPresent(n -> feiten.add(Feit.van("Nazenden", "met instemming van " + n.instemming()).met(n.reden())));
    versie(taak).ifPresent(feiten::add);
    Feit uiterlijk = Feit.van("Uiterlijk", Taal.uiterlijk(taak, vandaag).orElse("geen termijn"));
    feiten.add(
        Taal.resterend(taak, klok.instant(), vandaag, werkdagen).map(uiterlijk::merk).orElse(uiterlijk));

    String gemeente =
        taak.gemeente().flatMap(regios::gemeente).map(g -> g.naam()).orElse(null);
    boolean gemeld = gemeente != null && !wie.legtVastVoor(taak.gemeente().orElseThrow(), stap.soort().bestuursorgaan());
    TaakPagina.Opgeschort opgeschort = opgeschort(visie, wie);
    List<String> gevolgen =
        opgeschort == null ? new ArrayList<>(soort.gevolgen()) : new ArrayList<>();
    if (gemeld && opgeschort == null) {
      gevolgen.add("Gemeente " + gemeente + " kan wat u meldt daarna bevestigen.");
    }
    return new TaakPagina(
        "/taken/" + taak.taak(),
        "/taken/" + taak.taak() + "/formulier",
        List.of(new Link("Mijn agenda", "/agenda"), Link.zonder(taak.naam())),
        overleg
            + stap.gepland()
                .map(d -> ", " + d.precies().map(Taal::voluit).orElse(d.tekst()))
                .orElse(""),
        taak.naam(),
        soort.uitleg(),
        opgeschort,
        opgeschort == null && gemeld
            ? "U hoort niet bij gemeente "
                + gemeente
                + ": u legt dit vast als gemeld. Noem de bron, bijvoorbeeld het adres van de besluitenlijst."
            : null,
        opgeschort == null ? gemist(taak, vul) : null,
        feiten,
        gevolgen,
        opgeschort == null && AANHOUDBAAR.contains(taak.soort())
            ? aanhouding.bekijk(stap, stap.gepland().flatMap(GeschrevenDatum::precies).orElse(vandaag))
            : null,
        taak.naam(),
        new Link("Terug naar mijn agenda", "/agenda"));
  }

  private TaakPagina.Opgeschort opgeschort(Regiovisie visie, Gebruiker wie) {
    String zin = Koppen.opgeschort(visie);
    if (zin == null) {
      return null;
    }
    Map<String, String> namen = regios.regioNamen(Set.copyOf(visie.regios()));
    return new TaakPagina.Opgeschort(
        zin,
        Koppen.wieHervat(visie.regios().stream().map(namen::get).toList()),
        toegang.isSecretaris(wie, visie.regios())
            ? new Link("Naar de visie, om haar te hervatten", "/visies/" + visie.id())
            : null);
  }

  private java.util.Optional<Feit> versie(AgendaTaak taak) {
    Versie nieuwste = versies.nieuwste(taak.visie()).orElse(null);
    String verzonden =
        taak.soort().equals("taak_conclusieVastleggen")
            ? behandelingen.openVan(taak.stap()).flatMap(Behandeling::verzendversie).orElse(null)
            : null;
    if (verzonden != null && nieuwste != null && !verzonden.equals(nieuwste.nummer())) {
      return java.util.Optional.of(
          Feit.van("Verzendversie", verzonden)
              .merk(Merk.let("versie " + nieuwste.nummer() + " is nieuwer")));
    }
    return java.util.Optional.ofNullable(nieuwste)
        .map(
            v ->
                Feit.van(verzonden == null ? "Nieuwste versie" : "Verzendversie", v.nummer())
                    .met("van " + GeschrevenDatum.op(v.datum()).tekst() + ", kenmerk " + v.kenmerk().kort()));
  }
}
