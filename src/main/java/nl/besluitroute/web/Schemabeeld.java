package nl.besluitroute.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.kalender.Termijn;
import nl.besluitroute.kalender.Werkdagen;
import nl.besluitroute.regio.Orgaan;
import nl.besluitroute.regio.Regios;
import nl.besluitroute.toegang.AccountFout;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.vergaderschema.Agendafeeds;
import nl.besluitroute.vergaderschema.Reces;
import nl.besluitroute.vergaderschema.Recessen;
import nl.besluitroute.vergaderschema.SchemaFout;
import nl.besluitroute.vergaderschema.Termijnen;
import nl.besluitroute.vergaderschema.Termijnsoort;
import nl.besluitroute.vergaderschema.Vergaderdatum;
import nl.besluitroute.vergaderschema.Vergaderschema;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The page of the schema of a body, to which what was refused comes back. */
@Component
class Schemabeeld {
  private static final DateTimeFormatter MAAND =
      DateTimeFormatter.ofPattern("MMMM uuuu", Locale.forLanguageTag("nl-NL"));
  private static final int MAANDEN_VOORUIT = 18;

  private final Vergaderschema schema;
  private final Recessen recessen;
  private final Termijnen termijnen;
  private final Agendafeeds feeds;
  private final Regios regios;
  private final Werkdagen werkdagen;
  private final Klok klok;
  private final Schil schil;

  Schemabeeld(
      Vergaderschema schema,
      Recessen recessen,
      Termijnen termijnen,
      Agendafeeds feeds,
      Regios regios,
      Werkdagen werkdagen,
      Klok klok,
      Schil schil) {
    this.schema = schema;
    this.recessen = recessen;
    this.termijnen = termijnen;
    this.feeds = feeds;
    this.regios = regios;
    this.werkdagen = werkdagen;
    this.klok = klok;
    this.schil = schil;
  }

