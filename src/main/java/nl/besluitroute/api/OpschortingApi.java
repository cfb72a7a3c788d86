package nl.besluitroute.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.visie.Opschorting;
import nl.besluitroute.visie.Visies;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Suspending a vision and resuming it. */
@RestController
@Tag(name = "Visies")
class OpschortingApi {

  private final Opschorting opschorting;
  private final Visies visies;

  OpschortingApi(Opschorting opschorting, Visies visies) {
    this.opschorting = opschorting;
    this.visies = visies;
  }

  @Schema(name = "Opschorting", description = "Waarom een visie wordt opgeschort of hervat.")
  record Reden(@Schema(maxLength = 4000, example = "De regio wacht op de hervormingsagenda.") String reden) {}

  @PostMapping(path = Api.PAD + "/visies/{visie}/opschorting", consumes = "application/json")
  @Operation(
      summary = "Een visie opschorten",
      description =
          "Er kan niets meer worden vastgelegd of gewijzigd en er verloopt geen termijn, tot de visie wordt hervat. Voor de"
              + " ambtelijk secretaris van de regio.")
  ResponseEntity<Void> schortOp(
      @PathVariable("visie") String visie, @RequestBody Reden invoer, Gebruiker wie) {
    visies.leesbaar(visie, wie);
    opschorting.schortOp(visie, invoer.reden(), wie);
    return ResponseEntity.noContent().build();
  }

  @PostMapping(path = Api.PAD + "/visies/{visie}/hervatting", consumes = "application/json")
  @Operation(
      summary = "Een opgeschorte visie hervatten",
      description =
          "Het open werk volgt de datums zoals die nu zijn; wat intussen had moeten gebeuren, is te laat.")
  ResponseEntity<Void> hervat(
      @PathVariable("visie") String visie, @RequestBody Reden invoer, Gebruiker wie) {
    visies.leesbaar(visie, wie);
    opschorting.hervat(visie, invoer.reden(), wie);
    return ResponseEntity.noContent().build();
  }
}
