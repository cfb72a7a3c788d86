package nl.besluitroute.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import nl.besluitroute.visie.RouteModel;
import nl.besluitroute.visie.Routes;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The routes on which visions travel. */
@RestController
@Tag(name = "Routes")
class RoutesApi {

  private final Routes routes;
  private final Antwoorden antwoorden;

  RoutesApi(Routes routes, Antwoorden antwoorden) {
    this.routes = routes;
    this.antwoorden = antwoorden;
  }

  record Route(
      @Schema(example = "route_raden") String sleutel,
      String naam,
      @Schema(description = "De nieuwste versie.") String versie,
      @Schema(description = "1 voor de eerste versie.") int volgnummer,
      List<Blok> blokken) {

    static Route van(Routes.Route r) {
      return new Route(
          r.sleutel(),
          r.model().naam(),
          r.versie(),
          r.volgnummer(),
          r.model().blokken().stream().map(Blok::van).toList());
    }
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
          b.wieBesluit().orElse(null),
          b.gepland());
    }
  }

  @GetMapping(Api.PAD + "/routes")
  @Operation(summary = "De routes, elk in haar nieuwste versie")
  ResponseEntity<Lijst<Route>> routes() {
    return antwoorden.heel(routes.alle().stream().map(Route::van).toList());
  }

  @GetMapping(Api.PAD + "/routes/{route}")
  @Operation(summary = "Eén route in haar nieuwste versie")
  ResponseEntity<Route> route(@PathVariable("route") String sleutel) {
    return antwoorden.een(Route.van(eis(sleutel)));
  }

  @GetMapping(
      path = Api.PAD + "/routes/{route}/tekening",
      produces = MediaType.APPLICATION_XML_VALUE)
  @Operation(summary = "De tekening van de route als BPMN 2.0")
  @ApiResponse(
      responseCode = "200",
      content = @Content(mediaType = "application/xml", schema = @Schema(type = "string")))
  ResponseEntity<byte[]> tekening(@PathVariable("route") String sleutel) {
    Routes.Route route = eis(sleutel);
    return ResponseEntity.ok()
        .eTag('"' + Integer.toHexString(route.versie().hashCode()) + "-" + route.volgnummer() + '"')
        .header("Content-Disposition", "attachment; filename=\"" + route.sleutel() + ".bpmn\"")
        .body(routes.bpmn(route.versie()));
  }

  private Routes.Route eis(String sleutel) {
    return routes.nieuwste(sleutel).orElseThrow(() -> Api.nietGevonden("Deze route bestaat niet."));
  }
}
