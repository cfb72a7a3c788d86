package nl.besluitroute.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.regio.Orgaan;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.vergaderschema.Agendafeeds;
import nl.besluitroute.vergaderschema.Recessen;
import nl.besluitroute.vergaderschema.Termijnen;
import nl.besluitroute.vergaderschema.Termijnsoort;
import nl.besluitroute.vergaderschema.Vergaderdatum;
import nl.besluitroute.vergaderschema.Vergaderschema;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The schema of a body: its meetings, reces, terms and calendar address. Read by everybody, kept by who plans. */
@Controller
class SchemaController {
  static final String ADRES = "/schemas";

  private final Vergaderschema schema;
  private final Recessen recessen;
  private final Termijnen termijnen;
  private final Agendafeeds feeds;
  private final Schemabeeld beeld;
  private final Klok klok;
  private final Schil schil;

  SchemaController(
      Vergaderschema schema,
      Recessen recessen,
      Termijnen termijnen,
      Agendafeeds feeds,
      Schemabeeld beeld,
      Klok klok,
      Schil schil) {
    this.schema = schema;
    this.recessen = recessen;
    this.termijnen = termijnen;
    this.feeds = feeds;
    this.beeld = beeld;
    this.klok = klok;
    this.schil = schil;
  }

  // -- overview --------------------------------------------------------------------------------

  @GetMapping(ADRES)
  String overzicht(Gebruiker wie, Model model) {
    LocalDate vandaag = klok.vandaag();
    List<Orgaan> organen = schema.organen(wie);
    Map<String, List<Vergaderdatum>> komend =
        schema.gepland(organen.stream().map(Orgaan::id).toList(), vandaag, vandaag.plusYears(1));
    Map<String, List<Orgaan>> perPlek = new LinkedHashMap<>();
    organen.forEach(o -> perPlek.computeIfAbsent(Schemabeeld.plek(o), p -> new ArrayList<>()).add(o));
    Map<String, String> namen = beeld.namen(organen);
    List<SchemaPagina.Groep> groepen =
        perPlek.entrySet().stream()
            .map(
                e ->
                    new SchemaPagina.Groep(
                        "plek-" + e.getKey(),
                        namen.get(e.getKey()),
                        e.getValue().stream().map(o -> rij(o, komend.getOrDefault(o.id(), List.of()))).toList()))
            .toList();
    long leeg = organen.stream().filter(o -> !komend.containsKey(o.id())).count();
    model.addAttribute(
        "pagina",
        new SchemaPagina.Overzicht(
            organen.isEmpty()
                ? Zin.van("U houdt van geen enkel overleg of bestuursorgaan het schema bij.")
                : Zin.metVet(Taal.aantal(organen.size(), "overleg of bestuursorgaan", "overleggen en bestuursorganen"))
                    .tekst(
                        leeg == 0
                            ? ", elk met vergaderingen in het komende jaar."
                            : "; van " + leeg + " staat nog geen vergadering in het komende jaar."),
            groepen,
            feeds.vanMij(wie).map(Schemabeeld::sinds).orElse(null)));
    return "schemas";
  }

  private SchemaPagina.OrgaanRij rij(Orgaan o, List<Vergaderdatum> komend) {
    return new SchemaPagina.OrgaanRij(
        new Link(o.naam(), ADRES + "/" + o.id()),
        o.soort().naam(),
        komend.isEmpty() ? null : Taal.dag(komend.get(0).dag(), klok.vandaag()),
        Taal.geenOfAantal(komend.size(), "vergadering", "vergaderingen"));
  }

  @PostMapping(ADRES + "/mijn-adres")
  String mijnAdres(Gebruiker wie) {
    meldAdres(feeds.maakVoorMij(wie));
    return "redirect:" + ADRES;
  }

  @PostMapping(ADRES + "/mijn-adres/intrekken")
  String trekMijnAdresIn(Gebruiker wie) {
    feeds.trekInVoorMij(wie);
    schil.meldStraks("Het adres van uw agenda werkt niet meer.");
    return "redirect:" + ADRES;
  }

  private void meldAdres(String geheim) {
    schil.meldStraks(
        "Het adres van de agenda is gemaakt. Neem het nu over in uw agenda; het staat hier maar één keer."
            + " Wie het kent, kan de agenda lezen.",
        ServletUriComponentsBuilder.fromCurrentContextPath()
            .path(AgendafeedController.ADRES + "/" + geheim + ".ics")
            .toUriString());
  }

