package nl.besluitroute.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.besluitroute.regio.Orgaan;
import nl.besluitroute.toegang.AccountFout;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.vergaderschema.Agendainlezer;
import nl.besluitroute.vergaderschema.Moment;
import nl.besluitroute.vergaderschema.SchemaFout;
import nl.besluitroute.vergaderschema.Vergaderschema;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Fills a schema with many meetings at once, repeated or read from an agenda, as they were seen beforehand. */
@Controller
class SchemaVullenController {
  private final Vergaderschema schema;
  private final Agendainlezer inlezer;
  private final Schemabeeld beeld;
  private final Schil schil;

  SchemaVullenController(
      Vergaderschema schema,
      Agendainlezer inlezer,
      Schemabeeld beeld,
      Schil schil) {
    this.schema = schema;
    this.inlezer = inlezer;
    this.beeld = beeld;
    this.schil = schil;
  }

  @PostMapping(SchemaController.ADRES + "/{orgaan}/reeks")
  ModelAndView reeks(@PathVariable String orgaan, @RequestParam Map<String, String> invoer, Gebruiker wie) {
    Orgaan van = beeld.eisTePlannen(orgaan, wie);
    Vergaderschema.Reeks reeks;
    try {
      reeks = schema.voorbeeld(orgaan, Schemainvoer.herhaling(invoer), Schemainvoer.tijd(invoer, "aanvang"), wie);
    } catch (SchemaFout | AccountFout fout) {
      return beeld.schema(van, Invulling.geweigerd("reeks", invoer, fout), wie);
    }
    int nieuw = reeks.nieuw().size();
    List<Keuze> velden = new ArrayList<>();
    for (String veld : List.of("ritme", "weekdag", "van", "tot", "aanvang", "titel", "plaats")) {
      velden.add(new Keuze(veld, Invulling.tekst(invoer, veld)));
    }
    velden.add(new Keuze("basis", reeks.basis()));
    return Schemabeeld.pagina(
        "schema-reeks",
        Invulling.leeg(),
        new SchemaPagina.Reeks(
            List.of(new Link("Schema's", SchemaController.ADRES), new Link(van.naam(), SchemaController.ADRES + "/" + orgaan), Link.zonder("Reeks")),
            van.naam(),
            SchemaController.ADRES + "/" + orgaan,
            Zin.metVet(nieuw == 0 ? "Er komt geen vergadering bij" : Taal.aantal(nieuw, "vergadering komt", "vergaderingen komen") + " erbij")
                .tekst(
                    nieuw == reeks.dagen().size()
                        ? "."
                        : "; " + (reeks.dagen().size() - nieuw) + " " + (reeks.dagen().size() - nieuw == 1 ? "dag wordt" : "dagen worden") + " overgeslagen."),
            velden,
            reeks.dagen().stream()
                .map(d -> new SchemaPagina.Dag(Taal.metHoofdletter(Taal.voluit(d.dag())), d.overgeslagen().orElse(null)))
                .toList(),
            nieuw > 0));
  }

  @PostMapping(SchemaController.ADRES + "/{orgaan}/reeks/opslaan")
  ModelAndView herhaal(@PathVariable String orgaan, @RequestParam Map<String, String> invoer, Gebruiker wie) {
    return beeld.doe(
        orgaan, "reeks", invoer, wie,
        () ->
            Taal.aantal(
                    schema
                        .herhaal(
                            orgaan, Schemainvoer.herhaling(invoer), Schemainvoer.tijd(invoer, "aanvang"), invoer.get("titel"), invoer.get("plaats"), invoer.get("basis"), wie)
                        .size(),
                    "vergadering is",
                    "vergaderingen zijn")
                + " toegevoegd.");
  }

  @PostMapping(SchemaController.ADRES + "/{orgaan}/inlezen")
  ModelAndView lees(
      @PathVariable String orgaan,
      @RequestParam(name = "bestand", required = false) MultipartFile bestand,
      @RequestParam Map<String, String> invoer,
      Gebruiker wie)
      throws IOException {
    Orgaan van = beeld.eisTePlannen(orgaan, wie);
    String adres = Invulling.tekst(invoer, "adres");
    try {
      Agendainlezer.Voorbeeld voorbeeld;
      if (bestand != null && !(bestand.isEmpty() && bestand.getOriginalFilename().isBlank())) {
        voorbeeld = inlezer.lees(orgaan, bestand.getOriginalFilename(), bestand.getBytes(), wie);
      } else if (!adres.isEmpty()) {
        voorbeeld = inlezer.leesAdres(orgaan, adres, wie);
      } else {
        throw new SchemaFout("bestand", "Kies een bestand of vul een adres in.");
      }
      return new ModelAndView("redirect:" + SchemaController.ADRES + "/" + orgaan + "/inlezen/" + voorbeeld.id());
    } catch (SchemaFout fout) {
      return beeld.schema(van, Invulling.geweigerd("inlezen", invoer, fout), wie);
    }
  }

