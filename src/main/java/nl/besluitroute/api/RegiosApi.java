package nl.besluitroute.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Comparator;
import java.util.List;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.regio.Orgaan;
import nl.besluitroute.regio.Regio;
import nl.besluitroute.regio.Regios;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Regions, their municipalities and bodies. For everybody who is signed in. */
@RestController
@Tag(name = "Regio's")
class RegiosApi {

  private final Regios regios;
  private final Klok klok;
  private final Antwoorden antwoorden;

  RegiosApi(Regios regios, Klok klok, Antwoorden antwoorden) {
    this.regios = regios;
    this.klok = klok;
    this.antwoorden = antwoorden;
  }

  @Schema(name = "Regio")
  record Vorm(@Schema(example = "JZ20") String code, @Schema(example = "Eemland") String naam) {
    static Vorm van(Regio r) {
      return new Vorm(r.code(), r.naam());
    }
  }

  record Gemeente(@Schema(example = "GM0342") String code, @Schema(example = "Soest") String naam) {}

  @Schema(name = "Orgaan")
  record Overleg(
      @Schema(example = "eem-pfho") String id,
      String naam,
      @Schema(example = "portefeuillehoudersoverleg") String soort,
      @Schema(nullable = true) String regio,
      @Schema(nullable = true) String gemeente) {
    static Overleg van(Orgaan o) {
      return new Overleg(
          o.id(), o.naam(), Api.code(o.soort()), o.regio().orElse(null), o.gemeente().orElse(null));
    }
  }

  @GetMapping(Api.PAD + "/regios")
  @Operation(summary = "De regio's, op naam")
  ResponseEntity<Lijst<Vorm>> regios() {
    return antwoorden.heel(
        regios.alle().stream().sorted(Comparator.comparing(Regio::naam)).map(Vorm::van).toList());
  }

  @GetMapping(Api.PAD + "/regios/{regio}")
  @Operation(summary = "Eén regio")
  ResponseEntity<Vorm> regio(@PathVariable("regio") String code) {
    return antwoorden.een(Vorm.van(eis(code)));
  }

  @GetMapping(Api.PAD + "/regios/{regio}/gemeenten")
  @Operation(summary = "De gemeenten die vandaag bij de regio horen")
  ResponseEntity<Lijst<Gemeente>> gemeenten(@PathVariable("regio") String code) {
    return antwoorden.heel(
        regios.leden(eis(code).code(), klok.vandaag()).stream()
            .map(g -> new Gemeente(g.code(), g.naam()))
            .toList());
  }

  @GetMapping(Api.PAD + "/regios/{regio}/organen")
  @Operation(summary = "De overleggen van de regio")
  ResponseEntity<Lijst<Overleg>> organen(@PathVariable("regio") String code) {
    return antwoorden.heel(
        regios.overleggen(List.of(eis(code).code())).stream().map(Overleg::van).toList());
  }

  @GetMapping(Api.PAD + "/organen/{orgaan}")
  @Operation(summary = "Eén overleg of bestuursorgaan")
  ResponseEntity<Overleg> orgaan(@PathVariable("orgaan") String id) {
    return antwoorden.een(Overleg.van(Api.orgaan(regios, id)));
  }

  private Regio eis(String code) {
    return regios.regio(code).orElseThrow(() -> Api.nietGevonden("Deze regio bestaat niet."));
  }
}
