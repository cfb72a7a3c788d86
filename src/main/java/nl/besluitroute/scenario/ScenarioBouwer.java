package nl.besluitroute.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.besluitroute.besluitvorming.Besluiten;
import nl.besluitroute.besluitvorming.VisieInbrengen;
import nl.besluitroute.kalender.GeschrevenDatum;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.kalender.Termijn;
import nl.besluitroute.kalender.Werkdagen;
import nl.besluitroute.regio.Orgaansoort;
import nl.besluitroute.scenario.Gebeurtenis.Kop;
import nl.besluitroute.scenario.ScenarioOnleesbaar.Fout;
import nl.besluitroute.stuk.Versies;
import nl.besluitroute.toegang.Rol;
import nl.besluitroute.visie.Doel;
import nl.besluitroute.visie.Routewijziging;
import nl.besluitroute.visie.Vaststellingsregel;

/**
 * Makes a scenario of a tree that keeps the schema, and checks what a schema cannot say. Collects
 * every fault; a value that could not be read is replaced by a harmless one until then.
 */
final class ScenarioBouwer {

  private static final LocalTime ZONDER_TIJD = LocalTime.NOON;
  private static final Pattern RELATIEF = Pattern.compile("vandaag(?:([+-])(\\d{1,4})(d|wd))?");
  private static final Pattern DAG = Pattern.compile("\\d{4}-\\d{2}-\\d{2}|" + RELATIEF);

  private final JsonNode boom;
  private final Werkdagen werkdagen;
  private final Optional<Path> map;
  private final LocalDate vandaag;
  private final List<Fout> fouten = new ArrayList<>();
  private final Set<String> deelnemers = new LinkedHashSet<>();
  private final Map<String, LocalDate> vertrokken = new HashMap<>();
  private final Set<String> organen = new HashSet<>();
  private final Set<String> namen = new HashSet<>();

  ScenarioBouwer(JsonNode boom, LocalDate vandaag, Werkdagen werkdagen, Optional<Path> map) {
    this.boom = boom;
    this.werkdagen = werkdagen;
    this.map = map;
    this.vandaag = boom.has("vandaag") ? dag(boom.get("vandaag"), vandaag) : vandaag;
  }

  Scenario bouw() {
    List<Scenario.Regio> regios = regios();
    List<Scenario.Orgaan> lijst = lijst(boom.path("organen"), this::orgaan);
    List<Scenario.Mens> mensen = lijst(boom.path("mensen"), this::mens);
    boom.get("deelnemers").forEach(code -> deelnemers.add(code.asText()));
    List<String> begin = List.copyOf(deelnemers);
    Scenario.Visie visie = visie(regios);
    Scenario.Route route = route();
    List<Scenario.GeplandeStap> planning =
        lijst(boom.path("planning"), stap -> geplandeStap(stap, visie.startdatum().getYear()));
    Optional<VisieInbrengen.Verleden> verleden =
        Optional.ofNullable(boom.get("verleden")).map(v -> verleden(v, visie.startdatum()));
    List<Gebeurtenis> gebeurtenissen = gebeurtenissen();
    List<Scenario.Verwachting> verwachtingen =
        new ArrayList<>(lijst(boom.path("verwachtingen"), this::verwachting));
    verwachtingen.sort(Comparator.comparing(Scenario.Verwachting::op));
    if (!fouten.isEmpty()) {
      throw new ScenarioOnleesbaar(SchemaFouten.beperk(fouten));
    }
    return new Scenario(
        boom.get("naam").asText(),
        boom.path("beschrijving").asText(""),
        vandaag,
        regios,
        lijst,
        mensen,
        begin,
        visie,
        route,
        planning,
        verleden,
        gebeurtenissen,
        verwachtingen);
  }

  private List<Scenario.Regio> regios() {
    JsonNode regio = boom.get("regio");
    List<Scenario.Regio> regios =
        regio.isArray() ? lijst(regio, this::regio) : List.of(regio(regio));
    Set<String> codes = new HashSet<>();
    for (Scenario.Regio een : regios) {
      if (!codes.add(een.code())) {
        fout(regio, "De regio " + een.code() + " staat er twee keer");
      }
    }
    return regios;
  }