  Orgaan eis(String id) {
    return regios
        .orgaan(id)
        .orElseThrow(
            () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "Dit overleg of bestuursorgaan bestaat niet."));
  }

  Orgaan eisTePlannen(String id, Gebruiker wie) {
    return schema.eisPlannen(wie, eis(id));
  }

  static String plek(Orgaan o) {
    return o.regio().orElseGet(() -> o.gemeente().orElseThrow());
  }

  Map<String, String> namen(List<Orgaan> organen) {
    Map<String, String> namen = new TreeMap<>();
    regios
        .regioNamen(organen.stream().flatMap(o -> o.regio().stream()).distinct().toList())
        .forEach((code, naam) -> namen.put(code, "Regio " + naam));
    regios
        .namen(organen.stream().flatMap(o -> o.gemeente().stream()).distinct().toList())
        .forEach((code, naam) -> namen.put(code, "Gemeente " + naam));
    return namen;
  }

  static String sinds(Instant moment) {
    return Taal.voluitZonderDag(LocalDate.ofInstant(moment, Klok.ZONE));
  }

  ModelAndView schema(Orgaan orgaan, Invulling vul, Gebruiker wie) {
    LocalDate vandaag = klok.vandaag();
    String url = SchemaController.ADRES + "/" + orgaan.id();
    boolean mag = schema.magPlannen(wie, orgaan);
    List<Vergaderdatum> alle =
        schema.vanOrgaan(orgaan.id(), vandaag, vandaag.plusMonths(MAANDEN_VOORUIT));
    List<Reces> reces = recessen.van(orgaan).stream().filter(r -> !r.totEnMet().isBefore(vandaag)).toList();
    Map<YearMonth, List<Vergaderdatum>> perMaand =
        alle.stream().collect(Collectors.groupingBy(v -> YearMonth.from(v.dag()), TreeMap::new, Collectors.toList()));
    Optional<Vergaderdatum> eerste = alle.stream().filter(Vergaderdatum::isGepland).findFirst();
    long gepland = alle.stream().filter(Vergaderdatum::isGepland).count();
    Invulling begin =
        vul.met("nieuw", "dag", "")
            .met("reeks", "van", vandaag.toString())
            .met("reeks", "tot", vandaag.plusYears(1).toString());
    return pagina(
        "schema",
        vul,
        new SchemaPagina(
            List.of(new Link("Schema's", SchemaController.ADRES), Link.zonder(orgaan.naam())),
            namen(List.of(orgaan)).get(plek(orgaan)),
            orgaan.naam(),
            url,
            eerste
                .map(
                    v ->
                        Zin.van("De eerstvolgende vergadering is ")
                            .vet(v.moment().toString())
                            .tekst("; daarna staan er nog " + (gepland - 1) + "."))
                .orElse(Zin.metVet("Er staat nog geen vergadering").tekst(" in het schema.")),
            mag,
            perMaand.entrySet().stream()
                .map(
                    e ->
                        new SchemaPagina.Maand(
                            "maand-" + e.getKey(),
                            Taal.metHoofdletter(MAAND.format(e.getKey())),
                            e.getValue().stream().map(v -> rij(v, url, reces, mag)).toList()))
                .toList(),
            reces.stream()
                .map(
                    r ->
                        new SchemaPagina.RecesRij(
                            r.naam(),
                            Taal.kort(r.van()) + " tot en met " + Taal.kort(r.totEnMet()),
                            r.orgaan().isPresent() ? "van dit overleg" : r.gemeente().isPresent() ? "van de gemeente" : "van de regio",
                            mag && r.orgaan().isPresent() ? url + "/reces/" + r.id() + "/verwijderen" : null))
                .toList(),
            termijnen(orgaan, eerste),
            feeds.vanOrgaan(orgaan.id()).map(Schemabeeld::sinds).orElse(null),
            vandaag.toString(),
            begin));
  }

  static ModelAndView pagina(String sjabloon, Invulling vul, Object inhoud) {
    var pagina = new ModelAndView(sjabloon, vul.vorm() == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY);
    pagina.addObject("pagina", inhoud);
    return pagina;
  }

  private SchemaPagina.Rij rij(Vergaderdatum v, String url, List<Reces> reces, boolean mag) {
    return new SchemaPagina.Rij(
        Taal.dag(v.dag(), klok.vandaag()),
        v.aanvang().map(LocalTime::toString).orElse(null),
        v.titel().orElse(null),
        v.plaats().orElse(null),
        v.bron().naam(),
        v.isGepland() ? Merk.goed("gepland") : Merk.nvt("vervallen"),
        v.reden().orElse(null),
        v.isGepland()
            ? reces.stream().filter(r -> r.bevat(v.dag())).map(r -> "in reces: " + r.naam()).findFirst().orElse(null)
            : null,
        mag && v.isGepland() ? new Link("Wijzigen", url + "/vergaderingen/" + v.id()) : null);
  }

  private List<SchemaPagina.TermijnRij> termijnen(Orgaan orgaan, Optional<Vergaderdatum> eerste) {
    Map<Termijnsoort, Termijnen.Geldend> alle = termijnen.van(orgaan);
    return alle.entrySet().stream()
        .map(
            e -> {
              Termijn t = e.getValue().termijn();
              return new SchemaPagina.TermijnRij(
                  e.getKey().name().toLowerCase(Locale.ROOT),
                  e.getKey().naam(),
                  e.getKey().vanaf(),
                  vanRoute(e.getKey(), e.getValue()) ? "het aantal werkdagen van de route" : t.toString(),
                  herkomst(e.getKey(), e.getValue()),
                  eerste
                      .map(
                          v ->
                              telt(e.getKey(), alle)
                                  ? Taal.dag(
                                      laatsteDag(
                                          e.getKey(), t, v.dag(), alle.get(Termijnsoort.AANLEVEREN).termijn()),
                                      klok.vandaag())
                                  : "volgens de route")
                      .orElse(null));
            })
        .toList();
  }

  private static String herkomst(Termijnsoort soort, Termijnen.Geldend geldend) {
    return switch (geldend.herkomst()) {
      case ORGAAN -> "eigen termijn";
      case SOORT -> "zoals elk van deze soort";
      case STANDAARD -> vanRoute(soort, geldend) ? "tot u hier een termijn zet" : "standaard";
    };
  }

  /** Each route has a number of its own for these, which counts while nobody set a term. */
  private static boolean vanRoute(Termijnsoort soort, Termijnen.Geldend geldend) {
    return geldend.herkomst() == Termijnen.Herkomst.STANDAARD
        && (soort == Termijnsoort.AANLEVEREN || soort == Termijnsoort.VASTLEGGEN);
  }

  /** Whether the last day can be told: not of what is counted from a term that the route has. */
  private static boolean telt(Termijnsoort soort, Map<Termijnsoort, Termijnen.Geldend> alle) {
    Termijnsoort vanaf =
        soort == Termijnsoort.HERINNEREN || soort == Termijnsoort.PARAFEREN ? Termijnsoort.AANLEVEREN : soort;
    return !vanRoute(vanaf, alle.get(vanaf));
  }

  private LocalDate laatsteDag(Termijnsoort soort, Termijn t, LocalDate dag, Termijn aanleveren) {
    return switch (soort) {
      case AANLEVEREN, VERSPREIDEN -> t.dagVoor(dag, werkdagen);
      case HERINNEREN, PARAFEREN -> t.dagVoor(aanleveren.dagVoor(dag, werkdagen), werkdagen);
      case VASTLEGGEN -> t.dagNa(dag, werkdagen);
    };
  }

  /** Something done at a body; refused input is shown again in its form. */
  ModelAndView doe(
      String orgaanId, String vorm, Map<String, String> invoer, Gebruiker wie, Supplier<String> daad) {
    Orgaan orgaan = eisTePlannen(orgaanId, wie);
    try {
      String melding = daad.get();
      if (melding != null) {
        schil.meldStraks(melding);
      }
    } catch (SchemaFout | AccountFout fout) {
      return schema(orgaan, Invulling.geweigerd(vorm, invoer, fout), wie);
    }
    return new ModelAndView("redirect:" + SchemaController.ADRES + "/" + orgaanId);
  }

  static String met(String melding, List<String> waarschuwingen) {
    return waarschuwingen.isEmpty() ? melding : melding + " Let op: " + String.join(" ", waarschuwingen);
  }
}
