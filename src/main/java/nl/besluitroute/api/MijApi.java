package nl.besluitroute.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.Toekenning;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who is signed in. */
@RestController
@Tag(name = "Mij")
class MijApi {

  private final Antwoorden antwoorden;

  MijApi(Antwoorden antwoorden) {
    this.antwoorden = antwoorden;
  }

  record Mij(
      @Schema(description = "Gebruikersnaam.", example = "secretaris") String naam,
      @Schema(description = "De functie zoals die in de geschiedenis staat.", example = "Ambtelijk secretaris")
          String functie,
      List<Rol> rollen) {}

  /** A role as it holds today. */
  record Rol(
      @Schema(example = "ambtelijk_secretaris") String rol,
      @Schema(description = "Code van de regio.", example = "JZ20", nullable = true) String regio,
      @Schema(description = "Id van het ene overleg waartoe de rol is beperkt.", nullable = true) String orgaan,
      @Schema(description = "CBS-code van de gemeente.", example = "GM0342", nullable = true) String gemeente,
      @Schema(description = "Eerste dag.", nullable = true) LocalDate van,
      @Schema(description = "Eerste dag waarop de rol niet meer geldt.", nullable = true) LocalDate tot) {

    static Rol van(Toekenning t) {
      return new Rol(Api.code(t.rol()), t.regio(), t.orgaan(), t.gemeente(), t.van(), t.tot());
    }
  }

  @GetMapping(Api.PAD + "/mij")
  @Operation(summary = "Wie is aangemeld, met de rollen die vandaag gelden")
  ResponseEntity<Mij> mij(Gebruiker wie) {
    return antwoorden.een(
        new Mij(wie.naam(), wie.weergave(), wie.toekenningen().stream().map(Rol::van).toList()));
  }
}