  private Scenario.Regio regio(JsonNode regio) {
    if (regio.isTextual()) {
      return new Scenario.Regio(regio.asText(), Optional.empty(), List.of());
    }
    Set<String> codes = new HashSet<>();
    List<Scenario.Gemeente> gemeenten =
        lijst(
            regio.get("gemeenten"),
            gemeente -> {
              String code = gemeente.get("code").asText();
              if (!codes.add(code)) {
                fout(gemeente, "De gemeente " + code + " staat er twee keer");
              }
              return new Scenario.Gemeente(code, gemeente.get("naam").asText());
            });
    return new Scenario.Regio(regio.get("code").asText(), tekst(regio, "naam"), gemeenten);
  }

  private Scenario.Orgaan orgaan(JsonNode orgaan) {
    String id = orgaan.get("id").asText();
    if (!organen.add(id)) {
      fout(orgaan.get("id"), "Het orgaan '" + id + "' staat er twee keer");
    }
    if (orgaan.has("regio") == orgaan.has("gemeente")) {
      fout(orgaan, "Het orgaan '" + id + "' hoort bij een regio of bij een gemeente");
    }
    Orgaansoort soort = Orgaansoort.van(orgaan.get("soort").asText()).orElseThrow();
    if (orgaan.has("regio") && !Orgaansoort.VAN_REGIO.contains(soort)) {
      fout(orgaan.get("soort"), "Een regio heeft geen " + soort.naam().toLowerCase(Locale.ROOT) + "; een gemeente wel");
    }
    if (orgaan.has("gemeente") && !Orgaansoort.VAN_GEMEENTE.contains(soort)) {
      fout(orgaan.get("soort"), "Een gemeente heeft geen " + soort.naam().toLowerCase(Locale.ROOT) + "; een regio wel");
    }
    return new Scenario.Orgaan(
        id,
        orgaan.get("naam").asText(),
        orgaan.get("soort").asText(),
        tekst(orgaan, "regio"),
        tekst(orgaan, "gemeente"));
  }

  private Scenario.Mens mens(JsonNode mens) {
    String naam = mens.get("naam").asText();
    if (!namen.add(naam)) {
      fout(mens.get("naam"), "'" + naam + "' staat er twee keer");
    }
    if (mens.has("orgaan")) {
      orgaanBekend(mens.get("orgaan"));
    }
    Rol rol = Rol.valueOf(mens.get("rol").asText().toUpperCase(Locale.ROOT));
    if (mens.has("gemeente") == (rol.bereik() == Rol.Bereik.REGIO)) {
      fout(
          mens,
          rol.bereik() == Rol.Bereik.REGIO
              ? "De rol '" + rol.naam() + "' geldt voor de regio's van de visie, niet voor een gemeente"
              : "De rol '" + rol.naam() + "' geldt voor een gemeente");
    }
    return new Scenario.Mens(
        naam,
        mens.get("functie").asText(),
        mens.get("rol").asText(),
        tekst(mens, "gemeente"),
        tekst(mens, "orgaan"));
  }

  private Scenario.Verteld verteld(JsonNode rij) {
    String aan = rij.get("aan").asText();
    if (!namen.contains(aan) && !organen.contains(aan)) {
      fout(rij.get("aan"), "'" + aan + "' staat niet bij 'mensen' of 'organen'");
    }
    return new Scenario.Verteld(
        aan,
        rij.get("soort").asText(),
        rij.get("stap").asText(),
        tekst(rij, "gemeente"),
        Optional.ofNullable(rij.get("dag")).map(this::dag));
  }

