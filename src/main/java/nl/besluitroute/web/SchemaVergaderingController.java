package nl.besluitroute.web;

import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.regio.Orgaan;
import nl.besluitroute.toegang.AccountFout;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.vergaderschema.SchemaFout;
import nl.besluitroute.vergaderschema.Vergaderdatum;
import nl.besluitroute.vergaderschema.Vergaderschema;
import nl.besluitroute.visie.VisieFout;
import nl.besluitroute.visieplanning.Herplanning;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** A meeting in a schema: moved, cancelled or described. What follows from a move is seen before it counts. */
@Controller
class SchemaVergaderingController {
  private final Vergaderschema schema;
  private final Herplanning herplanning;
  private final Schemabeeld beeld;
  private final Klok klok;
  private final Schil schil;

  SchemaVergaderingController(
      Vergaderschema schema,
      Herplanning herplanning,
      Schemabeeld beeld,
      Klok klok,
      Schil schil) {
    this.schema = schema;
    this.herplanning = herplanning;
    this.beeld = beeld;
    this.klok = klok;
    this.schil = schil;
  }

  private Vergaderdatum eisVan(Orgaan orgaan, String nummer) {
    return schema
        .zoek(Invulling.nummer(nummer))
        .filter(v -> v.orgaan().equals(orgaan.id()))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "Deze vergadering bestaat niet."));
  }

  @GetMapping(SchemaController.ADRES + "/{orgaan}/vergaderingen/{nummer}")
  ModelAndView vergadering(@PathVariable String orgaan, @PathVariable String nummer, Gebruiker wie) {
    Orgaan van = beeld.eisTePlannen(orgaan, wie);
    return vergadering(van, eisVan(van, nummer), Invulling.leeg());
  }

  private ModelAndView vergadering(Orgaan orgaan, Vergaderdatum v, Invulling vul) {
    String url = SchemaController.ADRES + "/" + orgaan.id();
    return Schemabeeld.pagina(
        "schema-vergadering",
        vul,
        new SchemaPagina.Vergadering(
            List.of(new Link("Schema's", SchemaController.ADRES), new Link(orgaan.naam(), url), Link.zonder(Taal.kort(v.dag()))),
            orgaan.naam(),
            Taal.metHoofdletter(v.moment().toString()) + (v.isGepland() ? "" : " (vervallen)"),
            url + "/vergaderingen/" + v.id(),
            schema.waarschuwingen(orgaan, v.dag()),
            vul.met("verplaats", "dag", v.dag().toString())
                .met("verplaats", "aanvang", v.aanvang().map(LocalTime::toString).orElse(""))
                .met("beschrijf", "titel", v.titel().orElse(""))
                .met("beschrijf", "plaats", v.plaats().orElse(""))));
  }

  /** A meeting that carries visions moves when its user has seen what follows from it. */
  @PostMapping(SchemaController.ADRES + "/{orgaan}/vergaderingen/{nummer}/verplaatsen")
  ModelAndView verplaats(
      @PathVariable String orgaan, @PathVariable String nummer, @RequestParam Map<String, String> invoer, Gebruiker wie) {
    return naBekijken(
        orgaan, nummer, "verplaats", invoer, wie,
        id -> schema.eisVerplaatsbaar(id, Invulling.dag(invoer, "dag"), Schemainvoer.tijd(invoer, "aanvang"), invoer.get("reden"), wie),
        id -> herplanning.als(id, Optional.of(Invulling.dag(invoer, "dag")), wie),
        id ->
            Schemabeeld.met(
                "De vergadering is verplaatst.",
                herplanning
                    .verplaats(
                        id,
                        Invulling.dag(invoer, "dag"),
                        Schemainvoer.tijd(invoer, "aanvang"),
                        invoer.get("reden"),
                        kenmerk(invoer),
                        wie)
                    .waarschuwingen()));
  }

  @PostMapping(SchemaController.ADRES + "/{orgaan}/vergaderingen/{nummer}/vervallen")
  ModelAndView vervalt(
      @PathVariable String orgaan, @PathVariable String nummer, @RequestParam Map<String, String> invoer, Gebruiker wie) {
    return naBekijken(
        orgaan, nummer, "vervalt", invoer, wie,
        id -> schema.eisVervalbaar(id, invoer.get("reden"), wie),
        id -> herplanning.als(id, Optional.empty(), wie),
        id -> {
          herplanning.laatVervallen(id, invoer.get("reden"), kenmerk(invoer), wie);
          return "De vergadering vervalt.";
        });
  }

  /** Of what touches no vision nobody has to have seen anything. */
  private static String kenmerk(Map<String, String> invoer) {
    return invoer.getOrDefault("kenmerk", Herplanning.Voorbeeld.GEEN.kenmerk());
  }

  private ModelAndView naBekijken(
      String orgaanId,
      String nummer,
      String vorm,
      Map<String, String> invoer,
      Gebruiker wie,
      Consumer<UUID> controle,
      Function<UUID, Herplanning.Voorbeeld> voorbeeld,
      Function<UUID, String> daad) {
    Orgaan orgaan = beeld.eisTePlannen(orgaanId, wie);
    Vergaderdatum v = eisVan(orgaan, nummer);
    String fout = null;
    try {
      controle.accept(v.id());
      if (invoer.containsKey("kenmerk") || voorbeeld.apply(v.id()).leeg()) {
        schil.meldStraks(daad.apply(v.id()));
        return new ModelAndView("redirect:" + SchemaController.ADRES + "/" + orgaanId);
      }
    } catch (SchemaFout | AccountFout geweigerd) {
      return vergadering(orgaan, v, Invulling.geweigerd(vorm, invoer, geweigerd));
    } catch (VisieFout veranderd) {
      fout = veranderd.getMessage();
    }
    return gevolgen(orgaan, v, vorm, invoer, voorbeeld.apply(v.id()), fout);
  }

  private ModelAndView gevolgen(
      Orgaan orgaan,
      Vergaderdatum v,
      String vorm,
      Map<String, String> invoer,
      Herplanning.Voorbeeld voorbeeld,
      String fout) {
    boolean vervalt = vorm.equals("vervalt");
    String url = SchemaController.ADRES + "/" + orgaan.id() + "/vergaderingen/" + v.id();
    Map<String, String> mee = new TreeMap<>(Map.of("kenmerk", voorbeeld.kenmerk()));
    if (!vervalt) {
      mee.put("dag", invoer.get("dag"));
      mee.put("aanvang", invoer.getOrDefault("aanvang", ""));
    }
    var antwoord = new ModelAndView("herplanning", fout == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY);
    antwoord.addObject(
        "pagina",
        new HerplanningPagina(
            List.of(
                new Link("Schema's", SchemaController.ADRES),
                new Link(orgaan.naam(), SchemaController.ADRES + "/" + orgaan.id()),
                new Link(Taal.kort(v.dag()), url),
                Link.zonder(vervalt ? "Laten vervallen" : "Verplaatsen")),
            orgaan.naam(),
            vervalt
                ? "De vergadering van " + Taal.voluitZonderDag(v.dag()) + " vervalt"
                : "Van "
                    + Taal.voluitZonderDag(v.dag())
                    + " naar "
                    + Taal.voluitZonderDag(Invulling.dag(invoer, "dag")),
            null,
            Herplanningbeeld.zin(voorbeeld),
            Herplanningbeeld.visies(voorbeeld, klok.vandaag()),
            new HerplanningPagina.Vorm(
                url + (vervalt ? "/vervallen" : "/verplaatsen"),
                mee,
                vervalt ? "Laten vervallen" : "Verplaatsen",
                invoer.get("reden"),
                fout,
                new Link("Niets doen", url))));
    return antwoord;
  }

  @PostMapping(SchemaController.ADRES + "/{orgaan}/vergaderingen/{nummer}/beschrijving")
  ModelAndView beschrijf(
      @PathVariable String orgaan, @PathVariable String nummer, @RequestParam Map<String, String> invoer, Gebruiker wie) {
    Orgaan van = beeld.eisTePlannen(orgaan, wie);
    Vergaderdatum v = eisVan(van, nummer);
    try {
      schema.beschrijf(v.id(), invoer.get("titel"), invoer.get("plaats"), wie);
    } catch (SchemaFout fout) {
      return vergadering(van, v, Invulling.geweigerd("beschrijf", invoer, fout));
    }
    schil.meldStraks("Titel en plaats zijn gewijzigd.");
    return new ModelAndView("redirect:" + SchemaController.ADRES + "/" + orgaan);
  }
}
