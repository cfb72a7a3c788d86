package nl.besluitroute.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.visie.RouteModel;
import nl.besluitroute.visie.Routebeheer;
import nl.besluitroute.visie.Routebevinding;
import nl.besluitroute.visie.Routes;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The routes on which visions travel. */
@RestController
@Tag(name = "Routes")
class RoutesApi {

  private final Routes routes;
  private final Routebeheer beheer;
  private final Antwoorden antwoorden;

  RoutesApi(Routes routes, Routebeheer beheer, Antwoorden antwoorden) {
    this.routes = routes;
    this.beheer = beheer;
    this.antwoorden = antwoorden;
  }

  record Route(
      @Schema(example = "route_raden") String sleutel,
      String naam,
      @Schema(description = "Code van de regio die haar inbracht; null voor een route van alle regio's.", nullable = true) String regio,
      @Schema(description = "Of er geen visie meer op begint.") boolean ingetrokken,
      @Schema(description = "Hoeveel visies erop onderweg zijn.") long onderweg,
      @Schema(description = "De nieuwste versie.") String versie,
      @Schema(description = "1 voor de eerste versie.") int volgnummer,
      List<Blok> blokken) {

    static Route van(Routebeheer.Beheerd b) {
      Routes.Route r = b.route();
      return new Route(
          r.sleutel(),
          r.model().naam(),
          b.regio().orElse(null),
          b.ingetrokken(),
          b.onderweg(),
          r.versie(),
          r.volgnummer(),
          RoutesApi.blokken(r.model()));
    }
  }

  private static List<Blok> blokken(RouteModel model) {
    return model.blokken().stream().map(Blok::van).toList();
  }

  @Schema(description = "Een blok van de route.")
  record Blok(
      @Schema(example = "uo_definitief") String element,
      String naam,
      @Schema(example = "overleg") String soort,
      @Schema(example = "adviseren") String doel,
      @Schema(nullable = true, example = "uitvoeringsoverleg") String orgaansoort,
      @Schema(nullable = true) String orgaan,
      String ronde,
      @Schema(description = "Element van het overleg na welks vergadering dit komt, op een eigen versie en zonder de uitkomst af te wachten.", nullable = true) String overlapt,
      @Schema(nullable = true, allowableValues = {"college", "raad"}) String wieBesluit,
      @Schema(description = "Of het geplande pad erlangs komt.") boolean gepland) {

    static Blok van(RouteModel.Blok b) {
      return new Blok(
          b.elementId(),
          b.naam(),
          Api.code(b.soort()),
          Api.code(b.doel()),
          Api.code(b.orgaansoort()),
          b.orgaan().orElse(null),
          b.ronde(),
          b.overlapt().orElse(null),
          b.wieBesluit().orElse(null),
          b.gepland());
    }
  }

  @GetMapping(Api.PAD + "/routes")
  @Operation(summary = "De routes, elk in haar nieuwste versie")
  ResponseEntity<Lijst<Route>> routes() {
    return antwoorden.heel(beheer.alle().stream().map(Route::van).toList());
  }

  @GetMapping(Api.PAD + "/routes/{route}")
  @Operation(summary = "Eén route in haar nieuwste versie")
  ResponseEntity<Route> route(@PathVariable("route") String sleutel) {
    return antwoorden.een(Route.van(eis(sleutel)));
  }

  @Schema(description = "Een versie van een route.")
  record Routeversie(
      @Schema(description = "1 voor de eerste versie.") int volgnummer,
      @Schema(description = "De versie zoals een visie haar noemt.") String versie,
      Instant sinds,
      @Schema(description = "Hoeveel visies erop onderweg zijn.") long onderweg) {}

  @GetMapping(Api.PAD + "/routes/{route}/versies")
  @Operation(summary = "De versies van een route, de nieuwste eerst")
  ResponseEntity<Lijst<Routeversie>> versies(@PathVariable("route") String sleutel) {
    eis(sleutel);
    return antwoorden.heel(
        beheer.versies(sleutel).stream()
            .map(
                v ->
                    new Routeversie(
                        v.route().volgnummer(), v.route().versie(), v.route().sinds(), v.onderweg()))
            .toList());
  }