  private Scenario.Visie visie(List<Scenario.Regio> regios) {
    JsonNode visie = boom.get("visie");
    int van = visie.get("looptijd").get("van").asInt();
    int tot = visie.get("looptijd").get("tot").asInt();
    if (tot < van) {
      fout(visie.get("looptijd"), "De looptijd eindigt voor haar begin");
    }
    Set<String> bekend = new HashSet<>();
    regios.forEach(regio -> bekend.add(regio.code()));
    List<String> codes = teksten(visie.get("regios"));
    for (JsonNode code : visie.get("regios")) {
      if (!bekend.contains(code.asText())) {
        fout(code, "De regio " + code.asText() + " staat niet bij 'regio'");
      }
    }
    return new Scenario.Visie(
        visie.get("id").asText(),
        visie.get("titel").asText(),
        visie.get("gevraagdBesluit").asText(),
        van,
        tot,
        dag(visie.get("startdatum")),
        visie.get("regel").asText(),
        codes);
  }

  private Scenario.Route route() {
    JsonNode route = boom.get("route");
    if (route.isTextual()) {
      return new Scenario.Route(Optional.of(route.asText()), Optional.empty());
    }
    String naam = route.get("bestand").asText();
    Optional<Path> bestand = map.map(hier -> hier.resolve(naam));
    if (bestand.filter(Files::isRegularFile).isEmpty()) {
      fout(route.get("bestand"), "Naast het scenario staat geen bestand '" + naam + "'");
    }
    return new Scenario.Route(Optional.empty(), bestand);
  }

  private Scenario.GeplandeStap geplandeStap(JsonNode stap, int jaar) {
    neemtDeel(stap.get("gemeente"), Optional.empty());
    return new Scenario.GeplandeStap(
        plaats(stap),
        stap.get("stap").asText(),
        tekst(stap, "gemeente"),
        tekst(stap, "orgaansoort"),
        geschreven(stap.get("datum"), tekst -> GeschrevenDatum.lees(tekst, jaar)),
        tekst(stap, "bijzonderheden"));
  }

  private List<Gebeurtenis> gebeurtenissen() {
    List<Gebeurtenis> uit = new ArrayList<>();
    ZonedDateTime vorige = null;
    for (JsonNode een : boom.get("gebeurtenissen")) {
      ZonedDateTime op = moment(een.get("op"), ZONDER_TIJD);
      if (vorige != null && op.isBefore(vorige)) {
        boolean zonderTijd = !een.get("op").asText().contains("T");
        if (zonderTijd && op.toLocalDate().equals(vorige.toLocalDate())) {
          op = vorige;
        } else {
          fout(
              een.get("op"),
              "Deze gebeurtenis (%s) staat na een latere (%s); zet ze op volgorde"
                  .formatted(op.toLocalDate(), vorige.toLocalDate()));
        }
      }
      vorige = vorige == null || op.isAfter(vorige) ? op : vorige;
      uit.add(gebeurtenis(een, op));
    }
    return uit;
  }

