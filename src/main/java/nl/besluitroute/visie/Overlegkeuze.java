package nl.besluitroute.visie;

import java.util.List;
import java.util.Locale;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.regio.Orgaan;
import nl.besluitroute.regio.Orgaansoort;
import nl.besluitroute.regio.Regios;
import org.springframework.stereotype.Component;

/** Which body of a region stands behind a block of the route. */
@Component
class Overlegkeuze {
  private final Regios regios;
  private final Klok klok;

  Overlegkeuze(Regios regios, Klok klok) {
    this.regios = regios;
    this.klok = klok;
  }

  /**
   * The body of a block, or null for a block that needs none.
   *
   * @param visieregios codes, the leading region first
   * @throws VisieFout when the region has no such body today, or more than one
   */
  Orgaan bij(RouteModel.Blok blok, List<String> visieregios) {
    if (blok.orgaan().isPresent()) {
      String id = blok.orgaan().get();
      return regios
          .orgaan(id)
          .filter(o -> o.regio().filter(visieregios::contains).isPresent())
          .filter(o -> o.geldtOp(klok.vandaag()))
          .orElseThrow(
              () ->
                  new VisieFout(
                      "Stap '" + blok.naam() + "': de regio heeft geen overleg '" + id + "'."));
    }
    if (blok.orgaansoort().isEmpty() || blok.soort() == Bloksoort.LOKAAL || blok.soort() == Bloksoort.INFORMEREN) {
      return null;
    }
    Orgaansoort soort = blok.orgaansoort().get();
    List<Orgaan> passend =
        regios.overleggen(visieregios.subList(0, 1)).stream()
            .filter(o -> o.soort() == soort && o.geldtOp(klok.vandaag()))
            .toList();
    if (passend.size() == 1) {
      return passend.get(0);
    }
    if (blok.soort() != Bloksoort.OVERLEG && blok.soort() != Bloksoort.TWEEDE_RONDE) {
      return null;
    }
    throw new VisieFout(
        "Stap '"
            + blok.naam()
            + "': de regio heeft "
            + (passend.isEmpty() ? "geen " : "meer dan één ")
            + soort.naam().toLowerCase(Locale.ROOT)
            + "; "
            + (passend.isEmpty() ? "voeg het overleg toe." : "noem het overleg in de route."));
  }
}