  @GetMapping(SchemaController.ADRES + "/{orgaan}/inlezen/{nummer}")
  ModelAndView voorbeeld(@PathVariable String orgaan, @PathVariable String nummer, Gebruiker wie) {
    Orgaan van = beeld.eisTePlannen(orgaan, wie);
    return voorbeeld(van, nummer, null, wie);
  }

  private ModelAndView voorbeeld(Orgaan orgaan, String nummer, SchemaFout fout, Gebruiker wie) {
    Agendainlezer.Voorbeeld v;
    try {
      v = inlezer.bekijk(Invulling.nummer(nummer), wie);
    } catch (SchemaFout weg) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, weg.getMessage());
    }
    if (!v.orgaan().equals(orgaan.id())) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    String url = SchemaController.ADRES + "/" + orgaan.id();
    int gelijk = v.van(Agendainlezer.Soort.ONGEWIJZIGD).size();
    var pagina =
        new ModelAndView("schema-inlezen", fout == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY);
    pagina.addObject(
        "pagina",
        new SchemaPagina.Inlezen(
            List.of(new Link("Schema's", SchemaController.ADRES), new Link(orgaan.naam(), url), Link.zonder("Inlezen")),
            orgaan.naam(),
            v.herkomst(),
            url,
            v.verandertIets()
                ? Zin.metVet(samenvatting(v)).tekst(". Er is nog niets opgeslagen.")
                : Zin.metVet("Er verandert niets").tekst("; het schema is gelijk aan deze agenda."),
            v.opmerkingen(),
            v.wijzigingen().stream()
                .filter(w -> w.soort() != Agendainlezer.Soort.ONGEWIJZIGD || !w.waarschuwingen().isEmpty())
                .map(SchemaVullenController::wijziging)
                .toList(),
            gelijk == 0 ? null : Taal.aantal(gelijk, "vergadering blijft", "vergaderingen blijven") + " zoals zij is.",
            v.verandertIets(),
            fout == null ? null : fout.getMessage()));
    pagina.addObject("nummer", nummer);
    return pagina;
  }

  private static String samenvatting(Agendainlezer.Voorbeeld v) {
    Map<String, Integer> delen = new LinkedHashMap<>();
    delen.put("nieuw", v.van(Agendainlezer.Soort.NIEUW).size());
    delen.put("verplaatst", v.van(Agendainlezer.Soort.VERPLAATST).size());
    delen.put(
        "gewijzigd",
        v.van(Agendainlezer.Soort.GEWIJZIGD).size() + v.van(Agendainlezer.Soort.GEKOPPELD).size());
    delen.put("vervallen", v.van(Agendainlezer.Soort.VERVALT).size());
    delen.put("overgeslagen", v.van(Agendainlezer.Soort.BOTST).size());
    return Taal.opsomming(
        delen.entrySet().stream().filter(e -> e.getValue() > 0).map(e -> e.getValue() + " " + e.getKey()).toList());
  }

  private static SchemaPagina.Wijziging wijziging(Agendainlezer.Wijziging w) {
    return new SchemaPagina.Wijziging(
        switch (w.soort()) {
          case NIEUW -> Merk.goed("nieuw");
          case VERPLAATST -> Merk.let("verplaatst");
          case GEWIJZIGD -> Merk.anders("titel of plaats");
          case GEKOPPELD -> Merk.anders("volgt voortaan de agenda");
          case VERVALT -> Merk.laat("vervalt");
          case BOTST -> Merk.nvt("overgeslagen");
          case ONGEWIJZIGD -> Merk.open("blijft");
        },
        w.was().map(Moment::toString).orElse(null),
        w.wordt().map(Moment::toString).orElse(null),
        w.titel().orElse(null),
        w.waarschuwingen());
  }

  @PostMapping(SchemaController.ADRES + "/{orgaan}/inlezen/{nummer}")
  ModelAndView voerDoor(@PathVariable String orgaan, @PathVariable String nummer, Gebruiker wie) {
    Orgaan van = beeld.eisTePlannen(orgaan, wie);
    try {
      Agendainlezer.Voorbeeld gedaan = inlezer.voerDoor(Invulling.nummer(nummer), wie);
      schil.meldStraks(
          gedaan.verandertIets() ? "De agenda is ingelezen: " + samenvatting(gedaan) + "." : "Er veranderde niets.");
    } catch (SchemaFout fout) {
      return voorbeeld(van, nummer, fout, wie);
    }
    return new ModelAndView("redirect:" + SchemaController.ADRES + "/" + orgaan);
  }
}