  private Gebeurtenis gebeurtenis(JsonNode een, ZonedDateTime op) {
    Kop kop = new Kop(op.toInstant(), een.get("door").asText(), plaats(een));
    LocalDate nabij = op.toLocalDate();
    if (een.has("orgaan")) {
      orgaanBekend(een.get("orgaan"));
    }
    return switch (een.get("soort").asText()) {
      case "participatie" ->
          new Gebeurtenis.Participatie(
              kop,
              een.get("stap").asText(),
              een.get("groep").asText(),
              geschreven(een.get("datum"), nabij),
              getal(een, "deelnemers"),
              tekst(een, "uitkomst"),
              tekst(een, "verwerking"),
              een.get("meer").asText().equals("ja"));
      case "versie" ->
          new Gebeurtenis.Versie(
              kop,
              een.get("stap").asText(),
              een.get("nummer").asText(),
              dag(een.get("datum")),
              tekst(een, "toelichting"),
              lijst(
                  een.path("onderdelen"),
                  deel ->
                      new Gebeurtenis.Onderdeel(
                          deel.get("naam").asText(),
                          tekst(deel, "kenmerk"),
                          tekst(deel, "tekst"))));
      case "verzending" ->
          new Gebeurtenis.Verzending(
              kop,
              een.get("stap").asText(),
              tekst(een, "orgaan"),
              een.get("versie").asText(),
              dag(een.get("verzonden_op")),
              tekst(een, "toelichting"));
      case "behandeling" -> behandeling(een, kop, nabij);
      case "antwoord" ->
          new Gebeurtenis.Antwoord(
              kop,
              een.get("stap").asText(),
              tekst(een, "orgaan"),
              een.get("opmerking").asInt(),
              een.get("antwoord").asText(),
              tekst(een, "versie"),
              tekst(een, "plaats"),
              tekst(een, "tekst"),
              tekst(een, "motivering"));
      case "besluit" -> besluit(een, kop, nabij);
      case "informeren" -> {
        LocalDate dag = dag(een.get("datum"));
        neemtDeel(een.get("gemeente"), Optional.of(dag));
        yield new Gebeurtenis.Informeren(
            kop,
            tekst(een, "stap"),
            een.get("gemeente").asText(),
            dag,
            tekst(een, "kenmerk"),
            tekst(een, "toelichting"),
            tekst(een, "bron"));
      }
      case "afsluiten" ->
          new Gebeurtenis.Afsluiten(kop, tekst(een, "stap"), tekst(een, "toelichting"));
      case "advies" ->
          new Gebeurtenis.Advies(
              kop,
              tekst(een, "stap"),
              dag(een.get("datum")),
              een.get("advies").asText(),
              tekst(een, "toelichting"));
      case "duiding" -> {
        neemtDeel(een.get("gemeente"), Optional.of(LocalDate.MIN));
        yield new Gebeurtenis.Duiding(
            kop,
            een.get("gemeente").asText(),
            tekst(een, "orgaansoort"),
            een.get("klasse").asText(),
            een.get("eensluidend").asBoolean(),
            een.get("reden").asText());
      }
      case "datum" -> {
        neemtDeel(een.get("gemeente"), Optional.empty());
        yield new Gebeurtenis.Datum(
            kop,
            een.get("stap").asText(),
            tekst(een, "gemeente"),
            tekst(een, "orgaansoort"),
            geschreven(een.get("datum"), nabij),
            een.get("reden").asText());
      }
      case "vertrek" -> {
        String gemeente = een.get("gemeente").asText();
        if (neemtDeel(een.get("gemeente"), Optional.empty())) {
          deelnemers.remove(gemeente);
          vertrokken.put(gemeente, nabij);
        }
        yield new Gebeurtenis.Vertrek(kop, gemeente, een.get("reden").asText());
      }
      case "toetreding" -> {
        String gemeente = een.get("gemeente").asText();
        if (!deelnemers.add(gemeente)) {
          fout(een.get("gemeente"), "De gemeente " + gemeente + " doet al mee");
        }
        vertrokken.remove(gemeente);
        yield new Gebeurtenis.Toetreding(kop, gemeente, een.get("reden").asText());
      }
      case "route_gewijzigd" ->
          new Gebeurtenis.RouteGewijzigd(kop, wijziging(een), een.get("reden").asText());
      case "correctie" -> {
        if (een.has("conclusie") == een.has("uitkomst")) {
          fout(een, "Een correctie is van een besluit (met 'uitkomst') of van een conclusie (met 'conclusie')");
        }
        eis(een, een.has("conclusie") ? List.of("stap", "versie") : List.of("gemeente", "orgaansoort"));
        yield new Gebeurtenis.Correctie(
            kop,
            tekst(een, "stap"),
            tekst(een, "gemeente"),
            tekst(een, "orgaansoort"),
            dag(een.get("datum")),
            tekst(een, "uitkomst"),
            tekst(een, "versie"),
            tekst(een, "dictum"),
            tekst(een, "nummer"),
            tekst(een, "amendement"),
            tekst(een, "bron"),
            tekst(een, "conclusie"),
            tekst(een, "tekst"),
            een.get("reden").asText());
      }
      case "termijn" -> {
        if (een.has("orgaan") == een.has("orgaansoort")) {
          fout(een, "Een termijn is van een orgaan of van een soort");
        }
        if (een.has("orgaan")) {
          orgaanBekend(een.get("orgaan"));
        }
        yield new Gebeurtenis.TermijnGezet(
            kop,
            tekst(een, "orgaan"),
            tekst(een, "orgaansoort"),
            een.get("voor").asText(),
            een.has("aantal")
                ? Optional.of(
                    new Termijn(
                        een.get("aantal").asInt(),
                        Termijn.Eenheid.valueOf(een.path("eenheid").asText("werkdagen").toUpperCase(Locale.ROOT)),
                        tekst(een, "tijdstip").map(LocalTime::parse).orElse(null)))
                : Optional.empty());
      }
      case "nazenden" ->
          new Gebeurtenis.Nazenden(
              kop, een.get("stap").asText(), een.get("instemming").asText(), een.get("reden").asText());
      case "latere_vergadering" ->
          new Gebeurtenis.LatereVergadering(kop, een.get("stap").asText(), een.get("reden").asText());
      case "streefdatum" ->
          new Gebeurtenis.Streefdatum(
              kop, Optional.ofNullable(een.get("dag")).map(this::dag), tekst(een, "reden"));
      case "plan_overnemen" -> new Gebeurtenis.PlanOvernemen(kop, een.get("reden").asText());
      case "uitstellen" ->
          new Gebeurtenis.Uitstellen(
              kop, een.get("stap").asText(), dag(een.get("vanaf")), een.get("reden").asText());
      case "schriftelijk" ->
          new Gebeurtenis.Schriftelijk(
              kop, een.get("stap").asText(), dag(een.get("reacties_tot_en_met")), een.get("reden").asText());
      case "opschorten" -> new Gebeurtenis.Opschorten(kop, een.get("reden").asText());
      case "hervatten" -> new Gebeurtenis.Hervatten(kop, een.get("reden").asText());
      case "vergadering" -> {
        boolean vervalt = een.path("vervalt").asBoolean();
        if (vervalt && een.has("naar")) {
          fout(een, "Een vergadering verplaatst of vervalt, niet allebei");
        }
        if (vervalt || een.has("naar")) {
          eis(een, List.of("reden"));
        }
        yield new Gebeurtenis.Vergadering(
            kop,
            een.get("orgaan").asText(),
            dag(een.get("dag")),
            tekst(een, "aanvang").map(LocalTime::parse),
            tekst(een, "titel"),
            Optional.ofNullable(een.get("naar")).map(this::dag),
            vervalt,
            tekst(een, "reden"));
      }
      case "opnieuw_besluiten" -> {
        neemtDeel(een.get("gemeente"), Optional.empty());
        yield new Gebeurtenis.OpnieuwBesluiten(kop, een.get("gemeente").asText(), een.get("reden").asText());
      }
      default -> throw new IllegalStateException("Soort buiten het schema: " + een.get("soort"));
    };
  }

