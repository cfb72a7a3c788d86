package nl.besluitroute.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.Optional;
import nl.besluitroute.kalender.GeschrevenDatum;

/** A date as an official wrote it, with its meaning. */
@Schema(
    description =
        "Een datum zoals opgeschreven, met de betekenis in EDTF (ISO 8601-2). Dagen zijn die van"
            + " Europe/Amsterdam.")
record Datum(
    @Schema(description = "Zoals opgeschreven.", example = "Sept/ Okt") String tekst,
    @Schema(description = "De betekenis volgens EDTF.", example = "2027-09/2027-10") String edtf,
    @Schema(description = "De eerste dag die bedoeld kan zijn; null zonder begin.", example = "2027-09-01")
        LocalDate eerste,
    @Schema(description = "De laatste dag die bedoeld kan zijn; null zonder einde.", example = "2027-10-31")
        LocalDate laatste) {

  /** Null when there is no date. */
  static Datum van(Optional<GeschrevenDatum> datum) {
    return datum
        .map(
            d ->
                new Datum(
                    d.tekst(),
                    d.edtf(),
                    d.eerste().equals(GeschrevenDatum.VROEGST) ? null : d.eerste(),
                    d.laatste().equals(GeschrevenDatum.LAATST) ? null : d.laatste()))
        .orElse(null);
  }

  /** A date that somebody sends. */
  @Schema(name = "DatumInvoer", description = "Een datum zoals opgeschreven; zonder edtf wordt de tekst gelezen.")
  record Invoer(
      @Schema(description = "Zoals opgeschreven.", example = "23 maart, 20 april", maxLength = 200) String tekst,
      @Schema(description = "De betekenis volgens EDTF; weglaten mag.", example = "{2027-03-23,2027-04-20}")
          String edtf) {

    /**
     * What was meant.
     *
     * @param vandaag for a year that is not written
     */
    GeschrevenDatum.Lezing lees(LocalDate vandaag) {
      if (tekst == null || tekst.isBlank()) {
        return new GeschrevenDatum.Lezing(Optional.empty(), "Vul de datum in.");
      }
      if (edtf == null) {
        return GeschrevenDatum.leesVanaf(tekst.strip(), vandaag);
      }
      try {
        return GeschrevenDatum.Lezing.van(GeschrevenDatum.van(tekst.strip(), edtf));
      } catch (IllegalArgumentException e) {
        return new GeschrevenDatum.Lezing(Optional.empty(), e.getMessage() + ".");
      }
    }
  }
}