  // -- a body ----------------------------------------------------------------------------------

  @GetMapping(ADRES + "/{orgaan}")
  ModelAndView schema(@PathVariable String orgaan, Gebruiker wie) {
    return beeld.schema(beeld.eis(orgaan), Invulling.leeg(), wie);
  }

  @PostMapping(ADRES + "/{orgaan}/vergaderingen")
  ModelAndView voegToe(@PathVariable String orgaan, @RequestParam Map<String, String> invoer, Gebruiker wie) {
    return beeld.doe(
        orgaan, "nieuw", invoer, wie,
        () ->
            Schemabeeld.met(
                "De vergadering is toegevoegd.",
                schema
                    .voegToe(
                        orgaan, Invulling.dag(invoer, "dag"), Schemainvoer.tijd(invoer, "aanvang"), invoer.get("titel"), invoer.get("plaats"), wie)
                    .waarschuwingen()));
  }

  // -- reces, terms, address -------------------------------------------------------------------

  @PostMapping(ADRES + "/{orgaan}/reces")
  ModelAndView reces(@PathVariable String orgaan, @RequestParam Map<String, String> invoer, Gebruiker wie) {
    return beeld.doe(
        orgaan, "reces", invoer, wie,
        () -> {
          recessen.voegToe(orgaan, invoer.get("naam"), Invulling.dag(invoer, "van"), Invulling.dag(invoer, "tot"), wie);
          return "Het reces is toegevoegd. Vergaderingen die er al in stonden, blijven staan.";
        });
  }

  @PostMapping(ADRES + "/{orgaan}/reces/{nummer}/verwijderen")
  ModelAndView verwijderReces(@PathVariable String orgaan, @PathVariable String nummer, Gebruiker wie) {
    Orgaan van = beeld.eisTePlannen(orgaan, wie);
    UUID id = Invulling.nummer(nummer);
    if (recessen.van(van).stream().noneMatch(r -> r.id().equals(id) && r.orgaan().isPresent())) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return beeld.doe(
        orgaan, "reces", Map.of(), wie,
        () -> {
          recessen.verwijder(id, wie);
          return "Het reces is verwijderd.";
        });
  }

  @PostMapping(ADRES + "/{orgaan}/schoolvakanties")
  ModelAndView schoolvakanties(@PathVariable String orgaan, @RequestParam Map<String, String> invoer, Gebruiker wie) {
    return beeld.doe(
        orgaan, "vakanties", invoer, wie,
        () -> {
          int aantal = recessen.neemSchoolvakantiesOver(orgaan, Schemainvoer.landsdeel(invoer), wie);
          return aantal == 0
              ? "Al deze vakanties staan al als reces."
              : Taal.aantal(aantal, "vakantie is", "vakanties zijn") + " als reces overgenomen.";
        });
  }

  @PostMapping(ADRES + "/{orgaan}/termijnen")
  ModelAndView termijn(@PathVariable String orgaan, @RequestParam Map<String, String> invoer, Gebruiker wie) {
    return beeld.doe(
        orgaan, "termijn", invoer, wie,
        () -> {
          Termijnsoort soort = Schemainvoer.termijnsoort(invoer);
          if (Invulling.tekst(invoer, "aantal").isEmpty()) {
            termijnen.wis(orgaan, soort, wie);
            return "De termijn is weer die van de soort.";
          }
          termijnen.zet(orgaan, soort, Schemainvoer.termijn(invoer), wie);
          return "De termijn is gewijzigd.";
        });
  }

  @PostMapping(ADRES + "/{orgaan}/adres")
  ModelAndView adres(@PathVariable String orgaan, Gebruiker wie) {
    return beeld.doe(
        orgaan, "adres", Map.of(), wie,
        () -> {
          meldAdres(feeds.maakVoorOrgaan(orgaan, wie));
          return null;
        });
  }

  @PostMapping(ADRES + "/{orgaan}/adres/intrekken")
  ModelAndView trekAdresIn(@PathVariable String orgaan, Gebruiker wie) {
    return beeld.doe(
        orgaan, "adres", Map.of(), wie,
        () -> {
          feeds.trekInVoorOrgaan(orgaan, wie);
          return "Het adres van de agenda werkt niet meer.";
        });
  }
}