  /** Fields that this kind of event needs beside those that the schema asks of all. */
  private void eis(JsonNode een, List<String> velden) {
    velden.stream()
        .filter(veld -> !een.has(veld))
        .forEach(veld -> fout(een, "Hierbij hoort het veld '" + veld + "'"));
  }

  private Routewijziging wijziging(JsonNode een) {
    String soort = een.get("wijziging").asText();
    eis(
        een,
        switch (soort) {
          case "toevoegen" -> List.of("orgaan", "doel", "plek", "stap");
          case "verplaatsen" -> List.of("route");
          default -> List.of("stap");
        });
    String stap = een.path("stap").asText();
    return switch (soort) {
      case "overslaan" -> new Routewijziging.Overslaan(stap);
      case "herhalen" -> new Routewijziging.Herhalen(stap, een.path("ook_erna").asBoolean());
      case "toevoegen" ->
          new Routewijziging.Toevoegen(
              een.path("orgaan").asText(),
              Doel.van(een.path("doel").asText()).orElse(Doel.BESPREKEN),
              een.path("plek").asText().equals("voor") ? Routewijziging.Plek.VOOR : Routewijziging.Plek.NA,
              stap);
      default ->
          new Routewijziging.Verplaatsen(
              een.path("route").asText(),
              tekst(een, "regel").map(r -> Vaststellingsregel.valueOf(r.toUpperCase(java.util.Locale.ROOT))));
    };
  }