  @GetMapping(
      path = Api.PAD + "/routes/{route}/versies/{volgnummer}/tekening",
      produces = MediaType.APPLICATION_XML_VALUE)
  @Operation(summary = "De tekening van een versie als BPMN 2.0")
  @ApiResponse(
      responseCode = "200",
      content = @Content(mediaType = "application/xml", schema = @Schema(type = "string")))
  ResponseEntity<byte[]> tekening(
      @PathVariable("route") String sleutel, @PathVariable("volgnummer") String volgnummer) {
    Routes.Route route =
        Api.zoek(
            routes.versies(sleutel),
            Routes.Route::volgnummer,
            volgnummer,
            "Deze versie van de route bestaat niet.");
    return ResponseEntity.ok()
        .eTag('"' + Integer.toHexString(route.versie().hashCode()) + '"')
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"" + route.sleutel() + "-" + volgnummer + ".bpmn\"")
        .body(routes.bpmn(route.versie()));
  }

  @Schema(description = "Wat van een tekening bekend is voordat zij telt.")
  record Routekeuring(
      @Schema(description = "Of zij in gebruik kan worden genomen.") boolean goed,
      @Schema(description = "Waarom niet: elke zin noemt het element en de verbetering.") List<String> bevindingen,
      @Schema(description = "Wat een visie in deze regio zou tegenkomen; geen weigering.") List<String> aandacht,
      @Schema(description = "Of zij gelijk is aan de nieuwste versie.") boolean gelijk,
      @Schema(nullable = true) String sleutel,
      @Schema(nullable = true) String naam,
      List<Blok> blokken) {}

  @PostMapping(path = Api.PAD + "/routekeuringen", consumes = MediaType.APPLICATION_XML_VALUE)
  @Operation(
      summary = "Een tekening keuren, zonder spoor",
      description = "De inhoud is de BPMN 2.0 uit Camunda Modeler. Voor wie de routes van de regio beheert.")
  ResponseEntity<Routekeuring> keur(
      @Parameter(description = "Code van de regio", example = "JZ20") @RequestParam("regio") String regio,
      @RequestBody byte[] tekening,
      Gebruiker wie) {
    Routebeheer.Proef proef = beheer.keur(regio, tekening, wie);
    return ResponseEntity.ok(
        new Routekeuring(
            proef.isGoed(),
            proef.bevindingen().stream().map(Routebevinding::zin).toList(),
            proef.aandacht(),
            proef.gelijk(),
            proef.model().map(RouteModel::sleutel).orElse(null),
            proef.model().map(RouteModel::naam).orElse(null),
            proef.model().map(RoutesApi::blokken).orElse(List.of())));
  }

  @PostMapping(path = Api.PAD + "/routes", consumes = MediaType.APPLICATION_XML_VALUE)
  @Operation(
      summary = "Een tekening in gebruik nemen",
      description =
          "De inhoud is de BPMN 2.0 uit Camunda Modeler. Nieuwe visies beginnen erop; lopende houden hun versie."
              + " Dezelfde tekening als de nieuwste versie verandert niets (200).")
  ResponseEntity<Route> brengIn(
      @Parameter(description = "Code van de regio", example = "JZ20") @RequestParam("regio") String regio,
      @Parameter(description = "Waarom, ten hoogste 4000 tekens") @RequestParam("toelichting") String toelichting,
      @RequestBody byte[] tekening,
      Gebruiker wie) {
    Routebeheer.Ingebracht ingebracht = beheer.voegToe(regio, tekening, toelichting, wie);
    Route route = Route.van(eis(ingebracht.route().sleutel()));
    return ingebracht.uitkomst() == Routebeheer.Uitkomst.NIEUWE_VERSIE
        ? antwoorden.gemaakt("/routes/" + route.sleutel(), route)
        : ResponseEntity.ok(route);
  }

  record Intrekking(@Schema(description = "Waarom.", maxLength = 4000) String reden) {}

  @PostMapping(path = Api.PAD + "/routes/{route}/intrekkingen", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Een route van een regio intrekken",
      description = "Er begint geen visie meer op; wat onderweg is, gaat door.")
  ResponseEntity<Void> trekIn(
      @PathVariable("route") String sleutel, @RequestBody Intrekking invoer, Gebruiker wie) {
    eis(sleutel);
    beheer.trekIn(sleutel, invoer.reden(), wie);
    return ResponseEntity.noContent().build();
  }

  private Routebeheer.Beheerd eis(String sleutel) {
    return beheer.zoek(sleutel).orElseThrow(() -> Api.nietGevonden("Deze route bestaat niet."));
  }
}