  private VisieInbrengen.Verleden verleden(JsonNode verleden, LocalDate nabij) {
    return new VisieInbrengen.Verleden(
        lijst(
            verleden.path("versies"),
            v ->
                new VisieInbrengen.OudeVersie(
                    v.get("nummer").asText(),
                    dag(v.get("datum")),
                    tekst(v, "toelichting").orElse(null),
                    lijst(
                        v.path("onderdelen"),
                        deel ->
                            new Versies.Aanlevering(
                                deel.get("naam").asText(),
                                tekst(deel, "kenmerk").orElse(null),
                                tekst(deel, "tekst").orElse(null))))),
        lijst(
            verleden.path("stappen"),
            s ->
                new VisieInbrengen.OudeStap(
                    s.get("stap").asText(),
                    s.path("overgeslagen").asBoolean(),
                    s.has("datum") ? geschreven(s.get("datum"), nabij) : null,
                    tekst(s, "conclusie").orElse(null),
                    tekst(s, "tekst").orElse(null),
                    tekst(s, "versie").orElse(null))),
        lijst(
            verleden.path("besluiten"),
            b -> {
              LocalDate dag = dag(b.get("datum"));
              neemtDeel(b.get("gemeente"), Optional.of(dag));
              return new VisieInbrengen.OudBesluit(
                  b.get("gemeente").asText(),
                  Orgaansoort.van(b.get("orgaansoort").asText()).orElseThrow(),
                  new Besluiten.Vastlegging(
                      dag,
                      b.get("uitkomst").asText(),
                      tekst(b, "versie").orElse(null),
                      tekst(b, "dictum").orElse(null),
                      tekst(b, "nummer").orElse(null),
                      tekst(b, "amendement").orElse(null),
                      tekst(b, "bron").orElse(null),
                      null));
            }));
  }

  private Gebeurtenis behandeling(JsonNode een, Kop kop, LocalDate nabij) {
    List<Gebeurtenis.Voorbehoud> voorbehouden =
        lijst(
            een.path("voorbehouden"),
            voorbehoud -> {
              neemtDeel(voorbehoud.get("gemeente"), Optional.empty());
              return new Gebeurtenis.Voorbehoud(
                  voorbehoud.get("gemeente").asText(), voorbehoud.get("tekst").asText());
            });
    return new Gebeurtenis.Behandeling(
        kop,
        een.get("stap").asText(),
        tekst(een, "orgaan"),
        dag(een.get("datum")),
        een.get("versie").asText(),
        een.get("conclusie").asText(),
        tekst(een, "reden"),
        tekst(een, "vervolg"),
        volgendeDatum(een.get("volgende_datum"), nabij),
        voorbehouden,
        lijst(
            een.path("opmerkingen"),
            opmerking ->
                new Gebeurtenis.Opmerking(
                    opmerking.get("tekst").asText(), tekst(opmerking, "eigenaar"))));
  }

  private Gebeurtenis besluit(JsonNode een, Kop kop, LocalDate nabij) {
    LocalDate dag = dag(een.get("datum"));
    neemtDeel(een.get("gemeente"), Optional.of(dag));
    return new Gebeurtenis.Besluit(
        kop,
        tekst(een, "stap"),
        getal(een, "ronde"),
        een.get("gemeente").asText(),
        een.get("orgaansoort").asText(),
        dag,
        een.get("uitkomst").asText(),
        tekst(een, "versie"),
        tekst(een, "dictum"),
        tekst(een, "nummer"),
        tekst(een, "amendement"),
        tekst(een, "bron"),
        volgendeDatum(een.get("volgende_datum"), nabij));
  }

  private Scenario.Verwachting verwachting(JsonNode een) {
    return new Scenario.Verwachting(
        plaats(een),
        moment(een.get("op"), LocalTime.of(23, 59, 59)).toInstant(),
        tekst(een, "naam"),
        misschienLijst(
            een,
            "behandeling",
            rij ->
                new Scenario.BehandelingRij(
                    rij.get(0).asText(),
                    rij.get(1).asText(),
                    rij.get(2).asText(),
                    rij.get(3).asText())),
        misschienLijst(
            een,
            "planning",
            rij ->
                new Scenario.PlanningRij(
                    rij.get("stap").asText(),
                    tekst(rij, "gemeente"),
                    tekst(rij, "orgaansoort"),
                    tekst(rij, "activiteit"),
                    rij.get("wanneer").asText(),
                    tekst(rij, "bijzonderheden"))),
        tekst(een, "toestand"),
        misschienLijst(een, "wacht", this::werk),
        misschienLijst(een, "teLaat", this::werk),
        misschienLijst(
            een,
            "besluiten",
            rij ->
                new Scenario.BesluitRij(
                    rij.get("gemeente").asText(),
                    rij.get("orgaansoort").asText(),
                    rij.get("uitkomst").asText(),
                    tekst(rij, "versie"),
                    Optional.ofNullable(rij.get("datum")).map(this::dag))),
        Optional.ofNullable(een.get("stand"))
            .map(
                stand ->
                    new Scenario.StandVerwachting(
                        stand.get("waarde").asText(), teksten(stand.path("redenen")))),
        Optional.ofNullable(een.get("plan"))
            .map(
                plan ->
                    new Scenario.PlanVerwachting(
                        Optional.ofNullable(plan.get("einde")).map(this::dag),
                        Optional.ofNullable(plan.get("haalbaar")).map(JsonNode::asBoolean),
                        Optional.ofNullable(plan.get("streefdatumGehaald")).map(JsonNode::asBoolean),
                        misschienLijst(plan, "bepalend", JsonNode::asText),
                        misschienLijst(plan, "stappen", this::planregel).orElse(List.of()),
                        misschienLijst(plan, "meldingen", JsonNode::asText).orElse(List.of()))),
        misschienLijst(een, "signalen", this::verteld));
  }

  private Scenario.PlanRij planregel(JsonNode rij) {
    return new Scenario.PlanRij(
        rij.get("stap").asText(),
        tekst(rij, "gemeente"),
        tekst(rij, "orgaansoort"),
        Optional.ofNullable(rij.get("gepland")).map(this::dag),
        Optional.ofNullable(rij.get("uiterlijk")).map(this::dag),
        Optional.ofNullable(rij.get("aanleveren")).map(this::dag));
  }

  private Scenario.Werk werk(JsonNode werk) {
    if (werk.has("orgaan")) {
      orgaanBekend(werk.get("orgaan"));
    }
    return new Scenario.Werk(
        werk.get("taak").asText(),
        werk.get("stap").asText(),
        tekst(werk, "gemeente"),
        tekst(werk, "orgaan"),
        Optional.ofNullable(werk.get("uiterlijk")).map(this::dag),
        tekst(werk, "tot").map(LocalTime::parse));
  }

  private void orgaanBekend(JsonNode orgaan) {
    if (!organen.contains(orgaan.asText())) {
      fout(orgaan, "Het orgaan '" + orgaan.asText() + "' staat niet bij 'organen'");
    }
  }

  /** What a municipality did before it left may still be recorded after it did. */
  private boolean neemtDeel(JsonNode gemeente, Optional<LocalDate> op) {
    if (gemeente == null || deelnemers.contains(gemeente.asText())) {
      return true;
    }
    LocalDate vertrek = vertrokken.get(gemeente.asText());
    if (vertrek == null) {
      fout(gemeente, "De gemeente " + gemeente.asText() + " neemt niet deel aan deze visie");
      return false;
    }
    if (op.isEmpty() || op.get().isAfter(vertrek)) {
      fout(
          gemeente,
          "De gemeente " + gemeente.asText() + " neemt sinds " + vertrek + " niet meer deel");
      return false;
    }
    return true;
  }

  private ZonedDateTime moment(JsonNode waarde, LocalTime zonderTijd) {
    String tekst = waarde.asText();
    int tijd = tekst.indexOf('T');
    LocalDate dag = dag(waarde, tijd < 0 ? tekst : tekst.substring(0, tijd), vandaag);
    return dag.atTime(tijd < 0 ? zonderTijd : LocalTime.parse(tekst.substring(tijd + 1)))
        .atZone(Klok.ZONE);
  }

  private LocalDate dag(JsonNode waarde) {
    return dag(waarde, vandaag);
  }

  private LocalDate dag(JsonNode waarde, LocalDate heden) {
    return dag(waarde, waarde.asText(), heden);
  }

  private LocalDate dag(JsonNode waarde, String tekst, LocalDate heden) {
    Matcher relatief = RELATIEF.matcher(tekst);
    try {
      if (!relatief.matches()) {
        return LocalDate.parse(tekst);
      }
      if (relatief.group(1) == null) {
        return heden;
      }
      int aantal = Integer.parseInt(relatief.group(2));
      boolean later = relatief.group(1).equals("+");
      if (relatief.group(3).equals("d")) {
        return later ? heden.plusDays(aantal) : heden.minusDays(aantal);
      }
      return later ? werkdagen.plus(heden, aantal) : werkdagen.min(heden, aantal);
    } catch (DateTimeException e) {
      fout(waarde, "De dag '" + tekst + "' bestaat niet");
      return heden;
    }
  }

  /** A next meeting: a year that is not written is the first that comes. */
  private Optional<GeschrevenDatum> volgendeDatum(JsonNode waarde, LocalDate vanaf) {
    return Optional.ofNullable(waarde)
        .map(er -> geschreven(er, tekst -> GeschrevenDatum.leesVanaf(tekst, vanaf)));
  }

  private GeschrevenDatum geschreven(JsonNode waarde, LocalDate nabij) {
    return geschreven(waarde, tekst -> GeschrevenDatum.lees(tekst, nabij));
  }

  private GeschrevenDatum geschreven(
      JsonNode waarde, Function<String, GeschrevenDatum.Lezing> lezing) {
    if (waarde.isObject()) {
      try {
        return GeschrevenDatum.van(waarde.get("tekst").asText(), waarde.get("edtf").asText());
      } catch (IllegalArgumentException e) {
        fout(waarde, e.getMessage());
        return GeschrevenDatum.ONBEKEND;
      }
    }
    String tekst = waarde.asText();
    if (DAG.matcher(tekst).matches()) {
      return GeschrevenDatum.op(dag(waarde));
    }
    GeschrevenDatum.Lezing gelezen = lezing.apply(tekst);
    return gelezen
        .datum()
        .orElseGet(
            () -> {
              fout(waarde, gelezen.reden());
              return GeschrevenDatum.ONBEKEND;
            });
  }

  private void fout(JsonNode waar, String zin) {
    fouten.add(SchemaFouten.fout(waar, zin));
  }

  private static Scenario.Plaats plaats(JsonNode waar) {
    Fout plaats = SchemaFouten.fout(waar, "");
    return new Scenario.Plaats(plaats.regel(), plaats.kolom());
  }

  private static Optional<String> tekst(JsonNode waar, String veld) {
    return Optional.ofNullable(waar.get(veld)).map(JsonNode::asText);
  }

  private static Optional<Integer> getal(JsonNode waar, String veld) {
    return Optional.ofNullable(waar.get(veld)).map(JsonNode::asInt);
  }

  private static List<String> teksten(JsonNode lijst) {
    return lijst(lijst, JsonNode::asText);
  }

  private static <T> List<T> lijst(JsonNode lijst, Function<JsonNode, T> maak) {
    List<T> uit = new ArrayList<>();
    lijst.forEach(een -> uit.add(maak.apply(een)));
    return uit;
  }

  private static <T> Optional<List<T>> misschienLijst(
      JsonNode waar, String veld, Function<JsonNode, T> maak) {
    return Optional.ofNullable(waar.get(veld)).map(lijst -> List.copyOf(lijst(lijst, maak)));
  }
}
